#include "casework/own_money.h"

#include <algorithm>

#include "budget/own_part.h"
#include "casework/held_parts.h"
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

// The fund that pays a part and does not allow her own money beside it; none where all allow it.
std::optional<StreamId> forbids_own_money(const Desk& desk, const policy::Package& package,
                                          const std::vector<ledger::Portion>& portions) {
    for (const ledger::Portion& portion : portions) {
        if (portion.amount.is_positive() &&
            !allows_own_money(package, portion.stream, desk.today)) {
            return portion.stream;
        }
    }
    return std::nullopt;
}

Error not_allowed(const std::string& fund) {
    return {"casework.top_up_not_allowed",
            fund +
                " may not be used for something that is paid in part with your own money. Choose "
                "something that costs less, or ask your worker."};
}

// Whether she may add the rest herself.
Outcome check_own_part(const Desk& desk, store::View& view, const market::Purchase& purchase,
                       const std::vector<budget::StreamRule>& rules, const PaidBy& paid) {
    // Each unit must cost the funds something, or nothing would be owed when it comes.
    if (ledger::total(paid.portions).in_pence() < purchase.quantity) {
        return Error{"casework.top_up_alone",
                     "None of the funds can pay a part of this. It can be bought with own money "
                     "without the council."};
    }
    TRY(const std::shared_ptr<const policy::Package> package,
        package_of(desk.shelf, view, purchase.person));
    if (const auto fund = forbids_own_money(desk, *package, paid.portions)) {
        return not_allowed(name_of(rules, *fund));
    }
    return Done{};
}

// What her plan says she adds to the order; nought where it is for no line of her budget.
Money planned_of(store::View& view, const market::Purchase& purchase) {
    const std::optional<budget::BudgetLine> line =
        purchase.line ? find_line_of(view, purchase.person, *purchase.line) : std::nullopt;
    return line ? planned_own_part(line->plan, purchase) : Money();
}

Result<PaidBy> split(store::View& view, const market::Purchase& purchase,
                     const std::vector<budget::StreamRule>& rules) {
    PaidBy paid;
    paid.planned = planned_of(view, purchase);
    budget::Need need = need_of(purchase);
    need.amount -= paid.planned;
    TRY(const budget::DrawDown drawn, budget::draw_down(rules, {need}));
    paid.portions = drawn.needs.front().portions;
    paid.own = purchase.amount() - ledger::total(paid.portions);
    return paid;
}

bool is_short(const budget::DrawDown& drawn, const budget::PlanLine& line) {
    return std::any_of(drawn.shortfalls.begin(), drawn.shortfalls.end(),
                       [key = line.id.to_text()](const budget::Shortfall& shortfall) {
                           return shortfall.key == key;
                       });
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

Result<std::vector<OwnPart>> own_parts_of(const Desk& desk, const policy::Package& package,
                                          const budget::SupportPlan& plan,
                                          const std::vector<budget::StreamRule>& rules) {
    std::vector<OwnPart> parts;
    TRY(const budget::DrawDown drawn, budget::draw_down(rules, budget::needs_of(plan)));
    for (std::size_t index = 0; index < plan.lines.size(); ++index) {
        const budget::PlanLine& line = plan.lines[index];
        const bool lacks = is_short(drawn, line);
        if (!lacks && line.own.is_zero()) {
            continue;
        }
        const Money most = lacks ? line.price - Money::pence(1) : line.own;
        const Result<Money> least = budget::least_own_part(rules, plan, index, most);
        budget::SupportPlan with = plan;
        if (!least) {
            continue;  // a line of so few days that her part would be all of it
        }
        with.lines[index].own = *least;
        TRY(const budget::DrawDown then, budget::draw_down(rules, budget::needs_of(with)));
        if (is_short(then, line) || then.needs[index].portions.empty()) {
            continue;
        }
        OwnPart part{line.id, *least, ""};
        if (const auto fund = forbids_own_money(desk, package, then.needs[index].portions)) {
            part.not_allowed_by = name_of(rules, *fund);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

Outcome check_own_allowed(const Desk& desk, const policy::Package& package,
                          const budget::PlanLine& line,
                          const std::vector<ledger::Portion>& portions,
                          const std::vector<budget::StreamRule>& rules) {
    if (line.own.is_positive()) {
        if (const auto fund = forbids_own_money(desk, package, portions)) {
            const Error refusal = not_allowed(name_of(rules, *fund));
            return Error{refusal.code, "\"" + line.what + "\": " + refusal.message};
        }
    }
    return Done{};
}

Outcome check_own_parts(const Desk& desk, const policy::Package& package,
                        const budget::SupportPlan& plan,
                        const std::vector<budget::StreamRule>& rules) {
    TRY(const std::vector<budget::NeedSplit> splits,
        budget::draw_down_in_full(rules, budget::needs_of(plan)));
    for (std::size_t index = 0; index < plan.lines.size(); ++index) {
        const budget::PlanLine& line = plan.lines[index];
        if (line.own.is_zero()) {
            continue;
        }
        TRY_DONE(check_own_allowed(desk, package, line, splits[index].portions, rules));
        TRY(const Money least, budget::least_own_part(rules, plan, index, line.own));
        if (least < line.own) {
            return Error{"budget.own_part_not_needed",
                         "\"" + line.what + "\": the funds can pay more of this. " +
                             least.for_people() + " of own money for each " +
                             std::string(market::to_text(line.unit)) + " is enough, and not " +
                             line.own.for_people() +
                             ". Send the plan back, so that nobody pays for what was "
                             "promised."};
        }
    }
    return Done{};
}

Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules) {
    TRY(PaidBy paid, split(view, purchase, rules));
    if (!paid.own.is_positive()) {
        return paid;
    }
    const Outcome allowed = check_own_part(desk, view, purchase, rules, paid);
    if (!allowed && paid.planned.is_zero()) {
        TRY_DONE(budget::draw_down_in_full(rules, {need_of(purchase)}));
    }
    TRY_DONE(allowed);
    return paid;
}

Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules, Money own) {
    if (own.is_zero() && planned_of(view, purchase).is_zero()) {
        TRY(std::vector<budget::NeedSplit> whole,
            budget::draw_down_in_full(rules, {need_of(purchase)}));
        return PaidBy{std::move(whole.front().portions), Money(), Money()};
    }
    TRY(PaidBy paid, split(view, purchase, rules));
    if (paid.own.is_positive()) {
        TRY_DONE(check_own_part(desk, view, purchase, rules, paid));
    }
    if (paid.own != own) {
        return Error{"casework.own_part_changed", "The funds now leave " + paid.own.for_people() +
                                                      " to be paid with own money, and not " +
                                                      own.for_people() +
                                                      ". Look at the cost again."};
    }
    return paid;
}

Money planned_own_part(const budget::PlanLine& line, const market::Purchase& purchase) {
    if (line.unit != purchase.unit) {
        return {};
    }
    const Money dearer = std::max(purchase.price - (line.price - line.own), Money());
    return Money::pence(std::min(line.own, dearer).in_pence() * purchase.quantity);
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
