#pragma once
// Help, the list of every page with who may use it, and the accessibility statement.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> help_routes();

}  // namespace web
