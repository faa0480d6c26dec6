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

// The mark of the stock editor of drawings has two styles written into it, which its licence wants
// seen. They are let in by their digests, and its font from this site: nothing else (decision 49).
constexpr std::string_view for_drawings =
    "; font-src 'self'; style-src-attr 'unsafe-hashes' "
    "'sha256-r3vOsuepBDg6tz/cOusiNJ9Y4Lp9hGQTT7pzDks1Xxc=' "
    "'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='";

}  // namespace

void add_security_headers(Response& response, bool is_secure) {
    std::string policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    if (response.shows_drawing) {
        policy += for_drawings;
    }
    response.header("Content-Security-Policy", std::move(policy));
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
