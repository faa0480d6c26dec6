#pragma once
// The pages on which whoever looks after accounts finds the account of somebody who helps, closes
// it and opens it again, each time with a reason. Whom it helps is only counted here.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> close_account_routes();

}  // namespace web
