#include "feel/duration.h"

#include <cstdint>

#include "base/sabotage.h"
#include "feel/date_time.h"
#include "feel/fraction.h"

namespace feel {

namespace {

constexpr std::int64_t seconds_max = 1'000'000'000'000'000'000;
constexpr std::int64_t months_max = 100'000'000'000'000'000;
constexpr std::size_t digits_max = 24;  // of one amount; more lies beyond every bound

// How many digits stand in front; nothing when they are too many.
std::optional<std::size_t> digits_of(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        ++digits;
    }
    return digits > digits_max ? std::nullopt : std::optional<std::size_t>(digits);
}

// Takes "12Y" off the front when it ends in the letter asked for; false when it is broken.
bool take(std::string_view& text, char letter, Decimal& amount, bool& any) {
    const std::optional<std::size_t> digits = digits_of(text);
    if (!digits) {
        return false;
    }
    if (*digits > 0 && *digits < text.size() && text[*digits] == letter) {
        amount = Decimal::parse(text.substr(0, *digits)).value();
        any = true;
        text.remove_prefix(*digits + 1);
    }
    return true;
}

// Takes "4.5S" off the front; false when it is broken.
bool take_seconds(std::string_view& text, Decimal& amount, std::int64_t& nanoseconds, bool& any) {
    const std::optional<std::size_t> digits = digits_of(text);
    if (!digits || *digits == 0) {
        return digits.has_value();
    }
    std::string_view rest = text.substr(*digits);
    const std::optional<std::int64_t> fraction = take_fraction(rest);
    if (!fraction || !rest.starts_with('S')) {
        return false;
    }
    amount = Decimal::parse(text.substr(0, *digits)).value();
    nanoseconds = *fraction;
    any = true;
    text = rest.substr(1);
    return true;
}

// Reads what follows "P" when it counts years and months, and leaves the rest.
bool take_months(std::string_view& text, Decimal& months, bool& any) {
    Decimal years;
    if (!take(text, 'Y', years, any) || !take(text, 'M', months, any)) {
        return false;
    }
    months = years * Decimal(12) + months;
    return true;
}

// Reads what follows "P" when it counts days and time, and leaves the rest.
bool take_days(std::string_view& text, Decimal& total, std::int64_t& nanoseconds, bool& any) {
    Decimal days;
    Decimal hours;
    Decimal minutes;
    Decimal seconds;
    if (!take(text, 'D', days, any)) {
        return false;
    }
    if (text.starts_with('T')) {
        text.remove_prefix(1);
        bool any_time = false;
        if (!take(text, 'H', hours, any_time) || !take(text, 'M', minutes, any_time) ||
            !take_seconds(text, seconds, nanoseconds, any_time) || !any_time) {
            return false;
        }
        any = true;
    }
    total = days * Decimal(seconds_a_day) + hours * Decimal(3600) + minutes * Decimal(60) + seconds;
    return true;
}

template <typename Duration>
std::optional<Value> as_value(const std::optional<Duration>& length) {
    return length ? std::optional<Value>(*length) : std::nullopt;
}

// Cuts off what is not whole.
std::optional<std::int64_t> whole(const Decimal& number) {
    const std::optional<Decimal> cut = number.rounded(0, Rounding::down);
    return cut ? cut->to_int64() : std::nullopt;
}

}  // namespace

std::optional<Value> parse_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    if (!text.starts_with('P')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    Decimal months;
    Decimal seconds;
    std::int64_t nanoseconds = 0;
    bool in_months = false;
    bool in_days = false;
    if (!take_months(text, months, in_months) || !take_days(text, seconds, nanoseconds, in_days) ||
        !text.empty() || in_months == in_days) {
        return std::nullopt;
    }
    if (in_months) {
        return as_value(months_of(negative ? -months : months));
    }
    const std::optional<std::int64_t> exact = seconds.to_int64();
    if (!exact) {
        return std::nullopt;
    }
    return as_value(negative ? make_days(-*exact, -nanoseconds) : make_days(*exact, nanoseconds));
}

std::optional<DaysDuration> make_days(std::int64_t seconds, std::int64_t nanoseconds) {
    if (seconds < -seconds_max || seconds > seconds_max) {
        return std::nullopt;
    }
    const std::int64_t over =
        nanoseconds / nanoseconds_a_second - (nanoseconds % nanoseconds_a_second < 0 ? 1 : 0);
    const DaysDuration made{seconds + over, nanoseconds - over * nanoseconds_a_second};
    return made.seconds < -seconds_max || made.seconds > seconds_max
               ? std::nullopt
               : std::optional<DaysDuration>(made);
}

std::optional<MonthsDuration> make_months(std::int64_t months) {
    return months < -months_max || months > months_max
               ? std::nullopt
               : std::optional<MonthsDuration>(MonthsDuration{months});
}

Decimal in_seconds(DaysDuration length) {
    return Decimal(length.seconds) +
           Decimal::divide(Decimal(length.nanoseconds), Decimal(nanoseconds_a_second)).value();
}

std::optional<DaysDuration> days_of(const Decimal& seconds) {
    const std::optional<std::int64_t> full = whole(seconds);
    if (!full) {
        return std::nullopt;
    }
    const Decimal rest = (seconds - Decimal(*full)) * Decimal(nanoseconds_a_second);
    return make_days(*full, whole(rest).value_or(0));
}

std::optional<MonthsDuration> months_of(const Decimal& months) {
    const std::optional<std::int64_t> full = whole(months);
    return full ? make_months(*full) : std::nullopt;
}

std::optional<DaysDuration> add(DaysDuration a, DaysDuration b) {
    return make_days(a.seconds + b.seconds, a.nanoseconds + b.nanoseconds);
}

std::optional<MonthsDuration> add(MonthsDuration a, MonthsDuration b) {
    return make_months(a.months + b.months);
}

DaysDuration opposite(DaysDuration length) {
    return length.nanoseconds == 0
               ? DaysDuration{-length.seconds, 0}
               : DaysDuration{-length.seconds - 1, nanoseconds_a_second - length.nanoseconds};
}

MonthsDuration opposite(MonthsDuration length) {
    return MonthsDuration{-length.months};
}

DurationParts parts_of(DaysDuration length) {
    const bool negative = length.seconds < 0;
    const DaysDuration amount = negative ? opposite(length) : length;
    return DurationParts{negative,
                         amount.seconds / seconds_a_day,
                         amount.seconds % seconds_a_day / 3600,
                         amount.seconds % 3600 / 60,
                         amount.seconds % 60,
                         amount.nanoseconds};
}

std::string to_text(DaysDuration length) {
    const DurationParts parts = parts_of(length);
    std::string out = parts.is_negative ? "-P" : "P";
    const auto put = [&out](std::int64_t amount, char letter) {
        if (amount != 0) {
            out += std::to_string(amount) + letter;
        }
    };
    put(parts.days, 'D');
    if (parts.hours != 0 || parts.minutes != 0 || parts.seconds != 0 || parts.nanoseconds != 0) {
        out += "T";
        put(parts.hours, 'H');
        put(parts.minutes, 'M');
        if (parts.seconds != 0 || parts.nanoseconds != 0) {
            out += std::to_string(parts.seconds) + fraction_text(parts.nanoseconds) + "S";
        }
    }
    return out == "P" ? "PT0S" : out;
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
        return opposite(months_between(until, from));
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
