#include "casework/invoice_contribution.h"

#include <algorithm>
#include <map>

#include "budget/change.h"
#include "budget/instalment.h"
#include "budget/share.h"
#include "casework/contribution_days.h"
#include "casework/give_back_share.h"
#include "casework/last_day.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using budget::Collected;

constexpr std::int64_t days_each = 28;

// The days of a budget in which she owes a contribution.
Period charged_days(const budget::Budget& budget, const people::Person& person) {
    Period days = budget.period;
    if (const std::optional<Date> last = last_day_of(person)) {
        days.until = std::max(days.from, std::min(days.until, last->plus_days(1)));
    }
    return days;
}

// One sum that she is asked for, and the day by which all the days it is for have passed.
struct Asked {
    Date until;
    Money amount;
};

// A budget as it is once it has ended with its record, and what of her share that end takes back.
// Until it is carried out (a payment may be on its way to the bank) a bill counts as if it were, so
// that nothing is asked for a day after the last.
struct Lived {
    budget::Budget budget;
    std::vector<budget::Movement> movements;
};

Lived lived(store::View& view, const budget::Budget& budget, const people::Person& person) {
    const std::optional<Date> last = last_day_of(person);
    if (!last || budget.period.until <= last->plus_days(1)) {
        return {budget, {}};
    }
    Result<budget::Change> ended =
        budget::end_budget(budget, last->plus_days(1), "",
                           budget::paid_in_advance(store::load_entries_of(view, person.id)));
    CHECK(ended.has_value());
    return {std::move(ended->after), std::move(ended->movements)};
}

// What was taken off one payment in advance for a stream.
Money taken_off(store::View& view, const std::string& key, const StreamId& stream) {
    Money taken;
    if (const auto entry = store::find_entry_by_cause(view, "net_contribution:" + key)) {
        for (const ledger::Posting& posting : entry->postings()) {
            if (posting.account.kind == ledger::AccountKind::pool &&
                posting.account.stream == stream) {
                taken += posting.amount;
            }
        }
    }
    return taken;
}

// Sums what changes took back of a stream's shares, line by line.
std::map<PlanLineId, Money> taken_back(store::View& view, PersonId person, const Lived& lived,
                                       const StreamId& stream) {
    std::map<PlanLineId, Money> sums;
    for (const ledger::Entry& entry : store::load_entries_of(view, person)) {
        // What was given back of a share settles a bill below nought, and no change did it.
        if (entry.kind() != ledger::EntryKind::net_contribution_undone || !entry.facts().line ||
            is_share_given_back(entry.cause())) {
            continue;
        }
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == ledger::AccountKind::held &&
                posting.account.stream == stream) {
                sums[*entry.facts().line] += posting.amount;
            }
        }
    }
    for (const budget::Movement& movement : lived.movements) {
        if (movement.step == budget::Step::undo_share) {
            sums[movement.line] += budget::amount_of(movement.portions, stream);
        }
    }
    return sums;
}

// What of the net contribution of some terms she is still to be asked for: what could not be taken
// off instalments, and what was taken off them otherwise than the terms now say for the days they
// are still for.
std::vector<Asked> left_to_ask(store::View& view, const budget::Budget& budget,
                               const people::Person& person,
                               const budget::ContributionTerms& terms) {
    std::vector<Asked> asked;
    std::vector<store::MadeInstalment> made = store::load_instalments_of(view, person.id);
    std::erase_if(made, [&](const auto& each) { return each.budget != budget.id; });
    // What was taken off before the terms became gross counts too.
    if (std::none_of(terms.terms.begin(), terms.terms.end(),
                     [](const auto& term) { return term.collected == Collected::net; }) &&
        std::none_of(made.begin(), made.end(),
                     [](const auto& each) { return each.share.is_positive(); })) {
        return asked;
    }
    const Lived ended = lived(view, budget, person);
    const budget::Schedule schedule = budget::schedule(ended.budget, {terms});
    for (const budget::Uncollected& each : schedule.uncollected) {
        asked.push_back({each.covers.until, each.amount});
    }
    // Payments that were cut, or are no part of the budget any more, line by line: a change takes
    // back a line's shares in one sum.
    std::map<PlanLineId, Asked> cut;
    const Asked nothing{ended.budget.period.from, Money()};
    for (const store::MadeInstalment& each : made) {
        const Money taken = taken_off(view, each.key, terms.stream);
        const auto planned = std::find_if(schedule.instalments.begin(), schedule.instalments.end(),
                                          [&](const auto& one) { return one.key() == each.key; });
        if (planned == schedule.instalments.end()) {
            cut.try_emplace(each.line, nothing).first->second.amount -= taken;
            continue;
        }
        const Money due = budget::amount_of(planned->shares, terms.stream) - taken;
        if (planned->covers == each.covers) {
            asked.push_back({planned->covers.until, due});
            continue;
        }
        Asked& rest = cut.try_emplace(each.line, nothing).first->second;
        rest.until = std::max(rest.until, planned->covers.until);
        rest.amount += due;
    }
    if (!cut.empty()) {
        const std::map<PlanLineId, Money> back = taken_back(view, person.id, ended, terms.stream);
        for (auto& [line, rest] : cut) {
            const auto found = back.find(line);
            rest.amount += found == back.end() ? Money() : found->second;
            asked.push_back(rest);
        }
    }
    return asked;
}

class Series {
public:
    Series(Desk& desk, Acting& acting, const people::Person& person, const budget::Budget& budget,
           const budget::ContributionTerms& terms)
        : desk_(desk),
          acting_(acting),
          person_(person),
          budget_(budget),
          terms_(terms),
          net_(left_to_ask(acting.tx, budget, person, terms)) {
        for (store::Invoice& invoice : store::load_invoices_of(acting.tx, person.id)) {
            ++numbered_;
            if (invoice.budget == budget.id && invoice.stream == terms.stream) {
                made_.push_back(std::move(invoice));
            }
        }
    }

    Invoiced make_due() {
        const Period days = charged_days(budget_, person_);
        for (Date from = days.from; from < days.until; from = from.plus_days(days_each)) {
            const Period stretch{from, std::min(from.plus_days(days_each), days.until)};
            if (stretch.until > desk_.today) {
                return result_;
            }
            make(key(from.to_text()), stretch, asked_until(days, stretch.until));
        }
        // All is invoiced: what still differs was decided afterwards.
        if (days.until <= desk_.today) {
            make(key("correction " + std::to_string(made_.size())),
                 {desk_.today, desk_.today.plus_days(1)}, asked_until(days, days.until), true);
        }
        return result_;
    }

private:
    std::string key(const std::string& part) const {
        return budget_.id.to_text() + " " + terms_.stream + " " + part;
    }

    // What is asked of her for the budget's days up to `until`, and was not taken off instalments.
    Money asked_until(const Period& days, Date until) const {
        Money sum;
        if (days.from < until) {
            sum = terms_.due_in({days.from, until}, Collected::gross);
        }
        for (const Asked& each : net_) {
            sum += each.until <= until || until >= days.until ? each.amount : Money();
        }
        return sum;
    }

    Money made_before(Date until, bool all) const {
        Money sum;
        for (const store::Invoice& invoice : made_) {
            sum += all || invoice.period.until <= until ? invoice.amount() : Money();
        }
        return sum;
    }

    void make(const std::string& key, const Period& stretch, Money asked, bool corrects = false) {
        const bool known =
            std::any_of(made_.begin(), made_.end(),
                        [&](const store::Invoice& invoice) { return invoice.key == key; });
        if (known) {
            return;
        }
        store::Invoice invoice;
        invoice.key = key;
        invoice.period = stretch;
        const Period days = charged_days(budget_, person_);
        invoice.for_period = corrects ? Money() : asked - asked_until(days, stretch.from);
        invoice.correction = asked - invoice.for_period - made_before(stretch.from, corrects);
        if (invoice.amount().is_zero()) {
            return;
        }
        invoice.id = desk_.new_id<InvoiceId>();
        invoice.person = person_.id;
        invoice.budget = budget_.id;
        invoice.stream = terms_.stream;
        const std::string number = std::to_string(++numbered_);
        invoice.reference = person_.reference + "-" + (number.size() < 2 ? "0" : "") + number;
        invoice.issued_on = desk_.today;
        store::keep(acting_.tx, invoice);
        ++result_.count;
        result_.total += invoice.amount();
        made_.push_back(std::move(invoice));
    }

    Desk& desk_;
    Acting& acting_;
    const people::Person& person_;
    const budget::Budget& budget_;
    const budget::ContributionTerms& terms_;
    std::vector<Asked> net_;
    std::vector<store::Invoice> made_;
    std::size_t numbered_ = 0;
    Invoiced result_;
};

Result<bool> has_terms(Desk& desk, BudgetId id) {
    return desk.store.read([&](store::Snapshot& snapshot) -> Result<bool> {
        const std::optional<budget::Budget> budget = store::find_budget(snapshot, id);
        return budget && !store::load_terms(snapshot, budget->person).empty();
    });
}

}  // namespace

Result<Invoiced> invoice_contribution(Desk& desk, BudgetId id) {
    Invoiced invoiced;
    TRY(const bool charges, has_terms(desk, id));
    if (!charges) {
        return invoiced;
    }
    PersonId of;
    desk.store.read([&](store::Snapshot& snapshot) {
        of = store::find_budget(snapshot, id)->person;
        return Done{};
    });
    bool is_due = true;
    const auto journey = [&](Acting& acting) -> Outcome {
        const std::optional<budget::Budget> budget = store::find_budget(acting.tx, id);
        TRY(const people::Person person, store::load_person(acting.tx, budget->person));
        for (const budget::ContributionTerms& terms : load_own_terms(acting.tx, *budget)) {
            const Invoiced made = Series(desk, acting, person, *budget, terms).make_due();
            invoiced.count += made.count;
            invoiced.total += made.total;
        }
        acting.about = id.to_text();
        // Nothing was due: no line in the journal for it.
        is_due = invoiced.count > 0;
        return is_due ? Outcome(Done{})
                      : Outcome(Error{"casework.nothing_due", "No invoice is due."});
    };
    const Outcome outcome = act(desk,
                                {"invoice_contribution",
                                 people::Action::prepare_pay_run,
                                 {.person = of},
                                 "Invoiced the contribution"},
                                journey);
    if (!outcome && is_due) {
        return outcome.error();
    }
    return invoiced;
}

std::vector<OpenInvoice> open_invoices(store::View& view) {
    std::vector<OpenInvoice> all;
    const std::map<std::string, Money> received = store::load_received(view);
    std::map<std::pair<PersonId, StreamId>, Money> credit;
    for (const auto& [of, given] : store::load_shares_given_back(view)) {
        credit[of] -= given;
    }
    for (store::Invoice& invoice : store::load_invoices(view)) {
        const auto paid = received.find(invoice.id.to_text());
        Money due = invoice.amount() - (paid == received.end() ? Money() : paid->second);
        if (due.is_negative()) {
            credit[{invoice.person, invoice.stream}] += -due;
            due = {};
        }
        all.push_back({std::move(invoice), due});
    }
    for (OpenInvoice& each : all) {
        Money& left = credit[{each.invoice.person, each.invoice.stream}];
        const Money used = std::min(std::max(left, Money()), each.due);
        each.due -= used;
        left -= used;
    }
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const OpenInvoice& each) { return each.due.is_zero(); }),
              all.end());
    return all;
}

}  // namespace casework
