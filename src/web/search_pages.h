#pragma once
// Finding support: search with filters, a page of offers at a time in the neutral order, and two to
// four offers side by side. What was searched for and what was ticked stay in the address, so that
// a page can be kept, shared with a helper and gone back to, with scripts off too.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> search_routes();

}  // namespace web
