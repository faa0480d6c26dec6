#include "casework/close_record.h"

#include <gtest/gtest.h>

#include "casework/caseload.h"
#include "casework/finance_for_tests.h"
#include "casework/see_changes.h"
#include "casework/who_can_see.h"

namespace casework {

namespace {

using ledger::AccountKind;

Money pounds(std::int64_t amount) {
    return Money::pence(amount * 100);
}

Money sum_of(const std::vector<Closing::Sum>& sums) {
    Money all;
    for (const Closing::Sum& sum : sums) {
        all += sum.amount;
    }
    return all;
}

class CloseRecord : public FinanceCouncil {
protected:
    // Reported by the provider and not answered.
    DeliveryId reported(std::int64_t visits, std::string_view on) {
        Desk own = desk(ann_account_, on);
        market::Order order;
        order.quantity = visits;
        order.dates = {day(on), day(on).plus_days(21)};
        order.line = council_;
        const auto placed = buy_support(own, ann_, offer_, order);
        EXPECT_EQ(code(placed), "");
        Desk pat = desk(provider_account_, on);
        EXPECT_EQ(code(accept_order(pat, provider_, *placed)), "");
        market::DeliveryReport report;
        report.on = day(on);
        report.quantity = 1;
        const auto said = report_delivery(pat, provider_, *placed, report);
        EXPECT_EQ(code(said), "");
        return said ? *said : DeliveryId{};
    }
    void dies(std::string_view on, std::string_view written) {
        Desk worker = desk(worker_, written);
        ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day(on))), "");
    }
};

TEST_F(CloseRecord, what_is_still_there_is_told_before_it_closes) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    reported(2, "2006-05-10");
    Desk worker = desk(worker_, "2006-05-22");
    const auto closing = see_closing(worker, ann_, ClosedBy::death, day("2006-05-21"));
    ASSERT_EQ(code(closing), "");
    EXPECT_EQ(closing->last, day("2006-05-21"));
    // Four weeks were paid in advance; two of them lie after the last day.
    EXPECT_EQ(sum_of(closing->held), pounds(420));
    EXPECT_EQ(sum_of(closing->to_come_back), pounds(210));
    EXPECT_TRUE(closing->due.empty());
    ASSERT_EQ(closing->orders.size(), 1U);
    EXPECT_TRUE(closing->orders.front().ends);
    EXPECT_EQ(closing->orders.front().promised, pounds(25));
    EXPECT_EQ(closing->reports_waiting, 1U);
    // Nothing has changed: the record is open, and the order too.
    Desk own = desk(ann_account_, "2006-05-22");
    EXPECT_EQ(see_budget(own, ann_)->open_orders.size(), 1U);
    EXPECT_EQ(see_closing(own, ann_, ClosedBy::death, day("2006-05-21")).error().code,
              "people.not_allowed");
    EXPECT_EQ(see_closing(worker, ann_, ClosedBy::death, day("2006-05-23")).error().code,
              "people.close_ahead");
    EXPECT_EQ(see_closing(worker, ann_, ClosedBy::end, day("2006-04-01")).error().code,
              "people.close_before_contact");
    dies("2006-05-21", "2006-05-22");
    EXPECT_EQ(see_closing(worker, ann_, ClosedBy::end, day("2006-05-21")).error().code,
              "people.record_closed");
}

TEST_F(CloseRecord, what_was_told_is_what_comes_back) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    Desk worker = desk(worker_, "2006-05-22");
    const auto closing = see_closing(worker, ann_, ClosedBy::move, day("2006-05-22"));
    ASSERT_EQ(code(closing), "");
    Desk moves = desk(worker_, "2006-05-22");
    ASSERT_EQ(code(close_record(moves, ann_, ClosedBy::move, day("2006-05-22"))), "");
    all_due("2006-05-23");
    Money left;
    for (const auto& [stream, payee] : {std::pair{"adult_social_care", own_},
                                        {"supporting_people", own_},
                                        {"adult_social_care", trust_},
                                        {"adult_social_care", jo_}}) {
        left += balance(AccountKind::paid_to_holder, stream, payee);
    }
    EXPECT_EQ(sum_of(closing->held) - left, sum_of(closing->to_come_back));
    EXPECT_TRUE(holds());
}

TEST_F(CloseRecord, opens_again_with_a_reason_and_what_ended_stays_ended) {
    Desk worker = desk(worker_, "2006-05-22");
    EXPECT_EQ(open_record_again(worker, ann_, "x").error().code, "people.record_open");
    dies("2006-05-21", "2006-05-22");
    all_due("2006-05-23");
    EXPECT_EQ(open_record_again(worker, ann_, " ").error().code, "casework.reasons_missing");
    Desk own = desk(ann_account_, "2006-05-24");
    EXPECT_EQ(open_record_again(own, ann_, "x").error().code, "people.not_allowed");
    Desk opens = desk(worker_, "2006-05-24");
    ASSERT_EQ(code(open_record_again(opens, ann_, "Somebody else of that name died")), "");
    Desk sees = desk(ann_account_, "2006-05-24");
    const auto seen = who_can_see(sees, ann_);
    ASSERT_EQ(code(seen), "");
    EXPECT_FALSE(seen->person.closed_on().has_value());
    EXPECT_EQ(seen->acts.front().detail, "Somebody else of that name died");
    // A plan can begin anew; the budget that ended does not come back by itself.
    const auto plan = start_plan(sees, ann_, {day("2006-06-05"), day("2006-10-23")});
    EXPECT_EQ(code(plan), "");
    EXPECT_EQ(all_due("2006-07-30").instalments, 0U);
    // It may close again, for another day; what was paid between the two is no fault.
    all_due(first_day);
    released("2006-06-06");
    Desk closes = desk(worker_, "2006-06-10");
    ASSERT_EQ(code(close_record(closes, ann_, ClosedBy::end, day("2006-06-08"))), "");
    EXPECT_TRUE(holds());
}

TEST_F(CloseRecord, after_a_death_a_worker_answers_what_came_before_it_and_the_provider_is_paid) {
    const DeliveryId delivery = reported(2, "2006-05-10");
    Desk worker = desk(worker_, "2006-05-22");
    const auto answer = [&](bool came, const std::string& evidence) {
        return answer_delivery_after_end(worker, ann_, delivery, came, evidence);
    };
    EXPECT_EQ(answer(true, "Her daughter said so").error().code, "casework.person_answers");
    dies("2006-05-21", "2006-05-22");
    EXPECT_EQ(answer(true, "").error().code, "casework.reasons_missing");
    for (const AccountId actor : {provider_account_, preparer_, releaser_, ann_account_}) {
        Desk tries = desk(actor, "2006-05-22");
        EXPECT_EQ(answer_delivery_after_end(tries, ann_, delivery, true, "x").error().code,
                  "people.not_allowed");
    }
    const auto waits = caseload(worker);
    EXPECT_TRUE(std::any_of(waits->own.begin(), waits->own.end(), [&](const WorkItem& item) {
        return item.waiting == people::Waiting::delivery_unanswered && item.person == ann_;
    }));
    ASSERT_EQ(code(answer(true, "Her daughter was there, by telephone on 22 May")), "");
    EXPECT_EQ(
        balance(AccountKind::owed, "adult_social_care", store_->read([&](store::Snapshot& view) {
            return store::find_payee_of_provider(view, provider_)->id;
        })),
        Money::pence(1250));
    EXPECT_EQ(answer(true, "Again").error().code, "market.status_not_allowed");
    EXPECT_EQ(kept_run(released("2006-05-23")).total(), Money::pence(1250));
    EXPECT_TRUE(caseload(worker)->own.empty());
    EXPECT_TRUE(holds());
}

TEST_F(CloseRecord, after_a_death_what_did_not_come_is_free_again_and_later_days_are_not_paid) {
    const DeliveryId delivery = reported(2, "2006-05-10");
    const DeliveryId later = reported(1, "2006-05-22");
    dies("2006-05-21", "2006-05-22");
    Desk worker = desk(worker_, "2006-05-23");
    EXPECT_EQ(answer_delivery_after_end(worker, ann_, later, true, "Nobody knows").error().code,
              "casework.service_after_end");
    ASSERT_EQ(code(answer_delivery_after_end(worker, ann_, later, false, "She had died")), "");
    ASSERT_EQ(code(answer_delivery_after_end(worker, ann_, delivery, false, "The book is empty")),
              "");
    all_due("2006-05-24");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_TRUE(holds());
}

}  // namespace

}  // namespace casework
