#include "casework/make_plan.h"

#include <algorithm>

#include "base/text.h"
#include "casework/nominee_payee.h"
#include "casework/offer_terms.h"
#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

constexpr std::size_t words_max = 500;

Error plan_unknown() {
    return {"budget.plan_unknown", "This plan does not exist any more. Go back to your plans."};
}

Result<store::KeptPlan> plan_of(store::View& view, PersonId person, PlanId id) {
    std::optional<store::KeptPlan> kept = store::find_plan(view, id);
    if (!kept || kept->plan.person != person) {
        return plan_unknown();
    }
    return std::move(*kept);
}

// A plan that was returned is written on like a draft.
Result<store::KeptPlan> draft_of(store::View& view, PersonId person, PlanId id) {
    TRY(store::KeptPlan kept, plan_of(view, person, id));
    if (kept.plan.status != budget::PlanStatus::draft &&
        kept.plan.status != budget::PlanStatus::returned) {
        return Error{"budget.plan_not_draft",
                     "This plan was already sent. Ask your worker to send it back if you want to "
                     "change it."};
    }
    return kept;
}

// The line that a draft says. Whose account a direct payment goes to is found by who keeps it.
Result<budget::PlanLine> line_of(const Desk& desk, store::View& view, const PlanLineDraft& draft) {
    budget::PlanLine line;
    line.outcome = draft.outcome;
    line.purpose = draft.purpose;
    line.spending = draft.spending;
    line.unit = draft.unit;
    line.frequency = draft.frequency;
    line.price = draft.price;
    line.own = draft.own;
    line.dates = draft.dates;
    line.anchor = draft.dates.from;
    line.holding = draft.holding;
    line.holder = draft.holder;
    TRY(line.what, base::plain_text(draft.what, words_max));
    if (draft.offer) {
        const std::optional<market::Offer> offer = offer_on(view, *draft.offer, desk.today);
        if (!offer || !offer->is_open_on(desk.today)) {
            return Error{"market.offer_unknown",
                         "This offer is not there any more. Choose another one."};
        }
        line.offer = offer->id;
        line.provider = offer->provider;
        line.purpose = offer->purpose;
        line.spending = offer->spending;
        line.unit = offer->unit;
        line.price = offer->price;
        line.what = line.what.empty() ? offer->what : line.what;
    }
    return line;
}

// Puts a line into a plan: at the end, or in the place of the one with its id.
void put_line(budget::SupportPlan& plan, budget::PlanLine line) {
    if (line.outcome && *line.outcome >= plan.outcomes.size()) {
        line.outcome.reset();
    }
    const auto place = std::find_if(plan.lines.begin(), plan.lines.end(),
                                    [&](const budget::PlanLine& l) { return l.id == line.id; });
    if (place == plan.lines.end()) {
        plan.lines.push_back(std::move(line));
    } else {
        *place = std::move(line);
    }
}

}  // namespace

Result<PlanId> start_plan(Desk& desk, PersonId person, const Period& period) {
    const PlanId id = desk.new_id<PlanId>();
    return act(desk, {"start_plan", Action::make_plan, {.person = person}, "Started a plan"},
               [&](Acting& acting) -> Result<PlanId> {
                   TRY(const people::Person record, store::load_person(acting.tx, person));
                   if (!record.is_open_on(desk.today)) {
                       return Error{"casework.record_closed",
                                    "This record is closed. Nothing new can begin on it."};
                   }
                   const Period year = CouncilYear::of(period.from).period();
                   if (period.until > year.until) {
                       return Error{"budget.days_over_two_years",
                                    "A plan is for days until " + year.last_day().for_people() +
                                        ", when the council's year ends. Write another plan for "
                                        "the days after it."};
                   }
                   for (const store::KeptPlan& kept : store::load_plans_of(acting.tx, person)) {
                       if (kept.plan.status == budget::PlanStatus::draft ||
                           kept.plan.status == budget::PlanStatus::returned) {
                           return Error{
                               "budget.plan_open",
                               "There is a plan you have not sent yet. Go on with that one."};
                       }
                   }
                   budget::SupportPlan plan;
                   plan.id = id;
                   plan.person = person;
                   plan.period = period;
                   store::keep(acting.tx, plan, "");
                   store::add_step(acting.tx, person, "plan_started", desk.today, acting.by, {},
                                   id.to_text());
                   return id;
               });
}

Outcome save_outcomes(Desk& desk, PersonId person, PlanId id,
                      const std::vector<std::string>& words) {
    return act(
        desk,
        {"save_outcomes", Action::make_plan, {.person = person}, "Wrote what the plan is for"},
        [&](Acting& acting) -> Outcome {
            TRY(store::KeptPlan kept, draft_of(acting.tx, person, id));
            kept.plan.outcomes.clear();
            for (const std::string& each : words) {
                TRY(const std::string plain, base::plain_text(each, words_max));
                if (!plain.empty()) {
                    kept.plan.outcomes.push_back({plain});
                }
            }
            for (budget::PlanLine& line : kept.plan.lines) {
                if (line.outcome && *line.outcome >= kept.plan.outcomes.size()) {
                    line.outcome.reset();
                }
            }
            store::keep(acting.tx, kept.plan, kept.reasons);
            acting.about = id.to_text();
            return Done{};
        });
}

Result<PlanLineId> save_line(Desk& desk, PersonId person, PlanId id, const PlanLineDraft& draft,
                             std::optional<PlanLineId> replaces) {
    const PlanLineId line_id = replaces.value_or(desk.new_id<PlanLineId>());
    return act(
        desk, {"save_line", Action::make_plan, {.person = person}, "Wrote a line of the plan"},
        [&](Acting& acting) -> Result<PlanLineId> {
            TRY(store::KeptPlan kept, draft_of(acting.tx, person, id));
            TRY(budget::PlanLine line, line_of(desk, acting.tx, draft));
            line.id = line_id;
            if (line.holding == budget::Holding::direct_payment && !line.holder) {
                TRY(line.holder, account_of_direct_payment(desk, acting, person, draft.nominee));
            }
            TRY_DONE(budget::check_line(line, kept.plan.period));
            put_line(kept.plan, std::move(line));
            store::keep(acting.tx, kept.plan, kept.reasons);
            return line_id;
        });
}

Outcome remove_line(Desk& desk, PersonId person, PlanId id, PlanLineId line) {
    return act(
        desk, {"remove_line", Action::make_plan, {.person = person}, "Took a line out of the plan"},
        [&](Acting& acting) -> Outcome {
            TRY(store::KeptPlan kept, draft_of(acting.tx, person, id));
            const std::size_t removed = std::erase_if(
                kept.plan.lines, [&](const budget::PlanLine& l) { return l.id == line; });
            if (removed == 0) {
                return Error{"budget.line_unknown", "This line is not in the plan any more."};
            }
            store::keep(acting.tx, kept.plan, kept.reasons);
            acting.about = line.to_text();
            return Done{};
        });
}

Outcome send_plan(Desk& desk, PersonId person, PlanId id) {
    return act(desk,
               {"send_plan", Action::make_plan, {.person = person}, "Sent the plan to the council"},
               [&](Acting& acting) -> Outcome {
                   TRY(store::KeptPlan kept, plan_of(acting.tx, person, id));
                   TRY(const budget::SupportPlan sent,
                       budget::become(std::move(kept.plan), budget::PlanStatus::sent));
                   store::keep(acting.tx, sent, kept.reasons);
                   store::add_step(acting.tx, person, "plan_sent", desk.today, acting.by, {},
                                   id.to_text());
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<PayeeId> add_holder(Desk& desk, PersonId person, const std::string& name) {
    const PayeeId id = desk.new_id<PayeeId>();
    return act(
        desk, {"add_holder", Action::make_plan, {.person = person}, "Named somebody to hold money"},
        [&](Acting& acting) -> Result<PayeeId> {
            TRY(const std::string plain, base::plain_text(name, 100));
            if (plain.empty()) {
                return Error{"budget.holder_missing", "Say who would hold the money."};
            }
            store::keep(acting.tx, store::Payee{id, "holder", plain, person, {}});
            return id;
        });
}

Result<PayeeId> own_account(Desk& desk, Acting& acting, PersonId person, const std::string& name) {
    if (const std::optional<store::Payee> payee = store::find_payee_of_person(acting.tx, person)) {
        return payee->id;
    }
    const PayeeId id = desk.new_id<PayeeId>();
    store::keep(acting.tx, store::Payee{id, "person", name, person, {}});
    return id;
}

Result<PayeeId> account_of_direct_payment(Desk& desk, Acting& acting, PersonId person,
                                          std::optional<RelationshipId> nominee) {
    if (nominee) {
        return nominee_account(desk, acting, person, *nominee);
    }
    TRY(const people::Person record, store::load_person(acting.tx, person));
    return own_account(desk, acting, person, record.name);
}

namespace {

std::vector<MissingLimit> limits_missing(store::View& view, const policy::Package& package,
                                         const std::vector<ledger::Portion>& needed,
                                         CouncilYear year) {
    std::vector<MissingLimit> missing;
    for (const ledger::Portion& portion : needed) {
        const policy::Stream* stream = package.stream(portion.stream);
        const Money there =
            store::load_balance(view, {ledger::AccountKind::pool, portion.stream, {}, {}, year});
        if (stream != nullptr && there < portion.amount) {
            missing.push_back({stream->name, stream->owner, portion.amount, there});
        }
    }
    return missing;
}

Result<CostedPlan> costed_of(const Desk& desk, store::View& view, PersonId person,
                             store::KeptPlan kept) {
    CostedPlan costed;
    TRY(costed.streams, rules_for_planning(desk.shelf, view, person, kept.plan.period, desk.today,
                                           Sureness::indicative));
    TRY(costed.split, budget::draw_down(costed.streams, budget::needs_of(kept.plan)));
    for (const budget::StreamRule& stream : costed.streams) {
        costed.decided_total += stream.available;
    }
    if (kept.plan.status != budget::PlanStatus::accepted) {
        TRY(const std::shared_ptr<const policy::Package> package,
            package_of(desk.shelf, view, person));
        costed.not_put_in = limits_missing(view, *package, costed.split.by_stream(),
                                           CouncilYear::of(kept.plan.period.from));
        TRY(costed.own_parts, own_parts_of(desk, *package, kept.plan, costed.streams));
    }
    for (const budget::PlanLine& line : kept.plan.lines) {
        if (const auto payee = line.holder ? store::find_payee(view, *line.holder) : std::nullopt) {
            costed.holders.emplace_back(payee->id, *payee);
        }
    }
    costed.plan = std::move(kept.plan);
    costed.reasons = std::move(kept.reasons);
    return costed;
}

}  // namespace

Result<CostedPlan> cost_plan(Desk& desk, PersonId person, PlanId id) {
    return look(desk, person, Action::see_record, "plan",
                [&](store::Snapshot& snapshot) -> Result<CostedPlan> {
                    TRY(store::KeptPlan kept, plan_of(snapshot, person, id));
                    return costed_of(desk, snapshot, person, std::move(kept));
                });
}

Result<LineCost> cost_line(Desk& desk, PersonId person, PlanId id, const PlanLineDraft& draft,
                           std::optional<PlanLineId> replaces) {
    const PlanLineId line_id = replaces.value_or(desk.new_id<PlanLineId>());
    const PayeeId anybody = desk.new_id<PayeeId>();
    return look(desk, person, Action::make_plan, "plan",
                [&](store::Snapshot& snapshot) -> Result<LineCost> {
                    TRY(store::KeptPlan kept, draft_of(snapshot, person, id));
                    LineCost cost;
                    TRY(cost.line, line_of(desk, snapshot, draft));
                    cost.line.id = line_id;
                    // Who holds it may be named when the line is saved: no sum hangs on it.
                    if (budget::is_paid_in_advance(cost.line.holding) && !cost.line.holder) {
                        cost.line.holder = anybody;
                    }
                    TRY_DONE(budget::check_line(cost.line, kept.plan.period));
                    put_line(kept.plan, cost.line);
                    TRY(cost.plan, costed_of(desk, snapshot, person, std::move(kept)));
                    return cost;
                });
}

Result<std::vector<budget::SupportPlan>> plans_of(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "plan",
                [&](store::Snapshot& snapshot) -> Result<std::vector<budget::SupportPlan>> {
                    std::vector<budget::SupportPlan> plans;
                    for (store::KeptPlan& kept : store::load_plans_of(snapshot, person)) {
                        plans.push_back(std::move(kept.plan));
                    }
                    return plans;
                });
}

}  // namespace casework
