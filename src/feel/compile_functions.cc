// Functions of full FEEL: values that capture what they read from outside, calls of anything, and
// the types at their boundaries.

#include <algorithm>

#include "feel/builtins.h"
#include "feel/compile.h"
#include "feel/external.h"

namespace feel {

void Compiler::note_capture(std::uint32_t slot) {
    for (auto open = open_functions_.rbegin(); open != open_functions_.rend(); ++open) {
        if (slot >= open->frame) {
            return;
        }
        std::vector<std::uint32_t>& captures = open->captures;
        if (std::find(captures.begin(), captures.end(), slot) == captures.end()) {
            captures.push_back(slot);
        }
    }
}

void Compiler::describe(Function& made) {
    Signature signature;
    signature.names = made.parameters;
    signature.types = made.parameter_types;
    signature.result = made.result;
    made.signature = std::make_shared<const Signature>(std::move(signature));
    for (const Type& type : made.parameter_types) {
        made.shapes.push_back(shape(type));
    }
}

Typed Compiler::function_value(std::uint32_t index) {
    const Function& function = program_.functions[index];
    Type type{Type::Kind::function};
    type.signature = function.signature;
    return Typed{
        constant(FunctionValue{FunctionValue::Origin::defined, index, {}, function.signature}),
        std::move(type)};
}

Result<Typed> Compiler::closure(const std::string& name,
                                const std::vector<std::pair<std::string, Type>>& parameters,
                                const Scope& scope, const Type& result,
                                const std::function<Result<Typed>(const Scope&)>& body) {
    TRY(const std::uint32_t index, define(name, parameters, scope, result, body));
    Type type{Type::Kind::function};
    type.signature = program_.functions[index].signature;
    return Typed{add({.op = Op::closure, .a = index}), std::move(type)};
}

Result<Typed> Compiler::function_literal(const Ast& ast, const Around& around) {
    std::vector<std::pair<std::string, Type>> parameters;
    for (std::size_t i = 0; i < ast.names.size(); ++i) {
        parameters.emplace_back(ast.names[i], ast.types[i]);
    }
    const Ast& body = ast.children[0];
    if (ast.external) {
        const auto [class_name, method] = java_mapping(body);
        return external_function(class_name, method, parameters);
    }
    return closure("function", parameters, around.scope, Type{},
                   [&](const Scope& inner) { return expression(body, Around{inner}); });
}

Typed Compiler::external_function(const std::string& class_name, const std::string& method,
                                  const std::vector<std::pair<std::string, Type>>& parameters) {
    const std::optional<std::size_t> found =
        find_external_function(class_name, method, parameters.size());
    if (!found) {
        const Source& source = program_.sources[source_];
        warnings_.push_back(Error{"feel.unknown_name",
                                  "No function is bound to " + method + " of " + class_name + ".",
                                  source.place});
        return nothing();
    }
    Signature signature;
    for (const auto& [name, type] : parameters) {
        signature.names.push_back(name);
        signature.types.push_back(type);
    }
    const Type type = function_of(std::move(signature));
    return Typed{constant(FunctionValue{FunctionValue::Origin::external,
                                        static_cast<std::uint32_t>(*found),
                                        {},
                                        type.signature}),
                 type};
}

// Members of the items being filtered come first, the innermost first of all.
Result<Typed> Compiler::full_name(const Ast& ast, const Scope& scope) {
    std::vector<std::uint32_t> items;
    const Binding* found = nullptr;
    for (const Scope* each = &scope; each != nullptr && found == nullptr; each = each->outer()) {
        if (each->item_slot()) {
            items.push_back(*each->item_slot());
        }
        found = each->own(ast.text);
    }
    Typed made = binding_value(ast, found);
    for (auto slot = items.rbegin(); slot != items.rend(); ++slot) {
        note_capture(*slot);
        program_.names.push_back(ast.text);
        made.node = add({.op = Op::item_name,
                         .a = *slot,
                         .b = static_cast<std::uint32_t>(program_.names.size() - 1),
                         .c = made.node});
        made.type = Type{};
    }
    return made;
}

Typed Compiler::binding_value(const Ast& ast, const Binding* found) {
    if (found == nullptr) {
        if (const std::optional<std::size_t> builtin = find_builtin(ast.text)) {
            return Typed{constant(FunctionValue{FunctionValue::Origin::builtin,
                                                static_cast<std::uint32_t>(*builtin),
                                                {},
                                                nullptr}),
                         Type{Type::Kind::function}};
        }
        warnings_.push_back(
            refusal("feel.unknown_name", "\"" + ast.text + "\" is not known here.", ast));
        return nothing();
    }
    switch (found->kind) {
        case Binding::Kind::slot:
            note_capture(found->index);
            return Typed{add({.op = Op::slot, .a = found->index}), found->type};
        case Binding::Kind::function:
            return function_value(found->index);
        case Binding::Kind::rates:
        case Binding::Kind::item_member:
            break;
    }
    return nothing();
}

Typed Compiler::invocation(NodeId function, const std::vector<NodeId>& arguments,
                           std::vector<std::string> names) {
    program_.invocations.push_back(Invocation{function, arguments, std::move(names)});
    return Typed{
        add({.op = Op::invoke, .a = static_cast<std::uint32_t>(program_.invocations.size() - 1)}),
        Type{}};
}

Result<Typed> Compiler::invoke(const Ast& ast, const Around& around) {
    TRY(const Typed function, expression(ast.children[0], Around{around.scope}));
    std::vector<NodeId> arguments;
    for (std::size_t i = 1; i < ast.children.size(); ++i) {
        TRY(const Typed argument, expression(ast.children[i], Around{around.scope}));
        arguments.push_back(argument.node);
    }
    Typed made = invocation(function.node, arguments, ast.names);
    if (function.type.signature != nullptr) {
        made.type = function.type.signature->result;
    }
    return made;
}

// A name in scope comes before a built-in function, unless it cannot be one.
Result<Typed> Compiler::full_call(const Ast& ast, const Around& around) {
    const Binding* bound = around.scope.find(ast.text);
    const std::optional<std::size_t> builtin = find_builtin(ast.text);
    const bool may_be_called = bound != nullptr && (bound->kind == Binding::Kind::function ||
                                                    bound->type.kind == Type::Kind::any ||
                                                    bound->type.kind == Type::Kind::function);
    if (builtin && !may_be_called) {
        return builtin_call(ast, *builtin, around);
    }
    Ast name;
    name.kind = AstKind::name;
    name.at = ast.at;
    name.text = ast.text;
    Ast whole;
    whole.kind = AstKind::invoke;
    whole.at = ast.at;
    whole.names = ast.names;
    whole.children.push_back(std::move(name));
    whole.children.insert(whole.children.end(), ast.children.begin(), ast.children.end());
    return invoke(whole, around);
}

NodeId Compiler::read(std::uint32_t slot) {
    note_capture(slot);
    return add({.op = Op::slot, .a = slot});
}

NodeId Compiler::in_turn(const std::string& place, const std::vector<std::uint32_t>& slots,
                         const std::vector<NodeId>& nodes, Names names, NodeId result) {
    StepList steps;
    steps.owner = place;
    steps.slots = slots;
    steps.nodes = nodes;
    steps.names = std::make_shared<const Names>(std::move(names));
    steps.result = result;
    source_ = add_source(place, "steps in turn");
    program_.step_lists.push_back(std::move(steps));
    return add({.op = Op::steps, .a = static_cast<std::uint32_t>(program_.step_lists.size() - 1)});
}

Result<std::uint32_t> Compiler::external(const std::string& name, const Boxed& boxed) {
    return define(name, boxed.parameters, Scope(), Type{}, [&](const Scope& inner) {
        Result<Typed> function = boxed_function(boxed, inner);
        std::vector<NodeId> arguments;
        for (const auto& [parameter, type] : boxed.parameters) {
            arguments.push_back(read(inner.own(parameter)->index));
        }
        if (function) {
            *function = invocation(function->node, arguments, {});
        }
        return function;
    });
}

Typed Compiler::coerced(Typed value, const Type& type) {
    if (type.kind == Type::Kind::any) {
        return value;
    }
    const std::uint32_t wanted = shape(type);
    return Typed{add({.op = Op::coerce, .a = value.node, .b = wanted}), type};
}

std::uint32_t Compiler::shape(const Type& type) {
    const ShapeKey key{
        type.kind,          type.codes.get(),   type.allowed.get(),  type.constraint.get(),
        type.element.get(), type.members.get(), type.signature.get()};
    if (const auto known = shapes_.find(key); known != shapes_.end()) {
        return known->second;
    }
    const std::uint32_t source = source_;
    Shape made;
    made.type = type;
    const auto compiled = [this, &type](const std::shared_ptr<const std::string>& text) {
        if (text == nullptr) {
            return no_node;
        }
        const Scope nothing_known;
        return whole_tests(*text, "allowed values", nothing_known, type).value_or(no_node);
    };
    made.allowed = compiled(type.allowed);
    made.constraint = compiled(type.constraint);
    if (type.element != nullptr && type.kind == Type::Kind::list) {
        made.element = shape(*type.element);
    }
    if (type.members != nullptr) {
        for (const auto& [name, member] : *type.members) {
            made.members.push_back(shape(member));
        }
    }
    source_ = source;
    program_.shapes.push_back(std::move(made));
    const auto position = static_cast<std::uint32_t>(program_.shapes.size() - 1);
    shapes_.emplace(key, position);
    return position;
}

}  // namespace feel
