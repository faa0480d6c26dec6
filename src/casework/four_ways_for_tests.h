#pragma once
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
// Only tests include it.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "casework/finance_for_tests.h"

namespace casework {

inline constexpr std::string_view starts = "2006-10-02";
inline constexpr std::string_view halfway = "2006-10-30";
inline constexpr std::string_view ends = "2006-11-27";

inline Money pence(std::int64_t count) {
    return Money::pence(count);
}
inline Money pounds(std::int64_t count) {
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
    using AccountKind = ledger::AccountKind;
    using Holding = budget::Holding;

    void SetUp() override {
        // Streams and a budget of its own, not those of FinanceCouncil.
        Council::SetUp();  // NOLINT(bugprone-parent-virtual-call)
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

}  // namespace casework
