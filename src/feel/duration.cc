#include "feel/duration.h"

#include <cstdint>

#include "base/sabotage.h"

namespace feel {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

// Takes "12Y" off the front when it ends in the letter asked for; false when the digits are broken.
bool take(std::string_view& text, char letter, std::int64_t& amount, bool& any) {
    std::size_t digits = 0;
    std::int64_t value = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        if (digits == 12) {
            return false;
        }
        value = value * 10 + (text[digits] - '0');
        ++digits;
    }
    if (digits > 0 && digits < text.size() && text[digits] == letter) {
        amount = value;
        any = true;
        text.remove_prefix(digits + 1);
    }
    return true;
}

}  // namespace

std::optional<Value> parse_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) {
        text.remove_prefix(1);
    }
    if (!text.starts_with('P') || text.size() < 3) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    std::int64_t years = 0;
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    bool in_months = false;
    bool in_days = false;
    bool in_time = false;
    if (!take(text, 'Y', years, in_months) || !take(text, 'M', months, in_months)) {
        return std::nullopt;
    }
    if (!take(text, 'D', days, in_days)) {
        return std::nullopt;
    }
    if (text.starts_with('T')) {
        text.remove_prefix(1);
        if (!take(text, 'H', hours, in_time) || !take(text, 'M', minutes, in_time) ||
            !take(text, 'S', seconds, in_time) || !in_time) {
            return std::nullopt;
        }
    }
    if (!text.empty() || in_months == (in_days || in_time)) {
        return std::nullopt;
    }
    if (years > 999'999'999 || months > 999'999'999'999 || days > 999'999'999'999 ||
        hours > 999'999'999'999 || minutes > 999'999'999'999) {
        return std::nullopt;
    }
    const std::int64_t sign = negative ? -1 : 1;
    if (in_months) {
        return Value(MonthsDuration{sign * (years * 12 + months)});
    }
    return Value(
        DaysDuration{sign * (days * seconds_a_day + hours * 3600 + minutes * 60 + seconds)});
}

std::string to_text(DaysDuration length) {
    if (length.seconds == 0) {
        return "PT0S";
    }
    std::string out = length.seconds < 0 ? "-P" : "P";
    const std::int64_t seconds = length.seconds < 0 ? -length.seconds : length.seconds;
    if (seconds >= seconds_a_day) {
        out += std::to_string(seconds / seconds_a_day) + "D";
    }
    const std::int64_t rest = seconds % seconds_a_day;
    if (rest != 0) {
        out += "T";
        out += rest >= 3600 ? std::to_string(rest / 3600) + "H" : "";
        out += rest % 3600 >= 60 ? std::to_string(rest % 3600 / 60) + "M" : "";
        out += rest % 60 != 0 ? std::to_string(rest % 60) + "S" : "";
    }
    return out;
}

std::string to_text(MonthsDuration length) {
    if (length.months == 0) {
        return "P0M";
    }
    std::string out = length.months < 0 ? "-P" : "P";
    const std::int64_t months = length.months < 0 ? -length.months : length.months;
    out += months >= 12 ? std::to_string(months / 12) + "Y" : "";
    out += months % 12 != 0 ? std::to_string(months % 12) + "M" : "";
    return out;
}

MonthsDuration months_between(Date from, Date until) {
    if (until < from) {
        return MonthsDuration{-months_between(until, from).months};
    }
    std::int64_t months = (until.year() - from.year()) * 12 +
                          static_cast<std::int64_t>(until.month()) -
                          static_cast<std::int64_t>(from.month());
    if (SABOTAGED(29, false, until.day() < from.day())) {
        --months;
    }
    return MonthsDuration{months};
}

}  // namespace feel
