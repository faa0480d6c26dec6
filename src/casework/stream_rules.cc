#include "casework/stream_rules.h"

#include "assessment/stream_decision.h"
#include "budget/frequency.h"
#include "budget/share.h"
#include "ledger/statement.h"
#include "store/decisions.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using assessment::Stage;
using assessment::StreamDecision;

// Gives the later of two decisions of a stream; `decisions` are in the order of writing.
const StreamDecision* later(const StreamDecision* one, const StreamDecision* other) {
    return one == nullptr || (other != nullptr && one < other) ? other : one;
}

// The decision a plan counts with; nothing while there is none sure enough.
const StreamDecision* decision_for(const std::vector<StreamDecision>& decisions,
                                   const policy::Stream& stream, Sureness sureness) {
    const bool council = stream.who_decides == policy::WhoDecides::council;
    const StreamDecision* agreed = assessment::latest(decisions, stream.id, Stage::agreed);
    const StreamDecision* proposed = assessment::latest(decisions, stream.id, Stage::proposed);
    if (sureness == Sureness::accepted && agreed != nullptr) {
        return agreed;
    }
    // After a new assessment what was proposed last counts, and not what was agreed before it.
    const bool proposal_counts = council || sureness == Sureness::indicative;
    if (const StreamDecision* last = later(agreed, proposal_counts ? proposed : nullptr)) {
        return last;
    }
    // An owner's stream never counts with an estimate: it would not be spendable.
    return council && sureness == Sureness::indicative
               ? assessment::latest(decisions, stream.id, Stage::indicative)
               : nullptr;
}

// A sum that is given once belongs to the first year it was planned with: a budget of an earlier
// year that was agreed after the decision has had it.
bool was_given_before(store::View& view, PersonId person, const StreamDecision& decision,
                      const Period& dates) {
    for (const BudgetId& id : store::find_budgets_of(view, person)) {
        const budget::Budget first = store::load_version(view, id, 1);
        const Money promised = budget::amount_of(first.by_stream(), decision.stream);
        if (CouncilYear::of(first.period.from) < CouncilYear::of(dates.from) &&
            promised.is_positive() &&
            store::load_versions(view, id).front().made_on >= decision.on) {
            return true;
        }
    }
    return false;
}

Money sum_for(store::View& view, PersonId person, const StreamDecision& decision,
              const Period& dates) {
    Money sum;
    if (decision.one_off && !was_given_before(view, person, decision, dates)) {
        sum += *decision.one_off;
    }
    if (decision.weekly) {
        sum += budget::weekly_sum_over(*decision.weekly, dates.from, dates);
    }
    return sum;
}

// The part of a rule that is the package's alone.
Result<budget::StreamRule> rule_of(const policy::Package& package, const policy::Stream& stream,
                                   const Period& dates, Date on) {
    budget::StreamRule rule;
    rule.id = stream.id;
    rule.name = stream.name;
    rule.restriction_rank = stream.restriction;
    rule.purposes = stream.purposes;
    rule.pays_revenue = stream.kind != policy::StreamKind::capital;
    rule.pays_capital = stream.kind != policy::StreamKind::revenue;
    rule.cash_allowed = stream.cash_allowed;
    rule.from = stream.from;
    rule.until = stream.until;
    if (!stream.minimum_from.empty()) {
        TRY(const policy::Parameter minimum, package.parameter(stream.minimum_weekly, on));
        TRY(const Money weekly, Money::from_decimal(minimum.value));
        rule.minimum_from = stream.minimum_from;
        rule.minimum = budget::weekly_sum_over(weekly, dates.from, dates);
    }
    return rule;
}

}  // namespace

Result<std::shared_ptr<const policy::Package>> package_of(const Shelf& shelf,
                                                          const people::Person& record) {
    const auto package = shelf.find(record.package);
    if (package == shelf.end()) {
        return Error{"casework.package_unknown",
                     "The rules \"" + record.package +
                         "\" of this record are not on the shelf. Ask the council."};
    }
    return package->second;
}

Result<std::shared_ptr<const policy::Package>> package_of(const Shelf& shelf, store::View& view,
                                                          PersonId person) {
    TRY(const people::Person record, store::load_person(view, person));
    return package_of(shelf, record);
}

Result<std::vector<budget::StreamRule>> rules_for_planning(const Shelf& shelf, store::View& view,
                                                           PersonId person, const Period& dates,
                                                           Date on, Sureness sureness) {
    TRY(const std::shared_ptr<const policy::Package> package, package_of(shelf, view, person));
    const std::vector<StreamDecision> decisions = store::load_decisions(view, person);
    std::vector<budget::StreamRule> rules;
    for (const policy::Stream& stream : package->all_streams()) {
        const bool exists_then = (!stream.from || *stream.from < dates.until) &&
                                 (!stream.until || dates.from < *stream.until);
        if (!exists_then) {
            continue;
        }
        TRY(budget::StreamRule rule, rule_of(*package, stream, dates, on));
        const StreamDecision* decision = decision_for(decisions, stream, sureness);
        rule.is_decided = decision != nullptr && decision->eligible;
        rule.available = rule.is_decided ? sum_for(view, person, *decision, dates) : Money();
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<std::vector<budget::StreamRule>> rules_for_ordering(const policy::Package& package,
                                                           store::View& view, PersonId person,
                                                           CouncilYear year, const Period& dates,
                                                           Date on) {
    const std::vector<ledger::Balance> balances = store::load_balances_of(view, person);
    std::vector<budget::StreamRule> rules;
    for (const policy::Stream& stream : package.all_streams()) {
        TRY(budget::StreamRule rule, rule_of(package, stream, dates, on));
        // All that was awarded was put in by the agreed plan, which met the minimum then.
        Money awarded;
        for (const ledger::Balance& balance : balances) {
            if (balance.account.stream == stream.id && balance.account.year == year) {
                awarded += balance.amount;
                if (balance.account.kind == ledger::AccountKind::available) {
                    rule.available += balance.amount;
                }
            }
        }
        rule.already_put_in = awarded;
        rule.is_decided = awarded.is_positive();
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<CouncilYear> year_for(store::View& view, PersonId person, const Period& dates) {
    const CouncilYear year = CouncilYear::of(dates.from);
    if (dates.until > year.period().until) {
        return Error{
            "budget.days_over_two_years",
            "Each year's support is paid from that year's money, and these days are in two "
            "years. Order until " +
                year.period().last_day().for_people() + " first, then order again from " +
                year.period().until.for_people() + " on."};
    }
    const std::optional<store::BudgetDates> budget =
        store::nearest_of(store::load_budget_dates_of(view, person), dates.from);
    if (budget && CouncilYear::of(budget->period.from) != year) {
        return Error{"budget.none_for_these_days",
                     "Your budget is for " + budget->period.from.for_people() + " to " +
                         budget->period.last_day().for_people() +
                         ". For days outside it a plan must be agreed first. Ask your worker."};
    }
    return budget ? budget->year : year;
}

}  // namespace casework
