#pragma once
// Attributes are the extra name="value" pairs of an element, in the order they were given, because
// that order is what the reference renders. An attribute without a value is written as a bare name
// (`hidden`). Names and values are escaped. Used by the options of every component.

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "govuk/html.h"

namespace govuk {

struct Attribute {
    std::string name;
    std::optional<std::string> value = std::nullopt;

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

class Attributes {
public:
    Attributes() = default;
    Attributes(std::initializer_list<Attribute> list) : list_(list) {}

    // Adds name="value" at the end.
    void add(std::string name, std::string value) {
        list_.push_back(Attribute{std::move(name), std::move(value)});
    }
    // Adds name="value" when there is a value.
    void add_given(std::string name, const std::optional<std::string>& value) {
        if (value) {
            add(std::move(name), *value);
        }
    }
    // Adds a bare name at the end.
    void add_bare(std::string name) { list_.push_back(Attribute{std::move(name), std::nullopt}); }
    // Adds all of another list at the end.
    void add_all(const Attributes& others) {
        list_.insert(list_.end(), others.list_.begin(), others.list_.end());
    }

    const std::vector<Attribute>& list() const { return list_; }
    bool empty() const { return list_.empty(); }

    friend bool operator==(const Attributes&, const Attributes&) = default;

private:
    std::vector<Attribute> list_;
};

// Writes each attribute with a space in front.
Html& operator<<(Html& out, const Attributes& attributes);

// An attribute that is written only when its value is not empty.
struct AttributeIf {
    Literal name;
    const std::string& value;
};
inline AttributeIf attribute_if(Literal name, const std::string& value) {
    return {name, value};
}
Html& operator<<(Html& out, const AttributeIf& attribute);

// Gives the literal when the fact holds, else nothing: `when(options.disabled, " disabled")`.
inline Literal when(bool fact, Literal literal) {
    return fact ? literal : Literal("");
}

// Gives the word for a yes or a no that an attribute carries.
inline Literal true_or_false(bool fact) {
    return fact ? Literal("true") : Literal("false");
}

// Writes a space and the extra classes when there are any: the tail of every class="..." here.
struct MoreClasses {
    const std::string& classes;
};
inline MoreClasses more(const std::string& classes) {
    return {classes};
}
Html& operator<<(Html& out, MoreClasses more);

// Joins two ids or classes with a space; an empty one leaves no space behind.
std::string join_words(const std::string& first, const std::string& second);

}  // namespace govuk
