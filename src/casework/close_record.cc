#include "casework/close_record.h"

#include "base/text.h"
#include "budget/change.h"
#include "casework/change_budget.h"
#include "casework/end_orders.h"
#include "casework/last_day.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/steps.h"

namespace casework {

namespace {

std::string_view step_name(ClosedBy why) {
    switch (why) {
        case ClosedBy::death:
            return "died";
        case ClosedBy::move:
            return "moved_away";
        case ClosedBy::end:
            return "support_ended";
    }
    return "";
}

void write_fact(people::Person& person, ClosedBy why, Date on) {
    switch (why) {
        case ClosedBy::death:
            person.died_on = on;
            return;
        case ClosedBy::move:
            person.moved_on = on;
            return;
        case ClosedBy::end:
            person.ended_on = on;
            return;
    }
}

// Whether a record may be closed so; `record` is as it is now.
Outcome check_close(const people::Person& record, ClosedBy why, Date on, Date today) {
    // A death is recorded on a record that was to end for another reason, too.
    if (record.died_on || (record.closed_on() && why != ClosedBy::death)) {
        return Error{"people.record_closed", "This record is already closed. Nothing has changed."};
    }
    if (why == ClosedBy::death && on > today) {
        return Error{"people.close_ahead", "The day must be today or earlier. Check the date."};
    }
    if (on < record.first_contact) {
        return Error{"people.close_before_contact", "The day is before the first contact on " +
                                                        record.first_contact.for_people() +
                                                        ". Check the date."};
    }
    return Done{};
}

std::string name_of_payee(store::View& view, PayeeId id) {
    const std::optional<store::Payee> payee = store::find_payee(view, id);
    return payee ? payee->name : "";
}

void add_sum(std::vector<Closing::Sum>& sums, const std::string& who, Money amount) {
    for (Closing::Sum& sum : sums) {
        if (sum.who == who) {
            sum.amount += amount;
            return;
        }
    }
    sums.push_back({who, amount});
}

void add_balances(store::View& view, Closing& closing) {
    for (const ledger::Balance& balance : store::load_balances_of(view, closing.person.id)) {
        if (!balance.amount.is_positive()) {
            continue;
        }
        if (balance.account.kind == ledger::AccountKind::paid_to_holder) {
            add_sum(closing.held, name_of_payee(view, balance.account.payee), balance.amount);
        } else if (balance.account.kind == ledger::AccountKind::owed) {
            add_sum(closing.due, name_of_payee(view, balance.account.payee), balance.amount);
        } else if (balance.account.kind == ledger::AccountKind::available) {
            closing.free += balance.amount;
        }
    }
}

void add_orders(store::View& view, Closing& closing, ClosedBy why) {
    for (const market::Purchase& purchase : store::load_purchases_of(view, closing.person.id)) {
        Money promised = purchase.amount();
        for (const market::Delivery& delivery : store::load_deliveries_of(view, purchase.id)) {
            promised -=
                delivery.status == market::DeliveryStatus::confirmed ? delivery.amount : Money();
            const bool waits = delivery.status == market::DeliveryStatus::reported ||
                               delivery.status == market::DeliveryStatus::disputed;
            closing.reports_waiting += waits ? 1U : 0U;
        }
        if (is_open_order(purchase.status)) {
            const auto provider = store::find_provider(view, purchase.provider);
            closing.orders.push_back(
                {purchase.what, provider ? provider->name : "", purchase.dates.last_day(), promised,
                 why == ClosedBy::death && purchase.dates.last_day() > closing.last});
        }
    }
}

// What holders were paid, or are due, for days after the last one.
void add_what_comes_back(store::View& view, Closing& closing) {
    const Date until = closing.last.plus_days(1);
    const std::vector<budget::PaidInAdvance> paid =
        budget::paid_in_advance(store::load_entries_of(view, closing.person.id));
    for (const budget::Budget& budget : store::load_budgets_of(view, closing.person.id)) {
        if (!goes_on_after(budget, until)) {
            continue;
        }
        const Result<budget::Change> ended = budget::end_budget(budget, until, "", paid);
        if (!ended) {
            continue;
        }
        for (const budget::Movement& movement : ended->movements) {
            if (movement.step == budget::Step::recover) {
                add_sum(closing.to_come_back, name_of_payee(view, movement.holder),
                        ledger::total(movement.portions));
            }
        }
    }
}

}  // namespace

std::string_view words(ClosedBy why) {
    switch (why) {
        case ClosedBy::death:
            return "The person died";
        case ClosedBy::move:
            return "The person moved to another council";
        case ClosedBy::end:
            return "The person no longer wants or needs support";
    }
    return "";
}

Outcome close_record(Desk& desk, PersonId person, ClosedBy why, Date on) {
    return act(desk,
               {.name = "close_record",
                .action = people::Action::close_record,
                .object = {.person = person},
                .detail = "from " + on.for_people()},
               [&](Acting& acting) -> Outcome {
                   TRY(people::Person record, store::load_person(acting.tx, person));
                   TRY_DONE(check_close(record, why, on, desk.today));
                   write_fact(record, why, on);
                   store::change(acting.tx, record);
                   store::add_step(acting.tx, person, step_name(why), on, desk.actor.to_text());
                   if (why == ClosedBy::death) {
                       TRY(const std::size_t ended, end_orders_after(desk, acting.tx, person, on));
                       if (ended > 0) {
                           acting.detail += ", orders ended: " + std::to_string(ended);
                       }
                   }
                   return Done{};
               });
}

Result<Closing> see_closing(Desk& desk, PersonId person, ClosedBy why, Date on) {
    return look(desk, person, people::Action::close_record, "closing the record",
                [&](store::Snapshot& view) -> Result<Closing> {
                    Closing closing;
                    TRY(closing.person, store::load_person(view, person));
                    TRY_DONE(check_close(closing.person, why, on, desk.today));
                    people::Person closed = closing.person;
                    write_fact(closed, why, on);
                    closing.last = *last_day_of(closed);
                    add_balances(view, closing);
                    add_orders(view, closing, why);
                    add_what_comes_back(view, closing);
                    return closing;
                });
}

Outcome open_record_again(Desk& desk, PersonId person, const std::string& why) {
    return act(
        desk,
        {.name = "open_record_again",
         .action = people::Action::close_record,
         .object = {.person = person}},
        [&](Acting& acting) -> Outcome {
            TRY(people::Person record, store::load_person(acting.tx, person));
            TRY(acting.detail, base::plain_text(why, 500));
            if (acting.detail.empty()) {
                return Error{"casework.reasons_missing", "Write why this record opens again."};
            }
            if (!record.closed_on()) {
                return Error{"people.record_open",
                             "This record is not closed. Nothing has changed."};
            }
            record.died_on.reset();
            record.moved_on.reset();
            record.ended_on.reset();
            store::change(acting.tx, record);
            store::add_step(acting.tx, person, "opened_again", desk.today, desk.actor.to_text());
            return Done{};
        });
}

}  // namespace casework
