#include "govuk/header.h"

#include "govuk/generic_header.h"

namespace govuk {

Html& operator<<(Html& out, const Header& options) {
    Html content;
    content << "  " << options.logo << "\n";
    if (!options.product_name.empty()) {
        content << "<span class=\"govuk-header__product-name\">" << options.product_name
                << "</span>";
    }
    content.indent_from(0, 8);
    return out << GenericHeader{.logo_html = content,
                                .url = options.homepage_url,
                                .container_classes = options.container_classes,
                                .classes = options.classes,
                                .attributes = options.attributes,
                                .name_space = "govuk"};
}

}  // namespace govuk
