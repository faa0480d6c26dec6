#include "base/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace base {

namespace {

struct Civil {
    std::int64_t year;
    unsigned month;
    unsigned day;
};

std::int64_t days_from_civil(std::int64_t y, unsigned m, unsigned d) {
    y -= m <= 2 ? 1 : 0;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const unsigned yoe = static_cast<unsigned>(y - era * 400);
    const unsigned doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    const unsigned doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + static_cast<std::int64_t>(doe) - 719468;
}

Civil civil_from_days(std::int64_t z) {
    z += 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const unsigned doe = static_cast<unsigned>(z - era * 146097);
    const unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int64_t y = static_cast<std::int64_t>(yoe) + era * 400;
    const unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const unsigned mp = (5 * doy + 2) / 153;
    const unsigned d = doy - (153 * mp + 2) / 5 + 1;
    const unsigned m = mp < 10 ? mp + 3 : mp - 9;
    return {m <= 2 ? y + 1 : y, m, d};
}

bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned days_in_month(std::int64_t year, unsigned month) {
    constexpr std::array<unsigned, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

constexpr std::array<const char*, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <typename Number>
bool read_number(std::string_view text, Number& value) {
    if (text.empty() ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return false;
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Error not_a_date(std::string_view text) {
    return {"date.not_a_date",
            "\"" + std::string(text.substr(0, 40)) +
                "\" is not a date. Give a day, a month and a year, like 3 5 2006."};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

std::optional<Date> Date::make(std::int64_t year, unsigned month, unsigned day) {
    if (year < -999'999'999 || year > 999'999'999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return std::nullopt;
    }
    return Date(days_from_civil(year, month, day));
}

Result<Date> Date::parse(std::string_view text) {
    std::int64_t year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-' &&
        read_number(text.substr(0, 4), year) && read_number(text.substr(5, 2), month) &&
        read_number(text.substr(8, 2), day)) {
        if (const std::optional<Date> date = make(year, month, day)) {
            return *date;
        }
    }
    return not_a_date(text);
}

Result<Date> Date::parse_parts(std::string_view day_text, std::string_view month_text,
                               std::string_view year_text) {
    std::int64_t year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (trimmed(year_text).size() == 4 && trimmed(month_text).size() <= 2 &&
        trimmed(day_text).size() <= 2 && read_number(trimmed(year_text), year) &&
        read_number(trimmed(month_text), month) && read_number(trimmed(day_text), day)) {
        if (const std::optional<Date> date = make(year, month, day)) {
            return *date;
        }
    }
    return not_a_date(std::string(day_text) + " " + std::string(month_text) + " " +
                      std::string(year_text));
}

std::int64_t Date::year() const {
    return civil_from_days(days_).year;
}
unsigned Date::month() const {
    return civil_from_days(days_).month;
}
unsigned Date::day() const {
    return civil_from_days(days_).day;
}

unsigned Date::weekday() const {
    const std::int64_t index = ((days_ + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return static_cast<unsigned>(index) + 1;
}

std::string Date::to_text() const {
    const Civil civil = civil_from_days(days_);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%s%04lld-%02u-%02u", civil.year < 0 ? "-" : "",
                  static_cast<long long>(civil.year < 0 ? -civil.year : civil.year), civil.month,
                  civil.day);
    return buffer;
}

std::string Date::for_people() const {
    const Civil civil = civil_from_days(days_);
    return std::to_string(civil.day) + " " + month_names[civil.month - 1] + " " +
           std::to_string(civil.year);
}

Date Date::plus_months(std::int64_t count) const {
    const Civil civil = civil_from_days(days_);
    const std::int64_t months =
        civil.year * 12 + static_cast<std::int64_t>(civil.month) - 1 + count;
    const std::int64_t year = months >= 0 ? months / 12 : (months - 11) / 12;
    const unsigned month = static_cast<unsigned>(months - year * 12) + 1;
    return Date(days_from_civil(year, month, std::min(civil.day, days_in_month(year, month))));
}

std::int64_t age_on(Date birth, Date on) {
    const std::int64_t years = on.year() - birth.year();
    const bool birthday_passed =
        on.month() > birth.month() || (on.month() == birth.month() && on.day() >= birth.day());
    return birthday_passed ? years : years - 1;
}

Date Instant::date_utc() const {
    return Date::from_days(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400);
}

std::string Instant::to_text() const {
    const Date date = date_utc();
    const std::int64_t rest = seconds - date.days() * 86400;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
                  static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return date.to_text() + buffer;
}

Result<Instant> Instant::parse(std::string_view text) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (text.size() == 20 && text[10] == 'T' && text[13] == ':' && text[16] == ':' &&
        text[19] == 'Z' && read_number(text.substr(11, 2), hour) &&
        read_number(text.substr(14, 2), minute) && read_number(text.substr(17, 2), second) &&
        hour < 24 && minute < 60 && second < 60) {
        TRY(const Date date, Date::parse(text.substr(0, 10)));
        return Instant{date.days() * 86400 + std::int64_t{hour} * 3600 + std::int64_t{minute} * 60 +
                       second};
    }
    return Error{"date.not_an_instant",
                 "\"" + std::string(text.substr(0, 40)) + "\" is not a time in UTC."};
}

Result<Period> Period::make(Date from, Date until) {
    if (until <= from) {
        return Error{"date.empty_period", "The end, " + until.for_people() +
                                              ", must come after the start, " + from.for_people() +
                                              "."};
    }
    return Period{from, until};
}

std::optional<Period> Period::overlap(const Period& other) const {
    const Period both{std::max(from, other.from), std::min(until, other.until)};
    if (both.until <= both.from) {
        return std::nullopt;
    }
    return both;
}

}  // namespace base
