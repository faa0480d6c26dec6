#pragma once
// Reads one decision table of a DMN file as it is written: columns, rules and hit policy. A part of
// the reader of whole files (dmn.h).

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/xml.h"
#include "feel/boxed.h"

namespace policy {

// Gives the type that an element of the file states.
using TypeOf = std::function<Result<std::optional<feel::Type>>(const base::XmlElement&)>;

// Reads the table of an element; `name` is what it answers, `place` where it stands in `file`.
// Refuses: policy.bad_dmn, and what `type_of` refuses.
Result<feel::TableText> read_dmn_table(const base::XmlElement& element, const std::string& name,
                                       const std::string& file, const std::string& place,
                                       const TypeOf& type_of);

}  // namespace policy
