#pragma once
// The headers that every answer carries, whatever made it: what the browser may load (only files of
// this site, nothing inline), that it must not guess types, not frame us, not tell other sites
// where a visitor came from, and not keep personal pages.

#include "web/response.h"

namespace web {

// Puts them on. `is_secure`: the visitor's side of the connection is TLS.
void add_security_headers(Response& response, bool is_secure);

}  // namespace web
