#include "feel/lex.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace feel {

namespace {

constexpr std::size_t length_max = 20'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

// How many bytes the white space beyond ASCII takes that a text begins with; 0 when it begins with
// none.
std::size_t wide_space(std::string_view text) {
    constexpr std::string_view two[] = {"\xC2\x85", "\xC2\xA0"};
    constexpr std::string_view three[] = {"\xE1\x9A\x80", "\xE1\xA0\x8E", "\xE2\x80\xA8",
                                          "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F",
                                          "\xE3\x80\x80", "\xEF\xBB\xBF"};
    for (const std::string_view space : two) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    for (const std::string_view space : three) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    const bool quad = text.size() >= 3 && text.starts_with("\xE2\x80") &&
                      static_cast<unsigned char>(text[2]) >= 0x80 &&
                      static_cast<unsigned char>(text[2]) <= 0x8B;
    return quad ? 3 : 0;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

Error fault(std::string code, std::string message, std::size_t at) {
    return Error{std::move(code), std::move(message), "character " + std::to_string(at + 1)};
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<Token>> run() {
        if (text_.size() > length_max) {
            return Error{"feel.too_long",
                         "An expression may be at most 20,000 characters long. Cut it into steps."};
        }
        std::vector<Token> tokens;
        for (;;) {
            pass_space();
            if (at_ >= text_.size()) {
                tokens.push_back(Token{Token::Kind::end, "", text_.size(), text_.size()});
                return tokens;
            }
            TRY(Token token, next());
            tokens.push_back(std::move(token));
        }
    }

private:
    char peek(std::size_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void pass_space() {
        while (at_ < text_.size()) {
            if (is_space(text_[at_])) {
                ++at_;
            } else if (const std::size_t wide = wide_space(text_.substr(at_)); wide > 0) {
                at_ += wide;
            } else if (text_.substr(at_, 2) == "//") {
                while (at_ < text_.size() && text_[at_] != '\n') {
                    ++at_;
                }
            } else if (text_.substr(at_, 2) == "/*") {
                const std::size_t end = text_.find("*/", at_ + 2);
                at_ = end == std::string_view::npos ? text_.size() : end + 2;
            } else {
                return;
            }
        }
    }

    Token take(Token::Kind kind, std::size_t length) {
        Token token{kind, std::string(text_.substr(at_, length)), at_, at_ + length};
        at_ += length;
        return token;
    }

    Result<Token> next() {
        const char c = text_[at_];
        if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            return take(Token::Kind::number, number_length());
        }
        if (c == '"') {
            return string();
        }
        if (starts_name(c)) {
            std::size_t length = 1;
            while ((starts_name(peek(length)) || is_digit(peek(length))) &&
                   wide_space(text_.substr(std::min(at_ + length, text_.size()))) == 0) {
                ++length;
            }
            return take(Token::Kind::name, length);
        }
        for (const std::string_view two : {"**", "<=", ">=", "!=", "..", "->"}) {
            if (text_.substr(at_, 2) == two) {
                return take(Token::Kind::symbol, 2);
            }
        }
        if (std::string_view("+-*/=<>()[]{},.:;@'").find(c) != std::string_view::npos) {
            return take(Token::Kind::symbol, 1);
        }
        return fault("feel.bad_character", std::string("FEEL has no use for the character ") + c,
                     at_);
    }

    std::size_t number_length() const {
        std::size_t length = 0;
        while (is_digit(peek(length))) {
            ++length;
        }
        if (peek(length) == '.' && is_digit(peek(length + 1))) {
            ++length;
            while (is_digit(peek(length))) {
                ++length;
            }
        }
        if (peek(length) == 'e' || peek(length) == 'E') {
            const std::size_t sign = peek(length + 1) == '+' || peek(length + 1) == '-' ? 1 : 0;
            if (is_digit(peek(length + 1 + sign))) {
                length += 1 + sign;
                while (is_digit(peek(length))) {
                    ++length;
                }
            }
        }
        return length;
    }

    Result<Token> string() {
        Token token{Token::Kind::string, "", at_, at_};
        ++at_;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] != '\\') {
                token.text += text_[at_++];
                continue;
            }
            TRY_DONE(escape(token.text));
        }
        if (at_ >= text_.size()) {
            return fault("feel.unclosed_text", "A text in quotation marks is never closed.",
                         token.at);
        }
        ++at_;
        token.past = at_;
        return token;
    }

    Outcome escape(std::string& out) {
        const char c = peek(1);
        switch (c) {
            case 'n':
                out += '\n';
                break;
            case 't':
                out += '\t';
                break;
            case 'r':
                out += '\r';
                break;
            case '"':
            case '\'':
            case '\\':
                out += c;
                break;
            case 'u':
            case 'U':
                return code_point(out, c == 'u' ? 4 : 6);
            default:
                // An unknown escape stays as it is written, as patterns ("\d") need it.
                out += '\\';
                out += c;
        }
        at_ += 2;
        return Done{};
    }

    std::optional<std::uint32_t> hex(std::size_t from, std::size_t digits) const {
        std::uint32_t code = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = peek(from + i);
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!is_digit(c) && !letter) {
                return std::nullopt;
            }
            code =
                code * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
        }
        return code;
    }

    Outcome code_point(std::string& out, std::size_t digits) {
        std::optional<std::uint32_t> code = hex(2, digits);
        std::size_t length = 2 + digits;
        if (code && *code >= 0xD800 && *code < 0xDC00 && peek(length) == '\\' &&
            peek(length + 1) == 'u') {
            const std::optional<std::uint32_t> low = hex(length + 2, 4);
            if (low && *low >= 0xDC00 && *low < 0xE000) {
                code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
                length += 6;
            }
        }
        if (!code || *code > 0x10FFFF || (*code >= 0xD800 && *code < 0xE000)) {
            return fault("feel.bad_escape", "A \\u escape does not name a character.", at_);
        }
        append_utf8(out, *code);
        at_ += length;
        return Done{};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<Token>> lex(std::string_view text) {
    return Lexer(text).run();
}

}  // namespace feel
