#include "web/support_pages.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "casework/buy_support.h"
#include "casework/change_budget.h"
#include "casework/confirm_delivery.h"
#include "casework/provider_offers.h"
#include "casework/report_spending.h"
#include "casework/see_budget.h"
#include "casework/see_holders.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/easy_read.h"
#include "web/form_fields.h"
#include "web/held_part_field.h"
#include "web/layout.h"
#include "web/money_easy_read.h"
#include "web/money_words.h"
#include "web/order_easy_read.h"
#include "web/order_words.h"
#include "web/speaking.h"

namespace web {

namespace {

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

std::string each_words(const market::Offer& offer) {
    return offer.price.for_people() + " each " + std::string(market::to_text(offer.unit)) +
           ", all in";
}

// --- an offer and an order
// --------------------------------------------------------------------------

using Chosen = casework::Listing;

Result<Chosen> chosen_offer(Visit& visit) {
    return casework::find_listing(visit.desk, visit.id<OfferId>("offer"));
}

// "You pay from your own account" to her; to others whose account it is.
std::string payer_words(market::Payer payer, const Speaking& speaking) {
    if (!speaking.to_her() && payer == market::Payer::person) {
        return speaking.You() + " pays from " + speaking.their() + " own account";
    }
    if (!speaking.to_her() && payer == market::Payer::fund_holder) {
        return "The holder of " + speaking.your() + " money pays";
    }
    return std::string(market::words(payer));
}

void write_offer(Html& main, const Chosen& chosen, const Speaking& speaking) {
    const std::string languages =
        base::join_text(market::languages_of(chosen.offer, chosen.provider), ", ");
    std::string paid_by;
    for (const market::Payer payer : chosen.provider.accepts) {
        paid_by += (paid_by.empty() ? "" : ", ") + payer_words(payer, speaking);
    }
    govuk::SummaryList list{
        .rows = {
            {.key = {.text = "Provider"},
             .value = {.text = chosen.provider.name + " (" +
                               std::string(market::words(chosen.provider.sector)) + ")"}},
            {.key = {.text = "What they do"}, .value = {.text = chosen.provider.what_they_do}},
            {.key = {.text = "Price"}, .value = {.text = each_words(chosen.offer)}},
            {.key = {.text = "For"}, .value = {.text = purpose_words(chosen.offer.purpose)}},
            {.key = {.text = "Where"},
             .value = {.text = base::join_text(market::places_of(chosen.offer, chosen.provider),
                                               ", ")}},
            {.key = {.text = "Languages"}, .value = {.text = languages}},
            {.key = {.text = "Who may pay them"}, .value = {.text = paid_by}},
            {.key = {.text = "If you cancel"}, .value = {.text = chosen.offer.cancellation}},
            {.key = {.text = "Details last checked"},
             .value = {.text = chosen.provider.details_checked.for_people()}},
        }};
    if (!chosen.offer.included.empty()) {
        list.rows.insert(list.rows.begin() + 3, {.key = {.text = "What is included"},
                                                 .value = {.text = chosen.offer.included}});
    }
    if (chosen.offer.words_from) {
        list.rows.push_back(
            {.key = {.text = "These words"},
             .value = {.text = "Last changed on " + chosen.offer.words_from->for_people()}});
    }
    main << list;
}

constexpr std::string_view no_part = "none";

// Which part of the plan the order is for. The part that names this offer is chosen already.
Html order_part_field(Form& form, const std::vector<casework::OrderPart>& parts) {
    if (parts.empty()) {
        return Html();
    }
    std::vector<Choice> choices;
    std::string likely(no_part);
    for (const casework::OrderPart& part : parts) {
        choices.push_back({.value = part.line.to_text(), .text = part.words});
        likely = part.names_offer ? part.line.to_text() : likely;
    }
    choices.push_back({.value = std::string(no_part), .text = "Something else"});
    if (!form.has("line")) {
        form.fill("line", likely);
    }
    return radios_field(form, {.name = "line",
                               .legend = "Which part of the plan is it for?",
                               .hint = "If you add your own money to that part, it is counted.",
                               .choices = choices});
}

std::string offer_path(const Visit& visit, const Chosen& chosen) {
    return person_path(visit) + "/support/" + chosen.offer.id.to_text();
}

// The offer one idea a line; its questions follow.
Html easy_offer(const Chosen& chosen) {
    const market::Offer& offer = chosen.offer;
    Html lines;
    lines << easy_read_open();
    write_easy_line(lines, "home", "It comes from " + chosen.provider.name + ".");
    write_easy_line(lines, "money",
                    "Each " + std::string(market::to_text(offer.unit)) + " costs " +
                        offer.price.for_people() + ".");
    write_easy_line(lines, "ok", "Nothing is added to this price.");
    if (!offer.included.empty()) {
        write_easy_line(lines, "plan", "In the price is: " + offer.included);
    }
    if (!offer.cancellation.empty()) {
        write_easy_line(lines, "no", "If you cancel: " + offer.cancellation);
    }
    write_easy_line(lines, "calendar", "Now say how many and when.");
    write_easy_line(lines, "letter", "Then you see what it costs.");
    write_easy_line(lines, "no", "Nothing is ordered yet.");
    return lines << easy_read_close();
}

Result<Response> offer_form(Visit& visit, const Chosen& chosen) {
    TRY(const std::vector<casework::OrderPart> parts,
        casework::parts_to_order(visit.desk, visit.id<PersonId>("person"), chosen.offer.id));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << chosen.offer.what << "</h1>";
    if (is_easy(visit)) {
        main << easy_offer(chosen);
    } else {
        write_offer(main, chosen, Speaking(visit));
    }
    main << "<h2 class=\"govuk-heading-m\">Order this</h2>"
         << (is_easy(visit) ? govuk::Literal("<div class=\"op-easy\">") : govuk::Literal("<div>"))
         << form_open(visit, offer_path(visit, chosen) + view_part(visit))
         << text_field(visit.form, {.name = "quantity",
                                    .label = "How many " +
                                             std::string(market::to_text(chosen.offer.unit)) + "s?",
                                    .classes = "govuk-input--width-4",
                                    .inputmode = "numeric"})
         << date_field(visit.form, {.name = "from", .legend = "First day"})
         << date_field(visit.form, {.name = "until", .legend = "Last day"})
         << order_part_field(visit.form, parts)
         << text_field(visit.form,
                       {.name = "note", .label = "A note for the provider (you need not)"})
         << submit_button("See what it costs") << form_close() << "</div>"
         << other_view_link(visit, offer_path(visit, chosen));
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
    const auto quantity = form.whole("quantity", 1, 10'000, "Enter how many you want, like 4");
    const std::optional<Date> from = form.date("from", "Enter the first day");
    const std::optional<Date> until = form.date("until", "Enter the last day");
    order.note = form.text("note", 500, "").value_or("");
    if (!form.value("line").empty() && form.value("line") != no_part) {
        order.line = form.id<PlanLineId>("line", "Choose which part of the plan it is for");
    }
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
        {"budget.days_over_two_years", "until"},
        {"budget.none_for_these_days", "from"},
        {"market.offer_not_open", "from"},
        {"casework.own_part_changed", "quantity"},
        {"casework.top_up_not_allowed", "quantity"},
        {"casework.top_up_alone", "quantity"},
        {"casework.part_unknown", "line"},
    };
    return codes;
}

// Why a part of the price is hers: her plan says so, or no more is left, or both.
std::string own_reason(const casework::OrderPreview& preview, const Speaking& speaking) {
    const Money over = preview.own - preview.planned;
    if (preview.planned.is_zero()) {
        return "This costs " + over.for_people() + " more than is left for it. " + speaking.You() +
               " can pay " + preview.own.for_people() + " with " + speaking.their() + " own money.";
    }
    const std::string planned = speaking.Your() + " plan says that " + speaking.you() + " " +
                                speaking.does("add") + " " + preview.planned.for_people() + " of " +
                                speaking.their() + " own money to this.";
    return over.is_zero()
               ? planned
               : planned + " It costs " + over.for_people() + " more than is left for it. So " +
                     speaking.you() + " would pay " + preview.own.for_people() + ".";
}

// The same order in the other view. It is asked for by a form, because what was typed goes along.
Html other_view_of_order(const Visit& visit, const Chosen& chosen) {
    Html form;
    form << form_open(visit, offer_path(visit, chosen) + (is_easy(visit) ? "" : "?view=easy"));
    for (const Field& field : visit.form.typed().list()) {
        if (field.name != "csrf" && field.name != "request" && field.name != "own") {
            form << hidden_field(field.name, field.value);
        }
    }
    return form << govuk::Button{.text = is_easy(visit) ? "Show the usual view"
                                                        : "Show this in Easy Read",
                                 .classes = "govuk-button--secondary"}
                << form_close();
}

// What, when, price, who pays, cancellation.
Html usual_preview(const Chosen& chosen, const casework::OrderPreview& preview,
                   const Speaking& speaking) {
    Html pays;
    for (std::size_t i = 0; i < preview.portions.size(); ++i) {
        if (preview.portions[i].amount.is_positive()) {
            pays << "<li>" << preview.stream_names[i] << ": "
                 << preview.portions[i].amount.for_people() << "</li>";
        }
    }
    const Money price = preview.purchase.amount();
    Html what;
    if (preview.own.is_positive()) {
        what << "<p class=\"govuk-body-l\">" << own_reason(preview, speaking)
             << "</p><p class=\"govuk-body\">" << speaking.You() << " " << speaking.does("pay")
             << " it to " << chosen.provider.name
             << ", each time a part of it came. The council does not pay it back. "
             << (speaking.to_her()
                     ? govuk::Literal("You can also choose something that costs less.")
                     : govuk::Literal("Something that costs less can be chosen too."))
             << "</p>";
        pays << "<li>" << speaking.Your() << " own money: " << preview.own.for_people() << "</li>";
    }
    what << "<p class=\"govuk-body-l\">" << (price - preview.own).for_people() << " of the "
         << preview.left_before.for_people()
         << " that is left for this.</p><p class=\"govuk-body\">" << chosen.offer.what << ": "
         << quantity_words(preview.purchase.quantity, chosen.offer.unit, chosen.offer.price)
         << ", all in, from " << preview.purchase.dates.from.for_people() << " to "
         << preview.purchase.dates.last_day().for_people()
         << ".</p><p class=\"govuk-body\">Who pays:</p><ul class=\"govuk-list govuk-list--bullet\">"
         << pays << "</ul><p class=\"govuk-body\">If you cancel: " << chosen.offer.cancellation
         << "</p><p class=\"govuk-body\">When you order, the money is promised. It is only paid "
            "when "
         << (speaking.to_her() ? std::string("you say") : speaking.you() + " or a helper says")
         << " the support came.</p>";
    return what;
}

// What it costs; then one button.
Response confirm_order(Visit& visit, const Chosen& chosen, const casework::OrderPreview& preview) {
    const Speaking speaking(visit);
    const Money price = preview.purchase.amount();
    Html what;
    what << (is_easy(visit) ? easy_preview(preview, chosen.provider.name, speaking)
                            : usual_preview(chosen, preview, speaking))
         << other_view_of_order(visit, chosen);
    Fields hidden;
    for (const Field& field : visit.form.typed().list()) {
        if (field.name != "csrf" && field.name != "request" && field.name != "confirmed" &&
            field.name != "own") {
            hidden.add(field.name, field.value);
        }
    }
    hidden.add("confirmed", "yes");
    hidden.add("own", preview.own.to_text());
    return confirmation_page(visit, {.title = "Order this for " + price.for_people() + "?",
                                     .what_happens = std::move(what),
                                     .action = offer_path(visit, chosen) + view_part(visit),
                                     .button = preview.own.is_positive() && speaking.to_her()
                                                   ? "Order it and pay my part"
                                                   : "Order it",
                                     .cancel_href = offer_path(visit, chosen) + view_part(visit),
                                     .hidden = std::move(hidden),
                                     .help = "orders"});
}

Result<Response> place_order(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const std::optional<market::Order> order = read_order(visit.form);
    if (!order) {
        TRY(const Chosen chosen, chosen_offer(visit));
        return offer_form(visit, chosen);
    }
    if (visit.form.value("confirmed") != "yes") {
        TRY(const Chosen chosen, chosen_offer(visit));
        const Result<casework::OrderPreview> preview =
            casework::preview_order(visit.desk, person, chosen.offer.id, *order);
        if (!preview) {
            visit.form.refuse(preview.error(), order_codes(), "quantity");
            return offer_form(visit, chosen);
        }
        return confirm_order(visit, chosen, *preview);
    }
    const Money own = visit.form.money("own", "").value_or(Money());
    const Result<PurchaseId> placed =
        casework::buy_support(visit.desk, person, visit.id<OfferId>("offer"), *order, own);
    if (!placed) {
        TRY(const Chosen chosen, chosen_offer(visit));
        visit.form.refuse(placed.error(), order_codes(), "quantity");
        return offer_form(visit, chosen);
    }
    return redirect(person_path(visit) + "/orders/" + placed->to_text() +
                    (is_easy(visit) ? "/easy" : ""));
}

// --- what a holder spent
// ----------------------------------------------------------------------------

Response spending_form_of(Visit& visit, const casework::HolderChoices& holders) {
    const Speaking speaking(visit);
    const std::string here = person_path(visit) + "/spending/new";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Report what was spent</h1>";
    std::optional<PayeeId> own;
    std::set<std::string> said;
    for (const store::Payee& payee : holders.paid_to) {
        if (payee.kind == "person") {
            own = payee.id;
        } else if (said.insert(payee.name).second) {
            // A holder of two funds is two payees of one name.
            main << "<p class=\"govuk-body\">" << payee.name
                 << " holds money of this support, and reports what was spent of it. You see it on "
                    "the statement.</p>";
        }
    }
    if (is_easy(visit)) {
        main << easy_report_start(speaking, own.has_value(), !holders.paid_to.empty());
    }
    if (!own && !is_easy(visit)) {
        main << (holders.paid_to.empty()
                     ? govuk::Literal(
                           "<p class=\"govuk-body\">No money was paid out to the account "
                           "of this support yet.</p>")
                     : govuk::Literal(
                           "<p class=\"govuk-body\">Nothing was paid to any other account, "
                           "so there is nothing to report here.</p>"));
    } else if (own) {
        main << (is_easy(visit) ? govuk::Literal("<div class=\"op-easy\">")
                                : govuk::Literal("<div>"))
             << form_open(visit, here + view_part(visit)) << hidden_field("holder", own->to_text())
             << money_field(
                    visit.form,
                    {.name = "amount", .label = "How much?", .classes = "govuk-input--width-10"})
             << date_field(visit.form, {.name = "on", .legend = "When?"})
             << text_field(visit.form, {.name = "what", .label = "What for, in a few words?"})
             << part_field(visit.form, holders.own_parts)
             << own_field(visit.form, holders.own_parts,
                          "How much of " + speaking.your() + " own money went with it?")
             << submit_button("Report it") << form_close() << "</div>";
    }
    main << other_view_link(visit, here);
    return show(visit, {.title = "Report what was spent",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "spending"});
}

Result<Response> spending_form(Visit& visit) {
    TRY(const casework::HolderChoices holders,
        casework::see_holders(visit.desk, visit.id<PersonId>("person")));
    return spending_form_of(visit, holders);
}

Result<Response> report_spending(Visit& visit) {
    const auto holder = visit.form.id<PayeeId>("holder", "Open this page again");
    const auto amount = visit.form.money("amount", "Enter how much was spent, like 12.34");
    const auto on = visit.form.date("on", "Enter the day it was spent");
    const auto what = visit.form.text("what", 300, "Write in a few words what it was for");
    const PersonId person = visit.id<PersonId>("person");
    TRY(const casework::HolderChoices holders, casework::see_holders(visit.desk, person));
    const std::optional<PlanLineId> part = typed_part(visit.form, holders.own_parts);
    const Money own_money = typed_own(visit.form, holders.own_parts);
    if (visit.form.is_good()) {
        const Result<ReportId> reported = casework::report_spending(
            visit.desk, person, *holder, *on, *amount, *what, part, own_money);
        if (reported) {
            return redirect(person_path(visit) + "/spending/" + reported->to_text());
        }
        visit.form.refuse(reported.error(),
                          {{"casework.day_ahead", "on"}, {"casework.own_part_not_planned", "own"}},
                          "amount");
    }
    return spending_form_of(visit, holders);
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET,
         "/people/{person}/support/{offer}",
         may::place_order,
         offer_page,
         "An offer and the form to order it",
         {"view"}},
        {POST,
         "/people/{person}/support/{offer}",
         may::place_order,
         place_order,
         "Shows what an order costs, then places it",
         {"view"}},
        {GET,
         "/people/{person}/spending/new",
         may::report_spending,
         spending_form,
         "Reports what a holder spent",
         {"view"}},
        {POST,
         "/people/{person}/spending/new",
         may::report_spending,
         report_spending,
         "Keeps that report",
         {"view"}},
    };
    return all;
}

}  // namespace

std::span<const Route> support_routes() {
    return routes();
}

}  // namespace web
