#include "policy/thresholds.h"

#include <algorithm>

#include "policy/model.h"

namespace policy {

namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;

class Bounds {
public:
    Bounds(const Model& model, Date on) : model_(model), on_(on) {}

    // Takes the bounds of one cell, a constant or a dated figure.
    void of_cell(NodeId cell) {
        if (cell == feel::no_node) {
            return;
        }
        const Node& node = program().nodes[cell];
        if (node.op == Op::test_compare || node.op == Op::test_value) {
            of_bound(node.a);
        } else if (node.op == Op::test_range) {
            of_bound(node.a);
            of_bound(node.b);
        } else if (node.op == Op::test_one || node.op == Op::test_none) {
            for (std::uint32_t i = 0; i < node.b; ++i) {
                of_cell(program().links[node.a + i]);
            }
        }
    }

    // Takes the value of a dated figure when it is of the kind the question asks for.
    void of_figure(std::uint32_t position, bool money) {
        const auto& [first, past] = model_.parameter_rows[position];
        for (std::size_t row = first; row < past; ++row) {
            const Parameter& figure = model_.parameters[row];
            if (figure.in_force(on_) && figure.unit.starts_with("GBP") == money &&
                figure.unit != "percent") {
                found_.push_back(figure.value);
            }
        }
    }

    std::vector<Decimal> rising() {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

private:
    const feel::Program& program() const { return model_.decisions.program; }

    void of_bound(NodeId bound) {
        const Node& node = program().nodes[bound];
        if (node.op == Op::constant && program().constants[node.a].number() != nullptr) {
            found_.push_back(*program().constants[node.a].number());
        } else if (node.op == Op::parameter) {
            const auto& [first, past] = model_.parameter_rows[node.b];
            for (std::size_t row = first; row < past; ++row) {
                if (model_.parameters[row].in_force(on_)) {
                    found_.push_back(model_.parameters[row].value);
                }
            }
        }
    }

    const Model& model_;
    Date on_;
    std::vector<Decimal> found_;
};

}  // namespace

std::vector<Decimal> thresholds(const Package& package, std::string_view decision,
                                const Question& question, Date on) {
    const Model& model = *package.model();
    const int position = model.decisions.find_decision(decision);
    const int input = model.decisions.find_input(question.id);
    const bool money = question.kind == Question::Kind::money;
    if (position < 0 || input < 0 || (!money && question.kind != Question::Kind::number)) {
        return {};
    }
    std::vector<bool> needed(model.decisions.decisions.size());
    model.decisions.mark_needed(static_cast<std::size_t>(position), needed);
    Bounds bounds(model, on);
    const std::uint32_t slot = model.decisions.inputs[static_cast<std::size_t>(input)].slot;
    const feel::Program& program = model.decisions.program;
    for (const feel::Table& table : program.tables) {
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            const Node& read = program.nodes[table.inputs[i]];
            if (read.op == Op::slot && read.a == slot) {
                for (std::size_t rule = 0; rule < table.rules; ++rule) {
                    bounds.of_cell(table.cells[rule * table.inputs.size() + i]);
                }
            }
        }
    }
    for (std::size_t d = 0; d < needed.size(); ++d) {
        const ModelDecision& each = model.decisions.decisions[d];
        if (needed[d] && std::ranges::find(each.inputs, static_cast<std::uint32_t>(input)) !=
                             each.inputs.end()) {
            for (const std::uint32_t figure : each.parameters) {
                bounds.of_figure(figure, money);
            }
        }
    }
    return bounds.rising();
}

}  // namespace policy
