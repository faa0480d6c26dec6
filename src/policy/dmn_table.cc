#include "policy/dmn_table.h"

#include <string_view>
#include <utility>
#include <vector>

namespace policy {

namespace {

using base::XmlElement;

// The annotation that is called "reason", or the first.
std::size_t annotation_column(const XmlElement& table) {
    const std::vector<XmlElement> columns = table.children("annotation");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].attribute("name").value_or("") == "reason") {
            return i;
        }
    }
    return 0;
}

Outcome policies(const XmlElement& element, const std::string& place, feel::TableText& made) {
    using P = feel::HitPolicy;
    using A = feel::Aggregation;
    constexpr std::pair<std::string_view, P> hit_policies[] = {
        {"UNIQUE", P::unique},
        {"ANY", P::any},
        {"FIRST", P::first},
        {"PRIORITY", P::priority},
        {"COLLECT", P::collect},
        {"RULE ORDER", P::rule_order},
        {"OUTPUT ORDER", P::output_order},
    };
    constexpr std::pair<std::string_view, A> aggregations[] = {
        {"", A::none},       {"SUM", A::sum},     {"MIN", A::minimum},
        {"MAX", A::maximum}, {"COUNT", A::count},
    };
    const std::string policy = element.attribute("hitPolicy").value_or("UNIQUE");
    const std::string aggregation = element.attribute("aggregation").value_or("");
    bool known_policy = false;
    bool known_aggregation = false;
    for (const auto& [name, value] : hit_policies) {
        if (name == policy) {
            made.policy = value;
            known_policy = true;
        }
    }
    for (const auto& [name, value] : aggregations) {
        if (name == aggregation) {
            made.aggregation = value;
            known_aggregation = true;
        }
    }
    if (!known_policy || !known_aggregation) {
        return Error{"policy.bad_dmn",
                     "\"" + policy + " " + aggregation + "\" is no hit policy of DMN.", place};
    }
    return Done{};
}

}  // namespace

Result<feel::TableText> read_dmn_table(const XmlElement& element, const std::string& name,
                                       const std::string& file, const std::string& place,
                                       const TypeOf& type_of) {
    feel::TableText made;
    made.name = name;
    TRY_DONE(policies(element, place, made));
    for (const XmlElement& column : element.children("input")) {
        feel::TableInput input;
        input.label = column.attribute("label").value_or("");
        const std::optional<XmlElement> expression = column.child("inputExpression");
        if (!expression) {
            return Error{"policy.bad_dmn", "An input column has no expression.",
                         file + " line " + std::to_string(column.line())};
        }
        input.text = expression->text_at("text").value_or("");
        TRY(input.type, type_of(*expression));
        input.allowed = column.text_at("inputValues/text").value_or("");
        made.inputs.push_back(std::move(input));
    }
    for (const XmlElement& column : element.children("output")) {
        feel::TableOutput output;
        output.name = column.attribute("name").value_or("");
        TRY(output.type, type_of(column));
        output.allowed = column.text_at("outputValues/text").value_or("");
        output.fallback = column.text_at("defaultOutputEntry/text").value_or("");
        made.outputs.push_back(std::move(output));
    }
    const std::size_t annotation = annotation_column(element);
    for (const XmlElement& row : element.children("rule")) {
        feel::TableRule rule;
        for (const XmlElement& cell : row.children("inputEntry")) {
            rule.inputs.push_back(cell.text_at("text").value_or(""));
            if (rule.inputs.back().empty()) {
                rule.inputs.back() = "-";
            }
        }
        for (const XmlElement& cell : row.children("outputEntry")) {
            rule.outputs.push_back(cell.text_at("text").value_or(""));
        }
        const std::vector<XmlElement> notes = row.children("annotationEntry");
        if (annotation < notes.size()) {
            rule.annotation = notes[annotation].text_at("text").value_or("");
        }
        made.rules.push_back(std::move(rule));
    }
    return made;
}

}  // namespace policy
