#include "web/csrf.h"

#include <sodium.h>

#include "base/digest.h"

namespace web {

namespace {

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// Whether the browser's own word about where the form stood fits. "Origin: null" is what browsers
// send under our own referrer policy, so it says nothing.
bool fits_origin(const Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty()) {
        return site == "same-origin" || site == "none";
    }
    const std::string_view origin = request.header("origin");
    return origin.empty() || origin == "null" || origin == "http://" + request.host ||
           origin == "https://" + request.host;
}

}  // namespace

std::string form_token_of(std::string_view secret) {
    return base::keyed_digest("the token of this visitor's forms", secret);
}

Outcome check_form_origin(const Request& request, std::string_view secret) {
    if (!fits_origin(request)) {
        return Error{"web.other_site",
                     "This form was sent from another website. Nothing was changed. Open the page "
                     "here and send it again."};
    }
    if (secret.empty() || !same_secret(request.form.get("csrf"), form_token_of(secret))) {
        return Error{"web.form_token",
                     "This form is too old, or you signed in or out since it was opened. Nothing "
                     "was changed. Go back, open the page again, and send it once more."};
    }
    return Done{};
}

}  // namespace web
