#pragma once
// Result<T> is a T or an Error. Expected refusals are values: the code is stable and never changes
// its meaning, the message is a sentence for a person that says what, why and what to do next.
// The names follow std::expected, so that this can become an alias of it one day (decision 2).
// TRY unwraps a Result or returns its Error to the caller; it is the one macro besides CHECK.

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

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

namespace inner {
// What becomes of an Error in a Result: here, so that not every file says it for every T.
void begin_error(Error* at, const Error& error);
void begin_error(Error* at, Error&& error) noexcept;
void end_error(Error* at) noexcept;
}  // namespace inner

template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    // NOLINTBEGIN(google-explicit-constructor): a value or a refusal is returned as it is
    Result(T value) : value_(std::move(value)), has_value_(true) {}
    Result(const Error& error) : has_value_(false) { inner::begin_error(&error_, error); }
    Result(Error&& error) : has_value_(false) { inner::begin_error(&error_, std::move(error)); }
    // NOLINTEND(google-explicit-constructor)
    Result(const Result& other) requires std::is_copy_constructible_v<T> { take(other); }
    Result(Result&& other) noexcept { take(std::move(other)); }
    Result& operator=(const Result& other) requires std::is_copy_constructible_v<T> {
        return *this = Result(other);
    }
    Result& operator=(Result&& other) noexcept {
        if (this != &other) {
            end();
            take(std::move(other));
        }
        return *this;
    }
    ~Result() { end(); }

    bool has_value() const { return has_value_; }
    explicit operator bool() const { return has_value_; }

    const T& value() const& {
        CHECK(has_value_);
        return value_;
    }
    T& value() & {
        CHECK(has_value_);
        return value_;
    }
    T&& value() && {
        CHECK(has_value_);
        return std::move(value_);
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const {
        CHECK(!has_value_);
        return error_;
    }

    // Gives the value, or `otherwise` where there is an error.
    T value_or(T otherwise) const& { return has_value_ ? value_ : std::move(otherwise); }

private:
    // Makes what `other` holds; nothing is held when it is called.
    template <typename Other>
    void take(Other&& other) {
        has_value_ = other.has_value_;
        if (has_value_) {
            std::construct_at(&value_, std::forward<Other>(other).value_);
        } else {
            inner::begin_error(&error_, std::forward<Other>(other).error_);
        }
    }
    void end() {
        if (has_value_) {
            std::destroy_at(&value_);
        } else {
            inner::end_error(&error_);
        }
    }

    // A union by hand: with a std::variant each T is three times the work to compile, and twice the
    // code.
    union {
        T value_;
        Error error_;
    };
    bool has_value_;
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
#define TRY_DONE(...)                                                       \
    do {                                                                    \
        if (auto&& try_outcome = (__VA_ARGS__); !try_outcome.has_value()) { \
            return try_outcome.error();                                     \
        }                                                                   \
    } while (false)
