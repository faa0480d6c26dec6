// Adding a stream, a question, a table or a whole package is a file and not a build: packages that
// were made up a moment ago carry the whole story, from the questionnaire to the last line of the
// bank statement, to the penny.

#include <gtest/gtest.h>

#include <map>

#include "casework/agree_budget.h"
#include "casework/answer_referral.h"
#include "casework/assess_person.h"
#include "casework/bank_details.h"
#include "casework/buy_support.h"
#include "casework/check_answers.h"
#include "casework/check_book.h"
#include "casework/confirm_delivery.h"
#include "casework/council_for_tests.h"
#include "casework/decide_eligibility.h"
#include "casework/made_package_for_tests.h"
#include "casework/make_plan.h"
#include "casework/pay_instalments.h"
#include "casework/pay_providers.h"
#include "casework/provider_offers.h"
#include "casework/reconcile_bank.h"
#include "casework/record_cash_limit.h"
#include "casework/refer_to_owner.h"
#include "casework/see_assessment.h"
#include "casework/see_budget.h"
#include "casework/see_finance.h"
#include "payments/bank_reply.h"
#include "store/decisions.h"
#include "store/pay_runs.h"

namespace casework {
namespace {

using assessment::Channel;

constexpr std::string_view begins = "2006-05-08";
constexpr std::string_view ends = "2006-07-31";  // 12 weeks
constexpr std::int64_t weeks = 12;
constexpr std::int64_t weeks_ordered = 2;
constexpr std::int64_t weeks_in_advance = 4;

std::string code(const auto& result) {
    return result ? std::string() : result.error().code + ": " + result.error().message;
}

class AnyPackage : public Council, public testing::WithParamInterface<std::pair<int, int>> {
protected:
    void SetUp() override {
        Council::SetUp();
        const auto [streams, questions] = GetParam();
        made_ = made_package("p" + std::to_string(streams), static_cast<std::size_t>(streams),
                             static_cast<std::size_t>(questions));
        put_on_shelf();
        manager_ = staff_account("May Lee", {people::Role::manager});
        preparer_ = staff_account("Fin Prior", {people::Role::finance});
        releaser_ = staff_account("Rel Easer", {people::Role::finance_release});
        NewRecord record = ann();
        record.package = made_.id;
        person_ = start(record);
        own_ = account_of(person_);
        found_money();
        found_market();
    }

    // The package is written to a folder, and read from there.
    void put_on_shelf() {
        const std::filesystem::path folder = folder_ / "packages" / made_.id;
        write_package(folder, made_);
        policy::Files files;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream bytes;
            bytes << file.rdbuf();
            files[entry.path().filename().string()] = bytes.str();
        }
        Result<policy::Package> package = policy::Package::load(made_.id, files);
        ASSERT_EQ(code(package), "");
        shelf_[made_.id] = std::make_shared<const policy::Package>(std::move(*package));
    }

    static payments::BankAccount bank_account(const std::string& number) {
        return payments::BankAccount::make("20-00-00", number, "A N Other").value();
    }

    void found_money() {
        Desk finance = desk(preparer_);
        ASSERT_EQ(code(set_council_account(finance, bank_account("11112222"))), "");
        for (const MadeStream& stream : made_.streams) {
            Desk at = desk(preparer_);
            ASSERT_EQ(code(record_cash_limit(at, stream.id, Money::pence(1000000), "A letter")),
                      "");
        }
    }

    // One provider that sells what each stream buys, a week for what the stream gives a week.
    void found_market() {
        Desk admin = desk(admin_);
        market::Provider provider;
        provider.name = "Mending Works";
        provider.what_they_do = "Mending";
        provider.places = {"Wendlebury"};
        provider.accepts = {market::Payer::council, market::Payer::person};
        const auto made = make_provider(admin, provider, "Pat Mender");
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
        for (const MadeStream& stream : made_.streams) {
            Desk pat = desk(provider_account_);
            market::Offer offer;
            offer.what = "A week of " + stream.purpose;
            offer.purpose = stream.purpose;
            offer.unit = market::Unit::week;
            offer.price = stream.weekly;
            offer.from = day("2006-04-01");
            offer.cancellation = "The day before";
            const auto kept = save_offer(pat, provider_, offer);
            ASSERT_EQ(code(kept), "");
            offers_[stream.id] = *kept;
        }
        Desk pat = desk(provider_account_);
        confirm_details(change_provider_bank_details(pat, provider_, bank_account("10000004")));
    }

    void confirm_details(const Result<BankDetailsId>& changed) {
        ASSERT_EQ(code(changed), "");
        Desk second = desk(releaser_);
        ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
    }

    void answer_everything() {
        Desk own = desk(own_);
        ASSERT_EQ(code(start_assessment(own, person_, Channel::page)), "");
        for (const auto& [question, answer] : made_.answers) {
            Desk at = desk(own_);
            ASSERT_EQ(code(save_answers(at, person_, {{question, answer}}, {}, Channel::page)), "");
        }
        Desk sends = desk(own_);
        ASSERT_EQ(code(send_assessment(sends, person_, Channel::page)), "");
        Desk looks = desk(own_);
        const auto seen = see_assessment(looks, person_, "test");
        ASSERT_EQ(code(seen), "");
        for (const MadeStream& stream : made_.streams) {
            const assessment::StreamDecision* sum =
                assessment::latest(seen->decisions, stream.id, assessment::Stage::indicative);
            ASSERT_NE(sum, nullptr) << stream.id;
            EXPECT_EQ(sum->weekly, stream.weekly) << stream.id;
        }
    }

    void decide_everything() {
        Desk checks = desk(worker_);
        ASSERT_EQ(code(finish_check(checks, person_)), "");
        for (const MadeStream& stream : made_.streams) {
            assessment::Verdict yes{.eligible = true,
                                    .weekly = stream.weekly,
                                    .on = day("2006-05-03"),
                                    .decided_by = "Its owner",
                                    .reason = "There is much to mend here."};
            Desk worker = desk(worker_);
            if (stream.council_decides) {
                ASSERT_EQ(code(decide_eligibility(worker, person_, stream.id, yes)), "");
                continue;
            }
            const auto referral =
                refer_to_owner(worker, person_, {stream.id, day("2006-06-01"), ""});
            ASSERT_EQ(code(referral), "");
            const AccountId owner =
                staff_account("Owner " + stream.id, {people::Role::stream_owner}, stream.id);
            Desk owns = desk(owner);
            ASSERT_EQ(code(answer_referral(owns, *referral, yes)), "");
        }
    }

    void plan_everything() {
        Desk own = desk(own_);
        const auto plan = start_plan(own, person_, {day(begins), day(ends)});
        ASSERT_EQ(code(plan), "");
        ASSERT_EQ(code(save_outcomes(own, person_, *plan, {"That things are mended"})), "");
        for (const MadeStream& stream : made_.streams) {
            Desk writes = desk(own_);
            PlanLineDraft draft;
            draft.what = "Mending for " + stream.id;
            draft.purpose = stream.purpose;
            draft.unit = market::Unit::week;
            draft.frequency = {budget::Every::week, 1};
            draft.price = stream.weekly;
            draft.dates = {day(begins), day(ends)};
            draft.holding =
                stream.in_cash ? budget::Holding::direct_payment : budget::Holding::council_managed;
            if (!stream.in_cash) {
                draft.offer = offers_.at(stream.id);
            }
            const auto line = save_line(writes, person_, *plan, draft, {});
            ASSERT_EQ(code(line), "") << stream.id;
            lines_[stream.id] = *line;
        }
        Desk sends = desk(own_);
        ASSERT_EQ(code(send_plan(sends, person_, *plan)), "");
        Desk manager = desk(manager_);
        ASSERT_EQ(code(agree_plan(manager, person_, *plan, "It fits")), "");
        Desk accepts = desk(own_);
        ASSERT_EQ(code(accept_plan(accepts, person_, *plan)), "");
        Desk gives = desk(own_);
        if (std::any_of(made_.streams.begin(), made_.streams.end(),
                        [](const MadeStream& each) { return each.in_cash; })) {
            confirm_details(
                change_bank_details(gives, person_, std::nullopt, bank_account("10000001")));
        }
    }

    void buy_and_receive() {
        for (const MadeStream& stream : made_.streams) {
            if (stream.in_cash) {
                continue;
            }
            Desk own = desk(own_, begins);
            market::Order order;
            order.quantity = weeks_ordered;
            order.dates = {day(begins), day(begins).plus_days(7 * weeks_ordered)};
            order.line = lines_.at(stream.id);
            const auto placed = buy_support(own, person_, offers_.at(stream.id), order);
            ASSERT_EQ(code(placed), "") << stream.id;
            Desk accepts = desk(provider_account_, begins);
            ASSERT_EQ(code(accept_order(accepts, provider_, *placed)), "");
            Desk reports = desk(provider_account_, "2006-05-22");
            market::DeliveryReport report;
            report.on = day("2006-05-21");
            report.quantity = weeks_ordered;
            const auto reported = report_delivery(reports, provider_, *placed, report);
            ASSERT_EQ(code(reported), "");
            Desk says = desk(own_, "2006-05-22");
            ASSERT_EQ(code(confirm_delivery(says, person_, *reported)), "");
        }
    }

    void pay_and_match() {
        Desk system = desk({}, "2006-05-22");
        system.is_system = true;
        const auto due = fall_due(system);
        ASSERT_EQ(code(due), "");
        EXPECT_TRUE(due->exceptions.empty());
        Desk prepares = desk(preparer_, "2006-05-23");
        const auto run = prepare_run(prepares, day("2006-05-23"));
        ASSERT_EQ(code(run), "");
        Desk releases = desk(releaser_, "2006-05-23");
        ASSERT_EQ(code(release_run(releases, *run)), "");
        const payments::PayRun kept =
            store_->read([&](store::Snapshot& view) { return *store::find_run(view, *run); });
        payments::ReplyRequest request{.account = bank_account("11112222")};
        request.statement = "STM-1";
        request.on = day("2006-05-24");
        request.opening = Money::pence(100000000);
        const std::string bytes = payments::bank_reply(request, std::span(&kept, 1)).bytes;
        Desk imports = desk(preparer_, "2006-05-24");
        const auto imported = import_statement(imports, bytes);
        ASSERT_EQ(code(imported), "");
        EXPECT_EQ(imported->unmatched, 0U);
        EXPECT_GT(imported->matched, 0U);
    }

    MadePackage made_;
    AccountId manager_;
    AccountId preparer_;
    AccountId releaser_;
    PersonId person_;
    AccountId own_;
    ProviderId provider_;
    AccountId provider_account_;
    std::map<std::string, OfferId> offers_;
    std::map<std::string, PlanLineId> lines_;
};

TEST_P(AnyPackage, carries_the_whole_story_to_the_penny) {
    answer_everything();
    decide_everything();
    plan_everything();
    if (HasFatalFailure()) {
        return;
    }
    buy_and_receive();
    pay_and_match();
    if (HasFatalFailure()) {
        return;
    }
    Desk own = desk(own_, "2006-05-25");
    const auto statement = see_statement(own, person_, {day("2006-04-01"), day("2006-06-01")});
    ASSERT_EQ(code(statement), "");
    std::map<StreamId, ledger::Figures> figures;
    for (const ledger::StreamFigures& each : statement->statement.streams) {
        figures[each.stream] = each.at_end;
    }
    for (const MadeStream& stream : made_.streams) {
        const std::int64_t week = stream.weekly.in_pence();
        const ledger::Figures& at = figures[stream.id];
        EXPECT_EQ(at.awarded, Money::pence(weeks * week)) << stream.id;
        EXPECT_EQ(at.have(), Money::pence(weeks * week)) << stream.id;
        if (stream.in_cash) {
            EXPECT_EQ(at.paid_to_holder, Money::pence(weeks_in_advance * week)) << stream.id;
            EXPECT_EQ(at.promised(), Money::pence((weeks - weeks_in_advance) * week));
        } else {
            EXPECT_EQ(at.spent, Money::pence(weeks_ordered * week)) << stream.id;
            EXPECT_EQ(at.left(), Money::pence((weeks - weeks_ordered) * week)) << stream.id;
        }
        // Its owner reads the same figures.
        Desk finance = desk(preparer_, "2006-05-25");
        const auto account =
            see_stream_account(finance, stream.id, {day("2006-04-01"), day("2006-06-01")});
        ASSERT_EQ(code(account), "");
        EXPECT_EQ(account->statement.at_end.people, at) << stream.id;
        EXPECT_EQ(account->statement.at_end.not_awarded, Money::pence(1000000 - weeks * week));
    }
    for (const Verdict& verdict : check_book(*store_)) {
        EXPECT_TRUE(verdict.violations.empty()) << verdict.law->id;
    }
}

INSTANTIATE_TEST_SUITE_P(Made, AnyPackage,
                         testing::Values(std::pair(1, 2), std::pair(4, 7), std::pair(9, 12)),
                         [](const testing::TestParamInfo<std::pair<int, int>>& row) {
                             return std::to_string(row.param.first) + "_streams_" +
                                    std::to_string(row.param.second) + "_questions";
                         });

}  // namespace
}  // namespace casework
