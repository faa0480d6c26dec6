#pragma once
// A Site is everything a server answers from: the councils whose books are open, the table of
// routes, the files. answer() is the one way in for every request, in the same order for all: read,
// find the route, find the visitor, ask decide(), check the form, run the page, put the headers on.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casework/desk.h"
#include "casework/sign_in.h"
#include "web/http_server.h"
#include "web/request.h"
#include "web/response.h"
#include "web/route.h"
#include "web/static_files.h"
#include "web/visit.h"

namespace web {

// One council whose book is open. `desk` makes a desk for one request: the clock is read there.
struct OpenCouncil {
    Council council;
    std::function<casework::Desk()> desk;
};

struct SiteOptions {
    bool is_secure = false;  // visitors come through TLS: __Host- cookies and HSTS
    std::size_t form_bytes_max = std::size_t{1024} * 1024;
    std::size_t upload_bytes_max = std::size_t{10} * 1024 * 1024;
};

// Gives the routes of every group of pages, gathered.
std::vector<std::span<const Route>> all_routes();

class Site {
public:
    Site(SiteOptions options, std::vector<OpenCouncil> councils, StaticFiles files,
         std::vector<std::span<const Route>> routes = all_routes());

    // Answers one request; on any thread.
    Response answer(RawRequest raw) const;
    // Makes the plain page for a message that could not be taken at all.
    Response refuse(int status, std::string_view message) const;
    // Gives how large a body the route of this target takes.
    std::size_t body_max(std::string_view method, std::string_view target) const;
    // What the server needs of this site, which must outlive it.
    Service service() const;

    const Router& router() const { return router_; }
    const std::vector<OpenCouncil>& councils() const { return councils_; }
    const OpenCouncil* find_council(std::string_view authority) const;
    casework::HashGate& gate() const { return *gate_; }

    // Gives the network a visitor comes from, for counting wrong guesses. Behind TLS it is what the
    // web server in front says last (X-Forwarded-For); empty when that says nothing.
    std::string network_of(const Request& request) const;

    // Writes the cookie of a new session, or takes it away (empty token).
    std::string session_cookie(const AuthorityId& authority, std::string_view token) const;

private:
    Response answer_read(const Request& request) const;
    Response answer_route(const Request& request, const Router::Found& found) const;
    Result<Response> run(Visit& visit) const;
    // Whether the visitor may open the route; nothing when so.
    std::optional<Response> gatekeep(const Visit& visit) const;
    std::string cookie(std::string_view name, std::string_view value) const;
    std::string cookie_name(std::string_view name) const;

    SiteOptions options_;
    std::vector<OpenCouncil> councils_;
    StaticFiles files_;
    Router router_;
    std::unique_ptr<casework::HashGate> gate_;
};

}  // namespace web
