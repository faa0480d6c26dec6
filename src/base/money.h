#pragma once
// Money is a whole number of pence. One ledger has one currency (carried by the stream), so an
// amount does not repeat it. No binary fraction ever becomes Money; parsing bounds an amount to
// 10^13 pence either side of nought, so that sums cannot overflow in practice and CHECK if they do.
// Multiplying names its rounding; splitting always gives parts that sum to the whole.

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace base {

class Money {
public:
    constexpr Money() = default;

    static constexpr Money pence(std::int64_t amount) { return Money(amount); }

    // Reads "12", "12.34" or "1,234.50", with an optional pound sign in front: a person's
    // own typing. Refuses: money.not_a_sum, money.part_of_a_penny, money.negative, money.too_large.
    static Result<Money> parse(std::string_view text);

    // Reads the exact form of files and JSON: optional minus, digits, point, two digits.
    // Refuses: money.not_a_sum, money.too_large.
    static Result<Money> parse_exact(std::string_view text);

    // Takes a decimal that has at most two places. Refuses: money.part_of_a_penny, money.too_large.
    static Result<Money> from_decimal(const Decimal& value);

    constexpr std::int64_t in_pence() const { return pence_; }
    Decimal to_decimal() const;

    // Prints the exact form: "-1234.50".
    std::string to_text() const;
    // Prints for a person: "£1,234.50", "-£3.00".
    std::string for_people() const;

    constexpr bool is_zero() const { return pence_ == 0; }
    constexpr bool is_negative() const { return pence_ < 0; }
    constexpr bool is_positive() const { return pence_ > 0; }

    friend constexpr auto operator<=>(const Money&, const Money&) = default;
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    friend constexpr Money operator-(Money a) { return Money(-a.pence_); }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

private:
    explicit constexpr Money(std::int64_t amount) : pence_(amount) {}
    std::int64_t pence_ = 0;
};

// Multiplies by a rate and rounds to the penny as named. CHECKs that the product is a sum of money.
Money scale(Money amount, const Decimal& rate, Rounding rounding);

// Splits `whole` in proportion to `weights` (none negative, not all zero) into parts that sum to it
// exactly: floor shares first, then one penny each by largest remainder, earlier part first.
std::vector<Money> split(Money whole, std::span<const std::int64_t> weights);

}  // namespace base

using base::Money;
