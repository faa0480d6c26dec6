#include "casework/see_finance.h"

#include <algorithm>
#include <set>

#include "budget/instalment.h"
#include "casework/contribution_days.h"
#include "casework/find_stream.h"
#include "casework/invoice_contribution.h"
#include "casework/owed.h"
#include "casework/reconcile_bank.h"
#include "store/bank_details.h"
#include "store/ledger.h"
#include "store/pay_runs.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

constexpr std::int64_t look_ahead_days = 28;

// The next instalments of everybody's budgets that were not made.
std::vector<store::MadeInstalment> coming(store::View& view, Date today) {
    const std::set<std::string> made = store::load_instalment_keys(view);
    const Date until = today.plus_days(look_ahead_days);
    std::vector<store::MadeInstalment> found;
    for (const budget::Budget& budget : store::load_budgets(view, {today, until})) {
        const std::vector<budget::ContributionTerms> terms = load_own_terms(view, budget);
        for (const budget::Instalment& each : budget::schedule(budget, terms).instalments) {
            if (each.due < until && !made.contains(each.key())) {
                found.push_back({each.key(),
                                 budget.person,
                                 budget.id,
                                 each.line,
                                 each.holder,
                                 each.due,
                                 each.covers,
                                 each.gross(),
                                 each.share(),
                                 {}});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.due < b.due; });
    return found;
}

StreamLimit limit_of(Desk& desk, const StreamId& stream) {
    StreamLimit limit;
    limit.stream = stream;
    const policy::Stream* known = find_stream(desk.shelf, stream, desk.today);
    limit.name = known != nullptr ? known->name : stream;
    limit.owner = known != nullptr ? known->owner : "";
    return limit;
}

void add(StreamLimit& limit, const ledger::Balance& balance) {
    switch (balance.account.kind) {
        case AccountKind::funder:
            limit.limit += -balance.amount;
            return;
        case AccountKind::pool:
            limit.not_awarded += balance.amount;
            return;
        case AccountKind::available:
            limit.decided += balance.amount;
            return;
        case AccountKind::held:
            limit.decided += balance.amount;
            limit.held += balance.amount;
            return;
        case AccountKind::owed:
        case AccountKind::clearing:
            limit.decided += balance.amount;
            limit.owed += balance.amount;
            return;
        case AccountKind::paid_to_holder:
        case AccountKind::spent:
            limit.decided += balance.amount;
            limit.paid += balance.amount;
            return;
        case AccountKind::own_money:
        case AccountKind::contribution:
        case AccountKind::charge_paid:
        case AccountKind::top_up:
            return;
    }
}

// What agreed plans still cost from tomorrow to the year's end, by stream: an estimate of what
// will be paid beside what was paid and is owed.
std::map<StreamId, Money> still_to_come(store::View& view, Date today, CouncilYear year) {
    std::map<StreamId, Money> sums;
    const Period ahead{year.not_before(today.plus_days(1)), year.period().until};
    if (ahead.from >= ahead.until) {
        return sums;
    }
    for (const budget::Budget& budget : store::load_budgets(view, ahead)) {
        for (const budget::BudgetLine& line : budget.lines) {
            for (const ledger::Portion& portion : budget::accrued(line, ahead)) {
                sums[portion.stream] += portion.amount;
            }
        }
    }
    return sums;
}

// Whether anything of another year is still to be looked at.
bool matters(const StreamLimit& limit, CouncilYear this_year) {
    return limit.year > this_year || limit.decided != limit.paid || !limit.not_awarded.is_zero();
}

using LimitsByYear = std::map<std::pair<CouncilYear, StreamId>, StreamLimit>;

LimitsByYear add_up(Desk& desk, store::View& view) {
    const CouncilYear this_year = CouncilYear::of(desk.today);
    LimitsByYear found;
    const auto at = [&](CouncilYear year, const StreamId& stream) -> StreamLimit& {
        const auto [place, is_new] = found.try_emplace({year, stream}, StreamLimit{});
        if (is_new) {
            place->second = limit_of(desk, stream);
            place->second.year = year;
            place->second.ledger_code = store::find_ledger_code(view, stream);
        }
        return place->second;
    };
    for (const auto& [id, package] : desk.shelf) {
        for (const policy::Stream& stream : package->all_streams()) {
            if (stream.exists_on(desk.today)) {
                at(this_year, stream.id);
            }
        }
    }
    for (const ledger::Balance& balance : store::load_balances(view)) {
        if (!balance.account.stream.empty()) {
            add(at(balance.account.year, balance.account.stream), balance);
        }
    }
    return found;
}

// Never more than is decided: what runs ahead is part of it, or waits for a decision. Of a year
// that is over, what is promised may still be paid, and nothing else.
Money forecast_of(const StreamLimit& limit, bool is_over, const std::map<StreamId, Money>& ahead) {
    const auto coming_sum = ahead.find(limit.stream);
    const Money to_come = coming_sum == ahead.end() ? Money() : coming_sum->second;
    return std::min(limit.decided, limit.paid + limit.owed + (is_over ? limit.held : to_come));
}

void write_limits(Desk& desk, store::View& view, FinanceView& finance) {
    const CouncilYear this_year = CouncilYear::of(desk.today);
    std::map<CouncilYear, std::map<StreamId, Money>> ahead;
    for (auto& [key, limit] : add_up(desk, view)) {
        if (!ahead.contains(limit.year)) {
            ahead[limit.year] = still_to_come(view, desk.today, limit.year);
        }
        limit.forecast = forecast_of(limit, limit.year < this_year, ahead[limit.year]);
        if (limit.year == this_year) {
            finance.streams.push_back(std::move(limit));
        } else if (matters(limit, this_year)) {
            finance.other_years.push_back(std::move(limit));
        }
    }
}

std::map<PersonId, std::string> references(store::View& view) {
    std::map<PersonId, std::string> found;
    for (const people::Person& person : store::load_people(view)) {
        found.emplace(person.id, person.reference);
    }
    return found;
}

Result<StreamAccountView> account_of(Desk& desk, store::View& view, const StreamId& stream,
                                     const Period& period) {
    const StreamLimit limit = limit_of(desk, stream);
    StreamAccountView account;
    account.stream = stream;
    account.name = limit.name;
    account.owner = limit.owner;
    account.ledger_code = store::find_ledger_code(view, stream);
    account.statement =
        ledger::owner_statement(store::load_entries_of_stream(view, stream), stream, period);
    if (account.owner.empty() && account.statement.lines.empty()) {
        return Error{"casework.stream_unknown",
                     "No package of rules knows this stream. Choose one from the list."};
    }
    account.references = references(view);
    return account;
}

}  // namespace

Result<FinanceView> see_finance(Desk& desk) {
    return consult(desk, Action::see_finance, {},
                   [&](store::Snapshot& snapshot) -> Result<FinanceView> {
                       FinanceView view;
                       view.year = CouncilYear::of(desk.today).period();
                       view.made_today =
                           store::load_instalments(snapshot, {desk.today, desk.today.plus_days(1)});
                       view.coming = coming(snapshot, desk.today);
                       view.waiting_run = store::find_prepared_run(snapshot);
                       for (const payments::OwedLine& line : owed_lines(snapshot)) {
                           view.owed_total += line.amount;
                           ++view.owed_count;
                       }
                       view.details_waiting = store::load_waiting_bank_details(snapshot).size();
                       view.bank_open = store::load_open_bank_lines(snapshot).size();
                       view.exceptions = store::load_exceptions(snapshot);
                       write_limits(desk, snapshot, view);
                       view.refunds = refunds_due(snapshot);
                       for (const OpenInvoice& open : open_invoices(snapshot)) {
                           view.open_invoices.push_back({open.invoice, open.due});
                       }
                       view.references = references(snapshot);
                       return view;
                   });
}

Result<StreamAccountView> see_stream_account(Desk& desk, const StreamId& stream,
                                             const Period& period) {
    const auto reading = [&](store::Snapshot& snapshot) -> Result<StreamAccountView> {
        return account_of(desk, snapshot, stream, period);
    };
    auto owned = consult(desk, Action::see_stream_account, {.stream = stream}, reading);
    if (owned || owned.error().code != "people.not_allowed") {
        return owned;
    }
    return consult(desk, Action::see_finance, {.stream = stream}, reading);
}

namespace {

// The code of each posting's stream; a stream is looked up once.
std::vector<std::string> codes_of(store::View& view, const ledger::Entry& entry,
                                  std::map<StreamId, std::string>& known) {
    std::vector<std::string> codes;
    for (const ledger::Posting& posting : entry.postings()) {
        const StreamId& stream = posting.account.stream;
        auto code = known.find(stream);
        if (code == known.end()) {
            code = known.emplace(stream, store::find_ledger_code(view, stream)).first;
        }
        codes.push_back(code->second);
    }
    return codes;
}

}  // namespace

Result<std::vector<EntryRow>> see_entries(Desk& desk, const std::optional<StreamId>& stream,
                                          const Period& period) {
    return consult(
        desk, Action::see_finance, {},
        [&](store::Snapshot& snapshot) -> Result<std::vector<EntryRow>> {
            const std::map<PersonId, std::string> names = references(snapshot);
            std::map<StreamId, std::string> codes;
            std::vector<EntryRow> rows;
            for (const ledger::Entry& entry : stream
                                                  ? store::load_entries_of_stream(snapshot, *stream)
                                                  : store::load_entries(snapshot)) {
                if (period.contains(entry.on())) {
                    const auto name = names.find(entry.person());
                    rows.push_back({entry.facts(), name == names.end() ? "" : name->second,
                                    codes_of(snapshot, entry, codes)});
                }
            }
            return rows;
        });
}

}  // namespace casework
