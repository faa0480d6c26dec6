// Boxed expressions: contexts of named steps, invocations, lists. Tables are in compile_table.cc.

#include "feel/compile.h"

namespace feel {

// In full FEEL what cannot be compiled is null, and what is declared converts.
Result<Typed> Compiler::boxed(const Boxed& boxed, const Scope& scope,
                              const std::optional<Type>& wanted) {
    if (strict()) {
        return boxed_parts(boxed, scope, wanted);
    }
    Result<Typed> made = boxed_parts(boxed, scope, wanted);
    if (!made) {
        warnings_.push_back(made.error());
        return nothing();
    }
    Typed value = std::move(*made);
    for (const std::optional<Type>& declared : {boxed.type, wanted}) {
        if (declared) {
            value = coerced(std::move(value), *declared);
        }
    }
    return value;
}

Result<Typed> Compiler::boxed_parts(const Boxed& boxed, const Scope& scope,
                                    const std::optional<Type>& wanted) {
    Typed made;
    switch (boxed.kind) {
        case Boxed::Kind::literal: {
            TRY(made, text(boxed.text, boxed.place, scope));
            break;
        }
        case Boxed::Kind::table: {
            TRY(made, boxed_table(boxed, scope));
            break;
        }
        case Boxed::Kind::context: {
            TRY(made, boxed_steps(boxed, scope, wanted));
            break;
        }
        case Boxed::Kind::invocation: {
            TRY(made, boxed_invocation(boxed, scope));
            break;
        }
        case Boxed::Kind::list: {
            TRY(made, boxed_list(boxed, scope));
            break;
        }
        case Boxed::Kind::conditional: {
            TRY(made, boxed_conditional(boxed, scope));
            break;
        }
        case Boxed::Kind::filter: {
            TRY(made, boxed_filter(boxed, scope));
            break;
        }
        case Boxed::Kind::for_each:
        case Boxed::Kind::some:
        case Boxed::Kind::every: {
            TRY(made, boxed_loop(boxed, scope));
            break;
        }
        case Boxed::Kind::function: {
            TRY(made, boxed_function(boxed, scope));
            break;
        }
    }
    if (!strict()) {
        return made;
    }
    for (const std::optional<Type>& declared : {boxed.type, wanted}) {
        if (!declared || declared->kind == Type::Kind::any) {
            continue;
        }
        if (!fits(made.type, *declared)) {
            return Error{"feel.wrong_type",
                         "This gives " + to_text(made.type) + ", but " + to_text(*declared) +
                             " was declared.",
                         boxed.place};
        }
        made.type = *declared;
    }
    return made;
}

Result<Typed> Compiler::boxed_steps(const Boxed& boxed, const Scope& scope,
                                    const std::optional<Type>& wanted) {
    StepList steps;
    steps.owner = boxed.place;
    steps.told = true;
    auto names = std::make_shared<Names>();
    Type::Members members;
    std::optional<Type> result;
    Scope inner(&scope);
    for (std::size_t i = 0; i < boxed.entries.size(); ++i) {
        const BoxedEntry& entry = boxed.entries[i];
        const bool last = i + 1 == boxed.entries.size();
        if (entry.name.empty() && !last) {
            return Error{"feel.bad_context", "Only the last entry of a context may have no name.",
                         entry.value.place};
        }
        TRY(Typed value,
            this->boxed(entry.value, inner, entry.name.empty() ? wanted : std::optional<Type>()));
        if (entry.name.empty()) {
            steps.result = value.node;
            result = value.type;
            continue;
        }
        const std::uint32_t slot = new_slot();
        names->push_back(entry.name);
        steps.slots.push_back(slot);
        steps.nodes.push_back(value.node);
        members.emplace_back(entry.name, value.type);
        inner.bind(entry.name, Binding{Binding::Kind::slot, slot, value.type});
    }
    steps.names = std::move(names);
    source_ = add_source(boxed.place, "a context of named steps");
    program_.step_lists.push_back(std::move(steps));
    const NodeId node =
        add({.op = Op::steps, .a = static_cast<std::uint32_t>(program_.step_lists.size() - 1)});
    return Typed{node, result ? *result : context_of(std::move(members))};
}

Result<Typed> Compiler::boxed_invocation(const Boxed& boxed, const Scope& scope) {
    if (!strict()) {
        return boxed_call(boxed, scope);
    }
    const Binding* bound = scope.find(boxed.text);
    if (bound == nullptr || bound->kind != Binding::Kind::function) {
        return Error{"feel.unknown_name",
                     "\"" + boxed.text + "\" is no business knowledge model that is required here.",
                     boxed.place};
    }
    const std::uint32_t index = bound->index;
    std::vector<Typed> arguments(program_.functions[index].parameters.size());
    for (const BoxedEntry& entry : boxed.entries) {
        const std::vector<std::string>& parameters = program_.functions[index].parameters;
        std::size_t position = 0;
        while (position < parameters.size() && parameters[position] != entry.name) {
            ++position;
        }
        if (position == parameters.size() || arguments[position].node != no_node) {
            return Error{"feel.arguments",
                         boxed.text + " has no argument called \"" + entry.name +
                             "\", or it is bound twice.",
                         entry.value.place};
        }
        const Type type = program_.functions[index].parameter_types[position];
        TRY(arguments[position], this->boxed(entry.value, scope, type));
    }
    source_ = add_source(boxed.place, "an invocation of " + boxed.text);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].node == no_node) {
            return Error{"feel.arguments",
                         "The argument \"" + program_.functions[index].parameters[i] + "\" of " +
                             boxed.text + " is not bound.",
                         boxed.place};
        }
    }
    return function_call(index, arguments);
}

Result<Typed> Compiler::boxed_list(const Boxed& boxed, const Scope& scope) {
    std::vector<NodeId> items;
    std::optional<Type> type;
    for (const BoxedEntry& entry : boxed.entries) {
        TRY(Typed item, this->boxed(entry.value, scope, std::nullopt));
        items.push_back(item.node);
        const std::optional<Type> joint = type ? common(*type, item.type) : item.type;
        if (!joint && strict()) {
            return Error{"feel.wrong_type", "The items of a list must be of one kind.",
                         entry.value.place};
        }
        type = joint.value_or(Type{});
    }
    source_ = add_source(boxed.place, "a list");
    const NodeId node =
        add({.op = Op::list, .a = add_links(items), .b = static_cast<std::uint32_t>(items.size())});
    return Typed{node, list_of(type.value_or(Type{}))};
}

}  // namespace feel
