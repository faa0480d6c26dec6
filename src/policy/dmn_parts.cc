// Cuts a DMN file into parts: each decision, input, function and type is one, each decision table
// another. Whatever is not known here is told under the names the file gives it, so that nothing is
// left out.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/xml.h"
#include "policy/package_parts.h"

namespace policy {

namespace {

using base::XmlElement;

// Stands for a value that is there and empty.
const std::string empty_value = "(empty)";

// How elements are called; an empty word is passed over.
std::string word_of(const std::string& element) {
    static const std::map<std::string, std::string> words = {
        {"decision", "Decision"},
        {"inputData", "Input"},
        {"businessKnowledgeModel", "Function"},
        {"knowledgeSource", "Law or source"},
        {"itemDefinition", "Type"},
        {"import", "Import"},
        {"decisionService", "Decision service"},
        {"DMNDI", "Drawing"},
        {"literalExpression", "expression"},
        {"inputExpression", "asks"},
        {"inputValues", "allowed values"},
        {"outputValues", "allowed values"},
        {"allowedValues", "allowed values"},
        {"allowedAnswers", "allowed answers"},
        {"defaultOutputEntry", "default"},
        {"encapsulatedLogic", ""},
        {"invocation", ""},
        {"context", ""},
        {"typeRef", "type"},
        {"itemComponent", "part"},
        {"contextEntry", "step"},
        {"formalParameter", "argument"},
        {"binding", "argument"},
        {"informationRequirement", "needs"},
        {"knowledgeRequirement", "needs function"},
        {"authorityRequirement", "rests on"},
        {"input", "column"},
        {"output", "column"},
        {"annotation", "column"},
        {"rule", "rule"},
        {"text", ""},
    };
    const auto found = words.find(element);
    return found == words.end() ? element : found->second;
}

std::string join(const std::string& before, const std::string& word, std::string_view with) {
    if (before.empty() || word.empty()) {
        return before + word;
    }
    return before + std::string(with) + word;
}

std::string shown(const std::string& text) {
    return text.empty() ? std::string(empty_value) : text;
}

// What follows the # of a reference.
std::string target(const std::string& href) {
    return href.substr(href.find('#') + 1);
}

// What tells an element of a kind that may stand many times from its neighbours; nothing for the
// other kinds. With its place among them it would become another when one is put before it.
std::optional<std::string> identity(const XmlElement& element) {
    const std::string name = element.name();
    if (name == "contextEntry") {
        const auto variable = element.child("variable");
        return variable ? variable->attribute("name").value_or("") : "result";
    }
    if (name.ends_with("Requirement")) {
        for (const XmlElement& each : element.children()) {
            if (const auto href = each.attribute("href")) {
                return target(*href);
            }
        }
        return "";
    }
    if (name == "binding") {
        const auto parameter = element.child("parameter");
        return parameter ? parameter->attribute("name").value_or("") : "";
    }
    if (name == "itemComponent" || name == "formalParameter") {
        return element.attribute("name").value_or("");
    }
    if (name == "DMNShape" || name == "DMNEdge") {
        return element.attribute("dmnElementRef").value_or("");
    }
    return std::nullopt;
}

std::string column_heading(const XmlElement& table, const XmlElement& column) {
    for (const auto& heading : {column.attribute("label"), column.text_at("inputExpression/text"),
                                column.attribute("name"), table.attribute("outputLabel")}) {
        if (heading && !heading->empty()) {
            return *heading;
        }
    }
    return "result";
}

// Whether a cell of this name belongs to a column of that one.
constexpr std::pair<std::string_view, std::string_view> cell_kinds[] = {
    {"input", "inputEntry"}, {"output", "outputEntry"}, {"annotation", "annotationEntry"}};

class Cutter {
public:
    std::vector<PackagePart> cut(const XmlElement& root) {
        space_ = root.space();
        const std::size_t whole = begin_part("file", "The file itself");
        cell({whole, 0}, "version", "version of DMN", root.space());
        put_attributes({whole, 0}, "", "", root);
        put_own_text({whole, 0}, "", "", root);
        for (const XmlElement& element : root.children()) {
            const std::string name = element.attribute("name").value_or("");
            if (name.empty() && element.name() != "DMNDI") {
                walk({whole, 0}, element.name(), word_of(element.name()), element);
                continue;
            }
            const std::string label = element.attribute("label").value_or(name);
            const std::size_t part =
                begin_part(element.name() + " " + name, join(word_of(element.name()), label, " "));
            inside({part, 0}, "", "", element);
        }
        return std::move(parts_);
    }

private:
    // A row of a part; rows move when others are added, so it is named by its place.
    struct Place {
        std::size_t part;
        std::size_t row;
    };

    std::size_t begin_part(std::string key, std::string title) {
        parts_.push_back({std::move(key), std::move(title), {{"", "", "", {}}}});
        return parts_.size() - 1;
    }

    Place begin_row(Place at, const std::string& key, const std::string& name) {
        PackagePart& part = parts_[at.part];
        const PartRow& within = part.rows[at.row];
        part.rows.push_back({within.key + "/" + key, join(within.name, name, ", "), "", {}});
        return {at.part, part.rows.size() - 1};
    }

    void cell(Place at, std::string key, std::string column, const std::string& text) {
        parts_[at.part].rows[at.row].cells.push_back(
            {std::move(key), std::move(column), shown(text)});
    }

    // Everything of an element under its own word.
    void walk(Place at, const std::string& key, const std::string& word,
              const XmlElement& element) {
        if (element.name() == "decisionTable") {
            walk_table(at, key, element);
            return;
        }
        const std::vector<XmlElement> children = element.children();
        if (children.empty()) {
            put_attributes(at, key, word, element);
            put_namespace(at, key, word, element);
            if (std::string text = element.own_text();
                !text.empty() || element.attributes().empty()) {
                cell(at, key, word.empty() ? element.name() : word, text);
            }
            return;
        }
        inside(at, key, word, element);
    }

    // Everything of an element that is one, under the word given.
    void inside(Place at, const std::string& key, const std::string& word,
                const XmlElement& element) {
        put_attributes(at, key, word, element);
        put_namespace(at, key, word, element);
        put_own_text(at, key, word, element);
        std::map<std::string, std::size_t> seen;
        for (const XmlElement& child : element.children()) {
            const std::string name = child.name();
            if (const std::optional<std::string> known = identity(child)) {
                std::string row_key = key;
                row_key.append("/").append(name).append(" ").append(*known);
                const Place row = begin_row(at, row_key, join(word_of(name), *known, " "));
                if (name == "contextEntry") {
                    const auto variable = child.child("variable");
                    parts_[row.part].rows[row.row].words =
                        variable ? variable->attribute("label").value_or("") : "";
                }
                inside(row, "", "", child);
                continue;
            }
            const std::size_t number = ++seen[name];
            const std::string nth = number == 1 ? "" : " " + std::to_string(number);
            std::string child_key = key;
            child_key.append("/").append(name).append(nth);
            walk(at, child_key, join(word, join(word_of(name), nth, ""), ", "), child);
        }
    }

    void put_attributes(Place at, const std::string& key, const std::string& word,
                        const XmlElement& element) {
        for (const base::XmlAttribute& each : element.attributes()) {
            cell(at, key + "@" + each.space + " " + each.name, join(word, word_of(each.name), ", "),
                 each.value);
        }
    }

    // Told where an element is of another namespace than what stands around it.
    void put_namespace(Place at, const std::string& key, const std::string& word,
                       const XmlElement& element) {
        if (element.space() != space_) {
            cell(at, key + "@@", join(word, "namespace", ", "), element.space());
        }
    }

    void put_own_text(Place at, const std::string& key, const std::string& word,
                      const XmlElement& element) {
        std::string text = element.own_text();
        if (!base::trim(text).empty()) {
            cell(at, key + "=", join(word, "text", ", "), text);
        }
    }

    using Columns = std::map<std::string, std::vector<std::pair<std::string, std::string>>>;

    void walk_table(Place within, const std::string& key, const XmlElement& table) {
        const PackagePart& outer = parts_[within.part];
        const PartRow& row = outer.rows[within.row];
        const std::string stands_in = join(outer.title, row.name, ", ");
        const std::string id = table.attribute("id").value_or("");
        const std::size_t part = id.empty() ? begin_part("table in " + outer.key + row.key + key,
                                                         "Table of " + stands_in)
                                            : begin_part("table " + id, "Table " + id);
        const Place whole{part, 0};
        cell(whole, "stands", "stands in", stands_in);
        put_attributes(whole, "", "", table);
        put_namespace(whole, "", "", table);
        put_own_text(whole, "", "", table);
        Columns columns;
        std::map<std::string, std::size_t> seen;
        for (const XmlElement& child : table.children()) {
            const std::string name = child.name();
            if (name == "input" || name == "output" || name == "annotation") {
                walk_column(whole, columns, table, child);
            } else if (name != "rule") {
                walk(whole, name + " " + std::to_string(++seen[name]), word_of(name), child);
            }
        }
        for (const XmlElement& rule : table.children("rule")) {
            walk_rule(whole, columns, rule);
        }
    }

    // A column is known by its id, or else by what it asks or is called: its heading may change.
    void walk_column(Place table_row, Columns& columns, const XmlElement& table,
                     const XmlElement& column) {
        const std::string name = column.name();
        const std::string heading = column_heading(table, column);
        const std::string known = column.attribute("id").value_or(
            column.text_at("inputExpression/text").value_or(column.attribute("name").value_or("")));
        std::vector<std::pair<std::string, std::string>>& like = columns[name];
        const auto twins = std::count_if(like.begin(), like.end(), [&](const auto& each) {
            return each.first == name + " " + known || each.second == heading;
        });
        const std::string nth = twins == 0 ? "" : " (" + std::to_string(twins + 1) + ")";
        like.emplace_back(name + " " + known + nth, heading + nth);
        const std::string what = name == "input"    ? "column asked "
                                 : name == "output" ? "column given "
                                                    : "column noted ";
        inside(begin_row(table_row, like.back().first, what + like.back().second), "", "", column);
    }

    void walk_rule(Place table_row, const Columns& columns, const XmlElement& rule) {
        std::vector<std::string> asked;
        for (const XmlElement& each : rule.children("inputEntry")) {
            asked.push_back(each.text_at("text").value_or(""));
        }
        // A rule without an id is known by what it asks.
        const std::optional<std::string> id = rule.attribute("id");
        const std::string name = id.value_or(base::join_text(asked, " | "));
        const Place row = begin_row(table_row, (id ? "rule @" : "rule ") + name, "rule " + name);
        parts_[row.part].rows[row.row].words = rule.text_at("annotationEntry/text").value_or("");
        put_attributes(row, "", "", rule);
        put_own_text(row, "", "", rule);
        std::map<std::string, std::size_t> seen;
        for (const XmlElement& child : rule.children()) {
            const auto [key, heading] = column_of(columns, child.name(), seen[child.name()]++);
            walk(row, key, heading, child);
        }
    }

    // Gives the key and the heading of the column a cell stands in.
    static std::pair<std::string, std::string> column_of(const Columns& columns,
                                                         const std::string& kind,
                                                         std::size_t number) {
        for (const auto& [column, cell] : cell_kinds) {
            const auto found = columns.find(std::string(column));
            if (cell == kind && found != columns.end() && number < found->second.size()) {
                return found->second[number];
            }
        }
        const std::string name = kind + " " + std::to_string(number + 1);
        return {name, name};
    }

    std::vector<PackagePart> parts_;
    std::string space_;  // of the file's first element
};

PackagePart comments_of(std::string_view bytes) {
    constexpr std::string_view opening = "<!--";
    PackagePart part{"comments", "Comments", {}};
    for (std::size_t at = bytes.find(opening); at != std::string_view::npos;
         at = bytes.find(opening, at)) {
        at += opening.size();
        const std::string text(bytes.substr(at, bytes.find("-->", at) - at));
        part.rows.push_back({text, "comment", "", {{"text", "text", shown(text)}}});
    }
    return part;
}

}  // namespace

std::optional<std::vector<PackagePart>> parts_of_dmn(std::string_view bytes) {
    const Result<base::XmlDocument> document = base::XmlDocument::parse(bytes);
    if (!document) {
        return std::nullopt;
    }
    std::vector<PackagePart> parts = Cutter().cut(document->root());
    if (base::is_utf8(bytes)) {
        parts.push_back(comments_of(bytes));
    }
    tell_apart(parts);
    return parts;
}

}  // namespace policy
