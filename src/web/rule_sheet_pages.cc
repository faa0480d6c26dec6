#include "web/rule_sheet_pages.h"

#include <algorithm>

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/see_rules.h"
#include "govuk/button.h"
#include "govuk/notification_banner.h"
#include "govuk/pagination.h"
#include "policy/explain.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/rule_faults.h"
#include "web/rules_words.h"
#include "web/sheet_form.h"

namespace web {

namespace {

using casework::DraftView;
using policy::SheetGrid;

// What a page of a sheet shows beside the rows themselves.
struct SheetState {
    const DraftView& view;
    const SheetGrid& grid;      // as it is kept
    const CheckedRules& rules;  // of what the fields say, when they were checked; else as kept
    std::string done = {};      // what was done with the rows just now, in words
    bool is_saved = false;
};

std::size_t pages_of(const SheetGrid& grid) {
    return std::max<std::size_t>(1, (grid.rows.size() + rows_of_page - 1) / rows_of_page);
}

// A number of the query, from 1; nothing when it is none.
std::optional<std::size_t> number_asked(const Visit& visit, std::string_view name) {
    const std::string text = visit.query(name);
    if (text.empty() || text.size() > 6 ||
        text.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const std::size_t number = std::stoul(text);
    return number == 0 ? std::nullopt : std::optional(number);
}

std::string page_href(const DraftView& view, const SheetGrid& grid, std::size_t page) {
    return sheet_path(view.row.draft.id, grid.name) + "?page=" + std::to_string(page);
}

Html pages_part(const DraftView& view, const SheetGrid& grid, std::size_t current) {
    const std::size_t pages = pages_of(grid);
    if (pages < 2) {
        return {};
    }
    govuk::Pagination links{.landmark_label = "Pages of the sheet"};
    if (current > 1) {
        links.previous.href = page_href(view, grid, current - 1);
    }
    if (current < pages) {
        links.next.href = page_href(view, grid, current + 1);
    }
    std::size_t last = 0;
    for (std::size_t page = 1; page <= pages; ++page) {
        const bool is_near = page + 1 >= current && page <= current + 1;
        if (page != 1 && page != pages && !is_near) {
            continue;
        }
        if (page > last + 1) {
            links.items.push_back({.ellipsis = true});
        }
        last = page;
        links.items.push_back({.number = std::to_string(page),
                               .href = page_href(view, grid, page),
                               .current = page == current});
    }
    return Html() << links;
}

// Each gap of this table, with the row that closes it and a button that adds it.
Html gaps_part(const SheetState& state) {
    Html html;
    std::size_t number = 0;
    for (const PlacedFault& each : state.rules.faults) {
        if (each.place.sheet != state.grid.name) {
            continue;
        }
        const auto row = policy::missing_row(each.fault, state.grid);
        if (!row) {
            continue;
        }
        html << "<p class=\"govuk-body\">This rule is missing:</p><ul class=\"govuk-list "
                "govuk-list--bullet\">";
        for (std::size_t column = 0; column < row->cells.size(); ++column) {
            if (!row->cells[column].empty()) {
                html << "<li>" << with_code(column_title(state.grid, column)) << ": <code>"
                     << row->cells[column] << "</code></li>";
            }
        }
        html << "</ul><button class=\"govuk-button govuk-button--secondary\" name=\"act\" "
                "value=\"gap:"
             << number++ << "\">Add this row</button>";
    }
    return html;
}

// How the checks stand; a script puts it anew while somebody writes.
Html checks_part(const SheetState& state) {
    const std::size_t here = state.rules.count_in(state.grid.name);
    const std::size_t all = state.rules.faults.size();
    std::string said =
        here == 0 ? "No fault in this sheet" : base::counted(here, "fault") + " in this sheet";
    said += all == here ? "." : ". " + base::counted(all - here, "fault") + " elsewhere.";
    return Html() << "<h2 class=\"govuk-heading-s\">Checks</h2><p class=\"govuk-body\" "
                     "id=\"op-sheet-said\" role=\"status\">"
                  << said << "</p><div id=\"op-sheet-checks\">"
                  << fault_list(state.rules, state.view.row.draft.id, state.grid.name)
                  << gaps_part(state) << "</div>";
}

Html ways_part(const SheetState& state, std::size_t first) {
    const DraftId draft = state.view.row.draft.id;
    const std::string path = sheet_path(draft, state.grid.name);
    return Html() << "<ul class=\"govuk-list op-links\"><li><a class=\"govuk-link\" href=\"" << path
                  << "/paste\">Paste rows from a spreadsheet</a></li><li><a class=\"govuk-link\" "
                     "href=\""
                  << path << "?row=" << (first + 1)
                  << "\">Change one row at a time</a></li><li><a class=\"govuk-link\" href=\""
                  << change_path(draft)
                  << "/checks\">All checks</a></li><li><a "
                     "class=\"govuk-link\" href=\""
                  << change_path(draft) << "/cases\">Run the cases</a></li></ul>";
}

// From one row to the next, where rows are shown one at a time.
Html rows_nearby(const SheetState& state, const SheetForm& sheet) {
    const std::string path = sheet_path(state.view.row.draft.id, state.grid.name);
    const std::size_t row = sheet.edited.first + 1;
    govuk::Pagination links{.landmark_label = "Rows of the sheet"};
    if (row > 1) {
        links.previous = {.href = path + "?row=" + std::to_string(row - 1), .text = "Row before"};
    }
    if (row < state.grid.rows.size()) {
        links.next = {.href = path + "?row=" + std::to_string(row + 1), .text = "Next row"};
    }
    return Html() << links << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
                  << sheet_path(state.view.row.draft.id, state.grid.name, row - 1)
                  << "\">All rows of this page</a></p>";
}

// The rows as words, where nothing can be changed.
Html read_part(const SheetGrid& grid, const SheetForm& sheet) {
    FoldingTable table{
        .caption = sheet_title(grid), .columns = {{"Row"}}, .rows = {}, .hide_caption = true};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        table.columns.push_back({policy::name_in_words(column_title(grid, column))});
    }
    for (std::size_t at = 0; at < sheet.edited.rows.size(); ++at) {
        std::vector<govuk::Content> cells = {{.text = std::to_string(sheet.edited.first + at + 1)}};
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            cells.push_back({.html = in_cell(with_code(sheet.edited.rows[at].row.cells[column]))});
        }
        table.rows.push_back(std::move(cells));
    }
    return Html() << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Rows of "
                  << sheet_title(grid) << "\">" << folding_table(table) << "</div>";
}

Response sheet_page_of(const Visit& visit, const SheetState& state, const SheetForm& sheet) {
    const DraftId draft = state.view.row.draft.id;
    const std::size_t page = sheet.edited.first / rows_of_page + 1;
    Html main;
    main << "<p class=\"govuk-caption-l\">" << state.view.row.draft.title
         << "</p><h1 class=\"govuk-heading-l\">" << sheet_title(state.grid)
         << "</h1><p class=\"govuk-body\">" << sheet_purpose(state.grid) << "</p>";
    if (state.is_saved) {
        main << govuk::NotificationBanner{
            .text = "Saved. " + counted_faults(state.rules.faults.size()) + " in these rules.",
            .type = "success"};
    }
    if (!state.done.empty()) {
        main << "<div class=\"govuk-inset-text\" role=\"status\">" << state.done << "</div>";
    }
    if (!state.view.powers.save) {
        main << "<p class=\"govuk-body\">This change is not being written, so its rows can only be "
                "read.</p>"
             << read_part(state.grid, sheet) << pages_part(state.view, state.grid, page);
    } else {
        main << ways_part(state, sheet.edited.first)
             << form_open(visit, sheet_path(draft, state.grid.name))
             << "<div class=\"govuk-button-group\" data-sheet>"
             << govuk::Button{.text = "Save", .name = "act", .value = "save", .id = "save"}
             << govuk::Button{.text = "Check now",
                              .name = "act",
                              .value = "check",
                              .classes = "govuk-button--secondary"}
             << "</div>" << checks_part(state) << sheet_fields(visit.form, state.grid, sheet)
             << "<button class=\"govuk-button\" name=\"act\" value=\"save\">Save<span "
                "class=\"govuk-visually-hidden\"> all rows shown</span></button>"
             << form_close()
             << (sheet.is_card ? rows_nearby(state, sheet)
                               : pages_part(state.view, state.grid, page));
    }
    return show(visit, {.title = sheet_title(state.grid) + ": " + state.view.row.draft.title,
                        .main = std::move(main),
                        .back_href = change_path(draft),
                        .is_wide = true});
}

void put_faults(SheetForm& sheet, const CheckedRules& rules, const SheetGrid& grid) {
    // Rows of nothing are not kept: faults are counted without them.
    std::vector<std::size_t> shown;
    for (std::size_t at = 0; at < sheet.edited.rows.size(); ++at) {
        const auto& cells = sheet.edited.rows[at].row.cells;
        if (!std::all_of(cells.begin(), cells.end(), [](const auto& c) { return c.empty(); })) {
            shown.push_back(at);
        }
    }
    sheet.faults = faults_of_rows(rules, grid.name, sheet.edited.first, shown.size());
    for (CellFault& fault : sheet.faults) {
        fault.row = shown[fault.row];
    }
}

Result<Response> sheet_page(Visit& visit) {
    TRY(const DraftView view, casework::see_draft(visit.desk, visit.id<DraftId>("draft")));
    TRY(const SheetGrid grid, policy::sheet_grid(view.files, visit.word("sheet")));
    const CheckedRules rules = check_rules(view.row.draft.package, view.files);
    const auto row = number_asked(visit, "row");
    const std::size_t page = std::min(number_asked(visit, "page").value_or(1), pages_of(grid));
    SheetForm sheet =
        row && !grid.rows.empty()
            ? sheet_form_of(grid, std::min(*row, grid.rows.size()) - 1, 1, view.row.draft.revision)
            : sheet_form_of(grid, (page - 1) * rows_of_page, rows_of_page, view.row.draft.revision);
    sheet.is_card = row.has_value();
    put_faults(sheet, rules, grid);
    return sheet_page_of(
        visit,
        {.view = view, .grid = grid, .rules = rules, .is_saved = visit.query("saved") == "yes"},
        sheet);
}

// Somebody saved since the page was made: both people's rows, and what to do.
Response changed_meanwhile(Visit& visit, const DraftView& view, const SheetGrid& grid,
                           const SheetForm& sent) {
    const policy::Rebased rebased = policy::rebase(grid, sent.edited, sent.before);
    SheetForm sheet =
        sheet_form_of(grid, rebased.edited.first, rebased.edited.count, view.row.draft.revision);
    sheet.edited = rebased.edited;
    sheet.is_card = sent.is_card && sheet.edited.rows.size() == 1;
    visit.form = Form();  // the rows stand elsewhere now
    visit.form.refuse("save", view.row.saved_by +
                                  " saved this change after you opened the page. Your rows are "
                                  "below, over the newest ones. Read them, then save again.");
    for (const std::size_t row : rebased.without_original) {
        visit.form.refuse("r" + std::to_string(row),
                          "Somebody changed or took out the row this one was. This is what you "
                          "typed. Keep it, or take it out.");
    }
    const CheckedRules rules = check_rules(view.row.draft.package, view.files);
    return sheet_page_of(visit, {.view = view, .grid = grid, .rules = rules}, sheet);
}

// The rows of the whole sheet as the form says, with the row that closes a gap when it is asked.
Result<SheetGrid> grid_sent(const DraftView& view, const SheetGrid& grid, const SheetForm& sent,
                            const SheetAct& act) {
    TRY(SheetGrid changed, policy::with_edited(grid, sent.edited));
    if (act.what != "gap") {
        return changed;
    }
    TRY(const policy::Files files, policy::with_sheet_grid(view.files, changed));
    std::size_t number = 0;
    for (const PlacedFault& each : check_rules(view.row.draft.package, files).faults) {
        const auto row =
            each.place.sheet == grid.name ? policy::missing_row(each.fault, grid) : std::nullopt;
        if (row && number++ == act.at) {
            changed.rows.push_back(*row);
            return changed;
        }
    }
    return changed;
}

Result<Response> sheet_act(Visit& visit) {
    const DraftId draft = visit.id<DraftId>("draft");
    TRY(DraftView view, casework::see_draft(visit.desk, draft));
    TRY(SheetGrid grid, policy::sheet_grid(view.files, visit.word("sheet")));
    TRY(SheetForm sent, read_sheet_form(visit.form, grid));
    if (sent.revision != view.row.draft.revision) {
        return changed_meanwhile(visit, view, grid, sent);
    }
    const SheetAct act = read_sheet_act(visit.form);
    const CheckedRules kept = check_rules(view.row.draft.package, view.files);
    if (std::string done = change_rows(sent, grid, act); !done.empty()) {
        visit.form = Form();
        return sheet_page_of(
            visit, {.view = view, .grid = grid, .rules = kept, .done = std::move(done)}, sent);
    }
    if (!visit.form.is_good()) {
        return sheet_page_of(visit, {.view = view, .grid = grid, .rules = kept}, sent);
    }
    TRY(const SheetGrid changed, grid_sent(view, grid, sent, act));
    const Result<policy::Files> files = policy::with_sheet_grid(view.files, changed);
    if (!files) {
        visit.form.refuse(files.error(), {}, "save");
        return sheet_page_of(visit, {.view = view, .grid = grid, .rules = kept}, sent);
    }
    if (act.what == "check") {
        const CheckedRules rules = check_rules(view.row.draft.package, *files);
        put_faults(sent, rules, grid);
        return sheet_page_of(
            visit,
            {.view = view, .grid = grid, .rules = rules, .done = "Checked. Nothing is saved yet."},
            sent);
    }
    const Outcome saved = casework::save_draft(visit.desk, draft, sent.revision, *files);
    if (saved) {
        const std::size_t row = act.what == "gap" ? changed.rows.size() - 1 : sent.edited.first;
        const std::string path = sheet_path(draft, grid.name);
        return redirect(sent.is_card ? path + "?row=" + std::to_string(row + 1) + "&saved=yes"
                                     : path + "?page=" + std::to_string(row / rows_of_page + 1) +
                                           "&saved=yes");
    }
    if (saved.error().code == "rules.changed_meanwhile") {
        TRY(view, casework::see_draft(visit.desk, draft));
        TRY(grid, policy::sheet_grid(view.files, visit.word("sheet")));
        return changed_meanwhile(visit, view, grid, sent);
    }
    visit.form.refuse(saved.error(), {}, "save");
    return sheet_page_of(visit, {.view = view, .grid = grid, .rules = kept}, sent);
}

const Route routes[] = {
    {GET,
     "/rules/changes/{draft}/sheets/{sheet}",
     may::see_rule_changes,
     sheet_page,
     "One sheet of a change of the rules, its rows as fields",
     {"page", "row", "saved"}},
    {POST, "/rules/changes/{draft}/sheets/{sheet}", may::change_rules, sheet_act,
     "Checks or saves the rows of a sheet"},
};

}  // namespace

std::span<const Route> rule_sheet_routes() {
    return routes;
}

}  // namespace web
