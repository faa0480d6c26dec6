#pragma once
// An Instalment is one payment in advance of one budget line to its holder. Four weeks at a time by
// default, the first on the line's first day; the last covers the days that remain. Each is what
// the line costs in the days it covers, so a steady line has steady instalments, the last is in
// proportion to the penny, and all of them sum to the line's portions, stream by stream. Weeks in
// which the line costs nothing have none. Net contributions make what is paid less: each is taken
// off the portion of the stream that charges it, never more than there is, and given back to that
// stream, since she pays it in herself.

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
    std::vector<ledger::Portion> portions = {};  // before her contributions
    std::vector<ledger::Portion> shares = {};    // net contributions taken off, stream by stream

    // Before her contributions.
    Money gross() const;
    // What is taken off for all streams together.
    Money share() const { return ledger::total(shares); }
    // What the holder is paid.
    Money net() const { return gross() - share(); }
    // What the holder is paid, stream by stream.
    std::vector<ledger::Portion> net_portions() const;
    // Unique for ever, the line and its four weeks: "lin_... 2006-04-01".
    std::string key() const;

    friend bool operator==(const Instalment&, const Instalment&) = default;
};

// Makes the instalments of one line paid in advance; none for a council-managed line.
std::vector<Instalment> schedule(const BudgetLine& line, std::int64_t days_each = 28);

// What of a net contribution could not be taken off for some days: nothing of the charging stream
// was paid in advance for them, or less than the contribution. Never for more than four weeks.
struct Uncollected {
    StreamId stream = {};
    Period covers = {};
    Money amount = {};

    friend bool operator==(const Uncollected&, const Uncollected&) = default;
};

// All instalments of a budget, by due day, with her net contributions taken off: what she pays for
// the days from one due day to the next comes off what is due that day, each stream's from its own
// portion. What of the budget's days could not be taken off is `uncollected`, to be invoiced.
struct Schedule {
    std::vector<Instalment> instalments = {};
    std::vector<Uncollected> uncollected = {};  // by stream as given, then by day; none of nought
};
// Makes the schedule of a budget; `contributions` may be of any number of streams.
Schedule schedule(const Budget& budget, const std::vector<ContributionTerms>& contributions,
                  std::int64_t days_each = 28);

// Makes the entries that pay an instalment: settle what is paid, give back her shares.
// `act` gives dates and person; causes are "instalment:KEY" and "net_contribution:KEY".
// Refuses: what the ledger's makers refuse.
Result<std::vector<ledger::Entry>> pay(const Instalment& instalment, const ledger::Act& act);

}  // namespace budget
