#include "identity/paper_code.h"

#include "base/digest.h"

namespace identity {

namespace {

// No letters that sound or look alike: no c, q, x, w, y.
constexpr std::string_view consonants = "bdfghjklmnprstvz";
constexpr std::string_view vowels = "aeiou";
constexpr int groups = 5;

char one_of(std::string_view letters, Random& random) {
    return letters[random.below(letters.size())];
}

}  // namespace

std::string make_paper_code(Random& random) {
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

std::string paper_code_hash(std::string_view typed, std::string_view key) {
    std::string letters;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') {
            letters += c;
        } else if (c >= 'A' && c <= 'Z') {
            letters += static_cast<char>(c - 'A' + 'a');
        }
    }
    return base::keyed_digest("paper code " + letters, key);
}

Outcome check_paper_code(const std::optional<PaperCode>& code, Instant now) {
    if (!code || code->used_at || now >= code->until) {
        return Error{"identity.paper_code",
                     "This code does not open an account. Check each letter. A code works once, "
                     "for 28 days: ask the council for a new one if yours is older."};
    }
    return Done{};
}

}  // namespace identity
