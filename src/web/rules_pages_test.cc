// The rules are changed in a browser: begun, written in its sheets, checked, proposed, and
// published by a second person; what two people type at once is never lost.

#include "web/rules_pages.h"

#include <gtest/gtest.h>

#include "base/xlsx.h"
#include "casework/rules_for_tests.h"
#include "policy/package_sheets.h"
#include "web/browser_for_tests.h"
#include "web/sheet_form.h"

namespace web {
namespace {

// Meals to publish (the second version here), their table with an id and its rules with ids, by
// which an editor knows them.
policy::Files meals() {
    policy::Files files = casework::meals_to_publish();
    casework::replace_in(files, "food.dmn", "<decisionTable", "<decisionTable id=\"counts\"");
    std::string& bytes = files.at("food.dmn");
    std::size_t at = 0;
    for (int number = 1; (at = bytes.find("<rule>", at)) != std::string::npos; ++number) {
        bytes.replace(at, 6, "<rule id=\"rule_" + std::to_string(number) + "\">");
    }
    return files;
}

class RulesPages : public BrowsingIn<casework::RulesCouncil> {
protected:
    void SetUp() override {
        BrowsingIn::SetUp();
        today_ = "2010-05-03";
        desk_of_request_ = [this] { return at({}, today_); };
        on_disk(meals(), "2010-04-20");
        sign_in(hanna_);
    }

    // Begins a change and gives its address.
    std::string begin(const std::string& title = "Meals cost more") {
        const Response begun = fill_in("/rules/meals", "/rules/meals", {{"title", title}});
        EXPECT_EQ(begun.status, 303) << begun.body;
        return location(begun);
    }
    static DraftId draft_of(const std::string& change) {
        return *DraftId::parse(change.substr(change.rfind('/') + 1));
    }
    policy::Files files_of(const std::string& change) {
        casework::Desk looking = at(hanna_, today_);
        return casework::see_draft(looking, draft_of(change))->files;
    }
    std::string cell(const std::string& change, const std::string& sheet, std::size_t row,
                     std::size_t column) {
        return policy::sheet_grid(files_of(change), sheet)->rows.at(row).cells.at(column);
    }

    // The fields of the form of a sheet as the page shows them, with cells typed over.
    static std::vector<Field> typed(const Response& page,
                                    const std::map<std::string, std::string>& over,
                                    const std::string& act) {
        std::vector<Field> fields;
        const std::string& html = page.body;
        const std::size_t from = html.find("name=\"revision\"");
        for (std::size_t at = from == std::string::npos ? html.size() : from - 20;
             (at = html.find(" name=\"", at)) != std::string::npos; ++at) {
            const std::string name = inside(html, at + 7);
            const std::size_t end = html.find('>', at);
            const std::string tag = html.substr(at, end - at);
            std::string value;
            if (name == "act" || name == "csrf" || name == "request") {
                continue;
            }
            if (const std::size_t set = tag.find(" value=\""); set != std::string::npos) {
                value = plain(inside(tag, set + 8));
            } else if (html.compare(end, 2, ">\n") == 0) {
                value = plain(html.substr(end + 2, html.find("</textarea>", end) - end - 2));
            } else if (const std::size_t chosen = html.find(" selected", end);
                       chosen < html.find("</select>", end)) {
                const std::size_t option = html.rfind("value=\"", chosen);
                value = plain(inside(html, option + 7));
            }
            const auto other = over.find(name);
            fields.push_back({name, other == over.end() ? value : other->second});
        }
        fields.push_back({"act", act});
        return fields;
    }
    // Opens a sheet, types into it and presses a button.
    Response write(const std::string& change, const std::string& sheet,
                   const std::map<std::string, std::string>& over,
                   const std::string& act = "save") {
        const std::string path = change + "/sheets/" + sheet;
        return post(path, typed(get(path), over, act));
    }
    // Makes five meals dearer from June 2010 on, with the cases that go with it.
    void write_dearer(const std::string& change) {
        EXPECT_EQ(write(change, "parameters", {{"r0c3", "5.00"}}).status, 303);
        EXPECT_EQ(fill_in(change + "/sheets/cases/paste", change + "/sheets/cases/paste",
                          {{"revision", "2"},
                           {"as", "merge"},
                           {"act", "keep"},
                           {"rows",
                            "five,2010-05-01,expect,meals_weekly,25.00,\n"
                            "all,2010-05-01,expect,meals_weekly,35.00,"}})
                      .status,
                  303);
    }

private:
    static std::string inside(const std::string& text, std::size_t from) {
        return text.substr(from, text.find('"', from) - from);
    }
    static std::string plain(std::string text) {
        for (const auto& [entity, letter] : {std::pair{"&lt;", "<"},
                                             {"&gt;", ">"},
                                             {"&#34;", "\""},
                                             {"&quot;", "\""},
                                             {"&#39;", "'"},
                                             {"&amp;", "&"}}) {
            for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at) {
                text.replace(at, std::string_view(entity).size(), letter);
            }
        }
        return text;
    }
};

TEST_F(RulesPages, row_7_a_change_is_written_proposed_and_published_by_a_second_person) {
    EXPECT_TRUE(says(get("/rules"), "Meals in Brookmere"));
    const std::string change = begin();
    write_dearer(change);
    const Response overview = get(change);
    EXPECT_TRUE(says(overview, "3 changes: 3 changed. No fault.")) << overview.body;
    EXPECT_TRUE(says(overview, "Propose this change"));
    EXPECT_TRUE(says(get(change + "/cases"), "All 4 cases hold"));
    const Response effects = get(change + "/effects");
    EXPECT_TRUE(says(effects, "Nobody with an open record has answered")) << effects.body;

    const std::vector<Field> proposal = {{"revision", "3"},
                                         {"from-day", "1"},
                                         {"from-month", "6"},
                                         {"from-year", "2010"},
                                         {"reason", "Food costs more."}};
    EXPECT_TRUE(says(fill_in(change + "/propose", change + "/propose", {{"revision", "3"}}),
                     "Enter the first day"));
    EXPECT_EQ(location(fill_in(change + "/propose", change + "/propose", proposal)), change);
    EXPECT_TRUE(says(get(change), "Take it back to go on writing"));
    EXPECT_EQ(fill_in(change, change + "/publish", {{"revision", "3"}}).status, 403);

    sign_in(idris_);
    EXPECT_TRUE(says(get(change), "Read it and decide"));
    const Response reading = get(change + "/decide");
    EXPECT_TRUE(says(reading, "Food costs more.")) << reading.body;
    EXPECT_TRUE(says(reading, "All 4 cases hold."));
    EXPECT_TRUE(says(reading, "5.00"));
    EXPECT_EQ(location(post(change + "/publish", {{"revision", "3"}})), change + "/published");
    EXPECT_TRUE(says(get(change + "/published"), "Version 3 is published"));
    EXPECT_EQ(five_meals("2010-05-31"), "21.25");
    EXPECT_EQ(five_meals("2010-06-01"), "25");
    const Response version = get("/rules/meals/versions/3");
    EXPECT_TRUE(says(version, "Proposed by Hanna Berg, published by Idris Cole"));
    EXPECT_TRUE(says(version, "What differs from the version before"));
    EXPECT_EQ(get("/rules/meals/versions/4").status, 404);
    sign_out();
    const Response open = get("/how-allocation-works/meals");
    EXPECT_TRUE(says(open, "Versions of these rules in Wendlebury Council")) << open.body;
    EXPECT_TRUE(says(open, "Food costs more."));
    EXPECT_FALSE(says(open, "Hanna Berg"));
    sign_in(hanna_);
    EXPECT_EQ(get("/rules/meals/versions/two").status, 404);
}

TEST_F(RulesPages, row_7_nobody_publishes_her_own_change_and_a_change_can_be_sent_back) {
    sign_in(both_);
    const std::string change = begin();
    write_dearer(change);
    fill_in(change + "/propose", change + "/propose",
            {{"revision", "3"},
             {"from-day", "1"},
             {"from-month", "6"},
             {"from-year", "2010"},
             {"reason", "Food costs more."}});
    const Response own = get(change + "/decide");
    EXPECT_TRUE(says(own, "omebody else")) << own.body;
    EXPECT_EQ(post(change + "/publish", {{"revision", "3"}}).status, 422);
    sign_in(idris_);
    get(change + "/decide");
    EXPECT_TRUE(
        says(post(change + "/send-back", {{"back", ""}}), "Write what has to be different"));
    EXPECT_EQ(location(post(change + "/send-back", {{"back", "Say who agreed it."}})), change);
    sign_in(both_);
    EXPECT_TRUE(says(get(change), "Sent back to be changed: Say who agreed it."));
    EXPECT_EQ(five_meals("2010-06-01"), "21.25");
}

TEST_F(RulesPages, only_those_who_may_see_changes_of_rules_come_in) {
    const std::string change = begin();
    const AccountId auditor = staff_account("Alice Audit", {people::Role::auditor});
    for (const std::string& page :
         {std::string("/rules"), std::string("/rules/meals"), change, change + "/sheets/parameters",
          change + "/workbook.xlsx", change + "/drawings/food.dmn", change + "/effects"}) {
        sign_in(worker_);
        EXPECT_EQ(get(page).status, 403) << page;
        sign_in(auditor);
        EXPECT_EQ(get(page).status, 200) << page;
    }
    EXPECT_FALSE(says(get(change + "/sheets/parameters"), "<input type=\"text\""));
    EXPECT_EQ(get(change + "/sheets/parameters/paste").status, 403);
}

TEST_F(RulesPages, row_7_a_sheet_names_each_field_by_its_column_and_row) {
    const std::string change = begin();
    const Response page = get(change + "/sheets/parameters");
    EXPECT_TRUE(says(page, "<span id=\"c3\">Value</span>")) << page.body;
    EXPECT_TRUE(says(page, "<span id=\"r0\">Row 1</span>"));
    EXPECT_TRUE(says(page, "id=\"r0c3\" name=\"r0c3\" aria-labelledby=\"c3 r0\""));
    EXPECT_TRUE(says(page, "<option value=\"published\" selected>"));
    const Response one = get(change + "/sheets/parameters?row=2");
    EXPECT_TRUE(says(one, "<span id=\"r0\">Row 2</span>"));
    EXPECT_FALSE(says(one, "Row 1<"));
    EXPECT_EQ(get(change + "/sheets/nothing").status, 404);
    EXPECT_EQ(get(change + "/sheets/parameters?page=99").status, 200);
}

TEST_F(RulesPages, row_7_a_saved_cell_is_kept_and_nothing_else_changes) {
    const std::string change = begin();
    const policy::Files before = files_of(change);
    for (const char* sheet : {"parameters", "questionnaire", "streams", "cases", "counts"}) {
        EXPECT_EQ(write(change, sheet, {}).status, 303) << sheet;
        EXPECT_EQ(files_of(change), before) << sheet;
    }
    EXPECT_TRUE(location(write(change, "counts", {{"r1c2", "Five <meals> & \"more\"."}}))
                    .ends_with("/sheets/counts?page=1&saved=yes"));
    EXPECT_EQ(cell(change, "counts", 1, 2), "Five <meals> & \"more\".");
    const policy::Files after = files_of(change);
    for (const auto& [file, bytes] : before) {
        EXPECT_EQ(after.at(file) == bytes, file != "food.dmn") << file;
    }
}

TEST_F(RulesPages, row_7_a_check_names_the_cell_and_saves_nothing) {
    const std::string change = begin();
    const policy::Files before = files_of(change);
    const Response checked = write(change, "parameters", {{"r1c3", "four"}}, "check");
    EXPECT_EQ(checked.status, 200);
    EXPECT_TRUE(says(checked, "id=\"r1c3-fault\"")) << checked.body;
    EXPECT_TRUE(says(checked, "aria-describedby=\"r1c3-fault\""));
    EXPECT_TRUE(says(checked, "1 fault in this sheet."));
    EXPECT_TRUE(says(checked, "value=\"four\""));
    EXPECT_EQ(files_of(change), before);
    // Saved it is a fault of the draft, and the overview leads to it; it cannot be proposed.
    EXPECT_EQ(write(change, "parameters", {{"r1c3", "four"}}).status, 303);
    EXPECT_TRUE(says(get(change + "/checks"), "/sheets/parameters#r1c3"));
    EXPECT_FALSE(says(get(change), "Propose this change"));
    EXPECT_TRUE(says(get(change + "/cases"), "The cases cannot be run yet"));
    EXPECT_TRUE(says(get(change + "/effects"), "cannot be worked out"));
    const Response refused = fill_in(change + "/propose", change + "/propose",
                                     {{"revision", "2"},
                                      {"from-day", "1"},
                                      {"from-month", "6"},
                                      {"from-year", "2010"},
                                      {"reason", "Food costs more."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "Food costs more."));
}

TEST_F(RulesPages, row_7_rows_are_added_moved_and_taken_out_and_kept_when_saved) {
    const std::string change = begin();
    const std::string path = change + "/sheets/parameters";
    const policy::Files before = files_of(change);
    const Response added = write(change, "parameters", {}, "add:1");
    EXPECT_TRUE(says(added, "Row 3 is new.")) << added.body;
    EXPECT_EQ(files_of(change), before);
    EXPECT_EQ(post(path, typed(added,
                               {{"r2c0", "tea"},
                                {"r2c1", "Tea"},
                                {"r2c2", "GBP/week"},
                                {"r2c3", "1.00"},
                                {"r2c4", "2010-04-01"}},
                               "save"))
                  .status,
              303);
    EXPECT_EQ(cell(change, "parameters", 2, 0), "tea");
    const Response moved = write(change, "parameters", {}, "up:2");
    EXPECT_TRUE(says(moved, "Row 3 is now row 2."));
    post(path, typed(moved, {}, "save"));
    EXPECT_EQ(cell(change, "parameters", 1, 0), "tea");
    const Response out = write(change, "parameters", {}, "out:1");
    EXPECT_TRUE(says(out, "Row 2 is taken out here."));
    post(path, typed(out, {}, "save"));
    EXPECT_EQ(files_of(change), before);
}

TEST_F(RulesPages, row_7_a_gap_of_a_table_is_closed_by_one_press_and_the_rest_typed_is_kept) {
    const std::string change = begin();
    const std::string path = change + "/sheets/counts";
    const Response out = write(change, "counts", {}, "out:2");
    post(path, typed(out, {}, "save"));
    const Response gap = get(path);
    EXPECT_TRUE(says(gap, "This rule is missing:")) << gap.body;
    EXPECT_TRUE(says(gap, "&#34;seven&#34;") || says(gap, "&quot;seven&quot;")) << gap.body;
    EXPECT_EQ(post(path, typed(gap, {{"r0c2", "No meals at all."}}, "gap:0")).status, 303);
    EXPECT_EQ(cell(change, "counts", 2, 0), "\"seven\"");
    EXPECT_EQ(cell(change, "counts", 0, 2), "No meals at all.");
}

TEST_F(RulesPages, row_7_two_who_save_at_once_lose_nothing) {
    const std::string change = begin();
    const std::string path = change + "/sheets/parameters";
    const std::vector<Field> hers =
        typed(get(path), {{"r0c3", "4.30"}, {"r0c8", "Her note"}}, "save");
    sign_in(both_);
    EXPECT_EQ(write(change, "parameters", {{"r1c3", "4.60"}}).status, 303);
    sign_in(hanna_);
    get(path);
    const Response met = post(path, hers);
    EXPECT_EQ(met.status, 422);
    EXPECT_TRUE(says(met, "Bo Ling saved this change after you opened the page.")) << met.body;
    EXPECT_TRUE(says(met, "4.30"));
    EXPECT_TRUE(says(met, "4.60"));
    EXPECT_TRUE(says(met, "Her note"));
    EXPECT_EQ(cell(change, "parameters", 0, 3), "4.25");
    EXPECT_EQ(post(path, typed(met, {}, "save")).status, 303);
    EXPECT_EQ(cell(change, "parameters", 0, 3), "4.30");
    EXPECT_EQ(cell(change, "parameters", 1, 3), "4.60");
    // Both changed the same row: both stand, and neither is written over.
    const std::vector<Field> again = typed(get(path), {{"r0c3", "4.40"}}, "save");
    sign_in(both_);
    write(change, "parameters", {{"r0c3", "4.35"}});
    sign_in(hanna_);
    get(path);
    const Response both = post(path, again);
    EXPECT_TRUE(says(both, "Somebody changed or took out the row this one was.")) << both.body;
    EXPECT_TRUE(says(both, "4.35"));
    EXPECT_TRUE(says(both, "4.40"));
}

TEST_F(RulesPages, a_cell_that_cannot_be_kept_is_named_and_a_torn_form_is_refused) {
    const std::string change = begin();
    const Response bad = write(change, "parameters",
                               {{"r0c8",
                                 "a\x01"
                                 "b"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(says(bad, "href=\"#r0c8\"")) << bad.body;
    EXPECT_TRUE(says(bad, "id=\"r0c8-error\""));
    const std::string path = change + "/sheets/parameters";
    get(path);
    const Response torn = post(path, {{"act", "save"}});
    EXPECT_EQ(torn.status, 422);
    EXPECT_TRUE(says(torn, "web.sheet_form"));
}

TEST_F(RulesPages, row_7_pasted_rows_are_shown_as_a_difference_before_they_are_kept) {
    const std::string change = begin();
    const std::string path = change + "/sheets/parameters/paste";
    const policy::Files before = files_of(change);
    const std::string rows =
        "id\tvalue\tvalid_from\tlabel\r\nmeal_price\t5.00\t2010-04-01\tPrice of a meal\r\n";
    const Response seen =
        fill_in(path, path, {{"revision", "1"}, {"as", "merge"}, {"rows", rows}, {"act", "see"}});
    EXPECT_EQ(seen.status, 200);
    EXPECT_TRUE(says(seen, "What would change")) << seen.body;
    EXPECT_TRUE(says(seen, "1 change: 1 changed."));
    EXPECT_TRUE(says(seen, "Keep these rows"));
    EXPECT_EQ(files_of(change), before);
    EXPECT_EQ(
        post(path, {{"revision", "1"}, {"as", "merge"}, {"rows", rows}, {"act", "keep"}}).status,
        303);
    EXPECT_EQ(cell(change, "parameters", 0, 3), "5.00");
    const Response wrong = fill_in(
        path, path, {{"revision", "2"}, {"as", "add"}, {"rows", "a\tb\tc\td\te\tf\tg\th\ti\tj"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "Row 1, cell 10:")) << wrong.body;
    // An old page: what was pasted is kept on the page, nothing is written over.
    const Response late = fill_in(path, path,
                                  {{"revision", "1"},
                                   {"as", "merge"},
                                   {"rows", rows + "tea\t1\t2010-04-01\tTea"},
                                   {"act", "keep"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(says(late, "saved this change after you opened the page"));
    EXPECT_TRUE(says(late, "tea\t1"));
}

TEST_F(RulesPages, row_7_a_workbook_is_taken_changed_and_sent_back) {
    const std::string change = begin();
    const Response file = get(change + "/workbook.xlsx");
    ASSERT_EQ(file.status, 200);
    base::Workbook workbook = base::read_xlsx(file.bytes()).value();
    for (base::Sheet& sheet : workbook) {
        if (sheet.name == "parameters") {
            sheet.rows[1][3] = "5.00";
        }
    }
    // The form of an upload carries its revision too.
    const auto upload_with = [&](const std::string& page, const std::string& revision,
                                 const std::string& bytes) {
        return upload(page, page, "workbook", "rules.xlsx", bytes, {{"revision", revision}});
    };
    const Response sent = upload_with(change + "/workbook", "1", *base::write_xlsx(workbook));
    EXPECT_EQ(location(sent), change) << sent.body;
    EXPECT_EQ(cell(change, "parameters", 0, 3), "5.00");
    EXPECT_TRUE(says(upload_with(change + "/workbook", "2", "no workbook"), "govuk-error-message"));
    EXPECT_TRUE(says(upload_with(change + "/workbook", "1", file.bytes()),
                     "Somebody saved this change after you took the workbook."));
    EXPECT_EQ(cell(change, "parameters", 0, 3), "5.00");
}

TEST_F(RulesPages, row_7_a_drawing_lets_in_its_font_and_two_styles_and_no_other_page_does) {
    const std::string change = begin();
    const auto header = [](const Response& response) {
        for (const Field& field : response.headers) {
            if (field.name == "Content-Security-Policy") {
                return field.value;
            }
        }
        return std::string();
    };
    const Response drawing = get(change + "/drawings/food.dmn");
    EXPECT_TRUE(says(drawing, "The drawing needs scripts"));
    EXPECT_TRUE(says(drawing, change + "/sheets/counts"));
    EXPECT_NE(header(drawing).find("; font-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-"),
              std::string::npos);
    EXPECT_EQ(header(drawing).find("unsafe-inline"), std::string::npos);
    EXPECT_EQ(header(get(change)).find("unsafe"), std::string::npos);
    EXPECT_EQ(header(get(change)).find("font-src"), std::string::npos);
    EXPECT_EQ(get(change + "/drawings/no.dmn").status, 404);

    policy::Files files = files_of(change);
    std::string dmn = files.at("food.dmn");
    // Written in another way, it says the same: nothing is changed.
    std::string spaced = dmn;
    spaced.replace(spaced.find("</definitions>"), 0, "\n\n  ");
    EXPECT_EQ(location(fill_in(change + "/drawings/food.dmn", change + "/drawings/food.dmn",
                               {{"revision", "1"}, {"dmn", spaced}})),
              change);
    EXPECT_EQ(files_of(change), files);
    dmn.replace(dmn.find("Every day."), 10, "All week. ");
    std::string with_line_ends;
    for (const char c : dmn) {
        with_line_ends += c == '\n' ? "\r\n" : std::string(1, c);
    }
    EXPECT_EQ(location(fill_in(change + "/drawings/food.dmn", change + "/drawings/food.dmn",
                               {{"revision", "1"}, {"dmn", with_line_ends}})),
              change);
    EXPECT_EQ(files_of(change).at("food.dmn"), dmn);
    std::string other = dmn;
    other.replace(other.find("No meals."), 9, "No meal. ");
    EXPECT_TRUE(says(fill_in(change + "/drawings/food.dmn", change + "/drawings/food.dmn",
                             {{"revision", "2"}, {"dmn", "<no"}}),
                     "This is no DMN file"));
    EXPECT_TRUE(says(fill_in(change + "/drawings/food.dmn", change + "/drawings/food.dmn",
                             {{"revision", "1"}, {"dmn", other}}),
                     "saved this change after you opened the drawing"));
    EXPECT_EQ(files_of(change).at("food.dmn"), dmn);
}

TEST_F(RulesPages, a_change_is_given_up_or_taken_back_and_stays_to_be_read) {
    const std::string change = begin("Nothing after all");
    EXPECT_TRUE(says(get(change + "/give-up"), "You cannot undo this."));
    EXPECT_EQ(location(post(change + "/give-up", {})), "/rules");
    EXPECT_TRUE(says(get("/rules"), "Given up"));
    EXPECT_FALSE(says(get(change + "/sheets/parameters"), "<input type=\"text\""));
    const std::string other = begin();
    write_dearer(other);
    fill_in(other + "/propose", other + "/propose",
            {{"revision", "3"},
             {"from-day", "1"},
             {"from-month", "6"},
             {"from-year", "2010"},
             {"reason", "Food costs more."}});
    EXPECT_FALSE(says(get(other + "/sheets/parameters"), "<input type=\"text\""));
    get(other);
    EXPECT_EQ(location(post(other + "/take-back", {})), other);
    EXPECT_TRUE(says(get(other + "/sheets/parameters"), "<input type=\"text\""));
}

TEST_F(RulesPages, a_change_that_is_behind_is_brought_up_to_date) {
    const std::string change = begin();
    write(change, "parameters", {{"r1c3", "4.60"}});
    published(casework::dearer_meals(meals()), "2010-06-01");
    const Response behind = get(change);
    EXPECT_TRUE(says(behind, "Bring it up to date")) << behind.body;
    EXPECT_TRUE(says(get(change + "/up-to-date"), "Both changed"));
    EXPECT_TRUE(
        says(post(change + "/up-to-date", {{"revision", "2"}}), "Choose whose text counts"));
    EXPECT_EQ(location(post(change + "/up-to-date", {{"revision", "2"}, {"side0", "version"}})),
              change);
    EXPECT_EQ(cell(change, "parameters", 0, 3), "5.00");
    EXPECT_FALSE(says(get(change), "Bring it up to date"));
}

TEST(WithCode, marks_the_names_of_files_and_nothing_else) {
    EXPECT_EQ(with_code("The decision food_points gives 4.25. See Rates.limit, or {sum}.").view(),
              "The decision <code>food_points</code> gives 4.25. See <code>Rates.limit</code>, or "
              "<code>{sum}</code>.");
    EXPECT_EQ(with_code("").view(), "");
    EXPECT_EQ(with_code("...").view(), "...");
    EXPECT_EQ(with_code("<a_b>").view(), "&lt;<code>a_b</code>&gt;");
}

}  // namespace
}  // namespace web
