// The assessment's pages through the whole site: from the first question to the owner's answer.

#include <gtest/gtest.h>

#include <chrono>

#include "casework/content.h"
#include "policy/glossary.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class AssessmentPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        ann_ = start(ann());
        path_ = "/people/" + ann_.to_text();
    }
    // Ann starts and answers every question one page after the other.
    void answer_each() {
        sign_in(account_of(ann_));
        fill_in(path_ + "/assessment", path_ + "/assessment", {});
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == "ann_41_points") {
                for (const policy::CaseRow& row : each.answers) {
                    const std::string page = path_ + "/assessment/" + row.name;
                    const Response kept =
                        fill_in(page, page, {{"answer", row.value}, {"then", "next"}});
                    ASSERT_EQ(kept.status, 303) << row.name << kept.body;
                }
            }
        }
    }
    // The questions that need no answer are passed over.
    Response send() {
        return fill_in(path_ + "/assessment/check-answers", path_ + "/assessment/send", {});
    }
    void answer_all() {
        answer_each();
        const Response sent = send();
        ASSERT_EQ(location(sent), path_ + "/assessment/sent") << sent.body;
    }
    void check_all() {
        answer_all();
        sign_in(worker_);
        const Response checked = fill_in(path_ + "/checking", path_ + "/checking", {});
        ASSERT_EQ(location(checked), path_ + "/decisions") << checked.body;
    }

    PersonId ann_;
    std::string path_;
};

TEST_F(AssessmentPages, ask_one_question_a_page_with_the_three_ways_out) {
    sign_in(account_of(ann_));
    EXPECT_TRUE(says(get(path_ + "/assessment"), "Start"));
    fill_in(path_ + "/assessment", path_ + "/assessment", {});
    EXPECT_TRUE(says(get(path_ + "/assessment"), "Personal care"));
    const Response page = get(path_ + "/assessment/washing_and_dressing");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "I am not sure"));
    EXPECT_TRUE(says(page, "Ask someone to help me"));
    EXPECT_TRUE(says(page, "I disagree"));
    const Response unknown = get(path_ + "/assessment/shoe_size");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(says(unknown, "assessment.question_unknown"));
}

TEST_F(AssessmentPages, keep_what_was_typed_and_say_how_to_mend_it) {
    sign_in(account_of(ann_));
    fill_in(path_ + "/assessment", path_ + "/assessment", {});
    const std::string savings = path_ + "/assessment/savings";
    for (const std::string typed : {"12.345", "1e9", "-0", "lots"}) {
        const Response refused = fill_in(savings, savings, {{"answer", typed}, {"then", "next"}});
        EXPECT_EQ(refused.status, 422) << typed;
        EXPECT_TRUE(says(refused, "value=\"" + typed + "\"")) << typed;
        EXPECT_TRUE(says(refused, "href=\"#answer\"")) << typed;
    }
    const Response empty = fill_in(savings, savings, {{"then", "next"}});
    EXPECT_EQ(empty.status, 422);
    const Response unsure = fill_in(savings, savings, {{"not_sure", "yes"}, {"then", "next"}});
    EXPECT_EQ(unsure.status, 303);
    EXPECT_TRUE(says(get(savings), "checked"));
}

TEST_F(AssessmentPages, asking_for_help_keeps_the_answer_first) {
    sign_in(account_of(ann_));
    fill_in(path_ + "/assessment", path_ + "/assessment", {});
    const std::string page = path_ + "/assessment/savings";
    const Response asked = fill_in(page, page, {{"answer", "3200.00"}, {"then", "help"}});
    EXPECT_EQ(location(asked), path_ + "/questions/new?about=question:savings&ask=help");
    EXPECT_EQ(get(location(asked)).status, 200);
    EXPECT_TRUE(says(get(page), "3200.00"));
}

TEST_F(AssessmentPages, the_easy_read_view_has_pictures_and_says_it_is_not_tested) {
    sign_in(account_of(ann_));
    fill_in(path_ + "/assessment", path_ + "/assessment", {});
    const Response page = get(path_ + "/assessment/washing_and_dressing?view=easy");
    EXPECT_TRUE(says(page, "Can you wash and dress?"));
    EXPECT_TRUE(says(page, "/assets/pictures/washing.svg"));
    EXPECT_TRUE(says(page, "not yet tested with readers"));
}

TEST_F(AssessmentPages, the_sums_are_there_at_once_with_who_decides) {
    answer_all();
    const Response sent = get(path_ + "/assessment/sent");
    EXPECT_TRUE(says(sent, "£168.20 a week"));
    EXPECT_TRUE(says(sent, "Not decided: The Supporting People commissioning body must decide"));
    EXPECT_TRUE(says(sent, "may be asked to pay £6.00 a week"));
}

// From sending the answers to the page with the sums, in a slow build on a busy machine too.
TEST_F(AssessmentPages, row_17_the_sums_are_there_within_a_second_of_the_last_answer) {
    answer_each();
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(send().status, 303);
    const Response page = get(path_ + "/assessment/sent");
    const auto took = std::chrono::steady_clock::now() - began;
    EXPECT_TRUE(says(page, "£168.20 a week"));
    EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), 1000);
}

TEST_F(AssessmentPages, why_says_points_table_date_and_the_answers_that_matter_most) {
    answer_all();
    const Response why = get(path_ + "/why");
    EXPECT_TRUE(says(why,
                     "Your answers gave 41 points. 41 points gives £168.20 a week in the "
                     "table of 1 April 2006."));
    EXPECT_TRUE(says(why,
                     "If you had answered “I can do this alone” to “Washing and dressing”, it "
                     "would be <strong>£52.10 less</strong> a week."));
    EXPECT_TRUE(says(why, "You need one person to help you wash and dress every day."));
    EXPECT_TRUE(says(why, "Illustrative"));
    EXPECT_TRUE(says(why, "What the council does not decide"));
    EXPECT_TRUE(says(get(path_ + "/why?view=easy"), "Not yet tested with readers"));
    const Response file = get(path_ + "/why/facts");
    EXPECT_TRUE(says(file, "\"washing_and_dressing\": \"daily_help\"")) << file.body;
}

TEST_F(AssessmentPages, why_tells_steps_other_answers_and_the_one_condition_that_failed) {
    answer_all();
    const Response why = get(path_ + "/why");
    EXPECT_TRUE(says(why, "What made this sum"));
    EXPECT_TRUE(says(why,
                     "Points for personal care: 19. With the answers that give least here, "
                     "it would be £"));
    EXPECT_TRUE(says(why, "Every other step that moved it"));
    EXPECT_TRUE(says(why, "If one answer were another"));
    EXPECT_TRUE(says(why, "With “A care home, for good” there would be no money from here."));
    EXPECT_TRUE(says(why, "Each of these rules missed by one condition."));
    EXPECT_TRUE(says(why, "“Hours of paid work” is 0. It must be more than 0."));
    EXPECT_TRUE(says(why, "“About to start paid work” is no. It must be yes."));
    const Response easy = get(path_ + "/why?view=easy");
    EXPECT_TRUE(says(easy, "Points for personal care: 19."));
    EXPECT_TRUE(says(easy, "With other answers"));
    EXPECT_TRUE(says(easy, "The rules say no."));
    EXPECT_TRUE(says(easy, "Hard words"));
}

TEST_F(AssessmentPages, no_term_of_the_glossary_stands_under_why_without_its_meaning) {
    answer_all();
    const policy::Glossary glossary =
        policy::Glossary::parse(casework::content("glossary.csv")).value();
    for (const std::string view : {"", "?view=easy"}) {
        const Response why = get(path_ + "/why" + view);
        // Navigation and foot are the same on every page.
        const std::size_t from = why.body.find("<main");
        const std::string main = why.body.substr(from, why.body.find("</main>") - from);
        const std::vector<policy::Term> terms = glossary.terms_in(main);
        EXPECT_GE(terms.size(), 3U);
        for (const policy::Term& term : terms) {
            EXPECT_TRUE(says(why, view.empty() ? term.meaning : term.easy)) << term.term;
        }
    }
}

TEST_F(AssessmentPages, the_worker_sees_answers_side_by_side_and_decides_with_reasons) {
    answer_all();
    sign_in(worker_);
    EXPECT_TRUE(says(get(path_ + "/checking"), "Where nobody says otherwise"));
    const std::string one = path_ + "/checking/washing_and_dressing";
    EXPECT_EQ(fill_in(one, one, {{"answer", "some_help"}}).status, 303);
    EXPECT_TRUE(says(get(path_ + "/checking"), "1 answer to talk about"));
    fill_in(path_ + "/checking", path_ + "/checking", {});

    const std::string care = path_ + "/decisions/adult_social_care";
    EXPECT_TRUE(says(get(care), "The rules give:"));
    const Response silent =
        fill_in(care, care, {{"eligible", "yes"}, {"weekly", "170.00"}, {"reason", ""}});
    EXPECT_EQ(silent.status, 422);
    EXPECT_TRUE(says(silent, "value=\"170.00\""));
    const Response kept = fill_in(
        care, care,
        {{"eligible", "yes"}, {"weekly", "170.00"}, {"reason", "Evenings need more time."}});
    EXPECT_EQ(location(kept), path_ + "/decisions") << kept.body;
    EXPECT_EQ(fill_in(path_ + "/decisions", care + "/agree", {}).status, 303);
    sign_in(account_of(ann_));
    const Response seen = get(path_ + "/decisions");
    EXPECT_TRUE(says(seen, "Evenings need more time."));
    EXPECT_TRUE(says(seen, "Will Ray"));
    EXPECT_TRUE(says(seen, "Yes, £170.00 a week"));
}

TEST_F(AssessmentPages, the_owner_sees_what_the_decision_needs_and_answers) {
    const AccountId owner =
        staff_account("Hal Dean", {people::Role::stream_owner}, "supporting_people");
    check_all();
    const std::string refer = path_ + "/decisions/supporting_people/refer";
    EXPECT_TRUE(says(get(refer), "What they will see"));
    EXPECT_EQ(fill_in(refer, refer,
                      {{"note", "Rent is late."},
                       {"reply_by-day", "1"},
                       {"reply_by-month", "6"},
                       {"reply_by-year", "2006"}})
                  .status,
              303);
    sign_in(owner);
    const Response home = get("/stream/referrals");
    EXPECT_TRUE(says(home, "1 referral to decide"));
    EXPECT_FALSE(says(home, "Ann Ashe"));
    const std::size_t at = home.body.find("/stream/referrals/ref_");
    ASSERT_NE(at, std::string::npos);
    const std::string referral = home.body.substr(at, home.body.find('"', at) - at);
    const Response page = get(referral);
    EXPECT_TRUE(says(page, "Rent is late."));
    EXPECT_FALSE(says(page, "Washing and dressing"));
    EXPECT_EQ(get(path_ + "/assessment").status, 403);
    const Response answered = fill_in(referral, referral,
                                      {{"eligible", "yes"},
                                       {"weekly", "19.00"},
                                       {"reason", "Help with rent."},
                                       {"decided_by", "The commissioning body"},
                                       {"on-day", "3"},
                                       {"on-month", "5"},
                                       {"on-year", "2006"}});
    EXPECT_EQ(location(answered), "/stream/referrals") << answered.body;
    EXPECT_TRUE(says(get("/stream/referrals"), "Yes, £19.00 a week"));
    sign_in(account_of(ann_));
    EXPECT_TRUE(says(get(path_ + "/why"), "Agreed on 3 May 2006 by The commissioning body."));
}

TEST_F(AssessmentPages, answers_on_paper_are_keyed_in_by_part) {
    sign_in(worker_);
    fill_in(path_ + "/keyed-assessment", path_ + "/keyed-assessment", {{"channel", "paper"}});
    const std::string part = path_ + "/keyed-assessment/1";
    EXPECT_TRUE(says(get(part), "Washing and dressing"));
    EXPECT_EQ(fill_in(part, part,
                      {{"answer-washing_and_dressing", "daily_help"},
                       {"not_sure-using_the_toilet", "yes"},
                       {"channel", "paper"}})
                  .status,
              303);
    EXPECT_TRUE(says(get(path_ + "/keyed-assessment"), "2 of 3"));
    const Response unknown = get(path_ + "/keyed-assessment/99");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(says(unknown, "assessment.part_unknown"));
}

TEST_F(AssessmentPages, everybody_can_read_how_allocation_works) {
    EXPECT_TRUE(says(get("/how-allocation-works"), "A person decides"));
    const Response page = get("/how-allocation-works/england-2005-pilot");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Independent Living Fund"));
    EXPECT_TRUE(says(page, "Illustrative"));
    EXPECT_TRUE(says(page, "every subtotal agrees"));
    EXPECT_FALSE(says(page, "a subtotal differs"));
    const Response unknown = get("/how-allocation-works/nowhere");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(says(unknown, "casework.package_unknown"));
}

TEST_F(AssessmentPages, everybody_can_read_every_table_rule_for_rule) {
    const std::string path = "/how-allocation-works/england-2005-pilot/tables";
    const Response page = get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Washing and dressing"));
    EXPECT_TRUE(says(page, "£168.20 a week"));
    EXPECT_TRUE(says(get(path + "?on=2007-05-01"), "£172.31 a week"));
    EXPECT_EQ(get("/how-allocation-works/nowhere/tables").status, 404);
}

TEST_F(AssessmentPages, everybody_can_read_the_transparency_record_of_the_rules) {
    const std::string path = "/how-allocation-works/england-2005-pilot/transparency";
    const Response page = get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Independent Living Fund"));
    EXPECT_TRUE(says(page, "The council has to say this"));
    const Response data = get(path + ".json");
    EXPECT_EQ(data.status, 200);
    EXPECT_TRUE(data.content_type.starts_with("application/json"));
    EXPECT_TRUE(says(data, "\"deciders\""));
    EXPECT_EQ(get("/how-allocation-works/nowhere/transparency").status, 404);
    EXPECT_EQ(get("/how-allocation-works/nowhere/transparency.json").status, 404);
}

}  // namespace
}  // namespace web
