#include "web/site.h"

#include <algorithm>
#include <cstdio>
#include <exception>

#include "base/digest.h"
#include "base/random.h"
#include "base/text.h"
#include "identity/session.h"
#include "web/csrf.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/network.h"
#include "web/security_headers.h"
#include "web/urlencoded.h"

namespace web {

namespace {

constexpr std::string_view session_cookie_name = "onepurse";
constexpr std::string_view visitor_cookie_name = "onepurse-visitor";

bool is_token(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Parameters every route knows: which council's pages, before anybody is signed in.
bool is_known_parameter(const Route& route, std::string_view name) {
    return name == "council" ||
           std::find(route.query.begin(), route.query.end(), name) != route.query.end();
}

// Some parameters have few values; another one is a mistake and not "everything". Empty is none.
bool is_known_value(const Visit& visit, const Field& parameter) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"view", "easy"},         {"ask", "not_sure"},  {"ask", "help"},
        {"ask", "disagree"},      {"kind", "not_sure"}, {"kind", "help"},
        {"kind", "disagree"},     {"sector", "public"}, {"sector", "private"},
        {"sector", "voluntary"},  {"payer", "council"}, {"payer", "person"},
        {"payer", "fund_holder"},
    };
    const auto of_name = [&](const auto& each) { return each.first == parameter.name; };
    if (parameter.value.empty()) {
        return true;
    }
    if (parameter.name == "purpose") {
        return std::any_of(
            visit.desk.shelf.begin(), visit.desk.shelf.end(), [&](const auto& package) {
                const auto& streams = package.second->all_streams();
                return std::any_of(streams.begin(), streams.end(), [&](const policy::Stream& each) {
                    return each.may_buy(parameter.value);
                });
            });
    }
    return std::none_of(std::begin(known), std::end(known), of_name) ||
           std::any_of(std::begin(known), std::end(known), [&](const auto& each) {
               return of_name(each) && each.second == parameter.value;
           });
}

// The digest of what a form carried, without the fields that say which form and which sending.
std::string fingerprint_of(const Request& request) {
    std::string carried = request.path;
    for (const Field& field : request.form.list()) {
        if (field.name != "csrf" && field.name != "request") {
            carried += '\n' + field.name + '=' + field.value;
        }
    }
    for (const Upload& upload : request.uploads) {
        carried += '\n' + upload.field + '=' + base::digest(upload.bytes);
    }
    return base::digest(carried);
}

int status_of_unreadable(const Error& error) {
    if (error.code == "web.method") {
        return 405;
    }
    return error.code == "web.form_type" ? 415 : 400;
}

}  // namespace

Site::Site(SiteOptions options, std::vector<OpenCouncil> councils, StaticFiles files,
           std::vector<std::span<const Route>> routes)
    : options_(options),
      councils_(std::move(councils)),
      files_(std::move(files)),
      router_(std::move(routes)),
      gate_(std::make_unique<casework::HashGate>()) {
    CHECK(!councils_.empty());
}

std::string Site::cookie_name(std::string_view name) const {
    return (options_.is_secure ? "__Host-" : "") + std::string(name);
}

std::string Site::cookie(std::string_view name, std::string_view value) const {
    std::string text =
        cookie_name(name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    text += options_.is_secure ? "; Secure" : "";
    text += value.empty() ? "; Max-Age=0" : "";
    return text;
}

std::string Site::session_cookie(const AuthorityId& authority, std::string_view token) const {
    return cookie(session_cookie_name,
                  token.empty() ? std::string() : authority + "." + std::string(token));
}

std::string Site::network_of(const Request& request) const {
    if (!options_.is_secure) {
        return web::network_of(request.peer);
    }
    const std::vector<std::string> said = request.headers.all("x-forwarded-for");
    if (said.empty()) {
        return {};
    }
    const std::string& last = said.back();
    return web::network_of(base::trim(last.substr(last.rfind(',') + 1)));
}

const OpenCouncil* Site::find_council(std::string_view authority) const {
    for (const OpenCouncil& open : councils_) {
        if (open.council.authority == authority) {
            return &open;
        }
    }
    return nullptr;
}

std::size_t Site::body_max(std::string_view method, std::string_view target) const {
    if (method != "POST") {
        return 0;
    }
    const auto path = percent_decode(target.substr(0, target.find('?')), false);
    const Router::Found found =
        path && path->starts_with('/') ? router_.find(POST, *path) : Router::Found{};
    const bool takes_file = found.route && found.route->intake == Intake::upload;
    return takes_file ? options_.upload_bytes_max : options_.form_bytes_max;
}

Service Site::service() const {
    return Service{
        [this](RawRequest raw) { return answer(std::move(raw)); },
        [this](int status, std::string_view message) { return refuse(status, message); },
        [this](std::string_view method, std::string_view target) {
            return body_max(method, target);
        },
    };
}

Response Site::refuse(int status, std::string_view message) const {
    Response response = bare_page(status, message);
    add_security_headers(response, options_.is_secure);
    return response;
}

Response Site::answer(RawRequest raw) const {
    Result<Request> request = read_request(std::move(raw));
    if (!request) {
        Response response = refuse(status_of_unreadable(request.error()), request.error().message);
        if (response.status == 405) {
            response.header("Allow", "GET, HEAD, POST");
        }
        return response;
    }
    Response response = answer_read(*request);
    add_security_headers(response, options_.is_secure);
    return response;
}

Response Site::answer_read(const Request& request) const {
    if (request.method == GET) {
        if (auto file = files_.answer(request)) {
            return *file;
        }
    }
    try {
        return answer_route(request, router_.find(request.method, request.path));
    } catch (const std::exception& failure) {
        // None of ours throws; a library or the memory gave up. Nothing half done is kept, because
        // an act is one transaction.
        std::fprintf(stderr, "A page failed: %s\n", failure.what());
        return bare_page(500,
                         "Something went wrong on our side. What you typed was not kept. Try again "
                         "in a minute.");
    }
}

Response Site::answer_route(const Request& request, const Router::Found& found) const {
    // Who: the cookie names the council and the session; a form or query may name the council.
    const std::string_view cookie_text = request.cookies.get(cookie_name(session_cookie_name));
    const std::size_t dot = cookie_text.rfind('.');
    const OpenCouncil* open = nullptr;
    std::string token;
    if (dot != std::string_view::npos && is_token(cookie_text.substr(dot + 1))) {
        open = find_council(cookie_text.substr(0, dot));
        token = open ? cookie_text.substr(dot + 1) : std::string_view();
    }
    const OpenCouncil* asked = find_council(
        request.form.has("council") ? request.form.get("council") : request.query.get("council"));
    const OpenCouncil& home = open ? *open : asked ? *asked : councils_.front();
    casework::Desk desk = home.desk();
    std::optional<casework::Visitor> visitor;
    const std::optional<PersonId> subject = PersonId::parse(found.path.get("person"));
    if (!token.empty()) {
        visitor = casework::find_visitor(desk, token, subject);
    }
    static const Route nowhere{GET, "", may::anyone, nullptr, ""};
    Visit visit{*this, request, found.route ? *found.route : nowhere, home.council, desk};
    if (visitor) {
        desk.actor = visitor->who.account;
        visit.who = std::move(visitor->who);
        visit.session = token;
        visit.session_seconds = visitor->seconds_left;
        if (subject && visitor->subject_name) {
            visit.subject = Subject{*subject, *visitor->subject_name, visitor->subject_relation};
        }
    }
    // A browser without a session gets a visitor cookie with its first form.
    const std::string_view visitor_cookie = request.cookies.get(cookie_name(visitor_cookie_name));
    const bool knows_visitor = is_token(visitor_cookie);
    visit.form_secret = !visit.session.empty() ? visit.session
                        : knows_visitor        ? std::string(visitor_cookie)
                                               : identity::make_session_token(desk.random);
    visit.path = found.path;
    if (request.method == POST) {
        visit.form = Form(request.form);
        desk.request = RequestId::parse(request.form.get("request")).value_or(RequestId{});
        desk.fingerprint = fingerprint_of(request);
    }
    Result<Response> result = run(visit);
    Response response = result ? std::move(*result) : refusal_page(visit, result.error());
    if (!found.route && found.other_methods) {
        response.header("Allow", request.method == GET ? "POST" : "GET, HEAD");
    }
    if (visit.shows_form && visit.session.empty() && !knows_visitor) {
        response.header("Set-Cookie", cookie(visitor_cookie_name, visit.form_secret));
    }
    for (const Field& set : visit.cookies_to_set) {
        response.header("Set-Cookie", set.value);
    }
    if (visit.is_signed_in()) {
        response.keeping = Keeping::personal;
    }
    return response;
}

std::optional<Response> Site::gatekeep(const Visit& visit) const {
    const Access access = visit.route.access;
    if (access == may::anyone) {
        return std::nullopt;
    }
    if (!visit.who) {
        // What was sent without a session is not kept; the way back is the form's own page.
        const std::string page = router_.find(GET, visit.request.path).route != nullptr
                                     ? visit.request.path
                                     : std::string("/home");
        return redirect(visit.request.method == GET
                            ? "/sign-in?back=" + percent_encode(visit.request.target)
                            : "/sign-in?back=" + percent_encode(page) + "&unsaved=yes");
    }
    if (access == may::signed_in) {
        return std::nullopt;
    }
    const auto allowed = people::decide(*visit.who, access.action(),
                                        object_of(*visit.who, visit.path), visit.desk.today);
    return allowed ? std::nullopt : std::optional(refusal_page(visit, allowed.error()));
}

Result<Response> Site::run(Visit& visit) const {
    if (!visit.route.handler) {
        const Router::Found found = router_.find(visit.request.method, visit.request.path);
        if (found.other_methods) {
            return Error{"web.method",
                         "This page cannot be used in this way. Go back and use the "
                         "buttons and links of the page."};
        }
        return Error{"web.not_found",
                     "There is no page at this address. It may have been typed "
                     "wrong, or be out of date. Start again from the first page."};
    }
    for (const Field& parameter : visit.request.query.list()) {
        if (!is_known_parameter(visit.route, parameter.name)) {
            return Error{"web.parameter", "The address asks for “" + parameter.name +
                                              "”, which this page does not know. Follow a link of "
                                              "the page before instead of typing the address."};
        }
        if (!is_known_value(visit, parameter)) {
            return Error{"web.parameter_value",
                         "The address says “" + parameter.value + "” for “" + parameter.name +
                             "”, which is none of the values this page knows. Follow a link of "
                             "the page before instead of typing the address."};
        }
    }
    if (auto stop = gatekeep(visit)) {
        return std::move(*stop);
    }
    if (visit.request.method == POST) {
        TRY_DONE(check_form_origin(visit.request, visit.form_secret));
        if (visit.desk.request.is_none()) {
            return Error{"web.request_key",
                         "This form came without its number. Nothing was "
                         "changed. Open the page again and send it once more."};
        }
    }
    return visit.route.handler(visit);
}

}  // namespace web
