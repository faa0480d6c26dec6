#pragma once
// A parameter is one dated figure of policy: a rate, a limit, a price for each point. It has a
// unit, a source and a mark that is shown beside every sum that uses it. It is in force from `from`
// until the day before `until`. DMN reads it as Rates.<id>.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "base/sabotage.h"
#include "policy/unit.h"

namespace policy {

enum class Mark {
    published,     // stands in the source named
    remembered,    // somebody remembers it; never in a golden case
    illustrative,  // made up to show how it works
};

struct Parameter {
    std::string id;
    std::string label;
    std::string unit;  // as the file writes it: "GBP/week"
    Unit counts;       // the same, to reckon with
    Decimal value;
    // The values it may be given one day; the package is proven for all of them. Without them it
    // is proven for `value` alone.
    std::optional<Decimal> least;
    std::optional<Decimal> most;
    Date from;
    std::optional<Date> until;  // not included
    std::string source;
    Mark mark = Mark::illustrative;
    std::string note;

    bool in_force(Date on) const {
        return SABOTAGED(9, from < on, from <= on) &&
               (!until || SABOTAGED(10, on <= *until, on < *until));
    }
};

// Writes the mark as the file does: "published".
std::string_view to_text(Mark mark);

}  // namespace policy
