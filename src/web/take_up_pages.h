#pragma once
// How long people wait and how many get a budget, by client group: a page and a file.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> take_up_routes();

}  // namespace web
