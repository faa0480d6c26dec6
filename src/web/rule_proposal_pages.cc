#include "web/rule_proposal_pages.h"

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/summary_list.h"
#include "policy/cases.h"
#include "policy/difference.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/rule_effects.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::DraftView;

constexpr int reason_length_max = 500;
constexpr std::size_t changes_shown_max = 200;

std::string cases_words(const DraftView& view) {
    const auto package = policy::Package::load(view.row.draft.package, view.files);
    if (!package) {
        return "The cases cannot be run: the rules have faults.";
    }
    std::size_t held = 0;
    const auto outcomes = policy::run_cases(*package);
    for (const policy::CaseOutcome& outcome : outcomes) {
        held += outcome.passed() ? 1 : 0;
    }
    return held == outcomes.size()
               ? "All " + base::counted(outcomes.size(), "case") + " hold."
               : std::to_string(outcomes.size() - held) + " of " +
                     base::counted(outcomes.size(), "case") + " give something else.";
}

// What both see: what differs, how the checks stand, whom it touches on its first day.
Result<Html> evidence(Visit& visit, const DraftView& view, Date on) {
    const auto changes = policy::difference(view.base_files, view.files);
    const CheckedRules rules = check_rules(view.row.draft.package, view.files);
    Html html;
    html << "<h2 class=\"govuk-heading-m\">Checks</h2><p class=\"govuk-body\">"
         << counted_faults(rules.faults.size()) << ". " << cases_words(view) << "</p>"
         << fault_list(rules, view.row.draft.id)
         << "<h2 class=\"govuk-heading-m\">What differs</h2><p class=\"govuk-body\">"
         << counted_changes(changes) << ".</p>" << difference_part(changes, changes_shown_max);
    if (rules.faults.empty()) {
        TRY(const EffectsOnPeople effects, effects_on_people(visit, view, on));
        html << "<h2 class=\"govuk-heading-m\">What it would change for people, on "
             << on.for_people() << "</h2>" << effects_part(effects);
    }
    return html;
}

// --- proposing -----------------------------------------------------------------------------------

Response propose_form(const Visit& visit, const DraftView& view) {
    const std::string path = change_path(view.row.draft.id);
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.package_title
         << "</p><h1 class=\"govuk-heading-l\">Propose “" << view.row.draft.title
         << "”</h1><p class=\"govuk-body\">A second person reads it and publishes it, or sends it "
            "back. Until then nothing changes for anybody.</p>"
         << form_open(visit, path + "/propose")
         << hidden_field("revision", std::to_string(view.row.draft.revision))
         << date_field(visit.form, {.name = "from",
                                    .legend = "From which day shall it be in force?",
                                    .hint = "For example, 1 4 2007"})
         << area_field(visit.form,
                       {.name = "reason",
                        .label = "Why do the rules change?",
                        .hint = "Everybody can read these words. Write them plainly, and name the "
                                "law or the decision."},
                       reason_length_max)
         << submit_button("Propose the change") << form_close();
    return show(
        visit,
        {.title = "Propose a change of the rules", .main = std::move(main), .back_href = path});
}

Result<Response> propose_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    return propose_form(visit, view);
}

Result<Response> propose(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(DraftView view, casework::see_draft(visit.desk, draft));
    const auto from = visit.form.date("from", "Enter the first day");
    const auto reason = visit.form.text("reason", reason_length_max, "Write why the rules change");
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    if (visit.form.is_good()) {
        const Outcome done = casework::propose_draft(visit.desk, draft, *revision, *from, *reason);
        if (done) {
            return redirect(change_path(draft));
        }
        Error error = done.error();
        if (error.code == "rules.changed_meanwhile") {
            TRY(view, casework::see_draft(visit.desk, draft));
            error.message = view.row.saved_by +
                            " saved this change after you opened the page. Read it again. Your "
                            "words are still here.";
        }
        visit.form.refuse(
            error, {{"rules.day_impossible", "from"}, {"rules.reason_too_long", "reason"}}, "from");
    }
    return propose_form(visit, view);
}

// --- deciding ------------------------------------------------------------------------------------

Html proposal_facts(const DraftView& view) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    const store::PackageDraft& draft = view.row.draft;
    row("Rules", view.row.package_title);
    row("Change", draft.title);
    row("Proposed by", view.row.proposed_by);
    row("First day", draft.from ? draft.from->for_people() : std::string());
    row("Reason", draft.reason);
    return Html() << list;
}

Result<Response> decide_form(Visit& visit, const DraftView& view) {
    const store::PackageDraft& draft = view.row.draft;
    const std::string path = change_path(draft.id);
    const Date from = draft.from.value_or(visit.desk.today);
    TRY(const Html seen, evidence(visit, view, from));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Publish “" << draft.title << "”?</h1>"
         << proposal_facts(view) << seen;
    if (view.powers.publish) {
        main << "<h2 class=\"govuk-heading-m\">Your decision</h2>"
             << govuk::InsetText{.text = casework::words_of_first_day(from, visit.desk.today)}
             << form_open(visit, path + "/publish")
             << hidden_field("revision", std::to_string(draft.revision))
             << govuk::Button{.text = "Publish", .prevent_double_click = true, .id = "publish"}
             << form_close();
    } else if (!view.powers.why_not_publish.empty()) {
        main << govuk::InsetText{.text = view.powers.why_not_publish};
    }
    if (view.powers.send_back) {
        main << form_open(visit, path + "/send-back")
             << area_field(visit.form,
                           {.name = "back",
                            .label = "Or send it back: what has to be different?",
                            .hint = "Who proposed it reads these words."},
                           reason_length_max, 3)
             << govuk::Button{.text = "Send it back",
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "Publish a change of the rules",
                        .main = std::move(main),
                        .back_href = path,
                        .is_wide = true});
}

Response not_waiting(const Visit& visit, const DraftView& view) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">This change does not wait for anybody</h1><p "
            "class=\"govuk-body\">It is not proposed, or it was decided already.</p>";
    return show(visit, {.title = "This change does not wait for anybody",
                        .main = std::move(main),
                        .back_href = change_path(view.row.draft.id)});
}

Result<Response> decide_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    if (view.row.draft.state != store::DraftState::proposed) {
        return not_waiting(visit, view);
    }
    return decide_form(visit, view);
}

Result<Response> publish(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    if (visit.form.is_good()) {
        const Outcome done = casework::publish_draft(visit.desk, draft, *revision);
        if (done) {
            return redirect(change_path(draft) + "/published");
        }
        visit.form.refuse(done.error(), {}, "publish");
    }
    TRY(const DraftView view, casework::see_draft(visit.desk, draft));
    return decide_form(visit, view);
}

Result<Response> send_back(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    const auto reason =
        visit.form.text("back", reason_length_max, "Write what has to be different");
    if (visit.form.is_good()) {
        const Outcome done = casework::send_proposal_back(visit.desk, draft, *reason);
        if (done) {
            return redirect(change_path(draft));
        }
        visit.form.refuse(done.error(), {}, "back");
    }
    TRY(const DraftView view, casework::see_draft(visit.desk, draft));
    return decide_form(visit, view);
}

Result<Response> published_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const store::PackageDraft& draft = view.row.draft;
    if (!draft.became || !draft.from) {
        return not_waiting(visit, view);
    }
    Html main;
    main << govuk::Panel{.title_text = "Version " + std::to_string(*draft.became) + " is published",
                         .text = "From " + draft.from->for_people()}
         << "<p class=\"govuk-body\">"
         << casework::words_of_first_day(*draft.from, visit.desk.today)
         << "</p><ul class=\"govuk-list\"><li><a class=\"govuk-link\" href=\"/rules/"
         << draft.package << "/versions/" << *draft.became
         << "\">The new version</a></li><li><a class=\"govuk-link\" "
            "href=\"/how-allocation-works/"
         << draft.package << "\">What everybody can read now</a></li></ul>";
    return show(visit, {.title = "The new version is published",
                        .main = std::move(main),
                        .back_href = "/rules/" + draft.package});
}

const Route routes[] = {
    {GET, "/rules/changes/{draft}/propose", may::change_rules, propose_page,
     "Asks for the first day of a change of the rules and its reason"},
    {POST, "/rules/changes/{draft}/propose", may::change_rules, propose,
     "Proposes a change of the rules to a second person"},
    {GET, "/rules/changes/{draft}/decide", may::see_rule_changes, decide_page,
     "A proposed change of the rules, with what differs and whom it touches"},
    {POST, "/rules/changes/{draft}/publish", may::publish_rules, publish,
     "Publishes a proposed change as the next version of the rules"},
    {POST, "/rules/changes/{draft}/send-back", may::publish_rules, send_back,
     "Sends a proposed change of the rules back with a reason"},
    {GET, "/rules/changes/{draft}/published", may::see_rule_changes, published_page,
     "Says that a new version of the rules is published, and from which day"},
};

}  // namespace

std::span<const Route> rule_proposal_routes() {
    return routes;
}

}  // namespace web
