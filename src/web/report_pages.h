#pragma once
// What was reported as spent: the list, the answer to one report with the funds it was taken from
// and how to put it right, and the worker's page that puts it right.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> report_routes();

}  // namespace web
