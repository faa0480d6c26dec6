#include "policy/dmn.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/xml.h"
#include "policy/dmn_table.h"
#include "policy/dmn_types.h"

namespace policy {

namespace {

using base::XmlElement;

// DMN 1.1 to 1.6.
constexpr std::array<std::string_view, 6> spaces = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/", "https://www.omg.org/spec/DMN/20240513/MODEL/",
};

constexpr std::array<std::string_view, 6> expressions = {
    "literalExpression", "decisionTable", "context", "invocation", "list", "relation"};
constexpr std::array<std::string_view, 6> unread = {
    "functionDefinition", "conditional", "filter", "for", "some", "every"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::size_t bytes_max = 8U << 20;

// The type of which a package declares its sums of money.
constexpr std::string_view money_type = "t_money";

std::string type_name(const XmlElement& element) {
    std::string name = element.attribute("typeRef").value_or("");
    return name.empty() ? element.text_at("typeRef").value_or("") : name;
}

bool is_money(const XmlElement& element, const DmnTypes& types) {
    const std::string name = type_name(element);
    const std::optional<Unit> unit = types.unit(name);
    return name == money_type || (unit && unit->is_money());
}

// Notes the units of all names inside a decision or function.
void note_units(const XmlElement& element, const std::string& name, const DmnTypes& types,
                Units& units) {
    const auto note = [&types, &units](const XmlElement& typed, const std::string& called) {
        if (const std::optional<Unit> unit = types.unit(type_name(typed))) {
            units.insert_or_assign(called, *unit);
        }
    };
    std::string inner = name;
    if (const std::optional<XmlElement> variable = element.child("variable")) {
        inner = variable->attribute("name").value_or(name);
        note(*variable, inner);
    }
    for (const XmlElement& each : element.children()) {
        if (each.name() == "output" || each.name() == "formalParameter") {
            note(each, each.attribute("name").value_or(inner));
        } else if (each.name() == "context" || each.name() == "contextEntry" ||
                   each.name() == "decisionTable" || each.name() == "encapsulatedLogic") {
            note_units(each, inner, types, units);
        }
    }
}

// Notes which of a decision's names are sums of money, and what its steps are called in words.
// `name` is what an output without a name of its own is called.
void note_names(const XmlElement& element, const std::string& name, const DmnTypes& types,
                DmnDecision& made) {
    const std::optional<XmlElement> variable = element.child("variable");
    std::string inner = name;
    if (variable) {
        inner = variable->attribute("name").value_or(name);
        if (is_money(*variable, types)) {
            made.money.insert(inner);
        }
        if (const std::optional<std::string> label = variable->attribute("label")) {
            made.step_labels[inner] = *label;
        }
    }
    for (const XmlElement& each : element.children()) {
        if (each.name() == "output" && is_money(each, types)) {
            made.money.insert(each.attribute("name").value_or(inner));
        } else if (each.name() == "context" || each.name() == "contextEntry" ||
                   each.name() == "decisionTable") {
            note_names(each, inner, types, made);
        }
    }
}

std::string line_of(const XmlElement& element) {
    return "line " + std::to_string(element.line());
}

// Reads the parts of one file; `place` names the decision or function being read.
class Reader {
public:
    Reader(std::string file, const DmnTypes& types, feel::Language language)
        : types_(types), language_(language) {
        made_.name = std::move(file);
    }

    Result<DmnFile> read(const XmlElement& root) {
        made_.space = root.attribute("namespace").value_or("");
        made_.types = is_full() ? types_.all() : nullptr;
        for (const XmlElement& each : root.children()) {
            const std::string kind = each.name();
            if (kind == "inputData") {
                TRY_DONE(input(each));
            } else if (kind == "decision") {
                TRY_DONE(decision(each));
            } else if (kind == "businessKnowledgeModel") {
                TRY_DONE(function(each));
            } else if (kind == "knowledgeSource") {
                made_.authorities[each.attribute("id").value_or("")] =
                    each.attribute("name").value_or("");
            } else if (kind == "decisionService" && is_full()) {
                TRY_DONE(service(each));
            } else if (kind == "import" && is_full()) {
                made_.imports.push_back(DmnImport{each.attribute("name").value_or(""),
                                                  each.attribute("namespace").value_or("")});
            } else if (kind == "import") {
                return fault(
                    "Imports are not read yet. Put all files into the package and refer "
                    "to a decision of another file as \"file.dmn#id\".",
                    each);
            }
        }
        return std::move(made_);
    }

private:
    Error fault(std::string message, const XmlElement& at) const {
        return Error{"policy.bad_dmn", std::move(message), made_.name + " " + line_of(at)};
    }

    Result<std::optional<feel::Type>> type_at(const XmlElement& element,
                                              const std::string& place) const {
        Result<std::optional<feel::Type>> type = types_.type(type_name(element));
        if (!type) {
            return base::at(place, type.error());
        }
        return type;
    }

    std::string place_of(const XmlElement& element, const std::string& what,
                         const std::string& name) const {
        return made_.name + " " + line_of(element) + ", " + what + " " + name;
    }

    static std::string name_of(const XmlElement& element) {
        const std::optional<XmlElement> variable = element.child("variable");
        const std::optional<std::string> name =
            variable ? variable->attribute("name") : std::nullopt;
        return name && !name->empty() ? *name : element.attribute("name").value_or("");
    }

    Result<std::optional<feel::Type>> variable_type(const XmlElement& element,
                                                    const std::string& place) const {
        const std::optional<XmlElement> variable = element.child("variable");
        if (!variable) {
            return std::optional<feel::Type>();
        }
        return type_at(*variable, place);
    }

    Outcome input(const XmlElement& element) {
        DmnInput made;
        made.id = element.attribute("id").value_or("");
        made.name = name_of(element);
        made.place = place_of(element, "input", made.name);
        TRY(made.type, variable_type(element, made.place));
        if (const std::optional<XmlElement> variable = element.child("variable")) {
            made.unit = types_.unit(type_name(*variable));
        }
        made_.inputs.push_back(std::move(made));
        return Done{};
    }

    // The references under <informationRequirement><requiredInput href=...>.
    static std::vector<DmnReference> references(const XmlElement& element, std::string_view outer,
                                                std::string_view inner) {
        std::vector<DmnReference> made;
        for (const XmlElement& requirement : element.children(outer)) {
            if (const std::optional<XmlElement> required = requirement.child(inner)) {
                made.push_back(reference_at(*required));
            }
        }
        return made;
    }

    static DmnReference reference_at(const XmlElement& element) {
        const std::string href = element.attribute("href").value_or("");
        const std::size_t hash = href.rfind('#');
        return hash == std::string::npos
                   ? DmnReference{"", href}
                   : DmnReference{href.substr(0, hash), href.substr(hash + 1)};
    }

    bool is_full() const { return language_ == feel::Language::full; }

    Outcome decision(const XmlElement& element) {
        DmnDecision made;
        made.id = element.attribute("id").value_or("");
        made.name = name_of(element);
        made.label = element.attribute("label").value_or("");
        made.place = place_of(element, "decision", made.name);
        made.description = element.text_at("description").value_or("");
        made.question = element.text_at("question").value_or("");
        TRY(made.type, variable_type(element, made.place));
        made.inputs = references(element, "informationRequirement", "requiredInput");
        made.decisions = references(element, "informationRequirement", "requiredDecision");
        made.functions = references(element, "knowledgeRequirement", "requiredKnowledge");
        made.authorities = references(element, "authorityRequirement", "requiredAuthority");
        TRY(std::optional<feel::Boxed> logic, expression_in(element, made.place, made.name));
        if (!logic && is_full()) {
            logic = null_at(made.place);
        }
        if (!logic) {
            return Error{"policy.bad_dmn", "The decision has no logic. Give it an expression.",
                         made.place};
        }
        made.logic = std::move(*logic);
        note_names(element, made.name, types_, made);
        note_units(element, made.name, types_, made.units);
        made_.decisions.push_back(std::move(made));
        return Done{};
    }

    Outcome function(const XmlElement& element) {
        DmnFunction made;
        made.id = element.attribute("id").value_or("");
        made.name = name_of(element);
        made.place = place_of(element, "function", made.name);
        made.functions = references(element, "knowledgeRequirement", "requiredKnowledge");
        TRY(made.result, variable_type(element, made.place));
        const std::optional<XmlElement> logic = element.child("encapsulatedLogic");
        if (is_full()) {
            made.logic = no_function(made.place);
            if (logic) {
                feel::Boxed empty;
                empty.place = made.place;
                TRY(made.logic, function_definition(*logic, std::move(empty)));
            }
            made.parameters = made.logic.parameters;
            if (!made.logic.external) {
                made.logic = feel::Boxed(made.logic.entries.front().value);
            }
            made_.functions.push_back(std::move(made));
            return Done{};
        }
        if (!logic) {
            return Error{"policy.bad_dmn", "The business knowledge model has no logic.",
                         made.place};
        }
        if (logic->attribute("kind").value_or("FEEL") != "FEEL") {
            return Error{"policy.bad_dmn", "Only logic written in FEEL is read.", made.place};
        }
        for (const XmlElement& parameter : logic->children("formalParameter")) {
            TRY(std::optional<feel::Type> type, type_at(parameter, made.place));
            made.parameters.emplace_back(parameter.attribute("name").value_or(""),
                                         type.value_or(feel::Type{}));
        }
        TRY(std::optional<feel::Boxed> body, expression_in(*logic, made.place, made.name));
        if (!body) {
            return Error{"policy.bad_dmn", "The business knowledge model has no logic.",
                         made.place};
        }
        made.logic = std::move(*body);
        note_units(element, made.name, types_, made.units);
        made_.functions.push_back(std::move(made));
        return Done{};
    }

    // Reads the one expression among the children; nothing when there is none.
    Result<std::optional<feel::Boxed>> expression_in(const XmlElement& element,
                                                     const std::string& place,
                                                     const std::string& name) {
        for (const XmlElement& each : element.children()) {
            if (is_full() && (holds(expressions, each.name()) || holds(unread, each.name()))) {
                return std::optional<feel::Boxed>(
                    expression(each, place, name).value_or(null_at(place)));
            }
            if (holds(expressions, each.name())) {
                TRY(feel::Boxed made, expression(each, place, name));
                return std::optional<feel::Boxed>(std::move(made));
            }
            if (holds(unread, each.name())) {
                return Error{"policy.bad_dmn",
                             "A boxed \"" + each.name() +
                                 "\" is not read yet. Write it as a literal expression.",
                             place + ", " + line_of(each)};
            }
        }
        return std::optional<feel::Boxed>();
    }

    Result<feel::Boxed> expression(const XmlElement& element, const std::string& place,
                                   const std::string& name) {
        feel::Boxed made;
        made.place = place;
        TRY(made.type, type_at(element, place));
        const std::string kind = element.name();
        if (kind == "literalExpression") {
            made.text = element.text_at("text").value_or("");
            if (base::trim(made.text).empty() && is_full()) {
                made.text = "null";
            }
            if (base::trim(made.text).empty()) {
                return Error{"policy.bad_dmn", "The expression is empty.",
                             place + ", " + line_of(element)};
            }
            return made;
        }
        if (kind == "decisionTable") {
            made.kind = feel::Boxed::Kind::table;
            if (element.children("output").size() == 1) {
                made.type = std::nullopt;  // the output column carries the type
            }
            TRY(feel::TableText text,
                read_dmn_table(element, name, made_.name, place,
                               [&](const XmlElement& at) { return type_at(at, place); }));
            made.table = std::make_shared<const feel::TableText>(std::move(text));
            return made;
        }
        if (kind == "context") {
            return context(element, std::move(made));
        }
        if (kind == "invocation") {
            return invocation(element, std::move(made));
        }
        if (kind == "list") {
            made.kind = feel::Boxed::Kind::list;
            for (const XmlElement& each : element.children()) {
                if (holds(expressions, each.name()) || (is_full() && holds(unread, each.name()))) {
                    TRY(feel::Boxed item, expression(each, place, name));
                    made.entries.push_back(feel::BoxedEntry{"", std::move(item)});
                }
            }
            return made;
        }
        if (holds(unread, kind)) {
            return logic(element, std::move(made));
        }
        return relation(element, std::move(made));
    }

    static feel::Boxed null_at(const std::string& place) {
        feel::Boxed made;
        made.place = place;
        made.text = "null";
        return made;
    }

    static feel::Boxed no_function(const std::string& place) {
        feel::Boxed made;
        made.kind = feel::Boxed::Kind::function;
        made.place = place;
        made.entries.push_back(feel::BoxedEntry{"", null_at(place)});
        return made;
    }

    // The expressions of DMN 1.4 and function definitions.
    Result<feel::Boxed> logic(const XmlElement& element, feel::Boxed made) {
        using K = feel::Boxed::Kind;
        const std::string kind = element.name();
        if (kind == "functionDefinition") {
            return function_definition(element, std::move(made));
        }
        made.text = element.attribute("iteratorVariable").value_or("");
        std::vector<std::string_view> parts;
        if (kind == "conditional") {
            made.kind = K::conditional;
            parts = {"if", "then", "else"};
        } else if (kind == "filter") {
            made.kind = K::filter;
            parts = {"in", "match"};
        } else if (kind == "for") {
            made.kind = K::for_each;
            parts = {"in", "return"};
        } else {
            made.kind = kind == "some" ? K::some : K::every;
            parts = {"in", "satisfies"};
        }
        for (const std::string_view part : parts) {
            const std::optional<XmlElement> outer = element.child(part);
            const std::string place = made.place + ", " + std::string(part);
            std::optional<feel::Boxed> value;
            if (outer) {
                TRY(value, expression_in(*outer, place, std::string(part)));
            }
            made.entries.push_back(
                feel::BoxedEntry{std::string(part), value.value_or(null_at(place))});
        }
        return made;
    }

    Result<feel::Boxed> function_definition(const XmlElement& element, feel::Boxed made) {
        made.kind = feel::Boxed::Kind::function;
        for (const XmlElement& parameter : element.children("formalParameter")) {
            TRY(std::optional<feel::Type> type, type_at(parameter, made.place));
            made.parameters.emplace_back(parameter.attribute("name").value_or(""),
                                         type.value_or(feel::Type{}));
        }
        TRY(std::optional<feel::Boxed> body, expression_in(element, made.place, "body"));
        const std::string kind = element.attribute("kind").value_or("FEEL");
        if (kind == "Java" && body) {
            made.external = true;
            made.entries = std::move(body->entries);
            return made;
        }
        made.entries.push_back(
            feel::BoxedEntry{"", body && kind == "FEEL" ? std::move(*body) : null_at(made.place)});
        return made;
    }

    Outcome service(const XmlElement& element) {
        DmnService made;
        made.id = element.attribute("id").value_or("");
        made.name = name_of(element);
        made.place = place_of(element, "decision service", made.name);
        TRY(made.type, variable_type(element, made.place));
        for (const XmlElement& each : element.children()) {
            const std::string kind = each.name();
            const DmnReference reference = reference_at(each);
            if (kind == "outputDecision") {
                made.outputs.push_back(reference);
            } else if (kind == "inputDecision") {
                made.input_decisions.push_back(reference);
            } else if (kind == "inputData") {
                made.inputs.push_back(reference);
            }
        }
        made_.services.push_back(std::move(made));
        return Done{};
    }

    Result<feel::Boxed> context(const XmlElement& element, feel::Boxed made) {
        made.kind = feel::Boxed::Kind::context;
        for (const XmlElement& entry : element.children("contextEntry")) {
            const std::optional<XmlElement> variable = entry.child("variable");
            const std::string name =
                variable ? variable->attribute("name").value_or("") : std::string();
            const std::string place =
                made.place + (name.empty() ? ", the result" : ", step " + name);
            TRY(std::optional<feel::Boxed> value, expression_in(entry, place, name));
            if (!value && is_full()) {
                value = null_at(place);
            }
            if (!value) {
                return Error{"policy.bad_dmn", "The entry has no expression.", place};
            }
            if (variable) {
                TRY(std::optional<feel::Type> type, type_at(*variable, place));
                value->type = type ? std::move(type) : std::move(value->type);
            }
            made.entries.push_back(feel::BoxedEntry{name, std::move(*value)});
        }
        return made;
    }

    Result<feel::Boxed> invocation(const XmlElement& element, feel::Boxed made) {
        made.kind = feel::Boxed::Kind::invocation;
        made.text = element.text_at("literalExpression/text").value_or("");
        for (const XmlElement& binding : element.children("binding")) {
            const std::optional<XmlElement> parameter = binding.child("parameter");
            const std::string name =
                parameter ? parameter->attribute("name").value_or("") : std::string();
            const std::string place = made.place + ", argument " + name;
            TRY(std::optional<feel::Boxed> value, expression_in(binding, place, name));
            if (!value && is_full()) {
                value = null_at(place);
            }
            if (!value) {
                return Error{"policy.bad_dmn", "The argument has no expression.", place};
            }
            made.entries.push_back(feel::BoxedEntry{name, std::move(*value)});
        }
        return made;
    }

    Result<feel::Boxed> relation(const XmlElement& element, feel::Boxed made) {
        made.kind = feel::Boxed::Kind::list;
        std::vector<std::string> columns;
        for (const XmlElement& column : element.children("column")) {
            columns.push_back(column.attribute("name").value_or(""));
        }
        for (const XmlElement& row : element.children("row")) {
            feel::Boxed item;
            item.kind = feel::Boxed::Kind::context;
            item.place = made.place + ", " + line_of(row);
            for (const XmlElement& cell : row.children()) {
                if (!holds(expressions, cell.name()) &&
                    !(is_full() && holds(unread, cell.name()))) {
                    continue;
                }
                if (item.entries.size() == columns.size()) {
                    return fault("The row has more cells than there are columns.", row);
                }
                const std::string column = columns[item.entries.size()];
                TRY(feel::Boxed value, expression(cell, item.place + ", column " + column, column));
                item.entries.push_back(feel::BoxedEntry{column, std::move(value)});
            }
            made.entries.push_back(feel::BoxedEntry{"", std::move(item)});
        }
        return made;
    }

    const DmnTypes& types_;
    feel::Language language_;
    DmnFile made_;
};

Result<base::XmlDocument> parse_dmn(const std::string& file_name, std::string_view bytes) {
    if (bytes.size() > bytes_max) {
        return Error{"policy.bad_dmn", "The file is larger than 8 MB. Cut it into several.",
                     file_name};
    }
    Result<base::XmlDocument> document = base::XmlDocument::parse(bytes);
    if (!document) {
        return base::at(file_name, document.error());
    }
    const XmlElement root = document->root();
    if (root.name() != "definitions" || !holds(spaces, root.space())) {
        return Error{"policy.bad_dmn",
                     "This is not a DMN file of a version from 1.1 to 1.6: its outermost element "
                     "must be <definitions> of that version.",
                     file_name + " line 1"};
    }
    return document;
}

// A file on its way: its document must outlive what is read from it.
struct OpenFile {
    std::string name;
    base::XmlDocument document;
    DmnTypes types;
};

}  // namespace

Result<DmnFile> read_dmn(const std::string& file_name, std::string_view bytes) {
    TRY(const base::XmlDocument document, parse_dmn(file_name, bytes));
    const Result<DmnTypes> types = DmnTypes::read(document.root(), feel::Language::profile);
    if (!types) {
        return base::at(file_name, types.error());
    }
    return Reader(file_name, *types, feel::Language::profile).read(document.root());
}

Result<std::vector<DmnFile>> read_dmn_with_imports(const NamedBytes& file,
                                                   const std::vector<NamedBytes>& others) {
    std::vector<OpenFile> open;
    open.reserve(others.size() + 1);  // types of one file point at those of another
    TRY(base::XmlDocument first, parse_dmn(file.first, file.second));
    const auto add = [&open](const std::string& name, base::XmlDocument document) {
        Result<DmnTypes> types = DmnTypes::read(document.root(), feel::Language::full);
        if (types) {
            open.push_back(OpenFile{name, std::move(document), std::move(*types)});
        }
    };
    add(file.first, std::move(first));
    for (const auto& [name, bytes] : others) {
        if (Result<base::XmlDocument> document = parse_dmn(name, bytes)) {
            add(name, std::move(*document));
        }
    }
    for (OpenFile& each : open) {
        for (const XmlElement& import : each.document.root().children("import")) {
            for (const OpenFile& other : open) {
                if (&other != &each &&
                    other.document.root().attribute("namespace") == import.attribute("namespace")) {
                    each.types.import(import.attribute("name").value_or(""), other.types);
                }
            }
        }
    }
    std::vector<DmnFile> files;
    for (const OpenFile& each : open) {
        Result<DmnFile> read =
            Reader(each.name, each.types, feel::Language::full).read(each.document.root());
        if (read) {
            files.push_back(std::move(*read));
        } else if (files.empty()) {
            return read.error();
        }
    }
    return files;
}

}  // namespace policy
