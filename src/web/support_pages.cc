#include "web/support_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/buy_support.h"
#include "casework/change_budget.h"
#include "casework/confirm_delivery.h"
#include "casework/provider_offers.h"
#include "casework/see_budget.h"
#include "casework/see_holders.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "web/easy_read.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/money_words.h"

namespace web {

namespace {

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

std::string each_words(const market::Offer& offer) {
    return offer.price.for_people() + " each " + std::string(market::to_text(offer.unit)) +
           ", all in";
}

// --- search
// ---------------------------------------------------------------------------------------

market::Query query_of(const Visit& visit) {
    market::Query query;
    query.wanted = visit.query("wanted");
    query.purpose = visit.query("purpose");
    query.place = visit.query("place");
    query.language = visit.query("language");
    query.sector = market::sector_from_text(visit.query("sector"));
    query.payer = market::payer_from_text(visit.query("payer"));
    return query;
}

Html search_form(const Visit& visit, const std::vector<std::string>& purposes) {
    Form form;
    for (const std::string_view field :
         {"wanted", "purpose", "place", "sector", "payer", "language"}) {
        form.fill(std::string(field), visit.query(field));
    }
    std::vector<Choice> purpose_choices = {{.value = "", .text = "Anything"}};
    for (const std::string& purpose : purposes) {
        purpose_choices.push_back({.value = purpose, .text = purpose_words(purpose)});
    }
    Html html;
    html << "<form action=\"" << person_path(visit) << "/support\" method=\"get\">"
         << text_field(form, {.name = "wanted", .label = "What do you need?"})
         << select_field(
                form, {.name = "purpose", .legend = "What is it for?", .choices = purpose_choices})
         << text_field(form, {.name = "place", .label = "Near which place?"})
         << select_field(form, {.name = "sector",
                                .legend = "Which kind of provider?",
                                .choices = {{.value = "", .text = "Any"},
                                            {.value = "public", .text = "Public"},
                                            {.value = "private", .text = "Private"},
                                            {.value = "voluntary", .text = "Voluntary"}}})
         << select_field(form,
                         {.name = "payer",
                          .legend = "Who would pay them?",
                          .choices = {{.value = "", .text = "Anybody"},
                                      {.value = "council", .text = "The council"},
                                      {.value = "person", .text = "I pay myself"},
                                      {.value = "fund_holder", .text = "Whoever holds my money"}}})
         << text_field(form, {.name = "language", .label = "Which language should they speak?"})
         << govuk::Button{.text = "Search"} << "</form>";
    return html;
}

void write_found(Html& main, const Visit& visit, const market::Found& found) {
    const market::Provider& provider = *found.provider;
    main << "<li class=\"op-result\"><h2 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\""
         << person_path(visit) << "/support/" << found.offer->id.to_text() << "\">"
         << found.offer->what << ", " << provider.name << "</a></h2><p class=\"govuk-body\">"
         << market::words(provider.sector) << ". " << provider.what_they_do
         << "</p><p class=\"govuk-body\"><strong>" << each_words(*found.offer)
         << "</strong>. Details last checked on " << provider.details_checked.for_people()
         << ".</p></li>";
}

Result<Response> search_page(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const casework::HolderChoices choices, casework::see_holders(visit.desk, person));
    const casework::Market market = casework::load_market(visit.desk);
    const std::vector<market::Found> found =
        market::search(market.offers, market.providers, query_of(visit), visit.desk.today);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Find support</h1>"
         << search_form(visit, choices.purposes) << "<h2 class=\"govuk-heading-m\">"
         << base::counted(found.size(), "offer") << "</h2><p class=\"govuk-hint\">"
         << market::ranking_words() << "</p><ul class=\"govuk-list\">";
    constexpr std::size_t shown_max = 25;
    for (std::size_t i = 0; i < found.size() && i < shown_max; ++i) {
        write_found(main, visit, found[i]);
    }
    main << "</ul>";
    if (found.size() > shown_max) {
        main << "<p class=\"govuk-body\">Here are the first " << shown_max
             << ". Say more about what you need to see fewer.</p>";
    }
    if (found.empty()) {
        main << "<p class=\"govuk-body\">Nothing fits. Try fewer words, or <a class=\"govuk-link\" "
                "href=\""
             << person_path(visit)
             << "/questions/new?about=support&amp;kind=help\">ask someone to help you</a>.</p>";
    }
    return show(visit, {.title = "Find support",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "support"});
}

// --- an offer and an order
// --------------------------------------------------------------------------

using Chosen = casework::Listing;

Result<Chosen> chosen_offer(Visit& visit) {
    return casework::find_listing(visit.desk, visit.id<OfferId>("offer"));
}

void write_offer(Html& main, const Chosen& chosen) {
    std::string languages = base::join_text(chosen.provider.languages, ", ");
    std::string paid_by;
    for (const market::Payer payer : chosen.provider.accepts) {
        paid_by += (paid_by.empty() ? "" : ", ") + std::string(market::words(payer));
    }
    main << govuk::SummaryList{
        .rows = {
            {.key = {.text = "Provider"},
             .value = {.text = chosen.provider.name + " (" +
                               std::string(market::words(chosen.provider.sector)) + ")"}},
            {.key = {.text = "What they do"}, .value = {.text = chosen.provider.what_they_do}},
            {.key = {.text = "Price"}, .value = {.text = each_words(chosen.offer)}},
            {.key = {.text = "For"}, .value = {.text = purpose_words(chosen.offer.purpose)}},
            {.key = {.text = "Where"},
             .value = {.text = base::join_text(chosen.provider.places, ", ")}},
            {.key = {.text = "Languages"}, .value = {.text = languages}},
            {.key = {.text = "Who may pay them"}, .value = {.text = paid_by}},
            {.key = {.text = "If you cancel"}, .value = {.text = chosen.offer.cancellation}},
            {.key = {.text = "Details last checked"},
             .value = {.text = chosen.provider.details_checked.for_people()}},
        }};
}

Response offer_form(Visit& visit, const Chosen& chosen) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << chosen.offer.what << "</h1>";
    write_offer(main, chosen);
    main << "<h2 class=\"govuk-heading-m\">Order this</h2>"
         << form_open(visit, person_path(visit) + "/support/" + chosen.offer.id.to_text())
         << text_field(visit.form, {.name = "quantity",
                                    .label = "How many " +
                                             std::string(market::to_text(chosen.offer.unit)) + "s?",
                                    .classes = "govuk-input--width-4",
                                    .inputmode = "numeric"})
         << date_field(visit.form, {.name = "from", .legend = "First day"})
         << date_field(visit.form, {.name = "until", .legend = "Last day"})
         << text_field(visit.form,
                       {.name = "note", .label = "A note for the provider (you need not)"})
         << submit_button("See what it costs") << form_close();
    return show(visit, {.title = chosen.offer.what,
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/support",
                        .help = "support"});
}

Result<Response> offer_page(Visit& visit) {
    TRY(const Chosen chosen, chosen_offer(visit));
    return offer_form(visit, chosen);
}

std::optional<market::Order> read_order(Form& form) {
    market::Order order;
    const auto quantity = form.whole("quantity", 1, 10'000, "Say how many");
    const std::optional<Date> from = form.date("from", "Enter the first day");
    const std::optional<Date> until = form.date("until", "Enter the last day");
    order.note = form.text("note", 500, "").value_or("");
    if (from && until && *until < *from) {
        form.refuse("until", "The last day must not come before the first day");
    }
    if (!form.is_good()) {
        return std::nullopt;
    }
    order.quantity = *quantity;
    order.dates = {*from, until->plus_days(1)};
    return order;
}

std::initializer_list<CodeField> order_codes() {
    static const std::initializer_list<CodeField> codes = {
        {"market.quantity_not_positive", "quantity"},
        {"market.quantity_too_large", "quantity"},
        {"market.no_dates", "from"},
        {"market.dates_outside_offer", "from"},
        {"budget.not_enough", "quantity"},
        {"market.offer_not_open", "from"},
    };
    return codes;
}

// What, when, price, who pays, cancellation; then one button.
Response confirm_order(Visit& visit, const Chosen& chosen, const casework::OrderPreview& preview,
                       const casework::BudgetView& budget) {
    Html pays;
    for (const ledger::Portion& portion : preview.portions) {
        for (const casework::StreamMoney& stream : budget.streams) {
            if (stream.stream == portion.stream) {
                pays << "<li>" << stream.name << ": " << portion.amount.for_people() << "</li>";
            }
        }
    }
    const Money price = preview.purchase.amount();
    Html what;
    what << "<p class=\"govuk-body-l\">" << price.for_people() << " of the "
         << preview.left_before.for_people()
         << " that is left for this.</p><p class=\"govuk-body\">" << preview.purchase.quantity
         << " x " << chosen.offer.what << ", " << each_words(chosen.offer) << ", from "
         << preview.purchase.dates.from.for_people() << " to "
         << preview.purchase.dates.last_day().for_people()
         << ".</p><p class=\"govuk-body\">Who pays:</p><ul class=\"govuk-list govuk-list--bullet\">"
         << pays << "</ul><p class=\"govuk-body\">If you cancel: " << chosen.offer.cancellation
         << "</p><p class=\"govuk-body\">The money is promised now. It is only paid when you say "
            "the support came.</p>";
    Fields hidden;
    for (const Field& field : visit.form.typed().list()) {
        if (field.name != "csrf" && field.name != "request" && field.name != "confirmed") {
            hidden.add(field.name, field.value);
        }
    }
    hidden.add("confirmed", "yes");
    return confirmation_page(
        visit, {.title = "Order this for " + price.for_people() + "?",
                .what_happens = std::move(what),
                .action = person_path(visit) + "/support/" + chosen.offer.id.to_text(),
                .button = "Order it",
                .cancel_href = person_path(visit) + "/support/" + chosen.offer.id.to_text(),
                .hidden = std::move(hidden)});
}

Result<Response> place_order(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const Chosen chosen, chosen_offer(visit));
    const std::optional<market::Order> order = read_order(visit.form);
    if (!order) {
        return offer_form(visit, chosen);
    }
    if (visit.form.value("confirmed") != "yes") {
        const Result<casework::OrderPreview> preview =
            casework::preview_order(visit.desk, person, chosen.offer.id, *order);
        if (!preview) {
            visit.form.refuse(preview.error(), order_codes(), "quantity");
            return offer_form(visit, chosen);
        }
        TRY(const casework::BudgetView budget, casework::see_budget(visit.desk, person));
        return confirm_order(visit, chosen, *preview, budget);
    }
    const Result<PurchaseId> placed =
        casework::buy_support(visit.desk, person, chosen.offer.id, *order);
    if (!placed) {
        visit.form.refuse(placed.error(), order_codes(), "quantity");
        return offer_form(visit, chosen);
    }
    return redirect(person_path(visit) + "/orders/" + placed->to_text());
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
    main << govuk::Button{.text = "Find support", .href = person_path(visit) + "/support"};
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
        main << ". You said: " << delivery.answer;
    }
    main << "</p>";
    if (delivery.status == market::DeliveryStatus::reported) {
        const std::string path = person_path(visit) + "/orders/" + order.purchase.id.to_text() +
                                 "/deliveries/" + delivery.id.to_text();
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

bool may_end(market::PurchaseStatus status) {
    return market::may_become(status, market::PurchaseStatus::cancelled) ||
           market::may_become(status, market::PurchaseStatus::closed);
}

Result<Response> order_page(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    const market::Purchase& purchase = order.purchase;
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
                                    .value = {.text = purchase.amount().for_people()}},
                                   {.key = {.text = "Ordered on"},
                                    .value = {.text = purchase.placed_on.for_people()}}}}
        << "<h2 class=\"govuk-heading-m\">Did it come?</h2>";
    if (order.deliveries.empty()) {
        main << "<p class=\"govuk-body\">The provider has not reported anything yet. If they do "
                "not come, ring them. Then <a "
                "class=\"govuk-link\" href=\""
             << person_path(visit) << "/questions/new?about=order&amp;kind=help\">tell us</a>.</p>";
    }
    for (const market::Delivery& delivery : order.deliveries) {
        write_delivery(main, visit, order, delivery);
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << person_path(visit)
         << "/orders/" << purchase.id.to_text() << "/easy\">Easy Read</a></p>";
    if (may_end(purchase.status)) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << person_path(visit)
             << "/orders/" << purchase.id.to_text() << "/end\">End this order</a></p>";
    }
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
                                     .is_warning = true});
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
    const auto why = visit.form.text("why", 1000, "Say in a few words what happened");
    if (!visit.form.is_good()) {
        return refuse_form(visit);
    }
    const PersonId person = visit.id<PersonId>("person");
    const DeliveryId delivery = visit.id<DeliveryId>("delivery");
    TRY_DONE(*kind == "refused" ? casework::refuse_delivery(visit.desk, person, delivery, *why)
                                : casework::dispute_delivery(visit.desk, person, delivery, *why));
    return redirect(order_path(visit));
}

// --- what a holder spent
// ----------------------------------------------------------------------------

Result<Response> spending_form(Visit& visit) {
    TRY(const casework::HolderChoices holders,
        casework::see_holders(visit.desk, visit.id<PersonId>("person")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Report what was spent</h1>";
    if (holders.paid_to.empty()) {
        main << "<p class=\"govuk-body\">No money was paid out to you or to somebody who holds it "
                "for you yet.</p>";
    } else {
        std::vector<Choice> choices;
        for (const auto& payee : holders.paid_to) {
            choices.push_back({.value = payee.id.to_text(), .text = payee.name});
        }
        main << form_open(visit, person_path(visit) + "/spending/new")
             << radios_field(
                    visit.form,
                    {.name = "holder", .legend = "Who spent it?", .choices = std::move(choices)})
             << money_field(
                    visit.form,
                    {.name = "amount", .label = "How much?", .classes = "govuk-input--width-10"})
             << date_field(visit.form, {.name = "on", .legend = "When?"})
             << text_field(visit.form, {.name = "what", .label = "What for, in a few words?"})
             << submit_button("Report it") << form_close();
    }
    return show(visit, {.title = "Report what was spent",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "spending"});
}

Result<Response> report_spending(Visit& visit) {
    const auto holder = visit.form.id<PayeeId>("holder", "Choose who spent it");
    const auto amount = visit.form.money("amount", "Say how much");
    const auto on = visit.form.date("on", "Say when");
    const auto what = visit.form.text("what", 300, "Say what it was for");
    if (on && *on > visit.desk.today) {
        visit.form.refuse("on", "This day has not come yet");
    }
    if (visit.form.is_good()) {
        const PersonId person = visit.id<PersonId>("person");
        const Result<ReportId> reported =
            casework::report_spending(visit.desk, person, *holder, *on, *amount, *what);
        if (reported) {
            return redirect(person_path(visit) + "/budget");
        }
        visit.form.refuse(reported.error(), {{"casework.holder_unknown", "holder"}}, "amount");
    }
    return spending_form(visit);
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET,
         "/people/{person}/support",
         may::place_order,
         search_page,
         "Finds support",
         {"wanted", "purpose", "place", "language", "sector", "payer"}},
        {GET, "/people/{person}/support/{offer}", may::place_order, offer_page,
         "An offer and the form to order it"},
        {POST, "/people/{person}/support/{offer}", may::place_order, place_order,
         "Shows what an order costs, then places it"},
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
        {GET, "/people/{person}/spending/new", may::report_spending, spending_form,
         "Reports what a holder spent"},
        {POST, "/people/{person}/spending/new", may::report_spending, report_spending,
         "Keeps that report"},
    };
    return all;
}

}  // namespace

std::span<const Route> support_routes() {
    return routes();
}

}  // namespace web
