#pragma once
// Pay runs: what a run pays and stops and why, new payees first, what changed since the run before;
// the release page, which shows a second person the same figures without anybody's conclusion; and
// the bank file to fetch.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> run_routes();

}  // namespace web
