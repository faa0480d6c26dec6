#include "feel/range_text.h"

#include <array>
#include <vector>

#include "base/text.h"
#include "feel/builtins.h"
#include "feel/in_range.h"
#include "feel/lex.h"
#include "feel/operate.h"
#include "feel/parse.h"

namespace feel {

namespace {

constexpr std::array<std::string_view, 5> makers = {"date", "time", "date and time", "duration",
                                                    "years and months duration"};

// Gives what a tree without names says; nothing for all that would have to be worked out.
std::optional<Value> literal_of(const Ast& ast) {
    if (ast.kind == AstKind::literal) {
        return ast.value;
    }
    if (ast.kind == AstKind::negate) {
        const std::optional<Value> inner = literal_of(ast.children[0]);
        return inner ? negative(*inner) : std::nullopt;
    }
    const std::optional<std::size_t> function =
        ast.kind == AstKind::call ? find_builtin(ast.text) : std::nullopt;
    bool makes = false;
    for (const std::string_view each : makers) {
        makes = makes || each == ast.text;
    }
    if (!function || !makes || ast.children.size() != 1) {
        return std::nullopt;
    }
    const std::optional<Value> inner = literal_of(ast.children[0]);
    return inner ? builtins()[*function].run(std::array<Value, 1>{*inner}) : std::nullopt;
}

// Gives an end's value, null for none.
std::optional<Value> end_of(std::string_view text) {
    if (base::trim(text).empty()) {
        return Value();
    }
    const Result<Ast> tree = parse_expression(text, ParseNames());
    const std::optional<Value> value = tree ? literal_of(*tree) : std::nullopt;
    return value && !value->is_null() ? value : std::nullopt;
}

// Makes a range of its ends, null for none. The bracket of an end that is missing must be open.
std::optional<Range> made(const Value& low, const Value& high, bool has_low, bool has_high) {
    if (low.is_null() && !high.is_null() && !has_low) {
        return range_of_test(has_high ? Operator::less_equal : Operator::less, high);
    }
    if (high.is_null() && !low.is_null() && !has_high) {
        return range_of_test(has_low ? Operator::greater_equal : Operator::greater, low);
    }
    const std::optional<std::strong_ordering> found = order(low, high);
    return found && *found <= 0 ? std::optional<Range>(Range{low, high, has_low, has_high})
                                : std::nullopt;
}

}  // namespace

std::optional<Range> parse_range(std::string_view text) {
    const Result<std::vector<Token>> tokens = lex(text);
    if (!tokens || tokens->size() < 4) {
        return std::nullopt;
    }
    const Token& first = tokens->front();
    const Token& last = (*tokens)[tokens->size() - 2];
    const bool starts = first.is("[") || first.is("(") || first.is("]");
    const bool ends = last.is("]") || last.is(")") || last.is("[");
    if (!starts || !ends) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i + 2 < tokens->size(); ++i) {
        const Token& dots = (*tokens)[i];
        if (!dots.is("..")) {
            continue;
        }
        const std::optional<Value> low = end_of(text.substr(first.past, dots.at - first.past));
        const std::optional<Value> high = end_of(text.substr(dots.past, last.at - dots.past));
        if (!low || !high) {
            return std::nullopt;
        }
        return made(*low, *high, first.is("["), last.is("]"));
    }
    return std::nullopt;
}

}  // namespace feel
