#pragma once
// Every decision table of a set of rules, rule for rule as it is written, each behind its name.

#include "govuk/html.h"
#include "policy/package.h"

namespace web {

govuk::Html rule_tables(const policy::Package& package);

}  // namespace web
