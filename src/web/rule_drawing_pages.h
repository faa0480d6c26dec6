#pragma once
// The decisions of one file of a change as a drawing, in a stock editor of DMN that runs in the
// browser; what is changed there is saved into the change. Without scripts the page leads to the
// tables, which are the same rules.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_drawing_routes();

}  // namespace web
