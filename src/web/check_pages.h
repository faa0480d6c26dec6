#pragma once
// The worker goes through the answers with the person: every voice side by side, differences first,
// and a place for the worker's own answer beside each. Nothing she said is written over.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> check_routes();

}  // namespace web
