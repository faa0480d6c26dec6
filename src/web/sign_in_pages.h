#pragma once
// Signing in and out, beginning an account with a code on paper, getting back in, and changing the
// password. In an example council also the list of fictional people anybody may sign in as.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> sign_in_routes();

}  // namespace web
