#include "casework/refund_contribution.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "store/due.h"
#include "store/ledger.h"

namespace casework {

namespace {

using ledger::EntryKind;

// What of a bill's payment was not taken back yet.
std::map<EntryId, Money> not_taken_back(const std::vector<ledger::Entry>& entries,
                                        const StreamId& stream) {
    std::map<EntryId, Money> left;
    for (const ledger::Entry& entry : entries) {
        if (entry.kind() == EntryKind::contribution_received && entry.facts().towards == stream) {
            left[entry.id()] = entry.amount();
        } else if (entry.facts().reverses && left.contains(*entry.facts().reverses)) {
            left[*entry.facts().reverses] -= entry.amount();
        }
    }
    return left;
}

Outcome take_back(const Desk& desk, store::Tx& tx, const RefundDue& due, Date on, Money amount,
                  const std::string& key) {
    const std::vector<ledger::Entry> entries = store::load_entries_of(tx, due.person);
    const std::map<EntryId, Money> left = not_taken_back(entries, due.stream);
    Money rest = amount;
    int number = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend() && rest.is_positive(); ++entry) {
        const auto found = left.find(entry->id());
        if (found == left.end() || !found->second.is_positive()) {
            continue;
        }
        const Money part = std::min(rest, found->second);
        ledger::Act act;
        act.on = std::max(on, entry->on());
        act.recorded = desk.now;
        act.cause = "refund:" + key + ":" + std::to_string(++number);
        act.person = due.person;
        act.about = entry->facts().about;
        TRY(const ledger::Entry back, ledger::reverse_part(act, *entry, {{"", part}}));
        TRY_DONE(store::append(tx, back));
        rest -= part;
    }
    CHECK(rest.is_zero());  // a refund is never more than was paid
    return Done{};
}

}  // namespace

std::vector<RefundDue> refunds_due(store::View& view) {
    const std::map<std::string, Money> received = store::load_received(view);
    std::map<std::pair<PersonId, StreamId>, RefundDue> sums;
    std::map<std::pair<PersonId, StreamId>, Money> paid_for_bills;
    for (const store::Invoice& invoice : store::load_invoices(view)) {
        RefundDue& due = sums[{invoice.person, invoice.stream}];
        const auto paid = received.find(invoice.id.to_text());
        due.invoice = invoice.id;
        due.person = invoice.person;
        due.stream = invoice.stream;
        due.reference = invoice.reference;
        const Money sum = paid == received.end() ? Money() : paid->second;
        due.amount += sum - invoice.amount();
        paid_for_bills[{invoice.person, invoice.stream}] += sum;
    }
    for (const auto& [of, given] : store::load_shares_given_back(view)) {
        sums[of].amount -= given;
    }
    std::vector<RefundDue> all;
    for (auto& [key, due] : sums) {
        if (due.amount.is_positive()) {
            due.of_shares = std::max(Money(), due.amount - paid_for_bills[key]);
            all.push_back(std::move(due));
        }
    }
    std::sort(all.begin(), all.end(),
              [](const RefundDue& a, const RefundDue& b) { return a.reference < b.reference; });
    return all;
}

Outcome refund_contribution(Desk& desk, InvoiceId invoice, Date on, Money amount,
                            const std::string& how) {
    const ReportId id = desk.new_id<ReportId>();
    const auto journey = [&](Acting& acting) -> Outcome {
        TRY(acting.detail, base::plain_text(how, 200));
        if (acting.detail.empty()) {
            return Error{"casework.reasons_missing", "Write how the money was paid back."};
        }
        if (on > desk.today) {
            return Error{"casework.day_ahead",
                         "This day has not come yet. Enter today or an earlier day."};
        }
        if (!amount.is_positive()) {
            return Error{"ledger.not_positive", "Enter a sum above nought."};
        }
        for (const RefundDue& due : refunds_due(acting.tx)) {
            if (due.invoice != invoice) {
                continue;
            }
            if (amount > due.of_bills()) {
                return Error{
                    "casework.more_than_due",
                    "To be paid back are " + due.of_bills().for_people() + ". Enter that or less."};
            }
            acting.about = invoice.to_text();
            return take_back(desk, acting.tx, due, on, amount, id.to_text());
        }
        return Error{"casework.no_refund_due",
                     "Nothing is to be paid back of this bill. Look at the list again."};
    };
    return act(desk, {"refund_contribution", people::Action::match_statement, {}, {}}, journey);
}

}  // namespace casework
