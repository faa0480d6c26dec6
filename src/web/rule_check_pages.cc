#include "web/rule_check_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/see_rules.h"
#include "policy/cases.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/rule_effects.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::DraftView;

Html counts_part(const policy::Inspection& found) {
    if (found.decisions == 0) {
        return Html() << "<p class=\"govuk-body\">The rules cannot be read whole yet. When these "
                         "are mended the cases are run, and more may be found.</p>";
    }
    return Html() << "<p class=\"govuk-body\">Looked at: "
                  << base::counted(found.decisions, "decision") << ", "
                  << base::counted(found.tables, "table") << ", "
                  << base::counted(found.rules, "rule") << ", "
                  << base::counted(found.cases, "case") << ". The cases reach "
                  << std::to_string(found.rules_reached) << " of "
                  << std::to_string(found.rules - found.rules_remembered)
                  << " rules that must be reached.</p>";
}

Result<Response> checks_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const CheckedRules rules = check_rules(view.row.draft.package, view.files);
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.draft.title
         << "</p><h1 class=\"govuk-heading-l\">"
         << (rules.faults.empty() ? std::string("No fault in these rules")
                                  : counted_faults(rules.faults.size()) + " in these rules")
         << "</h1>" << counts_part(rules.inspection) << fault_list(rules, view.row.draft.id);
    return show(visit, {.title = "Checks of the rules",
                        .main = std::move(main),
                        .back_href = change_path(view.row.draft.id),
                        .is_wide = true});
}

// --- cases ---------------------------------------------------------------------------------------

Html case_state(const policy::CaseOutcome& outcome) {
    if (outcome.refused) {
        return Html() << "Could not be worked out: " << with_code(outcome.refused->message);
    }
    Html html;
    for (const policy::CaseComparison& each : outcome.comparisons) {
        if (!each.agrees) {
            html << "<p class=\"govuk-body-s\">" << with_code(each.name) << " must be <code>"
                 << each.expected << "</code>, but it is <code>" << each.found << "</code>.</p>";
        }
    }
    return html.empty() ? Html("Holds") : html;
}

std::size_t sums_of(const std::vector<policy::CaseOutcome>& outcomes) {
    std::size_t sums = 0;
    for (const policy::CaseOutcome& outcome : outcomes) {
        sums += outcome.comparisons.size();
    }
    return sums;
}

Html cases_table(const std::vector<policy::CaseOutcome>& outcomes, bool that_hold,
                 std::string caption) {
    FoldingTable table{.caption = std::move(caption),
                       .columns = {{"Case"}, {"On"}, {"Figures"}, {"What comes out"}},
                       .rows = {}};
    for (const policy::CaseOutcome& outcome : outcomes) {
        if (outcome.passed() == that_hold) {
            table.rows.push_back({{.html = with_code(outcome.name)},
                                  {.text = outcome.on.for_people()},
                                  {.text = std::to_string(outcome.comparisons.size())},
                                  {.html = in_cell(case_state(outcome))}});
        }
    }
    return folding_table(table);
}

Result<Response> cases_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const DraftId draft = view.row.draft.id;
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.draft.title << "</p>";
    const auto package = policy::Package::load(view.row.draft.package, view.files);
    if (!package) {
        main << "<h1 class=\"govuk-heading-l\">The cases cannot be run yet</h1><p "
                "class=\"govuk-body\">The rules have faults that stop them from being read. <a "
                "class=\"govuk-link\" href=\""
             << change_path(draft) << "/checks\">See the faults</a>.</p>";
    } else {
        const std::vector<policy::CaseOutcome> outcomes = policy::run_cases(*package);
        const auto held = static_cast<std::size_t>(std::count_if(
            outcomes.begin(), outcomes.end(), [](const auto& each) { return each.passed(); }));
        const bool all_hold = held == outcomes.size();
        main << "<h1 class=\"govuk-heading-l\">"
             << (all_hold ? "All " + base::counted(outcomes.size(), "case") + " hold"
                          : std::to_string(outcomes.size() - held) + " of " +
                                base::counted(outcomes.size(), "case") + " give something else")
             << "</h1><p class=\"govuk-body\">" << std::to_string(sums_of(outcomes))
             << " figures were worked out and compared with what the cases say.</p>"
             << cases_table(outcomes, false, "Give something else")
             << (all_hold ? Html()
                          : Html()
                                << "<p class=\"govuk-body\">If the new figure is right, work it "
                                   "out by hand and write it into <a class=\"govuk-link\" href=\""
                                << sheet_path(draft, "cases") << "\">the cases</a>.</p>")
             << cases_table(outcomes, true, "Hold");
    }
    return show(visit, {.title = "The cases",
                        .main = std::move(main),
                        .back_href = change_path(draft),
                        .is_wide = true});
}

// --- what would change for people ----------------------------------------------------------------

Result<Response> effects_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const DraftId draft = view.row.draft.id;
    // Reads the day from the address, so that a look at another day is a plain link.
    Form& form = visit.form;
    std::optional<Date> on = view.row.draft.from.value_or(visit.desk.today);
    if (visit.request.query.has("on-day")) {
        for (const char* part : {"on-day", "on-month", "on-year"}) {
            form.fill(part, visit.query(part));
        }
        on = form.date("on", "Enter the day");
    } else {
        fill_date(form, "on", *on);
    }
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.draft.title
         << "</p><h1 class=\"govuk-heading-l\">What it would change for people</h1><form "
            "action=\""
         << change_path(draft) << "/effects\" method=\"get\" novalidate>"
         << date_field(form, {.name = "on",
                              .legend = "As the rules would stand on which day?",
                              .hint = "For example, 1 4 2007"})
         << "<button class=\"govuk-button govuk-button--secondary\">Work it out</button></form>";
    if (on) {
        const auto effects = effects_on_people(visit, view, *on);
        if (effects) {
            main << "<h2 class=\"govuk-heading-m\">On " << on->for_people() << "</h2>"
                 << effects_part(*effects);
        } else if (effects.error().code.starts_with("people.")) {
            return effects.error();
        } else {
            main << "<p class=\"govuk-body\">It cannot be worked out while the rules have faults. "
                    "<a class=\"govuk-link\" href=\""
                 << change_path(draft) << "/checks\">See the faults</a>.</p>";
        }
    }
    return show(visit, {.title = "What it would change for people",
                        .main = std::move(main),
                        .back_href = change_path(draft),
                        .is_wide = true});
}

const Route routes[] = {
    {GET, "/rules/changes/{draft}/checks", may::see_rule_changes, checks_page,
     "Every fault of a change of the rules, with the way to it"},
    {GET, "/rules/changes/{draft}/cases", may::see_rule_changes, cases_page,
     "The made-up people of the rules, worked out with a change"},
    {GET,
     "/rules/changes/{draft}/effects",
     may::see_rule_changes,
     effects_page,
     "What a change of the rules would mean for the council's people, in pounds",
     {"on-day", "on-month", "on-year"}},
};

}  // namespace

std::span<const Route> rule_check_routes() {
    return routes;
}

}  // namespace web
