#pragma once
// A Value is what FEEL computes with: null, boolean, number (Decimal, 34 digits), string, date,
// time, both, the two durations, list, context, range and
// function. Values never change once made: lists and
// contexts are shared, so that copying a Value is cheap. Two kinds never mix by themselves: 1 is
// not "1". Everybody who gives facts to a policy package or reads its decisions uses it.

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
#include "feel/date_time.h"

namespace feel {

struct Null {
    friend bool operator==(const Null&, const Null&) = default;
};

// Days and time, kept as seconds; nanoseconds are from 0 to 999,999,999 and count forward, so that
// half a second back is -1 and 500,000,000. duration.h makes them.
struct DaysDuration {
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    friend auto operator<=>(const DaysDuration&, const DaysDuration&) = default;
};

// Years and months, kept as months.
struct MonthsDuration {
    std::int64_t months = 0;
    friend auto operator<=>(const MonthsDuration&, const MonthsDuration&) = default;
};

class Value;
struct Range;
struct FunctionValue;
struct Signature;

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
    time,
    date_time,
    days_duration,
    months_duration,
    list,
    context,
    range,
    function,
};

class Value {
public:
    // Is null.
    Value() = default;
    template <std::same_as<bool> B>
    Value(B truth) : held_(truth) {}                       // NOLINT
    Value(Decimal number) : held_(number) {}               // NOLINT
    Value(int number) : held_(Decimal(number)) {}          // NOLINT
    Value(std::string text) : held_(std::move(text)) {}    // NOLINT
    Value(const char* text) : held_(std::string(text)) {}  // NOLINT
    Value(Date date) : held_(date) {}                      // NOLINT
    Value(Time time) : held_(time) {}                      // NOLINT
    Value(DateTime moment) : held_(moment) {}              // NOLINT
    Value(DaysDuration length) : held_(length) {}          // NOLINT
    Value(MonthsDuration length) : held_(length) {}        // NOLINT
    Value(List items);                                     // NOLINT
    Value(Context members);                                // NOLINT
    Value(Range range);                                    // NOLINT
    Value(FunctionValue function);                         // NOLINT

    Kind kind() const { return static_cast<Kind>(held_.index()); }
    bool is_null() const { return held_.index() == 0; }
    bool is_true() const { return boolean() != nullptr && *boolean(); }

    // Each gives what is held, or nullptr when the value is of another kind.
    const bool* boolean() const { return std::get_if<bool>(&held_); }
    const Decimal* number() const { return std::get_if<Decimal>(&held_); }
    const std::string* string() const { return std::get_if<std::string>(&held_); }
    const Date* date() const { return std::get_if<Date>(&held_); }
    const Time* time() const { return std::get_if<Time>(&held_); }
    const DateTime* date_time() const { return std::get_if<DateTime>(&held_); }
    const DaysDuration* days_duration() const { return std::get_if<DaysDuration>(&held_); }
    const MonthsDuration* months_duration() const { return std::get_if<MonthsDuration>(&held_); }
    const List* list() const;
    const Context* context() const;
    const Range* range() const;
    const FunctionValue* function() const;

    // Gives the member of a context; nullptr when this is no context or has no such member.
    const Value* member(std::string_view name) const;

    // Whether nothing stands in it: its weight is 1 and its depth 0. A text is no such value.
    bool stands_alone() const {
        constexpr std::uint32_t of_kinds = (1U << static_cast<unsigned>(Kind::string)) |
                                           (1U << static_cast<unsigned>(Kind::list)) |
                                           (1U << static_cast<unsigned>(Kind::context)) |
                                           (1U << static_cast<unsigned>(Kind::range)) |
                                           (1U << static_cast<unsigned>(Kind::function));
        return ((of_kinds >> held_.index()) & 1U) == 0;
    }

    // Gives how many values stand in this one, itself among them, each time one stands there (a
    // text counts by its length), and how deep; both are known without looking.
    std::size_t weight() const;
    std::size_t depth() const;

    // Writes the value for a reader of a trace: 12.50, yes, no, "not given", 2006-05-03,
    // {eligible: yes, reason: ...}.
    std::string to_text() const;
    // Writes numbers, dates and durations as strings, booleans, lists and contexts as themselves.
    json::value to_json() const;

    // Whether both are of one kind and the same; numbers by their value (2.0 is 2), times as they
    // are written. What FEEL's "=" says of times is `equal` in operate.h.
    friend bool operator==(const Value& a, const Value& b);

private:
    // In the order of Kind.
    std::variant<Null, bool, Decimal, std::string, Date, Time, DateTime, DaysDuration,
                 MonthsDuration, std::shared_ptr<const List>, std::shared_ptr<const Context>,
                 std::shared_ptr<const Range>, std::shared_ptr<const FunctionValue>>
        held_;
};

// How a range was written: by its two ends, or as a test of one value. A test leaves the other end
// null and unbounded; of a range written by its ends a null end says nothing of any value.
enum class RangeForm { ends, less, less_equal, greater, greater_equal, equal, not_equal };

// A stretch between two end points.
struct Range {
    Value low;
    Value high;
    bool low_included = true;
    bool high_included = true;
    RangeForm form = RangeForm::ends;
};

// A function as a value: one that the program defines, with the values it captured where it was
// made, a built-in one, or one bound from outside. It means something only to runs of the program
// that made it.
struct FunctionValue {
    enum class Origin { defined, builtin, external };
    Origin origin = Origin::defined;
    std::uint32_t index = 0;      // in Program::functions, builtins() or external_functions()
    std::vector<Value> captured;  // in the order of the function's captures
    std::shared_ptr<const Signature> signature;  // parameters and result; nullptr: not stated
};

// Makes a context from names and values, in their order.
Value make_context(const std::vector<std::pair<std::string, Value>>& members);

// Names a kind in FEEL's words: "number", "years and months duration".
std::string_view name_of(Kind kind);

}  // namespace feel
