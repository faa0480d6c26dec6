// The bank's answers, on a real book.

#include "casework/finance_for_tests.h"
#include "casework/invoice_contribution.h"
#include "casework/owed.h"

namespace casework {
namespace {

using ledger::AccountKind;

class Bank : public FinanceCouncil {
protected:
    BankView bank(std::string_view on = "2006-06-30") {
        Desk finance = desk(preparer_, on);
        const auto view = see_bank(finance);
        EXPECT_EQ(code(view), "");
        return view ? *view : BankView{};
    }
    PaymentId payment_to(PayRunId run, PayeeId payee) {
        for (const payments::Payment& each : kept_run(run).payments) {
            if (each.payee == payee) {
                return each.id;
            }
        }
        return {};
    }
};

Money pounds(std::int64_t whole) {
    return Money::pence(whole * 100);
}

TEST_F(Bank, what_was_bought_is_spent_and_what_a_holder_was_paid_is_with_the_holder) {
    all_due(first_day);
    delivered(2, "2006-05-09");
    const PayRunId run = released("2006-05-10");
    const auto imported = import(reply(run, "2006-05-11"), "2006-05-12");
    ASSERT_EQ(code(imported), "");
    EXPECT_EQ(imported->lines, 4U);
    EXPECT_EQ(imported->matched, 4U);
    EXPECT_EQ(imported->unmatched, 0U);
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::closed);
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), pounds(160));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "supporting_people", own_), pounds(60));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_), pounds(120));
    const Money spent = store_->read([&](store::Snapshot& view) {
        Money sum;
        for (const ledger::Balance& each : store::load_balances_of(view, ann_)) {
            sum += each.account.kind == AccountKind::spent ? each.amount : Money();
        }
        return sum;
    });
    EXPECT_EQ(spent, pounds(25));
}

TEST_F(Bank, an_entry_counts_from_the_day_the_bank_booked_it_and_not_from_the_import) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-10"), "2006-05-19")), "");
    std::size_t cleared = 0;
    for (const ledger::Entry& entry : entries()) {
        if (entry.kind() == ledger::EntryKind::clear_to_holder) {
            EXPECT_EQ(entry.on(), day("2006-05-10"));
            ++cleared;
        }
    }
    EXPECT_EQ(cleared, 4U);
    // Sent back a week later: the money is owed again from that day on.
    const PaymentId back = payment_to(run, jo_);
    ASSERT_EQ(code(import(reply(run, "2006-05-17", {{back, "AC04"}}), "2006-05-25")), "");
    const ledger::Entry last = entries().back();
    EXPECT_EQ(last.kind(), ledger::EntryKind::bank_reject);
    EXPECT_EQ(last.on(), day("2006-05-17"));
    EXPECT_TRUE(holds());
}

TEST_F(Bank, a_booked_day_before_the_release_or_still_to_come_does_not_count) {
    all_due(first_day);
    const PayRunId run = released("2006-05-12");
    ASSERT_EQ(code(import(reply(run, "2006-05-01"), "2006-05-13")), "");
    EXPECT_EQ(entries().back().on(), day("2006-05-12"));
    all_due("2006-06-05");
    const PayRunId next = released("2006-06-05");
    ASSERT_EQ(code(import(reply(next, "2006-06-09"), "2006-06-06")), "");
    EXPECT_EQ(entries().back().on(), day("2006-06-06"));
    EXPECT_TRUE(holds());
}

TEST_F(Bank, the_same_statement_twice_changes_nothing) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    const std::string bytes = reply(run, "2006-05-09");
    ASSERT_EQ(code(import(bytes, "2006-05-09")), "");
    const std::size_t before = entries().size();
    const auto again = import(bytes, "2006-05-10");
    ASSERT_EQ(code(again), "");
    EXPECT_TRUE(again->was_known);
    // The same movements in another file are known, too.
    const auto other = import(bytes + "\n", "2006-05-10");
    ASSERT_EQ(code(other), "");
    EXPECT_FALSE(other->was_known);
    EXPECT_EQ(other->lines, 0U);
    EXPECT_EQ(other->known, 3U);
    EXPECT_EQ(entries().size(), before);
}

TEST_F(Bank, a_broken_file_names_its_place_and_changes_nothing) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    std::string bytes = reply(run, "2006-05-09");
    const std::size_t at = bytes.rfind("<Amt Ccy=\"GBP\">");
    bytes.replace(at, 16, "<Amt Ccy=\"GBP\">x");
    const auto imported = import(bytes, "2006-05-09");
    ASSERT_FALSE(imported.has_value());
    EXPECT_FALSE(imported.error().place.empty());
    EXPECT_TRUE(bank().imports.empty());
    EXPECT_TRUE(bank().matched.empty());
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::in_file);
    EXPECT_EQ(import("not xml", "2006-05-09").has_value(), false);
}

TEST_F(Bank, a_payment_that_comes_back_is_owed_again_and_paid_in_a_later_run) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    const PaymentId back = payment_to(run, jo_);
    ASSERT_EQ(code(import(reply(run, "2006-05-09", {{back, "AC04"}}), "2006-05-09")), "");
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", jo_), pounds(80));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", jo_), Money());
    const auto lines = store_->read([](store::Snapshot& view) { return owed_lines(view); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].attempt, 1);
    const PayRunId later = released("2006-05-12");
    EXPECT_EQ(kept_run(later).total(), pounds(80));
    ASSERT_EQ(code(import(reply(later, "2006-05-13"), "2006-05-13")), "");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", jo_), pounds(80));
}

TEST_F(Bank, what_nobody_knows_is_shown_with_its_reason_and_never_lost) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09", {},
                                {{payments::Direction::in, pounds(12), "Unknown", "hello"},
                                 {payments::Direction::out, pounds(7), "Shop", "card"}}),
                          "2006-05-09")),
              "");
    const BankView view = bank();
    EXPECT_EQ(view.matched.size(), 3U);
    ASSERT_EQ(view.unmatched.size(), 2U);
    for (const BankView::Waiting& waiting : view.unmatched) {
        EXPECT_EQ(waiting.unmatched.reason, payments::UnmatchedReason::unknown_reference);
        EXPECT_FALSE(waiting.unmatched.message.empty());
    }
}

TEST_F(Bank, a_wrong_match_is_taken_back_in_one_act_and_is_not_made_again_by_itself) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    const BankView::Matched wrong = bank().matched.front();
    Desk finance = desk(preparer_, "2006-05-10");
    ASSERT_EQ(code(reverse_match(finance, wrong.match.id)), "");
    EXPECT_EQ(bank().matched.size(), 2U);
    EXPECT_EQ(bank().proposed.size(), 1U);
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::in_file);
    Desk again = desk(preparer_, "2006-05-10");
    EXPECT_EQ(reverse_match(again, wrong.match.id).error().code, "casework.match_unknown");
    all_due("2006-06-05");
    const PayRunId later = released("2006-06-05");
    ASSERT_EQ(code(import(reply(later, "2006-06-06"), "2006-06-06")), "");
    EXPECT_EQ(bank().proposed.size(), 1U);
    Desk accepts = desk(preparer_, "2006-06-07");
    ASSERT_EQ(code(accept_match(accepts, wrong.line.id)), "");
    EXPECT_TRUE(bank().proposed.empty());
    EXPECT_EQ(kept_run(run).status, payments::PayRunStatus::closed);
}

TEST_F(Bank, a_contribution_is_invoiced_every_four_weeks_corrected_and_received) {
    Desk worker = desk(worker_, "2006-05-04");
    budget::ContributionTerm term;
    term.from = day(first_day);
    term.weekly = Money::pence(1400);
    term.collected = budget::Collected::gross;
    ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Assessed")), "");
    EXPECT_EQ(all_due("2006-06-04").invoices, 0U);
    EXPECT_EQ(all_due("2006-06-05").invoices_total, pounds(56));
    EXPECT_EQ(all_due("2006-06-05").invoices, 0U);
    // From 22 May on she owed £7.00 less a week, as was decided later.
    Desk later = desk(worker_, "2006-06-20");
    term.from = day("2006-05-22");
    term.weekly = Money::pence(700);
    ASSERT_EQ(code(set_contribution(later, ann_, "adult_social_care", term, "Income fell")), "");
    EXPECT_EQ(all_due("2006-07-03").invoices_total, pounds(28 - 14));
    const auto open = store_->read([](store::Snapshot& view) { return open_invoices(view); });
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[1].invoice.correction, -pounds(14));
    const PayRunId run = released("2006-07-03");
    const auto imported =
        import(reply(run, "2006-07-04", {},
                     {{payments::Direction::in, pounds(56), "A Ashe", open[0].invoice.reference},
                      {payments::Direction::in, pounds(10), "A Ashe", open[1].invoice.reference}}),
               "2006-07-04");
    ASSERT_EQ(code(imported), "");
    EXPECT_EQ(imported->proposed, 1U);  // less came than was asked for
    EXPECT_EQ(bank().proposed.front().match.parts.front().amount, pounds(10));
    Desk accepts = desk(preparer_, "2006-07-05");
    ASSERT_EQ(code(accept_match(accepts, bank().proposed.front().line.id)), "");
    const auto left = store_->read([](store::Snapshot& view) { return open_invoices(view); });
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].due, pounds(4));
    Desk undoes = desk(preparer_, "2006-07-06");
    ASSERT_EQ(code(reverse_match(undoes, bank().matched.front().match.id)), "");
    EXPECT_EQ(store_->read([](store::Snapshot& view) { return open_invoices(view); })[0].due,
              pounds(14));
}

TEST_F(Bank, a_report_without_an_answer_reminds_the_person_and_then_the_worker) {
    Desk own = desk(ann_account_, "2006-05-08");
    market::Order order;
    order.quantity = 1;
    order.dates = {day("2006-05-08"), day("2006-05-15")};
    const auto placed = buy_support(own, ann_, offer_, order);
    Desk pat = desk(provider_account_, "2006-05-08");
    ASSERT_EQ(code(accept_order(pat, provider_, *placed)), "");
    market::DeliveryReport report;
    report.on = day("2006-05-08");
    report.quantity = 1;
    ASSERT_EQ(code(report_delivery(pat, provider_, *placed, report)), "");
    EXPECT_EQ(all_due("2006-05-09").reminders, 0U);
    EXPECT_EQ(all_due("2006-05-16").reminders, 1U);
    EXPECT_EQ(all_due("2006-05-16").reminders, 0U);
    EXPECT_EQ(all_due("2006-05-24").reminders, 1U);
}

TEST_F(Bank, persons_and_owners_statements_agree_to_the_penny) {
    all_due(first_day);
    delivered(3, "2006-05-09");
    const PayRunId run = released("2006-05-10");
    ASSERT_EQ(code(import(reply(run, "2006-05-11"), "2006-05-12")), "");
    const Period dates{day("2006-05-09"), day("2006-05-20")};
    Desk own = desk(ann_account_, "2006-06-01");
    const auto hers = see_statement(own, ann_, dates);
    ASSERT_EQ(code(hers), "");
    const AccountId owner =
        staff_account("Own Er", {people::Role::stream_owner}, "supporting_people");
    for (const ledger::StreamFigures& stream : hers->statement.streams) {
        if (stream.stream.empty()) {
            continue;
        }
        Desk finance = desk(preparer_, "2006-06-01");
        const auto account = see_stream_account(finance, stream.stream, dates);
        ASSERT_EQ(code(account), "");
        ASSERT_EQ(account->statement.persons.size(), 1U);
        EXPECT_EQ(account->statement.persons[0].at_end, stream.at_end);
        EXPECT_EQ(account->statement.persons[0].moved, stream.moved);
    }
    Desk other = desk(owner, "2006-06-01");
    EXPECT_EQ(code(see_stream_account(other, "supporting_people", dates)), "");
    EXPECT_EQ(see_stream_account(other, "adult_social_care", dates).error().code,
              "people.not_allowed");
}

TEST_F(Bank, finance_sees_each_stream_against_its_limit) {
    all_due(first_day);
    Desk finance = desk(preparer_, first_day);
    ASSERT_EQ(code(set_ledger_code(finance, "supporting_people", "SP-4711")), "");
    Desk sees = desk(releaser_, first_day);
    const auto view = see_finance(sees);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->owed_total, pounds(420));
    EXPECT_EQ(view->made_today.size(), 4U);
    for (const StreamLimit& stream : view->streams) {
        if (stream.stream == "supporting_people") {
            EXPECT_EQ(stream.ledger_code, "SP-4711");
            EXPECT_EQ(stream.limit, pounds(5000));
            EXPECT_EQ(stream.limit, stream.decided + stream.not_awarded);
            EXPECT_EQ(stream.held, pounds(15 * 20));
            EXPECT_EQ(stream.owed, pounds(60));
        }
    }
    const auto rows =
        see_entries(sees, StreamId("supporting_people"), {day("2006-04-01"), day("2007-04-01")});
    ASSERT_EQ(code(rows), "");
    ASSERT_FALSE(rows->empty());
    for (const EntryRow& row : *rows) {
        ASSERT_EQ(row.ledger_codes.size(), row.facts.postings.size());
        for (std::size_t i = 0; i < row.ledger_codes.size(); ++i) {
            const bool is_coded = row.facts.postings[i].account.stream == "supporting_people";
            EXPECT_EQ(row.ledger_codes[i], is_coded ? "SP-4711" : "");
        }
    }
}

class GivenBack : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        all_due(first_day);
        run_ = released(first_day);
        ASSERT_EQ(code(import(reply(run_, first_day), first_day)), "");
    }
    payments::OtherMovement comes_in(std::int64_t pence, const std::string& text) {
        return {payments::Direction::in, Money::pence(pence), "Elm Trust", text};
    }
    // A statement of its own, with movements in alone.
    std::string statement(std::string_view on, std::vector<payments::OtherMovement> others) {
        payments::ReplyRequest request{.account = account("11112222", "Wendlebury Council")};
        request.statement = "STM-" + std::string(on);
        request.on = day(on);
        request.opening = Money::pence(100000000);
        request.others = std::move(others);
        return payments::bank_reply(request, {}).bytes;
    }
    std::vector<HolderReturn> to_come() {
        return store_->read([](store::Snapshot& view) { return holder_returns(view); });
    }
    HolderReturn of(PayeeId holder) {
        for (const HolderReturn& each : to_come()) {
            if (each.holder == holder) {
                return each;
            }
        }
        return {};
    }
    Money pool() {
        return store_->read([](store::Snapshot& view) {
            return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
        });
    }
    BankView bank() {
        Desk finance = desk(preparer_);
        return see_bank(finance).value();
    }
    PayRunId run_;
};

TEST_F(GivenBack, all_of_it_with_its_reference_is_recovered_with_the_import) {
    const Money before = pool();
    const HolderReturn trust = of(trust_);
    EXPECT_EQ(trust.due(), Money::pence(4 * 3000));
    const auto imported =
        import(statement("2006-06-01", {comes_in(12000, trust.reference)}), "2006-06-01");
    ASSERT_EQ(code(imported), "");
    EXPECT_EQ(imported->matched, 1U);
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_), Money());
    EXPECT_EQ(pool(), before + Money::pence(12000));
    const ledger::Entry last = entries().back();
    EXPECT_EQ(last.kind(), ledger::EntryKind::recover);
    EXPECT_EQ(last.on(), day("2006-06-01"));
    EXPECT_TRUE(holds());
    // It was a mistake: the money is with the trust again, and the movement waits.
    Desk finance = desk(preparer_, "2006-06-02");
    ASSERT_EQ(code(reverse_match(finance, bank().matched.front().match.id)), "");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_),
              Money::pence(12000));
    EXPECT_EQ(bank().proposed.size(), 1U);
    EXPECT_EQ(of(trust_).due(), Money::pence(12000));
    EXPECT_TRUE(holds());
}

TEST_F(GivenBack, without_a_reference_finance_says_whose_it_is_and_it_waits_no_more) {
    ASSERT_EQ(code(import(statement("2006-06-01", {comes_in(5000, "left over")}), "2006-06-01")),
              "");
    ASSERT_EQ(bank().unmatched.size(), 1U);
    const BankLineId line = bank().unmatched.front().line.id;
    Desk finance = desk(preparer_, "2006-06-02");
    EXPECT_EQ(say_returned(finance, line, PayeeId{1, 2}).error().code, "casework.holder_unknown");
    Desk person = desk(ann_account_, "2006-06-02");
    EXPECT_EQ(say_returned(person, line, own_).error().code, "people.not_allowed");
    Desk says = desk(preparer_, "2006-06-02");
    ASSERT_EQ(code(say_returned(says, line, own_)), "");
    EXPECT_TRUE(bank().unmatched.empty());
    // 160.00 and 60.00 were with her: each stream gets its share of 50.00.
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_) +
                  balance(AccountKind::paid_to_holder, "supporting_people", own_),
              Money::pence(22000 - 5000));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), Money::pence(12363));
    Desk again = desk(preparer_, "2006-06-02");
    EXPECT_EQ(say_returned(again, line, own_).error().code, "casework.line_unknown");
    EXPECT_TRUE(holds());
}

TEST_F(GivenBack, more_than_a_holder_has_is_refused_and_changes_nothing) {
    ASSERT_EQ(code(import(statement("2006-06-01", {comes_in(50000, "")}), "2006-06-01")), "");
    const BankLineId line = bank().unmatched.front().line.id;
    const std::size_t before = entries().size();
    Desk finance = desk(preparer_, "2006-06-02");
    EXPECT_EQ(say_returned(finance, line, trust_).error().code, "casework.more_than_held");
    EXPECT_EQ(entries().size(), before);
    EXPECT_EQ(bank().unmatched.size(), 1U);
    payments::OtherMovement out = comes_in(100, "");
    out.direction = payments::Direction::out;
    ASSERT_EQ(code(import(statement("2006-06-03", {out}), "2006-06-03")), "");
    Desk other = desk(preparer_, "2006-06-03");
    EXPECT_EQ(say_returned(other, bank().unmatched.front().line.id, trust_).error().code,
              "casework.money_went_out");
}

TEST_F(GivenBack, what_a_death_counted_as_given_back_is_not_counted_twice_when_it_comes) {
    Desk worker = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-05-14"))), "");
    all_due("2006-05-21");
    const Money counted = pool();
    EXPECT_EQ(of(trust_).counted, Money::pence(3 * 3000));
    EXPECT_EQ(of(trust_).with_holder, Money::pence(3000));
    // First a part of it, then the rest and what the trust had not spent.
    ASSERT_EQ(
        code(import(statement("2006-06-01", {comes_in(5000, "Elm Trust, part")}), "2006-06-01")),
        "");
    Desk finance = desk(preparer_, "2006-06-01");
    ASSERT_EQ(code(say_returned(finance, bank().unmatched.front().line.id, trust_)), "");
    EXPECT_EQ(pool(), counted);
    EXPECT_EQ(of(trust_).counted, Money::pence(4000));
    ASSERT_EQ(
        code(import(statement("2006-06-03", {comes_in(7000, of(trust_).reference)}), "2006-06-03")),
        "");
    EXPECT_EQ(pool(), counted + Money::pence(3000));
    EXPECT_EQ(of(trust_).due(), Money());
    EXPECT_TRUE(holds());
}

}  // namespace
}  // namespace casework
