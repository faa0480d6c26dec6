#pragma once
// Closing a record in two steps (first what is still there, then the act), opening it again with a
// reason, and a worker's answer about support that came before a death.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> close_routes();

}  // namespace web
