#pragma once
// Upper and lower case of all scripts, by ICU, as Unicode maps them for no language in particular:
// "straße" becomes "STRASSE". FEEL's string functions use it.

#include <string>
#include <string_view>

namespace base {

// Gives the text in capital or small letters. Bytes that are no UTF-8 become U+FFFD.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

}  // namespace base
