#include "casework/agree_budget.h"

#include "base/text.h"
#include "budget/budget.h"
#include "casework/nominee_payee.h"
#include "casework/own_money.h"
#include "casework/sign_off.h"
#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

Result<store::KeptPlan> plan_of(store::View& view, PersonId person, PlanId id) {
    std::optional<store::KeptPlan> kept = store::find_plan(view, id);
    if (!kept || kept->plan.person != person) {
        return Error{"budget.plan_unknown",
                     "This plan does not exist any more. Go back to the list of plans."};
    }
    return std::move(*kept);
}

Result<std::string> reasons_of(const std::string& text) {
    TRY(std::string plain, base::plain_text(text, 2000));
    if (plain.empty()) {
        return Error{"casework.reasons_missing", "Write your reasons. The person will read them."};
    }
    return plain;
}

// Whoever is to be paid in advance can be paid today.
Outcome check_holders(const Desk& desk, store::View& view, const budget::SupportPlan& plan) {
    for (const budget::PlanLine& line : plan.lines) {
        if (line.holder) {
            TRY_DONE(check_nominee(view, *line.holder, desk.today));
        }
    }
    return Done{};
}

// Said to the person: the plan stands, only the owner's money is not written down yet.
Error no_money_yet(const std::vector<budget::StreamRule>& rules, const StreamId& stream,
                   CouncilYear year) {
    std::string name = stream;
    for (const budget::StreamRule& rule : rules) {
        name = rule.id == stream ? rule.name : name;
    }
    return Error{"ledger.not_enough",
                 "The council does not have enough money from " + name + " for " +
                     year.for_people() +
                     " yet. Your plan is safe and nothing was changed. Ask your worker, and accept "
                     "the plan when the money is there."};
}

}  // namespace

Outcome return_plan(Desk& desk, PersonId person, PlanId id, const std::string& reasons) {
    return act(
        desk,
        {"return_plan", Action::agree_plan, {.person = person}, "Sent the plan back with reasons"},
        [&](Acting& acting) -> Outcome {
            TRY(const std::string why, reasons_of(reasons));
            TRY(store::KeptPlan kept, plan_of(acting.tx, person, id));
            TRY(const budget::SupportPlan returned,
                budget::become(std::move(kept.plan), budget::PlanStatus::returned));
            store::keep(acting.tx, returned, why);
            store::add_step(acting.tx, person, "plan_returned", desk.today, acting.by, {},
                            id.to_text());
            acting.about = id.to_text();
            return Done{};
        });
}

Outcome agree_plan(Desk& desk, PersonId person, PlanId id, const std::string& reasons) {
    return act(desk, {"agree_plan", Action::agree_plan, {.person = person}, "Agreed the plan"},
               [&](Acting& acting) -> Outcome {
                   TRY(const std::string why, reasons_of(reasons));
                   TRY(store::KeptPlan kept, plan_of(acting.tx, person, id));
                   TRY(const std::vector<budget::StreamRule> rules,
                       rules_for_planning(desk.shelf, acting.tx, person, kept.plan.period,
                                          desk.today, Sureness::agreed));
                   TRY(const std::shared_ptr<const policy::Package> package,
                       package_of(desk.shelf, acting.tx, person));
                   TRY_DONE(check_holders(desk, acting.tx, kept.plan));
                   TRY_DONE(check_own_parts(desk, *package, kept.plan, rules));
                   TRY_DONE(check_sign_off(acting, kept.plan.period, kept.plan.funded(), rules));
                   TRY(const budget::SupportPlan agreed,
                       budget::become(std::move(kept.plan), budget::PlanStatus::agreed));
                   agree_council_sums(desk, acting, *package, person, why);
                   store::keep(acting.tx, agreed, why);
                   store::add_step(acting.tx, person, "plan_agreed", desk.today, acting.by, {},
                                   id.to_text());
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<BudgetId> accept_plan(Desk& desk, PersonId person, PlanId id) {
    const BudgetId budget_id = desk.new_id<BudgetId>();
    return act(
        desk,
        {"accept_plan",
         Action::accept_plan,
         {.person = person},
         "Accepted the plan: the budget begins"},
        [&](Acting& acting) -> Result<BudgetId> {
            TRY(store::KeptPlan kept, plan_of(acting.tx, person, id));
            if (kept.plan.status != budget::PlanStatus::agreed) {
                return Error{"budget.plan_not_agreed", "The council has not agreed this plan yet."};
            }
            TRY_DONE(check_holders(desk, acting.tx, kept.plan));
            TRY(const budget::SupportPlan accepted,
                budget::become(std::move(kept.plan), budget::PlanStatus::accepted));
            TRY(const std::vector<budget::StreamRule> rules,
                rules_for_planning(desk.shelf, acting.tx, person, accepted.period, desk.today,
                                   Sureness::accepted));
            ledger::Act entry;
            entry.year = CouncilYear::of(accepted.period.from);
            entry.on = entry.year.not_before(desk.today);
            entry.recorded = desk.now;
            entry.person = person;
            entry.about = budget_id.to_text();
            TRY(const budget::Agreement agreement,
                budget::agree(budget_id, accepted, rules, entry));
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, acting.tx, person));
            for (const budget::BudgetLine& line : agreement.budget.lines) {
                TRY_DONE(check_own_allowed(desk, *package, line.plan, line.portions, rules));
            }
            for (const ledger::Portion& portion : agreement.budget.by_stream()) {
                entry.cause = "award:" + budget_id.to_text() + ":" + portion.stream;
                TRY(const ledger::Entry award,
                    ledger::award(entry, portion.stream, portion.amount));
                const Outcome awarded = store::append(acting.tx, award);
                if (!awarded && awarded.error().code == "ledger.not_enough") {
                    return no_money_yet(rules, portion.stream, entry.year);
                }
                TRY_DONE(awarded);
            }
            TRY_DONE(store::append(acting.tx, agreement.entries));
            store::keep(acting.tx, accepted, kept.reasons);
            store::keep_version(acting.tx, agreement.budget, desk.today,
                                "The plan was agreed and accepted.");
            store::add_step(acting.tx, person, "budget_began", desk.today, acting.by, {},
                            budget_id.to_text());
            return budget_id;
        });
}

}  // namespace casework
