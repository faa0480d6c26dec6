#pragma once
// The name of one field. It can be the heading of its page. Without words nothing is written.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Label {
    std::string text = {};
    Html html = {};
    std::string for_id = {};
    bool is_page_heading = false;
    std::string classes = {};
    Attributes attributes = {};
};

// The label of the field `id`, whatever its options say, without a copy of them.
struct LabelFor {
    const Label& label;
    const std::string& id;
};
Html& operator<<(Html& out, const LabelFor& options);

// Writes the label into a page.
Html& operator<<(Html& out, const Label& options);
// Makes a label.
inline Html label(const Label& options) {
    return Html() << options;
}

}  // namespace govuk
