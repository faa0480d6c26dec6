#include "web/order_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/buy_support.h"
#include "casework/change_details.h"
#include "casework/confirm_delivery.h"
#include "casework/see_budget.h"
#include "casework/who_did.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "web/easy_read.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/ways_out.h"

namespace web {

namespace {

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

// --- orders
// ---------------------------------------------------------------------------------------

Result<Response> orders_page(Visit& visit) {
    TRY(const std::vector<casework::OrderView> orders,
        casework::see_orders(visit.desk, visit.id<PersonId>("person")));
    govuk::Table table;
    table.caption = "Orders, the latest first";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {{.text = "What"},
                  {.text = "When"},
                  {.text = "Price", .format = "numeric"},
                  {.text = "How it stands"}};
    for (const casework::OrderView& order : orders) {
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << person_path(visit) << "/orders/"
             << order.purchase.id.to_text() << "\">" << order.purchase.what << "</a><br>"
             << order.provider;
        table.rows.push_back({{.html = std::move(link)},
                              {.text = order.purchase.dates.from.for_people() + " to " +
                                       order.purchase.dates.last_day().for_people()},
                              {.text = order.purchase.amount().for_people(), .format = "numeric"},
                              {.text = std::string(market::words(order.purchase.status))}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << base::counted(orders.size(), "order") << "</h1>";
    if (!orders.empty()) {
        main << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Orders\">"
             << table << "</div>";
    }
    if (can_open(visit, person_path(visit) + "/support")) {
        main << govuk::Button{.text = "Find support", .href = person_path(visit) + "/support"};
    }
    main << ways_out_part(visit, "orders", "the orders");
    return show(visit, {.title = "Orders",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "orders",
                        .is_wide = true});
}

void write_delivery(Html& main, const Visit& visit, const casework::OrderView& order,
                    const market::Delivery& delivery) {
    main << "<div class=\"op-delivery\"><h3 class=\"govuk-heading-s\">" << delivery.on.for_people()
         << ": " << delivery.quantity << " for " << delivery.amount.for_people()
         << "</h3><p class=\"govuk-body\">" << market::words(delivery.status);
    if (!delivery.note.empty()) {
        main << ". The provider says: " << delivery.note;
    }
    if (!delivery.answer.empty()) {
        main << (visit.is_self() ? govuk::Literal(". You said: ")
                                 : govuk::Literal(". The answer: "))
             << delivery.answer;
    }
    main << "</p>";
    const std::string path = person_path(visit) + "/orders/" + order.purchase.id.to_text() +
                             "/deliveries/" + delivery.id.to_text();
    const bool is_open = delivery.status == market::DeliveryStatus::reported ||
                         delivery.status == market::DeliveryStatus::disputed;
    if (order.person_died && is_open) {
        if (can_open(visit, path + "/answer")) {
            main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << path
                 << "/answer\">Answer this after the death</a></p>";
        }
    } else if (delivery.status == market::DeliveryStatus::reported &&
               can_open(visit, path + "/refuse")) {
        main << form_open(visit, path + "/confirm")
             << govuk::Button{.text = "Yes, it came", .classes = "govuk-!-margin-bottom-3"}
             << form_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << path
             << "/refuse\">No, or something is wrong</a></p>";
    }
    main << "</div>";
}

// One idea a line: what was ordered, when, for how much, and what to do now.
Result<Response> easy_order_page(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    const market::Purchase& purchase = order.purchase;
    bool waits = false;
    for (const market::Delivery& delivery : order.deliveries) {
        waits = waits || delivery.status == market::DeliveryStatus::reported;
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Your order in Easy Read</h1>" << easy_read_open();
    write_easy_line(main, "order", "You ordered: " + purchase.what + ".");
    write_easy_line(main, "home", "It comes from " + order.provider + ".");
    write_easy_line(main, "calendar", "It starts on " + purchase.dates.from.for_people() + ".");
    write_easy_line(main, "calendar",
                    "The last day is " + purchase.dates.last_day().for_people() + ".");
    write_easy_line(main, "money",
                    "It costs " + purchase.amount().for_people() + ". You do not pay now.");
    if (order.own.is_positive()) {
        write_easy_line(
            main, "money",
            "You pay " + order.own.for_people() + " of it with your own money, when it comes.");
    }
    write_easy_line(main, waits ? "decision" : "ok",
                    waits ? "The provider says it came. Did it come? Please tell us."
                          : "It is only paid when you say it came.");
    write_easy_line(main, "help", "You can ask someone to help you.");
    main << easy_read_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << person_path(visit) << "/orders/" << purchase.id.to_text()
         << "\">Answer, or see it with all the figures</a></p>";
    return show(visit, {.title = "Your order in Easy Read",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/orders/" + purchase.id.to_text(),
                        .help = "orders"});
}

// "Jo Field placed an order on 3 May 2006, for Ann." Only what others did: what she did is hers.
Html done_by_others(const std::vector<casework::Deed>& deeds, const std::string& about,
                    const Speaking& speaking) {
    Html out;
    for (const casework::Deed& deed : deeds) {
        if (deed.about == about && !deed.is_own && !deed.by.empty()) {
            out << "<p class=\"govuk-body op-by\">" << deed.by << " " << deed.words << " on "
                << deed.on.for_people() << ", for " << speaking.you() << ".</p>";
        }
    }
    return out;
}

// The price, and what of it she pays herself.
std::string price_words(const casework::OrderView& order) {
    const Money price = order.purchase.amount();
    return order.own.is_zero() ? price.for_people()
                               : price.for_people() + ": " + (price - order.own).for_people() +
                                     " from the budget, and " + order.own.for_people() +
                                     " of your own money, paid to the provider by you";
}

bool may_end(market::PurchaseStatus status) {
    return market::may_become(status, market::PurchaseStatus::cancelled) ||
           market::may_become(status, market::PurchaseStatus::closed);
}

// The words of the offer as they were on the day of the order: the provider may say others now.
Html words_of_order(const market::Purchase& purchase) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        if (!value.empty()) {
            list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
        }
    };
    row("What is included", purchase.included);
    row("If you cancel", purchase.cancellation);
    row("Where", base::join_text(purchase.places, ", "));
    row("Languages", base::join_text(purchase.languages, ", "));
    return list.rows.empty() ? Html()
                             : Html() << "<h2 class=\"govuk-heading-m\">What was said when it was "
                                         "ordered</h2>"
                                      << list;
}

Result<Response> order_page(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    const market::Purchase& purchase = order.purchase;
    TRY(const people::Person person, casework::open_details(visit.desk, purchase.person, "orders"));
    const Speaking speaking(visit, person);
    std::vector<std::string> things = {purchase.id.to_text()};
    for (const market::Delivery& delivery : order.deliveries) {
        things.push_back(delivery.id.to_text());
    }
    TRY(const std::vector<casework::Deed> deeds,
        casework::deeds_about(visit.desk, purchase.person, things, "orders"));
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">" << purchase.what << "</h1><p class=\"govuk-body-l\">"
        << market::words(purchase.status) << "</p>"
        << govuk::SummaryList{.rows =
                                  {{.key = {.text = "Provider"}, .value = {.text = order.provider}},
                                   {.key = {.text = "When"},
                                    .value = {.text = purchase.dates.from.for_people() + " to " +
                                                      purchase.dates.last_day().for_people()}},
                                   {.key = {.text = "How many"},
                                    .value = {.text = std::to_string(purchase.quantity) + ", " +
                                                      purchase.price.for_people() + " each " +
                                                      std::string(market::to_text(purchase.unit))}},
                                   {.key = {.text = "Price"},
                                    .value = {.text = price_words(order)}},
                                   {.key = {.text = "Ordered on"},
                                    .value = {.text = purchase.placed_on.for_people()}}}}
        << words_of_order(purchase) << done_by_others(deeds, purchase.id.to_text(), speaking)
        << "<h2 class=\"govuk-heading-m\">Did it come?</h2>";
    if (order.deliveries.empty()) {
        main << "<p class=\"govuk-body\">The provider has not reported anything yet. If they do "
                "not come, ring them.";
        if (may_ask(visit)) {
            main << " Then <a class=\"govuk-link\" href=\"" << person_path(visit)
                 << "/questions/new?about=order&amp;kind=help\">tell us</a>.";
        }
        main << "</p>";
    }
    for (const market::Delivery& delivery : order.deliveries) {
        write_delivery(main, visit, order, delivery);
        main << done_by_others(deeds, delivery.id.to_text(), speaking);
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << person_path(visit)
         << "/orders/" << purchase.id.to_text() << "/easy\">Easy Read</a></p>";
    const std::string end = person_path(visit) + "/orders/" + purchase.id.to_text() + "/end";
    if (may_end(purchase.status) && can_open(visit, end)) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << end
             << "\">End this order</a></p>";
    }
    main << ways_out_part(visit, "order:" + purchase.id.to_text(), "this order");
    return show(visit, {.title = purchase.what,
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/orders",
                        .help = "orders"});
}

Result<Response> end_order_page(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    Money confirmed;
    for (const market::Delivery& delivery : order.deliveries) {
        confirmed +=
            delivery.status == market::DeliveryStatus::confirmed ? delivery.amount : Money();
    }
    Html what;
    what << "<p class=\"govuk-body\">" << (order.purchase.amount() - confirmed).for_people()
         << " that was promised is free again. What already came is paid.</p>";
    const std::string path = person_path(visit) + "/orders/" + order.purchase.id.to_text();
    return confirmation_page(visit, {.title = "End this order?",
                                     .what_happens = std::move(what),
                                     .action = path + "/end",
                                     .button = "End the order",
                                     .cancel_href = path,
                                     .is_warning = true,
                                     .help = "orders"});
}

Result<Response> end_order(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const PurchaseId id = visit.id<PurchaseId>("order");
    TRY(const casework::OrderView order, casework::see_order(visit.desk, person, id));
    const bool can_cancel =
        market::may_become(order.purchase.status, market::PurchaseStatus::cancelled);
    TRY_DONE(can_cancel ? casework::cancel_order(visit.desk, person, id)
                        : casework::close_order(visit.desk, person, id));
    return redirect(person_path(visit) + "/orders/" + id.to_text());
}

// --- deliveries
// -----------------------------------------------------------------------------------

std::string order_path(const Visit& visit) {
    return person_path(visit) + "/orders/" + visit.id<PurchaseId>("order").to_text();
}

Result<Response> confirm_delivery(Visit& visit) {
    TRY_DONE(casework::confirm_delivery(visit.desk, visit.id<PersonId>("person"),
                                        visit.id<DeliveryId>("delivery")));
    return redirect(order_path(visit));
}

Response refuse_form(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What happened?</h1>"
         << form_open(visit, order_path(visit) + "/deliveries/" +
                                 visit.id<DeliveryId>("delivery").to_text() + "/refuse")
         << radios_field(
                visit.form,
                {.name = "kind",
                 .legend = "Choose one",
                 .choices = {{.value = "refused", .text = "It did not come"},
                             {.value = "disputed",
                              .text = "It came, but something is wrong",
                              .hint = "Your worker will look at it. This one payment waits."}}})
         << area_field(visit.form, {.name = "why", .label = "Say in a few words what happened"},
                       1000)
         << submit_button("Send") << form_close();
    return show(visit, {.title = "What happened?",
                        .main = std::move(main),
                        .back_href = order_path(visit),
                        .help = "orders"});
}

Result<Response> refuse_page(Visit& visit) {
    return refuse_form(visit);
}

Result<Response> refuse_delivery(Visit& visit) {
    const auto kind = visit.form.choice("kind", {"refused", "disputed"}, "Choose what happened");
    const auto why = visit.form.text("why", 1000, "Write in a few words what happened");
    if (!visit.form.is_good()) {
        return refuse_form(visit);
    }
    const PersonId person = visit.id<PersonId>("person");
    const DeliveryId delivery = visit.id<DeliveryId>("delivery");
    TRY_DONE(*kind == "refused" ? casework::refuse_delivery(visit.desk, person, delivery, *why)
                                : casework::dispute_delivery(visit.desk, person, delivery, *why));
    return redirect(order_path(visit));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/people/{person}/orders", may::see_record, orders_page, "A person's orders"},
        {GET, "/people/{person}/orders/{order}", may::see_record, order_page,
         "One order and what came of it"},
        {GET, "/people/{person}/orders/{order}/easy", may::see_record, easy_order_page,
         "One order in Easy Read"},
        {GET, "/people/{person}/orders/{order}/end", may::place_order, end_order_page,
         "Asks before an order ends"},
        {POST, "/people/{person}/orders/{order}/end", may::place_order, end_order, "Ends an order"},
        {POST, "/people/{person}/orders/{order}/deliveries/{delivery}/confirm",
         may::answer_delivery, confirm_delivery, "Says the support came; the provider is owed"},
        {GET, "/people/{person}/orders/{order}/deliveries/{delivery}/refuse", may::answer_delivery,
         refuse_page, "Says what was wrong"},
        {POST, "/people/{person}/orders/{order}/deliveries/{delivery}/refuse", may::answer_delivery,
         refuse_delivery, "Refuses or disputes a delivery"},
    };
    return all;
}

}  // namespace

std::span<const Route> order_routes() {
    return routes();
}

}  // namespace web
