#pragma once
// The algorithmic transparency record of a set of rules, for everybody and without an account, as a
// page and as JSON.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> transparency_routes();

}  // namespace web
