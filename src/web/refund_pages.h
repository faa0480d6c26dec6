#pragma once
// Finance pays back what a person paid too much of her contribution, and writes it down.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> refund_routes();

}  // namespace web
