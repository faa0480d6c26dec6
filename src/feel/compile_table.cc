// Decision tables: the expressions of their columns, the tests of their cells, their outputs.

#include <algorithm>

#include "feel/allowed.h"
#include "feel/compile.h"

namespace feel {

namespace {

std::string rule_place(const std::string& place, std::size_t rule, const std::string& column) {
    return place + ", rule " + std::to_string(rule + 1) + ", column " + column;
}

std::string column_name(const TableInput& input) {
    return input.label.empty() ? input.text : input.label;
}

std::string column_name(const TableOutput& output) {
    return output.name.empty() ? "output" : output.name;
}

Outcome check_shape(const TableText& text, const std::string& place) {
    const auto fault = [&place](std::string message) {
        return Error{"feel.bad_table", std::move(message), place};
    };
    if (text.outputs.empty()) {
        return fault("A decision table needs at least one output column.");
    }
    for (std::size_t i = 0; i < text.rules.size(); ++i) {
        const TableRule& rule = text.rules[i];
        if (rule.inputs.size() != text.inputs.size() ||
            rule.outputs.size() != text.outputs.size()) {
            return fault("Rule " + std::to_string(i + 1) + " has " +
                         std::to_string(rule.inputs.size()) + " input cells and " +
                         std::to_string(rule.outputs.size()) + " output cells; the table has " +
                         std::to_string(text.inputs.size()) + " and " +
                         std::to_string(text.outputs.size()) + " columns.");
        }
    }
    if (text.aggregation != Aggregation::none && text.policy != HitPolicy::collect) {
        return fault("Only a table of hit policy COLLECT can add up, count or choose.");
    }
    if (text.aggregation != Aggregation::none && text.outputs.size() > 1) {
        return fault("A table that adds up, counts or chooses can have one output column only.");
    }
    return Done{};
}

}  // namespace

// What is declared of the value itself counts before what the column says of it.
Result<NodeId> Compiler::input_domain(const TableInput& input, const Type& value,
                                      const std::string& column, const Scope& scope) {
    const Type& type = value.kind == Type::Kind::any && input.type ? *input.type : value;
    if (!strict() || type.codes != nullptr) {
        return no_node;
    }
    if (type.allowed != nullptr) {
        return tests(*type.allowed, column + ", allowed values", scope, type);
    }
    return input.allowed.empty() ? Result<NodeId>(no_node)
                                 : tests(input.allowed, column + ", allowed values", scope, type);
}

Outcome Compiler::table_inputs(const TableText& text, const std::string& place, const Scope& scope,
                               Table& table, std::vector<Type>& types) {
    for (const TableInput& input : text.inputs) {
        const std::string column = place + ", column " + column_name(input);
        TRY(Typed compiled, this->text(input.text, column, scope));
        if (strict() && input.type && !fits(compiled.type, *input.type)) {
            return Error{"feel.wrong_type",
                         "The column gives " + to_text(compiled.type) + ", but " +
                             to_text(*input.type) + " was declared.",
                         column};
        }
        Type type = compiled.type;
        if (input.type && input.type->kind != Type::Kind::any && type.codes == nullptr) {
            type = *input.type;
        }
        if (!input.allowed.empty()) {
            Result<std::shared_ptr<const std::vector<std::string>>> codes =
                listed_codes(input.allowed);
            if (!codes && strict()) {
                return base::at(column, codes.error());
            }
            if (codes && *codes != nullptr) {
                type.codes = *codes;
            }
        }
        TRY(const NodeId domain, input_domain(input, compiled.type, column, scope));
        table.inputs.push_back(compiled.node);
        table.input_names.push_back(column_name(input));
        table.input_types.push_back(compiled.type.codes == nullptr ? type : compiled.type);
        table.input_domains.push_back(domain);
        types.push_back(std::move(type));
    }
    return Done{};
}

Outcome Compiler::table_outputs(const TableText& text, const std::string& place, const Scope& scope,
                                Table& table, std::vector<Type>& types) {
    auto names = std::make_shared<Names>();
    const bool any_fallback =
        std::any_of(text.outputs.begin(), text.outputs.end(),
                    [](const TableOutput& output) { return !output.fallback.empty(); });
    for (const TableOutput& output : text.outputs) {
        const std::string column = place + ", column " + column_name(output);
        if (output.name.empty() && text.outputs.size() > 1) {
            return Error{"feel.bad_table", "Each of several output columns needs a name.", column};
        }
        Type type = output.type.value_or(Type{});
        std::vector<Value> priorities;
        if (!output.allowed.empty()) {
            Result<std::vector<Value>> listed = listed_values(output.allowed);
            if (!listed && strict()) {
                return base::at(column, listed.error());
            }
            priorities = listed.value_or({});
        }
        std::vector<std::string> codes;
        for (const Value& value : priorities) {
            if (value.string() != nullptr) {
                codes.push_back(*value.string());
            }
        }
        if (!codes.empty() && codes.size() == priorities.size() && type.codes == nullptr) {
            type.codes = std::make_shared<const std::vector<std::string>>(std::move(codes));
            type.kind = Type::Kind::string;
        }
        if (!output.fallback.empty()) {
            TRY(Typed fallback, this->text(output.fallback, column + ", default output", scope));
            if (strict() && !fits(fallback.type, type)) {
                return Error{"feel.wrong_type",
                             "The default output gives " + to_text(fallback.type) + ", but " +
                                 to_text(type) + " was declared.",
                             column};
            }
            table.defaults.push_back(fallback.node);
        }
        if (priorities.empty() && !strict() && type.codes != nullptr) {
            priorities.assign(type.codes->begin(), type.codes->end());
        }
        if (output.fallback.empty() && !strict() && any_fallback) {
            table.defaults.push_back(constant(Value()));
        }
        names->push_back(output.name);
        table.priorities.push_back(std::move(priorities));
        types.push_back(std::move(type));
    }
    if (!table.defaults.empty() && table.defaults.size() != text.outputs.size()) {
        return Error{"feel.bad_table",
                     "Either every output column has a default output or none has.", place};
    }
    table.width = text.outputs.size();
    if (table.width > 1) {
        table.output_names = std::move(names);
    }
    const bool ordered =
        text.policy == HitPolicy::priority || text.policy == HitPolicy::output_order;
    if (strict() && ordered && table.priorities.front().empty()) {
        return Error{"feel.bad_table",
                     "A table that chooses by priority must list its output values, the most "
                     "important first.",
                     place};
    }
    return Done{};
}

// Compiles an output cell; the column takes its type when none was declared.
Result<NodeId> Compiler::output_cell(const std::string& text, const std::string& place,
                                     const Scope& scope, Type& column) {
    TRY(Typed cell, this->text(text, place, scope));
    const std::optional<Type> type = common(column, cell.type);
    if (strict() && (!type || !fits(cell.type, column))) {
        return Error{
            "feel.wrong_type",
            "This cell gives " + to_text(cell.type) + "; the column gives " + to_text(column) + ".",
            place};
    }
    const Node& node = program_.nodes[cell.node];
    if (strict() && column.codes != nullptr && node.op == Op::constant &&
        !conforms(program_.constants[node.a], column)) {
        return Error{"feel.not_allowed",
                     "The output " + text + " is not one of the values allowed in this column.",
                     place};
    }
    if (column.kind == Type::Kind::any || column.kind == Type::Kind::null) {
        column = type.value_or(Type{});
    }
    return cell.node;
}

Outcome Compiler::table_rules(const TableText& text, const std::string& place, const Scope& scope,
                              const std::vector<Type>& input_types, Table& table,
                              std::vector<Type>& output_types) {
    std::vector<Error> refused;
    const auto keep = [&refused](const Result<NodeId>& cell, std::vector<NodeId>& cells) {
        if (!cell) {
            refused.push_back(cell.error());
        }
        cells.push_back(cell.value_or(no_node));
    };
    for (std::size_t r = 0; r < text.rules.size(); ++r) {
        const TableRule& rule = text.rules[r];
        for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
            keep(tests(rule.inputs[i], rule_place(place, r, column_name(text.inputs[i])), scope,
                       input_types[i]),
                 table.cells);
        }
        for (std::size_t o = 0; o < rule.outputs.size(); ++o) {
            keep(output_cell(rule.outputs[o], rule_place(place, r, column_name(text.outputs[o])),
                             scope, output_types[o]),
                 table.outputs);
        }
        table.annotations.push_back(rule.annotation);
    }
    if (refused.empty()) {
        return Done{};
    }
    if (cell_faults_ == nullptr) {
        return refused.front();
    }
    cell_faults_->insert(cell_faults_->end(), refused.begin(), refused.end());
    return Error{};
}

Result<Type> Compiler::table_type(const TableText& text, const Table& table,
                                  const std::vector<Type>& outputs) const {
    Type row = outputs.front();
    if (table.width > 1) {
        Type::Members members;
        for (std::size_t o = 0; o < outputs.size(); ++o) {
            members.emplace_back(text.outputs[o].name, outputs[o]);
        }
        row = context_of(std::move(members));
    }
    switch (text.policy) {
        case HitPolicy::unique:
        case HitPolicy::any:
        case HitPolicy::first:
        case HitPolicy::priority:
            return row;
        case HitPolicy::rule_order:
        case HitPolicy::output_order:
            return list_of(row);
        case HitPolicy::collect:
            break;
    }
    switch (text.aggregation) {
        case Aggregation::none:
            return list_of(row);
        case Aggregation::count:
            return Type{Type::Kind::number};
        case Aggregation::sum:
        case Aggregation::minimum:
        case Aggregation::maximum:
            break;
    }
    if (strict() && row.kind != Type::Kind::number && text.aggregation == Aggregation::sum) {
        return Error{"feel.wrong_type",
                     "Only numbers can be added up; this table gives " + to_text(row) + "."};
    }
    return row;
}

Result<Typed> Compiler::boxed_table(const Boxed& boxed, const Scope& scope) {
    const TableText& text = *boxed.table;
    const std::string place = boxed.place + ", table " + text.name;
    TRY_DONE(check_shape(text, place));
    Table table;
    table.name = text.name;
    table.policy = text.policy;
    table.aggregation = text.aggregation;
    table.rules = text.rules.size();
    std::vector<Type> input_types;
    std::vector<Type> output_types;
    TRY_DONE(table_inputs(text, place, scope, table, input_types));
    TRY_DONE(table_outputs(text, place, scope, table, output_types));
    TRY_DONE(table_rules(text, place, scope, input_types, table, output_types));
    Result<Type> type = table_type(text, table, output_types);
    if (!type) {
        return base::at(place, type.error());
    }
    table.source = add_source(place, "decision table " + text.name);
    source_ = table.source;
    program_.tables.push_back(std::move(table));
    const NodeId node =
        add({.op = Op::table, .a = static_cast<std::uint32_t>(program_.tables.size() - 1)});
    return Typed{node, std::move(*type)};
}

}  // namespace feel
