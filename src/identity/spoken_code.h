#pragma once
// Codes that can be read out loud and written down without a mistake: short groups of two syllables
// ("bado-kemi"), of letters that neither sound nor look alike. Twelve and a half bits of chance for
// each group. Used by paper_code and recovery_code.

#include <string>
#include <string_view>

#include "base/random.h"

namespace identity {

// Makes a code of so many groups.
std::string make_spoken_code(Random& random, int groups);

// Gives the letters of what was typed, in small letters: marks, spaces and capitals do not matter.
std::string spoken_letters(std::string_view typed);

}  // namespace identity
