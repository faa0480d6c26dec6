#pragma once
// What is wrong with one answer and how to mend it, beside the field. Fields show it when it has
// words, so a form passes what it found, empty or not.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct ErrorMessage {
    std::string text = {};
    Html html = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
    std::string visually_hidden_text = "Error";
    bool even_if_empty = false;

    // Says whether a field is to show it.
    bool given() const { return even_if_empty || !text.empty() || !html.empty(); }
};

// The message with the id `id`, whatever its options say, without a copy of them.
struct ErrorMessageAs {
    const ErrorMessage& options;
    const std::string& id;
};
Html& operator<<(Html& out, const ErrorMessageAs& named);

// Writes the message into a page.
Html& operator<<(Html& out, const ErrorMessage& options);
// Makes an error message.
inline Html error_message(const ErrorMessage& options) {
    return Html() << options;
}

}  // namespace govuk
