#pragma once
// What a plan costs, as pages say it: who pays for a line, what each fund would pay of the whole,
// and what no fund covers with two ways out. Used by the page of a plan and by the form of a line.

#include <string>

#include "casework/make_plan.h"
#include "govuk/html.h"
#include "web/speaking.h"
#include "web/visit.h"

namespace web {

// Writes the table of funds: for her, this plan, left.
void write_streams(govuk::Html& main, const casework::CostedPlan& costed, const Speaking& speaking);

// Says who pays for a line: "Supporting People £40.00; Adult social care £80.00".
std::string split_words(const casework::CostedPlan& costed, PlanLineId line);

// Says how the money of a line is held: "You hold the money (direct payment)", and to others "Ann
// holds the money (direct payment)".
std::string holding_words(budget::Holding holding, const Speaking& speaking);

// Says what she adds to a line: "£2.50 for each visit: £60.00 for these dates, paid straight to the
// provider".
std::string own_words(const budget::PlanLine& line);

// Writes where what she adds is not allowed beside a fund, or is more than is needed.
void write_own_advice(govuk::Html& main, const casework::CostedPlan& costed,
                      const Speaking& speaking);

// Writes which lines two funds pay for the same kind of help on the same days, for whoever agrees.
void write_two_funds(govuk::Html& main, const casework::CostedPlan& costed);

// Writes what is too much: which line, which fund, by how much, and the ways out.
void write_shortfalls(govuk::Html& main, const Visit& visit, const casework::CostedPlan& costed);

}  // namespace web
