#pragma once
// JSON through Boost.JSON. Reading is strict: no duplicate keys, no comments, at most 64 levels
// deep. Money stands in JSON as a string with two decimals, never as a number; hours as whole
// minutes.

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

namespace json = boost::json;

// Reads one JSON text. Refuses: json.malformed, json.duplicate_key, json.too_deep, each with its
// place.
Result<json::value> parse_json(std::string_view text);

// Prints with two-space indents and a newline at the end, members in the order they were put in.
std::string pretty_json(const json::value& value);

// Gives the member as text. Refuses: json.missing, json.not_text.
Result<std::string> text_member(const json::object& object, std::string_view name);

}  // namespace base

namespace json = boost::json;
