// Cuts what a table can be given into pieces, and says on which of them each cell holds.

#include "feel/table_space.h"

#include <algorithm>

#include "base/sabotage.h"
#include "feel/duration.h"

namespace feel {

namespace {

using K = Type::Kind;

bool is_ordered(K kind) {
    return kind == K::number || kind == K::date || kind == K::days_duration ||
           kind == K::months_duration;
}

K kind_of(const Value& value) {
    switch (value.kind()) {
        case Kind::null:
            return K::null;
        case Kind::boolean:
            return K::boolean;
        case Kind::number:
            return K::number;
        case Kind::string:
            return K::string;
        case Kind::date:
            return K::date;
        case Kind::days_duration:
            return K::days_duration;
        case Kind::months_duration:
            return K::months_duration;
        case Kind::time:
        case Kind::date_time:
        case Kind::list:
        case Kind::context:
        case Kind::range:
        case Kind::function:
            return K::any;
    }
    return K::any;
}

bool comes_before(const Value& a, const Value& b) {
    const auto found = order(a, b);
    return found && *found < 0;
}

// Gives some value of an ordered kind.
Value any_value(K kind) {
    return kind == K::number          ? Value(0)
           : kind == K::date          ? Value(Date())
           : kind == K::days_duration ? Value(DaysDuration{})
                                      : Value(MonthsDuration{});
}

// Gives a value beyond the last (or before the first) end point; null when there is none.
Value beyond(const Value& end, int direction) {
    Value value;
    if (end.number() != nullptr) {
        value = *end.number() + Decimal(direction);
        const bool is_beyond = direction > 0 ? comes_before(end, value) : comes_before(value, end);
        if (!is_beyond) {  // a number of more than 34 digits: go far
            value = end.number()->is_negative() == (direction < 0) ? *end.number() + *end.number()
                                                                   : Decimal(0);
        }
    } else if (end.date() != nullptr) {
        value = end.date()->plus_days(direction);
    } else if (end.days_duration() != nullptr) {
        value = DaysDuration{end.days_duration()->seconds + direction, 0};
    } else if (end.months_duration() != nullptr) {
        value = MonthsDuration{end.months_duration()->months + direction};
    }
    return value;
}

// Gives a value between two; null when there is none (two days that follow each other).
Value between(const Value& low, const Value& high) {
    Value value;
    if (low.number() != nullptr) {
        const std::optional<Decimal> middle =
            Decimal::divide(*low.number() + *high.number(), Decimal(2));
        value = middle ? Value(*middle) : Value();
    } else {
        value = beyond(low, 1);
        if (const DaysDuration* length = low.days_duration();
            length != nullptr && !comes_before(value, high)) {
            value = add(*length, DaysDuration{0, 1}).value_or(*length);
        }
    }
    return comes_before(low, value) && comes_before(value, high) ? value : Value();
}

void gather_figures(const Program& program, NodeId id, std::set<std::uint32_t>& figures) {
    if (id == no_node) {
        return;
    }
    const Node& node = program.nodes[id];
    const auto walk = [&](NodeId each) { gather_figures(program, each, figures); };
    const auto walk_links = [&](std::uint32_t first, std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i) {
            walk(program.links[first + i]);
        }
    };
    switch (node.op) {
        case Op::parameter:
            figures.insert(node.b);
            return;
        case Op::constant:
        case Op::slot:
        // Of full FEEL alone, which no table looked at here is written in.
        case Op::range_of:
        case Op::span:
        case Op::item_name:
        case Op::closure:
        case Op::invoke:
        case Op::checked_if:
        case Op::instance_of:
        case Op::coerce:
            return;
        case Op::member:
        case Op::negate:
        case Op::test_compare:
        case Op::test_value:
        case Op::test_truth:
            walk(node.a);
            return;
        case Op::binary:
        case Op::in:
        case Op::range:
        case Op::test_range:
        case Op::filter:
            walk(node.a);
            walk(node.b);
            return;
        case Op::between:
        case Op::conditional:
            walk(node.a);
            walk(node.b);
            walk(node.c);
            return;
        case Op::list:
        case Op::test_none:
        case Op::test_one:
            walk_links(node.a, node.b);
            return;
        case Op::builtin:
            walk_links(node.b, node.c);
            return;
        case Op::for_each:
        case Op::some:
        case Op::every:
        case Op::steps:
        case Op::call:
        case Op::table:
            return;  // never fixed, so that their figures do not matter
    }
}

}  // namespace

std::set<std::uint32_t> figures_of(const Program& program, const Table& table) {
    std::set<std::uint32_t> figures;
    for (const NodeId cell : table.cells) {
        gather_figures(program, cell, figures);
    }
    for (const NodeId domain : table.input_domains) {
        gather_figures(program, domain, figures);
    }
    return figures;
}

TableSpace::TableSpace(const Program& program, const Table& table, const Run& figures,
                       const std::set<std::uint32_t>& optional)
    : program_(program), table_(table), figures_(figures), optional_(optional), run_(figures) {
    find_axes();
    hold_cells();
}

bool TableSpace::are_fixed(std::uint32_t first, std::uint32_t count,
                           const std::set<std::uint32_t>& bound) const {
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!is_fixed(program_.links[first + i], bound)) {
            return false;
        }
    }
    return true;
}

// Whether a node has one value whoever the person is; `bound` are slots that are given.
bool TableSpace::is_fixed(NodeId id, std::set<std::uint32_t> bound) const {
    const Node& node = program_.nodes[id];
    switch (node.op) {
        case Op::constant:
            return true;
        case Op::parameter:
            return !figures_.slot(node.a).is_null();
        case Op::slot:
            return bound.contains(node.a);
        case Op::member:
        case Op::negate:
        case Op::test_compare:
        case Op::test_value:
            return is_fixed(node.a, std::move(bound));
        case Op::test_truth:
            bound.insert(node.c);
            return is_fixed(node.a, std::move(bound));
        case Op::binary:
        case Op::in:
        case Op::range:
        case Op::test_range:
            return is_fixed(node.a, bound) && is_fixed(node.b, bound);
        case Op::between:
        case Op::conditional:
            return is_fixed(node.a, bound) && is_fixed(node.b, bound) && is_fixed(node.c, bound);
        case Op::list:
        case Op::test_none:
        case Op::test_one:
            return are_fixed(node.a, node.b, bound);
        case Op::builtin:
            return are_fixed(node.b, node.c, bound);
        case Op::for_each:
        case Op::some:
        case Op::every:
        case Op::filter:
        case Op::steps:
        case Op::call:
        case Op::table:
        case Op::range_of:
        case Op::span:
        case Op::item_name:
        case Op::closure:
        case Op::invoke:
        case Op::checked_if:
        case Op::instance_of:
        case Op::coerce:
            break;
    }
    return false;
}

// Works out a fixed node; null when it has no value.
Value TableSpace::fixed_value(NodeId node) const {
    Value value = run_->evaluate(node);
    if (run_->fault()) {
        run_.emplace(figures_);
        return {};
    }
    return value;
}

bool TableSpace::gather_end(NodeId node, std::vector<Value>& ends) const {
    if (!is_fixed(node, {})) {
        return false;
    }
    const Value value = fixed_value(node);
    if (const List* items = value.list()) {
        ends.insert(ends.end(), items->begin(), items->end());
    } else if (const Range* range = value.range()) {
        ends.push_back(range->low);
        ends.push_back(range->high);
    } else {
        ends.push_back(value);
    }
    return true;
}

bool TableSpace::gather_ends(NodeId test, const Type& type, std::vector<Value>& ends) const {
    const Node& node = program_.nodes[test];
    if (node.op == Op::test_none || node.op == Op::test_one) {
        bool simple = true;
        for (std::uint32_t i = 0; i < node.b; ++i) {
            simple = gather_ends(program_.links[node.a + i], type, ends) && simple;
        }
        return simple;
    }
    if (node.op == Op::test_value) {
        return gather_end(node.a, ends);
    }
    const bool in_order = is_ordered(type.kind) || type.kind == K::boolean;
    if (node.op == Op::test_compare) {
        const bool simple =
            in_order || node.by == Operator::equal || node.by == Operator::not_equal;
        return gather_end(node.a, ends) && simple;
    }
    if (node.op == Op::test_range) {
        return gather_end(node.a, ends) && gather_end(node.b, ends) && in_order;
    }
    return false;
}

std::vector<TableSpace::Piece> TableSpace::cut_ordered(Type::Kind kind,
                                                       std::vector<Value> ends) const {
    std::sort(ends.begin(), ends.end(), comes_before);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::vector<Piece> pieces;
    if (ends.empty()) {
        pieces.push_back(Piece{{}, {}, false, any_value(kind)});
        return pieces;
    }
    pieces.push_back(Piece{{}, ends.front(), false, beyond(ends.front(), -1)});
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (SABOTAGED(30, false, true)) {
            pieces.push_back(Piece{ends[i], ends[i], true, ends[i]});
        }
        const bool last = i + 1 == ends.size();
        const Value sample = last ? beyond(ends[i], 1) : between(ends[i], ends[i + 1]);
        if (!sample.is_null()) {
            pieces.push_back(Piece{ends[i], last ? Value() : ends[i + 1], false, sample});
        }
    }
    return pieces;
}

std::vector<TableSpace::Piece> TableSpace::cut_codes(std::size_t column,
                                                     const std::vector<Value>& ends) const {
    std::vector<Piece> pieces;
    const auto add = [&pieces](const Value& code) {
        const bool known = std::any_of(pieces.begin(), pieces.end(),
                                       [&code](const Piece& each) { return each.sample == code; });
        if (!known) {
            pieces.push_back(Piece{code, code, true, code});
        }
    };
    const Type& type = table_.input_types[column];
    if (type.codes != nullptr) {
        for (const std::string& code : *type.codes) {
            add(Value(code));
        }
        return pieces;
    }
    std::string other = "anything else";
    for (const Value& end : ends) {
        add(end);
        other += *end.string();  // longer than each, so equal to none
    }
    pieces.push_back(Piece{{}, {}, false, Value(other)});
    return pieces;
}

std::vector<TableSpace::Piece> TableSpace::cut(std::size_t column, std::vector<Value> ends) const {
    const K kind = table_.input_types[column].kind;
    std::erase_if(ends, [kind](const Value& end) { return kind_of(end) != kind; });
    std::vector<Piece> pieces;
    if (kind == K::boolean) {
        pieces.push_back(Piece{true, true, true, true});
        pieces.push_back(Piece{false, false, true, false});
    } else if (kind == K::string) {
        pieces = cut_codes(column, ends);
    } else if (is_ordered(kind)) {
        pieces = cut_ordered(kind, std::move(ends));
    } else {
        pieces.push_back(Piece{{}, {}, false, {}});
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        pieces[i].position = i;
    }
    const NodeId domain = table_.input_domains[column];
    if (domain != no_node) {
        std::erase_if(pieces, [&](const Piece& piece) {
            return cell_holds(domain, table_.input_types[column], piece) == Holds::no;
        });
    }
    const Node& input = program_.nodes[table_.inputs[column]];
    if (input.op == Op::slot && optional_.contains(input.a)) {
        pieces.push_back(Piece{{}, {}, true, {}, pieces.size() + 1});
    }
    return pieces;
}

void TableSpace::find_axes() {
    const auto text = [this](std::size_t column) {
        return program_.sources[program_.nodes[table_.inputs[column]].source].text;
    };
    for (std::size_t column = 0; column < table_.inputs.size(); ++column) {
        const auto same = std::find_if(axes_.begin(), axes_.end(), [&](const Axis& axis) {
            return text(axis.columns.front()) == text(column);
        });
        if (same == axes_.end()) {
            axes_.push_back(Axis{{column}, {}});
        } else {
            same->columns.push_back(column);
        }
    }
    for (Axis& axis : axes_) {
        std::vector<Value> ends;
        for (const std::size_t column : axis.columns) {
            const Type& type = table_.input_types[column];
            for (std::size_t rule = 0; rule < table_.rules; ++rule) {
                const NodeId cell = table_.cells[rule * table_.inputs.size() + column];
                if (cell != no_node) {
                    gather_ends(cell, type, ends);
                }
            }
            if (table_.input_domains[column] != no_node) {
                gather_ends(table_.input_domains[column], type, ends);
            }
        }
        axis.pieces = cut(axis.columns.front(), std::move(ends));
    }
}

TableSpace::Holds TableSpace::cell_holds(NodeId cell, const Type& type, const Piece& piece) const {
    if (cell == no_node) {
        return Holds::surely;
    }
    std::vector<Value> ends;
    const bool known = piece.is_point ? is_fixed(cell, {})
                                      : gather_ends(cell, type, ends) && type.kind != K::any &&
                                            type.kind != K::list && type.kind != K::context;
    if (!known) {
        return Holds::maybe;
    }
    const Truth truth = run_->meets(cell, piece.sample);
    if (run_->fault()) {
        run_.emplace(figures_);
        return Holds::maybe;
    }
    return truth == Truth::yes ? Holds::surely : Holds::no;
}

void TableSpace::hold_cells() {
    holds_.resize(table_.rules);
    full_from_.assign(table_.rules, std::vector<bool>(axes_.size() + 1, true));
    for (std::size_t rule = 0; rule < table_.rules; ++rule) {
        const NodeId* cells = table_.cells.data() + rule * table_.inputs.size();
        for (const Axis& axis : axes_) {
            std::vector<Holds> row;
            for (const Piece& piece : axis.pieces) {
                Holds least = Holds::surely;
                for (const std::size_t column : axis.columns) {
                    least = std::min(least,
                                     cell_holds(cells[column], table_.input_types[column], piece));
                }
                row.push_back(least);
            }
            holds_[rule].push_back(std::move(row));
        }
        for (std::size_t axis = axes_.size(); axis > 0; --axis) {
            const std::vector<Holds>& row = holds_[rule][axis - 1];
            full_from_[rule][axis - 1] =
                full_from_[rule][axis] && std::find(row.begin(), row.end(), Holds::no) == row.end();
        }
    }
}

}  // namespace feel
