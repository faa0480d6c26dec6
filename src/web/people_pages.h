#pragma once
// A person's own pages beside budget, assessment and plan: what happens next, her details, and who
// can see her record.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> people_routes();

}  // namespace web
