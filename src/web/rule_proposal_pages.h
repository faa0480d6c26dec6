#pragma once
// A change is proposed with its first day and a reason; a second person reads what differs, how the
// checks stand and whom it touches, and publishes it or sends it back.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_proposal_routes();

}  // namespace web
