#pragma once
// The type of a value before it is known: what the compiler checks expressions against, so that a
// wrong kind is refused when a package is loaded and not when a person waits. A string may be
// limited to a closed list of codes, a number or date to what unary tests allow. `any` is a type
// nobody stated; the Policy Profile refuses it where it matters.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/value.h"

namespace feel {

struct Type {
    enum class Kind {
        any,
        null,
        boolean,
        number,
        string,
        date,
        time,
        date_time,
        days_duration,
        months_duration,
        list,
        context,
        range,
        function,
    };
    using Members = std::vector<std::pair<std::string, Type>>;

    Kind kind = Kind::any;
    std::shared_ptr<const std::vector<std::string>> codes = {};  // allowed values of a string
    std::shared_ptr<const std::string> allowed = {};  // of others: unary tests, "[0..100]"
    // What a whole value meets beside its kind, as unary tests: a list that holds three at most.
    std::shared_ptr<const std::string> constraint = {};
    std::shared_ptr<const Type> element = {};         // of a list; the end points of a range
    std::shared_ptr<const Members> members = {};      // of a context
    std::shared_ptr<const Signature> signature = {};  // of a function

    // Gives the type of a member; nullptr when there is none.
    const Type* member(std::string_view name) const;

    friend bool operator==(const Type& a, Kind b) { return a.kind == b; }
};

// What a function takes and gives. Names are empty where only types were stated.
struct Signature {
    std::vector<std::string> names = {};
    std::vector<Type> types = {};
    Type result = {};
    bool takes_many = false;  // any number of the last one
};

Type list_of(Type element);
Type context_of(Type::Members members);
Type range_of(Type ends);
Type function_of(Signature signature);

// Names a type for a message: "number", "list of string".
std::string to_text(const Type& type);

// Whether a value of type `from` may stand where `to` is asked for; null and any may always.
bool fits(const Type& from, const Type& to);

// Gives the type that both fit; nothing when there is none.
std::optional<Type> common(const Type& a, const Type& b);

// Whether a type is a time of day, with a date or without, or holds one.
bool tells_time(const Type& type);

// Gives FEEL's basic type of a name ("number", "years and months duration", "Any").
std::optional<Type> basic_type(std::string_view name);

// Whether a value conforms to a type, null always; `codes` are checked too.
bool conforms(const Value& value, const Type& type);

// Whether a value is an instance of a type, as full FEEL asks: null is one of Null alone, a context
// has all members of its type, allowed values are not looked at.
bool instance_of(const Value& value, const Type& type);

// Whether every value of the first type is one of the second.
bool conforms_to(const Type& from, const Type& to);

}  // namespace feel
