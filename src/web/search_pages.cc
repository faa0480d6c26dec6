#include "web/search_pages.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "casework/provider_offers.h"
#include "casework/see_budget.h"
#include "casework/see_holders.h"
#include "govuk/button.h"
#include "govuk/checkboxes.h"
#include "govuk/pagination.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/money_words.h"
#include "web/urlencoded.h"
#include "web/ways_out.h"

namespace web {

namespace {

constexpr std::size_t page_size = 10;
constexpr std::size_t compare_min = 2;
constexpr std::size_t compare_max = 4;
constexpr std::string_view filters[] = {"wanted",   "purpose", "place",
                                        "language", "sector",  "payer"};

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

std::string each_words(const market::Offer& offer) {
    return offer.price.for_people() + " each " + std::string(market::to_text(offer.unit)) +
           ", all in";
}

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

// Refuses what is no page and no offer. Refuses: web.parameter_value.
Outcome check_address(const Visit& visit) {
    const std::string page = visit.query("page");
    const bool is_page = page.size() <= 4 && std::all_of(page.begin(), page.end(), [](char c) {
                             return c >= '0' && c <= '9';
                         });
    const std::vector<std::string> offers = visit.request.query.all("offer");
    const bool are_offers = std::all_of(offers.begin(), offers.end(), [](const std::string& text) {
        return OfferId::parse(text).has_value();
    });
    if (!is_page || !are_offers) {
        return Error{"web.parameter_value",
                     "The address names a page or an offer that cannot be. Follow a link of the "
                     "page before instead of typing the address."};
    }
    return Done{};
}

std::vector<OfferId> chosen_of(const Visit& visit) {
    std::vector<OfferId> chosen;
    for (const std::string& text : visit.request.query.all("offer")) {
        const std::optional<OfferId> id = OfferId::parse(text);
        if (id && std::find(chosen.begin(), chosen.end(), *id) == chosen.end()) {
            chosen.push_back(*id);
        }
    }
    return chosen;
}

// The page asked for; the first where none was, the last where there are not so many.
std::size_t page_of(const Visit& visit, std::size_t pages) {
    const std::string text = visit.query("page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, std::max<std::size_t>(pages, 1));
}

// "/people/.../support?place=Wendlebury&offer=ofr_...&page=2".
std::string search_href(const Visit& visit, const std::vector<OfferId>& chosen, std::size_t page) {
    std::string query;
    const auto add = [&query](std::string_view name, const std::string& value) {
        query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encode(value);
    };
    for (const std::string_view name : filters) {
        if (const std::string value = visit.query(name); !value.empty()) {
            add(name, value);
        }
    }
    for (const OfferId& offer : chosen) {
        add("offer", offer.to_text());
    }
    if (page > 1) {
        add("page", std::to_string(page));
    }
    return person_path(visit) + "/support" + query;
}

Html hidden_filters(const Visit& visit) {
    Html html;
    for (const std::string_view name : filters) {
        if (const std::string value = visit.query(name); !value.empty()) {
            html << hidden_field(name, value);
        }
    }
    return html;
}

Html search_form(const Visit& visit, const std::vector<std::string>& purposes) {
    Form form;
    for (const std::string_view field : filters) {
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
         << text_field(form, {.name = "language", .label = "Which language should they speak?"});
    for (const OfferId& offer : chosen_of(visit)) {
        html << hidden_field("offer", offer.to_text());
    }
    html << govuk::Button{.text = "Search"} << "</form>";
    return html;
}

// One offer with its box to tick; `number` makes its id.
void write_found(Html& main, const Visit& visit, const market::Found& found, std::size_t number,
                 bool is_chosen) {
    const market::Provider& provider = *found.provider;
    const std::string name = found.offer->what + ", " + provider.name;
    main << "<li class=\"op-result\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\""
         << person_path(visit) << "/support/" << found.offer->id.to_text() << "\">" << name
         << "</a></h3><p class=\"govuk-body\">" << market::words(provider.sector) << ". "
         << provider.what_they_do << "</p><p class=\"govuk-body\"><strong>"
         << each_words(*found.offer) << "</strong>. Details last checked on "
         << provider.details_checked.for_people() << ".</p>"
         << govuk::Checkboxes{.id_prefix =
                                  number == 0 ? "offer" : "offer-" + std::to_string(number + 1),
                              .name = "offer",
                              .items =
                                  {{.value = found.offer->id.to_text(),
                                    .html =
                                        Html()
                                        << "Compare this<span class=\"govuk-visually-hidden\">: "
                                        << name << "</span>",
                                    .checked = is_chosen}},
                              .classes = "govuk-checkboxes--small"}
         << "</li>";
}

// The pages next to this one, the first and the last, as numbers; what lies between as dots.
govuk::Pagination pages_of(const Visit& visit, const std::vector<OfferId>& chosen, std::size_t page,
                           std::size_t pages) {
    govuk::Pagination pagination{.landmark_label = "Pages of offers"};
    bool left_out = false;
    for (std::size_t number = 1; number <= pages; ++number) {
        const bool is_near = number + 1 >= page && number <= page + 1;
        if (number != 1 && number != pages && !is_near) {
            if (!left_out) {
                pagination.items.push_back({.ellipsis = true});
            }
            left_out = true;
            continue;
        }
        left_out = false;
        pagination.items.push_back({.number = std::to_string(number),
                                    .href = search_href(visit, chosen, number),
                                    .current = number == page});
    }
    if (page > 1) {
        pagination.previous.href = search_href(visit, chosen, page - 1);
    }
    if (page < pages) {
        pagination.next.href = search_href(visit, chosen, page + 1);
    }
    return pagination;
}

void write_results(Html& main, const Visit& visit, const std::vector<market::Found>& found) {
    const std::vector<OfferId> chosen = chosen_of(visit);
    const std::size_t pages = (found.size() + page_size - 1) / page_size;
    const std::size_t page = page_of(visit, pages);
    const std::size_t first = (page - 1) * page_size;
    const std::size_t last = std::min(found.size(), first + page_size);
    const auto is_chosen = [&](OfferId id) {
        return std::find(chosen.begin(), chosen.end(), id) != chosen.end();
    };
    main << "<form action=\"" << person_path(visit) << "/support/compare\" method=\"get\">"
         << hidden_filters(visit)
         << (page > 1 ? hidden_field("page", std::to_string(page)) : Html());
    std::vector<OfferId> shown;
    for (std::size_t i = first; i < last; ++i) {
        shown.push_back(found[i].offer->id);
    }
    std::size_t elsewhere = 0;
    for (const OfferId& offer : chosen) {
        if (std::find(shown.begin(), shown.end(), offer) == shown.end()) {
            main << hidden_field("offer", offer.to_text());
            ++elsewhere;
        }
    }
    main << "<p class=\"govuk-body\">Offers " << first + 1 << " to " << last << " of "
         << found.size() << ". Tick two to four to compare them.</p>";
    if (visit.form.has_error("offer")) {
        main << visit.form.error("offer");
    }
    main << "<ul class=\"govuk-list\">";
    for (std::size_t i = first; i < last; ++i) {
        write_found(main, visit, found[i], i - first, is_chosen(found[i].offer->id));
    }
    main << "</ul>";
    if (elsewhere > 0) {
        main << "<p class=\"govuk-body\">You ticked " << base::counted(elsewhere, "offer")
             << " on another page.</p>";
    }
    main << govuk::Button{.text = "Compare what I ticked", .classes = "govuk-button--secondary"}
         << "</form>";
    if (pages > 1) {
        main << pages_of(visit, chosen, page, pages)
             << "<p class=\"govuk-hint\">To take what you ticked to the next page, press "
                "\"Compare\" first, then look for another.</p>";
    }
}

Result<Response> search_page(Visit& visit) {
    TRY_DONE(check_address(visit));
    const PersonId person = visit.id<PersonId>("person");
    TRY(const casework::HolderChoices choices, casework::see_holders(visit.desk, person));
    const casework::Market market = casework::load_market(visit.desk);
    const std::vector<market::Found> found =
        market::search(market.offers, market.providers, query_of(visit), visit.desk.today);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Find support</h1>"
         << search_form(visit, choices.purposes) << "<h2 class=\"govuk-heading-m\">"
         << base::counted(found.size(), "offer") << "</h2><p class=\"govuk-hint\">"
         << market::ranking_words() << "</p>";
    if (found.empty()) {
        main << "<p class=\"govuk-body\">Nothing fits. Try fewer words";
        if (may_ask(visit)) {
            main << ", or <a class=\"govuk-link\" href=\"" << person_path(visit)
                 << "/questions/new?about=support&amp;kind=help\">ask someone to help you</a>";
        }
        main << ".</p>";
    } else {
        write_results(main, visit, found);
    }
    return show(visit, {.title = "Find support",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "support"});
}

// --- side by side
// ---------------------------------------------------------------------------------

std::vector<market::Found> found_by_id(const casework::Market& market,
                                       const std::vector<OfferId>& chosen, Date today) {
    std::vector<market::Found> found;
    for (const OfferId& id : chosen) {
        for (const market::Offer& offer : market.offers) {
            for (const market::Provider& provider : market.providers) {
                if (offer.id == id && provider.id == offer.provider && provider.is_open &&
                    offer.is_open_on(today)) {
                    found.push_back({&offer, &provider, 0});
                }
            }
        }
    }
    return found;
}

std::string week_words(const market::Offer& offer, std::int64_t times) {
    switch (offer.unit) {
        case market::Unit::week:
            return offer.price.for_people();
        case market::Unit::item:
            return "Bought once: " + offer.price.for_people();
        case market::Unit::visit:
        case market::Unit::hour:
        case market::Unit::day:
            break;
    }
    return Money::pence(offer.price.in_pence() * times).for_people() + " for " +
           base::counted(static_cast<std::size_t>(times), market::to_text(offer.unit));
}

std::string place_words(const std::vector<std::string>& places, const std::string& home) {
    if (places.empty()) {
        return "They do not say";
    }
    const bool comes = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
        return base::lower(place) == base::lower(home);
    });
    return base::join_text(places, ", ") + (home.empty() ? ""
                                            : comes
                                                ? ". They work in " + home
                                                : ". They do not say that they work in " + home);
}

Html offer_cell(const Visit& visit, const market::Found& found,
                const std::vector<OfferId>& chosen) {
    Html cell;
    cell << "<a class=\"govuk-link\" href=\"" << person_path(visit) << "/support/"
         << found.offer->id.to_text() << "\">" << found.offer->what << "</a><br>"
         << found.provider->name;
    if (chosen.size() > compare_min) {
        std::string href;
        for (const OfferId& other : chosen) {
            if (other != found.offer->id) {
                href += (href.empty() ? "?offer=" : "&offer=") + other.to_text();
            }
        }
        cell << "<br><a class=\"govuk-link op-no-print\" href=\"" << person_path(visit)
             << "/support/compare" << href
             << "\">Leave this out<span class=\"govuk-visually-hidden\">: " << found.offer->what
             << ", " << found.provider->name << "</span></a>";
    }
    return cell;
}

Html times_form(const Visit& visit, const Form& form, const std::vector<OfferId>& chosen) {
    Html html;
    html << "<form action=\"" << person_path(visit) << "/support/compare\" method=\"get\">"
         << hidden_filters(visit);
    for (const OfferId& offer : chosen) {
        html << hidden_field("offer", offer.to_text());
    }
    html << text_field(form, {.name = "times",
                              .label = "How many a week would you have?",
                              .hint = "Visits, hours or days, whichever the offer counts.",
                              .classes = "govuk-input--width-4",
                              .inputmode = "numeric"})
         << govuk::Button{.text = "Work out a week", .classes = "govuk-button--secondary"}
         << "</form>";
    return html;
}

Result<Response> compare_page(Visit& visit) {
    TRY_DONE(check_address(visit));
    const std::vector<OfferId> asked = chosen_of(visit);
    const casework::Market market = casework::load_market(visit.desk);
    const std::vector<market::Found> found = found_by_id(market, asked, visit.desk.today);
    if (found.size() < compare_min || found.size() > compare_max) {
        visit.form.refuse("offer", found.size() < compare_min
                                       ? "Tick at least two offers to compare"
                                       : "Tick four offers or fewer to compare");
        return search_page(visit);
    }
    TRY(const casework::BudgetView budget,
        casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    std::vector<OfferId> chosen;
    chosen.reserve(found.size());
    for (const market::Found& each : found) {
        chosen.push_back(each.offer->id);
    }
    visit.form =
        Form(Fields({{"times", visit.query("times").empty() ? "1" : visit.query("times")}}));
    const std::int64_t times =
        visit.form.whole("times", 1, 168, "Enter how many a week, like 3").value_or(1);
    FoldingTable table{.caption = "The offers side by side",
                       .columns = {{.title = "Offer"},
                                   {.title = "Kind of provider"},
                                   {.title = "What it is for"},
                                   {.title = "Price"},
                                   {.title = "A week"},
                                   {.title = "Where"},
                                   {.title = "What is included"},
                                   {.title = "If you cancel"},
                                   {.title = "Details checked"}},
                       .rows = {}};
    for (const market::Found& each : found) {
        table.rows.push_back(
            {{.html = offer_cell(visit, each, chosen)},
             {.text = std::string(market::words(each.provider->sector))},
             {.text = purpose_words(each.offer->purpose)},
             {.text = each_words(*each.offer)},
             {.text = week_words(*each.offer, times)},
             {.text =
                  place_words(market::places_of(*each.offer, *each.provider), budget.person.place)},
             {.text = each.offer->included.empty() ? "They do not say" : each.offer->included},
             {.text =
                  each.offer->cancellation.empty() ? "They do not say" : each.offer->cancellation},
             {.text = each.provider->details_checked.for_people()}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Compare " << found.size() << " offers</h1>"
         << times_form(visit, visit.form, chosen) << folding_table(table)
         << "<p class=\"govuk-hint\">They stand in the order in which you ticked them. Choose one "
            "by its name to order it.</p>";
    if (found.size() < compare_max) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << search_href(visit, chosen, 1) << "\">Look for another to compare</a></p>";
    }
    return show(visit, {.title = "Compare offers",
                        .main = std::move(main),
                        .back_href = search_href(visit, chosen, page_of(visit, 10'000)),
                        .help = "support",
                        .is_wide = true});
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET,
         "/people/{person}/support",
         may::place_order,
         search_page,
         "Finds support",
         {"wanted", "purpose", "place", "language", "sector", "payer", "offer", "page"}},
        {GET,
         "/people/{person}/support/compare",
         may::place_order,
         compare_page,
         "Two to four offers side by side",
         {"wanted", "purpose", "place", "language", "sector", "payer", "offer", "page", "times"}},
    };
    return all;
}

}  // namespace

std::span<const Route> search_routes() {
    return routes();
}

}  // namespace web
