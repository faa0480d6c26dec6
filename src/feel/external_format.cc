#include "feel/external_format.h"

#include "base/text.h"

namespace feel {

namespace {

constexpr std::size_t width_max = 1000;

// One "%-08.2f", read.
struct Field {
    bool left = false;
    bool zeros = false;
    std::size_t width = 0;
    std::optional<int> places;
    char letter = '\0';
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads a figure from the front.
std::size_t take_figure(std::string_view& text) {
    std::size_t figure = 0;
    while (!text.empty() && is_digit(text.front())) {
        figure = std::min(figure * 10 + static_cast<std::size_t>(text.front() - '0'), width_max);
        text.remove_prefix(1);
    }
    return figure;
}

Field take_field(std::string_view& text) {
    Field field;
    while (text.starts_with('-') || text.starts_with('0')) {
        (text.front() == '-' ? field.left : field.zeros) = true;
        text.remove_prefix(1);
    }
    field.width = take_figure(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        field.places = static_cast<int>(take_figure(text));
    }
    if (!text.empty()) {
        field.letter = text.front();
        text.remove_prefix(1);
    }
    return field;
}

std::optional<std::string> whole_text(const Value& value) {
    const std::optional<std::int64_t> whole =
        value.number() == nullptr ? std::nullopt : value.number()->to_int64();
    return whole ? std::optional<std::string>(std::to_string(*whole)) : std::nullopt;
}

std::optional<std::string> fraction_text(const Value& value, int places) {
    if (value.number() == nullptr) {
        return std::nullopt;
    }
    const std::optional<Decimal> rounded = value.number()->rounded(places, Rounding::half_up);
    if (!rounded) {
        return std::nullopt;
    }
    std::string text = rounded->to_text();
    if (places == 0) {
        return text;
    }
    const std::size_t point = text.find('.');
    text += point == std::string::npos ? "." : "";
    const std::size_t written = point == std::string::npos ? 0 : text.size() - point - 1;
    text.append(static_cast<std::size_t>(places) - written, '0');
    return text;
}

std::optional<std::string> field_text(const Field& field, const Value& value) {
    switch (field.letter) {
        case 's':
            return java_text(value);
        case 'b':
            return value.boolean() != nullptr ? java_text(value)
                                              : std::string(value.is_null() ? "false" : "true");
        case 'd':
            return whole_text(value);
        case 'f':
            return fraction_text(value, field.places.value_or(6));
        default:  // a letter, not an enumerator
            return std::nullopt;
    }
}

std::string padded(std::string text, const Field& field) {
    const std::size_t length = base::code_points(text);
    const std::size_t missing = field.width > length ? field.width - length : 0;
    if (field.left) {
        return text.append(missing, ' ');
    }
    const bool after_sign = field.zeros && text.starts_with('-');
    return text.insert(after_sign ? 1 : 0, missing, field.zeros ? '0' : ' ');
}

}  // namespace

std::string java_text(const Value& value) {
    if (value.is_null()) {
        return "null";
    }
    if (value.boolean() != nullptr) {
        return *value.boolean() ? "true" : "false";
    }
    return value.to_text();
}

std::optional<std::string> java_format(std::string_view format, std::span<const Value> arguments) {
    std::string made;
    while (!format.empty()) {
        const char c = format.front();
        format.remove_prefix(1);
        if (c != '%') {
            made += c;
            continue;
        }
        const Field field = take_field(format);
        if (field.letter == '%' || field.letter == 'n') {
            made += field.letter == '%' ? '%' : '\n';
            continue;
        }
        if (arguments.empty()) {
            return std::nullopt;
        }
        const std::optional<std::string> text = field_text(field, arguments.front());
        if (!text) {
            return std::nullopt;
        }
        arguments = arguments.subspan(1);
        made += padded(*text, field);
    }
    return made;
}

}  // namespace feel
