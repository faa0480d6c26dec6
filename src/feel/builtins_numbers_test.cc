#include <gtest/gtest.h>

#include "feel/full_feel_for_tests.h"

namespace feel {
namespace {

TEST(NumberBuiltins, round_as_their_names_say) {
    EXPECT_EQ(says("decimal(1/3, 2)"), "0.33");
    EXPECT_EQ(says("decimal(1.5, 0)"), "2");
    EXPECT_EQ(says("decimal(2.5, 0)"), "2");
    EXPECT_EQ(says("floor(-1.5)"), "-2");
    EXPECT_EQ(says("floor(-1.56, 1)"), "-1.6");
    EXPECT_EQ(says("ceiling(-1.5)"), "-1");
    EXPECT_EQ(says("ceiling(1.511, 2)"), "1.52");
    EXPECT_EQ(says("round up(5.5, 0)"), "6");
    EXPECT_EQ(says("round up(-1.126, 2)"), "-1.13");
    EXPECT_EQ(says("round down(-5.5, 0)"), "-5");
    EXPECT_EQ(says("round half up(-2.5, 0)"), "-3");
    EXPECT_EQ(says("round half down(2.5, 0)"), "2");
    EXPECT_EQ(says("round half down(-1.126, 2)"), "-1.13");
}

TEST(NumberBuiltins, round_within_the_places_that_decimals_have) {
    EXPECT_EQ(says("round up(5.5, 6176)"), "5.5");
    EXPECT_EQ(says("round up(5.5, 6177)"), "null");
    EXPECT_EQ(says("round half up(5.5, -6112)"), "null");
    EXPECT_EQ(says("decimal(1, -6112)"), "null");
    EXPECT_EQ(says("decimal(1/3, 2.5)"), "0.33");
    EXPECT_EQ(says("round up(5.5, 1.1)"), "null");
}

TEST(NumberBuiltins, take_names_in_any_order_and_nothing_else) {
    EXPECT_EQ(says("round up(scale: 0, n: 5.5)"), "6");
    EXPECT_EQ(says("round up(n: 5.5)"), "null");
    EXPECT_EQ(says("round up(5.5)"), "null");
    EXPECT_EQ(says("round up(5.5, 0, 1)"), "null");
    EXPECT_EQ(says("[sqrt(n: 4), sqrt(number: 4)]"), "[null, 2]");
    EXPECT_EQ(says("sqrt(\"4\")"), "null");
    EXPECT_EQ(says("abs(null)"), "null");
}

TEST(NumberBuiltins, give_remainders_roots_and_logarithms) {
    EXPECT_EQ(says("modulo(-12, 5)"), "3");
    EXPECT_EQ(says("modulo(10.1, -4.5)"), "-3.4");
    EXPECT_EQ(says("modulo(1, 0)"), "null");
    EXPECT_EQ(says("sqrt(16)"), "4");
    EXPECT_EQ(says("sqrt(-1)"), "null");
    EXPECT_EQ(says("log(0)"), "null");
    EXPECT_EQ(says("exp(0)"), "1");
    EXPECT_EQ(says("[odd(-3), odd(2.5), even(0)]"), "[true, null, true]");
    EXPECT_EQ(says("abs(duration(\"-P1Y\"))"), "P1Y");
}

TEST(NumberBuiltins, read_numbers_with_their_separators) {
    EXPECT_EQ(says("number(\"1 000,50\", \" \", \",\")"), "1000.50");
    EXPECT_EQ(says("number(\"1.000,5\", \".\", \",\")"), "1000.5");
    EXPECT_EQ(says("number(\"1,000\", \",\", null)"), "1000");
    EXPECT_EQ(says("number(\"1,5\", \",\", \",\")"), "null");
    EXPECT_EQ(says("number(\"1;5\", \";\", \".\")"), "null");
    EXPECT_EQ(says("number(\"1.5\", null, \",\")"), "null");
    EXPECT_EQ(says("number(from: \"1\", grouping separator: \",\", decimal separator: \".\")"),
              "1");
    EXPECT_EQ(says("number(\"one\")"), "null");
}

TEST(TotalBuiltins, make_one_value_of_many) {
    EXPECT_EQ(says("[sum([1, 2, 3]), sum(1, 2), sum([]), sum([1, \"a\"])]"), "[6, 3, null, null]");
    EXPECT_EQ(says("[product([2, 3, 4]), product(2, 3), product([])]"), "[24, 6, null]");
    EXPECT_EQ(says("[mean([1, 2]), median(8, 2, 5, 3, 4), median([6, 1, 2, 3]), median([])]"),
              "[1.5, 4, 2.5, null]");
    EXPECT_EQ(says("[stddev(2, 4, 7, 5) > 2.0816, stddev([47]), stddev([])]"),
              "[true, null, null]");
    EXPECT_EQ(says("[mode(6, 3, 9, 6, 6), mode([6, 1, 9, 6, 1]), mode([]), mode([1, null])]"),
              "[[6], [1, 6], [], null]");
    EXPECT_EQ(says("[min(3, 1, 2), max([\"a\", \"b\"]), min([]), max([1, \"a\"])]"),
              "[1, \"b\", null, null]");
    EXPECT_EQ(says("[count([1, null]), count([]), count(7), count(null)]"), "[2, 0, 1, null]");
    EXPECT_EQ(says("[all([true, null, false]), all([true, null]), any([null, true]), any([])]"),
              "[false, null, true, false]");
}

}  // namespace
}  // namespace feel
