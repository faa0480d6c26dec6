#pragma once
// Where in the sheets of a package a fault lies: its place ("parameters.csv line 7, column value";
// "budget.dmn line 40, decision points, table points, rule 3, column meals") as sheet, row and
// column, so that whoever mends it is led to the cell. And the row that a gap of a table lacks.

#include <optional>
#include <string>
#include <vector>

#include "policy/sheet_grid.h"

namespace policy {

struct FaultPlace {
    std::string sheet = {};                  // empty: in no sheet (a decision's text, the README)
    std::optional<std::size_t> row = {};     // from 0; none: the whole sheet
    std::optional<std::size_t> column = {};  // from 0
};

// Finds places in the sheets of one set of files; keeps what it read of them.
class FaultPlaces {
public:
    // `grids` must be those of `files`, and outlive it.
    FaultPlaces(const Files& files, const std::vector<SheetGrid>& grids);

    FaultPlace find(const Error& fault) const;

private:
    // A table with the words by which the places of faults name it.
    struct Named {
        std::string place;
        std::size_t sheet = 0;
    };
    FaultPlace in_csv(const Error& fault, std::size_t at) const;

    const std::vector<SheetGrid>& grids_;
    std::vector<Named> tables_;
    // For each CSV sheet the line each row begins on.
    std::vector<std::vector<std::size_t>> lines_;
};

// Gives the row that is missing when the fault is a gap of this table; inputs are filled in, the
// rest is empty. Nothing when the fault is none, or says no row.
std::optional<GridRow> missing_row(const Error& fault, const SheetGrid& grid);

}  // namespace policy
