#pragma once
// A paper code is how an account begins, and how it begins again when a password is lost: five
// short groups that can be read out loud ("bado-kemi-tulo-rafi-sone"), printed once, good for one
// use within 28 days. Only its keyed digest is kept, so nobody can look it up again; a new one
// takes the place of the old one. For an account that was in use before, the paper is not enough:
// another member of staff gives a second part, so that nobody of the council ever sees the whole of
// what opens it.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"

namespace identity {

inline constexpr std::int64_t paper_code_days = 28;

struct PaperCode {
    AccountId account;
    std::string hash;
    Instant made_at = {};
    Instant until = {};  // not included
    std::optional<Instant> used_at = {};
    AccountId made_by = {};                       // none: the system, or a code of old
    bool needs_second = false;                    // the account was in use before
    std::optional<std::string> second_hash = {};  // of the second part, once it was given
    std::optional<AccountId> second_by = {};      // who gave it
};

// Makes a code to print: 63 bits of chance.
std::string make_paper_code(Random& random);

// Gives the digest that is kept; the same for a code typed with other marks or capitals.
std::string paper_code_hash(std::string_view typed, std::string_view key);

// Makes the second part: three groups, 37 bits of chance, guessed at most ten times in five
// minutes.
std::string make_second_part(Random& random);
std::string second_part_hash(std::string_view typed, std::string_view key);

// Whether the typed second part goes with the code; nothing is asked of a code that needs none.
// Refuses: identity.second_part_not_given (no colleague gave it yet), identity.second_part.
Outcome check_second_part(const PaperCode& code, std::string_view typed, std::string_view key);

// Whether the code still opens an account. Refuses: identity.paper_code (unknown, used and too old
// alike: the answer tells a guesser nothing).
Outcome check_paper_code(const std::optional<PaperCode>& code, Instant now);

}  // namespace identity
