#pragma once
// The closed lists of DMN: allowedValues of a type, inputValues and outputValues of a table,
// written as unary tests ("none", "some", "all").

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feel/value.h"

namespace feel {

// Gives the literal values a list names; empty when it says something else than literals (a range).
// Refuses: what parse_unary_tests refuses.
Result<std::vector<Value>> listed_values(std::string_view text);

// Gives the strings a list names; nullptr when it names none or something else.
// Refuses: what parse_unary_tests refuses.
Result<std::shared_ptr<const std::vector<std::string>>> listed_codes(std::string_view text);

}  // namespace feel
