#pragma once
// The quiet words beside every sum that the rules worked out: how sure the figures behind it are.
// The weakest of them counts. The words are for people ("made up for this example"), with a link to
// the page that shows every figure with its date and source.

#include <optional>
#include <string_view>

#include "govuk/html.h"
#include "policy/parameter.h"

namespace web {

// Says a mark in words: "Uses figures made up for this example".
std::string_view mark_sentence(policy::Mark mark);

// Writes the note; nothing where no figure stands behind the sum. `href` leads to the figures;
// empty: no link.
govuk::Html mark_note(const std::optional<policy::Mark>& mark, std::string_view href);

}  // namespace web
