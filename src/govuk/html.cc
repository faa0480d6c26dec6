#include "govuk/html.h"

#include <array>
#include <cstring>

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

// Both of these go through the C library, which looks at many bytes at once: every component that
// stands inside another passes here.
std::size_t line_breaks(std::string_view text) {
    std::size_t count = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while ((at = static_cast<const char*>(
                std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
        ++count;
        ++at;
    }
    return count;
}

// Gives the place of the last line break before `end`; there is one.
std::size_t last_line_break(const std::string& text, std::size_t end) {
    const void* const found = memrchr(text.data(), '\n', end);
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
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
    const std::size_t lines = line_breaks(std::string_view(text_).substr(start));
    if (lines == 0 || spaces <= 0) {
        return;
    }
    // Widen in place, line by line from the end, so that no second buffer is needed.
    const auto margin = static_cast<std::size_t>(spaces);
    std::size_t end = text_.size();
    std::size_t shift = lines * margin;
    text_.resize(end + shift);
    while (shift != 0) {
        const std::size_t line_break = last_line_break(text_, end);
        char* const from = text_.data() + line_break + 1;
        std::memmove(from + shift, from, end - line_break - 1);
        std::memset(from + shift - margin, ' ', margin);
        shift -= margin;
        text_[line_break + shift] = '\n';
        end = line_break;
    }
}

Html text(std::string_view plain) {
    Html made;
    made.escape(plain);
    return made;
}

}  // namespace govuk
