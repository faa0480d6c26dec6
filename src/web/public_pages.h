#pragma once
// Pages anybody can read, and the one form that needs no account: asking the council for help.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> public_routes();

}  // namespace web
