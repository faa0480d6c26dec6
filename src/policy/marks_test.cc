#include "policy/marks.h"

#include <gtest/gtest.h>

#include "policy/money_text.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

const Date may_2010 = *Date::parse("2010-05-01");

Package meals_with(const std::string& mark) {
    Files files = testing::meals();
    std::string& figures = files["parameters.csv"];
    figures.replace(figures.find("published"), 9, mark);
    files["cases.csv"] = testing::cases_header;
    auto package = Package::load("meals", files);
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return *package;
}

Evaluation five_meals(const Package& package) {
    auto evaluation =
        evaluate(package, {{"meals_needed", feel::Value(std::string("five"))}}, may_2010, true);
    EXPECT_TRUE(evaluation.has_value()) << (evaluation ? "" : evaluation.error().message);
    return *evaluation;
}

TEST(Marks, the_weaker_of_two_counts_and_nothing_weighs_nothing) {
    EXPECT_EQ(weaker(Mark::published, Mark::illustrative), Mark::illustrative);
    EXPECT_EQ(weaker(Mark::remembered, Mark::published), Mark::remembered);
    EXPECT_EQ(weaker(std::nullopt, Mark::published), Mark::published);
    EXPECT_EQ(weaker(std::nullopt, std::nullopt), std::nullopt);
}

TEST(Marks, a_sum_is_as_sure_as_its_least_sure_figure) {
    for (const auto& [text, mark] :
         {std::pair{"published", Mark::published}, std::pair{"remembered", Mark::remembered},
          std::pair{"illustrative", Mark::illustrative}}) {
        const Package package = meals_with(text);
        EXPECT_EQ(weakest_mark(package, "meals_weekly", may_2010), mark);
        EXPECT_EQ(weakest_mark(explain_all(package, five_meals(package))), mark);
    }
}

TEST(Marks, counts_only_the_figures_of_the_day) {
    const Package package = meals_with("illustrative");  // the price of 2010 only
    EXPECT_EQ(weakest_mark(package, "meals_weekly", *Date::parse("2011-05-01")), Mark::published);
    EXPECT_EQ(weakest_mark(package, "meal_count", may_2010), std::nullopt);
    EXPECT_EQ(weakest_mark(package, "nothing_like_it", may_2010), std::nullopt);
}

const std::string in_steps =
    "<context><contextEntry><variable name=\"all_meals\" label=\"All meals together\" "
    "typeRef=\"t_money\"/>"
    "<literalExpression><text>meal_count * Rates.meal_price</text></literalExpression>"
    "</contextEntry><contextEntry><variable name=\"how_many\" typeRef=\"number\"/>"
    "<literalExpression><text>meal_count</text></literalExpression></contextEntry>"
    "<contextEntry><literalExpression><text>round half up(all_meals, 2)</text>"
    "</literalExpression></contextEntry></context>";

Package with_money_steps() {
    Files files = testing::meals();
    std::string& dmn = files["food.dmn"];
    const std::string from = testing::literal("round half up(meal_count * Rates.meal_price, 2)");
    dmn.replace(dmn.find(from), from.size(), in_steps);
    dmn.insert(dmn.find("<itemDefinition"),
               "<itemDefinition name=\"t_money\"><typeRef>number</typeRef></itemDefinition>");
    auto package = Package::load("meals", files);
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return *package;
}

TEST(MoneyText, steps_that_are_money_carry_the_pound_sign_and_their_label) {
    const Package package = with_money_steps();
    const std::vector<Explanation> lines = explain_all(package, five_meals(package));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].value, "5");
    EXPECT_EQ(lines[1].value, "£21.25");
    ASSERT_EQ(lines[1].steps.size(), 2U);
    EXPECT_EQ(lines[1].steps[0].title, "All meals together");
    EXPECT_EQ(lines[1].steps[0].value, "£21.25");
    EXPECT_EQ(lines[1].steps[1].title, "how many");
    EXPECT_EQ(lines[1].steps[1].value, "5");
}

TEST(MoneyText, a_sum_has_two_decimals_and_no_digit_is_lost) {
    EXPECT_EQ(money_text(Decimal(2566)), "2566.00");
    EXPECT_EQ(money_text(Decimal(0)), "0.00");
    EXPECT_EQ(money_text(*Decimal::parse("-8.5")), "-8.50");
    EXPECT_EQ(money_text(*Decimal::parse("5.755")), "5.755");
    EXPECT_EQ(money_text(*Decimal::parse("90.7500")), "90.75");
}

TEST(MoneyText, what_streams_csv_names_is_money_whatever_its_type) {
    const Package package = meals_with("published");
    const Evaluation evaluation = five_meals(package);
    EXPECT_EQ(explain_all(package, evaluation).back().value, "£21.25");
}

}  // namespace
}  // namespace policy
