#include "base/xml.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <cstdarg>
#include <mutex>

#include "base/text.h"

namespace base {

namespace {

constexpr std::size_t bytes_max = 256U << 20;

std::string from_xml(const xmlChar* text) {
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

std::string line_place(long line) {
    return "line " + std::to_string(line);
}

void silent(void*, const char*, ...) {}

// Keeps the first thing the validator says.
struct FirstFault {
    std::string message;
    int line = 0;
};

void keep_first(void* target, xmlErrorPtr fault) {
    auto* first = static_cast<FirstFault*>(target);
    if (first->message.empty()) {
        first->message = std::string(trim(fault->message == nullptr ? "" : fault->message));
        first->line = fault->line;
    }
}

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSetGenericErrorFunc(nullptr, silent);
    });
}

}  // namespace

std::string XmlElement::name() const {
    return from_xml(node_->name);
}

std::string XmlElement::space() const {
    return node_->ns == nullptr ? "" : from_xml(node_->ns->href);
}

long XmlElement::line() const {
    return xmlGetLineNo(node_);
}

std::optional<std::string> XmlElement::attribute(std::string_view name) const {
    for (const xmlAttr* each = node_->properties; each != nullptr; each = each->next) {
        if (from_xml(each->name) == name) {
            xmlChar* value = xmlNodeListGetString(node_->doc, each->children, 1);
            std::string text = from_xml(value);
            xmlFree(value);
            return text;
        }
    }
    return std::nullopt;
}

std::vector<XmlAttribute> XmlElement::attributes() const {
    std::vector<XmlAttribute> found;
    for (const xmlAttr* each = node_->properties; each != nullptr; each = each->next) {
        xmlChar* value = xmlNodeListGetString(node_->doc, each->children, 1);
        found.push_back({from_xml(each->name), each->ns == nullptr ? "" : from_xml(each->ns->href),
                         from_xml(value)});
        xmlFree(value);
    }
    return found;
}

std::string XmlElement::own_text() const {
    std::string text;
    for (const xmlNode* each = node_->children; each != nullptr; each = each->next) {
        if (each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE) {
            text += from_xml(each->content);
        }
    }
    return text;
}

std::string XmlElement::text() const {
    xmlChar* content = xmlNodeGetContent(node_);
    std::string text = from_xml(content);
    xmlFree(content);
    return text;
}

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> found;
    for (xmlNode* each = node_->children; each != nullptr; each = each->next) {
        if (each->type == XML_ELEMENT_NODE) {
            found.emplace_back(each);
        }
    }
    return found;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> found;
    for (xmlNode* each = node_->children; each != nullptr; each = each->next) {
        if (each->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(each->name) == name) {
            found.emplace_back(each);
        }
    }
    return found;
}

std::optional<XmlElement> XmlElement::child(std::string_view name) const {
    for (xmlNode* each = node_->children; each != nullptr; each = each->next) {
        if (each->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(each->name) == name) {
            return XmlElement(each);
        }
    }
    return std::nullopt;
}

std::optional<XmlElement> XmlElement::path(std::string_view names) const {
    std::optional<XmlElement> at = *this;
    for (const std::string& name : split_text(names, '/')) {
        at = at->child(name);
        if (!at) {
            return std::nullopt;
        }
    }
    return at;
}

std::optional<std::string> XmlElement::text_at(std::string_view names) const {
    const std::optional<XmlElement> found = path(names);
    return found ? std::optional<std::string>(std::string(trim(found->text()))) : std::nullopt;
}

void XmlDocument::Free::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

Result<XmlDocument> XmlDocument::parse(std::string_view bytes) {
    start_library();
    if (bytes.size() > bytes_max) {
        return Error{"xml.too_large", "The file is larger than 256 MB. Send it in parts."};
    }
    if (trim(bytes).empty()) {
        return Error{"xml.empty", "The file is empty."};
    }
    xmlParserCtxt* context = xmlNewParserCtxt();
    CHECK(context != nullptr);
    xmlDoc* document =
        xmlCtxtReadMemory(context, bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
    const std::string message =
        context->lastError.message == nullptr ? "" : std::string(trim(context->lastError.message));
    const int line = context->lastError.line;
    xmlFreeParserCtxt(context);
    if (document == nullptr) {
        return Error{"xml.malformed", "This is not well-formed XML: " + message + ".",
                     line_place(line)};
    }
    XmlDocument kept(document);
    if (document->intSubset != nullptr || document->extSubset != nullptr) {
        return Error{"xml.doctype",
                     "A document type declaration is not accepted. Take the <!DOCTYPE> out.",
                     "line 1"};
    }
    if (xmlDocGetRootElement(document) == nullptr) {
        return Error{"xml.empty", "The file has no element."};
    }
    return kept;
}

XmlElement XmlDocument::root() const {
    return XmlElement(xmlDocGetRootElement(document_.get()));
}

Outcome XmlDocument::validate(const std::string& schema_path) const {
    FirstFault fault;
    xmlSchemaParserCtxt* reader = xmlSchemaNewParserCtxt(schema_path.c_str());
    CHECK(reader != nullptr);
    xmlSchemaSetParserStructuredErrors(
        reader, [](void* t, xmlErrorPtr e) { keep_first(t, e); }, &fault);
    xmlSchema* schema = xmlSchemaParse(reader);
    xmlSchemaFreeParserCtxt(reader);
    if (schema == nullptr) {
        return Error{"xml.schema",
                     "The schema " + schema_path + " cannot be used: " + fault.message, ""};
    }
    xmlSchemaValidCtxt* validator = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidStructuredErrors(
        validator, [](void* t, xmlErrorPtr e) { keep_first(t, e); }, &fault);
    const int verdict = xmlSchemaValidateDoc(validator, document_.get());
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    if (verdict != 0) {
        return Error{"xml.invalid", fault.message, line_place(fault.line)};
    }
    return Done{};
}

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlWriter::end_tag_start() {
    if (tag_open_) {
        out_ += ">";
        tag_open_ = false;
    }
}

XmlWriter& XmlWriter::open(std::string_view name) {
    end_tag_start();
    out_ += "\n" + std::string(open_.size() * 2, ' ') + "<" + std::string(name);
    open_.emplace_back(name);
    tag_open_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    CHECK(tag_open_);
    out_ += " " + std::string(name) + "=\"" + escape_xml(value) + "\"";
    return *this;
}

XmlWriter& XmlWriter::close() {
    CHECK(!open_.empty());
    const std::string name = open_.back();
    open_.pop_back();
    if (tag_open_) {
        out_ += "/>";
        tag_open_ = false;
    } else {
        out_ += "\n" + std::string(open_.size() * 2, ' ') + "</" + name + ">";
    }
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text) {
    end_tag_start();
    out_ += "\n" + std::string(open_.size() * 2, ' ') + "<" + std::string(name) + ">" +
            escape_xml(text) + "</" + std::string(name) + ">";
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view attribute,
                              std::string_view value, std::string_view text) {
    end_tag_start();
    out_ += "\n" + std::string(open_.size() * 2, ' ') + "<" + std::string(name) + " " +
            std::string(attribute) + "=\"" + escape_xml(value) + "\">" + escape_xml(text) + "</" +
            std::string(name) + ">";
    return *this;
}

std::string XmlWriter::take() {
    CHECK(open_.empty() && !tag_open_);
    return std::move(out_) + "\n";
}

}  // namespace base
