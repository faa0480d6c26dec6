#include "web/provider_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/buy_support.h"
#include "casework/confirm_delivery.h"
#include "casework/provider_payments.h"
#include "casework/see_budget.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/order_words.h"

namespace web {

namespace {

std::string provider_path(const Visit& visit) {
    return "/providers/" + visit.id<ProviderId>("provider").to_text();
}

// --- orders
// ---------------------------------------------------------------------------------------

void write_order_acts(Html& cell, const Visit& visit, const market::Purchase& purchase) {
    const std::string path = provider_path(visit) + "/orders/" + purchase.id.to_text();
    if (purchase.status == market::PurchaseStatus::placed) {
        cell << form_open(visit, path + "/accept") << govuk::Button{.text = "Accept"}
             << form_close() << "<a class=\"govuk-link\" href=\"" << path
             << "/decline\">Decline</a>";
    } else if (purchase.status == market::PurchaseStatus::accepted ||
               purchase.status == market::PurchaseStatus::part_delivered) {
        cell << "<a class=\"govuk-link\" href=\"" << path << "/report\">Report what you did</a>";
    }
}

Result<Response> orders_page(Visit& visit) {
    const ProviderId id = visit.id<ProviderId>("provider");
    TRY(const std::vector<casework::ProviderOrder> orders,
        casework::see_provider_orders(visit.desk, id));
    Money owed;
    Money paid;
    std::size_t new_ones = 0;
    FoldingTable table{.caption = "Orders, the latest first",
                       .columns = {{"For"},
                                   {"What and when"},
                                   {"Price", true},
                                   {"Confirmed, to be paid", true},
                                   {"Paid", true},
                                   {"How it stands"},
                                   {"To do"}},
                       .rows = {}};
    for (const casework::ProviderOrder& order : orders) {
        owed += order.owed;
        paid += order.paid;
        new_ones += order.purchase.status == market::PurchaseStatus::placed ? 1 : 0;
        Html acts;
        write_order_acts(acts, visit, order.purchase);
        table.rows.push_back(
            {{.text = order.person_name + ", " + order.place},
             {.html = Html() << "<a class=\"govuk-link\" href=\"" << provider_path(visit)
                             << "/orders/" << order.purchase.id.to_text() << "\">"
                             << order.purchase.what << "</a>, "
                             << count_words(order.purchase.quantity, order.purchase.unit) << ", "
                             << order.purchase.dates.from.for_people() << " to "
                             << order.purchase.dates.last_day().for_people()},
             {.text = order.purchase.amount().for_people()},
             {.text = order.owed.for_people()},
             {.text = order.paid.for_people()},
             {.text = std::string(market::words(order.purchase.status))},
             {.html = std::move(acts)}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << base::counted(new_ones, "new order")
         << "</h1><p class=\"govuk-body-l\">" << owed.for_people()
         << " is confirmed and will be paid. " << paid.for_people() << " was paid.</p>";
    if (orders.empty()) {
        main << "<p class=\"govuk-body\">Nobody has ordered yet.</p>";
    } else {
        main << folding_table(table);
    }
    main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << provider_path(visit)
         << "/payments\">What you were paid, and when</a></li><li><a class=\"govuk-link\" href=\""
         << provider_path(visit)
         << "/offers\">Your offers and details</a></li><li><a class=\"govuk-link\" href=\""
         << provider_path(visit) << "/bank\">Your bank details</a></li></ul>";
    return show(visit,
                {.title = "Orders", .main = std::move(main), .help = "provider", .is_wide = true});
}

Result<Response> accept_order(Visit& visit) {
    TRY_DONE(casework::accept_order(visit.desk, visit.id<ProviderId>("provider"),
                                    visit.id<PurchaseId>("order")));
    return redirect(provider_path(visit) + "/orders");
}

Response decline_form(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Decline this order</h1><p class=\"govuk-body\">The "
            "money is free again for "
            "the person at once.</p>"
         << form_open(visit, provider_path(visit) + "/orders/" +
                                 visit.id<PurchaseId>("order").to_text() + "/decline")
         << area_field(visit.form, {.name = "why", .label = "Why can you not do it?"}, 500, 3)
         << submit_button("Decline") << form_close();
    return show(visit, {.title = "Decline an order",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider"});
}

Result<Response> decline_page(Visit& visit) {
    return decline_form(visit);
}

Result<Response> decline_order(Visit& visit) {
    const auto why = visit.form.text("why", 500, "Write why you cannot do it");
    if (!visit.form.is_good()) {
        return decline_form(visit);
    }
    TRY_DONE(casework::decline_order(visit.desk, visit.id<ProviderId>("provider"),
                                     visit.id<PurchaseId>("order"), *why));
    return redirect(provider_path(visit) + "/orders");
}

// --- reporting
// ------------------------------------------------------------------------------------

Result<Response> report_form(Visit& visit) {
    const PurchaseId id = visit.id<PurchaseId>("order");
    TRY(const std::vector<casework::ProviderOrder> orders,
        casework::see_provider_orders(visit.desk, visit.id<ProviderId>("provider")));
    const auto order =
        std::find_if(orders.begin(), orders.end(),
                     [&](const casework::ProviderOrder& o) { return o.purchase.id == id; });
    if (order == orders.end()) {
        return Error{"market.order_unknown",
                     "This order does not exist. Go back to the list of orders."};
    }
    const std::int64_t left =
        order->purchase.quantity - market::quantity_reported(order->deliveries, order->purchase.id);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Report what you did</h1><p class=\"govuk-body\">"
         << order->purchase.what << " for " << order->person_name << ". " << left << " of "
         << order->purchase.quantity
         << " are still to come. The person is asked if it came. Then it is paid.</p>"
         << form_open(visit, provider_path(visit) + "/orders/" + id.to_text() + "/report")
         << date_field(visit.form, {.name = "on", .legend = "On which day?"})
         << text_field(
                visit.form,
                {.name = "quantity",
                 .label = "How many " + std::string(market::to_text(order->purchase.unit)) + "s?",
                 .classes = "govuk-input--width-4",
                 .inputmode = "numeric"})
         << text_field(visit.form, {.name = "note", .label = "A note (you need not)"})
         << submit_button("Report it") << form_close();
    return show(visit, {.title = "Report what you did",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider"});
}

Result<Response> report(Visit& visit) {
    market::DeliveryReport delivery;
    const auto on = visit.form.date("on", "Enter the day");
    const auto quantity = visit.form.whole("quantity", 1, 10'000, "Enter how many, like 4");
    delivery.note = visit.form.text("note", 500, "").value_or("");
    if (visit.form.is_good()) {
        delivery.on = *on;
        delivery.quantity = *quantity;
        const Result<DeliveryId> reported = casework::report_delivery(
            visit.desk, visit.id<ProviderId>("provider"), visit.id<PurchaseId>("order"), delivery);
        if (reported) {
            return redirect(provider_path(visit) + "/orders");
        }
        visit.form.refuse(
            reported.error(),
            {{"market.delivery_outside_dates", "on"}, {"market.delivery_in_future", "on"}},
            "quantity");
    }
    return report_form(visit);
}

// --- one order, and what was paid
// ----------------------------------------------------------------

// The payment a delivery stands in; none: not in a payment yet. The latest counts.
const casework::ProviderPayment* payment_of(const std::vector<casework::ProviderPayment>& payments,
                                            DeliveryId delivery) {
    for (const casework::ProviderPayment& payment : payments) {
        for (const casework::PaidDelivery& paid : payment.deliveries) {
            if (paid.delivery == delivery) {
                return &payment;
            }
        }
    }
    return nullptr;
}

std::string paid_words(const casework::ProviderPayment& payment) {
    if (payment.paid_on) {
        return "Paid on " + payment.paid_on->for_people();
    }
    if (payment.status == payments::PaymentStatus::returned) {
        return "The bank sent it back. It is owed again";
    }
    return "Sent to the bank for " + payment.sent_on.for_people();
}

std::string delivery_words(const market::Delivery& delivery,
                           const std::vector<casework::ProviderPayment>& payments) {
    const casework::ProviderPayment* payment = payment_of(payments, delivery.id);
    if (payment != nullptr) {
        return paid_words(*payment);
    }
    return delivery.status == market::DeliveryStatus::confirmed ? "Will be paid in the next pay run"
                                                                : "";
}

// What the person pays herself, which the council does not.
std::string own_words(const casework::ProviderOrder& order) {
    return order.own.is_zero() ? ""
                               : ". The person pays you " + order.own.for_people() +
                                     " of it herself; the council pays the rest";
}

Result<Response> order_page(Visit& visit) {
    const ProviderId provider = visit.id<ProviderId>("provider");
    const PurchaseId id = visit.id<PurchaseId>("order");
    TRY(const std::vector<casework::ProviderOrder> orders,
        casework::see_provider_orders(visit.desk, provider));
    const auto order =
        std::find_if(orders.begin(), orders.end(),
                     [&](const casework::ProviderOrder& o) { return o.purchase.id == id; });
    if (order == orders.end()) {
        return Error{"market.order_unknown",
                     "This order does not exist. Go back to the list of orders."};
    }
    TRY(const std::vector<casework::ProviderPayment> payments,
        casework::see_provider_payments(visit.desk, provider));
    const market::Purchase& purchase = order->purchase;
    FoldingTable table{.caption = "What you reported",
                       .columns = {{.title = "Day"},
                                   {.title = "How many"},
                                   {.title = "Sum", .is_money = true},
                                   {.title = "How it stands"},
                                   {.title = "Payment"}},
                       .rows = {}};
    for (const market::Delivery& delivery : order->deliveries) {
        const std::string answer = delivery.answer.empty() ? "" : ": " + delivery.answer;
        table.rows.push_back({{.text = delivery.on.for_people()},
                              {.text = count_words(delivery.quantity, purchase.unit)},
                              {.text = delivery.amount.for_people()},
                              {.text = std::string(answer_words(delivery.status, false)) + answer},
                              {.text = delivery_words(delivery, payments)}});
    }
    Html acts;
    write_order_acts(acts, visit, purchase);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << purchase.what << " for " << order->person_name
         << "</h1>"
         << govuk::SummaryList{.rows =
                                   {{.key = {.text = "Where"}, .value = {.text = order->place}},
                                    {.key = {.text = "When"},
                                     .value = {.text = purchase.dates.from.for_people() + " to " +
                                                       purchase.dates.last_day().for_people()}},
                                    {.key = {.text = "How many"},
                                     .value = {.text = std::to_string(purchase.quantity) + " at " +
                                                       purchase.price.for_people() + " each, " +
                                                       purchase.amount().for_people() + " in all" +
                                                       own_words(*order)}},
                                    {.key = {.text = "Ordered on"},
                                     .value = {.text = purchase.placed_on.for_people()}},
                                    {.key = {.text = "Note"},
                                     .value = {.text =
                                                   purchase.note.empty() ? "None" : purchase.note}},
                                    {.key = {.text = "Included, as you said then"},
                                     .value = {.text =
                                                   purchase.included.empty() ? "Nothing was said"
                                                                             : purchase.included}},
                                    {.key = {.text = "If they cancel, as you said then"},
                                     .value =
                                         {.text =
                                              purchase.cancellation.empty() ? "Nothing was said"
                                                                            : purchase.cancellation}},
                                    {.key = {.text = "How it stands"},
                                     .value =
                                         {.text = std::string(market::words(purchase.status))}}}}
         << "<div class=\"govuk-body\">" << acts << "</div>";
    if (order->deliveries.empty()) {
        main << "<p class=\"govuk-body\">Nothing is reported yet.</p>";
    }
    main << folding_table(table);
    return show(visit, {.title = "An order",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider",
                        .is_wide = true});
}

Html deliveries_of(const Visit& visit, const casework::ProviderPayment& payment) {
    Html list;
    list << "<ul class=\"govuk-list\">";
    for (const casework::PaidDelivery& paid : payment.deliveries) {
        list << "<li><a class=\"govuk-link\" href=\"" << provider_path(visit) << "/orders/"
             << paid.order.to_text() << "\">" << paid.quantity << " x " << paid.what << "</a> for "
             << paid.person_name << ", " << paid.on.for_people() << ": " << paid.amount.for_people()
             << "</li>";
    }
    list << "</ul>";
    return list;
}

Result<Response> payments_page(Visit& visit) {
    TRY(const std::vector<casework::ProviderPayment> payments,
        casework::see_provider_payments(visit.desk, visit.id<ProviderId>("provider")));
    Money paid;
    std::optional<Date> last;
    FoldingTable table{.caption = "Payments, the latest first",
                       .columns = {{.title = "When"},
                                   {.title = "Sum", .is_money = true},
                                   {.title = "Reference at the bank"},
                                   {.title = "For"}},
                       .rows = {}};
    for (const casework::ProviderPayment& payment : payments) {
        if (payment.paid_on) {
            paid += payment.amount;
            last = last ? std::max(*last, *payment.paid_on) : *payment.paid_on;
        }
        table.rows.push_back({{.text = paid_words(payment)},
                              {.text = payment.amount.for_people()},
                              {.text = payment.reference},
                              {.html = deliveries_of(visit, payment)}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">You were paid " << paid.for_people() << "</h1>";
    if (last) {
        main << "<p class=\"govuk-body-l\">The last payment came on " << last->for_people()
             << ".</p>";
    }
    main << "<p class=\"govuk-body\">A support that a person confirmed is paid in the next pay "
            "run. The day is the day on which the bank paid it.</p>"
         << folding_table(table);
    if (payments.empty()) {
        main << "<p class=\"govuk-body\">Nothing was paid yet.</p>";
    }
    return show(visit, {.title = "What you were paid",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider",
                        .is_wide = true});
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/providers/{provider}/orders", may::see_provider_orders, orders_page,
         "A provider's orders, and what was paid"},
        {POST, "/providers/{provider}/orders/{order}/accept", may::report_delivery, accept_order,
         "Accepts an order"},
        {GET, "/providers/{provider}/orders/{order}/decline", may::report_delivery, decline_page,
         "Says why not"},
        {POST, "/providers/{provider}/orders/{order}/decline", may::report_delivery, decline_order,
         "Declines an order; the money is free again"},
        {GET, "/providers/{provider}/orders/{order}/report", may::report_delivery, report_form,
         "Reports what was done"},
        {POST, "/providers/{provider}/orders/{order}/report", may::report_delivery, report,
         "Keeps that report"},
        {GET, "/providers/{provider}/orders/{order}", may::see_provider_orders, order_page,
         "One order: what was reported, what was said of it, and when it was paid"},
        {GET, "/providers/{provider}/payments", may::see_provider_orders, payments_page,
         "What a provider was paid, when, and for what"},
    };
    return all;
}

}  // namespace

std::span<const Route> provider_routes() {
    return routes();
}

}  // namespace web
