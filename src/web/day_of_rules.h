#pragma once
// The day on which public pages show a set of rules. Whoever is signed in, or names a council, has
// that council's day. For everybody else it is the day of the council that began soonest after the
// rules did: rules of 2005 are not shown as they would stand twenty years later.

#include "base/date.h"
#include "policy/package.h"
#include "web/visit.h"

namespace web {

Date day_of_rules(const Visit& visit, const policy::Package& package);

}  // namespace web
