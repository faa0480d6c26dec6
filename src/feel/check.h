#pragma once
// The typing rules of FEEL's operators, one function each: what kinds may meet, and what comes out.
// The compiler asks here; a rule that gives nothing is a type fault of the policy.

#include <optional>
#include <string_view>

#include "feel/ast.h"
#include "feel/builtins.h"
#include "feel/type.h"

namespace feel {

// Gives the type of a literal.
Type type_of(const Value& value);

bool is_comparison(Operator op);

// Gives the type of `a op b`; nothing when the kinds may not meet.
std::optional<Type> type_of_binary(Operator op, const Type& a, const Type& b);

bool can_negate(const Type& type);

// Gives the type of a member of a context, date or duration, or of each item of a list.
std::optional<Type> member_type(const Type& whole, std::string_view name);

// Whether dividing by this expression never drops a digit: a literal whose only prime factors are
// 2 and 5.
bool divides_exactly(const Ast& divisor);

}  // namespace feel
