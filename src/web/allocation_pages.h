#pragma once
// How allocation works, for everybody and without an account: each set of rules with its streams,
// the points of every answer, every figure with its dates, source and mark, the steps from answers
// to money, and the worked cases run again as the page is made.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> allocation_routes();

}  // namespace web
