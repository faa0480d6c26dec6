#include "govuk/pagination.h"

#include "base/text.h"
#include "govuk/content.h"

namespace govuk {

namespace {

void write_arrow(Html& out, Literal kind, Literal path) {
    out << "      <svg class=\"govuk-pagination__icon govuk-pagination__icon--" << kind
        << "\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\""
           " aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\">\n        <path d=\""
        << path << "\"></path>\n      </svg>\n";
}

// How the two links differ.
struct Direction {
    Literal kind;
    Literal words;
    bool arrow_first;
};

void write_link(Html& out, const PaginationLink& link, const Direction& direction,
                bool block_level) {
    out << "  <div class=\"govuk-pagination__" << direction.kind
        << "\">\n    <a class=\"govuk-link govuk-pagination__link\" href=\"" << link.href
        << "\" rel=\"" << direction.kind << "\"" << link.attributes << ">\n";
    const auto arrow = [&] {
        if (direction.arrow_first) {
            write_arrow(out, "prev",
                        "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768"
                        "h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z");
        } else {
            write_arrow(out, "next",
                        "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 "
                        "3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z");
        }
    };
    const bool before_words = block_level || direction.arrow_first;
    if (before_words) {
        arrow();
    }
    out << "      <span class=\"govuk-pagination__link-title"
        << when(block_level && link.label_text.empty(), " govuk-pagination__link-title--decorated")
        << "\">\n        ";
    if (!link.html.empty()) {
        out << words(link, 8);
    } else if (!link.text.empty()) {
        out << base::trim(link.text);
    } else {
        out << direction.words << "<span class=\"govuk-visually-hidden\"> page</span>";
    }
    out << "\n      </span>\n";
    if (block_level && !link.label_text.empty()) {
        out << "      <span class=\"govuk-visually-hidden\">:</span>\n"
               "      <span class=\"govuk-pagination__link-label\">"
            << link.label_text << "</span>\n";
    }
    if (!before_words) {
        arrow();
    }
    out << "    </a>\n  </div>\n";
}

void write_item(Html& out, const PaginationItem& item) {
    out << "      <li class=\"govuk-pagination__item"
        << when(item.current, " govuk-pagination__item--current")
        << when(item.ellipsis, " govuk-pagination__item--ellipsis") << "\">\n";
    if (item.ellipsis) {
        out << "      &ctdot;\n";
    } else {
        out << "      <a class=\"govuk-link govuk-pagination__link\" href=\"" << item.href
            << "\" aria-label=\"" << item.visually_hidden_text.value_or("Page " + item.number)
            << "\"" << when(item.current, " aria-current=\"page\"") << item.attributes
            << ">\n        " << item.number << "\n      </a>\n";
    }
    out << "    </li>\n";
}

}  // namespace

Html& operator<<(Html& out, const Pagination& options) {
    const bool block_level =
        options.items.empty() && (!options.next.href.empty() || !options.previous.href.empty());
    out << "<nav class=\"govuk-pagination" << when(block_level, " govuk-pagination--block")
        << more(options.classes) << "\" aria-label=\"" << options.landmark_label << "\""
        << options.attributes << ">\n";
    if (!options.previous.href.empty()) {
        write_link(out, options.previous, {"prev", "Previous", true}, block_level);
    }
    if (!options.items.empty()) {
        out << "  <ul class=\"govuk-pagination__list\">\n";
        for (const PaginationItem& item : options.items) {
            write_item(out, item);
        }
        out << "  </ul>\n";
    }
    if (!options.next.href.empty()) {
        write_link(out, options.next, {"next", "Next", false}, block_level);
    }
    return out << "</nav>";
}

}  // namespace govuk
