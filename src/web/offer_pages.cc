#include "web/offer_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/offer_terms.h"
#include "casework/offer_words.h"
#include "casework/provider_offers.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "web/folding_table.h"
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

// --- the list
// -------------------------------------------------------------------------------------

std::string price_words(const casework::OwnOffer& own) {
    const std::string unit = " a " + std::string(market::to_text(own.offer.unit));
    std::string words = own.offer.price.for_people() + unit;
    for (const market::DatedPrice& price : own.later) {
        words += "; from " + price.from.for_people() + " " + price.price.for_people() + unit;
    }
    return words;
}

std::string days_words(const market::Offer& offer, Date today) {
    if (offer.until && *offer.until <= today) {
        return "Ended on " + offer.until->for_people();
    }
    return "From " + offer.from.for_people() +
           (offer.until ? ", not from " + offer.until->for_people() + " on" : "");
}

Html offer_acts(const Visit& visit, const casework::OwnOffer& own) {
    Html acts;
    if (own.offer.until && *own.offer.until <= visit.desk.today) {
        return acts << "Nothing";
    }
    const std::string path = provider_path(visit) + "/offers/" + own.offer.id.to_text();
    const auto link = [&](std::string_view tail, std::string_view words) {
        acts << "<a class=\"govuk-link\" href=\"" << path << tail << "\">" << words
             << "<span class=\"govuk-visually-hidden\">: " << own.offer.what << "</span></a>";
    };
    acts << "<div>";
    link("/words", "Change the words");
    acts << "<br>";
    link("/price", "Change the price");
    acts << "<br>";
    link("/end", "End it");
    return acts << "</div>";
}

Result<Response> offers_page(Visit& visit) {
    const casework::Market market = casework::load_market(visit.desk);
    const ProviderId id = visit.id<ProviderId>("provider");
    TRY(const market::Provider provider, provider_of(market, id));
    TRY(const std::vector<casework::OwnOffer> offers, casework::see_own_offers(visit.desk, id));
    FoldingTable table{.caption = "Your offers",
                       .columns = {{.title = "What"},
                                   {.title = "For"},
                                   {.title = "Price"},
                                   {.title = "When"},
                                   {.title = "Open orders"},
                                   {.title = "To do"}},
                       .rows = {}};
    for (const casework::OwnOffer& own : offers) {
        table.rows.push_back({{.text = own.offer.what},
                              {.text = purpose_words(own.offer.purpose)},
                              {.text = price_words(own)},
                              {.text = days_words(own.offer, visit.desk.today)},
                              {.text = std::to_string(own.open_orders)},
                              {.html = offer_acts(visit, own)}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << provider.name << "</h1><p class=\"govuk-body\">"
         << provider.what_they_do << "</p><p class=\"govuk-body\">Details last checked on "
         << provider.details_checked.for_people() << ".</p>" << folding_table(table)
         << govuk::Button{.text = "Add an offer", .href = provider_path(visit) + "/offers/new"};
    return show(visit, {.title = "Your offers",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/orders",
                        .help = "provider",
                        .is_wide = true});
}

// --- adding one
// -----------------------------------------------------------------------------------

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
    choices.reserve(codes.size());
    for (const std::string& code : codes) {
        choices.push_back({.value = code, .text = purpose_words(code)});
    }
    return choices;
}

Html what_field(const Form& form) {
    return text_field(form, {.name = "what", .label = "What do you offer?"});
}

// Everything else that is said in words; a new offer and a changed one are asked the same.
Html word_fields(const Form& form) {
    return Html() << area_field(form,
                                {.name = "included",
                                 .label = "What is in the price?",
                                 .hint = "Like travel, materials, and who comes. You need not."},
                                500, 3)
                  << text_field(form,
                                {.name = "cancellation", .label = "What if somebody cancels?"})
                  << area_field(
                         form,
                         {.name = "places",
                          .label = "Where?",
                          .hint = "One place on each line. Leave it empty if it is everywhere "
                                  "you work."},
                         500, 3)
                  << area_field(form,
                                {.name = "languages",
                                 .label = "In which languages?",
                                 .hint = "One on each line. Leave it empty if it is all that you "
                                         "speak."},
                                300, 3);
}

market::OfferWords read_words(Form& form) {
    market::OfferWords words;
    words.what = form.text("what", 200, "Enter what you offer").value_or("");
    words.included = form.text("included", 500, "").value_or("");
    words.cancellation =
        form.text("cancellation", 500, "Write what happens if somebody cancels").value_or("");
    words.places = base::split_text(form.text("places", 500, "").value_or(""), '\n');
    words.languages = base::split_text(form.text("languages", 300, "").value_or(""), '\n');
    return words;
}

Response offer_form(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Add an offer</h1>"
         << form_open(visit, provider_path(visit) + "/offers/new") << what_field(visit.form)
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
         << word_fields(visit.form) << submit_button("Add the offer") << form_close();
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
    offer.purpose = visit.form.text("purpose", 60, "Choose what it is for").value_or("");
    const auto spending =
        visit.form.choice("spending", {"revenue", "capital"}, "Choose what kind it is");
    const auto price = visit.form.money("price", "Enter what one costs, like 12.50");
    const auto unit = visit.form.choice("unit", {"visit", "hour", "day", "week", "item"},
                                        "Choose what is counted");
    const auto from = visit.form.date("from", "Enter the first day");
    offer = market::with_words(offer, read_words(visit.form));
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

// --- a new price, and the end
// ---------------------------------------------------------------------

Result<casework::OwnOffer> own_offer(Visit& visit) {
    TRY(std::vector<casework::OwnOffer> offers,
        casework::see_own_offers(visit.desk, visit.id<ProviderId>("provider")));
    for (casework::OwnOffer& own : offers) {
        if (own.offer.id == visit.id<OfferId>("offer")) {
            return std::move(own);
        }
    }
    return Error{"market.offer_unknown", "This offer is not there any more."};
}

Result<Response> price_form(Visit& visit) {
    TRY(const casework::OwnOffer own, own_offer(visit));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Change the price: " << own.offer.what
         << "</h1><p class=\"govuk-body\">Now it is " << price_words(own)
         << ".</p><p class=\"govuk-body\">The new price holds for what is ordered from its first "
            "day on. Orders you have already keep the price they were placed at: "
         << base::counted(own.open_orders, "order") << " not finished.</p>"
         << form_open(visit, provider_path(visit) + "/offers/" + own.offer.id.to_text() + "/price")
         << money_field(visit.form, {.name = "price",
                                     .label = "New price for one " +
                                              std::string(market::to_text(own.offer.unit)) +
                                              ", with everything in it",
                                     .classes = "govuk-input--width-10"})
         << date_field(visit.form,
                       {.name = "from",
                        .legend = "From which day?",
                        .hint = "Today or a later day. A price you said before for later days "
                                "falls away."})
         << submit_button("Change the price") << form_close();
    return show(visit, {.title = "Change the price",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/offers",
                        .help = "provider"});
}

Result<Response> change_price(Visit& visit) {
    const auto price = visit.form.money("price", "Enter what one costs, like 12.50");
    const auto from = visit.form.date("from", "Enter the first day of the new price");
    if (visit.form.is_good()) {
        const Outcome changed = casework::change_price(visit.desk, visit.id<ProviderId>("provider"),
                                                       visit.id<OfferId>("offer"), *from, *price);
        if (changed) {
            return redirect(provider_path(visit) + "/offers");
        }
        visit.form.refuse(changed.error(),
                          {{"market.price_in_past", "from"}, {"market.offer_ended", "from"}},
                          "price");
    }
    return price_form(visit);
}

// --- other words
// ---------------------------------------------------------------------------------

Html words_before(const std::vector<casework::WordsBefore>& earlier) {
    Html html;
    if (!earlier.empty()) {
        html << "<h2 class=\"govuk-heading-m\">Words before</h2>";
    }
    for (const casework::WordsBefore& each : earlier) {
        govuk::SummaryList list;
        const auto row = [&](const std::string& key, const std::string& value) {
            list.rows.push_back(
                {.key = {.text = key}, .value = {.text = value.empty() ? "Nothing" : value}});
        };
        row("What", each.words.what);
        row("In the price", each.words.included);
        row("If somebody cancels", each.words.cancellation);
        const auto list_row = [&](const std::string& key, const std::vector<std::string>& value) {
            row(key, value.empty() ? "As you say of yourself" : base::join_text(value, ", "));
        };
        list_row("Where", each.words.places);
        list_row("Languages", each.words.languages);
        html << "<h3 class=\"govuk-heading-s\">Until " << each.until.for_people() << ", changed by "
             << each.by << "</h3>" << list;
    }
    return html;
}

Result<Response> words_form(Visit& visit) {
    TRY(const casework::OwnOffer own, own_offer(visit));
    TRY(const std::vector<casework::WordsBefore> earlier,
        casework::see_words_before(visit.desk, visit.id<ProviderId>("provider"), own.offer.id));
    if (!visit.form.has("what")) {
        visit.form.fill("what", own.offer.what);
        visit.form.fill("included", own.offer.included);
        visit.form.fill("cancellation", own.offer.cancellation);
        visit.form.fill("places", base::join_text(own.offer.places, "\n"));
        visit.form.fill("languages", base::join_text(own.offer.languages, "\n"));
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Change the words: " << own.offer.what
         << "</h1><p class=\"govuk-body\">The new words hold for what is ordered from now on. "
            "Orders "
            "you have already keep the words they were made with: "
         << base::counted(own.open_orders, "order")
         << " not finished. The words before are kept.</p>"
         << form_open(visit, provider_path(visit) + "/offers/" + own.offer.id.to_text() + "/words")
         << what_field(visit.form) << word_fields(visit.form) << submit_button("Change the words")
         << form_close() << words_before(earlier);
    return show(visit, {.title = "Change the words",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/offers",
                        .help = "provider"});
}

Result<Response> change_words(Visit& visit) {
    const market::OfferWords words = read_words(visit.form);
    if (visit.form.is_good()) {
        const Outcome changed = casework::change_words(visit.desk, visit.id<ProviderId>("provider"),
                                                       visit.id<OfferId>("offer"), words);
        if (changed) {
            return redirect(provider_path(visit) + "/offers");
        }
        visit.form.refuse(changed.error(), {}, "what");
    }
    return words_form(visit);
}

Result<Response> end_form(Visit& visit) {
    TRY(const casework::OwnOffer own, own_offer(visit));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">End this offer: " << own.offer.what
         << "</h1><p class=\"govuk-body\">From the day you enter, nobody can order it. This cannot "
            "be taken back, but you can add a new offer.</p><p class=\"govuk-body\">You still do "
            "what was ordered before, at the price of the order: "
         << base::counted(own.open_orders, "order") << " not finished.</p>"
         << form_open(visit, provider_path(visit) + "/offers/" + own.offer.id.to_text() + "/end")
         << date_field(visit.form, {.name = "until",
                                    .legend = "First day on which it cannot be ordered",
                                    .hint = "Today or a later day."})
         << govuk::Button{.text = "End the offer",
                          .classes = "govuk-button--warning",
                          .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = "End an offer",
                        .main = std::move(main),
                        .back_href = provider_path(visit) + "/offers",
                        .help = "provider"});
}

Result<Response> end_offer(Visit& visit) {
    const auto until = visit.form.date("until", "Enter the day from which it cannot be ordered");
    if (visit.form.is_good()) {
        const Outcome ended = casework::end_offer(visit.desk, visit.id<ProviderId>("provider"),
                                                  visit.id<OfferId>("offer"), *until);
        if (ended) {
            return redirect(provider_path(visit) + "/offers");
        }
        visit.form.refuse(ended.error(), {}, "until");
    }
    return end_form(visit);
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/providers/{provider}/offers", may::manage_offers, offers_page,
         "A provider's offers and details"},
        {GET, "/providers/{provider}/offers/new", may::manage_offers, offer_page, "Adds an offer"},
        {POST, "/providers/{provider}/offers/new", may::manage_offers, add_offer,
         "Keeps a new offer"},
        {GET, "/providers/{provider}/offers/{offer}/price", may::manage_offers, price_form,
         "A new price of an offer from a day on"},
        {POST, "/providers/{provider}/offers/{offer}/price", may::manage_offers, change_price,
         "Keeps the new price; orders keep theirs"},
        {GET, "/providers/{provider}/offers/{offer}/words", may::manage_offers, words_form,
         "The words of an offer, to be written anew"},
        {POST, "/providers/{provider}/offers/{offer}/words", may::manage_offers, change_words,
         "Keeps the new words; orders keep theirs"},
        {GET, "/providers/{provider}/offers/{offer}/end", may::manage_offers, end_form,
         "Asks from which day an offer ends"},
        {POST, "/providers/{provider}/offers/{offer}/end", may::manage_offers, end_offer,
         "Ends an offer; orders stay"},
    };
    return all;
}

}  // namespace

std::span<const Route> offer_routes() {
    return routes();
}

}  // namespace web
