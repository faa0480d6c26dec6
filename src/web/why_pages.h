#pragma once
// The page "Why this amount": the points, the table and its date, the three answers that matter
// most in pounds, then every line of the working with its rule, its source and the dated figures it
// used. What others decide is named with who and by when. It can be read in Easy Read, printed, and
// taken away as a file with which anybody can check the sum.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> why_routes();

}  // namespace web
