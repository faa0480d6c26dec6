#pragma once
// A plan in Easy Read: what she wants to change, what support would do it, who pays and what is
// missing, and how the plan stands. The same facts as the usual page, one idea a line; what can be
// done with the plan stands below it on the page itself.

#include "casework/make_plan.h"
#include "govuk/html.h"
#include "policy/parameter.h"
#include "web/speaking.h"

namespace web {

// Writes it. `mark` is how sure the figures behind the money to plan with are.
govuk::Html easy_plan(const casework::CostedPlan& costed, const std::optional<policy::Mark>& mark,
                      const Speaking& speaking, Date today);

}  // namespace web
