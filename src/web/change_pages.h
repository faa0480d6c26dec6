#pragma once
// The pages on which a worker changes an agreed budget: a line costs another sum or comes more or
// less often, starts later, is held another way, or ends. Each change is told in pounds and days
// before it is made, asked for its reason, and then on the person's statement.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> change_routes();

}  // namespace web
