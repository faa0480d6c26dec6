#pragma once
// How a change of the rules stands: every fault with the way to it, the made-up people of its
// cases, and what it would change for the council's own people in pounds.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_check_routes();

}  // namespace web
