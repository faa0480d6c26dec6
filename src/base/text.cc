#include "base/text.h"

#include <cstdint>

namespace base {

namespace {

// Reads one code point at `i` and moves past it; false for bytes that are not well-formed UTF-8.
bool next_code_point(std::string_view text, std::size_t& i, std::uint32_t& point) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(i);
    if (first < 0x80) {
        point = first;
        ++i;
        return true;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || i + length > text.size()) {
        return false;
    }
    point = first & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(i + k) & 0xC0) != 0x80) {
            return false;
        }
        point = (point << 6) | (byte(i + k) & 0x3FU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        return false;
    }
    i += length;
    return true;
}

bool turns_direction(std::uint32_t point) {
    return point == 0x061C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_control(std::uint32_t point) {
    return (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point <= 0x9F) ||
           point == 0x2028 || point == 0x2029 || point == 0xFEFF;
}

}  // namespace

std::vector<std::string> split_text(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string join_text(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += i == 0 ? std::string_view() : separator;
        text += parts[i];
    }
    return text;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t from = text.find_first_not_of(white);
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(white) - from + 1);
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return small;
}

bool is_utf8(std::string_view text) {
    std::uint32_t point = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!next_code_point(text, i, point)) {
            return false;
        }
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

std::optional<std::u32string> to_code_points(std::string_view text) {
    std::u32string points;
    std::uint32_t point = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!next_code_point(text, i, point)) {
            return std::nullopt;
        }
        points += static_cast<char32_t>(point);
    }
    return points;
}

Result<std::string> plain_text(std::string_view text, std::size_t length_max) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\r') {
            kept += i + 1 < text.size() && text[i + 1] == '\n' ? "" : "\n";
            ++i;
            continue;
        }
        const std::size_t start = i;
        std::uint32_t point = 0;
        if (!next_code_point(text, i, point)) {
            return Error{"text.not_utf8",
                         "This text has letters we cannot read. Please type it again."};
        }
        if (is_control(point)) {
            return Error{"text.control_character",
                         "This text has a hidden character in it. Please type it again instead of "
                         "pasting it."};
        }
        if (turns_direction(point)) {
            return Error{"text.direction_mark",
                         "This text has a hidden mark that changes the writing direction. Please "
                         "type it again."};
        }
        kept.append(text.substr(start, i - start));
    }
    const std::string_view trimmed = trim(kept);
    if (code_points(trimmed) > length_max) {
        return Error{"text.too_long", "This text is too long. Use " + std::to_string(length_max) +
                                          " characters or fewer."};
    }
    return std::string(trimmed);
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace base
