// A fault leads to the cell it lies in, and a gap of a table to the row that would close it.

#include "policy/fault_place.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "policy/inspect.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using testing::meals;

// The table of meals() with an id, by which an editor knows it.
Files meals_with_id() {
    Files files = meals();
    std::string& dmn = files["food.dmn"];
    const std::string open = "<decisionTable";
    dmn.insert(dmn.find(open) + open.size(), " id=\"counts\"");
    return files;
}

void change(Files& files, const std::string& file, const std::string& from, const std::string& to) {
    std::string& bytes = files[file];
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    bytes.replace(at, from.size(), to);
}

struct Found {
    FaultPlace place;
    Error fault;
    SheetGrid grid;
};

// The place of the first fault of a code.
Found find(const Files& files, const std::string& code) {
    const std::vector<SheetGrid> grids = sheet_grids(files).value();
    const Inspection found = inspect("meals", files);
    const auto fault = std::find_if(found.faults.begin(), found.faults.end(),
                                    [&](const Error& each) { return each.code == code; });
    EXPECT_NE(fault, found.faults.end()) << code;
    if (fault == found.faults.end()) {
        return {};
    }
    Found made{FaultPlaces(files, grids).find(*fault), *fault, {}};
    for (const SheetGrid& grid : grids) {
        if (grid.name == made.place.sheet) {
            made.grid = grid;
        }
    }
    return made;
}

TEST(FaultPlaces, feature_7_lead_to_the_cell_of_a_csv_file) {
    Files files = meals_with_id();
    change(files, "parameters.csv", "4.50", "four");
    const Found found = find(files, "policy.bad_cell");
    EXPECT_EQ(found.place.sheet, "parameters");
    ASSERT_TRUE(found.place.row && found.place.column) << found.fault.place;
    EXPECT_EQ(found.grid.rows[*found.place.row].cells[*found.place.column], "four");
}

TEST(FaultPlaces, lead_to_the_row_also_below_a_cell_of_several_lines) {
    Files files = meals_with_id();
    change(files, "parameters.csv", "4.25,2010-04-01,2011-04-01,test,published,",
           "4.25,2010-04-01,2011-04-01,test,published,\"one\ntwo\nthree\"");
    change(files, "parameters.csv", "4.50", "four");
    const Found found = find(files, "policy.bad_cell");
    ASSERT_TRUE(found.place.row && found.place.column) << found.fault.place;
    EXPECT_EQ(found.grid.rows[*found.place.row].cells[*found.place.column], "four");
}

TEST(FaultPlaces, lead_to_the_rule_and_the_column_of_a_table) {
    Files files = meals_with_id();
    change(files, "food.dmn", "<text>7</text>", "<text>\"7\"</text>");
    const Found found = find(files, "feel.wrong_type");
    EXPECT_EQ(found.place.sheet, "counts");
    ASSERT_TRUE(found.place.row && found.place.column) << found.fault.place;
    EXPECT_EQ(found.grid.rows[*found.place.row].cells[*found.place.column], "\"7\"");
}

TEST(FaultPlaces, lead_to_a_case_that_does_not_hold) {
    Files files = meals_with_id();
    change(files, "cases.csv", "meals_weekly,21.25", "meals_weekly,21.26");
    const Found found = find(files, "policy.case_differs");
    EXPECT_EQ(found.place.sheet, "cases");
    ASSERT_TRUE(found.place.row.has_value()) << found.fault.place;
    const auto& cells = found.grid.rows[*found.place.row].cells;
    EXPECT_NE(std::find(cells.begin(), cells.end(), "21.26"), cells.end());
}

TEST(FaultPlaces, of_what_is_in_no_sheet_are_none) {
    Files files = meals_with_id();
    change(files, "food.dmn", "<description>It is {meals_weekly}.</description>", "");
    EXPECT_EQ(find(files, "policy.no_description").place.sheet, "");
}

TEST(MissingRow, feature_7_closes_the_gap_when_it_is_put_into_the_table) {
    Files files = meals_with_id();
    const SheetGrid whole = sheet_grid(files, "counts").value();
    SheetGrid grid = whole;
    const GridRow taken_out = grid.rows.back();
    grid.rows.pop_back();
    files = with_sheet_grid(files, grid).value();
    const Found found = find(files, "policy.table_gap");
    EXPECT_EQ(found.place.sheet, "counts");
    EXPECT_FALSE(found.place.row.has_value());
    const std::optional<GridRow> row = missing_row(found.fault, found.grid);
    ASSERT_TRUE(row.has_value()) << found.fault.message;
    EXPECT_EQ(row->cells.size(), whole.columns.size());
    EXPECT_EQ(row->cells.front(), taken_out.cells.front());
    GridRow added = *row;
    for (std::size_t at = 0; at < whole.columns.size(); ++at) {
        if (whole.columns[at].kind != GridColumn::Kind::input) {
            added.cells[at] = taken_out.cells[at];
        }
    }
    grid.rows.push_back(added);
    const Inspection mended = inspect("meals", with_sheet_grid(files, grid).value());
    EXPECT_TRUE(std::none_of(mended.faults.begin(), mended.faults.end(),
                             [](const Error& each) { return each.code == "policy.table_gap"; }));
}

TEST(MissingRow, is_none_for_another_fault) {
    const SheetGrid grid = sheet_grid(meals_with_id(), "counts").value();
    EXPECT_FALSE(missing_row(Error{"policy.bad_cell", "No.", "x"}, grid).has_value());
    EXPECT_FALSE(missing_row(Error{"policy.table_gap", "Too wide.", "x"}, grid).has_value());
}

}  // namespace
}  // namespace policy
