#include "ledger/entry.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/digest.h"

namespace ledger {
namespace {

struct KindRow {
    EntryKind kind;
    std::string_view text;
    std::optional<Move> move;
    std::string_view words;
};

using enum AccountKind;

constexpr std::array<KindRow, 26> kinds = {{
    {EntryKind::cash_limit, "cash_limit", Move{funder, pool}, "Cash limit given"},
    {EntryKind::cash_limit_cut, "cash_limit_cut", Move{pool, funder}, "Cash limit lowered"},
    {EntryKind::award, "award", Move{pool, available}, "Awarded"},
    {EntryKind::award_cut, "award_cut", Move{available, pool},
     "Not used, so it went back to who pays"},
    {EntryKind::hold, "hold", Move{available, held}, "Promised for support"},
    {EntryKind::release, "release", Move{held, available}, "No longer promised"},
    {EntryKind::settle, "settle", Move{held, owed}, "Due to be paid"},
    {EntryKind::unsettle, "unsettle", Move{owed, held}, "Not due after all"},
    {EntryKind::instruct, "instruct", Move{owed, clearing}, "Sent to the bank"},
    {EntryKind::bank_reject, "bank_reject", Move{clearing, owed}, "Sent back by the bank"},
    {EntryKind::clear, "clear", Move{clearing, spent}, "Paid for support"},
    {EntryKind::clear_to_holder, "clear_to_holder", Move{clearing, paid_to_holder},
     "Paid in advance"},
    {EntryKind::report, "report", Move{paid_to_holder, spent}, "Reported as spent"},
    {EntryKind::unreport, "unreport", Move{spent, paid_to_holder}, "Report taken back"},
    {EntryKind::recover, "recover", Move{paid_to_holder, pool}, "Paid back"},
    {EntryKind::bring_back, "bring_back", Move{paid_to_holder, available},
     "Brought back, to be held another way"},
    {EntryKind::net_contribution, "net_contribution", Move{held, pool},
     "Your share of a payment, which you pay in yourself"},
    {EntryKind::net_contribution_undone, "net_contribution_undone", Move{pool, held},
     "Your share of a payment taken back"},
    {EntryKind::contribution_paid, "contribution_paid", Move{own_money, contribution},
     "Your contribution paid in"},
    {EntryKind::contribution_received, "contribution_received", Move{own_money, charge_paid},
     "Your contribution paid to the council"},
    {EntryKind::contribution_spent, "contribution_spent", Move{contribution, spent},
     "Spent from your contribution"},
    {EntryKind::contribution_refunded, "contribution_refunded", Move{contribution, own_money},
     "Your contribution given back"},
    {EntryKind::top_up, "top_up", Move{own_money, AccountKind::top_up}, "Added by you"},
    {EntryKind::top_up_spent, "top_up_spent", Move{AccountKind::top_up, spent},
     "Spent from what you added"},
    {EntryKind::top_up_refunded, "top_up_refunded", Move{AccountKind::top_up, own_money},
     "What you added given back"},
    {EntryKind::reversal, "reversal", std::nullopt, "Taken back"},
}};

const KindRow& row_of(EntryKind kind) {
    for (const KindRow& row : kinds) {
        if (row.kind == kind) {
            return row;
        }
    }
    CHECK(!"every kind of entry has a row");
    return kinds.front();
}

Outcome check_balance(const EntryFacts& facts) {
    Money sum;
    std::map<StreamId, Money> sums;
    for (const Posting& posting : facts.postings) {
        sum += posting.amount;
        sums[posting.account.stream] += posting.amount;
    }
    if (!sum.is_zero()) {
        return Error{"ledger.unbalanced",
                     "The postings sum to " + sum.to_text() + " and must sum to nought."};
    }
    for (const auto& [stream, amount] : sums) {
        if (!amount.is_zero()) {
            return Error{"ledger.stream_mixed",
                         "The postings of \"" + stream + "\" sum to " + amount.to_text() +
                             ": money of one stream cannot become money of another."};
        }
    }
    return Done{};
}

// The year whose money moves: that of the first account which has one.
CouncilYear year_of(const EntryFacts& facts) {
    for (const Posting& posting : facts.postings) {
        if (!posting.account.year.is_none()) {
            return posting.account.year;
        }
    }
    return {};
}

Outcome check_year(const EntryFacts& facts) {
    const CouncilYear year = year_of(facts);
    for (const Posting& posting : facts.postings) {
        if (posting.account.year != year) {
            return Error{"ledger.year_mixed", "The account \"" + posting.account.to_text() +
                                                  "\" is of another year than the entry: money of "
                                                  "one year cannot become money of another."};
        }
    }
    if (!year.is_none() && facts.on < year.period().from) {
        return Error{"ledger.before_its_year", "This is money of " + year.for_people() +
                                                   " and cannot move on " + facts.on.for_people() +
                                                   ", before that year begins."};
    }
    return Done{};
}

Outcome check_owners(const EntryFacts& facts) {
    PayeeId payee;
    for (const Posting& posting : facts.postings) {
        const Account& account = posting.account;
        if (!account.person.is_none() && account.person != facts.person) {
            return Error{"ledger.person_mixed", "The entry is about one person and the account \"" +
                                                    account.to_text() + "\" is another's."};
        }
        if (account.payee.is_none()) {
            continue;
        }
        if (!payee.is_none() && payee != account.payee) {
            return Error{"ledger.payee_mixed",
                         "The entry names two payees. Make one entry for each payee."};
        }
        payee = account.payee;
    }
    return Done{};
}

bool makes_move(const EntryFacts& facts, const Move& move) {
    return std::all_of(
        facts.postings.begin(), facts.postings.end(), [&move](const Posting& posting) {
            return posting.account.kind == (posting.amount.is_negative() ? move.from : move.to);
        });
}

// A `spent` account of no stream is reached by own money alone, one of a stream by it alone.
bool streams_fit(const EntryFacts& facts) {
    const bool is_own =
        std::any_of(facts.postings.begin(), facts.postings.end(),
                    [](const Posting& posting) { return posting.account.stream.empty(); });
    return !is_own || std::all_of(facts.postings.begin(), facts.postings.end(),
                                  [](const Posting& p) { return p.account.stream.empty(); });
}

Error move_not_allowed(EntryKind kind) {
    return {"ledger.move_not_allowed", "An entry of kind \"" + std::string(to_text(kind)) +
                                           "\" may not move money between these accounts."};
}

Outcome check_move(const EntryFacts& facts) {
    if (!streams_fit(facts)) {
        return move_not_allowed(facts.kind);
    }
    if (const std::optional<Move> move = move_of(facts.kind)) {
        return makes_move(facts, *move) ? Outcome(Done{}) : Outcome(move_not_allowed(facts.kind));
    }
    const bool mirrors_one = std::any_of(kinds.begin(), kinds.end(), [&facts](const KindRow& row) {
        return row.move && makes_move(facts, Move{row.move->to, row.move->from});
    });
    return mirrors_one ? Outcome(Done{}) : Outcome(move_not_allowed(facts.kind));
}

}  // namespace

std::string_view to_text(EntryKind kind) {
    return row_of(kind).text;
}

std::optional<EntryKind> entry_kind_from_text(std::string_view text) {
    for (const KindRow& row : kinds) {
        if (row.text == text) {
            return row.kind;
        }
    }
    return std::nullopt;
}

std::string_view words(EntryKind kind) {
    return row_of(kind).words;
}

std::optional<Move> move_of(EntryKind kind) {
    return row_of(kind).move;
}

Result<Entry> Entry::make(EntryFacts facts) {
    if (facts.cause.empty()) {
        return Error{"ledger.no_cause", "An entry needs a cause that is unique for ever."};
    }
    if (facts.postings.size() < 2) {
        return Error{"ledger.one_sided", "Money that leaves one account must reach another."};
    }
    std::set<Account> seen;
    for (const Posting& posting : facts.postings) {
        if (posting.amount.is_zero()) {
            return Error{"ledger.zero", "A posting of nought moves nothing. Leave it out."};
        }
        TRY_DONE(check_account(posting.account));
        if (!seen.insert(posting.account).second) {
            return Error{"ledger.account_repeated", "The account \"" + posting.account.to_text() +
                                                        "\" is named twice in one entry."};
        }
    }
    TRY_DONE(check_balance(facts));
    TRY_DONE(check_year(facts));
    TRY_DONE(check_owners(facts));
    if (facts.kind == EntryKind::reversal && !facts.reverses) {
        return Error{"ledger.reverses_nothing", "A reversal must name the entry it takes back."};
    }
    TRY_DONE(check_move(facts));
    if (facts.id.is_none()) {
        facts.id = entry_id_for(facts.cause, facts.recorded);
    }
    return Entry(std::move(facts));
}

CouncilYear Entry::year() const {
    return year_of(facts_);
}

Money Entry::amount() const {
    Money sum;
    for (const Posting& posting : facts_.postings) {
        if (posting.amount.is_positive()) {
            sum += posting.amount;
        }
    }
    return sum;
}

EntryId entry_id_for(std::string_view cause, Instant recorded) {
    const std::string hex = base::digest(cause);
    EntryId id;
    id.high = static_cast<std::uint64_t>(recorded.seconds * 1000) << 16 |
              std::stoull(hex.substr(0, 4), nullptr, 16);
    id.low = std::stoull(hex.substr(4, 16), nullptr, 16);
    return id;
}

}  // namespace ledger
