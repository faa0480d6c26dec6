#pragma once
// Changes an XML document of somebody else's in place: what is not touched stays as it was, whether
// or not we know what it means. New elements stand in the namespace and at the indent of those
// around them.

#include <string>
#include <string_view>

#include "base/xml.h"

namespace base {

class XmlChange {
public:
    explicit XmlChange(XmlDocument document) : document_(std::move(document)) {}

    XmlElement root() const { return document_.root(); }

    // Puts `text` in the place of all that is inside an element.
    void set_text(const XmlElement& element, std::string_view text);
    void set_attribute(const XmlElement& element, std::string_view name, std::string_view value);
    // Adds an element as the last child of `parent`.
    XmlElement add(const XmlElement& parent, std::string_view name);
    // Puts a copy of `other`, of this or another document, in the place of an element, which
    // nothing may use afterwards; gives the copy.
    XmlElement replace(const XmlElement& element, const XmlElement& other);
    // Puts a copy of `other` behind an element, on a line of its own; gives the copy.
    XmlElement copy_behind(const XmlElement& element, const XmlElement& other);
    // Makes `element` the last child of the parent it has.
    void move_to_end(const XmlElement& element);
    // Takes an element away with all it holds; nothing may use it afterwards.
    void remove(const XmlElement& element);

    // Writes the whole document.
    std::string bytes() const;

private:
    XmlDocument document_;
};

}  // namespace base
