#pragma once
// The assessment as the person sees it: the list of what is asked, the check of her answers, and
// after sending what they come to, at once.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> assessment_routes();

}  // namespace web
