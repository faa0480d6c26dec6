#include "govuk/service_navigation.h"

#include "govuk/content.h"

namespace govuk {

namespace {

// White space here follows the reference to the byte, so that fixtures can be compared as bytes.

void write_name(Html& out, const ServiceNavigation& options) {
    if (options.service_name.empty()) {
        return;
    }
    out << "        <span class=\"govuk-service-navigation__service-name\">\n";
    if (options.service_url.empty()) {
        out << "            <span class=\"govuk-service-navigation__text\">" << options.service_name
            << "</span>\n";
    } else {
        out << "            <a href=\"" << options.service_url
            << "\" class=\"govuk-service-navigation__link\">\n              "
            << options.service_name << "\n            </a>\n";
    }
    out << "        </span>\n";
}

void write_item(Html& out, const ServiceNavigationItem& item) {
    const bool is_here = item.active || item.current;
    const Literal aria_current = !is_here       ? Literal("")
                                 : item.current ? Literal(" aria-current=\"page\"")
                                                : Literal(" aria-current=\"true\"");
    const auto inner = [&] {
        out << "                                    \n";
        if (is_here) {
            out << "                  <strong class=\"govuk-service-navigation__active-fallback\">"
                << as_given(item) << "</strong>\n";
        } else {
            out << as_given(item);
        }
        out << "\n";
    };
    out << "\n              \n              <li class=\"govuk-service-navigation__item"
        << when(is_here, " govuk-service-navigation__item--active") << "\">\n";
    if (!item.href.empty()) {
        out << "                  <a class=\"govuk-service-navigation__link\" href=\"" << item.href
            << "\"" << aria_current << item.attributes << ">\n";
        inner();
        out << "                  </a>\n";
    } else if (!item.html.empty() || !item.text.empty()) {
        out << "                  <span class=\"govuk-service-navigation__text\"" << aria_current
            << ">\n";
        inner();
        out << "                  </span>\n";
    }
    out << "              </li>\n";
}

void write_menu_button(Html& out, const ServiceNavigation& options) {
    out << "          <button type=\"button\" class=\"govuk-service-navigation__toggle "
           "govuk-js-service-navigation-toggle\" aria-controls=\""
        << options.navigation_id << "\"";
    if (options.menu_button_label != options.menu_button_text) {
        out << attribute_if("aria-label", options.menu_button_label);
    }
    out << " hidden aria-hidden=\"true\">\n            " << options.menu_button_text
        << "\n          </button>\n";
}

void write_navigation(Html& out, const ServiceNavigation& options) {
    const ServiceNavigationSlots& slots = options.slots;
    if (options.navigation.empty() && slots.navigation_start.empty() &&
        slots.navigation_end.empty()) {
        return;
    }
    out << "        <nav aria-label=\""
        << (options.navigation_label.empty() ? options.menu_button_text : options.navigation_label)
        << "\" class=\"govuk-service-navigation__wrapper" << more(options.navigation_classes)
        << "\">\n";
    if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) {
        write_menu_button(out, options);
    }
    out << "\n          <ul class=\"govuk-service-navigation__list\" id=\"" << options.navigation_id
        << "\" >\n\n            " << slots.navigation_start;
    for (const ServiceNavigationItem& item : options.navigation) {
        write_item(out, item);
    }
    out << "\n            " << slots.navigation_end << "</ul>\n        </nav>\n";
}

void write_inside(Html& out, const ServiceNavigation& options) {
    out << "      <div class=\"govuk-width-container"
        << when(options.slots.end_is_inline, " govuk-service-navigation__inlining-container")
        << "\">\n\n    " << options.slots.start
        << "<div class=\"govuk-service-navigation__container\">\n      \n";
    write_name(out, options);
    out << "\n      \n";
    write_navigation(out, options);
    out << "    </div>\n\n    " << options.slots.end << "</div>\n";
}

void write_shared_attributes(Html& out, const ServiceNavigation& options) {
    out << " class=\"govuk-service-navigation" << more(options.classes)
        << "\"\ndata-module=\"govuk-service-navigation\"" << options.attributes << "\n>\n";
}

}  // namespace

Html& operator<<(Html& out, const ServiceNavigation& options) {
    // With a name it is a landmark of its own; without, the nav inside is enough.
    const bool is_section =
        !options.service_name.empty() || !options.slots.start.empty() || !options.slots.end.empty();
    if (is_section) {
        out << "<section aria-label=\"" << options.aria_label << "\"";
    } else {
        out << "<div";
    }
    write_shared_attributes(out, options);
    write_inside(out, options);
    return out << (is_section ? Literal("\n  </section>") : Literal("\n  </div>"));
}

}  // namespace govuk
