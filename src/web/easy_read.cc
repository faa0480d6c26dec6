#include "web/easy_read.h"

namespace web {

Html easy_read_open() {
    return Html() << "<p class=\"govuk-body\"><strong class=\"govuk-tag govuk-tag--grey\">Not yet "
                     "tested with "
                     "readers</strong></p><div class=\"op-easy\">";
}

Html easy_read_close() {
    return Html() << "</div>";
}

void write_easy_line(Html& main, std::string_view picture, std::string_view words) {
    main << "<div class=\"op-easy__line\"><img class=\"op-easy__picture\" src=\"/assets/pictures/"
         << picture << ".svg\" alt=\"\" width=\"96\" height=\"96\"><p class=\"op-easy__words\">"
         << words << "</p></div>";
}

}  // namespace web
