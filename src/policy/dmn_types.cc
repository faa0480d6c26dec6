#include "policy/dmn_types.h"

#include "feel/allowed.h"
#include "feel/parse.h"

namespace policy {

namespace {

constexpr std::size_t parts_max = 10'000;
constexpr std::size_t chain_max = 200;

}  // namespace

Result<DmnTypes> DmnTypes::read(const base::XmlElement& definitions, feel::Language language) {
    DmnTypes types;
    types.language_ = language;
    for (const base::XmlElement& each : definitions.children("itemDefinition")) {
        const std::string name = each.attribute("name").value_or("");
        if (!types.definitions_.emplace(name, each).second && language == feel::Language::profile) {
            return Error{"policy.bad_dmn", "The type \"" + name + "\" is defined twice.",
                         "line " + std::to_string(each.line())};
        }
        if (const std::optional<std::string> written = each.attribute("unit")) {
            const std::optional<Unit> unit = Unit::parse(*written);
            if (!unit) {
                return Error{"policy.bad_dmn",
                             "\"" + *written + "\" of the type \"" + name +
                                 "\" is no unit. Write it as GBP/week or hours/week.",
                             "line " + std::to_string(each.line())};
            }
            types.units_.emplace(name, *unit);
        }
    }
    return types;
}

std::optional<Unit> DmnTypes::unit(std::string_view name) const {
    std::string at(name);
    for (std::size_t steps = 0; steps <= definitions_.size(); ++steps) {
        if (const auto stated = units_.find(at); stated != units_.end()) {
            return stated->second;
        }
        const auto found = definitions_.find(at);
        const std::optional<std::string> made_from =
            found == definitions_.end() ? std::nullopt : found->second.text_at("typeRef");
        if (!made_from) {
            return std::nullopt;
        }
        at = *made_from;
    }
    return std::nullopt;
}

Result<std::optional<feel::Type>> DmnTypes::type(std::string_view name) const {
    if (name.empty()) {
        return std::optional<feel::Type>();
    }
    Looking open;
    TRY(feel::Type found, named(std::string(name), open));
    return std::optional<feel::Type>(std::move(found));
}

Result<feel::Type> DmnTypes::named(const std::string& name, Looking& open) const {
    const auto found = definitions_.find(name);
    if (found == definitions_.end()) {
        if (std::optional<feel::Type> basic = feel::basic_type(name)) {
            return std::move(*basic);
        }
        return unknown(name, open);
    }
    if (const auto known = resolved_->find(name); known != resolved_->end()) {
        return known->second;
    }
    if (!open.insert(name).second || open.size() > chain_max) {
        if (language_ == feel::Language::full) {
            return feel::Type{};
        }
        return Error{"policy.bad_dmn", "The type \"" + name + "\" refers to itself.",
                     "line " + std::to_string(found->second.line())};
    }
    TRY(feel::Type type, resolve(found->second, open));
    open.erase(name);
    if (language_ == feel::Language::full) {
        resolved_->emplace(name, type);
    }
    return type;
}

Result<feel::Type> DmnTypes::resolve(const base::XmlElement& definition, Looking& open) const {
    // Types that name each other twice double with every step.
    if (++open.parts > parts_max) {
        return Error{"policy.bad_dmn", "The type has more than 10,000 parts.",
                     "line " + std::to_string(definition.line())};
    }
    feel::Type type;
    const std::vector<base::XmlElement> components = definition.children("itemComponent");
    if (!components.empty()) {
        feel::Type::Members members;
        for (const base::XmlElement& each : components) {
            TRY(feel::Type member, resolve(each, open));
            members.emplace_back(each.attribute("name").value_or(""), std::move(member));
        }
        type = feel::context_of(std::move(members));
    } else if (const std::optional<base::XmlElement> function = definition.child("functionItem")) {
        type = function_type(*function, open);
    } else if (const std::optional<std::string> name = definition.text_at("typeRef")) {
        TRY(type, named(*name, open));
    }
    if (const std::optional<std::string> allowed = definition.text_at("allowedValues/text");
        allowed && type.kind != feel::Type::Kind::any) {
        if (type.kind == feel::Type::Kind::string) {
            TRY(type.codes, feel::listed_codes(*allowed));
        }
        if (type.codes == nullptr) {
            type.allowed = std::make_shared<const std::string>(*allowed);
        }
    }
    if (definition.attribute("isCollection").value_or("false") == "true") {
        type = feel::list_of(std::move(type));
    }
    if (const std::optional<std::string> constraint = definition.text_at("typeConstraint/text")) {
        type.constraint = std::make_shared<const std::string>(*constraint);
    }
    return type;
}

// The older "prefix:name" names a type of this file, "import.name" one of an imported file; what
// remains may be written out: "list<number>".
Result<feel::Type> DmnTypes::unknown(const std::string& name, Looking& open) const {
    if (language_ == feel::Language::profile) {
        return Error{"policy.bad_dmn", "There is no type called \"" + name + "\"."};
    }
    for (const auto& [alias, types] : imports_) {
        const std::string prefix = alias.empty() ? "" : alias + ".";
        if (name.starts_with(prefix) && types->definitions_.contains(name.substr(prefix.size()))) {
            Looking fresh;
            return types->named(name.substr(prefix.size()), fresh);
        }
    }
    const std::size_t colon = name.rfind(':');
    if (colon != std::string::npos && definitions_.contains(name.substr(colon + 1))) {
        return named(name.substr(colon + 1), open);
    }
    return feel::parse_type(name, nullptr).value_or(feel::Type{});
}

feel::Type DmnTypes::function_type(const base::XmlElement& item, Looking& open) const {
    const auto type_of = [&](const std::optional<std::string>& name) {
        return name ? named(*name, open).value_or(feel::Type{}) : feel::Type{};
    };
    feel::Signature signature;
    for (const base::XmlElement& each : item.children("parameters")) {
        signature.names.push_back(each.attribute("name").value_or(""));
        signature.types.push_back(type_of(each.attribute("typeRef")));
    }
    signature.result = type_of(item.attribute("outputTypeRef"));
    return feel::function_of(std::move(signature));
}

void DmnTypes::import(const std::string& name, const DmnTypes& types) {
    imports_.emplace_back(name, &types);
}

std::shared_ptr<const feel::NamedTypes> DmnTypes::all() const {
    auto made = std::make_shared<feel::NamedTypes>();
    tell("", *made);
    for (const auto& [name, types] : imports_) {
        types->tell(name.empty() ? "" : name + ".", *made);
    }
    return made;
}

void DmnTypes::tell(const std::string& prefix, feel::NamedTypes& names) const {
    for (const auto& [name, definition] : definitions_) {
        Looking open;
        names.names.add(prefix + name);
        names.types.emplace(prefix + name, named(name, open).value_or(feel::Type{}));
    }
}

}  // namespace policy
