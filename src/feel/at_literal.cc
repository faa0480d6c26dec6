#include "feel/at_literal.h"

#include "feel/duration.h"

namespace feel {

std::optional<Value> parse_at_literal(std::string_view text) {
    if (const std::optional<Date> date = parse_date(text)) {
        return *date;
    }
    if (const std::optional<DateTime> moment = parse_date_time(text)) {
        return *moment;
    }
    if (const std::optional<Time> time = parse_time(text)) {
        return *time;
    }
    return parse_duration(text);
}

}  // namespace feel
