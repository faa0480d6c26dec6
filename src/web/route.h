#pragma once
// A Route is one page or one act, in one line of a table:
//
//     {GET, "/people/{person}/budget", may::see_record, budget_page,
//      "What a person has, has promised, has spent and has left", {"from", "until"}},
//
// The table gives dispatch, permission, the page that lists every page, and the tests that none is
// missing. A parameter of the path named after a kind of id ({person}, {plan}, {line}, {order} ...)
// only matches a well-formed id of that kind, any other ({stream}, {package}) one word. A query
// parameter that the route does not name is refused. Each group of pages gives its routes as
// `std::span<const Route> <group>_routes()`; site.cc gathers them.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "web/access.h"
#include "web/request.h"
#include "web/response.h"

namespace web {

struct Visit;

// A page's own code: plain and synchronous. A refusal becomes a page that says it.
using Handler = Result<Response> (*)(Visit&);

// How much a route takes in: a form, or a form with a file.
enum class Intake { form, upload };

struct Route {
    Method method;
    std::string_view pattern;
    Access access;
    Handler handler;
    std::string_view purpose;                  // one sentence for the page that lists every page
    std::vector<std::string_view> query = {};  // the query parameters it knows
    Intake intake = Intake::form;
};

// A pattern of a path, parted once: "/people/{person}/budget".
class Pattern {
public:
    explicit Pattern(std::string_view text);

    std::size_t size() const { return parts_.size(); }
    // Whether a path's parts fit.
    bool fits(const std::vector<std::string_view>& path) const;
    // Gives the parameters of a path that fits.
    Fields parameters(const std::vector<std::string_view>& path) const;

private:
    struct Part {
        std::string_view text;  // the word, or the parameter's name
        bool is_parameter;
        std::optional<std::string_view> prefix;  // of the id it must be
    };
    std::vector<Part> parts_;
};

// Matches a decoded path against a pattern and gives the parameters; nothing when it does not fit.
std::optional<Fields> match_path(std::string_view pattern, std::string_view path);

// Gives the id prefix a path parameter must have ("person" -> "per"); nothing for a plain word.
std::optional<std::string_view> id_prefix(std::string_view parameter);

// Finds the route for a method and path among all routes; several patterns may fit a path
// ("/people/new" and "/people/{person}"): the earlier in the table wins.
class Router {
public:
    struct Found {
        const Route* route = nullptr;  // none: see `other_methods`
        Fields path;
        bool other_methods = false;  // the path is known, with another method
    };

    explicit Router(std::vector<std::span<const Route>> tables);
    Found find(Method method, std::string_view path) const;
    const std::vector<std::span<const Route>>& tables() const { return tables_; }

private:
    struct Known {
        Pattern pattern;
        const Route* route;
    };
    std::vector<std::span<const Route>> tables_;
    std::vector<std::vector<Known>> known_;  // by the number of parts, in the order of the tables
};

}  // namespace web
