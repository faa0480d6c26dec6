#include "base/xml_change.h"

#include <libxml/tree.h>

#include "base/check.h"

namespace base {

namespace {

const xmlChar* to_xml(const std::string& text) {
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

bool is_blank(const xmlNode* node) {
    return node != nullptr && node->type == XML_TEXT_NODE && xmlIsBlankNode(node) == 1;
}

int depth_of(const xmlNode* node) {
    int depth = 0;
    for (const xmlNode* each = node->parent; each != nullptr && each->type == XML_ELEMENT_NODE;
         each = each->parent) {
        ++depth;
    }
    return depth;
}

xmlNode* new_line(int depth) {
    const std::string text = "\n" + std::string(static_cast<std::size_t>(2 * depth), ' ');
    xmlNode* const made = xmlNewText(to_xml(text));
    CHECK(made != nullptr);
    return made;
}

// Copies a node into the document of its parent to be; the namespaces the parent knows are used.
xmlNode* copy_for(xmlNode* parent, xmlNode* other) {
    xmlNode* made = nullptr;
    CHECK(xmlDOMWrapCloneNode(nullptr, other->doc, other, &made, parent->doc, parent, 1, 0) == 0);
    CHECK(made != nullptr);
    return made;
}

// Puts a node behind all others of its new parent, on a line of its own.
void put_last(xmlNode* parent, xmlNode* node) {
    if (is_blank(parent->last)) {
        xmlNode* const blank = parent->last;
        xmlUnlinkNode(blank);
        xmlFreeNode(blank);
    }
    const int depth = depth_of(parent) + 1;
    // Text nodes that meet would be made one: the element stands between them.
    CHECK(xmlAddChild(parent, new_line(depth)) != nullptr);
    CHECK(xmlAddChild(parent, node) != nullptr);
    CHECK(xmlAddChild(parent, new_line(depth - 1)) != nullptr);
}

// Takes a node out of its place together with the white space before it.
void take_out(xmlNode* node) {
    if (is_blank(node->prev)) {
        xmlNode* const blank = node->prev;
        xmlUnlinkNode(blank);
        xmlFreeNode(blank);
    }
    xmlUnlinkNode(node);
}

}  // namespace

void XmlChange::set_text(const XmlElement& element, std::string_view text) {
    xmlNode* const node = element.node_;
    while (node->children != nullptr) {
        xmlNode* const child = node->children;
        xmlUnlinkNode(child);
        xmlFreeNode(child);
    }
    if (!text.empty()) {
        const std::string kept(text);
        CHECK(xmlAddChild(node, xmlNewText(to_xml(kept))) != nullptr);
    }
}

void XmlChange::set_attribute(const XmlElement& element, std::string_view name,
                              std::string_view value) {
    const std::string kept_name(name);
    const std::string kept(value);
    CHECK(xmlSetProp(element.node_, to_xml(kept_name), to_xml(kept)) != nullptr);
}

XmlElement XmlChange::add(const XmlElement& parent, std::string_view name) {
    const std::string kept(name);
    xmlNode* const made = xmlNewNode(parent.node_->ns, to_xml(kept));
    CHECK(made != nullptr);
    put_last(parent.node_, made);
    return XmlElement(made);
}

XmlElement XmlChange::replace(const XmlElement& element, const XmlElement& other) {
    xmlNode* const old = element.node_;
    xmlNode* const made = copy_for(old->parent, other.node_);
    xmlReplaceNode(old, made);
    xmlFreeNode(old);
    return XmlElement(made);
}

XmlElement XmlChange::copy_behind(const XmlElement& element, const XmlElement& other) {
    xmlNode* const before = element.node_;
    xmlNode* const made = copy_for(before->parent, other.node_);
    xmlNode* const line = new_line(depth_of(before));
    CHECK(xmlAddNextSibling(before, line) != nullptr);
    CHECK(xmlAddNextSibling(line, made) != nullptr);
    return XmlElement(made);
}

void XmlChange::move_to_end(const XmlElement& element) {
    xmlNode* const parent = element.node_->parent;
    take_out(element.node_);
    put_last(parent, element.node_);
}

void XmlChange::remove(const XmlElement& element) {
    take_out(element.node_);
    xmlFreeNode(element.node_);
}

std::string XmlChange::bytes() const {
    xmlChar* written = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document_.document_.get(), &written, &size, "UTF-8");
    CHECK(written != nullptr);
    std::string bytes(reinterpret_cast<const char*>(written), static_cast<std::size_t>(size));
    xmlFree(written);
    return bytes;
}

}  // namespace base
