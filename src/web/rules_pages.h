#pragma once
// The council's rules for those who write them: each set with its versions and their days, who
// proposed and published each and why, and the changes that are being written.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rules_routes();

}  // namespace web
