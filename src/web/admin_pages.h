#pragma once
// The pages of whoever looks after accounts: staff and what each may do, providers, codes on paper.
// No person's record is seen from here.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> admin_routes();

}  // namespace web
