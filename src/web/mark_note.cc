#include "web/mark_note.h"

namespace web {

std::string_view mark_sentence(policy::Mark mark) {
    switch (mark) {
        case policy::Mark::published:
            return "Uses published figures";
        case policy::Mark::remembered:
            return "Uses a figure from memory that nobody has checked";
        case policy::Mark::illustrative:
            return "Uses figures made up for this example";
    }
    return "";
}

govuk::Html mark_note(const std::optional<policy::Mark>& mark, std::string_view href) {
    govuk::Html out;
    if (!mark) {
        return out;
    }
    out << "<p class=\"govuk-body-s op-sureness op-sureness--" << policy::to_text(*mark) << "\">"
        << mark_sentence(*mark) << ".";
    if (!href.empty()) {
        out << " <a class=\"govuk-link\" href=\"" << href << "\">See each figure</a>";
    }
    return out << "</p>";
}

}  // namespace web
