#include "govuk/exit_this_page.h"

#include "govuk/button.h"
#include "govuk/translations.h"

namespace govuk {

Html& operator<<(Html& out, const ExitThisPage& options) {
    Attributes translated;
    add_translation(translated, "activated", options.activated_text);
    add_translation(translated, "timed-out", options.timed_out_text);
    add_translation(translated, "press-two-more-times", options.press_two_more_times_text);
    add_translation(translated, "press-one-more-time", options.press_one_more_time_text);
    const bool has_words = !options.html.empty() || !options.text.empty();
    const Button leave{
        .text = options.text,
        .html = has_words
                    ? options.html
                    : Html("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page"),
        .href = options.redirect_url,
        .classes =
            "govuk-button--warning govuk-exit-this-page__button "
            "govuk-js-exit-this-page-button",
        .attributes = {{"rel", "nofollow noreferrer"}}};
    return out << "<div" << attribute_if("id", options.id) << " class=\"govuk-exit-this-page"
               << more(options.classes) << "\" data-module=\"govuk-exit-this-page\""
               << options.attributes << translated << ">\n  " << indented(2, leave) << "\n</div>";
}

}  // namespace govuk
