#pragma once
// The support plan: written by the person with its live cost against each stream, sent, read by a
// worker who agrees it or sends it back with reasons, and accepted by the person, which begins the
// budget.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> plan_routes();

}  // namespace web
