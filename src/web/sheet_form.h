#pragma once
// The rows of a sheet as fields of a form, one for each cell, each named for those who hear the
// page by its column and its row; on a telephone each row becomes a block. The form carries what
// every row was when it was shown (policy/sheet_grid.h), so that two people who change a sheet at
// once lose nothing. Taking a row out, moving one or adding one changes the form and is kept with
// the rest. Everything works without scripts.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/sheet_grid.h"
#include "web/form.h"
#include "web/rules_words.h"

namespace web {

// What a check found in a row that is shown.
struct CellFault {
    std::size_t row = 0;                     // of those shown, from 0
    std::optional<std::size_t> column = {};  // none: the row as a whole
    std::string message;
};

struct SheetForm {
    policy::EditedRows edited;        // the rows as they stand in the fields
    std::vector<std::string> before;  // the marks of the rows that were shown first
    std::int64_t revision = 0;        // of the draft they were taken from
    std::vector<CellFault> faults = {};
    bool is_card = false;  // one row, as a block at any width
};

// Gives the form of a stretch of rows as they are kept.
SheetForm sheet_form_of(const policy::SheetGrid& grid, std::size_t first, std::size_t count,
                        std::int64_t revision);

// Reads the form as it was sent. A cell that cannot be kept is noted in `form`, beside its field.
// Refuses: web.sheet_form (it is not the form of a sheet).
Result<SheetForm> read_sheet_form(Form& form, const policy::SheetGrid& grid);

// What a button of the form asks, from its value: "save", "check", "out:3", "up:3", "down:3",
// "add:3", "gap:1".
struct SheetAct {
    std::string what;
    std::size_t at = 0;
};
SheetAct read_sheet_act(const Form& form);

// Carries out an act on the rows of a form: taking out, moving, adding. Gives the words that say
// so; empty when the act is another.
std::string change_rows(SheetForm& sheet, const policy::SheetGrid& grid, const SheetAct& act);

// Writes the fields with their buttons; what is wrong with a cell comes from `form`.
Html sheet_fields(const Form& form, const policy::SheetGrid& grid, const SheetForm& sheet);

// Gives the id of a cell's field: "r0c2".
std::string cell_id(std::size_t row, std::size_t column);

}  // namespace web
