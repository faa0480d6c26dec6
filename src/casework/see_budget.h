#pragma once
// What a person has, has promised, has spent and has left: the figures of her budget page, of her
// statement and of the API, from the same entries. The four words always satisfy have = promised +
// spent + left.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "budget/budget.h"
#include "budget/contribution_terms.h"
#include "budget/instalment.h"
#include "casework/desk.h"
#include "casework/see_marks.h"
#include "ledger/statement.h"
#include "market/delivery.h"
#include "market/purchase.h"
#include "people/person.h"

namespace casework {

// One stream's money of hers.
struct StreamMoney {
    StreamId stream;  // empty: her own money
    std::string name;
    std::string owner;
    std::string purposes;  // codes parted by ", "
    ledger::Standing figures;
};

// Money paid out in advance and not reported as spent, and with whom it is.
struct WithHolder {
    std::string name;
    bool is_hers = false;  // the account of her own support
    Money amount;
};

// A budget agreed for a later year: whose money counts from its first day.
struct NextBudget {
    budget::Budget budget;
    Period period;
    ledger::Standing total;
};

struct BudgetView {
    people::Person person;
    std::optional<budget::Budget> budget;  // the one she lives with; none: nothing agreed yet
    CouncilYear year;                      // whose money the figures are
    std::vector<StreamMoney> streams;      // most restricted first, her own money last
    ledger::Standing total;
    std::optional<NextBudget> next;  // agreed for the next year already
    ledger::Standing before;  // of years before, where something is still promised or left of them
    std::vector<WithHolder> with_holders;  // of this year's money, her own account first
    Money kept_back;  // of this year's payments in advance, because she pays it into the account
                      // herself
    std::vector<std::string> waiting_for;            // names of streams whose owner has not decided
    std::optional<budget::Instalment> next_payment;  // the next instalment that falls due
    std::string payment_waits;                  // why it cannot be paid now; empty where it can
    std::vector<market::Purchase> open_orders;  // the latest with something still to come
    std::vector<market::Delivery> to_answer;    // reported and not answered
    std::vector<budget::ContributionTerms> contributions;
    SumMarks marks;
};

// Refuses: people.not_found, casework.package_unknown.
Result<BudgetView> see_budget(Desk& desk, PersonId person);

// What a report of spending was for, and who made it.
struct SpendingReport {
    std::string about;  // id text of the report, as of a statement's line
    std::string what;
    std::string by;  // name; empty: she reported it herself
};

// A statement with the names a reader needs.
struct StatementView {
    people::Person person;
    ledger::PersonStatement statement;
    std::vector<std::pair<StreamId, std::string>> stream_names;
    std::vector<std::pair<PayeeId, std::string>> payee_names;
    std::vector<SpendingReport> reports;
    SumMarks marks;

    // Gives the report behind a line; nothing when no report is.
    const SpendingReport* report_of(const ledger::StatementLine& line) const;
    // Gives the name of who made it, hers where she did it herself.
    const std::string& reporter(const SpendingReport& report) const {
        return report.by.empty() ? person.name : report.by;
    }
};
Result<StatementView> see_statement(Desk& desk, PersonId person, const Period& period);

// A person's orders and what was reported for each, latest first.
struct OrderView {
    market::Purchase purchase;
    std::string provider;
    std::vector<market::Delivery> deliveries;
    std::vector<ledger::Portion> portions;  // as held
    Money own;                              // what she adds herself
    bool person_died = false;               // a worker answers what still waits
};
Result<std::vector<OrderView>> see_orders(Desk& desk, PersonId person);
// Refuses: market.order_unknown.
Result<OrderView> see_order(Desk& desk, PersonId person, PurchaseId order);

// The same for the provider: the person only as far as the visit needs.
struct ProviderOrder {
    market::Purchase purchase;
    std::string person_name;
    std::string place;
    std::vector<market::Delivery> deliveries;
    Money paid;  // spent, cleared by the bank
    Money owed;  // confirmed and not yet paid
    Money own;   // of the whole order, what the person pays the provider herself
};
Result<std::vector<ProviderOrder>> see_provider_orders(Desk& desk, ProviderId provider);

}  // namespace casework
