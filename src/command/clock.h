#pragma once
// The one place that reads the clock. The council's day is the day in England (GMT, or one hour
// ahead from the last Sunday of March to the last Sunday of October). With --today the day is set
// and time goes on from there, so that an example year can be walked through.

#include <optional>

#include "base/date.h"

namespace command {

// Gives the day in England at an instant.
Date day_in_england(Instant at);

class Clock {
public:
    // Runs with the world's time, or as if the program had started on `today`.
    explicit Clock(std::optional<Date> today);
    Instant now() const { return Instant{milliseconds() / 1000}; }
    // Gives the time in milliseconds since 1970, so that what is made lies in the order of making.
    std::int64_t milliseconds() const;
    Date today() const { return day_in_england(now()); }

private:
    std::int64_t shift_ = 0;  // seconds
};

}  // namespace command
