#pragma once
// A Visit is one request on its way through a page: what was asked, the desk of the council it is
// for (the only way to a journey), who is signed in, and the form as typed. A page reads it, calls
// one journey, and answers. Nothing in it outlives the request.

#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "casework/desk.h"
#include "people/actor.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"

namespace web {

class Site;

// The council (or the national programme) whose book this visit reads and writes.
struct Council {
    AuthorityId authority;
    std::string name;         // "Wendlebury Council"
    bool is_example = false;  // a fictional one: said on every page
};

// The person a page is about, when the path names one.
struct Subject {
    PersonId person;
    std::string name;
    std::string
        relation;  // in what capacity the visitor is here: "self", "helper:rel_...", "worker"
};

struct Visit {
    const Site& site;
    const Request& request;
    const Route& route;
    const Council& council;
    casework::Desk& desk;
    Fields path = {};                          // parameters of the path
    Form form = {};                            // of a POST; empty for a GET
    std::optional<people::Standing> who = {};  // nobody signed in: none
    std::optional<Subject> subject = {};       // set when the path has {person}
    std::string session = {};                  // the token of the session; empty: not signed in
    std::int64_t session_seconds = 0;          // until it ends if no more pages are opened
    std::string form_secret = {};              // what the form token is made from
    mutable bool shows_form = false;           // whether the answer carries a form token
    std::vector<Field> cookies_to_set = {};    // whole cookies, put on the answer by the site

    // Gives the id in the path: visit.id<PersonId>("person"). The route has that parameter, so a
    // malformed id never gets here.
    template <typename SomeId>
    SomeId id(std::string_view parameter) const {
        const auto read = SomeId::parse(path.get(parameter));
        CHECK(read.has_value());
        return *read;
    }
    // Gives a plain word of the path ("stream").
    std::string word(std::string_view parameter) const { return std::string(path.get(parameter)); }
    // Gives a query parameter; empty when it was not sent.
    std::string query(std::string_view parameter) const {
        return std::string(request.query.get(parameter));
    }
    bool is_signed_in() const { return who.has_value(); }
    // Gives the token that proves a form came from a page of this visitor; a form carries it.
    std::string form_token() const;
    // Whether the visitor is the person the page is about, and not somebody who helps or works.
    bool is_self() const { return subject && who && who->person == subject->person; }
};

}  // namespace web
