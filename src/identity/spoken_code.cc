#include "identity/spoken_code.h"

namespace identity {

namespace {

// No letters that sound or look alike: no c, q, x, w, y.
constexpr std::string_view consonants = "bdfghjklmnprstvz";
constexpr std::string_view vowels = "aeiou";

char one_of(std::string_view letters, Random& random) {
    return letters[random.below(letters.size())];
}

}  // namespace

std::string make_spoken_code(Random& random, int groups) {
    std::string code;
    for (int group = 0; group < groups; ++group) {
        code += group == 0 ? "" : "-";
        for (int syllable = 0; syllable < 2; ++syllable) {
            code += one_of(consonants, random);
            code += one_of(vowels, random);
        }
    }
    return code;
}

std::string spoken_letters(std::string_view typed) {
    std::string letters;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') {
            letters += c;
        } else if (c >= 'A' && c <= 'Z') {
            letters += static_cast<char>(c - 'A' + 'a');
        }
    }
    return letters;
}

}  // namespace identity
