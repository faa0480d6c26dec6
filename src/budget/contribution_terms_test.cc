#include "budget/contribution_terms.h"

#include <gtest/gtest.h>

namespace budget {
namespace {

const Date start = *Date::make(2006, 4, 1);

ContributionTerms terms() {
    ContributionTerms made;
    made.stream = "care";
    made.terms = {{start, start.plus_days(100), Money::pence(1000), Collected::net},
                  {start.plus_days(100), {}, Money::pence(2100), Collected::gross}};
    return made;
}

TEST(ContributionTerms, count_by_the_day_and_keep_net_and_gross_apart) {
    const Period days{start.plus_days(93), start.plus_days(107)};
    EXPECT_EQ(terms().due_in(days, Collected::net), Money::pence(1000));
    EXPECT_EQ(terms().due_in(days, Collected::gross), Money::pence(2100));
    EXPECT_EQ(terms().due_in({start, start.plus_days(1)}, Collected::net), Money::pence(142));
    EXPECT_EQ(terms().on(start.plus_days(99))->weekly, Money::pence(1000));
    EXPECT_EQ(terms().on(start.plus_days(100))->weekly, Money::pence(2100));
    EXPECT_EQ(terms().on(start.plus_days(-1)), nullptr);
}

TEST(ContributionTerms, of_single_days_add_up_to_the_year) {
    Money sum;
    for (std::int64_t day = 0; day < 365; ++day) {
        const Period one{start.plus_days(day), start.plus_days(day + 1)};
        sum += terms().due_in(one, Collected::net) + terms().due_in(one, Collected::gross);
    }
    const Period year{start, start.plus_days(365)};
    EXPECT_EQ(sum, terms().due_in(year, Collected::net) + terms().due_in(year, Collected::gross));
}

TEST(ContributionTerms, follow_one_another) {
    const ContributionTerms made =
        *with_term(terms(), {start.plus_days(50), {}, Money::pence(500), Collected::net});
    ASSERT_EQ(made.terms.size(), 2U);
    EXPECT_EQ(made.terms[0].until, start.plus_days(50));
    EXPECT_EQ(made.on(start.plus_days(200))->weekly, Money::pence(500));
}

TEST(ContributionTerms, are_refused_in_the_order_of_the_checks) {
    ContributionTerms wrong = terms();
    wrong.terms[0].until.reset();
    wrong.terms[1].weekly = Money::pence(-1);
    EXPECT_EQ(check_terms(wrong).error().code, "budget.terms_overlap");
    wrong = terms();
    wrong.terms[1].weekly = Money::pence(-1);
    wrong.terms[1].until = wrong.terms[1].from;
    EXPECT_EQ(check_terms(wrong).error().code, "budget.contribution_negative");
    wrong.terms[1].weekly = Money();
    EXPECT_EQ(check_terms(wrong).error().code, "budget.term_empty");
}

TEST(ContributionTerms, give_dated_differences_when_they_change_backwards) {
    const ContributionTerms after =
        *with_term(terms(), {start.plus_days(86), {}, Money::pence(700), Collected::net});
    const std::vector<ContributionDelta> deltas =
        contribution_deltas(terms(), after, {start, start.plus_days(107)}, "New assessment");
    ASSERT_EQ(deltas.size(), 2U);
    EXPECT_EQ(deltas[0].from, start.plus_days(86));
    EXPECT_EQ(deltas[0].difference(), Money::pence(-600));
    EXPECT_EQ(deltas[1].from, start.plus_days(100));
    EXPECT_EQ(deltas[1].difference(), Money::pence(700 - 2100));
}

}  // namespace
}  // namespace budget
