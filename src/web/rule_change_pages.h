#pragma once
// One change of the rules: what it changes so far, how its checks stand, what comes next, and who
// did what with it. Here it is given up, taken back, or brought up to date with a newer version.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_change_routes();

}  // namespace web
