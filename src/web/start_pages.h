#pragma once
// The first page for everybody, and the first page after signing in: the visitor's own, whoever it
// is; for somebody who helps several people, the list of them.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> start_routes();

}  // namespace web
