// What an assessment comes to, on the shipped package of 2005 and on one with other names.

#include "assessment/assess.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "assessment/other_package.h"
#include "assessment/points.h"
#include "assessment/referral.h"

namespace assessment {
namespace {

using State = StreamSum::State;

const Date may_2006 = *Date::parse("2006-05-02");
const Date born_1930 = *Date::parse("1930-03-01");

policy::Package shipped(const std::string& id) {
    policy::Files files;
    const auto folder = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies" / id;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        files[entry.path().filename().string()] = bytes.str();
    }
    auto package = policy::Package::load(id, files);
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return *package;
}

const policy::Package& pilot() {
    static const policy::Package package = shipped("england-2005-pilot");
    return package;
}

policy::Package other() {
    auto package = policy::Package::load("gardens", other_package_files());
    EXPECT_TRUE(package.has_value())
        << (package ? "" : package.error().message + " at " + package.error().place);
    return *package;
}

Answer said(std::string question, std::string value, Voice voice = Voice::person) {
    Answer answer;
    answer.question = std::move(question);
    answer.value = std::move(value);
    answer.voice = voice;
    return answer;
}

// The answers of a golden case of the package, as one voice gave them.
Answers answers_of(const policy::Package& package, const std::string& name) {
    Answers answers;
    for (const policy::GoldenCase& golden : package.cases()) {
        if (golden.name == name) {
            for (const policy::CaseRow& row : golden.answers) {
                answers.add(said(row.name, row.value));
            }
        }
    }
    EXPECT_FALSE(answers.empty()) << name;
    return answers;
}

Answers garden(std::string weeds, std::string lawn, std::string boat) {
    Answers answers;
    answers.add(said("weeds", std::move(weeds)));
    answers.add(said("lawn", std::move(lawn)));
    answers.add(said("has_boat", std::move(boat)));
    return answers;
}

TEST(Assess, gives_the_points_the_sum_and_the_date_of_the_table) {
    const Assessment ann =
        assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930, may_2006);
    ASSERT_TRUE(ann.points.has_value());
    EXPECT_EQ(*ann.points, Decimal(41));
    ASSERT_TRUE(ann.main.has_value());
    EXPECT_EQ(ann.main->stream, "adult_social_care");
    EXPECT_EQ(ann.main->weekly, Money::pence(16820));
    ASSERT_TRUE(ann.main->table_from.has_value());
    EXPECT_EQ(ann.main->table_from->for_people(), "1 April 2006");
    EXPECT_EQ(ann.find("adult_social_care")->contribution, Money::pence(600));
}

TEST(Assess, explains_the_means_test_apart_from_the_sum_it_is_asked_of) {
    const Answers answers = answers_of(pilot(), "ann_41_points");
    const Assessment ann = assess(pilot(), answers, born_1930, may_2006);
    const StreamSum& care = *ann.find("adult_social_care");
    EXPECT_EQ(care.contribution_answers,
              (std::vector<std::string>{"weekly_income", "savings", "disability_costs"}));
    ASSERT_EQ(care.contribution_why.size(), 3U);
    EXPECT_EQ(care.contribution_why.back().decision, "contribution");
    EXPECT_EQ(care.contribution_why.back().value, "£6.00");
    for (const policy::Explanation& line : care.contribution_why) {
        for (const policy::Explanation& other : care.why) {
            EXPECT_NE(line.decision, other.decision) << "a line is told once";
        }
        for (const policy::NamedValue& step : line.steps) {
            EXPECT_TRUE(step.value.starts_with("£")) << step.name << ": " << step.value;
        }
        for (const policy::Figure& figure : line.figures) {
            EXPECT_FALSE(figure.source.empty());
            EXPECT_EQ(figure.mark, policy::Mark::illustrative);
        }
    }
    EXPECT_TRUE(ann.find("access_to_work")->contribution_why.empty());
    EXPECT_FALSE(ann.find("supporting_people")->contribution.has_value());
}

TEST(Assess, names_what_the_means_test_waits_for) {
    const Answers all = answers_of(pilot(), "ann_41_points");
    Answers answers;
    for (const Answer& answer : all.given()) {
        if (answer.question != "savings") {
            answers.add(answer);
        }
    }
    const Assessment ann = assess(pilot(), answers, born_1930, may_2006);
    const StreamSum& care = *ann.find("adult_social_care");
    EXPECT_EQ(care.state, State::worked_out);
    EXPECT_FALSE(care.contribution.has_value());
    EXPECT_EQ(care.contribution_waiting_for, (std::vector<std::string>{"savings"}));
    EXPECT_TRUE(care.contribution_why.empty());
}

TEST(Assess, names_the_three_answers_that_move_the_sum_most_in_pounds) {
    const Assessment ann =
        assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930, may_2006);
    ASSERT_TRUE(ann.main.has_value());
    ASSERT_EQ(ann.main->matter_most.size(), 3U);
    bool washing = false;
    for (const policy::Difference& difference : ann.main->matter_most) {
        washing = washing || (difference.question == "washing_and_dressing" &&
                              difference.change.to_text() == "-52.10");
        // The sum worked out anew with that one answer changed is the sum the page speaks of.
        Answers changed = answers_of(pilot(), "ann_41_points");
        changed.add(said(difference.question, difference.lowest));
        const Assessment then = assess(pilot(), changed, born_1930, may_2006);
        ASSERT_TRUE(then.main.has_value());
        EXPECT_EQ(then.main->weekly.to_decimal() - ann.main->weekly.to_decimal(), difference.change)
            << difference.question;
    }
    EXPECT_TRUE(washing);
    const Assessment alone =
        assess(pilot(), answers_of(pilot(), "ann_washes_alone"), born_1930, may_2006);
    EXPECT_EQ(alone.main->weekly, Money::pence(16820 - 5210));
}

TEST(Assess, says_which_answer_gave_how_many_points_and_by_which_rule) {
    const Assessment ann =
        assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930, may_2006);
    ASSERT_FALSE(ann.answers.empty());
    EXPECT_EQ(ann.answers[0].question, "washing_and_dressing");
    EXPECT_EQ(ann.answers[0].points, Decimal(10));
    EXPECT_EQ(ann.answers[0].reason, "You need one person to help you wash and dress every day.");
    Decimal sum;
    for (const AnswerPoints& answer : ann.answers) {
        sum = sum + answer.points;
    }
    EXPECT_EQ(sum, Decimal(41));
    ASSERT_FALSE(ann.domains.empty());
    EXPECT_EQ(ann.domains[0].domain, "Personal care");
    EXPECT_EQ(ann.domains[0].points, Decimal(19));
}

TEST(Assess, puts_the_councils_sums_first_and_marks_the_others_as_estimates) {
    const Assessment ann =
        assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930, may_2006);
    ASSERT_EQ(ann.sums.size(), 6U);  // transport comes later
    EXPECT_TRUE(ann.sums[0].decided_by_council());
    for (std::size_t i = 1; i < ann.sums.size(); ++i) {
        EXPECT_FALSE(ann.sums[i].decided_by_council()) << ann.sums[i].stream.id;
    }
    EXPECT_EQ(ann.find("supporting_people")->weekly, Money::pence(2100));
    EXPECT_EQ(ann.find("disabled_facilities_grant")->one_off, Money::pence(435000));
    EXPECT_EQ(ann.find("independent_living_fund")->state, State::not_eligible);
    EXPECT_EQ(ann.find("transport"), nullptr);
}

TEST(Assess, a_stream_that_a_date_switches_on_is_assessed_from_that_date) {
    const Assessment later = assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930,
                                    *Date::parse("2006-10-01"));
    EXPECT_EQ(later.sums.size(), 7U);
    EXPECT_NE(later.find("transport"), nullptr);
}

TEST(Assess, never_guesses_for_an_answer_that_is_not_there) {
    Answers answers = answers_of(pilot(), "ann_41_points");
    Answer unsure = said("washing_and_dressing", "");
    unsure.not_sure = true;
    answers.add(unsure);
    const Assessment ann = assess(pilot(), answers, born_1930, may_2006);
    const StreamSum* care = ann.find("adult_social_care");
    EXPECT_EQ(care->state, State::waiting);
    EXPECT_EQ(care->waiting_for, std::vector<std::string>{"washing_and_dressing"});
    EXPECT_FALSE(care->weekly.has_value());
    EXPECT_FALSE(ann.main.has_value());
    EXPECT_FALSE(ann.points.has_value());
}

TEST(Assess, works_out_what_does_not_stand_on_the_missing_answer) {
    const policy::Package package = other();
    Answers answers;
    answers.add(said("weeds", "many"));
    answers.add(said("lawn", "long"));
    const Assessment found = assess(package, answers, born_1930, *Date::parse("2006-06-01"));
    EXPECT_EQ(found.find("garden_money")->weekly, Money::pence(3300));
    EXPECT_EQ(found.find("boat_money")->state, State::waiting);
    EXPECT_EQ(found.find("boat_money")->waiting_for, std::vector<std::string>{"has_boat"});
}

TEST(Assess, explains_every_line_with_its_figures_and_marks) {
    const Assessment ann =
        assess(pilot(), answers_of(pilot(), "ann_41_points"), born_1930, may_2006);
    const StreamSum* care = ann.find("adult_social_care");
    bool points = false;
    bool figure = false;
    for (const policy::Explanation& line : care->why) {
        points = points || line.decision == "points";
        for (const policy::Figure& used : line.figures) {
            figure = figure || (used.id == "band_41_base" &&
                                used.mark == policy::Mark::illustrative && !used.source.empty());
        }
    }
    EXPECT_TRUE(points);
    EXPECT_TRUE(figure);
}

TEST(Assess, works_on_a_package_with_other_streams_and_questions) {
    const policy::Package package = other();
    const Assessment found =
        assess(package, garden("many", "long", "no"), born_1930, *Date::parse("2006-06-01"));
    ASSERT_EQ(found.sums.size(), 2U);
    EXPECT_EQ(found.sums[0].stream.id, "garden_money");
    EXPECT_EQ(found.sums[0].weekly, Money::pence(3300));
    EXPECT_EQ(found.sums[1].state, State::not_eligible);
    ASSERT_EQ(found.answers.size(), 2U);
    EXPECT_EQ(found.answers[1].reason, "A long lawn.");
    ASSERT_EQ(found.main->matter_most.size(), 2U);
    EXPECT_EQ(found.main->matter_most[0].question, "lawn");
    EXPECT_EQ(found.main->matter_most[0].change, Decimal(-21));
}

TEST(Assess, uses_the_figures_of_the_day) {
    const policy::Package package = other();
    const Assessment later =
        assess(package, garden("many", "long", "no"), born_1930, *Date::parse("2007-01-01"));
    EXPECT_EQ(later.sums[0].weekly, Money::pence(3850));
    EXPECT_EQ(later.main->table_from, *Date::parse("2007-01-01"));
}

TEST(Assess, an_owner_without_a_formula_has_no_estimate) {
    const policy::Package package = other();
    Answers answers = garden("few", "short", "yes");
    answers.add(said("boat_cost", "90.00"));
    const Assessment found = assess(package, answers, born_1930, *Date::parse("2006-06-01"));
    EXPECT_EQ(found.find("garden_money")->state, State::not_eligible);
    EXPECT_EQ(found.find("garden_money")->reason, "Your garden is tidy.");
    EXPECT_EQ(found.find("boat_money")->state, State::no_formula);
    EXPECT_FALSE(found.find("boat_money")->one_off.has_value());
}

TEST(Points, a_rule_that_looks_at_two_answers_is_counted_once) {
    Answers answers = answers_of(pilot(), "ann_41_points");
    answers.add(said("family_support", "some"));
    answers.add(said("carer_wellbeing", "struggling"));
    const Assessment ann = assess(pilot(), answers, born_1930, may_2006);
    std::size_t lines = 0;
    for (const AnswerPoints& line : ann.answers) {
        if (line.decision == "carer_points") {
            ++lines;
            EXPECT_EQ(line.question, "carer_wellbeing");
            EXPECT_EQ(line.points, Decimal(5));
        }
    }
    EXPECT_EQ(lines, 1U);
}

TEST(PointsTable, tells_for_every_answer_what_the_engine_gives) {
    const std::vector<OfferedPoints> table = points_table(other(), *Date::parse("2006-06-01"));
    ASSERT_EQ(table.size(), 4U);
    EXPECT_EQ(table[0].answer, "few");
    EXPECT_EQ(table[0].points, Decimal(0));
    EXPECT_EQ(table[3].answer, "long");
    EXPECT_EQ(table[3].points, Decimal(7));
    EXPECT_EQ(table[3].reason, "A long lawn.");
    // A share of the family's help is no points.
    for (const OfferedPoints& row : points_table(pilot(), may_2006)) {
        EXPECT_NE(row.question, "family_support");
    }
}

TEST(Needs, the_owner_sees_the_answers_its_rules_read_and_no_others) {
    const policy::Package package = other();
    const Needs needs = needs_of(package, *package.stream("boat_money"));
    EXPECT_EQ(needs.questions, (std::vector<std::string>{"has_boat", "boat_cost"}));
    EXPECT_EQ(needs.decisions, std::vector<std::string>{"garden_weekly"});
    EXPECT_FALSE(needs.age);
}

TEST(Needs, the_fund_sees_what_the_council_pays_and_not_the_answers_behind_it) {
    const policy::Stream* fund = pilot().stream("independent_living_fund");
    const Needs needs = needs_of(pilot(), *fund);
    EXPECT_TRUE(needs.age);
    const auto& questions = needs.questions;
    EXPECT_NE(std::find(questions.begin(), questions.end(), "dla_care"), questions.end());
    EXPECT_EQ(std::find(questions.begin(), questions.end(), "washing_and_dressing"),
              questions.end());
}

}  // namespace
}  // namespace assessment
