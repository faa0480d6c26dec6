// The named ways to make an entry: each fills in the accounts of its kind's one move.

#include <algorithm>

#include "ledger/entry.h"

namespace ledger {
namespace {

bool has_payee(AccountKind kind) {
    return kind == AccountKind::owed || kind == AccountKind::clearing ||
           kind == AccountKind::paid_to_holder || kind == AccountKind::spent;
}

bool has_person(AccountKind kind) {
    return kind != AccountKind::funder && kind != AccountKind::pool;
}

EntryFacts facts_of(EntryKind kind, const Act& act) {
    EntryFacts facts;
    facts.id = act.id;
    facts.kind = kind;
    facts.on = act.on;
    facts.recorded = act.recorded;
    facts.cause = act.cause;
    facts.person = act.person;
    facts.about = act.about;
    facts.line = act.line;
    return facts;
}

Outcome check_sums(const std::vector<Portion>& portions) {
    for (const Portion& portion : portions) {
        if (portion.amount.is_negative()) {
            return Error{"ledger.not_positive", "A sum below nought cannot be moved."};
        }
    }
    if (total(portions).is_zero()) {
        return Error{"ledger.not_positive", "The sum to move is nought. Give a sum above nought."};
    }
    return Done{};
}

Result<Entry> moved(EntryKind kind, const Act& act, const PayeeId& payee,
                    const std::vector<Portion>& portions, const StreamId& towards = {}) {
    TRY_DONE(check_sums(portions));
    const std::optional<Move> move = move_of(kind);
    CHECK(move.has_value());
    const auto account = [&act, &payee](AccountKind at, const StreamId& stream) {
        return Account{at, stream, has_person(at) ? act.person : PersonId{},
                       has_payee(at) ? payee : PayeeId{},
                       stream.empty() ? CouncilYear{} : act.year};
    };
    EntryFacts facts = facts_of(kind, act);
    facts.towards = towards;
    for (const Portion& portion : portions) {
        if (!portion.amount.is_zero()) {
            facts.postings.push_back({account(move->from, portion.stream), -portion.amount});
            facts.postings.push_back({account(move->to, portion.stream), portion.amount});
        }
    }
    return Entry::make(std::move(facts));
}

}  // namespace

Money total(const std::vector<Portion>& portions) {
    Money sum;
    for (const Portion& portion : portions) {
        sum += portion.amount;
    }
    return sum;
}

void add_to(std::vector<Portion>& sums, const std::vector<Portion>& portions) {
    for (const Portion& portion : portions) {
        const auto found = std::find_if(sums.begin(), sums.end(), [&portion](const Portion& sum) {
            return sum.stream == portion.stream;
        });
        if (found == sums.end()) {
            sums.push_back(portion);
        } else {
            found->amount += portion.amount;
        }
    }
}

Result<Entry> fund(const Act& act, const StreamId& stream, Money amount) {
    return moved(EntryKind::cash_limit, act, {}, {{stream, amount}});
}

Result<Entry> cut_funds(const Act& act, const StreamId& stream, Money amount) {
    return moved(EntryKind::cash_limit_cut, act, {}, {{stream, amount}});
}

Result<Entry> award(const Act& act, const StreamId& stream, Money amount) {
    return moved(EntryKind::award, act, {}, {{stream, amount}});
}

Result<Entry> cut_award(const Act& act, const StreamId& stream, Money amount) {
    return moved(EntryKind::award_cut, act, {}, {{stream, amount}});
}

Result<Entry> hold(const Act& act, const std::vector<Portion>& portions) {
    return moved(EntryKind::hold, act, {}, portions);
}

Result<Entry> release(const Act& act, const std::vector<Portion>& portions) {
    return moved(EntryKind::release, act, {}, portions);
}

Result<Entry> settle(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::settle, act, payee, portions);
}

Result<Entry> unsettle(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::unsettle, act, payee, portions);
}

Result<Entry> instruct(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::instruct, act, payee, portions);
}

Result<Entry> reject_by_bank(const Act& act, const PayeeId& payee,
                             const std::vector<Portion>& portions) {
    return moved(EntryKind::bank_reject, act, payee, portions);
}

Result<Entry> clear(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::clear, act, payee, portions);
}

Result<Entry> clear_to_holder(const Act& act, const PayeeId& payee,
                              const std::vector<Portion>& portions) {
    return moved(EntryKind::clear_to_holder, act, payee, portions);
}

Result<Entry> report(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::report, act, payee, portions);
}

Result<Entry> unreport(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::unreport, act, payee, portions);
}

Result<Entry> recover(const Act& act, const PayeeId& payee, const std::vector<Portion>& portions) {
    return moved(EntryKind::recover, act, payee, portions);
}

Result<Entry> bring_back(const Act& act, const PayeeId& payee,
                         const std::vector<Portion>& portions) {
    return moved(EntryKind::bring_back, act, payee, portions);
}

Result<Entry> net_contribution(const Act& act, const std::vector<Portion>& portions) {
    return moved(EntryKind::net_contribution, act, {}, portions);
}

Result<Entry> net_contribution_undone(const Act& act, const std::vector<Portion>& portions) {
    return moved(EntryKind::net_contribution_undone, act, {}, portions);
}

Result<Entry> contribution_paid(const Act& act, const StreamId& towards, Money amount) {
    return moved(EntryKind::contribution_paid, act, {}, {{"", amount}}, towards);
}

Result<Entry> contribution_received(const Act& act, const StreamId& towards, Money amount) {
    return moved(EntryKind::contribution_received, act, {}, {{"", amount}}, towards);
}

Result<Entry> contribution_spent(const Act& act, const StreamId& towards, const PayeeId& payee,
                                 Money amount) {
    return moved(EntryKind::contribution_spent, act, payee, {{"", amount}}, towards);
}

Result<Entry> contribution_refunded(const Act& act, const StreamId& towards, Money amount) {
    return moved(EntryKind::contribution_refunded, act, {}, {{"", amount}}, towards);
}

Result<Entry> top_up(const Act& act, Money amount) {
    return moved(EntryKind::top_up, act, {}, {{"", amount}});
}

Result<Entry> top_up_spent(const Act& act, const PayeeId& payee, Money amount) {
    return moved(EntryKind::top_up_spent, act, payee, {{"", amount}});
}

Result<Entry> top_up_refunded(const Act& act, Money amount) {
    return moved(EntryKind::top_up_refunded, act, {}, {{"", amount}});
}

}  // namespace ledger
