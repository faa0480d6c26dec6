#include "policy/check_allocation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/json.h"
#include "policy/allocation_for_tests.h"
#include "policy/read_allocation.h"
#include "policy/shipped_for_tests.h"
#include "policy/signing.h"

namespace policy {
namespace {

Package shipped(const std::string& id) {
    Result<Package> package = Package::load(id, testing::shipped_files(id));
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return std::move(*package);
}

class CheckAllocation : public ::testing::Test {
protected:
    // A payload changed by hand and signed again with the right key.
    SignedFile resigned(const std::function<void(json::object&)>& change) const {
        json::object whole = read_allocation(file_.payload)->whole;
        change(whole);
        SignedFile made = sign_payload(testing::council_seed, json::serialize(whole));
        made.package = file_.package;
        return made;
    }
    static std::string code(const Result<CheckedAllocation>& checked) {
        return checked ? "" : checked.error().code;
    }

    const Package package_ = shipped("england-2005-pilot");
    const Allocation allocation_ = testing::allocation_of(package_, "ann_41_points");
    const SignedFile file_ = testing::signed_file_of(package_, allocation_);
    const std::vector<PublishedKey> keys_ = {{public_key(testing::council_seed)}};
};

TEST_F(CheckAllocation,
       row18_finds_that_a_true_file_matches_whatever_package_folder_it_comes_from) {
    const auto checked = check_allocation(file_, nullptr, keys_);
    ASSERT_TRUE(checked.has_value()) << checked.error().message << checked.error().place;
    EXPECT_GT(checked->steps, 10U);
    EXPECT_EQ(checked->allocation.reference, "W-0001");
    EXPECT_TRUE(checked->departures.empty());
    SignedFile bare = file_;
    bare.package.reset();
    EXPECT_TRUE(check_allocation(bare, &package_.files(), keys_).has_value());
    EXPECT_EQ(code(check_allocation(bare, nullptr, keys_)), "allocation.no_package");
}

TEST_F(CheckAllocation, every_golden_case_of_every_shipped_package_makes_a_file_that_matches) {
    for (const std::string id : {"england-2005-pilot", "england-2025", "published-cases"}) {
        const Package package = shipped(id);
        for (const GoldenCase& each : package.cases()) {
            const SignedFile file =
                testing::signed_file_of(package, testing::allocation_of(package, each.name));
            const auto checked = check_allocation(file, nullptr, keys_);
            EXPECT_TRUE(checked.has_value()) << id << " " << each.name << " "
                                             << checked.error().message << checked.error().place;
        }
    }
}

TEST_F(CheckAllocation, a_strangers_key_is_not_issued_by_this_council) {
    SignedFile strangers = sign_payload(testing::stranger_seed, file_.payload);
    strangers.package = file_.package;
    EXPECT_EQ(code(check_allocation(strangers, nullptr, keys_)), "allocation.not_issued_here");
    // Without the council's keys it can only be said that the rules give the same.
    EXPECT_TRUE(check_allocation(strangers, nullptr, {}).has_value());
    // A stranger who puts the council's key on his own signature is found out as well.
    strangers.key = keys_[0].key;
    EXPECT_EQ(code(check_allocation(strangers, nullptr, keys_)), "allocation.not_signed");
    EXPECT_EQ(code(check_allocation(strangers, nullptr, {})), "allocation.not_signed");
}

TEST_F(CheckAllocation, a_key_counts_on_the_days_the_council_used_it) {
    std::vector<PublishedKey> keys = keys_;
    keys[0].until = allocation_.issued;
    EXPECT_EQ(code(check_allocation(file_, nullptr, keys)), "allocation.key_not_in_use");
    keys[0].until = allocation_.issued.plus_days(1);
    EXPECT_TRUE(check_allocation(file_, nullptr, keys).has_value());
}

TEST_F(CheckAllocation, names_the_first_step_that_differs_though_it_is_signed_again) {
    std::size_t steps = 0;
    const std::size_t count = read_allocation(file_.payload)->whole["steps"].as_array().size();
    for (std::size_t at = 0; at < count; ++at) {
        std::string name;
        const SignedFile wrong = resigned([&](json::object& whole) {
            // Every step from here on is wrong; the first is the one to name.
            for (std::size_t i = at; i < count; ++i) {
                whole["steps"].as_array()[i].as_object()["value"] = "999999";
            }
            name = whole["steps"].as_array()[at].as_object()["decision"].as_string().c_str();
        });
        const auto checked = check_allocation(wrong, nullptr, keys_);
        ASSERT_FALSE(checked.has_value());
        EXPECT_EQ(checked.error().code, "allocation.step_differs");
        EXPECT_TRUE(checked.error().place.starts_with("step " + std::to_string(at + 1) + " of "))
            << checked.error().place;
        EXPECT_NE(checked.error().place.find("(" + name + ")"), std::string::npos)
            << checked.error().place;
        EXPECT_NE(checked.error().message.find("The file says 999999. The rules give "),
                  std::string::npos)
            << checked.error().message;
        ++steps;
    }
    EXPECT_GT(steps, 10U);
}

TEST_F(CheckAllocation, says_whether_it_is_a_figure_a_rule_or_a_part_of_the_step) {
    std::map<std::string, std::size_t> found;
    const std::size_t count = read_allocation(file_.payload)->whole["steps"].as_array().size();
    for (const std::string group : {"figures", "rules", "parts"}) {
        for (std::size_t at = 0; at < count; ++at) {
            bool is_there = false;
            const SignedFile wrong = resigned([&](json::object& whole) {
                json::array& items = whole["steps"].as_array()[at].as_object()[group].as_array();
                is_there = !items.empty();
                if (is_there) {
                    items.pop_back();
                }
            });
            if (is_there) {
                const auto checked = check_allocation(wrong, nullptr, keys_);
                ASSERT_FALSE(checked.has_value());
                EXPECT_EQ(checked.error().code, "allocation.step_differs");
                EXPECT_NE(checked.error().place.find(", the "), std::string::npos);
                ++found[group];
            }
        }
    }
    EXPECT_EQ(found.size(), 3U);
}

TEST_F(CheckAllocation, wrong_sums_answers_and_additions_signed_again_are_found) {
    EXPECT_EQ(code(check_allocation(resigned([](json::object& whole) {
                                        whole["funds"].as_array()[0].as_object()["sum"] = "1.00";
                                    }),
                                    nullptr, keys_)),
              "allocation.sum_differs");
    EXPECT_EQ(code(check_allocation(
                  resigned([](json::object& whole) { whole["funds"].as_array().clear(); }), nullptr,
                  keys_)),
              "allocation.sum_differs");
    EXPECT_EQ(code(check_allocation(resigned([](json::object& whole) { whole["more"] = "words"; }),
                                    nullptr, keys_)),
              "allocation.differs");
    // An answer that means the same but is written in another way.
    EXPECT_EQ(code(check_allocation(resigned([](json::object& whole) {
                                        whole["facts"].as_object()["inputs"].as_object()["age"] =
                                            "+75";
                                    }),
                                    nullptr, keys_)),
              "allocation.facts_differ");
    // Another answer gives other steps.
    const auto other = check_allocation(
        resigned([](json::object& whole) {
            whole["facts"].as_object()["answers"].as_object()["washing_and_dressing"] = "alone";
        }),
        nullptr, keys_);
    EXPECT_EQ(code(other), "allocation.step_differs");
    EXPECT_EQ(code(check_allocation(resigned([](json::object& whole) {
                                        whole["facts"].as_object()["answers"].as_object()["x"] =
                                            "1";
                                    }),
                                    nullptr, keys_)),
              "policy.unknown_fact");
}

TEST_F(CheckAllocation, refuses_a_text_that_is_not_whole) {
    for (const char* member : {"authority", "council", "reference", "number", "issue", "issued",
                               "on", "package", "facts", "decided"}) {
        const auto checked = check_allocation(
            resigned([&](json::object& whole) { whole.erase(member); }), nullptr, keys_);
        ASSERT_FALSE(checked.has_value()) << member;
        EXPECT_EQ(checked.error().code, "allocation.not_whole") << member;
        EXPECT_EQ(checked.error().place, member);
    }
    for (const std::string payload : {"[]", R"({"decided":[1]})"}) {
        EXPECT_EQ(code(check_allocation(sign_payload(testing::council_seed, payload), nullptr, {})),
                  "allocation.not_whole");
    }
}

TEST_F(CheckAllocation, other_rules_than_those_it_was_made_with_are_refused) {
    Files other = package_.files();
    other["parameters.csv"] += "\n";
    EXPECT_EQ(code(check_allocation(file_, &other, keys_)), "allocation.other_package");
    SignedFile changed = file_;
    changed.package = other;
    EXPECT_EQ(code(check_allocation(changed, nullptr, keys_)), "allocation.other_package");
    const Package later = shipped("england-2025");
    EXPECT_EQ(code(check_allocation(file_, &later.files(), keys_)), "allocation.other_package");
}

TEST_F(CheckAllocation, says_where_a_person_departed_from_the_rules) {
    Allocation decided = allocation_;
    decided.issue = Issue::decided;
    const WorkedOut worked = work_out(package_, decided.facts, decided.on);
    for (const StreamResult& each : worked.streams) {
        if (each.sum) {
            const Money sum = *Money::from_decimal(*each.sum);
            decided.decided.push_back({each.stream, true, sum, {}, decided.on, "Sam Lee"});
            break;
        }
    }
    ASSERT_EQ(decided.decided.size(), 1U);
    const auto same = check_allocation(testing::signed_file_of(package_, decided), nullptr, keys_);
    ASSERT_TRUE(same.has_value());
    EXPECT_TRUE(same->departures.empty());
    *decided.decided[0].weekly += Money::pence(100);
    const auto more = check_allocation(testing::signed_file_of(package_, decided), nullptr, keys_);
    ASSERT_TRUE(more.has_value());
    ASSERT_EQ(more->departures.size(), 1U);
    EXPECT_EQ(more->departures[0].decided.by, "Sam Lee");
    decided.decided[0].eligible = false;
    decided.decided[0].weekly.reset();
    EXPECT_EQ(check_allocation(testing::signed_file_of(package_, decided), nullptr, keys_)
                  ->departures.size(),
              1U);
}

TEST_F(CheckAllocation, facts_that_are_missing_are_told_and_hide_no_fund) {
    // The means test asks for her savings, the sum itself does not.
    Allocation little = allocation_;
    little.facts.erase("savings");
    const WorkedOut worked = work_out(package_, little.facts, little.on);
    EXPECT_EQ(worked.streams.size(), package_.streams(little.on).size());
    const auto care = std::ranges::find_if(worked.streams, [](const StreamResult& each) {
        return each.stream == "adult_social_care";
    });
    ASSERT_NE(care, worked.streams.end());
    EXPECT_TRUE(care->sum.has_value());
    EXPECT_FALSE(care->contribution.has_value());
    ASSERT_FALSE(care->not_worked_out.empty());
    EXPECT_EQ(care->not_worked_out[0].code, "policy.fact_missing");
    EXPECT_FALSE(worked.evaluation.trace.decisions.empty());
    EXPECT_TRUE(
        check_allocation(testing::signed_file_of(package_, little), nullptr, keys_).has_value());
    // Without any answer no fund has a sum, and each says why.
    little.facts.clear();
    for (const StreamResult& each : work_out(package_, little.facts, little.on).streams) {
        EXPECT_FALSE(each.sum.has_value()) << each.stream;
        EXPECT_FALSE(each.not_worked_out.empty()) << each.stream;
    }
    EXPECT_TRUE(
        check_allocation(testing::signed_file_of(package_, little), nullptr, keys_).has_value());
}

}  // namespace
}  // namespace policy
