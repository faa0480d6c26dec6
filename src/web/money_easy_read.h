#pragma once
// Her money in Easy Read: what she has and has left, the statement of some dates, and what was
// reported as spent. The same sums as the usual pages, one idea a line.

#include "casework/see_budget.h"
#include "casework/see_reports.h"
#include "govuk/html.h"
#include "web/speaking.h"
#include "web/visit.h"

namespace web {

// Her own money beside a budget: what the plan says she adds, and what of it is in the sums.
struct OwnMoney {
    Money planned = {};
    Money spent = {};
};

// Writes what she has, with the way to the other pages about it.
govuk::Html easy_budget(const Visit& visit, const casework::BudgetView& view, const OwnMoney& own,
                        const Speaking& speaking);

// Writes the four sums of each year's money at the end of the dates, and what was spent in them.
govuk::Html easy_statement(const casework::StatementView& view, const Speaking& speaking);

// Writes every report; each leads to its page.
govuk::Html easy_reports(const Visit& visit, const casework::Reports& all,
                         const Speaking& speaking);

// Writes what a report of spending is, before its questions; or that there is nothing to report,
// where no money was paid to her account. `others_hold`: somebody else holds some and reports it.
govuk::Html easy_report_start(const Speaking& speaking, bool was_paid, bool others_hold);

}  // namespace web
