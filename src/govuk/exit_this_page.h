#pragma once
// A way to leave the page at once, for a person who may be watched by somebody she fears.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct ExitThisPage {
    std::string text = {};
    Html html = {};
    std::string redirect_url = "https://www.bbc.co.uk/weather";
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
    std::string activated_text = {};
    std::string timed_out_text = {};
    std::string press_two_more_times_text = {};
    std::string press_one_more_time_text = {};
};

// Writes the button into a page.
Html& operator<<(Html& out, const ExitThisPage& options);
// Makes the button.
inline Html exit_this_page(const ExitThisPage& options) {
    return Html() << options;
}

}  // namespace govuk
