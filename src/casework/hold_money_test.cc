#include "casework/hold_money.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "casework/finance_for_tests.h"
#include "casework/see_assessment.h"
#include "casework/statement_json.h"
#include "casework/who_can_see.h"
#include "store/accounts.h"

namespace casework {

namespace {

using ledger::AccountKind;

Money pounds(std::int64_t amount) {
    return Money::pence(amount * 100);
}

class HoldMoney : public FinanceCouncil {
protected:
    // The first four weeks are paid out, and the bank says so.
    void paid_out() {
        all_due(first_day);
        const PayRunId run = released(first_day);
        ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    }
};

TEST_F(HoldMoney, the_account_of_a_holder_is_given_by_nobody_but_its_own_user) {
    const payments::BankAccount other = account("30000009", "Somebody");
    Desk ann = desk(ann_account_);
    EXPECT_EQ(change_bank_details(ann, ann_, trust_, other).error().code,
              "casework.not_your_account");
    for (const AccountId actor : {ann_account_, worker_, manager_, preparer_, releaser_, admin_,
                                  provider_account_, jo_account_}) {
        Desk tries = desk(actor);
        EXPECT_EQ(change_holder_bank_details(tries, trust_, other).error().code,
                  "people.not_allowed");
        EXPECT_EQ(see_holder_bank_details(tries, trust_).error().code, "people.not_allowed");
    }
    // Nor does a holder say where her own money goes.
    Desk tess = desk(trust_account_);
    EXPECT_EQ(change_bank_details(tess, ann_, own_, other).error().code, "people.not_allowed");
    Desk owner = desk(trust_account_);
    const auto changed = change_holder_bank_details(owner, trust_, other);
    ASSERT_EQ(code(changed), "");
    EXPECT_TRUE(see_holder_bank_details(owner, trust_)->waiting.has_value());
    Desk itself = desk(trust_account_);
    EXPECT_EQ(confirm_bank_details(itself, *changed).error().code, "people.not_allowed");
}

TEST_F(HoldMoney, a_changed_account_of_a_holder_stops_its_line_until_it_is_confirmed) {
    all_due(first_day);
    const PayRunId run = prepared(first_day);
    Desk tess = desk(trust_account_, first_day);
    ASSERT_EQ(code(change_holder_bank_details(tess, trust_, account("30000009", "Elm"))), "");
    Desk second = desk(releaser_, first_day);
    ASSERT_EQ(code(release_run(second, run)), "");
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", trust_), pounds(120));
    EXPECT_EQ(kept_run(run).total(), pounds(420 - 120));
}

TEST_F(HoldMoney, a_provider_that_holds_a_fund_answers_for_it_with_its_own_users) {
    const PayeeId acorn = store_->read(
        [&](store::Snapshot& view) { return store::find_payee_of_provider(view, provider_)->id; });
    Desk worker = desk(worker_);
    EXPECT_EQ(name_holder_user(worker, ann_, acorn, {.name = "X", .evidence = "Y"}).error().code,
              "casework.holder_has_users");
    Desk moves = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(change_holding(moves, ann_, fund_, day("2006-06-05"),
                                  budget::Holding::individual_service_fund, acorn)),
              "");
    all_due("2006-06-05");
    const PayRunId run = released("2006-06-05");
    ASSERT_EQ(code(import(reply(run, "2006-06-06"), "2006-06-06")), "");
    Desk pat = desk(provider_account_, "2006-06-10");
    const auto held = see_all_held(pat);
    ASSERT_EQ(code(held), "");
    ASSERT_EQ(held->size(), 1U);
    EXPECT_EQ(held->front().came_in, pounds(120));
    ASSERT_EQ(
        code(report_held_spending(pat, acorn, ann_, day("2006-06-09"), pounds(30), "Evenings")),
        "");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", acorn), pounds(90));
    EXPECT_TRUE(holds());
}

TEST_F(HoldMoney, a_holder_reports_what_it_spent_and_the_person_reads_by_whom) {
    paid_out();
    Desk tess = desk(trust_account_, "2006-05-20");
    ASSERT_EQ(code(report_held_spending(tess, trust_, ann_, day("2006-05-19"), pounds(45),
                                        "Evenings with Kim")),
              "");
    Desk looks = desk(trust_account_, "2006-05-20");
    const auto money = see_held_money(looks, trust_, ann_);
    ASSERT_EQ(code(money), "");
    EXPECT_EQ(money->held.person_name, "Ann Ashe");
    EXPECT_EQ(money->held.came_in, pounds(120));
    EXPECT_EQ(money->held.spent, pounds(45));
    EXPECT_EQ(money->held.left, pounds(75));
    ASSERT_EQ(money->lines.size(), 2U);
    EXPECT_EQ(money->lines.front().what, "Evenings with Kim, reported by Tess Elm");
    ASSERT_EQ(money->parts.size(), 1U);
    EXPECT_TRUE(money->parts.front().words.starts_with("Help in the evening: £30.00"));

    Desk own = desk(ann_account_, "2006-05-21");
    const auto statement = see_statement(own, ann_, {day("2006-05-01"), day("2006-06-01")});
    ASSERT_EQ(code(statement), "");
    ASSERT_EQ(statement->reports.size(), 1U);
    EXPECT_EQ(statement->reports.front().by, "Tess Elm");
    std::vector<std::string> reported;
    const json::object data = to_json(*statement);
    for (const json::value& line : data.at("lines").as_array()) {
        if (line.as_object().contains("reported_by")) {
            reported.push_back(*base::text_member(line.as_object(), "reported") + ", " +
                               *base::text_member(line.as_object(), "reported_by"));
        }
    }
    EXPECT_EQ(reported, std::vector<std::string>{"Evenings with Kim, Tess Elm"});
    const auto seen = who_can_see(own, ann_);
    EXPECT_TRUE(std::any_of(seen->acts.begin(), seen->acts.end(), [](const ActByAnother& act) {
        return act.by == "Tess Elm" && act.capacity == "holds money for you" &&
               act.what == "reported what was spent";
    }));
    EXPECT_TRUE(std::any_of(seen->looks.begin(), seen->looks.end(), [](const LookOfAnother& look) {
        return look.name == "Tess Elm" && look.purpose == "money held for her";
    }));
    EXPECT_TRUE(holds());
}

TEST_F(HoldMoney, a_holder_sees_nothing_of_her_but_that_money) {
    paid_out();
    Desk tess = desk(trust_account_, "2006-05-20");
    EXPECT_EQ(see_budget(tess, ann_).error().code, "people.not_allowed");
    EXPECT_EQ(see_statement(tess, ann_, {day("2006-05-01"), day("2006-06-01")}).error().code,
              "people.not_allowed");
    EXPECT_EQ(who_can_see(tess, ann_).error().code, "people.not_allowed");
    EXPECT_EQ(see_held_money(tess, jo_, ann_).error().code, "people.not_allowed");
    const PersonId joe = start(NewRecord(ann()));
    EXPECT_EQ(see_held_money(tess, trust_, joe).error().code, "casework.holder_unknown");
    EXPECT_EQ(
        report_held_spending(tess, trust_, joe, day("2006-05-19"), pounds(1), "x").error().code,
        "casework.holder_unknown");
    EXPECT_EQ(see_all_held(tess)->size(), 1U);
}

TEST_F(HoldMoney, each_reports_only_what_it_spent_itself) {
    paid_out();
    Desk own = desk(ann_account_, "2006-05-20");
    EXPECT_EQ(report_spending(own, ann_, trust_, day("2006-05-19"), pounds(1), "x").error().code,
              "casework.holder_reports_itself");
    Desk tess = desk(trust_account_, "2006-05-20");
    const auto report = [&](Date on, Money amount, const std::string& what) {
        return report_held_spending(tess, trust_, ann_, on, amount, what).error().code;
    };
    EXPECT_EQ(report(day("2006-05-21"), pounds(1), "x"), "casework.day_ahead");
    EXPECT_EQ(report(day("2006-05-19"), pounds(121), "x"), "ledger.not_enough");
    EXPECT_EQ(report(day("2006-05-19"), Money(), "x"), "ledger.not_positive");
    EXPECT_EQ(report(day("2006-05-19"), pounds(1), " "), "casework.reasons_missing");
    EXPECT_EQ(
        report_held_spending(own, trust_, ann_, day("2006-05-19"), pounds(1), "x").error().code,
        "people.not_allowed");
}

TEST_F(HoldMoney, a_worker_names_who_signs_in_on_evidence_and_ends_it_at_once) {
    Desk worker = desk(worker_);
    const auto named = [&](PayeeId holder, const HolderUser& user) {
        return name_holder_user(worker, ann_, holder, user).error().code;
    };
    EXPECT_EQ(named(trust_, {.name = "Una"}), "helper.evidence_missing");
    EXPECT_EQ(named(trust_, {.evidence = "Deed"}), "helper.name_missing");
    EXPECT_EQ(named(trust_, {.name = "123", .evidence = "Deed"}), "people.name_unseen");
    EXPECT_EQ(named(own_, {.name = "Una", .evidence = "Deed"}), "casework.holder_unknown");
    // Neither the person herself nor staff signs in for a holder.
    for (const AccountId account : {ann_account_, worker_, preparer_}) {
        EXPECT_EQ(named(trust_, {.account = account, .evidence = "Deed"}),
                  "helper.account_unknown");
    }
    Desk ann = desk(ann_account_);
    EXPECT_EQ(name_holder_user(ann, ann_, trust_, {.name = "U", .evidence = "D"}).error().code,
              "people.not_allowed");

    const auto seen = see_holders_of(worker, ann_);
    ASSERT_EQ(code(seen), "");
    ASSERT_EQ(seen->holders.size(), 2U);
    EXPECT_TRUE(seen->holders.front().has_account);
    ASSERT_EQ(seen->holders.front().users.size(), 1U);

    ASSERT_EQ(code(end_holder_user(worker, ann_, trust_, trust_account_)), "");
    EXPECT_EQ(end_holder_user(worker, ann_, trust_, trust_account_).error().code,
              "casework.holder_unknown");
    Desk tess = desk(trust_account_);
    EXPECT_EQ(see_held_money(tess, trust_, ann_).error().code, "people.not_allowed");
    EXPECT_TRUE(see_all_held(tess)->empty());
    EXPECT_TRUE(holders_signed_in_for(tess)->empty());
    // The same person may sign in for it again, with the account there is.
    ASSERT_EQ(code(name_holder_user(worker, ann_, trust_,
                                    {.account = trust_account_, .evidence = "New deed"})),
              "");
    EXPECT_EQ(holders_signed_in_for(tess)->size(), 1U);
    Desk closes = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(close_record(closes, ann_, ClosedBy::death, day("2006-05-15"))), "");
    EXPECT_EQ(name_holder_user(closes, ann_, trust_, {.name = "U", .evidence = "D"}).error().code,
              "people.record_closed");
}

}  // namespace

}  // namespace casework
