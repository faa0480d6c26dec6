#pragma once
// One sheet as CSV, for programs that read no workbooks. Cells that a spreadsheet would run as a
// formula get a ' in front, and lose it again when they are read: what is written comes back.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/xlsx.h"

namespace base {

std::string sheet_to_csv(const Sheet& sheet);
// Refuses: csv.quote, csv.too_large, csv.not_utf8.
Result<Sheet> sheet_from_csv(std::string name, std::string_view bytes);

}  // namespace base
