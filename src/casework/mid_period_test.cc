// A line changes its form in mid-period, from each form to each other: no day is missed, none is
// paid twice. The plan and its figures: four_ways_for_tests.h.

#include "casework/four_ways_for_tests.h"

namespace casework {
namespace {

using budget::Holding;

// Help at home changes its form on Wednesday 18 October, in the third week, when four weeks are
// paid for already. The visits of a week fall on Monday and on Thursday, so five are before the
// change and eleven after: 5 x £12.50 = £62.50 and 11 x £12.50 = £137.50, together £200.00.
struct FormChange {
    Holding from;
    Holding to;
};

class MidPeriod : public FourWays, public testing::WithParamInterface<FormChange> {
protected:
    static constexpr std::string_view cut = "2006-10-18";

    PayeeId paid_by(Holding holding) const {
        return holding == Holding::direct_payment            ? own_
               : holding == Holding::individual_service_fund ? trust_
               : holding == Holding::nominated_third_party   ? jo_
                                                             : acorn_;
    }
    // What came to somebody for good: the bank's payments, less what was brought back.
    Money came_to(const PayeeId& payee) {
        Money sum;
        for (const ledger::Entry& entry : entries()) {
            for (const ledger::Posting& posting : entry.postings()) {
                const bool is_paid = posting.account.kind == AccountKind::paid_to_holder ||
                                     posting.account.kind == AccountKind::spent;
                sum += is_paid && posting.account.payee == payee ? posting.amount : Money();
            }
        }
        return sum;
    }
    // The council buys the visits of some days, one by one: Monday's and Thursday's.
    void visits(Date from, Date until) {
        for (Date on = from; on < until; on = on.plus_days(1)) {
            const std::int64_t day_of_week = (on - day(starts)) % 7;
            if (day_of_week == 0 || day_of_week == 3) {
                one_visit(on);
            }
        }
    }
    void one_visit(Date on) {
        Desk own = desk(ann_account_, on.to_text());
        market::Order order;
        order.quantity = 1;
        order.dates = {on, on.plus_days(1)};
        const auto placed = buy_support(own, ann_, offer_, order);
        ASSERT_EQ(code(placed), "");
        Desk pat = desk(provider_account_, on.to_text());
        ASSERT_EQ(code(accept_order(pat, provider_, *placed)), "");
        market::DeliveryReport report;
        report.on = on;
        report.quantity = 1;
        const auto reported = report_delivery(pat, provider_, *placed, report);
        ASSERT_EQ(code(reported), "");
        ASSERT_EQ(code(confirm_delivery(own, ann_, *reported)), "");
    }
};

TEST_P(MidPeriod, misses_no_day_and_pays_none_twice) {
    const auto [from, to] = GetParam();
    plan(from, Holding::council_managed);
    all_due(starts);
    paid(day(starts));
    if (from == Holding::council_managed) {
        visits(day(starts), day(cut));
    }
    Desk worker = desk(worker_, cut);
    const std::optional<PayeeId> holder =
        to == Holding::council_managed ? std::nullopt : std::optional(paid_by(to));
    ASSERT_EQ(code(change_holding(worker, ann_, help_, day(cut), to, holder)), "");
    // Every day from the change on, what is due falls due, once.
    for (Date on = day(cut); on < day(ends); on = on.plus_days(1)) {
        all_due(on.to_text());
    }
    if (to == Holding::council_managed) {
        visits(day(cut), day(ends));
    }
    paid(day(ends));
    EXPECT_EQ(came_to(paid_by(from)), pence(6250));
    EXPECT_EQ(came_to(paid_by(to)), pence(13750));
    // The lift was never ordered: its £120.00 is free, and nothing of help is promised or owed.
    Money held;
    for (const StreamId& stream : {StreamId("adult_social_care"), StreamId("transport")}) {
        held += balance(AccountKind::held, stream);
        for (const PayeeId& payee : {own_, trust_, jo_, acorn_}) {
            held += balance(AccountKind::owed, stream, payee) +
                    balance(AccountKind::clearing, stream, payee);
        }
    }
    EXPECT_EQ(held, Money());
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), pounds(80));
    EXPECT_EQ(balance(AccountKind::available, "transport"), pounds(40));
    EXPECT_TRUE(holds());
}

// The lift's two funds: three weeks of it were ordered, and took transport's money first.
TEST_F(FourWays, a_line_of_two_funds_leaves_the_council_with_what_its_orders_left) {
    plan(Holding::council_managed, Holding::council_managed);
    for (int week = 0; week < 3; ++week) {
        bought(lift_offer_, lift_, 1, day(starts).plus_days(week * 7));
    }
    // £15.00, £15.00 and £10.00 of transport, £5.00 of social care; £75.00 is left of the line.
    EXPECT_EQ(balance(AccountKind::available, "transport"), Money());
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), pounds(275));
    Desk worker = desk(worker_, "2006-10-18");
    ASSERT_EQ(
        code(change_holding(worker, ann_, lift_, day("2006-10-18"), Holding::direct_payment, own_)),
        "");
    for (Date on = day("2006-10-18"); on < day(ends); on = on.plus_days(1)) {
        all_due(on.to_text());
    }
    paid(day(ends));
    // Three lifts to the provider, five to her: £45.00 and £75.00 are the £120.00 of the line.
    EXPECT_EQ(balance(AccountKind::spent, "transport", acorn_), pounds(40));
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", acorn_), pounds(5));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), pounds(75));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "transport", own_), Money());
    // What help at home may still cost is free: £200.00.
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), pounds(200));
    EXPECT_TRUE(holds());
}

std::vector<FormChange> every_change() {
    const Holding all[] = {Holding::direct_payment, Holding::individual_service_fund,
                           Holding::nominated_third_party, Holding::council_managed};
    std::vector<FormChange> changes;
    for (const Holding from : all) {
        for (const Holding to : all) {
            if (from != to) {
                changes.push_back({from, to});
            }
        }
    }
    return changes;
}

INSTANTIATE_TEST_SUITE_P(EveryForm, MidPeriod, testing::ValuesIn(every_change()),
                         [](const testing::TestParamInfo<FormChange>& change) {
                             return std::string(budget::to_text(change.param.from)) + "_to_" +
                                    std::string(budget::to_text(change.param.to));
                         });

}  // namespace
}  // namespace casework
