#pragma once
// A boxed expression as a DMN file writes it, before its texts are read: a literal, a decision
// table, a context of named steps, an invocation, a list, a conditional, a loop, a function. The
// DMN reader of policy makes it, the compiler turns it into a program. Every part knows its place,
// so that a fault names file, table and row.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "feel/program.h"
#include "feel/type.h"

namespace feel {

struct TableInput {
    std::string label;
    std::string text;
    std::string allowed;  // unary tests over the values it may have; may be empty
    std::optional<Type> type;
};

struct TableOutput {
    std::string name;
    std::string allowed;   // its values, most important first; may be empty
    std::string fallback;  // the default output; may be empty
    std::optional<Type> type;
};

struct TableRule {
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::string annotation;
};

struct TableText {
    std::string name;
    HitPolicy policy = HitPolicy::unique;
    Aggregation aggregation = Aggregation::none;
    std::vector<TableInput> inputs;
    std::vector<TableOutput> outputs;
    std::vector<TableRule> rules;
};

struct BoxedEntry;

struct Boxed {
    enum class Kind {
        literal,
        table,
        context,
        invocation,  // entries: the arguments by name
        list,
        conditional,  // entries: if, then, else
        filter,       // entries: the list, the condition
        for_each,     // entries: the list, the body; text: the name of the item
        some,
        every,
        function,  // entries: the body; or "class" and "method signature" of an external one
    };

    Kind kind = Kind::literal;
    std::string place;  // "care.dmn, decision points"
    std::string text;   // the literal, or the function invoked
    std::vector<BoxedEntry> entries;
    std::vector<std::pair<std::string, Type>> parameters;  // of a function
    bool external = false;                                 // a function bound from outside
    std::shared_ptr<const TableText> table;
    std::optional<Type> type;
};

struct BoxedEntry {
    std::string name;  // empty: the result of a context
    Boxed value;
};

}  // namespace feel
