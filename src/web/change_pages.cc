#include "web/change_pages.h"

#include "casework/change_budget.h"
#include "casework/see_budget.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
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
    if (line == nullptr) {
        return Error{"budget.line_unknown",
                     "This line is not in the budget. Look at the budget again."};
    }
    return *line;
}

Result<Response> changes_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Change the budget of " << view.person.name << "</h1>";
    if (!view.budget || view.budget->lines.empty()) {
        main << "<p class=\"govuk-body\">There is no budget to change. Agree a plan first.</p>";
    } else {
        main << "<p class=\"govuk-body\">Choose what changes. You see what it does before you make "
                "it.</p>";
        FoldingTable table{.caption = "What is in the budget", .columns = {}, .rows = {}};
        table.columns = {{"Support"}, {"How often"}, {"Price", true}, {"Days"}, {"Change"}};
        for (const budget::BudgetLine& line : view.budget->lines) {
            const std::string path = changes_path(visit) + "/" + line.plan.id.to_text();
            Html links;
            const auto link = [&](const std::string& what, const std::string& words) {
                links << "<a class=\"govuk-link\" href=\"" << path << "/" << what << "\">" << words
                      << "<span class=\"govuk-visually-hidden\">: " << line.plan.what << " from "
                      << line.plan.dates.from.for_people() << "</span></a><br>";
            };
            link("price", "Price or how often");
            link("later", "Starts later");
            link("end", "Ends");
            table.rows.push_back({{.text = line.plan.what},
                                  {.text = budget::words(line.plan.frequency)},
                                  {.text = line.plan.price.for_people()},
                                  {.text = line.plan.dates.from.for_people() + " to " +
                                           line.plan.dates.last_day().for_people()},
                                  {.html = std::move(links)}});
        }
        main << folding_table(table);
    }
    return show(visit, {.title = "Change the budget",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/record"),
                        .help = "worker",
                        .is_wide = true});
}

// What differs between the three changes.
struct Kind {
    std::string path;
    std::string title;
    std::string day_legend;
    std::string day_asks;
};
const Kind price_kind{"price", "Price or how often", "From which day?", "Enter the first day"};
const Kind later_kind{"later", "Starts later", "Which day is the first?", "Enter the first day"};
const Kind end_kind{"end", "Ends", "Which day is the last?", "Enter the last day"};

// What was asked for, read from the form.
struct Wish {
    Date day;
    casework::LineTerms terms;
    std::string why;
};

std::optional<Wish> read_wish(Form& form, const Kind& kind) {
    Wish wish;
    const auto day = form.date("day", kind.day_asks);
    const auto why = form.text("why", 500, "Write why this changes");
    if (&kind == &price_kind) {
        wish.terms.price = form.money("price", "Enter the price for one").value_or(Money());
        wish.terms.frequency.times = form.whole("times", 1, 10'000, "Say how many").value_or(1);
        const auto every = form.choice("every", values_of(stretches()), "Choose how often");
        wish.terms.frequency.every =
            budget::every_from_text(every.value_or("week")).value_or(budget::Every::week);
    }
    if (!form.is_good()) {
        return std::nullopt;
    }
    wish.day = *day;
    wish.why = *why;
    return wish;
}

Result<ChangePreview> preview(Visit& visit, const Kind& kind, const Wish& wish) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanLineId line = visit.id<PlanLineId>("line");
    if (&kind == &price_kind) {
        return casework::preview_change_line(visit.desk, person, line, wish.day, wish.terms);
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
    return &kind == &later_kind
               ? casework::start_line_later(visit.desk, person, line, wish.day, wish.why)
               : casework::end_line(visit.desk, person, line, wish.day.plus_days(1), wish.why);
}

Response form_page(const Visit& visit, const Kind& kind, const budget::BudgetLine& line) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << kind.title << ": " << line.plan.what
         << "</h1><p class=\"govuk-body\">Now: " << budget::words(line.plan.frequency) << ", "
         << line.plan.price.for_people() << " each, " << line.plan.dates.from.for_people() << " to "
         << line.plan.dates.last_day().for_people() << ".</p>"
         << form_open(visit, line_path(visit, kind.path));
    if (&kind == &price_kind) {
        main << money_field(
                    visit.form,
                    {.name = "price", .label = "Price for one", .classes = "govuk-input--width-5"})
             << text_field(visit.form, {.name = "times",
                                        .label = "How many?",
                                        .classes = "govuk-input--width-4",
                                        .inputmode = "numeric"})
             << select_field(visit.form,
                             {.name = "every", .legend = "How often?", .choices = stretches()});
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

Response sure_page(const Visit& visit, const Kind& kind, const ChangePreview& preview) {
    Money difference;
    for (const budget::Delta& delta : preview.change.deltas) {
        difference += delta.difference();
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">"
         << (difference.is_negative() ? (-difference).for_people() + " less"
                                      : difference.for_people() + " more")
         << " for this budget</h1>" << deltas_table("What this change does", named(preview));
    for (const ledger::Portion& portion : preview.to_award) {
        for (const auto& each : preview.stream_names) {
            if (each.first == portion.stream) {
                main << govuk::InsetText{.text = each.second + " gives " +
                                                 portion.amount.for_people() + " more."};
            }
        }
    }
    main << form_open(visit, line_path(visit, kind.path));
    for (const std::string_view name :
         {"price", "times", "every", "day-day", "day-month", "day-year", "why"}) {
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
    if (&kind == &price_kind) {
        visit.form.fill("price", line.plan.price.to_text());
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
                                           {"budget.frequency_not_positive", "times"},
                                           {"casework.reasons_missing", "why"},
                                           {"casework.payment_on_its_way", "day"}};
    const std::string other = &kind == &price_kind ? "price" : "day";
    const auto refused = [&](const Error& error) {
        std::string field = other;
        for (const CodeField& each : fields) {
            field = each.code == error.code ? std::string(each.field) : field;
        }
        visit.form.refuse(error, {}, field);
        return form_page(visit, kind, line);
    };
    if (visit.form.value("sure") == "yes") {
        const Outcome done = carry_out(visit, kind, *wish);
        return done ? redirect(changes_path(visit)) : refused(done.error());
    }
    const Result<ChangePreview> shown = preview(visit, kind, *wish);
    return shown ? sure_page(visit, kind, *shown) : refused(shown.error());
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
