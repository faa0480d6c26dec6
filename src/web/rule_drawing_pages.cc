#include "web/rule_drawing_pages.h"

#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/button.h"
#include "policy/difference.h"
#include "policy/explain.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"

namespace web {

namespace {

using casework::DraftView;

constexpr std::size_t file_bytes_max = std::size_t{900} * 1024;

// Gives the file of the path. Refuses: web.not_found.
Result<std::string> file_in_path(const Visit& visit, const DraftView& view) {
    std::string file = visit.word("file");
    if (!file.ends_with(".dmn") || !view.files.contains(file)) {
        return Error{"web.not_found",
                     "These rules have no such drawing. Open the change and choose again."};
    }
    return file;
}

Html tables_of_file(const DraftView& view, const std::string& file) {
    const auto grids = policy::sheet_grids(view.files);
    Html items;
    if (grids) {
        for (const policy::SheetGrid& grid : *grids) {
            if (grid.file == file) {
                items << "<li><a class=\"govuk-link\" href=\""
                      << sheet_path(view.row.draft.id, grid.name) << "\">" << sheet_title(grid)
                      << "</a></li>";
            }
        }
    }
    return items.empty() ? items : Html() << "<ul class=\"govuk-list\">" << items << "</ul>";
}

Response drawing_page_of(const Visit& visit, const DraftView& view, const std::string& file,
                         const std::string& bytes) {
    const std::string path = change_path(view.row.draft.id) + "/drawings/" + file;
    const std::string name = policy::name_in_words(file.substr(0, file.size() - 4));
    Html main;
    main
        << "<p class=\"govuk-caption-l\">" << view.row.draft.title
        << "</p><h1 class=\"govuk-heading-l\">The decisions of “" << name
        << "” as a drawing</h1><p class=\"govuk-body\">The drawing is made by dmn-js, an editor of "
           "bpmn.io. The same rules stand in these tables, which need no drawing:</p>"
        << tables_of_file(view, file)
        << "<p class=\"govuk-body\" id=\"op-drawing-said\" role=\"status\">The drawing needs "
           "scripts, and they do not run here. Use the tables instead.</p>"
        << "<div id=\"op-drawing\" class=\"op-drawing\" role=\"region\" aria-label=\"Drawing\" "
           "hidden></div>"
        << form_open(visit, path)
        << hidden_field("revision", std::to_string(view.row.draft.revision))
        << "<input type=\"hidden\" id=\"op-drawing-file\" name=\"dmn\" value=\"" << bytes << "\">";
    if (view.powers.save) {
        main << "<div id=\"op-drawing-save\" hidden>"
             << govuk::Button{.text = "Save the drawing",
                              .prevent_double_click = true,
                              .id = "save"}
             << "</div>";
    }
    main << form_close();
    Response response = show(visit, {.title = "Drawing of the decisions",
                                     .main = std::move(main),
                                     .back_href = change_path(view.row.draft.id),
                                     .is_wide = true});
    response.shows_drawing = true;
    return response;
}

Result<Response> drawing_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    TRY(const std::string file, file_in_path(visit, view));
    return drawing_page_of(visit, view, file, view.files.at(file));
}

Result<Response> save_drawing(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(DraftView view, casework::see_draft(visit.desk, draft));
    TRY(const std::string file, file_in_path(visit, view));
    const auto revision = visit.form.whole("revision", 1, 1'000'000'000, "Open this page again");
    // Browsers send CR LF for every line end of a form.
    std::string bytes = visit.form.value("dmn");
    bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    policy::Files files = view.files;
    // An editor writes XML in its own way: what says the same stays as it was.
    if (!policy::says_the_same(file, files[file], bytes)) {
        files[file] = bytes;
    }
    if (bytes.size() > file_bytes_max) {
        visit.form.refuse("save", "The drawing is too large to be kept.");
    } else if (const auto tables = policy::read_table_grids(file, bytes); !tables) {
        visit.form.refuse("save", "This is no DMN file: " + tables.error().message);
    }
    if (visit.form.is_good()) {
        const Outcome saved = casework::save_draft(visit.desk, draft, *revision, files);
        if (saved) {
            return redirect(change_path(draft));
        }
        std::string message = saved.error().message;
        if (saved.error().code == "rules.changed_meanwhile") {
            TRY(view, casework::see_draft(visit.desk, draft));
            message = view.row.saved_by +
                      " saved this change after you opened the drawing. Yours is still here. Save "
                      "again to put it in the place of this file as it is now.";
        }
        visit.form.refuse("save", message);
    }
    return drawing_page_of(visit, view, file, bytes);
}

const Route routes[] = {
    {GET, "/rules/changes/{draft}/drawings/{file}", may::see_rule_changes, drawing_page,
     "The decisions of a change of the rules as a drawing, in an editor of DMN"},
    {POST, "/rules/changes/{draft}/drawings/{file}", may::change_rules, save_drawing,
     "Saves a drawing into a change of the rules"},
};

}  // namespace

std::span<const Route> rule_drawing_routes() {
    return routes;
}

}  // namespace web
