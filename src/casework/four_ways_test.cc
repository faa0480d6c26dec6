// The same plan held four ways and as a mix: other entries, payments and statements each time, by
// the penny, and the same public money. The plan and its figures: four_ways_for_tests.h.

#include "casework/four_ways_for_tests.h"

namespace casework {
namespace {

// The money of her two lines as the three forms paid in advance move it: the same entries, each
// with another holder.
Lines in_advance_entries(const std::string& holder) {
    return {
        "award adult_social_care x1 280.00",
        "award transport x1 40.00",
        // £100.00 of help and £40.00 of the lift, twice
        "clear_to_holder adult_social_care " + holder + " x4 280.00",
        "clear_to_holder transport " + holder + " x2 40.00",
        // each line is promised whole when she accepts
        "hold adult_social_care x2 280.00",
        "hold transport x1 40.00",
        "instruct adult_social_care " + holder + " x4 280.00",
        "instruct transport " + holder + " x2 40.00",
        // two reports a week; transport's £20.00 of each four weeks goes first
        "report adult_social_care " + holder + " x16 280.00",
        "report transport " + holder + " x2 40.00",
        "settle adult_social_care " + holder + " x4 280.00",
        "settle transport " + holder + " x2 40.00",
    };
}

Lines in_advance_payments(const std::string& holder) {
    // Help from social care; the lift from transport and from social care.
    return {"2006-10-02 " + holder + " 160.00 in 3", "2006-10-30 " + holder + " 160.00 in 3"};
}

Lines in_advance_statement(const std::string& holder) {
    return {
        "Due to be paid, adult_social_care, " + holder + " x4 280.00",
        "Due to be paid, transport, " + holder + " x2 40.00",
        "Paid in advance, adult_social_care, " + holder + " x4 280.00",
        "Paid in advance, transport, " + holder + " x2 40.00",
        "Reported as spent, adult_social_care, " + holder + " x16 280.00",
        "Reported as spent, transport, " + holder + " x2 40.00",
        "Sent to the bank, adult_social_care, " + holder + " x4 280.00",
        "Sent to the bank, transport, " + holder + " x2 40.00",
    };
}

class InAdvance : public FourWays {
protected:
    void lived(Holding holding, const std::string& holder) {
        live(holding, holding);
        EXPECT_EQ(entry_lines(), in_advance_entries(holder));
        EXPECT_EQ(payment_lines(), in_advance_payments(holder));
        EXPECT_EQ(statement_lines(), in_advance_statement(holder));
        // After four weeks: the first half is spent, the second is promised, nothing is left free.
        const ledger::Figures half = figures_at(halfway);
        EXPECT_EQ(half.have(), pounds(320));
        EXPECT_EQ(half.spent, pounds(160));
        EXPECT_EQ(half.promised(), pounds(160));
        EXPECT_EQ(half.left(), Money());
        const ledger::Figures transport = owner_statement("transport", halfway).at_end.people;
        EXPECT_EQ(transport.spent, pounds(20));
        EXPECT_EQ(transport.held, pounds(20));
        const ledger::Figures care = owner_statement("adult_social_care", halfway).at_end.people;
        EXPECT_EQ(care.spent, pounds(140));
        EXPECT_EQ(care.held, pounds(140));
        the_same_public_money();
    }
};

TEST_F(InAdvance, a_direct_payment_goes_to_her_account_twice_and_she_says_what_was_spent) {
    lived(Holding::direct_payment, "Ann");
}

TEST_F(InAdvance, an_individual_service_fund_is_paid_twice_and_reports_itself) {
    lived(Holding::individual_service_fund, "Elm Trust");
}

TEST_F(InAdvance, a_nominated_third_party_is_paid_twice_and_reports_itself) {
    lived(Holding::nominated_third_party, "Jo");
}

TEST_F(FourWays, managed_by_the_council_the_provider_is_paid_for_what_was_done) {
    live(Holding::council_managed, Holding::council_managed);
    const Lines entries = {
        "award adult_social_care x1 280.00",
        "award transport x1 40.00",
        // 8 weeks of help, and the lift of weeks 3 to 8: £5.00 and 5 x £15.00
        "clear adult_social_care Acorn x14 280.00",
        // the lift of weeks 1 to 3: £15.00, £15.00 and £10.00
        "clear transport Acorn x3 40.00",
        // promised order by order
        "hold adult_social_care x14 280.00",
        "hold transport x3 40.00",
        "instruct adult_social_care Acorn x14 280.00",
        "instruct transport Acorn x3 40.00",
        "settle adult_social_care Acorn x14 280.00",
        "settle transport Acorn x3 40.00",
    };
    EXPECT_EQ(entry_lines(), entries);
    // Afterwards: four weeks of help, and the lift's five shares; then four and four.
    const Lines payments = {"2006-10-30 Acorn 160.00 in 9", "2006-11-27 Acorn 160.00 in 8"};
    EXPECT_EQ(payment_lines(), payments);
    const Lines statement = {
        "Due to be paid, adult_social_care, Acorn x14 280.00",
        "Due to be paid, transport, Acorn x3 40.00",
        "Paid for support, adult_social_care, Acorn x14 280.00",
        "Paid for support, transport, Acorn x3 40.00",
        "Promised for support, adult_social_care x14 280.00",
        "Promised for support, transport x3 40.00",
        "Sent to the bank, adult_social_care, Acorn x14 280.00",
        "Sent to the bank, transport, Acorn x3 40.00",
    };
    EXPECT_EQ(statement_lines(), statement);
    // After four weeks nothing is paid: £160.00 is owed, and the rest is free to order with.
    const ledger::Figures half = figures_at(halfway);
    EXPECT_EQ(half.have(), pounds(320));
    EXPECT_EQ(half.spent, Money());
    EXPECT_EQ(half.promised(), pounds(160));
    EXPECT_EQ(half.left(), pounds(160));
    const ledger::Figures transport = owner_statement("transport", halfway).at_end.people;
    EXPECT_EQ(transport.owed, pounds(40));
    EXPECT_EQ(transport.available, Money());
    const ledger::Figures care = owner_statement("adult_social_care", halfway).at_end.people;
    EXPECT_EQ(care.owed, pounds(120));
    EXPECT_EQ(care.available, pounds(160));
    the_same_public_money();
}

TEST_F(FourWays, mixed_each_line_goes_its_own_way) {
    live(Holding::direct_payment, Holding::council_managed);
    const Lines entries = {
        "award adult_social_care x1 280.00",
        "award transport x1 40.00",
        "clear adult_social_care Acorn x6 80.00",
        "clear transport Acorn x3 40.00",
        "clear_to_holder adult_social_care Ann x2 200.00",
        "hold adult_social_care x7 280.00",
        "hold transport x3 40.00",
        "instruct adult_social_care Acorn x6 80.00",
        "instruct adult_social_care Ann x2 200.00",
        "instruct transport Acorn x3 40.00",
        "report adult_social_care Ann x8 200.00",
        "settle adult_social_care Acorn x6 80.00",
        "settle adult_social_care Ann x2 200.00",
        "settle transport Acorn x3 40.00",
    };
    EXPECT_EQ(entry_lines(), entries);
    const Lines payments = {"2006-10-02 Ann 100.00 in 1", "2006-10-30 Acorn 60.00 in 5",
                            "2006-10-30 Ann 100.00 in 1", "2006-11-27 Acorn 60.00 in 4"};
    EXPECT_EQ(payment_lines(), payments);
    const Lines statement = {
        "Due to be paid, adult_social_care, Acorn x6 80.00",
        "Due to be paid, adult_social_care, Ann x2 200.00",
        "Due to be paid, transport, Acorn x3 40.00",
        "Paid for support, adult_social_care, Acorn x6 80.00",
        "Paid for support, transport, Acorn x3 40.00",
        "Paid in advance, adult_social_care, Ann x2 200.00",
        "Promised for support, adult_social_care x6 80.00",
        "Promised for support, transport x3 40.00",
        "Reported as spent, adult_social_care, Ann x8 200.00",
        "Sent to the bank, adult_social_care, Acorn x6 80.00",
        "Sent to the bank, adult_social_care, Ann x2 200.00",
        "Sent to the bank, transport, Acorn x3 40.00",
    };
    EXPECT_EQ(statement_lines(), statement);
    // Help: £100.00 spent and £100.00 promised. The lift: £60.00 owed and £60.00 free.
    const ledger::Figures half = figures_at(halfway);
    EXPECT_EQ(half.spent, pounds(100));
    EXPECT_EQ(half.promised(), pounds(160));
    EXPECT_EQ(half.left(), pounds(60));
    the_same_public_money();
}

}  // namespace
}  // namespace casework
