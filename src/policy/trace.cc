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

json::object to_json(const DecisionTrace& decision, const ModelDecision& info) {
    json::object made;
    made["decision"] = text(decision.decision);
    made["value"] = to_json(decision.value, decision.decision, info);
    json::array& reads = made["reads"].emplace_array();
    for (const std::string_view each : decision.reads) {
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
        const int at = trace.model->decisions.find_decision(each.decision);
        made.push_back(
            to_json(each, trace.model->decisions.decisions[static_cast<std::size_t>(at)]));
    }
    return made;
}

}  // namespace policy
