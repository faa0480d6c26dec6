#include "govuk/html.h"

#include <algorithm>
#include <array>

namespace govuk {

namespace {

constexpr std::array<bool, 256> make_unsafe() {
    std::array<bool, 256> unsafe{};
    for (const char c : {'&', '<', '>', '"', '\''}) {
        unsafe[static_cast<unsigned char>(c)] = true;
    }
    return unsafe;
}
constexpr std::array<bool, 256> unsafe_bytes = make_unsafe();

std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return "&#39;";
    }
}

}  // namespace

void Html::escape(std::string_view text) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (unsafe_bytes[static_cast<unsigned char>(text[at])]) {
            text_.append(text.data() + kept, at - kept);
            text_.append(entity(text[at]));
            kept = at + 1;
        }
    }
    text_.append(text.data() + kept, text.size() - kept);
}

void Html::append_trimmed(const Html& html) {
    const std::string_view all = html.text_;
    const std::size_t first = all.find_first_not_of(white_space);
    if (first != std::string_view::npos) {
        text_.append(all.substr(first, all.find_last_not_of(white_space) - first + 1));
    }
}

void Html::indent_from(std::size_t start, int spaces) {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(start);
    const auto lines = static_cast<std::size_t>(std::count(begin, text_.end(), '\n'));
    if (lines == 0 || spaces <= 0) {
        return;
    }
    // Widen in place, from the end, so that no second buffer is needed.
    const auto margin = static_cast<std::size_t>(spaces);
    std::size_t read = text_.size();
    text_.resize(read + lines * margin);
    std::size_t write = text_.size();
    while (write != read) {
        const char c = text_[--read];
        if (c == '\n') {
            write -= margin;
            text_.replace(write, margin, margin, ' ');
        }
        text_[--write] = c;
    }
}

Html text(std::string_view plain) {
    Html made;
    made.escape(plain);
    return made;
}

}  // namespace govuk
