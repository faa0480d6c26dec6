// What differs between two packages is told in the analyst's words, and nothing differs untold.

#include "policy/difference.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"
#include "policy/table_grid.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

using Cells = std::vector<CellChange>;

Files with(Files files, const std::string& file, const std::string& from, const std::string& to) {
    replace(files[file], from, to);
    return files;
}

// The one change there must be.
PackageChange only(const Files& before, const Files& after) {
    const std::vector<PackageChange> changes = difference(before, after);
    EXPECT_EQ(changes.size(), 1U);
    return changes.empty() ? PackageChange{} : changes.front();
}

TEST(Difference, of_a_package_and_itself_is_empty) {
    for (const std::string& id : shipped_ids()) {
        const Files files = shipped_files(id);
        EXPECT_TRUE(difference(files, files).empty()) << id;
    }
    EXPECT_TRUE(difference({}, {}).empty());
}

TEST(Difference, row_8_tells_a_figure_by_its_id_and_first_day_with_each_cell_before_and_after) {
    const PackageChange change =
        only(meals(), with(meals(), "parameters.csv", "4.50,2011-04-01,", "4.75,2011-04-01,"));
    EXPECT_EQ(change.kind, ChangeKind::changed);
    EXPECT_EQ(change.file, "parameters.csv");
    EXPECT_EQ(change.part, "Figures");
    EXPECT_EQ(change.row, "meal_price from 2011-04-01");
    EXPECT_EQ(change.words, "Price of a meal");
    EXPECT_EQ(change.cells, (Cells{{"value", "4.50", "4.75"}}));
}

TEST(Difference, tells_a_row_that_came_and_one_that_went_with_all_its_cells) {
    const std::string row = "meal_tip,Tip,GBP,0.50,2010-04-01,,test,published,\n";
    Files more = meals();
    more["parameters.csv"] += row;
    const PackageChange came = only(meals(), more);
    EXPECT_EQ(came.kind, ChangeKind::added);
    EXPECT_EQ(came.row, "meal_tip from 2010-04-01");
    EXPECT_EQ(came.cells, (Cells{{"label", "", "Tip"},
                                 {"unit", "", "GBP"},
                                 {"value", "", "0.50"},
                                 {"source", "", "test"},
                                 {"mark", "", "published"}}));
    const PackageChange went = only(more, meals());
    EXPECT_EQ(went.kind, ChangeKind::removed);
    EXPECT_EQ(went.cells.front(), (CellChange{"label", "Tip", ""}));
}

TEST(Difference, tells_streams_questions_answers_and_cases_by_their_names) {
    EXPECT_EQ(only(meals(), with(meals(), "streams.csv", "revenue,yes", "revenue,no")).row,
              "meals");
    const PackageChange question =
        only(meals(), with(meals(), "questionnaire.csv", "How many meals", "How many dinners"));
    EXPECT_EQ(question.row, "meals_needed");
    EXPECT_EQ(question.cells.front().column, "text");
    const PackageChange answer =
        only(meals(), with(meals(), "questionnaire.csv", "five,Five", "five,Five a week"));
    EXPECT_EQ(answer.row, "meals_needed, answer five");
    EXPECT_EQ(answer.cells, (Cells{{"answer_text", "Five", "Five a week"}}));
    const PackageChange golden =
        only(meals(), with(meals(), "cases.csv", "meals_weekly,21.25", "meals_weekly,21.30"));
    EXPECT_EQ(golden.row, "five, expect meals_weekly");
    EXPECT_EQ(golden.cells, (Cells{{"value", "21.25", "21.30"}}));
}

TEST(Difference, tells_the_day_of_a_case_once) {
    Files later = meals();
    for (int i = 0; i < 3; ++i) {
        replace(later["cases.csv"], "2010-05-01", "2010-06-01");
    }
    const PackageChange change = only(meals(), later);
    EXPECT_EQ(change.row, "five");
    EXPECT_EQ(change.cells, (Cells{{"on", "2010-05-01", "2010-06-01"}}));
}

TEST(Difference, tells_another_order_of_answers_as_their_places) {
    const PackageChange change =
        only(meals(), with(meals(), "questionnaire.csv",
                           "meals_needed,,,,,,,,five,Five,,\nmeals_needed,,,,,,,,seven,Seven,,\n",
                           "meals_needed,,,,,,,,seven,Seven,,\nmeals_needed,,,,,,,,five,Five,,\n"));
    EXPECT_EQ(change.row, "meals_needed, answer seven");
    EXPECT_EQ(
        change.cells,
        (Cells{{"place", "after meals_needed, answer five", "after meals_needed, answer none"}}));
}

TEST(Difference, tells_a_cell_of_a_table_by_its_rule_its_reason_and_its_column) {
    const Files before = shipped_files("england-2025");
    const Files after = with(before, "budget.dmn", "<text>You need", "<text>You want");
    const PackageChange change = only(before, after);
    EXPECT_EQ(change.file, "budget.dmn");
    EXPECT_TRUE(change.part.starts_with("Table ")) << change.part;
    EXPECT_TRUE(change.row.starts_with("rule ")) << change.row;
    EXPECT_TRUE(change.words.starts_with("You want")) << change.words;
    ASSERT_EQ(change.cells.size(), 1U);
    EXPECT_EQ(change.cells[0].column, "reason");
}

TEST(Difference, of_a_heading_alone_is_told_once_and_not_in_every_rule) {
    const Files before = shipped_files("england-2025");
    const PackageChange change =
        only(before, with(before, "contribution.dmn", "label=\"State Pension age reached\"",
                          "label=\"Of pension age\""));
    EXPECT_EQ(change.part, "Table guarantee_for_age_table");
    EXPECT_EQ(change.row, "column asked Of pension age");
    EXPECT_EQ(change.cells, (Cells{{"label", "State Pension age reached", "Of pension age"}}));
}

TEST(Difference, knows_a_rule_without_an_id_by_what_it_asks) {
    const PackageChange change = only(
        meals(),
        with(meals(), "food.dmn", "<outputEntry><text>5</text>", "<outputEntry><text>6</text>"));
    EXPECT_EQ(change.row, "rule \"five\"");
    EXPECT_EQ(change.words, "Five meals, so {meal_count}.");
    EXPECT_EQ(change.cells, (Cells{{"result", "5", "6"}}));
}

TEST(Difference, tells_expressions_steps_types_texts_and_what_a_decision_needs) {
    const Files england = shipped_files("england-2025");
    const PackageChange formula =
        only(meals(), with(meals(), "food.dmn", "meal_price, 2)", "meal_price, 1)"));
    EXPECT_EQ(formula.part, "Decision meals_weekly");
    EXPECT_EQ(formula.cells[0].column, "expression");
    const PackageChange step =
        only(england, with(england, "contribution.dmn",
                           "if disability_premium then Rates.disability_premium_weekly else 0",
                           "if disability_premium then Rates.disability_premium_weekly else 1"));
    EXPECT_EQ(step.part, "Decision Minimum income guarantee: income that is never asked for");
    EXPECT_EQ(step.row, "step premium");
    EXPECT_EQ(step.words, "Disability premium");
    EXPECT_EQ(step.cells[0].column, "expression");
    const PackageChange unit =
        only(england, with(england, "budget.dmn", "unit=\"GBP/year\"", "unit=\"GBP/week\""));
    EXPECT_EQ(unit.part, "Type t_yearly_money");
    EXPECT_EQ(unit.cells, (Cells{{"unit", "GBP/year", "GBP/week"}}));
    const PackageChange text =
        only(meals(), with(meals(), "food.dmn", "It is {meal_count}.", "That is {meal_count}."));
    EXPECT_EQ(text.cells[0].column, "description");
    const PackageChange law =
        only(england, with(england, "contribution.dmn",
                           "<authorityRequirement id=\"contribution_by_care_act_section_14\">\n"
                           "      <requiredAuthority href=\"#care_act_section_14\"/>\n"
                           "    </authorityRequirement>\n",
                           ""));
    EXPECT_EQ(law.kind, ChangeKind::removed);
    EXPECT_EQ(law.row, "rests on care_act_section_14");
}

TEST(Difference, tells_rules_in_another_order_as_their_places) {
    const std::string none = "<rule><inputEntry><text>\"none\"";
    const std::string five = "<rule><inputEntry><text>\"five\"";
    const std::string seven = "<rule><inputEntry><text>\"seven\"";
    Files moved = meals();
    std::string& bytes = moved["food.dmn"];
    const std::string rule = bytes.substr(bytes.find(none), bytes.find(five) - bytes.find(none));
    bytes.erase(bytes.find(none), rule.size());
    bytes.insert(bytes.find(seven), rule);
    const PackageChange change = only(meals(), moved);
    ASSERT_EQ(change.cells.size(), 1U);
    EXPECT_EQ(change.cells[0].column, "place");
}

TEST(Difference, tells_files_that_came_and_went_and_the_lines_of_a_readme) {
    Files more = meals();
    more["notes.txt"] = "One line.\n";
    const PackageChange came = only(meals(), more);
    EXPECT_EQ(came.kind, ChangeKind::added);
    EXPECT_EQ(came.file, "notes.txt");
    EXPECT_EQ(came.cells[0].after, "One line.\n");
    Files fewer = meals();
    fewer.erase("food.dmn");
    const std::vector<PackageChange> went = difference(meals(), fewer);
    ASSERT_GT(went.size(), 3U);
    EXPECT_EQ(went[0].part, "The whole file");
    EXPECT_EQ(went[0].kind, ChangeKind::removed);
    const PackageChange readme =
        only(meals(), with(meals(), "README.md", "Made up for a test.", "Made up.\nFor a test."));
    EXPECT_EQ(readme.cells,
              (Cells{{"from line 3", "Made up for a test.", "Made up.\nFor a test."}}));
}

TEST(Difference, knows_what_says_the_same_from_what_does_not) {
    const std::string dmn = meals().at("food.dmn");
    const auto changed = [](const std::string& from, const std::string& to) {
        return with(meals(), "food.dmn", from, to).at("food.dmn");
    };
    EXPECT_TRUE(says_the_same("food.dmn", dmn, dmn));
    EXPECT_TRUE(says_the_same("food.dmn", dmn, changed("</decision>\n", "</decision>\n\n")));
    EXPECT_FALSE(says_the_same("food.dmn", dmn, changed("<text>7</text>", "<text>8</text>")));
    EXPECT_FALSE(says_the_same("food.dmn", dmn, changed("UNIQUE", "FIRST")));
    EXPECT_FALSE(says_the_same("food.dmn", dmn, "<no"));
    EXPECT_TRUE(says_the_same("food.dmn", "<no", "<no"));
    EXPECT_FALSE(says_the_same("README.md", "One.\n", "One.\n\n"));
}

TEST(Difference, says_so_when_a_file_says_the_same_in_other_bytes) {
    EXPECT_EQ(
        only(meals(), with(meals(), "parameters.csv", "Price of a meal", "\"Price of a meal\""))
            .part,
        "Other text of parameters.csv");
    EXPECT_EQ(only(meals(), with(meals(), "food.dmn", "</decision>\n", "</decision>\n\n")).part,
              "Other text of food.dmn");
    EXPECT_EQ(only(meals(), with(meals(), "cases.csv", "\n", "\r\n")).part,
              "Other text of cases.csv");
    const PackageChange comment =
        only(meals(), with(meals(), "food.dmn", "</decision>\n", "</decision><!-- why -->\n"));
    EXPECT_EQ(comment.part, "Comments");
}

TEST(Difference, tells_a_comment_beside_another_change_too) {
    Files both = with(meals(), "food.dmn", "</decision>\n", "</decision><!-- why -->\n");
    replace(both["food.dmn"], "meal_price, 2)", "meal_price, 1)");
    EXPECT_EQ(difference(meals(), both).size(), 2U);
}

TEST(Difference, shows_no_bytes_that_are_no_text) {
    Files files = meals();
    files["README.md"] += "\xff\xfe";
    const PackageChange change = only(meals(), files);
    EXPECT_TRUE(change.cells[0].after.starts_with("no text: ")) << change.cells[0].after;
}

TEST(Difference, compares_packages_that_cannot_be_read) {
    const PackageChange change =
        only(meals(), with(meals(), "food.dmn", "</definitions>", "</definition>"));
    EXPECT_EQ(change.part, "Text");
    EXPECT_EQ(only(meals(), with(meals(), "cases.csv", "five,", "\"five,")).part, "Text");
}

// Every cell of every table of every package, changed by itself, is the one change that is told.
TEST(Difference, tells_any_changed_cell_of_a_shipped_table_and_nothing_else) {
    base::Random random = base::Random::seeded(47);
    for (const std::string& id : shipped_ids()) {
        const Files files = shipped_files(id);
        for (const auto& [file, bytes] : files) {
            if (!file.ends_with(".dmn")) {
                continue;
            }
            const std::vector<TableGrid> grids = read_table_grids(file, bytes).value();
            for (TableGrid grid : grids) {
                GridRow& row = grid.rows[random.below(grid.rows.size())];
                const std::size_t column = random.below(row.cells.size());
                const std::string had = row.cells[column];
                row.cells[column] = "another";
                Files changed = files;
                changed[file] = with_table_grid(file, bytes, grid).value();
                const PackageChange change = only(files, changed);
                EXPECT_EQ(change.row, "rule " + row.id);
                EXPECT_TRUE(change.part.ends_with(grid.id)) << change.part;
                ASSERT_EQ(change.cells.size(), 1U);
                EXPECT_EQ(change.cells[0].before, had);
                EXPECT_EQ(change.cells[0].after, "another");
                EXPECT_EQ(change.cells[0].column, grid.columns[column].heading);
            }
        }
    }
}

TEST(Difference, is_never_empty_when_the_fingerprint_differs) {
    base::Random random = base::Random::seeded(20251129);
    for (const std::string& id : shipped_ids()) {
        const Files files = shipped_files(id);
        std::vector<std::string> names;
        for (const auto& [name, bytes] : files) {
            names.push_back(name);
        }
        for (int i = 0; i < 120; ++i) {
            Files changed = files;
            std::string& bytes = changed[names[static_cast<std::size_t>(i) % names.size()]];
            const std::size_t at = random.below(bytes.size());
            switch (random.below(4)) {
                case 0:
                    bytes[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    bytes.erase(at, 1 + random.below(20));
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(random.below(bytes.size()), 1 + random.below(9)));
                    break;
                default:
                    bytes[at] = static_cast<char>('a' + random.below(26));
            }
            const bool differs = fingerprint_of(changed) != fingerprint_of(files);
            EXPECT_EQ(!difference(files, changed).empty(), differs) << id << " " << at;
            EXPECT_EQ(!difference(changed, files).empty(), differs) << id << " " << at;
        }
    }
}

}  // namespace
}  // namespace policy
