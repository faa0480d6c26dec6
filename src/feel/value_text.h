#pragma once
// What string() makes of a value: 1.50, true, 2006-05-03, [1, "two"], {name: "Ada"}. Inside lists,
// contexts and ranges a text stands in quotation marks and null is written "null". Value::to_text
// is for readers of a trace instead.

#include <string>

#include "feel/value.h"

namespace feel {

// Gives the text of string(from).
std::string feel_text(const Value& value);

}  // namespace feel
