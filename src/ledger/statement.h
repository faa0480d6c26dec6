#pragma once
// A Statement says what happened to money in a period, for a person or for a stream's owner, from
// the same entries. Figures are sums of postings, so what stood at the start and what moved always
// give what stands at the end; and the owners' figures and the persons' figures add up to the same
// penny. The person's four words: have = promised + spent + left, always. Dates are the days
// entries count from, not the days they were written down. Figures are given for all years' money
// together, and for each of the council's years apart: what she has this year is not what she had
// in all. Give all entries from the first on, not
// only those of the period: what stands at the start is counted from them.

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "ledger/book.h"
#include "ledger/entry.h"

namespace ledger {

// Where one person's money of one stream (or her own money, of the empty stream) stands.
struct Standing {
    Money available = {};
    Money held = {};
    Money owed = {};
    Money in_clearing = {};
    Money paid_to_holder = {};
    Money spent = {};
    Money own_unspent = {};  // contributions and top-ups not yet spent; own money only

    // What you have: awarded less kept back and recovered, or own money put in.
    Money have() const { return promised() + spent + left(); }
    // What is promised.
    Money promised() const { return held + owed + in_clearing; }
    // What is left: not promised, or paid to you and not yet reported.
    Money left() const { return available + paid_to_holder + own_unspent; }

    Standing& operator+=(const Standing& other);
    friend bool operator==(const Standing&, const Standing&) = default;
};

// Where it stands, and why it came or went.
struct Figures : Standing {
    Money awarded = {};      // awards less cuts; own money: nought
    Money kept_back = {};    // given back to the stream because she pays it herself (net)
    Money recovered = {};    // brought back from a holder
    Money contributed = {};  // her contributions towards the stream, whichever way she paid them
    Money added = {};        // top-ups; own money only

    Figures& operator+=(const Figures& other);
    friend bool operator==(const Figures&, const Figures&) = default;
};

struct StreamFigures {
    StreamId stream = {};  // empty: the person's own money
    Figures at_start = {};
    Figures moved = {};
    Figures at_end = {};
};

// One posting pair of an entry in words.
struct StatementLine {
    Date on = {};
    EntryId entry = {};
    EntryKind kind = EntryKind::hold;
    bool is_reversal = false;  // `kind` is then the kind of the entry that was reversed
    std::string words = {};    // "Promised for support"; "Taken back: promised for support"
    StreamId stream = {};
    Money amount = {};
    AccountKind from = AccountKind::available;
    AccountKind to = AccountKind::held;
    std::string about = {};
    PersonId person = {};
    PayeeId payee = {};
    StreamId towards = {};  // own money: the stream whose owner asked for the contribution
    std::optional<PlanLineId> line = {};
    CouncilYear year = {};  // whose money it is; none: own money
};

// One year's money in a statement. Own money goes on from year to year: a year has what was not
// spent before it and what came in it.
struct PersonYear {
    CouncilYear year = {};
    std::vector<StreamFigures> streams = {};  // in the order of stream ids, own money first
    StreamFigures total = {};
};

struct PersonStatement {
    PersonId person = {};
    Period period = {};
    std::vector<StreamFigures> streams = {};  // in the order of stream ids, own money first
    StreamFigures total = {};
    // The years whose money moved in these dates, stood unspent when they began or had its last
    // day in them; the latest first.
    std::vector<PersonYear> years = {};
    std::vector<StatementLine> lines = {};  // by day, then in the order of writing
};

// Makes a person's statement for any dates.
PersonStatement person_statement(const std::vector<Entry>& entries, const PersonId& person,
                                 const Period& period);

// Gives where a person's money stands, from the sums of her accounts: in the order of stream ids,
// own money first. It is what her statement ends with, without reading what happened.
std::vector<std::pair<StreamId, Standing>> standing(const std::vector<Balance>& balances);

// A stream as its owner sees it.
struct OwnerFigures {
    Money cash_limit = {};
    Money not_awarded = {};  // the pool: cash limit not awarded, and what came back
    Figures people = {};     // all persons together

    friend bool operator==(const OwnerFigures&, const OwnerFigures&) = default;
};

struct PersonRow {
    PersonId person = {};
    Figures at_start = {};
    Figures moved = {};
    Figures at_end = {};
};

// One year's money of a stream.
struct OwnerYear {
    CouncilYear year = {};
    OwnerFigures at_start = {};
    OwnerFigures moved = {};
    OwnerFigures at_end = {};
    std::vector<PersonRow> persons = {};  // in the order of person ids
};

struct OwnerStatement {
    StreamId stream = {};
    Period period = {};
    OwnerFigures at_start = {};
    OwnerFigures moved = {};
    OwnerFigures at_end = {};
    std::vector<OwnerYear> years = {};      // as of a person's statement
    std::vector<PersonRow> persons = {};    // in the order of person ids
    std::vector<StatementLine> lines = {};  // by day, then in the order of writing
};

// Makes the statement of a stream's owner for any dates.
OwnerStatement owner_statement(const std::vector<Entry>& entries, const StreamId& stream,
                               const Period& period);

}  // namespace ledger
