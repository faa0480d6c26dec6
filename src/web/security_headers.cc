#include "web/security_headers.h"

namespace web {

namespace {

std::string_view cache_control(Keeping keeping) {
    switch (keeping) {
        case Keeping::personal:
            return "no-store";
        case Keeping::shared:
            return "no-cache";
        case Keeping::asset:
            return "public, max-age=3600";
    }
    return "no-store";
}

}  // namespace

void add_security_headers(Response& response, bool is_secure) {
    response.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    response.header("Cache-Control", std::string(cache_control(response.keeping)));
    if (is_secure) {
        response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}

}  // namespace web
