#pragma once
// A worker asks the owner of a stream to decide about a person, and sees what the owner will see.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> referral_routes();

}  // namespace web
