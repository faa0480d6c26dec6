#pragma once
// What was said about each stream: the indicative, proposed and agreed sums, each with its day, who
// said it and why. The person reads it; the worker decides here for the streams the council
// decides, starting from what the software proposes and with the words the person will read.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> decision_routes();

}  // namespace web
