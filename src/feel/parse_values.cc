// Names, literals, calls, paths and everything in brackets.

#include <array>
#include <utility>

#include "feel/at_literal.h"
#include "feel/parser.h"

namespace feel {

namespace {

constexpr std::array keywords = {"if",   "then",  "else",      "for",      "in", "return",
                                 "some", "every", "satisfies", "and",      "or", "between",
                                 "null", "true",  "false",     "instance", "of", "function"};

}  // namespace

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

Ast ast_node(AstKind kind, std::size_t at, std::vector<Ast> children) {
    Ast made;
    made.kind = kind;
    made.at = at;
    made.children = std::move(children);
    return made;
}

std::optional<std::string> Parser::name_in_scope() {
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
    if (length == 0 && names_.full) {
        length = builtin_names().longest(tokens_, at_, name);  // a built-in function as a value
        if (length == 0) {
            length = parts_in_a_row();
            name = written(length);
        }
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

std::size_t Parser::parts_in_a_row() const {
    std::size_t length = 0;
    while (ahead(length).kind == Token::Kind::name && !is_keyword(ahead(length))) {
        ++length;
    }
    return length;
}

std::string Parser::written(std::size_t length) const {
    std::string text;
    for (std::size_t i = at_; i < at_ + length; ++i) {
        text += i > at_ && tokens_[i].at > tokens_[i - 1].past ? " " : "";
        text += tokens_[i].text;
    }
    return text;
}

Result<std::string> Parser::marked_name() {
    std::size_t length = 0;
    for (;; ++length) {
        const Token& token = ahead(length);
        const bool ends = length > 0 && token.is_word("in");
        const bool marks = token.kind == Token::Kind::symbol &&
                           std::string_view("+-*/.'**").find(token.text) != std::string_view::npos;
        if (ends || !(token.kind == Token::Kind::name || (length > 0 && marks) ||
                      (length > 0 && token.kind == Token::Kind::number))) {
            break;
        }
    }
    if (length == 0) {
        return syntax("a name");
    }
    std::string name = written(length);
    at_ += length;
    return name;
}

Result<std::string> Parser::new_name() {
    if (names_.full) {
        return marked_name();
    }
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

Result<Ast> Parser::postfix() {
    TRY(Ast made, primary());
    for (;;) {
        const std::size_t at = now().at;
        if (now().is("(") && names_.full) {
            Ast called = ast_node(AstKind::invoke, at, {});
            called.children.push_back(std::move(made));
            TRY_DONE(call_arguments(called));
            made = std::move(called);
        } else if (now().is(".")) {
            ++at_;
            TRY(std::string member, member_name());
            std::vector<Ast> whole;
            whole.push_back(std::move(made));
            made = ast_node(AstKind::path, at, std::move(whole));
            made.text = std::move(member);
        } else if (now().is("[") && starts_filter()) {
            ++at_;
            const NameBook outer = locals_;
            locals_.add("item");
            TRY(Ast condition, expression());
            locals_ = outer;
            TRY_DONE(expect("]"));
            Ast filter = ast_node(AstKind::filter, at, {});
            filter.children.push_back(std::move(made));
            filter.children.push_back(std::move(condition));
            made = std::move(filter);
        } else {
            return made;
        }
    }
}

namespace {

// Whether a token goes on after a value and begins none, so that a "[" before it closes a range.
bool goes_on(const Token& token) {
    constexpr std::array<std::string_view, 13> symbols = {
        ".", "=", "!=", "<", ">", "<=", ">=", "+", "*", "/", "}", ":", "**"};
    constexpr std::array<std::string_view, 5> words = {"in", "between", "instance", "return",
                                                       "satisfies"};
    for (const std::string_view symbol : symbols) {
        if (token.is(symbol)) {
            return true;
        }
    }
    for (const std::string_view word : words) {
        if (token.is_word(word)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool Parser::starts_filter() const {
    const Token& next = ahead(1);
    const bool ends = next.kind == Token::Kind::end || next.is(",") || next.is(")") ||
                      next.is("]") || next.is_word("and") || next.is_word("or") ||
                      next.is_word("then") || next.is_word("else");
    return !ends && !(names_.full && goes_on(next));
}

Result<std::string> Parser::member_name() {
    std::string name;
    std::size_t length = names_.members.longest(tokens_, at_, name);
    if (length == 0) {
        length = property_names().longest(tokens_, at_, name);
    }
    if (names_.full) {
        std::string other;
        if (const std::size_t seen = seen_members_.longest(tokens_, at_, other); seen > length) {
            length = seen;
            name = other;
        }
        if (const std::size_t row = parts_in_a_row(); row > length) {
            length = row;
            name = written(length);
        }
    }
    if (length > 0) {
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

Result<Ast> Parser::primary() {
    const Token token = now();
    Ast made = ast_node(AstKind::literal, token.at, {});
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
    if (names_.full) {
        if (now().is_word("function")) {
            return function_definition();
        }
        if (now().is_word("if") || now().is_word("for") || now().is_word("some") ||
            now().is_word("every")) {
            return expression();
        }
    }
    if (now().is_word("function")) {
        return Error{"feel.not_supported",
                     "A function inside an expression is not supported yet. Write a business "
                     "knowledge model.",
                     "character " + std::to_string(token.at + 1)};
    }
    return syntax("a value");
}

Result<Ast> Parser::call(Ast function) {
    Ast made = ast_node(AstKind::call, function.at, {});
    made.text = std::move(function.text);
    TRY_DONE(call_arguments(made));
    return made;
}

Outcome Parser::call_arguments(Ast& made) {
    ++at_;
    if (take(")")) {
        return Done{};
    }
    const bool named = named_argument();
    do {
        if (named) {
            std::string name;
            while (!names_.full && !now().is(":") && now().kind != Token::Kind::end) {
                name += (name.empty() ? "" : " ") + now().text;
                ++at_;
            }
            if (names_.full) {
                TRY(name, marked_name());
            }
            TRY_DONE(expect(":"));
            made.names.push_back(std::move(name));
        }
        TRY(Ast argument, expression());
        made.children.push_back(std::move(argument));
    } while (take(","));
    return expect(")");
}

bool Parser::named_argument() const {
    std::size_t i = at_;
    const auto may_go_on = [this, &i] {
        const Token& token = tokens_[i];
        const bool marks = token.kind == Token::Kind::symbol &&
                           std::string_view("+-*/.'**").find(token.text) != std::string_view::npos;
        return token.kind == Token::Kind::name ||
               (names_.full && i > at_ && (marks || token.kind == Token::Kind::number));
    };
    while (may_go_on()) {
        ++i;
    }
    return i > at_ && tokens_[i].is(":");
}

Result<Ast> Parser::bracketed() {
    const std::size_t at = now().at;
    if (take("@")) {
        return at_literal(at);
    }
    if (take("{")) {
        return context(at);
    }
    if (take("(")) {
        TRY(Ast inner, names_.full ? test() : expression());
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
        Ast made = ast_node(AstKind::list, at, {});
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

Result<Ast> Parser::range(std::size_t at, Ast low, bool low_open) {
    TRY_DONE(expect(".."));
    TRY(Ast high, expression());
    Ast made = ast_node(AstKind::range, at, {});
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

Result<Ast> Parser::context(std::size_t at) {
    Ast made = ast_node(AstKind::context, at, {});
    if (take("}")) {
        return made;
    }
    const NameBook outer = locals_;
    do {
        std::string name;
        if (now().kind == Token::Kind::string) {
            name = now().text;
            ++at_;
        } else if (names_.full) {
            std::size_t length = 0;
            while (!ahead(length).is(":") && ahead(length).kind != Token::Kind::end) {
                ++length;
            }
            name = written(length);
            at_ += length;
        } else {
            while (!now().is(":") && now().kind != Token::Kind::end) {
                name += (name.empty() || now().kind != Token::Kind::name ? "" : " ") + now().text;
                ++at_;
            }
        }
        TRY_DONE(expect(":"));
        TRY(Ast value, expression());
        locals_.add(name);
        if (names_.full) {
            seen_members_.add(name);
        }
        made.names.push_back(std::move(name));
        made.children.push_back(std::move(value));
    } while (take(","));
    locals_ = outer;
    TRY_DONE(expect("}"));
    return made;
}

Result<Ast> Parser::at_literal(std::size_t at) {
    if (now().kind != Token::Kind::string) {
        return syntax("a text in quotation marks");
    }
    Ast made = ast_node(AstKind::literal, at, {});
    std::optional<Value> found = parse_at_literal(now().text);
    if (!found) {
        return syntax("a date (2006-05-03), a time (14:05:00) or a duration (P3D, P1Y)");
    }
    made.value = std::move(*found);
    ++at_;
    return made;
}

}  // namespace feel
