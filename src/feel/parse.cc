#include "feel/parse.h"

#include <array>
#include <optional>
#include <utility>

#include "feel/duration.h"

namespace feel {

namespace {

constexpr int depth_max = 200;

constexpr std::array keywords = {"if",   "then",  "else",      "for",      "in", "return",
                                 "some", "every", "satisfies", "and",      "or", "between",
                                 "null", "true",  "false",     "instance", "of", "function"};

bool is_keyword(const Token& token) {
    if (token.kind != Token::Kind::name) {
        return false;
    }
    for (const char* word : keywords) {
        if (token.text == word) {
            return true;
        }
    }
    return false;
}

Ast node(AstKind kind, std::size_t at, std::vector<Ast> children) {
    Ast made;
    made.kind = kind;
    made.at = at;
    made.children = std::move(children);
    return made;
}

Ast binary(Operator op, std::size_t at, Ast left, Ast right) {
    Ast made = node(AstKind::binary, at, {});
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

class Parser {
public:
    Parser(std::vector<Token> tokens, const ParseNames& names)
        : tokens_(std::move(tokens)), names_(names) {}

    Result<Ast> whole_expression() {
        TRY(Ast made, expression());
        TRY_DONE(end());
        return made;
    }

    Result<Ast> whole_unary_tests() {
        if (now().is("-") && tokens_.size() == 2) {
            return node(AstKind::any, now().at, {});
        }
        if (now().is_word("not") && ahead(1).is("(")) {
            const std::size_t start = at_;
            const std::size_t at = now().at;
            at_ += 2;
            TRY(std::vector<Ast> tests, test_list());
            TRY_DONE(expect(")"));
            if (now().kind == Token::Kind::end) {
                return node(AstKind::none_of, at, std::move(tests));
            }
            at_ = start;  // not(...) goes on as an expression: not(a) and b
        }
        const std::size_t at = now().at;
        TRY(std::vector<Ast> tests, test_list());
        TRY_DONE(end());
        if (tests.size() == 1) {
            return std::move(tests.front());
        }
        return node(AstKind::one_of, at, std::move(tests));
    }

private:
    const Token& now() const { return tokens_[at_]; }
    const Token& ahead(std::size_t count) const {
        return tokens_[std::min(at_ + count, tokens_.size() - 1)];
    }
    bool take(std::string_view symbol) {
        const bool found = now().is(symbol);
        at_ += found ? 1 : 0;
        return found;
    }
    bool take_word(std::string_view word) {
        const bool found = now().is_word(word);
        at_ += found ? 1 : 0;
        return found;
    }

    Error syntax(const std::string& wanted) const {
        const std::string met =
            now().kind == Token::Kind::end ? "the end of the text" : "\"" + now().text + "\"";
        return Error{"feel.syntax", "Here should be " + wanted + ", not " + met + ".",
                     "character " + std::to_string(now().at + 1)};
    }

    Outcome expect(std::string_view symbol) {
        if (!take(symbol)) {
            return syntax("\"" + std::string(symbol) + "\"");
        }
        return Done{};
    }
    Outcome expect_word(std::string_view word) {
        if (!take_word(word)) {
            return syntax("\"" + std::string(word) + "\"");
        }
        return Done{};
    }
    Outcome end() const {
        if (now().kind != Token::Kind::end) {
            return syntax("the end of the expression");
        }
        return Done{};
    }

    // Joins name parts to the longest name in scope; a name nobody knows is one part.
    std::optional<std::string> name_in_scope() {
        std::string name;
        std::size_t length = names_.variables.longest(tokens_, at_, name);
        std::string other;
        if (const std::size_t local = locals_.longest(tokens_, at_, other);
            local >= length && local > 0) {
            length = local;
            name = other;
        }
        if (const std::size_t built_in = builtin_names().longest(tokens_, at_, other);
            built_in > length && tokens_[at_ + built_in].is("(")) {
            length = built_in;
            name = other;
        }
        if (length == 1 && is_keyword(now())) {
            length = 0;
        }
        if (length == 0) {
            if (now().kind != Token::Kind::name || is_keyword(now())) {
                return std::nullopt;
            }
            name = now().text;
            length = 1;
        }
        at_ += length;
        return name;
    }

    // The name of something new: parts up to a symbol or keyword that ends it.
    Result<std::string> new_name() {
        std::string name;
        while (now().kind == Token::Kind::name && !(is_keyword(now()) && !name.empty())) {
            name += (name.empty() ? "" : " ") + now().text;
            ++at_;
        }
        if (name.empty()) {
            return syntax("a name");
        }
        return name;
    }

    Result<Ast> expression() {
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

    Result<Ast> conditional() {
        Ast made = node(AstKind::conditional, now().at, {});
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

    Result<Ast> iteration(AstKind kind, std::string_view last) {
        Ast made = node(kind, now().at, {});
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
                domain = node(AstKind::range, at, std::move(ends));
            }
            locals_.add(name);
            made.names.push_back(std::move(name));
            made.children.push_back(std::move(domain));
        } while (take(","));
        TRY_DONE(expect_word(last));
        TRY(Ast body, expression());
        made.children.push_back(std::move(body));
        locals_ = outer;
        return made;
    }

    Result<Ast> disjunction() {
        TRY(Ast left, conjunction());
        while (now().is_word("or")) {
            const std::size_t at = now().at;
            ++at_;
            TRY(Ast right, conjunction());
            left = binary(Operator::or_, at, std::move(left), std::move(right));
        }
        return left;
    }

    Result<Ast> conjunction() {
        TRY(Ast left, comparison_level());
        while (now().is_word("and")) {
            const std::size_t at = now().at;
            ++at_;
            TRY(Ast right, comparison_level());
            left = binary(Operator::and_, at, std::move(left), std::move(right));
        }
        return left;
    }

    Result<Ast> comparison_level() {
        TRY(Ast left, sum());
        for (;;) {
            const std::size_t at = now().at;
            if (const std::optional<Operator> op = comparison(now())) {
                ++at_;
                TRY(Ast right, sum());
                left = binary(*op, at, std::move(left), std::move(right));
            } else if (take_word("between")) {
                Ast made = node(AstKind::between, at, {});
                made.children.push_back(std::move(left));
                TRY(Ast low, sum());
                TRY_DONE(expect_word("and"));
                TRY(Ast high, sum());
                made.children.push_back(std::move(low));
                made.children.push_back(std::move(high));
                left = std::move(made);
            } else if (take_word("in")) {
                Ast made = node(AstKind::in, at, {});
                made.children.push_back(std::move(left));
                TRY(std::vector<Ast> tests, in_tests());
                for (Ast& each : tests) {
                    made.children.push_back(std::move(each));
                }
                left = std::move(made);
            } else if (now().is_word("instance")) {
                return Error{"feel.not_supported",
                             "\"instance of\" is not supported yet. Compare with null instead.",
                             "character " + std::to_string(at + 1)};
            } else {
                return left;
            }
        }
    }

    // What follows "in": one test, or several in parentheses.
    Result<std::vector<Ast>> in_tests() {
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

    Result<std::vector<Ast>> test_list() {
        std::vector<Ast> tests;
        do {
            TRY(Ast one, test());
            tests.push_back(std::move(one));
        } while (take(","));
        return tests;
    }

    Result<Ast> test() {
        const std::size_t at = now().at;
        if (const std::optional<Operator> op = comparison(now())) {
            ++at_;
            TRY(Ast bound, sum());
            Ast made = node(AstKind::compare, at, {});
            made.op = *op;
            made.children.push_back(std::move(bound));
            return made;
        }
        return expression();
    }

    Result<Ast> sum() {
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

    Result<Ast> product() {
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

    Result<Ast> power() {
        TRY(Ast left, unary());
        while (now().is("**")) {
            const std::size_t at = now().at;
            ++at_;
            TRY(Ast right, unary());
            left = binary(Operator::power, at, std::move(left), std::move(right));
        }
        return left;
    }

    Result<Ast> unary() {
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
            made = node(AstKind::negate, at, std::move(operand));
        }
        return made;
    }

    Result<Ast> postfix() {
        TRY(Ast made, primary());
        for (;;) {
            const std::size_t at = now().at;
            if (now().is(".")) {
                ++at_;
                TRY(std::string member, member_name());
                std::vector<Ast> whole;
                whole.push_back(std::move(made));
                made = node(AstKind::path, at, std::move(whole));
                made.text = std::move(member);
            } else if (now().is("[") && starts_filter()) {
                ++at_;
                const NameBook outer = locals_;
                locals_.add("item");
                TRY(Ast condition, expression());
                locals_ = outer;
                TRY_DONE(expect("]"));
                Ast filter = node(AstKind::filter, at, {});
                filter.children.push_back(std::move(made));
                filter.children.push_back(std::move(condition));
                made = std::move(filter);
            } else {
                return made;
            }
        }
    }

    // Whether the "[" here opens a filter; at the end of "]1..5[" it closes a range.
    bool starts_filter() const {
        const Token& next = ahead(1);
        const bool ends = next.kind == Token::Kind::end || next.is(",") || next.is(")") ||
                          next.is("]") || next.is_word("and") || next.is_word("or") ||
                          next.is_word("then") || next.is_word("else");
        return !ends;
    }

    Result<std::string> member_name() {
        std::string name;
        if (const std::size_t length = names_.members.longest(tokens_, at_, name); length > 0) {
            at_ += length;
            return name;
        }
        if (now().kind != Token::Kind::name) {
            return syntax("the name of a member");
        }
        name = now().text;
        ++at_;
        return name;
    }

    Result<Ast> primary() {
        const Token token = now();
        Ast made = node(AstKind::literal, token.at, {});
        switch (token.kind) {
            case Token::Kind::number: {
                const std::optional<Decimal> number = Decimal::parse(token.text);
                if (!number) {
                    return Error{"feel.syntax", "The number " + token.text + " is too long.",
                                 "character " + std::to_string(token.at + 1)};
                }
                ++at_;
                made.value = *number;
                return made;
            }
            case Token::Kind::string:
                ++at_;
                made.value = token.text;
                return made;
            case Token::Kind::symbol:
                return bracketed();
            case Token::Kind::end:
                return syntax("a value");
            case Token::Kind::name:
                break;
        }
        if (std::optional<std::string> name = name_in_scope()) {
            made.kind = AstKind::name;
            made.text = std::move(*name);
            if (now().is("(")) {
                return call(std::move(made));
            }
            return made;
        }
        if (take_word("null")) {
            return made;
        }
        if (now().is_word("true") || now().is_word("false")) {
            made.value = now().text == "true";
            ++at_;
            return made;
        }
        if (now().is_word("function")) {
            return Error{"feel.not_supported",
                         "A function inside an expression is not supported yet. Write a business "
                         "knowledge model.",
                         "character " + std::to_string(token.at + 1)};
        }
        return syntax("a value");
    }

    Result<Ast> call(Ast function) {
        Ast made = node(AstKind::call, function.at, {});
        made.text = std::move(function.text);
        ++at_;
        if (take(")")) {
            return made;
        }
        const bool named = named_argument();
        do {
            if (named) {
                std::string name;
                while (!now().is(":") && now().kind != Token::Kind::end) {
                    name += (name.empty() ? "" : " ") + now().text;
                    ++at_;
                }
                TRY_DONE(expect(":"));
                made.names.push_back(std::move(name));
            }
            TRY(Ast argument, expression());
            made.children.push_back(std::move(argument));
        } while (take(","));
        TRY_DONE(expect(")"));
        return made;
    }

    // Whether "name:" stands here.
    bool named_argument() const {
        std::size_t i = at_;
        while (tokens_[i].kind == Token::Kind::name) {
            ++i;
        }
        return i > at_ && tokens_[i].is(":");
    }

    Result<Ast> bracketed() {
        const std::size_t at = now().at;
        if (take("@")) {
            return at_literal(at);
        }
        if (take("{")) {
            return context(at);
        }
        if (take("(")) {
            TRY(Ast inner, expression());
            if (now().is("..")) {
                return range(at, std::move(inner), true);
            }
            TRY_DONE(expect(")"));
            return inner;
        }
        if (take("]")) {
            TRY(Ast low, expression());
            return range(at, std::move(low), true);
        }
        if (take("[")) {
            Ast made = node(AstKind::list, at, {});
            if (take("]")) {
                return made;
            }
            TRY(Ast first, test());
            if (now().is("..")) {
                return range(at, std::move(first), false);
            }
            made.children.push_back(std::move(first));
            while (take(",")) {
                TRY(Ast item, test());
                made.children.push_back(std::move(item));
            }
            TRY_DONE(expect("]"));
            return made;
        }
        return syntax("a value");
    }

    Result<Ast> range(std::size_t at, Ast low, bool low_open) {
        TRY_DONE(expect(".."));
        TRY(Ast high, expression());
        Ast made = node(AstKind::range, at, {});
        made.low_open = low_open;
        if (take(")") || take("[")) {
            made.high_open = true;
        } else {
            TRY_DONE(expect("]"));
        }
        made.children.push_back(std::move(low));
        made.children.push_back(std::move(high));
        return made;
    }

    Result<Ast> context(std::size_t at) {
        Ast made = node(AstKind::context, at, {});
        if (take("}")) {
            return made;
        }
        const NameBook outer = locals_;
        do {
            std::string name;
            if (now().kind == Token::Kind::string) {
                name = now().text;
                ++at_;
            } else {
                while (!now().is(":") && now().kind != Token::Kind::end) {
                    name +=
                        (name.empty() || now().kind != Token::Kind::name ? "" : " ") + now().text;
                    ++at_;
                }
            }
            TRY_DONE(expect(":"));
            TRY(Ast value, expression());
            locals_.add(name);
            made.names.push_back(std::move(name));
            made.children.push_back(std::move(value));
        } while (take(","));
        locals_ = outer;
        TRY_DONE(expect("}"));
        return made;
    }

    Result<Ast> at_literal(std::size_t at) {
        if (now().kind != Token::Kind::string) {
            return syntax("a text in quotation marks");
        }
        Ast made = node(AstKind::literal, at, {});
        if (const Result<Date> date = Date::parse(now().text)) {
            made.value = *date;
        } else if (const std::optional<Value> length = parse_duration(now().text)) {
            made.value = *length;
        } else {
            return syntax("a date (2006-05-03) or a duration (P3D, P1Y)");
        }
        ++at_;
        return made;
    }

    std::vector<Token> tokens_;
    const ParseNames& names_;
    NameBook locals_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

Result<Ast> parse_expression(std::string_view text, const ParseNames& names) {
    TRY(std::vector<Token> tokens, lex(text));
    return Parser(std::move(tokens), names).whole_expression();
}

Result<Ast> parse_unary_tests(std::string_view text, const ParseNames& names) {
    TRY(std::vector<Token> tokens, lex(text));
    return Parser(std::move(tokens), names).whole_unary_tests();
}

}  // namespace feel
