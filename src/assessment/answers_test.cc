#include "assessment/answers.h"

#include <gtest/gtest.h>

#include "assessment/decide_stream.h"
#include "assessment/record.h"

namespace assessment {
namespace {

const Date today = *Date::parse("2006-05-03");

Answer said(std::string value, Voice voice) {
    Answer answer;
    answer.question = "weeds";
    answer.value = std::move(value);
    answer.voice = voice;
    return answer;
}

TEST(Answers, the_last_of_a_voice_counts) {
    Answers answers;
    answers.add(said("few", Voice::person));
    answers.add(said("many", Voice::person));
    EXPECT_EQ(answers.latest("weeds", Voice::person)->value, "many");
    EXPECT_EQ(answers.given().size(), 2U);
    EXPECT_EQ(answers.latest("lawn", Voice::person), nullptr);
}

TEST(Answers, her_own_counts_before_a_helpers_and_the_workers_before_both) {
    Answers answers;
    answers.add(said("many", Voice::helper));
    EXPECT_EQ(answers.counting("weeds")->voice, Voice::helper);
    answers.add(said("few", Voice::person_through_helper));
    EXPECT_EQ(answers.counting("weeds")->voice, Voice::helper);
    answers.add(said("few", Voice::person));
    EXPECT_EQ(answers.counting("weeds")->voice, Voice::person);
    answers.add(said("many", Voice::worker));
    EXPECT_EQ(answers.counting("weeds")->voice, Voice::worker);
}

TEST(Answers, her_view_through_a_helper_is_kept_apart_and_shows_as_a_difference) {
    Answers answers;
    answers.add(said("many", Voice::helper));
    EXPECT_FALSE(answers.differs("weeds"));
    answers.add(said("few", Voice::person_through_helper));
    EXPECT_TRUE(answers.differs("weeds"));
    EXPECT_EQ(answers.own_view("weeds")->value, "few");
}

TEST(Answers, not_being_sure_is_something_to_talk_about) {
    Answers answers;
    Answer unsure = said("few", Voice::person);
    unsure.not_sure = true;
    answers.add(unsure);
    EXPECT_TRUE(answers.differs("weeds"));
}

TEST(Answers, nothing_typed_is_allowed_only_when_not_sure_or_not_required) {
    policy::Question question;
    question.id = "cost";
    question.kind = policy::Question::Kind::money;
    question.required = true;
    EXPECT_EQ(read_typed(question, "", false).error().code, "answer.missing");
    EXPECT_EQ(*read_typed(question, "", true), "");
    EXPECT_EQ(*read_typed(question, "£1,200.50", false), "1200.50");
    EXPECT_EQ(read_typed(question, "12.345", false).error().code, "money.part_of_a_penny");
    question.required = false;
    EXPECT_EQ(*read_typed(question, "", false), "");
}

TEST(Record, goes_forward_one_step_at_a_time) {
    constexpr Status all[] = {Status::started, Status::sent, Status::checked, Status::decided};
    for (const Status from : all) {
        for (const Status to : all) {
            EXPECT_EQ(may_follow(from, to), static_cast<int>(to) == static_cast<int>(from) + 1);
            EXPECT_EQ(status_from_text(to_text(from)), from);
        }
    }
    Record record;
    record.started_on = today;
    EXPECT_EQ(advance(record, Status::checked, today).error().code, "assessment.not_in_order");
    EXPECT_EQ(advance(record, Status::sent, today.plus_days(-1)).error().code,
              "assessment.before_last_step");
    record = *advance(record, Status::sent, today.plus_days(2));
    EXPECT_EQ(record.figures_on(today.plus_days(9)), today.plus_days(2));
    record = *advance(record, Status::checked, today.plus_days(4));
    EXPECT_EQ(record.figures_on(today.plus_days(9)), today.plus_days(4));
}

// One row for each refusal, in the order they are asked.
TEST(Verdict, is_refused_with_the_reason_named) {
    policy::Stream weekly;
    weekly.id = "garden_money";
    weekly.name = "Garden money";
    weekly.recurrence = policy::Recurrence::weekly;
    weekly.from = today.plus_days(-30);
    policy::Stream once = weekly;
    once.recurrence = policy::Recurrence::one_off;
    const Verdict good{.eligible = true,
                       .weekly = Money::pence(500),
                       .on = today,
                       .decided_by = "Sam Lee",
                       .reason = "It meets the need."};
    EXPECT_TRUE(check(good, weekly, today).has_value());

    const auto code = [&](auto change, const policy::Stream& stream) {
        Verdict verdict = good;
        change(verdict);
        const Outcome checked = check(verdict, stream, today);
        return checked ? std::string() : checked.error().code;
    };
    EXPECT_EQ(code([](Verdict& v) { v.reason = ""; }, weekly), "decision.reason_missing");
    EXPECT_EQ(code([](Verdict& v) { v.decided_by = ""; }, weekly), "decision.decider_missing");
    EXPECT_EQ(code([](Verdict& v) { v.on = today.plus_days(1); }, weekly), "decision.in_future");
    EXPECT_EQ(code([](Verdict& v) { v.on = today.plus_days(-31); }, weekly),
              "decision.stream_not_there");
    EXPECT_EQ(code([](Verdict& v) { v.eligible = false; }, weekly), "decision.sum_not_needed");
    EXPECT_EQ(code([](Verdict&) {}, once), "decision.not_weekly");
    EXPECT_EQ(code([](Verdict& v) { v.one_off = Money::pence(1); }, weekly),
              "decision.not_one_off");
    EXPECT_EQ(code([](Verdict& v) { v.weekly.reset(); }, weekly), "decision.sum_missing");
    EXPECT_EQ(code([](Verdict& v) { v.weekly = Money(); }, weekly), "decision.sum_missing");
}

TEST(StreamDecision, the_last_fact_of_a_stage_is_found) {
    StreamDecision first;
    first.stream = "garden_money";
    first.stage = Stage::proposed;
    first.weekly = Money::pence(100);
    StreamDecision second = first;
    second.weekly = Money::pence(200);
    const std::vector<StreamDecision> facts = {first, second};
    EXPECT_EQ(latest(facts, "garden_money", Stage::proposed), &facts[1]);
    EXPECT_EQ(latest(facts, "garden_money", Stage::agreed), nullptr);
    EXPECT_TRUE(departs(second, first));
    EXPECT_EQ(words(true, Money::pence(16820), std::nullopt), "Yes, £168.20 a week");
}

}  // namespace
}  // namespace assessment
