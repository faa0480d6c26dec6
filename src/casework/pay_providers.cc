#include "casework/pay_providers.h"

#include <algorithm>
#include <map>
#include <set>

#include "casework/find_stream.h"
#include "casework/nominee_payee.h"
#include "store/accounts.h"
#include "store/bank_details.h"
#include "store/ledger.h"
#include "store/pay_runs.h"
#include "store/standing.h"

namespace casework {

namespace {

using payments::PaymentStatus;
using payments::PayRun;
using payments::PayRunStatus;
using people::Action;

Result<PayRun> run_of(store::View& view, PayRunId id) {
    std::optional<PayRun> run = store::find_run(view, id);
    if (!run) {
        return Error{"casework.run_unknown",
                     "This pay run does not exist. Go back to the list of runs."};
    }
    return std::move(*run);
}

std::vector<payments::Payee> payees_of(store::View& view) {
    std::vector<payments::Payee> payees;
    for (const store::Payee& payee : store::load_payees(view)) {
        const payments::PayeeKind kind = payee.kind == "provider" ? payments::PayeeKind::provider
                                         : payee.kind == "person" ? payments::PayeeKind::person
                                         : payee.relationship     ? payments::PayeeKind::nominee
                                                                  : payments::PayeeKind::holder;
        payees.push_back({.id = payee.id, .kind = kind, .name = payee.name, .owners = {}});
    }
    return payees;
}

// Two accounts of one member of staff are one natural person.
Outcome check_second_person(const Acting& acting, const PayRun& run) {
    const people::Standing preparer = store::load_standing(acting.tx, run.prepared_by);
    if (preparer.staff && acting.who.staff && *preparer.staff == *acting.who.staff) {
        return Error{"payments.same_person",
                     "You prepared this pay run, so somebody else has to release it."};
    }
    return Done{};
}

// What is paid must still be owed, to the penny.
Outcome check_still_owed(store::View& view, const PayRun& run) {
    std::map<std::string, Money> owed;
    for (const payments::OwedLine& line : owed_lines(view)) {
        owed[line.key()] = line.amount;
    }
    for (const payments::Payment& payment : run.payments) {
        for (const payments::PaymentLine& line : payment.lines) {
            if (payment.status == PaymentStatus::stopped || line.stopped) {
                continue;
            }
            const auto now = owed.find(line.owed.key());
            if (now == owed.end() || now->second != line.owed.amount) {
                return Error{"casework.owed_changed",
                             "What is owed to " + payment.payee_name +
                                 " changed after this run was prepared. Take this payment out, or "
                                 "give the run up and prepare it again.",
                             line.owed.about};
            }
        }
    }
    return Done{};
}

// owed -> clearing, one entry for each thing a payment pays.
Outcome instruct(const Desk& desk, store::Tx& tx, const payments::Payment& payment) {
    std::vector<std::pair<payments::InstructedLine, std::vector<ledger::Portion>>> things;
    for (const payments::InstructedLine& line : payments::lines_of(payment)) {
        const auto same = std::find_if(things.begin(), things.end(), [&](const auto& thing) {
            return thing.first.about == line.about;
        });
        if (same == things.end()) {
            things.push_back({line, {{line.stream, line.amount}}});
        } else {
            same->second.push_back({line.stream, line.amount});
        }
    }
    for (const auto& [line, portions] : things) {
        const std::optional<ledger::Entry> debt =
            store::find_entry_by_cause(tx, debt_cause(line.about));
        CHECK(debt.has_value());
        ledger::Act entry;
        entry.year = debt->year();
        entry.on = entry.year.not_before(desk.today);
        entry.recorded = desk.now;
        entry.cause = "instruct:" + payment.id.to_text() + ":" + line.about;
        entry.person = line.person;
        entry.about = debt->facts().about;
        entry.line = debt->facts().line;
        TRY(const ledger::Entry instructed, ledger::instruct(entry, line.payee, portions));
        TRY_DONE(store::append(tx, instructed));
    }
    return Done{};
}

Outcome change_run(Desk& desk, const Act& what, PayRunId id,
                   Result<PayRun> (*changing)(PayRun, PaymentId), PaymentId payment) {
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(PayRun run, run_of(acting.tx, id));
        TRY(const PayRun changed, changing(std::move(run), payment));
        store::keep(acting.tx, changed);
        acting.about = id.to_text();
        return Done{};
    });
}

// The account's name as it is now.
std::string name_of(store::View& view, AccountId id) {
    if (id.is_none()) {
        return {};
    }
    const auto account = store::load_account(view, id);
    return account ? account->name : std::string();
}

RunView view_of(Desk& desk, store::View& view, const std::vector<PayRun>& runs, std::size_t at) {
    RunView shown{.run = runs[at]};
    if (shown.run.status == PayRunStatus::prepared) {
        shown.run = payments::review_run(shown.run, store::load_bank_details(view),
                                         person_ends(view), closed_nominees(view));
    }
    const PayRun* before = nullptr;
    std::set<PayeeId> paid_before;
    for (std::size_t i = 0; i < at; ++i) {
        if (!runs[i].released_at) {
            continue;
        }
        before = &runs[i];
        for (const payments::Payment& payment : runs[i].payments) {
            if (payment.status != PaymentStatus::stopped) {
                paid_before.insert(payment.payee);
            }
        }
    }
    shown.summary = payments::summarise(shown.run, before, paid_before);
    shown.prepared_by = name_of(view, shown.run.prepared_by);
    shown.released_by = name_of(view, shown.run.released_by.value_or(AccountId{}));
    std::map<PayeeId, std::string> payees;
    std::map<StreamId, std::string> streams;
    for (const PayRun* run : {static_cast<const PayRun*>(&shown.run), before}) {
        for (std::size_t i = 0; run != nullptr && i < run->payments.size(); ++i) {
            payees[run->payments[i].payee] = run->payments[i].payee_name;
            for (const payments::PaymentLine& line : run->payments[i].lines) {
                streams[line.owed.stream] = stream_name(desk.shelf, line.owed.stream, desk.today);
            }
        }
    }
    shown.payee_names.assign(payees.begin(), payees.end());
    shown.stream_names.assign(streams.begin(), streams.end());
    shown.has_file = store::find_file(view, shown.run.id).has_value();
    if (!desk.is_system && shown.run.status == PayRunStatus::prepared) {
        const people::Standing who = store::load_standing(view, desk.actor);
        shown.may_release =
            desk.actor != shown.run.prepared_by &&
            people::decide(who, Action::release_pay_run, {}, desk.today).has_value();
    }
    return shown;
}

}  // namespace

Result<PayRunId> prepare_run(Desk& desk, Date pay_on) {
    const PayRunId id = desk.new_id<PayRunId>();
    return act(
        desk, {"prepare_run", Action::prepare_pay_run, {}, "Prepared a pay run"},
        [&](Acting& acting) -> Result<PayRunId> {
            if (pay_on < desk.today) {
                return Error{"casework.pay_day_past", "Choose today or a later day to pay on."};
            }
            if (store::find_prepared_run(acting.tx)) {
                return Error{"casework.run_waiting",
                             "A pay run already waits for its release. Release it or give it up "
                             "before you prepare another."};
            }
            const std::optional<payments::BankAccount> from =
                store::find_council_account(acting.tx);
            if (!from) {
                return Error{"casework.no_council_account",
                             "Nobody has said which account the council pays from. Enter it under "
                             "Money first."};
            }
            const payments::RunRequest request{
                .id = id, .from = *from, .pay_on = pay_on, .by = desk.actor, .at = desk.now};
            TRY(const PayRun run,
                payments::make_run(request, owed_lines(acting.tx), payees_of(acting.tx),
                                   store::load_bank_details(acting.tx), person_ends(acting.tx),
                                   closed_nominees(acting.tx)));
            store::keep(acting.tx, run);
            return id;
        });
}

Outcome take_out_of_run(Desk& desk, PayRunId run, PaymentId payment) {
    return change_run(desk,
                      {"take_out_of_run",
                       Action::prepare_pay_run,
                       {},
                       "Took a payment out of a run: " + payment.to_text()},
                      run, payments::take_out, payment);
}

Outcome cancel_run(Desk& desk, PayRunId run) {
    return change_run(
        desk, {"cancel_run", Action::prepare_pay_run, {}, "Gave a pay run up"}, run,
        [](PayRun given_up, PaymentId) { return payments::cancel_run(std::move(given_up)); }, {});
}

Outcome release_run(Desk& desk, PayRunId id) {
    return act(desk, {"release_run", Action::release_pay_run, {}, "Released a pay run"},
               [&](Acting& acting) -> Outcome {
                   TRY(PayRun run, run_of(acting.tx, id));
                   TRY_DONE(check_second_person(acting, run));
                   TRY(PayRun released,
                       payments::release_run(std::move(run), desk.actor, desk.now,
                                             store::load_bank_details(acting.tx),
                                             person_ends(acting.tx), closed_nominees(acting.tx)));
                   TRY_DONE(check_still_owed(acting.tx, released));
                   TRY_DONE(store::keep_paid(acting.tx, released));
                   for (const payments::Payment& payment : released.payments) {
                       TRY_DONE(instruct(desk, acting.tx, payment));
                   }
                   // The file stands in the book from here on: the run is in it.
                   TRY(const PayRun in_file, payments::put_in_file(std::move(released)));
                   TRY(const payments::BankFile file, payments::pain001(in_file));
                   store::keep(acting.tx, in_file);
                   store::keep_file(acting.tx, id, file);
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<RunView> see_run(Desk& desk, PayRunId id) {
    return consult(desk, Action::see_finance, {},
                   [&](store::Snapshot& snapshot) -> Result<RunView> {
                       const std::vector<PayRun> runs = store::load_runs(snapshot);
                       for (std::size_t i = 0; i < runs.size(); ++i) {
                           if (runs[i].id == id) {
                               return view_of(desk, snapshot, runs, i);
                           }
                       }
                       return Error{"casework.run_unknown",
                                    "This pay run does not exist. Go back to the list of runs."};
                   });
}

Result<std::vector<RunView>> see_runs(Desk& desk) {
    return consult(desk, Action::see_finance, {},
                   [&](store::Snapshot& snapshot) -> Result<std::vector<RunView>> {
                       const std::vector<PayRun> runs = store::load_runs(snapshot);
                       std::vector<RunView> shown;
                       for (std::size_t i = runs.size(); i > 0; --i) {
                           shown.push_back(view_of(desk, snapshot, runs, i - 1));
                       }
                       return shown;
                   });
}

Result<FileView> see_bank_file(Desk& desk, PayRunId id) {
    return consult(desk, Action::see_finance, {},
                   [&](store::Snapshot& snapshot) -> Result<FileView> {
                       TRY_DONE(run_of(snapshot, id));
                       const std::optional<store::KeptFile> file = store::find_file(snapshot, id);
                       if (!file) {
                           return Error{"payments.not_released",
                                        "This pay run has no file yet: it is not released."};
                       }
                       return FileView{file->name, file->bytes};
                   });
}

}  // namespace casework
