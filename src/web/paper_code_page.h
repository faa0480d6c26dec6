#pragma once
// The page that shows a code on paper, once. It is printed and handed over; the code is kept
// nowhere, so a reload says that it was shown already and how to get a new one.

#include <optional>
#include <string>

#include "casework/recover_account.h"
#include "web/layout.h"

namespace web {

struct PaperCodePage {
    std::string title = {};  // "Ann's record is started"
    std::string owner = {};  // whose account it opens
    std::optional<std::string> code = {};
    std::string next_href = {};
    std::string next_text = {};
    std::string renew_href = {};  // a form posts here for a new code; empty: none is offered
};

// What staff see of the code of an account, and do with it: print a new one, or give the second
// part of one that a colleague printed.
struct CodeActs {
    std::string owner = {};
    std::optional<casework::WaitingCode> waiting = {};
    std::string print_href = {};  // forms post here
    std::string second_href = {};
    std::string letter_href = {};  // the letter that tells the owner; empty: no address is known
};
Html code_acts(const Visit& visit, const CodeActs& acts);

// Shows the second part, once.
Response show_second_part(const Visit& visit, const PaperCodePage& page);

// Makes the page.
Response show_paper_code(const Visit& visit, const PaperCodePage& page);

}  // namespace web
