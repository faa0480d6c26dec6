#include "policy/overlay_dmn.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "base/xml_change.h"

namespace policy {

namespace {

using base::XmlElement;

// In a DMN file the types stand before what is decided, and the drawing behind it.
bool is_type(const XmlElement& element) {
    return element.name() == "itemDefinition";
}

// What belongs to a file itself and to none of its decisions.
bool is_of_file(const XmlElement& element) {
    const std::string name = element.name();
    return name == "description" || name == "extensionElements" || name == "DMNDI";
}

std::string key_of(const XmlElement& element) {
    return element.attribute("id").value_or(element.attribute("name").value_or(""));
}

Result<base::XmlDocument> parse(const std::string& file, std::string_view bytes) {
    Result<base::XmlDocument> document = base::XmlDocument::parse(bytes);
    if (!document) {
        return base::at(file, document.error());
    }
    return document;
}

std::optional<XmlElement> find(const XmlElement& root, const std::string& key) {
    for (const XmlElement& each : root.children()) {
        if (!is_of_file(each) && key_of(each) == key) {
            return each;
        }
    }
    return std::nullopt;
}

// What a new element is put behind: the last of its like, or else what must stand before it.
std::optional<XmlElement> place_for(const XmlElement& root, const XmlElement& element) {
    std::optional<XmlElement> like;
    std::optional<XmlElement> before;
    for (const XmlElement& each : root.children()) {
        const bool is_head =
            (is_of_file(each) && each.name() != "DMNDI") || each.name() == "import";
        if (!is_head && !is_of_file(each) && is_type(each) == is_type(element)) {
            like = each;
        }
        if (is_head || (is_type(each) && !is_type(element))) {
            before = each;
        }
    }
    return like ? like : before;
}

// All that an element says, however it is spaced.
std::string said_by(const XmlElement& element) {
    std::string said = element.space() + ' ' + element.name() + '{';
    std::map<std::string, std::string> attributes;
    for (const base::XmlAttribute& each : element.attributes()) {
        std::string name = each.space;
        name.append(1, ' ').append(each.name);
        attributes[name] = each.value;
    }
    for (const auto& [name, value] : attributes) {
        said.append(name).append(1, '\x1f').append(value).append(1, '\x1e');
    }
    const std::vector<XmlElement> children = element.children();
    said += children.empty() ? element.own_text() : std::string(base::trim(element.own_text()));
    for (const XmlElement& each : children) {
        said += said_by(each);
    }
    return said + '}';
}

// Gives the elements of an overlay, each with its key.
Result<std::vector<std::pair<std::string, XmlElement>>> elements_in(const std::string& file,
                                                                    const XmlElement& root) {
    std::vector<std::pair<std::string, XmlElement>> elements;
    std::set<std::string> seen;
    for (const XmlElement& each : root.children()) {
        if (is_of_file(each)) {
            continue;
        }
        const std::string key = key_of(each);
        const std::string place = file + ", line " + std::to_string(each.line());
        if (key.empty()) {
            return Error{"overlay.unnamed",
                         "What lays itself over the base needs the id it has there, or a new one.",
                         place};
        }
        if (!seen.insert(key).second) {
            return Error{"overlay.unit_twice", "\"" + key + "\" stands here a second time.", place};
        }
        elements.emplace_back(key, each);
    }
    return elements;
}

void put(base::XmlChange& change, const std::string& key, const XmlElement& element) {
    const XmlElement root = change.root();
    if (const auto under = find(root, key)) {
        change.replace(*under, element);
    } else if (const auto before = place_for(root, element)) {
        change.copy_behind(*before, element);
    } else {
        change.replace(change.add(root, element.name()), element);
    }
}

}  // namespace

Result<std::map<std::string, std::string>> elements_of(const std::string& file,
                                                       std::string_view bytes) {
    TRY(const base::XmlDocument document, parse(file, bytes));
    std::map<std::string, std::string> elements;
    for (const XmlElement& each : document.root().children()) {
        if (!is_of_file(each)) {
            elements[key_of(each)] += said_by(each);
        }
    }
    return elements;
}

Result<std::vector<std::string>> element_keys(const std::string& file, std::string_view bytes) {
    TRY(const base::XmlDocument document, parse(file, bytes));
    TRY(const auto elements, elements_in(file, document.root()));
    std::vector<std::string> keys;
    keys.reserve(elements.size());
    for (const auto& [key, element] : elements) {
        keys.push_back(key);
    }
    return keys;
}

Result<std::string> lay_elements_over(const std::string& file, std::string_view base,
                                      std::string_view overlay,
                                      const std::vector<std::string>& removed) {
    TRY(base::XmlDocument under, parse(file, base));
    base::XmlChange change(std::move(under));
    for (const std::string& key : removed) {
        const auto element = find(change.root(), key);
        if (!element) {
            return Error{"overlay.nothing_to_remove",
                         "The base has no \"" + key + "\" that could be taken out.", file};
        }
        change.remove(*element);
    }
    if (!overlay.empty()) {
        TRY(const base::XmlDocument over, parse(file, overlay));
        if (over.root().space() != change.root().space()) {
            return Error{"overlay.other_dmn",
                         "The base's file is of another version of DMN. Begin this file as the "
                         "base's begins.",
                         file};
        }
        TRY(const auto elements, elements_in(file, over.root()));
        for (const auto& [key, element] : elements) {
            put(change, key, element);
        }
    }
    return change.bytes();
}

}  // namespace policy
