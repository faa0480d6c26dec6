#pragma once
// What FEEL's operators give for every kind of value, in one place. Nothing (std::nullopt) stands
// where FEEL has no result: in strict running that stops the decision, in tolerant running it is
// null. Truth is three-valued.

#include <compare>
#include <optional>
#include <string_view>

#include "feel/ast.h"
#include "feel/value.h"

namespace feel {

enum class Truth { no, yes, unknown };

// Reads a value as truth; everything but a boolean is unknown.
Truth truth_of(const Value& value);
// Gives true, false or null.
Value value_of(Truth truth);

Truth both(Truth a, Truth b);
Truth either(Truth a, Truth b);
Truth negated(Truth a);

// Whether two values are equal; nothing when they are of different kinds, and for times where one
// has a zone and the other none. null equals only null; lists are equal item by item.
std::optional<bool> equal(const Value& a, const Value& b);

// Whether equal says yes; where it says nothing, no.
bool is_equal(const Value& a, const Value& b);

// Orders two values of one kind that has an order; nothing otherwise.
std::optional<std::strong_ordering> order(const Value& a, const Value& b);

// Whether `value op bound`; unknown where FEEL has no result.
Truth compare(Operator op, const Value& value, const Value& bound);

// + - * / ** of numbers, dates, times, durations; + also joins strings.
std::optional<Value> calculate(Operator op, const Value& a, const Value& b);

// Changes the sign of a number or duration.
std::optional<Value> negative(const Value& value);

// Gives what stands behind the point: a member of a context, a part of a date, time or duration,
// and for a list the list of its items' members. Nothing when there is no such thing.
std::optional<Value> member_of(const Value& whole, std::string_view name);

// Gives the comparison that holds where another does not, of values that are there; any other
// operator as it is.
Operator opposite(Operator comparison);

// Writes an operator as FEEL does.
std::string_view to_text(Operator op);

}  // namespace feel
