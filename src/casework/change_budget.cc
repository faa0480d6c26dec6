#include "casework/change_budget.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "budget/share.h"
#include "casework/make_plan.h"
#include "casework/nominee_payee.h"
#include "casework/own_money.h"
#include "casework/sign_off.h"
#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

Error no_budget() {
    return {"budget.no_budget", "There is no budget to change. Agree a plan first."};
}

// The budget that a line belongs to: this year's, or one agreed for the next.
Result<budget::Budget> budget_of(const Desk& desk, store::View& view, PersonId person,
                                 PlanLineId line) {
    std::optional<budget::Budget> budget = store::find_budget_with(view, person, line);
    if (!budget) {
        // A line nobody knows is refused by the budget she lives with.
        budget = store::find_budget_of(view, person, desk.today);
    }
    if (!budget) {
        return no_budget();
    }
    return std::move(*budget);
}

// What comes back from a holder is hers to use another way, or goes back to its stream when
// everything ends.
enum class Recovered { stays_hers, goes_back };

// Turns what must move into an entry.
Result<ledger::Entry> entry_for(const budget::Movement& movement, Recovered recovered,
                                const ledger::Act& act) {
    switch (movement.step) {
        case budget::Step::hold:
            return ledger::hold(act, movement.portions);
        case budget::Step::release:
            return ledger::release(act, movement.portions);
        case budget::Step::pay:
            return ledger::settle(act, movement.holder, movement.portions);
        case budget::Step::recover:
            return recovered == Recovered::stays_hers
                       ? ledger::bring_back(act, movement.holder, movement.portions)
                       : ledger::recover(act, movement.holder, movement.portions);
        case budget::Step::undo_share:
            return ledger::net_contribution_undone(act, movement.portions);
    }
    CHECK(!"every step has an entry");
    return no_budget();
}

// Splits a recovery into what is still only owed (taken back as a promise and freed) and what was
// paid out.
struct Recovery {
    std::vector<ledger::Portion> unpaid;
    std::vector<ledger::Portion> paid;
};
Result<Recovery> split_recovery(store::View& view, PersonId person, CouncilYear year,
                                const budget::Movement& movement) {
    Recovery recovery;
    for (const ledger::Portion& portion : movement.portions) {
        const Money owed = store::load_balance(
            view, {AccountKind::owed, portion.stream, person, movement.holder, year});
        const Money in_run = store::load_balance(
            view, {AccountKind::clearing, portion.stream, person, movement.holder, year});
        const Money unpaid = std::min(owed, portion.amount);
        const Money paid = portion.amount - unpaid;
        const Money out = store::load_balance(
            view, {AccountKind::paid_to_holder, portion.stream, person, movement.holder, year});
        if (paid > out && in_run.is_positive()) {
            return Error{"casework.payment_on_its_way",
                         "A payment for days after the change is on its way to the bank. Change "
                         "this when the bank "
                         "has confirmed it, or choose a later day."};
        }
        if (unpaid.is_positive()) {
            recovery.unpaid.push_back({portion.stream, unpaid});
        }
        if (paid.is_positive()) {
            recovery.paid.push_back({portion.stream, paid});
        }
    }
    return recovery;
}

Outcome carry_out(Desk& desk, Acting& acting, PersonId person, const budget::Change& change,
                  Recovered recovered, const std::string& why) {
    const std::string version =
        std::to_string(store::load_versions(acting.tx, change.after.id).size() + 1);
    const CouncilYear year = store::year_of(acting.tx, change.after.id);
    for (std::size_t i = 0; i < change.movements.size(); ++i) {
        budget::Movement movement = change.movements[i];
        ledger::Act entry;
        entry.on = year.not_before(desk.today);
        entry.year = year;
        entry.recorded = desk.now;
        entry.person = person;
        entry.about = change.after.id.to_text();
        entry.line = movement.line;
        const std::string key = change.after.id.to_text() + ":" + version + ":" + std::to_string(i);
        if (movement.step == budget::Step::recover) {
            // What the old holder was owed and not yet sent is taken back and freed; only what was
            // really paid comes back from it.
            TRY(const Recovery recovery, split_recovery(acting.tx, person, year, movement));
            if (!recovery.unpaid.empty()) {
                entry.cause = "change_unsettle:" + key;
                TRY(const ledger::Entry back,
                    ledger::unsettle(entry, movement.holder, recovery.unpaid));
                entry.cause = "change_release:" + key;
                TRY(const ledger::Entry freed, ledger::release(entry, recovery.unpaid));
                TRY_DONE(store::append(acting.tx, back));
                TRY_DONE(store::append(acting.tx, freed));
            }
            if (recovery.paid.empty()) {
                continue;
            }
            movement.portions = recovery.paid;
        }
        entry.cause = (movement.step == budget::Step::pay ? "closing:" : "change:") + key;
        TRY(const ledger::Entry made, entry_for(movement, recovered, entry));
        TRY_DONE(store::append(acting.tx, made));
    }
    store::keep_version(acting.tx, change.after, desk.today, why);
    store::add_step(acting.tx, person, "budget_changed", desk.today, acting.by, {},
                    change.after.id.to_text());
    acting.about = change.after.id.to_text();
    return Done{};
}

using Changing = std::function<Result<budget::Change>(const budget::Budget&,
                                                      const std::vector<budget::PaidInAdvance>&)>;

Result<std::string> reason_of(const std::string& why) {
    TRY(std::string reason, base::plain_text(why, 500));
    if (reason.empty()) {
        return Error{"casework.reasons_missing", "Write why this changes."};
    }
    return reason;
}

Outcome change(Desk& desk, const Act& what, PersonId person, PlanLineId line,
               const std::string& why, const Changing& changing) {
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const std::string reason, reason_of(why));
        TRY(const budget::Budget budget, budget_of(desk, acting.tx, person, line));
        TRY(const budget::Change made,
            changing(budget, budget::paid_in_advance(store::load_entries_of(acting.tx, person))));
        return carry_out(desk, acting, person, made, Recovered::stays_hers, reason);
    });
}

}  // namespace

Outcome end_line(Desk& desk, PersonId person, PlanLineId line, Date until, const std::string& why) {
    return change(
        desk, {"end_line", Action::agree_plan, {.person = person}, "Ended a line of the budget"},
        person, line, why,
        [&](const budget::Budget& budget, const std::vector<budget::PaidInAdvance>& paid) {
            return budget::end_line(budget, line, until, why, paid);
        });
}

Outcome end_budget(Desk& desk, PersonId person, Date until, const std::string& why) {
    const Act what{"end_budget", Action::close_record, {.person = person}, "Ended the budget"};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const std::string reason, reason_of(why));
        std::vector<budget::Budget> budgets = store::load_budgets_of(acting.tx, person);
        std::optional<budget::Budget> lived_with =
            store::find_budget_of(acting.tx, person, desk.today);
        if (!lived_with) {
            return no_budget();
        }
        std::erase_if(budgets, [&](const budget::Budget& budget) {
            return budget.id != lived_with->id && !goes_on_after(budget, until);
        });
        for (const budget::Budget& budget : budgets) {
            TRY(const budget::Change made,
                budget::end_budget(
                    budget, until, reason,
                    budget::paid_in_advance(store::load_entries_of(acting.tx, person))));
            TRY_DONE(carry_out(desk, acting, person, made, Recovered::goes_back, reason));
        }
        return Done{};
    });
}

bool goes_on_after(const budget::Budget& budget, Date until) {
    return budget.period.until > until && !budget.lines.empty();
}

namespace {

using Paid = std::vector<budget::PaidInAdvance>;

// A line's next terms, from a day on, as budget::change_line asks them.
Result<budget::Change> with_terms(const budget::Budget& budget, PlanLineId line, Date from,
                                  const LineTerms& terms, PlanLineId new_line,
                                  const std::vector<budget::StreamRule>& rules,
                                  const std::string& why, const Paid& paid) {
    budget::PlanLine next;
    if (const budget::BudgetLine* old = budget.find(line)) {
        next = old->plan;
    }
    next.id = new_line;
    next.price = terms.price;
    next.own = terms.own;
    next.frequency = terms.frequency;
    return budget::change_line(budget, line, from, next, rules, why, paid);
}

// Makes the change under the next terms, and holds what she adds herself to the rules of a plan.
Result<budget::Change> allowed_terms(const Desk& desk, store::View& view,
                                     const budget::Budget& budget, PlanLineId line, Date from,
                                     const LineTerms& terms, PlanLineId new_line,
                                     const std::vector<budget::StreamRule>& rules,
                                     const std::string& why, const Paid& paid) {
    TRY(budget::Change made, with_terms(budget, line, from, terms, new_line, rules, why, paid));
    const budget::BudgetLine* next = made.after.find(new_line);
    if (next == nullptr || terms.own.is_zero()) {
        return made;
    }
    TRY(const std::shared_ptr<const policy::Package> package,
        package_of(desk.shelf, view, budget.person));
    TRY_DONE(check_own_allowed(desk, *package, next->plan, next->portions, rules));
    // The least with which the funds pay the rest; `enough` always does.
    std::int64_t low = 0;
    std::int64_t enough = terms.own.in_pence();
    while (low < enough) {
        LineTerms less = terms;
        less.own = Money::pence(low + (enough - low) / 2);
        if (with_terms(budget, line, from, less, new_line, rules, why, paid)) {
            enough = less.own.in_pence();
        } else {
            low = less.own.in_pence() + 1;
        }
    }
    if (enough < terms.own.in_pence()) {
        return Error{"budget.own_part_not_needed",
                     "The funds can pay more of this. " + Money::pence(enough).for_people() +
                         " of own money for each is enough, and not " + terms.own.for_people() +
                         ". Nobody should pay for what was promised."};
    }
    return made;
}

// What the streams must give more than they gave for a budget. What earlier changes freed is used
// first: it was never taken from her.
std::vector<ledger::Portion> to_award(store::View& view, const budget::Budget& after) {
    std::vector<ledger::Portion> given;
    for (const ledger::Entry& entry : store::load_entries_of(view, after.person)) {
        const bool is_award = entry.kind() == ledger::EntryKind::award ||
                              entry.kind() == ledger::EntryKind::award_cut;
        if (!is_award || entry.facts().about != after.id.to_text()) {
            continue;
        }
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == AccountKind::available) {
                ledger::add_to(given, {{posting.account.stream, posting.amount}});
            }
        }
    }
    return budget::above_nought(budget::difference(after.by_stream(), given));
}

Result<ChangePreview> preview(
    Desk& desk, PersonId person, PlanLineId line,
    const std::function<Result<budget::Change>(store::View&, const budget::Budget&, const Paid&)>&
        changing) {
    return look(
        desk, person, Action::see_record, "budget",
        [&](store::Snapshot& snapshot) -> Result<ChangePreview> {
            ChangePreview made;
            TRY(const budget::Budget budget, budget_of(desk, snapshot, person, line));
            TRY(made.change,
                changing(snapshot, budget,
                         budget::paid_in_advance(store::load_entries_of(snapshot, person))));
            made.line = *budget.find(line);
            made.to_award = to_award(snapshot, made.change.after);
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, snapshot, person));
            for (const policy::Stream& stream : package->all_streams()) {
                made.stream_names.emplace_back(stream.id, stream.name);
            }
            return made;
        });
}

}  // namespace

namespace {

// A stream may forbid that its money is held as cash; a holder is a provider or was named by her.
Outcome may_hold(const Desk& desk, store::View& view, PersonId person,
                 const budget::BudgetLine& line, const NewHolding& wanted) {
    TRY(const std::shared_ptr<const policy::Package> package, package_of(desk.shelf, view, person));
    for (const ledger::Portion& portion : line.portions) {
        const policy::Stream* stream = package->stream(portion.stream);
        if (stream != nullptr && budget::is_cash(wanted.holding) && !stream->cash_allowed) {
            return Error{"budget.no_cash",
                         stream->name +
                             " pays for this, and its money may not be held as cash. "
                             "Choose another way of holding it."};
        }
    }
    if (!wanted.holder) {
        return Done{};
    }
    const std::optional<store::Payee> payee = store::find_payee(view, *wanted.holder);
    // A direct payment goes to her own account or to her nominee's, and to nobody else.
    const bool is_direct = wanted.holding == budget::Holding::direct_payment;
    const bool takes_direct = payee && (payee->kind == "person" || payee->relationship);
    if (!payee || is_direct != takes_direct ||
        (payee->kind != "provider" && payee->person != person)) {
        return Error{"casework.holder_unknown", "Choose who holds the money from the list."};
    }
    return check_nominee(view, payee->id, desk.today);
}

budget::BudgetLine* find_line(budget::Budget& budget, PlanLineId id) {
    const auto found =
        std::find_if(budget.lines.begin(), budget.lines.end(),
                     [&](const budget::BudgetLine& line) { return line.plan.id == id; });
    return found == budget.lines.end() ? nullptr : &*found;
}

// Orders draw the most restricted stream first, so what is free when a line leaves the council need
// not be its streams' shares of the days to come. Then those days are paid from what is free, and
// the days before keep the rest of the line.
Outcome pay_from_what_is_free(const Desk& desk, store::View& view, PersonId person,
                              const budget::Budget& before, const budget::BudgetLine& old,
                              PlanLineId new_line, budget::Change& change) {
    budget::BudgetLine* goes_on = find_line(change.after, new_line);
    budget::BudgetLine* keeps = find_line(change.after, old.plan.id);
    if (goes_on == nullptr || keeps == nullptr) {
        return Done{};
    }
    TRY(const std::shared_ptr<const policy::Package> package, package_of(desk.shelf, view, person));
    TRY(const std::vector<budget::StreamRule> rules,
        rules_for_ordering(*package, view, person, store::year_of(view, before.id),
                           goes_on->plan.dates, desk.today));
    const bool is_free = std::all_of(
        goes_on->portions.begin(), goes_on->portions.end(), [&](const ledger::Portion& portion) {
            return std::any_of(rules.begin(), rules.end(), [&](const budget::StreamRule& rule) {
                return rule.id == portion.stream && portion.amount <= rule.available;
            });
        });
    if (is_free) {
        return Done{};
    }
    TRY(std::vector<budget::NeedSplit> found,
        budget::draw_down_in_full(rules, {budget::need_of(goes_on->plan)}));
    const std::vector<ledger::Portion> rest =
        budget::difference(old.portions, found.front().portions);
    if (rest != budget::above_nought(rest)) {
        return Done{};  // the line never had so much of a stream: the ledger says what is missing
    }
    goes_on->portions = std::move(found.front().portions);
    keeps->portions = rest;
    for (budget::BudgetLine* line : {goes_on, keeps}) {
        line->split.clear();
        line->split_from.reset();
    }
    for (budget::Movement& movement : change.movements) {
        if (movement.step == budget::Step::hold) {
            movement.portions = goes_on->portions;
        }
    }
    change.deltas = budget::deltas(before, change.after, "The money is held another way.");
    return Done{};
}

Result<budget::Change> held_another_way(const Desk& desk, store::View& view, PersonId person,
                                        const budget::Budget& budget, PlanLineId line,
                                        const NewHolding& wanted, PlanLineId new_line) {
    if (const budget::BudgetLine* old = budget.find(line)) {
        TRY_DONE(may_hold(desk, view, person, *old, wanted));
    }
    TRY(budget::Change change,
        budget::change_holding(budget, line, wanted.cut, wanted.holding, wanted.holder, new_line,
                               budget::paid_in_advance(store::load_entries_of(view, person))));
    const budget::BudgetLine* old = budget.find(line);
    if (old->plan.holding == budget::Holding::council_managed) {
        TRY_DONE(pay_from_what_is_free(desk, view, person, budget, *old, new_line, change));
    }
    return change;
}

// How the money is held from then on; a nominee by name.
std::string held_by(store::View& view, const NewHolding& wanted) {
    const std::optional<store::Payee> payee =
        wanted.holder ? store::find_payee(view, *wanted.holder) : std::nullopt;
    return payee && payee->relationship ? paid_to_nominee(payee->name, payee->ended_on)
                                        : std::string(budget::words(wanted.holding));
}

bool needs_account(const NewHolding& wanted) {
    return wanted.holding == budget::Holding::direct_payment && !wanted.holder;
}

}  // namespace

Result<ChangePreview> preview_holding(Desk& desk, PersonId person, PlanLineId line,
                                      const NewHolding& wanted) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    const PayeeId not_made_yet = desk.new_id<PayeeId>();
    return preview(desk, person, line,
                   [&](store::View& view, const budget::Budget& budget,
                       const Paid& paid) -> Result<budget::Change> {
                       NewHolding found = wanted;
                       if (needs_account(wanted)) {
                           const auto own =
                               wanted.nominee ? store::find_payee_of_nominee(view, *wanted.nominee)
                                              : store::find_payee_of_person(view, person);
                           if (!own) {
                               // The account is made with the change; until then it has only a
                               // number.
                               if (const budget::BudgetLine* old = budget.find(line)) {
                                   TRY_DONE(may_hold(desk, view, person, *old, wanted));
                               }
                               return budget::change_holding(budget, line, wanted.cut,
                                                             wanted.holding, not_made_yet, new_line,
                                                             paid);
                           }
                           found.holder = own->id;
                       }
                       return held_another_way(desk, view, person, budget, line, found, new_line);
                   });
}

Outcome change_holding(Desk& desk, PersonId person, PlanLineId line, Date cut,
                       budget::Holding holding, std::optional<PayeeId> holder,
                       const std::string& why, std::optional<RelationshipId> nominee) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    NewHolding wanted{cut, holding, holder, nominee};
    return act(
        desk,
        {"change_holding", Action::agree_plan, {.person = person}, "Changed who holds the money"},
        [&](Acting& acting) -> Outcome {
            TRY(const std::string reason, base::plain_text(why, 500));
            TRY(const budget::Budget budget, budget_of(desk, acting.tx, person, line));
            if (needs_account(wanted)) {
                TRY(wanted.holder, account_of_direct_payment(desk, acting, person, wanted.nominee));
            }
            TRY(const budget::Change made,
                held_another_way(desk, acting.tx, person, budget, line, wanted, new_line));
            return carry_out(desk, acting, person, made, Recovered::stays_hers,
                             "From " + cut.for_people() + ": " + held_by(acting.tx, wanted) + "." +
                                 (reason.empty() ? "" : " " + reason));
        });
}

Outcome change_line(Desk& desk, PersonId person, PlanLineId line, Date from, const LineTerms& terms,
                    const std::string& why) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    const Act what{
        "change_line", Action::agree_plan, {.person = person}, "Changed a line of the budget"};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const std::string reason, reason_of(why));
        TRY(const budget::Budget budget, budget_of(desk, acting.tx, person, line));
        TRY(const std::vector<budget::StreamRule> rules,
            rules_for_planning(desk.shelf, acting.tx, person, budget.period, desk.today,
                               Sureness::agreed));
        TRY(const budget::Change made,
            allowed_terms(desk, acting.tx, budget, line, from, terms, new_line, rules, reason,
                          budget::paid_in_advance(store::load_entries_of(acting.tx, person))));
        TRY_DONE(check_sign_off(acting, budget.period, made.after.total(), rules));
        TRY(const std::shared_ptr<const policy::Package> package,
            package_of(desk.shelf, acting.tx, person));
        agree_council_sums(desk, acting, *package, person, reason);
        const std::string version =
            std::to_string(store::load_versions(acting.tx, budget.id).size() + 1);
        for (const ledger::Portion& portion : to_award(acting.tx, made.after)) {
            ledger::Act entry;
            entry.year = store::year_of(acting.tx, budget.id);
            entry.on = entry.year.not_before(desk.today);
            entry.recorded = desk.now;
            entry.person = person;
            entry.about = budget.id.to_text();
            entry.cause = "award:" + budget.id.to_text() + ":" + version + ":" + portion.stream;
            TRY(const ledger::Entry award, ledger::award(entry, portion.stream, portion.amount));
            const Outcome awarded = store::append(acting.tx, award);
            if (!awarded && awarded.error().code == "ledger.not_enough") {
                return no_cash_limit(rules, portion);
            }
            TRY_DONE(awarded);
        }
        return carry_out(desk, acting, person, made, Recovered::stays_hers, reason);
    });
}

Result<ChangePreview> preview_change_line(Desk& desk, PersonId person, PlanLineId line, Date from,
                                          const LineTerms& terms) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    return preview(desk, person, line,
                   [&](store::View& view, const budget::Budget& budget,
                       const Paid& paid) -> Result<budget::Change> {
                       TRY(const std::vector<budget::StreamRule> rules,
                           rules_for_planning(desk.shelf, view, person, budget.period, desk.today,
                                              Sureness::agreed));
                       return allowed_terms(desk, view, budget, line, from, terms, new_line, rules,
                                            "", paid);
                   });
}

Outcome start_line_later(Desk& desk, PersonId person, PlanLineId line, Date from,
                         const std::string& why) {
    return change(desk,
                  {"start_line_later",
                   Action::agree_plan,
                   {.person = person},
                   "A line of the budget starts later"},
                  person, line, why, [&](const budget::Budget& budget, const Paid& paid) {
                      return budget::start_line_later(budget, line, from, why, paid);
                  });
}

Result<ChangePreview> preview_start_later(Desk& desk, PersonId person, PlanLineId line, Date from) {
    return preview(desk, person, line,
                   [&](store::View&, const budget::Budget& budget, const Paid& paid) {
                       return budget::start_line_later(budget, line, from, "", paid);
                   });
}

Result<ChangePreview> preview_end_line(Desk& desk, PersonId person, PlanLineId line, Date until) {
    return preview(desk, person, line,
                   [&](store::View&, const budget::Budget& budget, const Paid& paid) {
                       return budget::end_line(budget, line, until, "", paid);
                   });
}

Outcome set_contribution(Desk& desk, PersonId person, const StreamId& stream,
                         const budget::ContributionTerm& term, const std::string& why) {
    return act(
        desk,
        {"set_contribution", Action::set_contribution, {.person = person}, "Set the contribution"},
        [&](Acting& acting) -> Outcome {
            TRY(const std::string reason, base::plain_text(why, 1000));
            if (reason.empty()) {
                return Error{"casework.reasons_missing", "Write how the contribution came about."};
            }
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, acting.tx, person));
            if (package->stream(stream) == nullptr) {
                return Error{"casework.stream_unknown",
                             "This stream is not in the rules of the record."};
            }
            TRY_DONE(budget::with_term(store::load_terms(acting.tx, person, stream), term));
            store::keep_term(acting.tx, person, stream, term, desk.today, acting.who.name, reason);
            store::add_step(acting.tx, person, "contribution_set", desk.today, acting.by, stream);
            return Done{};
        });
}

}  // namespace casework
