#pragma once
// What can be the name of a human being: any letters of any script, with their accents and vowel
// signs, apostrophes, hyphens, full stops and spaces. A name made of marks alone, or with
// characters that nobody can see, would show as nothing on a page where somebody is to be told
// apart from others, so it is refused. Nothing else is asked of a name.

#include <string_view>

#include "base/result.h"

namespace people {

// Whether at least one letter can be seen in a text that base::plain_text let through.
bool shows_a_letter(std::string_view name);

// Checks a name somebody typed. Refuses: people.name_unseen (no letter in it that can be seen, or a
// hidden character). An empty name is for the caller to say.
Outcome check_name(std::string_view name);

}  // namespace people
