#pragma once
// What a check of a draft's rules found, with the way to each place: a link to the cell, or the
// file where the fault is in no sheet. A gap of a table shows the row that would close it.

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "policy/fault_place.h"
#include "policy/inspect.h"
#include "web/sheet_form.h"

namespace web {

// Rows of a sheet on one page.
inline constexpr std::size_t rows_of_page = 20;

std::string change_path(DraftId draft);
// Gives the page of a sheet on which a row stands; none: its first page.
std::string sheet_path(DraftId draft, const std::string& sheet,
                       std::optional<std::size_t> row = {});

struct PlacedFault {
    Error fault;
    policy::FaultPlace place;
};

// A draft's files as an editor looks at them: their sheets, and what is wrong.
struct CheckedRules {
    std::vector<policy::SheetGrid> grids;
    policy::Inspection inspection;
    std::vector<PlacedFault> faults;
    std::optional<Error> unreadable;  // a file cannot even be shown as sheets

    const policy::SheetGrid* find(const std::string& sheet) const;
    std::size_t count_in(const std::string& sheet) const;
};

// Looks the files of a package through.
CheckedRules check_rules(const PackageId& package, const policy::Files& files);

// Gives the faults of a stretch of rows, as they stand beside their cells.
std::vector<CellFault> faults_of_rows(const CheckedRules& rules, const std::string& sheet,
                                      std::size_t first, std::size_t count);

// Writes faults as a list with links; those of `sheet` alone when one is named. At most 100.
Html fault_list(const CheckedRules& rules, DraftId draft, const std::string& sheet = {});

// "No fault", "3 faults".
std::string counted_faults(std::size_t count);

}  // namespace web
