// An order paid in part with her own money, and a contribution paid back, on pages.

#include <gtest/gtest.h>

#include "casework/pay_in.h"
#include "casework/refund_contribution.h"
#include "casework/report_spending.h"
#include "web/finance_browser_for_tests.h"

namespace web {
namespace {

using OwnMoneyPages = FinancePages;

TEST_F(OwnMoneyPages, say_what_she_would_pay_herself_before_she_orders_and_after) {
    sign_in(ann_account_, "2006-05-08");
    const std::string offer = "/people/" + ann_.to_text() + "/support/" + offer_.to_text();
    // 50 visits at 12.50 are 625.00; 600.00 is free.
    std::vector<Field> order = {{"quantity", "50"},    {"from-day", "8"},   {"from-month", "5"},
                                {"from-year", "2006"}, {"until-day", "22"}, {"until-month", "10"},
                                {"until-year", "2006"}};
    const Response asked = post(get(offer), offer, order);
    ASSERT_EQ(asked.status, 200);
    EXPECT_TRUE(says(asked, "This costs £25.00 more than is left for it."));
    EXPECT_TRUE(says(asked, "Your own money: £25.00"));
    EXPECT_TRUE(says(asked, "£600.00 of the £600.00 that is left"));
    EXPECT_TRUE(says(asked, "Order it and pay my part"));
    EXPECT_EQ(value_of(asked, "own"), "25.00");
    // The part of the plan is asked; one that is not hers is refused.
    EXPECT_TRUE(says(get(offer), "Which part of the plan is it for?"));
    EXPECT_TRUE(says(get(offer), "Visits: £25.00, once each week"));
    std::vector<Field> elsewhere = order;
    elsewhere.push_back({"line", PlanLineId{7, 7}.to_text()});
    EXPECT_TRUE(says(post(get(offer), offer, elsewhere),
                     "Choose which part of your plan this is for from the list"));
    order.push_back({"confirmed", "yes"});
    std::vector<Field> less = order;
    less.push_back({"own", "20.00"});
    EXPECT_TRUE(
        says(post(asked, offer, less), "The funds now leave £25.00 to be paid with own money"));
    order.push_back({"own", "25.00"});
    const Response placed = post(get(offer), offer, order);
    ASSERT_NE(location(placed), "") << placed.body;
    EXPECT_TRUE(says(get(location(placed)),
                     "£625.00: £600.00 from the budget, and £25.00 of your "
                     "own money, paid to the provider by you"));
    EXPECT_TRUE(says(get(location(placed) + "/easy"),
                     "You pay £25.00 of it with your own money, when it comes."));
    sign_in(provider_account_, "2006-05-08");
    const std::string path = location(placed);
    EXPECT_TRUE(says(get("/providers/" + provider_.to_text() + path.substr(path.find("/orders"))),
                     "The person pays you £25.00 of it herself; the council pays the rest"));
}

TEST_F(OwnMoneyPages, of_a_plan_say_what_she_adds_from_the_form_to_easy_read) {
    // Ann plans one week more: twenty visits at 12.50, which the funds could pay.
    sign_in(ann_account_, "2006-05-08");
    const std::string ann = "/people/" + ann_.to_text();
    const Response started = post(get(location(get(ann + "/plan"))), ann + "/plan", {});
    const std::string plan = location(started).substr(0, location(started).rfind('/'));
    ASSERT_NE(plan, "") << started.body;
    std::vector<Field> line = {{"offer", offer_.to_text()},
                               {"price", ""},
                               {"own", "12.50"},
                               {"times", "20"},
                               {"every", "week"},
                               {"from-day", "8"},
                               {"from-month", "5"},
                               {"from-year", "2006"},
                               {"until-day", "14"},
                               {"until-month", "5"},
                               {"until-year", "2006"},
                               {"holding", "council_managed"}};
    const std::string form = plan + "/lines/new";
    EXPECT_TRUE(says(post(get(form), form, line),
                     "What is added of own money must be less than the price for one"));
    line[2].value = "2.25";
    line.push_back({"act", "cost"});
    EXPECT_TRUE(says(post(get(form), form, line),
                     "Of that you add £45.00 of your own money, £2.25 for each visit"));
    line.pop_back();
    ASSERT_EQ(location(post(get(form), form, line)), plan);
    const Response page = get(plan);
    EXPECT_TRUE(says(page, "The plan costs £250.00: £205.00 from the funds, £45.00 of own money."));
    EXPECT_TRUE(says(page,
                     "£2.25 for each visit: £45.00 for these dates, paid straight to the "
                     "provider"));
    EXPECT_TRUE(says(page, "the funds can pay more of this."));
    post(get(plan + "/outcomes"), plan + "/outcomes", {{"outcomes", "To swim"}});
    ASSERT_EQ(location(post(get(plan), plan + "/send", {})), plan);
    sign_in(worker_, "2006-05-08");
    const Response decides = get(plan + "/decide");
    EXPECT_TRUE(says(decides,
                     "The person adds £45.00 of their own money, which counts towards no "
                     "limit"));
    EXPECT_TRUE(says(post(decides, plan + "/decide", {{"reasons", "Fine"}, {"answer", "agree"}}),
                     "the funds can pay more of this."));
}

TEST_F(OwnMoneyPages, of_a_budget_and_a_report_say_what_she_adds) {
    casework::Desk worker = desk(worker_, "2006-05-08");
    // 4,800.00 less 24 weeks of 75.00 elsewhere and 160.00 before leave 142.00 for each of 20
    // weeks.
    const budget::Frequency weekly{budget::Every::week, 1};
    const auto changed = [&](std::int64_t own) {
        return casework::change_line(worker, ann_, direct_, casework::day("2006-06-05"),
                                     {Money::pence(30000), weekly, Money::pence(own)},
                                     "She chose a dearer one");
    };
    const Outcome dear = changed(15800);
    ASSERT_TRUE(dear.has_value()) << dear.error().message;
    sign_in(ann_account_, "2006-05-08");
    const std::string ann = "/people/" + ann_.to_text();
    const Response budget = get(ann + "/budget");
    EXPECT_TRUE(says(budget, "The plan says that you pay £3,160.00 of your own money"));
    EXPECT_TRUE(says(budget, "Help in the morning: £158.00 for each week"));
    EXPECT_TRUE(says(budget, "It is not part of what you have."));
    EXPECT_TRUE(
        says(get(ann + "/budget/easy"), "The plan says that you pay £3,160.00 of your own money."));
    EXPECT_FALSE(says(get(ann + "/budget/easy"), "of it is your own money"));
    sign_in(worker_, "2006-05-08");
    EXPECT_TRUE(says(get(ann + "/budget"), "The plan says that Ann pays £3,160.00 of their own"));
    EXPECT_TRUE(says(get(ann + "/changes"), "£158.00 of each is own money"));

    // What she spent of it is in the sums from then on, and no sentence says otherwise.
    all_due("2006-06-05");
    ASSERT_EQ(code(import(reply(released("2006-06-05"), "2006-06-06"), "2006-06-06")), "");
    casework::Desk own = desk(ann_account_, "2006-06-12");
    std::optional<PlanLineId> dearer;
    const auto lived_with = casework::see_budget(own, ann_);
    for (const budget::BudgetLine& line : lived_with->budget->lines) {
        if (line.plan.own.is_positive()) {
            dearer = line.plan.id;
        }
    }
    ASSERT_EQ(code(casework::report_spending(own, ann_, own_, casework::day("2006-06-12"),
                                             Money::pence(14200), "The first week", dearer,
                                             Money::pence(15800))),
              "");
    sign_in(ann_account_, "2006-06-12");
    const Response spent = get(ann + "/budget");
    EXPECT_FALSE(says(spent, "It is not part of what you have."));
    EXPECT_TRUE(says(spent,
                     "Own money is counted in what you have only once it is spent. So far that is "
                     "£158.00."));
    EXPECT_TRUE(says(get(ann + "/budget/easy"), "£158.00 of it is your own money."));
    EXPECT_TRUE(says(get(ann + "/spending/new"),
                     "holds money of this support, and reports what was spent of it."));
    sign_in(worker_, "2006-06-12");
    EXPECT_TRUE(says(get(ann + "/budget"), "Ann’s own money"));
    EXPECT_FALSE(says(get(ann + "/budget"), "Your own money"));
    EXPECT_TRUE(says(get(ann + "/budget/easy"), "for their support."));
    EXPECT_TRUE(says(get(ann + "/budget/easy"), "£158.00 of it is their own money."));
}

TEST_F(OwnMoneyPages, finance_sees_what_is_to_be_paid_back_and_writes_it_down) {
    const auto set = [&](std::int64_t pence, std::string_view on) {
        casework::Desk worker = desk(worker_, on);
        budget::ContributionTerm term;
        term.from = casework::day(first_day);
        term.weekly = Money::pence(pence);
        term.collected = budget::Collected::gross;
        ASSERT_TRUE(
            casework::set_contribution(worker, ann_, "adult_social_care", term, "Means test"));
    };
    set(1000, "2006-05-08");
    all_due("2006-06-05");
    casework::Desk finance = desk(preparer_, "2006-06-10");
    const InvoiceId bill = store_->read(
        [](store::Snapshot& view) { return casework::open_invoices(view).front().invoice.id; });
    ASSERT_TRUE(casework::receive_payment(finance, bill, casework::day("2006-06-10"),
                                          Money::pence(4000), "Cheque 1"));
    set(400, "2006-06-20");
    all_due("2006-07-03");
    sign_in(preparer_, "2006-07-10");
    const Response money = get("/finance");
    EXPECT_TRUE(says(money, "Contributions to pay back"));
    EXPECT_TRUE(says(money, "£8.00"));
    const InvoiceId due = store_->read(
        [](store::Snapshot& view) { return casework::refunds_due(view).front().invoice; });
    const std::string path = "/finance/invoices/" + due.to_text() + "/refund";
    const Response page = get(path);
    EXPECT_TRUE(says(page, "Pay back £8.00"));
    std::vector<Field> sent = {{"amount", "9.00"},
                               {"on-day", "10"},
                               {"on-month", "7"},
                               {"on-year", "2006"},
                               {"how", "Cheque 7"}};
    const Response much = post(page, path, sent);
    EXPECT_TRUE(says(much, "To be paid back are £8.00. Enter that or less."));
    EXPECT_TRUE(says(much, "href=\"#amount\""));
    sent.front().value = "8.00";
    EXPECT_EQ(location(post(much, path, sent)), "/finance");
    EXPECT_FALSE(says(get("/finance"), "Contributions to pay back"));
    sign_in(ann_account_, "2006-07-10");
    EXPECT_EQ(get(path).status, 403);
}

// £6.00 a week came off four weeks, £24.00; £4.00 a week were right, £16.00.
TEST_F(OwnMoneyPages, finance_gives_back_what_was_kept_back_of_payments_with_the_next_ones) {
    const auto set = [&](std::int64_t pence, std::string_view on) {
        casework::Desk worker = desk(worker_, on);
        budget::ContributionTerm term;
        term.from = casework::day(first_day);
        term.weekly = Money::pence(pence);
        term.collected = budget::Collected::net;
        ASSERT_TRUE(
            casework::set_contribution(worker, ann_, "adult_social_care", term, "Means test"));
    };
    set(600, "2006-05-03");
    all_due("2006-05-08");
    set(400, "2006-05-20");
    all_due("2006-06-05");
    sign_in(preparer_, "2006-06-10");
    EXPECT_TRUE(says(get("/finance"), "Contributions to pay back"));
    const InvoiceId due = store_->read(
        [](store::Snapshot& view) { return casework::refunds_due(view).front().invoice; });
    const std::string path = "/finance/invoices/" + due.to_text();
    const Response page = get(path + "/refund");
    EXPECT_TRUE(says(page, "Pay back £8.00"));
    EXPECT_TRUE(says(page, "£8.00 was kept back of payments in advance"));
    EXPECT_FALSE(says(page, "How was it paid back?"));
    EXPECT_EQ(location(post(page, path + "/share", {})), "/finance");
    EXPECT_FALSE(says(get("/finance"), "Contributions to pay back"));
    sign_in(ann_account_, "2006-06-10");
    EXPECT_EQ(get(path + "/refund").status, 403);
}

}  // namespace
}  // namespace web
