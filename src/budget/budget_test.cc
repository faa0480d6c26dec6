#include "budget/budget.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "budget/share.h"

namespace budget {
namespace {

using Portions = std::vector<ledger::Portion>;

const Period year{*Date::make(2006, 4, 1), *Date::make(2007, 4, 1)};

StreamRule stream(const StreamId& id, int rank, std::int64_t pence) {
    StreamRule made;
    made.id = id;
    made.name = id;
    made.restriction_rank = rank;
    made.purposes = {"help"};
    made.available = Money::pence(pence);
    return made;
}

SupportPlan plan(PlanStatus status) {
    PlanLine line;
    line.id = PlanLineId{0, 1};
    line.what = "Help";
    line.purpose = "help";
    line.frequency = {Every::week, 1};
    line.price = Money::pence(1000);
    line.dates = year;
    line.anchor = year.from;
    SupportPlan made;
    made.id = PlanId{0, 2};
    made.person = PersonId{0, 3};
    made.period = year;
    made.outcomes = {{"I want to sleep well"}};
    made.lines = {line, line};
    made.lines[1].id = PlanLineId{0, 4};
    made.lines[1].holding = Holding::direct_payment;
    made.lines[1].holder = PayeeId{0, 5};
    made.status = status;
    return made;
}

TEST(Agree, makes_a_budget_and_promises_only_what_is_paid_in_advance) {
    const Agreement made = *agree(BudgetId{0, 9}, plan(PlanStatus::accepted),
                                  {stream("care", 2, 100000), stream("home", 1, 20000)}, {});
    ASSERT_EQ(made.budget.lines.size(), 2U);
    EXPECT_EQ(made.budget.total(), Money::pence(106000));
    ASSERT_EQ(made.entries.size(), 1U);
    EXPECT_EQ(made.entries[0].cause(), "hold:" + made.budget.lines[1].plan.id.to_text());
    EXPECT_EQ(made.entries[0].kind(), ledger::EntryKind::hold);
    EXPECT_EQ(made.entries[0].amount(), Money::pence(53000));
    EXPECT_EQ(amount_of(made.budget.by_stream(), "home"), Money::pence(20000));
}

TEST(Agree, refuses_a_plan_she_has_not_accepted_and_one_that_cannot_be_funded) {
    const std::vector<StreamRule> rich = {stream("care", 1, 1000000)};
    EXPECT_EQ(agree({}, plan(PlanStatus::agreed), rich, {}).error().code, "budget.plan_not_agreed");
    EXPECT_EQ(agree({}, plan(PlanStatus::accepted), {stream("care", 1, 105999)}, {}).error().code,
              "budget.not_enough");
}

TEST(SignOff, is_limited_by_amount_and_by_variance) {
    const Money cost = Money::pence(110000);
    EXPECT_TRUE(check_sign_off(cost, Money::pence(100000), {}).has_value());
    EXPECT_TRUE(check_sign_off(cost, Money::pence(100000), {Money::pence(110000), 10}).has_value());
    EXPECT_EQ(check_sign_off(cost, {}, {Money::pence(109999), 10}).error().code,
              "budget.above_limit");
    EXPECT_EQ(check_sign_off(cost, Money::pence(99999), {Money::pence(110000), 10}).error().code,
              "budget.above_variance");
}

TEST(Hold, promises_a_purchase_from_the_streams_that_may_pay) {
    market::Purchase purchase;
    purchase.id = PurchaseId{0, 7};
    purchase.person = PersonId{0, 3};
    purchase.purpose = "help";
    purchase.quantity = 3;
    purchase.price = Money::pence(500);
    purchase.dates = year;
    const ledger::Entry held =
        *hold(purchase, {stream("care", 2, 9000), stream("home", 1, 700)}, {});
    EXPECT_EQ(held.cause(), "hold:" + purchase.id.to_text());
    EXPECT_EQ(held.amount(), Money::pence(1500));
    EXPECT_EQ(held.postings().size(), 4U);
    EXPECT_EQ(hold(purchase, {stream("home", 1, 700)}, {}).error().code, "budget.not_enough");
}

TEST(OverPromise, is_found_stream_by_stream) {
    const Agreement made = *agree(BudgetId{0, 9}, plan(PlanStatus::accepted),
                                  {stream("care", 2, 100000), stream("home", 1, 20000)}, {});
    EXPECT_TRUE(
        over_promises(made.budget, {{"care", Money::pence(86000)}, {"home", Money::pence(20000)}})
            .empty());
    const std::vector<OverPromise> found =
        over_promises(made.budget, {{"care", Money::pence(85000)}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].over() + found[1].over(), Money::pence(21000));
}

TEST(Share, sums_exactly_never_shrinks_and_ends_at_the_split) {
    Random random = Random::seeded(11);
    for (int tried = 0; tried < 500; ++tried) {
        Portions split;
        for (std::uint64_t count = 1 + random.below(4); count > 0; --count) {
            split.push_back(
                {std::to_string(count), Money::pence(static_cast<std::int64_t>(random.below(40)))});
        }
        const Money whole = ledger::total(split);
        Portions before = share_of(split, {});
        for (std::int64_t pence = 0; pence <= whole.in_pence(); ++pence) {
            const Portions share = share_of(split, Money::pence(pence));
            ASSERT_EQ(ledger::total(share), Money::pence(pence));
            for (std::size_t index = 0; index < split.size(); ++index) {
                ASSERT_GE(share[index].amount, before[index].amount);
                // In proportion to within a penny for each stream.
                const std::int64_t exact = pence * split[index].amount.in_pence();
                const std::int64_t mine = share[index].amount.in_pence() * whole.in_pence();
                ASSERT_LE(std::abs(mine - exact),
                          whole.in_pence() * static_cast<std::int64_t>(split.size()));
            }
            before = share;
        }
        ASSERT_EQ(before, split);
    }
}

TEST(Share, of_large_sums_does_not_overflow) {
    const Portions split = {{"a", Money::pence(7'000'000'000'000)},
                            {"b", Money::pence(3'000'000'000'000)}};
    const Portions share = share_of(split, Money::pence(5'000'000'000'001));
    EXPECT_EQ(share[0].amount, Money::pence(3'500'000'000'001));
    EXPECT_EQ(share[1].amount, Money::pence(1'500'000'000'000));
}

TEST(Deliveries, of_an_order_add_up_to_what_was_held) {
    const Portions held = {{"home", Money::pence(700)}, {"care", Money::pence(800)}};
    Portions sums;
    for (std::int64_t before = 0; before < 3; ++before) {
        const Portions part = portions_of_units(held, 3, before, 1);
        EXPECT_EQ(ledger::total(part), Money::pence(500));
        ledger::add_to(sums, part);
    }
    EXPECT_EQ(sums[0].amount + sums[1].amount, Money::pence(1500));
    EXPECT_EQ(amount_of(sums, "home"), Money::pence(700));
}

}  // namespace
}  // namespace budget
