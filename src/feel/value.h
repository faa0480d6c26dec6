#pragma once
// A Value is what FEEL computes with: null, boolean, number (Decimal, 34 digits), string, date, the
// two durations, list, context and range. Values never change once made: lists and contexts are
// shared, so that copying a Value is cheap. Two kinds never mix by themselves: 1 is not "1".
// Everybody who gives facts to a policy package or reads its decisions uses it.

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/json_fwd.h"

namespace feel {

struct Null {
    friend bool operator==(const Null&, const Null&) = default;
};

// Days and time, kept as seconds.
struct DaysDuration {
    std::int64_t seconds = 0;
    friend auto operator<=>(const DaysDuration&, const DaysDuration&) = default;
};

// Years and months, kept as months.
struct MonthsDuration {
    std::int64_t months = 0;
    friend auto operator<=>(const MonthsDuration&, const MonthsDuration&) = default;
};

class Value;
struct Range;

using List = std::vector<Value>;
using Names = std::vector<std::string>;

// Named values in order. The names are shared by all contexts of one making.
struct Context {
    std::shared_ptr<const Names> names;
    std::vector<Value> values;

    // Gives the member of a name; nullptr when there is none.
    const Value* find(std::string_view name) const;
};

enum class Kind {
    null,
    boolean,
    number,
    string,
    date,
    days_duration,
    months_duration,
    list,
    context,
    range,
};

class Value {
public:
    // Is null.
    Value() = default;
    template <std::same_as<bool> B>
    Value(B truth) : held_(std::in_place_index<1>, truth) {}                     // NOLINT
    Value(Decimal number) : held_(std::in_place_index<2>, number) {}             // NOLINT
    Value(int number) : held_(std::in_place_index<2>, Decimal(number)) {}        // NOLINT
    Value(std::string text) : held_(std::in_place_index<3>, std::move(text)) {}  // NOLINT
    Value(const char* text) : held_(std::in_place_index<3>, text) {}             // NOLINT
    Value(Date date) : held_(std::in_place_index<4>, date) {}                    // NOLINT
    Value(DaysDuration length) : held_(std::in_place_index<5>, length) {}        // NOLINT
    Value(MonthsDuration length) : held_(std::in_place_index<6>, length) {}      // NOLINT
    Value(List items);                                                           // NOLINT
    Value(Context members);                                                      // NOLINT
    Value(Range range);                                                          // NOLINT

    Kind kind() const { return static_cast<Kind>(held_.index()); }
    bool is_null() const { return held_.index() == 0; }
    bool is_true() const { return boolean() != nullptr && *boolean(); }

    // Each gives what is held, or nullptr when the value is of another kind.
    const bool* boolean() const { return std::get_if<1>(&held_); }
    const Decimal* number() const { return std::get_if<2>(&held_); }
    const std::string* string() const { return std::get_if<3>(&held_); }
    const Date* date() const { return std::get_if<4>(&held_); }
    const DaysDuration* days_duration() const { return std::get_if<5>(&held_); }
    const MonthsDuration* months_duration() const { return std::get_if<6>(&held_); }
    const List* list() const;
    const Context* context() const;
    const Range* range() const;

    // Gives the member of a context; nullptr when this is no context or has no such member.
    const Value* member(std::string_view name) const;

    // Writes the value for a reader of a trace: 12.50, yes, no, "not given", 2006-05-03,
    // {eligible: yes, reason: ...}.
    std::string to_text() const;
    // Writes numbers, dates and durations as strings, booleans, lists and contexts as themselves.
    json::value to_json() const;

    // Whether both are of one kind and equal; numbers by their value (2.0 equals 2).
    friend bool operator==(const Value& a, const Value& b);

private:
    std::variant<Null, bool, Decimal, std::string, Date, DaysDuration, MonthsDuration,
                 std::shared_ptr<const List>, std::shared_ptr<const Context>,
                 std::shared_ptr<const Range>>
        held_;
};

// A stretch between two end points; a missing end is null and unbounded.
struct Range {
    Value low;
    Value high;
    bool low_included = true;
    bool high_included = true;
};

// Makes a context from names and values, in their order.
Value make_context(const std::vector<std::pair<std::string, Value>>& members);

// Names a kind in FEEL's words: "number", "years and months duration".
std::string_view name_of(Kind kind);

}  // namespace feel
