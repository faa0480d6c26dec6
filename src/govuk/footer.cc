#include "govuk/footer.h"

namespace govuk {

namespace {

void write_section(Html& out, const FooterSection& section) {
    out << "          <div class=\"govuk-footer__section govuk-grid-column-" << section.width
        << "\">\n            <h2 class=\"govuk-footer__heading govuk-heading-m\">" << section.title
        << "</h2>\n";
    if (!section.items.empty()) {
        out << "              <ul class=\"govuk-footer__list";
        if (section.columns != 0) {
            out << " govuk-footer__list--columns-" << section.columns;
        }
        out << "\">\n";
        for (const FooterLink& link : section.items) {
            if (!link.href.empty() && !link.text.empty()) {
                out << "                    <li class=\"govuk-footer__list-item\">\n"
                       "                      <a class=\"govuk-footer__link\" href=\""
                    << link.href << "\"" << link.attributes << ">\n                        "
                    << link.text << "\n                      </a>\n                    </li>\n";
            }
        }
        out << "              </ul>\n";
    }
    out << "          </div>\n";
}

void write_navigation(Html& out, const std::vector<FooterSection>& sections) {
    out << "      <div class=\"govuk-footer__navigation\">\n";
    for (const FooterSection& section : sections) {
        write_section(out, section);
    }
    out << "      </div>\n      <hr class=\"govuk-footer__section-break\">\n";
}

void write_meta(Html& out, const FooterMeta& meta) {
    out << "        <h2 class=\"govuk-visually-hidden\">" << meta.visually_hidden_title
        << "</h2>\n";
    if (!meta.items.empty()) {
        out << "        <ul class=\"govuk-footer__inline-list\">\n";
        for (const FooterLink& link : meta.items) {
            out << "          <li class=\"govuk-footer__inline-list-item\">\n"
                   "            <a class=\"govuk-footer__link\" href=\""
                << link.href << "\"" << link.attributes << ">\n              " << link.text
                << "\n            </a>\n          </li>\n";
        }
        out << "        </ul>\n";
    }
    if (!meta.text.empty() || !meta.html.empty()) {
        out << "        <div class=\"govuk-footer__meta-custom\">\n          " << words(meta, 10)
            << "\n        </div>\n";
    }
}

void write_licence(Html& out, const FooterLicence& licence) {
    if (!licence.logo.empty()) {
        out << "          " << trimmed(licence.logo) << "\n";
    }
    out << "          <span class=\"govuk-footer__licence-description\">\n            "
        << words(licence, 12) << "\n          </span>\n";
}

void write_copyright(Html& out, const FooterCopyright& copyright) {
    out << "      <div class=\"govuk-footer__meta-item\">\n        <a\n"
           "          class=\"govuk-footer__link govuk-footer__copyright-logo\"\n"
           "          href=\""
        << copyright.href << "\"\n        >\n          " << words(copyright, 10)
        << "\n        </a>\n      </div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Footer& options) {
    out << "<div class=\"govuk-footer" << more(options.classes) << "\"" << options.attributes
        << ">\n  <div class=\"govuk-width-container" << more(options.container_classes) << "\">\n";
    if (options.logo) {
        out << "  " << *options.logo << "\n\n";
    }
    if (!options.navigation.empty()) {
        write_navigation(out, options.navigation);
    }
    out << "    <div class=\"govuk-footer__meta\">\n"
           "      <div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">\n";
    if (options.meta) {
        write_meta(out, *options.meta);
    }
    if (options.content_licence) {
        write_licence(out, *options.content_licence);
    }
    out << "      </div>\n";
    if (options.copyright) {
        write_copyright(out, *options.copyright);
    }
    return out << "    </div>\n  </div>\n</div>";
}

}  // namespace govuk
