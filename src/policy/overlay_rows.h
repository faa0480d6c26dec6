#pragma once
// The rows of an overlay laid over the rows of its base (overlay.h), for the four CSV files of a
// package. What an overlay changes is a unit: a figure from one day on, a stream, a whole question
// with its answers, a whole case. A unit the base has is replaced where it stands, a new one is
// added behind its like. An overlay may leave columns out: a row the base has keeps its cells
// there.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

// Whether a file of this name is laid over row by row.
bool has_units(std::string_view file);

// Gives the units of a file, by key ("tariff_step 2025-04-01", "transport", a question, a case):
// what a unit says, for comparing and telling. Refuses: overlay.columns, and the codes of csv.
Result<std::map<std::string, std::string>> units_of(const std::string& file,
                                                    std::string_view bytes);

// Gives the keys of an overlay's units in its order, each once. Refuses: overlay.unit_twice when a
// unit's rows do not stand together, overlay.columns, and the codes of csv.
Result<std::vector<std::string>> unit_keys(const std::string& file, std::string_view bytes);

// Gives the base's file with the overlay's units, and without those of `removed`. Refuses:
// overlay.columns (a column the base does not have, or no column of the key), overlay.unit_twice,
// overlay.nothing_to_remove, and the codes of csv.
Result<std::string> lay_rows_over(const std::string& file, std::string_view base,
                                  std::string_view overlay,
                                  const std::vector<std::string>& removed);

}  // namespace policy
