#include "web/change_pages.h"

#include "casework/change_budget.h"
#include "casework/hold_money.h"
#include "casework/nominee_payee.h"
#include "casework/see_budget.h"
#include "casework/see_holders.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/plan_costs.h"
#include "web/speaking.h"
#include "web/statement_changes.h"

namespace web {

namespace {

using casework::BudgetView;
using casework::ChangePreview;

std::string changes_path(const Visit& visit) {
    return person_path(visit, "/changes");
}

std::string line_path(const Visit& visit, const std::string& what) {
    return changes_path(visit) + "/" + visit.id<PlanLineId>("line").to_text() + "/" + what;
}

std::vector<Choice> stretches() {
    return {{.value = "week", .text = "each week"},
            {.value = "fortnight", .text = "each two weeks"},
            {.value = "four_weeks", .text = "each four weeks"},
            {.value = "month", .text = "each month"},
            {.value = "year", .text = "each year"},
            {.value = "once", .text = "once only"}};
}

Result<budget::BudgetLine> line_of(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    const budget::BudgetLine* line =
        view.budget ? view.budget->find(visit.id<PlanLineId>("line")) : nullptr;
    if (line == nullptr && view.next) {
        line = view.next->budget.find(visit.id<PlanLineId>("line"));
    }
    if (line == nullptr) {
        return Error{"budget.line_unknown",
                     "This line is not in the budget. Look at the budget again."};
    }
    return *line;
}

// What of each price she adds herself: ", £2.50 of each is own money".
std::string own_of(const budget::PlanLine& line) {
    return line.own.is_zero() ? "" : ", " + line.own.for_people() + " of each is own money";
}

// How a line is held, and by whom where it is not the council or her own account.
std::string held_as(const Visit& visit, const budget::PlanLine& line,
                    const casework::HoldersOfPerson& all) {
    std::string words = holding_words(line.holding, Speaking(visit));
    for (const casework::HolderOfPerson& holder : all.holders) {
        if (line.holder != holder.payee.id) {
            continue;
        }
        if (holder.payee.relationship) {
            words = casework::paid_to_nominee(holder.payee.name, holder.payee.ended_on);
        } else {
            words += ": " + holder.payee.name;
        }
    }
    return words;
}

FoldingTable lines_table(const Visit& visit, const budget::Budget& budget,
                         const casework::HoldersOfPerson& holders, const std::string& caption) {
    FoldingTable table{.caption = caption, .columns = {}, .rows = {}};
    table.columns = {{"Support"}, {"How often"}, {"Price", true},
                     {"Days"},    {"Held as"},   {"Change"}};
    for (const budget::BudgetLine& line : budget.lines) {
        const std::string path = changes_path(visit) + "/" + line.plan.id.to_text();
        Html links;
        const auto link = [&](const std::string& what, const std::string& words) {
            links << "<a class=\"govuk-link\" href=\"" << path << "/" << what << "\">" << words
                  << "<span class=\"govuk-visually-hidden\">: " << line.plan.what << " from "
                  << line.plan.dates.from.for_people() << "</span></a><br>";
        };
        link("price", "Price or how often");
        link("later", "Starts later");
        link("holding", "Who holds the money");
        link("end", "Ends");
        table.rows.push_back({{.text = line.plan.what},
                              {.text = budget::words(line.plan.frequency) + own_of(line.plan)},
                              {.text = line.plan.price.for_people()},
                              {.text = line.plan.dates.from.for_people() + " to " +
                                       line.plan.dates.last_day().for_people()},
                              {.text = held_as(visit, line.plan, holders)},
                              {.html = std::move(links)}});
    }
    return table;
}

Result<Response> changes_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    TRY(const casework::HoldersOfPerson holders,
        casework::see_holders_of(visit.desk, visit.id<PersonId>("person")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Change the budget of " << view.person.name << "</h1>";
    if ((!view.budget || view.budget->lines.empty()) && !view.next) {
        main << "<p class=\"govuk-body\">There is no budget to change. Agree a plan first.</p>";
    } else {
        main << "<p class=\"govuk-body\">Choose what changes. You see what it does before you make "
                "it.</p>";
        if (view.budget) {
            main << folding_table(
                lines_table(visit, *view.budget, holders, "What is in the budget"));
        }
        if (view.next) {
            main << folding_table(
                lines_table(visit, view.next->budget, holders,
                            "From " + view.next->period.from.for_people() + " on"));
        }
    }
    return show(visit, {.title = "Change the budget",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/record"),
                        .help = "worker",
                        .is_wide = true});
}

// What differs between the four changes.
struct Kind {
    std::string path;
    std::string title;
    std::string day_legend;
    std::string day_asks;
};
const Kind price_kind{"price", "Price or how often", "From which day?", "Enter the first day"};
const Kind later_kind{"later", "Starts later", "Which day is the first?", "Enter the first day"};
const Kind holding_kind{"holding", "Who holds the money", "From which day?", "Enter the first day"};
const Kind end_kind{"end", "Ends", "Which day is the last?", "Enter the last day"};

// What was asked for, read from the form.
struct Wish {
    Date day;
    casework::LineTerms terms;
    casework::NewHolding holding;
    std::string why;
};

std::vector<Choice> holdings() {
    return {{.value = "council_managed", .text = "The council holds it and pays"},
            {.value = "direct_payment",
             .text = "The person holds it (direct payment)",
             .hint = "Paid in advance to the account of the person or a nominee."},
            {.value = "individual_service_fund",
             .text = "A provider holds it (individual service fund)"},
            {.value = "nominated_third_party", .text = "Somebody the person named holds it"}};
}

bool needs_holder(budget::Holding holding) {
    return holding == budget::Holding::individual_service_fund ||
           holding == budget::Holding::nominated_third_party;
}

casework::NewHolding read_holding(Form& form) {
    casework::NewHolding wanted;
    const auto holding =
        form.choice("holding", values_of(holdings()), "Choose who holds the money");
    wanted.holding = budget::holding_from_text(holding.value_or("council_managed"))
                         .value_or(budget::Holding::council_managed);
    if (needs_holder(wanted.holding)) {
        wanted.holder = form.id<PayeeId>("holder", "Choose who holds it from the list");
    }
    if (wanted.holding == budget::Holding::direct_payment && !form.value("nominee").empty()) {
        wanted.nominee = form.id<RelationshipId>("nominee", "Choose a nominee from the list");
    }
    return wanted;
}

std::optional<Wish> read_wish(Form& form, const Kind& kind) {
    Wish wish;
    const auto day = form.date("day", kind.day_asks);
    const auto why = form.text("why", 500, "Write why this changes");
    if (&kind == &price_kind) {
        wish.terms.price = form.money("price", "Enter the price for one").value_or(Money());
        wish.terms.own = form.money("own", "").value_or(Money());
        wish.terms.frequency.times = form.whole("times", 1, 10'000, "Say how many").value_or(1);
        const auto every = form.choice("every", values_of(stretches()), "Choose how often");
        wish.terms.frequency.every =
            budget::every_from_text(every.value_or("week")).value_or(budget::Every::week);
    }
    if (&kind == &holding_kind) {
        wish.holding = read_holding(form);
    }
    if (!form.is_good()) {
        return std::nullopt;
    }
    wish.day = *day;
    wish.holding.cut = *day;
    wish.why = *why;
    return wish;
}

Result<ChangePreview> preview(Visit& visit, const Kind& kind, const Wish& wish) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanLineId line = visit.id<PlanLineId>("line");
    if (&kind == &price_kind) {
        return casework::preview_change_line(visit.desk, person, line, wish.day, wish.terms);
    }
    if (&kind == &holding_kind) {
        return casework::preview_holding(visit.desk, person, line, wish.holding);
    }
    return &kind == &later_kind
               ? casework::preview_start_later(visit.desk, person, line, wish.day)
               : casework::preview_end_line(visit.desk, person, line, wish.day.plus_days(1));
}

Outcome carry_out(Visit& visit, const Kind& kind, const Wish& wish) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanLineId line = visit.id<PlanLineId>("line");
    if (&kind == &price_kind) {
        return casework::change_line(visit.desk, person, line, wish.day, wish.terms, wish.why);
    }
    if (&kind == &holding_kind) {
        return casework::change_holding(visit.desk, person, line, wish.day, wish.holding.holding,
                                        wish.holding.holder, wish.why, wish.holding.nominee);
    }
    return &kind == &later_kind
               ? casework::start_line_later(visit.desk, person, line, wish.day, wish.why)
               : casework::end_line(visit.desk, person, line, wish.day.plus_days(1), wish.why);
}

// Who could hold the money: providers, and whoever the person named.
Result<Html> holding_fields(const Visit& visit) {
    TRY(const casework::HolderChoices all,
        casework::see_holders(visit.desk, visit.id<PersonId>("person")));
    std::vector<Choice> holders = {{.value = "", .text = "Nobody else"}};
    for (const store::Payee& payee : all.holders) {
        holders.push_back({.value = payee.id.to_text(), .text = payee.name});
    }
    std::vector<Choice> nominees = {{.value = "", .text = "The person’s own account"}};
    for (const casework::Nominee& nominee : all.nominees) {
        nominees.push_back(
            {.value = nominee.relationship.to_text(), .text = nominee.name + ", nominee"});
    }
    Html paid_to;
    if (!all.nominees.empty()) {
        paid_to << select_field(visit.form, {.name = "nominee",
                                             .legend = "To whom is a direct payment paid?",
                                             .hint = "Only if it is a direct payment.",
                                             .choices = nominees});
    }
    return Html() << radios_field(visit.form, {.name = "holding",
                                               .legend = "Who holds the money from then on?",
                                               .choices = holdings()})
                  << paid_to
                  << select_field(visit.form,
                                  {.name = "holder",
                                   .legend = "Which provider, or who was named?",
                                   .hint = "Only if a provider or somebody named holds it.",
                                   .choices = holders});
}

Result<Response> form_page(const Visit& visit, const Kind& kind, const budget::BudgetLine& line) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << kind.title << ": " << line.plan.what
         << "</h1><p class=\"govuk-body\">Now: " << budget::words(line.plan.frequency) << ", "
         << line.plan.price.for_people() << " each" << own_of(line.plan) << ", "
         << line.plan.dates.from.for_people() << " to " << line.plan.dates.last_day().for_people()
         << ". " << holding_words(line.plan.holding, Speaking(visit)) << ".</p>"
         << form_open(visit, line_path(visit, kind.path));
    if (&kind == &price_kind) {
        main << money_field(
                    visit.form,
                    {.name = "price", .label = "Price for one", .classes = "govuk-input--width-5"})
             << money_field(visit.form,
                            {.name = "own",
                             .label = "Of that, what the person adds of their own money",
                             .hint = "Leave it empty if it is nothing. No more than the funds "
                                     "may not pay.",
                             .classes = "govuk-input--width-5"})
             << text_field(visit.form, {.name = "times",
                                        .label = "How many?",
                                        .classes = "govuk-input--width-4",
                                        .inputmode = "numeric"})
             << select_field(visit.form,
                             {.name = "every", .legend = "How often?", .choices = stretches()});
    }
    if (&kind == &holding_kind) {
        TRY(const Html fields, holding_fields(visit));
        main << fields;
    }
    main << date_field(visit.form, {.name = "day", .legend = kind.day_legend})
         << area_field(visit.form,
                       {.name = "why",
                        .label = "Why does this change?",
                        .hint = "The person reads these words."},
                       500)
         << submit_button("See what it does") << form_close();
    return show(visit, {.title = kind.title,
                        .main = std::move(main),
                        .back_href = changes_path(visit),
                        .help = "worker"});
}

std::vector<casework::NamedDelta> named(const ChangePreview& preview) {
    std::vector<casework::NamedDelta> rows;
    for (const budget::Delta& delta : preview.change.deltas) {
        std::string stream = delta.stream;
        for (const auto& each : preview.stream_names) {
            stream = each.first == delta.stream ? each.second : stream;
        }
        rows.push_back({preview.line.plan.what, stream, delta});
    }
    return rows;
}

// What moves at once when money is held another way: what comes back, what is promised and paid.
Html movements_list(const ChangePreview& preview) {
    Html items;
    for (const budget::Movement& movement : preview.change.movements) {
        const std::string sum = ledger::total(movement.portions).for_people();
        switch (movement.step) {
            case budget::Step::recover:
                items << "<li>" << sum
                      << " that was paid for later days comes back from who held it.</li>";
                break;
            case budget::Step::pay:
                items << "<li>" << sum << " for days before the change is still paid.</li>";
                break;
            case budget::Step::hold:
                items << "<li>" << sum << " is promised for the later days.</li>";
                break;
            case budget::Step::release:
                items << "<li>" << sum << " is no longer promised, and is free again.</li>";
                break;
            case budget::Step::undo_share:
                items << "<li>" << sum << " kept back for the contribution is put back.</li>";
                break;
        }
    }
    if (preview.change.movements.empty()) {
        return Html() << "<p class=\"govuk-body\">No money moves on the day of the change.</p>";
    }
    return Html() << "<h2 class=\"govuk-heading-m\">What moves at once</h2><ul class=\"govuk-list "
                     "govuk-list--bullet\">"
                  << items << "</ul>";
}

// Who holds the money after the change, by name.
Result<std::string> held_after(Visit& visit, const Wish& wish) {
    TRY(const casework::HolderChoices all,
        casework::see_holders(visit.desk, visit.id<PersonId>("person")));
    std::string words = holding_words(wish.holding.holding, Speaking(visit));
    for (const store::Payee& payee : all.holders) {
        words += wish.holding.holder == payee.id ? ", " + payee.name : "";
    }
    for (const casework::Nominee& nominee : all.nominees) {
        if (wish.holding.nominee == nominee.relationship) {
            words = casework::paid_to_nominee(nominee.name, std::nullopt);
        }
    }
    return "From " + wish.day.for_people() + ": " + words + ".";
}

Html sure_heading(const Kind& kind, Money difference) {
    Html words;
    if (&kind == &holding_kind) {
        words << "The same money, held another way";
    } else if (difference.is_negative()) {
        words << (-difference).for_people() << " less for this budget";
    } else {
        words << difference.for_people() << " more for this budget";
    }
    return Html() << "<h1 class=\"govuk-heading-l\">" << words << "</h1>";
}

Response sure_page(const Visit& visit, const Kind& kind, const ChangePreview& preview,
                   const std::string& held) {
    Money difference;
    for (const budget::Delta& delta : preview.change.deltas) {
        difference += delta.difference();
    }
    Html main;
    main << sure_heading(kind, difference) << deltas_table("What this change does", named(preview));
    if (&kind == &holding_kind) {
        main << "<p class=\"govuk-body\">" << held << "</p>" << movements_list(preview);
    }
    for (const ledger::Portion& portion : preview.to_award) {
        for (const auto& each : preview.stream_names) {
            if (each.first == portion.stream) {
                main << govuk::InsetText{.text = each.second + " gives " +
                                                 portion.amount.for_people() + " more."};
            }
        }
    }
    main << form_open(visit, line_path(visit, kind.path));
    for (const std::string_view name : {"price", "own", "times", "every", "holding", "holder",
                                        "nominee", "day-day", "day-month", "day-year", "why"}) {
        if (visit.form.has(name)) {
            main << hidden_field(name, visit.form.value(name));
        }
    }
    main << hidden_field("sure", "yes") << submit_button("Make this change") << form_close()
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << changes_path(visit)
         << "\">Leave the budget as it is</a></p>";
    return show(visit, {.title = "What this change does",
                        .main = std::move(main),
                        .back_href = line_path(visit, kind.path),
                        .help = "worker",
                        .is_wide = true});
}

Result<Response> change_form(Visit& visit, const Kind& kind) {
    TRY(const budget::BudgetLine line, line_of(visit));
    if (&kind == &holding_kind) {
        visit.form.fill("holding", std::string(budget::to_text(line.plan.holding)));
    }
    if (&kind == &price_kind) {
        visit.form.fill("price", line.plan.price.to_text());
        visit.form.fill("own", line.plan.own.is_zero() ? "" : line.plan.own.to_text());
        visit.form.fill("times", std::to_string(line.plan.frequency.times));
        visit.form.fill("every", std::string(budget::to_text(line.plan.frequency.every)));
    }
    return form_page(visit, kind, line);
}

Result<Response> change_act(Visit& visit, const Kind& kind) {
    TRY(const budget::BudgetLine line, line_of(visit));
    const std::optional<Wish> wish = read_wish(visit.form, kind);
    if (!wish) {
        return form_page(visit, kind, line);
    }
    const std::vector<CodeField> fields = {{"budget.cut_outside_line", "day"},
                                           {"budget.price_not_positive", "price"},
                                           {"budget.own_part_too_large", "own"},
                                           {"budget.own_part_not_needed", "own"},
                                           {"casework.top_up_not_allowed", "own"},
                                           {"budget.frequency_not_positive", "times"},
                                           {"casework.reasons_missing", "why"},
                                           {"budget.no_cash", "holding"},
                                           {"budget.holding_unchanged", "holding"},
                                           {"budget.holder_missing", "holder"},
                                           {"casework.nominee_unknown", "nominee"},
                                           {"casework.nominee_ended", "nominee"},
                                           {"casework.nominee_account_closed", "nominee"},
                                           {"casework.holder_unknown", "holder"},
                                           {"casework.payment_on_its_way", "day"}};
    const std::string other = &kind == &price_kind ? "price" : "day";
    const auto refused = [&](const Error& error) -> Result<Response> {
        std::string field = other;
        for (const CodeField& each : fields) {
            field = each.code == error.code ? std::string(each.field) : field;
        }
        visit.form.refuse(error, {}, field);
        return form_page(visit, kind, line);
    };
    if (visit.form.value("sure") == "yes") {
        const Outcome done = carry_out(visit, kind, *wish);
        return done ? Result<Response>(redirect(changes_path(visit))) : refused(done.error());
    }
    const Result<ChangePreview> shown = preview(visit, kind, *wish);
    if (!shown) {
        return refused(shown.error());
    }
    std::string held;
    if (&kind == &holding_kind) {
        TRY(held, held_after(visit, *wish));
    }
    return sure_page(visit, kind, *shown, held);
}

Result<Response> price_page(Visit& visit) {
    return change_form(visit, price_kind);
}
Result<Response> price_act(Visit& visit) {
    return change_act(visit, price_kind);
}
Result<Response> later_page(Visit& visit) {
    return change_form(visit, later_kind);
}
Result<Response> later_act(Visit& visit) {
    return change_act(visit, later_kind);
}
Result<Response> holding_page(Visit& visit) {
    return change_form(visit, holding_kind);
}
Result<Response> holding_act(Visit& visit) {
    return change_act(visit, holding_kind);
}
Result<Response> end_page(Visit& visit) {
    return change_form(visit, end_kind);
}
Result<Response> end_act(Visit& visit) {
    return change_act(visit, end_kind);
}

const Route routes[] = {
    {GET, "/people/{person}/changes", may::agree_plan, changes_page,
     "The lines of a budget and how each can be changed"},
    {GET, "/people/{person}/changes/{line}/price", may::agree_plan, price_page,
     "Asks for a new price or how often"},
    {POST, "/people/{person}/changes/{line}/price", may::agree_plan, price_act,
     "Shows what a new price does, then makes it so"},
    {GET, "/people/{person}/changes/{line}/later", may::agree_plan, later_page,
     "Asks from which day a line starts later"},
    {POST, "/people/{person}/changes/{line}/later", may::agree_plan, later_act,
     "Shows what a later start does, then makes it so"},
    {GET, "/people/{person}/changes/{line}/holding", may::agree_plan, holding_page,
     "Asks who holds the money of a line from a day on"},
    {POST, "/people/{person}/changes/{line}/holding", may::agree_plan, holding_act,
     "Shows what another way of holding does, then makes it so"},
    {GET, "/people/{person}/changes/{line}/end", may::agree_plan, end_page,
     "Asks with which day a line ends"},
    {POST, "/people/{person}/changes/{line}/end", may::agree_plan, end_act,
     "Shows what ending a line does, then ends it"},
};

}  // namespace

std::span<const Route> change_routes() {
    return routes;
}

}  // namespace web
