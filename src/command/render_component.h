#pragma once
// The verb render-component: reads lines {"component": "button", "options": {"text": "Save"}} and
// answers each with a line {"html": "..."}, or {"error": {"code": "...", "message": "..."}} for a
// line it cannot read or render. The fixtures of GOV.UK Frontend are run through it. The crown and
// other drawings come from the installed npm package, for this comparison only.

#include <filesystem>
#include <istream>
#include <ostream>

namespace command {

// Finds the npm package: what ONEPURSE_GOVUK_FRONTEND says, or node_modules/govuk-frontend here or
// beside the source.
std::filesystem::path govuk_frontend_package();

// Answers every line of `in` on `out`. Gives 0 when each was rendered, 1 when one was refused.
int render_component_verb(std::istream& in, std::ostream& out,
                          const std::filesystem::path& package = govuk_frontend_package());

}  // namespace command
