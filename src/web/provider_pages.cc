#include "web/provider_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/buy_support.h"
#include "casework/confirm_delivery.h"
#include "casework/provider_offers.h"
#include "casework/see_budget.h"
#include "govuk/button.h"
#include "govuk/table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/money_words.h"

namespace web {

namespace {

std::string provider_path(const Visit& visit) {
    return "/providers/" + visit.id<ProviderId>("provider").to_text();
}

Result<market::Provider> provider_of(const casework::Market& market, ProviderId id) {
    for (const market::Provider& provider : market.providers) {
        if (provider.id == id) {
            return provider;
        }
    }
    return Error{"market.provider_unknown", "This provider has no record here."};
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
    govuk::Table table;
    table.caption = "Orders, the latest first";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {{.text = "For"},
                  {.text = "What and when"},
                  {.text = "Price", .format = "numeric"},
                  {.text = "Confirmed, to be paid", .format = "numeric"},
                  {.text = "Paid", .format = "numeric"},
                  {.text = "How it stands"},
                  {.text = "To do"}};
    for (const casework::ProviderOrder& order : orders) {
        owed += order.owed;
        paid += order.paid;
        new_ones += order.purchase.status == market::PurchaseStatus::placed ? 1 : 0;
        Html acts;
        write_order_acts(acts, visit, order.purchase);
        table.rows.push_back(
            {{.text = order.person_name + ", " + order.place},
             {.text = std::to_string(order.purchase.quantity) + " x " + order.purchase.what + ", " +
                      order.purchase.dates.from.for_people() + " to " +
                      order.purchase.dates.last_day().for_people()},
             {.text = order.purchase.amount().for_people(), .format = "numeric"},
             {.text = order.owed.for_people(), .format = "numeric"},
             {.text = order.paid.for_people(), .format = "numeric"},
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
        main << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Orders\">"
             << table << "</div>";
    }
    main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << provider_path(visit)
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

// --- offers
// ---------------------------------------------------------------------------------------

std::vector<Choice> purpose_choices(const Visit& visit) {
    std::vector<std::string> codes;
    for (const auto& [id, package] : visit.desk.shelf) {
        for (const policy::Stream& stream : package->all_streams()) {
            codes.insert(codes.end(), stream.purposes.begin(), stream.purposes.end());
        }
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    std::vector<Choice> choices;
    for (const std::string& code : codes) {
        choices.push_back({.value = code, .text = purpose_words(code)});
    }
    return choices;
}

Result<Response> offers_page(Visit& visit) {
    const casework::Market market = casework::load_market(visit.desk);
    const ProviderId id = visit.id<ProviderId>("provider");
    TRY(const market::Provider provider, provider_of(market, id));
    govuk::Table table;
    table.caption = "Your offers";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {{.text = "What"},
                  {.text = "For"},
                  {.text = "Price", .format = "numeric"},
                  {.text = "From"}};
    for (const market::Offer& offer : market.offers) {
        if (offer.provider == id) {
            table.rows.push_back({{.text = offer.what},
                                  {.text = purpose_words(offer.purpose)},
                                  {.text = offer.price.for_people() + " a " +
                                           std::string(market::to_text(offer.unit)),
                                   .format = "numeric"},
                                  {.text = offer.from.for_people()}});
        }
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << provider.name << "</h1><p class=\"govuk-body\">"
         << provider.what_they_do << "</p><p class=\"govuk-body\">Details last checked on "
         << provider.details_checked.for_people() << ".</p>";
    if (!table.rows.empty()) {
        main
            << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Your offers\">"
            << table << "</div>";
    }
    main << govuk::Button{.text = "Add an offer", .href = provider_path(visit) + "/offers/new"};
    return show(visit, {.title = "Your offers",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider"});
}

Response offer_form(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Add an offer</h1>"
         << form_open(visit, provider_path(visit) + "/offers/new")
         << text_field(visit.form, {.name = "what", .label = "What do you offer?"})
         << select_field(
                visit.form,
                {.name = "purpose", .legend = "What is it for?", .choices = purpose_choices(visit)})
         << select_field(visit.form,
                         {.name = "spending",
                          .legend = "What kind is it?",
                          .choices = {{.value = "revenue", .text = "Support that goes on"},
                                      {.value = "capital", .text = "A thing or building work"}}})
         << money_field(visit.form, {.name = "price",
                                     .label = "Price for one, with everything in it",
                                     .classes = "govuk-input--width-10"})
         << select_field(visit.form, {.name = "unit",
                                      .legend = "One what?",
                                      .choices = {{.value = "visit", .text = "Visit"},
                                                  {.value = "hour", .text = "Hour"},
                                                  {.value = "day", .text = "Day"},
                                                  {.value = "week", .text = "Week"},
                                                  {.value = "item", .text = "Thing"}}})
         << date_field(visit.form, {.name = "from", .legend = "From which day?"})
         << text_field(visit.form, {.name = "cancellation", .label = "What if somebody cancels?"})
         << submit_button("Add the offer") << form_close();
    return show(visit, {.title = "Add an offer",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/offers",
                        .help = "provider"});
}

Result<Response> offer_page(Visit& visit) {
    return offer_form(visit);
}

Result<Response> add_offer(Visit& visit) {
    market::Offer offer;
    offer.what = visit.form.text("what", 200, "Enter what you offer").value_or("");
    offer.purpose = visit.form.text("purpose", 60, "Choose what it is for").value_or("");
    const auto spending =
        visit.form.choice("spending", {"revenue", "capital"}, "Choose what kind it is");
    const auto price = visit.form.money("price", "Enter what one costs, like 12.50");
    const auto unit = visit.form.choice("unit", {"visit", "hour", "day", "week", "item"},
                                        "Choose what is counted");
    const auto from = visit.form.date("from", "Enter the first day");
    offer.cancellation =
        visit.form.text("cancellation", 500, "Write what happens if somebody cancels").value_or("");
    if (visit.form.is_good()) {
        offer.spending = *market::spending_from_text(*spending);
        offer.price = *price;
        offer.unit = *market::unit_from_text(*unit);
        offer.from = *from;
        const Result<OfferId> saved =
            casework::save_offer(visit.desk, visit.id<ProviderId>("provider"), offer);
        if (saved) {
            return redirect(provider_path(visit) + "/offers");
        }
        visit.form.refuse(
            saved.error(),
            {{"market.price_not_positive", "price"}, {"casework.purpose_unknown", "purpose"}},
            "what");
    }
    return offer_form(visit);
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
        {GET, "/providers/{provider}/offers", may::manage_offers, offers_page,
         "A provider's offers and details"},
        {GET, "/providers/{provider}/offers/new", may::manage_offers, offer_page, "Adds an offer"},
        {POST, "/providers/{provider}/offers/new", may::manage_offers, add_offer,
         "Keeps a new offer"},
    };
    return all;
}

}  // namespace

std::span<const Route> provider_routes() {
    return routes();
}

}  // namespace web
