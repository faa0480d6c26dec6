#pragma once
// The provider's side: its details and offers, the orders it got, what it reports as done, and what
// was paid and when.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> provider_routes();

}  // namespace web
