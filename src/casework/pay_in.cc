#include "casework/pay_in.h"

#include <algorithm>

#include "base/text.h"
#include "budget/share.h"
#include "casework/find_stream.h"
#include "casework/invoice_contribution.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using ledger::EntryKind;
using people::Action;

bool is_collected_net(const budget::ContributionTerms& terms) {
    return std::any_of(terms.terms.begin(), terms.terms.end(), [](const auto& term) {
        return term.collected == budget::Collected::net && term.weekly.is_positive();
    });
}

Error day_ahead() {
    return {"casework.day_ahead", "This day has not come yet. Enter today or an earlier day."};
}

// What an entry moved, with the sign of what it took back.
Money moved(const ledger::Entry& entry, ledger::AccountKind kind, const StreamId& stream) {
    Money sum;
    for (const ledger::Posting& posting : entry.postings()) {
        if (posting.account.kind == kind && posting.account.stream == stream) {
            sum += posting.amount;
        }
    }
    return sum;
}

}  // namespace

Money PaidIn::to_pay_in() const {
    return std::max(Money(), taken_off - paid_in);
}

std::vector<ledger::Portion> unspent_contributions(const std::vector<ledger::Entry>& entries) {
    std::vector<ledger::Portion> unspent;
    for (const ledger::Entry& entry : entries) {
        const Money sum = moved(entry, ledger::AccountKind::contribution, "");
        if (!sum.is_zero()) {
            ledger::add_to(unspent, {{entry.facts().towards, sum}});
        }
    }
    return budget::above_nought(unspent);
}

Result<std::vector<PaidIn>> see_paid_in(Desk& desk, PersonId person) {
    return look(
        desk, person, Action::see_record, "budget",
        [&](store::Snapshot& snapshot) -> Result<std::vector<PaidIn>> {
            TRY_DONE(store::load_person(snapshot, person));
            const std::vector<ledger::Entry> entries = store::load_entries_of(snapshot, person);
            std::vector<PaidIn> all;
            for (const budget::ContributionTerms& terms : store::load_terms(snapshot, person)) {
                if (!is_collected_net(terms)) {
                    continue;
                }
                PaidIn each;
                each.stream = terms.stream;
                each.name = stream_name(desk.shelf, terms.stream, desk.today);
                const budget::ContributionTerm* term = terms.on(desk.today);
                each.weekly = term != nullptr && term->collected == budget::Collected::net
                                  ? term->weekly
                                  : Money();
                for (const ledger::Entry& entry : entries) {
                    if (entry.kind() == EntryKind::net_contribution ||
                        entry.kind() == EntryKind::net_contribution_undone) {
                        each.taken_off -= moved(entry, ledger::AccountKind::held, terms.stream);
                    }
                    if (entry.kind() == EntryKind::contribution_paid &&
                        entry.facts().towards == terms.stream) {
                        each.paid_in += entry.amount();
                    }
                }
                all.push_back(std::move(each));
            }
            return all;
        });
}

Outcome pay_in(Desk& desk, PersonId person, const StreamId& stream, Date on, Money amount) {
    const ReportId id = desk.new_id<ReportId>();
    return act(desk,
               {"pay_in_contribution",
                Action::report_spending,
                {.person = person},
                "Paid a contribution in"},
               [&](Acting& acting) -> Outcome {
                   if (!is_collected_net(store::load_terms(acting.tx, person, stream))) {
                       return Error{"casework.no_contribution",
                                    "Nothing is asked for that is paid into the account of the "
                                    "support. Ask a worker."};
                   }
                   if (on > desk.today) {
                       return day_ahead();
                   }
                   ledger::Act entry;
                   entry.on = on;
                   entry.recorded = desk.now;
                   entry.cause = "paid_in:" + id.to_text();
                   entry.person = person;
                   entry.about = id.to_text();
                   TRY(const ledger::Entry paid, ledger::contribution_paid(entry, stream, amount));
                   acting.about = id.to_text();
                   return store::append(acting.tx, paid);
               });
}

Outcome receive_payment(Desk& desk, InvoiceId invoice, Date on, Money amount,
                        const std::string& how) {
    const ReportId id = desk.new_id<ReportId>();
    const auto journey = [&](Acting& acting) -> Outcome {
        TRY(acting.detail, base::plain_text(how, 200));
        if (acting.detail.empty()) {
            return Error{"casework.reasons_missing", "Write how the money came."};
        }
        if (on > desk.today) {
            return day_ahead();
        }
        for (const OpenInvoice& open : open_invoices(acting.tx)) {
            if (open.invoice.id != invoice) {
                continue;
            }
            if (amount > open.due) {
                return Error{"casework.more_than_due",
                             "Of this bill " + open.due.for_people() +
                                 " is still to be paid. Enter that or less."};
            }
            ledger::Act entry;
            entry.on = on;
            entry.recorded = desk.now;
            entry.cause = "received_by_hand:" + id.to_text();
            entry.person = open.invoice.person;
            entry.about = invoice.to_text();
            TRY(const ledger::Entry received,
                ledger::contribution_received(entry, open.invoice.stream, amount));
            acting.about = invoice.to_text();
            return store::append(acting.tx, received);
        }
        return Error{"casework.invoice_unknown",
                     "Nothing is to be paid of this bill. Look at the list again."};
    };
    return act(desk, {"receive_payment", Action::match_statement, {}, {}}, journey);
}

}  // namespace casework
