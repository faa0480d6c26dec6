// An overlay changes what it names and nothing else, and is told when its base moves on.

#include "policy/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/sheet_csv.h"
#include "policy/cases.h"
#include "policy/difference.h"
#include "policy/inspect.h"
#include "policy/package_sheets.h"
#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

const std::string overlay_header = "what,file,key,value,note\n";

// An overlay on the meals of small_packages.h.
Files overlay(Files own, const std::string& rows = "") {
    own.emplace("README.md", "# Meals in Highmere\n");
    own["overlay.csv"] = overlay_header + "base,,,meals,\n" + rows;
    return own;
}

Result<Files> laid(const Files& own, const Files& base) {
    TRY(const Overlay read, read_overlay(own));
    return lay_over(read, base);
}

Files merged(const Files& own, const Files& base = meals()) {
    const Result<Files> files = laid(own, base);
    EXPECT_TRUE(files.has_value()) << files.error().place << ": " << files.error().message;
    return files.value_or(Files());
}

std::string refusal(const Files& own, const Files& base = meals()) {
    const Result<Files> files = laid(own, base);
    return files ? "" : files.error().code;
}

// The changes beside the README, as "file, row, column".
std::vector<std::string> changed(const Files& after, const Files& base = meals()) {
    std::vector<std::string> told;
    for (const PackageChange& change : difference(base, after)) {
        for (const CellChange& cell : change.cells) {
            if (change.file != "README.md") {
                told.push_back(change.row + ", " + cell.column + ": " + cell.before + " -> " +
                               cell.after);
            }
        }
    }
    return told;
}

using Told = std::vector<std::string>;

TEST(Overlay, row_8_replaces_a_figure_of_one_day_and_its_difference_says_just_that) {
    const Files files =
        merged(overlay({{"parameters.csv",
                         "id,valid_from,value,mark\nmeal_price,2011-04-01,4.80,illustrative\n"}}));
    EXPECT_EQ(changed(files),
              (Told{"meal_price from 2011-04-01, value: 4.50 -> 4.80",
                    "meal_price from 2011-04-01, mark: published -> illustrative"}));
    const Result<Package> package = Package::load("highmere", files);
    ASSERT_TRUE(package.has_value()) << package.error().message;
    EXPECT_EQ(package->title(), "Meals in Highmere");
    EXPECT_FALSE(files.contains("overlay.csv"));
}

TEST(Overlay, puts_a_new_stretch_of_a_figure_behind_the_others_of_it) {
    Files base = meals();
    base["parameters.csv"] += "other,Other,GBP,1.00,2010-04-01,,test,published,\n";
    const Files files =
        merged(overlay({{"parameters.csv",
                         parameters_header +
                             "meal_price,Price of a meal,GBP,4.50,2011-04-01,2012-04-01,test,"
                             "published,\nmeal_price,Price of a meal,GBP,4.90,2012-04-01,,here,"
                             "published,\n"}}),
               base);
    const std::string& rows = files.at("parameters.csv");
    EXPECT_LT(rows.find("4.90"), rows.find("other"));
    EXPECT_EQ(changed(files, base).size(), 1U + 5U);
}

TEST(Overlay, replaces_a_whole_question_where_it_stands_and_keeps_columns_it_leaves_out) {
    const Files files = merged(overlay({{"questionnaire.csv",
                                         "question,answer,answer_text\nmeals_needed,none,No "
                                         "meals\nmeals_needed,five,Five\n"}}));
    EXPECT_EQ(changed(files), (Told{"meals_needed, answer none, answer_text: None -> No meals",
                                    "meals_needed, answer seven, answer_text: Seven -> "}));
    EXPECT_NE(files.at("questionnaire.csv").find("Food,choice,How many meals a week?"),
              std::string::npos);
}

TEST(Overlay, puts_a_new_question_behind_those_of_its_domain) {
    Files base = meals();
    base["questionnaire.csv"] += "bus,Transport,yes_no,By bus?,,,,yes,,,,\n";
    const Files files = merged(
        overlay({{"questionnaire.csv",
                  "question,domain,kind,text,required,answer\nsnacks,Food,yes_no,Snacks?,yes,\n"}}),
        base);
    const std::string& rows = files.at("questionnaire.csv");
    EXPECT_LT(rows.find("seven"), rows.find("snacks"));
    EXPECT_LT(rows.find("snacks"), rows.find("bus"));
}

TEST(Overlay, replaces_streams_and_whole_cases) {
    const Files files =
        merged(overlay({{"streams.csv", "id,cash_allowed\nmeals,no\n"},
                        {"cases.csv", cases_header + "five,2010-05-01,answer,meals_needed,five,\n"
                                                     "five,2010-05-01,expect,meals_weekly,21.25,\n"
                                                     "new,2010-05-01,answer,meals_needed,none,\n"
                                                     "new,2010-05-01,expect,meals_weekly,0,\n"}}));
    const Result<Package> package = Package::load("highmere", files);
    ASSERT_TRUE(package.has_value()) << package.error().message;
    EXPECT_FALSE(package->stream("meals")->cash_allowed);
    ASSERT_EQ(package->cases().size(), 3U);
    EXPECT_EQ(package->cases()[0].expected.size(), 1U);
    EXPECT_EQ(package->cases()[2].name, "new");
}

TEST(Overlay, replaces_a_whole_decision_by_its_id_and_adds_new_ones) {
    const Files files = merged(overlay(
        {{"food.dmn", dmn(decision("meals_weekly", "number",
                                   needs_decision("meal_count") + needs_input("Rates"),
                                   literal("round half up(meal_count * Rates.meal_price / 2, 2)")) +
                          decision("meals_yearly", "number", needs_decision("meals_weekly"),
                                   literal("meals_weekly * 52")))}}));
    const std::string& bytes = files.at("food.dmn");
    EXPECT_EQ(bytes.find("xmlns", bytes.find("xmlns") + 1), std::string::npos);
    const std::vector<PackageChange> changes = difference(meals(), files);
    EXPECT_TRUE(std::any_of(changes.begin(), changes.end(), [](const PackageChange& each) {
        return each.part == "Decision meals_weekly" && each.cells.size() == 1 &&
               each.cells[0].column == "expression";
    }));
    EXPECT_TRUE(std::any_of(changes.begin(), changes.end(), [](const PackageChange& each) {
        return each.part == "Decision meals_yearly" && each.kind == ChangeKind::added;
    }));
    Files halved = files;
    replace(halved["cases.csv"], "21.25", "10.63");
    replace(halved["cases.csv"], "22.50", "11.25");
    const Result<Package> package = Package::load("highmere", halved);
    ASSERT_TRUE(package.has_value()) << package.error().message;
    for (const CaseOutcome& outcome : run_cases(*package)) {
        EXPECT_TRUE(outcome.passed()) << outcome.name;
    }
}

TEST(Overlay, puts_a_new_type_before_what_is_decided) {
    const std::string type =
        "<itemDefinition name=\"t_new\"><typeRef>number</typeRef></itemDefinition>";
    const Files files = merged(overlay({{"food.dmn", dmn(type)}}));
    EXPECT_LT(files.at("food.dmn").find("t_new"), files.at("food.dmn").find("<inputData"));
    Files base = meals();
    base["more.dmn"] = dmn(decision("one", "number", "", literal("1")));
    const Files more = merged(overlay({{"more.dmn", dmn(type)}}), base);
    EXPECT_NE(more.at("more.dmn").find("t_new"), std::string::npos);
}

TEST(Overlay, takes_a_decision_table_as_the_sheet_that_was_written_of_it) {
    const Files base = shipped_files("england-2025");
    const base::Workbook sheets = sheets_of(base).value();
    const auto sheet = std::find_if(sheets.begin(), sheets.end(), [](const base::Sheet& each) {
        return !each.rows.empty() && each.rows[0].size() > 2 &&
               each.rows[0][2] == "guarantee_for_age_table";
    });
    ASSERT_NE(sheet, sheets.end());
    std::string csv = base::sheet_to_csv(*sheet);
    replace(csv, "You are under 25.", "You are 24 or younger.");
    const Files files = merged(overlay({{"guarantee_for_age_table.csv", csv}}), base);
    EXPECT_EQ(changed(files, base),
              (Told{"rule guarantee_for_age_rule_1, reason: You are under 25. -> You are 24 or "
                    "younger."}));
    EXPECT_FALSE(files.contains("guarantee_for_age_table.csv"));
    replace(csv, "Age", "Years");
    EXPECT_EQ(refusal(overlay({{"guarantee_for_age_table.csv", csv}}), base),
              "policy.table_columns");
}

TEST(Overlay, takes_out_what_it_names_and_brings_files_of_its_own) {
    const Files files = merged(overlay({{"picture.txt", "drawn"}, {"own.dmn", dmn("")}},
                                       "remove,cases.csv,later,,No case of ours\n"
                                       "remove,questionnaire.csv,meals_needed,,\n"
                                       "remove,food.dmn,meals_weekly,,\n"));
    EXPECT_EQ(files.at("cases.csv").find("later"), std::string::npos);
    EXPECT_EQ(files.at("questionnaire.csv").find("meals_needed"), std::string::npos);
    EXPECT_EQ(files.at("food.dmn").find("id=\"meals_weekly\""), std::string::npos);
    EXPECT_EQ(files.at("picture.txt"), "drawn");
    EXPECT_EQ(files.at("own.dmn"), dmn(""));
    const Files whole = merged(overlay({{"cases.csv", cases_header}}, "remove,cases.csv,,,\n"));
    EXPECT_EQ(whole.at("cases.csv"), cases_header);
}

TEST(Overlay, leaves_every_file_it_does_not_name_byte_for_byte) {
    for (const std::string& id : shipped_ids()) {
        const Files base = shipped_files(id);
        Files files = merged(overlay({}), base);
        EXPECT_EQ(files.at("README.md"), "# Meals in Highmere\n");
        files["README.md"] = base.at("README.md");
        EXPECT_EQ(files, base) << id;
    }
}

// A base laid over itself says what it said, whatever is in it.
TEST(Overlay, of_everything_the_base_has_changes_nothing) {
    for (const std::string& id : shipped_ids()) {
        const Files base = shipped_files(id);
        Files files = merged(overlay(base), base);
        for (const PackageChange& change : difference(base, files)) {
            // Quotation marks may stand where none are needed; nothing else may differ.
            EXPECT_EQ(change.part, "Other text of " + change.file) << id << ", " << change.row;
        }
    }
}

TEST(Overlay, is_refused_with_the_place_of_what_is_wrong) {
    EXPECT_EQ(
        refusal(overlay({{"parameters.csv", "id,valid_from,price\nmeal_price,2011-04-01,1\n"}})),
        "overlay.columns");
    EXPECT_EQ(refusal(overlay({{"parameters.csv", "id,value\nmeal_price,1\n"}})),
              "overlay.columns");
    EXPECT_EQ(refusal(overlay({{"streams.csv", "id,id\nmeals,meals\n"}})), "overlay.columns");
    EXPECT_EQ(refusal(overlay({{"streams.csv", "id\nmeals,meals\n"}})), "overlay.columns");
    EXPECT_EQ(refusal(overlay({{"streams.csv", "id\nmeals\nmeals\n"}})), "overlay.unit_twice");
    EXPECT_EQ(refusal(overlay({{"food.dmn", dmn("<decision/>")}})), "overlay.unnamed");
    EXPECT_EQ(refusal(overlay({{"food.dmn", dmn("<decision id=\"a\"/><decision id=\"a\"/>")}})),
              "overlay.unit_twice");
    std::string older = dmn("<decision id=\"a\"/>");
    replace(older, "20230324", "20191111");
    EXPECT_EQ(refusal(overlay({{"food.dmn", older}})), "overlay.other_dmn");
    EXPECT_EQ(refusal(overlay({}, "remove,cases.csv,nobody,,\n")), "overlay.nothing_to_remove");
    EXPECT_EQ(refusal(overlay({}, "remove,food.dmn,nothing,,\n")), "overlay.nothing_to_remove");
    EXPECT_EQ(refusal(overlay({}, "remove,none.csv,,,\n")), "overlay.nothing_to_remove");
    for (const std::string& rows :
         {std::string("base,,,other,\n"), std::string("made_for,,,,\n"),
          std::string("remove,,five,,\n"), std::string("remove,README.md,line 3,,\n"),
          std::string("remove,cases.csv,five,,\nremove,cases.csv,five,,\n"),
          std::string("under,cases.csv,five,,\n")}) {
        EXPECT_EQ(refusal(overlay({}, rows)), "overlay.bad_row") << rows;
    }
    Files nothing = overlay({});
    nothing["overlay.csv"] = overlay_header;
    EXPECT_EQ(refusal(nothing), "overlay.bad_row");
    nothing["overlay.csv"] = overlay_header + "base,,,../meals,\n";
    EXPECT_EQ(refusal(nothing), "overlay.bad_row");
    Files silent = overlay({});
    silent.erase("README.md");
    EXPECT_EQ(refusal(silent), "policy.no_readme");
    EXPECT_EQ(read_overlay(meals()).error().code, "overlay.bad_row");
    EXPECT_FALSE(is_overlay(meals()));
}

// --- when the base moves on -----------------------------------------------------------------

Files price_overlay() {
    return overlay({{"parameters.csv", "id,valid_from,value\nmeal_price,2011-04-01,4.80\n"},
                    {"cases.csv",
                     "case,on,what,name,value\n"
                     "later,2011-05-01,answer,meals_needed,five\n"
                     "later,2011-05-01,expect,meals_weekly,24.00\n"}},
                   "remove,cases.csv,five,,\n");
}

Files marked(Files own, const Files& base) {
    own["overlay.csv"] = mark_overlay(read_overlay(own).value(), base).value();
    return own;
}

std::vector<BaseNotice> notices(const Files& own, const Files& base) {
    return base_notices(read_overlay(own).value(), base).value();
}

Told named(const std::vector<BaseNotice>& all) {
    Told names;
    for (const BaseNotice& each : all) {
        names.push_back(each.part.file + " " + each.part.key);
    }
    return names;
}

TEST(Overlay, says_that_it_is_not_written_down_for_which_base_it_was_made) {
    ASSERT_EQ(notices(price_overlay(), meals()).size(), 1U);
    EXPECT_NE(notices(price_overlay(), meals())[0].message.find("mark-overlay"), std::string::npos);
}

TEST(Overlay, says_nothing_of_the_base_it_was_made_for) {
    EXPECT_TRUE(notices(marked(price_overlay(), meals()), meals()).empty());
}

TEST(Overlay, names_what_the_base_changed_beneath_it) {
    Files moved = meals();
    replace(moved["parameters.csv"], "4.50", "4.60");
    replace(moved["questionnaire.csv"], "Five", "Five a week");
    EXPECT_EQ(named(notices(marked(price_overlay(), meals()), moved)),
              (Told{"parameters.csv meal_price 2011-04-01", " "}));
    replace(moved["cases.csv"], "five,2010-05-01,expect,meal_count,5,\n", "");
    EXPECT_EQ(named(notices(marked(price_overlay(), meals()), moved)),
              (Told{"cases.csv five", "parameters.csv meal_price 2011-04-01", " "}));
    EXPECT_TRUE(notices(marked(price_overlay(), moved), moved).empty());
}

TEST(Overlay, says_when_the_base_moved_on_elsewhere_alone) {
    Files moved = meals();
    replace(moved["README.md"], "Made up", "Invented");
    const std::vector<BaseNotice> told = notices(marked(price_overlay(), meals()), moved);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_NE(told[0].message.find("in nothing that lies under the overlay"), std::string::npos);
}

TEST(Overlay, says_when_the_base_lost_or_gained_what_the_overlay_has) {
    const Files own =
        marked(overlay({{"food.dmn", dmn(decision("extra", "number", "", literal("1")))},
                        {"parameters.csv", "id,valid_from,value\nmeal_price,2011-04-01,4.80\n"}}),
               meals());
    Files moved = meals();
    replace(moved["food.dmn"], "</definitions>",
            decision("extra", "number", "", literal("2")) + "</definitions>");
    replace(moved["parameters.csv"],
            "meal_price,Price of a meal,GBP,4.50,2011-04-01,,test,published,\n", "");
    const std::vector<BaseNotice> told = notices(own, moved);
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0].part.key, "extra");
    EXPECT_NE(told[0].message.find("has this itself now"), std::string::npos);
    EXPECT_NE(told[1].message.find("does not have this any more"), std::string::npos);
}

TEST(Overlay, says_which_of_its_parts_were_added_after_it_was_marked) {
    Files own = marked(price_overlay(), meals());
    own["streams.csv"] = "id,cash_allowed\nmeals,no\n";
    Files moved = meals();
    moved["README.md"] += "More.\n";
    EXPECT_EQ(named(notices(own, moved)), (Told{"streams.csv meals", " "}));
}

TEST(Overlay, is_told_of_a_table_that_changed_beneath_its_sheet) {
    const Files base = shipped_files("england-2025");
    const base::Workbook sheets = sheets_of(base).value();
    Files own;
    for (const base::Sheet& each : sheets) {
        if (each.rows[0].size() > 2 && each.rows[0][2] == "guarantee_for_age_table") {
            own["ages.csv"] = base::sheet_to_csv(each);
        }
    }
    own = marked(overlay(own), base);
    Files moved = base;
    replace(moved["contribution.dmn"], "You are under 25.", "You are young.");
    EXPECT_EQ(named(notices(own, moved)), (Told{"ages.csv ", " "}));
}

TEST(Overlay, of_the_example_council_is_a_package_without_a_fault_and_told_as_what_it_changes) {
    const Files base = shipped_files("england-2025");
    const Files own = read_folder(std::filesystem::path(ONEPURSE_SOURCE_DIR) / "examples" /
                                  "overlays" / "little-marling-2025");
    EXPECT_TRUE(notices(own, base).empty()) << "run mark-overlay on it";
    const Files files = merged(own, base);
    const Inspection found = inspect("little-marling-2025", files);
    for (const Error& fault : found.faults) {
        ADD_FAILURE() << fault.place << ": " << fault.message;
    }
    EXPECT_EQ(found.cases, 26U);
    Told rows;
    for (const PackageChange& change : difference(base, files)) {
        rows.push_back(change.file + " " + change.row);
    }
    EXPECT_EQ(rows, (Told{"README.md ",
                          "cases.csv last_day_of_2025_table, expect minimum_income_guarantee",
                          "cases.csv last_day_of_2025_table, expect contribution",
                          "cases.csv last_day_of_2025_table, expect council_pays_weekly",
                          "parameters.csv mig_local_addition from 2025-04-01",
                          "parameters.csv mig_local_addition from 2025-10-01"}));
}

}  // namespace
}  // namespace policy
