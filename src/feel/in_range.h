#pragma once
// Ranges as values of full FEEL: [1..10], and a test of one value that stands for a range, (< 10).
// A test is unbounded on its other side; a range written by its ends with null at one of them says
// nothing of any value. Null stands where the ends cannot be compared.

#include <string_view>

#include "feel/operate.h"
#include "feel/value.h"

namespace feel {

// Whether a value lies in a range; unknown where they cannot be compared.
Truth lies_in(const Value& value, const Range& range);

// Makes the range that a test "op bound" stands for.
Range range_of_test(Operator op, const Value& bound);

// Whether two ends may bound one range: of one kind that has an order, null standing for any.
bool may_bound(const Value& low, const Value& high);

// Gives a property of a range: "start", "end", "start included", "end included". Nothing else has a
// result.
std::optional<Value> member_of(const Range& range, std::string_view name);

}  // namespace feel
