#include "budget/own_part.h"

#include <gtest/gtest.h>

#include "budget/budget.h"

namespace budget {
namespace {

const Period year{*Date::make(2006, 4, 1), *Date::make(2007, 4, 1)};

PlanLine visits(std::uint64_t id, std::int64_t times, std::int64_t pence) {
    PlanLine made;
    made.id = PlanLineId{0, id};
    made.what = "Visits";
    made.purpose = "help";
    made.frequency = {Every::once, times};
    made.price = Money::pence(pence);
    made.dates = year;
    made.anchor = year.from;
    return made;
}

StreamRule care(std::int64_t pence) {
    StreamRule made;
    made.id = "care";
    made.name = "Care";
    made.purposes = {"help"};
    made.available = Money::pence(pence);
    return made;
}

SupportPlan plan_of(std::vector<PlanLine> lines) {
    SupportPlan made;
    made.period = year;
    made.outcomes = {{"To get out"}};
    made.lines = std::move(lines);
    return made;
}

TEST(OwnPart, is_the_least_penny_a_unit_with_which_the_funds_pay_the_rest) {
    // 7 visits of 10.00 with 61.00: 9.00 are missing, 1.29 a visit is 9.03 and 1.28 only 8.96.
    const SupportPlan plan = plan_of({visits(1, 7, 1000)});
    EXPECT_EQ(least_own_part({care(6100)}, plan, 0, Money::pence(999)).value(), Money::pence(129));
    SupportPlan with = plan;
    with.lines[0].own = Money::pence(129);
    EXPECT_TRUE(draw_down({care(6100)}, needs_of(with))->is_funded());
    with.lines[0].own = Money::pence(128);
    EXPECT_FALSE(draw_down({care(6100)}, needs_of(with))->is_funded());
}

TEST(OwnPart, is_nought_where_the_funds_pay_all) {
    const SupportPlan plan = plan_of({visits(1, 7, 1000)});
    EXPECT_EQ(least_own_part({care(7000)}, plan, 0, Money::pence(500)).value(), Money());
}

TEST(OwnPart, of_a_line_that_leaves_money_to_a_later_one_counts_what_that_one_needs) {
    // 100.00 for two lines of 60.00: 20.00 are missing whichever of them is lowered.
    const SupportPlan plan = plan_of({visits(1, 10, 600), visits(2, 10, 600)});
    EXPECT_EQ(least_own_part({care(10000)}, plan, 0, Money::pence(599)).value(), Money::pence(200));
    EXPECT_EQ(least_own_part({care(10000)}, plan, 1, Money::pence(599)).value(), Money::pence(200));
}

TEST(OwnPart, is_in_no_portion_of_the_budget_and_in_no_promise) {
    SupportPlan plan = plan_of({visits(1, 7, 1000)});
    plan.lines[0].own = Money::pence(300);
    plan.lines[0].holding = Holding::direct_payment;
    plan.lines[0].holder = PayeeId{0, 9};
    plan.person = PersonId{0, 5};
    plan.status = PlanStatus::accepted;
    ledger::Act act;
    act.on = year.from;
    const Result<Agreement> made = agree(BudgetId{0, 1}, plan, {care(7000)}, act);
    ASSERT_TRUE(made.has_value()) << made.error().message;
    EXPECT_EQ(made->budget.total(), Money::pence(4900));
    ASSERT_EQ(made->entries.size(), 1U);
    EXPECT_EQ(made->entries.front().amount(), Money::pence(4900));
    EXPECT_EQ(ledger::total(accrued(made->budget.lines.front(), year)), Money::pence(4900));
}

}  // namespace
}  // namespace budget
