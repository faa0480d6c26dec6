#include "base/decimal.h"

#include <gtest/gtest.h>

namespace base {
namespace {

Decimal d(const char* text) {
    return *Decimal::parse(text);
}

TEST(Decimal, a_tenth_and_two_tenths_are_three_tenths) {
    EXPECT_EQ(d("0.1") + d("0.2"), d("0.3"));
}

TEST(Decimal, prints_plainly) {
    EXPECT_EQ(d("1.50").to_text(), "1.50");
    EXPECT_EQ(d("1.50").normalised().to_text(), "1.5");
    EXPECT_EQ(d("100").normalised().to_text(), "100");
    EXPECT_EQ(d("1e3").to_text(), "1000");
    EXPECT_EQ(d("-0.001").to_text(), "-0.001");
    EXPECT_EQ((Decimal(0) - d("0.00")).to_text(), "0.00");
}

TEST(Decimal, refuses_what_is_not_a_number) {
    for (const char* text :
         {"", "-", ".", "1.2.3", "NaN", "Infinity", "1e", "1e999999", "0x10", " 1"}) {
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
    }
}

TEST(Decimal, every_named_rounding_treats_ties_and_signs_as_its_name_says) {
    struct Row {
        const char* value;
        Rounding rounding;
        const char* expected;
    };
    const Row rows[] = {
        {"2.5", Rounding::half_even, "2"},   {"3.5", Rounding::half_even, "4"},
        {"2.5", Rounding::half_up, "3"},     {"-2.5", Rounding::half_up, "-3"},
        {"2.5", Rounding::half_down, "2"},   {"2.51", Rounding::half_down, "3"},
        {"-2.5", Rounding::half_down, "-2"}, {"2.1", Rounding::up, "3"},
        {"-2.1", Rounding::up, "-3"},        {"2.9", Rounding::down, "2"},
        {"-2.9", Rounding::down, "-2"},      {"-2.1", Rounding::floor, "-3"},
        {"-2.9", Rounding::ceiling, "-2"},   {"2", Rounding::up, "2"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(*d(row.value).rounded(0, row.rounding), d(row.expected)) << row.value;
    }
}

TEST(Decimal, divides_but_never_by_nought) {
    EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(4)), d("0.25"));
    EXPECT_FALSE(Decimal::divide(Decimal(1), Decimal(0)).has_value());
}

TEST(Decimal, modulo_takes_the_sign_of_the_divisor) {
    EXPECT_EQ(Decimal::modulo(Decimal(-5), Decimal(3)), Decimal(1));
    EXPECT_EQ(Decimal::modulo(Decimal(5), Decimal(-3)), Decimal(-1));
}

TEST(Decimal, knows_whole_numbers_that_fit) {
    EXPECT_EQ(d("12.00").to_int64(), 12);
    EXPECT_FALSE(d("12.5").to_int64().has_value());
    EXPECT_FALSE(d("1e30").to_int64().has_value());
}

}  // namespace
}  // namespace base
