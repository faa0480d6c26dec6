#pragma once
// Translates a regular expression of XPath and XQuery 3.1 (functions and operators, section 5.6.1)
// into one of PCRE2. Read strictly: what XPath does not know is not passed on, so nothing of PCRE2
// that XPath has not (look-ahead, possessive quantifiers, \w of its own) can be reached.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace feel {

struct RegexText {
    std::string text;
    std::size_t groups = 0;     // that capture
    bool ignores_case = false;  // flag i
    bool is_multiline = false;  // flag m
    bool dot_is_all = false;    // flag s
    bool is_literal = false;    // flag q
};

// Nothing for a pattern or flags that are not well formed.
std::optional<RegexText> translate_regex(std::string_view pattern, std::string_view flags);

}  // namespace feel
