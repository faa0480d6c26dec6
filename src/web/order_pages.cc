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
#include "web/easy_read.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/order_easy_read.h"
#include "web/order_words.h"
#include "web/speaking.h"
#include "web/ways_out.h"

namespace web {

namespace {

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

// --- orders
// ---------------------------------------------------------------------------------------

Response easy_orders_page(const Visit& visit, const std::vector<casework::OrderView>& orders) {
    const Speaking speaking(visit);
    const std::string title = speaking.Your() + " orders in Easy Read";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>"
         << easy_orders(visit, orders, speaking)
         << other_view_link(visit, person_path(visit) + "/orders");
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget/easy",
                        .help = "orders"});
}

Result<Response> orders_page(Visit& visit) {
    TRY(const std::vector<casework::OrderView> orders,
        casework::see_orders(visit.desk, visit.id<PersonId>("person")));
    if (is_easy(visit)) {
        return easy_orders_page(visit, orders);
    }
    FoldingTable table{.caption = "Orders, the latest first",
                       .columns = {{"What"}, {"When"}, {"Price", true}, {"How it stands"}},
                       .rows = {}};
    for (const casework::OrderView& order : orders) {
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << person_path(visit) << "/orders/"
             << order.purchase.id.to_text() << "\">" << order.purchase.what << "</a><br>"
             << order.provider;
        table.rows.push_back({{.html = std::move(link)},
                              {.text = order.purchase.dates.from.for_people() + " to " +
                                       order.purchase.dates.last_day().for_people()},
                              {.text = order.purchase.amount().for_people()},
                              {.text = std::string(market::words(order.purchase.status))}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << base::counted(orders.size(), "order") << "</h1>";
    main << folding_table(table);
    if (can_open(visit, person_path(visit) + "/support")) {
        main << govuk::Button{.text = "Find support", .href = person_path(visit) + "/support"};
    }
    main << other_view_link(visit, person_path(visit) + "/orders")
         << ways_out_part(visit, "orders", "the orders");
    return show(visit, {.title = "Orders",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "orders",
                        .is_wide = true});
}

void write_delivery(Html& main, const Visit& visit, const casework::OrderView& order,
                    const market::Delivery& delivery) {
    main << "<div class=\"op-delivery\"><h3 class=\"govuk-heading-s\">" << delivery.on.for_people()
         << ": " << count_words(delivery.quantity, order.purchase.unit) << " for "
         << delivery.amount.for_people() << "</h3><p class=\"govuk-body\">"
         << answer_words(delivery.status, visit.is_self());
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
    const Speaking speaking(visit);
    const std::string path = person_path(visit) + "/orders/" + order.purchase.id.to_text();
    const std::string title = speaking.Your() + " order in Easy Read";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>"
         << easy_order(visit, order, speaking)
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << path
         << "\">See it with all the figures</a></p><p class=\"govuk-body\"><a "
            "class=\"govuk-link\" href=\""
         << person_path(visit) << "/orders?view=easy\">All the orders in Easy Read</a></p>";
    return show(visit,
                {.title = title, .main = std::move(main), .back_href = path, .help = "orders"});
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
std::string price_words(const casework::OrderView& order, const Speaking& speaking) {
    const Money price = order.purchase.amount();
    return order.own.is_zero()
               ? price.for_people()
               : price.for_people() + ": " + (price - order.own).for_people() +
                     " from the budget, and " + order.own.for_people() + " of " + speaking.your() +
                     " own money, paid to the provider by " + speaking.you();
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
    main << "<h1 class=\"govuk-heading-l\">" << purchase.what << "</h1><p class=\"govuk-body-l\">"
         << market::words(purchase.status) << "</p>"
         << govuk::SummaryList{.rows = {{.key = {.text = "Provider"},
                                         .value = {.text = order.provider}},
                                        {.key = {.text = "When"},
                                         .value = {.text = purchase.dates.from.for_people() +
                                                           " to " +
                                                           purchase.dates.last_day().for_people()}},
                                        {.key = {.text = "How many"},
                                         .value = {.text = quantity_words(purchase.quantity,
                                                                          purchase.unit,
                                                                          purchase.price)}},
                                        {.key = {.text = "Price"},
                                         .value = {.text = price_words(order, speaking)}},
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

// She comes back to the order in the view she answered in.
std::string path_after_answer(const Visit& visit) {
    return order_path(visit) + (is_easy(visit) ? "/easy" : "");
}

Result<Response> confirm_delivery(Visit& visit) {
    TRY_DONE(casework::confirm_delivery(visit.desk, visit.id<PersonId>("person"),
                                        visit.id<DeliveryId>("delivery")));
    return redirect(path_after_answer(visit));
}

Result<Response> refuse_form(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    const auto delivery =
        std::find_if(order.deliveries.begin(), order.deliveries.end(),
                     [&](const auto& each) { return each.id == visit.id<DeliveryId>("delivery"); });
    if (delivery == order.deliveries.end()) {
        return Error{"market.delivery_unknown",
                     "This delivery does not exist. Go back to the list."};
    }
    const std::string here =
        order_path(visit) + "/deliveries/" + delivery->id.to_text() + "/refuse";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What happened?</h1>";
    if (is_easy(visit)) {
        main << easy_refusal(order, *delivery);
    } else {
        main << "<p class=\"govuk-body\">" << order.purchase.what << ", "
             << delivery->on.for_people() << ": "
             << count_words(delivery->quantity, order.purchase.unit) << " for "
             << delivery->amount.for_people() << ".</p>";
    }
    main << (is_easy(visit) ? govuk::Literal("<div class=\"op-easy\">") : govuk::Literal("<div>"))
         << form_open(visit, here + view_part(visit))
         << radios_field(
                visit.form,
                {.name = "kind",
                 .legend = "Choose one",
                 .choices = {{.value = "refused", .text = "It did not come"},
                             {.value = "disputed",
                              .text = "It came, but something is wrong",
                              .hint = Speaking(visit).to_her()
                                          ? "Your worker will look at it. This one payment waits."
                                          : "The worker will look at it. This one payment "
                                            "waits."}}})
         << area_field(visit.form, {.name = "why", .label = "Say in a few words what happened"},
                       1000)
         << submit_button("Send") << form_close() << "</div>" << other_view_link(visit, here);
    return show(visit, {.title = "What happened?",
                        .main = std::move(main),
                        .back_href = path_after_answer(visit),
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
    return redirect(path_after_answer(visit));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET,
         "/people/{person}/orders",
         may::see_record,
         orders_page,
         "A person's orders",
         {"view"}},
        {GET, "/people/{person}/orders/{order}", may::see_record, order_page,
         "One order and what came of it"},
        {GET, "/people/{person}/orders/{order}/easy", may::see_record, easy_order_page,
         "One order in Easy Read"},
        {GET, "/people/{person}/orders/{order}/end", may::place_order, end_order_page,
         "Asks before an order ends"},
        {POST, "/people/{person}/orders/{order}/end", may::place_order, end_order, "Ends an order"},
        {POST,
         "/people/{person}/orders/{order}/deliveries/{delivery}/confirm",
         may::answer_delivery,
         confirm_delivery,
         "Says the support came; the provider is owed",
         {"view"}},
        {GET,
         "/people/{person}/orders/{order}/deliveries/{delivery}/refuse",
         may::answer_delivery,
         refuse_page,
         "Says what was wrong",
         {"view"}},
        {POST,
         "/people/{person}/orders/{order}/deliveries/{delivery}/refuse",
         may::answer_delivery,
         refuse_delivery,
         "Refuses or disputes a delivery",
         {"view"}},
    };
    return all;
}

}  // namespace

std::span<const Route> order_routes() {
    return routes();
}

}  // namespace web
