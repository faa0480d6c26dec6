#pragma once
// Options is one JSON value seen the way the reference's template language sees it, so that the
// same options give the same markup. A thing can be undefined (not there at all), null, false, an
// empty text or 0: all of these count as no, but they print differently and only the first takes
// some defaults. Used by render_component alone; pages fill the options structs directly.

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/content.h"
#include "govuk/html.h"
#include "govuk/translations.h"

namespace govuk {

class Options {
public:
    Options() = default;
    explicit Options(const boost::json::value* value) : value_(value) {}

    // Says whether it is there at all.
    bool is_given() const { return value_ != nullptr; }
    // Says whether it counts as yes.
    bool is_true() const;
    bool is_null() const { return value_ != nullptr && value_->is_null(); }
    bool is_text() const { return value_ != nullptr && value_->is_string(); }
    bool is_object() const { return value_ != nullptr && value_->is_object(); }
    // Says whether it is an object with something in it.
    bool has_members() const { return is_object() && !value_->get_object().empty(); }
    // Gives a member, undefined where there is none.
    Options operator[](std::string_view name) const;
    // Gives the things of an array, none where it is not one.
    std::vector<Options> items() const;
    // Says whether an array holds this very value: 2 is not "2" here.
    bool holds(const Options& value) const;
    // Prints it as the template language would.
    std::string printed() const;

    // The members, by the way the templates use them:
    // printed as it is;
    std::string printed(std::string_view name) const { return (*this)[name].printed(); }
    // printed if it counts as yes, or else the default;
    std::string text(std::string_view name, std::string_view otherwise = "") const;
    // printed if it is given, or else the default;
    std::string text_if_given(std::string_view name, std::string_view otherwise) const;
    // printed unless it is undefined, null or false;
    std::optional<std::string> optional_text(std::string_view name) const;
    // markup, if it counts as yes;
    Html html(std::string_view name = "html") const;
    // yes or no;
    bool fact(std::string_view name) const { return (*this)[name].is_true(); }
    // yes, no, or nothing where it is undefined or null;
    std::optional<bool> choice(std::string_view name) const;
    // true or false and nothing else;
    std::optional<bool> plain_choice(std::string_view name) const;
    // a whole number, if it counts as yes and is one;
    int number(std::string_view name, int otherwise) const;
    std::optional<int> optional_number(std::string_view name) const;
    // a pair of text and html;
    Content content(std::string_view name) const;
    // attributes in their order;
    Attributes attributes(std::string_view name = "attributes") const;
    // a text for each plural rule.
    PluralTexts plural_texts(std::string_view name) const;

private:
    const boost::json::value* value_ = nullptr;
};

}  // namespace govuk
