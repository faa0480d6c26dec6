#include "budget/instalment.h"

#include <gtest/gtest.h>

#include "budget/share.h"

namespace budget {
namespace {

const Date start = *Date::make(2006, 4, 1);
const Period year{start, *Date::make(2007, 4, 1)};

// A weekly sum of £100.01 held as a direct payment, 70/30 over two streams.
BudgetLine line(std::uint64_t number = 1) {
    BudgetLine made;
    made.plan.id = PlanLineId{0, number};
    made.plan.what = "Help";
    made.plan.purpose = "help";
    made.plan.unit = market::Unit::week;
    made.plan.frequency = {Every::week, 1};
    made.plan.price = Money::pence(10001);
    made.plan.dates = year;
    made.plan.anchor = start;
    made.plan.holding = Holding::direct_payment;
    made.plan.holder = PayeeId{0, 8};
    const Money cost = made.plan.cost();
    const Money first = Money::pence(cost.in_pence() * 7 / 10);
    made.portions = {{"care", first}, {"home", cost - first}};
    return made;
}

ContributionTerms terms(Collected collected) {
    ContributionTerms made;
    made.stream = "care";
    made.terms = {{start, {}, Money::pence(2000), collected}};
    return made;
}

TEST(Schedule, pays_four_weeks_in_advance_and_the_last_part_to_the_penny) {
    const std::vector<Instalment> made = schedule(line());
    ASSERT_EQ(made.size(), 14U);
    for (std::size_t index = 0; index + 1 < made.size(); ++index) {
        EXPECT_EQ(made[index].gross(), Money::pence(40004));
        EXPECT_EQ(made[index].due, start.plus_days(static_cast<std::int64_t>(index) * 28));
        EXPECT_EQ(made[index].covers.days(), 28);
    }
    EXPECT_EQ(made[13].covers.days(), 1);
    EXPECT_EQ(made[13].gross(), Money::pence(1428));  // a seventh of 100.01, rounded down
}

TEST(Schedule, sums_to_the_line_stream_by_stream) {
    for (const std::int64_t days : {7, 13, 28, 400}) {
        std::vector<ledger::Portion> sums;
        for (const Instalment& instalment : schedule(line(), days)) {
            ledger::add_to(sums, instalment.portions);
        }
        EXPECT_EQ(sums, line().portions) << days;
    }
}

TEST(Schedule, has_nothing_for_what_the_council_manages_and_nothing_in_weeks_of_nought) {
    BudgetLine council = line();
    council.plan.holding = Holding::council_managed;
    EXPECT_TRUE(schedule(council).empty());
    BudgetLine once = line();
    once.plan.unit = market::Unit::item;
    once.plan.frequency = {Every::once, 1};
    once.portions = {{"care", once.plan.cost()}};
    ASSERT_EQ(schedule(once).size(), 1U);
    EXPECT_EQ(schedule(once)[0].gross(), Money::pence(10001));
}

TEST(Schedule, takes_a_net_contribution_off_and_leaves_a_gross_one) {
    Budget budget;
    budget.period = year;
    budget.lines = {line()};
    const ContributionTerms net = terms(Collected::net);
    const Schedule made = schedule(budget, {net});
    Money shares;
    for (const Instalment& instalment : made.instalments) {
        shares += instalment.share();
        EXPECT_EQ(ledger::total(instalment.net_portions()), instalment.net());
    }
    EXPECT_EQ(made.instalments[0].share(), Money::pence(8000));
    EXPECT_EQ(made.instalments[0].net(), Money::pence(32004));
    EXPECT_EQ(shares, net.due_in(year, Collected::net));
    EXPECT_TRUE(made.uncollected.empty());
    const ContributionTerms gross = terms(Collected::gross);
    for (const Instalment& instalment : schedule(budget, {gross}).instalments) {
        EXPECT_EQ(instalment.share(), Money());
    }
}

TEST(Schedule, shares_a_contribution_over_lines_and_says_what_it_could_not_take) {
    Budget budget;
    budget.period = year;
    budget.lines = {line(1), line(2)};
    ContributionTerms net = terms(Collected::net);
    const Schedule made = schedule(budget, {net});
    EXPECT_EQ(made.instalments[0].share(), Money::pence(4000));
    EXPECT_EQ(made.instalments[1].share(), Money::pence(4000));
    net.terms[0].weekly = Money::pence(100000);  // more than both lines have
    const Schedule short_of = schedule(budget, {net});
    Money shares;
    for (const Instalment& instalment : short_of.instalments) {
        shares += instalment.share();
        EXPECT_LE(instalment.share(), amount_of(instalment.portions, "care"));
    }
    Money uncollected;
    for (const Uncollected& each : short_of.uncollected) {
        EXPECT_EQ(each.stream, "care");
        uncollected += each.amount;
    }
    EXPECT_TRUE(uncollected.is_positive());
    EXPECT_EQ(shares + uncollected, net.due_in(year, Collected::net));
    EXPECT_EQ(short_of.uncollected.front().covers, (Period{start, start.plus_days(28)}));
}

TEST(Schedule, takes_every_streams_contribution_off_its_own_portion_not_only_the_first_streams) {
    Budget budget;
    budget.period = year;
    budget.lines = {line()};
    ContributionTerms care = terms(Collected::net);
    ContributionTerms home = terms(Collected::net);
    home.stream = "home";
    home.terms[0].weekly = Money::pence(700);
    const Schedule made = schedule(budget, {care, home});
    const std::vector<ledger::Portion> first = {{"care", Money::pence(8000)},
                                                {"home", Money::pence(2800)}};
    EXPECT_EQ(made.instalments[0].shares, first);
    EXPECT_EQ(made.instalments[0].net(), Money::pence(40004 - 8000 - 2800));
    for (const ContributionTerms& each : {care, home}) {
        Money taken;
        for (const Instalment& instalment : made.instalments) {
            taken += amount_of(instalment.shares, each.stream);
            EXPECT_LE(amount_of(instalment.shares, each.stream),
                      amount_of(instalment.portions, each.stream));
        }
        EXPECT_EQ(taken, each.due_in(year, Collected::net)) << each.stream;
    }
    EXPECT_TRUE(made.uncollected.empty());
    // A charge above its own stream's portion takes nothing from another stream.
    home.terms[0].weekly = Money::pence(5000);
    const Schedule too_much = schedule(budget, {care, home});
    EXPECT_EQ(amount_of(too_much.instalments[0].shares, "care"), Money::pence(8000));
    EXPECT_EQ(amount_of(too_much.instalments[0].shares, "home"),
              amount_of(too_much.instalments[0].portions, "home"));
    EXPECT_EQ(too_much.uncollected.front().amount,
              Money::pence(20000) - amount_of(too_much.instalments[0].portions, "home"));
}

TEST(Schedule, says_for_which_days_nothing_could_be_taken_off) {
    Budget budget;
    budget.period = year;
    BudgetLine late = line();
    late.portions = above_nought(accrued(late, {start.plus_days(56), year.until}));
    late.plan.dates.from = start.plus_days(56);
    late.plan.anchor = late.plan.dates.from;
    budget.lines = {late};
    const Schedule made = schedule(budget, {terms(Collected::net)});
    // Eight weeks at £20.00, said four weeks at a time: £80.00 and £80.00.
    const std::vector<Uncollected> before = {
        {"care", {start, start.plus_days(28)}, Money::pence(8000)},
        {"care", {start.plus_days(28), start.plus_days(56)}, Money::pence(8000)}};
    EXPECT_EQ(made.uncollected, before);
}

// A line that the council manages pays nothing in advance, so the whole of £20.00 a week is left:
// 365 days are 52 weeks and a day, thirteen times £80.00 and a seventh of £20.00, £2.85 and part of
// a penny, which is rounded down.
TEST(Schedule, says_a_whole_year_that_could_not_be_taken_off_four_weeks_at_a_time) {
    Budget budget;
    budget.period = year;
    BudgetLine council = line();
    council.plan.holding = Holding::council_managed;
    council.plan.holder.reset();
    budget.lines = {council};
    const Schedule made = schedule(budget, {terms(Collected::net)});
    EXPECT_TRUE(made.instalments.empty());
    ASSERT_EQ(made.uncollected.size(), 14U);
    for (std::size_t i = 0; i < 13; ++i) {
        const Date from = start.plus_days(static_cast<std::int64_t>(i) * 28);
        const Uncollected four_weeks{"care", {from, from.plus_days(28)}, Money::pence(8000)};
        EXPECT_EQ(made.uncollected[i], four_weeks);
    }
    const Uncollected last{"care", {start.plus_days(364), year.until}, Money::pence(285)};
    EXPECT_EQ(made.uncollected[13], last);
}

TEST(Pay, makes_one_entry_for_the_holder_and_one_for_her_share) {
    Budget budget;
    budget.period = year;
    budget.lines = {line()};
    const ContributionTerms net = terms(Collected::net);
    const Instalment first = schedule(budget, {net}).instalments[0];
    ledger::Act act;
    act.person = PersonId{0, 3};
    const std::vector<ledger::Entry> entries = *pay(first, act);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].kind(), ledger::EntryKind::settle);
    EXPECT_EQ(entries[0].amount(), first.net());
    EXPECT_EQ(entries[0].cause(), "instalment:" + first.key());
    EXPECT_TRUE(first.key().ends_with(" 2006-04-01"));
    EXPECT_EQ(entries[1].kind(), ledger::EntryKind::net_contribution);
    EXPECT_EQ(entries[1].amount(), Money::pence(8000));
}

}  // namespace
}  // namespace budget
