#include "base/money.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "base/wide.h"

namespace base {

namespace {

constexpr std::int64_t largest_pence = 10'000'000'000'000;  // a hundred thousand million pounds

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Error not_a_sum(std::string_view text) {
    return {"money.not_a_sum", "\"" + std::string(text.substr(0, 40)) +
                                   "\" is not a sum of money. Write pounds and pence, like 12.50."};
}

Error too_large() {
    return {"money.too_large", "That sum is too large. Check the number of noughts."};
}

// Reads digits, and after a point exactly two more, into pence.
Result<Money> read_digits(std::string_view digits, std::string_view original) {
    std::int64_t amount = 0;
    std::size_t i = 0;
    for (; i < digits.size() && is_digit(digits[i]); ++i) {
        amount = amount * 10 + (digits[i] - '0');
        if (amount > largest_pence) {
            return too_large();
        }
    }
    if (i == 0) {
        return not_a_sum(original);
    }
    std::int64_t part = 0;
    if (i < digits.size()) {
        const std::string_view rest = digits.substr(i);
        if (rest[0] != '.' || rest.size() < 2 ||
            !std::all_of(rest.begin() + 1, rest.end(), is_digit)) {
            return not_a_sum(original);
        }
        if (rest.size() != 3) {
            return Error{"money.part_of_a_penny",
                         "\"" + std::string(original.substr(0, 40)) +
                             "\" must have two digits for the pence, like 12.50."};
        }
        part = (rest[1] - '0') * 10 + (rest[2] - '0');
    }
    const std::int64_t pence = amount * 100 + part;
    if (pence > largest_pence) {
        return too_large();
    }
    return Money::pence(pence);
}

// Takes the thousands commas out where they stand in the right places; nothing otherwise.
std::optional<std::string> without_commas(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    if (whole.find(',') == std::string_view::npos) {
        return std::string(text);
    }
    std::string plain;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool comma_place = (whole.size() - i) % 4 == 0 && i > 0;
        if ((whole[i] == ',') != comma_place) {
            return std::nullopt;
        }
        if (whole[i] != ',') {
            plain += whole[i];
        }
    }
    return plain + std::string(text.substr(point));
}

}  // namespace

Result<Money> Money::parse(std::string_view text) {
    const std::string_view original = text;
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    if (text.starts_with("-")) {
        return Error{"money.negative",
                     "A sum cannot be less than nothing. Leave out the minus sign."};
    }
    if (text.starts_with("£")) {
        text.remove_prefix(std::string_view("£").size());
    }
    const std::optional<std::string> plain = without_commas(text);
    return plain ? read_digits(*plain, original) : not_a_sum(original);
}

Result<Money> Money::parse_exact(std::string_view text) {
    const bool negative = text.starts_with("-");
    const std::string_view digits = negative ? text.substr(1) : text;
    if (digits.size() < 4 || digits[digits.size() - 3] != '.') {
        return not_a_sum(text);
    }
    TRY(const Money amount, read_digits(digits, text));
    return negative ? -amount : amount;
}

Result<Money> Money::from_decimal(const Decimal& value) {
    const Decimal hundredfold = value * Decimal(100);
    if (!hundredfold.is_whole()) {
        return Error{"money.part_of_a_penny",
                     value.to_text() + " is not a whole number of pence. Round it by name first."};
    }
    const std::optional<std::int64_t> pence = hundredfold.to_int64();
    if (!pence || *pence > largest_pence || *pence < -largest_pence) {
        return too_large();
    }
    return Money(*pence);
}

Decimal Money::to_decimal() const {
    const std::optional<Decimal> value = Decimal::divide(Decimal(pence_), Decimal(100));
    const std::optional<Decimal> placed = value->rounded(2, Rounding::half_even);
    CHECK(placed.has_value());
    return *placed;
}

std::string Money::to_text() const {
    const std::int64_t size = pence_ < 0 ? -pence_ : pence_;
    std::string part = std::to_string(size % 100);
    if (part.size() == 1) {
        part.insert(0, 1, '0');
    }
    return (pence_ < 0 ? "-" : "") + std::to_string(size / 100) + "." + part;
}

std::string Money::for_people() const {
    std::string text = (is_negative() ? -*this : *this).to_text();
    for (std::size_t i = text.size() - 3; i > 3; i -= 3) {
        text.insert(i - 3, 1, ',');
    }
    return (is_negative() ? "-£" : "£") + text;
}

Money operator+(Money a, Money b) {
    std::int64_t sum = 0;
    CHECK(!__builtin_add_overflow(a.pence_, b.pence_, &sum));
    return Money(sum);
}

Money operator-(Money a, Money b) {
    std::int64_t difference = 0;
    CHECK(!__builtin_sub_overflow(a.pence_, b.pence_, &difference));
    return Money(difference);
}

Money scale(Money amount, const Decimal& rate, Rounding rounding) {
    const std::optional<Decimal> product = (amount.to_decimal() * rate).rounded(2, rounding);
    CHECK(product.has_value());
    const Result<Money> money = Money::from_decimal(*product);
    CHECK(money.has_value());
    return *money;
}

std::vector<Money> split(Money whole, std::span<const std::int64_t> weights) {
    Int128 total = 0;
    for (const std::int64_t weight : weights) {
        CHECK(weight >= 0);
        total += weight;
    }
    CHECK(total > 0);
    const bool negative = whole.is_negative();
    const Int128 size = negative ? -static_cast<Int128>(whole.in_pence()) : whole.in_pence();

    std::vector<Money> parts;
    std::vector<Int128> remainders;
    Int128 given = 0;
    for (const std::int64_t weight : weights) {
        const Int128 share = size * weight / total;
        remainders.push_back(size * weight % total);
        parts.push_back(Money::pence(static_cast<std::int64_t>(share)));
        given += share;
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; given < size; ++i, ++given) {
        parts[order[i]] += Money::pence(1);
    }
    if (negative) {
        for (Money& part : parts) {
            part = -part;
        }
    }
    return parts;
}

}  // namespace base
