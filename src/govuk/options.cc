#include "govuk/options.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace govuk {

namespace json = boost::json;

namespace {

std::string printed_number(double number) {
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

std::optional<int> whole_number(const std::string& digits) {
    int number = 0;
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) {
        return std::nullopt;
    }
    return number;
}

// One attribute: a value, or {value, optional} where a value of nothing leaves the attribute out
// and a plain yes leaves only its name.
void add_attribute(Attributes& attributes, const std::string& name, const Options& given) {
    const bool has_rules = given.is_object();
    const Options value = has_rules ? given["value"] : given;
    const bool is_optional = has_rules && given["optional"].is_true();
    const std::string printed = value.printed();
    if (is_optional && value.is_true() && !value.is_text() && printed == "true") {
        attributes.add_bare(name);
    } else if (!is_optional || value.is_true() || value.is_text() || printed == "0") {
        attributes.add(name, printed);
    }
}

}  // namespace

bool Options::is_true() const {
    if (value_ == nullptr) {
        return false;
    }
    switch (value_->kind()) {
        case json::kind::null:
            return false;
        case json::kind::bool_:
            return value_->get_bool();
        case json::kind::int64:
            return value_->get_int64() != 0;
        case json::kind::uint64:
            return value_->get_uint64() != 0;
        case json::kind::double_:
            return value_->get_double() != 0;
        case json::kind::string:
            return !value_->get_string().empty();
        case json::kind::array:
        case json::kind::object:
            return true;
    }
    return false;
}

Options Options::operator[](std::string_view name) const {
    if (!is_object()) {
        return {};
    }
    return Options(value_->get_object().if_contains(json::string_view(name.data(), name.size())));
}

std::vector<Options> Options::items() const {
    std::vector<Options> all;
    if (value_ != nullptr && value_->is_array()) {
        for (const json::value& item : value_->get_array()) {
            all.emplace_back(&item);
        }
    }
    return all;
}

bool Options::holds(const Options& value) const {
    if (value_ == nullptr || !value_->is_array() || !value.is_given()) {
        return false;
    }
    const json::array& all = value_->get_array();
    return std::find(all.begin(), all.end(), *value.value_) != all.end();
}

std::string Options::printed() const {
    if (value_ == nullptr) {
        return "";
    }
    switch (value_->kind()) {
        case json::kind::null:
            return "";
        case json::kind::bool_:
            return value_->get_bool() ? "true" : "false";
        case json::kind::int64:
            return std::to_string(value_->get_int64());
        case json::kind::uint64:
            return std::to_string(value_->get_uint64());
        case json::kind::double_:
            return printed_number(value_->get_double());
        case json::kind::string: {
            const json::string& text = value_->get_string();
            return {text.data(), text.size()};
        }
        case json::kind::array: {
            std::string joined;
            for (const Options& item : items()) {
                joined += (joined.empty() ? "" : ",") + item.printed();
            }
            return joined;
        }
        case json::kind::object:
            return "[object Object]";
    }
    return "";
}

std::string Options::text(std::string_view name, std::string_view otherwise) const {
    const Options member = (*this)[name];
    return member.is_true() ? member.printed() : std::string(otherwise);
}

std::string Options::text_if_given(std::string_view name, std::string_view otherwise) const {
    const Options member = (*this)[name];
    return member.is_given() ? member.printed() : std::string(otherwise);
}

std::optional<std::string> Options::optional_text(std::string_view name) const {
    const Options member = (*this)[name];
    const bool is_plain_no = member.is_given() && member.value_->is_bool() && !member.is_true();
    if (!member.is_given() || member.is_null() || is_plain_no) {
        return std::nullopt;
    }
    return member.printed();
}

Html Options::html(std::string_view name) const {
    return Html::already_safe(text(name));
}

std::optional<bool> Options::choice(std::string_view name) const {
    const Options member = (*this)[name];
    if (!member.is_given() || member.is_null()) {
        return std::nullopt;
    }
    return member.is_true();
}

std::optional<bool> Options::plain_choice(std::string_view name) const {
    const Options member = (*this)[name];
    if (!member.is_given() || !member.value_->is_bool()) {
        return std::nullopt;
    }
    return member.is_true();
}

int Options::number(std::string_view name, int otherwise) const {
    return whole_number(text(name)).value_or(otherwise);
}

std::optional<int> Options::optional_number(std::string_view name) const {
    return whole_number(printed(name));
}

Content Options::content(std::string_view name) const {
    const Options member = (*this)[name];
    return {.text = member.text("text"), .html = member.html()};
}

Attributes Options::attributes(std::string_view name) const {
    Attributes attributes;
    const Options member = (*this)[name];
    if (member.is_object()) {
        for (const json::key_value_pair& pair : member.value_->get_object()) {
            add_attribute(attributes, std::string(pair.key_c_str(), pair.key().size()),
                          Options(&pair.value()));
        }
    }
    return attributes;
}

PluralTexts Options::plural_texts(std::string_view name) const {
    PluralTexts texts;
    const Options member = (*this)[name];
    if (member.is_object()) {
        for (const json::key_value_pair& pair : member.value_->get_object()) {
            texts.push_back(PluralText{.rule = std::string(pair.key_c_str(), pair.key().size()),
                                       .text = Options(&pair.value()).printed()});
        }
    }
    return texts;
}

}  // namespace govuk
