#include "feel/builtins_strings.h"

#include <string>

#include "base/letters.h"
#include "base/text.h"
#include "feel/builtin_arguments.h"
#include "feel/value_text.h"

namespace feel {

namespace {

Answer string(Arguments given) {
    if (given[0].is_null()) {
        return std::nullopt;
    }
    return given[0].string() != nullptr ? given[0] : Value(feel_text(given[0]));
}

Answer string_length(Arguments given) {
    return given[0].string() == nullptr
               ? std::nullopt
               : Answer(Decimal(static_cast<std::int64_t>(base::code_points(*given[0].string()))));
}

// Gives where the letter of an index begins; the size of the text behind the last.
std::size_t offset_of(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    while (letters > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
            ++at;
        }
        --letters;
    }
    return at;
}

Answer substring(Arguments given) {
    if (given[0].string() == nullptr) {
        return std::nullopt;
    }
    const std::string& text = *given[0].string();
    const std::optional<std::size_t> from = index_of(given[1], base::code_points(text));
    if (!from) {
        return std::nullopt;
    }
    const std::string_view rest = std::string_view(text).substr(offset_of(text, *from));
    if (given.size() < 3) {
        return std::string(rest);
    }
    const std::optional<std::int64_t> length = whole_part(given[2]);
    if (!length || *length < 1) {
        return std::nullopt;
    }
    return std::string(rest.substr(0, offset_of(rest, static_cast<std::size_t>(*length))));
}

template <std::string (*changed)(std::string_view)>
Answer of_text(Arguments given) {
    return given[0].string() == nullptr ? std::nullopt : Answer(changed(*given[0].string()));
}

template <Answer (*found)(const std::string&, const std::string&)>
Answer of_two(Arguments given) {
    if (given[0].string() == nullptr || given[1].string() == nullptr) {
        return std::nullopt;
    }
    return found(*given[0].string(), *given[1].string());
}

Answer before_match(const std::string& text, const std::string& match) {
    const std::size_t at = text.find(match);
    return at == std::string::npos ? std::string() : text.substr(0, at);
}
Answer after_match(const std::string& text, const std::string& match) {
    const std::size_t at = text.find(match);
    return at == std::string::npos ? std::string() : text.substr(at + match.size());
}
Answer holds_part(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}
Answer holds_start(const std::string& text, const std::string& part) {
    return text.starts_with(part);
}
Answer holds_end(const std::string& text, const std::string& part) {
    return text.ends_with(part);
}

// Joins the texts of a list; null items are passed over, no separator is an empty one.
Answer join(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const bool has_separator = given.size() > 1 && !given[1].is_null();
    if (!items || (has_separator && given[1].string() == nullptr)) {
        return std::nullopt;
    }
    std::string joined;
    bool is_first = true;
    for (const Value& item : *items) {
        if (item.is_null()) {
            continue;
        }
        if (item.string() == nullptr) {
            return std::nullopt;
        }
        joined += is_first || !has_separator ? std::string() : *given[1].string();
        joined += *item.string();
        is_first = false;
        if (joined.size() > text_max) {
            return std::nullopt;
        }
    }
    return joined;
}

}  // namespace

void add_string_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    add_builtin(made, "string", {"from"}, {K::any}, K::string, string).in_profile = true;
    add_builtin(made, "string length", {"string"}, {K::string}, K::number, string_length);
    add_builtin(made, "substring", {"string", "start position", "length"},
                {K::string, K::number, K::number}, K::string, substring)
        .required = 2;
    add_builtin(made, "upper case", {"string"}, {K::string}, K::string, of_text<base::upper_case>);
    add_builtin(made, "lower case", {"string"}, {K::string}, K::string, of_text<base::lower_case>);
    const auto add_two = [&made](std::string_view name, K result, Answer (*run)(Arguments)) {
        add_builtin(made, name, {"string", "match"}, {K::string, K::string}, result, run);
    };
    add_two("substring before", K::string, of_two<before_match>);
    add_two("substring after", K::string, of_two<after_match>);
    add_two("contains", K::boolean, of_two<holds_part>);
    add_two("starts with", K::boolean, of_two<holds_start>);
    add_two("ends with", K::boolean, of_two<holds_end>);
    add_builtin(made, "string join", {"list", "delimiter"}, {K::list, K::string}, K::string, join)
        .required = 1;
}

}  // namespace feel
