#pragma once
// A Program is what all expressions of a model become: one flat array of nodes whose names are
// slots, so that running looks nothing up. It is made once when a package is loaded, never changes,
// and any number of runs may use it at the same time. Decision tables and contexts of named steps
// are nodes like any other. run.h runs it for one person.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feel/ast.h"
#include "feel/type.h"
#include "feel/value.h"

namespace feel {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;

enum class Op : std::uint8_t {
    constant,     // constants[a]
    slot,         // slots[a]
    parameter,    // slots[a], the dated parameter b
    member,       // names[b] of node a
    negate,       // - a
    binary,       // a `op` b
    between,      // a between b and c
    in,           // a meets test b
    conditional,  // if a then b else c
    for_each,     // links a..: slot, domain, ... body; b domains; c - 1 the slot of "partial"
    some,
    every,
    filter,        // a [ b ], item in slot c
    list,          // links a.. b of them
    range,         // a .. b
    span,          // every whole number or day from a to b, up or down
    range_of,      // the range that the test "op a" stands for
    item_name,     // names[b] of the item in slot a, or node c where it has none
    closure,       // functions[a] with what it captures
    invoke,        // invocations[a]
    instance_of,   // whether a is of shapes[b]
    coerce,        // a as shapes[b] asks, or null
    checked_if,    // if a then b else c, null where a is neither truth nor null
    steps,         // step_lists[a]
    builtin,       // builtins()[a], links b.. c of them
    call,          // functions[a], links b.. c of them
    table,         // tables[a]
    test_compare,  // the tested value `op` a
    test_value,    // equals a, or is in the list a, or a is true
    test_range,    // lies between a and b
    test_none,     // meets none of links a.. b of them
    test_one,      // meets one of links a.. b of them
    test_truth,    // a is true while slot c holds the tested value
};

struct Node {
    Op op = Op::constant;
    Operator by = Operator::add;
    bool low_open = false;
    bool high_open = false;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
    std::uint32_t source = 0;
};

enum class HitPolicy { unique, any, first, priority, collect, rule_order, output_order };
enum class Aggregation { none, sum, minimum, maximum, count };

struct Table {
    std::string name;
    HitPolicy policy = HitPolicy::unique;
    Aggregation aggregation = Aggregation::none;
    std::vector<NodeId> inputs;
    std::vector<std::string> input_names;  // as the columns are headed
    std::vector<Type> input_types;
    std::vector<NodeId> input_domains;  // tests every value of a column meets; no_node: any value
    std::size_t rules = 0;
    std::vector<NodeId> cells;                   // a row of inputs for each rule; no_node is "-"
    std::vector<NodeId> outputs;                 // a row of outputs for each rule
    std::vector<NodeId> defaults;                // one for each output, or none
    std::shared_ptr<const Names> output_names;   // of several outputs; else nullptr
    std::size_t width = 1;                       // how many outputs
    std::vector<std::vector<Value>> priorities;  // for each output, most important first
    std::vector<std::string> annotations;        // one for each rule
    std::uint32_t source = 0;
};

// The named steps of a context; each sees the ones before it.
struct StepList {
    std::string owner;
    std::vector<std::uint32_t> slots;
    std::vector<NodeId> nodes;
    std::shared_ptr<const Names> names;
    NodeId result = no_node;  // the entry without a name, else all steps are the result
    bool told = false;        // boxed, so that a trace tells its steps
};

struct Function {
    std::string name;
    std::vector<std::string> parameters;
    std::vector<Type> parameter_types;
    std::vector<std::uint32_t> slots;
    Type result;
    NodeId body = no_node;
    std::vector<std::uint32_t> reads;  // dated parameters, by position
    // Of full FEEL only. What the body writes lies in slots [frame, frame_end): a call keeps what
    // stands there and puts it back, so that a function may be running twice.
    std::uint32_t frame = 0;
    std::uint32_t frame_end = 0;
    std::vector<std::uint32_t> captures;  // slots outside the frame that the body reads
    std::vector<std::uint32_t> shapes;    // of the parameters
    std::shared_ptr<const Signature> signature;
};

// A type as values are held against it while running: its tests are nodes.
struct Shape {
    Type type;
    NodeId allowed = no_node;     // met by the value, or by each item of a list's element shape
    NodeId constraint = no_node;  // met by the value as a whole
    std::uint32_t element = UINT32_MAX;
    std::vector<std::uint32_t> members;  // in the order of the type's members
};

// A call of a value: positional, or with a name for each argument.
struct Invocation {
    NodeId function = no_node;
    std::vector<NodeId> arguments;
    std::vector<std::string> names;
};

// Where an expression was written.
struct Source {
    std::string place;
    std::string text;
};

struct Program {
    std::vector<Node> nodes;
    std::vector<std::uint32_t> links;
    std::vector<Value> constants;
    std::vector<std::string> names;
    std::vector<StepList> step_lists;
    std::vector<Table> tables;
    std::vector<Function> functions;
    std::vector<Shape> shapes;
    std::vector<Invocation> invocations;
    std::vector<Source> sources;
    std::vector<std::string> parameters;         // ids of the dated parameters
    std::vector<std::uint32_t> parameter_slots;  // where each lies
    std::uint32_t slots = 0;
};

}  // namespace feel
