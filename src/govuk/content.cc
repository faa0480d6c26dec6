#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Words& words) {
    if (words.html.empty()) {
        return out << words.text;
    }
    return out << indented(words.spaces, trimmed(words.html));
}

Html& operator<<(Html& out, const AsGiven& content) {
    return content.html.empty() ? out << content.text : out << content.html;
}

}  // namespace govuk
