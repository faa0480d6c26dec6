// The sheets of every shipped package as an editor shows them: what is not changed comes back byte
// for byte, and what two people changed at once is never lost.

#include "policy/sheet_grid.h"
#include "policy/shipped_for_tests.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace policy {
namespace {

const std::filesystem::path packages = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies";

std::string code(const Result<Files>& result) {
    return result ? "" : result.error().code;
}

SheetGrid three_rows() {
    SheetGrid grid{.name = "parameters", .file = "parameters.csv"};
    grid.columns = {{GridColumn::Kind::input, "id", "id"},
                    {GridColumn::Kind::input, "value", "value"}};
    grid.rows = {{"", {"a", "1"}}, {"", {"b", "2"}}, {"", {"c", "3"}}};
    return grid;
}

// All rows of a grid as a page showed them.
EditedRows shown(const SheetGrid& grid) {
    EditedRows edited{0, grid.rows.size(), {}};
    for (const GridRow& row : grid.rows) {
        edited.rows.push_back({mark_of(row), row});
    }
    return edited;
}

std::vector<std::string> marks(const SheetGrid& grid) {
    std::vector<std::string> all;
    for (const GridRow& row : grid.rows) {
        all.push_back(mark_of(row));
    }
    return all;
}

std::vector<std::string> said(const SheetGrid& grid) {
    std::vector<std::string> rows;
    for (const GridRow& row : grid.rows) {
        rows.push_back(row.cells[0] + row.cells[1]);
    }
    return rows;
}

SheetGrid merged(const SheetGrid& now, const Rebased& rebased) {
    return with_edited(now, rebased.edited).value();
}

TEST(SheetGrid, feature_7_shows_every_csv_file_and_table_and_gives_the_files_back_unchanged) {
    for (const auto& entry : std::filesystem::directory_iterator(packages)) {
        const Files files = testing::shipped_files(entry.path().filename().string());
        const auto grids = sheet_grids(files);
        ASSERT_TRUE(grids.has_value()) << grids.error().message;
        std::set<std::string> names;
        for (const SheetGrid& grid : *grids) {
            EXPECT_TRUE(names.insert(grid.name).second) << grid.name;
            EXPECT_FALSE(grid.columns.empty()) << grid.name;
            EXPECT_EQ(with_sheet_grid(files, grid).value(), files) << grid.name;
        }
        for (const char* name : {"streams", "parameters", "questionnaire", "cases"}) {
            EXPECT_TRUE(names.contains(name)) << name;
        }
        EXPECT_GT(names.size(), 4U);
    }
}

TEST(SheetGrid, feature_7_changes_one_cell_of_any_sheet_and_nothing_else) {
    const Files files = testing::shipped_files("england-2025");
    const std::vector<SheetGrid> grids = sheet_grids(files).value();
    for (SheetGrid grid : grids) {
        std::string& cell = grid.rows.back().cells.back();
        cell += " indeed";
        const Files changed = with_sheet_grid(files, grid).value();
        EXPECT_EQ(sheet_grid(changed, grid.name).value(), grid) << grid.name;
        for (const auto& [file, bytes] : files) {
            EXPECT_EQ(changed.at(file) == bytes, file != grid.file) << grid.name << " " << file;
        }
    }
}

TEST(SheetGrid, adds_takes_out_and_moves_rows) {
    const Files files = testing::shipped_files("england-2025");
    const std::vector<SheetGrid> grids = sheet_grids(files).value();
    for (SheetGrid grid : grids) {
        SheetGrid fewer = grid;
        fewer.rows.erase(fewer.rows.begin());
        EXPECT_EQ(sheet_grid(with_sheet_grid(files, fewer).value(), grid.name)->rows.size(),
                  grid.rows.size() - 1)
            << grid.name;
        SheetGrid moved = grid;
        std::swap(moved.rows.front(), moved.rows.back());
        EXPECT_EQ(sheet_grid(with_sheet_grid(files, moved).value(), grid.name)->rows, moved.rows)
            << grid.name;
        SheetGrid more = grid;
        more.rows.push_back({"", std::vector<std::string>(grid.columns.size())});
        EXPECT_EQ(with_sheet_grid(files, more).value(), files) << "an empty row is none";
        more.rows.back().cells.back() = "new";
        const SheetGrid after = sheet_grid(with_sheet_grid(files, more).value(), grid.name).value();
        EXPECT_EQ(after.rows.size(), more.rows.size()) << grid.name;
        EXPECT_EQ(after.is_table(), !after.rows.back().id.empty()) << grid.name;
        EXPECT_EQ(after.is_table(), after.rows.back().cells.front() == "-") << grid.name;
    }
}

TEST(SheetGrid, refuses_what_is_no_sheet_and_rows_of_another_width) {
    const Files files = testing::shipped_files("england-2025");
    SheetGrid grid = sheet_grid(files, "parameters").value();
    grid.rows.front().cells.pop_back();
    EXPECT_EQ(code(with_sheet_grid(files, grid)), "policy.table_columns");
    grid.name = "nothing";
    EXPECT_EQ(code(with_sheet_grid(files, grid)), "policy.sheet_unknown");
}

TEST(EditedRows, stand_in_the_place_of_those_the_page_showed) {
    EditedRows edited{1, 1, {{"", {"", {"x", "8"}}}, {"", {"", {"y", "9"}}}}};
    EXPECT_EQ(said(with_edited(three_rows(), edited).value()),
              (std::vector<std::string>{"a1", "x8", "y9", "c3"}));
    edited.first = 3;
    EXPECT_FALSE(with_edited(three_rows(), edited).has_value());
    edited.first = static_cast<std::size_t>(-1);
    EXPECT_FALSE(with_edited(three_rows(), edited).has_value());
}

TEST(Rebase, takes_both_peoples_changes_of_different_rows) {
    EditedRows mine = shown(three_rows());
    mine.rows[0].row.cells[1] = "10";
    SheetGrid theirs = three_rows();
    theirs.rows[2].cells[1] = "30";
    theirs.rows.insert(theirs.rows.begin(), {"", {"z", "0"}});
    const Rebased rebased = rebase(theirs, mine, marks(three_rows()));
    EXPECT_TRUE(rebased.without_original.empty());
    EXPECT_EQ(said(merged(theirs, rebased)), (std::vector<std::string>{"z0", "a10", "b2", "c30"}));
}

TEST(Rebase, shows_both_when_two_changed_the_same_row_and_writes_over_neither) {
    EditedRows mine = shown(three_rows());
    mine.rows[1].row.cells[1] = "20";
    SheetGrid theirs = three_rows();
    theirs.rows[1].cells[1] = "22";
    const Rebased rebased = rebase(theirs, mine, marks(three_rows()));
    ASSERT_EQ(rebased.without_original.size(), 1U);
    EXPECT_EQ(rebased.edited.rows[rebased.without_original[0]].row.cells,
              (std::vector<std::string>{"b", "20"}));
    EXPECT_EQ(said(merged(theirs, rebased)), (std::vector<std::string>{"a1", "b22", "c3", "b20"}));
}

TEST(Rebase, takes_a_row_out_only_when_nobody_changed_it) {
    EditedRows mine = shown(three_rows());
    mine.rows.erase(mine.rows.begin() + 1);
    const std::vector<std::string> before = marks(three_rows());
    EXPECT_EQ(said(merged(three_rows(), rebase(three_rows(), mine, before))),
              (std::vector<std::string>{"a1", "c3"}));
    SheetGrid theirs = three_rows();
    theirs.rows[1].cells[1] = "22";
    EXPECT_EQ(said(merged(theirs, rebase(theirs, mine, before))),
              (std::vector<std::string>{"a1", "b22", "c3"}));
}

TEST(Rebase, keeps_added_rows_and_a_row_that_was_left_alone_stays_as_they_made_it) {
    EditedRows mine = shown(three_rows());
    mine.rows.push_back({"", {"", {"new", "4"}}});
    SheetGrid theirs = three_rows();
    theirs.rows.erase(theirs.rows.begin());
    const Rebased rebased = rebase(theirs, mine, marks(three_rows()));
    EXPECT_TRUE(rebased.without_original.empty());
    EXPECT_EQ(said(merged(theirs, rebased)), (std::vector<std::string>{"b2", "c3", "new4"}));
}

TEST(Rebase, keeps_the_rows_of_somebody_whose_whole_page_is_gone) {
    EditedRows mine = shown(three_rows());
    mine.rows[0].row.cells[1] = "10";
    SheetGrid theirs = three_rows();
    theirs.rows = {{"", {"q", "7"}}};
    EXPECT_EQ(said(merged(theirs, rebase(theirs, mine, marks(three_rows())))),
              (std::vector<std::string>{"q7", "a10"}));
}

}  // namespace
}  // namespace policy
