// Runs the functions of full FEEL: closures, calls of any value, types at their boundaries.
//
// A call keeps the slots that the body writes and puts them back, so a function may be running
// several times at once; what it captured is put into the slots it was captured from.

#include <algorithm>
#include <utility>

#include "feel/builtin_arguments.h"
#include "feel/builtins.h"
#include "feel/external.h"
#include "feel/operate_dates.h"
#include "feel/run.h"

namespace feel {

namespace {

// How deep calls of function values may go. A body is at most as deep as its text is nested, which
// the parser bounds, so the whole stays within the stack of any thread.
constexpr std::ptrdiff_t stack_max = std::ptrdiff_t{1} << 20;

// Finds where an argument of a name belongs; the size of the list when it has no such name.
template <typename Names>
std::size_t place_of(const Names& parameters, const std::string& name) {
    const auto found = std::find(parameters.begin(), parameters.end(), name);
    return static_cast<std::size_t>(found - parameters.begin());
}

// Gives arguments in the order of the parameters; those left out are null.
template <typename Names>
std::optional<std::vector<Value>> in_order(const Names& parameters,
                                           const std::vector<std::string>& names,
                                           std::vector<Value> given, std::size_t required) {
    std::vector<Value> made(parameters.size());
    std::vector<bool> taken(parameters.size());
    std::size_t past = required;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::size_t at = place_of(parameters, names[i]);
        if (at >= made.size() || taken[at]) {
            return std::nullopt;
        }
        taken[at] = true;
        made[at] = std::move(given[i]);
        past = std::max(past, at + 1);
    }
    for (std::size_t i = 0; i < required; ++i) {
        if (!taken[i]) {
            return std::nullopt;
        }
    }
    made.resize(past);
    return made;
}

// A list of one item stands for that item where a function asks for one value
// (DMN 1.5, 10.3.2.9.4).
void unwrap_single_items(const Builtin& function, std::span<Value> arguments) {
    const std::size_t asked = function.takes_many ? 0 : function.kinds.size();
    for (std::size_t i = 0; i < std::min(asked, arguments.size()); ++i) {
        const List* items = arguments[i].list();
        const bool is_one = function.kinds[i] != Type::Kind::list &&
                            function.kinds[i] != Type::Kind::any && items != nullptr &&
                            items->size() == 1;
        if (is_one) {
            arguments[i] = Value(items->front());
        }
    }
}

}  // namespace

Value Run::closure(const Node& node) {
    const Function& function = program_.functions[node.a];
    FunctionValue made{FunctionValue::Origin::defined, node.a, {}, function.signature};
    made.captured.reserve(function.captures.size());
    for (const std::uint32_t slot : function.captures) {
        made.captured.push_back(slots_[slot]);
    }
    return made;
}

Value Run::invoke(const Node& node) {
    const Invocation& invocation = program_.invocations[node.a];
    const Value callee = evaluate(invocation.function);
    std::vector<Value> arguments;
    arguments.reserve(invocation.arguments.size());
    for (const NodeId argument : invocation.arguments) {
        arguments.push_back(evaluate(argument));
    }
    const FunctionValue* function = callee.function();
    if (function == nullptr) {
        return fail(
            node.source, "feel.null",
            "What is called is " + std::string(name_of(callee.kind())) + ", not a function.");
    }
    if (!invocation.names.empty()) {
        std::optional<std::vector<Value>> in_place =
            ordered(*function, invocation.names, std::move(arguments));
        if (!in_place) {
            return fail(node.source, "feel.null", "The arguments are not those of the function.");
        }
        arguments = std::move(*in_place);
    }
    std::optional<Value> found = apply(callee, std::move(arguments));
    if (found) {
        return std::move(*found);
    }
    may_spend(node, 0);  // if that is why, it is said first
    return fail(node.source, "feel.null", "The function has no result for its arguments.");
}

std::optional<std::vector<Value>> Run::ordered(const FunctionValue& function,
                                               const std::vector<std::string>& names,
                                               std::vector<Value> given) const {
    switch (function.origin) {
        case FunctionValue::Origin::defined: {
            const std::vector<std::string>& parameters =
                program_.functions[function.index].parameters;
            return in_order(parameters, names, std::move(given), parameters.size());
        }
        case FunctionValue::Origin::external: {
            const std::vector<std::string>& parameters = function.signature->names;
            return in_order(parameters, names, std::move(given), parameters.size());
        }
        case FunctionValue::Origin::builtin: {
            const Builtin& builtin = builtins()[function.index];
            return in_order(builtin.parameters, names, std::move(given), builtin.required);
        }
    }
    return std::nullopt;
}

std::optional<Value> Run::apply(const Value& callee, std::vector<Value> arguments) {
    const FunctionValue* function = callee.function();
    if (function == nullptr) {
        return std::nullopt;
    }
    switch (function->origin) {
        case FunctionValue::Origin::defined:
            return apply_defined(*function, std::move(arguments));
        case FunctionValue::Origin::builtin:
            return apply_builtin(builtins()[function->index], std::move(arguments));
        case FunctionValue::Origin::external: {
            const std::size_t wanted = function->signature->types.size();
            return arguments.size() == wanted ? external_functions()[function->index].run(arguments)
                                              : std::nullopt;
        }
    }
    return std::nullopt;
}

// A built-in function takes steps for what it is given, however it is called.
std::optional<Value> Run::run_builtin(const Builtin& builtin, const Node& node,
                                      std::span<Value> arguments) {
    unwrap_single_items(builtin, arguments);
    if (!may_spend(node, steps_to_take(arguments))) {
        return std::nullopt;
    }
    if (builtin.run_calling != nullptr) {
        return builtin.run_calling(*this, arguments);
    }
    return builtin.run_counted != nullptr ? builtin.run_counted(arguments, work_)
                                          : builtin.run(arguments);
}

std::optional<Value> Run::apply_builtin(const Builtin& builtin, std::vector<Value> arguments) {
    if (arguments.size() < builtin.required ||
        (!builtin.takes_many && arguments.size() > builtin.parameters.size())) {
        return std::nullopt;
    }
    if (builtin.needs_moment) {
        arguments = {Value(moment_)};
    }
    return run_builtin(builtin, program_.nodes.front(), arguments);
}

std::optional<Value> Run::apply_defined(const FunctionValue& called, std::vector<Value> arguments) {
    const Function& function = program_.functions[called.index];
    if (arguments.size() != function.slots.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::optional<Value> fitting = as_shape(arguments[i], function.shapes[i]);
        if (!fitting) {
            return std::nullopt;
        }
        arguments[i] = std::move(*fitting);
    }
    const char* const here = static_cast<const char*>(__builtin_frame_address(0));
    const bool outermost = stack_ == nullptr;
    stack_ = outermost ? here : stack_;
    if (std::max(here, stack_) - std::min(here, stack_) > stack_max) {
        fail(program_.nodes[function.body].source, "feel.too_deep",
             "The function " + function.name + " calls itself without end.");
        return std::nullopt;
    }
    std::vector<Value> kept;
    kept.reserve(function.frame_end - function.frame + function.captures.size());
    for (std::uint32_t slot = function.frame; slot < function.frame_end; ++slot) {
        kept.push_back(std::exchange(slots_[slot], Value()));
    }
    for (std::size_t i = 0; i < function.captures.size(); ++i) {
        kept.push_back(std::exchange(slots_[function.captures[i]], called.captured[i]));
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        slots_[function.slots[i]] = std::move(arguments[i]);
    }
    Value result = evaluate(function.body);
    auto old = kept.begin();
    for (std::uint32_t slot = function.frame; slot < function.frame_end; ++slot) {
        slots_[slot] = std::move(*old++);
    }
    for (const std::uint32_t slot : function.captures) {
        slots_[slot] = std::move(*old++);
    }
    stack_ = outermost ? nullptr : stack_;
    return result;
}

bool Run::conforms_to_shape(const Value& value, const Shape& shape) {
    if (value.is_null()) {
        return true;
    }
    if (!instance_of(value, shape.type)) {
        return false;
    }
    if (shape.type.codes != nullptr && value.string() != nullptr && !conforms(value, shape.type)) {
        return false;
    }
    for (const NodeId test : {shape.allowed, shape.constraint}) {
        if (meets(test, value) != Truth::yes) {
            return false;
        }
    }
    if (value.list() != nullptr && shape.element != UINT32_MAX) {
        const Shape& element = program_.shapes[shape.element];
        return std::all_of(value.list()->begin(), value.list()->end(),
                           [&](const Value& item) { return conforms_to_shape(item, element); });
    }
    for (std::size_t i = 0; i < shape.members.size(); ++i) {
        const Value* member = value.member((*shape.type.members)[i].first);
        if (member != nullptr && !conforms_to_shape(*member, program_.shapes[shape.members[i]])) {
            return false;
        }
    }
    return true;
}

// A single value stands for a list of one, and the other way round; a date for its midnight in UTC.
std::optional<Value> Run::as_shape(const Value& value, std::uint32_t index) {
    const Shape& shape = program_.shapes[index];
    if (shape.type.kind == Type::Kind::any) {
        return value;
    }
    if (!work_.spend(steps_of(value))) {
        return std::nullopt;
    }
    if (conforms_to_shape(value, shape)) {
        return value;
    }
    if (shape.type.kind == Type::Kind::list && value.list() == nullptr) {
        const Value wrapped(List{value});
        return conforms_to_shape(wrapped, shape) ? std::optional<Value>(wrapped) : std::nullopt;
    }
    if (shape.type.kind != Type::Kind::list && value.list() != nullptr &&
        value.list()->size() == 1 && conforms_to_shape(value.list()->front(), shape)) {
        return value.list()->front();
    }
    if (shape.type.kind == Type::Kind::date_time && value.date() != nullptr) {
        const Value midnight(as_date_time(value).value());
        return conforms_to_shape(midnight, shape) ? std::optional<Value>(midnight) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace feel
