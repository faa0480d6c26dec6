#include "web/easy_read.h"

namespace web {

bool is_easy(const Visit& visit) {
    return visit.query("view") == "easy";
}

std::string view_part(const Visit& visit) {
    return is_easy(visit) ? "?view=easy" : "";
}

Html other_view_link(const Visit& visit, std::string_view here) {
    const bool has_query = here.find('?') != std::string_view::npos;
    Html link;
    link << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << here;
    if (is_easy(visit)) {
        link << "\">Show the usual view";
    } else {
        link << (has_query ? govuk::Literal("&amp;view=easy") : govuk::Literal("?view=easy"))
             << "\">Show this in Easy Read";
    }
    return link << "</a></p>";
}

Html easy_read_open() {
    return Html() << "<p class=\"govuk-body\"><strong class=\"govuk-tag govuk-tag--grey\">Not yet "
                     "tested with "
                     "readers</strong></p><div class=\"op-easy\">";
}

Html easy_read_close() {
    return Html() << "</div>";
}

void write_easy_line(Html& main, std::string_view picture, const Html& words) {
    main << "<div class=\"op-easy__line\"><img class=\"op-easy__picture\" src=\"/assets/pictures/"
         << picture << ".svg\" alt=\"\" width=\"96\" height=\"96\"><p class=\"op-easy__words\">"
         << words << "</p></div>";
}

void write_easy_line(Html& main, std::string_view picture, const std::string& words) {
    write_easy_line(main, picture, Html() << words);
}

void write_easy_help(Html& main, const Speaking& speaking) {
    if (speaking.to_her()) {
        write_easy_line(main, "help", "You can ask someone to help you.");
        write_easy_line(main, "no", "You can say if you think it is wrong.");
    } else {
        write_easy_line(main, "help", speaking.You() + " can ask someone to help.");
        write_easy_line(main, "no", speaking.You() + " can say if it is wrong.");
    }
}

}  // namespace web
