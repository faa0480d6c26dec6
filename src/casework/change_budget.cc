#include "casework/change_budget.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"
#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

Error no_budget() {
    return {"budget.no_budget", "There is no budget to change. Agree a plan first."};
}

Result<budget::Budget> budget_of(store::View& view, PersonId person) {
    std::optional<budget::Budget> budget = store::find_budget_of(view, person);
    if (!budget) {
        return no_budget();
    }
    return std::move(*budget);
}

void add(std::vector<ledger::Portion>& portions, const StreamId& stream, Money amount) {
    for (ledger::Portion& portion : portions) {
        if (portion.stream == stream) {
            portion.amount += amount;
            return;
        }
    }
    portions.push_back({stream, amount});
}

// What each holder was paid, or is owed, for each line, before her contribution.
std::vector<budget::PaidInAdvance> paid_in_advance(const std::vector<ledger::Entry>& entries) {
    std::vector<budget::PaidInAdvance> paid;
    const auto of = [&](PlanLineId line, PayeeId holder) -> budget::PaidInAdvance& {
        for (budget::PaidInAdvance& each : paid) {
            if (each.line == line && each.holder == holder) {
                return each;
            }
        }
        paid.push_back({line, holder, {}});
        return paid.back();
    };
    std::map<PlanLineId, PayeeId> last_holder;
    for (const ledger::Entry& entry : entries) {
        const bool instalment =
            entry.cause().starts_with("instalment:") || entry.cause().starts_with("closing:");
        if (instalment && entry.facts().line) {
            for (const ledger::Posting& posting : entry.postings()) {
                if (posting.account.kind == AccountKind::owed) {
                    add(of(*entry.facts().line, posting.account.payee).gross,
                        posting.account.stream, posting.amount);
                    last_holder[*entry.facts().line] = posting.account.payee;
                }
            }
        } else if (entry.kind() == ledger::EntryKind::net_contribution && entry.facts().line &&
                   last_holder.contains(*entry.facts().line)) {
            // Her share of an instalment went back to the stream: paid for these days all the same.
            budget::PaidInAdvance& each = of(*entry.facts().line, last_holder[*entry.facts().line]);
            for (const ledger::Posting& posting : entry.postings()) {
                if (posting.account.kind == AccountKind::held) {
                    add(each.gross, posting.account.stream, -posting.amount);
                    add(each.kept_back, posting.account.stream, -posting.amount);
                }
            }
        } else if (entry.kind() == ledger::EntryKind::recover && entry.facts().line) {
            for (const ledger::Posting& posting : entry.postings()) {
                if (posting.account.kind == AccountKind::paid_to_holder) {
                    add(of(*entry.facts().line, posting.account.payee).gross,
                        posting.account.stream, posting.amount);
                }
            }
        }
    }
    return paid;
}

// Turns what must move into an entry. What the old holder was owed and not yet sent is taken back
// first; only what was really paid is recovered from it.
Result<ledger::Entry> entry_for(const budget::Movement& movement, const ledger::Act& act) {
    switch (movement.step) {
        case budget::Step::hold:
            return ledger::hold(act, movement.portions);
        case budget::Step::release:
            return ledger::release(act, movement.portions);
        case budget::Step::pay:
            return ledger::settle(act, movement.holder, movement.portions);
        case budget::Step::recover:
            return ledger::recover(act, movement.holder, movement.portions);
        case budget::Step::undo_share:
            break;  // carried out as reversals, see undo_share
    }
    return Error{"budget.no_budget", "This change cannot be carried out."};
}

// Splits a recovery into what is still only owed (taken back as a promise and freed) and what was
// paid out.
struct Recovery {
    std::vector<ledger::Portion> unpaid;
    std::vector<ledger::Portion> paid;
};
Result<Recovery> split_recovery(store::View& view, PersonId person,
                                const budget::Movement& movement) {
    Recovery recovery;
    for (const ledger::Portion& portion : movement.portions) {
        const Money owed =
            store::load_balance(view, {AccountKind::owed, portion.stream, person, movement.holder});
        const Money in_run = store::load_balance(
            view, {AccountKind::clearing, portion.stream, person, movement.holder});
        const Money unpaid = std::min(owed, portion.amount);
        const Money paid = portion.amount - unpaid;
        const Money out = store::load_balance(
            view, {AccountKind::paid_to_holder, portion.stream, person, movement.holder});
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

// Promises her share again: takes back what was given to the stream for the line, the latest share
// first.
Outcome undo_share(store::Tx& tx, ledger::Act entry, const std::string& key,
                   const budget::Movement& movement) {
    std::vector<ledger::Entry> entries = store::load_entries_of(tx, entry.person);
    for (ledger::Portion wanted : movement.portions) {
        for (auto share = entries.rbegin(); share != entries.rend() && wanted.amount.is_positive();
             ++share) {
            if (share->kind() != ledger::EntryKind::net_contribution ||
                share->facts().line != movement.line ||
                share->postings().front().account.stream != wanted.stream) {
                continue;
            }
            const ledger::Portion part{wanted.stream, std::min(wanted.amount, share->amount())};
            entry.cause = "change_share:" + key + ":" + share->id().to_text();
            TRY(const ledger::Entry back, ledger::reverse_part(entry, *share, {part}));
            TRY_DONE(store::append(tx, back));
            wanted.amount -= part.amount;
        }
    }
    return Done{};
}

// What a holder gave back went to the stream's pool; what the changed line needs of it is awarded
// again.
Outcome award_back(store::Tx& tx, ledger::Act entry, const std::string& key,
                   const std::vector<ledger::Portion>& needed,
                   std::vector<ledger::Portion>& recovered) {
    for (const ledger::Portion& need : needed) {
        const Money there =
            store::load_balance(tx, {AccountKind::available, need.stream, entry.person, {}});
        for (ledger::Portion& back : recovered) {
            const Money missing = std::min(need.amount - there, back.amount);
            if (back.stream == need.stream && missing.is_positive()) {
                entry.cause = "change_award:" + key + ":" + need.stream;
                TRY(const ledger::Entry award, ledger::award(entry, need.stream, missing));
                TRY_DONE(store::append(tx, award));
                back.amount -= missing;
            }
        }
    }
    return Done{};
}

Outcome carry_out(Desk& desk, Acting& acting, PersonId person, budget::Change change,
                  const std::string& why) {
    // First what gives money back, then what takes it.
    std::stable_sort(change.movements.begin(), change.movements.end(),
                     [](const auto& a, const auto& b) {
                         return (a.step != budget::Step::hold) > (b.step != budget::Step::hold);
                     });
    std::vector<ledger::Portion> recovered;
    const std::string version =
        std::to_string(store::load_versions(acting.tx, change.after.id).size() + 1);
    for (std::size_t i = 0; i < change.movements.size(); ++i) {
        const budget::Movement& movement = change.movements[i];
        ledger::Act entry;
        entry.on = desk.today;
        entry.recorded = desk.now;
        entry.person = person;
        entry.about = change.after.id.to_text();
        entry.line = movement.line;
        const std::string key = change.after.id.to_text() + ":" + version + ":" + std::to_string(i);
        if (movement.step == budget::Step::undo_share) {
            TRY_DONE(undo_share(acting.tx, entry, key, movement));
            continue;
        }
        if (movement.step != budget::Step::recover) {
            if (movement.step == budget::Step::hold) {
                TRY_DONE(award_back(acting.tx, entry, key, movement.portions, recovered));
            }
            if (movement.step == budget::Step::hold) {
                TRY_DONE(award_back(acting.tx, entry, key, movement.portions, recovered));
            }
            entry.cause = (movement.step == budget::Step::pay ? "closing:" : "change:") + key;
            TRY(const ledger::Entry made, entry_for(movement, entry));
            TRY_DONE(store::append(acting.tx, made));
            continue;
        }
        TRY(const Recovery recovery, split_recovery(acting.tx, person, movement));
        if (!recovery.unpaid.empty()) {
            entry.cause = "change_unsettle:" + key;
            TRY(const ledger::Entry back,
                ledger::unsettle(entry, movement.holder, recovery.unpaid));
            entry.cause = "change_release:" + key;
            TRY(const ledger::Entry freed, ledger::release(entry, recovery.unpaid));
            TRY_DONE(store::append(acting.tx, back));
            TRY_DONE(store::append(acting.tx, freed));
        }
        if (!recovery.paid.empty()) {
            entry.cause = "change_recover:" + key;
            TRY(const ledger::Entry back, ledger::recover(entry, movement.holder, recovery.paid));
            TRY_DONE(store::append(acting.tx, back));
            for (const ledger::Portion& portion : recovery.paid) {
                add(recovered, portion.stream, portion.amount);
            }
        }
    }
    store::keep_version(acting.tx, change.after, desk.today, why);
    store::add_step(acting.tx, person, "budget_changed", desk.today, acting.by, {},
                    change.after.id.to_text());
    acting.about = change.after.id.to_text();
    return Done{};
}

using Changing = std::function<Result<budget::Change>(const budget::Budget&,
                                                      const std::vector<budget::PaidInAdvance>&)>;

Outcome change(Desk& desk, const Act& what, PersonId person, const std::string& why,
               const Changing& changing) {
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const std::string reason, base::plain_text(why, 500));
        if (reason.empty()) {
            return Error{"casework.reasons_missing", "Write why this changes."};
        }
        TRY(const budget::Budget budget, budget_of(acting.tx, person));
        TRY(budget::Change made,
            changing(budget, paid_in_advance(store::load_entries_of(acting.tx, person))));
        return carry_out(desk, acting, person, std::move(made), reason);
    });
}

}  // namespace

Result<budget::Change> preview_holding(Desk& desk, PersonId person, PlanLineId line, Date cut,
                                       budget::Holding holding, std::optional<PayeeId> holder) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    return look(desk, person, Action::see_record, "budget",
                [&](store::Snapshot& snapshot) -> Result<budget::Change> {
                    TRY(const budget::Budget budget, budget_of(snapshot, person));
                    return budget::change_holding(
                        budget, line, cut, holding, holder, new_line,
                        paid_in_advance(store::load_entries_of(snapshot, person)));
                });
}

Outcome change_holding(Desk& desk, PersonId person, PlanLineId line, Date cut,
                       budget::Holding holding, std::optional<PayeeId> holder) {
    const PlanLineId new_line = desk.new_id<PlanLineId>();
    const std::string why =
        "From " + cut.for_people() + ": " + std::string(budget::words(holding)) + ".";
    return change(
        desk,
        {"change_holding", Action::agree_plan, {.person = person}, "Changed who holds the money"},
        person, why,
        [&](const budget::Budget& budget, const std::vector<budget::PaidInAdvance>& paid) {
            return budget::change_holding(budget, line, cut, holding, holder, new_line, paid);
        });
}

Outcome end_line(Desk& desk, PersonId person, PlanLineId line, Date until, const std::string& why) {
    return change(
        desk, {"end_line", Action::agree_plan, {.person = person}, "Ended a line of the budget"},
        person, why,
        [&](const budget::Budget& budget, const std::vector<budget::PaidInAdvance>& paid) {
            return budget::end_line(budget, line, until, why, paid);
        });
}

Outcome end_budget(Desk& desk, PersonId person, Date until, const std::string& why) {
    return change(
        desk, {"end_budget", Action::close_record, {.person = person}, "Ended the budget"}, person,
        why, [&](const budget::Budget& budget, const std::vector<budget::PaidInAdvance>& paid) {
            return budget::end_budget(budget, until, why, paid);
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

Result<ReportId> report_spending(Desk& desk, PersonId person, PayeeId holder, Date on, Money amount,
                                 const std::string& what) {
    const ReportId id = desk.new_id<ReportId>();
    return act(
        desk,
        {"report_spending", Action::report_spending, {.person = person}, "Reported what was spent"},
        [&](Acting& acting) -> Result<ReportId> {
            TRY(acting.detail, base::plain_text(what, 300));
            const std::optional<store::Payee> payee = store::find_payee(acting.tx, holder);
            if (!payee || payee->person != person) {
                return Error{"casework.holder_unknown",
                             "Choose who spent the money from the list."};
            }
            // The most restricted stream's money is taken to be spent first, as when it was drawn.
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, acting.tx, person));
            std::vector<policy::Stream> streams = package->all_streams();
            std::stable_sort(streams.begin(), streams.end(),
                             [](const policy::Stream& a, const policy::Stream& b) {
                                 return a.restriction < b.restriction;
                             });
            std::vector<ledger::Portion> portions;
            Money rest = amount;
            for (const policy::Stream& stream : streams) {
                const Money there = store::load_balance(
                    acting.tx, {AccountKind::paid_to_holder, stream.id, person, holder});
                const Money part = std::min(there, rest);
                if (part.is_positive()) {
                    portions.push_back({stream.id, part});
                    rest -= part;
                }
            }
            ledger::Act entry;
            entry.on = on;
            entry.recorded = desk.now;
            entry.person = person;
            entry.about = id.to_text();
            const Money own =
                store::load_balance(acting.tx, {AccountKind::contribution, "", person, {}});
            const Money own_part = std::min(own, rest);
            if (own_part.is_positive()) {
                entry.cause = "report_own:" + id.to_text();
                const std::vector<budget::ContributionTerms> terms =
                    store::load_terms(acting.tx, person);
                TRY(const ledger::Entry spent,
                    ledger::contribution_spent(entry,
                                               terms.empty() ? StreamId() : terms.front().stream,
                                               holder, own_part));
                TRY_DONE(store::append(acting.tx, spent));
                rest -= own_part;
            }
            if (rest.is_positive()) {
                return Error{"ledger.not_enough",
                             "This is " + rest.for_people() + " more than was paid to " +
                                 payee->name + " so far. Check the sum, or ask your worker."};
            }
            if (!portions.empty()) {
                entry.cause = "report:" + id.to_text();
                TRY(const ledger::Entry reported, ledger::report(entry, holder, portions));
                TRY_DONE(store::append(acting.tx, reported));
            }
            return id;
        });
}

}  // namespace casework
