#pragma once
// Inviting somebody to help, recording somebody who acts in law, and ending help.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> helping_routes();

}  // namespace web
