#include "budget/share.h"

#include <algorithm>

#include "base/check.h"
#include "base/wide.h"

namespace budget {

std::vector<ledger::Portion> share_of(const std::vector<ledger::Portion>& split, Money amount) {
    const Money whole = ledger::total(split);
    CHECK(!amount.is_negative() && amount <= whole);
    std::vector<ledger::Portion> share;
    std::int64_t left = amount.in_pence();
    for (const ledger::Portion& portion : split) {
        // D'Hondt never gives less than the exact share rounded down, so it can start there.
        const auto exact = static_cast<base::Int128>(amount.in_pence()) *
                           portion.amount.in_pence() / std::max<std::int64_t>(whole.in_pence(), 1);
        const auto floor = static_cast<std::int64_t>(exact);
        share.push_back({portion.stream, Money::pence(floor)});
        left -= floor;
    }
    for (; left > 0; --left) {
        std::size_t next = 0;
        for (std::size_t index = 1; index < split.size(); ++index) {
            // portion / (given + 1) is compared by multiplying across.
            const auto mine = static_cast<base::Int128>(split[index].amount.in_pence()) *
                              (share[next].amount.in_pence() + 1);
            const auto best = static_cast<base::Int128>(split[next].amount.in_pence()) *
                              (share[index].amount.in_pence() + 1);
            if (mine > best) {
                next = index;
            }
        }
        share[next].amount += Money::pence(1);
    }
    return share;
}

std::vector<ledger::Portion> share_between(const std::vector<ledger::Portion>& split, Money from,
                                           Money until) {
    const std::vector<ledger::Portion> before = share_of(split, from);
    std::vector<ledger::Portion> share = share_of(split, until);
    for (std::size_t index = 0; index < share.size(); ++index) {
        share[index].amount -= before[index].amount;
    }
    return share;
}

Money amount_of(const std::vector<ledger::Portion>& portions, const StreamId& stream) {
    Money sum;
    for (const ledger::Portion& portion : portions) {
        if (portion.stream == stream) {
            sum += portion.amount;
        }
    }
    return sum;
}

std::vector<ledger::Portion> difference(const std::vector<ledger::Portion>& portions,
                                        const std::vector<ledger::Portion>& less) {
    std::vector<ledger::Portion> sums = portions;
    for (const ledger::Portion& portion : less) {
        ledger::add_to(sums, {{portion.stream, -portion.amount}});
    }
    std::vector<ledger::Portion> kept;
    for (const ledger::Portion& sum : sums) {
        if (!sum.amount.is_zero()) {
            kept.push_back(sum);
        }
    }
    return kept;
}

std::vector<ledger::Portion> above_nought(const std::vector<ledger::Portion>& portions) {
    std::vector<ledger::Portion> kept;
    for (const ledger::Portion& portion : portions) {
        if (portion.amount.is_positive()) {
            kept.push_back(portion);
        }
    }
    return kept;
}

}  // namespace budget
