// An order that costs more than her funds pay, with her own money beside theirs.

#include "casework/own_money.h"

#include "casework/finance_for_tests.h"
#include "casework/sign_in.h"
#include "store/own_parts.h"

namespace casework {
namespace {

using ledger::AccountKind;

// Ann has £600.00 of social care free for what the council manages: 24 weeks of £25.00.
class OwnMoney : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        acorn_ = store_->read([&](store::Snapshot& view) {
            return store::find_payee_of_provider(view, provider_)->id;
        });
    }
    market::Order visits(std::int64_t quantity) {
        market::Order order;
        order.quantity = quantity;
        order.dates = {day("2006-05-08"), day("2006-10-23")};
        order.line = council_;
        return order;
    }
    Result<PurchaseId> bought(std::int64_t quantity, std::int64_t own_pence) {
        Desk own = desk(ann_account_, "2006-05-08");
        return buy_support(own, ann_, offer_, visits(quantity), Money::pence(own_pence));
    }
    Money own_balance(AccountKind kind, PayeeId payee = {}) { return balance(kind, "", payee); }

    PayeeId acorn_;
};

TEST_F(OwnMoney, the_funds_pay_all_they_can_and_she_adds_exactly_the_rest) {
    // 50 visits at 12.50 are 625.00, which is 25.00 more than is free.
    Desk asks = desk(ann_account_, "2006-05-08");
    const auto preview = preview_order(asks, ann_, offer_, visits(50));
    ASSERT_EQ(code(preview), "");
    EXPECT_EQ(preview->own, Money::pence(2500));
    EXPECT_EQ(ledger::total(preview->portions), Money::pence(60000));
    EXPECT_EQ(bought(50, 0).error().code, "budget.not_enough");
    EXPECT_EQ(bought(50, 2400).error().code, "casework.own_part_changed");
    EXPECT_EQ(bought(50, 2600).error().code, "casework.own_part_changed");
    EXPECT_EQ(bought(48, 100).error().code, "casework.own_part_changed");  // 600.00: all is paid
    const auto order = bought(50, 2500);
    ASSERT_EQ(code(order), "");
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), Money());
    // Her own money is not promised by anybody: nothing of it moved yet.
    EXPECT_EQ(own_balance(AccountKind::own_money), Money());

    Desk pat = desk(provider_account_, "2006-05-09");
    ASSERT_EQ(code(accept_order(pat, provider_, *order)), "");
    Money settled;
    Money added;
    // Three visits, then 46, then the last: 1.50, 23.00 and 0.50 of hers.
    for (const auto& [count, hers] : {std::pair{3, 150}, {46, 2300}, {1, 50}}) {
        market::DeliveryReport report;
        report.on = day("2006-05-09");
        report.quantity = count;
        const auto reported = report_delivery(pat, provider_, *order, report);
        ASSERT_EQ(code(reported), "");
        Desk says = desk(ann_account_, "2006-05-09");
        ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
        settled += Money::pence(count * 1250 - hers);
        added += Money::pence(hers);
        EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", acorn_), settled);
        EXPECT_EQ(own_balance(AccountKind::spent, acorn_), added);
        EXPECT_EQ(own_balance(AccountKind::own_money), -added);
        EXPECT_EQ(own_balance(AccountKind::top_up), Money());
    }
    EXPECT_EQ(settled, Money::pence(60000));
    EXPECT_EQ(added, Money::pence(2500));
    // The council pays its part alone.
    EXPECT_EQ(kept_run(released("2006-05-10")).total(), Money::pence(60000));
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoney, stands_apart_on_her_statement_and_on_no_stream_s) {
    const auto order = bought(50, 2500);
    ASSERT_EQ(code(order), "");
    Desk pat = desk(provider_account_, "2006-05-09");
    ASSERT_EQ(code(accept_order(pat, provider_, *order)), "");
    market::DeliveryReport report;
    report.on = day("2006-05-09");
    report.quantity = 50;
    const auto reported = report_delivery(pat, provider_, *order, report);
    Desk says = desk(ann_account_, "2006-05-09");
    ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
    const auto statement = see_statement(says, ann_, {day("2006-05-09"), day("2006-05-10")});
    ASSERT_EQ(code(statement), "");
    const ledger::StreamFigures& own = statement->statement.streams.front();
    EXPECT_EQ(own.stream, "");
    EXPECT_EQ(own.moved.added, Money::pence(2500));
    EXPECT_EQ(own.moved.spent, Money::pence(2500));
    Desk finance = desk(preparer_, "2006-05-10");
    const auto care =
        see_stream_account(finance, "adult_social_care", {day("2006-05-09"), day("2006-05-10")});
    EXPECT_EQ(care->statement.moved.people.added, Money());
    EXPECT_EQ(care->statement.at_end.people.owed, Money::pence(60000));
    Desk looks = desk(ann_account_, "2006-05-10");
    EXPECT_EQ(see_order(looks, ann_, *order)->own, Money::pence(2500));
    EXPECT_EQ(see_provider_orders(pat, provider_)->front().own, Money::pence(2500));
    EXPECT_EQ(see_provider_orders(pat, provider_)->front().paid, Money());
    // A confirmation that was a mistake takes her part back too.
    Desk worker = desk(worker_, "2006-05-11");
    ASSERT_EQ(code(correct_delivery(worker, ann_, *reported, "It was another street")), "");
    EXPECT_EQ(own_balance(AccountKind::spent, acorn_), Money());
    EXPECT_EQ(own_balance(AccountKind::own_money), Money());
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoney, of_an_order_is_looked_for_in_every_budget_she_has) {
    Desk own = desk(ann_account_, "2006-05-08");
    const Period winter{day("2006-10-23"), day("2007-04-01")};
    const PlanId plan = start_plan(own, ann_, winter).value();
    ASSERT_EQ(code(save_outcomes(own, ann_, plan, {"To stay at home in the winter too"})), "");
    PlanLineDraft draft;
    draft.what = "Visits in the winter";
    draft.purpose = "personal_care";
    draft.unit = market::Unit::week;
    draft.frequency = {budget::Every::week, 1};
    draft.price = Money::pence(2500);
    draft.dates = winter;
    ASSERT_EQ(code(save_line(own, ann_, plan, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, ann_, plan)), "");
    Desk manager = desk(manager_, "2006-05-08");
    ASSERT_EQ(code(agree_plan(manager, ann_, plan, "It fits")), "");
    ASSERT_EQ(code(accept_plan(own, ann_, plan)), "");
    EXPECT_EQ(parts_to_order(own, ann_, offer_)->size(), 2U);
    // The line of the budget in force is still a line of hers.
    EXPECT_EQ(code(bought(2, 0)), "");
}

TEST_F(OwnMoney, is_refused_where_a_fund_that_pays_forbids_it) {
    // Housing support is paid by Supporting People, of which nothing is free: no fund pays a part.
    Desk pat = desk(provider_account_);
    market::Offer offer;
    offer.what = "Help with letters";
    offer.purpose = "housing_support";
    offer.unit = market::Unit::visit;
    offer.price = Money::pence(6000);
    offer.from = day("2006-04-01");
    const auto letters = save_offer(pat, provider_, offer);
    ASSERT_EQ(code(letters), "");
    Desk own = desk(ann_account_, "2006-05-08");
    market::Order order = visits(1);
    order.line = housing_;
    EXPECT_EQ(buy_support(own, ann_, *letters, order, Money::pence(6000)).error().code,
              "casework.top_up_alone");
    EXPECT_EQ(preview_order(own, ann_, *letters, order).error().code, "budget.not_enough");
    // With a part of it free, the fund's own rule counts.
    ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                  ledger::Act entry;
                  entry.on = day("2006-05-08");
                  entry.year = CouncilYear::of(entry.on);
                  entry.cause = "award:test";
                  entry.person = ann_;
                  TRY(const ledger::Entry award,
                      ledger::award(entry, "supporting_people", Money::pence(1000)));
                  return store::append(tx, award);
              })),
              "");
    const auto refused = buy_support(own, ann_, *letters, order, Money::pence(5000));
    EXPECT_EQ(refused.error().code, "casework.top_up_not_allowed");
    EXPECT_NE(refused.error().message.find("Supporting People"), std::string::npos);
    EXPECT_EQ(preview_order(own, ann_, *letters, order).error().code, "budget.not_enough");
}

// A second person, with £50.00 a week of social care decided, who writes a plan that costs more.
class OwnMoneyInAPlan : public OwnMoney {
protected:
    void SetUp() override {
        OwnMoney::SetUp();
        NewRecord record = ann();
        record.name = "Joe Brook";
        joe_ = start(record);
        joe_account_ = account_of(joe_);
        decide(joe_, "adult_social_care", 5000);
        Desk own = desk(joe_account_);
        plan_ = start_plan(own, joe_, weeks_).value();
        ASSERT_EQ(code(save_outcomes(own, joe_, plan_, {"To swim again"})), "");
    }
    // Five visits a week at 12.50 are 62.50, which is 12.50 a week or 2.50 a visit over.
    PlanLineDraft five_visits(std::int64_t own_pence, budget::Holding holding) {
        PlanLineDraft draft;
        draft.offer = offer_;
        draft.own = Money::pence(own_pence);
        draft.frequency = {budget::Every::week, 5};
        draft.dates = weeks_;
        draft.holding = holding;
        return draft;
    }
    PlanLineId saved(const PlanLineDraft& draft) {
        Desk own = desk(joe_account_);
        const auto line = save_line(own, joe_, plan_, draft, {});
        EXPECT_EQ(code(line), "");
        return line.value_or(PlanLineId{});
    }
    std::string agreed() {
        Desk own = desk(joe_account_);
        EXPECT_EQ(code(send_plan(own, joe_, plan_)), "");
        Desk worker = desk(worker_);
        const Outcome done = agree_plan(worker, joe_, plan_, "It fits");
        return done ? "" : done.error().code;
    }
    void accepted() {
        Desk own = desk(joe_account_);
        ASSERT_EQ(code(accept_plan(own, joe_, plan_)), "");
    }
    Money his(AccountKind kind, const StreamId& stream, PayeeId payee = {}) {
        return store_->read([&](store::Snapshot& view) {
            return store::load_balance(view, {kind, stream, joe_, payee});
        });
    }

    const Period weeks_{day("2006-05-08"), day("2006-10-23")};
    PersonId joe_;
    AccountId joe_account_;
    PlanId plan_;
};

TEST_F(OwnMoneyInAPlan, is_offered_where_the_funds_fall_short_and_counts_in_no_sum_of_theirs) {
    const PlanLineId line = saved(five_visits(0, budget::Holding::council_managed));
    Desk own = desk(joe_account_);
    const auto lacks = cost_plan(own, joe_, plan_);
    ASSERT_EQ(lacks->split.shortfalls.size(), 1U);
    ASSERT_EQ(lacks->own_parts.size(), 1U);
    EXPECT_EQ(lacks->own_parts.front().least, Money::pence(250));
    EXPECT_EQ(lacks->own_parts.front().not_allowed_by, "");
    ASSERT_EQ(
        code(save_line(own, joe_, plan_, five_visits(250, budget::Holding::council_managed), line)),
        "");
    const auto costed = cost_plan(own, joe_, plan_);
    EXPECT_TRUE(costed->split.is_funded());
    EXPECT_EQ(costed->plan.own_cost(), Money::pence(24 * 5 * 250));
    EXPECT_EQ(ledger::total(costed->split.by_stream()), Money::pence(24 * 5000));
    // The worker's limit is 10 in a hundred above what was decided: her own money is not in it.
    ASSERT_EQ(agreed(), "");
    accepted();
    EXPECT_EQ(his(AccountKind::available, "adult_social_care"), Money::pence(120000));
    EXPECT_EQ(his(AccountKind::own_money, ""), Money());
    Desk looks = desk(joe_account_);
    const auto budget = see_budget(looks, joe_);
    EXPECT_EQ(budget->budget->total(), Money::pence(120000));
    EXPECT_EQ(budget->budget->lines.front().plan.own, Money::pence(250));
    EXPECT_EQ(budget->total.have(), Money::pence(120000));
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoneyInAPlan, is_said_of_somebody_of_an_example_once_it_is_in_a_budget) {
    make_example();
    const auto besides = [&](AccountId account) {
        Desk nobody = desk({});
        const auto accounts = example_accounts(nobody);
        const auto found =
            std::find_if(accounts->begin(), accounts->end(),
                         [&](const ExampleAccount& each) { return each.account == account; });
        return found == accounts->end() ? "not offered" : found->besides;
    };
    saved(five_visits(250, budget::Holding::council_managed));
    ASSERT_EQ(agreed(), "");
    EXPECT_EQ(besides(joe_account_), "");
    accepted();
    EXPECT_EQ(besides(joe_account_), "adds own money");
    EXPECT_EQ(besides(ann_account_), "");
}

TEST_F(OwnMoneyInAPlan, is_refused_where_it_would_stand_in_for_money_that_is_there) {
    const PlanLineId line = saved(five_visits(300, budget::Holding::council_managed));
    EXPECT_EQ(agreed(), "budget.own_part_not_needed");
    Desk worker = desk(worker_);
    ASSERT_EQ(code(return_plan(worker, joe_, plan_, "2.50 is enough")), "");
    Desk own = desk(joe_account_);
    EXPECT_EQ(cost_plan(own, joe_, plan_)->own_parts.front().least, Money::pence(250));
    EXPECT_EQ(save_line(own, joe_, plan_, five_visits(1250, budget::Holding::council_managed), line)
                  .error()
                  .code,
              "budget.own_part_too_large");
    ASSERT_EQ(
        code(save_line(own, joe_, plan_, five_visits(250, budget::Holding::council_managed), line)),
        "");
    EXPECT_EQ(agreed(), "");
}

TEST_F(OwnMoneyInAPlan, is_refused_beside_a_fund_that_forbids_it) {
    decide(joe_, "supporting_people", 1000);
    PlanLineDraft letters = five_visits(500, budget::Holding::council_managed);
    letters.offer.reset();
    letters.what = "Help with letters";
    letters.purpose = "housing_support";
    letters.unit = market::Unit::week;
    letters.frequency = {budget::Every::week, 1};
    letters.price = Money::pence(1500);
    saved(letters);
    Desk own = desk(joe_account_);
    EXPECT_EQ(cost_plan(own, joe_, plan_)->own_parts.front().not_allowed_by, "Supporting People");
    EXPECT_EQ(agreed(), "casework.top_up_not_allowed");
}

TEST_F(OwnMoneyInAPlan, is_proposed_for_every_order_of_that_line) {
    const PlanLineId line = saved(five_visits(250, budget::Holding::council_managed));
    ASSERT_EQ(agreed(), "");
    accepted();
    Desk asks = desk(joe_account_, "2006-05-08");
    const auto parts = parts_to_order(asks, joe_, offer_);
    ASSERT_EQ(parts->size(), 1U);
    EXPECT_TRUE(parts->front().names_offer);
    EXPECT_NE(parts->front().words.find("£2.50 of it own money"), std::string::npos);
    market::Order order = visits(10);
    order.line = line;
    // 10 visits at 12.50, of which the plan says 25.00 is his though 1,200.00 is free.
    const auto preview = preview_order(asks, joe_, offer_, order);
    ASSERT_EQ(code(preview), "");
    EXPECT_EQ(preview->own, Money::pence(2500));
    EXPECT_EQ(preview->planned, Money::pence(2500));
    EXPECT_EQ(ledger::total(preview->portions), Money::pence(10000));
    EXPECT_EQ(buy_support(asks, joe_, offer_, order).error().code, "casework.own_part_changed");
    ASSERT_EQ(code(buy_support(asks, joe_, offer_, order, Money::pence(2500))), "");
    EXPECT_EQ(his(AccountKind::held, "adult_social_care"), Money::pence(10000));
    // 120 visits are 1,500.00, 300.00 planned; 1,100.00 is free, so he would pay 400.00.
    order.quantity = 120;
    const auto most = preview_order(asks, joe_, offer_, order);
    EXPECT_EQ(most->planned, Money::pence(30000));
    EXPECT_EQ(most->own, Money::pence(40000));
    // An order for no line of his budget takes nothing from his pocket while the funds last.
    order.line.reset();
    order.quantity = 10;
    EXPECT_EQ(preview_order(asks, joe_, offer_, order)->own, Money());
    order.line = council_;
    EXPECT_EQ(preview_order(asks, joe_, offer_, order).error().code, "casework.part_unknown");
}

TEST_F(OwnMoneyInAPlan, of_a_direct_payment_is_paid_by_him_and_told_with_what_was_spent) {
    saved(five_visits(250, budget::Holding::direct_payment));
    ASSERT_EQ(agreed(), "");
    accepted();
    const PayeeId account = store_->read(
        [&](store::Snapshot& view) { return store::find_payee_of_person(view, joe_)->id; });
    // Four weeks in advance: 20 visits at 10.00, and nothing of his.
    Desk gives = desk(joe_account_);
    const auto details =
        change_bank_details(gives, joe_, {}, this->account("10000009", "Joe Brook"));
    ASSERT_EQ(code(details), "");
    Desk second = desk(releaser_);
    ASSERT_EQ(code(confirm_bank_details(second, *details)), "");
    all_due("2006-05-08");
    EXPECT_EQ(his(AccountKind::owed, "adult_social_care", account), Money::pence(20000));
    const PayRunId run = released("2006-05-08");
    ASSERT_EQ(code(import(reply(run, "2006-05-10"), "2006-05-10")), "");
    EXPECT_EQ(his(AccountKind::paid_to_holder, "adult_social_care", account), Money::pence(20000));
    Desk tells = desk(joe_account_, "2006-05-12");
    ASSERT_EQ(code(report_spending(tells, joe_, account, day("2006-05-12"), Money::pence(5000),
                                   "Five visits", {}, Money::pence(1250))),
              "");
    EXPECT_EQ(his(AccountKind::spent, "adult_social_care", account), Money::pence(5000));
    EXPECT_EQ(his(AccountKind::spent, "", account), Money::pence(1250));
    EXPECT_EQ(his(AccountKind::own_money, ""), Money::pence(-1250));
    EXPECT_EQ(his(AccountKind::top_up, ""), Money());
    const auto statement = see_statement(tells, joe_, {day("2006-05-12"), day("2006-05-13")});
    EXPECT_EQ(statement->statement.streams.front().moved.added, Money::pence(1250));
    // Ann adds nothing to anything, so nothing of hers is taken.
    Desk anns = desk(ann_account_, "2006-05-12");
    EXPECT_EQ(report_spending(anns, ann_, own_, day("2006-05-12"), Money::pence(100), "Bus",
                              direct_, Money::pence(100))
                  .error()
                  .code,
              "casework.own_part_not_planned");
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoneyInAPlan, stays_with_a_line_whose_price_or_holder_changes) {
    const PlanLineId line = saved(five_visits(250, budget::Holding::council_managed));
    ASSERT_EQ(agreed(), "");
    accepted();
    Desk worker = desk(worker_, "2006-05-08");
    const budget::Frequency five{budget::Every::week, 5};
    LineTerms dearer{Money::pence(1300), five, Money::pence(350)};
    EXPECT_EQ(preview_change_line(worker, joe_, line, day("2006-06-05"), dearer).error().code,
              "budget.own_part_not_needed");
    dearer.own = Money::pence(300);
    ASSERT_EQ(code(change_line(worker, joe_, line, day("2006-06-05"), dearer, "A new price")), "");
    Desk looks = desk(joe_account_, "2006-05-08");
    const auto changed = see_budget(looks, joe_);
    EXPECT_EQ(changed->budget->total(), Money::pence(120000));
    ASSERT_EQ(changed->budget->lines.size(), 2U);
    EXPECT_EQ(changed->budget->lines.back().plan.own, Money::pence(300));
    Desk again = desk(worker_, "2006-05-08");
    ASSERT_EQ(code(change_holding(again, joe_, changed->budget->lines.back().plan.id,
                                  day("2006-07-03"), budget::Holding::direct_payment, {})),
              "");
    EXPECT_EQ(see_budget(looks, joe_)->budget->lines.back().plan.own, Money::pence(300));
    EXPECT_TRUE(holds());
}

TEST(OwnPart, of_all_deliveries_adds_up_wherever_it_is_cut) {
    const Money own = Money::pence(1001);
    for (std::int64_t cut = 1; cut < 7; ++cut) {
        EXPECT_EQ(own_part_of(own, 7, 0, cut) + own_part_of(own, 7, cut, 7 - cut), own);
    }
}

}  // namespace
}  // namespace casework
