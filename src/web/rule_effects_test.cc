// Who gets more, who gets less and by how much, in the words of a page.

#include "web/rule_effects.h"

#include <gtest/gtest.h>

#include "casework/rules_for_tests.h"

namespace web {
namespace {

const Date day = Date::parse("2010-06-01").value();

// What a change from one set of rules to another means for people with so many meals.
EffectsOnPeople effects(const policy::Files& before, const policy::Files& after,
                        const std::vector<std::string>& meals) {
    EffectsOnPeople made;
    std::vector<policy::ComparedPerson> people;
    for (const std::string& needed : meals) {
        const policy::Facts facts = {{"meals_needed", needed}};
        people.push_back({"Person " + std::to_string(people.size() + 1), facts, facts});
    }
    made.comparison = policy::compare_packages(*casework::loaded("meals", before),
                                               *casework::loaded("meals", after), people, day, day);
    return made;
}

bool says(const Html& html, std::string_view words) {
    return html.view().find(words) != std::string_view::npos;
}

TEST(RuleEffects, row_7_say_who_gets_more_and_by_how_much) {
    const Html html = effects_part(
        effects(casework::meals_to_publish(), casework::dearer_meals(), {"five", "none", "seven"}));
    EXPECT_TRUE(says(html, "2 people get more, together £9.00 a week")) << html.view();
    EXPECT_TRUE(says(html, "0 people get less</li>"));
    EXPECT_TRUE(says(html, "1 person keeps the same"));
    EXPECT_TRUE(says(html, "All together: £51.00 a week before, £60.00 a week after"));
    EXPECT_TRUE(says(html, "Person 1"));
    EXPECT_TRUE(says(html, "£3.75 more"));
    EXPECT_TRUE(says(html, "Person 3"));
    EXPECT_TRUE(says(html, "£5.25 more"));
    EXPECT_FALSE(says(html, "Person 2"));
    EXPECT_TRUE(says(html, "People are numbered here"));
}

TEST(RuleEffects, say_who_gets_less) {
    const Html html =
        effects_part(effects(casework::dearer_meals(), casework::meals_to_publish(), {"five"}));
    EXPECT_TRUE(says(html, "0 people get more</li>")) << html.view();
    EXPECT_TRUE(says(html, "1 person gets less, together £3.75 a week"));
    EXPECT_TRUE(says(html, "£3.75 less"));
}

TEST(RuleEffects, count_apart_whom_one_side_cannot_work_out_and_say_why) {
    const Html html = effects_part(
        effects(casework::meals_to_publish(), casework::meals_with_pudding(), {"five", "none"}));
    EXPECT_TRUE(says(html, "Not worked out, and counted in no total")) << html.view();
    EXPECT_TRUE(says(html, "After: "));
    EXPECT_TRUE(says(html, "0 people get more</li>"));
    EXPECT_TRUE(says(html, "(2 sums not worked out)"));
}

// A rule about what people pay changes no sum: it was not told at all.
TEST(RuleEffects, say_who_is_asked_to_pay_more_although_no_sum_changes) {
    EffectsOnPeople made;
    made.comparison.people.emplace_back();
    EXPECT_TRUE(says(effects_part(made), "Nobody is asked to pay more or less"));
    policy::StreamComparison stream;
    stream.name = "Meals";
    stream.contributions.count("Person 1", Money::pence(600), Money::pence(850));
    made.comparison.streams.push_back(stream);
    const Html html = effects_part(made);
    EXPECT_TRUE(says(html, "What people pay themselves, a week")) << html.view();
    EXPECT_TRUE(says(html, "£6.00"));
    EXPECT_TRUE(says(html, "£2.50 more"));
    EXPECT_FALSE(says(html, "Nobody is asked to pay more or less"));
}

// Whom one sum is refused may still gain by another: she was missing from the list of names.
TEST(RuleEffects, name_also_who_gains_while_another_of_her_sums_is_not_worked_out) {
    policy::PersonComparison person;
    person.label = "Person 1";
    person.weekly_before = Money::pence(1000);
    person.weekly_after = Money::pence(1250);
    policy::StreamOfPerson refused;
    refused.stream = "meals";
    refused.after.state = policy::SumState::refused;
    refused.after.refusal = Error{"policy.fact_missing", "It is not answered yet."};
    person.streams.push_back(refused);
    EffectsOnPeople made;
    made.comparison.people.push_back(person);
    const Html html = effects_part(made);
    EXPECT_TRUE(says(html, "Person 1 (not every sum worked out)")) << html.view();
    EXPECT_TRUE(says(html, "£2.50 more"));
    EXPECT_TRUE(says(html, "After: It is not answered yet."));
}

TEST(RuleEffects, say_so_when_there_is_nobody) {
    EXPECT_TRUE(
        says(effects_part(effects(casework::meals_to_publish(), casework::dearer_meals(), {})),
             "Nobody with an open record has answered"));
}

}  // namespace
}  // namespace web
