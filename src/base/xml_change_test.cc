#include "base/xml_change.h"

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr std::string_view document =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<list xmlns=\"urn:ours\" xmlns:x=\"urn:theirs\">\n"
    "  <!-- kept -->\n"
    "  <item id=\"1\" x:colour=\"blue\"><x:extra>kept</x:extra><text>one</text></item>\n"
    "  <item id=\"2\"><text>two</text></item>\n"
    "</list>\n";

XmlChange change() {
    return XmlChange(XmlDocument::parse(document).value());
}

TEST(XmlChange, writes_what_was_not_touched_as_it_was) {
    EXPECT_EQ(change().bytes(), document);
}

TEST(XmlChange, changes_a_text_and_leaves_everything_else) {
    XmlChange changed = change();
    changed.set_text(*changed.root().children("item")[0].child("text"), "1 < 2 & \"3\"");
    std::string wanted(document);
    wanted.replace(wanted.find(">one<"), 5, ">1 &lt; 2 &amp; \"3\"<");
    EXPECT_EQ(changed.bytes(), wanted);
}

TEST(XmlChange, takes_an_element_away_with_its_line) {
    XmlChange changed = change();
    changed.remove(changed.root().children("item")[1]);
    std::string wanted(document);
    const std::string line = "  <item id=\"2\"><text>two</text></item>\n";
    wanted.erase(wanted.find(line), line.size());
    EXPECT_EQ(changed.bytes(), wanted);
}

TEST(XmlChange, adds_elements_in_the_namespace_and_at_the_indent_of_the_others) {
    XmlChange changed = change();
    const XmlElement item = changed.add(changed.root(), "item");
    changed.set_attribute(item, "id", "3");
    changed.set_text(changed.add(item, "text"), "three");
    std::string wanted(document);
    wanted.insert(wanted.rfind("</list>"),
                  "  <item id=\"3\">\n    <text>three</text>\n  </item>\n");
    EXPECT_EQ(changed.bytes(), wanted);
    EXPECT_EQ(item.space(), "urn:ours");
}

TEST(XmlChange, moves_an_element_to_the_end) {
    XmlChange changed = change();
    changed.move_to_end(changed.root().children("item")[0]);
    const XmlDocument after = XmlDocument::parse(changed.bytes()).value();
    ASSERT_EQ(after.root().children("item").size(), 2u);
    EXPECT_EQ(after.root().children("item")[0].attribute("id"), "2");
    EXPECT_EQ(after.root().children("item")[1].text_at("extra"), "kept");
}

TEST(XmlChange, puts_a_copy_of_another_document_in_the_place_of_an_element) {
    XmlChange changed = change();
    const XmlDocument other = XmlDocument::parse(
                                  "<list xmlns=\"urn:ours\" xmlns:y=\"urn:theirs\">"
                                  "<item id=\"1\" y:colour=\"red\"><text>new</text></item></list>")
                                  .value();
    changed.replace(changed.root().children("item")[0], other.root().children("item")[0]);
    std::string wanted(document);
    const std::string old =
        "<item id=\"1\" x:colour=\"blue\"><x:extra>kept</x:extra><text>one</text></item>";
    // The namespaces are those this document has names for.
    wanted.replace(wanted.find(old), old.size(),
                   "<item id=\"1\" x:colour=\"red\"><text>new</text></item>");
    EXPECT_EQ(changed.bytes(), wanted);
}

TEST(XmlChange, puts_a_copy_behind_an_element_on_a_line_of_its_own) {
    XmlChange changed = change();
    const XmlDocument other =
        XmlDocument::parse("<list xmlns=\"urn:ours\"><item id=\"3\"/></list>").value();
    changed.copy_behind(changed.root().children("item")[0], other.root().children("item")[0]);
    std::string wanted(document);
    wanted.insert(wanted.find("  <item id=\"2\">"), "  <item id=\"3\"/>\n");
    EXPECT_EQ(changed.bytes(), wanted);
}

}  // namespace
}  // namespace base
