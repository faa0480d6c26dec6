#pragma once
// The navigation is one table of what each kind of visitor may want to reach, in the order it is
// shown. A line appears when its page exists and decide() lets this visitor open it, so a person,
// a worker and a provider each see their own few lines and nobody sees a door that is locked.

#include <string>
#include <string_view>
#include <vector>

#include "web/access.h"
#include "web/visit.h"

namespace web {

struct NavigationLine {
    std::string_view text;
    std::string_view pattern;  // of the route; {person} and {provider} are the visitor's own
    Access access;
    bool for_helpers = false;  // also shown while helping or working on somebody's record
};

struct NavigationLink {
    std::string text;
    std::string href;
    bool is_current = false;
};

// Gives the links for this visitor; those of the person the page is about come for a helper too.
std::vector<NavigationLink> navigation_for(const Visit& visit);

// Gives what decide() is asked about for a route: the person, provider and stream of the path, or
// else the visitor's own.
people::Object object_of(const people::Standing& who, const Fields& path);

// Whether the visitor may open a page of this site: it is there, and decide() lets her in. For
// offering only links and buttons that lead somewhere; the page asks again.
bool can_open(const Visit& visit, std::string_view href);

}  // namespace web
