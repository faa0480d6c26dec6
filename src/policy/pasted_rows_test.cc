// What a spreadsheet puts on the clipboard becomes rows of a sheet, or is refused with its place
// before anything of it is kept.

#include "policy/pasted_rows.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

SheetGrid figures() {
    SheetGrid grid{.name = "parameters", .file = "parameters.csv"};
    for (const char* name : {"id", "value", "valid_from", "note"}) {
        grid.columns.push_back({GridColumn::Kind::input, name, name});
    }
    grid.rows = {{"", {"price", "4.25", "2010-04-01", "first"}},
                 {"", {"price", "4.50", "2011-04-01", ""}}};
    return grid;
}

SheetGrid points() {
    SheetGrid grid{.name = "points", .file = "help.dmn", .table = "points", .hit_policy = "UNIQUE"};
    grid.columns = {{GridColumn::Kind::input, "Meals", "meals"},
                    {GridColumn::Kind::output, "Points", "points"},
                    {GridColumn::Kind::note, "reason", "reason"}};
    grid.rows = {{"rule_1", {"\"none\"", "0", "No help."}}, {"rule_2", {"\"some\"", "4", "Help."}}};
    return grid;
}

PastedRows read(const std::string& text, const SheetGrid& grid) {
    const Result<PastedRows> pasted = read_pasted_rows(text, grid);
    EXPECT_TRUE(pasted.has_value()) << pasted.error().message << pasted.error().place;
    return pasted ? *pasted : PastedRows{};
}

std::string code(const std::string& text, const SheetGrid& grid) {
    const Result<PastedRows> pasted = read_pasted_rows(text, grid);
    return pasted ? ""
                  : pasted.error().code + (pasted.error().place.empty() ? "" : " at ") +
                        pasted.error().place;
}

TEST(PastedRows, feature_7_come_from_a_spreadsheet_with_or_without_their_headings) {
    const std::string row = "tea\t1.20\t2012-04-01\tnew\r\n";
    const std::vector<GridRow> wanted = {{"", {"tea", "1.20", "2012-04-01", "new"}}};
    EXPECT_EQ(read(row, figures()).rows, wanted);
    EXPECT_EQ(read("id\tvalue\tvalid_from\tnote\r\n" + row, figures()).rows, wanted);
    EXPECT_TRUE(read("id\tvalue\tvalid_from\tnote\r\n" + row, figures()).had_headings);
    EXPECT_EQ(read("tea,1.20,2012-04-01,new", figures()).rows, wanted);
    EXPECT_EQ(read("\n\t\t\t\n" + row + "\n", figures()).rows, wanted);
}

TEST(PastedRows, follow_their_headings_in_any_order_and_leave_other_columns_alone) {
    const PastedRows pasted = read("Valid_From\tvalue\tID\n2010-04-01\t4.30\tprice\n", figures());
    EXPECT_EQ(pasted.columns, (std::vector<std::size_t>{0, 1, 2}));
    const SheetGrid changed = with_pasted(figures(), pasted, PasteAs::merge);
    EXPECT_EQ(changed.rows[0].cells,
              (std::vector<std::string>{"price", "4.30", "2010-04-01", "first"}));
    EXPECT_EQ(changed.rows[1], figures().rows[1]);
    EXPECT_EQ(changed.rows.size(), 2U);
}

TEST(PastedRows, change_the_row_with_their_key_or_stand_at_the_end) {
    const PastedRows pasted =
        read("price\t4.60\t2011-04-01\tlater\nprice\t4.75\t2012-04-01\t\n", figures());
    const SheetGrid merged = with_pasted(figures(), pasted, PasteAs::merge);
    ASSERT_EQ(merged.rows.size(), 3U);
    EXPECT_EQ(merged.rows[1].cells[1], "4.60");
    EXPECT_EQ(merged.rows[2].cells[2], "2012-04-01");
    EXPECT_EQ(with_pasted(figures(), pasted, PasteAs::add).rows.size(), 4U);
    EXPECT_EQ(with_pasted(figures(), pasted, PasteAs::replace).rows.size(), 2U);
}

TEST(PastedRows, of_a_table_keep_the_rule_they_name_and_become_new_ones_without) {
    const PastedRows pasted = read(
        "rule\tMeals\tPoints\treason\nrule_2\t\"some\"\t5\tMore help.\n\t\"much\"\t9\tA lot.\n",
        points());
    const SheetGrid merged = with_pasted(points(), pasted, PasteAs::merge);
    ASSERT_EQ(merged.rows.size(), 3U);
    EXPECT_EQ(merged.rows[1], (GridRow{"rule_2", {"\"some\"", "5", "More help."}}));
    EXPECT_EQ(merged.rows[2], (GridRow{"", {"\"much\"", "9", "A lot."}}));
    const SheetGrid replaced = with_pasted(points(), pasted, PasteAs::replace);
    ASSERT_EQ(replaced.rows.size(), 2U);
    EXPECT_EQ(replaced.rows[0].id, "rule_2");
    // The same rule twice stands once; the second is a new one.
    const PastedRows twice = read("rule_1\t\"none\"\t1\ta\nrule_1\t\"none\"\t2\tb\n", points());
    const SheetGrid both = with_pasted(points(), twice, PasteAs::replace);
    EXPECT_EQ(both.rows[0].id, "rule_1");
    EXPECT_EQ(both.rows[1].id, "");
}

TEST(PastedRows, keep_quoted_texts_of_feel_and_undo_the_quotes_a_spreadsheet_puts_on) {
    const PastedRows pasted =
        read("\"none\"\t0\t\"Two\nlines, a \"\"word\"\" and\ta tab\"\n", points());
    ASSERT_EQ(pasted.rows.size(), 1U);
    EXPECT_EQ(pasted.rows[0].cells[0], "\"none\"");
    EXPECT_EQ(pasted.rows[0].cells[2], "Two\nlines, a \"word\" and\ta tab");
    // Excel doubles the marks of a text of FEEL with a comma: "a","b".
    EXPECT_EQ(read("\"\"\"a\"\",\"\"b\"\"\"\t1\tx\n", points()).rows[0].cells[0], "\"a\",\"b\"");
    // A mark that is never closed is a letter.
    EXPECT_EQ(read("5\" pipe\t1\tx\n", points()).rows[0].cells[0], "5\" pipe");
    EXPECT_EQ(read("\"open\t1\tx\n", points()).rows[0].cells[0], "\"open");
}

TEST(PastedRows, are_refused_with_their_place_when_they_do_not_fit) {
    EXPECT_EQ(code(" \n\t", figures()), "policy.nothing_pasted");
    EXPECT_EQ(code("id\tvalue\tvalid_from\tnote\n", figures()), "policy.nothing_pasted");
    EXPECT_EQ(code("a\tb\tc\td\te\n", figures()), "policy.pasted_columns at row 1, cell 5");
    EXPECT_EQ(code("id\tvalue\tprice\n1\t2\t3\n", figures()), "policy.pasted_columns at row 1");
    EXPECT_EQ(code("id\tvalue\tid\n1\t2\t3\n", figures()), "policy.pasted_columns at row 1");
    EXPECT_EQ(code("a\tb\x01\tc\td\n", figures()), "text.control_character at row 1, cell 2");
    EXPECT_EQ(code("a,\"b", figures()).substr(0, 9), "csv.quote");
    std::string many;
    for (int row = 0; row < 5001; ++row) {
        many += "a\t1\t2010-04-01\t\n";
    }
    EXPECT_EQ(code(many, figures()), "policy.pasted_rows");
}

}  // namespace
}  // namespace policy
