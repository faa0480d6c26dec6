#pragma once
// A stream is one public pot of money for one purpose, as a row of streams.csv says: who funds it,
// who decides, what it may buy, what must come first and where unspent money goes. What no source
// says is named in `not_modelled`, never guessed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace policy {

enum class WhoDecides {
    council,
    owner,  // the council only estimates; nothing is spendable before the owner has decided
};
enum class StreamKind { revenue, capital, both };
enum class Recurrence { weekly, one_off, both };
enum class MeansTest {
    none,
    not_modelled,
    decision,  // the decision named in `contribution`
};

struct Stream {
    StreamId id;
    std::string name;
    std::string owner;    // who funds it
    std::string decider;  // words for the page
    WhoDecides who_decides = WhoDecides::council;
    std::string legal_base;
    std::string eligibility;  // name of the decision {eligible, reason}; empty: none
    std::string amount;       // name of the decision that gives the sum; empty: no formula
    std::vector<std::string> purposes;
    StreamKind kind = StreamKind::revenue;
    bool cash_allowed = false;  // whether a direct payment may hold it
    MeansTest means_test = MeansTest::none;
    std::string contribution;    // decision of the weekly contribution, when means_test is decision
    StreamId minimum_from;       // the stream that must put in first; empty: none
    std::string minimum_weekly;  // the parameter saying how much that stream must put in a week
    std::string unspent_to;
    int restriction = 0;  // 1 is most restricted and pays first
    Recurrence recurrence = Recurrence::weekly;
    std::optional<Date> from;
    std::optional<Date> until;  // not included
    std::string not_modelled;
    std::string source;
    std::size_t line = 0;  // in streams.csv

    bool exists_on(Date on) const { return (!from || *from <= on) && (!until || on < *until); }
    // Whether the sum of its formula is paid once; else it is a sum a week.
    bool sum_is_once() const;
    // Whether the stream may buy what a purpose code names.
    bool may_buy(std::string_view purpose) const;
};

// Write the words of streams.csv.
std::string_view to_text(WhoDecides who);
std::string_view to_text(StreamKind kind);
std::string_view to_text(Recurrence recurrence);

}  // namespace policy
