#pragma once
// Text is UTF-8. Here: cutting, joining and trimming it, and the check every text from outside
// passes before it is kept: valid UTF-8, no control characters, none of the marks that turn writing
// direction (a name with one could show another name than it holds).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace base {

// Cuts at every `separator`; "a;;b" gives three parts, "" gives one empty part.
std::vector<std::string> split_text(std::string_view text, char separator);
// Puts `separator` between the parts.
std::string join_text(const std::vector<std::string>& parts, std::string_view separator);
// Takes white space from both ends.
std::string_view trim(std::string_view text);
// Makes ASCII letters small.
std::string lower(std::string_view text);
bool is_utf8(std::string_view text);
// Counts code points of valid UTF-8.
std::size_t code_points(std::string_view text);
// Gives the code points of a text; nothing for bytes that are not well-formed UTF-8.
std::optional<std::u32string> to_code_points(std::string_view text);

// Checks a text a person or file gave: UTF-8, at most `length_max` code points, no control
// character but newline and tab, no bidirectional override. Gives it trimmed, with CR LF turned
// into LF. Refuses: text.not_utf8, text.too_long, text.control_character, text.direction_mark.
Result<std::string> plain_text(std::string_view text, std::size_t length_max);

// Writes a number as words do beside a noun: counted(1, "visit") is "1 visit", counted(3, "visit")
// "3 visits".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace base
