// An assessment from its first answer to the owners' decisions, on a real book.

#include "casework/assess_person.h"

#include <algorithm>

#include "assessment/other_package.h"
#include "casework/answer_referral.h"
#include "casework/check_answers.h"
#include "casework/council_for_tests.h"
#include "casework/decide_eligibility.h"
#include "casework/refer_to_owner.h"
#include "casework/see_assessment.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/journal.h"
#include "store/standing.h"
#include "store/steps.h"

namespace casework {
namespace {

using assessment::Channel;
using assessment::Stage;
using assessment::Status;
using assessment::StreamDecision;
using assessment::Verdict;
using assessment::Voice;

std::string code(const auto& result) {
    return result ? std::string() : result.error().code;
}

class Assessing : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        ann_ = start(ann());
        ann_account_ = account_of(ann_);
    }

    // The answers of a golden case of the package.
    std::vector<TypedAnswer> golden(const std::string& name = "ann_41_points") {
        std::vector<TypedAnswer> answers;
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == name) {
                for (const policy::CaseRow& row : each.answers) {
                    answers.push_back({row.name, row.value});
                }
            }
        }
        EXPECT_FALSE(answers.empty());
        return answers;
    }
    void send_all(const std::vector<TypedAnswer>& answers) {
        Desk at = desk(ann_account_);
        ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
        ASSERT_EQ(code(save_answers(at, ann_, answers, {}, Channel::page)), "");
        ASSERT_EQ(code(send_assessment(at, ann_, Channel::page)), "");
    }
    void check_all() {
        send_all(golden());
        Desk worker = desk(worker_);
        ASSERT_EQ(code(finish_check(worker, ann_)), "");
    }
    AssessmentView view() {
        Desk at = desk(ann_account_);
        auto seen = see_assessment(at, ann_, "test");
        EXPECT_TRUE(seen.has_value());
        return *seen;
    }
    const StreamDecision* last(const AssessmentView& seen, const StreamId& stream, Stage stage) {
        return assessment::latest(seen.decisions, stream, stage);
    }
    std::vector<std::string> steps() {
        std::vector<std::string> names;
        store_->read([&](store::Snapshot& snapshot) {
            for (const store::Step& step : store::load_steps(snapshot, ann_)) {
                names.push_back(step.name);
            }
            return 0;
        });
        return names;
    }
    bool has_step(const std::string& name) {
        const std::vector<std::string> all = steps();
        return std::find(all.begin(), all.end(), name) != all.end();
    }
    Verdict yes(std::int64_t pence, std::string reason = "It meets the need for help every day.") {
        return {.eligible = true, .weekly = Money::pence(pence), .reason = std::move(reason)};
    }

    PersonId ann_;
    AccountId ann_account_;
};

TEST_F(Assessing, keeps_every_answer_and_goes_on_another_day) {
    Desk at = desk(ann_account_);
    ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
    ASSERT_EQ(
        code(save_answers(at, ann_, {{"washing_and_dressing", "daily_help"}}, {}, Channel::page)),
        "");
    Desk later = desk(ann_account_, "2006-05-19");
    EXPECT_EQ(code(start_assessment(later, ann_, Channel::page)), "assessment.already_open");
    ASSERT_EQ(code(save_answers(later, ann_, {{"making_meals", "", true}}, {}, Channel::page)), "");
    const AssessmentView seen = view();
    EXPECT_EQ(seen.record->status, Status::started);
    EXPECT_EQ(seen.answers.counting("washing_and_dressing")->value, "daily_help");
    EXPECT_TRUE(seen.answers.counting("making_meals")->not_sure);
    EXPECT_EQ(seen.answers.counting("making_meals")->by_name, "Ann Ashe");
}

TEST_F(Assessing, a_refused_answer_names_its_question_and_keeps_none_of_the_form) {
    Desk at = desk(ann_account_);
    ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
    const Outcome refused =
        save_answers(at, ann_, {{"washing_and_dressing", "daily_help"}, {"savings", "12.345"}}, {},
                     Channel::page);
    EXPECT_EQ(code(refused), "money.part_of_a_penny");
    EXPECT_EQ(refused.error().place, "savings");
    EXPECT_TRUE(view().answers.empty());
    EXPECT_EQ(code(save_answers(at, ann_, {{"shoe_size", "7"}}, {}, Channel::page)),
              "assessment.unknown_question");
    EXPECT_EQ(code(save_answers(at, ann_, {{"making_meals", "sometimes"}}, {}, Channel::page)),
              "answer.not_an_option");
}

TEST_F(Assessing, is_not_sent_before_every_question_has_an_answer_or_not_sure) {
    Desk at = desk(ann_account_);
    EXPECT_EQ(code(send_assessment(at, ann_, Channel::page)), "assessment.not_started");
    ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
    std::vector<TypedAnswer> answers = golden();
    std::erase_if(answers, [](const TypedAnswer& each) { return each.question == "savings"; });
    ASSERT_EQ(code(save_answers(at, ann_, answers, {}, Channel::page)), "");
    const Outcome early = send_assessment(at, ann_, Channel::page);
    EXPECT_EQ(code(early), "assessment.not_finished");
    EXPECT_EQ(early.error().place, "savings");
    ASSERT_EQ(code(save_answers(at, ann_, {{"savings", "", true}}, {}, Channel::page)), "");
    EXPECT_EQ(code(send_assessment(at, ann_, Channel::page)), "");
    EXPECT_EQ(code(save_answers(at, ann_, answers, {}, Channel::page)), "assessment.already_sent");
}

TEST_F(Assessing, nothing_begins_on_a_closed_record_or_without_its_rules) {
    Desk at = desk(ann_account_);
    Desk worker = desk(worker_);
    EXPECT_EQ(code(add_worker_answers(worker, ann_, {{"making_meals", "alone"}})),
              "assessment.not_started");
    ASSERT_EQ(code(start_assessment(at, ann_, Channel::page)), "");
    EXPECT_EQ(code(add_worker_answers(worker, ann_, {{"making_meals", "alone"}})),
              "assessment.not_sent");
    const auto rules = shelf_.extract("england-2005-pilot");
    EXPECT_EQ(code(see_assessment(at, ann_, "test")), "casework.package_unknown");
    shelf_["england-2005-pilot"] = rules.mapped();
    const PersonId bea = start(ann());
    const Outcome closed = store_->write([&](store::Tx& tx) -> Outcome {
        TRY(people::Person record, store::load_person(tx, bea));
        record.ended_on = day("2006-05-02");
        store::change(tx, record);
        return Done{};
    });
    ASSERT_EQ(code(closed), "");
    Desk own = desk(account_of(bea));
    EXPECT_EQ(code(start_assessment(own, bea, Channel::page)), "casework.record_closed");
    const auto unknown = store_->read([](store::Snapshot& snapshot) {
        return store::load_assessment(snapshot, AssessmentId{1, 1});
    });
    EXPECT_EQ(code(unknown), "assessment.not_found");
}

TEST_F(Assessing, sending_keeps_an_indicative_fact_for_each_stream) {
    send_all(golden());
    const AssessmentView seen = view();
    EXPECT_EQ(seen.record->status, Status::sent);
    const StreamDecision* care = last(seen, "adult_social_care", Stage::indicative);
    ASSERT_NE(care, nullptr);
    EXPECT_EQ(care->weekly, Money::pence(16820));
    EXPECT_EQ(care->on, day("2006-05-03"));
    const StreamDecision* fund = last(seen, "independent_living_fund", Stage::indicative);
    ASSERT_NE(fund, nullptr);
    EXPECT_FALSE(fund->eligible);
    EXPECT_FALSE(fund->reason.empty());
    EXPECT_EQ(last(seen, "adult_social_care", Stage::agreed), nullptr);
    EXPECT_TRUE(has_step("assessment_started"));
    EXPECT_TRUE(has_step("assessment_sent"));
}

TEST_F(Assessing, the_same_request_sent_twice_is_one_act) {
    Desk at = desk(ann_account_);
    at.request = at.new_id<RequestId>();
    at.fingerprint = "start";
    const auto first = start_assessment(at, ann_, Channel::page);
    const auto again = start_assessment(at, ann_, Channel::page);
    ASSERT_EQ(code(first), "");
    EXPECT_EQ(*first, *again);
    at.fingerprint = "something else";
    EXPECT_EQ(code(start_assessment(at, ann_, Channel::page)), "request.other_content");

    Desk save = desk(ann_account_);
    save.request = save.new_id<RequestId>();
    save.fingerprint = "save";
    const std::vector<TypedAnswer> answer = {{"making_meals", "alone"}};
    ASSERT_EQ(code(save_answers(save, ann_, answer, {}, Channel::page)), "");
    ASSERT_EQ(code(save_answers(save, ann_, answer, {}, Channel::page)), "");
    EXPECT_EQ(view().answers.given().size(), 1U);
    EXPECT_EQ(std::ranges::count(steps(), "assessment_started"), 1);
}

TEST_F(Assessing, a_helpers_answer_is_by_jo_for_ann_and_her_own_view_stands_beside_it) {
    HelpOffer offer;
    offer.name = "Jo Field";
    offer.kind = "family";
    offer.scopes = {people::Scope::see, people::Scope::answer};
    offer.from = day("2006-05-03");
    Desk at = desk(ann_account_);
    const auto arranged = invite_helper(at, ann_, offer);
    ASSERT_TRUE(arranged.has_value());
    const AccountId jo = store_->read([&](store::Snapshot& snapshot) {
        return store::load_relationships(snapshot, ann_).front().helper;
    });
    Desk helping = desk(jo);
    ASSERT_EQ(code(start_assessment(helping, ann_, Channel::page)), "");
    ASSERT_EQ(code(save_answers(helping, ann_, {{"washing_and_dressing", "daily_help"}},
                                {{"washing_and_dressing", "alone"}}, Channel::page)),
              "");
    AssessmentView seen = view();
    const assessment::Answer* by_jo = seen.answers.latest("washing_and_dressing", Voice::helper);
    ASSERT_NE(by_jo, nullptr);
    EXPECT_EQ(by_jo->by_name, "Jo Field");
    EXPECT_EQ(by_jo->for_name, "Ann Ashe");
    EXPECT_EQ(seen.answers.own_view("washing_and_dressing")->value, "alone");
    EXPECT_TRUE(seen.answers.differs("washing_and_dressing"));
    // Ann answers herself later: hers counts, Jo's is still there.
    ASSERT_EQ(
        code(save_answers(at, ann_, {{"washing_and_dressing", "reminder"}}, {}, Channel::page)),
        "");
    seen = view();
    EXPECT_EQ(seen.answers.counting("washing_and_dressing")->value, "reminder");
    EXPECT_EQ(seen.answers.latest("washing_and_dressing", Voice::helper)->value, "daily_help");
    // The right is gone the moment it is taken away.
    Desk ann_desk = desk(ann_account_);
    ASSERT_EQ(code(end_helper(ann_desk, ann_, arranged->relationship)), "");
    EXPECT_EQ(code(save_answers(helping, ann_, {{"making_meals", "alone"}}, {}, Channel::page)),
              "people.not_allowed");
}

TEST_F(Assessing, paper_and_telephone_reach_the_same_state) {
    Desk worker = desk(worker_);
    ASSERT_EQ(code(start_assessment(worker, ann_, Channel::paper)), "");
    ASSERT_EQ(code(save_answers(worker, ann_, golden(), {}, Channel::telephone)), "");
    ASSERT_EQ(code(send_assessment(worker, ann_, Channel::telephone)), "");
    const AssessmentView seen = view();
    EXPECT_EQ(seen.record->status, Status::sent);
    const assessment::Answer* answer = seen.answers.counting("washing_and_dressing");
    EXPECT_EQ(answer->voice, Voice::person);
    EXPECT_EQ(answer->channel, Channel::telephone);
    EXPECT_EQ(answer->by_name, "Will Ray");
    EXPECT_EQ(last(seen, "adult_social_care", Stage::indicative)->weekly, Money::pence(16820));
}

TEST_F(Assessing, only_those_who_may_can_do_each_step) {
    const PersonId bea = start(ann());
    Desk other = desk(account_of(bea));
    Desk admin = desk(admin_);
    Desk worker = desk(worker_);
    Desk own = desk(ann_account_);
    EXPECT_EQ(code(start_assessment(other, ann_, Channel::page)), "people.not_allowed");
    EXPECT_EQ(code(see_assessment(other, ann_, "x")), "people.not_allowed");
    EXPECT_EQ(code(see_assessment(admin, ann_, "x")), "people.not_allowed");
    EXPECT_EQ(code(start_assessment(worker, ann_, Channel::page)), "people.not_allowed");
    EXPECT_EQ(code(start_assessment(own, ann_, Channel::paper)), "people.not_allowed");
    check_all();
    EXPECT_EQ(code(decide_eligibility(own, ann_, "adult_social_care", yes(100))),
              "people.not_allowed");
    EXPECT_EQ(code(agree_proposal(own, ann_, "adult_social_care")), "people.not_allowed");
    EXPECT_EQ(code(refer_to_owner(own, ann_, {"transport", day("2006-06-01")})),
              "people.not_allowed");
    EXPECT_EQ(code(finish_check(own, ann_)), "people.not_allowed");
}

TEST_F(Assessing, the_workers_answers_stand_beside_hers_and_change_the_sum) {
    send_all(golden());
    Desk worker = desk(worker_, "2006-05-10");
    ASSERT_EQ(code(add_worker_answers(worker, ann_, {{"washing_and_dressing", "alone"}})), "");
    ASSERT_EQ(code(finish_check(worker, ann_)), "");
    const AssessmentView seen = view();
    EXPECT_EQ(seen.answers.own_view("washing_and_dressing")->value, "daily_help");
    EXPECT_EQ(seen.answers.counting("washing_and_dressing")->value, "alone");
    const StreamDecision* care = last(seen, "adult_social_care", Stage::indicative);
    EXPECT_EQ(care->weekly, Money::pence(11610));
    EXPECT_EQ(care->on, day("2006-05-10"));
    // The first sum is still there, a fact of its own day.
    EXPECT_EQ(seen.decisions.front().on, day("2006-05-03"));
    EXPECT_EQ(code(add_worker_answers(worker, ann_, {{"making_meals", "alone"}})),
              "assessment.already_checked");
    EXPECT_TRUE(has_step("answers_checked"));
}

TEST_F(Assessing, a_check_is_not_finished_while_a_needed_answer_is_only_not_sure) {
    std::vector<TypedAnswer> answers = golden();
    for (TypedAnswer& answer : answers) {
        if (answer.question == "savings") {
            answer = {"savings", "", true};
        }
    }
    send_all(answers);
    Desk worker = desk(worker_);
    const Outcome early = finish_check(worker, ann_);
    EXPECT_EQ(code(early), "assessment.not_finished");
    EXPECT_EQ(early.error().place, "savings");
    ASSERT_EQ(code(add_worker_answers(worker, ann_, {{"savings", "3200.00"}})), "");
    EXPECT_EQ(code(finish_check(worker, ann_)), "");
}

TEST_F(Assessing, a_worker_decides_with_reasons_and_may_depart_from_the_proposal) {
    check_all();
    Desk worker = desk(worker_, "2006-05-12");
    EXPECT_EQ(code(decide_eligibility(worker, ann_, "adult_social_care", yes(16820, ""))),
              "decision.reason_missing");
    EXPECT_EQ(code(decide_eligibility(worker, ann_, "adult_social_care",
                                      {.eligible = true, .reason = "Yes."})),
              "decision.sum_missing");
    EXPECT_EQ(code(decide_eligibility(worker, ann_, "nothing_here", yes(1))),
              "decision.stream_unknown");
    ASSERT_EQ(code(decide_eligibility(worker, ann_, "adult_social_care",
                                      yes(18000, "Evenings take longer than the table says."))),
              "");
    AssessmentView seen = view();
    const StreamDecision* proposed = last(seen, "adult_social_care", Stage::proposed);
    ASSERT_NE(proposed, nullptr);
    EXPECT_EQ(proposed->weekly, Money::pence(18000));
    EXPECT_EQ(proposed->decided_by, "Will Ray");
    EXPECT_EQ(proposed->reason, "Evenings take longer than the table says.");
    EXPECT_TRUE(
        assessment::departs(*proposed, *last(seen, "adult_social_care", Stage::indicative)));
    EXPECT_EQ(seen.record->status, Status::decided);
    // The three facts stand apart; agreeing does not touch the others.
    ASSERT_EQ(code(agree_proposal(worker, ann_, "adult_social_care")), "");
    EXPECT_EQ(code(agree_proposal(worker, ann_, "adult_social_care")), "decision.already_agreed");
    seen = view();
    EXPECT_EQ(last(seen, "adult_social_care", Stage::indicative)->weekly, Money::pence(16820));
    EXPECT_EQ(last(seen, "adult_social_care", Stage::agreed)->weekly, Money::pence(18000));
    EXPECT_TRUE(has_step("eligibility_decided"));
    EXPECT_TRUE(has_step("sum_agreed"));
}

TEST_F(Assessing, no_is_agreed_at_once_because_no_plan_will_follow) {
    check_all();
    Desk worker = desk(worker_);
    EXPECT_EQ(code(agree_proposal(worker, ann_, "adult_social_care")), "decision.nothing_proposed");
    ASSERT_EQ(code(decide_eligibility(
                  worker, ann_, "adult_social_care",
                  {.eligible = false, .reason = "Your daughter gives all the help you want."})),
              "");
    const AssessmentView seen = view();
    const StreamDecision* agreed = last(seen, "adult_social_care", Stage::agreed);
    ASSERT_NE(agreed, nullptr);
    EXPECT_FALSE(agreed->eligible);
    EXPECT_EQ(last(seen, "adult_social_care", Stage::proposed), nullptr);
}

TEST_F(Assessing, nothing_is_decided_or_referred_before_the_check) {
    send_all(golden());
    Desk worker = desk(worker_);
    EXPECT_EQ(code(decide_eligibility(worker, ann_, "adult_social_care", yes(100))),
              "assessment.not_checked");
    EXPECT_EQ(code(refer_to_owner(worker, ann_, {"supporting_people", day("2006-06-01")})),
              "assessment.not_checked");
}

TEST_F(Assessing, works_on_a_package_with_other_streams_and_questions) {
    auto loaded = policy::Package::load("gardens", assessment::other_package_files());
    ASSERT_TRUE(loaded.has_value());
    shelf_["gardens"] = std::make_shared<const policy::Package>(std::move(*loaded));
    NewRecord record = ann();
    record.package = "gardens";
    ann_ = start(record);
    ann_account_ = account_of(ann_);
    send_all({{"weeds", "many"}, {"lawn", "long"}, {"has_boat", "yes"}, {"boat_cost", "90"}});
    Desk worker = desk(worker_);
    ASSERT_EQ(code(finish_check(worker, ann_)), "");
    EXPECT_EQ(code(decide_eligibility(worker, ann_, "boat_money", yes(1))), "decision.not_ours");
    ASSERT_EQ(code(decide_eligibility(worker, ann_, "garden_money", yes(3300))), "");
    // The harbour answers for boats, with a sum paid once and none a week.
    const AccountId harbour = staff_account("Pip Quay", {people::Role::stream_owner}, "boat_money");
    const auto referral = refer_to_owner(worker, ann_, {"boat_money", day("2006-06-01")});
    ASSERT_EQ(code(referral), "");
    Desk owner = desk(harbour);
    const auto page = see_referral(owner, *referral);
    ASSERT_TRUE(page.has_value());
    ASSERT_EQ(page->facts.size(), 3U);
    EXPECT_EQ(page->facts[1].value, "£90.00");
    EXPECT_TRUE(page->facts[2].value.starts_with("Yes, £33.00 a week (proposed"));
    Verdict boat{.eligible = true,
                 .weekly = Money::pence(9000),
                 .on = day("2006-05-03"),
                 .decided_by = "The harbour master",
                 .reason = "The boat is needed."};
    EXPECT_EQ(code(answer_referral(owner, *referral, boat)), "decision.not_weekly");
    boat.weekly.reset();
    boat.one_off = Money::pence(9000);
    ASSERT_EQ(code(answer_referral(owner, *referral, boat)), "");
    const AssessmentView seen = view();
    EXPECT_EQ(last(seen, "garden_money", Stage::proposed)->weekly, Money::pence(3300));
    EXPECT_EQ(last(seen, "boat_money", Stage::agreed)->one_off, Money::pence(9000));
    EXPECT_EQ(seen.record->status, Status::decided);
}

}  // namespace
}  // namespace casework
