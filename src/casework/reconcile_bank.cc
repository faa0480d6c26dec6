#include "casework/reconcile_bank.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "casework/invoice_contribution.h"
#include "casework/owed.h"
#include "payments/camt.h"
#include "store/bank_details.h"
#include "store/ledger.h"
#include "store/pay_runs.h"

namespace casework {

namespace {

using payments::Match;
using payments::MatchKind;
using payments::PaymentStatus;
using people::Action;

std::vector<payments::ExpectedIn> expected_in(store::View& view) {
    std::vector<payments::ExpectedIn> expected;
    for (const OpenInvoice& open : open_invoices(view)) {
        expected.push_back({.about = open.invoice.id.to_text(),
                            .kind = payments::ExpectedKind::contribution,
                            .reference = open.invoice.reference,
                            .due = open.due});
    }
    for (const HolderReturn& each : holder_returns(view)) {
        expected.push_back({.about = each.holder.to_text(),
                            .kind = payments::ExpectedKind::unspent_money,
                            .reference = each.reference,
                            .due = each.due()});
    }
    return expected;
}

std::vector<payments::PaymentOut> payments_at_bank(store::View& view) {
    std::vector<payments::PaymentOut> all;
    for (const payments::PayRun& run : store::load_runs_at_bank(view)) {
        for (payments::PaymentOut& payment : payments::payments_out(run)) {
            all.push_back(std::move(payment));
        }
    }
    return all;
}

// What each movement without a match would be, as things stand.
payments::Matching propose(store::View& view) {
    return payments::match_lines(store::load_open_bank_lines(view), payments_at_bank(view),
                                 expected_in(view), {});
}

// The day the bank booked each movement that has no match yet.
std::map<BankLineId, Date> booked_days(store::View& view) {
    std::map<BankLineId, Date> days;
    for (const payments::BankLine& line : store::load_open_bank_lines(view)) {
        days.emplace(line.id, line.booked);
    }
    return days;
}

// The day an entry counts from: the bank's, but never a day to come, nor one before what it
// answers.
Date counts_from(const Desk& desk, Date booked, Date earliest) {
    return std::max(std::min(booked, desk.today), earliest);
}

// Carries out what the bank says of the payments of one match, line by line, on the bank's day.
class Payments {
public:
    Payments(const Desk& desk, store::Tx& tx, Date booked)
        : desk_(desk), tx_(tx), booked_(booked) {}

    Outcome become(const payments::MatchPart& part, PaymentStatus status) {
        TRY(payments::PayRun * run, run_of(*part.payment));
        const payments::Payment payment = *find(*run, *part.payment);
        TRY_DONE(move(payment, payment.status, status));
        TRY(*run, payments::set_payment_status(std::move(*run), payment.id, status));
        return Done{};
    }

    void keep() {
        for (const auto& [id, run] : runs_) {
            store::keep(tx_, run);
        }
    }

private:
    static const payments::Payment* find(const payments::PayRun& run, PaymentId id) {
        for (const payments::Payment& payment : run.payments) {
            if (payment.id == id) {
                return &payment;
            }
        }
        CHECK(false);
    }

    Result<payments::PayRun*> run_of(PaymentId payment) {
        for (auto& [id, run] : runs_) {
            for (const payments::Payment& each : run.payments) {
                if (each.id == payment) {
                    return &run;
                }
            }
        }
        std::optional<payments::PayRun> run = store::find_run_of(tx_, payment);
        if (!run) {
            return Error{"payments.unknown_payment", "The match names a payment that is not here."};
        }
        const PayRunId id = run->id;
        return &runs_.emplace(id, std::move(*run)).first->second;
    }

    // The entries between two statuses of a payment.
    Outcome move(const payments::Payment& payment, PaymentStatus from, PaymentStatus to) {
        if (from == PaymentStatus::returned) {
            TRY_DONE(each(payment, &Payments::undo_reject));
        } else if (from == PaymentStatus::settled) {
            TRY_DONE(each(payment, &Payments::undo_clear));
        }
        if (to == PaymentStatus::settled) {
            TRY_DONE(each(payment, &Payments::clear));
        } else if (to == PaymentStatus::returned) {
            TRY_DONE(each(payment, &Payments::reject));
        }
        return Done{};
    }

    struct Thing {
        PaymentId payment;
        PersonId person;
        PayeeId payee;
        std::string about;
        std::vector<ledger::Portion> portions;
    };

    Outcome each(const payments::Payment& payment, Outcome (Payments::*step)(const Thing&)) {
        std::vector<Thing> things;
        for (const payments::InstructedLine& line : payments::lines_of(payment)) {
            const auto same = std::find_if(things.begin(), things.end(), [&](const Thing& thing) {
                return thing.about == line.about;
            });
            if (same != things.end()) {
                same->portions.push_back({line.stream, line.amount});
            } else {
                things.push_back({payment.id,
                                  line.person,
                                  line.payee,
                                  line.about,
                                  {{line.stream, line.amount}}});
            }
        }
        for (const Thing& thing : things) {
            TRY_DONE((this->*step)(thing));
        }
        return Done{};
    }

    ledger::Act act_of(const Thing& thing, const std::string& cause) {
        const std::optional<ledger::Entry> debt =
            store::find_entry_by_cause(tx_, debt_cause(thing.about));
        CHECK(debt.has_value());
        const std::optional<ledger::Entry> instructed = store::find_entry_by_cause(
            tx_, "instruct:" + thing.payment.to_text() + ":" + thing.about);
        CHECK(instructed.has_value());
        ledger::Act entry;
        entry.year = debt->year();
        entry.on = counts_from(desk_, booked_, instructed->on());
        entry.recorded = desk_.now;
        entry.cause = cause;
        entry.person = thing.person;
        entry.about = debt->facts().about;
        entry.line = debt->facts().line;
        return entry;
    }

    std::string next_cause(BankStep step, const Thing& thing) {
        return bank_cause(step, thing.payment, thing.about,
                          bank_steps_taken(tx_, step, thing.payment, thing.about) + 1);
    }

    // What the council bought is spent; what a holder was paid is with the holder.
    Outcome clear(const Thing& thing) {
        const ledger::Act entry = act_of(thing, next_cause(BankStep::clear, thing));
        TRY(const ledger::Entry cleared,
            DeliveryId::parse(thing.about)
                ? ledger::clear(entry, thing.payee, thing.portions)
                : ledger::clear_to_holder(entry, thing.payee, thing.portions));
        return store::append(tx_, cleared);
    }

    Outcome reject(const Thing& thing) {
        TRY(const ledger::Entry rejected,
            ledger::reject_by_bank(act_of(thing, next_cause(BankStep::reject, thing)), thing.payee,
                                   thing.portions));
        return store::append(tx_, rejected);
    }

    Outcome undo_clear(const Thing& thing) { return undo(BankStep::clear, thing); }
    Outcome undo_reject(const Thing& thing) { return undo(BankStep::reject, thing); }

    Outcome undo(BankStep step, const Thing& thing) {
        const std::string cause =
            bank_cause(step, thing.payment, thing.about,
                       bank_steps_taken(tx_, step, thing.payment, thing.about));
        const std::optional<ledger::Entry> made = store::find_entry_by_cause(tx_, cause);
        CHECK(made.has_value());
        ledger::Act entry = act_of(thing, "undo:" + cause);
        entry.on = std::max(entry.on, made->on());
        TRY(const ledger::Entry back, ledger::reverse(entry, *made));
        return store::append(tx_, back);
    }

    const Desk& desk_;
    store::Tx& tx_;
    Date booked_;
    std::map<PayRunId, payments::PayRun> runs_;
};

std::string received_cause(std::int64_t match, const payments::MatchPart& part) {
    return "received:" + std::to_string(match) + ":" + part.about;
}

Outcome receive(const Desk& desk, store::Tx& tx, std::int64_t match,
                const payments::MatchPart& part, Date booked) {
    for (const store::Invoice& invoice : store::load_invoices(tx)) {
        if (invoice.id.to_text() != part.about) {
            continue;
        }
        ledger::Act entry;
        entry.on = std::min(booked, desk.today);
        entry.recorded = desk.now;
        entry.cause = received_cause(match, part);
        entry.person = invoice.person;
        entry.about = part.about;
        TRY(const ledger::Entry received,
            ledger::contribution_received(entry, invoice.stream, part.amount));
        return store::append(tx, received);
    }
    return Error{"casework.no_proposal", "The invoice of this proposal does not exist."};
}

Outcome accept(const Desk& desk, Acting& acting, const Match& match, Date booked) {
    const std::int64_t id = store::keep_match(acting.tx, match, acting.by, desk.now);
    Payments at_bank(desk, acting.tx, booked);
    for (const payments::MatchPart& part : match.parts) {
        if (part.payment) {
            TRY_DONE(at_bank.become(part, match.kind == MatchKind::settles
                                              ? PaymentStatus::settled
                                              : PaymentStatus::returned));
        } else if (match.kind == MatchKind::unspent_money) {
            TRY_DONE(take_return(desk, acting.tx, id, part, std::min(booked, desk.today)));
        } else {
            TRY_DONE(receive(desk, acting.tx, id, part, booked));
        }
    }
    at_bank.keep();
    return Done{};
}

// A payment that came back after its holder reported the money as spent is for a person to look at.
bool can_be_undone(store::View& view, const Match& match) {
    if (match.kind != MatchKind::returns) {
        return true;
    }
    for (const payments::MatchPart& part : match.parts) {
        const std::optional<payments::PayRun> run = store::find_run_of(view, *part.payment);
        for (const payments::Payment& payment : run->payments) {
            if (payment.id != *part.payment || payment.status != PaymentStatus::settled) {
                continue;
            }
            std::map<ledger::Account, Money> needed;
            for (const payments::InstructedLine& line : payments::lines_of(payment)) {
                const ledger::AccountKind kind = DeliveryId::parse(line.about)
                                                     ? ledger::AccountKind::spent
                                                     : ledger::AccountKind::paid_to_holder;
                const std::optional<ledger::Entry> debt =
                    store::find_entry_by_cause(view, debt_cause(line.about));
                CHECK(debt.has_value());
                needed[{kind, line.stream, line.person, line.payee, debt->year()}] += line.amount;
            }
            for (const auto& [account, sum] : needed) {
                if (store::load_balance(view, account) < sum) {
                    return false;
                }
            }
        }
    }
    return true;
}

// Accepts everything that agrees wholly, in the order proposed; not what somebody took back before.
Outcome accept_exact(const Desk& desk, Acting& acting, Imported& imported) {
    const std::map<BankLineId, Date> booked = booked_days(acting.tx);
    const payments::Matching matching = propose(acting.tx);
    const std::set<BankLineId> undone = store::load_undone_lines(acting.tx);
    imported.unmatched = matching.unmatched.size();
    for (const Match& match : matching.proposals) {
        if (match.needs_a_person || undone.contains(match.line) ||
            !can_be_undone(acting.tx, match)) {
            ++imported.proposed;
            continue;
        }
        TRY_DONE(accept(desk, acting, match, booked.at(match.line)));
        ++imported.matched;
    }
    return Done{};
}

// The movements of every statement of a file; nothing when one of them cannot be taken.
Result<std::vector<payments::BankLine>> lines_of(const payments::StatementFile& file,
                                                 const payments::BankAccount& ours) {
    std::vector<payments::BankLine> all;
    for (const payments::Statement& statement : file.statements) {
        auto lines = payments::bank_lines(statement, ours);
        if (!lines) {
            return base::at("statement " + statement.id, lines.error());
        }
        if (!lines->refused.empty()) {
            return base::at("statement " + statement.id, lines->refused.front());
        }
        for (payments::BankLine& line : lines->lines) {
            all.push_back(std::move(line));
        }
    }
    return all;
}

Result<payments::BankLine> open_line(store::View& view, BankLineId id) {
    for (payments::BankLine& line : store::load_open_bank_lines(view)) {
        if (line.id == id) {
            return std::move(line);
        }
    }
    return Error{"casework.line_unknown",
                 "This movement does not exist, or it is answered already. Go back to the list."};
}

}  // namespace

Result<Imported> import_statement(Desk& desk, std::string_view bytes) {
    Imported imported;
    const auto journey = [&](Acting& acting) -> Outcome {
        const std::string digest = base::digest(bytes);
        acting.about = digest;
        if (store::has_import(acting.tx, digest)) {
            imported.was_known = true;
            return Done{};
        }
        TRY(const payments::ReadStatement read, payments::read_camt(bytes));
        if (!read.is_whole()) {
            return read.refused.front();
        }
        const std::optional<payments::BankAccount> ours = store::find_council_account(acting.tx);
        if (!ours) {
            return Error{"casework.no_council_account",
                         "Nobody has said which account is the council's. Enter it under Money "
                         "first."};
        }
        TRY(const std::vector<payments::BankLine> lines, lines_of(read.file, *ours));
        imported.records = read.read;
        store::BankImport kept;
        kept.digest = digest;
        for (const payments::Statement& statement : read.file.statements) {
            kept.statement += (kept.statement.empty() ? "" : ", ") + statement.id;
        }
        for (const payments::BankLine& line : lines) {
            if (store::has_bank_line(acting.tx, line.id)) {
                ++imported.known;
                continue;
            }
            store::keep(acting.tx, line, digest);
            ++imported.lines;
        }
        kept.records = static_cast<std::int64_t>(imported.records);
        kept.lines = static_cast<std::int64_t>(imported.lines);
        kept.by = acting.by;
        kept.at = desk.now;
        store::keep(acting.tx, kept, std::string(bytes));
        TRY_DONE(accept_exact(desk, acting, imported));
        acting.detail = base::counted(imported.lines, "movement") + ", " +
                        std::to_string(imported.matched) + " matched";
        return Done{};
    };
    const Outcome done = act(desk, {"import_statement", Action::import_statement, {}, {}}, journey);
    if (!done) {
        return done.error();
    }
    return imported;
}

Outcome accept_match(Desk& desk, BankLineId line) {
    return act(desk, {"accept_match", Action::match_statement, {}, "Accepted a proposed match"},
               [&](Acting& acting) -> Outcome {
                   acting.about = line.to_text();
                   const std::map<BankLineId, Date> booked = booked_days(acting.tx);
                   for (const Match& match : propose(acting.tx).proposals) {
                       if (match.line == line) {
                           return accept(desk, acting, match, booked.at(line));
                       }
                   }
                   if (!store::has_bank_line(acting.tx, line)) {
                       return Error{"casework.line_unknown",
                                    "This movement does not exist. Go back to the list."};
                   }
                   return Error{"casework.no_proposal",
                                "Nothing is proposed for this movement any more. Look at the list "
                                "again."};
               });
}

Outcome say_returned(Desk& desk, BankLineId id, PayeeId holder) {
    return act(
        desk, {"say_returned", Action::match_statement, {}, "Said that a holder gave money back"},
        [&](Acting& acting) -> Outcome {
            acting.about = id.to_text();
            TRY(const payments::BankLine line, open_line(acting.tx, id));
            if (line.direction != payments::Direction::in) {
                return Error{"casework.money_went_out",
                             "This money went out, so nobody gave it back."};
            }
            const std::vector<HolderReturn> all = holder_returns(acting.tx);
            const auto chosen = std::find_if(all.begin(), all.end(), [&](const HolderReturn& each) {
                return each.holder == holder;
            });
            if (chosen == all.end()) {
                return Error{"casework.holder_unknown",
                             "Choose who gave the money back from the list."};
            }
            Match match{.line = id, .kind = MatchKind::unspent_money};
            match.parts.push_back({.about = holder.to_text(), .amount = line.amount});
            match.reason = "Given back by " + chosen->name + " (" + chosen->person_reference +
                           "), said by " + acting.who.name + ".";
            return accept(desk, acting, match, line.booked);
        });
}

Result<ReturnedView> see_returned(Desk& desk, BankLineId id) {
    return consult(desk, Action::match_statement, {},
                   [&](store::Snapshot& snapshot) -> Result<ReturnedView> {
                       ReturnedView view;
                       TRY(view.line, open_line(snapshot, id));
                       view.holders = holder_returns(snapshot);
                       return view;
                   });
}

Outcome reverse_match(Desk& desk, std::int64_t id) {
    return act(desk, {"reverse_match", Action::match_statement, {}, "Took a match back"},
               [&](Acting& acting) -> Outcome {
                   const std::optional<store::KeptMatch> kept = store::find_match(acting.tx, id);
                   if (!kept || !kept->undone_by.empty()) {
                       return Error{"casework.match_unknown",
                                    "This match does not stand any more. Look at the list again."};
                   }
                   TRY_DONE(payments::undo_match(payments_at_bank(acting.tx), kept->match));
                   Payments at_bank(desk, acting.tx, desk.today);
                   for (const payments::MatchPart& part : kept->match.parts) {
                       if (part.payment) {
                           TRY_DONE(at_bank.become(part, *part.before));
                           continue;
                       }
                       if (kept->match.kind == MatchKind::unspent_money) {
                           TRY_DONE(undo_return(desk, acting.tx, id, part));
                           continue;
                       }
                       const std::string cause = received_cause(id, part);
                       const std::optional<ledger::Entry> received =
                           store::find_entry_by_cause(acting.tx, cause);
                       CHECK(received.has_value());
                       ledger::Act entry;
                       entry.on = desk.today;
                       entry.recorded = desk.now;
                       entry.cause = "undo:" + cause;
                       entry.person = received->person();
                       entry.about = part.about;
                       TRY(const ledger::Entry back, ledger::reverse(entry, *received));
                       TRY_DONE(store::append(acting.tx, back));
                   }
                   at_bank.keep();
                   store::undo_match(acting.tx, id, acting.by, desk.now);
                   acting.about = kept->match.line.to_text();
                   return Done{};
               });
}

Result<BankView> see_bank(Desk& desk) {
    return consult(desk, Action::see_finance, {},
                   [&](store::Snapshot& snapshot) -> Result<BankView> {
                       BankView view;
                       std::map<BankLineId, payments::BankLine> lines;
                       for (payments::BankLine& line : store::load_bank_lines(snapshot)) {
                           lines.emplace(line.id, std::move(line));
                       }
                       std::vector<store::KeptMatch> kept = store::load_matches(snapshot);
                       for (auto match = kept.rbegin(); match != kept.rend(); ++match) {
                           view.matched.push_back({*match, lines.at(match->match.line)});
                       }
                       payments::Matching matching = propose(snapshot);
                       for (Match& match : matching.proposals) {
                           const BankLineId line = match.line;
                           view.proposed.push_back({std::move(match), lines.at(line)});
                       }
                       for (payments::Unmatched& unmatched : matching.unmatched) {
                           const BankLineId line = unmatched.line;
                           view.unmatched.push_back({std::move(unmatched), lines.at(line)});
                       }
                       view.imports = store::load_imports(snapshot);
                       return view;
                   });
}

}  // namespace casework
