#pragma once
// Result<T> is a T or an Error. Expected refusals are values: the code is stable and never changes
// its meaning, the message is a sentence for a person that says what, why and what to do next.
// The names follow std::expected, so that this can become an alias of it one day (decision 2).
// TRY unwraps a Result or returns its Error to the caller; it is the one macro besides CHECK.

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace base {

// What was refused and why. `place` names where in the input it happened ("cases.csv line 7",
// "question washing"), empty where the input has no inner places.
struct Error {
    std::string code;
    std::string message;
    std::string place = {};

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& {
        CHECK(has_value());
        return *std::get_if<0>(&state_);
    }
    T& value() & {
        CHECK(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() && {
        CHECK(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const {
        CHECK(!has_value());
        return *std::get_if<1>(&state_);
    }

    // Gives the value, or `otherwise` where there is an error.
    T value_or(T otherwise) const& { return has_value() ? value() : std::move(otherwise); }

private:
    std::variant<T, Error> state_;
};

// The value of an act that only succeeds or is refused.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};
using Outcome = Result<Done>;

// Gives the refusal with the place it happened put in front.
inline Error at(std::string place, Error error) {
    error.place = error.place.empty() ? std::move(place) : place + ", " + error.place;
    return error;
}

}  // namespace base

using base::Done;
using base::Error;
using base::Outcome;
using base::Result;

#define ONEPURSE_JOIN_(a, b) a##b
#define ONEPURSE_JOIN(a, b) ONEPURSE_JOIN_(a, b)
#define ONEPURSE_TRY(holder, declaration, ...) \
    auto holder = (__VA_ARGS__);               \
    if (!holder.has_value()) {                 \
        return holder.error();                 \
    }                                          \
    declaration = std::move(holder).value()

// TRY(const Budget budget, load_budget(tx, person)); declares `budget` or returns the error.
#define TRY(declaration, ...) \
    ONEPURSE_TRY(ONEPURSE_JOIN(try_result_, __COUNTER__), declaration, __VA_ARGS__)

// TRY_DONE(check(x)); goes on, or returns the error.
#define TRY_DONE(...)                                                     \
    do {                                                                  \
        if (auto try_outcome = (__VA_ARGS__); !try_outcome.has_value()) { \
            return try_outcome.error();                                   \
        }                                                                 \
    } while (false)
