#pragma once
// All that the columns of a decision table can be given, cut into pieces on which each cell either
// holds or does not. Numbers are cut at the end points that cells name, dates likewise; codes and
// truth values are pieces by themselves. So it is known for certain, before anything runs, whether
// two rules can hold at once and whether something is left that no rule answers. A cell whose truth
// cannot be told beforehand ("? > other_input") may hold anywhere: it closes gaps and overlaps
// nothing. Columns with the same expression are one; others are taken to be independent. The loader
// of policy packages uses it.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "feel/program.h"
#include "feel/run.h"

namespace feel {

// What a table can be given, as the input cells of a row that could be written into it.
using TableRow = std::vector<std::string>;

struct TableOverlap {
    std::size_t first = 0;  // rules, counting from 0
    std::size_t second = 0;
    TableRow row;
};

struct TableGap {
    bool is_certain = true;  // false: the table is too wide to be searched to the end
    TableRow row;
};

// Gives the dated parameters that the cells of a table read, by position, each once.
std::set<std::uint32_t> figures_of(const Program& program, const Table& table);

class TableSpace {
public:
    // `figures` holds the parameters in force; `optional` are the slots of facts that may be null.
    // All three must outlive the space.
    TableSpace(const Program& program, const Table& table, const Run& figures,
               const std::set<std::uint32_t>& optional);

    // Finds two rules that hold for the same values; nothing when there are none.
    std::optional<TableOverlap> overlap() const;

    // Finds values for which no rule holds; nothing when there are none.
    std::optional<TableGap> gap() const;

private:
    // One value, or the open stretch between two; an end that is null is none.
    struct Piece {
        Value low;
        Value high;
        bool is_point = true;
        Value sample;
        std::size_t position = 0;  // pieces that follow each other touch
    };
    struct Axis {
        std::vector<std::size_t> columns;
        std::vector<Piece> pieces;
    };
    enum class Holds : char { no, maybe, surely };
    using Pieces = std::vector<bool>;  // a choice of the pieces of an axis
    using Rules = std::vector<bool>;   // a choice of rules

    void find_axes();
    std::vector<Piece> cut(std::size_t column, std::vector<Value> ends) const;
    std::vector<Piece> cut_ordered(Type::Kind kind, std::vector<Value> ends) const;
    std::vector<Piece> cut_codes(std::size_t column, const std::vector<Value>& ends) const;
    // Gathers the end points a test names; false when its truth does not depend on them alone.
    bool gather_ends(NodeId test, const Type& type, std::vector<Value>& ends) const;
    bool gather_end(NodeId node, std::vector<Value>& ends) const;
    bool is_fixed(NodeId node, std::set<std::uint32_t> bound) const;
    bool are_fixed(std::uint32_t first, std::uint32_t count,
                   const std::set<std::uint32_t>& bound) const;
    Value fixed_value(NodeId node) const;
    Holds cell_holds(NodeId cell, const Type& type, const Piece& piece) const;
    void hold_cells();

    bool is_gap(std::size_t axis, const Rules& alive, std::vector<Pieces>& chosen) const;
    bool is_empty(const std::vector<Pieces>& box) const;
    void widen(std::vector<Pieces>& box) const;
    TableRow written(const std::vector<Pieces>& box) const;
    std::string written(const Axis& axis, const Pieces& chosen) const;

    const Program& program_;
    const Table& table_;
    const Run& figures_;
    const std::set<std::uint32_t>& optional_;
    mutable std::optional<Run> run_;  // made anew after a fault
    std::vector<Axis> axes_;
    std::vector<std::vector<std::vector<Holds>>> holds_;  // of rule, axis, piece
    std::vector<std::vector<bool>> full_from_;            // of rule, axis: it may hold on all of it
    mutable std::set<std::pair<std::size_t, Rules>> seen_;
    mutable std::size_t steps_left_ = 0;
};

}  // namespace feel
