// Unary tests: the cells of decision tables and what stands behind "in".

#include <algorithm>

#include "feel/check.h"
#include "feel/compile.h"
#include "feel/operate.h"

namespace feel {

namespace {

bool mentions_tested_value(const Ast& ast) {
    return (ast.kind == AstKind::name && ast.text == "?") ||
           std::any_of(ast.children.begin(), ast.children.end(), mentions_tested_value);
}

}  // namespace

Result<NodeId> Compiler::tests(std::string_view text, const std::string& place, const Scope& scope,
                               const Type& tested) {
    Result<NodeId> made = whole_tests(text, place, scope, tested);
    if (!made && !strict()) {
        warnings_.push_back(made.error());
        return add({.op = Op::test_one});  // one of no tests: it never holds
    }
    return made;
}

Result<NodeId> Compiler::whole_tests(std::string_view text, const std::string& place,
                                     const Scope& scope, const Type& tested) {
    source_ = add_source(place, text);
    ParseNames names;
    names.types = types_.get();
    names.full = !strict();
    scope.tell(names);
    names.variables.add("?");
    Result<Ast> ast = parse_unary_tests(text, names);
    if (!ast) {
        return base::at(place, Error{ast.error().code,
                                     ast.error().message + " It stands in: " + std::string(text),
                                     ast.error().place});
    }
    if (ast->kind == AstKind::any) {
        return no_node;
    }
    return test(*ast, scope, tested);
}

Result<NodeId> Compiler::test_group(Op op, const std::vector<Ast>& tests, const Scope& scope,
                                    const Type& tested) {
    std::vector<NodeId> nodes;
    for (const Ast& each : tests) {
        TRY(NodeId one, test(each, scope, tested));
        nodes.push_back(one);
    }
    return add({.op = op, .a = add_links(nodes), .b = static_cast<std::uint32_t>(nodes.size())});
}

Result<NodeId> Compiler::test(const Ast& ast, const Scope& scope, const Type& tested) {
    switch (ast.kind) {
        case AstKind::none_of:
            return test_group(Op::test_none, ast.children, scope, tested);
        case AstKind::one_of:
            return test_group(Op::test_one, ast.children, scope, tested);
        case AstKind::list:
            if (strict() && tested.kind != Type::Kind::list && !ast.children.empty()) {
                return test_group(Op::test_one, ast.children, scope, tested);
            }
            return value_test(ast, scope, tested);
        case AstKind::range:
            return range_test(ast, scope, tested);
        case AstKind::compare: {
            TRY(Typed bound, expression(ast.children[0], Around{scope, true}));
            if (strict() && !type_of_binary(ast.op, tested, bound.type)) {
                return refusal("feel.wrong_type",
                               "\"" + std::string(to_text(ast.op)) + "\" cannot compare " +
                                   to_text(tested) + " with " + to_text(bound.type) + ".",
                               ast);
            }
            if (strict()) {
                TRY_DONE(check_codes(ast.children[0], tested));
            }
            return add({.op = Op::test_compare, .by = ast.op, .a = bound.node});
        }
        case AstKind::any:
            return refusal("feel.syntax", "\"-\" must stand alone in its cell.", ast);
        case AstKind::literal:
        case AstKind::name:
        case AstKind::path:
        case AstKind::filter:
        case AstKind::call:
        case AstKind::negate:
        case AstKind::binary:
        case AstKind::between:
        case AstKind::in:
        case AstKind::conditional:
        case AstKind::for_each:
        case AstKind::some:
        case AstKind::every:
        case AstKind::context:
        case AstKind::span:
        case AstKind::function:
        case AstKind::invoke:
        case AstKind::instance_of:
            break;
    }
    return value_test(ast, scope, tested);
}

Result<NodeId> Compiler::value_test(const Ast& ast, const Scope& scope, const Type& tested) {
    if (mentions_tested_value(ast)) {
        const std::uint32_t slot = new_slot();
        Scope inner(&scope);
        inner.bind("?", Binding{Binding::Kind::slot, slot, tested});
        TRY(Typed condition, expression(ast, Around{inner}));
        if (strict() && condition.type.kind != Type::Kind::boolean) {
            return refusal("feel.wrong_type", "A test with \"?\" must be true or false.", ast);
        }
        return add({.op = Op::test_truth, .a = condition.node, .c = slot});
    }
    TRY(Typed value, expression(ast, Around{scope}));
    if (strict()) {
        if (value.type.kind == Type::Kind::boolean && ast.kind != AstKind::literal &&
            ast.kind != AstKind::name && ast.kind != AstKind::path) {
            return refusal("feel.outside_profile",
                           "It is not clear what is tested here; write the tested value as \"?\".",
                           ast);
        }
        const bool contained =
            value.type.kind == Type::Kind::list &&
            (value.type.element == nullptr || common(tested, *value.type.element).has_value());
        if (!contained && !common(tested, value.type)) {
            return refusal("feel.wrong_type",
                           "A value of " + to_text(value.type) + " can never be met by " +
                               to_text(tested) + ".",
                           ast);
        }
        TRY_DONE(check_codes(ast, tested));
    }
    return add({.op = Op::test_value, .a = value.node});
}

Result<NodeId> Compiler::range_test(const Ast& ast, const Scope& scope, const Type& tested) {
    TRY(Typed low, expression(ast.children[0], Around{scope, true}));
    TRY(Typed high, expression(ast.children[1], Around{scope, true}));
    if (strict() && (!type_of_binary(Operator::less, tested, low.type) ||
                     !type_of_binary(Operator::less, tested, high.type))) {
        return refusal("feel.wrong_type",
                       "A range from " + to_text(low.type) + " to " + to_text(high.type) +
                           " cannot hold " + to_text(tested) + ".",
                       ast);
    }
    return add({.op = Op::test_range,
                .low_open = ast.low_open,
                .high_open = ast.high_open,
                .a = low.node,
                .b = high.node});
}

}  // namespace feel
