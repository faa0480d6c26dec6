#include "policy/condition.h"

#include <algorithm>

#include "feel/operate.h"
#include "policy/explain.h"

namespace policy {

namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;
using feel::Operator;

class Reader {
public:
    Reader(const Model& model, feel::Run& run, Date on, const Tested& tested)
        : model_(model), run_(run), on_(on), tested_(tested) {}

    std::optional<Condition> of(NodeId cell, const feel::Value& value, bool met) {
        const Node& node = model_.decisions.program.nodes[cell];
        if (node.op == Op::test_compare) {
            return bound(met ? node.by : feel::opposite(node.by), node.a);
        }
        if (node.op == Op::test_range) {
            return range(node, value, met);
        }
        if (node.op == Op::test_value || node.op == Op::test_one || node.op == Op::test_none) {
            return one_of(cell, met);
        }
        return std::nullopt;  // a test that no few words can say
    }

private:
    std::optional<Condition> bound(Operator op, NodeId node) {
        const feel::Value at = run_.evaluate(node);
        if (at.is_null()) {
            return std::nullopt;
        }
        const Parameter* figure = figure_of(node);
        const std::string text =
            figure != nullptr && tested_.is_money ? in_words(*figure) : words_of(tested_, at);
        constexpr std::pair<Operator, std::pair<std::string_view, std::string_view>> words[] = {
            {Operator::less, {"less than ", ""}},
            {Operator::less_equal, {"", " or less"}},
            {Operator::greater, {"more than ", ""}},
            {Operator::greater_equal, {"", " or more"}},
            {Operator::equal, {"", ""}},
        };
        for (const auto& [which, around] : words) {
            if (which == op) {
                return Condition{std::string(around.first) + text + std::string(around.second),
                                 figure};
            }
        }
        return std::nullopt;
    }

    // A range is left at the end that is nearer in meaning: below it the low end, above the high.
    std::optional<Condition> range(const Node& node, const feel::Value& value, bool met) {
        const feel::Value low = run_.evaluate(node.a);
        if (value.number() == nullptr || low.number() == nullptr || !met) {
            return std::nullopt;
        }
        const bool below =
            node.low_open ? *value.number() <= *low.number() : *value.number() < *low.number();
        return below ? bound(node.low_open ? Operator::greater : Operator::greater_equal, node.a)
                     : bound(node.high_open ? Operator::less : Operator::less_equal, node.b);
    }

    const Parameter* figure_of(NodeId node) const {
        const Node& read = model_.decisions.program.nodes[node];
        if (read.op != Op::parameter) {
            return nullptr;
        }
        const auto& [first, past] = model_.parameter_rows[read.b];
        for (std::size_t row = first; row < past; ++row) {
            if (model_.parameters[row].in_force(on_)) {
                return &model_.parameters[row];
            }
        }
        return nullptr;
    }

    // The codes, or yes and no, with which a cell is met; the others where it must not be.
    std::optional<Condition> one_of(NodeId cell, bool met) {
        if (tested_.question != nullptr && tested_.question->kind == Question::Kind::choice) {
            std::vector<std::string> options;
            for (const AnswerOption& option : tested_.question->options) {
                if ((run_.meets(cell, feel::Value(option.code)) == feel::Truth::yes) == met) {
                    options.push_back("“" + option.text + "”");
                }
            }
            if (options.empty()) {
                return std::nullopt;
            }
            return Condition{options.size() == 1   ? options[0]
                             : options.size() == 2 ? options[0] + " or " + options[1]
                                                   : "another answer"};
        }
        for (const bool each : {true, false}) {
            const bool is_met = run_.meets(cell, feel::Value(each)) == feel::Truth::yes;
            const bool other_met = run_.meets(cell, feel::Value(!each)) == feel::Truth::yes;
            if (is_met != other_met && is_met == met) {
                return Condition{each ? "yes" : "no"};
            }
        }
        return std::nullopt;
    }

    const Model& model_;
    feel::Run& run_;
    Date on_;
    const Tested& tested_;
};

}  // namespace

Tested tested_by(const Model& model, NodeId column) {
    const DecisionModel& decisions = model.decisions;
    const Node* node = &decisions.program.nodes[column];
    std::string member;
    if (node->op == Op::member) {
        member = decisions.program.names[node->b];
        node = &decisions.program.nodes[node->a];
    }
    Tested tested;
    if (node->op != Op::slot) {
        return tested;
    }
    for (std::size_t i = 0; i < decisions.inputs.size(); ++i) {
        if (decisions.inputs[i].slot == node->a && model.input_questions[i] >= 0) {
            tested.question = &model.questions[static_cast<std::size_t>(model.input_questions[i])];
            tested.is_money = tested.question->kind == Question::Kind::money;
        }
    }
    for (std::size_t d = 0; d < decisions.decisions.size(); ++d) {
        const ModelDecision& each = decisions.decisions[d];
        if (each.slot == node->a) {
            tested.decision = static_cast<int>(d);
            tested.is_eligible = member == "eligible";
            tested.is_money = each.is_money(member.empty() ? each.name : member);
        }
    }
    return tested;
}

std::string words_of(const Tested& tested, const feel::Value& value) {
    if (tested.question != nullptr && value.string() != nullptr) {
        const AnswerOption* option = tested.question->option(*value.string());
        return option == nullptr ? std::string("another answer") : "“" + option->text + "”";
    }
    return for_people(value, tested.is_money);
}

std::optional<Condition> condition_of(const Model& model, feel::Run& run, Date on,
                                      const Tested& tested, NodeId cell, const feel::Value& value,
                                      bool met) {
    return Reader(model, run, on, tested).of(cell, value, met);
}

}  // namespace policy
