#pragma once
// One sheet of a change as rows of fields (sheet_form.h): figures, questions, streams, cases, or a
// decision table. Saved rows are checked at once, each fault beside its cell; a gap of a table is
// closed by one press. When somebody else saved in between nothing typed is lost.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_sheet_routes();

}  // namespace web
