#include "casework/own_money.h"

#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/own_parts.h"

namespace casework {

namespace {

budget::Need need_of(const market::Purchase& purchase) {
    budget::Need need;
    need.key = purchase.id.to_text();
    need.what = purchase.what;
    need.purpose = purchase.purpose;
    need.spending = purchase.spending;
    need.dates = purchase.dates;
    need.amount = purchase.amount();
    return need;
}

bool allows_own_money(const policy::Package& package, const StreamId& stream, Date on) {
    const Result<policy::Parameter> allowed = package.parameter("top_up_" + stream, on);
    return allowed && allowed->value == Decimal(1);
}

std::string name_of(const std::vector<budget::StreamRule>& rules, const StreamId& stream) {
    for (const budget::StreamRule& rule : rules) {
        if (rule.id == stream) {
            return rule.name;
        }
    }
    return stream;
}

// Whether she may add the rest herself.
Outcome check_own_part(const Desk& desk, store::View& view, const market::Purchase& purchase,
                       const std::vector<budget::StreamRule>& rules, const PaidBy& paid) {
    // Each unit must cost the funds something, or nothing would be owed when it comes.
    if (ledger::total(paid.portions).in_pence() < purchase.quantity) {
        return Error{"casework.top_up_alone",
                     "None of the funds can pay a part of this. You can buy it with your own money "
                     "without the council."};
    }
    TRY(const std::shared_ptr<const policy::Package> package,
        package_of(desk.shelf, view, purchase.person));
    for (const ledger::Portion& portion : paid.portions) {
        if (portion.amount.is_positive() &&
            !allows_own_money(*package, portion.stream, desk.today)) {
            return Error{"casework.top_up_not_allowed",
                         name_of(rules, portion.stream) +
                             " may not be used for something that is paid in part with your own "
                             "money. Choose something that costs less, or ask your worker."};
        }
    }
    return Done{};
}

Result<PaidBy> split(const market::Purchase& purchase,
                     const std::vector<budget::StreamRule>& rules) {
    TRY(const budget::DrawDown drawn, budget::draw_down(rules, {need_of(purchase)}));
    PaidBy paid;
    paid.portions = drawn.needs.front().portions;
    paid.own = purchase.amount() - ledger::total(paid.portions);
    return paid;
}

ledger::Act act_of(const Desk& desk, const market::Purchase& purchase, const std::string& cause) {
    ledger::Act entry;
    entry.on = desk.today;
    entry.recorded = desk.now;
    entry.cause = cause;
    entry.person = purchase.person;
    entry.about = purchase.id.to_text();
    entry.line = purchase.line;
    return entry;
}

Outcome reverse_cause(const Desk& desk, store::Tx& tx, const std::string& cause) {
    const std::optional<ledger::Entry> made = store::find_entry_by_cause(tx, cause);
    if (!made) {
        return Done{};
    }
    ledger::Act entry;
    entry.on = desk.today;
    entry.recorded = desk.now;
    entry.cause = "undo:" + cause;
    entry.person = made->person();
    entry.about = made->facts().about;
    entry.line = made->facts().line;
    TRY(const ledger::Entry back, ledger::reverse(entry, *made));
    return store::append(tx, back);
}

}  // namespace

Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules) {
    TRY(PaidBy paid, split(purchase, rules));
    if (paid.own.is_positive() && !check_own_part(desk, view, purchase, rules, paid)) {
        TRY_DONE(budget::draw_down_in_full(rules, {need_of(purchase)}));
    }
    return paid;
}

Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules, Money own) {
    if (own.is_zero()) {
        TRY(std::vector<budget::NeedSplit> whole,
            budget::draw_down_in_full(rules, {need_of(purchase)}));
        return PaidBy{std::move(whole.front().portions), Money()};
    }
    TRY(PaidBy paid, split(purchase, rules));
    if (paid.own.is_positive()) {
        TRY_DONE(check_own_part(desk, view, purchase, rules, paid));
    }
    if (paid.own != own) {
        return Error{"casework.own_part_changed",
                     "The funds now leave " + paid.own.for_people() + " for you to pay, and not " +
                         own.for_people() + ". Look at the cost again."};
    }
    return paid;
}

Money own_part_of(Money own, std::int64_t quantity, std::int64_t before, std::int64_t count) {
    return Money::pence(own.in_pence() * (before + count) / quantity -
                        own.in_pence() * before / quantity);
}

Outcome spend_own_part(const Desk& desk, store::Tx& tx, const market::Purchase& purchase,
                       const market::Delivery& delivery, std::int64_t before,
                       const PayeeId& payee) {
    const Money part = own_part_of(store::load_own_part(tx, purchase.id), purchase.quantity, before,
                                   delivery.quantity);
    if (!part.is_positive()) {
        return Done{};
    }
    const std::string id = delivery.id.to_text();
    TRY(const ledger::Entry added, ledger::top_up(act_of(desk, purchase, "top_up:" + id), part));
    TRY_DONE(store::append(tx, added));
    TRY(const ledger::Entry spent,
        ledger::top_up_spent(act_of(desk, purchase, "top_up_spent:" + id), payee, part));
    return store::append(tx, spent);
}

Outcome take_back_own_part(const Desk& desk, store::Tx& tx, const market::Delivery& delivery) {
    TRY_DONE(reverse_cause(desk, tx, "top_up_spent:" + delivery.id.to_text()));
    return reverse_cause(desk, tx, "top_up:" + delivery.id.to_text());
}

}  // namespace casework
