#pragma once
// A short help beside a question. Fields show it when it has words.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Hint {
    std::string text = {};
    Html html = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
    bool even_if_empty = false;

    // Says whether a field is to show it.
    bool given() const { return even_if_empty || !text.empty() || !html.empty(); }
};

// The hint with the id `id`, whatever its options say, without a copy of them.
struct HintAs {
    const Hint& options;
    const std::string& id;
};
Html& operator<<(Html& out, const HintAs& named);

// Writes the hint into a page.
Html& operator<<(Html& out, const Hint& options);
// Makes a hint.
inline Html hint(const Hint& options) {
    return Html() << options;
}

}  // namespace govuk
