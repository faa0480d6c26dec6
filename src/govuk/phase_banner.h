#pragma once
// Says that a service is new or only an example, under the header.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"
#include "govuk/tag.h"

namespace govuk {

struct PhaseBanner {
    std::string text = {};
    Html html = {};
    Tag tag = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the banner into a page.
Html& operator<<(Html& out, const PhaseBanner& options);
// Makes a banner.
inline Html phase_banner(const PhaseBanner& options) {
    return Html() << options;
}

}  // namespace govuk
