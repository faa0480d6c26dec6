// Feeds any bytes to what reads a change of rules: rows pasted into every sheet, an overlay, a
// package as one file, and what differs. Whatever is kept is read again as it was written. Built by
// clang with -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "policy/difference.h"
#include "policy/overlay.h"
#include "policy/package_file.h"
#include "policy/pasted_rows.h"
#include "policy/sheet_grid.h"
#include "policy/small_packages.h"

namespace {

// A small package whose table has an id, as a table that is edited has.
policy::Files package_files() {
    policy::Files files = policy::testing::meals();
    std::string& dmn = files["food.dmn"];
    const std::string table = "<decisionTable ";
    dmn.insert(dmn.find(table) + table.size(), "id=\"meal_count_table\" ");
    return files;
}

void paste_everywhere(const policy::Files& meals, const std::string& text) {
    const auto sheets = policy::sheet_grids(meals);
    CHECK(sheets.has_value());
    for (const policy::SheetGrid& grid : *sheets) {
        const auto pasted = policy::read_pasted_rows(text, grid);
        if (!pasted) {
            continue;
        }
        for (const policy::PasteAs as :
             {policy::PasteAs::merge, policy::PasteAs::add, policy::PasteAs::replace}) {
            const auto kept =
                policy::with_sheet_grid(meals, policy::with_pasted(grid, *pasted, as));
            if (kept && *kept != meals) {
                CHECK(!policy::difference(meals, *kept).empty());
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const policy::Files meals = package_files();
    if (const auto file = policy::read_package_file(bytes)) {
        CHECK(*policy::write_package_file(*file) == bytes);
    }
    const policy::Files own = {{std::string(policy::overlay_file), bytes},
                               {"README.md", "# Own\n"}};
    if (const auto overlay = policy::read_overlay(own)) {
        if (const auto whole = policy::lay_over(*overlay, meals)) {
            policy::difference(meals, *whole);
        }
    }
    for (const char* name : {"parameters.csv", "cases.csv", "food.dmn"}) {
        policy::Files changed = meals;
        changed[name] = bytes;
        CHECK(policy::difference(meals, changed).empty() == (changed == meals));
    }
    paste_everywhere(meals, bytes);
    return 0;
}
