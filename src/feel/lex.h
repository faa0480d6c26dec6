#pragma once
// Cuts FEEL text into tokens. A name of FEEL may hold spaces and marks ("round half up",
// "Approved/Declined"), so the lexer gives only its parts; the parser joins them by the names in
// scope. Comments are passed over. Who reads an expression begins here.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace feel {

struct Token {
    enum class Kind { name, number, string, symbol, end };

    Kind kind = Kind::end;
    std::string text;      // of a string: without quotes, escapes resolved
    std::size_t at = 0;    // first character in the text
    std::size_t past = 0;  // after the last

    bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
    bool is_word(std::string_view word) const { return kind == Kind::name && text == word; }
};

// Gives the tokens of a text, the last one of kind end.
// Refuses: feel.bad_character, feel.unclosed_text, feel.bad_escape, feel.too_long.
Result<std::vector<Token>> lex(std::string_view text);

}  // namespace feel
