#include "casework/see_budget.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "assessment/stream_decision.h"
#include "base/text.h"
#include "casework/contribution_days.h"
#include "casework/nominee_payee.h"
#include "casework/stream_rules.h"
#include "store/decisions.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/own_parts.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using people::Action;

constexpr std::int64_t open_orders_max = 5;  // the budget page names the latest; all are on a page

// Puts where her money stands into the package's order and words.
std::vector<StreamMoney> money_by_stream(
    const policy::Package& package,
    const std::vector<std::pair<StreamId, ledger::Standing>>& standing) {
    std::vector<StreamMoney> streams;
    const auto find = [&](const StreamId& stream) -> const ledger::Standing* {
        for (const auto& each : standing) {
            if (each.first == stream) {
                return &each.second;
            }
        }
        return nullptr;
    };
    std::vector<const policy::Stream*> ordered;
    for (const policy::Stream& stream : package.all_streams()) {
        ordered.push_back(&stream);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const policy::Stream* a, const policy::Stream* b) {
                         return a->restriction < b->restriction;
                     });
    for (const policy::Stream* stream : ordered) {
        if (const ledger::Standing* money = find(stream->id)) {
            streams.push_back({stream->id, stream->name, stream->owner,
                               base::join_text(stream->purposes, ", "), *money});
        }
    }
    if (const ledger::Standing* own = find("")) {
        streams.push_back({"", "Your own money", "You", "", *own});
    }
    return streams;
}

using Balances = std::vector<ledger::Balance>;

bool is_own(const ledger::Balance& balance) {
    return balance.account.stream.empty();
}

// One year's money.
Balances of_year(const Balances& balances, CouncilYear year) {
    Balances found;
    std::copy_if(balances.begin(), balances.end(), std::back_inserter(found),
                 [&](const auto& balance) { return balance.account.year == year; });
    return found;
}

ledger::Standing sum_of(const Balances& balances) {
    ledger::Standing sum;
    for (const auto& [stream, figures] : ledger::standing(balances)) {
        sum += figures;
    }
    return sum;
}

// What stands of years before, but not what was spent in them.
ledger::Standing standing_before(const Balances& balances, CouncilYear year) {
    Balances found;
    std::copy_if(balances.begin(), balances.end(), std::back_inserter(found),
                 [&](const ledger::Balance& balance) {
                     return !is_own(balance) && balance.account.year < year &&
                            balance.account.kind != ledger::AccountKind::spent;
                 });
    return sum_of(found);
}

// Her own money goes on from year to year; what she spent before the year is not of it.
Balances own_of_year(store::View& view, PersonId person, const Balances& balances,
                     CouncilYear year) {
    Balances own = of_year(balances, {});
    const bool has_spent = std::any_of(own.begin(), own.end(), [](const ledger::Balance& balance) {
        return balance.account.kind == ledger::AccountKind::spent && !balance.amount.is_zero();
    });
    const bool has_earlier =
        std::any_of(balances.begin(), balances.end(), [&](const ledger::Balance& balance) {
            return !is_own(balance) && balance.account.year < year;
        });
    if (!has_spent || !has_earlier) {
        return own;
    }
    for (const ledger::Balance& before :
         of_year(store::load_balances_of(view, person, year.period().from.plus_days(-1)), {})) {
        for (ledger::Balance& balance : own) {
            if (balance.account == before.account &&
                balance.account.kind == ledger::AccountKind::spent) {
                balance.amount -= before.amount;
            }
        }
    }
    return own;
}

NextBudget next_budget(store::View& view, const budget::Budget& next) {
    return {
        next, next.period,
        sum_of(of_year(store::load_balances_of(view, next.person), store::year_of(view, next.id)))};
}

std::vector<WithHolder> with_holders(store::View& view,
                                     const std::vector<ledger::Balance>& balances) {
    std::map<PayeeId, Money> sums;
    for (const ledger::Balance& balance : balances) {
        if (balance.account.kind == ledger::AccountKind::paid_to_holder) {
            sums[balance.account.payee] += balance.amount;
        }
    }
    std::vector<WithHolder> holders;
    for (const auto& [id, sum] : sums) {
        const std::optional<store::Payee> payee = store::find_payee(view, id);
        if (payee && sum.is_positive()) {
            holders.push_back({payee->name, payee->kind == "person", sum});
        }
    }
    std::stable_sort(holders.begin(), holders.end(), [](const WithHolder& a, const WithHolder& b) {
        return a.is_hers && !b.is_hers;
    });
    return holders;
}

std::vector<std::string> undecided(const policy::Package& package,
                                   const std::vector<assessment::StreamDecision>& decisions) {
    std::vector<std::string> names;
    for (const policy::Stream& stream : package.all_streams()) {
        const bool asked =
            std::any_of(decisions.begin(), decisions.end(), [&](const auto& decision) {
                return decision.stream == stream.id && decision.eligible;
            });
        if (stream.who_decides == policy::WhoDecides::owner && asked &&
            assessment::latest(decisions, stream.id, assessment::Stage::agreed) == nullptr) {
            names.push_back(stream.name);
        }
    }
    return names;
}

std::optional<budget::Instalment> next_instalment(
    store::View& view, const budget::Budget& budget,
    const std::vector<budget::ContributionTerms>& terms) {
    const budget::Schedule schedule = budget::schedule(budget, terms);
    for (const budget::Instalment& instalment : schedule.instalments) {
        if (instalment.net().is_positive() &&
            !store::has_cause(view, "instalment:" + instalment.key())) {
            return instalment;
        }
    }
    return std::nullopt;
}

OrderView order_view(store::View& view, market::Purchase purchase) {
    OrderView order;
    const std::optional<market::Provider> provider = store::find_provider(view, purchase.provider);
    order.provider = provider ? provider->name : "";
    order.deliveries = store::load_deliveries_of(view, purchase.id);
    if (const auto hold = store::find_entry_by_cause(view, "hold:" + purchase.id.to_text())) {
        for (const ledger::Posting& posting : hold->postings()) {
            if (posting.account.kind == ledger::AccountKind::held) {
                order.portions.push_back({posting.account.stream, posting.amount});
            }
        }
    }
    order.own = store::load_own_part(view, purchase.id);
    order.purchase = std::move(purchase);
    return order;
}

}  // namespace

Result<BudgetView> see_budget(Desk& desk, PersonId person) {
    return look(
        desk, person, Action::see_record, "budget",
        [&](store::Snapshot& snapshot) -> Result<BudgetView> {
            BudgetView view;
            TRY(view.person, store::load_person(snapshot, person));
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, view.person));
            const std::vector<store::BudgetDates> budgets =
                store::load_budget_dates_of(snapshot, person);
            const auto nearest = store::nearest_of(budgets, desk.today);
            if (nearest) {
                view.budget = store::find_budget(snapshot, nearest->id);
            }
            view.year = nearest ? nearest->year : CouncilYear::of(desk.today);
            view.contributions = store::load_terms(snapshot, person);
            // The sums of her accounts, not every entry behind them: this page is asked for
            // most.
            const Balances balances = store::load_balances_of(snapshot, person, desk.today);
            Balances of_this_year = of_year(balances, view.year);
            view.with_holders = with_holders(snapshot, of_this_year);
            view.before = standing_before(balances, view.year);
            const Balances own = own_of_year(snapshot, person, balances, view.year);
            of_this_year.insert(of_this_year.end(), own.begin(), own.end());
            view.streams = money_by_stream(*package, ledger::standing(of_this_year));
            const auto next = store::find_next_budget(snapshot, budgets, desk.today);
            if (next && (!nearest ||
                         CouncilYear::of(nearest->period.from) <= CouncilYear::of(desk.today))) {
                view.next = next_budget(snapshot, *next);
            }
            for (const StreamMoney& stream : view.streams) {
                view.total += stream.figures;
            }
            view.kept_back = store::load_kept_back(snapshot, person, view.year, desk.today);
            const std::vector<assessment::StreamDecision> decisions =
                store::load_decisions(snapshot, person);
            view.waiting_for = undecided(*package, decisions);
            view.marks = marks_of(*package, decisions);
            for (const auto& budget : {view.budget, next}) {
                if (!view.next_payment && budget) {
                    view.next_payment = next_instalment(
                        snapshot, *budget, own_terms(view.contributions, budgets, budget->id));
                }
            }
            if (view.next_payment) {
                const Outcome payable =
                    check_nominee(snapshot, view.next_payment->holder, desk.today);
                view.payment_waits = payable ? "" : payable.error().message;
            }
            view.open_orders = store::load_open_purchases_of(snapshot, person, open_orders_max);
            view.to_answer = store::load_deliveries_to_answer(snapshot, person);
            return view;
        });
}

const SpendingReport* StatementView::report_of(const ledger::StatementLine& line) const {
    const auto found =
        std::find_if(reports.begin(), reports.end(),
                     [&](const SpendingReport& report) { return report.about == line.about; });
    return found == reports.end() ? nullptr : &*found;
}

Result<StatementView> see_statement(Desk& desk, PersonId person, const Period& period) {
    return look(
        desk, person, Action::see_record, "statement",
        [&](store::Snapshot& snapshot) -> Result<StatementView> {
            StatementView view;
            TRY(view.person, store::load_person(snapshot, person));
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, view.person));
            view.marks = marks_of(*package, store::load_decisions(snapshot, person));
            view.statement =
                ledger::person_statement(store::load_entries_of(snapshot, person), person, period);
            for (const policy::Stream& stream : package->all_streams()) {
                view.stream_names.emplace_back(stream.id, stream.name);
            }
            std::map<PayeeId, std::string> payees;
            for (const ledger::StatementLine& line : view.statement.lines) {
                if (!line.payee.is_none() && !payees.contains(line.payee)) {
                    const std::optional<store::Payee> payee =
                        store::find_payee(snapshot, line.payee);
                    payees.emplace(line.payee,
                                   payee ? holder_in_words(*payee, view.person.first_name()) : "");
                }
            }
            view.payee_names.assign(payees.begin(), payees.end());
            for (store::JournalLine& act :
                 store::load_acts_named(snapshot, person, "report_spending")) {
                view.reports.push_back({std::move(act.about), std::move(act.detail),
                                        act.relation == "self" ? "" : std::move(act.actor_name)});
            }
            return view;
        });
}

Result<std::vector<OrderView>> see_orders(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "orders",
                [&](store::Snapshot& snapshot) -> Result<std::vector<OrderView>> {
                    std::vector<OrderView> orders;
                    for (market::Purchase& purchase : store::load_purchases_of(snapshot, person)) {
                        orders.push_back(order_view(snapshot, std::move(purchase)));
                    }
                    return orders;
                });
}

Result<OrderView> see_order(Desk& desk, PersonId person, PurchaseId id) {
    return look(desk, person, Action::see_record, "orders",
                [&](store::Snapshot& snapshot) -> Result<OrderView> {
                    std::optional<market::Purchase> purchase = store::find_purchase(snapshot, id);
                    if (!purchase || purchase->person != person) {
                        return Error{"market.order_unknown",
                                     "This order does not exist. Go back to the list of orders."};
                    }
                    OrderView order = order_view(snapshot, std::move(*purchase));
                    TRY(const people::Person record, store::load_person(snapshot, person));
                    order.person_died = record.died_on.has_value();
                    return order;
                });
}

Result<std::vector<ProviderOrder>> see_provider_orders(Desk& desk, ProviderId provider) {
    return consult(
        desk, Action::see_provider_orders, {.provider = provider},
        [&](store::Snapshot& snapshot) -> Result<std::vector<ProviderOrder>> {
            std::vector<ProviderOrder> orders;
            for (market::Purchase& purchase :
                 store::load_purchases_of_provider(snapshot, provider)) {
                ProviderOrder order;
                TRY(const people::Person person, store::load_person(snapshot, purchase.person));
                order.person_name = person.name;
                order.place = person.place;
                order.deliveries = store::load_deliveries_of(snapshot, purchase.id);
                for (const ledger::Entry& entry :
                     store::load_entries_about(snapshot, purchase.id.to_text())) {
                    for (const ledger::Posting& posting : entry.postings()) {
                        if (posting.account.stream.empty()) {
                            continue;  // her own money, paid without the council
                        }
                        if (posting.account.kind == ledger::AccountKind::spent) {
                            order.paid += posting.amount;
                        } else if (posting.account.kind == ledger::AccountKind::owed ||
                                   posting.account.kind == ledger::AccountKind::clearing) {
                            order.owed += posting.amount;
                        }
                    }
                }
                order.own = store::load_own_part(snapshot, purchase.id);
                order.purchase = std::move(purchase);
                orders.push_back(std::move(order));
            }
            return orders;
        });
}

}  // namespace casework
