#include "policy/coverage.h"

#include <map>
#include <set>

#include "base/sabotage.h"
#include "policy/cases.h"
#include "policy/model.h"

namespace policy {

namespace {

using Reached = std::set<std::pair<std::size_t, std::size_t>>;  // table, rule counting from 1

Reached reached_by(const Package& package, const GoldenCase& golden) {
    Reached reached;
    const Result<Facts> facts = facts_of(package, golden);
    if (!facts) {
        return reached;
    }
    const Result<Evaluation> evaluation =
        evaluate(package, *facts, golden.on, expected_decisions(golden), true);
    if (!evaluation) {
        return reached;
    }
    for (const DecisionTrace& decision : evaluation->trace.decisions) {
        for (const RuleHit& hit : decision.rules) {
            reached.emplace(hit.table_position, hit.number);
        }
    }
    return reached;
}

// The cells of a rule as they were written: "| \"some\" | < 10 |".
std::string cells_of(const feel::Program& program, const feel::Table& table, std::size_t rule) {
    std::string cells = "|";
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        const feel::NodeId cell = table.cells[rule * table.inputs.size() + i];
        cells += " " +
                 (cell == feel::no_node ? "-" : program.sources[program.nodes[cell].source].text) +
                 " |";
    }
    return cells;
}

bool is_remembered(const Model& model, std::uint32_t figure) {
    const auto& [first, past] = model.parameter_rows[figure];
    for (std::size_t i = first; i < past; ++i) {
        if (model.parameters[i].mark != Mark::remembered) {
            return false;  // a case of another day may rest on it
        }
    }
    return true;
}

// Whether the decision a table belongs to rests on a figure that is only remembered.
bool rests_on_memory(const Model& model, const feel::Table& table) {
    const DecisionModel& decisions = model.decisions;
    const std::string& place = decisions.program.sources[table.source].place;
    for (std::size_t i = 0; i < decisions.decisions.size(); ++i) {
        if (!place.starts_with(decisions.decisions[i].place + ",")) {
            continue;
        }
        std::vector<bool> needed(decisions.decisions.size());
        decisions.mark_needed(i, needed);
        for (std::size_t d = 0; d < needed.size(); ++d) {
            for (const std::uint32_t figure : decisions.decisions[d].parameters) {
                if (needed[d] && is_remembered(model, figure)) {
                    return true;
                }
            }
        }
    }
    return false;
}

}  // namespace

std::vector<TableCoverage> coverage_of(const Package& package) {
    const feel::Program& program = package.model()->decisions.program;
    std::vector<TableCoverage> coverage;
    for (const feel::Table& table : program.tables) {
        coverage.push_back({std::vector<std::size_t>(table.rules), 0, !table.defaults.empty(),
                            rests_on_memory(*package.model(), table)});
    }
    for (const GoldenCase& golden : package.cases()) {
        for (const auto& [table, rule] : reached_by(package, golden)) {
            ++(rule == 0 ? coverage[table].default_cases : coverage[table].cases[rule - 1]);
        }
    }
    return coverage;
}

void check_coverage(const Package& package, const std::vector<TableCoverage>& coverage,
                    Faults& faults) {
    const feel::Program& program = package.model()->decisions.program;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const feel::Table& table = program.tables[i];
        const std::string& place = program.sources[table.source].place;
        if (coverage[i].is_remembered) {
            continue;
        }
        for (std::size_t rule = 0; rule < table.rules; ++rule) {
            if (coverage[i].cases[rule] == 0 && SABOTAGED(21, rule + 1 < table.rules, true)) {
                faults.add(Error{
                    "policy.rule_not_reached",
                    "No case of cases.csv reaches this rule: " + cells_of(program, table, rule) +
                        " Add a case, with the sums worked by hand.",
                    place + ", rule " + std::to_string(rule + 1)});
            }
        }
        if (coverage[i].has_default && coverage[i].default_cases == 0) {
            faults.add(Error{"policy.rule_not_reached",
                             "No case of cases.csv takes the default output of this table. Add a "
                             "case, with the sums worked by hand.",
                             place + ", default output"});
        }
    }
}

}  // namespace policy
