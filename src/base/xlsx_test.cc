#include "base/xlsx.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <utility>

namespace base {
namespace {

// A workbook of one sheet as its parts are, for what no spreadsheet program would write.
std::string packed(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t error = {};
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, text] : parts) {
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0),
                     0);
    }
    EXPECT_EQ(zip_close(archive), 0);
    EXPECT_EQ(zip_source_open(target), 0);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

constexpr const char* space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

std::string book_with(const std::string& cells, const std::string& more = "") {
    return packed(
        {{"xl/workbook.xml",
          "<workbook " + std::string(space) + " xmlns:r=\"urn:r\">" + more +
              "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
              "</workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
          "</Relationships>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt "
          "numFmtId=\"165\" formatCode=\"0.000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
          "numFmtId=\"2\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/>"
          "<xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml", "<worksheet " + std::string(space) + "><sheetData>" + cells +
                                          "</sheetData></worksheet>"}});
}

std::string code(const std::string& bytes, const XlsxCaps& caps = {}) {
    const Result<Workbook> read = read_xlsx(bytes, caps);
    return read ? "" : read.error().code;
}

// The text read from one cell.
std::string cell(const std::string& attributes, const std::string& inside,
                 const std::string& more = "") {
    const auto read =
        read_xlsx(book_with("<row><c r=\"A1\" " + attributes + ">" + inside + "</c></row>", more));
    return read ? read->at(0).rows.at(0).at(0) : read.error().code + " " + read.error().place;
}

TEST(Xlsx, gives_back_every_text_that_was_written) {
    const Workbook book = {
        {"Points", {{"Level", "£ a week"}, {"none", "0"}, {"some", "12.50"}, {"all", "-3.05"}}},
        {"Ünïcode ✓",
         {{"=1+1", "+44", "-", "@name", "007", "1e9", "00.5", "1.", ".5", "-0", "-0.00"},
          {},
          {"", "", "after two empty ones", "line one\nline two", "  spaces  "},
          {"[1..5)", "not(\"a\", \"b\")", "< 25", "true", "2006-04-01", "<&>\"'"},
          {"999999999999999", "9999999999999999", "0.1", "0.30", "123456789.123456", "14250.00"}}},
        {"Empty", {}}};
    const Result<std::string> bytes = write_xlsx(book);
    ASSERT_TRUE(bytes.has_value());
    const Result<Workbook> read = read_xlsx(*bytes);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(*read, book);
}

TEST(Xlsx, writes_the_same_bytes_for_the_same_sheets) {
    const Workbook book = {{"One", {{"a", "1.50"}}}};
    EXPECT_EQ(*write_xlsx(book), *write_xlsx(book));
}

TEST(Xlsx, refuses_to_write_a_sheet_without_a_name_of_its_own) {
    const auto twice = write_xlsx({{"One", {}}, {"one", {}}});
    ASSERT_FALSE(twice.has_value());
    EXPECT_EQ(twice.error().code, "xlsx.cannot_write");
    EXPECT_EQ(write_xlsx({{std::string(32, 'x'), {}}}).error().code, "xlsx.cannot_write");
    EXPECT_EQ(write_xlsx({{"a/b", {}}}).error().code, "xlsx.cannot_write");
    EXPECT_EQ(write_xlsx({{"One", {{std::string(40'000, 'x')}}}}).error().code,
              "xlsx.cannot_write");
}

TEST(Xlsx, reads_numbers_as_they_are_shown_and_cuts_nothing_off) {
    EXPECT_EQ(cell("", "<v>0.1</v>"), "0.1");
    EXPECT_EQ(cell("", "<v>0.10000000000000001</v>"), "0.1");
    EXPECT_EQ(cell("s=\"1\"", "<v>12.5</v>"), "12.50");
    EXPECT_EQ(cell("s=\"1\"", "<v>12.345</v>"), "12.345");
    EXPECT_EQ(cell("s=\"4\"", "<v>7</v>"), "7.000");
    EXPECT_EQ(cell("", "<v>1E3</v>"), "1000");
}

TEST(Xlsx, reads_days_of_both_calendars_and_refuses_times) {
    EXPECT_EQ(cell("s=\"2\"", "<v>38808</v>"), "2006-04-01");
    EXPECT_EQ(cell("s=\"5\"", "<v>38808</v>"), "2006-04-01");
    EXPECT_EQ(cell("s=\"2\"", "<v>37346</v>", "<workbookPr date1904=\"1\"/>"), "2006-04-01");
    EXPECT_EQ(cell("s=\"2\"", "<v>38808.5</v>"), "xlsx.cell One, cell A1");
    EXPECT_EQ(cell("s=\"2\"", "<v>60</v>"), "xlsx.cell One, cell A1");
}

TEST(Xlsx, reads_truth_and_texts_written_in_place) {
    EXPECT_EQ(cell("t=\"b\"", "<v>1</v>"), "true");
    EXPECT_EQ(cell("t=\"inlineStr\"", "<is><r><t>one </t></r><r><t>two</t></r></is>"), "one two");
}

TEST(Xlsx, refuses_what_it_would_have_to_guess_and_names_the_cell) {
    EXPECT_EQ(cell("", "<f>1+1</f><v>2</v>"), "xlsx.cell One, cell A1");
    EXPECT_EQ(cell("t=\"e\"", "<v>#REF!</v>"), "xlsx.cell One, cell A1");
    EXPECT_EQ(cell("s=\"3\"", "<v>0.5</v>"), "xlsx.cell One, cell A1");  // shown as 50%
    EXPECT_EQ(cell("t=\"s\"", "<v>0</v>"), "xlsx.cell One, cell A1");    // no such text
    EXPECT_EQ(cell("", "<v>1e999</v>"), "xlsx.cell One, cell A1");
    EXPECT_EQ(cell("", "<v>nan</v>"), "xlsx.cell One, cell A1");
    EXPECT_EQ(code(book_with("<row><c><v>1</v></c></row>")), "xlsx.cell");
    EXPECT_EQ(code(book_with("<row><c r=\"A0\"><v>1</v></c></row>")), "xlsx.cell");
    EXPECT_EQ(code(book_with("<row><c r=\"ZZZZ1\"><v>1</v></c></row>")), "xlsx.cell");
}

TEST(Xlsx, refuses_what_is_no_workbook) {
    EXPECT_EQ(code(""), "xlsx.not_a_workbook");
    EXPECT_EQ(code("id,label\r\n"), "xlsx.not_a_workbook");
    EXPECT_EQ(code(packed({{"word/document.xml", "<a/>"}})), "xlsx.not_a_workbook");
}

TEST(Xlsx, refuses_a_broken_workbook_and_names_the_part) {
    const auto read = read_xlsx(packed({{"xl/workbook.xml", "<workbook><sheets>"}}));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "xlsx.broken");
    EXPECT_EQ(read.error().place, "xl/workbook.xml");
    const std::string whole = book_with("");
    for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
        EXPECT_NE(code(whole.substr(0, cut)), "") << cut;
    }
}

TEST(Xlsx, does_not_unpack_a_bomb) {
    XlsxCaps caps;
    caps.part_bytes = 100'000;
    const std::string bomb = book_with(std::string(10'000'000, ' '));
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_EQ(code(bomb, caps), "xlsx.too_large");
    EXPECT_EQ(code(book_with("<row><c r=\"XFD1048576\"><v>1</v></c></row>")), "xlsx.too_large");
    caps.file_bytes = 100;
    EXPECT_EQ(code(book_with(""), caps), "xlsx.too_large");
}

TEST(Xlsx, refuses_a_document_type_in_a_part) {
    EXPECT_EQ(code(packed({{"xl/workbook.xml",
                            "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>"}})),
              "xlsx.broken");
}

}  // namespace
}  // namespace base
