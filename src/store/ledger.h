#pragma once
// Keeps and loads entries, balances and payees. An entry is appended with its postings and the
// balances it moves in the same act; what the ledger refuses is refused here with nothing changed.
// Entries are never changed or taken away.

#include <optional>
#include <string>
#include <vector>

#include "ledger/book.h"
#include "ledger/entry.h"
#include "store/store.h"

namespace store {

// Appends an entry. The same cause again is the same act: nothing happens and that is no fault.
// Refuses: ledger.not_enough, and for reversals what ledger::check_reversal refuses.
Outcome append(Tx& tx, const ledger::Entry& entry);
// Appends each in turn.
Outcome append(Tx& tx, const std::vector<ledger::Entry>& entries);

// Whether an entry with this cause was ever made.
bool has_cause(View& view, const std::string& cause);
// Loads one entry; nothing when there is none.
std::optional<ledger::Entry> find_entry(View& view, EntryId id);
std::optional<ledger::Entry> find_entry_by_cause(View& view, const std::string& cause);

// Load entries in the order of writing: of one person, of one stream, about one thing, all.
std::vector<ledger::Entry> load_entries_of(View& view, PersonId person);
std::vector<ledger::Entry> load_entries_of_stream(View& view, const StreamId& stream);
std::vector<ledger::Entry> load_entries_about(View& view, const std::string& about);
std::vector<ledger::Entry> load_entries(View& view);
// The same as rows that were never asked the law, for the check of a book.
std::vector<ledger::EntryFacts> load_entry_rows(View& view);

// Loads the kept balances of a person, of a stream, of all.
std::vector<ledger::Balance> load_balances_of(View& view, PersonId person);
// Loads a person's balances as they stood when a day ended.
std::vector<ledger::Balance> load_balances_of(View& view, PersonId person, Date on);
std::vector<ledger::Balance> load_balances_of_stream(View& view, const StreamId& stream);
std::vector<ledger::Balance> load_balances(View& view);
// Gives what was kept back of a person's payments in advance from one year's money by the end of a
// day, because she pays it herself.
Money load_kept_back(View& view, PersonId person, CouncilYear year, Date on);
// Gives one balance; nought where nothing was ever posted. An account without a year means all
// years together.
Money load_balance(View& view, const ledger::Account& account);
// Writes the derived balances anew from the postings.
void rebuild_balances(Tx& tx);

struct Payee {
    PayeeId id;
    std::string kind;  // "provider", "person", "holder"
    std::string name;
    PersonId person = {};
    ProviderId provider = {};
    std::optional<RelationshipId> relationship = {};  // of a nominee: what it stands on
    std::optional<Date> ended_on = {};  // of a nominee: the first day it may not be paid
};

void keep(Tx& tx, const Payee& payee);
// Writes the day on which a nominee ended.
void end_payee(Tx& tx, PayeeId id, Date on);
std::optional<Payee> find_payee(View& view, PayeeId id);
std::optional<Payee> find_payee_of_provider(View& view, ProviderId provider);
// The payee that is the person's own dedicated account.
std::optional<Payee> find_payee_of_person(View& view, PersonId person);
// The payee of a nominee; none until a line was to be paid to it.
std::optional<Payee> find_payee_of_nominee(View& view, RelationshipId relationship);
// The payees of all nominees, ended ones too.
std::vector<Payee> load_payees_of_nominees(View& view);
// The person's own account and the holders of her money.
std::vector<Payee> load_payees_of_person(View& view, PersonId person);
std::vector<Payee> load_payees(View& view);

}  // namespace store
