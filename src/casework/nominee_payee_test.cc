// A nominee whom the council recorded takes the direct payment of a line, until it ends.

#include "casework/nominee_payee.h"

#include "casework/arrange_help.h"
#include "casework/caseload.h"
#include "casework/close_account.h"
#include "casework/finance_for_tests.h"
#include "casework/hold_money.h"
#include "casework/see_finance.h"
#include "casework/see_holders.h"
#include "casework/sign_in.h"
#include "casework/who_can_see.h"
#include "store/standing.h"

namespace casework {
namespace {

using ledger::AccountKind;
using people::Scope;

// Ann's help in the morning, £40.00 a week, is paid to Nan Ash from 5 June on.
class NomineePayee : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        nominee_ = recorded("Nan Ash", "nominee", {Scope::see, Scope::money});
        nan_ = account_of_helper(nominee_);
    }
    RelationshipId recorded(const std::string& name, const std::string& kind,
                            std::set<Scope> scopes, std::optional<Date> until = {}) {
        Desk worker = desk(worker_);
        HelpOffer offer;
        offer.name = name;
        offer.kind = kind;
        offer.scopes = std::move(scopes);
        offer.from = day("2006-05-03");
        offer.until = until;
        offer.evidence = "The form of 2 May 2006, seen on 3 May";
        const auto arranged = record_helper(worker, ann_, offer);
        EXPECT_EQ(code(arranged), "");
        return arranged ? arranged->relationship : RelationshipId{};
    }
    AccountId account_of_helper(RelationshipId id) {
        return store_->read([&](store::Snapshot& view) {
            for (const people::Relationship& help : store::load_relationships(view, ann_)) {
                if (help.id == id) {
                    return help.helper;
                }
            }
            return AccountId{};
        });
    }
    Outcome moved(RelationshipId to, std::string_view on = "2006-05-10") {
        Desk worker = desk(worker_, on);
        return change_holding(worker, ann_, direct_, day("2006-06-05"),
                              budget::Holding::direct_payment, {}, "Ann asked", to);
    }
    PayeeId payee() {
        return store_->read([&](store::Snapshot& view) {
            const auto found = store::find_payee_of_nominee(view, nominee_);
            return found ? found->id : PayeeId{};
        });
    }
    // Nan says where the money goes, a second person confirms, and four weeks are paid.
    void paid() {
        ASSERT_EQ(code(moved(nominee_)), "");
        Desk nan = desk(nan_, "2006-05-11");
        const auto changed = change_holder_bank_details(nan, payee(), account("10000007", "N Ash"));
        ASSERT_EQ(code(changed), "");
        Desk second = desk(releaser_, "2006-05-11");
        ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
        all_due("2006-06-05");
        const PayRunId run = released("2006-06-05");
        ASSERT_EQ(code(import(reply(run, "2006-06-06"), "2006-06-06")), "");
    }
    Money with_nan() { return balance(AccountKind::paid_to_holder, "adult_social_care", payee()); }
    std::vector<WorkItem> waiting(std::string_view on,
                                  people::Waiting kind = people::Waiting::nominee_ended) {
        Desk worker = desk(worker_, on);
        std::vector<WorkItem> found = open_record(worker, ann_)->waiting;
        std::erase_if(found, [&](const WorkItem& item) { return item.waiting != kind; });
        return found;
    }
    Outcome closed(std::string_view on, const std::string& why = "The letter came back") {
        Desk admin = desk(admin_, on);
        return close_helper(admin, nan_, why);
    }
    Outcome opened(std::string_view on) {
        Desk admin = desk(admin_, on);
        return open_helper_again(admin, nan_, "She came with her passport");
    }

    RelationshipId nominee_;
    AccountId nan_;
};

TEST_F(NomineePayee, is_one_the_council_recorded_for_the_money_and_nobody_else) {
    const auto offered = [&](std::string_view on) {
        Desk own = desk(ann_account_, on);
        const auto choices = see_holders(own, ann_);
        std::vector<std::string> names;
        for (const Nominee& each : choices->nominees) {
            names.push_back(each.name);
        }
        return names;
    };
    const RelationshipId looks = recorded("Len Hay", "nominee", {Scope::see});
    const RelationshipId attorney = recorded("Al Orr", "attorney", {Scope::see, Scope::money});
    const RelationshipId short_one =
        recorded("Sue Day", "nominee", {Scope::see, Scope::money}, day("2006-05-20"));
    EXPECT_EQ(offered("2006-05-10"), (std::vector<std::string>{"Nan Ash", "Sue Day"}));
    EXPECT_EQ(offered("2006-05-20"), std::vector<std::string>{"Nan Ash"});
    EXPECT_EQ(moved(looks).error().code, "casework.nominee_unknown");
    EXPECT_EQ(moved(attorney).error().code, "casework.nominee_unknown");
    EXPECT_EQ(moved(short_one, "2006-05-20").error().code, "casework.nominee_unknown");
    // A nominee's account is no third party's, and a third party takes no direct payment.
    ASSERT_EQ(code(moved(nominee_)), "");
    Desk worker = desk(worker_, "2006-05-10");
    EXPECT_EQ(change_holding(worker, ann_, third_, day("2006-06-05"),
                             budget::Holding::nominated_third_party, payee())
                  .error()
                  .code,
              "casework.holder_unknown");
    EXPECT_EQ(change_holding(worker, ann_, third_, day("2006-06-05"),
                             budget::Holding::direct_payment, trust_)
                  .error()
                  .code,
              "casework.holder_unknown");
    Desk own = desk(ann_account_, "2006-05-10");
    const auto seen = see_holders(own, ann_);
    ASSERT_TRUE(seen.has_value());
    for (const store::Payee& holder : seen->holders) {
        EXPECT_NE(holder.id, payee());
    }
}

TEST_F(NomineePayee, alone_says_where_the_money_goes_and_a_second_person_confirms_it) {
    ASSERT_EQ(code(moved(nominee_)), "");
    const payments::BankAccount other = account("30000009", "Somebody");
    Desk ann = desk(ann_account_);
    EXPECT_EQ(change_bank_details(ann, ann_, payee(), other).error().code,
              "casework.not_your_account");
    for (const AccountId actor :
         {ann_account_, worker_, manager_, preparer_, releaser_, jo_account_}) {
        Desk tries = desk(actor);
        EXPECT_EQ(change_holder_bank_details(tries, payee(), other).error().code,
                  "people.not_allowed");
    }
    Desk worker = desk(worker_);
    EXPECT_EQ(name_holder_user(worker, ann_, payee(), {.name = "X", .evidence = "Y"}).error().code,
              "casework.holder_has_users");
    Desk nan = desk(nan_, "2006-05-11");
    const auto changed = change_holder_bank_details(nan, payee(), other);
    ASSERT_EQ(code(changed), "");
    EXPECT_EQ(confirm_bank_details(nan, *changed).error().code, "people.not_allowed");
    // Until then nothing is paid.
    all_due("2006-06-05");
    const PayRunId run = prepared("2006-06-05");
    for (const payments::Payment& payment : kept_run(run).payments) {
        EXPECT_EQ(payment.payee == payee(), payment.status == payments::PaymentStatus::stopped);
    }
}

TEST_F(NomineePayee, is_paid_reports_itself_and_stands_on_the_statement_by_name) {
    paid();
    EXPECT_EQ(with_nan(), Money::pence(16000));
    Desk nan = desk(nan_, "2006-06-10");
    const auto held = see_all_held(nan);
    ASSERT_EQ(held->size(), 1U);
    EXPECT_EQ(held->front().left, Money::pence(16000));
    ASSERT_EQ(code(report_held_spending(nan, payee(), ann_, day("2006-06-10"), Money::pence(6000),
                                        "Two weeks of help")),
              "");
    EXPECT_EQ(with_nan(), Money::pence(10000));
    Desk own = desk(ann_account_, "2006-06-10");
    EXPECT_EQ(report_spending(own, ann_, payee(), day("2006-06-10"), Money::pence(100), "Bus")
                  .error()
                  .code,
              "casework.holder_reports_itself");
    const auto statement = see_statement(own, ann_, {day("2006-06-01"), day("2006-07-01")});
    std::vector<std::string> names;
    for (const auto& [id, name] : statement->payee_names) {
        names.push_back(name);
    }
    EXPECT_NE(std::find(names.begin(), names.end(), "Nan Ash, who holds it for Ann"), names.end());
    EXPECT_TRUE(holds());
}

TEST_F(NomineePayee, is_said_of_somebody_of_an_example_and_that_it_has_ended) {
    make_example();
    const auto besides = [&](AccountId account) {
        Desk nobody = desk({});
        const auto accounts = example_accounts(nobody);
        const auto found =
            std::find_if(accounts->begin(), accounts->end(),
                         [&](const ExampleAccount& each) { return each.account == account; });
        return found == accounts->end() ? "not offered" : found->besides;
    };
    // Somebody who could be paid is none yet.
    EXPECT_EQ(besides(ann_account_), "");
    ASSERT_EQ(code(moved(nominee_)), "");
    EXPECT_EQ(besides(ann_account_), "has a nominee");
    EXPECT_EQ(besides(nan_), "");
    Desk ann = desk(ann_account_, "2006-07-03");
    ASSERT_EQ(code(end_helper(ann, ann_, nominee_)), "");
    EXPECT_EQ(besides(ann_account_), "had a nominee");
}

TEST_F(NomineePayee, is_paid_nothing_more_once_ended_and_accounts_for_what_it_has) {
    paid();
    EXPECT_TRUE(waiting("2006-06-12").empty());
    // Four more weeks are owed and in a run that waits when Ann ends it.
    all_due("2006-07-03");
    const PayRunId run = prepared("2006-07-03");
    Desk ann = desk(ann_account_, "2006-07-03");
    ASSERT_EQ(code(end_helper(ann, ann_, nominee_)), "");
    Desk second = desk(releaser_, "2006-07-03");
    ASSERT_EQ(code(release_run(second, run)), "");
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", payee()), Money::pence(16000));
    EXPECT_EQ(with_nan(), Money::pence(16000));
    const FellDue later = all_due("2006-07-31");
    ASSERT_EQ(later.exceptions.size(), 1U);
    EXPECT_EQ(later.exceptions.front().code, "casework.nominee_ended");
    Desk nan = desk(nan_, "2006-07-04");
    EXPECT_EQ(change_holder_bank_details(nan, payee(), account("10000008", "N Ash")).error().code,
              "casework.nominee_ended");
    EXPECT_EQ(see_budget(nan, ann_).error().code, "people.not_allowed");
    // What it has is still hers to account for.
    ASSERT_EQ(code(report_held_spending(nan, payee(), ann_, day("2006-06-30"), Money::pence(10000),
                                        "Help in June")),
              "");
    EXPECT_EQ(with_nan(), Money::pence(6000));
    // The worker is told, and says who holds the money from the first day not paid for.
    ASSERT_EQ(waiting("2006-07-04").size(), 1U);
    EXPECT_EQ(waiting("2006-07-04").front().why, "The nominee ended on 3 July 2006");
    Desk worker = desk(worker_, "2006-07-04");
    const PlanLineId line = *PlanLineId::parse(waiting("2006-07-04").front().about);
    EXPECT_EQ(change_holding(worker, ann_, line, day("2006-07-03"), budget::Holding::direct_payment,
                             payee())
                  .error()
                  .code,
              "casework.nominee_ended");
    ASSERT_EQ(code(change_holding(worker, ann_, line, day("2006-07-03"),
                                  budget::Holding::council_managed, {}, "The nominee ended")),
              "");
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", payee()), Money());
    EXPECT_TRUE(waiting("2006-07-04").empty());
    EXPECT_TRUE(all_due("2006-07-31").exceptions.empty());
    // What is left comes back, and then the nominee signs in for nothing more.
    EXPECT_EQ(see_all_held(nan)->size(), 1U);
    ASSERT_EQ(code(report_held_spending(nan, payee(), ann_, day("2006-07-02"), Money::pence(6000),
                                        "The last help")),
              "");
    all_due("2006-08-01");
    EXPECT_EQ(see_held_money(nan, payee(), ann_).error().code, "people.not_allowed");
    EXPECT_TRUE(holds());
}

TEST_F(NomineePayee, whose_last_day_has_passed_ends_by_itself) {
    const RelationshipId sue =
        recorded("Sue Day", "nominee", {Scope::see, Scope::money}, day("2006-06-20"));
    ASSERT_EQ(code(moved(sue)), "");
    const PayeeId paid_to = store_->read(
        [&](store::Snapshot& view) { return store::find_payee_of_nominee(view, sue)->id; });
    Desk her = desk(account_of_helper(sue), "2006-05-11");
    const auto changed = change_holder_bank_details(her, paid_to, account("10000007", "S Day"));
    Desk second = desk(releaser_, "2006-05-11");
    ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
    all_due("2006-06-19");
    const auto ended_on = [&] {
        return store_->read(
            [&](store::Snapshot& view) { return store::find_payee(view, paid_to)->ended_on; });
    };
    EXPECT_FALSE(ended_on().has_value());
    all_due("2006-06-20");
    EXPECT_EQ(ended_on(), day("2006-06-20"));
    // It is said once.
    all_due("2006-06-21");
    EXPECT_EQ(ended_on(), day("2006-06-20"));
}

TEST_F(NomineePayee, of_a_plan_must_still_be_one_when_the_plan_is_agreed_and_accepted) {
    NewRecord record = ann();
    record.name = "Joe Brook";
    const PersonId joe = start(record);
    const AccountId his = account_of(joe);
    decide(joe, "adult_social_care", 5000);
    Desk worker = desk(worker_);
    HelpOffer offer;
    offer.name = "Nan Ash";
    offer.kind = "nominee";
    offer.scopes = {Scope::see, Scope::money};
    offer.from = day("2006-05-03");
    offer.evidence = "The form of 2 May 2006";
    const auto recorded = record_helper(worker, joe, offer);
    Desk own = desk(his);
    const Period weeks{day("2006-05-08"), day("2006-10-23")};
    const PlanId plan = start_plan(own, joe, weeks).value();
    ASSERT_EQ(code(save_outcomes(own, joe, plan, {"To get up"})), "");
    PlanLineDraft draft;
    draft.offer = offer_;
    draft.frequency = {budget::Every::week, 2};
    draft.dates = weeks;
    draft.holding = budget::Holding::direct_payment;
    draft.nominee = nominee_;  // of somebody else
    EXPECT_EQ(save_line(own, joe, plan, draft, {}).error().code, "casework.nominee_unknown");
    draft.nominee = recorded->relationship;
    ASSERT_EQ(code(save_line(own, joe, plan, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, joe, plan)), "");
    ASSERT_EQ(code(agree_plan(worker, joe, plan, "It fits")), "");
    ASSERT_EQ(code(end_helper(own, joe, recorded->relationship)), "");
    EXPECT_EQ(accept_plan(own, joe, plan).error().code, "casework.nominee_ended");
}

TEST_F(NomineePayee, is_shut_out_by_whoever_looks_after_accounts_with_a_reason_ann_reads) {
    Desk nan = desk(nan_, "2006-05-10");
    ASSERT_TRUE(see_budget(nan, ann_).has_value());
    for (const AccountId actor : {ann_account_, worker_, manager_, preparer_, releaser_, nan_}) {
        Desk tries = desk(actor, "2006-05-10");
        EXPECT_EQ(close_helper(tries, nan_, "No").error().code, "people.not_allowed");
        EXPECT_EQ(find_helper_accounts(tries, "nan").error().code, "people.not_allowed");
    }
    EXPECT_EQ(closed("2006-05-10", " ").error().code, "casework.reasons_missing");
    EXPECT_EQ(opened("2006-05-10").error().code, "staff.account_open_already");
    Desk admin = desk(admin_, "2006-05-10");
    EXPECT_EQ(close_helper(admin, ann_account_, "No").error().code, "staff.not_a_helpers_account");
    EXPECT_EQ(close_helper(admin, worker_, "No").error().code, "staff.not_a_helpers_account");
    EXPECT_EQ(close_helper(admin, AccountId{1, 2}, "No").error().code,
              "identity.account_not_found");
    ASSERT_EQ(code(closed("2006-05-10")), "");
    EXPECT_EQ(closed("2006-05-10").error().code, "staff.account_closed_already");
    EXPECT_EQ(see_budget(nan, ann_).error().code, "people.account_closed");
    // Ann reads who closed it, when and why; so does her worker.
    for (const AccountId reader : {ann_account_, worker_}) {
        Desk reads = desk(reader, "2006-05-11");
        const auto seen = who_can_see(reads, ann_);
        ASSERT_EQ(code(seen), "");
        ASSERT_EQ(seen->helpers.size(), 1U);
        ASSERT_TRUE(seen->helpers.front().closed.has_value());
        EXPECT_EQ(seen->helpers.front().closed->on, day("2006-05-10"));
        EXPECT_EQ(seen->helpers.front().closed->why, "Nan Ash: The letter came back");
        EXPECT_EQ(seen->acts.front().what, "closed the account of somebody who helps you");
        EXPECT_EQ(seen->acts.front().detail, "Nan Ash: The letter came back");
    }
    // Opened again, she may do what she might before, and Ann reads that too.
    ASSERT_EQ(code(opened("2006-05-12")), "");
    EXPECT_TRUE(see_budget(nan, ann_).has_value());
    Desk own = desk(ann_account_, "2006-05-12");
    const auto seen = who_can_see(own, ann_);
    EXPECT_FALSE(seen->helpers.front().closed.has_value());
    EXPECT_EQ(seen->acts.front().detail, "Nan Ash: She came with her passport");
}

TEST_F(NomineePayee, is_found_by_name_and_whom_it_helps_is_only_counted) {
    ASSERT_EQ(code(moved(nominee_)), "");
    Desk admin = desk(admin_, "2006-05-10");
    EXPECT_TRUE(find_helper_accounts(admin, "")->empty());
    EXPECT_TRUE(find_helper_accounts(admin, "May Lee")->empty());  // staff
    const auto found = find_helper_accounts(admin, "nan a");
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().account.id, nan_);
    EXPECT_EQ(found->front().people, 1U);
    EXPECT_EQ(found->front().paid_for, 1U);
    // Somebody who signs in for the trust is found too, and is nobody's nominee.
    const auto tess = find_helper_accounts(admin, "tess");
    ASSERT_EQ(tess->size(), 1U);
    EXPECT_EQ(tess->front().people, 1U);
    EXPECT_EQ(tess->front().paid_for, 0U);
    ASSERT_EQ(code(closed("2006-05-10")), "");
    const auto all = find_helper_accounts(admin, "");
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(all->front().closed->why, "Nan Ash: The letter came back");
    EXPECT_EQ(see_helper_account(admin, worker_).error().code, "staff.not_a_helpers_account");
}

TEST_F(NomineePayee, with_a_closed_account_is_paid_nothing_and_worker_and_finance_are_told) {
    paid();
    // Four more weeks are owed and in a run that waits when the account is closed.
    all_due("2006-07-03");
    const PayRunId run = prepared("2006-07-03");
    ASSERT_EQ(code(closed("2006-07-03")), "");
    Desk looks = desk(releaser_, "2006-07-03");
    const auto shown = see_run(looks, run);
    for (const payments::Payment& payment : shown->run.payments) {
        EXPECT_EQ(payment.payee == payee(),
                  payment.stopped == payments::StopReason::account_closed);
    }
    Desk second = desk(releaser_, "2006-07-03");
    ASSERT_EQ(code(release_run(second, run)), "");
    EXPECT_EQ(with_nan(), Money::pence(16000));
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", payee()), Money::pence(16000));
    // The next instalment does not fall due, and everybody concerned reads why.
    const FellDue later = all_due("2006-07-31");
    ASSERT_EQ(later.exceptions.size(), 1U);
    EXPECT_EQ(later.exceptions.front().code, "casework.nominee_account_closed");
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", payee()), Money::pence(16000));
    Desk finance = desk(preparer_, "2006-07-31");
    const auto money = see_finance(finance);
    ASSERT_EQ(money->exceptions.size(), 1U);
    EXPECT_EQ(money->exceptions.front().message, later.exceptions.front().message);
    const auto told = waiting("2006-07-31", people::Waiting::nominee_closed);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().why, "The nominee’s account was closed on 3 July 2006");
    Desk own = desk(ann_account_, "2006-07-31");
    EXPECT_EQ(see_budget(own, ann_)->payment_waits, later.exceptions.front().message);
    EXPECT_TRUE(waiting("2006-07-31").empty());
    // A run prepared while it is closed pays everybody else.
    const PayRunId other = prepared("2006-07-31");
    for (const payments::Payment& payment : kept_run(other).payments) {
        EXPECT_EQ(payment.payee == payee(),
                  payment.stopped == payments::StopReason::account_closed);
    }
    Desk gives_up = desk(preparer_, "2006-07-31");
    ASSERT_EQ(code(cancel_run(gives_up, other)), "");
    // Open again, what waited is paid, once.
    ASSERT_EQ(code(opened("2006-08-01")), "");
    EXPECT_TRUE(all_due("2006-08-01").exceptions.empty());
    EXPECT_TRUE(waiting("2006-08-01", people::Waiting::nominee_closed).empty());
    const PayRunId all = released("2006-08-01");
    ASSERT_EQ(code(import(reply(all, "2006-08-02"), "2006-08-02")), "");
    EXPECT_EQ(with_nan(), Money::pence(3 * 16000));
    EXPECT_TRUE(holds());
}

TEST_F(NomineePayee, with_a_closed_account_is_not_chosen_confirmed_or_agreed) {
    ASSERT_EQ(code(moved(nominee_)), "");
    Desk nan = desk(nan_, "2006-05-11");
    const auto changed = change_holder_bank_details(nan, payee(), account("10000007", "N Ash"));
    ASSERT_EQ(code(changed), "");
    ASSERT_EQ(code(closed("2006-05-11")), "");
    Desk second = desk(releaser_, "2006-05-11");
    EXPECT_EQ(confirm_bank_details(second, *changed).error().code,
              "casework.nominee_account_closed");
    Desk worker = desk(worker_, "2006-05-11");
    EXPECT_EQ(change_holding(worker, ann_, housing_, day("2006-06-05"),
                             budget::Holding::direct_payment, {}, "Ann asked", nominee_)
                  .error()
                  .code,
              "casework.nominee_account_closed");
    EXPECT_EQ(preview_holding(worker, ann_, housing_,
                              {day("2006-06-05"), budget::Holding::direct_payment, payee()})
                  .error()
                  .code,
              "casework.nominee_account_closed");
    // In the way out a worker takes, somebody else holds the money.
    const PlanLineId line =
        *PlanLineId::parse(waiting("2006-05-11", people::Waiting::nominee_closed).front().about);
    ASSERT_EQ(code(change_holding(worker, ann_, line, day("2006-06-12"),
                                  budget::Holding::council_managed, {}, "Her account is closed")),
              "");
    ASSERT_EQ(code(opened("2006-05-12")), "");
    Desk again = desk(releaser_, "2006-05-12");
    EXPECT_EQ(code(confirm_bank_details(again, *changed)), "");
}

TEST_F(NomineePayee, of_a_plan_is_not_agreed_while_the_account_is_closed) {
    NewRecord record = ann();
    record.name = "Joe Brook";
    const PersonId joe = start(record);
    decide(joe, "adult_social_care", 5000);
    Desk worker = desk(worker_);
    HelpOffer offer;
    offer.name = "Nan Ash";
    offer.kind = "nominee";
    offer.scopes = {Scope::see, Scope::money};
    offer.from = day("2006-05-03");
    offer.evidence = "The form of 2 May 2006";
    offer.account = nan_;
    const auto recorded = record_helper(worker, joe, offer);
    ASSERT_EQ(code(recorded), "");
    Desk own = desk(account_of(joe));
    const Period weeks{day("2006-05-08"), day("2006-10-23")};
    const PlanId plan = start_plan(own, joe, weeks).value();
    ASSERT_EQ(code(save_outcomes(own, joe, plan, {"To get up"})), "");
    PlanLineDraft draft;
    draft.offer = offer_;
    draft.frequency = {budget::Every::week, 2};
    draft.dates = weeks;
    draft.holding = budget::Holding::direct_payment;
    draft.nominee = recorded->relationship;
    ASSERT_EQ(code(save_line(own, joe, plan, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, joe, plan)), "");
    ASSERT_EQ(code(closed("2006-05-04")), "");
    EXPECT_EQ(agree_plan(worker, joe, plan, "It fits").error().code,
              "casework.nominee_account_closed");
    // Joe and Ann both read of the account they share.
    for (const PersonId person : {joe, ann_}) {
        Desk reads = desk(manager_, "2006-05-04");
        EXPECT_EQ(who_can_see(reads, person)->helpers.front().closed->why,
                  "Nan Ash: The letter came back");
    }
    ASSERT_EQ(code(opened("2006-05-05")), "");
    ASSERT_EQ(code(agree_plan(worker, joe, plan, "It fits")), "");
    ASSERT_EQ(code(closed("2006-05-05")), "");
    EXPECT_EQ(accept_plan(own, joe, plan).error().code, "casework.nominee_account_closed");
}

}  // namespace
}  // namespace casework
