#pragma once
// A worker keys in answers that came on paper or by telephone: one part of the questionnaire on a
// page, in the order of the paper. They are the person's own answers and reach the same state as
// answers given on a page.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> keyed_routes();

}  // namespace web
