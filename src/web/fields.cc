#include "web/fields.h"

namespace web {

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (const Field& field : list_) {
        if (field.name == name) {
            return field.value;
        }
    }
    return std::nullopt;
}

std::string_view Fields::get(std::string_view name) const {
    return find(name).value_or(std::string_view());
}

std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const Field& field : list_) {
        if (field.name == name) {
            values.push_back(field.value);
        }
    }
    return values;
}

}  // namespace web
