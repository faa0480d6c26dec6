#pragma once
// FEEL's built-in functions: names, parameters, types and what they give. Those of the Policy
// Profile are marked; the others run only in full FEEL. A function without a result for its
// arguments gives nothing, which stops a strict decision.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "feel/type.h"
#include "feel/value.h"
#include "feel/work.h"

namespace feel {

class Run;

struct Builtin {
    std::string_view name;
    std::vector<std::string_view> parameters;
    // The names of its parameters where they may be called otherwise.
    std::vector<std::vector<std::string_view>> other_forms = {};
    std::size_t required = 1;             // how many arguments at least
    bool takes_many = false;              // or any number in place of one list
    std::vector<Type::Kind> kinds;        // of the parameters
    Type::Kind result = Type::Kind::any;  // any: the kind of the items given
    bool in_profile = false;
    bool rounds = false;        // a quotient may stand directly under it
    bool selects = false;       // gives one of its arguments (min, max)
    bool divides = false;       // is itself a quotient (mean)
    bool needs_moment = false;  // takes no argument, but is run with the moment of the run
    std::optional<Value> (*run)(std::span<const Value> arguments) = nullptr;
    // The same of those whose work grows faster than what they are given: it is counted.
    std::optional<Value> (*run_counted)(std::span<const Value> arguments, Work& work) = nullptr;
    // In place of `run` where the function calls functions it is given (sort): run.h, `apply`.
    std::optional<Value> (*run_calling)(Run& run, std::span<const Value> arguments) = nullptr;
};

const std::vector<Builtin>& builtins();

// Gives the position of a function in builtins(); nothing when there is none.
std::optional<std::size_t> find_builtin(std::string_view name);

}  // namespace feel
