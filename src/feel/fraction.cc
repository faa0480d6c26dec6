#include "feel/fraction.h"

#include <cstdio>

namespace feel {

std::optional<std::int64_t> take_fraction(std::string_view& text) {
    if (!text.starts_with('.')) {
        return 0;
    }
    std::int64_t nanoseconds = 0;
    std::int64_t unit = 100'000'000;
    std::size_t at = 1;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        nanoseconds += (text[at] - '0') * unit;
        unit /= 10;
    }
    if (at == 1) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    return nanoseconds;
}

std::string fraction_text(std::int64_t nanoseconds) {
    if (nanoseconds == 0) {
        return "";
    }
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, ".%09d", static_cast<int>(nanoseconds));
    std::string text = buffer;
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

}  // namespace feel
