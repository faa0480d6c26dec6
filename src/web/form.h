#pragma once
// A Form is what somebody typed, and what is wrong with it. Each reader (money, date, text, choice,
// id) gives the value, or notes one sentence for that field and gives nothing; the page then shows
// the same form again, with every word as typed, the sentence beside its field and once more in the
// summary on top. A refusal that comes back from a journey is put beside the field it belongs to by
// its code. Nothing typed is ever lost. Used by every page with a form.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "govuk/error_message.h"
#include "govuk/html.h"
#include "web/fields.h"

namespace web {

// One thing that is wrong: the field (its id on the page) and the sentence.
struct FieldError {
    std::string field;
    std::string message;
};

// Says which field a refusal's code belongs to: {"budget.not_enough", "amount"}.
struct CodeField {
    std::string_view code;
    std::string_view field;
};

class Form {
public:
    // Is a form nobody has filled in yet.
    Form() = default;
    explicit Form(Fields typed) : typed_(std::move(typed)) {}

    // Gives what was typed, for showing again; an empty text when nothing was.
    std::string value(std::string_view field) const { return std::string(typed_.get(field)); }
    std::vector<std::string> values(std::string_view field) const { return typed_.all(field); }
    bool has(std::string_view field) const { return typed_.has(field); }
    const Fields& typed() const { return typed_; }

    // Fills a field before the form is first shown (from what is kept already).
    void fill(std::string field, std::string value);

    // Read one field each. `asks` is the sentence for an empty field ("Enter how much it costs");
    // an empty `asks` makes the field optional: nothing typed gives nothing, and is no error.
    std::optional<std::string> text(std::string_view field, std::size_t length_max,
                                    std::string_view asks);
    std::optional<Money> money(std::string_view field, std::string_view asks);
    // A whole number from `least` to `most`.
    std::optional<std::int64_t> whole(std::string_view field, std::int64_t least, std::int64_t most,
                                      std::string_view asks);
    // Hours as a person types them ("2", "2.5", "2:30"), as minutes.
    std::optional<std::int64_t> minutes(std::string_view field, std::string_view asks);
    // Reads <field>-day, <field>-month, <field>-year, the three boxes of a date input.
    std::optional<Date> date(std::string_view field, std::string_view asks);
    // One of the values offered; any other value is refused as if none was chosen.
    std::optional<std::string> choice(std::string_view field,
                                      const std::vector<std::string>& offered,
                                      std::string_view asks);
    // Reads the id of a thing offered on the page.
    template <typename SomeId>
    std::optional<SomeId> id(std::string_view field, std::string_view asks) {
        const auto read = SomeId::parse(typed_.get(field));
        if (!read && !(asks.empty() && typed_.get(field).empty())) {
            refuse(field, asks.empty() ? "Choose one of the list" : asks);
        }
        return read;
    }

    // Notes that a field is wrong; the first sentence of a field stays.
    void refuse(std::string_view field, std::string_view message);
    // Notes a journey's refusal beside the field its code belongs to; a code that is not in the
    // list goes to `otherwise` (the id of the form's first field or button).
    void refuse(const Error& error, std::initializer_list<CodeField> fields,
                std::string_view otherwise);

    bool is_good() const { return errors_.empty(); }
    const std::vector<FieldError>& errors() const { return errors_; }

    // Gives the sentence of a field for the component's `error_message`; empty when it is right.
    govuk::ErrorMessage error(std::string_view field) const;
    // Says whether a date's error is about this part, for marking the box.
    bool has_error(std::string_view field) const;

private:
    Fields typed_;
    std::vector<FieldError> errors_;
};

}  // namespace web
