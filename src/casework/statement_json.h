#pragma once
// The JSON of what finance, owners and people are shown, printed by the verbs of the binary and by
// the pages from the same values, so that they cannot differ. Money is a string with two decimals.
// Described in docs/formats: statement, account, entries, check.

#include "base/json_fwd.h"
#include "casework/check_book.h"
#include "casework/see_budget.h"
#include "casework/see_finance.h"

namespace casework {

// Gives a person's statement.
json::object to_json(const StatementView& view);
// Gives the account of a stream, as its owner sees it: people by reference alone.
json::object to_json(const StreamAccountView& view);
// Gives entries with their postings.
json::array to_json(const std::vector<EntryRow>& rows);
// Gives what the check of a book found.
json::array to_json(const std::vector<Verdict>& verdicts);

}  // namespace casework
