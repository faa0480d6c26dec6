#pragma once
// The frame around every page: skip link, header, navigation for the visitor's own roles, who is
// signed in, "You are helping Ann", the mark of a fictional example, help in the same place, and
// the footer. A page gives its title and its middle; the frame puts the summary of a form's errors
// on top and "Error: " in front of the title by itself, so that no page can forget it.

#include <string>
#include <string_view>

#include "base/result.h"
#include "govuk/html.h"
#include "web/response.h"
#include "web/visit.h"

namespace web {

using govuk::Html;

struct Page {
    std::string title;           // of the window; the h1 is the page's own
    Html main = {};              // everything inside <main>
    std::string back_href = {};  // where "Back" leads; none: no back link
    std::string back_text = "Back";
    std::string help = {};     // part of /help this page is about: "budget" -> /help/budget
    std::string current = {};  // href of the navigation item that is current
    int status = 200;
    Keeping keeping = Keeping::personal;
    bool is_wide = false;  // full width for tables of staff; else two thirds
};

// Makes the answer: the page in its frame.
Response show(const Visit& visit, const Page& page);

// Opens a form that posts to `action`, with the hidden fields every form carries: the token that
// proves the form is ours and the request key that makes a double click one act. `close` ends it.
Html form_open(const Visit& visit, std::string_view action);
// The same for a form that sends a file.
Html form_open_upload(const Visit& visit, std::string_view action);
Html form_close();

// Makes the plain page for what could not be taken at all: no visitor, no council, no session.
Response bare_page(int status, std::string_view message);

// Makes the page that says a refusal: what, why, what can be done instead. The status follows the
// code (people.not_allowed 403, *.not_found 404, store.* 503, else 422).
Response refusal_page(const Visit& visit, const Error& error);

// Asks once more before an act that matters: what will happen in pounds and days, one button to do
// it, one link to go back. `hidden` is sent along.
struct Confirmation {
    std::string title;
    Html what_happens = {};
    std::string action;
    std::string button = "Yes, do this";
    std::string cancel_href;
    std::string cancel_text = "No, go back";
    Fields hidden = {};
    bool is_warning = false;  // red button: cannot be undone
    std::string help = {};    // part of /help, as of a Page
};
Response confirmation_page(const Visit& visit, const Confirmation& confirmation);

}  // namespace web
