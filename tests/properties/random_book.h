#pragma once
// A random book: people, streams and payees whose money makes every kind of move, some of which are
// refused. The same seed gives the same book.

#include <string>
#include <vector>

#include "base/random.h"
#include "ledger/book.h"
#include "ledger/entry.h"

namespace properties {

using ledger::Act;
using ledger::Entry;
using ledger::Portion;

inline const std::vector<StreamId> streams = {"care", "fund", "home"};
inline const std::vector<PersonId> persons = {{1, 1}, {1, 2}};
inline const std::vector<PayeeId> payees = {{2, 1}, {2, 2}};

template <typename Value>
const Value& one_of(Random& random, const std::vector<Value>& values) {
    return values[random.below(values.size())];
}

inline Money some_money(Random& random, std::uint64_t most) {
    return Money::pence(static_cast<std::int64_t>(random.below(most)));
}

// One to three portions of different streams.
inline std::vector<Portion> some_portions(Random& random, std::uint64_t most) {
    std::vector<Portion> portions;
    const std::size_t first = random.below(streams.size());
    for (std::size_t count = 0; count < streams.size(); ++count) {
        const StreamId& stream = streams[(first + count) % streams.size()];
        if (portions.empty() || random.below(4) == 0) {
            portions.push_back({stream, some_money(random, most)});
        }
    }
    return portions;
}

// Draws the next entry. It may be refused when made (a sum of nought) or when posted.
inline Result<Entry> some_entry(Random& random, int number, const std::vector<Entry>& so_far) {
    Act act;
    act.on = Date::from_days(number / 9 + static_cast<std::int64_t>(random.below(15)));
    // Now and then a cause comes a second time.
    act.cause = "act:" + std::to_string(random.below(20) == 0 ? number / 2 : number);
    act.person = one_of(random, persons);
    const PayeeId& payee = one_of(random, payees);
    const StreamId& stream = one_of(random, streams);
    const std::vector<Portion> portions = some_portions(random, 120);
    const std::vector<Portion> few = some_portions(random, 40);
    const Money sum = some_money(random, 100);
    Act council = act;
    council.person = {};
    // A book begins with something in it, or little could happen.
    const auto begun = static_cast<std::size_t>(number);
    if (begun < streams.size()) {
        return ledger::fund(council, streams[begun], Money::pence(20000));
    }
    if (begun < 4 * streams.size()) {
        return ledger::award(act, streams[begun % streams.size()], Money::pence(3000));
    }
    switch (random.below(28)) {
        case 0:
            return ledger::fund(council, stream, some_money(random, 9000));
        case 1:
            return ledger::cut_funds(council, stream, sum);
        case 2:
        case 3:
            return ledger::award(act, stream, some_money(random, 3000));
        case 4:
            return ledger::cut_award(act, stream, sum);
        case 5:
        case 6:
            return ledger::hold(act, some_portions(random, 900));
        case 7:
            return ledger::release(act, portions);
        case 8:
        case 9:
            return ledger::settle(act, payee, portions);
        case 10:
            return ledger::unsettle(act, payee, portions);
        case 11:
        case 12:
            return ledger::instruct(act, payee, few);
        case 13:
            return ledger::reject_by_bank(act, payee, portions);
        case 14:
            return ledger::clear(act, payee, few);
        case 15:
        case 16:
            return ledger::clear_to_holder(act, payee, few);
        case 17:
            return ledger::report(act, payee, few);
        case 18:
            return ledger::unreport(act, payee, few);
        case 19:
            return ledger::recover(act, payee, few);
        case 20:
            return ledger::bring_back(act, payee, few);
        case 21:
            return ledger::net_contribution(act, portions);
        case 22:
            return ledger::contribution_paid(act, stream, sum);
        case 23:
            return ledger::contribution_received(act, stream, sum);
        case 24:
            return ledger::contribution_spent(act, stream, payee, sum);
        case 25:
            return ledger::contribution_refunded(act, stream, sum);
        case 26:
            return random.below(2) == 0 ? ledger::top_up(act, sum)
                                        : ledger::top_up_spent(act, payee, sum);
        default:
            return so_far.empty() ? ledger::top_up(act, sum)
                                  : ledger::reverse(act, one_of(random, so_far));
    }
}

}  // namespace properties
