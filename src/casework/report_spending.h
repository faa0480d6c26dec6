#pragma once
// What was spent of money that was paid out, as those say it who spent it: a person (or her helper
// with the money scope) for her own account, and whoever holds money for her for that money. Nobody
// reports for another: two who tell the same spending would count it twice. A report can name the
// part of the budget it was for: then only the funds that pay for that part are spent. The most
// restricted stream's money is taken to be spent first, as when it was drawn. Where she adds her
// own money to that part, the report can say how much of it went with the public money: it comes
// from her own pocket and is spent at once, beside the funds and never from them.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "casework/desk.h"
#include "ledger/entry.h"

namespace casework {

// The person reports what she spent from the account of her support; `part`: a line of her budget.
// `own`: what she added of her own money, beside the amount. Refuses: casework.holder_unknown,
// casework.holder_reports_itself (somebody else holds that money), casework.part_unknown,
// casework.own_part_not_planned (she adds nothing to that part), casework.day_ahead,
// ledger.not_enough (more than was paid out), ledger.not_positive.
Result<ReportId> report_spending(Desk& desk, PersonId person, PayeeId account, Date on,
                                 Money amount, const std::string& what,
                                 std::optional<PlanLineId> part = {}, Money own = {});

// Whoever holds money reports what it spent for a person.
// Refuses: casework.holder_unknown (it holds no money of hers), casework.reasons_missing,
// casework.part_unknown, casework.own_part_not_planned, casework.day_ahead, ledger.not_enough,
// ledger.not_positive.
Result<ReportId> report_held_spending(Desk& desk, PayeeId holder, PersonId person, Date on,
                                      Money amount, const std::string& what,
                                      std::optional<PlanLineId> part = {}, Money own = {});

// A worker puts right which part of the plan a report was for: what it took from the funds is
// reversed, and taken again from those that pay for the part. Both are dated today; nothing is
// edited, and the report stays the same report. `part` none: of the budget as a whole.
// Refuses: casework.report_unknown, casework.reasons_missing, casework.part_unknown,
// casework.part_unchanged, ledger.not_enough (not so much was paid out for that part).
Outcome correct_report(Desk& desk, PersonId person, ReportId report, std::optional<PlanLineId> part,
                       const std::string& why);

// The entries by which a report stands now: those that were not reversed, in the order of writing.
std::vector<ledger::Entry> entries_of_report(store::View& view, ReportId report);

}  // namespace casework
