#pragma once
// What a provider sells: its details and offers, adding one, a new price from a day on, and ending
// one. No page changes what was ordered before.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> offer_routes();

}  // namespace web
