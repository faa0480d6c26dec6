#include "json_schema.h"

#include <algorithm>
#include <regex>

namespace conformance {

namespace {

class Checker {
public:
    explicit Checker(const json::value& root) : root_(root) {}
    std::vector<std::string> faults;

    void check(const json::value& given, const json::value& value, const std::string& place) {
        const json::object* schema = &given.as_object();
        if (const json::value* reference = schema->if_contains("$ref")) {
            const std::string path(reference->as_string());
            const std::size_t name = path.rfind('/') + 1;
            schema = &root_.at("$defs").at(path.substr(name)).as_object();
        }
        for (const auto& member : *schema) {
            rule(member.key(), member.value(), *schema, value, place);
        }
    }

private:
    void rule(std::string_view name, const json::value& rule, const json::object& schema,
              const json::value& value, const std::string& place) {
        if (name == "type") {
            need(is_of_type(rule.as_string(), value), place, "is not of its type");
        } else if (name == "enum") {
            const json::array& all = rule.as_array();
            need(std::find(all.begin(), all.end(), value) != all.end(), place,
                 "is not one of the words");
        } else if (name == "pattern") {
            need(value.is_string() && std::regex_search(std::string(value.as_string()),
                                                        std::regex(std::string(rule.as_string()))),
                 place, "has another form");
        } else if (name == "maxLength") {
            need(value.is_string() && value.as_string().size() <= rule.to_number<std::size_t>(),
                 place, "is too long");
        } else if (name == "minimum") {
            need(value.is_number() && value.to_number<double>() >= rule.to_number<double>(), place,
                 "is too small");
        } else if (name == "required") {
            for (const json::value& each : rule.as_array()) {
                need(value.is_object() && value.as_object().contains(each.as_string()), place,
                     "lacks " + std::string(each.as_string()));
            }
        } else if (name == "items") {
            std::size_t at = 0;
            for (const json::value& each : value.as_array()) {
                check(rule, each, place + "/" + std::to_string(at++));
            }
        } else if (name == "properties") {
            properties(rule.as_object(), schema, value, place);
        } else if (name == "additionalProperties" && rule.is_object() && value.is_object()) {
            const json::value* known = schema.if_contains("properties");
            for (const auto& member : value.as_object()) {
                if (known == nullptr || !known->as_object().contains(member.key())) {
                    check(rule, member.value(), place + "/" + std::string(member.key()));
                }
            }
        } else if (name == "anyOf") {
            const json::array& all = rule.as_array();
            need(std::any_of(all.begin(), all.end(),
                             [&](const json::value& each) {
                                 Checker one(root_);
                                 one.check(each, value, place);
                                 return one.faults.empty();
                             }),
                 place, "fits none of the forms");
        }
    }

    void properties(const json::object& known, const json::object& schema, const json::value& value,
                    const std::string& place) {
        if (!value.is_object()) {
            return;
        }
        const json::value* others = schema.if_contains("additionalProperties");
        const bool is_closed = others != nullptr && others->is_bool() && !others->as_bool();
        for (const auto& member : value.as_object()) {
            const std::string name(member.key());
            if (known.contains(name)) {
                check(known.at(name), member.value(), place + "/" + name);
            } else {
                need(!is_closed, place, "has the unknown member " + name);
            }
        }
    }

    static bool is_of_type(std::string_view type, const json::value& value) {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "null" && value.is_null()) ||
               (type == "boolean" && value.is_bool()) ||
               (type == "integer" && (value.is_int64() || value.is_uint64()));
    }

    void need(bool is_so, const std::string& place, const std::string& otherwise) {
        if (!is_so) {
            faults.push_back(place + " " + otherwise);
        }
    }

    const json::value& root_;
};

}  // namespace

std::vector<std::string> schema_faults(const json::value& schema, const json::value& value) {
    Checker checker(schema);
    checker.check(schema, value, "");
    return std::move(checker.faults);
}

}  // namespace conformance
