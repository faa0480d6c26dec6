// Documents that are not even looked at, and schemas that cannot be used.

#include "base/xml.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace base {
namespace {

TEST(Xml, refuses_a_file_too_large_before_it_looks_into_it) {
    const std::size_t size = 256 * 1024 * 1024 + 1;
    void* pages =
        mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    ASSERT_NE(pages, MAP_FAILED);
    const auto read = XmlDocument::parse(std::string_view(static_cast<const char*>(pages), size));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "xml.too_large");
    munmap(pages, size);
}

TEST(Xml, tells_a_schema_that_cannot_be_used_from_a_document_that_breaks_one) {
    const Result<XmlDocument> document = XmlDocument::parse("<sum>4.50</sum>");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->validate("/nowhere/at/all.xsd").error().code, "xml.schema");
    const std::filesystem::path schema = std::filesystem::temp_directory_path() /
                                         ("onepurse-" + std::to_string(::getpid()) + ".xsd");
    const auto write = [&schema](const std::string& type) {
        std::ofstream(schema) << "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
                                 "<xs:element name=\"sum\" type=\"" +
                                     type + "\"/></xs:schema>";
    };
    write("xs:decimal");
    EXPECT_TRUE(document->validate(schema.string()).has_value());
    write("xs:date");
    EXPECT_EQ(document->validate(schema.string()).error().code, "xml.invalid");
    write("no_such_type");
    EXPECT_EQ(document->validate(schema.string()).error().code, "xml.schema");
    std::filesystem::remove(schema);
}

TEST(Xml, gives_all_attributes_and_the_text_of_an_element_itself) {
    const auto document = XmlDocument::parse(
        "<a one=\"1\" xmlns:x=\"urn:x\" x:two=\"2\">before<b>inside</b><![CDATA[ after]]></a>");
    ASSERT_TRUE(document.has_value());
    const std::vector<XmlAttribute> attributes = document->root().attributes();
    ASSERT_EQ(attributes.size(), 2U);
    EXPECT_EQ(attributes[0].name, "one");
    EXPECT_EQ(attributes[0].space, "");
    EXPECT_EQ(attributes[1].space, "urn:x");
    EXPECT_EQ(attributes[1].value, "2");
    EXPECT_EQ(document->root().own_text(), "before after");
}

}  // namespace
}  // namespace base
