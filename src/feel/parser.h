#pragma once
// The parser of FEEL at work: one method for each rule of the grammar, from the loosest operator to
// a single value. Only parse.cc and parse_values.cc know it; everybody else uses parse.h.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feel/ast.h"
#include "feel/lex.h"
#include "feel/parse.h"

namespace feel {

// Make nodes of the tree.
Ast ast_node(AstKind kind, std::size_t at, std::vector<Ast> children);
// Whether a token is a word of the grammar.
bool is_keyword(const Token& token);

class Parser {
public:
    Parser(std::vector<Token> tokens, const ParseNames& names)
        : tokens_(std::move(tokens)), names_(names) {}

    // Reads all tokens as one expression. Refuses: feel.syntax, feel.too_deep, feel.not_supported.
    Result<Ast> whole_expression();

    // Reads all tokens as a type. Refuses: as whole_expression.
    Result<Type> whole_type();

    // Reads all tokens as the tests of a cell. Refuses: as whole_expression.
    Result<Ast> whole_unary_tests();

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
    Error syntax(const std::string& wanted) const;
    Outcome expect(std::string_view symbol);
    Outcome expect_word(std::string_view word);
    Outcome end() const;
    // Joins name parts to the longest name in scope; a name nobody knows is one part.
    std::optional<std::string> name_in_scope();
    // The name of something new: parts up to a symbol or keyword that ends it.
    Result<std::string> new_name();
    // In full FEEL a new name may also hold figures and marks.
    Result<std::string> marked_name();
    // How many name parts stand here in a row, none of them a keyword.
    std::size_t parts_in_a_row() const;
    // The text of `length` tokens from here, as written but with single spaces.
    std::string written(std::size_t length) const;
    Result<Ast> expression();
    Result<Ast> conditional();
    Result<Ast> iteration(AstKind kind, std::string_view last);
    Result<Ast> disjunction();
    Result<Ast> conjunction();
    Result<Ast> comparison_level();
    // What follows "in": one test, or several in parentheses.
    Result<std::vector<Ast>> in_tests();
    Result<std::vector<Ast>> test_list();
    Result<Ast> test();
    Result<Ast> sum();
    Result<Ast> product();
    Result<Ast> power();
    Result<Ast> unary();
    Result<Ast> postfix();
    // Whether the "[" here opens a filter; at the end of "]1..5[" it closes a range.
    bool starts_filter() const;
    Result<std::string> member_name();
    Result<Ast> primary();
    Result<Ast> call(Ast function);
    // What stands in the brackets of a call, read into children and names.
    Outcome call_arguments(Ast& made);
    Result<Ast> function_definition();
    Result<Ast> instance_of(Ast value);
    Result<Type> type();
    Result<Type> generic_type(const std::string& name);
    Result<Type> context_type();
    Result<Type> function_type();
    Result<std::vector<Type>> types_in_angles();
    // Whether "name:" stands here.
    bool named_argument() const;
    Result<Ast> bracketed();
    Result<Ast> range(std::size_t at, Ast low, bool low_open);
    Result<Ast> context(std::size_t at);
    Result<Ast> at_literal(std::size_t at);

    std::vector<Token> tokens_;
    const ParseNames& names_;
    NameBook locals_;
    NameBook seen_members_;  // keys of contexts written here
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace feel
