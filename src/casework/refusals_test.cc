// The refusals that stand at the edges of the journeys: each is provoked by the journey a user
// takes, and leaves the book as it was.

#include <gtest/gtest.h>

#include "casework/ask_about.h"
#include "casework/change_details.h"
#include "casework/finance_for_tests.h"
#include "casework/invoice_contribution.h"
#include "casework/staff_accounts.h"
#include "store/journal.h"

namespace casework {
namespace {

using Refused = FinanceCouncil;

std::string refusal(const auto& result) {
    return result ? std::string("done") : result.error().code;
}

TEST_F(Refused, a_ledger_code_of_other_signs_than_letters_digits_and_hyphens) {
    for (const char* wrong : {"", "AB 12", "AB/12", "1234567890123456789012345678901"}) {
        Desk finance = desk(preparer_);
        EXPECT_EQ(refusal(set_ledger_code(finance, "adult_social_care", wrong)),
                  "casework.code_malformed")
            << wrong;
    }
    Desk finance = desk(preparer_);
    EXPECT_EQ(refusal(set_ledger_code(finance, "adult_social_care", "ASC-06-1")), "done");
}

TEST_F(Refused, a_bank_movement_that_is_not_there_or_has_nothing_proposed) {
    Desk finance = desk(preparer_);
    EXPECT_EQ(refusal(accept_match(finance, BankLineId{1, 2})), "casework.line_unknown");
    all_due(first_day);
    const PayRunId run = released(first_day);
    const std::string bytes =
        reply(run, "2006-05-09", {},
              {{payments::Direction::in, Money::pence(700), "Nobody", "thank you"}});
    ASSERT_EQ(code(import(bytes, "2006-05-09")), "");
    Desk looks = desk(preparer_, "2006-05-09");
    const auto bank = see_bank(looks);
    ASSERT_EQ(code(bank), "");
    ASSERT_EQ(bank->unmatched.size(), 1U);
    Desk accepts = desk(preparer_, "2006-05-09");
    EXPECT_EQ(refusal(accept_match(accepts, bank->unmatched.front().line.id)),
              "casework.no_proposal");
}

TEST_F(Refused, a_pay_run_for_a_day_gone_by_or_one_that_is_not_there) {
    all_due(first_day);
    Desk late = desk(preparer_, first_day);
    EXPECT_EQ(refusal(prepare_run(late, day(first_day).plus_days(-1))), "casework.pay_day_past");
    const PayRunId nobodys{1, 2};
    Desk looks = desk(preparer_, first_day);
    EXPECT_EQ(refusal(see_run(looks, nobodys)), "casework.run_unknown");
    Desk second = desk(releaser_, first_day);
    EXPECT_EQ(refusal(release_run(second, nobodys)), "casework.run_unknown");
    Desk gives_up = desk(preparer_, first_day);
    EXPECT_EQ(refusal(cancel_run(gives_up, nobodys)), "casework.run_unknown");
}

TEST_F(Refused, a_run_of_which_less_is_owed_by_the_time_it_is_released) {
    const DeliveryId delivery = delivered(2, "2006-05-09");
    const PayRunId run = prepared("2006-05-10");
    Desk mends = desk(worker_, "2006-05-10");
    ASSERT_EQ(code(correct_delivery(mends, ann_, delivery, "It was another day")), "");
    Desk second = desk(releaser_, "2006-05-10");
    EXPECT_EQ(refusal(release_run(second, run)), "casework.owed_changed");
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::prepared);
}

// Two runs with one sum in both cannot come about by the journeys; the book still keeps each sum
// paid once.
TEST_F(Refused, a_sum_the_book_says_was_paid_before) {
    delivered(2, "2006-05-09");
    const PayRunId run = prepared("2006-05-10");
    const payments::Payment payment = kept_run(run).payments.front();
    ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                  tx.run("insert into paid_once (authority, key, payment) values (?, ?, ?)",
                         tx.authority(), payment.lines.front().owed.key(), payment.id);
                  return Done{};
              })),
              "");
    Desk second = desk(releaser_, "2006-05-10");
    EXPECT_EQ(refusal(release_run(second, run)), "store.paid_before");
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::prepared);
}

TEST_F(Refused, a_change_of_what_is_already_on_its_way_to_the_bank) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    Desk worker = desk(manager_, "2006-05-10");
    EXPECT_EQ(refusal(end_line(worker, ann_, direct_, day("2006-05-22"), "She found another way")),
              "casework.payment_on_its_way");
    // Once the bank has confirmed it, what is for later days comes back.
    ASSERT_EQ(code(import(reply(run, "2006-05-11"), "2006-05-11")), "");
    Desk later = desk(manager_, "2006-05-12");
    EXPECT_EQ(refusal(end_line(later, ann_, direct_, day("2006-05-22"), "She found another way")),
              "done");
}

// She died, but what was paid for the days after was already spent: the budget cannot be ended by
// itself, and no more is paid into it.
TEST_F(Refused, a_payment_for_days_after_the_record_ended) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    Desk own = desk(ann_account_, "2006-05-11");
    ASSERT_EQ(code(report_spending(own, ann_, own_, day("2006-05-10"), Money::pence(22000), "All")),
              "");
    Desk closes = desk(worker_, "2006-05-16");
    ASSERT_EQ(code(close_record(closes, ann_, ClosedBy::death, day("2006-05-15"))), "");
    const FellDue done = all_due("2006-06-05");
    EXPECT_EQ(done.instalments, 0U);
    const auto ended =
        std::count_if(done.exceptions.begin(), done.exceptions.end(),
                      [](const Error& each) { return each.code == "casework.record_ended"; });
    EXPECT_GT(ended, 0);
}

// That nothing is due is no fault and no act: no exception, and no line in the journal.
TEST_F(Refused, an_invoice_that_is_not_due_leaves_no_trace) {
    const FellDue done = all_due(first_day);
    EXPECT_EQ(done.invoices, 0U);
    for (const Error& each : done.exceptions) {
        EXPECT_NE(each.code, "casework.nothing_due");
    }
    const std::vector<store::JournalLine> lines = store_->read(
        [&](store::Snapshot& view) { return store::load_acts_for(view, ann_, 1'000); });
    EXPECT_FALSE(lines.empty());
    for (const store::JournalLine& line : lines) {
        EXPECT_NE(line.name, "invoice_contribution");
    }
}

TEST_F(Refused, a_provider_that_has_no_record_here) {
    const ProviderId nobody{1, 2};
    market::Provider provider;
    provider.id = nobody;
    provider.name = "Nobody Care";
    provider.what_they_do = "Nothing";
    provider.places = {"Wendlebury"};
    Desk saves = system_desk();
    EXPECT_EQ(refusal(save_provider(saves, provider)), "market.provider_unknown");
    Desk changes = system_desk();
    EXPECT_EQ(refusal(change_provider_bank_details(changes, nobody, account("10000009", "No"))),
              "provider.not_found");
    Desk looks = system_desk();
    EXPECT_EQ(refusal(see_provider_bank_details(looks, nobody)), "provider.not_found");
}

// A council before anybody has said anything about its money.
TEST_F(Council, refuses_a_pay_run_and_a_statement_without_an_account_of_its_own) {
    const AccountId finance = staff_account("Fin Prior", {people::Role::finance});
    Desk prepares = desk(finance);
    EXPECT_EQ(refusal(prepare_run(prepares, day("2006-05-04"))), "casework.no_council_account");
    payments::ReplyRequest request{
        .account = payments::BankAccount::make("20-00-00", "11112222", "Wendlebury").value()};
    request.statement = "STM-1";
    request.on = day("2006-05-03");
    request.others = {{payments::Direction::in, Money::pence(700), "Nobody", "thank you"}};
    Desk imports = desk(finance);
    EXPECT_EQ(refusal(import_statement(imports, payments::bank_reply(request, {}).bytes)),
              "casework.no_council_account");
}

TEST_F(Council, refuses_a_provider_of_which_a_part_is_missing) {
    market::Provider whole;
    whole.name = "Acorn Care";
    whole.what_they_do = "Help at home";
    whole.places = {"Wendlebury"};
    whole.accepts = {market::Payer::council};
    const auto without = [&](auto change) {
        market::Provider provider = whole;
        change(provider);
        Desk admin = desk(admin_);
        return refusal(make_provider(admin, provider, "Pat Acorn"));
    };
    EXPECT_EQ(without([](market::Provider& p) { p.name.clear(); }), "provider.name_missing");
    EXPECT_EQ(without([](market::Provider& p) { p.places.clear(); }), "provider.place_missing");
    EXPECT_EQ(without([](market::Provider& p) { p.accepts.clear(); }), "provider.payer_missing");
    EXPECT_EQ(without([](market::Provider&) {}), "done");
}

TEST_F(Council, refuses_a_worker_who_does_not_work_with_people) {
    people::Staff staff;
    staff.name = "Fin Prior";
    staff.team = "Money";
    staff.roles = {people::Role::finance};
    Desk system = system_desk();
    const auto made = make_staff(system, staff);
    ASSERT_TRUE(made.has_value());
    NewRecord record = ann();
    record.worker = made->staff;
    Desk worker = desk(worker_);
    EXPECT_EQ(refusal(start_record(worker, record)), "people.worker_unsuitable");
    const PersonId person = start(ann());
    CouncilDetails details;
    details.name = "Ann Ashe";
    details.born = day("1931-02-11");
    details.worker = made->staff;
    Desk changes = desk(worker_);
    EXPECT_EQ(refusal(change_council_details(changes, person, details)),
              "people.worker_unsuitable");
}

TEST_F(Council, refuses_details_without_a_language_to_write_in) {
    const PersonId person = start(ann());
    OwnDetails details;
    details.place = "Wendlebury";
    Desk own = desk(account_of(person));
    EXPECT_EQ(refusal(change_own_details(own, person, details)), "people.language_missing");
    details.language = "English";
    EXPECT_EQ(refusal(change_own_details(own, person, details)), "done");
}

TEST_F(Council, says_so_when_there_is_nobody_to_answer_a_question) {
    NewRecord record = ann();
    record.without_worker = true;
    const PersonId person = start(record);
    Desk own = desk(account_of(person));
    const auto ask = [&] {
        Desk at = desk(account_of(person));
        return refusal(ask_about(at, person, people::Ask::help, "question:meals", "Please call"));
    };
    // The only worker goes to another office.
    Desk admin = desk(admin_);
    const auto accounts = office_accounts(admin);
    ASSERT_TRUE(accounts.has_value());
    for (const OfficeAccount& each : *accounts) {
        if (each.account.id == worker_) {
            people::Staff moved = *each.staff;
            moved.roles = {people::Role::finance};
            Desk changes = desk(admin_);
            ASSERT_TRUE(change_staff(changes, moved).has_value());
        }
    }
    EXPECT_EQ(ask(), "question.nobody_there");
    staff_account("Wyn Moor", {people::Role::social_worker});
    EXPECT_EQ(ask(), "done");
}

}  // namespace
}  // namespace casework
