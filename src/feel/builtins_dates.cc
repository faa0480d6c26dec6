#include "feel/builtins_dates.h"

#include <array>
#include <string>

#include "feel/duration.h"

namespace feel {

namespace {

using Arguments = std::span<const Value>;
using Answer = std::optional<Value>;

template <typename T>
Answer as_answer(const std::optional<T>& found) {
    return found ? Answer(*found) : std::nullopt;
}

// Reads a whole number between two, both included.
std::optional<std::int64_t> whole(const Value& value, std::int64_t first, std::int64_t last) {
    const std::optional<std::int64_t> number =
        value.number() == nullptr ? std::nullopt : value.number()->to_int64();
    return number && *number >= first && *number <= last ? number : std::nullopt;
}

// A list of one item stands for that item where one value is asked for (DMN 1.5, 10.3.2.9.4).
const Value& single(const Value& value) {
    return value.list() != nullptr && value.list()->size() == 1 ? value.list()->front() : value;
}

// The day of a date or of a date and time, as its clock shows it.
std::optional<Date> day_of(const Value& given) {
    const Value& value = single(given);
    if (value.date() != nullptr) {
        return *value.date();
    }
    return value.date_time() == nullptr ? std::nullopt : std::optional(value.date_time()->date);
}

Answer date(Arguments given) {
    if (given.size() == 3) {
        const std::optional<std::int64_t> year = whole(given[0], -999'999'999, 999'999'999);
        const std::optional<std::int64_t> month = whole(given[1], 1, 12);
        const std::optional<std::int64_t> day = whole(given[2], 1, 31);
        return year && month && day ? as_answer(Date::make(*year, static_cast<unsigned>(*month),
                                                           static_cast<unsigned>(*day)))
                                    : std::nullopt;
    }
    if (given.size() != 1) {
        return std::nullopt;
    }
    const std::string* text = single(given[0]).string();
    return as_answer(text != nullptr ? parse_date(*text) : day_of(given[0]));
}

Answer time_of(const Value& given) {
    const Value& from = single(given);
    if (from.string() != nullptr) {
        return as_answer(parse_time(*from.string()));
    }
    if (from.time() != nullptr) {
        return from;
    }
    if (from.date_time() != nullptr) {
        return Time{from.date_time()->nanoseconds, from.date_time()->zone};
    }
    return from.date() != nullptr ? Answer(Time{0, Zone::of_offset(0).value()}) : std::nullopt;
}

// An offset is null, for local, or a duration of whole seconds.
std::optional<Zone> zone_of(const Value& offset) {
    if (offset.is_null()) {
        return Zone();
    }
    const DaysDuration* length = offset.days_duration();
    return length == nullptr || length->nanoseconds != 0 ? std::nullopt
                                                         : Zone::of_offset(length->seconds);
}

Answer time(Arguments given) {
    if (given.size() == 1) {
        return time_of(given[0]);
    }
    if (given.size() < 3) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> hour = whole(given[0], 0, 23);
    const std::optional<std::int64_t> minute = whole(given[1], 0, 59);
    const std::optional<DaysDuration> second =
        given[2].number() == nullptr ? std::nullopt : days_of(*given[2].number());
    const std::optional<Zone> zone = given.size() == 3 ? Zone() : zone_of(given[3]);
    if (!hour || !minute || !second || !zone || second->seconds < 0 || second->seconds > 59) {
        return std::nullopt;
    }
    const std::int64_t seconds = *hour * 3600 + *minute * 60 + second->seconds;
    return Time{seconds * nanoseconds_a_second + second->nanoseconds, *zone};
}

Answer date_and_time(Arguments given) {
    if (given.size() == 2) {
        const std::optional<Date> day = day_of(given[0]);
        return day && given[1].time() != nullptr
                   ? Answer(DateTime{*day, given[1].time()->nanoseconds, given[1].time()->zone})
                   : std::nullopt;
    }
    const std::string* text = given.size() == 1 ? single(given[0]).string() : nullptr;
    if (text == nullptr) {
        return std::nullopt;
    }
    const std::optional<Date> day = parse_date(*text);
    return day ? Answer(DateTime{*day, 0, Zone()}) : as_answer(parse_date_time(*text));
}

Answer duration(Arguments given) {
    return given[0].string() == nullptr ? std::nullopt : parse_duration(*given[0].string());
}

Answer months_duration(Arguments given) {
    const std::optional<Date> from = day_of(given[0]);
    const std::optional<Date> until = day_of(given[1]);
    return from && until ? Answer(months_between(*from, *until)) : std::nullopt;
}

Answer now(Arguments given) {
    return given[0].date_time() == nullptr ? std::nullopt : Answer(given[0]);
}

Answer today(Arguments given) {
    return as_answer(day_of(given[0]));
}

// Counts the days of its year before a day. The Thursday of a week at either end of the calendar
// lies beyond it, so that no day is made here.
std::int64_t days_before(Date day) {
    const Date first_of_month = day.plus_days(1 - std::int64_t{day.day()});
    return day - first_of_month.plus_months(1 - std::int64_t{day.month()});
}

Answer day_of_year(Arguments given) {
    const std::optional<Date> day = day_of(given[0]);
    return day ? Answer(Decimal(days_before(*day) + 1)) : std::nullopt;
}

Answer day_of_week(Arguments given) {
    constexpr std::array names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                  "Friday", "Saturday", "Sunday"};
    const std::optional<Date> day = day_of(given[0]);
    return day ? Answer(names[day->weekday() - 1]) : std::nullopt;
}

Answer month_of_year(Arguments given) {
    constexpr std::array names = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};
    const std::optional<Date> day = day_of(given[0]);
    return day ? Answer(names[day->month() - 1]) : std::nullopt;
}

// ISO 8601: a week belongs to the year its Thursday lies in.
Answer week_of_year(Arguments given) {
    const std::optional<Date> day = day_of(given[0]);
    if (!day) {
        return std::nullopt;
    }
    const Date thursday = day->plus_days(4 - static_cast<std::int64_t>(day->weekday()));
    return Decimal(days_before(thursday) / 7 + 1);
}

using K = Type::Kind;

Builtin function(std::string_view name, std::vector<std::string_view> parameters,
                 std::vector<K> kinds, K result, Answer (*run)(Arguments)) {
    Builtin made;
    made.name = name;
    made.required = parameters.size();
    made.parameters = std::move(parameters);
    made.kinds = std::move(kinds);
    made.result = result;
    made.run = run;
    return made;
}

// A function that also takes one argument, called "from".
Builtin made_from(Builtin made, bool in_profile) {
    made.required = 1;
    made.other_forms = {{"from"}};
    made.in_profile = in_profile;
    return made;
}

}  // namespace

void add_date_builtins(std::vector<Builtin>& made) {
    made.push_back(made_from(
        function("date", {"year", "month", "day"}, {K::any, K::number, K::number}, K::date, date),
        true));
    made.push_back(
        made_from(function("time", {"hour", "minute", "second", "offset"},
                           {K::any, K::number, K::number, K::days_duration}, K::time, time),
                  false));
    made.push_back(made_from(
        function("date and time", {"date", "time"}, {K::any, K::time}, K::date_time, date_and_time),
        false));
    made.push_back(function("duration", {"from"}, {K::string}, K::any, duration));
    made.back().in_profile = true;
    made.push_back(function("years and months duration", {"from", "to"}, {K::date, K::date},
                            K::months_duration, months_duration));
    made.back().in_profile = true;
    made.push_back(function("now", {}, {}, K::date_time, now));
    made.back().needs_moment = true;
    made.push_back(function("today", {}, {}, K::date, today));
    made.back().needs_moment = true;
    made.push_back(function("day of year", {"date"}, {K::any}, K::number, day_of_year));
    made.push_back(function("day of week", {"date"}, {K::any}, K::string, day_of_week));
    made.push_back(function("month of year", {"date"}, {K::any}, K::string, month_of_year));
    made.push_back(function("week of year", {"date"}, {K::any}, K::number, week_of_year));
}

}  // namespace feel
