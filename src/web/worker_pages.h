#pragma once
// The social worker's pages: the caseload as work, people who asked for help, starting a record,
// one record at a glance, reviews, and closing a record.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> worker_routes();
// The pages about one record: overview, details, code, review, closing.
std::span<const Route> record_routes();

}  // namespace web
