#include "identity/paper_code.h"

#include "base/digest.h"
#include "identity/spoken_code.h"

namespace identity {

namespace {

constexpr int groups = 5;
constexpr int groups_of_second_part = 3;

}  // namespace

std::string make_paper_code(Random& random) {
    return make_spoken_code(random, groups);
}

std::string paper_code_hash(std::string_view typed, std::string_view key) {
    return base::keyed_digest("paper code " + spoken_letters(typed), key);
}

std::string make_second_part(Random& random) {
    return make_spoken_code(random, groups_of_second_part);
}

std::string second_part_hash(std::string_view typed, std::string_view key) {
    return base::keyed_digest("second part " + spoken_letters(typed), key);
}

Outcome check_second_part(const PaperCode& code, std::string_view typed, std::string_view key) {
    if (!code.needs_second) {
        return Done{};
    }
    if (!code.second_hash) {
        return Error{"identity.second_part_not_given",
                     "This code needs a second part, and nobody has given it yet. Ask the council: "
                     "somebody else than who printed the paper gives it to you."};
    }
    if (second_part_hash(typed, key) != *code.second_hash) {
        return Error{"identity.second_part",
                     "The second part does not go with this paper. Check each letter, or ask the "
                     "council for a new code and a new second part."};
    }
    return Done{};
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
