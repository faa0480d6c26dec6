#include "casework/pay_instalments.h"

#include <algorithm>
#include <map>
#include <set>

#include "budget/instalment.h"
#include "casework/change_budget.h"
#include "casework/contribution_days.h"
#include "casework/invoice_contribution.h"
#include "casework/last_day.h"
#include "casework/nominee_payee.h"
#include "casework/return_unspent.h"
#include "casework/stream_rules.h"
#include "market/delivery.h"
#include "store/due.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

// For the while of dated work the desk is the system's: no request key, no actor.
class SystemHours {
public:
    explicit SystemHours(Desk& desk)
        : desk_(desk), was_system_(desk.is_system), request_(desk.request) {
        desk_.is_system = true;
        desk_.request = {};
    }
    ~SystemHours() {
        desk_.is_system = was_system_;
        desk_.request = request_;
    }
    SystemHours(const SystemHours&) = delete;
    SystemHours& operator=(const SystemHours&) = delete;

private:
    Desk& desk_;
    bool was_system_;
    RequestId request_;
};

std::vector<budget::Instalment> due_of(const budget::Budget& budget,
                                       const std::vector<budget::ContributionTerms>& terms,
                                       Date today) {
    std::vector<budget::Instalment> due = budget::schedule(budget, terms).instalments;
    due.erase(std::remove_if(due.begin(), due.end(),
                             [&](const budget::Instalment& each) { return each.due > today; }),
              due.end());
    return due;
}

// What is known before the acts, from one picture of the book.
struct DueWork {
    std::vector<std::pair<PersonId, Date>> to_end;  // until: the first day without support
    std::vector<budget::Budget> budgets;
};

Result<DueWork> find_ended(Desk& desk) {
    return desk.store.read([&](store::Snapshot& snapshot) -> Result<DueWork> {
        DueWork work;
        for (const people::Person& person : store::load_people(snapshot)) {
            const std::optional<Date> last = last_day_of(person);
            if (!last || *last >= desk.today) {
                continue;
            }
            const Date until = last->plus_days(1);
            const std::vector<budget::Budget> budgets = store::load_budgets_of(snapshot, person.id);
            if (std::any_of(budgets.begin(), budgets.end(), [&](const budget::Budget& budget) {
                    return goes_on_after(budget, until);
                })) {
                work.to_end.emplace_back(person.id, until);
            }
        }
        return work;
    });
}

void note_exception(Desk& desk, FellDue& done, const std::string& about, PersonId person,
                    const Error& error) {
    done.exceptions.push_back(base::at(about, error));
    const Outcome kept = desk.store.write([&](store::Tx& tx) -> Outcome {
        store::keep(tx, store::DueException{about, person, desk.today, error.message});
        return Done{};
    });
    if (!kept) {
        done.exceptions.push_back(kept.error());
    }
}

void end_budgets(Desk& desk, FellDue& done, const DueWork& work) {
    for (const auto& [person, until] : work.to_end) {
        const Outcome ended = end_budget(desk, person, until, "The record ended.");
        if (ended) {
            ++done.ended_budgets;
        } else {
            note_exception(desk, done, "budget of " + person.to_text(), person, ended.error());
        }
    }
}

// Makes one instalment owed, unless it was made or the budget changed since it was found.
Result<std::optional<Money>> make_instalment(Desk& desk, const budget::Budget& seen,
                                             const std::string& key) {
    std::optional<Money> made;
    const Outcome outcome = act(
        desk, {"instalment_due", Action::prepare_pay_run, {.person = seen.person}, {}},
        [&](Acting& acting) -> Outcome {
            acting.about = key;
            const std::optional<budget::Budget> budget = store::find_budget(acting.tx, seen.id);
            TRY(const people::Person person, store::load_person(acting.tx, seen.person));
            const std::optional<Date> last = last_day_of(person);
            for (const budget::Instalment& each :
                 due_of(*budget, load_own_terms(acting.tx, *budget), desk.today)) {
                if (each.key() != key || store::find_instalment(acting.tx, key)) {
                    continue;
                }
                if (last && each.covers.last_day() > *last) {
                    return Error{"casework.record_ended",
                                 "The record ended on " + last->for_people() +
                                     ", before the last day this payment is for. End the budget "
                                     "first."};
                }
                TRY_DONE(check_nominee(acting.tx, each.holder, desk.today));
                ledger::Act entry;
                entry.year = store::year_of(acting.tx, budget->id);
                entry.on = entry.year.not_before(desk.today);
                entry.recorded = desk.now;
                entry.person = seen.person;
                TRY(const std::vector<ledger::Entry> entries, budget::pay(each, entry));
                TRY_DONE(store::append(acting.tx, entries));
                store::keep(acting.tx,
                            store::MadeInstalment{key, seen.person, seen.id, each.line, each.holder,
                                                  each.due, each.covers, each.gross(), each.share(),
                                                  desk.today});
                made = each.net();
                acting.detail = "For " + each.covers.from.for_people() + " to " +
                                each.covers.last_day().for_people();
            }
            return Done{};
        });
    if (!outcome) {
        return outcome.error();
    }
    return made;
}

struct WaitingInstalment {
    std::size_t budget;
    std::string key;
};

std::vector<WaitingInstalment> find_due(Desk& desk, DueWork& work) {
    return desk.store.read([&](store::Snapshot& snapshot) {
        std::vector<WaitingInstalment> found;
        const std::set<std::string> made = store::load_instalment_keys(snapshot);
        work.budgets = store::load_budgets(snapshot, {Date::from_days(0), desk.today.plus_days(1)});
        for (std::size_t i = 0; i < work.budgets.size(); ++i) {
            for (const budget::Instalment& each :
                 due_of(work.budgets[i], load_own_terms(snapshot, work.budgets[i]), desk.today)) {
                if (!made.contains(each.key())) {
                    found.push_back({i, each.key()});
                }
            }
        }
        return found;
    });
}

void make_instalments(Desk& desk, FellDue& done, DueWork& work) {
    for (const WaitingInstalment& waiting : find_due(desk, work)) {
        const budget::Budget& budget = work.budgets[waiting.budget];
        const Result<std::optional<Money>> made = make_instalment(desk, budget, waiting.key);
        if (!made) {
            note_exception(desk, done, waiting.key, budget.person, made.error());
        } else if (*made) {
            ++done.instalments;
            done.instalments_total += **made;
        }
    }
}

market::AnswerTimes answer_times(Desk& desk, store::View& view, PersonId person) {
    market::AnswerTimes times{remind_person_after_days, remind_worker_after_days};
    const auto package = package_of(desk.shelf, view, person);
    if (!package) {
        return times;
    }
    const auto set = [&](std::string_view name, std::int64_t& days) {
        const auto parameter = (*package)->parameter(name, desk.today);
        if (parameter) {
            const Result<Money> whole = Money::from_decimal(parameter->value);
            days = whole ? whole->in_pence() / 100 : days;
        }
    };
    set("delivery_remind_person_days", times.remind_after_days);
    set("delivery_remind_worker_days", times.worker_after_days);
    return times;
}

Outcome remind(Desk& desk, const market::Delivery& delivery, const std::string& who) {
    return act(desk,
               {"remind_of_delivery",
                Action::prepare_pay_run,
                {.person = delivery.person},
                who == "person" ? "Reminded the person of a report without an answer"
                                : "Told the worker of a report without an answer"},
               [&](Acting& acting) -> Outcome {
                   acting.about = delivery.id.to_text();
                   if (store::keep_reminder(acting.tx, delivery.id, who, desk.today)) {
                       store::add_step(acting.tx, delivery.person, "reminded_" + who, desk.today,
                                       acting.by, {}, delivery.id.to_text());
                   }
                   return Done{};
               });
}

void send_reminders(Desk& desk, FellDue& done) {
    std::vector<std::pair<market::Delivery, std::string>> due;
    desk.store.read([&](store::Snapshot& snapshot) {
        std::set<std::pair<DeliveryId, std::string>> sent;
        for (const store::Reminder& reminder : store::load_reminders(snapshot)) {
            sent.emplace(reminder.delivery, reminder.who);
        }
        for (const market::Delivery& delivery :
             store::load_deliveries(snapshot, market::DeliveryStatus::reported)) {
            const market::Reminder who = market::reminder_due(
                delivery, answer_times(desk, snapshot, delivery.person), desk.today);
            const bool worker = who == market::Reminder::worker;
            if ((worker || who == market::Reminder::person) &&
                !sent.contains({delivery.id, "person"})) {
                due.emplace_back(delivery, "person");
            }
            if (worker && !sent.contains({delivery.id, "worker"})) {
                due.emplace_back(delivery, "worker");
            }
        }
        return Done{};
    });
    for (const auto& [delivery, who] : due) {
        const Outcome reminded = remind(desk, delivery, who);
        if (reminded) {
            ++done.reminders;
        } else {
            done.exceptions.push_back(base::at(delivery.id.to_text(), reminded.error()));
        }
    }
}

void send_invoices(Desk& desk, FellDue& done, const DueWork& work) {
    for (const budget::Budget& budget : work.budgets) {
        const Result<Invoiced> invoiced = invoice_contribution(desk, budget.id);
        if (!invoiced) {
            note_exception(desk, done, "invoice for " + budget.id.to_text(), budget.person,
                           invoiced.error());
            continue;
        }
        done.invoices += invoiced->count;
        done.invoices_total += invoiced->total;
    }
}

// Only people with something free can have anything to give back.
std::set<PersonId> with_free_money(Desk& desk) {
    return desk.store.read([](store::Snapshot& snapshot) {
        std::set<PersonId> found;
        for (const ledger::Balance& balance : store::load_balances(snapshot)) {
            if (balance.account.kind == ledger::AccountKind::available &&
                balance.amount.is_positive()) {
                found.insert(balance.account.person);
            }
        }
        return found;
    });
}

void give_back_unspent(Desk& desk, FellDue& done, const DueWork& work) {
    const std::set<PersonId> people = with_free_money(desk);
    for (const budget::Budget& budget : work.budgets) {
        if (budget.period.until > desk.today || !people.contains(budget.person)) {
            continue;
        }
        const Result<Money> back = return_unspent(desk, budget.id);
        if (back) {
            done.given_back += *back;
        } else {
            note_exception(desk, done, "unspent money of " + budget.id.to_text(), budget.person,
                           back.error());
        }
    }
}

}  // namespace

Result<FellDue> fall_due(Desk& desk) {
    if (!desk.is_system) {
        TRY_DONE(act(desk,
                     {"fall_due", Action::prepare_pay_run, {}, "Asked for what is due by today"},
                     [](Acting&) -> Outcome { return Done{}; }));
    }
    const SystemHours hours(desk);
    FellDue done;
    TRY_DONE(desk.store.write([](store::Tx& tx) -> Outcome {
        store::forget_exceptions(tx);
        return Done{};
    }));
    if (const auto ended = end_nominees(desk); !ended) {
        note_exception(desk, done, "nominees", {}, ended.error());
    }
    TRY(DueWork work, find_ended(desk));
    end_budgets(desk, done, work);
    make_instalments(desk, done, work);
    send_invoices(desk, done, work);
    give_back_unspent(desk, done, work);
    send_reminders(desk, done);
    return done;
}

}  // namespace casework
