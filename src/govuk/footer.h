#pragma once
// The foot of every page: links, who runs the service, the licence of the words. Nothing of the
// Crown is written unless the caller gives it: a council names its own licence and copyright.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/content.h"
#include "govuk/html.h"
#include "govuk/logo.h"

namespace govuk {

struct FooterLink {
    std::string text = {};
    std::string href = {};
    Attributes attributes = {};
};

struct FooterSection {
    std::string title = {};
    int columns = 0;
    std::string width = "full";
    std::vector<FooterLink> items = {};
};

struct FooterMeta {
    std::string visually_hidden_title = "Support links";
    std::string text = {};
    Html html = {};
    std::vector<FooterLink> items = {};
};

struct FooterLicence {
    Html logo = {};
    std::string text = {};
    Html html = {};
};

struct FooterCopyright {
    std::string text = {};
    Html html = {};
    std::string href = {};
};

struct Footer {
    std::optional<FooterMeta> meta = std::nullopt;
    std::vector<FooterSection> navigation = {};
    std::optional<FooterLicence> content_licence = std::nullopt;
    std::optional<FooterCopyright> copyright = std::nullopt;
    std::optional<Logo> logo = std::nullopt;
    std::string container_classes = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the footer into a page.
Html& operator<<(Html& out, const Footer& options);
// Makes a footer.
inline Html footer(const Footer& options) {
    return Html() << options;
}

}  // namespace govuk
