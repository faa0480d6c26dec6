#pragma once
// XML through libxml2, never with a DTD, an entity or the network. A document is read whole (with a
// cap) into a tree whose elements know their line; XmlWriter writes elements in order and escapes
// by itself. Schema validation gives the validator's own words and line.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct _xmlDoc;   // NOLINT(bugprone-reserved-identifier): the name libxml2 gave it
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier)

namespace base {

// One attribute of an element; `space` is empty for those of the element's own kind.
struct XmlAttribute {
    std::string name;
    std::string space;
    std::string value;
};

// One element of a document that must outlive it. Names are local names; `space()` is the namespace
// URI.
class XmlElement {
public:
    explicit XmlElement(_xmlNode* node) : node_(node) {}

    std::string name() const;
    std::string space() const;
    long line() const;
    // Gives the attribute's value; nothing when it is not there.
    std::optional<std::string> attribute(std::string_view name) const;
    // Gives all attributes in order; what declares a namespace is none.
    std::vector<XmlAttribute> attributes() const;
    // Gives the text that stands in this element itself and in none of its children.
    std::string own_text() const;
    // Gives all text inside, white space as it stands.
    std::string text() const;
    // Gives the child elements in order; the second form only those of a name.
    std::vector<XmlElement> children() const;
    std::vector<XmlElement> children(std::string_view name) const;
    // Gives the first child element of a name; nothing when there is none.
    std::optional<XmlElement> child(std::string_view name) const;
    // Walks children by names parted by '/': path("Amt") or path("Id/IBAN").
    std::optional<XmlElement> path(std::string_view names) const;
    // Gives the trimmed text at a path; nothing when the path is not there.
    std::optional<std::string> text_at(std::string_view names) const;

private:
    friend class XmlChange;
    _xmlNode* node_;
};

class XmlDocument {
public:
    // Refuses: xml.malformed (with its line), xml.doctype, xml.too_large, xml.empty.
    static Result<XmlDocument> parse(std::string_view bytes);

    XmlElement root() const;
    // Checks against an XML schema file on disk. Refuses: xml.schema (the file cannot be used),
    // xml.invalid (the document breaks it; place = line).
    Outcome validate(const std::string& schema_path) const;

private:
    friend class XmlChange;
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    explicit XmlDocument(_xmlDoc* document) : document_(document) {}
    std::unique_ptr<_xmlDoc, Free> document_;
};

// Writes UTF-8 XML with two-space indents; the same calls give the same bytes.
class XmlWriter {
public:
    XmlWriter();
    XmlWriter& open(std::string_view name);
    // Adds an attribute to the element just opened.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    XmlWriter& close();
    // Writes <name>text</name>, escaped.
    XmlWriter& element(std::string_view name, std::string_view text);
    // Writes <name attribute="value">text</name>, escaped.
    XmlWriter& element(std::string_view name, std::string_view attribute, std::string_view value,
                       std::string_view text);
    // Gives the bytes; every opened element must be closed.
    std::string take();

private:
    void end_tag_start();
    std::string out_;
    std::vector<std::string> open_;
    bool tag_open_ = false;
};

// Escapes & < > " for XML text and attributes.
std::string escape_xml(std::string_view text);

}  // namespace base
