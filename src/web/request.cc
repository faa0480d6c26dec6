#include "web/request.h"

#include "base/text.h"
#include "web/multipart.h"
#include "web/urlencoded.h"

namespace web {

namespace {

// Reads "a=1; b=2". A cookie that cannot be read is passed over: other sites of the same host can
// set any, and they must not be able to shut a person out.
Fields parse_cookies(std::string_view text) {
    Fields cookies;
    for (const std::string& part : base::split_text(text, ';')) {
        const std::string_view pair = base::trim(part);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && equals > 0 && cookies.list().size() < 50) {
            cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
        }
    }
    return cookies;
}

// Whether a Host names a host: letters, digits and the few marks of names, addresses and ports.
bool is_host(std::string_view host) {
    for (const char c : host) {
        const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' ||
                          c == ']';
        if (!fine) {
            return false;
        }
    }
    return !host.empty() && host.size() <= 255;
}

Outcome read_target(const std::string& target, Request& request) {
    if (target.empty() || target[0] != '/' || target.find('#') != std::string::npos) {
        return Error{"web.target", "The address must begin with / and name a page of this site."};
    }
    const std::size_t question = target.find('?');
    TRY(request.path, percent_decode(std::string_view(target).substr(0, question), false));
    if (question != std::string::npos) {
        TRY(request.query, parse_urlencoded(std::string_view(target).substr(question + 1)));
    }
    return Done{};
}

Outcome read_form(const RawRequest& raw, Request& request) {
    const std::string_view type = request.header("content-type");
    const std::string kind = base::lower(base::trim(type.substr(0, type.find(';'))));
    if (kind == "application/x-www-form-urlencoded" || (kind.empty() && raw.body.empty())) {
        TRY(request.form, parse_urlencoded(raw.body));
        return Done{};
    }
    if (kind == "multipart/form-data") {
        TRY(const std::string boundary, multipart_boundary(type));
        TRY(Multipart parts, parse_multipart(raw.body, boundary));
        request.form = std::move(parts.form);
        request.uploads = std::move(parts.uploads);
        return Done{};
    }
    return Error{"web.form_type", "This address takes forms as browsers send them, nothing else."};
}

}  // namespace

const Upload* Request::upload(std::string_view field) const {
    for (const Upload& upload : uploads) {
        if (upload.field == field) {
            return &upload;
        }
    }
    return nullptr;
}

Result<Request> read_request(RawRequest raw) {
    Request request;
    request.is_head = raw.method == "HEAD";
    if (raw.method == "POST") {
        request.method = Method::post;
    } else if (raw.method != "GET" && raw.method != "HEAD") {
        return Error{"web.method", "This site answers GET, HEAD and POST, nothing else."};
    }
    const std::vector<std::string> hosts = raw.headers.all("host");
    if (hosts.size() != 1 || !is_host(hosts[0])) {
        return Error{"web.host", "A request must name exactly one host."};
    }
    request.host = hosts[0];
    request.peer = std::move(raw.peer);
    request.headers = std::move(raw.headers);
    TRY_DONE(read_target(raw.target, request));
    request.target = std::move(raw.target);
    for (const std::string& cookies : request.headers.all("cookie")) {
        const Fields read = parse_cookies(cookies);
        for (const Field& cookie : read.list()) {
            request.cookies.add(cookie.name, cookie.value);
        }
    }
    if (request.method == Method::post) {
        TRY_DONE(read_form(raw, request));
    } else if (!raw.body.empty()) {
        return Error{"web.form", "A question for a page (GET) cannot carry a form."};
    }
    return request;
}

}  // namespace web
