#pragma once
// How money, streams and purposes are said on pages: one voice everywhere. "Have", "promised",
// "spent" and "left" are the only words for a person's money; a picture of them always stands
// beside a table of the same figures, and the table is the one a screen reader hears.

#include <string>
#include <vector>

#include "base/money.h"
#include "govuk/html.h"
#include "ledger/statement.h"

namespace web {

using govuk::Html;

// Says a purpose code in words: "personal_care" is "Personal care".
std::string purpose_words(std::string_view code);
// Says purpose codes parted by ", " as one short sentence part: "personal care, domestic help".
std::string purposes_words(std::string_view codes);

// Draws spent, promised and left as one bar with its key. `thin` for a row of a table.
Html money_bar(const ledger::Standing& figures, std::string_view label);
// Says in words what the bar shows.
Html money_key(const ledger::Standing& figures);

// Says "about £214 a week until 31 March 2007", rounded down to whole pounds; of less than a week
// only until when it is; empty where no day is left.
std::string weekly_words(Money left, Date today, Date until);

}  // namespace web
