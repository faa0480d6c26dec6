#pragma once
// A council whose money moves, for the tests of finance: one person with a budget that is held in
// all four ways and paid by two streams, a provider, three members of finance and the council's
// bank account; all of it made through the journeys. Only tests include it.

#include "assessment/stream_decision.h"
#include "casework/agree_budget.h"
#include "casework/bank_details.h"
#include "casework/buy_support.h"
#include "casework/change_budget.h"
#include "casework/check_book.h"
#include "casework/close_record.h"
#include "casework/confirm_delivery.h"
#include "casework/council_for_tests.h"
#include "casework/hold_money.h"
#include "casework/make_plan.h"
#include "casework/pay_instalments.h"
#include "casework/pay_providers.h"
#include "casework/provider_offers.h"
#include "casework/reconcile_bank.h"
#include "casework/record_cash_limit.h"
#include "casework/report_spending.h"
#include "casework/see_budget.h"
#include "casework/see_finance.h"
#include "payments/bank_reply.h"
#include "store/decisions.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/pay_runs.h"
#include "store/plans.h"

namespace casework {

class FinanceCouncil : public Council {
protected:
    static constexpr std::string_view first_day = "2006-05-08";
    static constexpr std::string_view day_after = "2006-10-23";  // 24 weeks

    void SetUp() override {
        Council::SetUp();
        manager_ = staff_account("May Lee", {people::Role::manager});
        preparer_ = staff_account("Fin Prior", {people::Role::finance});
        releaser_ = staff_account("Rel Easer", {people::Role::finance_release});
        ann_ = start(ann());
        ann_account_ = account_of(ann_);
        make_market();
        make_streams();
        make_budget();
        make_bank_details();
    }

    static std::string code(const auto& result) {
        return result ? std::string() : result.error().code + ": " + result.error().message;
    }
    static payments::BankAccount account(const std::string& number, const std::string& name) {
        return payments::BankAccount::make("20-00-00", number, name).value();
    }

    void make_market() {
        Desk admin = desk(admin_);
        market::Provider provider;
        provider.name = "Acorn Care";
        provider.what_they_do = "Help at home";
        provider.places = {"Wendlebury"};
        provider.accepts = {market::Payer::council, market::Payer::person};
        const auto made = make_provider(admin, provider, "Pat Acorn");
        ASSERT_EQ(code(made), "");
        provider_ = made->provider;
        provider_account_ = store_->read([&](store::Snapshot& view) {
            for (const identity::Account& each : store::load_accounts(view)) {
                if (each.provider == provider_) {
                    return each.id;
                }
            }
            return AccountId{};
        });
        Desk pat = desk(provider_account_);
        market::Offer offer;
        offer.what = "A visit of one hour";
        offer.purpose = "personal_care";
        offer.unit = market::Unit::visit;
        offer.price = Money::pence(1250);
        offer.from = day("2006-04-01");
        offer.cancellation = "The day before";
        const auto kept = save_offer(pat, provider_, offer);
        ASSERT_EQ(code(kept), "");
        offer_ = *kept;
    }

    void decide(const StreamId& stream, std::int64_t weekly_pence) {
        decide(ann_, stream, weekly_pence);
    }
    void decide(PersonId person, const StreamId& stream, std::int64_t weekly_pence) {
        ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                      assessment::StreamDecision decision;
                      decision.id = desk({}).new_id<DecisionId>();
                      decision.person = person;
                      decision.stream = stream;
                      decision.stage = assessment::Stage::agreed;
                      decision.eligible = true;
                      decision.weekly = Money::pence(weekly_pence);
                      decision.on = day("2006-05-03");
                      decision.decided_by = "Its owner";
                      decision.reason = "Agreed";
                      store::keep(tx, decision);
                      return Done{};
                  })),
                  "");
    }

    void make_streams() {
        Desk finance = desk(preparer_);
        ASSERT_EQ(code(set_council_account(finance, account("11112222", "Wendlebury Council"))),
                  "");
        ASSERT_EQ(code(record_cash_limit(finance, "adult_social_care", Money::pence(2000000),
                                         "Letter of 3 April 2006")),
                  "");
        ASSERT_EQ(code(record_cash_limit(finance, "supporting_people", Money::pence(500000),
                                         "Letter of 4 April 2006")),
                  "");
        decide("adult_social_care", 20000);
        decide("supporting_people", 2000);
    }

    PlanLineId line(PlanId plan, const std::string& what, std::int64_t weekly_pence,
                    const std::string& purpose, budget::Holding holding,
                    std::optional<PayeeId> holder = {}) {
        Desk own = desk(ann_account_);
        PlanLineDraft draft;
        draft.what = what;
        draft.purpose = purpose;
        draft.unit = market::Unit::week;
        draft.frequency = {budget::Every::week, 1};
        draft.price = Money::pence(weekly_pence);
        draft.dates = {day(first_day), day(day_after)};
        draft.holding = holding;
        draft.holder = holder;
        const auto made = save_line(own, ann_, plan, draft, {});
        EXPECT_EQ(code(made), "");
        return made ? *made : PlanLineId{};
    }

    void make_budget() {
        Desk own = desk(ann_account_);
        const auto plan = start_plan(own, ann_, {day(first_day), day(day_after)});
        ASSERT_EQ(code(plan), "");
        const auto trust = add_holder(own, ann_, "Elm Trust");
        const auto jo = add_holder(own, ann_, "Jo Field");
        trust_ = trust.value();
        jo_ = jo.value();
        ASSERT_EQ(code(save_outcomes(own, ann_, *plan, {"To stay at home"})), "");
        direct_ = line(*plan, "Help in the morning", 4000, "personal_care",
                       budget::Holding::direct_payment);
        fund_ = line(*plan, "Help in the evening", 3000, "personal_care",
                     budget::Holding::individual_service_fund, trust_);
        third_ =
            line(*plan, "Going out", 2000, "social", budget::Holding::nominated_third_party, jo_);
        housing_ = line(*plan, "Help with the tenancy", 1500, "housing_support",
                        budget::Holding::direct_payment);
        council_ = line(*plan, "Visits", 2500, "personal_care", budget::Holding::council_managed);
        ASSERT_EQ(code(send_plan(own, ann_, *plan)), "");
        Desk manager = desk(manager_);
        ASSERT_EQ(code(agree_plan(manager, ann_, *plan, "It fits")), "");
        Desk accepts = desk(ann_account_);
        const auto budget = accept_plan(accepts, ann_, *plan);
        ASSERT_EQ(code(budget), "");
        budget_ = *budget;
        own_ = store_->read(
            [&](store::Snapshot& view) { return store::find_payee_of_person(view, ann_)->id; });
    }

    // The worker names who signs in for somebody that holds Ann's money.
    AccountId sign_in_of(PayeeId holder, const std::string& name) {
        Desk worker = desk(worker_);
        const auto named =
            name_holder_user(worker, ann_, holder, {.name = name, .evidence = "Deed of 2 May"});
        EXPECT_EQ(code(named), "");
        return named ? named->account : AccountId{};
    }

    // The owner gives an account and a second person confirms it.
    void give_account(std::optional<PayeeId> payee, const std::string& number,
                      std::string_view on = "2006-05-03") {
        const AccountId holder = payee == trust_ ? trust_account_
                                 : payee == jo_  ? jo_account_
                                                 : AccountId{};
        Desk own = desk(holder.is_none() ? ann_account_ : holder, on);
        const auto changed =
            holder.is_none()
                ? change_bank_details(own, ann_, payee, account(number, "A N Other"))
                : change_holder_bank_details(own, *payee, account(number, "A N Other"));
        ASSERT_EQ(code(changed), "");
        Desk second = desk(releaser_, on);
        ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
    }
    // Whoever has the money reports what was spent: Ann for her account, a holder for its own.
    Result<ReportId> reports(PayeeId holder, Date on, Money amount, const std::string& what) {
        if (holder != trust_ && holder != jo_) {
            Desk own = desk(ann_account_, on.to_text());
            return report_spending(own, ann_, holder, on, amount, what);
        }
        Desk holds = desk(holder == trust_ ? trust_account_ : jo_account_, on.to_text());
        return report_held_spending(holds, holder, ann_, on, amount, what);
    }
    void make_bank_details() {
        trust_account_ = sign_in_of(trust_, "Tess Elm");
        jo_account_ = sign_in_of(jo_, "Jo Field");
        give_account(own_, "10000001");
        give_account(trust_, "10000002");
        give_account(jo_, "10000003");
        Desk pat = desk(provider_account_);
        const auto changed =
            change_provider_bank_details(pat, provider_, account("10000004", "Acorn Care"));
        ASSERT_EQ(code(changed), "");
        Desk second = desk(releaser_);
        ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
    }

    FellDue all_due(std::string_view on) {
        Desk system = desk({}, on);
        system.is_system = true;
        const auto done = fall_due(system);
        EXPECT_EQ(code(done), "");
        return done ? *done : FellDue{};
    }

    // One order of so many visits, delivered and confirmed; gives the delivery.
    DeliveryId delivered(std::int64_t visits, std::string_view on) {
        Desk own = desk(ann_account_, on);
        market::Order order;
        order.quantity = visits;
        order.dates = {day(on), day(on).plus_days(7)};
        order.line = council_;
        const auto placed = buy_support(own, ann_, offer_, order);
        EXPECT_EQ(code(placed), "");
        Desk pat = desk(provider_account_, on);
        EXPECT_EQ(code(accept_order(pat, provider_, *placed)), "");
        market::DeliveryReport report;
        report.on = day(on);
        report.quantity = visits;
        const auto reported = report_delivery(pat, provider_, *placed, report);
        EXPECT_EQ(code(reported), "");
        Desk says = desk(ann_account_, on);
        EXPECT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
        return reported ? *reported : DeliveryId{};
    }

    PayRunId prepared(std::string_view on) {
        Desk finance = desk(preparer_, on);
        const auto run = prepare_run(finance, day(on));
        EXPECT_EQ(code(run), "");
        return run ? *run : PayRunId{};
    }
    PayRunId released(std::string_view on) {
        const PayRunId run = prepared(on);
        Desk second = desk(releaser_, on);
        EXPECT_EQ(code(release_run(second, run)), "");
        return run;
    }
    payments::PayRun kept_run(PayRunId id) {
        return store_->read([&](store::Snapshot& view) { return *store::find_run(view, id); });
    }
    // The bank's statement after a run.
    std::string reply(PayRunId run, std::string_view on,
                      std::vector<payments::ReturnedPayment> returned = {},
                      std::vector<payments::OtherMovement> others = {}) {
        payments::ReplyRequest request{.account = account("11112222", "Wendlebury Council")};
        request.statement = "STM-" + std::string(on);
        request.on = day(on);
        request.opening = Money::pence(100000000);
        request.returned = std::move(returned);
        request.others = std::move(others);
        const payments::PayRun kept = kept_run(run);
        return payments::bank_reply(request, std::span(&kept, 1)).bytes;
    }
    Result<Imported> import(const std::string& bytes, std::string_view on) {
        Desk finance = desk(preparer_, on);
        return import_statement(finance, bytes);
    }

    Money balance(ledger::AccountKind kind, const StreamId& stream, PayeeId payee = {}) {
        return store_->read([&](store::Snapshot& view) {
            return store::load_balance(view, {kind, stream, ann_, payee});
        });
    }
    std::vector<ledger::Entry> entries() {
        return store_->read([&](store::Snapshot& view) { return store::load_entries(view); });
    }

    // Whether every law of the book holds; says which does not.
    testing::AssertionResult holds() {
        for (const Verdict& verdict : check_book(*store_)) {
            for (const ledger::Violation& violation : verdict.violations) {
                return testing::AssertionFailure()
                       << violation.invariant << " " << violation.about << ": " << violation.words;
            }
        }
        return testing::AssertionSuccess();
    }

    AccountId manager_;
    AccountId preparer_;
    AccountId releaser_;
    AccountId ann_account_;
    AccountId provider_account_;
    PersonId ann_;
    ProviderId provider_;
    OfferId offer_;
    PayeeId own_;
    PayeeId trust_;
    PayeeId jo_;
    AccountId trust_account_;
    AccountId jo_account_;
    BudgetId budget_;
    PlanLineId direct_;
    PlanLineId fund_;
    PlanLineId third_;
    PlanLineId housing_;
    PlanLineId council_;
};

}  // namespace casework
