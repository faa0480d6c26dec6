#pragma once
// Rows from a spreadsheet into a sheet of a change: pasted as text and shown as a difference before
// they are kept; or the whole set of rules as a workbook, taken away, changed and sent back.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_paste_routes();

}  // namespace web
