#pragma once
// A small reader of JSON Schema, as much of it as the schemas in docs/formats use: type,
// properties, required, additionalProperties, items, enum, pattern, minimum, maxLength and $ref
// into $defs. So that what the binary prints and what its documents promise cannot drift apart.

#include <string>
#include <vector>

#include "base/json.h"

namespace conformance {

// Lists what in `value` breaks `schema`, each with its place; empty when it is valid.
std::vector<std::string> schema_faults(const json::value& schema, const json::value& value);

}  // namespace conformance
