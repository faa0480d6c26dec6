#pragma once
// Reads FEEL text into a tree: hand-written recursive descent that joins name parts by the longest
// name in scope. It reads expressions and the unary tests of decision-table cells. Nesting has a
// bound, so that no text can exhaust the stack.

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "feel/ast.h"
#include "feel/names.h"

namespace feel {

// Types that an expression may name beside FEEL's own.
struct NamedTypes {
    NameBook names;
    std::map<std::string, Type, std::less<>> types;
};

// What the parser knows beside the text: names of variables and functions, names of members that
// may follow a point, and named types. `full` lets it read what the Policy Profile has no use for:
// functions, "instance of", calls of anything, names nobody declared.
struct ParseNames {
    NameBook variables;
    NameBook members;
    const NamedTypes* types = nullptr;
    bool full = false;
};

// Reads an expression. Refuses: feel.syntax, feel.too_deep, and what lex refuses.
Result<Ast> parse_expression(std::string_view text, const ParseNames& names);

// Reads the name of a type, also "list<number>". Refuses: as parse_expression.
Result<Type> parse_type(std::string_view text, const NamedTypes* types);

// Reads a cell: "-", tests parted by commas, or not(tests). Refuses: as parse_expression.
Result<Ast> parse_unary_tests(std::string_view text, const ParseNames& names);

}  // namespace feel
