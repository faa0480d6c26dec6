// Referrals to the owner of a stream: what the owner sees, and what the answer does.

#include "casework/answer_referral.h"

#include "casework/assess_person.h"
#include "casework/check_answers.h"
#include "casework/council_for_tests.h"
#include "casework/refer_to_owner.h"
#include "casework/see_assessment.h"
#include "store/decisions.h"
#include "store/journal.h"

namespace casework {
namespace {

using assessment::Channel;
using assessment::Stage;
using assessment::Verdict;

std::string code(const auto& result) {
    return result ? std::string() : result.error().code;
}

class Referring : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        ann_ = start(ann());
        fund_ = staff_account("Flo Ng", {people::Role::stream_owner}, "independent_living_fund");
        housing_ = staff_account("Hal Dean", {people::Role::stream_owner}, "supporting_people");
        std::vector<TypedAnswer> answers;
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == "ann_41_points") {
                for (const policy::CaseRow& row : each.answers) {
                    answers.push_back({row.name, row.value});
                }
            }
        }
        Desk at = desk(worker_);
        ASSERT_EQ(code(start_assessment(at, ann_, Channel::paper)), "");
        ASSERT_EQ(code(save_answers(at, ann_, answers, {}, Channel::paper)), "");
        ASSERT_EQ(code(send_assessment(at, ann_, Channel::paper)), "");
        ASSERT_EQ(code(finish_check(at, ann_)), "");
    }
    ReferralId refer(const StreamId& stream) {
        Desk at = desk(worker_);
        const auto made =
            refer_to_owner(at, ann_, {stream, day("2006-06-01"), "She rents from the council."});
        EXPECT_EQ(code(made), "");
        return made ? *made : ReferralId{};
    }
    Verdict yes() {
        return {.eligible = true,
                .weekly = Money::pence(1900),
                .on = day("2006-05-20"),
                .decided_by = "The commissioning body",
                .reason = "Help with rent and letters."};
    }

    PersonId ann_;
    AccountId fund_;
    AccountId housing_;
};

TEST_F(Referring, is_asked_once_at_a_time_and_only_of_an_owner) {
    refer("supporting_people");
    Desk at = desk(worker_);
    EXPECT_EQ(code(refer_to_owner(at, ann_, {"supporting_people", day("2006-06-01")})),
              "referral.already_waiting");
    EXPECT_EQ(code(refer_to_owner(at, ann_, {"adult_social_care", day("2006-06-01")})),
              "referral.we_decide");
    EXPECT_EQ(code(refer_to_owner(at, ann_, {"transport", day("2006-06-01")})),
              "referral.stream_unknown");
    EXPECT_EQ(code(refer_to_owner(at, ann_, {"access_to_work", day("2006-05-01")})),
              "referral.reply_too_early");
}

TEST_F(Referring, an_owner_sees_its_own_stream_only) {
    const ReferralId referral = refer("supporting_people");
    Desk fund = desk(fund_);
    Desk housing = desk(housing_);
    EXPECT_EQ(code(see_referral(fund, referral)), "people.not_allowed");
    EXPECT_EQ(code(see_stream_home(fund, "supporting_people")), "people.not_allowed");
    EXPECT_EQ(code(answer_referral(fund, referral, yes())), "people.not_allowed");
    EXPECT_EQ(code(see_assessment(housing, ann_, "x")), "people.not_allowed");
    const auto home = see_stream_home(housing, "supporting_people");
    ASSERT_TRUE(home.has_value());
    ASSERT_EQ(home->waiting.size(), 1U);
    EXPECT_EQ(home->name, "Supporting People");
    EXPECT_EQ(see_stream_home(fund, "independent_living_fund")->waiting.size(), 0U);
    EXPECT_EQ(code(see_referral(housing, ReferralId{1, 1})), "referral.not_found");
}

TEST_F(Referring, shows_what_the_decision_needs_and_writes_the_look_down) {
    const ReferralId referral = refer("supporting_people");
    Desk housing = desk(housing_);
    const auto page = see_referral(housing, referral);
    ASSERT_TRUE(page.has_value());
    bool hours = false;
    EXPECT_EQ(page->estimate_mark, policy::Mark::illustrative);
    for (const ReferralFact& fact : page->facts) {
        hours = hours || (fact.label.starts_with("How many hours a week of help to keep") &&
                          fact.value == "1.5");
        EXPECT_NE(fact.label, "Washing and dressing");
        EXPECT_NE(fact.label, "Your savings");
        EXPECT_EQ(fact.value.find_first_of("{}_"), std::string::npos)
            << fact.value << " is for machines";
    }
    EXPECT_TRUE(hours);
    ASSERT_TRUE(page->estimate.has_value());
    EXPECT_EQ(page->estimate->weekly, Money::pence(2100));
    const auto looks = store_->read(
        [&](store::Snapshot& snapshot) { return store::load_looks(snapshot, ann_, 50); });
    ASSERT_FALSE(looks.empty());
    bool written = false;
    for (const store::Look& look : looks) {
        written = written || (look.actor_name == "Hal Dean" && look.purpose == "referral");
    }
    EXPECT_TRUE(written);
}

TEST_F(Referring, the_answer_is_an_agreed_fact_with_day_decider_and_reason) {
    const ReferralId referral = refer("supporting_people");
    Desk housing = desk(housing_, "2006-05-22");
    Verdict early = yes();
    early.on = day("2006-05-02");
    EXPECT_EQ(code(answer_referral(housing, referral, early)), "referral.before_asked");
    Verdict late = yes();
    late.on = day("2006-05-23");
    EXPECT_EQ(code(answer_referral(housing, referral, late)), "decision.in_future");
    housing.request = housing.new_id<RequestId>();
    housing.fingerprint = "answer";
    const auto first = answer_referral(housing, referral, yes());
    ASSERT_EQ(code(first), "");
    EXPECT_EQ(*answer_referral(housing, referral, yes()), *first);  // a double click
    Desk again = desk(housing_, "2006-05-22");
    EXPECT_EQ(code(answer_referral(again, referral, yes())), "referral.already_answered");

    const auto facts = store_->read(
        [&](store::Snapshot& snapshot) { return store::load_decisions(snapshot, ann_); });
    const auto* agreed = assessment::latest(facts, "supporting_people", Stage::agreed);
    ASSERT_NE(agreed, nullptr);
    EXPECT_EQ(agreed->weekly, Money::pence(1900));
    EXPECT_EQ(agreed->on, day("2006-05-20"));
    EXPECT_EQ(agreed->decided_by, "The commissioning body");
    EXPECT_EQ(assessment::latest(facts, "supporting_people", Stage::indicative)->weekly,
              Money::pence(2100));
    const auto home = see_stream_home(again, "supporting_people");
    EXPECT_TRUE(home->waiting.empty());
    ASSERT_EQ(home->answered.size(), 1U);
    EXPECT_EQ(home->answered[0].decision->weekly, Money::pence(1900));
    // After an answer the worker may ask again, when life has changed.
    EXPECT_FALSE(refer("supporting_people").is_none());
}

TEST_F(Referring, a_refusal_is_a_fact_too) {
    const ReferralId referral = refer("independent_living_fund");
    Desk fund = desk(fund_, "2006-05-22");
    const Verdict no{.eligible = false,
                     .on = day("2006-05-20"),
                     .decided_by = "The trustees",
                     .reason = "The care part is not at the highest rate."};
    ASSERT_EQ(code(answer_referral(fund, referral, no)), "");
    const auto page = see_referral(fund, referral);
    ASSERT_TRUE(page->decision.has_value());
    EXPECT_FALSE(page->decision->eligible);
    EXPECT_EQ(page->decision->reason, "The care part is not at the highest rate.");
}

}  // namespace
}  // namespace casework
