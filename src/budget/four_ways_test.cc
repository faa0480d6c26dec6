// The same plan held four ways, and as a mix: the entries, the payments and the statements differ,
// and the cost is the same to the penny.

#include <gtest/gtest.h>

#include <map>

#include "budget/instalment.h"
#include "budget/share.h"
#include "ledger/book.h"
#include "ledger/statement.h"
#include "market/delivery.h"

namespace budget {
namespace {

const PersonId ann{1, 1};
const PayeeId own_account{2, 1};
const PayeeId fund_holder{2, 2};
const PayeeId nominee{2, 3};
const PayeeId rosebank{2, 4};
const Date start = *Date::make(2006, 4, 1);
const Period year{start, start.plus_days(364)};

// A payment as the bank would see it.
struct Paid {
    PayeeId payee;
    Date on;
    Money amount;

    friend bool operator==(const Paid&, const Paid&) = default;
};

// Eight weeks of Ann's year, with the plan held as she likes: two visits a week at £15.00, one line
// of help at home and one of company, £40.00 of it a week from care and £20.00 from home.
class Weeks {
public:
    Weeks(Holding help, Holding company) {
        plan_.id = PlanId{3, 1};
        plan_.person = ann;
        plan_.period = year;
        plan_.outcomes = {{"I want to stay in my own home"}};
        plan_.lines = {line(1, "Help at home", help), line(2, "Company", company)};
        plan_ = *become(plan_, PlanStatus::sent);
        plan_ = *become(plan_, PlanStatus::agreed);
        plan_ = *become(plan_, PlanStatus::accepted);
        // £60.00 a week for 52 weeks is £3,120.00.
        for (const auto& [stream, pence] : {std::pair{"care", 208000}, {"home", 104000}}) {
            post(ledger::fund(act("fund:" + std::string(stream), {}), stream,
                              Money::pence(1000000)));
            post(ledger::award(act("award:" + std::string(stream), ann), stream,
                               Money::pence(pence)));
        }
        const Agreement agreement =
            *agree(BudgetId{3, 2}, plan_, {rule("care", 1, 208000), rule("home", 2, 104000)},
                   act("agree", ann));
        budget_ = agreement.budget;
        for (const ledger::Entry& entry : agreement.entries) {
            EXPECT_TRUE(book_.post(entry).has_value());
        }
        for (int week = 0; week < 8; ++week) {
            live(start.plus_days(week * 7));
        }
    }

    const std::vector<Paid>& paid() const { return paid_; }
    const Budget& budget() const { return budget_; }

    ledger::Figures figures() const {
        return ledger::person_statement(book_.entries(), ann, {start, start.plus_days(56)})
            .total.at_end;
    }

    // How many entries of each kind there were.
    std::map<std::string, int> kinds() const {
        std::map<std::string, int> counts;
        for (const ledger::Entry& entry : book_.entries()) {
            ++counts[std::string(ledger::to_text(entry.kind()))];
        }
        return counts;
    }

private:
    static StreamRule rule(const StreamId& id, int rank, std::int64_t pence) {
        StreamRule made;
        made.id = id;
        made.restriction_rank = rank;
        made.purposes = {"support"};
        made.available = Money::pence(pence);
        return made;
    }

    static PlanLine line(std::uint64_t number, const std::string& what, Holding holding) {
        PlanLine made;
        made.id = PlanLineId{4, number};
        made.what = what;
        made.purpose = "support";
        made.frequency = {Every::week, 2};
        made.price = Money::pence(1500);
        made.dates = year;
        made.anchor = start;
        made.holding = holding;
        switch (holding) {
            case Holding::direct_payment:
                made.holder = own_account;
                break;
            case Holding::individual_service_fund:
                made.holder = fund_holder;
                break;
            case Holding::nominated_third_party:
                made.holder = nominee;
                break;
            case Holding::council_managed:
                break;
        }
        return made;
    }

    ledger::Act act(const std::string& cause, const PersonId& person) const {
        ledger::Act made;
        made.on = today_;
        made.cause = cause;
        made.person = person;
        return made;
    }

    void post(const Result<ledger::Entry>& entry) {
        ASSERT_TRUE(entry.has_value()) << entry.error().message;
        const Outcome posted = book_.post(*entry);
        ASSERT_TRUE(posted.has_value()) << posted.error().message;
    }

    // The bank pays the same day.
    void pay_run(const std::string& key, const PayeeId& payee,
                 const std::vector<ledger::Portion>& portions, bool is_instalment) {
        post(ledger::instruct(act("instruct:" + key, ann), payee, portions));
        post(is_instalment ? ledger::clear_to_holder(act("clear:" + key, ann), payee, portions)
                           : ledger::clear(act("clear:" + key, ann), payee, portions));
        paid_.push_back({payee, today_, ledger::total(portions)});
    }

    void live(Date today) {
        today_ = today;
        for (const Instalment& due :
             schedule(budget_, std::vector<ContributionTerms>{}).instalments) {
            if (due.due == today) {
                const std::vector<ledger::Entry> entries = *pay(due, act("", ann));
                for (const ledger::Entry& entry : entries) {
                    post(entry);
                }
                pay_run(due.key(), due.holder, due.net_portions(), true);
            }
        }
        for (const BudgetLine& line : budget_.lines) {
            have_a_week_of(line);
        }
    }

    // Two visits happen. The council orders and pays them; a holder pays them and reports it.
    void have_a_week_of(const BudgetLine& line) {
        const std::string key = line.plan.id.to_text() + today_.to_text();
        const Period week{today_, today_.plus_days(7)};
        if (is_paid_in_advance(line.plan.holding)) {
            post(ledger::report(act("report:" + key, ann), *line.plan.holder,
                                above_nought(accrued(line, week))));
            return;
        }
        market::Purchase purchase;
        purchase.id = PurchaseId{line.plan.id.low, static_cast<std::uint64_t>(today_.days())};
        purchase.person = ann;
        purchase.purpose = "support";
        purchase.quantity = 2;
        purchase.price = Money::pence(1500);
        purchase.dates = week;
        const auto left = [this](const StreamId& stream) {
            return book_.balance({ledger::AccountKind::available, stream, ann, {}}).in_pence();
        };
        const Result<ledger::Entry> held = hold(
            purchase, {rule("care", 1, left("care")), rule("home", 2, left("home"))}, act("", ann));
        post(held);
        std::vector<ledger::Portion> promised;
        for (const ledger::Posting& posting : held->postings()) {
            if (posting.amount.is_positive()) {
                promised.push_back({posting.account.stream, posting.amount});
            }
        }
        for (std::int64_t visit = 0; visit < 2; ++visit) {
            const std::string delivery = key + " " + std::to_string(visit);
            const std::vector<ledger::Portion> portions = portions_of_units(promised, 2, visit, 1);
            post(ledger::settle(act("settle:" + delivery, ann), rosebank, portions));
            pay_run(delivery, rosebank, portions, false);
        }
    }

    SupportPlan plan_;
    Budget budget_;
    ledger::Book book_;
    Date today_ = start;
    std::vector<Paid> paid_;
};

Money pounds(std::int64_t count) {
    return Money::pence(count * 100);
}

TEST(FourWays, cost_the_same_and_spend_the_same) {
    for (const Holding holding : {Holding::direct_payment, Holding::individual_service_fund,
                                  Holding::nominated_third_party, Holding::council_managed}) {
        const Weeks weeks(holding, holding);
        EXPECT_EQ(weeks.budget().total(), pounds(3120));
        EXPECT_EQ(weeks.figures().have(), pounds(3120));
        EXPECT_EQ(weeks.figures().spent, pounds(480));
    }
}

TEST(FourWays, in_advance_pay_each_holder_every_four_weeks_and_promise_the_whole_year) {
    for (const auto& [holding, holder] : {std::pair{Holding::direct_payment, own_account},
                                          std::pair{Holding::individual_service_fund, fund_holder},
                                          std::pair{Holding::nominated_third_party, nominee}}) {
        const Weeks weeks(holding, holding);
        const std::vector<Paid> expected = {{holder, start, pounds(120)},
                                            {holder, start, pounds(120)},
                                            {holder, start.plus_days(28), pounds(120)},
                                            {holder, start.plus_days(28), pounds(120)}};
        EXPECT_EQ(weeks.paid(), expected);
        EXPECT_EQ(weeks.figures().promised(), pounds(3120 - 480));
        EXPECT_EQ(weeks.figures().left(), Money());
        EXPECT_EQ(weeks.kinds()["hold"], 2);
        EXPECT_EQ(weeks.kinds()["clear_to_holder"], 4);
        EXPECT_EQ(weeks.kinds()["report"], 16);
        EXPECT_FALSE(weeks.kinds().contains("clear"));
    }
}

TEST(FourWays, council_managed_pays_the_provider_visit_by_visit_and_leaves_the_rest_free) {
    const Weeks weeks(Holding::council_managed, Holding::council_managed);
    EXPECT_EQ(weeks.paid().size(), 32U);
    for (const Paid& paid : weeks.paid()) {
        EXPECT_EQ(paid.payee, rosebank);
        EXPECT_EQ(paid.amount, pounds(15));
    }
    EXPECT_EQ(weeks.figures().promised(), Money());
    EXPECT_EQ(weeks.figures().left(), pounds(3120 - 480));
    EXPECT_EQ(weeks.kinds()["hold"], 16);
    EXPECT_EQ(weeks.kinds()["clear"], 32);
    EXPECT_FALSE(weeks.kinds().contains("report"));
    EXPECT_FALSE(weeks.kinds().contains("clear_to_holder"));
}

TEST(FourWays, mixed_hold_each_line_in_its_own_way) {
    const Weeks weeks(Holding::direct_payment, Holding::council_managed);
    EXPECT_EQ(weeks.budget().total(), pounds(3120));
    EXPECT_EQ(weeks.figures().spent, pounds(480));
    EXPECT_EQ(weeks.figures().promised(), pounds(1560 - 240));
    EXPECT_EQ(weeks.figures().left(), pounds(1560 - 240));
    Money to_ann;
    Money to_provider;
    for (const Paid& paid : weeks.paid()) {
        (paid.payee == own_account ? to_ann : to_provider) += paid.amount;
    }
    EXPECT_EQ(to_ann, pounds(240));
    EXPECT_EQ(to_provider, pounds(240));
    EXPECT_EQ(weeks.kinds()["clear"], 16);
    EXPECT_EQ(weeks.kinds()["clear_to_holder"], 2);
}

}  // namespace
}  // namespace budget
