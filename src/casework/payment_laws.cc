// The laws of payments, the bank and who acts: I6, I9, I10, I12, I13 and I20.

#include <map>
#include <set>

#include "casework/book_laws.h"
#include "casework/last_day.h"
#include "casework/one_person.h"
#include "casework/owed.h"
#include "payments/run_summary.h"
#include "store/bank_details.h"
#include "store/bank_statements.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/pay_runs.h"
#include "store/people.h"
#include "store/standing.h"

namespace casework {

namespace {

using ledger::AccountKind;
using payments::PaymentStatus;
using payments::PayRun;

bool went_out(const payments::Payment& payment) {
    switch (payment.status) {
        case PaymentStatus::prepared:
        case PaymentStatus::stopped:
            return false;
        case PaymentStatus::released:
        case PaymentStatus::in_file:
        case PaymentStatus::settled:
        case PaymentStatus::returned:
            return true;
    }
    return false;
}

// Sums of entries by the payment their cause names ("instruct:pmt_...:...").
std::map<std::string, Money> instructed(const std::vector<ledger::EntryFacts>& rows) {
    std::map<std::string, Money> sums;
    constexpr std::string_view prefix = "instruct:";
    for (const ledger::EntryFacts& row : rows) {
        if (!row.cause.starts_with(prefix)) {
            continue;
        }
        const std::string rest = row.cause.substr(prefix.size());
        for (const ledger::Posting& posting : row.postings) {
            sums[rest.substr(0, rest.find(':'))] +=
                posting.account.kind == AccountKind::clearing ? posting.amount : Money();
        }
    }
    return sums;
}

// The moment a record's end was written down, since it was last opened again.
std::map<PersonId, Instant> ends_written(store::View& view) {
    std::map<PersonId, Instant> written;
    for (store::Rows rows = view.query(
             "select a.person, min(a.at) from act a where a.authority = ? and a.name = "
             "'close_record' and a.person is not null and not exists (select 1 from act r where "
             "r.authority = a.authority and r.person = a.person and r.name = 'open_record_again' "
             "and r.seq > a.seq) group by a.person",
             view.authority());
         rows.next();) {
        written.emplace(rows.id<PersonId>(0), rows.instant(1));
    }
    return written;
}

}  // namespace

Violations payments_go_step_by_step(store::View& view) {
    Violations found;
    const std::vector<PayRun> runs = store::load_runs(view);
    for (const Error& fault : payments::check_runs(runs)) {
        found.push_back({"I6", fault.place, fault.message});
    }
    std::map<std::string, Money> sums = instructed(store::load_entry_rows(view));
    for (const PayRun& run : runs) {
        for (const payments::Payment& payment : run.payments) {
            const Money sum = sums[payment.id.to_text()];
            const Money expected = went_out(payment) ? payment.amount() : Money();
            if (sum != expected) {
                found.push_back({"I6", payment.id.to_text(),
                                 "It is " + std::string(payments::to_text(payment.status)) +
                                     " for " + expected.to_text() + " and entries instruct " +
                                     sum.to_text() + "."});
            }
            sums.erase(payment.id.to_text());
        }
    }
    for (const auto& [payment, sum] : sums) {
        found.push_back({"I6", payment, "Entries instruct a payment that is in no run."});
    }
    return found;
}

Violations files_are_their_runs(store::View& view) {
    Violations found;
    std::set<std::string> released;
    for (const PayRun& run : store::load_runs(view)) {
        const std::optional<store::KeptFile> file = store::find_file(view, run.id);
        if (file.has_value() != run.released_at.has_value()) {
            found.push_back(
                {"I9", run.id.to_text(),
                 file ? "A run that is not released has a file." : "A released run has no file."});
            continue;
        }
        if (!file) {
            continue;
        }
        released.insert(run.id.to_text());
        const Outcome same = payments::check_file(run, file->bytes);
        if (!same) {
            found.push_back({"I9", run.id.to_text(), same.error().message});
        }
    }
    for (store::Rows rows =
             view.query("select run from bank_file where authority = ?", view.authority());
         rows.next();) {
        if (!released.contains(rows.text(0))) {
            found.push_back({"I9", rows.text(0), "A file belongs to no released run."});
        }
    }
    return found;
}

Violations bank_matches_once(store::View& view) {
    Violations found;
    std::set<BankLineId> lines;
    std::map<PaymentId, PaymentStatus> answered;
    std::map<BankLineId, Money> amounts;
    for (const payments::BankLine& line : store::load_bank_lines(view)) {
        amounts.emplace(line.id, line.amount);
    }
    for (const store::KeptMatch& kept : store::load_matches(view)) {
        if (!lines.insert(kept.match.line).second) {
            found.push_back({"I10", kept.match.line.to_text(), "It is matched twice."});
        }
        Money sum;
        for (const payments::MatchPart& part : kept.match.parts) {
            sum += part.amount;
            if (part.payment) {
                const PaymentStatus after = kept.match.kind == payments::MatchKind::settles
                                                ? PaymentStatus::settled
                                                : PaymentStatus::returned;
                const auto before = answered.find(*part.payment);
                if (before != answered.end() && before->second == after) {
                    found.push_back(
                        {"I10", part.payment->to_text(), "Two movements do the same to it."});
                }
                answered[*part.payment] = after;
            }
        }
        const auto amount = amounts.find(kept.match.line);
        if (amount == amounts.end() || amount->second != sum) {
            found.push_back({"I10", kept.match.line.to_text(),
                             "Its parts do not come to the sum of the movement."});
        }
    }
    std::map<ledger::Account, Money> with_bank;
    for (const PayRun& run : store::load_runs(view)) {
        for (const payments::Payment& payment : run.payments) {
            const auto said = answered.find(payment.id);
            const bool is_answered = payment.status == PaymentStatus::settled ||
                                     payment.status == PaymentStatus::returned;
            if (is_answered != (said != answered.end()) ||
                (is_answered && said->second != payment.status)) {
                found.push_back({"I10", payment.id.to_text(),
                                 "It is " + std::string(payments::to_text(payment.status)) +
                                     " and the bank's movements say otherwise."});
            }
            if (payment.status != PaymentStatus::released &&
                payment.status != PaymentStatus::in_file) {
                continue;
            }
            for (const payments::InstructedLine& line : payments::lines_of(payment)) {
                with_bank[{AccountKind::clearing, line.stream, line.person, line.payee}] +=
                    line.amount;
            }
        }
    }
    for (const ledger::Balance& balance : store::load_balances(view)) {
        if (balance.account.kind == AccountKind::clearing) {
            ledger::Account of_all_years = balance.account;  // a payment may be of several
            of_all_years.year = {};
            with_bank[of_all_years] -= balance.amount;
        }
    }
    for (const auto& [account, difference] : with_bank) {
        if (!difference.is_zero()) {
            found.push_back(
                {"I10", account.to_text(),
                 "It is not what is with the bank: " + difference.to_text() + " differs."});
        }
    }
    return found;
}

Violations two_people(store::View& view) {
    Violations found;
    const std::vector<payments::BankDetails> details = store::load_bank_details(view);
    for (const payments::BankDetails& each : details) {
        if (each.confirmed_by && is_one_person(view, each.changed_by, *each.confirmed_by)) {
            found.push_back({"I12", each.id.to_text(), "Who changed it confirmed it."});
        }
        if (each.status == payments::BankDetailsStatus::confirmed && !each.confirmed_by) {
            found.push_back({"I12", each.id.to_text(), "It is confirmed by nobody."});
        }
    }
    for (const PayRun& run : store::load_runs(view)) {
        const bool is_out = run.status != payments::PayRunStatus::prepared &&
                            run.status != payments::PayRunStatus::cancelled;
        if (is_out && !run.released_by) {
            found.push_back({"I12", run.id.to_text(), "It went out and nobody released it."});
        }
        if (run.released_by && is_one_person(view, run.prepared_by, *run.released_by)) {
            found.push_back({"I12", run.id.to_text(), "Who prepared it released it."});
        }
    }
    return found;
}

Violations nothing_after_the_end(store::View& view) {
    Violations found;
    const std::map<PersonId, Instant> written = ends_written(view);
    std::map<PersonId, Date> last_days;
    for (const payments::PersonEnd& end : person_ends(view)) {
        last_days.emplace(end.person, end.last_day);
    }
    for (const PayRun& run : store::load_runs(view)) {
        for (const payments::Payment& payment : run.payments) {
            for (const payments::PaymentLine& line : payment.lines) {
                const auto last = last_days.find(line.owed.person);
                if (!went_out(payment) || line.stopped || last == last_days.end() ||
                    line.owed.service.last_day() <= last->second) {
                    continue;
                }
                // A payment that went out before anybody knew is recovered, not a fault.
                const auto known = written.find(line.owed.person);
                if (known == written.end() || !run.released_at ||
                    known->second <= *run.released_at) {
                    found.push_back(
                        {"I13", payment.id.to_text(),
                         "It pays for days to " + line.owed.service.last_day().to_text() +
                             " of a record that ended on " + last->second.to_text() + "."});
                }
            }
        }
    }
    return found;
}

Violations looks_are_kept(store::View& view) {
    Violations found;
    if (const std::optional<std::string> broken = store::broken_look(view)) {
        found.push_back({"I20", "the looks", *broken});
    }
    for (store::Rows rows = view.query(
             "select person, actor, purpose, quarter, at, relation, actor_name from look where "
             "authority = ? order by at",
             view.authority());
         rows.next();) {
        const std::string about =
            rows.text(0) + " by " + rows.text(6) + " for " + rows.text(2) + " at " + rows.text(4);
        const Instant quarter = rows.instant(3);
        const Instant at = rows.instant(4);
        if (quarter.seconds % 900 != 0 || at < quarter || at.seconds >= quarter.seconds + 900) {
            found.push_back({"I20", about, "The look is not in its quarter of an hour."});
        }
        if (rows.text(6).empty() || rows.text(5).empty() || rows.text(2).empty()) {
            found.push_back({"I20", about, "The look does not say who, as what and why."});
        }
    }
    for (store::Rows rows = view.query(
             "select l.actor, l.at from look l where l.authority = ? and not exists (select 1 from "
             "account a where a.authority = l.authority and a.id = l.actor)",
             view.authority());
         rows.next();) {
        found.push_back({"I20", rows.text(0) + " at " + rows.text(1),
                         "A look by an account that does not exist."});
    }
    return found;
}

}  // namespace casework
