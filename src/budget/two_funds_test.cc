#include "budget/two_funds.h"

#include <gtest/gtest.h>

namespace budget {
namespace {

const Period year{*Date::make(2006, 4, 1), *Date::make(2007, 4, 1)};

PlanLine line(std::uint64_t number, const std::string& purpose, Period dates = year) {
    PlanLine made;
    made.id = PlanLineId{0, number};
    made.what = "Help " + std::to_string(number);
    made.purpose = purpose;
    made.frequency = {Every::week, 3};
    made.price = Money::pence(1250);
    made.dates = dates;
    made.anchor = dates.from;
    return made;
}

NeedSplit paid(std::uint64_t number, const std::vector<StreamId>& funds) {
    NeedSplit split{PlanLineId{0, number}.to_text(), {}};
    for (const StreamId& fund : funds) {
        split.portions.push_back({fund, Money::pence(100)});
    }
    return split;
}

SupportPlan plan(std::vector<PlanLine> lines) {
    SupportPlan made;
    made.period = year;
    made.lines = std::move(lines);
    return made;
}

TEST(TwoFunds, row_11_the_same_help_on_the_same_days_from_different_funds_is_found) {
    const Period summer{*Date::make(2006, 6, 1), *Date::make(2006, 9, 1)};
    const std::vector<TwoFunds> found = paid_by_two_funds(
        plan({line(1, "personal_care"), line(2, "personal_care", summer)}),
        DrawDown{{paid(1, {"independent_living_fund"}), paid(2, {"adult_social_care"})}, {}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], (TwoFunds{PlanLineId{0, 1},
                                  PlanLineId{0, 2},
                                  "personal_care",
                                  summer,
                                  {"independent_living_fund"},
                                  {"adult_social_care"}}));
}

TEST(TwoFunds, row_11_other_help_other_days_one_fund_or_none_is_not) {
    const Period spring{*Date::make(2006, 4, 1), *Date::make(2006, 6, 1)};
    const Period summer{*Date::make(2006, 6, 1), *Date::make(2006, 9, 1)};
    const DrawDown two{{paid(1, {"a"}), paid(2, {"b"})}, {}};
    EXPECT_TRUE(
        paid_by_two_funds(plan({line(1, "personal_care"), line(2, "social")}), two).empty());
    EXPECT_TRUE(paid_by_two_funds(plan({line(1, "social", spring), line(2, "social", summer)}), two)
                    .empty())
        << "the first ends on the day before the second begins";
    EXPECT_TRUE(paid_by_two_funds(plan({line(1, "social"), line(2, "social")}),
                                  DrawDown{{paid(1, {"a", "b"}), paid(2, {"b"})}, {}})
                    .empty())
        << "one fund sees both";
    EXPECT_TRUE(paid_by_two_funds(plan({line(1, "social"), line(2, "social")}),
                                  DrawDown{{paid(1, {"a"}), paid(2, {})}, {}})
                    .empty());
}

TEST(TwoFunds, row_11_each_pair_of_three_is_named) {
    const std::vector<TwoFunds> found =
        paid_by_two_funds(plan({line(1, "social"), line(2, "social"), line(3, "social")}),
                          DrawDown{{paid(1, {"a"}), paid(2, {"b"}), paid(3, {"c"})}, {}});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[2].first, (PlanLineId{0, 2}));
    EXPECT_EQ(found[2].second, (PlanLineId{0, 3}));
}

}  // namespace
}  // namespace budget
