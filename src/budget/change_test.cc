#include "budget/change.h"

#include <gtest/gtest.h>

#include "budget/share.h"

namespace budget {
namespace {

const Date start = *Date::make(2006, 4, 1);
const Period year{start, start.plus_days(364)};
const PayeeId own_account{0, 8};
const PayeeId trust{0, 9};
const PlanLineId first{0, 1};
const PlanLineId second{0, 2};

// £70.00 a week, £49.00 of it from care and £21.00 from home, as a direct payment.
Budget budget() {
    BudgetLine line;
    line.plan.id = first;
    line.plan.what = "Help";
    line.plan.purpose = "help";
    line.plan.unit = market::Unit::week;
    line.plan.frequency = {Every::week, 1};
    line.plan.price = Money::pence(7000);
    line.plan.dates = year;
    line.plan.anchor = start;
    line.plan.holding = Holding::direct_payment;
    line.plan.holder = own_account;
    line.portions = {{"care", Money::pence(52 * 4900)}, {"home", Money::pence(52 * 2100)}};
    Budget made;
    made.period = year;
    made.lines = {line};
    return made;
}

std::vector<ledger::Portion> weeks(std::int64_t care, std::int64_t home) {
    return {{"care", Money::pence(care)}, {"home", Money::pence(home)}};
}

// Two instalments were paid: 56 days.
std::vector<PaidInAdvance> paid() {
    return {{first, own_account, weeks(8 * 4900, 8 * 2100), {}, {}}};
}

using Steps = std::vector<Movement>;

TEST(ChangeHolding, at_a_pay_day_moves_nothing_and_goes_on_with_the_new_holder) {
    const Change change = *change_holding(budget(), first, start.plus_days(56),
                                          Holding::nominated_third_party, trust, second, paid());
    EXPECT_EQ(change.movements, Steps{});
    ASSERT_EQ(change.after.lines.size(), 2U);
    EXPECT_EQ(change.after.total(), budget().total());
    const std::vector<Instalment> next = schedule(change.after.lines[1]);
    EXPECT_EQ(next[0].due, start.plus_days(56));
    EXPECT_EQ(next[0].holder, trust);
    EXPECT_EQ(next.size(), 11U);
    EXPECT_EQ(schedule(change.after.lines[0]).size(), 2U);
}

TEST(ChangeHolding, in_the_middle_of_a_week_brings_back_what_the_old_holder_has_too_much) {
    // 45 of the 56 days paid for stay: 450.00 of 560.00, by the same split.
    const Change change = *change_holding(budget(), first, start.plus_days(45),
                                          Holding::nominated_third_party, trust, second, paid());
    const std::vector<ledger::Portion> over = weeks(7700, 3300);
    EXPECT_EQ(change.movements,
              (Steps{{Step::recover, first, own_account, over}, {Step::hold, first, {}, over}}));
    const std::vector<Instalment> next = schedule(change.after.lines[1]);
    EXPECT_EQ(next[0].due, start.plus_days(45));
    EXPECT_EQ(next[0].gross(), Money::pence(11000));  // the 11 days to the next pay day
    EXPECT_EQ(next[1].due, start.plus_days(56));
}

TEST(ChangeHolding, to_the_council_frees_the_promise_of_the_days_to_come) {
    const Change change = *change_holding(budget(), first, start.plus_days(45),
                                          Holding::council_managed, {}, second, paid());
    EXPECT_EQ(change.movements, (Steps{{Step::recover, first, own_account, weeks(7700, 3300)},
                                       {Step::release, first, {}, weeks(44 * 4900, 44 * 2100)}}));
}

TEST(ChangeHolding, from_the_council_promises_the_days_to_come) {
    Budget council = budget();
    council.lines[0].plan.holding = Holding::council_managed;
    council.lines[0].plan.holder.reset();
    const Change change = *change_holding(council, first, start.plus_days(56),
                                          Holding::direct_payment, own_account, second, {});
    EXPECT_EQ(change.movements, (Steps{{Step::hold, first, {}, weeks(44 * 4900, 44 * 2100)}}));
}

TEST(ChangeHolding, is_refused_in_the_order_of_its_checks) {
    const auto code = [](const PlanLineId& line, Date cut, Holding holding,
                         const std::optional<PayeeId>& holder) {
        return change_holding(budget(), line, cut, holding, holder, second, {}).error().code;
    };
    const Date day = start.plus_days(9);
    EXPECT_EQ(code(second, start, Holding::direct_payment, {}), "budget.line_unknown");
    EXPECT_EQ(code(first, start, Holding::direct_payment, {}), "budget.cut_outside_line");
    EXPECT_EQ(code(first, year.until, Holding::direct_payment, {}), "budget.cut_outside_line");
    EXPECT_EQ(code(first, day, Holding::direct_payment, {}), "budget.holder_missing");
    EXPECT_EQ(code(first, day, Holding::council_managed, trust), "budget.holder_not_needed");
    EXPECT_EQ(code(first, day, Holding::direct_payment, own_account), "budget.holding_unchanged");
}

TEST(EndLine, in_mid_week_gives_dated_differences_to_the_penny) {
    const Change change =
        *end_line(budget(), first, start.plus_days(59), "Moved in with son", paid());
    // 59 days at 10.00 a day.
    EXPECT_EQ(change.after.total(), Money::pence(59000));
    const std::vector<Delta> expected = {
        {first, "care", start.plus_days(59), year.until, Money::pence(52 * 4900 - 41300), Money(),
         "Moved in with son"},
        {first, "home", start.plus_days(59), year.until, Money::pence(52 * 2100 - 17700), Money(),
         "Moved in with son"}};
    EXPECT_EQ(change.deltas, expected);
    // Three days are still to be paid: they stay promised, the rest is freed.
    EXPECT_EQ(change.movements,
              (Steps{{Step::release, first, {}, weeks(52 * 4900 - 41300, 52 * 2100 - 17700)}}));
    EXPECT_EQ(schedule(change.after.lines[0])[2].gross(), Money::pence(3000));
}

TEST(StartLater, keeps_the_pay_days_and_does_not_pay_them_again) {
    const Change change =
        *start_line_later(budget(), first, start.plus_days(10), "Was in hospital", paid());
    EXPECT_EQ(change.movements, (Steps{{Step::recover, first, own_account, weeks(7000, 3000)}}));
    const std::vector<Instalment> before = schedule(budget().lines[0]);
    const std::vector<Instalment> after = schedule(change.after.lines[0]);
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after[0].key(), before[0].key());
    EXPECT_EQ(after[0].gross(), Money::pence(18000));
    EXPECT_EQ(after[1], before[1]);
}

TEST(EndBudget, after_a_death_takes_back_what_was_paid_for_days_after_it) {
    Budget two = budget();
    two.lines.push_back(two.lines[0]);
    two.lines[1].plan.id = second;
    two.lines[1].plan.holding = Holding::council_managed;
    two.lines[1].plan.holder.reset();
    const Change change = *end_budget(two, start.plus_days(31), "Died on 1 May 2006", paid());
    EXPECT_EQ(change.after.period.until, start.plus_days(31));
    EXPECT_EQ(change.after.total(), Money::pence(2 * 31000));
    EXPECT_EQ(change.movements,
              (Steps{{Step::recover, first, own_account, weeks(8 * 4900 - 21700, 8 * 2100 - 9300)},
                     {Step::release, first, {}, weeks(44 * 4900, 44 * 2100)}}));
    EXPECT_EQ(change.deltas.size(), 4U);
    Money sum;
    for (const Delta& delta : change.deltas) {
        EXPECT_EQ(delta.from, start.plus_days(31));
        sum += delta.difference();
    }
    EXPECT_EQ(sum, change.after.total() - two.total());
    const Change before_all = *end_budget(two, start, "Never began", {});
    EXPECT_TRUE(before_all.after.lines.empty());
}

TEST(EndBudget, gives_back_her_share_of_the_days_that_go) {
    // Of each 4 weeks 40.00 of care's money was kept back because she paid it in.
    std::vector<PaidInAdvance> shared = paid();
    shared[0].kept_back = {{"care", Money::pence(8000)}};
    const Change change = *end_budget(budget(), start.plus_days(28), "Moved away", shared);
    EXPECT_EQ(change.movements,
              (Steps{{Step::undo_share, first, {}, {{"care", Money::pence(4000)}}},
                     {Step::recover, first, own_account, weeks(4 * 4900 - 4000, 4 * 2100)},
                     {Step::release, first, {}, weeks(44 * 4900 + 4000, 44 * 2100)}}));
}

TEST(ChangeLine, pays_the_new_price_from_its_day_out_of_what_is_left) {
    StreamRule care;
    care.id = "care";
    care.purposes = {"help"};
    care.available = Money::pence(52 * 4900 + 100000);
    StreamRule home = care;
    home.id = "home";
    home.restriction_rank = 2;
    home.available = Money::pence(52 * 2100);
    PlanLine changed = budget().lines[0].plan;
    changed.id = second;
    changed.price = Money::pence(8000);
    const Change change = *change_line(budget(), first, start.plus_days(56), changed, {care, home},
                                       "New price", paid());
    ASSERT_EQ(change.after.lines.size(), 2U);
    EXPECT_EQ(change.after.total(), budget().total() + Money::pence(44 * 1000));
    Money sum;
    for (const Delta& delta : change.deltas) {
        sum += delta.difference();
    }
    EXPECT_EQ(sum, Money::pence(44000));
    // Care is the more restricted and has more than the line had of it: it pays all it can.
    EXPECT_EQ(change.movements, (Steps{{Step::release, first, {}, {{"home", Money::pence(56000)}}},
                                       {Step::hold, first, {}, {{"care", Money::pence(100000)}}}}));
    changed.price = Money::pence(20000);
    EXPECT_EQ(change_line(budget(), first, start.plus_days(56), changed, {care, home}, "x", paid())
                  .error()
                  .code,
              "budget.not_enough");
    changed.price = {};
    EXPECT_EQ(change_line(budget(), first, start.plus_days(56), changed, {care, home}, "x", paid())
                  .error()
                  .code,
              "budget.price_not_positive");
}

TEST(Step, has_one_text_each) {
    EXPECT_EQ(to_text(Step::hold), "hold");
    EXPECT_EQ(to_text(Step::undo_share), "undo_share");
}

}  // namespace
}  // namespace budget
