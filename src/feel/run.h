#pragma once
// Runs a Program for one person. A Run holds the slots (facts, figures, decisions, steps); evaluate
// works out a node. Strict: where FEEL has no result the run stops with the place, and every later
// value is null. Tolerant: it is null and goes on, as the DMN conformance kit asks. With Events
// the run also tells which rules held, what the steps gave and which figures were read.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "base/result.h"
#include "feel/budget.h"
#include "feel/operate.h"
#include "feel/program.h"
#include "feel/value.h"
#include "feel/work.h"

namespace feel {

struct Builtin;

struct Event {
    enum class Kind { rule, step, parameter };
    Kind kind = Kind::rule;
    std::uint32_t index = 0;  // table, step list or parameter
    std::uint32_t part = 0;   // rule counting from 1 (0: the default), or the step's position
    Value value;
};

using Events = std::vector<Event>;

enum class Strictness { strict, tolerant };

class Run {
public:
    // The program, and the events if given, must outlive the run.
    Run(const Program& program, Strictness strictness, Events* events = nullptr, Budget budget = {})
        : program_(program),
          slots_(program.slots),
          strict_(strictness == Strictness::strict),
          events_(events),
          work_(budget.steps),
          room_(budget.bytes) {}

    Value& slot(std::uint32_t index) { return slots_[index]; }
    const Value& slot(std::uint32_t index) const { return slots_[index]; }

    // Says what now() and today() give; without it they have no result. FEEL reads no clock.
    void set_moment(DateTime moment) { moment_ = moment; }

    // Works out a node. After a fault the value means nothing.
    Value evaluate(NodeId node);

    // Whether a value meets a unary test; no_node is "-".
    Truth meets(NodeId test, const Value& tested);

    // Calls a function that captures nothing with its arguments; null where they do not fit.
    Value call(std::uint32_t function, std::vector<Value> arguments);

    // Calls a function value of full FEEL. Where it cannot be called so, or an argument is not of
    // the parameter's type, there is no result.
    std::optional<Value> apply(const Value& function, std::vector<Value> arguments);

    // Gives a value as a shape of the program asks, converted where FEEL converts; nothing where it
    // does not conform.
    std::optional<Value> as_shape(const Value& value, std::uint32_t shape);

    // Gives why the run stopped; nothing while it goes on or when it is tolerant.
    const std::optional<Error>& fault() const { return fault_; }

private:
    Value work_out(NodeId node);
    // Takes the room of a value; one that is too large is not given on.
    bool has_room(const Node& node, const Value& value) {
        return value.stands_alone() ? room_.spend(event_bytes()) : has_room_inside(node, value);
    }
    bool has_room_inside(const Node& node, const Value& value);
    std::int64_t event_bytes() const { return events_ == nullptr ? 0 : 100; }
    // Takes steps; notes that they are spent and says no when there are not so many left.
    bool may_spend(const Node& node, std::int64_t steps) {
        return work_.spend(steps) || too_much_work(node);
    }
    bool too_much_work(const Node& node);
    // Gives what a node stands for where it lies, or works it out into `scratch`.
    const Value& reference(NodeId id, Value& scratch) {
        const Node& node = program_.nodes[id];
        if (node.op == Op::slot) {
            return slots_[node.a];
        }
        if (node.op == Op::constant) {
            return program_.constants[node.a];
        }
        scratch = evaluate(id);
        return scratch;
    }
    Value binary(const Node& node);
    Truth logic(const Node& node);
    Value between(const Node& node);
    Value conditional(const Node& node);
    Value quantified(const Node& node);
    Value for_each(const Node& node);
    bool iterate(const std::uint32_t* links, std::uint32_t count, std::uint32_t at,
                 const Node& node, List& results);
    Value filter(const Node& node);
    Value steps(std::uint32_t index);
    Value builtin(const Node& node);
    Value invoke(const Node& node);
    std::optional<std::vector<Value>> ordered(const FunctionValue& function,
                                              const std::vector<std::string>& names,
                                              std::vector<Value> given) const;
    std::optional<Value> apply_builtin(const Builtin& builtin, std::vector<Value> arguments);
    std::optional<Value> run_builtin(const Builtin& builtin, const Node& node,
                                     std::span<Value> arguments);
    std::optional<Value> apply_defined(const FunctionValue& function, std::vector<Value> arguments);
    Value item_name(const Node& node);
    Value make_range(const Node& node);
    Value closure(const Node& node);
    Value checked_if(const Node& node);
    Value of_instance(const Node& node);
    bool conforms_to_shape(const Value& value, const Shape& shape);
    bool iterate_range(const Range& range, const std::function<bool(Value)>& each);
    bool iterate_span(const Node& span, const std::function<bool(Value)>& each);
    // Goes from one value to another by ones or days; false where that cannot be, or `each` stops.
    static bool walk(Value at, const Value& last, bool may_go_down,
                     const std::function<bool(Value)>& each);
    Truth test(NodeId node, const Value& tested);
    Truth test_value(const Node& node, const Value& tested);
    Truth test_range(const Node& node, const Value& tested);
    Truth holds(const Value& value, Operator op, NodeId bound);
    Value table(std::uint32_t index);
    // The rules of a table that hold, counting from 0; nearly always very few.
    using Held = boost::container::small_vector<std::uint32_t, 8>;
    Held matching(const Table& table);
    Value output(const Table& table, std::uint32_t rule, std::uint32_t index);
    Value row(const Table& table, const NodeId* cells);
    Value collected(const Table& table, List values);
    Value one_of(const Table& table, const Held& rules, std::uint32_t index);
    Value no_rule(const Table& table, std::uint32_t index);
    std::vector<std::size_t> by_priority(const Table& table, const List& values) const;
    // Notes why there is no value and gives null.
    Value fail(std::uint32_t source, std::string code, std::string message);

    const Program& program_;
    std::vector<Value> slots_;
    bool strict_;
    Events* events_;
    std::optional<Error> fault_;
    Value moment_;
    int depth_ = 0;
    int nesting_ = 0;
    Work work_;                    // steps
    Work room_;                    // bytes
    const char* stack_ = nullptr;  // where the first function value was called
};

}  // namespace feel
