#pragma once
// The values of the DMN compatibility kit's test files (TCK, testCases.xsd): scalars with an XSD
// type, lists and components, and how the kit compares them. Dates, times and durations are read by
// FEEL's own functions. conformance_kit.h uses it.

#include <optional>

#include "base/xml.h"
#include "feel/value.h"

namespace policy {

// Reads the value an element holds (an inputNode, expected, item or component); nothing for a type
// that is not known or a text that does not fit it. xsi:nil and an empty element are null.
std::optional<feel::Value> kit_value(const base::XmlElement& element);

// Compares as the kit's runners do: numbers to within 1e-8, lists in order, contexts by their
// members in any order, all others exactly.
bool same_for_kit(const feel::Value& expected, const feel::Value& found);

}  // namespace policy
