#include "web/rule_paste_pages.h"

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/button.h"
#include "govuk/file_upload.h"
#include "govuk/inset_text.h"
#include "policy/difference.h"
#include "policy/package_sheets.h"
#include "policy/pasted_rows.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::DraftView;
using policy::PasteAs;
using policy::SheetGrid;

constexpr int paste_length_max = 200'000;
constexpr std::size_t changes_shown_max = 200;
constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string paste_path(const DraftView& view, const SheetGrid& grid) {
    return sheet_path(view.row.draft.id, grid.name) + "/paste";
}

std::vector<Choice> paste_choices(const SheetGrid& grid) {
    const bool is_table = grid.is_table();
    return {{"merge", is_table ? "Change the rules they name, add the others"
                               : "Change the rows with the same name, add the others"},
            {"add", "Add them all at the end"},
            {"replace", "Put them in the place of all rows"}};
}

PasteAs paste_as(const std::string& chosen) {
    return chosen == "add" ? PasteAs::add : chosen == "replace" ? PasteAs::replace : PasteAs::merge;
}

Response cannot_change(const Visit& visit, const DraftView& view) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">This cannot be changed now</h1><p "
            "class=\"govuk-body\">This change of the rules is not being written. Take it back "
            "first, or begin another.</p>";
    return show(visit, {.title = "This cannot be changed now",
                        .main = std::move(main),
                        .back_href = change_path(view.row.draft.id)});
}

// What stands in the sheet's columns, in their order, for whoever prepares the rows.
Html columns_part(const SheetGrid& grid) {
    Html items;
    for (std::size_t at = 0; at < grid.columns.size(); ++at) {
        items << "<li>" << with_code(column_title(grid, at));
        if (column_title(grid, at) != grid.columns[at].heading) {
            items << ": <code>" << grid.columns[at].heading << "</code>";
        }
        items << "</li>";
    }
    return Html() << "<details class=\"govuk-details\"><summary class=\"govuk-details__summary\">"
                     "<span class=\"govuk-details__summary-text\">The columns in their order</span>"
                     "</summary><div class=\"govuk-details__text\"><ol class=\"govuk-list "
                     "govuk-list--number\">"
                  << items << "</ol></div></details>";
}

Html paste_fields(const Visit& visit, const DraftView& view, const SheetGrid& grid) {
    return Html() << hidden_field("revision", std::to_string(view.row.draft.revision))
                  << area_field(visit.form,
                                {.name = "rows",
                                 .label = "The rows",
                                 .hint = "Copy rows in your spreadsheet program and paste them "
                                         "here. The headings may come with them."},
                                paste_length_max, 10)
                  << radios_field(visit.form, {.name = "as",
                                               .legend = "What becomes of the rows that are there?",
                                               .choices = paste_choices(grid)});
}

Response paste_form(const Visit& visit, const DraftView& view, const SheetGrid& grid,
                    const Html& preview = {}) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.draft.title << ", " << sheet_title(grid)
         << "</p><h1 class=\"govuk-heading-l\">Paste rows from a spreadsheet</h1>" << preview
         << columns_part(grid) << form_open(visit, paste_path(view, grid))
         << paste_fields(visit, view, grid) << "<div class=\"govuk-button-group\">"
         << govuk::Button{.text = "See what would change", .name = "act", .value = "see"};
    if (!preview.empty()) {
        main << govuk::Button{.text = "Keep these rows",
                              .name = "act",
                              .value = "keep",
                              .classes = "govuk-button--secondary"};
    }
    main << "</div>" << form_close();
    return show(visit, {.title = "Paste rows into " + sheet_title(grid),
                        .main = std::move(main),
                        .back_href = sheet_path(view.row.draft.id, grid.name),
                        .is_wide = true});
}

Result<Response> paste_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    TRY(const SheetGrid grid, policy::sheet_grid(view.files, visit.word("sheet")));
    if (!view.powers.save) {
        return cannot_change(visit, view);
    }
    visit.form.fill("as", "merge");
    return paste_form(visit, view, grid);
}

// The sentence of a refusal with its place: "Row 3, cell 2: ..."
std::string with_place(const Error& error) {
    std::string place = error.place;
    if (place.empty()) {
        return error.message;
    }
    place[0] =
        static_cast<char>(place[0] >= 'a' && place[0] <= 'z' ? place[0] - 'a' + 'A' : place[0]);
    return place + ": " + error.message;
}

// Refuses a save beside a field. When somebody saved in between the form is shown with the newest
// revision, and what was typed stands in it.
void refuse_save(Visit& visit, const Error& error, const std::string& field) {
    visit.form.refuse(field,
                      error.code == "rules.changed_meanwhile"
                          ? "Somebody saved this change after you opened the page. What you "
                            "gave is still here. Look at what would change now, then keep it."
                          : error.message);
}

Html preview_of(const DraftView& view, const policy::Files& files) {
    const auto changes = policy::difference(view.files, files);
    const CheckedRules rules = check_rules(view.row.draft.package, files);
    return Html() << "<div role=\"status\"><h2 class=\"govuk-heading-m\">What would change</h2><p "
                     "class=\"govuk-body\">"
                  << counted_changes(changes) << ". " << counted_faults(rules.faults.size())
                  << " then. Nothing is kept yet.</p></div>"
                  << difference_part(changes, changes_shown_max)
                  << fault_list(rules, view.row.draft.id);
}

Result<Response> paste_act(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(DraftView view, casework::see_draft(visit.desk, draft));
    TRY(SheetGrid grid, policy::sheet_grid(view.files, visit.word("sheet")));
    if (!view.powers.save) {
        return cannot_change(visit, view);
    }
    const auto as = visit.form.choice("as", {"merge", "add", "replace"},
                                      "Choose what becomes of the rows that are there");
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    const auto pasted = policy::read_pasted_rows(visit.form.value("rows"), grid);
    if (!pasted) {
        visit.form.refuse("rows", with_place(pasted.error()));
    }
    if (!visit.form.is_good()) {
        return paste_form(visit, view, grid);
    }
    const auto files =
        policy::with_sheet_grid(view.files, policy::with_pasted(grid, *pasted, paste_as(*as)));
    if (!files) {
        visit.form.refuse("rows", with_place(files.error()));
        return paste_form(visit, view, grid);
    }
    if (visit.form.value("act") != "keep") {
        return paste_form(visit, view, grid, preview_of(view, *files));
    }
    const Outcome saved = casework::save_draft(visit.desk, draft, *revision, *files);
    if (saved) {
        return redirect(sheet_path(draft, grid.name) + "?saved=yes");
    }
    refuse_save(visit, saved.error(), "rows");
    TRY(view, casework::see_draft(visit.desk, draft));
    return paste_form(visit, view, grid);
}

// --- the workbook --------------------------------------------------------------------------------

std::string workbook_path(const DraftView& view) {
    return change_path(view.row.draft.id) + "/workbook";
}

Response workbook_form(const Visit& visit, const DraftView& view) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.row.draft.title
         << "</p><h1 class=\"govuk-heading-l\">In a spreadsheet program</h1><p "
            "class=\"govuk-body\">The workbook holds every sheet: figures, questions, streams, "
            "cases and each table. Change the rows, not the headings. Then send it back.</p><p "
            "class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << workbook_path(view) << ".xlsx\">Take the workbook (XLSX)</a></p>";
    if (view.powers.save) {
        main << form_open_upload(visit, workbook_path(view))
             << hidden_field("revision", std::to_string(view.row.draft.revision))
             << upload_field(visit.form, {.name = "workbook",
                                          .label = "The changed workbook",
                                          .hint = "An XLSX file of at most 10 MB"})
             << submit_button("Keep what it says") << form_close();
    }
    return show(visit, {.title = "In a spreadsheet program",
                        .main = std::move(main),
                        .back_href = change_path(view.row.draft.id)});
}

Result<Response> workbook_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    return workbook_form(visit, view);
}

Result<Response> workbook_file(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    TRY(const base::Workbook workbook, policy::sheets_of(view.files));
    TRY(std::string bytes, base::write_xlsx(workbook));
    return download(
        view.row.draft.package + "-" + std::to_string(view.row.draft.revision) + ".xlsx",
        std::string(workbook_type), std::move(bytes));
}

Result<policy::Files> files_from(const DraftView& view, const std::string& bytes) {
    TRY(const base::Workbook workbook, base::read_xlsx(bytes));
    return policy::with_sheets(view.files, workbook);
}

Result<Response> workbook_act(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(const DraftView view, casework::see_draft(visit.desk, draft));
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    const Upload* upload = visit.request.upload("workbook");
    if (upload == nullptr || upload->bytes.empty()) {
        visit.form.refuse("workbook", "Choose the workbook you changed");
    }
    if (visit.form.is_good()) {
        const auto files = files_from(view, upload->bytes);
        if (!files) {
            visit.form.refuse("workbook", with_place(files.error()));
            return workbook_form(visit, view);
        }
        const Outcome saved = casework::save_draft(visit.desk, draft, *revision, *files);
        if (saved) {
            return redirect(change_path(draft));
        }
        visit.form.refuse(
            "workbook",
            saved.error().code == "rules.changed_meanwhile"
                ? "Somebody saved this change after you took the workbook. Take it again, put your "
                  "rows into it and send that, so that nobody’s rows are lost."
                : saved.error().message);
    }
    return workbook_form(visit, view);
}

const Route routes[] = {
    {GET, "/rules/changes/{draft}/sheets/{sheet}/paste", may::change_rules, paste_page,
     "Rows from a spreadsheet, pasted into a sheet of a change of the rules"},
    {POST, "/rules/changes/{draft}/sheets/{sheet}/paste", may::change_rules, paste_act,
     "Shows what pasted rows would change, or keeps them"},
    {GET, "/rules/changes/{draft}/workbook", may::see_rule_changes, workbook_page,
     "A change of the rules in a spreadsheet program"},
    {GET, "/rules/changes/{draft}/workbook.xlsx", may::see_rule_changes, workbook_file,
     "A change of the rules as a workbook"},
    {POST,
     "/rules/changes/{draft}/workbook",
     may::change_rules,
     workbook_act,
     "Keeps what a changed workbook says",
     {},
     Intake::upload},
};

}  // namespace

std::span<const Route> rule_paste_routes() {
    return routes;
}

}  // namespace web
