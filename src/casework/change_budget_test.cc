#include "casework/change_budget.h"

#include "casework/finance_for_tests.h"
#include "casework/pay_in.h"
#include "casework/see_changes.h"
#include "store/due.h"

namespace casework {
namespace {

using ledger::AccountKind;

class ChangeBudget : public FinanceCouncil {
protected:
    budget::Budget kept() {
        return *store_->read(
            [&](store::Snapshot& view) { return store::find_budget(view, budget_); });
    }
    // Pays what is due by a day and has the bank confirm it.
    void paid(std::string_view on) {
        all_due(on);
        const PayRunId run = released(on);
        ASSERT_EQ(code(import(reply(run, on), on)), "");
    }
    // All the money of the person's streams, wherever it rests.
    Money everything(const StreamId& stream) {
        Money sum;
        store_->read([&](store::Snapshot& view) {
            for (const ledger::Balance& each : store::load_balances_of_stream(view, stream)) {
                sum += each.amount;
            }
            return 0;
        });
        return sum;
    }
};

TEST_F(ChangeBudget, another_form_in_mid_period_neither_misses_nor_doubles_a_payment) {
    paid("2006-05-08");  // four weeks of 40.00 to her own account
    Desk worker = desk(manager_, "2006-05-15");
    ASSERT_EQ(code(change_holding(worker, ann_, direct_, day("2006-05-22"),
                                  budget::Holding::individual_service_fund, trust_)),
              "");
    // She keeps the two weeks before the change; the trust is paid from there on, once.
    paid("2006-05-22");
    paid("2006-06-05");
    const Money hers = balance(AccountKind::paid_to_holder, "adult_social_care", own_);
    EXPECT_EQ(hers, Money::pence(2 * 4000));
    paid("2006-10-22");
    const Money trusts = balance(AccountKind::paid_to_holder, "adult_social_care", trust_);
    // 22 weeks of the changed line and 24 weeks of the line it held from the start.
    EXPECT_EQ(trusts, Money::pence(22 * 4000 + 24 * 3000));
    EXPECT_EQ(everything("adult_social_care"), Money());
}

TEST_F(ChangeBudget, another_form_is_previewed_and_only_whoever_may_hold_is_taken) {
    Desk worker = desk(manager_, "2006-05-15");
    const NewHolding council{day("2006-05-22"), budget::Holding::council_managed, {}};
    const auto shown = preview_holding(worker, ann_, direct_, council);
    ASSERT_EQ(code(shown), "");
    EXPECT_FALSE(shown->change.deltas.empty());
    Money difference;
    for (const budget::Delta& delta : shown->change.deltas) {
        difference += delta.difference();
    }
    EXPECT_EQ(difference, Money());
    EXPECT_EQ(kept().find(direct_)->plan.holding, budget::Holding::direct_payment);
    const auto refused = [&](budget::Holding holding, std::optional<PayeeId> holder) {
        return preview_holding(worker, ann_, direct_, {day("2006-05-22"), holding, holder})
            .error()
            .code;
    };
    EXPECT_EQ(refused(budget::Holding::direct_payment, {}), "budget.holding_unchanged");
    EXPECT_EQ(refused(budget::Holding::nominated_third_party, {}), "budget.holder_missing");
    EXPECT_EQ(refused(budget::Holding::nominated_third_party, PayeeId{1, 2}),
              "casework.holder_unknown");
    EXPECT_EQ(refused(budget::Holding::individual_service_fund, own_), "casework.holder_unknown");
    EXPECT_EQ(refused(budget::Holding::direct_payment, trust_), "casework.holder_unknown");
    // Back to her own account without naming it.
    ASSERT_EQ(code(change_holding(worker, ann_, fund_, day("2006-05-22"),
                                  budget::Holding::direct_payment, {}, "She asked for it")),
              "");
    paid("2006-06-05");
    EXPECT_TRUE(holds());
    Desk own = desk(ann_account_, "2006-05-16");
    EXPECT_EQ(
        change_holding(own, ann_, council_, day("2006-05-22"), budget::Holding::direct_payment, {})
            .error()
            .code,
        "people.not_allowed");
}

TEST_F(ChangeBudget, money_that_may_not_be_cash_is_not_changed_into_it) {
    Desk finance = desk(preparer_);
    ASSERT_EQ(code(record_cash_limit(finance, "access_to_work", Money::pence(500000), "Letter")),
              "");
    NewRecord record = ann();
    record.name = "Joe Reed";
    const PersonId joe = start(record);
    agreed(joe, "access_to_work", Money::pence(5000));
    Desk own = desk(account_of(joe));
    const auto plan = start_plan(own, joe, {day(first_day), day(day_after)});
    ASSERT_EQ(code(plan), "");
    ASSERT_EQ(code(save_outcomes(own, joe, *plan, {"To go on working"})), "");
    PlanLineDraft draft;
    draft.what = "Somebody to read for him";
    draft.purpose = "work_support";
    draft.unit = market::Unit::week;
    draft.frequency = {budget::Every::week, 1};
    draft.price = Money::pence(4000);
    draft.dates = {day(first_day), day(day_after)};
    draft.holding = budget::Holding::council_managed;
    const auto made = save_line(own, joe, *plan, draft, {});
    ASSERT_EQ(code(made), "");
    ASSERT_EQ(code(send_plan(own, joe, *plan)), "");
    Desk manager = desk(manager_);
    ASSERT_EQ(code(agree_plan(manager, joe, *plan, "It fits")), "");
    Desk accepts = desk(account_of(joe));
    ASSERT_EQ(code(accept_plan(accepts, joe, *plan)), "");
    const NewHolding cash{day("2006-06-05"), budget::Holding::direct_payment, {}};
    EXPECT_EQ(preview_holding(manager, joe, *made, cash).error().code, "budget.no_cash");
    EXPECT_EQ(change_holding(manager, joe, *made, cash.cut, cash.holding, {}).error().code,
              "budget.no_cash");
    EXPECT_EQ(
        change_holding(manager, joe, PlanLineId{1, 2}, cash.cut, cash.holding, {}).error().code,
        "budget.line_unknown");
    EXPECT_EQ(preview_holding(manager, joe, PlanLineId{1, 2}, cash).error().code,
              "budget.line_unknown");
}

TEST_F(ChangeBudget, a_line_that_ends_frees_what_was_promised_for_later) {
    const Money held = balance(AccountKind::held, "adult_social_care");
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(code(end_line(worker, ann_, third_, day("2006-06-05"), "She found another club")),
              "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - Money::pence(20 * 2000));
    EXPECT_EQ(kept().find(third_)->plan.dates.until, day("2006-06-05"));
}

TEST_F(ChangeBudget, a_death_ends_everything_to_the_day) {
    paid("2006-05-08");
    Desk worker = desk(manager_, "2006-05-25");
    ASSERT_EQ(code(end_budget(worker, ann_, day("2006-05-22"), "She died")), "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_EQ(balance(AccountKind::held, "supporting_people"), Money());
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(2 * 4000));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_),
              Money::pence(2 * 3000));
    EXPECT_EQ(all_due("2006-08-01").instalments, 0U);
    EXPECT_EQ(everything("adult_social_care"), Money());
}

TEST_F(ChangeBudget, refuses_each_wrong_change_by_name) {
    Desk worker = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_line(worker, ann_, direct_, day("2006-06-05"), " ").error().code,
              "casework.reasons_missing");
    Desk unknown = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_line(unknown, ann_, PlanLineId{1, 2}, day("2006-06-05"), "x").error().code,
              "budget.line_unknown");
    NewRecord record = ann();
    record.name = "Joe Brook";
    const PersonId joe = start(record);
    Desk none = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_budget(none, joe, day("2006-06-05"), "x").error().code, "budget.no_budget");
    Desk charging = desk(manager_, "2006-05-03");
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    EXPECT_EQ(set_contribution(charging, ann_, "no_such_stream", term, "Worked out").error().code,
              "casework.stream_unknown");
    Desk own = desk(ann_account_, "2006-05-03");
    EXPECT_EQ(end_line(own, ann_, direct_, day("2006-06-05"), "x").error().code,
              "people.not_allowed");
}

TEST_F(ChangeBudget, what_a_holder_spent_is_only_what_is_reported) {
    paid("2006-05-08");
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money());
    Desk own = desk(ann_account_, "2006-05-20");
    ASSERT_EQ(
        code(report_spending(own, ann_, own_, day("2006-05-19"), Money::pence(7500), "Mornings")),
        "");
    // The more restricted stream's money counts as spent first.
    EXPECT_EQ(balance(AccountKind::spent, "supporting_people", own_), Money::pence(6000));
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money::pence(1500));
    Desk more = desk(ann_account_, "2006-05-21");
    EXPECT_EQ(
        report_spending(more, ann_, own_, day("2006-05-20"), Money::pence(99999), "x").error().code,
        "ledger.not_enough");
    Desk stranger = desk(ann_account_, "2006-05-21");
    EXPECT_EQ(
        report_spending(stranger, ann_, PayeeId{1, 2}, day("2006-05-20"), Money::pence(1), "x")
            .error()
            .code,
        "casework.holder_unknown");
}

TEST_F(ChangeBudget, a_report_for_one_part_of_the_plan_spends_no_fund_that_does_not_pay_for_it) {
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(code(change_holding(worker, ann_, fund_, day("2006-05-15"),
                                  budget::Holding::direct_payment, own_)),
              "");
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(100);
    term.collected = budget::Collected::net;
    Desk charges = desk(manager_, "2006-05-03");
    ASSERT_EQ(code(set_contribution(charges, ann_, "supporting_people", term, "Worked out")), "");
    paid("2006-05-08");
    paid("2006-05-15");
    Desk pays = desk(ann_account_, "2006-05-16");
    ASSERT_EQ(code(pay_in(pays, ann_, "supporting_people", day("2006-05-16"), Money::pence(400))),
              "");
    const std::vector<HeldPart> parts = store_->read(
        [&](store::Snapshot& view) { return held_parts(view, ann_, own_, day("2006-05-30")); });
    const auto found = std::find_if(parts.begin(), parts.end(), [](const HeldPart& part) {
        return part.words.starts_with("Help in the evening");
    });
    ASSERT_NE(found, parts.end());
    const HeldPart& evening = *found;
    const auto reported = [&](Money amount, PlanLineId part) {
        Desk own = desk(ann_account_, "2006-05-20");
        const auto done = report_spending(own, ann_, own_, day("2006-05-19"), amount, "Kim", part);
        return done ? std::string() : done.error().code;
    };
    ASSERT_EQ(reported(Money::pence(5000), evening.line), "");
    EXPECT_EQ(balance(AccountKind::spent, "supporting_people", own_), Money());
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money::pence(5000));
    EXPECT_EQ(reported(Money::pence(100), PlanLineId{1, 2}), "casework.part_unknown");
    // Supporting people's money and what she paid in towards it are there, but not for evenings.
    const Money there = balance(AccountKind::paid_to_holder, "adult_social_care", own_);
    EXPECT_EQ(reported(there + Money::pence(1), evening.line), "ledger.not_enough");
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_net_contribution_makes_each_payment_less_and_gives_the_stream_its_share) {
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(
        code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out from income")),
        "");
    const Money pool = store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
    });
    const FellDue due = all_due(first_day);
    EXPECT_EQ(due.instalments_total, Money::pence(4 * (4000 + 3000 + 2000 + 1500 - 600)));
    EXPECT_EQ(store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
    }),
              pool + Money::pence(4 * 600));
}

TEST_F(ChangeBudget, every_streams_contribution_comes_off_its_own_money_and_the_rest_is_billed) {
    const auto charge = [&](const StreamId& stream, std::int64_t weekly) {
        budget::ContributionTerm term;
        term.from = day("2006-05-08");
        term.weekly = Money::pence(weekly);
        Desk worker = desk(manager_, "2006-05-03");
        ASSERT_EQ(code(set_contribution(worker, ann_, stream, term, "Worked out")), "");
    };
    charge("adult_social_care", 600);
    charge("supporting_people", 1700);  // 2.00 a week more than the housing line has
    const FellDue due = all_due(first_day);
    EXPECT_EQ(due.instalments_total, Money::pence(4 * (4000 + 3000 + 2000 - 600)));
    Desk sees = desk(ann_account_, first_day);
    const Result<BudgetView> view = see_budget(sees, ann_);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->next_payment->share(), Money::pence(1067));  // her line's part of 24.00
    // After four weeks the 2.00 a week that could not be taken off is on a bill.
    const FellDue later = all_due("2006-06-05");
    EXPECT_EQ(later.invoices, 1U);
    EXPECT_EQ(later.invoices_total, Money::pence(4 * 200));
    all_due(day_after);
    Money billed;
    for (const store::Invoice& each : store_->read(
             [&](store::Snapshot& view2) { return store::load_invoices_of(view2, ann_); })) {
        EXPECT_EQ(each.stream, "supporting_people");
        EXPECT_EQ(each.correction, Money());
        billed += each.amount();
    }
    EXPECT_EQ(billed, Money::pence(24 * 200));
}

TEST_F(ChangeBudget, a_contribution_set_for_days_already_paid_is_billed_and_not_lost) {
    all_due(first_day);
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    Desk worker = desk(manager_, "2006-05-10");
    ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out")), "");
    EXPECT_EQ(all_due("2006-06-05").invoices_total, Money::pence(4 * 600));
    EXPECT_EQ(all_due(day_after).invoices_total, Money());
}

TEST_F(ChangeBudget, a_dearer_line_from_a_day_is_awarded_and_paid_from_that_day) {
    paid("2006-05-08");
    const Money have = balance(AccountKind::available, "adult_social_care");
    Desk sees = desk(worker_, "2006-05-20");
    const LineTerms terms{Money::pence(5000), {budget::Every::week, 1}};
    const auto shown = preview_change_line(sees, ann_, direct_, day("2006-06-05"), terms);
    ASSERT_EQ(code(shown), "");
    // 20 weeks at 10.00 more.
    EXPECT_EQ(ledger::total(shown->to_award), Money::pence(20 * 1000));
    Desk worker = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(worker, ann_, direct_, day("2006-06-05"), terms, " ").error().code,
              "casework.reasons_missing");
    Desk does = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(change_line(does, ann_, direct_, day("2006-06-05"), terms, "Prices rose")), "");
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), have);
    EXPECT_EQ(kept().lines.size(), 6U);
    EXPECT_TRUE(holds());
    paid("2006-06-05");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(4 * 4000 + 4 * 5000));
    paid("2006-10-22");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(4 * 4000 + 20 * 5000));
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_worker_changes_a_line_within_her_limit_only) {
    const LineTerms dear{Money::pence(15000), {budget::Every::week, 1}};
    Desk worker = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(worker, ann_, direct_, day("2006-06-05"), dear, "More").error().code,
              "budget.not_enough");
    const Outcome raised = store_->write([](store::Tx& tx) -> Outcome {
        tx.run("update staff set sign_off_weekly = 13500 where name = 'Will Ray'");
        return Done{};
    });
    ASSERT_EQ(code(raised), "");
    const LineTerms some{Money::pence(9000), {budget::Every::week, 1}};
    Desk limited = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(limited, ann_, direct_, day("2006-06-05"), some, "More").error().code,
              "budget.above_limit");
    Desk manager = desk(manager_, "2006-05-20");
    EXPECT_EQ(code(change_line(manager, ann_, direct_, day("2006-06-05"), some, "More")), "");
    Desk own = desk(ann_account_, "2006-05-20");
    EXPECT_EQ(change_line(own, ann_, direct_, day("2006-06-05"), some, "x").error().code,
              "people.not_allowed");
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_line_that_starts_later_promises_less) {
    const Money held = balance(AccountKind::held, "adult_social_care");
    Desk sees = desk(worker_, "2006-05-03");
    const auto shown = preview_start_later(sees, ann_, third_, day("2006-05-22"));
    ASSERT_EQ(code(shown), "");
    ASSERT_EQ(shown->change.deltas.size(), 1U);
    EXPECT_EQ(shown->change.deltas[0].difference(), Money::pence(-2 * 2000));
    Desk worker = desk(worker_, "2006-05-03");
    ASSERT_EQ(code(start_line_later(worker, ann_, third_, day("2006-05-22"), "The club was shut")),
              "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - Money::pence(2 * 2000));
    EXPECT_EQ(kept().find(third_)->plan.dates.from, day("2006-05-22"));
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_refusal_names_the_stream_by_its_name_and_not_by_its_id) {
    Desk finance = desk(preparer_);
    const auto cut = cut_cash_limit(finance, "supporting_people", Money::pence(90000000), "x");
    ASSERT_FALSE(cut.has_value());
    EXPECT_EQ(cut.error().code, "ledger.not_enough");
    EXPECT_NE(cut.error().message.find("Supporting People"), std::string::npos)
        << cut.error().message;
    EXPECT_EQ(cut.error().message.find("supporting_people"), std::string::npos);
}

class PlanAgain : public FinanceCouncil {
protected:
    void proposed(std::int64_t weekly_pence, assessment::Stage stage) {
        ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                      assessment::StreamDecision decision;
                      decision.id = desk({}).new_id<DecisionId>();
                      decision.person = ann_;
                      decision.stream = "adult_social_care";
                      decision.stage = stage;
                      decision.eligible = true;
                      decision.weekly = Money::pence(weekly_pence);
                      decision.on = day("2006-10-02");
                      decision.decided_by = "Will Ray";
                      decision.reason = "She needs more";
                      store::keep(tx, decision);
                      return Done{};
                  })),
                  "");
    }
    // A plan of one council-managed line for four weeks after the first budget.
    PlanId plan_of(std::int64_t weekly_pence, const std::string& purpose = "personal_care") {
        Desk own = desk(ann_account_, "2006-10-03");
        const auto plan = start_plan(own, ann_, {day("2006-10-23"), day("2006-11-20")});
        EXPECT_EQ(code(plan), "");
        EXPECT_EQ(code(save_outcomes(own, ann_, *plan, {"To stay at home"})), "");
        PlanLineDraft draft;
        draft.what = "Help at home";
        draft.purpose = purpose;
        draft.unit = market::Unit::week;
        draft.frequency = {budget::Every::week, 1};
        draft.price = Money::pence(weekly_pence);
        draft.dates = {day("2006-10-23"), day("2006-11-20")};
        draft.holding = budget::Holding::council_managed;
        EXPECT_EQ(code(save_line(own, ann_, *plan, draft, {})), "");
        EXPECT_EQ(code(send_plan(own, ann_, *plan)), "");
        return *plan;
    }
    Money to_plan_with(PlanId plan) {
        Desk own = desk(ann_account_, "2006-10-03");
        const auto costed = cost_plan(own, ann_, plan);
        EXPECT_EQ(code(costed), "");
        return costed ? costed->decided_total : Money();
    }
};

TEST_F(PlanAgain, a_newer_proposal_counts_and_not_the_old_agreed_sum) {
    proposed(26000, assessment::Stage::proposed);
    const PlanId plan = plan_of(25000);
    EXPECT_EQ(to_plan_with(plan), Money::pence(4 * (26000 + 2000)));
    Desk manager = desk(manager_, "2006-10-04");
    ASSERT_EQ(code(agree_plan(manager, ann_, plan, "She needs more")), "");
    // What is proposed after the agreement does not take back what was agreed.
    proposed(10000, assessment::Stage::proposed);
    Desk own = desk(ann_account_, "2006-10-05");
    EXPECT_EQ(code(accept_plan(own, ann_, plan)), "");
    EXPECT_TRUE(holds());
}

TEST_F(PlanAgain, an_older_proposal_does_not_count_beside_what_was_agreed_after_it) {
    proposed(26000, assessment::Stage::proposed);
    proposed(22000, assessment::Stage::agreed);
    EXPECT_EQ(to_plan_with(plan_of(10000)), Money::pence(4 * (22000 + 2000)));
}

TEST_F(PlanAgain, a_worker_is_told_which_owner_has_not_put_the_money_in) {
    Desk finance = desk(preparer_, "2006-10-03");
    const Money pool = store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
    });
    ASSERT_EQ(code(cut_cash_limit(finance, "adult_social_care", pool - Money::pence(1000),
                                  "The grant was cut")),
              "");
    const PlanId plan = plan_of(15000);
    const auto missing = [&]() {
        Desk worker = desk(worker_, "2006-10-04");
        return cost_plan(worker, ann_, plan)->not_put_in;
    };
    ASSERT_EQ(missing().size(), 1U);
    EXPECT_EQ(missing()[0].stream, "Adult social care");
    EXPECT_EQ(missing()[0].needed, Money::pence(60000));
    EXPECT_EQ(missing()[0].there, Money::pence(1000));
    Desk adds = desk(preparer_, "2006-10-05");
    ASSERT_EQ(code(record_cash_limit(adds, "adult_social_care", Money::pence(59000), "Letter")),
              "");
    EXPECT_TRUE(missing().empty());
}

TEST_F(ChangeBudget, what_she_pays_in_is_hers_by_stream_and_spent_as_hers) {
    const auto charge = [&](const StreamId& stream, std::int64_t weekly, budget::Collected way) {
        budget::ContributionTerm term;
        term.from = day("2006-05-08");
        term.weekly = Money::pence(weekly);
        term.collected = way;
        Desk worker = desk(manager_, "2006-05-03");
        ASSERT_EQ(code(set_contribution(worker, ann_, stream, term, "Worked out")), "");
    };
    Desk early = desk(ann_account_, "2006-05-09");
    EXPECT_EQ(
        pay_in(early, ann_, "adult_social_care", day("2006-05-09"), Money::pence(1)).error().code,
        "casework.no_contribution");
    charge("adult_social_care", 600, budget::Collected::net);
    charge("supporting_people", 100, budget::Collected::net);
    paid("2006-05-08");
    Desk own = desk(ann_account_, "2006-05-10");
    ASSERT_EQ(see_paid_in(own, ann_)->size(), 2U);
    EXPECT_EQ(see_paid_in(own, ann_)->front().to_pay_in(), Money::pence(2400));
    ASSERT_EQ(code(pay_in(own, ann_, "adult_social_care", day("2006-05-09"), Money::pence(2400))),
              "");
    Desk more = desk(ann_account_, "2006-05-10");
    ASSERT_EQ(code(pay_in(more, ann_, "supporting_people", day("2006-05-10"), Money::pence(400))),
              "");
    Desk ahead = desk(ann_account_, "2006-05-10");
    EXPECT_EQ(
        pay_in(ahead, ann_, "supporting_people", day("2006-05-11"), Money::pence(400)).error().code,
        "casework.day_ahead");
    Desk worker = desk(worker_, "2006-05-10");
    EXPECT_EQ(pay_in(worker, ann_, "supporting_people", day("2006-05-10"), Money::pence(400))
                  .error()
                  .code,
              "people.not_allowed");
    EXPECT_EQ(see_paid_in(own, ann_)->front().to_pay_in(), Money());
    // All that was paid to her is spent, and then 26.00 of her own: 24.00 of the one, 2.00 of the
    // other.
    const Money streams = balance(AccountKind::paid_to_holder, "adult_social_care", own_) +
                          balance(AccountKind::paid_to_holder, "supporting_people", own_);
    Desk reports = desk(ann_account_, "2006-05-20");
    ASSERT_EQ(code(report_spending(reports, ann_, own_, day("2006-05-19"),
                                   streams + Money::pence(2600), "Mornings")),
              "");
    const std::vector<ledger::Portion> unspent = unspent_contributions(entries());
    const std::vector<ledger::Portion> left = {{"supporting_people", Money::pence(200)}};
    EXPECT_EQ(unspent, left);
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, finance_writes_down_what_came_for_a_bill_another_way) {
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    term.collected = budget::Collected::gross;
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out")), "");
    all_due("2006-06-05");
    const InvoiceId bill = store_->read(
        [&](store::Snapshot& view) { return store::load_invoices_of(view, ann_).front().id; });
    const auto receives = [&](std::int64_t pence, const std::string& how,
                              std::string_view on = "2006-06-10") {
        Desk finance = desk(preparer_, "2006-06-10");
        return receive_payment(finance, bill, day(on), Money::pence(pence), how);
    };
    EXPECT_EQ(receives(2401, "Cheque").error().code, "casework.more_than_due");
    EXPECT_EQ(receives(2400, " ").error().code, "casework.reasons_missing");
    EXPECT_EQ(receives(2400, "Cheque", "2006-06-11").error().code, "casework.day_ahead");
    ASSERT_EQ(code(receives(2000, "Cheque")), "");
    ASSERT_EQ(code(receives(400, "Cash")), "");
    EXPECT_EQ(receives(1, "Cash").error().code, "casework.invoice_unknown");
    Desk reads = desk(ann_account_, "2006-06-11");
    const auto seen = see_changes(reads, ann_, {day("2006-04-01"), day("2007-04-01")});
    ASSERT_EQ(code(seen), "");
    ASSERT_EQ(seen->invoices.size(), 1U);
    EXPECT_EQ(seen->invoices[0].paid, Money::pence(2400));
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, each_change_is_told_with_its_reason_and_dated_differences) {
    Desk worker = desk(worker_, "2006-05-20");
    const LineTerms terms{Money::pence(5000), {budget::Every::week, 1}};
    ASSERT_EQ(code(change_line(worker, ann_, direct_, day("2006-06-05"), terms, "Prices rose")),
              "");
    Desk reads = desk(ann_account_, "2006-05-21");
    const auto seen = see_changes(reads, ann_, {day("2006-04-01"), day("2007-04-01")});
    ASSERT_EQ(code(seen), "");
    ASSERT_EQ(seen->changes.size(), 1U);
    EXPECT_EQ(seen->changes[0].why, "Prices rose");
    Money difference;
    for (const NamedDelta& each : seen->changes[0].deltas) {
        EXPECT_EQ(each.stream, "Adult social care");
        EXPECT_EQ(each.what, "Help in the morning");
        EXPECT_GE(each.delta.from, day("2006-06-05"));
        difference += each.delta.difference();
    }
    EXPECT_EQ(difference, Money::pence(20 * 1000));
    EXPECT_TRUE(see_changes(reads, ann_, {day("2006-05-21"), day("2007-04-01")})->changes.empty());
}

}  // namespace
}  // namespace casework
