// The laws of the entries: I1 to I5, I7, I8, I19 and I21.

#include "casework/book_laws.h"

#include <map>
#include <set>
#include <tuple>

#include "ledger/statement.h"
#include "market/delivery.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using ledger::AccountKind;
using ledger::EntryFacts;
using ledger::EntryKind;

// The kind of what an entry does or takes back.
class Kinds {
public:
    explicit Kinds(const std::vector<EntryFacts>& rows) {
        for (const EntryFacts& row : rows) {
            kinds_.emplace(row.id, row.kind);
        }
    }
    EntryKind of(const EntryFacts& row) const {
        const auto original = row.reverses ? kinds_.find(*row.reverses) : kinds_.end();
        return original == kinds_.end() ? row.kind : original->second;
    }

private:
    std::map<EntryId, EntryKind> kinds_;
};

Money moved(const EntryFacts& row, AccountKind kind) {
    Money sum;
    for (const ledger::Posting& posting : row.postings) {
        sum += posting.account.kind == kind ? posting.amount : Money();
    }
    return sum;
}

// Whether every row obeys the ledger's own law, so that values can be made of them.
bool all_lawful(const std::vector<EntryFacts>& rows) {
    for (const EntryFacts& row : rows) {
        if (!ledger::Entry::make(row)) {
            return false;
        }
    }
    return true;
}

// Rows of a query of three texts, as violations.
template <typename... Values>
void find(Violations& found, store::View& view, const std::string& law, const std::string& sql,
          const std::string& words, const Values&... values) {
    for (store::Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        found.push_back({law, rows.text(0), words});
    }
}

void check_deliveries(store::View& view, const std::set<std::string>& causes, Violations& found) {
    using market::DeliveryStatus;
    for (const DeliveryStatus status :
         {DeliveryStatus::reported, DeliveryStatus::confirmed, DeliveryStatus::refused,
          DeliveryStatus::disputed, DeliveryStatus::withdrawn, DeliveryStatus::corrected}) {
        const bool has_debt =
            status == DeliveryStatus::confirmed || status == DeliveryStatus::corrected;
        for (const market::Delivery& delivery : store::load_deliveries(view, status)) {
            if (causes.contains("settle:" + delivery.id.to_text()) != has_debt) {
                found.push_back({"I4", delivery.id.to_text(),
                                 has_debt ? "It is confirmed and no entry makes it owed."
                                          : "It is not confirmed and an entry makes it owed."});
            }
        }
    }
}

}  // namespace

Violations entries_sum_to_nought(store::View& view) {
    Violations found = ledger::entries_balance(store::load_entry_rows(view));
    find(found, view, "I1",
         "select id from entry e where authority = ? and not exists (select 1 from posting p "
         "where p.authority = e.authority and p.entry = e.id)",
         "The entry has no postings.");
    find(found, view, "I1",
         "select entry from posting p where authority = ? and not exists (select 1 from entry e "
         "where e.authority = p.authority and e.id = p.entry)",
         "Postings belong to no entry.");
    return found;
}

Violations balances_are_their_postings(store::View& view) {
    return ledger::balances_are_sums(store::load_entry_rows(view), store::load_balances(view));
}

Violations one_effect_for_ever(store::View& view) {
    Violations found;
    find(found, view, "I3",
         "select cause from entry where authority = ? group by cause having count(*) > 1",
         "One cause made two entries.");
    find(found, view, "I3",
         "select key from paid_once where authority = ? group by key having count(*) > 1",
         "One sum was released twice.");
    // The same sum in two payments that went out, whatever was noted.
    find(found, view, "I3",
         "select l.about || '/' || l.stream || '/' || p.payee || '/' || l.attempt from "
         "payment_line l join payment p on p.authority = l.authority and p.id = l.payment where "
         "l.authority = ? and l.stopped is null and p.status in ('released', 'in_file', "
         "'settled', 'returned') group by 1 having count(*) > 1",
         "The same sum stands in two payments.");
    find(found, view, "I3",
         "select key from invoice where authority = ? group by key having count(*) > 1",
         "The same days were invoiced twice.");
    find(found, view, "I3",
         "select key from instalment where authority = ? group by key having count(*) > 1",
         "The same instalment was made twice.");
    return found;
}

Violations nothing_half_done(store::View& view) {
    Violations found;
    std::set<std::string> moments;
    for (store::Rows rows =
             view.query("select distinct at from act where authority = ?", view.authority());
         rows.next();) {
        moments.insert(rows.text(0));
    }
    if (const std::optional<std::int64_t> line = store::first_broken_line(view)) {
        found.push_back({"I4", "journal line " + std::to_string(*line),
                         "The journal is not whole from here on."});
    }
    std::set<std::string> causes;
    for (const EntryFacts& row : store::load_entry_rows(view)) {
        causes.insert(row.cause);
        if (!moments.contains(row.recorded.to_text())) {
            found.push_back(
                {"I4", row.id.to_text(), "The entry belongs to no act of the journal."});
        }
    }
    check_deliveries(view, causes, found);
    for (const people::Person& person : store::load_people(view)) {
        for (const market::Purchase& order : store::load_purchases_of(view, person.id)) {
            if (order.status != market::PurchaseStatus::draft &&
                !causes.contains("hold:" + order.id.to_text())) {
                found.push_back(
                    {"I4", order.id.to_text(), "It is ordered and nothing was promised for it."});
            }
        }
    }
    return found;
}

Violations never_below_nought(store::View& view) {
    Violations found = ledger::nothing_below_nought(store::load_entry_rows(view));
    for (const ledger::Balance& balance : store::load_balances(view)) {
        if (balance.amount.is_negative() && !ledger::may_go_below_nought(balance.account.kind)) {
            found.push_back({"I5", balance.account.to_text(),
                             "The balance is kept as " + balance.amount.to_text() + "."});
        }
    }
    return found;
}

Violations paid_within_agreed(store::View& view) {
    Violations found;
    const std::vector<EntryFacts> rows = store::load_entry_rows(view);
    const Kinds kinds(rows);
    std::map<PlanLineId, Money> paid;      // of lines held by somebody, before her contribution
    std::map<std::string, Money> settled;  // of orders
    for (const EntryFacts& row : rows) {
        switch (kinds.of(row)) {
            case EntryKind::settle:
            case EntryKind::unsettle:
                if (PurchaseId::parse(row.about)) {
                    settled[row.about] += moved(row, AccountKind::owed);
                } else if (row.line) {
                    paid[*row.line] += moved(row, AccountKind::owed);
                }
                break;
            case EntryKind::net_contribution:
            case EntryKind::net_contribution_undone:
                if (row.line) {
                    paid[*row.line] += moved(row, AccountKind::pool);
                }
                break;
            case EntryKind::recover:
            case EntryKind::bring_back:
                if (row.line) {
                    paid[*row.line] += moved(row, AccountKind::paid_to_holder);
                }
                break;
            default:
                break;
        }
    }
    std::map<PlanLineId, Money> agreed;
    for (const budget::Budget& budget :
         store::load_budgets(view, {Date::from_days(-1000000), Date::from_days(1000000)})) {
        for (const budget::BudgetLine& line : budget.lines) {
            agreed[line.plan.id] += ledger::total(line.portions);
        }
    }
    for (const auto& [line, sum] : paid) {
        if (sum > agreed[line]) {
            found.push_back(
                {"I7", line.to_text(),
                 sum.to_text() + " became owed, and " + agreed[line].to_text() + " is agreed."});
        }
    }
    for (const auto& [order, sum] : settled) {
        const std::optional<market::Purchase> purchase =
            store::find_purchase(view, *PurchaseId::parse(order));
        if (!purchase || sum > purchase->amount()) {
            found.push_back(
                {"I7", order, sum.to_text() + " became owed, which is over the order."});
        }
    }
    return found;
}

Violations taken_back_once(store::View& view) {
    return ledger::nothing_taken_back_twice(store::load_entry_rows(view));
}

Violations years_are_apart(store::View& view) {
    const std::vector<EntryFacts> rows = store::load_entry_rows(view);
    Violations found = ledger::years_are_apart(rows);
    const auto years = store::load_years_of_budgets(view);
    for (const auto& [id, of_versions] : years) {
        if (of_versions.size() > 1) {
            found.push_back({"I21", id.to_text(), "Its versions are of different years' money."});
        }
    }
    for (const EntryFacts& row : rows) {
        const std::optional<BudgetId> about = BudgetId::parse(row.about);
        const auto budget =
            row.kind == EntryKind::award && about ? years.find(*about) : years.end();
        if (budget != years.end() && !row.postings.empty() &&
            !budget->second.contains(row.postings.front().account.year)) {
            found.push_back({"I21", budget->first.to_text(),
                             "It is said to be of another year's money than was awarded to it."});
        }
    }
    return found;
}

Violations statements_agree(store::View& view) {
    Violations found;
    const std::vector<EntryFacts> rows = store::load_entry_rows(view);
    if (!all_lawful(rows)) {
        return {{"I19", "entries", "No statement can be made of entries that break a law."}};
    }
    const std::vector<ledger::Entry> entries = store::load_entries(view);
    std::map<std::pair<PersonId, StreamId>, ledger::Figures> shown;
    std::set<StreamId> streams;
    std::map<PersonId, std::map<StreamId, std::map<AccountKind, Money>>> kept;
    std::map<std::tuple<PersonId, CouncilYear, StreamId>, Money> kept_by_year;
    for (const ledger::Balance& balance : store::load_balances(view)) {
        if (!balance.account.person.is_none() && !balance.account.stream.empty()) {
            kept_by_year[{balance.account.person, balance.account.year, balance.account.stream}] +=
                balance.amount;
        }
        streams.insert(balance.account.stream);
        kept[balance.account.person][balance.account.stream][balance.account.kind] +=
            balance.amount;
    }
    // The last day any entry counts on; nothing stands after it.
    Date last = Date::from_days(-1000000);
    for (const ledger::Entry& entry : entries) {
        last = std::max(last, entry.on());
    }
    const Period ever{Date::from_days(-1000000), last.plus_days(1)};
    const auto differs = [&](const std::string& about, const std::string& what, Money page,
                             Money book) {
        if (page != book) {
            found.push_back({"I19", about,
                             what + " is shown as " + page.to_text() + " and the balance is " +
                                 book.to_text() + "."});
        }
    };
    std::map<PersonId, std::vector<ledger::Entry>> by_person;
    for (const ledger::Entry& entry : entries) {
        by_person[entry.person()].push_back(entry);
    }
    for (auto& [person, sums] : kept) {
        if (person.is_none()) {
            continue;
        }
        const ledger::PersonStatement statement =
            ledger::person_statement(by_person[person], person, ever);
        for (const ledger::PersonYear& year : statement.years) {
            for (const ledger::StreamFigures& stream : year.streams) {
                if (!stream.stream.empty()) {
                    kept_by_year[{person, year.year, stream.stream}] -= stream.at_end.have();
                }
            }
        }
        for (const ledger::StreamFigures& stream : statement.streams) {
            const ledger::Figures& figures = stream.at_end;
            std::map<AccountKind, Money>& book = sums[stream.stream];
            const std::string about = person.to_text() + " " + stream.stream;
            differs(
                about, "What is promised", figures.promised(),
                book[AccountKind::held] + book[AccountKind::owed] + book[AccountKind::clearing]);
            differs(about, "What is spent", figures.spent, book[AccountKind::spent]);
            differs(about, "What is left", figures.left(),
                    book[AccountKind::available] + book[AccountKind::paid_to_holder] +
                        (stream.stream.empty()
                             ? book[AccountKind::contribution] + book[AccountKind::top_up]
                             : Money()));
            shown[{person, stream.stream}] = figures;
        }
    }
    for (const auto& [key, difference] : kept_by_year) {
        const auto& [person, year, stream] = key;
        differs(person.to_text() + " " + stream,
                "What is left out of the year from 1 April " + std::to_string(year.begins_in),
                difference, Money());
    }
    for (const StreamId& stream : streams) {
        if (stream.empty()) {
            continue;
        }
        const ledger::OwnerStatement statement = ledger::owner_statement(entries, stream, ever);
        differs(stream, "What is not awarded", statement.at_end.not_awarded,
                kept[PersonId{}][stream][AccountKind::pool]);
        differs(stream, "The cash limit", statement.at_end.cash_limit,
                -kept[PersonId{}][stream][AccountKind::funder]);
        Money of_all_years;
        for (const ledger::OwnerYear& year : statement.years) {
            of_all_years += year.at_end.cash_limit;
        }
        differs(stream, "The cash limit of all years together", of_all_years,
                statement.at_end.cash_limit);
        for (const ledger::PersonRow& row : statement.persons) {
            const ledger::Figures& own = shown[{row.person, stream}];
            differs(row.person.to_text() + " " + stream, "The owner's sum of what she has",
                    row.at_end.have(), own.have());
        }
    }
    return found;
}

}  // namespace casework
