#pragma once
// The first page of finance and what hangs on it: instalments, the run in preparation, what went
// wrong, streams against their cash limit, the CSV journal of entries. The words committed, owed
// and cleared stay on these pages.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> finance_routes();

}  // namespace web
