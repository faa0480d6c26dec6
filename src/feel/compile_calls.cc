// Calls of built-in functions and of business knowledge models.

#include <algorithm>

#include "feel/builtins.h"
#include "feel/check.h"
#include "feel/compile.h"

namespace feel {

namespace {

// Gives the kind of what a function that selects (min, max) gives.
std::optional<Type> selected(const std::vector<Typed>& arguments) {
    if (arguments.size() == 1 && arguments[0].type.kind == Type::Kind::list) {
        return arguments[0].type.element == nullptr ? Type{} : *arguments[0].type.element;
    }
    std::optional<Type> type;
    for (const Typed& each : arguments) {
        type = type ? common(*type, each.type) : each.type;
        if (!type) {
            return std::nullopt;
        }
    }
    return type;
}

bool takes(Type::Kind wanted, const Type& given) {
    return wanted == Type::Kind::any || fits(given, Type{wanted});
}

// What is wrong with the kinds of the arguments; empty when nothing is.
std::string kind_fault(const Builtin& builtin, const std::vector<Typed>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Type& given = arguments[i].type;
        const Type::Kind wanted = builtin.kinds[std::min(i, builtin.kinds.size() - 1)];
        if (builtin.takes_many && given.kind == Type::Kind::list && arguments.size() == 1) {
            if (given.element == nullptr || takes(wanted, *given.element)) {
                continue;
            }
        } else if (takes(wanted, given)) {
            continue;
        }
        return std::string(builtin.name) + " needs " + to_text(Type{wanted}) + ", not " +
               to_text(given) + ".";
    }
    return "";
}

// The names of the parameters: those of the form that knows every name given, else the first.
std::vector<std::string> names_of(const Builtin& builtin, const std::vector<std::string>& given) {
    const auto knows = [&given](const std::vector<std::string_view>& form) {
        return std::all_of(given.begin(), given.end(), [&form](const std::string& name) {
            return std::find(form.begin(), form.end(), name) != form.end();
        });
    };
    const auto other = std::find_if(builtin.other_forms.begin(), builtin.other_forms.end(), knows);
    const bool is_other = !knows(builtin.parameters) && other != builtin.other_forms.end();
    const std::vector<std::string_view>& form = is_other ? *other : builtin.parameters;
    return std::vector<std::string>(form.begin(), form.end());
}

}  // namespace

// In full FEEL a named argument that is left out is null; the policy language asks for those before
// the last one given.
Result<std::vector<Typed>> Compiler::named_arguments(const Ast& ast,
                                                     const std::vector<std::string>& parameters,
                                                     std::vector<Typed> given) {
    std::vector<std::optional<Typed>> ordered(strict() ? ast.names.size() : parameters.size());
    std::size_t past = 0;
    for (std::size_t i = 0; i < ast.names.size(); ++i) {
        const auto place = std::find(parameters.begin(), parameters.end(), ast.names[i]);
        const auto index = static_cast<std::size_t>(place - parameters.begin());
        if (place == parameters.end() || index >= ordered.size() || ordered[index]) {
            return refusal("feel.arguments",
                           ast.text + " has no argument called \"" + ast.names[i] +
                               "\", or it is given twice, or one before it is missing.",
                           ast);
        }
        ordered[index] = std::move(given[i]);
        past = std::max(past, index + 1);
    }
    std::vector<Typed> all;
    for (std::size_t i = 0; i < past; ++i) {
        all.push_back(ordered[i] ? std::move(*ordered[i]) : nothing());
    }
    return all;
}

Result<std::vector<Typed>> Compiler::arguments(const Ast& ast,
                                               const std::vector<std::string>& parameters,
                                               const Around& around) {
    std::vector<Typed> given;
    for (const Ast& each : ast.children) {
        TRY(Typed argument, expression(each, around));
        given.push_back(std::move(argument));
    }
    if (ast.names.empty()) {
        return given;
    }
    return named_arguments(ast, parameters, std::move(given));
}

Result<Typed> Compiler::call(const Ast& ast, const Around& around) {
    if (!strict()) {
        return full_call(ast, around);
    }
    const Binding* bound = around.scope.find(ast.text);
    if (bound != nullptr && bound->kind == Binding::Kind::function) {
        const std::uint32_t index = bound->index;
        TRY(std::vector<Typed> given,
            arguments(ast, program_.functions[index].parameters, Around{around.scope}));
        const Function& function = program_.functions[index];
        if (given.size() != function.parameters.size()) {
            return refusal("feel.arguments",
                           ast.text + " takes " + std::to_string(function.parameters.size()) +
                               " arguments, not " + std::to_string(given.size()) + ".",
                           ast);
        }
        for (std::size_t i = 0; i < given.size() && strict(); ++i) {
            if (!fits(given[i].type, function.parameter_types[i])) {
                return refusal("feel.wrong_type",
                               "The argument \"" + function.parameters[i] + "\" of " + ast.text +
                                   " must be " + to_text(function.parameter_types[i]) + ", not " +
                                   to_text(given[i].type) + ".",
                               ast);
            }
        }
        return function_call(index, given);
    }
    const std::optional<std::size_t> index = find_builtin(ast.text);
    if (!index || !builtins()[*index].in_profile) {
        return refusal("feel.unknown_name",
                       "There is no function \"" + ast.text +
                           "\" in the policy language, and none is required here.",
                       ast);
    }
    return builtin_call(ast, *index, around);
}

Result<Typed> Compiler::builtin_call(const Ast& ast, std::size_t index, const Around& around) {
    const Builtin& builtin = builtins()[index];
    if (strict() && builtin.divides && !around.quotient_allowed) {
        return refusal("feel.outside_profile",
                       "A mean must be rounded at once: write round half up(mean(...), 2).", ast);
    }
    const bool quotient = builtin.rounds || (builtin.selects && around.quotient_allowed);
    std::vector<std::string> names = names_of(builtin, ast.names);
    Result<std::vector<Typed>> read = arguments(ast, names, Around{around.scope, quotient});
    if (!read) {
        // In full FEEL a call with names there are none of is null; what stands around it is not.
        const bool is_null = !strict() && read.error().code == "feel.arguments";
        return is_null ? Result<Typed>(nothing()) : read.error();
    }
    std::vector<Typed> given = std::move(*read);
    while (!strict() && !ast.names.empty() && given.size() < builtin.required) {
        given.push_back(nothing());
    }
    if (given.size() < builtin.required ||
        (!builtin.takes_many && given.size() > builtin.parameters.size())) {
        if (!strict()) {
            return Typed{constant(Value()), Type{}};
        }
        return refusal("feel.arguments",
                       ast.text + " takes " + std::to_string(builtin.parameters.size()) +
                           " arguments, not " + std::to_string(given.size()) + ".",
                       ast);
    }
    Type type{builtin.result};
    if (strict()) {
        if (const std::string fault = kind_fault(builtin, given); !fault.empty()) {
            return refusal("feel.wrong_type", fault, ast);
        }
    }
    if (builtin.selects) {
        const std::optional<Type> chosen = selected(given);
        if (!chosen && strict()) {
            return refusal("feel.wrong_type", ast.text + " needs values of one kind.", ast);
        }
        type = chosen.value_or(Type{});
    } else if (builtin.name == "abs") {
        type = given[0].type;
    } else if (builtin.name == "duration" && ast.children[0].kind == AstKind::literal &&
               ast.children[0].value.string() != nullptr) {
        const std::optional<Value> length = builtin.run(std::vector<Value>{ast.children[0].value});
        if (!length && strict()) {
            return refusal("feel.wrong_type", "A duration is written \"P1Y6M\" or \"P14D\".", ast);
        }
        type = length ? type_of(*length) : Type{};
    }
    std::vector<NodeId> nodes;
    nodes.reserve(given.size());
    for (const Typed& each : given) {
        nodes.push_back(each.node);
    }
    return Typed{add({.op = Op::builtin,
                      .a = static_cast<std::uint32_t>(index),
                      .b = add_links(nodes),
                      .c = static_cast<std::uint32_t>(nodes.size())}),
                 type};
}

Result<Typed> Compiler::function_call(std::uint32_t index, const std::vector<Typed>& arguments) {
    const Function& function = program_.functions[index];
    for (const std::uint32_t read : function.reads) {
        note_read(read);
    }
    std::vector<NodeId> nodes;
    nodes.reserve(arguments.size());
    for (const Typed& each : arguments) {
        nodes.push_back(each.node);
    }
    return Typed{add({.op = Op::call,
                      .a = index,
                      .b = add_links(nodes),
                      .c = static_cast<std::uint32_t>(nodes.size())}),
                 function.result};
}

Result<std::uint32_t> Compiler::function(
    const std::string& name, const std::vector<std::pair<std::string, Type>>& parameters,
    const Boxed& body, const Scope& scope, const std::optional<Type>& result) {
    return define(name, parameters, scope, result.value_or(Type{}),
                  [&](const Scope& inner) { return boxed(body, inner, result); });
}

Result<std::uint32_t> Compiler::define(const std::string& name,
                                       const std::vector<std::pair<std::string, Type>>& parameters,
                                       const Scope& scope, const Type& result,
                                       const std::function<Result<Typed>(const Scope&)>& body) {
    Function made;
    made.name = name;
    made.frame = program_.slots;
    open_functions_.push_back({made.frame, {}});
    Scope inner(&scope);
    for (const auto& [parameter, type] : parameters) {
        const std::uint32_t slot = new_slot();
        made.parameters.push_back(parameter);
        made.parameter_types.push_back(type);
        made.slots.push_back(slot);
        inner.bind(parameter, Binding{Binding::Kind::slot, slot, type});
    }
    const std::vector<std::uint32_t> outer_reads = take_reads();
    const Result<Typed> compiled = body(inner);
    made.captures = std::move(open_functions_.back().captures);
    open_functions_.pop_back();
    if (!compiled) {
        return compiled.error();
    }
    made.frame_end = program_.slots;
    made.reads = take_reads();
    reads_ = outer_reads;
    made.body = compiled->node;
    made.result = result.kind != Type::Kind::any ? result : compiled->type;
    if (!strict()) {
        describe(made);
    }
    program_.functions.push_back(std::move(made));
    return static_cast<std::uint32_t>(program_.functions.size() - 1);
}

}  // namespace feel
