#include "web/urlencoded.h"

#include "base/text.h"

namespace web {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

Error bad_encoding() {
    return Error{"web.encoding",
                 "The address or form holds characters that cannot be read. Nothing was changed. "
                 "Go back, and type it again."};
}

}  // namespace

Result<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            decoded += ' ';
            continue;
        }
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size()) {
            return bad_encoding();
        }
        const int high = hex_value(text[i + 1]);
        const int low = hex_value(text[i + 2]);
        if (high < 0 || low < 0) {
            return bad_encoding();
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (decoded.find('\0') != std::string::npos || !base::is_utf8(decoded)) {
        return bad_encoding();
    }
    return decoded;
}

Result<Fields> parse_urlencoded(std::string_view text) {
    Fields fields;
    if (text.empty()) {
        return fields;
    }
    for (std::size_t count = 0;; ++count) {
        if (count == fields_max) {
            return Error{"web.too_many_fields",
                         "The form has more than 1,000 fields. Nothing was changed. Send it in "
                         "smaller parts."};
        }
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        const std::size_t equals = pair.find('=');
        TRY(std::string name, percent_decode(pair.substr(0, equals), true));
        std::string value;
        if (equals != std::string_view::npos) {
            TRY(value, percent_decode(pair.substr(equals + 1), true));
        }
        if (name.empty()) {
            return bad_encoding();
        }
        fields.add(std::move(name), std::move(value));
        if (end == std::string_view::npos) {
            return fields;
        }
        text.remove_prefix(end + 1);
    }
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

}  // namespace web
