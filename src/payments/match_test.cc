#include "payments/match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "payments/bank_reply.h"
#include "payments/camt.h"
#include "payments/example_run.h"

namespace payments::example {
namespace {

ReplyRequest reply_of(std::string name = "ST-1") {
    return {.account = council(),
            .statement = std::move(name),
            .on = day(15),
            .opening = Money::pence(100000)};
}

BankLines lines_of_bytes(const std::string& bytes) {
    const auto read = read_camt(bytes);
    EXPECT_TRUE(read.has_value() && read->is_whole());
    EXPECT_TRUE(read->warnings.empty());
    return bank_lines(read->file.statements[0], council()).value();
}

BankLines lines_for(const ReplyRequest& request, const std::vector<PayRun>& runs) {
    return lines_of_bytes(bank_reply(request, runs).bytes);
}

std::vector<PaymentOut> accept_all(std::vector<PaymentOut> payments, const Matching& matching) {
    for (const Match& match : matching.proposals) {
        auto after = apply_match(payments, match);
        EXPECT_TRUE(after.has_value());
        payments = *after;
    }
    return payments;
}

TEST(Match, settles_every_payment_the_bank_booked) {
    const PayRun run = in_file();
    const BankLines read = lines_for(reply_of(), {run});
    const Matching matching = match_lines(read.lines, payments_out(run), {}, {});
    EXPECT_EQ(matching.proposals.size(), 3U);
    EXPECT_TRUE(matching.unmatched.empty());
    for (const PaymentOut& payment : accept_all(payments_out(run), matching)) {
        EXPECT_EQ(payment.status, PaymentStatus::settled);
    }
}

TEST(Match, settles_a_file_booked_as_one_sum) {
    const PayRun run = in_file();
    ReplyRequest request = reply_of();
    request.books_whole_file = true;
    const BankLines read = lines_for(request, {run});
    ASSERT_EQ(read.lines.size(), 1U);
    const Matching matching = match_lines(read.lines, payments_out(run), {}, {});
    ASSERT_EQ(matching.proposals.size(), 1U);
    EXPECT_EQ(matching.proposals[0].parts.size(), 3U);
    Money sum;
    for (const MatchPart& part : matching.proposals[0].parts) {
        sum += part.amount;
    }
    EXPECT_EQ(sum, read.lines[0].amount);
}

TEST(Match, sees_what_came_back_even_when_it_is_listed_first) {
    const PayRun run = in_file();
    for (const bool whole : {false, true}) {
        ReplyRequest request = reply_of();
        request.books_whole_file = whole;
        request.returned = {{.payment = run.payments[1].id, .reason = "AC04"}};
        BankLines read = lines_for(request, {run});
        std::reverse(read.lines.begin(), read.lines.end());
        const Matching matching = match_lines(read.lines, payments_out(run), {}, {});
        EXPECT_TRUE(matching.unmatched.empty());
        const std::vector<PaymentOut> after = accept_all(payments_out(run), matching);
        EXPECT_EQ(after[0].status, PaymentStatus::settled);
        EXPECT_EQ(after[1].status, PaymentStatus::returned);
        EXPECT_NE(matching.proposals.back().reason.find("AC04"), std::string::npos);
    }
}

TEST(Match, never_settles_a_payment_twice) {
    const PayRun run = in_file();
    const Matching first =
        match_lines(lines_for(reply_of("ST-1"), {run}).lines, payments_out(run), {}, {});
    const std::vector<PaymentOut> settled = accept_all(payments_out(run), first);
    const Matching second = match_lines(lines_for(reply_of("ST-2"), {run}).lines, settled, {}, {});
    EXPECT_TRUE(second.proposals.empty());
    ASSERT_EQ(second.unmatched.size(), 3U);
    for (const Unmatched& each : second.unmatched) {
        EXPECT_EQ(each.reason, UnmatchedReason::already_matched);
    }
}

TEST(Match, knows_the_same_statement_again) {
    const PayRun run = in_file();
    const BankLines first = lines_for(reply_of(), {run});
    const BankLines again = lines_for(reply_of(), {run});
    std::set<BankLineId> done;
    for (const BankLine& line : first.lines) {
        done.insert(line.id);
    }
    EXPECT_EQ(done.size(), 3U);
    const Matching matching = match_lines(again.lines, payments_out(run), {}, done);
    EXPECT_EQ(matching.matched_before, 3U);
    EXPECT_TRUE(matching.proposals.empty() && matching.unmatched.empty());
    std::vector<BankLine> twice = first.lines;
    twice.insert(twice.end(), first.lines.begin(), first.lines.end());
    const Matching both = match_lines(twice, payments_out(run), {}, {});
    EXPECT_EQ(both.proposals.size(), 3U);
    EXPECT_EQ(both.unmatched.size(), 3U);
}

TEST(Match, shows_what_is_not_ours_with_its_reason) {
    ReplyRequest request = reply_of();
    request.others = {{.direction = Direction::out,
                       .amount = Money::pence(500),
                       .party = "Somebody",
                       .text = "BANK FEE"},
                      {.amount = Money::pence(700), .party = "A Giver", .text = "THANK YOU"}};
    const BankLines read = lines_for(request, {});
    const Matching matching = match_lines(read.lines, payments_out(in_file()), {}, {});
    ASSERT_EQ(matching.unmatched.size(), 2U);
    for (const Unmatched& each : matching.unmatched) {
        EXPECT_EQ(each.reason, UnmatchedReason::unknown_reference);
        EXPECT_FALSE(each.message.empty());
    }
}

TEST(Match, refuses_another_amount_or_the_wrong_time) {
    const PayRun run = in_file();
    std::vector<BankLine> lines = lines_for(reply_of(), {run}).lines;
    lines[0].amount = lines[0].amount + Money::pence(1);
    std::vector<PaymentOut> payments = payments_out(run);
    payments[1].status = PaymentStatus::released;
    const Matching matching = match_lines(lines, payments, {}, {});
    ASSERT_EQ(matching.unmatched.size(), 2U);
    EXPECT_EQ(matching.unmatched[0].reason, UnmatchedReason::amount_differs);
    EXPECT_EQ(matching.unmatched[1].reason, UnmatchedReason::wrong_direction);
    EXPECT_EQ(matching.proposals.size(), 1U);
}

TEST(Match, finds_a_reference_the_bank_cut_to_eighteen_characters) {
    const PayRun run = in_file();
    std::vector<BankLine> lines = lines_for(reply_of(), {run}).lines;
    lines.resize(1);
    lines[0].references = {"BACS " + lines[0].end_to_end_id.substr(0, 18)};
    lines[0].end_to_end_id.clear();
    const Matching matching = match_lines(lines, payments_out(run), {}, {});
    ASSERT_EQ(matching.proposals.size(), 1U);
    EXPECT_EQ(matching.proposals[0].parts[0].payment, run.payments[0].id);
    lines[0].references = {"BACS " + run.payments[0].end_to_end_id.substr(0, 12)};
    EXPECT_TRUE(match_lines(lines, payments_out(run), {}, {}).proposals.empty());
    std::vector<PaymentOut> alike = payments_out(run);
    alike[1].end_to_end_id = alike[0].end_to_end_id.substr(0, 20) + "000000000";
    lines[0].references = {alike[0].end_to_end_id.substr(0, 18)};
    const Matching unsure = match_lines(lines, alike, {}, {});
    ASSERT_EQ(unsure.unmatched.size(), 1U);
    EXPECT_EQ(unsure.unmatched[0].reason, UnmatchedReason::not_the_only_one);
}

TEST(Match, finds_contributions_and_unspent_money_by_their_reference) {
    const std::vector<ExpectedIn> expected = {
        {.about = "inv_1", .reference = "CON 00012", .due = Money::pence(9075)},
        {.about = "inv_2", .reference = "CON 00121", .due = Money::pence(9075)},
        {.about = "hol_1",
         .kind = ExpectedKind::unspent_money,
         .reference = "BACK-00044",
         .due = Money::pence(5000)}};
    ReplyRequest request = reply_of();
    request.others = {{.amount = Money::pence(9075), .party = "Ann", .text = "con00012 thank you"},
                      {.amount = Money::pence(4000), .party = "Bob", .text = "my CON-00121"},
                      {.amount = Money::pence(5001), .party = "Cy", .text = "BACK 00044"},
                      {.amount = Money::pence(9075), .party = "Di", .text = "CON 000125"}};
    const BankLines read = lines_for(request, {});
    const Matching matching = match_lines(read.lines, {}, expected, {});
    ASSERT_EQ(matching.proposals.size(), 2U);
    EXPECT_EQ(matching.proposals[0].kind, MatchKind::contribution);
    EXPECT_EQ(matching.proposals[0].parts[0].about, "inv_1");
    EXPECT_FALSE(matching.proposals[0].needs_a_person);
    EXPECT_EQ(matching.proposals[1].parts[0].about, "inv_2");
    EXPECT_TRUE(matching.proposals[1].needs_a_person) << "only a part was paid";
    ASSERT_EQ(matching.unmatched.size(), 2U);
    EXPECT_EQ(matching.unmatched[0].reason, UnmatchedReason::amount_differs);
    EXPECT_EQ(matching.unmatched[1].reason, UnmatchedReason::unknown_reference);
}

TEST(Match, does_not_choose_between_two_sums_with_one_reference) {
    const std::vector<ExpectedIn> expected = {
        {.about = "inv_1", .reference = "CON00012", .due = Money::pence(9000)},
        {.about = "inv_2", .reference = "CON00012", .due = Money::pence(8000)}};
    ReplyRequest request = reply_of();
    request.others = {{.amount = Money::pence(100), .party = "Ann", .text = "CON00012"},
                      {.amount = Money::pence(8000), .party = "Ann", .text = "CON00012"}};
    const Matching matching = match_lines(lines_for(request, {}).lines, {}, expected, {});
    ASSERT_EQ(matching.unmatched.size(), 1U);
    EXPECT_EQ(matching.unmatched[0].reason, UnmatchedReason::not_the_only_one);
    ASSERT_EQ(matching.proposals.size(), 1U);
    EXPECT_EQ(matching.proposals[0].parts[0].about, "inv_2");
}

TEST(Match, can_be_taken_back_last_one_first) {
    const PayRun run = in_file();
    ReplyRequest request = reply_of();
    request.returned = {{.payment = run.payments[0].id, .reason = "AC04"}};
    const Matching matching =
        match_lines(lines_for(request, {run}).lines, payments_out(run), {}, {});
    std::vector<PaymentOut> after = accept_all(payments_out(run), matching);
    const Match& settled = matching.proposals[0];
    const Match& returned = matching.proposals.back();
    EXPECT_EQ(undo_match(after, settled).error().code, "payments.later_match");
    after = undo_match(after, returned).value();
    EXPECT_EQ(after[0].status, PaymentStatus::settled);
    after = undo_match(after, settled).value();
    EXPECT_EQ(after[0].status, PaymentStatus::in_file);
    EXPECT_EQ(apply_match(after, returned).error().code, "payments.wrong_status");
    EXPECT_EQ(undo_match({}, settled).error().code, "payments.unknown_payment");
    EXPECT_EQ(apply_match({}, settled).error().code, "payments.unknown_payment");
}

TEST(BankLines, are_only_of_our_account_and_in_pounds) {
    const std::string bytes = bank_reply(reply_of(), std::vector<PayRun>{in_file()}).bytes;
    Statement statement = read_camt(bytes)->file.statements[0];
    EXPECT_EQ(bank_lines(statement, account("00000020", "Oak")).error().code,
              "payments.other_account");
    statement.account.kind = "iban";
    statement.account.id = "GB00WEND65432110000001";
    EXPECT_TRUE(bank_lines(statement, council()).has_value());
    statement.account.id = "GB00WEND65432210000001";
    EXPECT_EQ(bank_lines(statement, council()).error().code, "payments.other_account");
    statement.account.id = "GB00WEND65432110000001";
    statement.account.currency = "EUR";
    EXPECT_EQ(bank_lines(statement, council()).error().code, "payments.other_currency");
}

TEST(BankLines, refuse_what_cannot_become_money_and_keep_the_rest) {
    const std::string bytes = bank_reply(reply_of(), std::vector<PayRun>{in_file()}).bytes;
    Statement statement = read_camt(bytes)->file.statements[0];
    statement.entries[0].amount.value = *Decimal::parse("1.00001");
    statement.entries[1].amount.currency = "EUR";
    const BankLines lines = bank_lines(statement, council()).value();
    EXPECT_EQ(lines.lines.size(), 1U);
    ASSERT_EQ(lines.refused.size(), 2U);
    EXPECT_EQ(lines.refused[0].code, "money.part_of_a_penny");
    EXPECT_EQ(lines.refused[0].place, "statement ST-1, entry 1");
    EXPECT_EQ(lines.refused[1].code, "payments.other_currency");
}

TEST(BankLines, pass_over_what_is_not_booked) {
    const std::string bytes = bank_reply(reply_of(), std::vector<PayRun>{in_file()}).bytes;
    Statement statement = read_camt(bytes)->file.statements[0];
    statement.entries[2].status = "PDNG";
    const BankLines lines = bank_lines(statement, council()).value();
    EXPECT_EQ(lines.lines.size(), 2U);
    EXPECT_EQ(lines.passed_over, 1U);
}

TEST(BankLines, cut_a_batch_only_when_its_parts_come_to_the_whole) {
    const std::string bytes = bank_reply(reply_of(), std::vector<PayRun>{in_file()}).bytes;
    Statement statement = read_camt(bytes)->file.statements[0];
    BankEntry batch = statement.entries[0];
    for (std::size_t i = 1; i < statement.entries.size(); ++i) {
        batch.amount.value = batch.amount.value + statement.entries[i].amount.value;
        batch.details.push_back(statement.entries[i].details[0]);
    }
    statement.entries = {batch};
    const std::vector<BankLine> parts = bank_lines(statement, council())->lines;
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_NE(parts[0].id, parts[1].id);
    EXPECT_EQ(match_lines(parts, payments_out(in_file()), {}, {}).proposals.size(), 3U);
    for (Detail& detail : statement.entries[0].details) {
        detail.amount.reset();
    }
    const std::vector<BankLine> whole = bank_lines(statement, council())->lines;
    ASSERT_EQ(whole.size(), 1U);
    const Matching matching = match_lines(whole, payments_out(in_file()), {}, {});
    ASSERT_EQ(matching.proposals.size(), 1U);
    EXPECT_EQ(matching.proposals[0].parts.size(), 3U);
}

// Whatever a bank does, every line is answered once, no payment is settled by two lines, and the
// parts of a match come to its line.
TEST(Match, keeps_its_laws_for_any_statement) {
    std::uint64_t state = 11;
    const auto below = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33) % bound;
    };
    const std::vector<PayRun> runs = {in_file(40), in_file(41)};
    std::vector<PaymentOut> payments = payments_out(runs[0]);
    const std::vector<PaymentOut> more = payments_out(runs[1]);
    payments.insert(payments.end(), more.begin(), more.end());
    const std::vector<BankLine> pool = lines_for(reply_of(), runs).lines;
    const std::vector<ExpectedIn> expected = {
        {.about = "inv_1", .reference = "CON00012", .due = Money::pence(9000)}};
    for (int round = 0; round < 3000; ++round) {
        std::vector<BankLine> lines;
        for (std::uint64_t i = below(9); i > 0; --i) {
            if (!lines.empty() && below(4) == 0) {
                lines.push_back(lines[below(lines.size())]);
                continue;
            }
            BankLine line = pool[below(pool.size())];
            line.id.low = ++state;
            line.direction = below(4) == 0 ? Direction::in : line.direction;
            line.is_reversal = below(8) == 0;
            line.amount = below(6) == 0 ? Money::pence(9000) : line.amount;
            if (below(5) == 0) {
                line.end_to_end_id = "CON00012";
            }
            if (below(6) == 0) {
                line.end_to_end_id.clear();
                line.batch_id = runs[below(2)].payment_information_id();
                line.amount = runs[0].total();
            }
            lines.push_back(line);
        }
        std::set<BankLineId> done;
        if (!lines.empty() && below(3) == 0) {
            done.insert(lines[0].id);
        }
        const Matching matching = match_lines(lines, payments, expected, done);
        ASSERT_EQ(matching.proposals.size() + matching.unmatched.size() + matching.matched_before,
                  lines.size());
        std::set<BankLineId> proposed;
        std::map<PaymentId, int> settled;
        std::vector<PaymentOut> after = payments;
        for (const Match& match : matching.proposals) {
            ASSERT_TRUE(proposed.insert(match.line).second);
            ASSERT_FALSE(done.contains(match.line));
            Money sum;
            for (const MatchPart& part : match.parts) {
                sum += part.amount;
                if (part.payment.has_value() && match.kind == MatchKind::settles) {
                    ++settled[*part.payment];
                }
                if (part.payment.has_value() && match.kind == MatchKind::returns) {
                    --settled[*part.payment];
                }
            }
            const auto line = std::find_if(lines.begin(), lines.end(), [&](const BankLine& each) {
                return each.id == match.line;
            });
            ASSERT_EQ(sum, line->amount);
            const auto next = apply_match(after, match);
            ASSERT_TRUE(next.has_value());
            after = *next;
        }
        for (const auto& [payment, times] : settled) {
            ASSERT_LE(times, 1);
        }
        for (auto match = matching.proposals.rbegin(); match != matching.proposals.rend();
             ++match) {
            after = undo_match(after, *match).value();
        }
        for (std::size_t i = 0; i < payments.size(); ++i) {
            ASSERT_EQ(after[i].status, payments[i].status);
        }
    }
}

TEST(Match, words_are_read_back) {
    for (const MatchKind kind : {MatchKind::settles, MatchKind::returns, MatchKind::contribution,
                                 MatchKind::unspent_money}) {
        EXPECT_EQ(match_kind_from_text(to_text(kind)), kind);
    }
    EXPECT_EQ(to_text(UnmatchedReason::amount_differs), "amount_differs");
}

}  // namespace
}  // namespace payments::example
