#include "feel/compile.h"

#include <algorithm>
#include <set>

#include "feel/builtins.h"
#include "feel/check.h"
#include "feel/operate.h"

namespace feel {

void Scope::bind(std::string name, Binding binding) {
    bindings_.insert_or_assign(std::move(name), std::move(binding));
}

const Binding* Scope::find(std::string_view name) const {
    const auto found = bindings_.find(name);
    if (found != bindings_.end()) {
        return &found->second;
    }
    return outer_ == nullptr ? nullptr : outer_->find(name);
}

const Binding* Scope::own(std::string_view name) const {
    const auto found = bindings_.find(name);
    return found == bindings_.end() ? nullptr : &found->second;
}

namespace {

void tell_members(const Type& type, NameBook& members, std::set<const void*>& told) {
    if (type.element != nullptr && told.insert(type.element.get()).second) {
        tell_members(*type.element, members, told);
    }
    if (type.members != nullptr && told.insert(type.members.get()).second) {
        for (const auto& [name, each] : *type.members) {
            members.add(name);
            tell_members(each, members, told);
        }
    }
}

}  // namespace

void Scope::tell(ParseNames& names) const {
    if (outer_ != nullptr) {
        outer_->tell(names);
    }
    std::set<const void*> told;
    for (const auto& [name, binding] : bindings_) {
        names.variables.add(name);
        tell_members(binding.type, names.members, told);
    }
}

NodeId Compiler::add(Node node) {
    node.source = source_;
    program_.nodes.push_back(node);
    return static_cast<NodeId>(program_.nodes.size() - 1);
}

NodeId Compiler::constant(Value value) {
    program_.constants.push_back(std::move(value));
    return add(
        {.op = Op::constant, .a = static_cast<std::uint32_t>(program_.constants.size() - 1)});
}

std::uint32_t Compiler::add_links(const std::vector<std::uint32_t>& links) {
    const auto first = static_cast<std::uint32_t>(program_.links.size());
    program_.links.insert(program_.links.end(), links.begin(), links.end());
    return first;
}

std::uint32_t Compiler::add_source(const std::string& place, std::string_view text) {
    program_.sources.push_back(Source{place, std::string(text)});
    return static_cast<std::uint32_t>(program_.sources.size() - 1);
}

Error Compiler::refusal(std::string code, std::string message, const Ast& ast) const {
    const Source& source = program_.sources[source_];
    return Error{std::move(code), std::move(message) + " It stands in: " + source.text,
                 source.place + ", character " + std::to_string(ast.at + 1)};
}

void Compiler::note_read(std::uint32_t parameter) {
    if (std::find(reads_.begin(), reads_.end(), parameter) == reads_.end()) {
        reads_.push_back(parameter);
    }
}

std::vector<std::uint32_t> Compiler::take_reads() {
    return std::exchange(reads_, {});
}

void Compiler::declare_parameters(const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        parameters_.emplace(id, static_cast<std::uint32_t>(program_.parameters.size()));
        program_.parameters.push_back(id);
        program_.parameter_slots.push_back(new_slot());
    }
}

Result<Typed> Compiler::text(std::string_view text, const std::string& place, const Scope& scope) {
    Result<Typed> made = whole_text(text, place, scope);
    if (!made && !strict()) {
        warnings_.push_back(made.error());
        return Typed{constant(Value()), Type{}};
    }
    return made;
}

Result<Typed> Compiler::whole_text(std::string_view text, const std::string& place,
                                   const Scope& scope) {
    source_ = add_source(place, text);
    ParseNames names;
    names.types = types_.get();
    names.full = !strict();
    scope.tell(names);
    Result<Ast> ast = parse_expression(text, names);
    if (!ast) {
        return base::at(place, Error{ast.error().code,
                                     ast.error().message + " It stands in: " + std::string(text),
                                     ast.error().place});
    }
    return expression(*ast, Around{scope});
}

// In full FEEL what cannot be compiled is null, and what stands around it goes on.
Result<Typed> Compiler::expression(const Ast& ast, const Around& around) {
    Result<Typed> made = checked_expression(ast, around);
    if (!made && !strict()) {
        warnings_.push_back(made.error());
        return nothing();
    }
    return made;
}

Result<Typed> Compiler::checked_expression(const Ast& ast, const Around& around) {
    switch (ast.kind) {
        case AstKind::literal:
            if (strict() && tells_time(type_of(ast.value))) {
                return refusal("feel.outside_profile",
                               "The policy language knows days, not times of day.", ast);
            }
            return Typed{constant(ast.value), type_of(ast.value)};
        case AstKind::name:
            return name(ast, around);
        case AstKind::path:
            return path(ast, around);
        case AstKind::filter:
            return filter(ast, around);
        case AstKind::call:
            return call(ast, around);
        case AstKind::negate: {
            TRY(Typed operand, expression(ast.children[0], Around{around.scope}));
            if (strict() && !can_negate(operand.type)) {
                return refusal("feel.wrong_type",
                               "A minus needs a number, not " + to_text(operand.type) + ".", ast);
            }
            return Typed{add({.op = Op::negate, .a = operand.node}), operand.type};
        }
        case AstKind::binary:
            return binary(ast, around);
        case AstKind::between:
            return between(ast, around);
        case AstKind::in:
            return in(ast, around);
        case AstKind::conditional:
            return conditional(ast, around);
        case AstKind::for_each:
        case AstKind::some:
        case AstKind::every:
            return iteration(ast, around);
        case AstKind::list:
            return list(ast, around);
        case AstKind::context:
            return context(ast, around);
        case AstKind::function:
            return function_literal(ast, around);
        case AstKind::invoke:
            return invoke(ast, around);
        case AstKind::instance_of: {
            TRY(Typed value, expression(ast.children[0], Around{around.scope}));
            return Typed{add({.op = Op::instance_of, .a = value.node, .b = shape(ast.types[0])}),
                         Type{Type::Kind::boolean}};
        }
        case AstKind::span:
        case AstKind::range: {
            if (strict()) {
                return refusal("feel.outside_profile",
                               "A range may stand only behind \"in\" and in a cell of a table.",
                               ast);
            }
            TRY(Typed low, expression(ast.children[0], around));
            TRY(Typed high, expression(ast.children[1], around));
            return Typed{add({.op = ast.kind == AstKind::span ? Op::span : Op::range,
                              .low_open = ast.low_open,
                              .high_open = ast.high_open,
                              .a = low.node,
                              .b = high.node}),
                         ast.kind == AstKind::span ? list_of(low.type) : range_of(low.type)};
        }
        case AstKind::compare: {
            if (strict()) {
                return refusal("feel.syntax", "A test may stand only in a cell or behind \"in\".",
                               ast);
            }
            TRY(Typed bound, expression(ast.children[0], Around{around.scope}));
            return Typed{add({.op = Op::range_of, .by = ast.op, .a = bound.node}),
                         range_of(bound.type)};
        }
        case AstKind::any:
        case AstKind::none_of:
        case AstKind::one_of:
            return refusal("feel.syntax", "A test may stand only in a cell or behind \"in\".", ast);
    }
    return refusal("feel.syntax", "This is not an expression.", ast);
}

Result<Typed> Compiler::name(const Ast& ast, const Around& around) {
    if (!strict()) {
        return full_name(ast, around.scope);
    }
    const Binding* found = around.scope.find(ast.text);
    if (found == nullptr) {
        return refusal("feel.unknown_name",
                       "\"" + ast.text +
                           "\" is not known here: it is no required input or decision and no step "
                           "before this one.",
                       ast);
    }
    switch (found->kind) {
        case Binding::Kind::slot:
            return Typed{add({.op = Op::slot, .a = found->index}), found->type};
        case Binding::Kind::rates:
            return refusal("feel.outside_profile",
                           "Read one figure at a time, as in " + ast.text + ".name_of_the_figure.",
                           ast);
        case Binding::Kind::function:
            return refusal("feel.outside_profile",
                           "\"" + ast.text + "\" is a function: write its arguments in brackets.",
                           ast);
        case Binding::Kind::item_member: {
            const NodeId item = add({.op = Op::slot, .a = found->index});
            program_.names.push_back(ast.text);
            return Typed{add({.op = Op::member,
                              .a = item,
                              .b = static_cast<std::uint32_t>(program_.names.size() - 1)}),
                         found->type};
        }
    }
    return refusal("feel.unknown_name", "\"" + ast.text + "\" is not known here.", ast);
}

Result<Typed> Compiler::path(const Ast& ast, const Around& around) {
    const Ast& owner = ast.children[0];
    if (owner.kind == AstKind::name) {
        const Binding* binding = around.scope.find(owner.text);
        if (binding != nullptr && binding->kind == Binding::Kind::rates) {
            const auto parameter = parameters_.find(ast.text);
            if (parameter == parameters_.end()) {
                return refusal("feel.unknown_name",
                               "parameters.csv has no figure called \"" + ast.text + "\".", ast);
            }
            note_read(parameter->second);
            return Typed{add({.op = Op::parameter,
                              .a = program_.parameter_slots[parameter->second],
                              .b = parameter->second}),
                         Type{Type::Kind::number}};
        }
    }
    TRY(Typed whole, expression(owner, Around{around.scope}));
    const std::optional<Type> type = member_type(whole.type, ast.text);
    if (!type && strict()) {
        return refusal("feel.unknown_name",
                       "There is no \"" + ast.text + "\" in " + to_text(whole.type) + ".", ast);
    }
    program_.names.push_back(ast.text);
    return Typed{add({.op = Op::member,
                      .a = whole.node,
                      .b = static_cast<std::uint32_t>(program_.names.size() - 1)}),
                 type.value_or(Type{})};
}

Result<Typed> Compiler::binary(const Ast& ast, const Around& around) {
    const bool compares = is_comparison(ast.op);
    if (strict() && ast.op == Operator::divide && !around.quotient_allowed &&
        !divides_exactly(ast.children[1])) {
        return refusal("feel.outside_profile",
                       "A quotient must be rounded or compared at once, so that no digit is "
                       "dropped unseen: write round half up(a / b, 2), and multiply before "
                       "dividing.",
                       ast);
    }
    if (strict() && ast.op == Operator::power) {
        return refusal("feel.outside_profile", "Powers are not part of the policy language.", ast);
    }
    const Around inner{around.scope, compares};
    TRY(Typed left, expression(ast.children[0], inner));
    TRY(Typed right, expression(ast.children[1], inner));
    const std::optional<Type> type = type_of_binary(ast.op, left.type, right.type);
    if (!type && strict()) {
        return refusal("feel.wrong_type",
                       "\"" + std::string(to_text(ast.op)) + "\" cannot join " +
                           to_text(left.type) + " and " + to_text(right.type) + ".",
                       ast);
    }
    if (strict() && compares) {
        TRY_DONE(check_codes(ast.children[1], left.type));
        TRY_DONE(check_codes(ast.children[0], right.type));
    }
    return Typed{add({.op = Op::binary, .by = ast.op, .a = left.node, .b = right.node}),
                 type.value_or(Type{})};
}

Result<Typed> Compiler::between(const Ast& ast, const Around& around) {
    const Around inner{around.scope, true};
    TRY(Typed value, expression(ast.children[0], inner));
    TRY(Typed low, expression(ast.children[1], inner));
    TRY(Typed high, expression(ast.children[2], inner));
    if (strict() && (!type_of_binary(Operator::less, value.type, low.type) ||
                     !type_of_binary(Operator::less, value.type, high.type))) {
        return refusal("feel.wrong_type", "The value and both ends must be of one kind.", ast);
    }
    return Typed{add({.op = Op::between, .a = value.node, .b = low.node, .c = high.node}),
                 Type{Type::Kind::boolean}};
}

Result<Typed> Compiler::in(const Ast& ast, const Around& around) {
    TRY(Typed value, expression(ast.children[0], Around{around.scope, true}));
    const std::vector<Ast> tests(ast.children.begin() + 1, ast.children.end());
    TRY(NodeId whole, tests.size() == 1
                          ? test(tests.front(), around.scope, value.type)
                          : test_group(Op::test_one, tests, around.scope, value.type));
    return Typed{add({.op = Op::in, .a = value.node, .b = whole}), Type{Type::Kind::boolean}};
}

Result<Typed> Compiler::conditional(const Ast& ast, const Around& around) {
    TRY(Typed condition, expression(ast.children[0], Around{around.scope}));
    if (strict() && !fits(condition.type, Type{Type::Kind::boolean})) {
        return refusal(
            "feel.wrong_type",
            "What stands behind \"if\" must be true or false, not " + to_text(condition.type) + ".",
            ast);
    }
    TRY(Typed yes, expression(ast.children[1], around));
    TRY(Typed no, expression(ast.children[2], around));
    const std::optional<Type> type = common(yes.type, no.type);
    if (!type && strict()) {
        return refusal("feel.wrong_type",
                       "\"then\" gives " + to_text(yes.type) + " and \"else\" gives " +
                           to_text(no.type) + "; both must be of one kind.",
                       ast);
    }
    return Typed{add({.op = Op::conditional, .a = condition.node, .b = yes.node, .c = no.node}),
                 type.value_or(Type{})};
}

namespace {

bool mentions_partial(const Ast& ast) {
    return (ast.kind == AstKind::name && ast.text == "partial") ||
           std::any_of(ast.children.begin(), ast.children.end(), mentions_partial);
}

}  // namespace

Result<Typed> Compiler::iteration(const Ast& ast, const Around& around) {
    if (strict() && ast.kind == AstKind::for_each) {
        return refusal("feel.outside_profile",
                       "\"for\" is not part of the policy language; use sum, some or every.", ast);
    }
    Scope inner(&around.scope);
    std::vector<std::uint32_t> links;
    std::uint32_t partial = 0;
    for (std::size_t i = 0; i < ast.names.size(); ++i) {
        TRY(Typed domain, expression(ast.children[i], Around{inner}));
        if (strict() && domain.type.kind != Type::Kind::list) {
            return refusal(
                "feel.wrong_type",
                "What stands behind \"in\" must be a list, not " + to_text(domain.type) + ".",
                ast.children[i]);
        }
        const std::uint32_t slot = new_slot();
        links.push_back(slot);
        links.push_back(domain.node);
        const Type item = domain.type.element == nullptr ? Type{} : *domain.type.element;
        inner.bind(ast.names[i], Binding{Binding::Kind::slot, slot, item});
    }
    if (ast.kind == AstKind::for_each && mentions_partial(ast.children.back())) {
        const std::uint32_t slot = new_slot();
        inner.bind("partial", Binding{Binding::Kind::slot, slot, list_of(Type{})});
        partial = slot + 1;
    }
    TRY(Typed body, expression(ast.children.back(), Around{inner}));
    if (strict() && !fits(body.type, Type{Type::Kind::boolean})) {
        return refusal("feel.wrong_type", "What stands behind \"satisfies\" must be true or false.",
                       ast);
    }
    links.push_back(body.node);
    const Op op = ast.kind == AstKind::some    ? Op::some
                  : ast.kind == AstKind::every ? Op::every
                                               : Op::for_each;
    const Type type =
        ast.kind == AstKind::for_each ? list_of(body.type) : Type{Type::Kind::boolean};
    return Typed{add({.op = op,
                      .a = add_links(links),
                      .b = static_cast<std::uint32_t>(ast.names.size()),
                      .c = partial}),
                 type};
}

Result<Typed> Compiler::filter(const Ast& ast, const Around& around) {
    TRY(Typed whole, expression(ast.children[0], Around{around.scope}));
    if (strict() && whole.type.kind != Type::Kind::list) {
        return refusal("feel.wrong_type",
                       "Only a list can be filtered, not " + to_text(whole.type) + ".", ast);
    }
    const std::uint32_t slot = new_slot();
    const Type item = whole.type.element == nullptr ? Type{} : *whole.type.element;
    Scope inner(&around.scope);
    if (!strict()) {
        inner.bind_items(slot);
    } else if (item.members != nullptr) {
        for (const auto& [name, type] : *item.members) {
            inner.bind(name, Binding{Binding::Kind::item_member, slot, type});
        }
    }
    inner.bind("item", Binding{Binding::Kind::slot, slot, item});
    TRY(Typed condition, expression(ast.children[1], Around{inner}));
    if (strict() && condition.type.kind != Type::Kind::boolean) {
        return refusal("feel.outside_profile", "A filter must be a condition.", ast);
    }
    const Type type = condition.type.kind == Type::Kind::number ? item : whole.type;
    return Typed{add({.op = Op::filter, .a = whole.node, .b = condition.node, .c = slot}), type};
}

Result<Typed> Compiler::list(const Ast& ast, const Around& around) {
    std::vector<NodeId> items;
    std::optional<Type> type;
    for (const Ast& each : ast.children) {
        TRY(Typed item, expression(each, Around{around.scope}));
        items.push_back(item.node);
        const std::optional<Type> joint = type ? common(*type, item.type) : item.type;
        if (!joint && strict()) {
            return refusal("feel.wrong_type", "The items of a list must be of one kind.", each);
        }
        type = joint.value_or(Type{});
    }
    return Typed{
        add({.op = Op::list, .a = add_links(items), .b = static_cast<std::uint32_t>(items.size())}),
        list_of(type.value_or(Type{}))};
}

Result<Typed> Compiler::context(const Ast& ast, const Around& around) {
    StepList steps;
    Type::Members members;
    Scope inner(&around.scope);
    for (std::size_t i = 0; i < ast.names.size(); ++i) {
        if (!strict() && inner.own(ast.names[i]) != nullptr) {
            return refusal("feel.name_twice", "The context holds \"" + ast.names[i] + "\" twice.",
                           ast);
        }
        TRY(Typed value, expression(ast.children[i], Around{inner}));
        const std::uint32_t slot = new_slot();
        steps.slots.push_back(slot);
        steps.nodes.push_back(value.node);
        members.emplace_back(ast.names[i], value.type);
        inner.bind(ast.names[i], Binding{Binding::Kind::slot, slot, value.type});
    }
    steps.names = std::make_shared<const Names>(ast.names);
    program_.step_lists.push_back(std::move(steps));
    return Typed{
        add({.op = Op::steps, .a = static_cast<std::uint32_t>(program_.step_lists.size() - 1)}),
        context_of(std::move(members))};
}

Outcome Compiler::check_codes(const Ast& ast, const Type& tested) const {
    if (tested.codes == nullptr || ast.kind != AstKind::literal || ast.value.string() == nullptr) {
        return Done{};
    }
    const std::string& code = *ast.value.string();
    if (std::find(tested.codes->begin(), tested.codes->end(), code) == tested.codes->end()) {
        return refusal("feel.not_allowed",
                       "\"" + code + "\" is not one of the values allowed here.", ast);
    }
    return Done{};
}

}  // namespace feel
