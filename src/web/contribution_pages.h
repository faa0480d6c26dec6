#pragma once
// The page on which a worker sets what a person pays towards her support: how much a week, from
// which day, and whether she pays it into the account of her support or gets a bill. The means test
// of the rules proposes; the worker decides and says how it came about. She sees it on her budget.
// And the page on which she, or who helps her with money, says that she paid it in.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> contribution_routes();

}  // namespace web
