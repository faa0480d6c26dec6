#pragma once
// The way browsers write forms and queries: name=value&name=value, with + for a space and %XX for
// a byte. Read strictly: a % without two hexadecimal digits, bytes that are not UTF-8, or NUL are
// refused, never repaired, because two readers that repair differently can be played off against
// each other.

#include <string>
#include <string_view>

#include "base/result.h"
#include "web/fields.h"

namespace web {

inline constexpr std::size_t fields_max = 1000;

// Reads a whole query or form body. Refuses: web.encoding, web.too_many_fields.
Result<Fields> parse_urlencoded(std::string_view text);

// Turns %XX into bytes; `plus_is_space` as in forms, not in paths. Refuses: web.encoding.
Result<std::string> percent_decode(std::string_view text, bool plus_is_space);

// Writes a text so that it can stand as a value in a query.
std::string percent_encode(std::string_view text);

}  // namespace web
