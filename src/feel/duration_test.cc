#include "feel/duration.h"

#include <gtest/gtest.h>

namespace feel {
namespace {

std::string again(std::string_view text) {
    const std::optional<Value> found = parse_duration(text);
    return found ? found->to_text() : "refused";
}

TEST(Duration, is_written_in_its_one_canonical_way) {
    const std::pair<const char*, const char*> golden[] = {
        {"P1Y2M", "P1Y2M"},
        {"P14M", "P1Y2M"},
        {"P12M", "P1Y"},
        {"-P1M", "-P1M"},
        {"P0Y", "P0M"},
        {"-P0M", "P0M"},
        {"P1D", "P1D"},
        {"PT24H", "P1D"},
        {"PT90M", "PT1H30M"},
        {"P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S"},
        {"PT4.50S", "PT4.5S"},
        {"-PT0.5S", "-PT0.5S"},
        {"-PT1.5S", "-PT1.5S"},
        {"-PT0.000S", "PT0S"},
        {"PT1.9999999999S", "PT1.999999999S"},
        {"P0D", "PT0S"},
        {"P999999999Y", "P999999999Y"},
        {"-P99999999999D", "-P99999999999D"},
        {"P00000000000000000001D", "P1D"},
    };
    for (const auto& [text, expected] : golden) {
        EXPECT_EQ(again(text), expected) << text;
    }
}

TEST(Duration, refuses_what_mixes_or_breaks_the_parts) {
    for (const char* text :
         {"",       "P",   "-P",   "PT",    "P1DT",   "P1Y1D",  "P1YT1H", "P1M1Y",
          "PT1M1H", "P1H", "PT1D", "P1.5D", "PT1.5M", "PT.5S",  "PT1.S",  "P-1Y",
          "+P1Y",   "p1y", "P1W",  "1Y",    "P1Y ",   "PT1S1S", "P1"}) {
        EXPECT_EQ(again(text), "refused") << text;
    }
}

TEST(Duration, refuses_more_than_it_can_count) {
    EXPECT_EQ(again("P99999999999999D"), "refused");
    EXPECT_EQ(again("P99999999999999999Y"), "refused");
    EXPECT_EQ(again("PT" + std::string(30, '9') + "S"), "refused");
    EXPECT_EQ(make_days(1'000'000'000'000'000'000, 1'000'000'000), std::nullopt);
    EXPECT_EQ(add(MonthsDuration{100'000'000'000'000'000}, MonthsDuration{1}), std::nullopt);
}

TEST(Duration, orders_fractions_of_a_second_on_both_sides_of_nothing) {
    const auto days = [](const char* text) { return *parse_duration(text)->days_duration(); };
    EXPECT_LT(days("-PT1.5S"), days("-PT1S"));
    EXPECT_LT(days("-PT0.5S"), days("PT0S"));
    EXPECT_LT(days("PT0.5S"), days("PT0.6S"));
    EXPECT_EQ(opposite(days("PT0.5S")), days("-PT0.5S"));
    EXPECT_EQ(add(days("PT0.7S"), days("PT0.6S")), days("PT1.3S"));
    EXPECT_EQ(add(days("PT0.7S"), days("-PT1.6S")), days("-PT0.9S"));
}

TEST(Duration, becomes_a_number_of_seconds_and_comes_back) {
    for (const char* text : {"PT0.5S", "-PT0.5S", "P1DT0.000000001S", "-P1DT0.000000001S"}) {
        const DaysDuration length = *parse_duration(text)->days_duration();
        EXPECT_EQ(days_of(in_seconds(length)), length) << text;
    }
    EXPECT_EQ(days_of(Decimal::parse("0.3333333333333").value()), (DaysDuration{0, 333'333'333}));
}

}  // namespace
}  // namespace feel
