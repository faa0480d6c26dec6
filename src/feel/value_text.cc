#include "feel/value_text.h"

#include "feel/names.h"

namespace feel {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        switch (letter) {
            case '"':
            case '\\':
                out += '\\';
                out += letter;
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += letter;
        }
    }
    return out + "\"";
}

// A key stands without quotation marks when it is made of name parts alone.
std::string key_text(const std::string& key) {
    const Result<std::vector<Token>> tokens = lex(key);
    bool is_name = tokens.has_value() && tokens->size() > 1;
    for (std::size_t i = 0; is_name && i + 1 < tokens->size(); ++i) {
        const Token& token = (*tokens)[i];
        is_name = token.kind == Token::Kind::name || (i > 0 && token.kind == Token::Kind::number);
    }
    return is_name ? key : quoted(key);
}

std::string inner_text(const Value& value) {
    if (value.is_null()) {
        return "null";
    }
    return value.string() != nullptr ? quoted(*value.string()) : feel_text(value);
}

std::string list_text(const List& items) {
    std::string out = "[";
    for (const Value& item : items) {
        out += (out.size() == 1 ? "" : ", ") + inner_text(item);
    }
    return out + "]";
}

std::string context_text(const Context& context) {
    std::string out = "{";
    for (std::size_t i = 0; i < context.values.size(); ++i) {
        out += (i == 0 ? "" : ", ") + key_text((*context.names)[i]) + ": " +
               inner_text(context.values[i]);
    }
    return out + "}";
}

std::string range_text(const Range& range) {
    return (range.low_included ? "[" : "(") + (range.low.is_null() ? "" : inner_text(range.low)) +
           ".." + (range.high.is_null() ? "" : inner_text(range.high)) +
           (range.high_included ? "]" : ")");
}

}  // namespace

std::string feel_text(const Value& value) {
    if (value.is_null()) {
        return "null";
    }
    if (value.boolean() != nullptr) {
        return *value.boolean() ? "true" : "false";
    }
    if (value.list() != nullptr) {
        return list_text(*value.list());
    }
    if (value.context() != nullptr) {
        return context_text(*value.context());
    }
    return value.range() != nullptr ? range_text(*value.range()) : value.to_text();
}

}  // namespace feel
