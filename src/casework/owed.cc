#include "casework/owed.h"

#include <algorithm>
#include <map>
#include <set>

#include "casework/last_day.h"
#include "store/due.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using ledger::AccountKind;
using ledger::Entry;
using ledger::EntryKind;

// One debt: what a delivery or an instalment made, of one stream.
struct Debt {
    std::string about;  // "del_..." or the key of the instalment
    std::string cause;
    StreamId stream;
    PayeeId payee;
    CouncilYear year;  // whose money is owed
    std::optional<PlanLineId> line;
    std::string budget_or_order;  // what the entry is about
    Date on;
    Money amount = {};
    int attempt = 0;
};

// "settle:del_..." is about the delivery; a closing payment is named by its whole cause.
std::string about_of(const std::string& cause) {
    for (const std::string_view prefix : {"settle:", "instalment:"}) {
        if (cause.starts_with(prefix)) {
            return cause.substr(prefix.size());
        }
    }
    return cause;
}

// The part of a cause after its first so many colons.
std::string tail_of(const std::string& cause, int colons) {
    std::size_t at = 0;
    for (int i = 0; i < colons; ++i) {
        at = cause.find(':', at) + 1;
    }
    return cause.substr(at);
}

// Follows the entries of one person.
class Debts {
public:
    void take(const Entry& entry) {
        by_id_.emplace(entry.id(), &entry);
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == AccountKind::owed) {
                take(entry, posting);
            }
        }
    }
    const std::vector<Debt>& all() const { return debts_; }

private:
    void take(const Entry& entry, const ledger::Posting& posting) {
        const Entry* original = &entry;
        if (entry.facts().reverses) {
            const auto found = by_id_.find(*entry.facts().reverses);
            CHECK(found != by_id_.end());
            original = found->second;
        }
        const int sign = original == &entry ? 1 : -1;
        switch (original->kind()) {
            case EntryKind::settle:
                if (sign > 0) {
                    make(entry, posting);
                } else {
                    change(about_of(original->cause()), posting, 0);
                }
                return;
            case EntryKind::instruct:
                change(tail_of(original->cause(), 2), posting, 0);
                return;
            case EntryKind::bank_reject:
                change(tail_of(original->cause(), 3), posting, sign);
                return;
            default:
                take_back(entry, posting);
                return;
        }
    }

    void make(const Entry& entry, const ledger::Posting& posting) {
        Debt debt;
        debt.about = about_of(entry.cause());
        debt.cause = entry.cause();
        debt.stream = posting.account.stream;
        debt.payee = posting.account.payee;
        debt.year = posting.account.year;
        debt.line = entry.facts().line;
        debt.budget_or_order = entry.facts().about;
        debt.on = entry.on();
        debt.amount = posting.amount;
        debts_.push_back(std::move(debt));
    }

    void change(const std::string& about, const ledger::Posting& posting, int attempts) {
        for (Debt& debt : debts_) {
            if (debt.about == about && debt.stream == posting.account.stream &&
                debt.payee == posting.account.payee) {
                debt.amount += posting.amount;
                debt.attempt += attempts;
                return;
            }
        }
    }

    // A debt that becomes a promise again names no debt: the latest of the same plan line goes
    // first, then the latest of any.
    void take_back(const Entry& entry, const ledger::Posting& posting) {
        Money rest = -posting.amount;
        for (const bool same_line : {true, false}) {
            for (auto debt = debts_.rbegin(); debt != debts_.rend() && rest.is_positive(); ++debt) {
                if (debt->stream == posting.account.stream &&
                    debt->payee == posting.account.payee && debt->year == posting.account.year &&
                    debt->amount.is_positive() &&
                    (!same_line || debt->line == entry.facts().line)) {
                    const Money part = std::min(rest, debt->amount);
                    debt->amount -= part;
                    rest -= part;
                }
            }
        }
    }

    std::vector<Debt> debts_;
    std::map<EntryId, const Entry*> by_id_;
};

// The days of support a debt is for.
Period service_of(store::View& view, const Debt& debt) {
    if (const std::optional<DeliveryId> id = DeliveryId::parse(debt.about)) {
        if (const auto delivery = store::find_delivery(view, *id)) {
            return {delivery->on, delivery->on.plus_days(1)};
        }
    }
    if (const auto instalment = store::find_instalment(view, debt.about)) {
        // A change that cut the line took the later days back from what is owed.
        const std::optional<budget::Budget> budget = store::find_budget(view, instalment->budget);
        const budget::BudgetLine* line = budget ? budget->find(instalment->line) : nullptr;
        const std::optional<Period> days =
            line != nullptr ? instalment->covers.overlap(line->plan.dates) : std::nullopt;
        return days.value_or(instalment->covers);
    }
    // A closing payment is for days before the change, so to the end of what is left of the line.
    if (const std::optional<BudgetId> id = BudgetId::parse(debt.budget_or_order); id && debt.line) {
        const std::optional<budget::Budget> budget = store::find_budget(view, *id);
        if (const budget::BudgetLine* line = budget ? budget->find(*debt.line) : nullptr) {
            return line->plan.dates;
        }
    }
    return {debt.on, debt.on.plus_days(1)};
}

}  // namespace

std::vector<payments::OwedLine> owed_lines(store::View& view) {
    std::set<PersonId> persons;
    for (const ledger::Balance& balance : store::load_balances(view)) {
        if (balance.account.kind == AccountKind::owed && balance.amount.is_positive()) {
            persons.insert(balance.account.person);
        }
    }
    std::vector<payments::OwedLine> lines;
    for (const PersonId& person : persons) {
        const std::vector<Entry> entries = store::load_entries_of(view, person);
        Debts debts;
        for (const Entry& entry : entries) {
            debts.take(entry);
        }
        for (const Debt& debt : debts.all()) {
            if (!debt.amount.is_positive()) {
                continue;
            }
            payments::OwedLine line;
            line.person = person;
            line.stream = debt.stream;
            line.payee = debt.payee;
            line.about = debt.about;
            line.service = service_of(view, debt);
            line.amount = debt.amount;
            line.attempt = debt.attempt;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::string debt_cause(const std::string& about) {
    return about.starts_with("del_")   ? "settle:" + about
           : about.starts_with("lin_") ? "instalment:" + about
                                       : about;
}

std::string bank_cause(BankStep step, PaymentId payment, const std::string& about, int count) {
    return std::string(step == BankStep::clear ? "clear:" : "reject:") + payment.to_text() + ":" +
           std::to_string(count) + ":" + about;
}

int bank_steps_taken(store::View& view, BankStep step, PaymentId payment,
                     const std::string& about) {
    int count = 0;
    while (store::has_cause(view, bank_cause(step, payment, about, count + 1))) {
        ++count;
    }
    return count;
}

std::vector<payments::PersonEnd> person_ends(store::View& view) {
    std::vector<payments::PersonEnd> ends;
    for (const people::Person& person : store::load_people(view)) {
        if (const std::optional<Date> last = last_day_of(person)) {
            ends.push_back({person.id, *last});
        }
    }
    return ends;
}

}  // namespace casework
