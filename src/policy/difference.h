#pragma once
// What differs between two policy packages, in the words of whoever writes them: which figure,
// which question, which rule of which table, with the cell before and after. The packages need not
// load, so that a package can be compared while it is worked on. Nothing differs without being
// told: every cell of a CSV file and every attribute and text of a DMN file is compared, and where
// two files say the same in other bytes (spacing, quotation marks, comments) that is a change too.
// The verb difference prints it, an editor shows it before a change is proposed.

#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"

namespace policy {

enum class ChangeKind { added, removed, changed };

// One cell of a row. What was not there before, or is not there after, is empty.
struct CellChange {
    std::string column;  // its heading: "value", "Points", "reason", "place" where a row was moved
    std::string before;
    std::string after;

    friend bool operator==(const CellChange&, const CellChange&) = default;
};

// One row that was added, removed or changed. Of a row that was added or removed every cell that is
// not empty is given, of a changed one only those that differ.
struct PackageChange {
    ChangeKind kind = ChangeKind::changed;
    std::string file;  // "parameters.csv"
    std::string part;  // of the file, for a heading: "Figures", "Decision Weekly sum", "Table band"
    std::string row;   // "tariff_step from 2025-04-01", "rule band_rule_3"; empty: the whole part
    std::string words;  // what people read there: a figure's label, a rule's reason; may be empty
    std::vector<CellChange> cells;

    friend bool operator==(const PackageChange&, const PackageChange&) = default;
};

// Gives what differs, file by file in the order of their names, in each the parts in their order.
// Empty when, and only when, the files are the same byte for byte. All texts are UTF-8.
std::vector<PackageChange> difference(const Files& before, const Files& after);

// Whether two texts of a file say the same, be they written in another way or not.
bool says_the_same(const std::string& file, const std::string& before, const std::string& after);

// Writes the kind: "added", "removed", "changed".
std::string_view to_text(ChangeKind kind);

}  // namespace policy
