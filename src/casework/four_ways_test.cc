// One plan, held four ways and as a mix, through the journeys: written, agreed, accepted, paid by
// runs that a second person releases, answered by the bank, delivered or reported by its holder.
//
// Eight weeks, 2 October to 26 November 2006, worked by hand:
//
//   help at home   2 visits a week at £12.50   £25.00 a week   £200.00   all from social care
//   a lift         1 day a week at £15.00      £15.00 a week   £120.00   £40.00 from transport,
//                                                                        £80.00 from social care
//   together                                   £40.00 a week   £320.00   £40.00 + £280.00
//
// Transport decided £5.00 a week, 8 x £5.00 = £40.00; it is the more restricted and pays first.
// In advance, each four weeks: help £100.00; lift £60.00, which is £20.00 + £40.00. The council
// orders week by week and draws transport until it is used up: £15.00, £15.00, £10.00 and £5.00
// from social care, then £15.00 from social care.

#include <algorithm>
#include <map>

#include "casework/finance_for_tests.h"

namespace casework {
namespace {

using budget::Holding;
using ledger::AccountKind;

constexpr std::string_view starts = "2006-10-02";
constexpr std::string_view halfway = "2006-10-30";
constexpr std::string_view ends = "2006-11-27";

Money pence(std::int64_t count) {
    return Money::pence(count);
}
Money pounds(std::int64_t count) {
    return Money::pence(count * 100);
}

using Lines = std::vector<std::string>;

// So many times the same, and its sum: "hold available>held adult_social_care x2 280.00".
class Tally {
public:
    void add(const std::string& what, Money amount) {
        auto& [count, sum] = seen_[what];
        ++count;
        sum += amount;
    }
    Lines lines() const {
        Lines all;
        for (const auto& [what, seen] : seen_) {
            all.push_back(what + " x" + std::to_string(seen.first) + " " + seen.second.to_text());
        }
        return all;
    }

private:
    std::map<std::string, std::pair<int, Money>> seen_;
};

class FourWays : public FinanceCouncil {
protected:
    void SetUp() override {
        Council::SetUp();
        manager_ = staff_account("May Lee", {people::Role::manager});
        preparer_ = staff_account("Fin Prior", {people::Role::finance});
        releaser_ = staff_account("Rel Easer", {people::Role::finance_release});
        ann_ = start(ann());
        ann_account_ = account_of(ann_);
        make_market();
        Desk pat = desk(provider_account_);
        market::Offer offer;
        offer.what = "A lift to the club and back";
        offer.purpose = "transport";
        offer.unit = market::Unit::day;
        offer.price = pence(1500);
        offer.from = day("2006-04-01");
        const auto kept = save_offer(pat, provider_, offer);
        ASSERT_EQ(code(kept), "");
        lift_offer_ = *kept;
        Desk finance = desk(preparer_);
        ASSERT_EQ(code(set_council_account(finance, account("11112222", "Wendlebury Council"))),
                  "");
        for (const auto& [stream, limit] :
             {std::pair{"adult_social_care", 100000}, {"transport", 10000}}) {
            ASSERT_EQ(code(record_cash_limit(finance, stream, pence(limit), "Letter")), "");
        }
        decide("adult_social_care", 10000);
        decide("transport", 500);
    }

    PlanLineId planned(PlanId plan, OfferId offer, std::int64_t times, Holding holding) {
        Desk own = desk(ann_account_, "2006-09-20");
        PlanLineDraft draft;
        draft.offer = offer;
        draft.frequency = {budget::Every::week, times};
        draft.dates = {day(starts), day(ends)};
        draft.holding = holding;
        if (holding == Holding::individual_service_fund) {
            draft.holder = trust_;
        } else if (holding == Holding::nominated_third_party) {
            draft.holder = jo_;
        }
        const auto made = save_line(own, ann_, plan, draft, {});
        EXPECT_EQ(code(made), "");
        return made ? *made : PlanLineId{};
    }

    void plan(Holding help, Holding lift) {
        Desk own = desk(ann_account_, "2006-09-20");
        const auto plan = start_plan(own, ann_, {day(starts), day(ends)});
        ASSERT_EQ(code(plan), "");
        trust_ = add_holder(own, ann_, "Elm Trust").value();
        jo_ = add_holder(own, ann_, "Jo Field").value();
        ASSERT_EQ(code(save_outcomes(own, ann_, *plan, {"To stay at home and see people"})), "");
        help_ = planned(*plan, offer_, 2, help);
        lift_ = planned(*plan, lift_offer_, 1, lift);
        ASSERT_EQ(code(send_plan(own, ann_, *plan)), "");
        Desk manager = desk(manager_, "2006-09-21");
        ASSERT_EQ(code(agree_plan(manager, ann_, *plan, "It fits")), "");
        Desk accepts = desk(ann_account_, "2006-09-22");
        ASSERT_EQ(code(accept_plan(accepts, ann_, *plan)), "");
        own_ = store_->read([&](store::Snapshot& view) {
            const auto payee = store::find_payee_of_person(view, ann_);
            return payee ? payee->id : PayeeId{};
        });
        if (own_.is_none()) {
            Desk makes = desk(ann_account_, "2006-09-22");
            ASSERT_EQ(code(change_bank_details(makes, ann_, {}, account("10000001", "A Ashe"))),
                      "");
            own_ = store_->read(
                [&](store::Snapshot& view) { return store::find_payee_of_person(view, ann_)->id; });
        }
        make_bank_details();
        acorn_ = store_->read([&](store::Snapshot& view) {
            return store::find_payee_of_provider(view, provider_)->id;
        });
    }

    std::string name_of(const PayeeId& payee) const {
        return payee == own_     ? "Ann"
               : payee == trust_ ? "Elm Trust"
               : payee == jo_    ? "Jo"
               : payee == acorn_ ? "Acorn"
                                 : "";
    }

    // The council's order for a week: sent, accepted, done, confirmed.
    void bought(OfferId offer, PlanLineId line, std::int64_t count, Date monday) {
        Desk own = desk(ann_account_, monday.to_text());
        market::Order order;
        order.quantity = count;
        order.dates = {monday, monday.plus_days(7)};
        order.line = line;
        const auto placed = buy_support(own, ann_, offer, order);
        ASSERT_EQ(code(placed), "");
        const std::string wednesday = monday.plus_days(2).to_text();
        Desk pat = desk(provider_account_, wednesday);
        ASSERT_EQ(code(accept_order(pat, provider_, *placed)), "");
        market::DeliveryReport report;
        report.on = monday.plus_days(2);
        report.quantity = count;
        const auto reported = report_delivery(pat, provider_, *placed, report);
        ASSERT_EQ(code(reported), "");
        Desk says = desk(ann_account_, wednesday);
        ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
    }

    // A week of one line: the council buys it, or its holder pays for it and says so.
    void week_of(OfferId offer, PlanLineId line, std::int64_t count, Money cost, Holding holding,
                 Date monday) {
        const PayeeId holder = holding == Holding::direct_payment            ? own_
                               : holding == Holding::individual_service_fund ? trust_
                                                                             : jo_;
        if (holding == Holding::council_managed) {
            bought(offer, line, count, monday);
            return;
        }
        ASSERT_EQ(code(reports(holder, monday.plus_days(6), cost, "The week")), "");
    }

    // What is owed is prepared, released by a second person, paid and answered by the bank the day
    // after; nothing where nothing is owed.
    void paid(Date on) {
        if (store_->read([](store::Snapshot& view) { return owed_lines(view); }).empty()) {
            return;
        }
        const PayRunId run = released(on.to_text());
        runs_.push_back(run);
        const std::string bank_day = on.plus_days(1).to_text();
        const auto imported = import(reply(run, bank_day), bank_day);
        ASSERT_EQ(code(imported), "");
        EXPECT_EQ(imported->matched, imported->lines);
    }

    void live(Holding help, Holding lift) {
        plan(help, lift);
        for (int week = 0; week < 8; ++week) {
            const Date monday = day(starts).plus_days(week * 7);
            all_due(monday.to_text());
            if (week % 4 == 0) {
                paid(monday);
            }
            week_of(offer_, help_, 2, pence(2500), help, monday);
            week_of(lift_offer_, lift_, 1, pence(1500), lift, monday);
        }
        all_due(ends);
        paid(day(ends));
    }

    // Every entry of hers, kind by kind.
    Lines entry_lines() {
        Tally tally;
        for (const ledger::Entry& entry : entries()) {
            if (entry.person() != ann_) {
                continue;
            }
            const std::optional<ledger::Move> move = ledger::move_of(entry.kind());
            for (const ledger::Posting& posting : entry.postings()) {
                if (posting.account.kind == move->to) {
                    const PayeeId payee = posting.account.payee;
                    tally.add(std::string(ledger::to_text(entry.kind())) + " " +
                                  posting.account.stream +
                                  (payee.is_none() ? "" : " " + name_of(payee)),
                              posting.amount);
                }
            }
        }
        return tally.lines();
    }

    // The payments of every run, each with its number of lines.
    Lines payment_lines() {
        Lines all;
        for (const PayRunId& id : runs_) {
            const payments::PayRun run = kept_run(id);
            for (const payments::Payment& payment : run.payments) {
                all.push_back(run.pay_on.to_text() + " " + name_of(payment.payee) + " " +
                              payment.amount().to_text() + " in " +
                              std::to_string(payment.lines.size()));
                EXPECT_EQ(payment.status, payments::PaymentStatus::settled);
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }

    // Her statement of the eight weeks, in its words.
    Lines statement_lines() {
        Desk own = desk(ann_account_, "2006-11-30");
        const auto view = see_statement(own, ann_, {day(starts), day("2006-11-30")});
        EXPECT_EQ(code(view), "");
        Tally tally;
        for (const ledger::StatementLine& line : view->statement.lines) {
            tally.add(line.words + ", " + line.stream +
                          (line.payee.is_none() ? "" : ", " + name_of(line.payee)),
                      line.amount);
        }
        return tally.lines();
    }

    ledger::Figures figures_at(std::string_view until) {
        Desk own = desk(ann_account_, "2006-11-30");
        const auto view = see_statement(own, ann_, {day(starts), day(until)});
        return view ? view->statement.total.at_end : ledger::Figures{};
    }

    ledger::OwnerStatement owner_statement(const StreamId& stream, std::string_view until) {
        Desk finance = desk(preparer_, "2006-11-30");
        const auto view = see_stream_account(finance, stream, {day(starts), day(until)});
        EXPECT_EQ(code(view), "");
        return view ? view->statement : ledger::OwnerStatement{};
    }

    // Whatever way: the same public money was put in, awarded and spent, and nothing is left over.
    void the_same_public_money() {
        const ledger::Figures end = figures_at("2006-11-30");
        EXPECT_EQ(end.have(), pounds(320));
        EXPECT_EQ(end.spent, pounds(320));
        EXPECT_EQ(end.promised(), Money());
        EXPECT_EQ(end.left(), Money());
        const ledger::OwnerStatement care = owner_statement("adult_social_care", "2006-11-30");
        EXPECT_EQ(care.at_end.cash_limit, pounds(1000));
        EXPECT_EQ(care.at_end.not_awarded, pounds(720));
        EXPECT_EQ(care.at_end.people.spent, pounds(280));
        const ledger::OwnerStatement transport = owner_statement("transport", "2006-11-30");
        EXPECT_EQ(transport.at_end.cash_limit, pounds(100));
        EXPECT_EQ(transport.at_end.not_awarded, pounds(60));
        EXPECT_EQ(transport.at_end.people.spent, pounds(40));
        Money paid_by_bank;
        for (const PayRunId& run : runs_) {
            paid_by_bank += kept_run(run).total();
        }
        EXPECT_EQ(paid_by_bank, pounds(320));
        Money all;
        for (const ledger::Entry& entry : entries()) {
            for (const ledger::Posting& posting : entry.postings()) {
                all += posting.amount;
            }
        }
        EXPECT_EQ(all, Money());
        EXPECT_TRUE(holds());
    }

    OfferId lift_offer_;
    PlanLineId help_;
    PlanLineId lift_;
    PayeeId acorn_;
    std::vector<PayRunId> runs_;
};

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
