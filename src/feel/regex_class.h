#pragma once
// The character classes of XML Schema's regular expressions: [a-z-[aeiou]], \p{Lu},
// \p{IsBasicLatin}, \i, \c, \d, \w, \s. PCRE2 knows no subtraction and reads some of these
// otherwise, so each class becomes the plain set of its letters. regex_translate.h uses it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace feel {

// Reads the class expression that begins at `at` with "[", and moves past its "]". With
// `ignores_case` its letters stand for both cases; \p and its like do not. Nothing when it is not
// well formed.
std::optional<std::string> translate_class(std::u32string_view pattern, std::size_t& at,
                                           bool ignores_case);

// Reads a class escape that begins at `at` with "\" (\d, \P{L}) and moves past it; nothing for
// another escape.
std::optional<std::string> translate_class_escape(std::u32string_view pattern, std::size_t& at);

// Gives the letter that "\" and a letter stand for (\n, \., \[); nothing for other letters.
std::optional<char32_t> single_escape(char32_t letter);

}  // namespace feel
