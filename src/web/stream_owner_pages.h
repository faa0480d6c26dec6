#pragma once
// The home of a stream's owner: referrals that wait and those answered, and what is left of the
// stream's cash limit. One referral shows of the person only what the decision needs, and takes the
// answer: yes with a sum or no, the day, who decided and why.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> stream_owner_routes();

}  // namespace web
