#pragma once
// Bank text is text in the character set that every bank's payment file carries: letters without
// accents, digits, / - ? : ( ) . , ' + and space. Used for names and references in the bank file
// and to check a name before it is kept. What has no place in the set becomes a full stop, so that
// a reader sees something stood there.

#include <cstddef>
#include <string>
#include <string_view>

namespace payments {

// Brings text into the character set, taking accents off, and cuts it to `length_max` characters.
std::string bank_text(std::string_view text, std::size_t length_max);

// Says whether every character is in the set.
bool is_bank_text(std::string_view text);

}  // namespace payments
