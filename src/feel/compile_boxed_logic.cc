// The boxed expressions that only full FEEL reads: conditionals, filters, loops, functions and
// invocations of any value (DMN 1.4 and later, functions and invocations since 1.1).

#include <algorithm>

#include "feel/compile.h"
#include "feel/external.h"

namespace feel {

namespace {

const Boxed* entry(const Boxed& boxed, std::size_t at) {
    return at < boxed.entries.size() ? &boxed.entries[at].value : nullptr;
}

Error missing(const Boxed& boxed) {
    return Error{"feel.bad_context", "The boxed expression lacks a part.", boxed.place};
}

}  // namespace

Result<Typed> Compiler::boxed_call(const Boxed& boxed, const Scope& scope) {
    TRY(const Typed function, text(boxed.text, boxed.place, scope));
    std::vector<NodeId> arguments;
    std::vector<std::string> names;
    for (const BoxedEntry& each : boxed.entries) {
        TRY(const Typed argument, this->boxed(each.value, scope, std::nullopt));
        arguments.push_back(argument.node);
        names.push_back(each.name);
    }
    source_ = add_source(boxed.place, "an invocation of " + boxed.text);
    Typed made = invocation(function.node, arguments, std::move(names));
    if (function.type.signature != nullptr) {
        made.type = function.type.signature->result;
    }
    return made;
}

Result<Typed> Compiler::boxed_conditional(const Boxed& boxed, const Scope& scope) {
    const Boxed* no = entry(boxed, 2);
    if (no == nullptr) {
        return missing(boxed);
    }
    TRY(const Typed condition, this->boxed(*entry(boxed, 0), scope, std::nullopt));
    TRY(const Typed yes, this->boxed(*entry(boxed, 1), scope, std::nullopt));
    TRY(const Typed otherwise, this->boxed(*no, scope, std::nullopt));
    source_ = add_source(boxed.place, "a conditional");
    return Typed{
        add({.op = Op::checked_if, .a = condition.node, .b = yes.node, .c = otherwise.node}),
        common(yes.type, otherwise.type).value_or(Type{})};
}

Result<Typed> Compiler::boxed_filter(const Boxed& boxed, const Scope& scope) {
    const Boxed* match = entry(boxed, 1);
    if (match == nullptr) {
        return missing(boxed);
    }
    TRY(const Typed whole, this->boxed(*entry(boxed, 0), scope, std::nullopt));
    const std::uint32_t slot = new_slot();
    const Type item = whole.type.element == nullptr ? Type{} : *whole.type.element;
    Scope inner(&scope);
    inner.bind_items(slot);
    inner.bind("item", Binding{Binding::Kind::slot, slot, item});
    TRY(const Typed condition, this->boxed(*match, inner, std::nullopt));
    source_ = add_source(boxed.place, "a filter");
    return Typed{add({.op = Op::filter, .a = whole.node, .b = condition.node, .c = slot}),
                 condition.type.kind == Type::Kind::number ? item : whole.type};
}

Result<Typed> Compiler::boxed_loop(const Boxed& boxed, const Scope& scope) {
    const Boxed* body = entry(boxed, 1);
    if (body == nullptr) {
        return missing(boxed);
    }
    TRY(const Typed domain, this->boxed(*entry(boxed, 0), scope, std::nullopt));
    Scope inner(&scope);
    const std::uint32_t slot = new_slot();
    const Type item = domain.type.element == nullptr ? Type{} : *domain.type.element;
    inner.bind(boxed.text, Binding{Binding::Kind::slot, slot, item});
    const std::uint32_t partial = new_slot();
    if (boxed.kind == Boxed::Kind::for_each) {
        inner.bind("partial", Binding{Binding::Kind::slot, partial, list_of(Type{})});
    }
    const std::size_t first = program_.nodes.size();
    TRY(const Typed result, this->boxed(*body, inner, std::nullopt));
    const bool reads_partial = std::any_of(
        program_.nodes.begin() + static_cast<std::ptrdiff_t>(first), program_.nodes.end(),
        [partial](const Node& node) { return node.op == Op::slot && node.a == partial; });
    source_ = add_source(boxed.place, "a loop");
    const Op op = boxed.kind == Boxed::Kind::some    ? Op::some
                  : boxed.kind == Boxed::Kind::every ? Op::every
                                                     : Op::for_each;
    return Typed{add({.op = op,
                      .a = add_links({slot, domain.node, result.node}),
                      .b = 1,
                      .c = reads_partial ? partial + 1 : 0}),
                 op == Op::for_each ? list_of(result.type) : Type{Type::Kind::boolean}};
}

Result<Typed> Compiler::boxed_function(const Boxed& boxed, const Scope& scope) {
    if (boxed.external) {
        std::string class_name;
        std::string method;
        for (const BoxedEntry& each : boxed.entries) {
            (each.name == "class" ? class_name : method) = text_of_literal(each.value.text);
        }
        source_ = add_source(boxed.place, "an external function");
        return external_function(class_name, method, boxed.parameters);
    }
    const Boxed* body = entry(boxed, 0);
    if (body == nullptr) {
        return missing(boxed);
    }
    const std::uint32_t source = add_source(boxed.place, "a function");
    TRY(const Typed made,
        closure("function", boxed.parameters, scope, Type{},
                [&](const Scope& inner) { return this->boxed(*body, inner, std::nullopt); }));
    program_.nodes[made.node].source = source;
    return made;
}

}  // namespace feel
