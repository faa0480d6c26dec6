#pragma once
// The page that shows a code on paper, once. It is printed and handed over; the code is kept
// nowhere, so a reload says that it was shown already and how to get a new one.

#include <optional>
#include <string>

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

// Makes the page.
Response show_paper_code(const Visit& visit, const PaperCodePage& page);

}  // namespace web
