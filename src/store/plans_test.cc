#include "store/plans.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "store/store.h"

namespace store {
namespace {

TEST(KeptBudget, comes_back_as_it_was_and_keeps_its_year_when_its_days_change) {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("onepurse-kept-budget-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto store = std::move(Store::open(folder / "wendlebury.book", "wendlebury")).value();

    budget::BudgetLine line;
    line.plan.id = PlanLineId{1, 2};
    line.plan.what = "Help at home";
    line.plan.purpose = "personal_care";
    line.plan.price = Money::pence(100);
    line.plan.dates = {Date::from_days(13000), Date::from_days(13100)};
    line.plan.anchor = Date::from_days(12990);
    line.plan.holding = budget::Holding::direct_payment;
    line.plan.holder = PayeeId{3, 4};
    line.portions = {{"care", Money::pence(700)}, {"fund", Money::pence(5)}};
    budget::Budget budget;
    budget.id = BudgetId{5, 6};
    budget.person = PersonId{7, 8};
    budget.plan = PlanId{9, 10};
    budget.period = line.plan.dates;
    budget.lines = {line, line};
    budget.lines[1].plan.id = PlanLineId{1, 3};
    budget.lines[1].split = {{"care", Money::pence(900)}, {"fund", Money::pence(9)}};
    budget.lines[1].split_from = Date::from_days(12990);

    ASSERT_TRUE(store
                    ->write([&](Tx& tx) -> Outcome {
                        keep_version(tx, budget, Date::from_days(13001), "cut");
                        return Done{};
                    })
                    .has_value());
    const auto kept =
        store->read([&](Snapshot& snapshot) { return find_budget(snapshot, budget.id); });
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(*kept, budget);

    // Whatever a change does to its days, its money stays that of the year it was agreed for.
    const CouncilYear agreed_for = CouncilYear::of(budget.period.from);
    budget.period.from = agreed_for.period().from.plus_days(-1);
    ASSERT_TRUE(store
                    ->write([&](Tx& tx) -> Outcome {
                        keep_version(tx, budget, Date::from_days(13002), "begins earlier");
                        return Done{};
                    })
                    .has_value());
    store->read([&](Snapshot& snapshot) {
        const std::vector<BudgetDates> dates = load_budget_dates_of(snapshot, budget.person);
        EXPECT_EQ(dates.size(), 1U);
        EXPECT_EQ(dates.front().period, budget.period);
        EXPECT_EQ(dates.front().year, agreed_for);
        EXPECT_EQ(year_of(snapshot, budget.id), agreed_for);
        return 0;
    });
    store.reset();
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace store
