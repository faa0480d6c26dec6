#pragma once
// The person's home: what she has, has promised, has spent and has left, and what happens next; her
// statement for any dates, to read, print and download; and the same budget in Easy Read.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> budget_routes();

}  // namespace web
