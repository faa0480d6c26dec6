#include "web/rule_change_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "policy/difference.h"
#include "policy/explain.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::DraftView;

constexpr std::size_t changes_shown_max = 100;

std::string came_from_words(const store::PackageDraft& draft) {
    return draft.based_on == 0 ? "The rules that came with Onepurse"
                               : "Version " + std::to_string(draft.based_on);
}

std::string act_words(const store::DraftAct& act) {
    constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"propose", "Proposed"},
        {"take_back", "Taken back"},
        {"send_back", "Sent back"},
        {"publish", "Published"},
        {"discard", "Given up"},
        {"start", "Begun"},
        {"bring_up_to_date", "Brought up to date"},
    };
    for (const auto& [what, said] : words) {
        if (what == act.what) {
            return std::string(said);
        }
    }
    return policy::name_in_words(act.what);
}

Html facts_of(const DraftView& view) {
    const store::PackageDraft& draft = view.row.draft;
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("Rules", view.row.package_title);
    row("Begun from", came_from_words(draft));
    row("Begun by", view.row.started_by + " on " + draft.started_on.for_people());
    row("Saved last by", view.row.saved_by + ", save " + std::to_string(draft.revision));
    if (draft.state == store::DraftState::proposed && draft.from) {
        row("Proposed by", view.row.proposed_by);
        row("First day", draft.from->for_people());
        row("Reason", draft.reason);
    }
    return Html() << list;
}

// What the one who looks can do next, the main thing first.
Html next_steps(const Visit& visit, const DraftView& view, const CheckedRules& rules,
                bool is_changed) {
    const std::string path = change_path(view.row.draft.id);
    Html html;
    const store::PackageDraft& draft = view.row.draft;
    if (draft.state == store::DraftState::sent_back) {
        html << govuk::InsetText{.text = "Sent back to be changed: " + draft.sent_back_reason};
    }
    if (view.is_behind && view.powers.save) {
        html << govuk::InsetText{.text =
                                     "A newer version was published since this was begun. "
                                     "Bring this up to date before you propose it."}
             << govuk::Button{.text = "Bring it up to date",
                              .href = path + "/up-to-date",
                              .classes = "govuk-button--secondary"};
    }
    if (draft.state == store::DraftState::proposed) {
        if (view.powers.publish || view.powers.send_back) {
            html << govuk::Button{.text = "Read it and decide", .href = path + "/decide"};
        } else if (!view.powers.why_not_publish.empty()) {
            html << "<p class=\"govuk-body\">" << view.powers.why_not_publish << "</p>";
        }
        if (view.powers.take_back) {
            html << form_open(visit, path + "/take-back")
                 << "<p class=\"govuk-body\">It cannot be changed while it waits.</p>"
                 << govuk::Button{.text = "Take it back to go on writing",
                                  .classes = "govuk-button--secondary",
                                  .prevent_double_click = true}
                 << form_close();
        }
        return html;
    }
    if (view.powers.propose && is_changed) {
        html << (rules.faults.empty()
                     ? Html() << govuk::Button{.text = "Propose this change",
                                               .href = path + "/propose"}
                     : Html() << "<p class=\"govuk-body\">It can be proposed when no fault is "
                                 "left.</p>");
    }
    return html;
}

Html checks_part(const DraftView& view, const CheckedRules& rules, bool is_changed) {
    const std::string path = change_path(view.row.draft.id);
    Html html;
    html << "<h2 class=\"govuk-heading-m\">Checks</h2><ul class=\"govuk-list op-links\">"
            "<li><a class=\"govuk-link\" href=\""
         << path << "/checks\">" << counted_faults(rules.faults.size())
         << " in these rules</a></li><li><a class=\"govuk-link\" href=\"" << path
         << "/cases\">Run the cases</a></li><li><a class=\"govuk-link\" href=\"" << path
         << "/effects\">What it would change for people</a></li>";
    if (is_changed) {
        html << "<li><a class=\"govuk-link\" href=\"#changed\">What is changed</a></li>";
    }
    return html << "</ul>";
}

// The sheets with what is changed in each, and the drawings of the same rules.
Html sheets_part(const DraftView& view, const CheckedRules& rules,
                 const std::vector<policy::SheetGrid>& before) {
    const DraftId id = view.row.draft.id;
    if (rules.unreadable) {
        return Html() << "<p class=\"govuk-body\">The sheets cannot be shown: "
                      << with_code(rules.unreadable->message) << " "
                      << with_code(rules.unreadable->place) << "</p>";
    }
    FoldingTable table{.caption = view.powers.save ? "Change a sheet" : "Read a sheet",
                       .columns = {{"Sheet"}, {"What it is"}, {"Rows"}, {"Changed"}, {"Faults"}},
                       .rows = {}};
    for (const policy::SheetGrid& grid : rules.grids) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const auto& each) {
            return each.file == grid.file && each.table == grid.table;
        });
        const bool is_same = old != before.end() && old->rows == grid.rows;
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << sheet_path(id, grid.name) << "\">"
             << sheet_title(grid) << "</a>";
        table.rows.push_back({{.html = std::move(link)},
                              {.text = sheet_purpose(grid)},
                              {.text = std::to_string(grid.rows.size())},
                              {.text = is_same ? "No" : "Yes"},
                              {.text = std::to_string(rules.count_in(grid.name))}});
    }
    Html html;
    html << folding_table(table)
         << "<h2 class=\"govuk-heading-m\">Other ways</h2>"
            "<ul class=\"govuk-list\"><li><a class=\"govuk-link\" href=\""
         << change_path(id) << "/workbook\">In a spreadsheet program</a></li>";
    for (const auto& [file, bytes] : view.files) {
        if (file.ends_with(".dmn")) {
            const std::string name = policy::name_in_words(file.substr(0, file.size() - 4));
            html << "<li><a class=\"govuk-link\" href=\"" << change_path(id) << "/drawings/" << file
                 << "\">As a drawing: " << name << "</a></li>";
        }
    }
    return html << "</ul>";
}

Html history_part(const DraftView& view) {
    FoldingTable table{.caption = "What happened to it",
                       .columns = {{"What"}, {"Who"}, {"Day"}, {"Words"}},
                       .rows = {}};
    for (const store::DraftAct& act : view.acts) {
        std::string words = act.reason;
        if (act.from) {
            words = "From " + act.from->for_people() + (words.empty() ? "" : ": " + words);
        }
        table.rows.push_back({{.text = act_words(act)},
                              {.text = act.by_name},
                              {.text = act.at.date_utc().for_people()},
                              {.text = std::move(words)}});
    }
    return folding_table(table);
}

Result<Response> change_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const CheckedRules rules = check_rules(view.row.draft.package, view.files);
    const auto changes = policy::difference(view.base_files, view.files);
    const auto before = policy::sheet_grids(view.base_files);
    Html main;
    main << "<p class=\"govuk-caption-l\">Change of the rules</p><h1 class=\"govuk-heading-l\">"
         << view.row.draft.title << "</h1><p class=\"govuk-body-l\">" << counted_changes(changes)
         << ". " << counted_faults(rules.faults.size()) << ".</p>" << facts_of(view)
         << next_steps(visit, view, rules, !changes.empty())
         << checks_part(view, rules, !changes.empty())
         << sheets_part(view, rules, before ? *before : std::vector<policy::SheetGrid>{});
    if (!changes.empty()) {
        main << "<h2 class=\"govuk-heading-m\" id=\"changed\">What is changed</h2>"
             << difference_part(changes, changes_shown_max);
    }
    main << history_part(view);
    if (view.powers.save) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << change_path(view.row.draft.id) << "/give-up\">Give this change up</a></p>";
    }
    return show(visit, {.title = view.row.draft.title,
                        .main = std::move(main),
                        .back_href = "/rules/" + view.row.draft.package,
                        .is_wide = true});
}

Result<Response> give_up_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    const std::string path = change_path(view.row.draft.id);
    Html words;
    words << "<p class=\"govuk-body\">“" << view.row.draft.title
          << "” is closed. It can still be read, with every save. The rules in force stay as they "
             "are: no sum of any person changes.</p>";
    return confirmation_page(visit, {.title = "Give this change up?",
                                     .what_happens = std::move(words),
                                     .action = path + "/give-up",
                                     .button = "Give it up",
                                     .cancel_href = path,
                                     .is_warning = true});
}

Result<Response> give_up(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY_DONE(casework::discard_draft(visit.desk, draft));
    return redirect("/rules");
}

Result<Response> take_back(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY_DONE(casework::take_proposal_back(visit.desk, draft));
    return redirect(change_path(draft));
}

// --- bringing it up to date ----------------------------------------------------------------------

Response up_to_date_form(const Visit& visit, const DraftView& view) {
    const std::string path = change_path(view.row.draft.id);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Bring the change up to date</h1><p "
            "class=\"govuk-body\">A newer version was published since this was begun. Files you "
            "did not change get its text.</p>"
         << form_open(visit, path + "/up-to-date")
         << hidden_field("revision", std::to_string(view.row.draft.revision));
    for (std::size_t at = 0; at < view.both_changed.size(); ++at) {
        main << radios_field(visit.form, {.name = "side" + std::to_string(at),
                                          .legend = "Both changed “" + view.both_changed[at] +
                                                    "”. Whose text counts?",
                                          .choices = {{"draft", "That of this change"},
                                                      {"version", "That of the newer version"}}});
    }
    main << submit_button("Bring it up to date") << form_close();
    return show(
        visit,
        {.title = "Bring the change up to date", .main = std::move(main), .back_href = path});
}

Result<Response> up_to_date_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    return up_to_date_form(visit, view);
}

Result<Response> bring_up_to_date(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(const DraftView view, casework::see_draft(visit.desk, draft));
    std::map<std::string, casework::Side> choices;
    for (std::size_t at = 0; at < view.both_changed.size(); ++at) {
        const auto side = visit.form.choice("side" + std::to_string(at), {"draft", "version"},
                                            "Choose whose text counts");
        if (side) {
            choices[view.both_changed[at]] =
                *side == "draft" ? casework::Side::draft : casework::Side::version;
        }
    }
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    if (visit.form.is_good()) {
        TRY_DONE(casework::bring_up_to_date(visit.desk, draft, *revision, choices));
        return redirect(change_path(draft));
    }
    return up_to_date_form(visit, view);
}

const Route routes[] = {
    {GET, "/rules/changes/{draft}", may::see_rule_changes, change_page,
     "A change of the rules: what it changes, how its checks stand and what comes next"},
    {GET, "/rules/changes/{draft}/give-up", may::change_rules, give_up_page,
     "Asks before a change of the rules is given up"},
    {POST, "/rules/changes/{draft}/give-up", may::change_rules, give_up,
     "Gives a change of the rules up; it stays to be read"},
    {POST, "/rules/changes/{draft}/take-back", may::change_rules, take_back,
     "Takes a proposed change of the rules back, to go on writing"},
    {GET, "/rules/changes/{draft}/up-to-date", may::change_rules, up_to_date_page,
     "Asks whose text counts where a change and a newer version both changed a file"},
    {POST, "/rules/changes/{draft}/up-to-date", may::change_rules, bring_up_to_date,
     "Brings a change of the rules up to date with a newer version"},
};

}  // namespace

std::span<const Route> rule_change_routes() {
    return routes;
}

}  // namespace web
