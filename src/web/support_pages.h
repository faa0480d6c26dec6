#pragma once
// Finding support and buying it: search, an offer, an order with its price against the budget, what
// was reported and whether it came, and what was spent of money she holds herself.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> support_routes();

}  // namespace web
