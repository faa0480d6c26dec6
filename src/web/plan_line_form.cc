#include "web/plan_line_form.h"

#include <algorithm>

#include "casework/provider_offers.h"
#include "casework/see_holders.h"
#include "web/form_fields.h"
#include "web/money_words.h"
#include "web/speaking.h"

namespace web {

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;
using govuk::Html;

const Choices& units() {
    static const Choices all = {
        {"visit", "visit"}, {"hour", "hour"}, {"day", "day"}, {"week", "week"}, {"item", "thing"}};
    return all;
}

const Choices& stretches() {
    static const Choices all = {
        {"week", "each week"},   {"fortnight", "each two weeks"}, {"four_weeks", "each four weeks"},
        {"month", "each month"}, {"year", "each year"},           {"once", "once only"}};
    return all;
}

const Choices& spendings() {
    static const Choices all = {{"revenue", "Support that goes on"},
                                {"capital", "A thing or building work, paid once"}};
    return all;
}

const Choices& holdings() {
    static const Choices all = {
        {"council_managed", "The council holds it and pays for me"},
        {"direct_payment", "I hold it (direct payment)"},
        {"individual_service_fund", "A provider I choose holds it (individual service fund)"},
        {"nominated_third_party", "Somebody I name holds it (third party)"}};
    return all;
}

// The same ways as somebody else reads them.
Choices holdings_for(const Speaking& speaking) {
    if (speaking.to_her()) {
        return holdings();
    }
    const std::string her = speaking.you();
    return {{"council_managed", "The council holds it and pays for " + her},
            {"direct_payment", her + " holds it (direct payment)"},
            {"individual_service_fund",
             "A provider " + her + " chooses holds it (individual service fund)"},
            {"nominated_third_party", "Somebody " + her + " names holds it (third party)"}};
}

std::vector<std::string> codes_of(const Choices& choices) {
    std::vector<std::string> codes;
    for (const auto& choice : choices) {
        codes.push_back(choice.first);
    }
    return codes;
}

std::vector<Choice> choices_of(const Choices& choices, std::string_view first) {
    std::vector<Choice> items;
    if (!first.empty()) {
        items.push_back({.value = "", .text = std::string(first)});
    }
    for (const auto& choice : choices) {
        items.push_back({.value = choice.first, .text = choice.second});
    }
    return items;
}

Html select_of(const Form& form, std::string name, std::string label, const Choices& choices,
               std::string_view first) {
    return select_field(form, {.name = std::move(name),
                               .legend = std::move(label),
                               .choices = choices_of(choices, first)});
}

void fill_date(Form& form, const std::string& id, Date date) {
    form.fill(id + "-day", std::to_string(date.day()));
    form.fill(id + "-month", std::to_string(date.month()));
    form.fill(id + "-year", std::to_string(date.year()));
}

std::string plain_pounds(Money amount) {
    return amount.to_text();
}

}  // namespace

Result<PlanLineChoices> plan_line_choices(Visit& visit, PersonId person,
                                          const budget::SupportPlan& plan) {
    PlanLineChoices choices;
    choices.plan_period = plan.period;
    const casework::Market market = casework::load_market(visit.desk);
    for (const market::Offer& offer : market.offers) {
        const auto provider =
            std::find_if(market.providers.begin(), market.providers.end(),
                         [&](const market::Provider& p) { return p.id == offer.provider; });
        if (offer.is_open_on(visit.desk.today) && provider != market.providers.end()) {
            choices.offers.emplace_back(offer.id.to_text(),
                                        provider->name + ": " + offer.what + ", " +
                                            offer.price.for_people() + " each " +
                                            std::string(market::to_text(offer.unit)));
        }
    }
    TRY(const casework::HolderChoices holders, casework::see_holders(visit.desk, person));
    for (const std::string& purpose : holders.purposes) {
        choices.purposes.emplace_back(purpose, purpose_words(purpose));
    }
    for (const auto& payee : holders.holders) {
        choices.holders.emplace_back(payee.id.to_text(), payee.name);
    }
    for (const casework::Nominee& nominee : holders.nominees) {
        choices.nominees.emplace_back(nominee.relationship.to_text(), nominee.name + ", nominee");
    }
    if (!visit.form.has("from-day")) {
        fill_date(visit.form, "from", plan.period.from);
        fill_date(visit.form, "until", plan.period.last_day());
    }
    if (!visit.form.has("offer") && !visit.query("offer").empty()) {
        visit.form.fill("offer", visit.query("offer"));
    }
    return choices;
}

namespace {

// Asked only where the council recorded a nominee who deals with the money.
Html nominee_field(const Form& form, const PlanLineChoices& choices) {
    return choices.nominees.empty()
               ? Html()
               : select_of(form, "nominee", "To whom is a direct payment paid?", choices.nominees,
                           "The person’s own account");
}

}  // namespace

Html plan_line_fields(const Visit& visit, const PlanLineChoices& choices) {
    const Form& form = visit.form;
    const Speaking speaking(visit);
    Html fields;
    fields << text_field(
                  form,
                  {.name = "what",
                   .label = "What is the support?",
                   .hint = "In " + speaking.your() +
                           " own words. You can leave this empty if you choose an offer below."})
           << select_of(form, "offer", "Choose from the offers of providers (you need not)",
                        choices.offers, "I write it myself")
           << select_of(form, "purpose", "What is it for? (an offer says it by itself)",
                        choices.purposes, "Choose")
           << select_of(form, "spending", "What kind is it?", spendings(), "")
           << money_field(form, {.name = "price",
                                 .label = "Price for one",
                                 .hint = "Like 12.50. Leave it empty if you chose an offer.",
                                 .classes = "govuk-input--width-10"})
           << money_field(
                  form,
                  {.name = "own",
                   .label = speaking.to_her() ? "Of that price, what do you add of your own money?"
                                              : "Of that price, what does " + speaking.you() +
                                                    " add of their own money?",
                   .hint = speaking.to_her() ? "Leave it empty if you add nothing. Only what the "
                                               "funds may not pay. You pay it to the provider "
                                               "yourself."
                                             : "Leave it empty if it is nothing. Only what the "
                                               "funds may not pay. " +
                                                   speaking.You() + " pays it to the provider.",
                   .classes = "govuk-input--width-10"})
           << select_of(form, "unit", "One what?", units(), "")
           << text_field(form, {.name = "times",
                                .label = "How many?",
                                .classes = "govuk-input--width-4",
                                .inputmode = "numeric"})
           << select_of(form, "every", "How often?", stretches(), "")
           << date_field(form, {.name = "from", .legend = "First day"})
           << date_field(form, {.name = "until", .legend = "Last day"})
           << radios_field(form, {.name = "holding",
                                  .legend = "Who holds the money?",
                                  .choices = choices_of(holdings_for(speaking), "")})
           << nominee_field(form, choices)
           << select_of(form, "holder", "Which provider or person holds it?", choices.holders,
                        "Not needed, or somebody new")
           << text_field(form,
                         {.name = "holder_name", .label = "If somebody new holds it, their name"});
    return fields;
}

void fill_plan_line(Form& form, const casework::CostedPlan& costed, PlanLineId id) {
    for (const budget::PlanLine& line : costed.plan.lines) {
        if (line.id != id) {
            continue;
        }
        form.fill("what", line.what);
        form.fill("offer", line.offer ? line.offer->to_text() : "");
        form.fill("purpose", line.purpose);
        form.fill("spending", std::string(market::to_text(line.spending)));
        form.fill("price", plain_pounds(line.price));
        form.fill("own", line.own.is_zero() ? "" : plain_pounds(line.own));
        form.fill("unit", std::string(market::to_text(line.unit)));
        form.fill("times", std::to_string(line.frequency.times));
        form.fill("every", std::string(budget::to_text(line.frequency.every)));
        fill_date(form, "from", line.dates.from);
        fill_date(form, "until", line.dates.last_day());
        form.fill("holding", std::string(budget::to_text(line.holding)));
        form.fill("holder", line.holder ? line.holder->to_text() : "");
        for (const auto& [payee, holder] : costed.holders) {
            if (line.holder == payee && holder.relationship) {
                form.fill("nominee", holder.relationship->to_text());
            }
        }
    }
}

std::optional<casework::PlanLineDraft> read_plan_line(Form& form, const PlanLineChoices& choices) {
    casework::PlanLineDraft draft;
    const bool from_offer = !form.value("offer").empty();
    draft.what = form.text("what", 500, from_offer ? "" : "Enter what the support is").value_or("");
    if (from_offer &&
        form.choice("offer", codes_of(choices.offers), "Choose an offer of the list")) {
        draft.offer = OfferId::parse(form.value("offer"));
    }
    if (!from_offer) {
        draft.purpose = form.choice("purpose", codes_of(choices.purposes), "Choose what it is for")
                            .value_or("");
        draft.price = form.money("price", "Enter what one costs, like 12.50").value_or(Money());
        const auto unit = form.choice("unit", codes_of(units()), "Choose what is counted");
        draft.unit = market::unit_from_text(unit.value_or("visit")).value_or(market::Unit::visit);
        const auto spending =
            form.choice("spending", codes_of(spendings()), "Choose what kind it is");
        draft.spending = market::spending_from_text(spending.value_or("revenue"))
                             .value_or(market::Spending::revenue);
    }
    draft.own = form.money("own", "").value_or(Money());
    const auto every = form.choice("every", codes_of(stretches()), "Choose how often");
    draft.frequency.every =
        budget::every_from_text(every.value_or("week")).value_or(budget::Every::week);
    draft.frequency.times = form.whole("times", 1, 10'000, "Enter how many, like 4").value_or(1);
    const std::optional<Date> from = form.date("from", "Enter the first day");
    const std::optional<Date> until = form.date("until", "Enter the last day");
    if (from && until && *until < *from) {
        form.refuse("until", "The last day must not come before the first day");
    }
    const auto holding = form.choice("holding", codes_of(holdings()), "Choose who holds the money");
    draft.holding = budget::holding_from_text(holding.value_or("council_managed"))
                        .value_or(budget::Holding::council_managed);
    const bool needs_holder = draft.holding == budget::Holding::individual_service_fund ||
                              draft.holding == budget::Holding::nominated_third_party;
    if (needs_holder && form.value("holder").empty() && form.value("holder_name").empty()) {
        form.refuse("holder", "Choose who holds the money, or write a name");
    }
    if (needs_holder && !form.value("holder").empty() &&
        form.choice("holder", codes_of(choices.holders), "Choose somebody of the list")) {
        draft.holder = PayeeId::parse(form.value("holder"));
    }
    if (draft.holding == budget::Holding::direct_payment && !form.value("nominee").empty() &&
        form.choice("nominee", codes_of(choices.nominees), "Choose somebody of the list")) {
        draft.nominee = RelationshipId::parse(form.value("nominee"));
    }
    if (!form.is_good()) {
        return std::nullopt;
    }
    draft.dates = {*from, until->plus_days(1)};
    return draft;
}

std::initializer_list<CodeField> plan_line_codes() {
    static const std::initializer_list<CodeField> codes = {
        {"budget.line_without_words", "what"},
        {"budget.line_without_purpose", "purpose"},
        {"budget.price_not_positive", "price"},
        {"budget.frequency_not_positive", "times"},
        {"budget.line_outside_plan", "from"},
        {"budget.holder_missing", "holder"},
        {"budget.holder_not_needed", "holder"},
        {"budget.line_costs_nothing", "times"},
        {"budget.cost_too_large", "price"},
        {"market.offer_unknown", "offer"},
        {"budget.own_part_too_large", "own"},
        {"casework.nominee_unknown", "nominee"},
        {"casework.nominee_account_closed", "nominee"},
    };
    return codes;
}

}  // namespace web
