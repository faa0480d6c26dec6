#include "casework/make_plan.h"

#include "casework/finance_for_tests.h"
#include "store/steps.h"

namespace casework {
namespace {

class MakePlan : public FinanceCouncil {
protected:
    // A second person with decided sums and no plan yet.
    void SetUp() override {
        FinanceCouncil::SetUp();
        NewRecord record = ann();
        record.name = "Joe Brook";
        joe_ = start(record);
        joe_account_ = account_of(joe_);
        decide_for_joe("adult_social_care", 20000, assessment::Stage::proposed);
    }
    void decide_for_joe(const StreamId& stream, std::int64_t weekly, assessment::Stage stage) {
        const Outcome kept = store_->write([&](store::Tx& tx) -> Outcome {
            assessment::StreamDecision decision;
            decision.id = desk({}).new_id<DecisionId>();
            decision.person = joe_;
            decision.stream = stream;
            decision.stage = stage;
            decision.eligible = true;
            decision.weekly = Money::pence(weekly);
            decision.on = day("2006-05-03");
            decision.decided_by = "Its owner";
            decision.reason = "Agreed";
            store::keep(tx, decision);
            return Done{};
        });
        ASSERT_EQ(code(kept), "");
    }
    Period period() { return {day("2006-05-08"), day("2006-10-23")}; }
    PlanId started() {
        Desk own = desk(joe_account_);
        const auto plan = start_plan(own, joe_, period());
        EXPECT_EQ(code(plan), "");
        return plan.value_or(PlanId{});
    }
    PlanLineDraft visits(std::int64_t times) {
        PlanLineDraft draft;
        draft.offer = offer_;
        draft.frequency = {budget::Every::week, times};
        draft.dates = period();
        return draft;
    }
    Result<PlanLineId> save(PlanId plan, const PlanLineDraft& draft) {
        Desk own = desk(joe_account_);
        return save_line(own, joe_, plan, draft, std::nullopt);
    }
    PlanId sent(std::int64_t times) {
        const PlanId plan = started();
        Desk own = desk(joe_account_);
        EXPECT_EQ(code(save_outcomes(own, joe_, plan, {"To get up when I choose", ""})), "");
        EXPECT_EQ(code(save(plan, visits(times))), "");
        EXPECT_EQ(code(send_plan(own, joe_, plan)), "");
        return plan;
    }

    PersonId joe_;
    AccountId joe_account_;
};

TEST_F(MakePlan, shows_its_cost_against_each_fund_as_it_is_written) {
    const PlanId plan = started();
    ASSERT_EQ(code(save(plan, visits(4))), "");
    Desk own = desk(joe_account_);
    const auto costed = cost_plan(own, joe_, plan);
    ASSERT_EQ(code(costed), "");
    // 24 weeks of 4 visits at 12.50, of 24 weeks of 200.00.
    EXPECT_EQ(costed->plan.cost(), Money::pence(120000));
    EXPECT_EQ(costed->decided_total, Money::pence(480000));
    EXPECT_TRUE(costed->split.is_funded());
    EXPECT_EQ(costed->split.by_stream().front().stream, "adult_social_care");
}

TEST_F(MakePlan, a_line_costs_before_it_is_saved_what_it_costs_after_and_nothing_is_kept) {
    const PlanId plan = started();
    ASSERT_EQ(code(save(plan, visits(2))), "");
    PlanLineDraft more = visits(15);
    more.holding = budget::Holding::individual_service_fund;  // whose, is said when it is saved
    Desk asks = desk(joe_account_);
    const auto cost = cost_line(asks, joe_, plan, more, std::nullopt);
    ASSERT_EQ(code(cost), "");
    // 24 weeks of 15 visits at 12.50; with the two a week before, 17 x 12.50 x 24 = 5,100.00 is
    // 300.00 more than there is.
    EXPECT_EQ(cost->line.cost(), Money::pence(450000));
    EXPECT_EQ(cost->plan.plan.cost(), Money::pence(510000));
    ASSERT_EQ(cost->plan.split.shortfalls.size(), 1U);
    EXPECT_EQ(cost->plan.split.shortfalls.front().missing, Money::pence(30000));
    Desk looks = desk(joe_account_);
    EXPECT_EQ(cost_plan(looks, joe_, plan)->plan.lines.size(), 1U);
    more.holding = budget::Holding::council_managed;
    ASSERT_EQ(code(save(plan, more)), "");
    const auto kept = cost_plan(looks, joe_, plan);
    EXPECT_EQ(kept->plan.cost(), cost->plan.plan.cost());
    EXPECT_EQ(kept->split.by_stream(), cost->plan.split.by_stream());
    // A line that is there already is counted once.
    const auto changed = cost_line(asks, joe_, plan, visits(3), kept->plan.lines.back().id);
    ASSERT_EQ(code(changed), "");
    EXPECT_EQ(changed->plan.plan.cost(), Money::pence(5 * 1250 * 24));
    PlanLineDraft outside = visits(1);
    outside.dates.until = outside.dates.until.plus_days(1);
    EXPECT_EQ(cost_line(asks, joe_, plan, outside, {}).error().code, "budget.line_outside_plan");
    Desk stranger = desk(ann_account_);
    EXPECT_EQ(cost_line(stranger, joe_, plan, visits(1), {}).error().code, "people.not_allowed");
}

TEST_F(MakePlan, an_offer_gives_its_own_price_purpose_and_words) {
    const PlanId plan = started();
    PlanLineDraft draft = visits(1);
    draft.price = Money::pence(1);
    draft.purpose = "holidays";
    ASSERT_EQ(code(save(plan, draft)), "");
    Desk own = desk(joe_account_);
    const budget::PlanLine line = cost_plan(own, joe_, plan)->plan.lines.front();
    EXPECT_EQ(line.price, Money::pence(1250));
    EXPECT_EQ(line.purpose, "personal_care");
    EXPECT_EQ(line.what, "A visit of one hour");
}

TEST_F(MakePlan, refuses_each_wrong_step_by_name) {
    const PlanId plan = started();
    Desk again = desk(joe_account_);
    EXPECT_EQ(start_plan(again, joe_, period()).error().code, "budget.plan_open");
    Desk stranger = desk(ann_account_);
    EXPECT_EQ(cost_plan(stranger, joe_, plan).error().code, "people.not_allowed");
    EXPECT_EQ(cost_plan(stranger, ann_, plan).error().code, "budget.plan_unknown");
    PlanLineDraft gone = visits(1);
    gone.offer = OfferId{1, 2};
    EXPECT_EQ(save(plan, gone).error().code, "market.offer_unknown");
    Desk removing = desk(joe_account_);
    EXPECT_EQ(remove_line(removing, joe_, plan, PlanLineId{1, 2}).error().code,
              "budget.line_unknown");
    Desk naming = desk(joe_account_);
    EXPECT_EQ(add_holder(naming, joe_, "  ").error().code, "budget.holder_missing");
    Desk sending = desk(joe_account_);
    EXPECT_EQ(send_plan(sending, joe_, plan).error().code, "budget.plan_without_outcomes");
}

TEST_F(MakePlan, a_sent_plan_is_not_written_on_until_it_comes_back) {
    const PlanId plan = sent(4);
    EXPECT_EQ(save(plan, visits(1)).error().code, "budget.plan_not_draft");
    Desk manager = desk(manager_);
    EXPECT_EQ(return_plan(manager, joe_, plan, " ").error().code, "casework.reasons_missing");
    Desk returning = desk(manager_);
    ASSERT_EQ(code(return_plan(returning, joe_, plan, "Please add the evenings")), "");
    ASSERT_EQ(code(save(plan, visits(1))), "");
    Desk own = desk(joe_account_);
    EXPECT_EQ(cost_plan(own, joe_, plan)->reasons, "Please add the evenings");
    EXPECT_EQ(code(send_plan(own, joe_, plan)), "");
}

TEST_F(MakePlan, a_plan_over_the_decided_sums_is_not_agreed_and_the_refusal_names_the_sum) {
    const PlanId plan = sent(20);  // 250.00 a week
    Desk manager = desk(manager_);
    const Outcome refused = agree_plan(manager, joe_, plan, "It fits");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "budget.not_enough");
    EXPECT_NE(refused.error().message.find("1,200.00"), std::string::npos)
        << refused.error().message;
}

TEST_F(MakePlan, a_fund_whose_owner_has_not_decided_pays_nothing) {
    decide_for_joe("supporting_people", 5000, assessment::Stage::proposed);
    const PlanId plan = started();
    Desk own = desk(joe_account_);
    ASSERT_EQ(code(save_outcomes(own, joe_, plan, {"To keep my home"})), "");
    PlanLineDraft draft;
    draft.what = "Help to keep the tenancy";
    draft.purpose = "housing_support";
    draft.unit = market::Unit::hour;
    draft.price = Money::pence(1400);
    draft.frequency = {budget::Every::week, 1};
    draft.dates = period();
    ASSERT_EQ(code(save(plan, draft)), "");
    Desk sending = desk(joe_account_);
    ASSERT_EQ(code(send_plan(sending, joe_, plan)), "");
    Desk manager = desk(manager_);
    const Outcome refused = agree_plan(manager, joe_, plan, "It fits");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "budget.not_enough");
    decide_for_joe("supporting_people", 5000, assessment::Stage::agreed);
    Desk now = desk(manager_);
    EXPECT_EQ(code(agree_plan(now, joe_, plan, "Its owner has decided")), "");
}

TEST_F(MakePlan, a_worker_agrees_within_her_limit_and_a_manager_over_it) {
    decide_for_joe("adult_social_care", 40000, assessment::Stage::proposed);
    const PlanId plan = sent(28);  // 350.00 a week; the worker's limit is 300.00
    Desk worker = desk(worker_);
    EXPECT_EQ(agree_plan(worker, joe_, plan, "It fits").error().code, "budget.above_limit");
    Desk manager = desk(manager_);
    EXPECT_EQ(code(agree_plan(manager, joe_, plan, "High needs, fair price")), "");
}

TEST_F(MakePlan, money_moves_only_when_she_accepts_and_the_council_s_sum_becomes_an_agreed_fact) {
    const PlanId plan = sent(4);
    Desk early = desk(joe_account_);
    EXPECT_EQ(accept_plan(early, joe_, plan).error().code, "budget.plan_not_agreed");
    Desk manager = desk(manager_);
    ASSERT_EQ(code(agree_plan(manager, joe_, plan, "It fits")), "");
    const auto awarded = [&] {
        return store_->read([&](store::Snapshot& view) {
            return store::load_balance(
                view, {ledger::AccountKind::available, "adult_social_care", joe_, {}});
        });
    };
    EXPECT_EQ(awarded(), Money());
    Desk own = desk(joe_account_);
    own.request = own.new_id<RequestId>();
    own.fingerprint = "accept";
    const RequestId key = own.request;
    const auto budget = accept_plan(own, joe_, plan);
    ASSERT_EQ(code(budget), "");
    EXPECT_EQ(awarded(), Money::pence(120000));
    // The same request again is the same act.
    Desk twice = desk(joe_account_);
    twice.request = key;
    twice.fingerprint = "accept";
    EXPECT_EQ(*accept_plan(twice, joe_, plan), *budget);
    EXPECT_EQ(awarded(), Money::pence(120000));
    // The same key with other content is refused.
    Desk other = desk(joe_account_);
    other.request = key;
    other.fingerprint = "something else";
    EXPECT_EQ(accept_plan(other, joe_, plan).error().code, "request.other_content");
    const auto facts =
        store_->read([&](store::Snapshot& view) { return store::load_decisions(view, joe_); });
    const auto* agreed = assessment::latest(facts, "adult_social_care", assessment::Stage::agreed);
    ASSERT_NE(agreed, nullptr);
    EXPECT_EQ(agreed->decided_by, "May Lee");
    EXPECT_EQ(agreed->weekly, Money::pence(20000));
}

TEST_F(MakePlan, a_stream_whose_cash_limit_is_used_up_awards_nothing) {
    Desk finance = desk(preparer_);
    const Money left = store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {ledger::AccountKind::pool, "adult_social_care", {}, {}});
    });
    ASSERT_EQ(code(cut_cash_limit(finance, "adult_social_care", left, "All of it goes back")), "");
    const PlanId plan = sent(4);
    Desk manager = desk(manager_);
    ASSERT_EQ(code(agree_plan(manager, joe_, plan, "It fits")), "");
    Desk own = desk(joe_account_);
    EXPECT_EQ(accept_plan(own, joe_, plan).error().code, "ledger.not_enough");
    EXPECT_FALSE(
        store_->read([&](store::Snapshot& view) { return store::has_budget(view, joe_); }));
}

TEST_F(MakePlan, nothing_new_begins_on_a_closed_record) {
    Desk worker = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(close_record(worker, joe_, ClosedBy::death, day("2006-05-10"))), "");
    Desk own = desk(joe_account_, "2006-05-20");
    EXPECT_EQ(start_plan(own, joe_, period()).error().code, "casework.record_closed");
}

}  // namespace
}  // namespace casework
