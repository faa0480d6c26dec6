#include "base/money.h"

#include <gtest/gtest.h>

#include <array>

namespace base {
namespace {

TEST(Money, reads_what_people_type) {
    EXPECT_EQ(Money::parse("12.50")->in_pence(), 1250);
    EXPECT_EQ(Money::parse(" £1,234.05 ")->in_pence(), 123405);
    EXPECT_EQ(Money::parse("7")->in_pence(), 700);
}

TEST(Money, refuses_each_wrong_sum_by_name) {
    const std::array<std::pair<const char*, const char*>, 12> rows = {{
        {"", "money.not_a_sum"},
        {"1e9", "money.not_a_sum"},
        {"-0", "money.negative"},
        {"-3.00", "money.negative"},
        {"12.345", "money.part_of_a_penny"},
        {"12.3", "money.part_of_a_penny"},
        {"12.", "money.not_a_sum"},
        {".50", "money.not_a_sum"},
        {"1,23", "money.not_a_sum"},
        {"12,34.00", "money.not_a_sum"},
        {"100000000000.01", "money.too_large"},
        {"99999999999999999999", "money.too_large"},
    }};
    for (const auto& [text, code] : rows) {
        const Result<Money> read = Money::parse(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, code) << text;
    }
}

TEST(Money, prints_the_exact_form_and_the_form_for_people) {
    EXPECT_EQ(Money::pence(-123450).to_text(), "-1234.50");
    EXPECT_EQ(Money::pence(5).to_text(), "0.05");
    EXPECT_EQ(Money::pence(123456789).for_people(), "£1,234,567.89");
    EXPECT_EQ(Money::pence(99999).for_people(), "£999.99");
    EXPECT_EQ(Money::pence(-100000).for_people(), "-£1,000.00");
}

TEST(Money, the_exact_form_reads_back_as_itself) {
    for (const std::int64_t pence : {0L, 1L, -1L, 99L, 100L, -12345L, 10'000'000'000'000L}) {
        EXPECT_EQ(Money::parse_exact(Money::pence(pence).to_text())->in_pence(), pence);
    }
}

TEST(Money, scales_with_the_rounding_that_is_named) {
    EXPECT_EQ(scale(Money::pence(5), *Decimal::parse("0.5"), Rounding::half_even).in_pence(), 2);
    EXPECT_EQ(scale(Money::pence(5), *Decimal::parse("0.5"), Rounding::half_up).in_pence(), 3);
    EXPECT_EQ(scale(Money::pence(5), *Decimal::parse("0.5"), Rounding::half_down).in_pence(), 2);
    EXPECT_EQ(scale(Money::pence(-5), *Decimal::parse("0.5"), Rounding::up).in_pence(), -3);
    EXPECT_EQ(scale(Money::pence(-5), *Decimal::parse("0.5"), Rounding::ceiling).in_pence(), -2);
}

TEST(Money, split_parts_always_sum_to_the_whole) {
    const std::array<std::int64_t, 3> thirds = {1, 1, 1};
    const std::vector<Money> parts = split(Money::pence(100), thirds);
    EXPECT_EQ(parts[0].in_pence(), 34);
    EXPECT_EQ(parts[1].in_pence(), 33);
    EXPECT_EQ(parts[2].in_pence(), 33);
    for (std::int64_t whole = -50; whole <= 50; ++whole) {
        const std::array<std::int64_t, 4> weights = {7, 0, 3, 11};
        Money sum;
        for (const Money part : split(Money::pence(whole), weights)) {
            sum += part;
        }
        EXPECT_EQ(sum.in_pence(), whole);
    }
}

TEST(Money, takes_no_decimal_with_part_of_a_penny) {
    EXPECT_EQ(Money::from_decimal(*Decimal::parse("12.340"))->in_pence(), 1234);
    EXPECT_EQ(Money::from_decimal(*Decimal::parse("12.345")).error().code, "money.part_of_a_penny");
}

}  // namespace
}  // namespace base
