#include "feel/operate_dates.h"

#include "base/sabotage.h"
#include "feel/duration.h"

namespace feel {

namespace {

constexpr std::int64_t nanoseconds_a_day = seconds_a_day * nanoseconds_a_second;
constexpr std::int64_t months_max = 24'000'000'000;  // from one end of the calendar to the other

template <typename T>
std::optional<Value> as_value(const std::optional<T>& found) {
    return found ? std::optional<Value>(*found) : std::nullopt;
}

std::optional<Value> as_value(Date date) {
    return is_in_calendar(date) ? std::optional<Value>(date) : std::nullopt;
}

std::int64_t whole_days(std::int64_t seconds) {
    return seconds / seconds_a_day - (seconds % seconds_a_day < 0 ? 1 : 0);
}

std::optional<Value> difference(const Value& a, const Value& b) {
    if (a.date() != nullptr && b.date() != nullptr) {
        return as_value(make_days((*a.date() - *b.date()) * seconds_a_day, 0));
    }
    if (a.time() != nullptr && b.time() != nullptr) {
        const std::optional<std::int64_t> ahead = lead(*a.time(), *b.time());
        return ahead ? as_value(make_days(-*ahead, a.time()->nanoseconds - b.time()->nanoseconds))
                     : std::nullopt;
    }
    const std::optional<DateTime> first = as_date_time(a);
    const std::optional<DateTime> second = as_date_time(b);
    if (!first || !second || first->zone.is_local() != second->zone.is_local()) {
        return std::nullopt;
    }
    return as_value(make_days(
        first->seconds() - second->seconds(),
        first->nanoseconds % nanoseconds_a_second - second->nanoseconds % nanoseconds_a_second));
}

#if defined(SABOTAGE) || defined(SABOTAGE_BUILD)
Date run_over(Date from, std::int64_t months) {
    const Date first = from.plus_days(1 - static_cast<std::int64_t>(from.day()));
    return first.plus_months(months).plus_days(static_cast<std::int64_t>(from.day()) - 1);
}
#endif

std::optional<Value> later(const Value& point, MonthsDuration length) {
    if (point.time() != nullptr || length.months < -months_max || length.months > months_max) {
        return std::nullopt;
    }
    if (point.date() != nullptr) {
        return as_value(SABOTAGED(28, run_over(*point.date(), length.months),
                                  point.date()->plus_months(length.months)));
    }
    DateTime moment = *point.date_time();
    moment.date = moment.date.plus_months(length.months);
    return is_in_calendar(moment.date) ? std::optional<Value>(moment) : std::nullopt;
}

std::optional<Value> later(const DateTime& moment, DaysDuration length) {
    const std::int64_t fraction = moment.nanoseconds % nanoseconds_a_second + length.nanoseconds;
    const std::int64_t seconds =
        moment.seconds() + length.seconds + fraction / nanoseconds_a_second;
    const std::int64_t shown = seconds + moment.zone.offset_at(seconds);
    const Date date = Date::from_days(whole_days(shown));
    if (!is_in_calendar(date)) {
        return std::nullopt;
    }
    return DateTime{date,
                    (shown - date.days() * seconds_a_day) * nanoseconds_a_second +
                        fraction % nanoseconds_a_second,
                    moment.zone};
}

std::optional<Value> later(const Value& point, DaysDuration length) {
    if (point.date() != nullptr) {
        // A date has no hours: what does not fill a day falls to the day it lies in.
        return as_value(point.date()->plus_days(whole_days(length.seconds)));
    }
    if (point.date_time() != nullptr) {
        return later(*point.date_time(), length);
    }
    const std::int64_t rest = length.seconds - whole_days(length.seconds) * seconds_a_day;
    const std::int64_t shown =
        point.time()->nanoseconds + rest * nanoseconds_a_second + length.nanoseconds;
    return Time{shown % nanoseconds_a_day, point.time()->zone};
}

std::optional<Value> scaled(Operator op, const Value& length, const Decimal& factor) {
    const Decimal amount = length.days_duration() != nullptr
                               ? in_seconds(*length.days_duration())
                               : Decimal(length.months_duration()->months);
    const std::optional<Decimal> found = op == Operator::multiply
                                             ? std::optional<Decimal>(amount * factor)
                                             : Decimal::divide(amount, factor);
    if (!found || !found->is_finite()) {
        return std::nullopt;
    }
    return length.days_duration() != nullptr ? as_value(days_of(*found))
                                             : as_value(months_of(*found));
}

// Two durations of one kind.
template <typename Duration>
std::optional<Value> combined(Operator op, Duration a, Duration b, const Decimal& amount,
                              const Decimal& other) {
    if (op == Operator::add || op == Operator::subtract) {
        return as_value(add(a, op == Operator::add ? b : opposite(b)));
    }
    return op == Operator::divide ? as_value(Decimal::divide(amount, other)) : std::nullopt;
}

std::optional<Value> part_of_date(Date date, std::string_view name) {
    if (name == "year") {
        return Value(Decimal(date.year()));
    }
    if (name == "month") {
        return Value(Decimal(std::int64_t{date.month()}));
    }
    if (name == "day") {
        return Value(Decimal(std::int64_t{date.day()}));
    }
    return name == "weekday" ? std::optional<Value>(Decimal(std::int64_t{date.weekday()}))
                             : std::nullopt;
}

// `offset` is nothing where the zone has none that can be said.
std::optional<Value> part_of_clock(std::int64_t nanoseconds, const Zone& zone,
                                   const std::optional<std::int64_t>& offset,
                                   std::string_view name) {
    const std::int64_t seconds = nanoseconds / nanoseconds_a_second;
    if (name == "hour") {
        return Value(Decimal(seconds / 3600));
    }
    if (name == "minute") {
        return Value(Decimal(seconds / 60 % 60));
    }
    if (name == "second") {
        return Value(in_seconds(DaysDuration{seconds % 60, nanoseconds % nanoseconds_a_second}));
    }
    if (name == "time offset") {
        return offset ? Value(DaysDuration{*offset, 0}) : Value();
    }
    if (name == "timezone") {
        return zone.place().empty() ? Value() : Value(std::string(zone.place()));
    }
    return std::nullopt;
}

std::optional<Value> part_of(const DateTime& moment, std::string_view name) {
    if (std::optional<Value> found = part_of_date(moment.date, name)) {
        return found;
    }
    const std::optional<std::int64_t> offset =
        moment.zone.is_local()
            ? std::nullopt
            : std::optional(moment.zone.offset_when_shown(moment.shown_seconds()));
    return part_of_clock(moment.nanoseconds, moment.zone, offset, name);
}

std::optional<Value> part_of(DaysDuration length, std::string_view name) {
    const DurationParts parts = parts_of(length);
    const auto number = [&parts](const Decimal& amount) {
        return Value(parts.is_negative ? -amount : amount);
    };
    if (name == "days") {
        return number(parts.days);
    }
    if (name == "hours") {
        return number(parts.hours);
    }
    if (name == "minutes") {
        return number(parts.minutes);
    }
    return name == "seconds" ? std::optional<Value>(number(
                                   in_seconds(DaysDuration{parts.seconds, parts.nanoseconds})))
                             : std::nullopt;
}

std::optional<Value> part_of(MonthsDuration length, std::string_view name) {
    if (name == "years") {
        return Value(Decimal(length.months / 12));
    }
    return name == "months" ? std::optional<Value>(Decimal(length.months % 12)) : std::nullopt;
}

}  // namespace

bool is_point_in_time(const Value& value) {
    return value.date() != nullptr || value.time() != nullptr || value.date_time() != nullptr;
}

bool is_duration(const Value& value) {
    return value.days_duration() != nullptr || value.months_duration() != nullptr;
}

std::optional<DateTime> as_date_time(const Value& value) {
    if (value.date() != nullptr) {
        return DateTime{*value.date(), 0, Zone::of_offset(0).value()};
    }
    return value.date_time() == nullptr ? std::nullopt : std::optional(*value.date_time());
}

std::optional<Value> calculate_dates(Operator op, const Value& a, const Value& b) {
    if (op != Operator::add && op != Operator::subtract) {
        return std::nullopt;
    }
    const bool minus = op == Operator::subtract;
    if (!is_point_in_time(a)) {
        return minus ? std::nullopt : calculate_dates(op, b, a);
    }
    if (minus && is_point_in_time(b)) {
        return difference(a, b);
    }
    if (const MonthsDuration* length = b.months_duration()) {
        return later(a, minus ? opposite(*length) : *length);
    }
    if (const DaysDuration* length = b.days_duration()) {
        return later(a, minus ? opposite(*length) : *length);
    }
    return std::nullopt;
}

std::optional<Value> calculate_durations(Operator op, const Value& a, const Value& b) {
    if (a.days_duration() != nullptr && b.days_duration() != nullptr) {
        return combined(op, *a.days_duration(), *b.days_duration(), in_seconds(*a.days_duration()),
                        in_seconds(*b.days_duration()));
    }
    if (a.months_duration() != nullptr && b.months_duration() != nullptr) {
        return combined(op, *a.months_duration(), *b.months_duration(),
                        Decimal(a.months_duration()->months), Decimal(b.months_duration()->months));
    }
    if (is_duration(a) && b.number() != nullptr &&
        (op == Operator::multiply || op == Operator::divide)) {
        return scaled(op, a, *b.number());
    }
    if (a.number() != nullptr && is_duration(b) && op == Operator::multiply) {
        return scaled(op, b, *a.number());
    }
    return std::nullopt;
}

std::optional<Value> date_part(const Value& whole, std::string_view name) {
    if (const Date* date = whole.date()) {
        return part_of_date(*date, name);
    }
    if (const Time* time = whole.time()) {
        return part_of_clock(time->nanoseconds, time->zone, time->zone.offset_all_year(), name);
    }
    if (const DateTime* moment = whole.date_time()) {
        return part_of(*moment, name);
    }
    if (const DaysDuration* length = whole.days_duration()) {
        return part_of(*length, name);
    }
    if (const MonthsDuration* length = whole.months_duration()) {
        return part_of(*length, name);
    }
    return std::nullopt;
}

}  // namespace feel
