#pragma once
// The files of a package cut into the parts, rows and cells that people speak of when they compare
// two packages: a figure of a day, an answer of a question, a rule of a table, a step of a
// decision. Every row and cell has a key that stays when others come and go, so that two versions
// of it can be found and held against each other. difference.h is who uses it; what a cell means is
// of no matter here, and a package need not load.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

struct PartCell {
    std::string key;     // within its row
    std::string column;  // as people read it
    std::string text;
};

struct PartRow {
    std::string key;    // within its part
    std::string name;   // "tariff_step from 2025-04-01"
    std::string words;  // a figure's label, a rule's reason; may be empty
    std::vector<PartCell> cells;
};

struct PackagePart {
    std::string key;  // within its file
    std::string title;
    std::vector<PartRow> rows;
};

// Cuts a CSV file of a package; nothing when it is none of the four, or cannot be read.
std::optional<std::vector<PackagePart>> parts_of_csv(const std::string& file,
                                                     std::string_view bytes);

// Cuts a DMN file: every attribute, every text and every comment is a cell. Nothing when it cannot
// be read.
std::optional<std::vector<PackagePart>> parts_of_dmn(std::string_view bytes);

// Makes keys unique: the second of one key gets " (2)", and its name too.
void tell_apart(std::vector<PackagePart>& parts);

}  // namespace policy
