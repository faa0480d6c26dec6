#include "casework/return_unspent.h"

#include <algorithm>
#include <map>

#include "budget/instalment.h"
#include "budget/share.h"
#include "casework/end_orders.h"
#include "market/delivery.h"
#include "store/due.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using ledger::AccountKind;

// Tells to which of a person's budgets an entry belongs: by the budget or order it is about, by the
// line it is for, else by its day.
class Belongs {
public:
    Belongs(store::View& view, PersonId person) {
        for (const BudgetId& id : store::find_budgets_of(view, person)) {
            periods_.emplace_back(id, store::load_version(view, id, 1).period);
            for (const store::BudgetVersion& version : store::load_versions(view, id)) {
                for (const budget::BudgetLine& line :
                     store::load_version(view, id, version.version).lines) {
                    lines_.emplace(line.plan.id, id);
                }
            }
        }
        for (const market::Purchase& order : store::load_purchases_of(view, person)) {
            orders_.emplace(order.id.to_text(), of(order.line, order.dates.from));
        }
    }

    BudgetId of(const ledger::Entry& entry) const {
        if (const std::optional<BudgetId> id = BudgetId::parse(entry.facts().about)) {
            return *id;
        }
        const auto order = orders_.find(entry.facts().about);
        return order != orders_.end() ? order->second : of(entry.facts().line, entry.on());
    }

    BudgetId of(const market::Purchase& order) const { return of(order.line, order.dates.from); }

private:
    BudgetId of(const std::optional<PlanLineId>& line, Date on) const {
        if (const auto found = line ? lines_.find(*line) : lines_.end(); found != lines_.end()) {
            return found->second;
        }
        BudgetId of;
        for (const auto& [id, period] : periods_) {
            of = of.is_none() || period.from <= on ? id : of;
        }
        return of;
    }

    std::vector<std::pair<BudgetId, Period>> periods_;  // oldest first
    std::map<PlanLineId, BudgetId> lines_;
    std::map<std::string, BudgetId> orders_;
};

bool can_still_draw(store::View& view, const budget::Budget& budget, const Belongs& belongs) {
    for (const budget::Instalment& each : budget::schedule(budget, {}).instalments) {
        if (!store::find_instalment(view, each.key())) {
            return true;
        }
    }
    for (const market::Purchase& order : store::load_purchases_of(view, budget.person)) {
        if (belongs.of(order) != budget.id) {
            continue;
        }
        if (is_open_order(order.status)) {
            return true;
        }
        for (const market::Delivery& delivery : store::load_deliveries_of(view, order.id)) {
            if (delivery.status == market::DeliveryStatus::reported ||
                delivery.status == market::DeliveryStatus::disputed) {
                return true;
            }
        }
    }
    return false;
}

// What is free of the budget, stream by stream, and no more than she has free of its year at all.
std::vector<ledger::Portion> free_of(store::View& view, const budget::Budget& budget,
                                     const Belongs& belongs) {
    const CouncilYear year = store::year_of(view, budget.id);
    std::vector<ledger::Portion> all;
    std::vector<ledger::Portion> of_budget;
    for (const ledger::Entry& entry : store::load_entries_of(view, budget.person)) {
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == AccountKind::available && posting.account.year == year) {
                const ledger::Portion moved{posting.account.stream, posting.amount};
                ledger::add_to(all, {moved});
                if (belongs.of(entry) == budget.id) {
                    ledger::add_to(of_budget, {moved});
                }
            }
        }
    }
    for (ledger::Portion& portion : of_budget) {
        portion.amount = std::min(portion.amount, budget::amount_of(all, portion.stream));
    }
    return budget::above_nought(of_budget);
}

std::vector<ledger::Portion> to_return(store::View& view, const budget::Budget& budget,
                                       Date today) {
    if (budget.period.until > today) {
        return {};
    }
    const Belongs belongs(view, budget.person);
    return can_still_draw(view, budget, belongs) ? std::vector<ledger::Portion>{}
                                                 : free_of(view, budget, belongs);
}

}  // namespace

Result<Money> return_unspent(Desk& desk, BudgetId id) {
    const auto found = desk.store.read([&](store::Snapshot& view) {
        const std::optional<budget::Budget> budget = store::find_budget(view, id);
        return budget && !to_return(view, *budget, desk.today).empty() ? budget : std::nullopt;
    });
    if (!found) {
        return Money();
    }
    Money sum;
    const Act what{.name = "return_unspent",
                   .action = people::Action::prepare_pay_run,
                   .object = {.person = found->person},
                   .detail = "Gave back what an ended budget did not use"};
    const auto journey = [&](Acting& acting) -> Outcome {
        const std::optional<budget::Budget> budget = store::find_budget(acting.tx, id);
        for (const ledger::Portion& portion : to_return(acting.tx, *budget, desk.today)) {
            ledger::Act entry;
            entry.year = store::year_of(acting.tx, budget->id);
            entry.on = entry.year.not_before(desk.today);
            entry.recorded = desk.now;
            entry.person = budget->person;
            entry.about = id.to_text();
            const std::string cause = "unspent:" + id.to_text() + ":" + portion.stream + ":";
            int time = 1;
            while (store::has_cause(acting.tx, cause + std::to_string(time))) {
                ++time;
            }
            entry.cause = cause + std::to_string(time);
            TRY(const ledger::Entry back, ledger::cut_award(entry, portion.stream, portion.amount));
            TRY_DONE(store::append(acting.tx, back));
            sum += portion.amount;
        }
        acting.about = id.to_text();
        return Done{};
    };
    TRY_DONE(act(desk, what, journey));
    return sum;
}

}  // namespace casework
