// The council's year ends on 31 March. What is agreed for the next counts from 1 April, is never
// spent before it and never mixed with what is left; and what is left goes back to its stream once.

#include <map>

#include "casework/finance_for_tests.h"
#include "casework/stream_rules.h"
#include "store/due.h"

namespace casework {
namespace {

using ledger::AccountKind;

constexpr CouncilYear this_year{2006};
constexpr CouncilYear next_year{2007};

class SecondYear : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        // What the first budget left is given back, so that the figures are of two budgets alone.
        all_due("2006-10-23");
        old_ = budget_for({day("2007-02-05"), day("2007-04-01")}, "2007-01-29");
        Desk finance = desk(preparer_, "2007-03-01");
        ASSERT_EQ(code(record_cash_limit(finance, "adult_social_care", Money::pence(1500000),
                                         "Letter of 27 February 2007", next_year)),
                  "");
    }

    struct Made {
        BudgetId id;
        PlanLineId direct;   // £40 a week into her own account
        PlanLineId managed;  // £25 a week, managed by the council
    };

    PlanLineId add(PlanId plan, const Period& dates, std::string_view on, std::int64_t weekly,
                   budget::Holding holding) {
        Desk own = desk(ann_account_, on);
        PlanLineDraft draft;
        draft.what = "Help at home";
        draft.purpose = "personal_care";
        draft.unit = market::Unit::week;
        draft.frequency = {budget::Every::week, 1};
        draft.price = Money::pence(weekly);
        draft.dates = dates;
        draft.holding = holding;
        const auto made = save_line(own, ann_, plan, draft, {});
        EXPECT_EQ(code(made), "");
        return made ? *made : PlanLineId{};
    }

    // A plan written, agreed and ready to be accepted.
    PlanId agreed_plan(const Period& dates, std::string_view on, Made& made) {
        Desk own = desk(ann_account_, on);
        const auto plan = start_plan(own, ann_, dates);
        EXPECT_EQ(code(plan), "");
        EXPECT_EQ(code(save_outcomes(own, ann_, *plan, {"To stay at home"})), "");
        made.direct = add(*plan, dates, on, 4000, budget::Holding::direct_payment);
        made.managed = add(*plan, dates, on, 2500, budget::Holding::council_managed);
        EXPECT_EQ(code(send_plan(own, ann_, *plan)), "");
        Desk manager = desk(manager_, on);
        EXPECT_EQ(code(agree_plan(manager, ann_, *plan, "It fits")), "");
        return *plan;
    }
    Made budget_for(const Period& dates, std::string_view on) {
        Made made;
        const PlanId plan = agreed_plan(dates, on, made);
        Desk accepts = desk(ann_account_, on);
        const auto budget = accept_plan(accepts, ann_, plan);
        EXPECT_EQ(code(budget), "");
        made.id = budget ? *budget : BudgetId{};
        return made;
    }
    Made agree_next_year() { return budget_for(next_year.period(), "2007-03-12"); }

    Money of_year(AccountKind kind, CouncilYear year, PayeeId payee = {}) {
        return store_->read([&](store::Snapshot& view) {
            return store::load_balance(view, {kind, "adult_social_care", ann_, payee, year});
        });
    }
    Money pool(CouncilYear year) {
        return store_->read([&](store::Snapshot& view) {
            return store::load_balance(view,
                                       {AccountKind::pool, "adult_social_care", {}, {}, year});
        });
    }
    // What was paid into her own account from a year's money, all streams together.
    Money held(CouncilYear year) {
        return store_->read([&](store::Snapshot& view) {
            Money sum;
            for (const ledger::Balance& each : store::load_balances_of(view, ann_)) {
                const bool is_it = each.account.kind == AccountKind::paid_to_holder &&
                                   each.account.payee == own_ && each.account.year == year;
                sum += is_it ? each.amount : Money();
            }
            return sum;
        });
    }
    BudgetView budget_on(std::string_view on) {
        Desk own = desk(ann_account_, on);
        auto view = see_budget(own, ann_);
        EXPECT_EQ(code(view), "");
        return view ? *view : BudgetView{};
    }
    Result<PurchaseId> order(std::string_view on, std::string_view from, std::string_view until,
                             std::int64_t visits) {
        Desk own = desk(ann_account_, on);
        market::Order wanted;
        wanted.quantity = visits;
        wanted.dates = {day(from), day(until).plus_days(1)};
        return buy_support(own, ann_, offer_, wanted);
    }
    Money instalments_of(BudgetId budget) {
        Money sum;
        store_->read([&](store::Snapshot& view) {
            for (const store::MadeInstalment& each :
                 store::load_instalments(view, {day("2006-04-01"), day("2008-04-01")})) {
                sum += each.budget == budget ? each.gross : Money();
            }
            return 0;
        });
        return sum;
    }
    // 366 days, each line's part of a week by the day and rounded down.
    static Money cost_of_next_year() {
        return Money::pence(4000 * 366 / 7) + Money::pence(2500 * 366 / 7);
    }
    static Money pounds(std::int64_t sum) { return Money::pence(sum * 100); }

    Made old_;
};

TEST_F(SecondYear, money_agreed_in_march_counts_from_the_first_day_of_its_year) {
    const Money pool_before = pool(this_year);
    const BudgetView before = budget_on("2007-03-12");
    const Made next = agree_next_year();
    const Money whole = cost_of_next_year();
    const BudgetView march = budget_on("2007-03-31");
    EXPECT_EQ(march.budget->id, old_.id);
    EXPECT_EQ(march.total.have(), before.total.have());
    ASSERT_TRUE(march.next.has_value());
    EXPECT_EQ(march.next->period, next_year.period());
    EXPECT_EQ(march.next->total.have(), whole);
    EXPECT_EQ(pool(this_year), pool_before);
    EXPECT_EQ(pool(next_year), pounds(15000) - whole);
    const BudgetView april = budget_on("2007-04-01");
    EXPECT_EQ(april.budget->id, next.id);
    EXPECT_EQ(april.total.have(), whole);
    EXPECT_FALSE(april.next.has_value());
    for (const ledger::Entry& entry : entries()) {
        if (entry.year() == next_year) {
            EXPECT_GE(entry.on(), day("2007-04-01")) << entry.cause();
        }
    }
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, this_years_cash_limit_awards_nothing_for_the_next) {
    Desk finance = desk(preparer_, "2007-03-05");
    ASSERT_EQ(
        code(cut_cash_limit(finance, "adult_social_care", pounds(15000), "Letter", next_year)), "");
    ASSERT_GT(pool(this_year), pounds(5000));
    Made made;
    const PlanId plan = agreed_plan(next_year.period(), "2007-03-12", made);
    Desk own = desk(ann_account_, "2007-03-13");
    const auto refused = accept_plan(own, ann_, plan);
    EXPECT_EQ(refused.error().code, "ledger.not_enough");
    EXPECT_NE(refused.error().message.find("1 April 2007"), std::string::npos);
    EXPECT_FALSE(budget_on("2007-03-13").next.has_value());
}

TEST_F(SecondYear, next_years_money_cannot_be_ordered_from_before_the_year) {
    const Money left = of_year(AccountKind::available, this_year);
    const std::int64_t affordable = left.in_pence() / 1250;
    agree_next_year();
    const Money next_left = of_year(AccountKind::available, next_year);
    ASSERT_GT(next_left, left);
    EXPECT_EQ(order("2007-03-20", "2007-03-24", "2007-03-31", affordable + 1).error().code,
              "budget.not_enough");
    EXPECT_EQ(code(order("2007-03-20", "2007-03-24", "2007-03-31", affordable)), "");
    EXPECT_EQ(of_year(AccountKind::available, next_year), next_left);
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, an_order_placed_in_march_for_april_draws_on_the_next_year_alone) {
    agree_next_year();
    const Money left = of_year(AccountKind::available, this_year);
    const Money next_left = of_year(AccountKind::available, next_year);
    const auto placed = order("2007-03-31", "2007-04-02", "2007-04-29", 8);
    ASSERT_EQ(code(placed), "");
    EXPECT_EQ(of_year(AccountKind::available, this_year), left);
    EXPECT_EQ(of_year(AccountKind::available, next_year), next_left - pounds(100));
    EXPECT_EQ(budget_on("2007-03-31").next->total.left(), next_left - pounds(100));
    // Cancelled before the year begins, it is the next year's again.
    Desk own = desk(ann_account_, "2007-03-31");
    ASSERT_EQ(code(cancel_order(own, ann_, *placed)), "");
    EXPECT_EQ(of_year(AccountKind::available, next_year), next_left);
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, an_order_over_the_end_of_the_year_is_refused_and_says_how_to_order_instead) {
    agree_next_year();
    const auto over = order("2007-03-20", "2007-03-26", "2007-04-06", 4);
    EXPECT_EQ(over.error().code, "budget.days_over_two_years");
    EXPECT_NE(over.error().message.find("Order until 31 March 2007 first"), std::string::npos);
    EXPECT_EQ(order("2007-03-20", "2008-04-02", "2008-04-06", 1).error().code,
              "budget.none_for_these_days");
    Desk own = desk(ann_account_, "2007-03-20");
    EXPECT_EQ(start_plan(own, ann_, {day("2007-03-20"), day("2008-03-20")}).error().code,
              "budget.days_over_two_years");
}

TEST_F(SecondYear, without_a_plan_for_the_next_year_nothing_of_it_can_be_ordered) {
    EXPECT_EQ(order("2007-03-31", "2007-04-02", "2007-04-06", 1).error().code,
              "budget.none_for_these_days");
    EXPECT_TRUE(budget_on("2007-04-02").budget.has_value());
}

// The same days lived one by one, and all at once after a stand-still.
class AtTheBoundary : public SecondYear, public testing::WithParamInterface<bool> {};

TEST_P(AtTheBoundary, a_carried_instalment_is_neither_missed_nor_doubled) {
    const Made next = agree_next_year();
    const Date last = day("2007-05-05");
    for (Date at = GetParam() ? day("2007-02-01") : last; at <= last; at = at.plus_days(1)) {
        all_due(at.to_text());
    }
    // 55 days at £40 a week, a part of a week by the day; then weeks 1 to 8 of the new year.
    EXPECT_EQ(instalments_of(old_.id), Money::pence(4000 * 55 / 7));
    EXPECT_EQ(instalments_of(next.id), pounds(8 * 40));
    EXPECT_EQ(of_year(AccountKind::held, this_year), Money());
    EXPECT_EQ(of_year(AccountKind::owed, next_year, own_), pounds(8 * 40));
    all_due(last.to_text());
    EXPECT_EQ(instalments_of(next.id), pounds(8 * 40));
    EXPECT_TRUE(holds());
}
INSTANTIATE_TEST_SUITE_P(DayByDayAndAtOnce, AtTheBoundary, testing::Values(true, false));

TEST_F(SecondYear, leftovers_return_to_their_stream_exactly_once) {
    agree_next_year();
    all_due("2007-03-31");
    const Money left = of_year(AccountKind::available, this_year);
    const Money pool_before = pool(this_year);
    const Money next_pool = pool(next_year);
    const Money next_have = budget_on("2007-04-01").total.have();
    ASSERT_TRUE(left.is_positive());
    EXPECT_EQ(all_due("2007-04-02").given_back, left);
    EXPECT_EQ(all_due("2007-04-02").given_back, Money());
    EXPECT_EQ(all_due("2007-04-20").given_back, Money());
    EXPECT_EQ(pool(this_year), pool_before + left);
    EXPECT_EQ(pool(next_year), next_pool);
    EXPECT_EQ(budget_on("2007-04-20").total.have(), next_have);
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, a_visit_of_march_answered_in_april_is_paid_from_march_and_the_rest_goes_back) {
    agree_next_year();
    all_due("2007-03-24");
    const Money left = of_year(AccountKind::available, this_year);
    const Money promised = budget_on("2007-03-24").total.promised();
    const auto placed = order("2007-03-24", "2007-03-26", "2007-03-31", 4);
    ASSERT_EQ(code(placed), "");
    Desk pat = desk(provider_account_, "2007-04-02");
    ASSERT_EQ(code(accept_order(pat, provider_, *placed)), "");
    market::DeliveryReport report;
    report.on = day("2007-03-30");
    report.quantity = 4;
    const auto reported = report_delivery(pat, provider_, *placed, report);
    ASSERT_EQ(code(reported), "");
    EXPECT_EQ(all_due("2007-04-03").given_back, Money());
    const BudgetView april = budget_on("2007-04-03");
    EXPECT_EQ(april.before.promised(), promised + pounds(50));
    EXPECT_EQ(april.before.available, left - pounds(50));
    Desk says = desk(ann_account_, "2007-04-04");
    ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
    const PayeeId acorn = store_->read(
        [&](store::Snapshot& view) { return store::find_payee_of_provider(view, provider_)->id; });
    EXPECT_EQ(of_year(AccountKind::owed, this_year, acorn), pounds(50));
    EXPECT_EQ(all_due("2007-04-05").given_back, left - pounds(50));
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, have_is_promised_spent_and_left_on_each_side_and_the_statement_agrees) {
    agree_next_year();
    ASSERT_EQ(code(order("2007-03-20", "2007-03-24", "2007-03-31", 2)), "");
    ASSERT_EQ(code(order("2007-03-20", "2007-04-02", "2007-04-10", 3)), "");
    for (Date at = day("2007-03-25"); at <= day("2007-04-10"); at = at.plus_days(1)) {
        all_due(at.to_text());
        const BudgetView view = budget_on(at.to_text());
        const CouncilYear year = CouncilYear::of(at);
        ASSERT_EQ(view.year, year);
        Desk own = desk(ann_account_, at.to_text());
        const auto statement = see_statement(own, ann_, {year.period().from, at.plus_days(1)});
        ASSERT_EQ(code(statement), "");
        const ledger::PersonYear& shown = statement->statement.years.front();
        ASSERT_EQ(shown.year, year);
        const ledger::Figures& figures = shown.total.at_end;
        EXPECT_EQ(view.total, static_cast<const ledger::Standing&>(figures)) << at.to_text();
        // What came less what went is what is there, whichever way it is counted.
        EXPECT_EQ(figures.awarded - figures.kept_back - figures.recovered,
                  view.total.promised() + view.total.spent + view.total.left())
            << at.to_text();
        Money by_stream;
        for (const StreamMoney& stream : view.streams) {
            by_stream += stream.figures.have();
        }
        EXPECT_EQ(by_stream, view.total.have());
    }
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, finance_and_the_owner_see_each_year_against_its_own_limit) {
    agree_next_year();
    const auto care = [](const std::vector<StreamLimit>& limits, CouncilYear year) {
        for (const StreamLimit& limit : limits) {
            if (limit.stream == "adult_social_care" && limit.year == year) {
                return limit;
            }
        }
        return StreamLimit{};
    };
    const Money whole = cost_of_next_year();
    Desk march = desk(preparer_, "2007-03-31");
    const auto before = see_finance(march);
    ASSERT_EQ(code(before), "");
    EXPECT_EQ(care(before->streams, this_year).limit, pounds(20000));
    EXPECT_EQ(care(before->other_years, next_year).limit, pounds(15000));
    EXPECT_EQ(care(before->other_years, next_year).decided, whole);
    EXPECT_EQ(care(before->other_years, next_year).forecast, whole);
    all_due("2007-04-02");
    Desk april = desk(preparer_, "2007-04-02");
    const auto after = see_finance(april);
    ASSERT_EQ(code(after), "");
    EXPECT_EQ(care(after->streams, next_year).limit, pounds(15000));
    EXPECT_EQ(care(after->other_years, this_year).limit, pounds(20000));
    EXPECT_EQ(care(after->other_years, this_year).decided,
              care(after->other_years, this_year).paid + care(after->other_years, this_year).owed);
    const auto account = see_stream_account(april, "adult_social_care", next_year.period());
    ASSERT_EQ(code(account), "");
    EXPECT_EQ(account->statement.years.front().year, next_year);
    EXPECT_EQ(account->statement.years.front().at_end.cash_limit, pounds(15000));
    EXPECT_EQ(account->statement.years.front().at_end.not_awarded, pounds(15000) - whole);
}

TEST_F(SecondYear, a_cash_limit_is_written_for_this_year_the_next_and_the_one_before_alone) {
    Desk finance = desk(preparer_, "2007-03-05");
    EXPECT_EQ(
        record_cash_limit(finance, "adult_social_care", pounds(1), "Letter", {2008}).error().code,
        "casework.year_not_near");
    Desk later = desk(preparer_, "2007-04-05");
    const Money there = pool(this_year);
    EXPECT_EQ(code(cut_cash_limit(later, "adult_social_care", there, "Letter", this_year)), "");
    EXPECT_EQ(pool(this_year), Money());
    EXPECT_EQ(pool(next_year), pounds(15000));
}

TEST_F(SecondYear, a_death_in_march_ends_the_next_budget_too_and_its_money_goes_back_to_its_year) {
    agree_next_year();
    ASSERT_EQ(code(order("2007-03-18", "2007-04-02", "2007-04-29", 8)), "");
    all_due("2007-03-19");
    Desk worker = desk(worker_, "2007-03-20");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2007-03-19"))), "");
    all_due("2007-03-21");
    EXPECT_EQ(of_year(AccountKind::held, next_year), Money());
    all_due("2007-04-02");
    EXPECT_EQ(of_year(AccountKind::available, next_year), Money());
    EXPECT_EQ(pool(next_year), pounds(15000));
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, a_line_of_the_next_budget_is_changed_before_it_begins_with_its_own_money) {
    const Made next = agree_next_year();
    const Money promised = of_year(AccountKind::held, this_year);
    const Money left = of_year(AccountKind::available, this_year);
    const Money next_promised = of_year(AccountKind::held, next_year);
    Desk manager = desk(manager_, "2007-03-20");
    ASSERT_EQ(code(change_line(manager, ann_, next.direct, day("2007-04-29"),
                               {pounds(50), {budget::Every::week, 1}}, "It costs more by then")),
              "");
    // Four weeks at £40; the 338 days that follow at £50.
    EXPECT_EQ(
        of_year(AccountKind::held, next_year),
        next_promised - Money::pence(4000 * 366 / 7) + pounds(160) + Money::pence(5000 * 338 / 7));
    Desk ends = desk(manager_, "2007-03-21");
    ASSERT_EQ(code(end_line(ends, ann_, next.managed, day("2007-09-01"), "No longer needed")), "");
    EXPECT_EQ(of_year(AccountKind::held, this_year), promised);
    EXPECT_EQ(of_year(AccountKind::available, this_year), left);
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, what_is_spent_in_april_comes_from_aprils_money_and_only_then_from_what_is_over) {
    agree_next_year();
    const auto pay = [&](std::string_view on, const std::string& number) {
        all_due(on);
        const PayRunId run = released(on);
        ASSERT_EQ(code(import(reply(run, on), on)), "") << number;
    };
    pay("2007-02-05", "1");
    pay("2007-03-05", "2");
    pay("2007-04-02", "3");
    const Money march = held(this_year);
    ASSERT_GT(march, pounds(300));
    const auto spent = [&](std::string_view on, std::int64_t sum) {
        Desk own = desk(ann_account_, on);
        return report_spending(own, ann_, own_, day(on), pounds(sum), "Help");
    };
    ASSERT_EQ(of_year(AccountKind::paid_to_holder, next_year, own_), pounds(160));
    ASSERT_EQ(code(spent("2007-04-10", 100)), "");
    EXPECT_EQ(held(this_year), march);
    EXPECT_EQ(of_year(AccountKind::paid_to_holder, next_year, own_), pounds(60));
    ASSERT_EQ(code(spent("2007-04-12", 80)), "");
    EXPECT_EQ(held(this_year), march - pounds(20));
    EXPECT_EQ(of_year(AccountKind::paid_to_holder, next_year, own_), Money());
    all_due("2007-04-30");
    // Days of March are never paid from April's money.
    Desk own = desk(ann_account_, "2007-04-12");
    const Money too_much = march - pounds(19);
    EXPECT_EQ(report_spending(own, ann_, own_, day("2007-03-30"), too_much, "Help").error().code,
              "ledger.not_enough");
    EXPECT_TRUE(holds());
}

TEST_F(SecondYear, a_sum_that_is_given_once_is_not_given_again_the_next_year) {
    const auto one_off_free = [&](const Period& dates, std::string_view on) {
        return store_->read([&](store::Snapshot& view) {
            const auto rules =
                rules_for_planning(shelf_, view, ann_, dates, day(on), Sureness::agreed);
            EXPECT_EQ(code(rules), "");
            for (const budget::StreamRule& rule : *rules) {
                if (rule.id == "community_equipment") {
                    return rule.available;
                }
            }
            return Money();
        });
    };
    ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                  assessment::StreamDecision decision;
                  decision.id = desk({}).new_id<DecisionId>();
                  decision.person = ann_;
                  decision.stream = "community_equipment";
                  decision.stage = assessment::Stage::agreed;
                  decision.eligible = true;
                  decision.one_off = pounds(300);
                  decision.on = day("2007-01-10");
                  decision.decided_by = "Its owner";
                  decision.reason = "Agreed";
                  store::keep(tx, decision);
                  return Done{};
              })),
              "");
    // Decided, and in no budget yet: it is there for whichever year it is planned in.
    EXPECT_EQ(one_off_free(next_year.period(), "2007-02-01"), pounds(300));
    Desk finance = desk(preparer_, "2007-02-01");
    ASSERT_EQ(code(record_cash_limit(finance, "community_equipment", pounds(500), "Letter")), "");
    Desk own = desk(ann_account_, "2007-02-02");
    const Period rest{day("2007-02-10"), day("2007-04-01")};
    const auto plan = start_plan(own, ann_, rest);
    ASSERT_EQ(code(plan), "");
    ASSERT_EQ(code(save_outcomes(own, ann_, *plan, {"To bathe safely"})), "");
    PlanLineDraft draft;
    draft.what = "A bath seat";
    draft.purpose = "equipment";
    draft.spending = market::Spending::capital;
    draft.unit = market::Unit::item;
    draft.frequency = {budget::Every::once, 1};
    draft.price = pounds(250);
    draft.dates = rest;
    ASSERT_EQ(code(save_line(own, ann_, *plan, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, ann_, *plan)), "");
    Desk manager = desk(manager_, "2007-02-02");
    ASSERT_EQ(code(agree_plan(manager, ann_, *plan, "It fits")), "");
    Desk accepts = desk(ann_account_, "2007-02-03");
    ASSERT_EQ(code(accept_plan(accepts, ann_, *plan)), "");
    EXPECT_EQ(one_off_free(next_year.period(), "2007-03-01"), Money());
    EXPECT_EQ(one_off_free(rest, "2007-03-01"), pounds(300));
}

TEST_F(SecondYear, money_a_holder_gives_back_is_the_earlier_years_first) {
    agree_next_year();
    for (const std::string_view on : {"2007-02-05", "2007-03-05", "2007-04-02"}) {
        all_due(on);
        const PayRunId run = released(on);
        ASSERT_EQ(code(import(reply(run, on), on)), "");
    }
    const Money march = held(this_year);
    const Money april = held(next_year);
    const Money pool_before = pool(this_year);
    const Money next_pool = pool(next_year);
    payments::ReplyRequest request{.account = account("11112222", "Wendlebury Council")};
    request.statement = "STM-BACK";
    request.on = day("2007-04-20");
    request.opening = Money::pence(100000000);
    request.others = {{payments::Direction::in, march + pounds(10), "Ann Ashe", "left over"}};
    ASSERT_EQ(code(import(payments::bank_reply(request, {}).bytes, "2007-04-20")), "");
    Desk finance = desk(preparer_, "2007-04-20");
    const auto seen = see_bank(finance);
    ASSERT_EQ(code(seen), "");
    ASSERT_EQ(seen->unmatched.size(), 1U);
    Desk says = desk(preparer_, "2007-04-20");
    ASSERT_EQ(code(say_returned(says, seen->unmatched.front().line.id, own_)), "");
    EXPECT_EQ(held(this_year), Money());
    EXPECT_EQ(held(next_year), april - pounds(10));
    EXPECT_EQ(pool(next_year), next_pool + pounds(10));
    EXPECT_GT(pool(this_year), pool_before);
    EXPECT_TRUE(holds());
    // It was a mistake: each year has again what it had.
    Desk undoes = desk(preparer_, "2007-04-21");
    const auto again = see_bank(undoes);
    ASSERT_EQ(code(again), "");
    Desk back = desk(preparer_, "2007-04-21");
    ASSERT_EQ(code(reverse_match(back, again->matched.front().match.id)), "");
    EXPECT_EQ(held(this_year), march);
    EXPECT_EQ(held(next_year), april);
    EXPECT_EQ(pool(this_year), pool_before);
    EXPECT_TRUE(holds());
}

// £49.00 a week, £7.00 a day, from 5 February 2007; her own account is paid £40.00 a week.
//
//   5 February, 28 days    £160.00 paid, £196.00 asked                    billed  £36.00
//   5 March, 27 days       £314.28 - £160.00 = £154.28 paid, £189.00      billed  £34.72
//   1 April, 13 x 28 days  £160.00 paid, £196.00 asked                    billed  £36.00 each
//   30 March 2008, 2 days  £2,091.42 - £2,080.00 = £11.42 paid, £14.00    billed   £2.58
//
// Rounded down, £40.00 a week are £314.28 in 55 days and £2,091.42 in 366. All that is paid is
// taken off: together with the bills, 55 x £7.00 = £385.00 and 366 x £7.00 = £2,562.00.
TEST_F(SecondYear, a_contribution_above_the_payments_is_billed_in_each_year_for_its_own_days) {
    budget::ContributionTerm term;
    term.from = day("2007-02-05");
    term.weekly = pounds(49);
    Desk worker = desk(manager_, "2007-01-30");
    ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Means test")), "");
    const Made next = agree_next_year();
    const Money pool_of_next = pool(next_year);
    for (Date on = day("2007-02-05"); on < day("2008-06-01"); on = on.plus_days(1)) {
        all_due(on.to_text());
    }
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> second;
    for (const store::Invoice& each :
         store_->read([&](store::Snapshot& view) { return store::load_invoices_of(view, ann_); })) {
        EXPECT_EQ(each.correction, Money());
        EXPECT_EQ(each.issued_on, each.period.until);
        (each.budget == next.id ? second : first).push_back(each.amount().in_pence());
    }
    EXPECT_EQ(first, (std::vector<std::int64_t>{3600, 3472}));
    std::vector<std::int64_t> thirteen_and_two_days(13, 3600);
    thirteen_and_two_days.push_back(258);
    EXPECT_EQ(second, thirteen_and_two_days);
    // What was taken off is the year's own again; the managed line was never ordered from.
    std::map<CouncilYear, Money> taken;
    for (const ledger::Entry& entry : entries()) {
        if (entry.kind() == ledger::EntryKind::net_contribution) {
            taken[entry.year()] += entry.amount();
        }
    }
    EXPECT_EQ(taken[this_year], Money::pence(31428));
    EXPECT_EQ(taken[next_year], Money::pence(209142));
    EXPECT_EQ(pool(next_year), pool_of_next + cost_of_next_year());
    EXPECT_TRUE(holds());
}

}  // namespace
}  // namespace casework
