#include "govuk/notification_banner.h"

#include "base/text.h"
#include "govuk/content.h"

namespace govuk {

namespace {

void write_role(Html& out, const NotificationBanner& options, bool is_success) {
    if (options.role.empty()) {
        out << (is_success ? Literal("alert") : Literal("region"));
    } else {
        out << options.role;
    }
}

void write_title(Html& out, const NotificationBanner& options, bool is_success) {
    if (!options.title_html.empty() || !options.title_text.empty()) {
        out << as_given(options.title_html, options.title_text);
    } else {
        out << (is_success ? Literal("Success") : Literal("Important"));
    }
}

}  // namespace

Html& operator<<(Html& out, const NotificationBanner& options) {
    const bool is_success = options.type == "success";
    out << "<div class=\"govuk-notification-banner"
        << when(is_success, " govuk-notification-banner--success") << more(options.classes)
        << "\" role=\"";
    write_role(out, options, is_success);
    out << "\" aria-labelledby=\"" << options.title_id
        << "\" data-module=\"govuk-notification-banner\"";
    if (options.disable_auto_focus) {
        out << " data-disable-auto-focus=\"" << true_or_false(*options.disable_auto_focus) << "\"";
    }
    out << options.attributes << ">\n  <div class=\"govuk-notification-banner__header\">\n    <h"
        << options.title_heading_level << " class=\"govuk-notification-banner__title\" id=\""
        << options.title_id << "\">\n      ";
    write_title(out, options, is_success);
    out << "\n    </h" << options.title_heading_level
        << ">\n  </div>\n  <div class=\"govuk-notification-banner__content\">\n";
    if (!options.html.empty()) {
        out << "    " << words(options, 4) << "\n";
    } else if (!options.text.empty()) {
        out << "    <p class=\"govuk-notification-banner__heading\">\n      "
            << indented(6, base::trim(options.text)) << "\n    </p>\n";
    }
    return out << "  </div>\n</div>";
}

}  // namespace govuk
