#include "govuk/language_navigation.h"

#include "govuk/content.h"

namespace govuk {

namespace {

void write_current(Html& out, const LanguageLink& item) {
    out << "      <span class=\"govuk-language-navigation__text" << more(item.classes)
        << "\"\n        aria-current=\"true\"" << attribute_if("lang", item.lang)
        << attribute_if("dir", item.dir) << item.attributes << ">" << as_given(item) << "</span>\n";
}

void write_link(Html& out, const LanguageLink& item) {
    out << "      <a class=\"govuk-language-navigation__link" << more(item.classes) << "\" href=\""
        << item.href << "\" rel=\"alternate\"" << attribute_if("lang", item.lang)
        << attribute_if("hreflang", item.href_lang.empty() ? item.lang : item.href_lang)
        << attribute_if("dir", item.dir) << item.attributes << ">" << as_given(item);
    if (!item.language_description_text.empty()) {
        out << "<span class=\"govuk-visually-hidden\"> " << item.language_description_text
            << "</span>";
    }
    out << "      </a>\n";
}

}  // namespace

Html& operator<<(Html& out, const LanguageNavigation& options) {
    out << "<nav class=\"govuk-language-navigation" << more(options.classes) << "\""
        << options.attributes << " aria-label=\"" << options.aria_label
        << "\">\n  <ul class=\"govuk-language-navigation__list\">\n";
    for (const LanguageLink& item : options.items) {
        out << "    <li class=\"govuk-language-navigation__list-item\">\n";
        if (item.current || item.href.empty()) {
            write_current(out, item);
        } else {
            write_link(out, item);
        }
        out << "    </li>\n";
    }
    return out << "  </ul>\n</nav>";
}

}  // namespace govuk
