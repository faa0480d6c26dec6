#include "casework/money_returned.h"

#include <algorithm>
#include <map>

#include "budget/share.h"
#include "store/holder_money.h"
#include "store/ledger.h"
#include "store/people.h"

namespace casework {

namespace {

using ledger::AccountKind;

// `number` counts the years whose money came back with one movement, the earliest first.
std::string cause_of(std::int64_t match, const payments::MatchPart& part, int number) {
    return "returned:" + std::to_string(match) + ":" + part.about +
           (number == 1 ? "" : ":" + std::to_string(number));
}

ledger::Act act_of(const Desk& desk, const payments::MatchPart& part, PersonId person, Date on,
                   const std::string& cause) {
    ledger::Act entry;
    entry.on = on;
    entry.recorded = desk.now;
    entry.cause = cause;
    entry.person = person;
    entry.about = part.about;
    return entry;
}

// What of the money counted as given back has not come in.
Money still_to_come(const store::HolderMoney& money) {
    return std::max(Money(), money.taken_over - (money.came_in - money.recorded));
}

}  // namespace

std::vector<HolderReturn> holder_returns(store::View& view) {
    std::vector<HolderReturn> found;
    for (const auto& [holder, money] : store::load_holder_money(view)) {
        const std::optional<store::Payee> payee = store::find_payee(view, holder);
        const Money counted = still_to_come(money);
        if (!payee || payee->person.is_none() || !(counted + money.with_holder).is_positive()) {
            continue;
        }
        const Result<people::Person> person = store::load_person(view, payee->person);
        CHECK(person.has_value());
        int number = 1;
        for (const store::Payee& each : store::load_payees_of_person(view, payee->person)) {
            if (each.id == holder) {
                break;
            }
            ++number;
        }
        found.push_back({holder, payee->person, payee->name, person->reference,
                         person->reference + "-BACK-" + std::to_string(number), counted,
                         money.with_holder});
    }
    std::sort(found.begin(), found.end(), [](const HolderReturn& a, const HolderReturn& b) {
        return a.reference < b.reference;
    });
    return found;
}

Outcome take_return(const Desk& desk, store::Tx& tx, std::int64_t match,
                    const payments::MatchPart& part, Date on) {
    const std::optional<PayeeId> holder = PayeeId::parse(part.about);
    const std::optional<store::Payee> payee =
        holder ? store::find_payee(tx, *holder) : std::nullopt;
    if (!payee || payee->person.is_none()) {
        return Error{"casework.holder_unknown", "Choose who gave the money back from the list."};
    }
    // The match of this very movement is kept already: it is not counted as come in here.
    store::HolderMoney money = store::load_holder_money(tx)[*holder];
    money.came_in -= part.amount;
    const Money counted = std::min(part.amount, still_to_come(money));
    const Money rest = part.amount - counted;
    if (rest > money.with_holder) {
        return Error{"casework.more_than_held",
                     payee->name + " can give back " +
                         (still_to_come(money) + money.with_holder).for_people() + ", and " +
                         part.amount.for_people() + " came. Find out what the rest is for."};
    }
    if (!rest.is_positive()) {
        return Done{};
    }
    std::map<CouncilYear, std::vector<ledger::Portion>> there;
    for (const ledger::Balance& balance : store::load_balances_of(tx, payee->person)) {
        if (balance.account.kind == AccountKind::paid_to_holder &&
            balance.account.payee == *holder && balance.amount.is_positive()) {
            there[balance.account.year].push_back({balance.account.stream, balance.amount});
        }
    }
    // What was paid first comes back first: the earliest year's money, each stream its share.
    Money left = rest;
    int number = 0;
    for (const auto& [year, portions] : there) {
        const Money sum = std::min(left, ledger::total(portions));
        if (!sum.is_positive()) {
            break;
        }
        ledger::Act entry = act_of(desk, part, payee->person, on, cause_of(match, part, ++number));
        entry.year = year;
        entry.on = year.not_before(on);
        TRY(const ledger::Entry back,
            ledger::recover(entry, *holder, budget::above_nought(budget::share_of(portions, sum))));
        TRY_DONE(store::append(tx, back));
        left -= sum;
    }
    return Done{};
}

Outcome undo_return(const Desk& desk, store::Tx& tx, std::int64_t match,
                    const payments::MatchPart& part) {
    // None at all: everything had been counted before.
    for (int number = 1;; ++number) {
        const std::string cause = cause_of(match, part, number);
        const std::optional<ledger::Entry> made = store::find_entry_by_cause(tx, cause);
        if (!made) {
            return Done{};
        }
        TRY(const ledger::Entry back,
            ledger::reverse(act_of(desk, part, made->person(), desk.today, "undo:" + cause),
                            *made));
        TRY_DONE(store::append(tx, back));
    }
}

}  // namespace casework
