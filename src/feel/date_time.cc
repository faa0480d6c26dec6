#include "feel/date_time.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "feel/fraction.h"

namespace feel {

namespace {

constexpr std::int64_t nanoseconds_a_day = seconds_a_day * nanoseconds_a_second;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes exactly `digits` digits off the front.
std::optional<std::int64_t> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits || !std::all_of(text.begin(), text.begin() + digits, is_digit)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char mark) {
    const bool found = text.starts_with(mark);
    text.remove_prefix(found ? 1 : 0);
    return found;
}

// Takes "14:05:09.25" off the front, as nanoseconds; 24:00:00 gives a whole day.
std::optional<std::int64_t> take_clock(std::string_view& text) {
    const std::optional<std::int64_t> hour = take_number(text, 2);
    if (!hour || !take(text, ':')) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> minute = take_number(text, 2);
    if (!minute || !take(text, ':')) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> second = take_number(text, 2);
    const std::optional<std::int64_t> fraction = take_fraction(text);
    if (!second || !fraction || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    const std::int64_t whole = *hour * 3600 + *minute * 60 + *second;
    const std::int64_t found = whole * nanoseconds_a_second + *fraction;
    return found > nanoseconds_a_day || (*hour == 24 && found != nanoseconds_a_day)
               ? std::nullopt
               : std::optional<std::int64_t>(found);
}

std::string clock_text(std::int64_t nanoseconds) {
    const int seconds = static_cast<int>(nanoseconds / nanoseconds_a_second);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                  seconds % 60);
    return buffer + fraction_text(nanoseconds % nanoseconds_a_second);
}

}  // namespace

bool is_in_calendar(Date date) {
    static const Date first = Date::make(-999'999'999, 1, 1).value();
    static const Date last = Date::make(999'999'999, 12, 31).value();
    return first <= date && date <= last;
}

std::optional<std::int64_t> lead(const Time& a, const Time& b) {
    if (a.zone == b.zone) {
        return 0;
    }
    const std::optional<std::int64_t> first = a.zone.offset_all_year();
    const std::optional<std::int64_t> second = b.zone.offset_all_year();
    return first && second ? std::optional<std::int64_t>(*first - *second) : std::nullopt;
}

std::optional<std::strong_ordering> order(const Time& a, const Time& b) {
    const std::optional<std::int64_t> ahead = lead(a, b);
    return ahead ? std::optional(a.seconds() - *ahead <=> b.seconds()) : std::nullopt;
}

std::optional<std::strong_ordering> order(const DateTime& a, const DateTime& b) {
    if (a.zone.is_local() != b.zone.is_local()) {
        return std::nullopt;
    }
    return a.seconds() <=> b.seconds();
}

std::optional<Date> parse_date(std::string_view text) {
    const bool before_zero = take(text, '-');
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = static_cast<std::size_t>(end - text.begin());
    if (digits < 4 || digits > 9 || (digits > 4 && text[0] == '0')) {
        return std::nullopt;
    }
    const std::int64_t year = take_number(text, digits).value();
    if (!take(text, '-')) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> month = take_number(text, 2);
    if (!month || !take(text, '-')) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> day = take_number(text, 2);
    if (!day || !text.empty()) {
        return std::nullopt;
    }
    return Date::make(before_zero ? -year : year, static_cast<unsigned>(*month),
                      static_cast<unsigned>(*day));
}

std::optional<Time> parse_time(std::string_view text) {
    const std::optional<std::int64_t> clock = take_clock(text);
    const std::optional<Zone> zone = clock ? Zone::parse(text) : std::nullopt;
    if (!zone) {
        return std::nullopt;
    }
    return Time{*clock % nanoseconds_a_day, *zone};
}

std::optional<DateTime> parse_date_time(std::string_view text) {
    const std::size_t mark = text.find('T');
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    const std::optional<Date> date = parse_date(text.substr(0, mark));
    text.remove_prefix(mark + 1);
    const std::optional<std::int64_t> clock = take_clock(text);
    const std::optional<Zone> zone = clock ? Zone::parse(text) : std::nullopt;
    if (!date || !zone) {
        return std::nullopt;
    }
    const Date day = date->plus_days(*clock / nanoseconds_a_day);
    if (!is_in_calendar(day)) {
        return std::nullopt;
    }
    return DateTime{day, *clock % nanoseconds_a_day, *zone};
}

std::string to_text(const Time& time) {
    return clock_text(time.nanoseconds) + time.zone.to_text();
}

std::string to_text(const DateTime& moment) {
    return moment.date.to_text() + "T" + clock_text(moment.nanoseconds) + moment.zone.to_text();
}

}  // namespace feel
