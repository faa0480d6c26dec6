#include "casework/provider_payments.h"

#include <algorithm>

#include "casework/owed.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/pay_runs.h"
#include "store/people.h"

namespace casework {

namespace {

using payments::PaymentStatus;

// The deliveries of one payment; the shares that several streams pay of one are one sum.
Result<std::vector<PaidDelivery>> deliveries_of(store::View& view,
                                                const payments::Payment& payment) {
    std::vector<PaidDelivery> all;
    for (const payments::InstructedLine& line : payments::lines_of(payment)) {
        const std::optional<DeliveryId> id = DeliveryId::parse(line.about);
        if (!id) {
            continue;
        }
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const PaidDelivery& d) { return d.delivery == *id; });
        if (same != all.end()) {
            same->amount += line.amount;
            continue;
        }
        const std::optional<market::Delivery> delivery = store::find_delivery(view, *id);
        CHECK(delivery.has_value());
        const std::optional<market::Purchase> order =
            store::find_purchase(view, delivery->purchase);
        CHECK(order.has_value());
        TRY(const people::Person person, store::load_person(view, delivery->person));
        all.push_back({*id, order->id, delivery->on, order->what, person.name, delivery->quantity,
                       line.amount});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const PaidDelivery& a, const PaidDelivery& b) { return a.on < b.on; });
    return all;
}

// The day the bank booked a settled payment.
std::optional<Date> booked_on(store::View& view, const payments::Payment& payment) {
    const std::vector<payments::InstructedLine> lines = payments::lines_of(payment);
    if (payment.status != PaymentStatus::settled || lines.empty()) {
        return std::nullopt;
    }
    const std::string& about = lines.front().about;
    const std::optional<ledger::Entry> cleared = store::find_entry_by_cause(
        view, bank_cause(BankStep::clear, payment.id, about,
                         bank_steps_taken(view, BankStep::clear, payment.id, about)));
    return cleared ? std::optional<Date>(cleared->on()) : std::nullopt;
}

}  // namespace

Result<std::vector<ProviderPayment>> see_provider_payments(Desk& desk, ProviderId provider) {
    return consult(desk, people::Action::see_provider_orders, {.provider = provider},
                   [&](store::Snapshot& snapshot) -> Result<std::vector<ProviderPayment>> {
                       std::vector<ProviderPayment> all;
                       const std::optional<store::Payee> payee =
                           store::find_payee_of_provider(snapshot, provider);
                       if (!payee) {
                           return all;
                       }
                       for (const payments::PayRun& run : store::load_runs_at_bank(snapshot)) {
                           for (const payments::Payment& payment : run.payments) {
                               if (payment.payee != payee->id || payment.amount().is_zero()) {
                                   continue;
                               }
                               ProviderPayment each;
                               each.id = payment.id;
                               each.reference = payment.end_to_end_id;
                               each.status = payment.status;
                               each.sent_on = run.pay_on;
                               each.paid_on = booked_on(snapshot, payment);
                               each.amount = payment.amount();
                               TRY(each.deliveries, deliveries_of(snapshot, payment));
                               all.push_back(std::move(each));
                           }
                       }
                       std::stable_sort(all.begin(), all.end(),
                                        [](const ProviderPayment& a, const ProviderPayment& b) {
                                            return b.sent_on < a.sent_on;
                                        });
                       return all;
                   });
}

}  // namespace casework
