#include "casework/give_back_share.h"

#include <algorithm>
#include <map>

#include "casework/refund_contribution.h"
#include "store/due.h"
#include "store/ledger.h"
#include "store/plans.h"

namespace casework {

namespace {

constexpr std::string_view prefix = "share_back:";

Error nothing_kept_back() {
    return {"casework.no_refund_due",
            "Nothing more is to be given back of payments. Look at the list again."};
}

// What of a stream was taken off each line's payments, less what came back of it so far.
std::map<PlanLineId, Money> kept_back(store::View& view, const RefundDue& due) {
    std::map<PlanLineId, Money> sums;
    for (const ledger::Entry& entry : store::load_entries_of(view, due.person)) {
        const bool is_share = entry.kind() == ledger::EntryKind::net_contribution ||
                              entry.kind() == ledger::EntryKind::net_contribution_undone;
        for (const ledger::Posting& posting : entry.postings()) {
            if (is_share && entry.facts().line && posting.account.stream == due.stream &&
                posting.account.kind == ledger::AccountKind::pool) {
                sums[*entry.facts().line] += posting.amount;
            }
        }
    }
    return sums;
}

// pool -> held -> owed to the holder of one line.
Outcome give_back(const Desk& desk, store::Tx& tx, const store::MadeInstalment& from,
                  const RefundDue& due, Money amount, const std::string& key) {
    const std::optional<budget::Budget> budget = store::find_budget(tx, from.budget);
    CHECK(budget.has_value());
    ledger::Act act;
    act.year = store::year_of(tx, budget->id);
    act.on = act.year.not_before(desk.today);
    act.recorded = desk.now;
    act.person = due.person;
    act.about = from.budget.to_text();
    act.line = from.line;
    act.cause = std::string(prefix) + key;
    TRY(const ledger::Entry undone, ledger::net_contribution_undone(act, {{due.stream, amount}}));
    TRY_DONE(store::append(tx, undone));
    act.cause = "share_owed:" + key;
    TRY(const ledger::Entry owed, ledger::settle(act, from.holder, {{due.stream, amount}}));
    return store::append(tx, owed);
}

Outcome give_back_all(Desk& desk, store::Tx& tx, const RefundDue& due) {
    std::map<PlanLineId, Money> kept = kept_back(tx, due);
    std::vector<store::MadeInstalment> made = store::load_instalments_of(tx, due.person);
    std::reverse(made.begin(), made.end());
    const std::string id = desk.new_id<ReportId>().to_text();
    Money rest = due.of_shares;
    int number = 0;
    for (const store::MadeInstalment& each : made) {
        Money& there = kept[each.line];
        const Money part = std::min(rest, there);
        if (part.is_positive()) {
            TRY_DONE(give_back(desk, tx, each, due, part, id + ":" + std::to_string(++number)));
            there -= part;
            rest -= part;
        }
    }
    return rest.is_zero() ? Outcome(Done{}) : Outcome(nothing_kept_back());
}

}  // namespace

Outcome give_back_share(Desk& desk, InvoiceId invoice) {
    return act(desk, {"give_back_share", people::Action::match_statement, {}, {}},
               [&](Acting& acting) -> Outcome {
                   for (const RefundDue& due : refunds_due(acting.tx)) {
                       if (due.invoice == invoice && due.of_shares.is_positive()) {
                           acting.about = invoice.to_text();
                           acting.detail = due.of_shares.for_people();
                           return give_back_all(desk, acting.tx, due);
                       }
                   }
                   return nothing_kept_back();
               });
}

bool is_share_given_back(std::string_view cause) {
    return cause.starts_with(prefix);
}

}  // namespace casework
