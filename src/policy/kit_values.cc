#include "policy/kit_values.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "feel/builtins.h"

namespace policy {

namespace {

using base::XmlElement;
using Read = std::optional<feel::Value>;

constexpr std::array<std::string_view, 6> number_types = {"decimal", "double", "float",
                                                          "integer", "int",    "long"};
constexpr std::array<std::string_view, 3> duration_types = {"duration", "dayTimeDuration",
                                                            "yearMonthDuration"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What a function of FEEL makes of a text, so that kit and language read alike.
Read by_function(std::string_view function, std::string text) {
    const std::optional<std::size_t> index = feel::find_builtin(function);
    if (!index) {
        return std::nullopt;
    }
    const std::array<feel::Value, 1> arguments = {feel::Value(std::move(text))};
    return feel::builtins()[*index].run(arguments);
}

bool is_nil(const XmlElement& element) {
    const std::string nil = element.attribute("nil").value_or("false");
    return nil == "true" || nil == "1";
}

Read scalar(const XmlElement& element) {
    if (is_nil(element)) {
        return feel::Value();
    }
    std::string type = element.attribute("type").value_or("string");
    type.erase(0, type.find(':') + 1);
    if (type == "string") {
        return element.text();
    }
    std::string text(base::trim(element.text()));
    if (type == "boolean") {
        return feel::Value(text == "true" || text == "1");
    }
    if (holds(number_types, type)) {
        const std::optional<Decimal> number = Decimal::parse(text);
        return number ? Read(*number) : std::nullopt;
    }
    if (holds(duration_types, type)) {
        return by_function("duration", std::move(text));
    }
    if (type == "dateTime") {
        return by_function("date and time", std::move(text));
    }
    return type == "date" || type == "time" ? by_function(type, std::move(text)) : std::nullopt;
}

Read list(const XmlElement& element) {
    feel::List items;
    for (const XmlElement& item : element.children("item")) {
        Read value = kit_value(item);
        if (!value) {
            return std::nullopt;
        }
        items.push_back(std::move(*value));
    }
    return items;
}

Read components(const std::vector<XmlElement>& elements) {
    std::vector<std::pair<std::string, feel::Value>> members;
    for (const XmlElement& each : elements) {
        Read value = kit_value(each);
        if (!value) {
            return std::nullopt;
        }
        members.emplace_back(each.attribute("name").value_or(""), std::move(*value));
    }
    return feel::make_context(members);
}

bool same_members(const feel::Context& expected, const feel::Context& found) {
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const feel::Value* other = found.find((*expected.names)[i]);
        if (other == nullptr || !same_for_kit(expected.values[i], *other)) {
            return false;
        }
    }
    return expected.values.size() == found.values.size();
}

}  // namespace

Read kit_value(const XmlElement& element) {
    if (is_nil(element)) {
        return feel::Value();
    }
    if (const std::optional<XmlElement> value = element.child("value")) {
        return scalar(*value);
    }
    if (const std::optional<XmlElement> items = element.child("list")) {
        return is_nil(*items) ? Read(feel::Value()) : list(*items);
    }
    const std::vector<XmlElement> parts = element.children("component");
    return parts.empty() ? Read(feel::Value()) : components(parts);
}

bool same_for_kit(const feel::Value& expected, const feel::Value& found) {
    if (expected.number() != nullptr && found.number() != nullptr) {
        static const Decimal nearness = *Decimal::parse("0.00000001");
        return (*expected.number() - *found.number()).absolute() < nearness;
    }
    if (expected.list() != nullptr && found.list() != nullptr) {
        return std::equal(expected.list()->begin(), expected.list()->end(), found.list()->begin(),
                          found.list()->end(), same_for_kit);
    }
    if (expected.context() != nullptr && found.context() != nullptr) {
        return same_members(*expected.context(), *found.context());
    }
    return expected == found;
}

}  // namespace policy
