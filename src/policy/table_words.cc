#include "policy/table_words.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "policy/condition.h"
#include "policy/days_of_change.h"
#include "policy/explain.h"
#include "policy/model.h"

namespace policy {

namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;
using feel::Operator;

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_of_name(char c) {
    return is_letter(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
}

class Words {
public:
    Words(const Package& package, Date on)
        : package_(package), model_(*package.model()), program_(model_.decisions.program), on_(on) {
        for (const ModelDecision& decision : model_.decisions.decisions) {
            for (const auto& [step, label] : decision.step_labels) {
                step_labels_.emplace(step, label);
            }
        }
    }

    TableInWords of(const feel::Table& table) const {
        TableInWords words;
        words.title = title_of(table.name);
        if (const DecisionInfo* decision = package_.decision(table.name)) {
            words.source = decision->source;
        }
        words.counts = counts(table);
        std::vector<Tested> columns;
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            columns.push_back(tested_by(model_, table.inputs[i]));
            words.inputs.push_back(heading_of(table, i, columns.back()));
        }
        for (std::size_t i = 0; i < table.width; ++i) {
            words.outputs.push_back(output_heading(table, i));
        }
        for (std::size_t rule = 0; rule < table.rules; ++rule) {
            TableInWords::Rule made;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                made.inputs.push_back(cell(table.cells[rule * columns.size() + i], columns[i]));
            }
            made.outputs = outputs(table, table.outputs.data() + rule * table.width);
            made.reason = table.annotations[rule];
            words.rules.push_back(std::move(made));
        }
        if (!table.defaults.empty()) {
            words.otherwise = outputs(table, table.defaults.data());
        }
        return words;
    }

private:
    std::string title_of(const std::string& name) const {
        if (const DecisionInfo* decision = package_.decision(name)) {
            return decision->title;
        }
        const auto step = step_labels_.find(name);
        return step == step_labels_.end() || step->second.empty() ? name_in_words(name)
                                                                  : step->second;
    }

    static std::string counts(const feel::Table& table) {
        switch (table.aggregation) {
            case feel::Aggregation::sum:
                return "All rules that hold are added up.";
            case feel::Aggregation::minimum:
                return "The smallest of the rules that hold counts.";
            case feel::Aggregation::maximum:
                return "The largest of the rules that hold counts.";
            case feel::Aggregation::count:
                return "The rules that hold are counted.";
            case feel::Aggregation::none:
                break;
        }
        switch (table.policy) {
            case feel::HitPolicy::unique:
                return "Just one rule holds.";
            case feel::HitPolicy::any:
                return "Rules that hold together say the same.";
            case feel::HitPolicy::first:
                return "The first rule that holds counts.";
            case feel::HitPolicy::priority:
                return "Of the rules that hold the most important counts.";
            case feel::HitPolicy::collect:
            case feel::HitPolicy::rule_order:
            case feel::HitPolicy::output_order:
                break;
        }
        return "All rules that hold count.";
    }

    std::string heading_of(const feel::Table& table, std::size_t column,
                           const Tested& tested) const {
        if (tested.question != nullptr) {
            return tested.question->text;
        }
        if (tested.decision >= 0) {
            const DecisionInfo& decision = model_.infos[static_cast<std::size_t>(tested.decision)];
            return tested.is_eligible ? decision.title + ": can be had" : decision.title;
        }
        return in_titles(table.input_names[column]);
    }

    std::string output_heading(const feel::Table& table, std::size_t output) const {
        if (table.output_names == nullptr || table.width == 1) {
            return title_of(table.name);
        }
        const std::string name = name_in_words((*table.output_names)[output]);
        return name.empty() ? name
                            : static_cast<char>(std::toupper(static_cast<unsigned char>(name[0]))) +
                                  name.substr(1);
    }

    std::vector<std::string> outputs(const feel::Table& table, const NodeId* cells) const {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < table.width; ++i) {
            Tested given;
            given.is_money = is_money(table, i);
            words.push_back(value_words(cells[i], given));
        }
        return words;
    }

    bool is_money(const feel::Table& table, std::size_t output) const {
        const int at = model_.decisions.find_decision(table.name);
        const std::string& name = table.width > 1 ? (*table.output_names)[output] : table.name;
        return at >= 0 && model_.decisions.decisions[static_cast<std::size_t>(at)].is_money(name);
    }

    // A constant, a figure, or what is worked out.
    std::string value_words(NodeId id, const Tested& tested) const {
        const Node& node = program_.nodes[id];
        if (node.op == Op::constant) {
            const feel::Value& value = program_.constants[node.a];
            // A text in an output is written for people already, but for codes.
            return value.string() != nullptr && tested.question == nullptr
                       ? name_in_words(*value.string())
                       : words_of(tested, value);
        }
        if (node.op == Op::parameter) {
            return figure_words(node.b);
        }
        return in_titles(program_.sources[node.source].text);
    }

    std::string figure_words(std::size_t parameter) const {
        const Parameter* figure = figure_on(model_, parameter, on_);
        const std::string& id = program_.parameters[parameter];
        return figure == nullptr ? name_in_words(id)
                                 : in_words(*figure) + " (" + figure->label + ")";
    }

    std::string cell(NodeId id, const Tested& tested) const {
        if (id == feel::no_node) {
            return std::string(anything);
        }
        const Node& node = program_.nodes[id];
        switch (node.op) {
            case Op::test_compare:
                return compared(node.by, value_words(node.a, tested));
            case Op::test_value:
                return value_words(node.a, tested);
            case Op::test_range: {
                const std::string low = value_words(node.a, tested);
                const std::string high = value_words(node.b, tested);
                if (!node.low_open && !node.high_open) {
                    return low + " to " + high;
                }
                return compared(node.low_open ? Operator::greater : Operator::greater_equal, low) +
                       ", " +
                       compared(node.high_open ? Operator::less : Operator::less_equal, high);
            }
            case Op::test_one:
                return listed(node, tested, " or ");
            case Op::test_none:
                return "not " + listed(node, tested, " and not ");
            default:
                return in_titles(program_.sources[node.source].text);
        }
    }

    std::string listed(const Node& node, const Tested& tested, const std::string& between) const {
        std::vector<std::string> each;
        for (std::uint32_t i = 0; i < node.b; ++i) {
            each.push_back(cell(program_.links[node.a + i], tested));
        }
        return base::join_text(each, between);
    }

    static std::string compared(Operator by, const std::string& bound) {
        switch (by) {
            case Operator::less:
                return "less than " + bound;
            case Operator::less_equal:
                return bound + " or less";
            case Operator::greater:
                return "more than " + bound;
            case Operator::greater_equal:
                return bound + " or more";
            case Operator::not_equal:
                return "not " + bound;
            default:
                return bound;
        }
    }

    // Puts titles in the place of the names in what is written.
    std::string in_titles(std::string_view text) const {
        std::string words;
        for (std::size_t i = 0; i < text.size();) {
            if (text[i] == '"') {  // a text stays, but for the marks around it
                const std::size_t end = std::min(text.find('"', i + 1), text.size());
                words += "“" + name_in_words(std::string(text.substr(i + 1, end - i - 1))) + "”";
                i = std::min(end + 1, text.size());
                continue;
            }
            if (!is_letter(text[i])) {
                words += text[i++];
                continue;
            }
            std::size_t end = i;
            while (end < text.size() && is_of_name(text[end])) {
                ++end;
            }
            words += named(std::string(text.substr(i, end - i)));
            i = end;
        }
        return words;
    }

    std::string named(const std::string& name) const {
        const std::size_t point = name.find('.');
        const std::string first = name.substr(0, point);
        if (first == "Rates" && point != std::string::npos) {
            const auto known = std::find(program_.parameters.begin(), program_.parameters.end(),
                                         name.substr(point + 1));
            return known == program_.parameters.end()
                       ? name_in_words(name.substr(point + 1))
                       : "[" +
                             figure_words(
                                 static_cast<std::size_t>(known - program_.parameters.begin())) +
                             "]";
        }
        const std::string rest =
            point == std::string::npos ? "" : ": " + name_in_words(name.substr(point + 1));
        if (const Question* question = package_.question(first)) {
            return "[" + question->text + rest + "]";
        }
        if (const DecisionInfo* decision = package_.decision(first)) {
            return "[" + decision->title + rest + "]";
        }
        const auto step = step_labels_.find(first);
        if (step != step_labels_.end() && !step->second.empty()) {
            return "[" + step->second + rest + "]";
        }
        return name_in_words(name);
    }

    const Package& package_;
    const Model& model_;
    const feel::Program& program_;
    Date on_;
    std::map<std::string, std::string, std::less<>> step_labels_;
};

}  // namespace

std::vector<TableInWords> tables_in_words(const Package& package, Date on) {
    const Words words(package, on);
    std::vector<TableInWords> tables;
    for (const feel::Table& table : package.model()->decisions.program.tables) {
        tables.push_back(words.of(table));
    }
    return tables;
}

}  // namespace policy
