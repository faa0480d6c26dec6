// Two packages on the same people: every penny of the totals is the sum of what each person gains
// and loses, and nobody is left out.

#include "policy/compare_packages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "policy/compared_people.h"
#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

const Date on_2010 = Date::parse("2010-05-01").value();
const Date on_2011 = Date::parse("2011-05-01").value();

Package load(const Files& files) {
    Result<Package> package = Package::load("meals", files);
    EXPECT_TRUE(package.has_value()) << package.error().place << " " << package.error().message;
    return std::move(*package);
}

Files dearer() {
    Files files = meals();
    replace(files["parameters.csv"], "GBP,4.25", "GBP,4.35");
    replace(files["cases.csv"], "21.25", "21.75");
    return files;
}

std::vector<ComparedPerson> people(const Package& before, const Package& after) {
    return {read_person(before, after, "Ann", {{"meals_needed", "five"}}),
            read_person(before, after, "Bea", {{"meals_needed", "none"}}),
            read_person(before, after, "Cal", {{"meals_needed", "seven"}})};
}

Money money(const std::string& text) {
    return Money::parse_exact(text).value();
}

TEST(ComparePackages, tells_who_gains_and_by_how_much_in_pounds) {
    const Package before = load(meals());
    const Package after = load(dearer());
    const PackageComparison compared =
        compare_packages(before, after, people(before, after), on_2010, on_2010);
    ASSERT_EQ(compared.streams.size(), 1U);
    const StreamComparison& stream = compared.streams[0];
    EXPECT_EQ(stream.stream, "meals");
    EXPECT_FALSE(stream.once);
    EXPECT_EQ(stream.sums.gain, 2U);
    EXPECT_EQ(stream.sums.lose, 0U);
    EXPECT_EQ(stream.sums.keep, 1U);
    EXPECT_EQ(stream.sums.before, money("51.00"));  // 21.25 + 29.75
    EXPECT_EQ(stream.sums.after, money("52.20"));   // 21.75 + 30.45
    EXPECT_EQ(stream.sums.gained, money("1.20"));
    EXPECT_EQ(stream.sums.largest_gain->label, "Cal");
    EXPECT_EQ(stream.sums.largest_gain->change, money("0.70"));
    EXPECT_FALSE(stream.sums.largest_loss.has_value());
    EXPECT_EQ(compared.weekly.gained, money("1.20"));
    EXPECT_EQ(compared.once.counted(), 3U);
    EXPECT_TRUE(compared.once.after.is_zero());
    ASSERT_EQ(compared.people.size(), 3U);
    EXPECT_EQ(compared.people[0].label, "Ann");
    EXPECT_EQ(compared.people[0].weekly_before, money("21.25"));
    EXPECT_EQ(compared.people[0].weekly_after, money("21.75"));
}

TEST(ComparePackages, tells_losses_the_other_way_round) {
    const Package before = load(dearer());
    const Package after = load(meals());
    const PackageComparison compared =
        compare_packages(before, after, people(before, after), on_2010, on_2010);
    EXPECT_EQ(compared.weekly.lose, 2U);
    EXPECT_EQ(compared.weekly.lost, money("1.20"));
    EXPECT_EQ(compared.weekly.largest_loss->change, money("-0.70"));
}

TEST(ComparePackages, works_each_out_on_its_own_day) {
    const Package package = load(meals());
    const PackageComparison compared =
        compare_packages(package, package, people(package, package), on_2010, on_2011);
    EXPECT_EQ(compared.weekly.gained, money("3.00"));  // 12 meals at 0.25 more
    EXPECT_EQ(compared.on_after, on_2011);
}

TEST(ComparePackages, counts_apart_whom_one_of_them_cannot_work_out_and_says_why) {
    const Package before = load(meals());
    const Package after = load(dearer());
    std::vector<ComparedPerson> all = people(before, after);
    all.push_back(read_person(before, after, "Dot", {}));
    all.push_back(read_person(before, after, "Eve", {{"meals_needed", "nine"}}));
    const PackageComparison compared = compare_packages(before, after, all, on_2010, on_2010);
    EXPECT_EQ(compared.people.size(), 5U);
    EXPECT_EQ(compared.refused, 2U);
    EXPECT_EQ(compared.weekly.counted(), 3U);
    EXPECT_EQ(compared.streams[0].refused, 2U);
    EXPECT_EQ(compared.streams[0].sums.counted(), 3U);
    EXPECT_TRUE(compared.people[3].is_refused());
    EXPECT_EQ(compared.people[3].streams[0].before.refusal->code, "policy.fact_missing");
    EXPECT_EQ(compared.people[4].streams[0].after.refusal->code, "policy.not_allowed");
}

TEST(ComparePackages, passes_over_a_question_that_is_not_asked_any_more_and_names_it) {
    const Package before = load(meals());
    const Package after = load(dearer());
    const PackageComparison compared = compare_packages(
        before, after,
        {read_person(before, after, "Ann", {{"meals_needed", "five"}, {"shoe_size", "7"}})},
        on_2010, on_2010);
    EXPECT_EQ(compared.refused, 0U);
    EXPECT_EQ(compared.not_asked_before, (std::vector<std::string>{"shoe_size"}));
    EXPECT_EQ(compared.not_asked_after, (std::vector<std::string>{"shoe_size"}));
}

TEST(ComparePackages, a_stream_that_is_new_or_gone_is_a_sum_of_nought_before_or_after) {
    Files files = meals();
    replace(files["streams.csv"], "weekly,,,,test", "weekly,2010-01-01,2011-01-01,,test");
    const Package package = load(files);
    const PackageComparison compared =
        compare_packages(package, package, people(package, package), on_2010, on_2011);
    ASSERT_EQ(compared.streams.size(), 1U);
    EXPECT_EQ(compared.people[0].streams[0].after.state, SumState::no_stream);
    EXPECT_EQ(compared.weekly.lost, money("51.00"));
    EXPECT_EQ(compared.streams[0].no_longer_eligible, 3U);
    const PackageComparison back =
        compare_packages(package, package, people(package, package), on_2011, on_2010);
    EXPECT_EQ(back.streams[0].newly_eligible, 3U);
}

TEST(ComparePackages, a_stream_paid_once_and_one_paid_weekly_are_never_added_up) {
    Files files = meals();
    replace(files["streams.csv"], "revenue,yes,none,,,owner,1,weekly",
            "capital,yes,none,,,owner,1,one_off");
    const Package before = load(meals());
    const Package after = load(files);
    const PackageComparison compared =
        compare_packages(before, after, people(before, after), on_2010, on_2010);
    ASSERT_EQ(compared.streams.size(), 2U);
    EXPECT_TRUE(compared.streams[0].once);
    EXPECT_FALSE(compared.streams[1].once);
    EXPECT_EQ(compared.weekly.lost, money("51.00"));
    EXPECT_EQ(compared.once.gained, money("51.00"));
}

TEST(ComparePackages, where_only_the_owner_can_say_there_is_no_sum_to_compare) {
    Files files = meals();
    replace(files["streams.csv"], "meals_weekly", "");
    const Package before = load(meals());
    const Package after = load(files);
    const PackageComparison compared =
        compare_packages(before, after, people(before, after), on_2010, on_2010);
    EXPECT_EQ(compared.streams[0].without_sum, 3U);
    EXPECT_EQ(compared.streams[0].sums.counted(), 0U);
    EXPECT_EQ(compared.refused, 0U);
    EXPECT_EQ(compared.people[0].streams[0].after.state, SumState::no_formula);
}

// What is asked of each, and every total, against the golden cases of a shipped package.
TEST(ComparePackages, tells_what_is_asked_of_the_people_of_a_shipped_package) {
    const Files files = shipped_files("england-2025");
    Files changed = files;
    replace(changed["parameters.csv"], "GBP/week,0.00,2025-04-01,,", "GBP/week,5.00,2025-04-01,,");
    const Package before = Package::load("before", files).value();
    const Package after = Package::load("after", changed).value();
    const Date on = Date::parse("2025-06-02").value();
    const std::vector<ComparedPerson> golden = people_of_cases(before, after);
    ASSERT_EQ(golden.size(), before.cases().size());
    const PackageComparison compared = compare_packages(before, after, golden, on, on);
    EXPECT_EQ(compared.people.size(), golden.size());
    const auto stream = std::find_if(compared.streams.begin(), compared.streams.end(),
                                     [](const auto& s) { return s.stream == "adult_social_care"; });
    ASSERT_NE(stream, compared.streams.end());
    EXPECT_EQ(stream->sums.gain + stream->sums.lose, 0U);
    EXPECT_EQ(stream->contributions.gain, 0U);
    EXPECT_GT(stream->contributions.lose, 5U);
    EXPECT_EQ(stream->contributions.largest_loss->change, money("-5.00"));
    const auto worked = std::find_if(compared.people.begin(), compared.people.end(),
                                     [](const auto& p) { return p.label == "worked_90_75"; });
    ASSERT_NE(worked, compared.people.end());
    for (const StreamOfPerson& each : worked->streams) {
        if (each.stream == "adult_social_care") {
            EXPECT_EQ(each.before.contribution, money("90.75"));
            EXPECT_EQ(each.after.contribution, money("85.75"));
        }
    }
}

TEST(ComparePackages, totals_are_the_sum_of_the_people) {
    const Package before = Package::load("before", shipped_files("england-2025")).value();
    const PackageComparison compared =
        compare_packages(before, before, people_of_cases(before, before),
                         Date::parse("2025-06-02").value(), Date::parse("2026-06-02").value());
    Money had;
    Money has;
    std::size_t refused = 0;
    for (const PersonComparison& person : compared.people) {
        if (person.is_refused()) {
            ++refused;
            continue;
        }
        had += person.weekly_before;
        has += person.weekly_after;
    }
    EXPECT_EQ(compared.weekly.before, had);
    EXPECT_EQ(compared.weekly.after, has);
    EXPECT_EQ(compared.refused, refused);
    EXPECT_EQ(compared.weekly.counted() + refused, compared.people.size());
    EXPECT_EQ(had + compared.weekly.gained - compared.weekly.lost, has);
    EXPECT_GT(compared.weekly.gain, 0U);
}

TEST(ComparedPeople, are_read_from_a_file) {
    const Package package = load(meals());
    const auto read = read_people_json(
        package, package,
        R"({"people": [{"label": "Ann", "answers": {"meals_needed": "five"}, "inputs": {}},
                       {"label": "Bea", "answers": {"meals_needed": null}}]})");
    ASSERT_TRUE(read.has_value()) << read.error().message;
    ASSERT_EQ(read->size(), 2U);
    EXPECT_EQ((*read)[0].before.at("meals_needed"), feel::Value("five"));
    EXPECT_TRUE((*read)[1].after.empty());
}

TEST(ComparedPeople, are_refused_with_the_place_of_what_is_wrong) {
    const Package package = load(meals());
    const auto refused = [&](std::string_view text) {
        return read_people_json(package, package, text).error();
    };
    for (const std::string_view text :
         {"[]", "{}", R"({"people": 1})", R"({"people": [], "more": 1})", R"({"people": [1]})",
          R"({"people": [{"answers": {}}]})", R"({"people": [{"label": "", "answers": {}}]})",
          R"({"people": [{"label": "A", "answers": 1}]})",
          R"({"people": [{"label": "A", "answers": {"a": []}}]})",
          R"({"people": [{"label": "A", "facts": {}}]})"}) {
        EXPECT_EQ(refused(text).code, "compare.people_not_whole") << text;
    }
    EXPECT_EQ(refused(R"({"people": [{"label": "A", "answers": {"a": []}}]})").place,
              "people 1.answers.a");
    const Error twice = refused(R"({"people": [{"label": "A"}, {"label": "A"}]})");
    EXPECT_EQ(twice.code, "compare.label_twice");
    EXPECT_EQ(twice.place, "people 2");
}

}  // namespace
}  // namespace policy
