#pragma once
// Reads FEEL text into a tree: hand-written recursive descent that joins name parts by the longest
// name in scope. It reads expressions and the unary tests of decision-table cells. Nesting has a
// bound, so that no text can exhaust the stack.

#include <string_view>

#include "base/result.h"
#include "feel/ast.h"
#include "feel/names.h"

namespace feel {

// What the parser knows beside the text: names of variables and functions, and names of members
// that may follow a point.
struct ParseNames {
    NameBook variables;
    NameBook members;
};

// Reads an expression. Refuses: feel.syntax, feel.too_deep, and what lex refuses.
Result<Ast> parse_expression(std::string_view text, const ParseNames& names);

// Reads a cell: "-", tests parted by commas, or not(tests). Refuses: as parse_expression.
Result<Ast> parse_unary_tests(std::string_view text, const ParseNames& names);

}  // namespace feel
