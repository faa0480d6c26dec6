#pragma once
// The numbers a value can be, before it is known: from a lowest to a highest, either of which may
// be missing or not reached itself, with at most so many places after the point. What arithmetic
// makes of bounds holds every result that arithmetic makes of the numbers inside; it may hold more.
// check_bounds follows the sums of a package with them.

#include <optional>
#include <string>

#include "base/decimal.h"
#include "feel/ast.h"

namespace policy {

struct Bounds {
    std::optional<Decimal> low = {};   // nothing: no lowest
    std::optional<Decimal> high = {};  // nothing: no highest
    bool low_open = false;             // the end is not reached itself
    bool high_open = false;
    std::optional<int> places = {};  // nothing: any number of them

    static Bounds anything() { return {}; }
    static Bounds exactly(const Decimal& value);
    static Bounds from(const Decimal& low);
    static Bounds between(const Decimal& low, const Decimal& high);

    bool is_empty() const;
    bool is_one() const { return low && high && *low == *high; }
    bool holds(const Decimal& value) const;
    // Whether something inside meets `op other`, and whether something does not.
    bool may_meet(feel::Operator op, const Bounds& other) const;
    bool may_miss(feel::Operator op, const Bounds& other) const;

    // Writes them for a message: "from 0 to 900", "0 or more".
    std::string to_text() const;
};

// Gives the numbers inside both, and the shortest stretch that holds all of both.
Bounds inside_both(const Bounds& a, const Bounds& b);
Bounds around_both(const Bounds& a, const Bounds& b);

Bounds operator+(const Bounds& a, const Bounds& b);
Bounds operator-(const Bounds& a, const Bounds& b);
Bounds operator*(const Bounds& a, const Bounds& b);
Bounds operator-(const Bounds& a);
// Divides; `b` must not hold nought.
Bounds divide(const Bounds& a, const Bounds& b);
Bounds least_of(const Bounds& a, const Bounds& b);
Bounds greatest_of(const Bounds& a, const Bounds& b);

// Gives what is left of bounds when `value op other` is known to hold.
Bounds narrowed(const Bounds& value, feel::Operator op, const Bounds& other);

// Rounds both ends outwards to so many places, which holds every rounding.
Bounds rounded(const Bounds& value, int places);

}  // namespace policy
