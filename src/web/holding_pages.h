#pragma once
// The pages of whoever holds money for somebody (an individual service fund, a nominated third
// party): whose money it holds, what came in, what it reported spent, and where that money goes.
// They show the money and nothing else of the person. Also the page of a record on which a worker
// names who signs in for a holder.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> holding_routes();

}  // namespace web
