#pragma once
// An Instalment is one payment in advance of one budget line to its holder. Four weeks at a time by
// default, the first on the line's first day; the last covers the days that remain. Each is what
// the line costs in the days it covers, so a steady line has steady instalments, the last is in
// proportion to the penny, and all of them sum to the line's portions, stream by stream. Weeks in
// which the line costs nothing have none. A net contribution makes what is paid less, and is given
// back to the stream that charges it, since she pays it in herself.

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "budget/budget.h"
#include "budget/contribution_terms.h"
#include "ledger/entry.h"

namespace budget {

struct Instalment {
    PlanLineId line = {};
    PayeeId holder = {};
    Holding holding = Holding::direct_payment;
    Period covers = {};
    Date due = {};  // the first day it covers
    // The first day of its four weeks, counted from the first day the line ever had: what names it.
    // A line that is cut keeps its pay days, and an instalment that was paid is not made again.
    Date stretch_from = {};
    std::vector<ledger::Portion> portions = {};  // before her contribution
    Money contribution_share = {};               // net: taken off, of one stream
    StreamId contribution_stream = {};

    // Before her contribution.
    Money gross() const;
    // What the holder is paid.
    Money net() const { return gross() - contribution_share; }
    // What the holder is paid, stream by stream.
    std::vector<ledger::Portion> net_portions() const;
    // Unique for ever, the line and its four weeks: "lin_... 2006-04-01".
    std::string key() const;

    friend bool operator==(const Instalment&, const Instalment&) = default;
};

// Makes the instalments of one line paid in advance; none for a council-managed line.
std::vector<Instalment> schedule(const BudgetLine& line, std::int64_t days_each = 28);

// All instalments of a budget, by due day, with her net contribution taken off: what she pays for
// the days from one due day to the next comes off what is due that day. What of the budget's dates
// could not be taken off is `uncollected`, to be invoiced.
struct Schedule {
    std::vector<Instalment> instalments = {};
    Money uncollected = {};
};
// Makes the schedule of a budget; `contribution` may be null.
Schedule schedule(const Budget& budget, const ContributionTerms* contribution,
                  std::int64_t days_each = 28);

// Makes the entries that pay an instalment: settle what is paid, give back her share.
// `act` gives dates and person; causes are "instalment:KEY" and "net_contribution:KEY".
// Refuses: what the ledger's makers refuse.
Result<std::vector<ledger::Entry>> pay(const Instalment& instalment, const ledger::Act& act);

}  // namespace budget
