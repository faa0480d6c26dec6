#include "policy/changed_answers.h"

#include <gtest/gtest.h>

#include "policy/sentences.h"
#include "policy/told_package.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

const Date on = Date::parse("2010-05-01").value();

Package care() {
    return Package::load("care", told_package()).value();
}

ChangedAnswers changed(const Facts& facts, std::size_t tries_max = 400) {
    return changed_answers(care(), facts, on, "care_weekly", tries_max).value();
}

// "washing daily 27.00".
std::vector<std::string> lines(const std::vector<ChangedAnswer>& changes) {
    std::vector<std::string> made;
    for (const ChangedAnswer& each : changes) {
        made.push_back(each.question + " " + write_answer(each.other) + " " +
                       each.change.to_text());
    }
    return made;
}

TEST(ChangedAnswers, row_20_try_every_other_answer_and_tell_the_difference_the_largest_first) {
    // 4 points: £20.00 less £2.00. With 24: £108.00, cut to £100.00. With 10: £45.00.
    EXPECT_EQ(
        lines(changed(told_facts("weekly", false, "own", 3000)).changes),
        (std::vector<std::string>{"nights yes 82.00", "washing daily 27.00", "washing alone -18.00",
                                  "home care_home -18.00", "savings 23250.01 -18.00"}));
}

TEST(ChangedAnswers, tell_of_each_question_the_largest_change_that_leaves_a_sum) {
    const ChangedAnswers all = changed(told_facts("weekly", false, "own", 3000));
    EXPECT_EQ(lines(all.telling(3)),
              (std::vector<std::string>{"nights yes 82.00", "washing daily 27.00"}));
    EXPECT_EQ(lines(all.telling(1)), (std::vector<std::string>{"nights yes 82.00"}));
}

TEST(ChangedAnswers, find_the_side_of_a_threshold_where_the_sum_begins) {
    EXPECT_EQ(lines(changed(told_facts("weekly", false, "own", 24100)).changes),
              (std::vector<std::string>{"savings 23250.00 18.00"}));
}

TEST(ChangedAnswers, stop_at_the_cap_and_say_so) {
    const ChangedAnswers some = changed(told_facts("weekly", false, "own", 3000), 2);
    EXPECT_FALSE(some.all_tried);
    EXPECT_EQ(lines(some.changes),
              (std::vector<std::string>{"washing daily 27.00", "washing alone -18.00"}));
    EXPECT_TRUE(changed(told_facts("weekly", false, "own", 3000)).all_tried);
}

TEST(ChangedAnswers, are_what_the_engine_gives_with_the_other_answer) {
    const Facts facts = told_facts("weekly", true, "own", 3000);
    for (const ChangedAnswer& each : changed(facts).changes) {
        Facts other = facts;
        other[each.question] = each.other;
        const auto evaluation = evaluate(care(), other, on, {"care_weekly"}, false);
        EXPECT_EQ(*evaluation->find("care_weekly")->number(), each.then) << each.question;
    }
}

TEST(ChangedAnswers, are_refused_for_what_is_no_sum) {
    const Facts facts = told_facts("weekly", true, "own", 3000);
    EXPECT_EQ(changed_answers(care(), facts, on, "can_have").error().code, "policy.not_a_sum");
    EXPECT_EQ(changed_answers(care(), {}, on, "care_weekly").error().code, "policy.fact_missing");
}

TEST(ChangedAnswers, are_told_in_the_words_of_the_questionnaire) {
    const ChangedAnswers all = changed(told_facts("weekly", false, "own", 3000));
    const Told daily = tell(care(), all.changes[1], Each::week, Reading::usual);
    EXPECT_EQ(daily.heading, "Washing");
    EXPECT_EQ(
        daily.sentences,
        (std::vector<std::string>{"The answer was “I need help every week”.",
                                  "With “I need help every day” it would be £27.00 a week more."}));
    EXPECT_EQ(tell(care(), all.changes[1], Each::week, Reading::easy).sentences,
              (std::vector<std::string>{"The answer was “Every week”.",
                                        "With “Every day” it would be £27.00 a week more."}));
    EXPECT_EQ(tell(care(), all.changes[3], Each::week, Reading::usual).sentences.back(),
              "With “A care home” there would be no money from here.");
    EXPECT_EQ(
        tell(care(), all.changes[0], Each::once, Reading::usual).sentences,
        (std::vector<std::string>{"The answer was no.", "With yes it would be £82.00 more."}));
}

}  // namespace
}  // namespace policy
