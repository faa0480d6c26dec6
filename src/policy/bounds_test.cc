#include "policy/bounds.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

using feel::Operator;

Decimal number(const char* text) {
    return *Decimal::parse(text);
}

Bounds between(const char* low, const char* high) {
    return Bounds::between(number(low), number(high));
}

std::string text(const Bounds& bounds) {
    return bounds.to_text();
}

TEST(Bounds, of_a_sum_difference_and_product_hold_every_result) {
    EXPECT_EQ(text(between("1", "2") + between("10", "20")), "from 11 to 22");
    EXPECT_EQ(text(between("1", "2") - between("10", "20")), "from -19 to -8");
    EXPECT_EQ(text(between("-2", "3") * between("-5", "4")), "from -15 to 12");
    EXPECT_EQ(text(-between("-2", "3")), "from -3 to 2");
}

TEST(Bounds, without_an_end_stay_without_it) {
    const Bounds some = Bounds::from(1);  // 1 or more
    EXPECT_EQ(text(some + between("1", "2")), "2 or more");
    EXPECT_EQ(text(some * between("2", "3")), "2 or more");
    EXPECT_EQ(text(some * between("-2", "3")), "any number");
    EXPECT_EQ(text(between("1", "2") - some), "1 or less");
    EXPECT_EQ(text(some * Bounds::exactly(0)), "from 0 to 0");
}

TEST(Bounds, of_a_quotient_are_known_only_when_nought_is_no_divisor) {
    EXPECT_EQ(text(divide(between("10", "20"), between("2", "5"))), "from 2 to 10");
    EXPECT_EQ(text(divide(between("10", "20"), between("-5", "-2"))), "from -10 to -2");
    EXPECT_EQ(text(divide(between("10", "20"), between("0", "5"))), "any number");
    EXPECT_EQ(text(divide(between("10", "20"), Bounds::from(2))), "from 0 to 10");
}

TEST(Bounds, of_pence_above_nought_begin_with_a_penny) {
    Bounds pence = between("0", "900");
    pence.places = 2;
    EXPECT_EQ(text(narrowed(pence, Operator::greater, Bounds::exactly(0))), "from 0.01 to 900");
    EXPECT_EQ(text(narrowed(pence, Operator::not_equal, Bounds::exactly(0))), "from 0.01 to 900");
    EXPECT_EQ(text(narrowed(pence, Operator::less, Bounds::exactly(10))), "from 0 to 9.99");
}

TEST(Bounds, without_known_places_leave_an_end_open) {
    const Bounds above = narrowed(between("0", "9"), Operator::greater, Bounds::exactly(0));
    EXPECT_FALSE(above.holds(0));
    EXPECT_TRUE(above.holds(number("0.0001")));
    EXPECT_TRUE(narrowed(above, Operator::equal, Bounds::exactly(0)).is_empty());
    EXPECT_FALSE(between("0", "9").may_meet(Operator::less, Bounds::exactly(0)));
    EXPECT_TRUE(between("0", "9").may_meet(Operator::less_equal, Bounds::exactly(0)));
    EXPECT_FALSE(above.may_meet(Operator::less_equal, Bounds::exactly(0)));
    EXPECT_FALSE(between("0", "9").may_miss(Operator::less, Bounds::exactly(10)));
}

TEST(Bounds, of_a_rounding_reach_to_the_next_number_of_so_many_places) {
    EXPECT_EQ(text(rounded(between("0.123", "4.567"), 1)), "from 0.1 to 4.6");
    EXPECT_EQ(rounded(between("0.123", "4.567"), 1).places, 1);
}

TEST(Bounds, of_the_least_and_the_greatest_are_held_by_either) {
    const Bounds some = Bounds::from(1);
    EXPECT_EQ(text(least_of(some, between("0", "900"))), "from 0 to 900");
    EXPECT_EQ(text(greatest_of(between("-5", "3"), Bounds::exactly(0))), "from 0 to 3");
    EXPECT_EQ(text(around_both(between("1", "2"), between("5", "6"))), "from 1 to 6");
    EXPECT_EQ(text(inside_both(between("1", "5"), between("2", "9"))), "from 2 to 5");
    EXPECT_TRUE(inside_both(between("1", "2"), between("5", "6")).is_empty());
}

}  // namespace
}  // namespace policy
