#include "policy/bounds.h"

#include <algorithm>

#include "feel/operate.h"

namespace policy {

namespace {

using feel::Operator;

constexpr int places_max = 12;

// How many digits stand after the point, trailing noughts left out.
int places_of(const Decimal& value) {
    const std::string text = value.normalised().to_text();
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

std::optional<int> most_places(const Bounds& a, const Bounds& b) {
    return a.places && b.places ? std::optional<int>(std::max(*a.places, *b.places)) : std::nullopt;
}

// The smallest step between numbers of so many places.
Decimal step(int places) {
    Decimal made(1);
    for (int i = 0; i < places; ++i) {
        made = *Decimal::divide(made, Decimal(10));
    }
    return made;
}

// An end that is not reached is moved to the next number of so many places.
Bounds settled(Bounds bounds) {
    if (!bounds.places || *bounds.places > places_max) {
        return bounds;
    }
    const int places = *bounds.places;
    if (bounds.low) {
        const Decimal at =
            bounds.low->rounded(places, base::Rounding::ceiling).value_or(*bounds.low);
        bounds.low = bounds.low_open && at == *bounds.low ? at + step(places) : at;
        bounds.low_open = false;
    }
    if (bounds.high) {
        const Decimal at =
            bounds.high->rounded(places, base::Rounding::floor).value_or(*bounds.high);
        bounds.high = bounds.high_open && at == *bounds.high ? at - step(places) : at;
        bounds.high_open = false;
    }
    return bounds;
}

std::optional<Decimal> finite(const Decimal& value) {
    return value.is_finite() ? std::optional<Decimal>(value) : std::nullopt;
}

// Whether some number of `a` is below (or equal to) some number of `b`.
bool may_be_below(const Bounds& a, const Bounds& b, bool or_equal) {
    if (!a.low || !b.high) {
        return true;
    }
    return *a.low < *b.high || (or_equal && *a.low == *b.high && !a.low_open && !b.high_open);
}

}  // namespace

Bounds Bounds::exactly(const Decimal& value) {
    return Bounds{value, value, false, false, places_of(value)};
}

Bounds Bounds::from(const Decimal& low) {
    Bounds made;
    made.low = low;
    return made;
}

Bounds Bounds::between(const Decimal& low, const Decimal& high) {
    return Bounds{low, high, false, false, std::nullopt};
}

bool Bounds::is_empty() const {
    return low && high && (*low > *high || (*low == *high && (low_open || high_open)));
}

bool Bounds::holds(const Decimal& value) const {
    return (!low || *low < value || (*low == value && !low_open)) &&
           (!high || value < *high || (*high == value && !high_open));
}

bool Bounds::may_meet(Operator op, const Bounds& other) const {
    switch (op) {
        case Operator::equal:
            return !inside_both(*this, other).is_empty();
        case Operator::not_equal:
            return !(is_one() && other.is_one() && *low == *other.low);
        case Operator::less:
            return may_be_below(*this, other, false);
        case Operator::less_equal:
            return may_be_below(*this, other, true);
        case Operator::greater:
            return may_be_below(other, *this, false);
        case Operator::greater_equal:
            return may_be_below(other, *this, true);
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            break;
    }
    return true;
}

bool Bounds::may_miss(Operator op, const Bounds& other) const {
    return may_meet(feel::opposite(op), other);
}

std::string Bounds::to_text() const {
    if (low && high) {
        return "from " + low->normalised().to_text() + " to " + high->normalised().to_text();
    }
    return low    ? low->normalised().to_text() + " or more"
           : high ? high->normalised().to_text() + " or less"
                  : "any number";
}

Bounds inside_both(const Bounds& a, const Bounds& b) {
    Bounds made = a;
    if (b.low && (!a.low || *b.low > *a.low || (*b.low == *a.low && b.low_open))) {
        made.low = b.low;
        made.low_open = b.low_open;
    }
    if (b.high && (!a.high || *b.high < *a.high || (*b.high == *a.high && b.high_open))) {
        made.high = b.high;
        made.high_open = b.high_open;
    }
    made.places =
        a.places && b.places ? std::min(a.places, b.places) : (a.places ? a.places : b.places);
    return settled(made);
}

Bounds around_both(const Bounds& a, const Bounds& b) {
    Bounds made;
    made.places = most_places(a, b);
    if (a.low && b.low) {
        const bool from_a = *a.low < *b.low || (*a.low == *b.low && !a.low_open);
        made.low = from_a ? a.low : b.low;
        made.low_open = from_a ? a.low_open : b.low_open;
    }
    if (a.high && b.high) {
        const bool from_a = *a.high > *b.high || (*a.high == *b.high && !a.high_open);
        made.high = from_a ? a.high : b.high;
        made.high_open = from_a ? a.high_open : b.high_open;
    }
    return made;
}

Bounds operator+(const Bounds& a, const Bounds& b) {
    Bounds made;
    made.low = a.low && b.low ? finite(*a.low + *b.low) : std::nullopt;
    made.high = a.high && b.high ? finite(*a.high + *b.high) : std::nullopt;
    made.low_open = a.low_open || b.low_open;
    made.high_open = a.high_open || b.high_open;
    made.places = most_places(a, b);
    return made;
}

Bounds operator-(const Bounds& a) {
    const auto turned = [](const std::optional<Decimal>& end) {
        return end ? std::optional<Decimal>(-*end) : std::nullopt;
    };
    return Bounds{turned(a.high), turned(a.low), a.high_open, a.low_open, a.places};
}

Bounds operator-(const Bounds& a, const Bounds& b) {
    return a + -b;
}

Bounds operator*(const Bounds& a, const Bounds& b) {
    Bounds made;
    if (a.places && b.places) {
        made.places = *a.places + *b.places;
    }
    const Bounds nought = Bounds::exactly(0);
    for (const Bounds* each : {&a, &b}) {
        if (each->is_one() && each->low->is_zero()) {
            return nought;
        }
    }
    if (a.low && a.high && b.low && b.high) {
        const Decimal products[] = {*a.low * *b.low, *a.low * *b.high, *a.high * *b.low,
                                    *a.high * *b.high};
        made.low = finite(*std::min_element(std::begin(products), std::end(products)));
        made.high = finite(*std::max_element(std::begin(products), std::end(products)));
        return made;
    }
    // Without a highest: two that are never negative give nothing negative.
    if (a.low && b.low && !a.low->is_negative() && !b.low->is_negative()) {
        made.low = finite(*a.low * *b.low);
    }
    return made;
}

Bounds divide(const Bounds& a, const Bounds& b) {
    if (b.holds(0)) {
        return {};
    }
    const auto part_of_one = [](const std::optional<Decimal>& end) {
        return end && !end->is_zero() ? Decimal::divide(Decimal(1), *end) : std::nullopt;
    };
    if (a.low && a.high && b.low && b.high && !b.low->is_zero() && !b.high->is_zero()) {
        std::optional<Decimal> low;
        std::optional<Decimal> high;
        for (const Decimal* above : {&*a.low, &*a.high}) {
            for (const Decimal* below : {&*b.low, &*b.high}) {
                const std::optional<Decimal> part = Decimal::divide(*above, *below);
                if (!part) {
                    return {};
                }
                low = low ? std::min(*low, *part) : *part;
                high = high ? std::max(*high, *part) : *part;
            }
        }
        return Bounds{low, high, false, false, std::nullopt};
    }
    // One part of a number without a highest may be as small as nought.
    Bounds parts;
    const bool is_positive = b.low && !b.low->is_negative();
    const std::optional<Decimal> near = part_of_one(b.low);
    const std::optional<Decimal> far = part_of_one(b.high);
    parts.low = is_positive ? (b.high ? far : std::optional<Decimal>(0)) : near;
    parts.high = is_positive ? near : (b.low ? far : std::optional<Decimal>(0));
    Bounds made = a * parts;
    made.places = std::nullopt;
    return made;
}

Bounds least_of(const Bounds& a, const Bounds& b) {
    Bounds made = around_both(a, b);
    if (a.high && (!b.high || *a.high < *b.high)) {
        made.high = a.high;
        made.high_open = a.high_open;
    } else {
        made.high = b.high;
        made.high_open = b.high_open;
    }
    return made;
}

Bounds greatest_of(const Bounds& a, const Bounds& b) {
    return -least_of(-a, -b);
}

Bounds narrowed(const Bounds& value, Operator op, const Bounds& other) {
    Bounds limit;
    switch (op) {
        case Operator::equal:
            limit = other;
            break;
        case Operator::not_equal: {
            Bounds made = value;
            if (other.is_one()) {
                made.low_open = made.low_open || (value.low && *value.low == *other.low);
                made.high_open = made.high_open || (value.high && *value.high == *other.low);
            }
            return settled(made);
        }
        case Operator::less:
        case Operator::less_equal:
            limit.high = other.high;
            limit.high_open = other.high_open || op == Operator::less;
            break;
        case Operator::greater:
        case Operator::greater_equal:
            limit.low = other.low;
            limit.low_open = other.low_open || op == Operator::greater;
            break;
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            return value;
    }
    const std::optional<int> places = value.places;
    limit.places = std::nullopt;
    Bounds made = inside_both(value, limit);
    made.places = op == Operator::equal && !places ? other.places : places;
    return made;
}

Bounds rounded(const Bounds& value, int places) {
    Bounds made;
    made.places = std::max(places, 0);
    if (value.low) {
        made.low = value.low->rounded(places, base::Rounding::floor);
    }
    if (value.high) {
        made.high = value.high->rounded(places, base::Rounding::ceiling);
    }
    return made;
}

}  // namespace policy
