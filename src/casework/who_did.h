#pragma once
// Who did what about one thing of a person: placed this order, answered about that delivery. Every
// page that shows an act by somebody else than the person says "by Jo for Ann", from the journal of
// acts, which nobody can write to beside the act itself.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "casework/desk.h"

namespace casework {

struct Deed {
    std::string about;  // id text of the order, the delivery ...
    std::string words;  // "placed an order"
    std::string by;     // a name
    Date on = {};
    bool is_own = false;  // the person did it herself
};

// Gives what was done about some things, oldest first. Refuses: people.not_allowed.
Result<std::vector<Deed>> deeds_about(Desk& desk, PersonId person,
                                      const std::vector<std::string>& things,
                                      std::string_view purpose);

}  // namespace casework
