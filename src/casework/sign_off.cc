#include "casework/sign_off.h"

#include <map>

#include "assessment/stream_decision.h"
#include "budget/budget.h"
#include "budget/frequency.h"
#include "casework/issue_allocation.h"
#include "store/decisions.h"
#include "store/staff.h"

namespace casework {

Outcome check_sign_off(const Acting& acting, const Period& dates, Money cost,
                       const std::vector<budget::StreamRule>& rules) {
    if (!acting.who.staff || acting.who.has(people::Role::manager)) {
        return Done{};
    }
    // What the table gave for the dates, from the council's own streams and decided ones.
    Money indicative;
    for (const budget::StreamRule& rule : rules) {
        indicative += rule.available;
    }
    TRY(const people::Staff staff, store::load_staff(acting.tx, *acting.who.staff));
    budget::SignOffLimit limit;
    limit.amount_max = budget::weekly_sum_over(staff.sign_off_weekly, dates.from, dates);
    limit.variance_max_percent = staff.sign_off_variance;
    return budget::check_sign_off(cost, indicative, limit);
}

void agree_council_sums(Desk& desk, Acting& acting, const policy::Package& package, PersonId person,
                        const std::string& reasons) {
    using assessment::Stage;
    const std::vector<assessment::StreamDecision> decisions =
        store::load_decisions(acting.tx, person);
    std::map<AssessmentId, assessment::StreamDecision> told;  // the last of each assessment
    for (const policy::Stream& stream : package.all_streams()) {
        const assessment::StreamDecision* proposed =
            assessment::latest(decisions, stream.id, Stage::proposed);
        const assessment::StreamDecision* before =
            assessment::latest(decisions, stream.id, Stage::agreed);
        // Decisions are in the order of writing.
        if (stream.who_decides != policy::WhoDecides::council || proposed == nullptr ||
            (before != nullptr && proposed < before)) {
            continue;
        }
        assessment::StreamDecision agreed = *proposed;
        agreed.id = desk.new_id<DecisionId>();
        agreed.stage = Stage::agreed;
        agreed.on = desk.today;
        agreed.decided_by = acting.who.name;
        agreed.reason = reasons;
        store::keep(acting.tx, agreed);
        told.insert_or_assign(agreed.assessment, agreed);
    }
    for (const auto& [id, decision] : told) {
        issue_decision(desk, acting, decision);
    }
}

Error no_cash_limit(const std::vector<budget::StreamRule>& rules, const ledger::Portion& missing) {
    std::string name = missing.stream;
    for (const budget::StreamRule& rule : rules) {
        name = rule.id == missing.stream ? rule.name : name;
    }
    return Error{
        "ledger.not_enough",
        name + " does not have " + missing.amount.for_people() +
            " that is not awarded to anybody. Ask finance to write down the cash limit of " + name +
            ", then do this again. Nothing has changed."};
}

}  // namespace casework
