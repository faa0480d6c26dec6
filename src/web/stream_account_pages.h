#pragma once
// The account of one stream: cash limit, what is awarded, promised, spent and left, person by
// person by reference alone, and every entry; for its owner and for finance, for any dates, to
// read, print and download.

#include <span>
#include <string>

#include "base/date.h"
#include "web/route.h"
#include "web/visit.h"

namespace web {

std::span<const Route> stream_account_routes();

// Makes the page; `path` is its own.
Result<Response> stream_account_page(Visit& visit, const StreamId& stream, const std::string& path);
Result<Response> stream_account_csv(Visit& visit, const StreamId& stream);

}  // namespace web
