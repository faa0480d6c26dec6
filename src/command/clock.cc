#include "command/clock.h"

#include <chrono>

namespace command {

namespace {

constexpr std::int64_t hour_seconds = 3600;
constexpr std::int64_t day_seconds = 24 * hour_seconds;

std::int64_t world_milliseconds() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// Gives one o'clock UTC on the last Sunday of a month with 31 days.
std::int64_t change_of_clocks(std::int64_t year, unsigned month) {
    const std::optional<Date> last = Date::make(year, month, 31);
    const Date sunday = last->plus_days(-static_cast<std::int64_t>(last->weekday() % 7));
    return sunday.days() * day_seconds + hour_seconds;
}

}  // namespace

Date day_in_england(Instant at) {
    const std::int64_t year = at.date_utc().year();
    const bool is_summer =
        at.seconds >= change_of_clocks(year, 3) && at.seconds < change_of_clocks(year, 10);
    return Instant{at.seconds + (is_summer ? hour_seconds : 0)}.date_utc();
}

Clock::Clock(std::optional<Date> today) {
    if (today) {
        const Date real = day_in_england(Instant{world_milliseconds() / 1000});
        shift_ = (*today - real) * day_seconds;
        // A summer's day looked at in winter may fall on the day before or after around midnight.
        const std::int64_t off = *today - this->today();
        shift_ += off * hour_seconds;
    }
}

std::int64_t Clock::milliseconds() const {
    return world_milliseconds() + shift_ * 1000;
}

}  // namespace command
