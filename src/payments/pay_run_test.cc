#include "payments/pay_run.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "payments/example_run.h"
#include "payments/pain001.h"
#include "payments/run_summary.h"

namespace payments::example {
namespace {

template <typename T>
std::string code_of(const Result<T>& result) {
    return result.has_value() ? "" : result.error().code;
}

const Payment& to(const PayRun& run, PayeeId payee) {
    return *std::find_if(run.payments.begin(), run.payments.end(),
                         [&](const Payment& each) { return each.payee == payee; });
}

TEST(PayRun, pays_each_payee_once_what_is_owed) {
    const PayRun run = prepared();
    ASSERT_EQ(run.payments.size(), 3U);
    EXPECT_EQ(to(run, oak).amount(), Money::pence(15025));
    EXPECT_EQ(to(run, elm).amount(), Money::pence(1510));
    EXPECT_EQ(to(run, self).amount(), Money::pence(21424));
    EXPECT_EQ(run.total(), Money::pence(37959));
    EXPECT_EQ(run.count(), 3U);
    EXPECT_TRUE(run.stopped_total().is_zero());
}

TEST(PayRun, refuses_sums_that_cannot_be_paid) {
    std::vector<OwedLine> none;
    EXPECT_EQ(code_of(make_run(request(), none, payees(), details(), {})), "payments.nothing_owed");
    auto zero = all_owed();
    zero[1].amount = Money();
    EXPECT_EQ(code_of(make_run(request(), zero, payees(), details(), {})), "payments.not_positive");
    auto twice = all_owed();
    twice.push_back(twice[0]);
    EXPECT_EQ(code_of(make_run(request(), twice, payees(), details(), {})), "payments.line_twice");
    auto stranger = all_owed();
    stranger[0].payee = id<PayeeId>(99);
    EXPECT_EQ(code_of(make_run(request(), stranger, payees(), details(), {})),
              "payments.unknown_payee");
}

TEST(PayRun, is_the_same_run_in_whatever_order_the_debts_come) {
    const PayRun first = prepared();
    auto mixed = all_owed();
    std::reverse(mixed.begin(), mixed.end());
    const PayRun second = make_run(request(), mixed, payees(), details(), {}).value();
    ASSERT_EQ(first.payments.size(), second.payments.size());
    for (std::size_t i = 0; i < first.payments.size(); ++i) {
        EXPECT_EQ(first.payments[i].id, second.payments[i].id);
        EXPECT_EQ(first.payments[i].end_to_end_id, second.payments[i].end_to_end_id);
        EXPECT_EQ(first.payments[i].lines[0].owed.key(), second.payments[i].lines[0].owed.key());
    }
}

TEST(PayRun, gives_references_a_bank_takes_and_no_run_shares) {
    const PayRun first = prepared(40);
    const PayRun second = prepared(41);
    EXPECT_NE(first.message_id(), second.message_id());
    EXPECT_NE(first.message_id(), first.payment_information_id());
    for (std::size_t i = 0; i < first.payments.size(); ++i) {
        EXPECT_NE(first.payments[i].end_to_end_id, second.payments[i].end_to_end_id);
        EXPECT_NE(first.payments[i].id, second.payments[i].id);
        EXPECT_EQ(first.payments[i].end_to_end_id.size(), 29U);
    }
}

TEST(PayRun, cannot_be_released_by_who_prepared_it) {
    EXPECT_EQ(code_of(release_run(prepared(), ada, {1}, details(), {})), "payments.same_person");
    const PayRun run = release_run(prepared(), ben, {1}, details(), {}).value();
    EXPECT_EQ(run.status, PayRunStatus::released);
    EXPECT_EQ(run.released_by, ben);
    EXPECT_EQ(code_of(release_run(run, ben, {2}, details(), {})), "payments.not_prepared");
}

TEST(PayRun, cannot_be_released_by_who_gave_one_of_its_accounts) {
    EXPECT_EQ(code_of(release_run(prepared(), owner, {1}, details(), {})), "payments.own_account");
}

TEST(PayRun, stops_a_payee_whose_details_changed_after_preparation_and_pays_the_rest) {
    auto changed = details();
    changed.push_back(
        change_details(id<BankDetailsId>(50), payees()[0], council(), owner, {5000}).value());
    const PayRun waiting = release_run(prepared(), ben, {1}, changed, {}).value();
    EXPECT_EQ(to(waiting, oak).stopped, StopReason::details_changed);
    EXPECT_EQ(waiting.total(), Money::pence(22934));
    EXPECT_EQ(waiting.stopped_total(), Money::pence(15025));
    changed.back() = confirm_details(changed.back(), ada, {6000}).value();
    changed[0] = retire_details(changed[0], {6000}).value();
    const PayRun also = release_run(prepared(), ben, {1}, changed, {}).value();
    EXPECT_EQ(to(also, oak).status, PaymentStatus::stopped);
    EXPECT_EQ(to(also, elm).status, PaymentStatus::released);
}

TEST(PayRun, stops_payees_without_details_or_with_details_nobody_checked) {
    auto some = details();
    some.erase(some.begin());
    some[0].status = BankDetailsStatus::proposed;
    const PayRun run = make_run(request(), all_owed(), payees(), some, {}).value();
    EXPECT_EQ(to(run, oak).stopped, StopReason::no_bank_details);
    EXPECT_EQ(to(run, elm).stopped, StopReason::details_not_confirmed);
    EXPECT_EQ(run.total(), Money::pence(21424));
    EXPECT_FALSE(to(run, oak).account.has_value());
}

TEST(PayRun, stops_lines_for_service_past_a_persons_last_day_and_pays_the_rest) {
    const std::vector<PersonEnd> ends = {{.person = bob, .last_day = day(3)}};
    const PayRun run = release_run(prepared(), ben, {1}, details(), ends).value();
    EXPECT_EQ(to(run, oak).amount(), Money::pence(15025)) << "the third of May is still paid";
    EXPECT_EQ(to(run, elm).stopped, StopReason::person_ended);
    const std::vector<PersonEnd> earlier = {{.person = bob, .last_day = day(2)}};
    const PayRun part = release_run(prepared(), ben, {1}, details(), earlier).value();
    EXPECT_EQ(to(part, oak).amount(), Money::pence(12000));
    EXPECT_EQ(to(part, oak).stopped_amount(), Money::pence(3025));
    EXPECT_EQ(part.total(), Money::pence(33424));
}

TEST(PayRun, stops_an_instalment_that_runs_past_the_last_day) {
    const std::vector<PersonEnd> ends = {{.person = ann, .last_day = day(15)}};
    const PayRun run = make_run(request(), all_owed(), payees(), details(), ends).value();
    EXPECT_EQ(to(run, self).stopped, StopReason::person_ended);
    EXPECT_EQ(to(run, oak).amount(), Money::pence(15025));
}

TEST(PayRun, stops_a_payee_whose_account_is_closed_before_and_after_preparation) {
    const std::vector<PayeeId> closed = {elm};
    const PayRun run = make_run(request(), all_owed(), payees(), details(), {}, closed).value();
    EXPECT_EQ(to(run, elm).stopped, StopReason::account_closed);
    EXPECT_EQ(to(run, oak).status, PaymentStatus::prepared);
    const PayRun late = release_run(prepared(), ben, {1}, details(), {}, closed).value();
    EXPECT_EQ(to(late, elm).stopped, StopReason::account_closed);
    EXPECT_EQ(to(late, oak).status, PaymentStatus::released);
}

TEST(PayRun, cannot_be_released_when_everything_is_stopped) {
    EXPECT_EQ(code_of(release_run(prepared(), ben, {1}, {}, {})), "payments.nothing_to_pay");
}

TEST(PayRun, takes_a_payment_out_before_release_only) {
    const PayRun run = prepared();
    const PayRun without = take_out(run, to(run, elm).id).value();
    EXPECT_EQ(to(without, elm).stopped, StopReason::taken_out);
    EXPECT_EQ(without.total(), Money::pence(36449));
    EXPECT_EQ(code_of(take_out(run, id<PaymentId>(99))), "payments.unknown_payment");
    EXPECT_EQ(code_of(take_out(released(), to(run, elm).id)), "payments.not_prepared");
    EXPECT_EQ(code_of(cancel_run(released())), "payments.not_prepared");
    EXPECT_EQ(cancel_run(run)->status, PayRunStatus::cancelled);
}

TEST(PayRun, instructs_line_by_line_what_it_pays) {
    EXPECT_TRUE(instructed_lines(prepared()).empty());
    Money sum;
    for (const InstructedLine& line : instructed_lines(released())) {
        sum += line.amount;
    }
    EXPECT_EQ(sum, released().total());
    EXPECT_EQ(instructed_lines(released()).size(), 4U);
}

TEST(PayRun, goes_to_the_bank_once_and_closes_when_every_payment_is_answered) {
    EXPECT_EQ(code_of(put_in_file(prepared())), "payments.not_released");
    PayRun run = in_file();
    EXPECT_EQ(code_of(put_in_file(run)), "payments.not_released");
    for (const PayeeId payee : {oak, elm}) {
        run = set_payment_status(run, to(run, payee).id, PaymentStatus::settled).value();
        EXPECT_EQ(run.status, PayRunStatus::in_file);
    }
    run = set_payment_status(run, to(run, self).id, PaymentStatus::returned).value();
    EXPECT_EQ(run.status, PayRunStatus::closed);
    run = set_payment_status(run, to(run, oak).id, PaymentStatus::in_file).value();
    EXPECT_EQ(run.status, PayRunStatus::in_file) << "a match was taken back";
}

TEST(PayRun, no_payment_skips_a_step) {
    const auto all = {PaymentStatus::prepared, PaymentStatus::stopped, PaymentStatus::released,
                      PaymentStatus::in_file,  PaymentStatus::settled, PaymentStatus::returned};
    int steps = 0;
    for (const PaymentStatus from : all) {
        EXPECT_EQ(payment_status_from_text(to_text(from)), from);
        for (const PaymentStatus next : all) {
            steps += may_become(from, next) ? 1 : 0;
        }
    }
    EXPECT_EQ(steps, 9);
    EXPECT_FALSE(may_become(PaymentStatus::released, PaymentStatus::settled));
    EXPECT_FALSE(may_become(PaymentStatus::in_file, PaymentStatus::released));
    const PayRun run = released();
    EXPECT_EQ(code_of(set_payment_status(run, run.payments[0].id, PaymentStatus::settled)),
              "payments.wrong_status");
    EXPECT_EQ(code_of(set_payment_status(run, id<PaymentId>(99), PaymentStatus::settled)),
              "payments.unknown_payment");
}

TEST(PayRun, words_of_its_statuses_and_reasons_are_read_back) {
    for (const auto status : {PayRunStatus::prepared, PayRunStatus::released, PayRunStatus::in_file,
                              PayRunStatus::closed, PayRunStatus::cancelled}) {
        EXPECT_EQ(pay_run_status_from_text(to_text(status)), status);
        EXPECT_FALSE(for_people(status).empty());
    }
    for (const auto reason : {StopReason::no_bank_details, StopReason::details_not_confirmed,
                              StopReason::details_changed, StopReason::person_ended,
                              StopReason::taken_out, StopReason::account_closed}) {
        EXPECT_EQ(stop_reason_from_text(to_text(reason)), reason);
        EXPECT_FALSE(for_people(reason).empty());
    }
    EXPECT_FALSE(may_become(PayRunStatus::cancelled, PayRunStatus::released));
    EXPECT_TRUE(may_become(PayRunStatus::prepared, PayRunStatus::released));
}

// Whatever is owed and whatever happens to payees and persons: what is paid and what is stopped
// come to what was owed, the lines come to the payments, and no payment pays nothing.
TEST(PayRun, loses_no_penny_of_what_is_owed) {
    std::uint64_t state = 5;
    const auto below = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33) % bound;
    };
    for (int round = 0; round < 2000; ++round) {
        std::vector<OwedLine> owed_lines;
        Money owed_sum;
        for (std::uint64_t i = 1 + below(12); i > 0; --i) {
            const auto from = static_cast<unsigned>(1 + below(20));
            owed_lines.push_back(owed(below(2) == 0 ? ann : bob,
                                      below(2) == 0 ? "adult_social_care" : "supporting_people",
                                      std::vector{oak, elm, self}[below(3)],
                                      "del_" + std::to_string(i), from,
                                      from + 1 + static_cast<unsigned>(below(5)),
                                      static_cast<std::int64_t>(1 + below(100000))));
            owed_sum += owed_lines.back().amount;
        }
        std::vector<BankDetails> now = details();
        const std::vector<PersonEnd> ends = {
            {.person = ann, .last_day = day(static_cast<unsigned>(1 + below(25)))}};
        const PayRun made = make_run(request(), owed_lines, payees(), now,
                                     below(2) == 0 ? ends : std::vector<PersonEnd>{})
                                .value();
        EXPECT_EQ(made.total() + made.stopped_total(), owed_sum);
        now[below(3)].status =
            below(2) == 0 ? BankDetailsStatus::retired : BankDetailsStatus::confirmed;
        const auto done = release_run(made, ben, {1147080000}, now, ends);
        if (!done.has_value()) {
            EXPECT_EQ(done.error().code, "payments.nothing_to_pay");
            continue;
        }
        EXPECT_EQ(done->total() + done->stopped_total(), owed_sum);
        Money sum;
        for (const InstructedLine& line : instructed_lines(*done)) {
            sum += line.amount;
        }
        EXPECT_EQ(sum, done->total());
        EXPECT_TRUE(check_runs(std::vector{*done}).empty());
        EXPECT_TRUE(check_file(*done, pain001(*done)->bytes).has_value());
    }
}

TEST(RunSummary, shows_new_payees_changes_and_what_is_stopped) {
    const PayRun before = in_file(40);
    auto owed = all_owed();
    owed[0].about = "del_7";
    owed[1].about = "del_8";
    owed[3].about = "ins_2";
    owed[0].amount = Money::pence(12500);
    owed.erase(owed.begin() + 2);
    auto others = details();
    others[2] = confirmed(60, self, account("00000099", "Ann Archer"));
    const std::vector<PersonEnd> ends = {{.person = bob, .last_day = day(2)}};
    const PayRun run = make_run(request(41), owed, payees(), others, ends).value();
    const RunSummary summary = summarise(run, &before, {oak});
    ASSERT_EQ(summary.new_payees.size(), 1U);
    EXPECT_EQ(summary.new_payees[0], to(run, self).id);
    ASSERT_EQ(summary.changes.size(), 3U);
    EXPECT_EQ(summary.changes[0].before, Money::pence(15025));
    EXPECT_EQ(summary.changes[0].now, Money::pence(12500));
    EXPECT_TRUE(summary.changes[1].is_other_account);
    EXPECT_EQ(summary.changes[2].payee, elm);
    EXPECT_FALSE(summary.changes[2].now.has_value());
    ASSERT_EQ(summary.stopped.size(), 1U);
    EXPECT_EQ(summary.stopped[0].owed.about, "del_8");
    EXPECT_EQ(summary.stopped[0].reason, StopReason::person_ended);
    ASSERT_EQ(summary.streams.size(), 1U);
    EXPECT_EQ(summary.streams[0].amount, summary.total);
}

TEST(CheckRuns, finds_no_fault_in_runs_made_by_the_rules) {
    auto later = all_owed();
    for (OwedLine& line : later) {
        line.attempt = 1;
    }
    const std::vector<PayRun> runs = {
        in_file(40), make_run(request(41), later, payees(), details(), {}).value()};
    EXPECT_TRUE(check_runs(runs).empty());
}

TEST(CheckRuns, names_each_fault) {
    const auto first_code = [](const std::vector<PayRun>& runs) {
        const std::vector<Error> faults = check_runs(runs);
        return faults.empty() ? std::string() : faults[0].code;
    };
    EXPECT_EQ(first_code({in_file(40), in_file(40)}), "payments.twice");
    EXPECT_EQ(first_code({in_file(40), prepared(41)}), "payments.twice") << "a line paid twice";
    PayRun run = in_file();
    run.released_by = run.prepared_by;
    EXPECT_EQ(first_code({run}), "payments.same_person");
    run = in_file();
    run.released_at.reset();
    EXPECT_EQ(first_code({run}), "payments.release_missing");
    run = in_file();
    run.payments[0].status = PaymentStatus::prepared;
    EXPECT_EQ(first_code({run}), "payments.wrong_status");
    run = in_file();
    run.payments[0].stopped = StopReason::taken_out;
    EXPECT_EQ(first_code({run}), "payments.stop_reason");
    run = in_file();
    run.payments[0].account.reset();
    EXPECT_EQ(first_code({run}), "payments.not_payable");
    run = in_file();
    run.payments[0].lines[0].owed.payee = self;
    EXPECT_EQ(first_code({run}), "payments.unknown_payee");
}

}  // namespace
}  // namespace payments::example
