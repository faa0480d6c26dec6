#pragma once
// Which set of rules a public page is about, and the day on which it shows them. Whoever is signed
// in, or names a council, has that council's day. For everybody else it is the day of the council
// that began soonest after the rules did: rules of 2005 are not shown as they would stand twenty
// years later.

#include <memory>

#include "base/date.h"
#include "base/result.h"
#include "policy/package.h"
#include "web/visit.h"

namespace web {

Date day_of_rules(const Visit& visit, const policy::Package& package);

// Gives the set of rules named in the path. Refuses: casework.package_unknown.
Result<std::shared_ptr<const policy::Package>> rules_asked(const Visit& visit);

// Gives the day that `?on=` asks for, else the day of the rules. Refuses the codes of dates.
Result<Date> day_asked(const Visit& visit, const policy::Package& package);

}  // namespace web
