#pragma once
// The pages of one line of a plan: writing it with its live cost, changing it, taking it out.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> plan_line_routes();

}  // namespace web
