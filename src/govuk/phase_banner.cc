#include "govuk/phase_banner.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const PhaseBanner& options) {
    const Tag phase{.text = options.tag.text,
                    .html = options.tag.html,
                    .classes = join_words("govuk-phase-banner__content__tag", options.tag.classes)};
    return out << "<div class=\"govuk-phase-banner govuk-width-container" << more(options.classes)
               << "\"" << options.attributes
               << ">\n  <p class=\"govuk-phase-banner__content\">\n    " << indented(4, phase)
               << "\n    <span class=\"govuk-phase-banner__text\">\n      " << words(options, 6)
               << "\n    </span>\n  </p>\n</div>";
}

}  // namespace govuk
