#include "policy/table_view.h"

#include "policy/model.h"

namespace policy {

namespace {

std::string in_words(feel::HitPolicy policy, feel::Aggregation aggregation) {
    switch (aggregation) {
        case feel::Aggregation::sum:
            return "the outputs of all rules that hold, added up";
        case feel::Aggregation::minimum:
            return "the smallest output of the rules that hold";
        case feel::Aggregation::maximum:
            return "the largest output of the rules that hold";
        case feel::Aggregation::count:
            return "how many rules hold";
        case feel::Aggregation::none:
            break;
    }
    switch (policy) {
        case feel::HitPolicy::unique:
            return "the one rule that holds";
        case feel::HitPolicy::any:
            return "any rule that holds; all that hold agree";
        case feel::HitPolicy::first:
            return "the first rule that holds";
        case feel::HitPolicy::priority:
            return "the most important output of the rules that hold";
        case feel::HitPolicy::collect:
        case feel::HitPolicy::rule_order:
            return "the outputs of all rules that hold";
        case feel::HitPolicy::output_order:
            return "the outputs of all rules that hold, the most important first";
    }
    return "";
}

TableView view_of(const std::string& decision, const feel::TableText& table) {
    TableView view;
    view.decision = decision;
    view.name = table.name;
    view.hit_policy = in_words(table.policy, table.aggregation);
    for (const feel::TableInput& input : table.inputs) {
        view.inputs.push_back(input.label.empty() ? input.text : input.label);
    }
    for (const feel::TableOutput& output : table.outputs) {
        view.outputs.push_back(output.name.empty() ? table.name : output.name);
        if (!output.fallback.empty()) {
            view.defaults.push_back(output.fallback);
        }
    }
    for (const feel::TableRule& rule : table.rules) {
        view.rules.push_back(TableView::Rule{rule.inputs, rule.outputs, rule.annotation});
    }
    return view;
}

}  // namespace

std::vector<TableView> tables_of(const Package& package) {
    std::vector<TableView> views;
    for (const ModelDecision& decision : package.model()->decisions.decisions) {
        for (const auto& table : decision.tables) {
            views.push_back(view_of(decision.name, *table));
        }
    }
    return views;
}

}  // namespace policy
