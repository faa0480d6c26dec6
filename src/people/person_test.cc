#include "people/person.h"

#include <gtest/gtest.h>

#include "people/contact.h"
#include "people/helping.h"
#include "people/question_case.h"
#include "people/review.h"
#include "people/staff.h"

namespace people {
namespace {

Date day(std::string_view text) {
    return *Date::parse(text);
}

Person ann() {
    Person person;
    person.name = "Ann Ashe";
    person.born = day("1931-02-11");
    person.first_contact = day("2006-04-24");
    person.package = "england-2005-pilot";
    return person;
}

TEST(Person, is_closed_from_the_first_of_the_days_that_close_a_record) {
    Person person = ann();
    EXPECT_TRUE(person.is_open_on(day("2030-01-01")));
    person.ended_on = day("2006-06-30");
    person.died_on = day("2006-06-11");
    EXPECT_EQ(person.closed_on(), day("2006-06-11"));
    EXPECT_TRUE(person.is_open_on(day("2006-06-10")));
    EXPECT_FALSE(person.is_open_on(day("2006-06-11")));
}

TEST(Person, is_called_by_the_first_of_her_names) {
    Person person = ann();
    EXPECT_EQ(person.first_name(), "Ann");
    person.name = "Pelé";
    EXPECT_EQ(person.first_name(), "Pelé");
}

TEST(Person, writes_and_reads_every_group_and_format) {
    for (const ClientGroup group : all_client_groups) {
        EXPECT_EQ(client_group_from_text(to_text(group)), group);
    }
    for (const Format format : all_formats) {
        EXPECT_EQ(format_from_text(to_text(format)), format);
    }
    EXPECT_FALSE(client_group_from_text("others").has_value());
    EXPECT_FALSE(format_from_text("").has_value());
}

TEST(Person, was_born_within_130_years_and_met_after_that) {
    const Date today = day("2006-05-03");
    EXPECT_TRUE(check(ann(), today).has_value());
    Person person = ann();
    person.born = day("2006-05-04");
    EXPECT_EQ(check(person, today).error().code, "people.born_impossible");
    person = ann();
    person.first_contact = day("1930-01-01");
    EXPECT_EQ(check(person, today).error().code, "people.contact_impossible");
    person = ann();
    person.package = "";
    EXPECT_EQ(check(person, today).error().code, "people.package_missing");
    person = ann();
    person.name = "";
    EXPECT_EQ(check(person, today).error().code, "people.name_missing");
}

TEST(Contact, must_have_come_by_today) {
    Contact contact;
    contact.name = "Ann Ashe";
    contact.reach = "01632 960123";
    contact.own_words = "Help at night";
    contact.on = day("2006-05-04");
    EXPECT_EQ(check(contact, day("2006-05-03")).error().code, "contact.day_ahead");
    EXPECT_TRUE(check(contact, day("2006-05-04")).has_value());
    for (const Channel channel : {Channel::page, Channel::telephone, Channel::paper}) {
        EXPECT_EQ(channel_from_text(to_text(channel)), channel);
    }
}

TEST(QuestionCase, is_late_only_while_it_waits) {
    QuestionCase question;
    question.about = "plan";
    question.reply_by = day("2006-05-10");
    EXPECT_FALSE(question.is_late_on(day("2006-05-10")));
    EXPECT_TRUE(question.is_late_on(day("2006-05-11")));
    const auto replied = answered(question, {"Yes.", day("2006-05-09"), "Will Ray"});
    ASSERT_TRUE(replied.has_value());
    EXPECT_FALSE(replied->is_late_on(day("2006-05-11")));
    for (const Ask ask : {Ask::not_sure, Ask::help, Ask::disagree}) {
        EXPECT_EQ(ask_from_text(to_text(ask)), ask);
    }
}

TEST(Review, is_late_from_the_day_after_it_was_due) {
    Review review;
    review.due_on = day("2006-08-01");
    EXPECT_FALSE(review.is_late_on(day("2006-08-01")));
    EXPECT_TRUE(review.is_late_on(day("2006-08-02")));
    review.held = ReviewHeld{};
    EXPECT_FALSE(review.is_late_on(day("2006-08-02")));
    for (const ReviewOutcome outcome : all_review_outcomes) {
        EXPECT_EQ(review_outcome_from_text(to_text(outcome)), outcome);
    }
    EXPECT_EQ(
        check(ReviewHeld{day("2006-08-01"), ReviewOutcome::stays, "", "Will"}, day("2006-08-01"))
            .error()
            .code,
        "review.notes_missing");
}

TEST(Staff, has_limits_and_duties_that_fit_its_roles) {
    Staff staff;
    EXPECT_EQ(check(staff).error().code, "staff.name_missing");
    staff.name = "Fin Reed";
    EXPECT_EQ(check(staff).error().code, "staff.no_role");
    staff.roles = {Role::finance};
    EXPECT_TRUE(check(staff).has_value());
    staff.is_duty = true;
    EXPECT_EQ(check(staff).error().code, "staff.duty_without_cases");
    staff.is_duty = false;
    staff.stream = "adult_social_care";
    EXPECT_EQ(check(staff).error().code, "staff.stream_not_needed");
    staff.stream.reset();
    staff.sign_off_weekly = Money::pence(-1);
    EXPECT_EQ(check(staff).error().code, "staff.limit_impossible");
}

TEST(Helping, knows_which_kinds_stand_on_a_paper) {
    std::size_t with_paper = 0;
    for (const HelpKind& kind : all_help_kinds()) {
        EXPECT_EQ(help_kind(kind.code), &kind);
        with_paper += kind.needs_evidence ? 1U : 0U;
    }
    EXPECT_EQ(with_paper, 4U);
    EXPECT_EQ(help_kind("landlord"), nullptr);
}

}  // namespace
}  // namespace people
