#include "feel/parse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "feel/parser.h"

namespace feel {

namespace {

constexpr int depth_max = 200;
constexpr std::size_t joins_max = 500;

Ast binary(Operator op, std::size_t at, Ast left, Ast right) {
    Ast made = ast_node(AstKind::binary, at, {});
    made.op = op;
    made.children.push_back(std::move(left));
    made.children.push_back(std::move(right));
    return made;
}

std::optional<Operator> comparison(const Token& token) {
    constexpr std::array<std::pair<std::string_view, Operator>, 6> operators = {{
        {"=", Operator::equal},
        {"!=", Operator::not_equal},
        {"<", Operator::less},
        {"<=", Operator::less_equal},
        {">", Operator::greater},
        {">=", Operator::greater_equal},
    }};
    for (const auto& [text, op] : operators) {
        if (token.is(text)) {
            return op;
        }
    }
    return std::nullopt;
}

bool holds_join(std::string_view symbol) {
    constexpr std::array<std::string_view, 13> joins = {"+", "-", "*", "/",  "**", ".", "[",
                                                        "<", ">", "=", "<=", ">=", "!="};
    return std::find(joins.begin(), joins.end(), symbol) != joins.end();
}

// Operators in a row make a tree as deep as the row is long.
Outcome check_joins(const std::vector<Token>& tokens) {
    std::size_t joins = 0;
    for (const Token& token : tokens) {
        const bool joins_values = token.kind == Token::Kind::symbol && holds_join(token.text);
        const bool joins_truths = token.is_word("and") || token.is_word("or") ||
                                  token.is_word("in") || token.is_word("between");
        if ((joins_values || joins_truths) && ++joins > joins_max) {
            return Error{"feel.too_deep",
                         "The expression joins more than 500 values. Cut it into steps.",
                         "character " + std::to_string(token.at + 1)};
        }
    }
    return Done{};
}

}  // namespace

Result<Ast> Parser::whole_expression() {
    TRY(Ast made, expression());
    TRY_DONE(end());
    return made;
}

Result<Ast> Parser::whole_unary_tests() {
    if (now().is("-") && tokens_.size() == 2) {
        return ast_node(AstKind::any, now().at, {});
    }
    if (now().is_word("not") && ahead(1).is("(")) {
        const std::size_t start = at_;
        const std::size_t at = now().at;
        at_ += 2;
        TRY(std::vector<Ast> tests, test_list());
        TRY_DONE(expect(")"));
        if (now().kind == Token::Kind::end) {
            return ast_node(AstKind::none_of, at, std::move(tests));
        }
        at_ = start;  // not(...) goes on as an expression: not(a) and b
    }
    const std::size_t at = now().at;
    TRY(std::vector<Ast> tests, test_list());
    TRY_DONE(end());
    if (tests.size() == 1) {
        return std::move(tests.front());
    }
    return ast_node(AstKind::one_of, at, std::move(tests));
}

Error Parser::syntax(const std::string& wanted) const {
    const std::string met =
        now().kind == Token::Kind::end ? "the end of the text" : "\"" + now().text + "\"";
    return Error{"feel.syntax", "Here should be " + wanted + ", not " + met + ".",
                 "character " + std::to_string(now().at + 1)};
}

Outcome Parser::expect(std::string_view symbol) {
    if (!take(symbol)) {
        return syntax("\"" + std::string(symbol) + "\"");
    }
    return Done{};
}

Outcome Parser::expect_word(std::string_view word) {
    if (!take_word(word)) {
        return syntax("\"" + std::string(word) + "\"");
    }
    return Done{};
}

Outcome Parser::end() const {
    if (now().kind != Token::Kind::end) {
        return syntax("the end of the expression");
    }
    return Done{};
}

Result<Ast> Parser::expression() {
    if (++depth_ > depth_max) {
        return Error{"feel.too_deep",
                     "The expression is nested more than 200 deep. Cut it into steps.",
                     "character " + std::to_string(now().at + 1)};
    }
    Result<Ast> made = now().is_word("if")      ? conditional()
                       : now().is_word("for")   ? iteration(AstKind::for_each, "return")
                       : now().is_word("some")  ? iteration(AstKind::some, "satisfies")
                       : now().is_word("every") ? iteration(AstKind::every, "satisfies")
                                                : disjunction();
    --depth_;
    return made;
}

Result<Ast> Parser::conditional() {
    Ast made = ast_node(AstKind::conditional, now().at, {});
    ++at_;
    TRY(Ast condition, expression());
    TRY_DONE(expect_word("then"));
    TRY(Ast yes, expression());
    TRY_DONE(expect_word("else"));
    TRY(Ast no, expression());
    made.children.push_back(std::move(condition));
    made.children.push_back(std::move(yes));
    made.children.push_back(std::move(no));
    return made;
}

Result<Ast> Parser::iteration(AstKind kind, std::string_view last) {
    Ast made = ast_node(kind, now().at, {});
    ++at_;
    const NameBook outer = locals_;
    do {
        TRY(std::string name, new_name());
        TRY_DONE(expect_word("in"));
        const std::size_t at = now().at;
        TRY(Ast domain, expression());
        if (take("..")) {
            TRY(Ast high, expression());
            std::vector<Ast> ends;
            ends.push_back(std::move(domain));
            ends.push_back(std::move(high));
            domain = ast_node(AstKind::span, at, std::move(ends));
        }
        locals_.add(name);
        made.names.push_back(std::move(name));
        made.children.push_back(std::move(domain));
    } while (take(","));
    TRY_DONE(expect_word(last));
    if (kind == AstKind::for_each && names_.full) {
        locals_.add("partial");
    }
    TRY(Ast body, expression());
    made.children.push_back(std::move(body));
    locals_ = outer;
    return made;
}

Result<Ast> Parser::disjunction() {
    TRY(Ast left, conjunction());
    while (now().is_word("or")) {
        const std::size_t at = now().at;
        ++at_;
        TRY(Ast right, conjunction());
        left = binary(Operator::either, at, std::move(left), std::move(right));
    }
    return left;
}

Result<Ast> Parser::conjunction() {
    TRY(Ast left, comparison_level());
    while (now().is_word("and")) {
        const std::size_t at = now().at;
        ++at_;
        TRY(Ast right, comparison_level());
        left = binary(Operator::both, at, std::move(left), std::move(right));
    }
    return left;
}

Result<Ast> Parser::comparison_level() {
    TRY(Ast left, sum());
    for (;;) {
        const std::size_t at = now().at;
        if (const std::optional<Operator> op = comparison(now())) {
            ++at_;
            TRY(Ast right, sum());
            left = binary(*op, at, std::move(left), std::move(right));
        } else if (take_word("between")) {
            Ast made = ast_node(AstKind::between, at, {});
            made.children.push_back(std::move(left));
            TRY(Ast low, sum());
            TRY_DONE(expect_word("and"));
            TRY(Ast high, sum());
            made.children.push_back(std::move(low));
            made.children.push_back(std::move(high));
            left = std::move(made);
        } else if (take_word("in")) {
            Ast made = ast_node(AstKind::in, at, {});
            made.children.push_back(std::move(left));
            TRY(std::vector<Ast> tests, in_tests());
            for (Ast& each : tests) {
                made.children.push_back(std::move(each));
            }
            left = std::move(made);
        } else if (now().is_word("instance") && names_.full) {
            TRY(left, instance_of(std::move(left)));
        } else if (now().is_word("instance")) {
            return Error{"feel.not_supported",
                         "\"instance of\" is not supported yet. Compare with null instead.",
                         "character " + std::to_string(at + 1)};
        } else {
            return left;
        }
    }
}

Result<std::vector<Ast>> Parser::in_tests() {
    if (now().is("(")) {
        const std::size_t start = at_;
        ++at_;
        Result<std::vector<Ast>> tests = test_list();
        if (tests && take(")")) {
            return tests;
        }
        at_ = start;  // an open range "(1..5]"
    }
    TRY(Ast one, test());
    std::vector<Ast> tests;
    tests.push_back(std::move(one));
    return tests;
}

Result<std::vector<Ast>> Parser::test_list() {
    std::vector<Ast> tests;
    do {
        TRY(Ast one, test());
        tests.push_back(std::move(one));
    } while (take(","));
    return tests;
}

Result<Ast> Parser::test() {
    const std::size_t at = now().at;
    if (const std::optional<Operator> op = comparison(now())) {
        ++at_;
        TRY(Ast bound, sum());
        Ast made = ast_node(AstKind::compare, at, {});
        made.op = *op;
        made.children.push_back(std::move(bound));
        return made;
    }
    return expression();
}

Result<Ast> Parser::sum() {
    TRY(Ast left, product());
    while (now().is("+") || now().is("-")) {
        const Operator op = now().is("+") ? Operator::add : Operator::subtract;
        const std::size_t at = now().at;
        ++at_;
        TRY(Ast right, product());
        left = binary(op, at, std::move(left), std::move(right));
    }
    return left;
}

Result<Ast> Parser::product() {
    TRY(Ast left, power());
    while (now().is("*") || now().is("/")) {
        const Operator op = now().is("*") ? Operator::multiply : Operator::divide;
        const std::size_t at = now().at;
        ++at_;
        TRY(Ast right, power());
        left = binary(op, at, std::move(left), std::move(right));
    }
    return left;
}

Result<Ast> Parser::power() {
    TRY(Ast left, unary());
    while (now().is("**")) {
        const std::size_t at = now().at;
        ++at_;
        TRY(Ast right, unary());
        left = binary(Operator::power, at, std::move(left), std::move(right));
    }
    return left;
}

Result<Ast> Parser::unary() {
    std::size_t minuses = 0;
    const std::size_t at = now().at;
    while (take("-")) {
        ++minuses;
    }
    TRY(Ast made, postfix());
    // An even number of minuses still says that the operand is a number or duration.
    for (std::size_t i = 0; i < (minuses == 0 ? 0 : 2 - minuses % 2); ++i) {
        std::vector<Ast> operand;
        operand.push_back(std::move(made));
        made = ast_node(AstKind::negate, at, std::move(operand));
    }
    return made;
}

Result<Ast> parse_expression(std::string_view text, const ParseNames& names) {
    TRY(std::vector<Token> tokens, lex(text));
    TRY_DONE(check_joins(tokens));
    return Parser(std::move(tokens), names).whole_expression();
}

Result<Ast> parse_unary_tests(std::string_view text, const ParseNames& names) {
    TRY(std::vector<Token> tokens, lex(text));
    TRY_DONE(check_joins(tokens));
    return Parser(std::move(tokens), names).whole_unary_tests();
}

}  // namespace feel
