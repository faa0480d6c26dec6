#include "budget/support_plan.h"

#include <gtest/gtest.h>

#include <set>

namespace budget {
namespace {

const Period year{*Date::make(2006, 4, 1), *Date::make(2007, 4, 1)};

PlanLine line() {
    PlanLine made;
    made.id = PlanLineId{0, 1};
    made.what = "Help with washing";
    made.purpose = "personal_care";
    made.frequency = {Every::week, 3};
    made.price = Money::pence(1250);
    made.dates = year;
    made.anchor = year.from;
    return made;
}

SupportPlan plan() {
    SupportPlan made;
    made.period = year;
    made.outcomes = {{"I want to see my friends"}};
    made.lines = {line()};
    return made;
}

TEST(PlanLine, costs_its_units_at_its_price) {
    EXPECT_EQ(line().cost(), Money::pence(157 * 1250));
    EXPECT_EQ(line().cost_in({year.from, year.from.plus_days(7)}), Money::pence(3 * 1250));
    EXPECT_EQ(line().cost_in({year.until, year.until.plus_days(7)}), Money());
}

TEST(PlanLine, costs_a_weekly_sum_by_the_day) {
    PlanLine weekly = line();
    weekly.unit = market::Unit::week;
    weekly.frequency = {Every::week, 1};
    weekly.price = Money::pence(7001);
    EXPECT_EQ(weekly.cost_in({year.from, year.from.plus_days(3)}), Money::pence(3000));
    EXPECT_EQ(weekly.cost(), Money::pence(52 * 7001 + 1000));
}

TEST(PlanLine, what_she_adds_and_what_the_funds_pay_are_its_cost_wherever_it_is_cut) {
    PlanLine shared = line();
    shared.own = Money::pence(250);
    EXPECT_EQ(shared.cost(), Money::pence(157 * 1250));
    EXPECT_EQ(shared.funded(), Money::pence(157 * 1000));
    EXPECT_EQ(shared.own_cost(), Money::pence(157 * 250));
    // A weekly sum of 70.01 with 10.00 of hers: three days are 30.00, of which 25.71 is funded.
    shared.unit = market::Unit::week;
    shared.frequency = {Every::week, 1};
    shared.price = Money::pence(7001);
    shared.own = Money::pence(1000);
    const Period three{year.from, year.from.plus_days(3)};
    EXPECT_EQ(shared.funded_in(three), Money::pence(2571));
    EXPECT_EQ(shared.own_in(three), Money::pence(429));
    EXPECT_EQ(shared.funded_in({year.until, year.until.plus_days(7)}), Money());
    SupportPlan made = plan();
    made.lines = {shared, line()};
    EXPECT_EQ(made.funded() + made.own_cost(), made.cost());
    EXPECT_EQ(made.own_cost(), shared.own_cost());
}

TEST(PlanLine, is_refused_where_she_would_pay_all_of_it_or_less_than_nothing) {
    const auto code = [](const PlanLine& wrong) { return check_line(wrong, year).error().code; };
    PlanLine wrong = line();
    wrong.own = Money::pence(1249);
    EXPECT_TRUE(check_line(wrong, year).has_value());
    wrong.own = Money::pence(1250);
    EXPECT_EQ(code(wrong), "budget.own_part_too_large");
    wrong.own = Money::pence(-1);
    EXPECT_EQ(code(wrong), "budget.own_part_too_large");
    // One day of a weekly sum of which a penny a week is funded.
    wrong = line();
    wrong.unit = market::Unit::week;
    wrong.frequency = {Every::week, 1};
    wrong.price = Money::pence(700);
    wrong.own = Money::pence(699);
    wrong.dates = {year.from, year.from.plus_days(1)};
    EXPECT_EQ(code(wrong), "budget.own_part_too_large");
}

TEST(PlanLine, is_refused_in_the_order_of_the_checks) {
    const auto code = [](const PlanLine& wrong) { return check_line(wrong, year).error().code; };
    EXPECT_TRUE(check_line(line(), year).has_value());
    PlanLine wrong = line();
    wrong.price = Money::pence(1'000'000'000);
    wrong.frequency.times = 1000;
    EXPECT_EQ(code(wrong), "budget.cost_too_large");
    wrong = line();
    wrong.frequency = {Every::once, 1};
    wrong.anchor = year.from.plus_days(-1);
    EXPECT_EQ(code(wrong), "budget.line_costs_nothing");
    wrong.holder = PayeeId{0, 1};
    EXPECT_EQ(code(wrong), "budget.holder_not_needed");
    wrong.holder.reset();
    wrong.holding = Holding::direct_payment;
    EXPECT_EQ(code(wrong), "budget.holder_missing");
    wrong.dates.until = year.until.plus_days(1);
    EXPECT_EQ(code(wrong), "budget.line_outside_plan");
    wrong.frequency.times = 0;
    EXPECT_EQ(code(wrong), "budget.frequency_not_positive");
    wrong.price = {};
    EXPECT_EQ(code(wrong), "budget.price_not_positive");
    wrong.purpose = "";
    EXPECT_EQ(code(wrong), "budget.line_without_purpose");
    wrong.what = " ";
    EXPECT_EQ(code(wrong), "budget.line_without_words");
}

TEST(SupportPlan, is_checked_when_it_is_sent) {
    EXPECT_TRUE(become(plan(), PlanStatus::sent).has_value());
    SupportPlan empty = plan();
    empty.outcomes.clear();
    EXPECT_EQ(become(empty, PlanStatus::sent).error().code, "budget.plan_without_outcomes");
    empty = plan();
    empty.lines.clear();
    EXPECT_EQ(become(empty, PlanStatus::sent).error().code, "budget.plan_without_lines");
    SupportPlan wrong = plan();
    wrong.lines[0].what = "";
    EXPECT_EQ(become(wrong, PlanStatus::sent).error().code, "budget.line_without_words");
    EXPECT_EQ(become(plan(), PlanStatus::agreed).error().code, "budget.status_not_allowed");
}

TEST(SupportPlan, makes_only_the_moves_of_its_table) {
    using enum PlanStatus;
    const std::set<std::pair<PlanStatus, PlanStatus>> expected = {
        {draft, sent},      {draft, ended},   {sent, draft},     {sent, returned},
        {sent, agreed},     {returned, sent}, {returned, ended}, {agreed, returned},
        {agreed, accepted}, {accepted, ended}};
    for (int from = 0; from < 6; ++from) {
        for (int to = 0; to < 6; ++to) {
            const auto a = static_cast<PlanStatus>(from);
            const auto b = static_cast<PlanStatus>(to);
            EXPECT_EQ(may_become(a, b), expected.contains({a, b})) << to_text(a) << to_text(b);
        }
        EXPECT_EQ(plan_status_from_text(to_text(static_cast<PlanStatus>(from))),
                  static_cast<PlanStatus>(from));
    }
}

TEST(Holding, knows_who_is_paid_and_when) {
    for (int each = 0; each < 4; ++each) {
        EXPECT_EQ(holding_from_text(to_text(static_cast<Holding>(each))),
                  static_cast<Holding>(each));
        EXPECT_FALSE(words(static_cast<Holding>(each)).empty());
    }
    EXPECT_TRUE(is_paid_in_advance(Holding::individual_service_fund));
    EXPECT_FALSE(is_paid_in_advance(Holding::council_managed));
    EXPECT_TRUE(is_cash(Holding::direct_payment));
    EXPECT_FALSE(is_cash(Holding::nominated_third_party));
    EXPECT_EQ(payer_of(Holding::direct_payment), market::Payer::person);
    EXPECT_EQ(payer_of(Holding::individual_service_fund), market::Payer::fund_holder);
    EXPECT_EQ(payer_of(Holding::council_managed), market::Payer::council);
}

}  // namespace
}  // namespace budget
