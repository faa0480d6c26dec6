#pragma once
// Content is what the reference calls "text or html": markup wins where both are given, plain text
// is escaped. Most options structs carry the two as members named text and html; `words` chooses
// between them and lays the markup out the way the reference does, trimmed and indented. Content
// itself is used where an option is such a pair and nothing more.

#include <string>

#include "govuk/html.h"

namespace govuk {

struct Content {
    std::string text = {};
    Html html = {};
    bool even_if_empty = false;

    // Says whether it is to be shown.
    bool given() const { return even_if_empty || !text.empty() || !html.empty(); }
};

// What is to be written of a text/html pair.
struct Words {
    const Html& html;
    const std::string& text;
    int spaces;
};

// Chooses html, trimmed and indented by `spaces`, or else the text, escaped.
inline Words words(const Html& html, const std::string& text, int spaces) {
    return {html, text, spaces};
}
template <typename T>
Words words(const T& pair, int spaces) {
    return {pair.html, pair.text, spaces};
}
Html& operator<<(Html& out, const Words& words);

// Chooses html exactly as given, or else the text, escaped.
struct AsGiven {
    const Html& html;
    const std::string& text;
};
inline AsGiven as_given(const Html& html, const std::string& text) {
    return {html, text};
}
template <typename T>
AsGiven as_given(const T& pair) {
    return {pair.html, pair.text};
}
Html& operator<<(Html& out, const AsGiven& content);

}  // namespace govuk
