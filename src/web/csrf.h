#pragma once
// A form is taken only from our own pages. Its hidden token is made from the secret cookie of the
// same browser, which another site can neither read nor guess; besides, what the browser says about
// where the form stood (Sec-Fetch-Site, Origin) must not contradict.

#include <string>
#include <string_view>

#include "base/result.h"
#include "web/request.h"

namespace web {

// Makes the token that belongs to a secret (a session or visitor cookie).
std::string form_token_of(std::string_view secret);

// Checks a POST. Refuses: web.other_site, web.form_token.
Outcome check_form_origin(const Request& request, std::string_view secret);

}  // namespace web
