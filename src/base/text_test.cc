#include "base/text.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/xml.h"

#include <gtest/gtest.h>

#include "base/ids.h"
#include "base/random.h"

namespace base {
namespace {

TEST(PlainText, refuses_hidden_marks_and_keeps_names_of_every_language) {
    EXPECT_EQ(*plain_text("  Zoë O'Neill 李\r\n", 50), "Zoë O'Neill 李");
    EXPECT_EQ(plain_text("Ann\xE2\x80\xAE"
                         "nnA",
                         50)
                  .error()
                  .code,
              "text.direction_mark");
    EXPECT_EQ(plain_text(std::string("a\0b", 3), 50).error().code, "text.control_character");
    EXPECT_EQ(plain_text("\xC0\xAF", 50).error().code, "text.not_utf8");
    EXPECT_EQ(plain_text("abcdef", 5).error().code, "text.too_long");
}

TEST(Csv, names_the_line_of_every_fault) {
    const std::vector<std::string> columns = {"a", "b"};
    const auto code_and_place = [&](std::string_view text) {
        const Result<CsvTable> table = CsvTable::parse(text, columns);
        return table ? std::string("fine") : table.error().code + " " + table.error().place;
    };
    EXPECT_EQ(code_and_place("a,b\n1,2\n"), "fine");
    EXPECT_EQ(code_and_place("a,b\n1,2\n3\n"), "csv.cells line 3");
    EXPECT_EQ(code_and_place("a,c\n"), "csv.column line 1");
    EXPECT_EQ(code_and_place("a\n"), "csv.column line 1");
    EXPECT_EQ(code_and_place("a,b\n\"x\ny\",\"z\n"), "csv.quote line 3");
    EXPECT_EQ(code_and_place("a,b\n1,2\"\n"), "csv.quote line 2");
    EXPECT_EQ(code_and_place(""), "csv.empty ");
}

TEST(Csv, reads_back_what_it_writes_and_disarms_formulas) {
    std::string out;
    append_csv_row(out, {"a", "b"});
    append_csv_row(out, {"say \"hi\",\nthen go", "-12.50"});
    append_csv_row(out, {"=1+1", "x"});
    const Result<CsvTable> table = CsvTable::parse(out, {"a", "b"});
    ASSERT_TRUE(table.has_value());
    EXPECT_EQ(table->cell(table->rows()[0], "a"), "say \"hi\",\nthen go");
    EXPECT_EQ(table->cell(table->rows()[0], "b"), "-12.50");
    EXPECT_EQ(table->cell(table->rows()[1], "a"), "'=1+1");
    EXPECT_EQ(table->rows()[1].line, 4U);
}

TEST(Json, refuses_double_keys_deep_nesting_and_trailing_text) {
    EXPECT_TRUE(parse_json(R"({"a":{"b":1},"b":[{"a":1},{"a":2}]})").has_value());
    EXPECT_EQ(parse_json(R"({"a":1,"\u0061":2})").error().code, "json.duplicate_key");
    EXPECT_EQ(parse_json(std::string(1000, '[')).error().code, "json.too_deep");
    EXPECT_EQ(parse_json("{} x").error().code, "json.malformed");
    EXPECT_EQ(parse_json("{\"a\":").error().code, "json.malformed");
}

TEST(Xml, gives_elements_with_their_lines_and_refuses_doctypes) {
    const Result<XmlDocument> document = XmlDocument::parse("<a>\n <b x='1'> hi </b>\n</a>");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->root().text_at("b"), "hi");
    EXPECT_EQ(document->root().child("b")->line(), 2);
    EXPECT_EQ(document->root().child("b")->attribute("x"), "1");
    EXPECT_EQ(XmlDocument::parse("<a>\n<b></a>").error().code, "xml.malformed");
    EXPECT_EQ(XmlDocument::parse("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>").error().code,
              "xml.doctype");
}

TEST(XmlWriter, escapes_and_indents_the_same_way_every_time) {
    XmlWriter writer;
    writer.open("a").attribute("n", "\"<").element("b", "1 & 2").open("c").close().close();
    EXPECT_EQ(writer.take(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a n=\"&quot;&lt;\">\n  <b>1 &amp; "
              "2</b>\n  <c/>\n</a>\n");
}

TEST(Id, reads_back_its_own_text_and_no_other_kind) {
    Random random = Random::seeded(7);
    const PersonId person = random.id<PersonId>(1146665109000);
    EXPECT_EQ(PersonId::parse(person.to_text()), person);
    EXPECT_FALSE(ProviderId::parse(person.to_text()).has_value());
    EXPECT_FALSE(PersonId::parse("per_zzzzzzzzzzzzzzzzzzzzzzzzzz").has_value());
}

}  // namespace
}  // namespace base
