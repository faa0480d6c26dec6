#include "command/example_year.h"

#include "casework/pay_instalments.h"
#include "casework/pay_providers.h"
#include "casework/reconcile_bank.h"
#include "command/example_questions.h"
#include "payments/bank_reply.h"
#include "store/due.h"
#include "store/people.h"

namespace command {

namespace {

constexpr unsigned monday = 1;
constexpr unsigned wednesday = 3;
constexpr unsigned thursday = 4;

}  // namespace

Outcome ExampleOffice::end_of_day() {
    casework::Desk desk = world_.system_desk();
    TRY_DONE(casework::fall_due(desk));
    if (world_.today().weekday() == monday) {
        TRY_DONE(ask_this_week(world_));
    }
    if (world_.today().weekday() == wednesday) {
        return pay();
    }
    return world_.today().weekday() == thursday ? read_bank() : Outcome(Done{});
}

Outcome ExampleOffice::pay() {
    casework::Desk preparing = world_.desk(world_.finance);
    const Result<PayRunId> run = casework::prepare_run(preparing, world_.today().plus_days(1));
    if (!run) {
        return run.error().code == "payments.nothing_owed" ? Outcome(Done{}) : Outcome(run.error());
    }
    casework::Desk releasing = world_.desk(world_.finance_release);
    Outcome released = casework::release_run(releasing, *run);
    if (!released) {
        if (released.error().code != "payments.nothing_to_pay") {
            return released;
        }
        casework::Desk giving_up = world_.desk(world_.finance);
        return casework::cancel_run(giving_up, *run);  // every line was stopped
    }
    at_bank_ = *run;
    return Done{};
}

Outcome ExampleOffice::read_bank() {
    TRY(const payments::BankAccount account,
        payments::BankAccount::make("900001", "10000001", world_.council().name));
    payments::ReplyRequest request{.account = account,
                                   .statement = "EX" + std::to_string(++statements_),
                                   .on = world_.today(),
                                   .opening = bank_balance_};
    std::vector<payments::PayRun> runs;
    if (at_bank_) {
        casework::Desk looking = world_.desk(world_.finance);
        TRY(const casework::RunView view, casework::see_run(looking, *at_bank_));
        runs.push_back(view.run);
        for (const payments::Payment& payment : view.run.payments) {
            if (payment.status == payments::PaymentStatus::in_file &&
                world_.random().below(400) == 0) {
                request.returned.push_back({payment.id, "AC04"});
            }
        }
        at_bank_.reset();
    }
    // Most people pay their bills within a few weeks.
    const std::vector<store::Invoice> invoices = world_.book().read(
        [](store::Snapshot& snapshot) { return store::load_invoices(snapshot); });
    for (const store::Invoice& invoice : invoices) {
        if (world_.today() - invoice.issued_on > 3 && invoice.amount().is_positive() &&
            !paid_.contains(invoice.id) && world_.chance(60)) {
            paid_.insert(invoice.id);
            request.others.push_back({payments::Direction::in, invoice.amount(),
                                      "A person of the example",
                                      "Contribution " + invoice.reference});
        }
    }
    if (world_.chance(10)) {
        request.others.push_back({payments::Direction::in, Money::pence(world_.between(500, 9000)),
                                  "Unknown payer", "refund thank you"});
    }
    const payments::BankReply reply = payments::bank_reply(request, runs);
    bank_balance_ = reply.closing;
    casework::Desk importing = world_.desk(world_.finance);
    TRY_DONE(casework::import_statement(importing, reply.bytes));
    return Done{};
}

}  // namespace command
