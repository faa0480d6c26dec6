#include "web/rules_pages.h"

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/tag.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::PackageRules;
using casework::VersionRow;

constexpr std::size_t changes_shown_max = 200;

std::string package_path(const PackageId& package) {
    return "/rules/" + package;
}

std::string version_path(const PackageId& package, std::int64_t number) {
    return package_path(package) + "/versions/" + std::to_string(number);
}

std::string first_day_words(const policy::PackageVersion& version) {
    return version.is_from_the_beginning() ? "From the beginning" : version.from.for_people();
}

std::string who_words(const VersionRow& row) {
    if (row.kept.came_with_onepurse()) {
        return "Came with Onepurse";
    }
    return "Proposed by " + row.proposed_by + ", published by " + row.published_by;
}

std::string state_words(const store::PackageDraft& draft) {
    switch (draft.state) {
        case store::DraftState::open:
            return "Being written";
        case store::DraftState::proposed:
            return "Waits for a second person";
        case store::DraftState::sent_back:
            return "Sent back to be changed";
        case store::DraftState::published:
            return draft.became ? "Published as version " + std::to_string(*draft.became)
                                : "Published";
        case store::DraftState::discarded:
            return "Given up";
    }
    return "";
}

Html change_link(const casework::DraftRow& row) {
    return Html() << "<a class=\"govuk-link\" href=\"" << change_path(row.draft.id) << "\">"
                  << row.draft.title << "</a>";
}

FoldingTable changes_table(const std::vector<casework::DraftRow>& drafts, bool under_way,
                           std::string caption, const PackageId& package = {}) {
    FoldingTable table{.caption = std::move(caption),
                       .columns = {{"Change"}, {"Rules"}, {"How far"}, {"Saved by"}},
                       .rows = {}};
    for (const casework::DraftRow& row : drafts) {
        if (row.draft.is_closed() == under_way ||
            (!package.empty() && row.draft.package != package)) {
            continue;
        }
        table.rows.push_back({{.html = change_link(row)},
                              {.text = row.package_title},
                              {.text = state_words(row.draft)},
                              {.text = row.saved_by}});
    }
    return table;
}

Result<Response> list_page(Visit& visit) {
    TRY(const std::vector<PackageRules> packages, casework::see_packages(visit.desk));
    TRY(const std::vector<casework::DraftRow> drafts, casework::see_drafts(visit.desk));
    FoldingTable table{.caption = "Sets of rules",
                       .columns = {{"Rules"}, {"In force today"}, {"Versions"}, {"Changes begun"}},
                       .rows = {}};
    for (const PackageRules& package : packages) {
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << package_path(package.id) << "\">"
             << package.title << "</a>";
        table.rows.push_back(
            {{.html = std::move(link)},
             {.text = package.in_force ? "Version " + std::to_string(*package.in_force)
                                       : std::string("None yet")},
             {.text = std::to_string(package.versions.size())},
             {.text = std::to_string(package.drafts_under_way)}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Rules</h1><p class=\"govuk-body-l\">Nobody changes what "
            "is in force. A change is written, checked and proposed. A second person publishes it "
            "as a new version with a first day.</p>"
         << folding_table(table)
         << folding_table(changes_table(drafts, true, "Changes being written or waiting"))
         << folding_table(changes_table(drafts, false, "Changes that came to an end"));
    return show(visit, {.title = "Rules", .main = std::move(main), .is_wide = true});
}

FoldingTable versions_table(const PackageRules& rules) {
    FoldingTable table{.caption = "Versions, the latest first",
                       .columns = {{"Version"}, {"In force"}, {"Published"}, {"Who"}, {"Why"}},
                       .rows = {}};
    for (const VersionRow& row : rules.versions) {
        Html name;
        name << "<a class=\"govuk-link\" href=\"" << version_path(rules.id, row.kept.version.number)
             << "\">Version " << row.kept.version.number << "</a>";
        if (row.is_in_force) {
            name << " " << govuk::Tag{.text = "In force"};
        }
        table.rows.push_back(
            {{.html = std::move(name)},
             {.text = days_words(row.days)},
             {.text = row.kept.published_on.for_people()},
             {.text = who_words(row)},
             {.text = row.kept.reason.empty() ? std::string("As installed") : row.kept.reason}});
    }
    return table;
}

Html start_form(const Visit& visit, const PackageRules& rules) {
    Html html;
    html << "<h2 class=\"govuk-heading-m\">Begin a change</h2>"
         << form_open(visit, package_path(rules.id))
         << text_field(visit.form, {.name = "title",
                                    .label = "What is the change, in a few words?",
                                    .hint = "For example: prices from April"});
    if (rules.installed) {
        html << radios_field(
            visit.form, {.name = "start",
                         .legend = "What does it begin from?",
                         .choices = {{"in_force", "The version in force today"},
                                     {"installed", "The rules that came with Onepurse on " +
                                                       rules.installed->found_on.for_people()}}});
    }
    return html << submit_button("Begin the change") << form_close();
}

Response package_page_of(const Visit& visit, const PackageRules& rules,
                         const std::vector<casework::DraftRow>& drafts) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << rules.title << "</h1>"
         << "<p class=\"govuk-body-l\">"
         << (rules.in_force ? "Version " + std::to_string(*rules.in_force) + " is in force today."
                            : std::string("No version is in force today."))
         << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/how-allocation-works/"
         << rules.id << "\">What everybody can read about these rules</a></p>";
    if (rules.installed) {
        main << govuk::InsetText{
            .text = "Newer rules came with Onepurse on " + rules.installed->found_on.for_people() +
                    ". They are not in force, because this council has published its own. A "
                    "change can begin from them."};
    }
    main << folding_table(
        changes_table(drafts, true, "Changes being written or waiting", rules.id));
    if (people::decide(*visit.who, people::Action::change_rules, {}, visit.desk.today)) {
        main << start_form(visit, rules);
    }
    main << folding_table(versions_table(rules));
    return show(
        visit,
        {.title = rules.title, .main = std::move(main), .back_href = "/rules", .is_wide = true});
}

Result<Response> package_page(Visit& visit) {
    TRY(const PackageRules rules, casework::see_versions(visit.desk, visit.word("package")));
    TRY(const std::vector<casework::DraftRow> drafts, casework::see_drafts(visit.desk));
    visit.form.fill("start", "in_force");
    return package_page_of(visit, rules, drafts);
}

Result<Response> begin_change(Visit& visit) {
    TRY(const PackageRules rules, casework::see_versions(visit.desk, visit.word("package")));
    const auto title = visit.form.text("title", 100, "Write what the change is");
    std::optional<std::string> start = "in_force";
    if (rules.installed) {
        start = visit.form.choice("start", {"in_force", "installed"}, "Choose what it begins from");
    }
    if (visit.form.is_good()) {
        const Result<DraftId> draft = casework::start_draft(
            visit.desk,
            {.package = rules.id, .from_installed = *start == "installed", .title = *title});
        if (draft) {
            return redirect(change_path(*draft));
        }
        visit.form.refuse(draft.error(), {{"rules.nothing_installed", "start"}}, "title");
    }
    TRY(const std::vector<casework::DraftRow> drafts, casework::see_drafts(visit.desk));
    return package_page_of(visit, rules, drafts);
}

Result<std::int64_t> number_in_path(const Visit& visit) {
    const std::string word = visit.word("number");
    if (word.empty() || word.size() > 9 ||
        word.find_first_not_of("0123456789") != std::string::npos) {
        return Error{"rules.version_unknown",
                     "There is no such version. Open the list of versions and choose again."};
    }
    return std::stoll(word);
}

Result<Response> version_page(Visit& visit) {
    const PackageId package = visit.word("package");
    TRY(const std::int64_t number, number_in_path(visit));
    TRY(const casework::VersionView view, casework::see_version(visit.desk, package, number));
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("First day", first_day_words(view.row.kept.version));
    row("In force", days_words(view.row.days));
    row("Published", view.row.kept.published_on.for_people());
    row("Who", who_words(view.row));
    row("Why", view.row.kept.reason.empty() ? "As installed" : view.row.kept.reason);
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.package->title()
         << "</p><h1 class=\"govuk-heading-l\">Version " << number << "</h1>" << list
         << "<p class=\"govuk-body-s\">Digest of its files: <code>" << view.package->fingerprint()
         << "</code></p>";
    if (view.before) {
        const auto changes = policy::difference(view.before->files(), view.package->files());
        main << "<h2 class=\"govuk-heading-m\">What differs from the version before</h2>"
                "<p class=\"govuk-body\">"
             << counted_changes(changes) << ".</p>" << difference_part(changes, changes_shown_max);
    }
    return show(visit,
                {.title = "Version " + std::to_string(number) + " of " + view.package->title(),
                 .main = std::move(main),
                 .back_href = package_path(package),
                 .is_wide = true});
}

const Route routes[] = {
    {GET, "/rules", may::see_rule_changes, list_page,
     "The council's rules: what is in force, and the changes being written"},
    {GET, "/rules/{package}", may::see_rule_changes, package_page,
     "One set of rules: its versions with their days, who and why"},
    {POST, "/rules/{package}", may::change_rules, begin_change,
     "Begins a change of the rules from the version in force"},
    {GET, "/rules/{package}/versions/{number}", may::see_rule_changes, version_page,
     "One version of the rules, and what differs from the one before"},
};

}  // namespace

std::span<const Route> rules_routes() {
    return routes;
}

}  // namespace web
