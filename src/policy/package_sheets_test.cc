// Every shipped package goes through a workbook and through CSV and comes back as it was; what an
// analyst changes there is changed in the package, and nothing else is.

#include "policy/package_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/sheet_csv.h"
#include "policy/cases.h"
#include "policy/shipped_for_tests.h"
#include "policy/table_grid.h"

namespace policy {
namespace {

base::Sheet& sheet_named(base::Workbook& workbook, const std::string& name) {
    const auto found = std::find_if(workbook.begin(), workbook.end(),
                                    [&](const base::Sheet& sheet) { return sheet.name == name; });
    EXPECT_NE(found, workbook.end()) << name;
    return *found;
}

std::string code(const Result<Files>& result) {
    return result ? "" : result.error().code;
}

TEST(PackageSheets, every_shipped_package_goes_through_a_workbook_and_comes_back_byte_for_byte) {
    for (const std::string& name : testing::shipped_ids()) {
        const Files files = testing::shipped_files(name);
        const Result<base::Workbook> sheets = sheets_of(files);
        ASSERT_TRUE(sheets.has_value()) << sheets.error().message;
        const Result<std::string> bytes = base::write_xlsx(*sheets);
        ASSERT_TRUE(bytes.has_value()) << bytes.error().message;
        const Result<base::Workbook> read = base::read_xlsx(*bytes);
        ASSERT_TRUE(read.has_value()) << read.error().message << read.error().place;
        EXPECT_EQ(*read, *sheets) << name;
        const Result<Files> back = with_sheets(files, *read);
        ASSERT_TRUE(back.has_value()) << back.error().message << back.error().place;
        EXPECT_EQ(*back, files) << name;
    }
}

TEST(PackageSheets, every_shipped_package_goes_through_csv_and_comes_back_byte_for_byte) {
    for (const std::string& name : testing::shipped_ids()) {
        const Files files = testing::shipped_files(name);
        base::Workbook read;
        const base::Workbook sheets = *sheets_of(files);
        for (const base::Sheet& sheet : sheets) {
            read.push_back(*base::sheet_from_csv(sheet.name, base::sheet_to_csv(sheet)));
        }
        const Result<Files> back = with_sheets(files, read);
        ASSERT_TRUE(back.has_value()) << back.error().message << back.error().place;
        EXPECT_EQ(*back, files) << name;
    }
}

TEST(PackageSheets, a_changed_figure_changes_the_parameters_and_nothing_else) {
    const Files files = testing::shipped_files("england-2025");
    base::Workbook sheets = *sheets_of(files);
    base::Sheet& parameters = sheet_named(sheets, "parameters");
    ASSERT_EQ(parameters.rows[1][0], "capital_lower_limit");
    parameters.rows[1][3] = "15000.00";
    const Result<Files> changed = with_sheets(files, sheets);
    ASSERT_TRUE(changed.has_value());
    for (const auto& [file, bytes] : files) {
        EXPECT_EQ(changed->at(file) == bytes, file != "parameters.csv") << file;
    }
    const Package package = Package::load("england-2025", *changed).value();
    EXPECT_EQ(package.parameter("capital_lower_limit", *Date::parse("2025-06-01"))->value,
              *Decimal::parse("15000"));
}

TEST(PackageSheets, rules_are_changed_added_moved_and_taken_out_in_a_table) {
    const Files files = testing::shipped_files("england-2025");
    base::Workbook sheets = *sheets_of(files);
    base::Sheet& table = sheet_named(sheets, "guarantee_for_age_table");
    ASSERT_EQ(table.rows.size(), 3u + 3u);
    // The rule for under 25 becomes two, the new one last, and the other two change places.
    std::vector<std::string> young = table.rows[3];
    EXPECT_EQ(young[2], "< 25");
    young[0] = "";
    young[2] = "< 21";
    table.rows[3][2] = "[21..25)";
    table.rows.push_back(young);
    std::swap(table.rows[4], table.rows[5]);
    const Result<Files> changed = with_sheets(files, sheets);
    ASSERT_TRUE(changed.has_value()) << changed.error().message;
    const TableGrid before = read_table_grids("c", files.at("contribution.dmn"))->front();
    const TableGrid after = read_table_grids("c", changed->at("contribution.dmn"))->front();
    ASSERT_EQ(after.rows.size(), 4u);
    EXPECT_EQ(after.rows[0].id, before.rows[0].id);
    EXPECT_EQ(after.rows[1], before.rows[2]);
    EXPECT_EQ(after.rows[2], before.rows[1]);
    EXPECT_EQ(after.rows[3].cells[1], "< 21");
    EXPECT_FALSE(after.rows[3].id.empty());
    const Result<Package> package = Package::load("england-2025", *changed);
    ASSERT_TRUE(package.has_value()) << package.error().message << package.error().place;
    for (const CaseOutcome& outcome : run_cases(*package)) {
        for (const CaseComparison& each : outcome.comparisons) {
            EXPECT_TRUE(each.agrees) << outcome.name << " " << each.name;
        }
    }
    table.rows.erase(table.rows.begin() + 3);
    const Result<Files> less = with_sheets(*changed, sheets);
    ASSERT_TRUE(less.has_value());
    EXPECT_EQ(Package::load("england-2025", *less).error().code, "policy.table_gap");
}

TEST(PackageSheets, refuses_sheets_and_columns_the_package_does_not_have) {
    const Files files = testing::shipped_files("england-2025");
    const base::Workbook sheets = *sheets_of(files);
    base::Workbook strange = sheets;
    strange.push_back({"notes", {{"remember"}}});
    EXPECT_EQ(code(with_sheets(files, strange)), "policy.sheet_unknown");
    strange = sheets;
    strange.push_back({"other", {{"Decision table", "contribution.dmn", "no_such_table"}}});
    EXPECT_EQ(code(with_sheets(files, strange)), "policy.table_unknown");
    strange = sheets;
    sheet_named(strange, "guarantee_for_age_table").rows[1][1] = "Another heading";
    EXPECT_EQ(code(with_sheets(files, strange)), "policy.table_columns");
    strange = sheets;
    sheet_named(strange, "guarantee_for_age_table").rows[3].resize(12, "too many");
    EXPECT_EQ(code(with_sheets(files, strange)), "policy.table_columns");
    strange = sheets;
    auto& rows = sheet_named(strange, "guarantee_for_age_table").rows;
    rows.push_back(rows[3]);
    EXPECT_EQ(code(with_sheets(files, strange)), "policy.table_columns");
}

TEST(PackageSheets, a_sheet_that_is_missing_changes_nothing) {
    const Files files = testing::shipped_files("england-2025");
    EXPECT_EQ(*with_sheets(files, {}), files);
}

TEST(TableGrid, what_it_does_not_know_in_a_file_stays) {
    const std::string before =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" "
        "xmlns:x=\"urn:x\">\n"
        "  <decisionTable id=\"t\" x:colour=\"blue\">\n"
        "    <input><inputExpression><text>a</text></inputExpression></input>\n"
        "    <output name=\"b\"/>\n"
        "    <rule id=\"r1\"><description>kept</description><inputEntry "
        "id=\"e1\"><text/></inputEntry><outputEntry><text>1</text></outputEntry></rule>\n"
        "  </decisionTable>\n"
        "</definitions>\n";
    TableGrid grid = read_table_grids("f", before)->front();
    EXPECT_EQ(grid.rows[0].cells, (std::vector<std::string>{"-", "1"}));
    EXPECT_EQ(*with_table_grid("f", before, grid), before);
    grid.rows[0].cells[1] = "2";
    std::string wanted = before;
    wanted.replace(wanted.find("<text>1<"), 8, "<text>2<");
    const Result<std::string> after = with_table_grid("f", before, grid);
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->substr(after->find("<definitions")), wanted);
}

}  // namespace
}  // namespace policy
