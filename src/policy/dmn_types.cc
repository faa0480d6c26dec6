#include "policy/dmn_types.h"

#include "feel/allowed.h"

namespace policy {

namespace {

constexpr std::size_t parts_max = 10'000;

}  // namespace

Result<DmnTypes> DmnTypes::read(const base::XmlElement& definitions) {
    DmnTypes types;
    for (const base::XmlElement& each : definitions.children("itemDefinition")) {
        const std::string name = each.attribute("name").value_or("");
        if (!types.definitions_.emplace(name, each).second) {
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
        return Error{"policy.bad_dmn", "There is no type called \"" + name + "\"."};
    }
    if (!open.insert(name).second) {
        return Error{"policy.bad_dmn", "The type \"" + name + "\" refers to itself.",
                     "line " + std::to_string(found->second.line())};
    }
    TRY(feel::Type type, resolve(found->second, open));
    open.erase(name);
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
        return feel::list_of(std::move(type));
    }
    return type;
}

}  // namespace policy
