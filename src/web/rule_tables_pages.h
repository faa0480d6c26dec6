#pragma once
// Every decision table of a set of rules, rule for rule, in words: for whoever wants to read why a
// rule held, or which rule would.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> rule_tables_routes();

}  // namespace web
