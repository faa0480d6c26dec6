// What a person is told is signed as she is told it: an assessment on a real book, and the files it
// leaves.

#include "casework/issue_allocation.h"

#include "assessment/assess.h"
#include "casework/assess_person.h"
#include "casework/check_answers.h"
#include "casework/council_for_tests.h"
#include "casework/decide_eligibility.h"
#include "casework/signing_keys.h"
#include "casework/take_signed_file.h"
#include "casework/who_can_see.h"
#include "policy/check_allocation.h"
#include "policy/signing.h"
#include "store/journal.h"

namespace casework {
namespace {

using assessment::Channel;

std::string code(const auto& result) {
    return result ? std::string() : result.error().code;
}

class Issuing : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        ann_ = start(ann());
    }
    void send_all() {
        std::vector<TypedAnswer> answers;
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == "ann_41_points") {
                for (const policy::CaseRow& row : each.answers) {
                    answers.push_back({row.name, row.value});
                }
            }
        }
        Desk at = desk(account_of(ann_));
        ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
        ASSERT_EQ(code(save_answers(at, ann_, answers, {}, Channel::page)), "");
        ASSERT_EQ(code(send_assessment(at, ann_, Channel::page)), "");
    }
    void check_all() {
        send_all();
        Desk at = desk(worker_);
        ASSERT_EQ(code(finish_check(at, ann_)), "");
    }
    Result<TakenFile> take(AccountId who, std::int64_t number, bool with_rules = true) {
        Desk at = desk(who);
        return take_signed_file(at, ann_, number, with_rules);
    }
    // What the file says, checked against the keys the council publishes.
    Result<policy::CheckedAllocation> check(std::int64_t number) {
        const auto taken = take(account_of(ann_), number);
        if (!taken) {
            return taken.error();
        }
        TRY(const policy::SignedFile file, policy::read_signed_file(taken->bytes));
        Desk anybody = desk({});
        return policy::check_allocation(file, nullptr, council_keys(anybody));
    }
    std::size_t issued() {
        Desk at = desk(account_of(ann_));
        return see_signed_files(at, ann_)->issued.size();
    }
    AccountId helper(const std::string& name, std::set<people::Scope> scopes) {
        Desk at = desk(account_of(ann_));
        HelpOffer offer;
        offer.name = name;
        offer.kind = "family";
        offer.scopes = std::move(scopes);
        offer.from = at.today;
        EXPECT_EQ(code(invite_helper(at, ann_, offer)), "");
        Desk again = desk(account_of(ann_));
        const auto helpers = helpers_of(again, ann_);
        for (const Helper& each : *helpers) {
            if (each.name == name) {
                return each.help.helper;
            }
        }
        ADD_FAILURE() << name;
        return {};
    }

    PersonId ann_;
};

TEST_F(Issuing, signs_what_the_answers_come_to_when_they_are_sent_and_when_they_are_checked) {
    EXPECT_EQ(issued(), 0U);
    check_all();
    ASSERT_EQ(issued(), 2U);
    const auto checked = check(2);
    ASSERT_EQ(code(checked), "");
    EXPECT_EQ(checked->allocation.authority, "wendlebury");
    EXPECT_EQ(checked->allocation.issue, policy::Issue::worked_out);
    // What is signed is what she was told.
    const auto told =
        store_->read([&](store::Snapshot& view) { return store::load_decisions(view, ann_); });
    std::size_t compared = 0;
    for (const policy::StreamResult& each : checked->streams) {
        const auto* fact = assessment::latest(told, each.stream, assessment::Stage::indicative);
        if (fact != nullptr && each.sum) {
            const auto& kept = fact->weekly ? fact->weekly : fact->one_off;
            ASSERT_TRUE(kept.has_value()) << each.stream;
            EXPECT_EQ(kept->to_decimal(), *each.sum) << each.stream;
            ++compared;
        }
    }
    EXPECT_GT(compared, 2U);
}

TEST_F(Issuing, signs_again_when_a_named_person_decides_and_says_where_she_departed) {
    check_all();
    assessment::Verdict verdict{.eligible = true, .weekly = Money::pence(20000), .reason = "More"};
    Desk at = desk(worker_);
    ASSERT_EQ(code(decide_eligibility(at, ann_, "adult_social_care", verdict)), "");
    EXPECT_EQ(issued(), 2U);  // put forward, not decided
    ASSERT_EQ(code(agree_proposal(at, ann_, "adult_social_care")), "");
    ASSERT_EQ(issued(), 3U);
    const auto checked = check(3);
    ASSERT_EQ(code(checked), "");
    EXPECT_EQ(checked->allocation.issue, policy::Issue::decided);
    ASSERT_EQ(checked->departures.size(), 1U);
    EXPECT_EQ(checked->departures[0].decided.by, "Will Ray");
}

TEST_F(Issuing, the_file_names_nobody_and_no_day_of_birth) {
    send_all();
    const auto taken = take(account_of(ann_), 1, false);
    ASSERT_EQ(code(taken), "");
    for (const char* words : {"Ann", "Ashe", "1931", "Mill Lane", "01632"}) {
        EXPECT_EQ(taken->bytes.find(words), std::string::npos) << words;
    }
    EXPECT_LT(taken->bytes.size(), 60000U);
    EXPECT_EQ(taken->name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789-."),
              std::string::npos);
}

TEST_F(Issuing, only_she_and_whoever_she_lets_see_her_record_can_take_it) {
    send_all();
    const AccountId jo = helper("Jo Field", {people::Scope::see});
    EXPECT_EQ(code(take(account_of(ann_), 1)), "");
    EXPECT_EQ(code(take(jo, 1)), "");
    NewRecord other = ann();
    other.name = "Ben Oak";
    const PersonId ben = start(other);
    for (const AccountId who :
         {worker_, admin_, staff_account("Mo Day", {people::Role::manager}),
          staff_account("Fay Low", {people::Role::finance}),
          staff_account("Al Fox", {people::Role::auditor}), account_of(ben), AccountId{}}) {
        EXPECT_EQ(take(who, 1).error().message.empty(), false);
        EXPECT_TRUE(code(take(who, 1)) == "people.not_allowed" ||
                    code(take(who, 1)) == "people.account_closed")
            << code(take(who, 1));
        Desk at = desk(who);
        EXPECT_FALSE(see_signed_files(at, ann_).has_value());
    }
    EXPECT_EQ(code(take(account_of(ann_), 2)), "allocation.number_unknown");
}

TEST_F(Issuing, whoever_else_takes_it_is_written_down_and_she_reads_it) {
    send_all();
    const AccountId jo = helper("Jo Field", {people::Scope::see});
    ASSERT_EQ(code(take(jo, 1)), "");
    Desk at = desk(account_of(ann_));
    const auto seen = who_can_see(at, ann_);
    ASSERT_EQ(code(seen), "");
    ASSERT_EQ(seen->looks.size(), 1U);
    EXPECT_EQ(seen->looks[0].name, "Jo Field");
    EXPECT_EQ(seen->looks[0].purpose, "took away file 1 that checks a sum");
}

TEST_F(Issuing, a_new_key_takes_over_and_what_the_old_one_signed_stays_good) {
    send_all();
    Desk worker = desk(worker_);
    EXPECT_EQ(code(replace_key(worker)), "people.not_allowed");
    Desk admin = desk(admin_);
    EXPECT_EQ(code(replace_key(admin)), "people.not_allowed");
    Desk machine = system_desk();
    machine.is_operator = true;
    ASSERT_EQ(code(replace_key(machine)), "");
    Desk at = desk(worker_);
    ASSERT_EQ(code(finish_check(at, ann_)), "");
    const std::vector<policy::PublishedKey> keys = council_keys(at);
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_FALSE(keys[0].from.has_value());
    EXPECT_EQ(keys[0].until, day("2006-05-04"));
    EXPECT_EQ(keys[1].from, day("2006-05-03"));
    EXPECT_EQ(check(1)->key, keys[0].key);
    EXPECT_EQ(check(2)->key, keys[1].key);
}

TEST_F(Issuing, rules_that_change_later_do_not_change_what_was_issued) {
    send_all();
    policy::Files files = shelf_["england-2005-pilot"]->files();
    files["README.md"] += "\nA line more.\n";
    shelf_["england-2005-pilot"] = std::make_shared<const policy::Package>(
        *policy::Package::load("england-2005-pilot", files));
    EXPECT_EQ(code(check(1)), "");
    Desk at = desk(worker_);
    ASSERT_EQ(code(finish_check(at, ann_)), "");
    EXPECT_EQ(code(check(2)), "");
    const auto first = policy::read_signed_file(take(account_of(ann_), 1)->bytes);
    const auto second = policy::read_signed_file(take(account_of(ann_), 2)->bytes);
    EXPECT_NE(policy::fingerprint_of(*first->package), policy::fingerprint_of(*second->package));
}

TEST_F(Issuing, a_file_whose_rules_were_lost_can_still_be_taken_without_them) {
    send_all();
    EXPECT_TRUE(store_
                    ->write([](store::Tx& tx) -> Outcome {
                        tx.run("delete from kept_package");
                        return Done{};
                    })
                    .has_value());
    EXPECT_EQ(code(take(account_of(ann_), 1)), "allocation.rules_not_kept");
    EXPECT_EQ(code(take(account_of(ann_), 1, false)), "");
}

}  // namespace
}  // namespace casework
