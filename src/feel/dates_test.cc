// Dates, times and durations as FEEL's expressions meet them, in full FEEL where an error is null.

#include <gtest/gtest.h>

#include "feel/compile.h"
#include "feel/run.h"

namespace feel {
namespace {

std::string told(std::string_view text) {
    Program program;
    Compiler compiler(program, Language::full);
    const Scope scope;
    const Result<Typed> compiled = compiler.text(text, "test.dmn", scope);
    if (!compiled) {
        return compiled.error().code;
    }
    Run run(program, Strictness::tolerant);
    run.set_moment(parse_date_time("2026-05-01T23:30:00+01:00").value());
    const Value found = run.evaluate(compiled->node);
    return found.is_null() ? "null" : found.to_text();
}

struct Golden {
    const char* text;
    const char* expected;
};

void expect(std::initializer_list<Golden> golden) {
    for (const Golden& each : golden) {
        EXPECT_EQ(told(each.text), each.expected) << each.text;
    }
}

TEST(Dates, are_made_of_texts_numbers_and_each_other) {
    expect({
        {R"(date("2017-12-31"))", "2017-12-31"},
        {R"(date(-2017, 12, 31))", "-2017-12-31"},
        {R"(date(999999999, 12, 31))", "999999999-12-31"},
        {R"(date(date and time("2017-08-14T14:25:00@Asia/Dhaka")))", "2017-08-14"},
        {R"(date(year: 2017, month: 8, day: 30))", "2017-08-30"},
        {R"(date(from: "2012-12-25"))", "2012-12-25"},
        {R"(date(["2012-12-25"]))", "2012-12-25"},
        {R"(date(["2012-12-25", "2012-12-26"]))", "null"},
        {R"(date(2017, 2, 29))", "null"},
        {R"(date(2017.5, 2, 1))", "null"},
        {R"(date(1000999999, 12, 1))", "null"},
        {R"(date(2017, 1))", "null"},
        {R"(date("2012-12-25T11:00:00"))", "null"},
        {R"(date(null))", "null"},
        {R"(date())", "null"},
    });
}

TEST(Dates, times_are_made_of_texts_numbers_and_moments) {
    expect({
        {R"(time("11:22:33.444Z"))", "11:22:33.444Z"},
        {R"(time(11, 59, 45, duration("PT2H45M55S")))", "11:59:45+02:45:55"},
        {R"(time(11, 59, 45, null))", "11:59:45"},
        {R"(time(11, 59, 45))", "11:59:45"},
        {R"(time(11, 59, 45.25, duration("PT0S")))", "11:59:45.25Z"},
        {R"(time(hour: 11, minute: 59, second: 0, offset: duration("-PT2H")))", "11:59:00-02:00"},
        {R"(time(date and time("2017-08-10T10:20:00@Europe/Paris")))", "10:20:00@Europe/Paris"},
        {R"(time(date("2017-08-10")))", "00:00:00Z"},
        {R"(time(24, 0, 0, null))", "null"},
        {R"(time(23, 59, 60, null))", "null"},
        {R"(time(23, 59, -0.5, null))", "null"},
        {R"(time(23, 59, 1, duration("PT19H")))", "null"},
        {R"(time(23, 59, 1, duration("P1Y")))", "null"},
        {R"(time(23, 59))", "null"},
    });
}

TEST(Dates, moments_are_made_of_texts_or_of_a_day_and_a_time) {
    expect({
        {R"(date and time("2012-12-24"))", "2012-12-24T00:00:00"},
        {R"(date and time("2017-12-31T11:22:33.5+01:35"))", "2017-12-31T11:22:33.5+01:35"},
        {R"(date and time(date("2017-01-01"), time("23:59:01@Europe/Paris")))",
         "2017-01-01T23:59:01@Europe/Paris"},
        {R"(date and time(@"2017-08-10T10:20:00+02:00", @"23:59:01"))", "2017-08-10T23:59:01"},
        {R"(date and time(date: @"2017-01-01", time: @"23:59:01Z"))", "2017-01-01T23:59:01Z"},
        {R"(date and time(@"2017-01-01", null))", "null"},
        {R"(date and time(null, @"23:59:01Z"))", "null"},
        {R"(date and time(2017))", "null"},
    });
}

TEST(Dates, at_literals_say_what_they_are) {
    expect({
        {R"(@"2019-03-31")", "2019-03-31"},
        {R"(@"2018-12-08T10:30:11@Australia/Melbourne")",
         "2018-12-08T10:30:11@Australia/Melbourne"},
        {R"(@"10:30:11+11:00")", "10:30:11+11:00"},
        {R"(@"-PT0.5S")", "-PT0.5S"},
        {R"(@"P10Y")", "P10Y"},
        {R"(@"foo")", "null"},
    });
}

TEST(Dates, compare_within_their_kind) {
    expect({
        {R"(@"2018-12-08" < @"2018-12-09")", "yes"},
        {R"(@"10:30:00.1" = @"10:30:00.2")", "yes"},
        {R"(@"10:30:00" = @"10:30:00Z")", "null"},
        {R"(@"10:30:00" < @"10:30:00Z")", "null"},
        {R"(@"2018-12-08T00:00:00+00:00" = @"2018-12-08T00:00:00@Etc/UTC")", "yes"},
        {R"(@"2018-12-08T00:00:00" >= @"2018-12-08T00:00:00Z")", "null"},
        {R"(@"2018-12-08" = @"2018-12-08T00:00:00Z")", "null"},
        {R"(@"P1D" = @"PT24H")", "yes"},
        {R"(@"P1Y" = @"P365D")", "null"},
        {R"(@"P1Y" < @"P365D")", "null"},
        {R"(@"P0Y" = @"P0D")", "yes"},
        {R"([@"10:30:00Z"] = [@"11:30:00+01:00"])", "yes"},
        {R"({at: @"10:30:00Z"} = {at: @"11:30:01+01:00"})", "no"},
        {R"(@"10:30:00Z" in (@"11:30:00+01:00", @"12:00:00Z"))", "yes"},
        {R"(@"10:30:00Z" in [@"11:30:00+01:00"..@"12:00:00Z"))", "yes"},
        {R"(list contains([@"10:30:00Z"], @"11:30:00+01:00"))", "yes"},
        {R"(max(@"2018-12-08", @"2019-01-01"))", "2019-01-01"},
    });
}

TEST(Dates, move_by_months_to_the_last_day_a_month_has) {
    expect({
        {R"(@"2021-01-31" + @"P1M")", "2021-02-28"},
        {R"(@"2024-02-29" + @"P1Y")", "2025-02-28"},
        {R"(@"2021-03-31" - @"P1M")", "2021-02-28"},
        {R"(@"P1M" + @"2021-01-31")", "2021-02-28"},
        {R"(@"2021-01-31T10:00:00@Europe/Paris" + @"P6M")", "2021-07-31T10:00:00@Europe/Paris"},
        {R"(@"999999999-12-31" + @"P1M")", "null"},
        {R"(@"2021-01-31" + @"P99999999999Y")", "null"},
        {R"(@"10:00:00" + @"P1M")", "null"},
        {R"(@"P1M" - @"2021-01-31")", "null"},
    });
}

TEST(Dates, move_by_hours_through_utc) {
    expect({
        {R"(@"2021-01-12" + @"P1D")", "2021-01-13"},
        {R"(@"2021-01-12" + @"PT36H")", "2021-01-13"},
        {R"(@"2021-01-12" - @"PT1H")", "2021-01-11"},
        {R"(@"2021-01-12T10:10:10" + @"PT14H0.5S")", "2021-01-13T00:10:10.5"},
        {R"(@"2021-01-12T00:00:00.2" - @"PT0.5S")", "2021-01-11T23:59:59.7"},
        {R"(@"2021-03-27T10:00:00@Europe/Paris" + @"P1D")", "2021-03-28T11:00:00@Europe/Paris"},
        {R"(@"2021-03-27T10:00:00+01:00" + @"P1D")", "2021-03-28T10:00:00+01:00"},
        {R"(@"PT1H" + @"23:30:00@Europe/Paris")", "00:30:00@Europe/Paris"},
        {R"(@"00:30:00Z" - @"P3DT1H")", "23:30:00Z"},
        {R"(@"999999999-12-31T23:59:59" + @"PT1S")", "null"},
        {R"(@"2021-01-12" + 1)", "null"},
        {R"(@"2021-01-12" + "P1D")", "null"},
        {R"(@"2021-01-12" + null)", "null"},
    });
}

TEST(Dates, differ_by_days_and_time) {
    expect({
        {R"(@"2021-03-01" - @"2021-02-01")", "P28D"},
        {R"(@"2021-02-01" - @"2021-03-01")", "-P28D"},
        {R"(@"999999999-12-31" - @"-999999999-01-01")", "P730484999633D"},
        {R"(@"10:10:10.5" - @"10:10:00")", "PT10.5S"},
        {R"(@"10:00:00+02:00" - @"10:00:00Z")", "-PT2H"},
        {R"(@"10:00:00" - @"10:00:00Z")", "null"},
        {R"(@"10:00:00@Europe/Paris" - @"09:00:00@Europe/Paris")", "PT1H"},
        {R"(@"2021-03-28T11:00:00@Europe/Paris" - @"2021-03-27T10:00:00@Europe/Paris")", "P1D"},
        {R"(@"2021-01-12T10:00:00" - @"2021-01-12T10:00:00Z")", "null"},
        {R"(@"2021-01-13" - @"2021-01-12T10:00:00Z")", "PT14H"},
        {R"(@"2021-01-12T10:00:00+01:00" - @"2021-01-13")", "-PT15H"},
        {R"(@"2021-01-13" - @"2021-01-12T10:00:00")", "null"},
        {R"(@"2021-01-13" + @"2021-01-12")", "null"},
        {R"(@"2021-01-13" - @"10:00:00")", "null"},
    });
}

TEST(Dates, durations_add_and_scale_within_their_kind) {
    expect({
        {R"(@"P1D" + @"PT1H")", "P1DT1H"}, {R"(@"P1Y" - @"P18M")", "-P6M"},
        {R"(@"P1Y" + @"P1D")", "null"},    {R"(@"P1D" * 1.5)", "P1DT12H"},
        {R"(2 * @"P1Y1M")", "P2Y2M"},      {R"(@"P1Y" / 5)", "P2M"},
        {R"(@"-P1Y" / 5)", "-P2M"},        {R"(@"PT1S" / 4)", "PT0.25S"},
        {R"(@"P1D" / @"PT6H")", "4"},      {R"(@"P1Y" / @"P8M")", "1.5"},
        {R"(@"P1D" / @"P1M")", "null"},    {R"(@"P1D" / @"PT0S")", "null"},
        {R"(@"P1D" / 0)", "null"},         {R"(1 / @"P1D")", "null"},
        {R"(@"P1D" * @"P1D")", "null"},    {R"(@"P1D" * 1e30)", "null"},
        {R"(@"P1D" ** 2)", "null"},        {R"(-@"-PT0.5S")", "PT0.5S"},
        {R"(-@"10:10:10")", "null"},       {R"(abs(@"-P1Y"))", "P1Y"},
    });
}

TEST(Dates, have_properties) {
    expect({
        {R"(@"2018-12-10".weekday)", "1"},
        {R"(@"2018-12-10T10:30:01.5".second)", "1.5"},
        {R"(@"2018-12-10T10:30:01".hour)", "10"},
        {R"(@"2018-12-10T10:30:00+05:00".time offset)", "PT5H"},
        {R"(@"2018-07-10T10:30:00@Europe/Paris".time offset)", "PT2H"},
        {R"(@"2018-12-10T10:30:00".time offset)", "null"},
        {R"(@"2018-12-10T10:30:00@Etc/UTC".timezone)", "Etc/UTC"},
        {R"(@"10:30:00Z".timezone)", "null"},
        {R"(@"10:30:00Z".year)", "null"},
        {R"(@"2018-12-10".hour)", "null"},
        {R"(@"-P1DT2H3M4.5S".days)", "-1"},
        {R"(@"-P1DT2H3M4.5S".hours)", "-2"},
        {R"(@"-P1DT2H3M4.5S".seconds)", "-4.5"},
        {R"(@"-P14M".years)", "-1"},
        {R"(@"P1D".years)", "null"},
        {R"([@"2018-12-10", @"2019-12-10"].year)", "[2018, 2019]"},
    });
}

TEST(Dates, calendar_functions_name_and_count) {
    expect({
        {R"(day of year(@"2019-09-17"))", "260"},
        {R"(day of week(@"2019-09-17T10:00:00"))", "Tuesday"},
        {R"(month of year(date: @"2019-09-17"))", "September"},
        {R"(week of year(date(2005, 1, 1)))", "53"},
        {R"(week of year(@"2003-12-29"))", "1"},
        {R"(week of year(@"2020-12-31"))", "53"},
        {R"(week of year(@"999999999-12-31"))", "52"},
        {R"(week of year(@"-999999999-01-01"))", "1"},
        {R"(day of year(@"-999999999-12-31"))", "365"},
        {R"(week of year("2020-12-31"))", "null"},
        {R"(day of year(null))", "null"},
        {R"(day of week())", "null"},
        {R"(years and months duration(@"2011-12-22", @"2013-08-24"))", "P1Y8M"},
        {R"(years and months duration(@"2013-08-24", @"2011-12-22"))", "-P1Y8M"},
        {R"(years and months duration(from: @"2013-08-24T23:00:00Z", to: @"2014-08-24"))", "P1Y"},
        {R"(years and months duration(@"2013-08-24", null))", "null"},
        {R"(string(@"10:30:11@Australia/Melbourne"))", "10:30:11@Australia/Melbourne"},
    });
}

TEST(Dates, now_and_today_are_the_moment_the_run_was_given) {
    expect({
        {"now()", "2026-05-01T23:30:00+01:00"},
        {"today()", "2026-05-01"},
        {"now(1)", "null"},
        {"today() + @\"P1M\"", "2026-06-01"},
    });
    Program program;
    Compiler compiler(program, Language::full);
    const Result<Typed> compiled = compiler.text("today()", "test.dmn", Scope());
    ASSERT_TRUE(compiled.has_value());
    EXPECT_TRUE(feel::Run(program, Strictness::tolerant).evaluate(compiled->node).is_null());
}

TEST(Dates, loops_go_from_day_to_day_either_way) {
    expect({
        {R"(for d in @"1980-02-28"..@"1980-03-01" return d)",
         "[1980-02-28, 1980-02-29, 1980-03-01]"},
        {R"(for d in @"1980-01-02"..@"1980-01-01" return d.day)", "[2, 1]"},
        {R"(for d in @"1980-01-02T00:00:00"..@"1980-01-03T00:00:00" return d)", "null"},
        {R"(for d in @"P1D"..@"P2D" return d)", "null"},
        {R"(for d in @"1980-01-01"..3 return d)", "null"},
        {R"(some d in @"1980-01-01"..@"1980-01-31" satisfies d.weekday = 7)", "yes"},
    });
}

TEST(Dates, the_policy_language_knows_days_and_no_times_of_day) {
    Program program;
    Compiler compiler(program, Language::profile);
    const auto code = [&compiler](std::string_view text) {
        const Result<Typed> compiled = compiler.text(text, "test.dmn", Scope());
        return compiled ? "accepted" : compiled.error().code;
    };
    EXPECT_EQ(code(R"(@"10:00:00" = @"10:00:00")"), "feel.outside_profile");
    EXPECT_EQ(code(R"(@"2026-05-01T10:00:00" = null)"), "feel.outside_profile");
    EXPECT_EQ(code(R"(date and time("2026-05-01T10:00:00") = null)"), "feel.unknown_name");
    EXPECT_EQ(code("today() = null"), "feel.unknown_name");
    EXPECT_EQ(code(R"(@"2026-05-01" + @"P1M" > @"2026-05-31")"), "accepted");
}

}  // namespace
}  // namespace feel
