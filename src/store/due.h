#pragma once
// Keeps and loads what falls due by date: instalments that were made, invoices for contributions,
// reminders of unanswered reports, and dated work that could not be done. Each is kept once by its
// key.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "store/store.h"

namespace store {

struct MadeInstalment {
    std::string key;
    PersonId person = {};
    BudgetId budget = {};
    PlanLineId line = {};
    PayeeId holder = {};
    Date due;
    Period covers;
    Money gross;
    Money share;  // her contribution, taken off
    Date made_on;

    Money net() const { return gross - share; }
};

void keep(Tx& tx, const MadeInstalment& instalment);
std::optional<MadeInstalment> find_instalment(View& view, const std::string& key);
std::set<std::string> load_instalment_keys(View& view);
// Load instalments in order of due day: of one person, of those made in some days, all.
std::vector<MadeInstalment> load_instalments_of(View& view, PersonId person);
std::vector<MadeInstalment> load_instalments(View& view, const Period& made);

struct Invoice {
    InvoiceId id = {};
    std::string key;
    PersonId person = {};
    BudgetId budget = {};
    StreamId stream;
    std::string reference;
    Period period;
    Money for_period;
    Money correction;  // of earlier periods; may be below nought
    Date issued_on;

    Money amount() const { return for_period + correction; }
};

void keep(Tx& tx, const Invoice& invoice);
// Load invoices, oldest first: of one person, all.
std::vector<Invoice> load_invoices_of(View& view, PersonId person);
std::vector<Invoice> load_invoices(View& view);
// Sums what was received, by what it was received for (the id text of the invoice).
std::map<std::string, Money> load_received(View& view);
// Sums what was given back of shares that were taken off payments in advance beyond what the terms
// ask (causes "share_back:..."), by person and stream.
std::map<std::pair<PersonId, StreamId>, Money> load_shares_given_back(View& view);

// Notes that somebody was reminded; false when that was noted before.
bool keep_reminder(Tx& tx, DeliveryId delivery, const std::string& who, Date on);
struct Reminder {
    DeliveryId delivery;
    std::string who;  // "person" or "worker"
    Date on;
};
std::vector<Reminder> load_reminders(View& view);

struct DueException {
    std::string about;
    PersonId person = {};
    Date since;
    std::string message;
};
// Notes dated work that could not be done.
void keep(Tx& tx, const DueException& exception);
// Forgets them all, before they are tried again.
void forget_exceptions(Tx& tx);
std::vector<DueException> load_exceptions(View& view);

}  // namespace store
