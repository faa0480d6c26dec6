// Taking an entry back: a mirror of it, in whole or in part, never more than it.

#include <algorithm>
#include <map>

#include "ledger/entry.h"

namespace ledger {
namespace {

Error reverses_a_reversal() {
    return {"ledger.reverses_a_reversal",
            "A reversal cannot be reversed. Record the act again instead."};
}

Error reversed_too_much() {
    return {"ledger.reversed_too_much",
            "This takes back more than the entry moved, counting what was taken back before."};
}

EntryFacts mirror_of(const Act& act, const Entry& original) {
    EntryFacts facts;
    facts.id = act.id;
    facts.kind = EntryKind::reversal;
    facts.on = act.on;
    facts.recorded = act.recorded;
    facts.cause = act.cause;
    facts.person = original.person();
    facts.about = act.about.empty() ? original.facts().about : act.about;
    facts.line = act.line ? act.line : original.facts().line;
    facts.towards = original.facts().towards;
    facts.reverses = original.id();
    return facts;
}

}  // namespace

Result<Entry> reverse(const Act& act, const Entry& original) {
    if (original.kind() == EntryKind::reversal) {
        return reverses_a_reversal();
    }
    EntryFacts facts = mirror_of(act, original);
    for (const Posting& posting : original.postings()) {
        facts.postings.push_back({posting.account, -posting.amount});
    }
    return Entry::make(std::move(facts));
}

Result<Entry> reverse_part(const Act& act, const Entry& original,
                           const std::vector<Portion>& portions) {
    if (original.kind() == EntryKind::reversal) {
        return reverses_a_reversal();
    }
    EntryFacts facts = mirror_of(act, original);
    for (const Portion& portion : portions) {
        if (!portion.amount.is_positive()) {
            return Error{"ledger.not_positive", "The sum to take back must be above nought."};
        }
        std::size_t sides = 0;
        for (const Posting& posting : original.postings()) {
            if (posting.account.stream != portion.stream) {
                continue;
            }
            const Money amount = posting.amount.is_negative() ? portion.amount : -portion.amount;
            facts.postings.push_back({posting.account, amount});
            ++sides;
        }
        if (sides == 0) {
            return reversed_too_much();
        }
    }
    TRY(Entry reversal, Entry::make(std::move(facts)));
    TRY_DONE(check_reversal(reversal, original, {}));
    return reversal;
}

Outcome check_reversal(const Entry& reversal, const Entry& original,
                       const std::vector<Entry>& earlier) {
    if (reversal.kind() != EntryKind::reversal || reversal.facts().reverses != original.id()) {
        return Error{"ledger.reverses_another", "This reversal names another entry."};
    }
    if (original.kind() == EntryKind::reversal) {
        return reverses_a_reversal();
    }
    std::map<Account, Money> left;
    for (const Posting& posting : original.postings()) {
        left[posting.account] = posting.amount;
    }
    const auto take = [&left](const Entry& back) {
        for (const Posting& posting : back.postings()) {
            const auto found = left.find(posting.account);
            // What is left keeps the original's sign until it is nought, and never changes it.
            if (found == left.end() ||
                posting.amount.is_negative() == found->second.is_negative()) {
                return false;
            }
            const bool was_negative = found->second.is_negative();
            found->second += posting.amount;
            if (!found->second.is_zero() && found->second.is_negative() != was_negative) {
                return false;
            }
        }
        return true;
    };
    for (const Entry& before : earlier) {
        if (!take(before)) {
            return reversed_too_much();
        }
    }
    return take(reversal) ? Outcome(Done{}) : Outcome(reversed_too_much());
}

}  // namespace ledger
