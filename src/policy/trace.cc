#include "policy/trace.h"

#include "base/json.h"
#include "policy/model.h"
#include "policy/money_text.h"

namespace policy {

const DecisionTrace* Trace::find(std::string_view decision) const {
    for (const DecisionTrace& each : decisions) {
        if (each.decision == decision) {
            return &each;
        }
    }
    return nullptr;
}

std::vector<std::string_view> Trace::reads(const DecisionTrace& decision) const {
    const DecisionModel& all = model->decisions;
    const ModelDecision& of = all.decisions[decision.position];
    std::vector<std::string_view> names;
    for (const std::uint32_t each : of.inputs) {
        names.push_back(all.inputs[each].name);
    }
    for (const std::uint32_t each : of.decisions) {
        names.push_back(all.decisions[each].name);
    }
    return names;
}

namespace {

json::string text(std::string_view view) {
    return json::string(view.data(), view.size());
}

json::object to_json(const Parameter& figure) {
    json::object made;
    made["id"] = figure.id;
    made["value"] =
        figure.unit.starts_with("GBP") ? money_text(figure.value) : figure.value.to_text();
    made["unit"] = figure.unit;
    made["from"] = figure.from.to_text();
    made["mark"] = text(to_text(figure.mark));
    made["source"] = figure.source;
    return made;
}

json::object to_json(const Trace& trace, const DecisionTrace& decision) {
    const ModelDecision& info = trace.model->decisions.decisions[decision.position];
    json::object made;
    made["decision"] = text(decision.decision);
    made["value"] = to_json(decision.value, decision.decision, info);
    json::array& reads = made["reads"].emplace_array();
    for (const std::string_view each : trace.reads(decision)) {
        reads.push_back(text(each));
    }
    json::array& rules = made["rules"].emplace_array();
    for (const RuleHit& each : decision.rules) {
        json::object rule;
        rule["table"] = text(each.table);
        if (each.number == 0) {
            rule["rule"] = "default";
        } else {
            rule["rule"] = each.number;
        }
        rule["reason"] = text(each.reason);
        rule["output"] = to_json(each.output, each.table, info);
        rules.push_back(std::move(rule));
    }
    json::array& steps = made["steps"].emplace_array();
    for (const Step& each : decision.steps) {
        json::object step;
        step["name"] = text(each.name);
        step["value"] = to_json(each.value, each.name, info);
        steps.push_back(std::move(step));
    }
    json::array& figures = made["parameters"].emplace_array();
    for (const Parameter* each : decision.parameters) {
        figures.push_back(to_json(*each));
    }
    return made;
}

}  // namespace

json::value to_json(const Trace& trace) {
    json::array made;
    for (const DecisionTrace& each : trace.decisions) {
        made.push_back(to_json(trace, each));
    }
    return made;
}

}  // namespace policy
