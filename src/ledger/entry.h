#pragma once
// An Entry is the only way money moves. Its postings sum to nought in every stream, they make the
// one move its kind allows, and they belong to one person, one payee and one year, on or after that
// year's first day; or it does not exist.
// Entries are never edited: a mistake is answered by a reversal, which mirrors an entry in whole or
// in part. `cause` is unique for ever: a second entry with the same cause is the same act again.
// The makers below are how every other room makes one; Entry::make is what a kept row is read with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "ledger/account.h"

namespace ledger {

struct Posting {
    Account account;
    Money amount;  // into the account when positive, out of it when negative

    friend bool operator==(const Posting&, const Posting&) = default;
};

enum class EntryKind {
    cash_limit,               // funder -> pool
    cash_limit_cut,           // pool -> funder
    award,                    // pool -> available
    award_cut,                // available -> pool
    hold,                     // available -> held
    release,                  // held -> available
    settle,                   // held -> owed
    unsettle,                 // owed -> held
    instruct,                 // owed -> clearing
    bank_reject,              // clearing -> owed
    clear,                    // clearing -> spent (the council bought it)
    clear_to_holder,          // clearing -> paid_to_holder (an instalment)
    report,                   // paid_to_holder -> spent
    unreport,                 // spent -> paid_to_holder
    recover,                  // paid_to_holder -> pool: it is hers no longer
    bring_back,               // paid_to_holder -> available: it is still hers, held another way
    net_contribution,         // held -> pool: her share of an instalment, which she pays herself
    net_contribution_undone,  // pool -> held: her share of days that the holder no longer pays for
    contribution_paid,        // own_money -> contribution, paid into the account of the support
    contribution_received,    // own_money -> charge_paid, an invoice of the council paid
    contribution_spent,       // contribution -> spent of no stream
    contribution_refunded,    // contribution -> own_money
    top_up,                   // own_money -> top_up
    top_up_spent,             // top_up -> spent of no stream
    top_up_refunded,          // top_up -> own_money
    reversal,                 // the mirror of another entry, in whole or in part
};

std::string_view to_text(EntryKind kind);
std::optional<EntryKind> entry_kind_from_text(std::string_view text);
// Says what such an entry does, as a line of a person's statement: "Promised for support".
std::string_view words(EntryKind kind);

// The one move a kind may make.
struct Move {
    AccountKind from;
    AccountKind to;
};
// Gives the move; nothing for a reversal, whose move is the mirror of another's.
std::optional<Move> move_of(EntryKind kind);

// Everything an entry is made of, before the law was asked: what a store keeps as a row.
struct EntryFacts {
    EntryId id = {};
    EntryKind kind = EntryKind::hold;
    Date on = {};            // the day it counts from
    Instant recorded = {};   // when it was written down
    std::string cause = {};  // unique for ever: "settle:del_..."
    PersonId person = {};    // none: between a funder and a pool
    std::string about = {};  // the id of the order, delivery, instalment ... as text
    std::optional<PlanLineId> line = {};
    StreamId towards = {};  // own money only: the stream whose owner asked for the contribution
    std::optional<EntryId> reverses = {};
    std::vector<Posting> postings = {};

    friend bool operator==(const EntryFacts&, const EntryFacts&) = default;
};

class Entry {
public:
    // Makes an entry. Checks in this order.
    // Refuses: ledger.no_cause, ledger.one_sided, ledger.zero, ledger.account_malformed,
    // ledger.account_repeated, ledger.unbalanced, ledger.stream_mixed, ledger.year_mixed,
    // ledger.before_its_year, ledger.person_mixed, ledger.payee_mixed, ledger.reverses_nothing,
    // ledger.move_not_allowed.
    static Result<Entry> make(EntryFacts facts);

    const EntryFacts& facts() const { return facts_; }
    const EntryId& id() const { return facts_.id; }
    EntryKind kind() const { return facts_.kind; }
    Date on() const { return facts_.on; }
    const std::string& cause() const { return facts_.cause; }
    const PersonId& person() const { return facts_.person; }
    const std::vector<Posting>& postings() const { return facts_.postings; }

    // Gives the year whose money it moves; none for own money.
    CouncilYear year() const;
    // Sums what went into accounts: the size of the entry.
    Money amount() const;

    friend bool operator==(const Entry&, const Entry&) = default;

private:
    explicit Entry(EntryFacts facts) : facts_(std::move(facts)) {}
    EntryFacts facts_;
};

// What every maker is told about the act: where, when, why. An `id` left none is derived from the
// moment of writing and the cause: entries of one hour lie together in the store.
struct Act {
    EntryId id = {};
    Date on = {};
    Instant recorded = {};
    std::string cause = {};
    PersonId person = {};
    std::string about = {};
    std::optional<PlanLineId> line = {};
    CouncilYear year = {};  // whose money moves; own money takes no notice of it
};

// A sum of one stream's money. Several of them are a split.
struct Portion {
    StreamId stream = {};
    Money amount = {};

    friend bool operator==(const Portion&, const Portion&) = default;
};

// Sums portions.
Money total(const std::vector<Portion>& portions);

// Adds portions to sums, stream by stream; a stream not there yet is put at the end.
void add_to(std::vector<Portion>& sums, const std::vector<Portion>& portions);

// Derives the id of the entry that a cause makes.
EntryId entry_id_for(std::string_view cause, Instant recorded);

// The makers, one for each kind. Each refuses what Entry::make refuses, ledger.not_positive for a
// sum that is not above nought, and leaves out portions of nought.

// Gives a stream's pool money to award.
Result<Entry> fund(const Act& act, const StreamId& stream, Money amount);
// Takes back from the pool what is not awarded.
Result<Entry> cut_funds(const Act& act, const StreamId& stream, Money amount);
// Awards a stream's money to a person: its owner has decided.
Result<Entry> award(const Act& act, const StreamId& stream, Money amount);
// Lowers an award by what is not promised.
Result<Entry> cut_award(const Act& act, const StreamId& stream, Money amount);
// Promises money to an order or a plan line.
Result<Entry> hold(const Act& act, const std::vector<Portion>& portions);
// Frees a promise that is not needed.
Result<Entry> release(const Act& act, const std::vector<Portion>& portions);
// Turns a promise into a debt to a payee: delivered, or an instalment due.
Result<Entry> settle(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Turns a debt back into a promise.
Result<Entry> unsettle(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Puts a debt into a released pay run.
Result<Entry> instruct(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Takes back what the bank refused to pay or sent back before it cleared.
Result<Entry> reject_by_bank(const Act& act, const PayeeId& payee,
                             const std::vector<Portion>& portions);
// Records that the bank paid a provider.
Result<Entry> clear(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Records that the bank paid an instalment to a holder.
Result<Entry> clear_to_holder(const Act& act, const PayeeId& payee,
                              const std::vector<Portion>& portions);
// Records what a holder reports as spent.
Result<Entry> report(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Takes a report back.
Result<Entry> unreport(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Brings back what a holder has and should not keep.
Result<Entry> recover(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions);
// Brings back what a holder has to what the person has left: it is held another way now.
Result<Entry> bring_back(const Act& act, const PayeeId& payee,
                         const std::vector<Portion>& portions);
// Gives back to the stream her share of an instalment, which she pays into the account herself.
Result<Entry> net_contribution(const Act& act, const std::vector<Portion>& portions);
// Takes back such a share, for days that were changed after they were paid.
Result<Entry> net_contribution_undone(const Act& act, const std::vector<Portion>& portions);
// Records a contribution she paid into the account of her support (net) towards a stream.
Result<Entry> contribution_paid(const Act& act, const StreamId& towards, Money amount);
// Records a contribution the council invoiced and received (gross) towards a stream.
Result<Entry> contribution_received(const Act& act, const StreamId& towards, Money amount);
// Records that part of what was spent was her contribution.
Result<Entry> contribution_spent(const Act& act, const StreamId& towards, const PayeeId& payee,
                                 Money amount);
// Gives back a contribution she overpaid.
Result<Entry> contribution_refunded(const Act& act, const StreamId& towards, Money amount);
// Records money she adds because she wants more.
Result<Entry> top_up(const Act& act, Money amount);
// Records that added money was spent.
Result<Entry> top_up_spent(const Act& act, const PayeeId& payee, Money amount);
// Gives back added money.
Result<Entry> top_up_refunded(const Act& act, Money amount);

// Mirrors an entry in whole.
// Refuses: ledger.reverses_a_reversal.
Result<Entry> reverse(const Act& act, const Entry& original);
// Mirrors part of an entry: these sums, of these streams (own money: the empty stream).
// Refuses: ledger.reverses_a_reversal, ledger.reversed_too_much, ledger.not_positive.
Result<Entry> reverse_part(const Act& act, const Entry& original,
                           const std::vector<Portion>& portions);

// Checks a reversal against what it reverses and the reversals of it so far.
// Refuses: ledger.reverses_another, ledger.reverses_a_reversal, ledger.reversed_too_much.
Outcome check_reversal(const Entry& reversal, const Entry& original,
                       const std::vector<Entry>& earlier);

}  // namespace ledger
