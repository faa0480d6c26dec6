#include "web/form.h"

#include <charconv>

#include "base/text.h"

namespace web {

namespace {

// Reads up to six digits; nothing for any other text.
std::optional<std::int64_t> read_whole(std::string_view text) {
    std::int64_t number = 0;
    if (text.empty() || text.size() > 12) {
        return std::nullopt;
    }
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || text[0] == '-') {
        return std::nullopt;
    }
    return number;
}

// Reads "2", "2.5" or "2:30" as minutes.
std::optional<std::int64_t> read_minutes(std::string_view text) {
    const std::size_t mark = text.find_first_of(".:");
    const auto hours = read_whole(text.substr(0, mark));
    if (!hours || *hours > 10'000) {
        return std::nullopt;
    }
    if (mark == std::string_view::npos) {
        return *hours * 60;
    }
    const std::string_view rest = text.substr(mark + 1);
    const auto part = read_whole(rest);
    if (!part || rest.size() > 2) {
        return std::nullopt;
    }
    if (text[mark] == ':') {
        return rest.size() == 2 && *part < 60 ? std::optional(*hours * 60 + *part) : std::nullopt;
    }
    const std::int64_t hundredths = rest.size() == 1 ? *part * 10 : *part;
    return hundredths * 60 % 100 == 0 ? std::optional(*hours * 60 + hundredths * 60 / 100)
                                      : std::nullopt;
}

}  // namespace

void Form::fill(std::string field, std::string value) {
    if (!typed_.has(field)) {
        typed_.add(std::move(field), std::move(value));
    }
}

std::optional<std::string> Form::text(std::string_view field, std::size_t length_max,
                                      std::string_view asks) {
    auto read = base::plain_text(typed_.get(field), length_max);
    if (!read) {
        refuse(field, read.error().message);
        return std::nullopt;
    }
    if (read->empty()) {
        if (!asks.empty()) {
            refuse(field, asks);
        }
        return std::nullopt;
    }
    return std::move(*read);
}

std::optional<Money> Form::money(std::string_view field, std::string_view asks) {
    const auto typed = text(field, 40, asks);
    if (!typed) {
        return std::nullopt;
    }
    const auto read = Money::parse(*typed);
    if (!read) {
        refuse(field, read.error().message);
        return std::nullopt;
    }
    return *read;
}

std::optional<std::int64_t> Form::whole(std::string_view field, std::int64_t least,
                                        std::int64_t most, std::string_view asks) {
    const auto typed = text(field, 40, asks);
    if (!typed) {
        return std::nullopt;
    }
    const auto read = read_whole(*typed);
    if (!read || *read < least || *read > most) {
        refuse(field, "Enter a whole number from " + std::to_string(least) + " to " +
                          std::to_string(most) + ", in digits");
        return std::nullopt;
    }
    return read;
}

std::optional<std::int64_t> Form::minutes(std::string_view field, std::string_view asks) {
    const auto typed = text(field, 40, asks);
    if (!typed) {
        return std::nullopt;
    }
    const auto read = read_minutes(*typed);
    if (!read) {
        refuse(field, "Enter hours as a number, like 2 or 2.5, or as hours and minutes, like 2:30");
    }
    return read;
}

std::optional<Date> Form::date(std::string_view field, std::string_view asks) {
    const std::string name(field);
    const std::string_view day = base::trim(typed_.get(name + "-day"));
    const std::string_view month = base::trim(typed_.get(name + "-month"));
    const std::string_view year = base::trim(typed_.get(name + "-year"));
    if (day.empty() && month.empty() && year.empty()) {
        if (!asks.empty()) {
            refuse(field, asks);
        }
        return std::nullopt;
    }
    const auto read = Date::parse_parts(day, month, year);
    if (!read) {
        refuse(field, read.error().message);
        return std::nullopt;
    }
    return *read;
}

std::optional<std::string> Form::choice(std::string_view field,
                                        const std::vector<std::string>& offered,
                                        std::string_view asks) {
    const std::string_view chosen = typed_.get(field);
    for (const std::string& value : offered) {
        if (value == chosen) {
            return value;
        }
    }
    if (!asks.empty() || !chosen.empty()) {
        refuse(field, asks.empty() ? "Choose one of the list" : asks);
    }
    return std::nullopt;
}

void Form::refuse(std::string_view field, std::string_view message) {
    if (!has_error(field)) {
        errors_.push_back(FieldError{std::string(field), std::string(message)});
    }
}

void Form::refuse(const Error& error, std::initializer_list<CodeField> fields,
                  std::string_view otherwise) {
    std::string_view field = otherwise;
    for (const CodeField& known : fields) {
        if (known.code == error.code) {
            field = known.field;
        }
    }
    refuse(field, error.message);
}

govuk::ErrorMessage Form::error(std::string_view field) const {
    for (const FieldError& error : errors_) {
        if (error.field == field) {
            return govuk::ErrorMessage{.text = error.message};
        }
    }
    return {};
}

bool Form::has_error(std::string_view field) const {
    for (const FieldError& error : errors_) {
        if (error.field == field) {
            return true;
        }
    }
    return false;
}

}  // namespace web
