#pragma once
// A person's orders: each with what the provider reported and whether it came, in figures and in
// Easy Read; and ending one.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> order_routes();

}  // namespace web
