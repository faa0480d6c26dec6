// Easy Read of the pages about orders, the plan and the money; and whom a page speaks to: Ann reads
// "you", a helper and a worker read her name.

#include <gtest/gtest.h>

#include "casework/arrange_help.h"
#include "web/finance_browser_for_tests.h"

namespace web {
namespace {

class EasyReadPages : public FinancePages {
protected:
    void SetUp() override {
        FinancePages::SetUp();
        home_ = "/people/" + ann_.to_text();
        offer_path_ = home_ + "/support/" + offer_.to_text();
    }
    // Jo may do everything a helper can be allowed.
    AccountId helper(const std::string& kind = "family") {
        casework::Desk worker = desk(worker_);
        casework::HelpOffer offer;
        offer.name = "Jo Marsh";
        offer.kind = kind;
        offer.scopes = {people::Scope::see, people::Scope::answer, people::Scope::plan,
                        people::Scope::order, people::Scope::money};
        offer.from = casework::day("2006-05-03");
        offer.evidence = "The form of 2 May 2006";
        EXPECT_EQ(code(casework::record_helper(worker, ann_, offer)), "");
        const auto helpers = casework::helpers_of(worker, ann_);
        return helpers->front().help.helper;
    }
    static std::vector<Field> order_of(const std::string& quantity) {
        return {{"quantity", quantity}, {"from-day", "8"},   {"from-month", "5"},
                {"from-year", "2006"},  {"until-day", "22"}, {"until-month", "10"},
                {"until-year", "2006"}};
    }
    // Places an order of 50 visits, of which she pays 25.00 herself; gives its page.
    std::string placed() {
        std::vector<Field> order = order_of("50");
        order.push_back({"confirmed", "yes"});
        order.push_back({"own", "25.00"});
        return location(post(get(offer_path_), offer_path_, order));
    }
    // The provider says that one visit of an order came.
    DeliveryId reported(const std::string& order) {
        const auto id = PurchaseId::parse(order.substr(order.rfind('/') + 1)).value();
        casework::Desk pat = desk(provider_account_, "2006-05-10");
        EXPECT_EQ(code(casework::accept_order(pat, provider_, id)), "");
        market::DeliveryReport report;
        report.on = casework::day("2006-05-10");
        report.quantity = 1;
        const auto delivery = casework::report_delivery(pat, provider_, id, report);
        EXPECT_EQ(code(delivery), "");
        return delivery.value_or(DeliveryId{});
    }
    // Every such page has its pictures, its label and its way back to the usual view.
    static void expect_easy(const Response& page, const std::string& usual) {
        EXPECT_EQ(page.status, 200) << page.body;
        EXPECT_TRUE(says(page, "Not yet tested with readers"));
        EXPECT_TRUE(says(page, "class=\"op-easy__picture\""));
        EXPECT_TRUE(says(page, "href=\"" + usual + "\"")) << usual;
    }

    std::string home_;
    std::string offer_path_;
};

TEST_F(EasyReadPages, show_what_an_order_would_cost_before_it_is_placed_and_stay_in_easy_read) {
    sign_in(ann_account_, "2006-05-08");
    EXPECT_TRUE(says(get(offer_path_), "href=\"" + offer_path_ + "?view=easy\""));
    const std::string easy = offer_path_ + "?view=easy";
    expect_easy(get(easy), offer_path_);
    EXPECT_TRUE(says(get(easy), "Each visit costs £12.50."));
    const Response costs = post(get(easy), easy, order_of("50"));
    ASSERT_EQ(costs.status, 200);
    EXPECT_TRUE(says(costs, "Order this for £625.00?"));
    EXPECT_TRUE(says(costs, "Not yet tested with readers"));
    EXPECT_TRUE(says(costs, "It is 50 visits."));
    EXPECT_TRUE(says(costs, "All of it costs £625.00."));
    EXPECT_TRUE(says(costs, "£25.00 more is needed than is left."));
    EXPECT_TRUE(says(costs, "If it is ordered, you pay £25.00 with your own money."));
    EXPECT_TRUE(says(costs, "£600.00 is left for this before the order."));
    EXPECT_TRUE(says(costs, "£0.00 is left for this after the order."));
    EXPECT_TRUE(says(costs, "If you cancel: The day before"));
    // The same order in the usual view, and from there back.
    std::vector<Field> typed = order_of("50");
    const Response usual = post(costs, offer_path_, typed);
    EXPECT_TRUE(says(usual, "A visit of one hour: 50 visits at £12.50 each, all in"));
    EXPECT_FALSE(says(usual, "class=\"op-easy__picture\""));
    EXPECT_TRUE(says(usual, "action=\"" + easy + "\""));
    EXPECT_TRUE(says(usual, "Show this in Easy Read"));
    EXPECT_TRUE(says(costs, "Show the usual view"));
    typed.push_back({"confirmed", "yes"});
    typed.push_back({"own", "25.00"});
    const std::string order = location(post(costs, easy, typed));
    EXPECT_TRUE(order.ends_with("/easy")) << order;
    EXPECT_TRUE(says(get(order), "This is ordered: A visit of one hour."));
}

TEST_F(EasyReadPages, ask_whether_support_came_and_take_a_no) {
    sign_in(ann_account_, "2006-05-08");
    const std::string order = placed();
    EXPECT_TRUE(says(get(order + "/easy"), "It is only paid when you say it came."));
    const DeliveryId delivery = reported(order);
    sign_in(ann_account_, "2006-05-11");
    const Response asked = get(order + "/easy");
    expect_easy(asked, order);
    EXPECT_TRUE(says(asked, "The provider says: it came on 10 May 2006."));
    EXPECT_TRUE(says(asked, "Did it come? Please tell us."));
    EXPECT_TRUE(says(get(home_ + "/budget/easy"), "support came on 10 May 2006. Did it come?"));
    EXPECT_TRUE(says(get(home_ + "/budget/easy"), "href=\"" + order + "/easy\""));
    const std::string refuse = order + "/deliveries/" + delivery.to_text() + "/refuse";
    EXPECT_TRUE(says(asked, "href=\"" + refuse + "?view=easy\""));
    EXPECT_TRUE(says(get(refuse), "A visit of one hour, 10 May 2006: 1 visit for £12.50."));
    EXPECT_TRUE(says(get(refuse), "href=\"" + refuse + "?view=easy\""));
    const Response form = get(refuse + "?view=easy");
    expect_easy(form, refuse);
    EXPECT_TRUE(says(form, "This is about: A visit of one hour."));
    EXPECT_TRUE(says(form, "It costs £12.50."));
    // What is wrong with the answer is said on the same view.
    const Response empty = post(form, refuse + "?view=easy", {{"kind", "refused"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "This is about: A visit of one hour."));
    EXPECT_EQ(location(post(form, refuse + "?view=easy",
                            {{"kind", "refused"}, {"why", "Nobody rang the bell"}})),
              order + "/easy");
    EXPECT_FALSE(says(get(order + "/easy"), "Did it come?"));
    // Another order's report is not found here.
    EXPECT_EQ(get(order + "/deliveries/" + DeliveryId{7, 7}.to_text() + "/refuse").status, 404);
}

TEST_F(EasyReadPages, come_back_to_easy_read_after_a_yes) {
    sign_in(ann_account_, "2006-05-08");
    const std::string order = placed();
    const DeliveryId delivery = reported(order);
    sign_in(ann_account_, "2006-05-11");
    const std::string confirm = order + "/deliveries/" + delivery.to_text() + "/confirm?view=easy";
    const Response asked = get(order + "/easy");
    EXPECT_TRUE(says(asked, "action=\"" + confirm + "\""));
    EXPECT_EQ(location(post(asked, confirm, {})), order + "/easy");
    EXPECT_TRUE(says(get(order + "/easy"), "Some of it came."));
}

TEST_F(EasyReadPages, list_the_orders_each_with_its_own_page) {
    sign_in(ann_account_, "2006-05-08");
    EXPECT_TRUE(says(get(home_ + "/orders?view=easy"), "You have no orders."));
    const std::string order = placed();
    EXPECT_TRUE(says(get(home_ + "/orders"), "href=\"" + home_ + "/orders?view=easy\""));
    const Response list = get(home_ + "/orders?view=easy");
    expect_easy(list, home_ + "/orders");
    EXPECT_TRUE(says(list, "You have 1 order."));
    EXPECT_TRUE(says(list, "It comes from Acorn Care."));
    EXPECT_TRUE(says(list, "It costs £625.00."));
    EXPECT_TRUE(says(list, "The provider has not answered yet."));
    EXPECT_TRUE(says(list, "href=\"" + order + "/easy\""));
    EXPECT_FALSE(says(list, "These are over"));
    reported(order);
    EXPECT_TRUE(says(get(home_ + "/orders?view=easy"), "The provider says it came. Did it come?"));
    EXPECT_FALSE(says(get(home_ + "/orders?view=easy"), "These are over"));
    sign_in(worker_, "2006-05-11");
    EXPECT_TRUE(says(get(home_ + "/orders?view=easy"), "Ann has 1 order."));
}

TEST_F(EasyReadPages, list_what_is_over_in_one_line_each_below_what_comes) {
    delivered(2, "2006-05-10");
    sign_in(ann_account_, "2006-05-20");
    const Response list = get(home_ + "/orders?view=easy");
    const std::size_t over = list.body.find("These are over");
    ASSERT_NE(over, std::string::npos);
    EXPECT_LT(over, list.body.find("All of it came."));
    EXPECT_FALSE(says(list, "It costs"));
}

TEST_F(EasyReadPages, tell_the_plan_with_who_pays_and_who_has_the_money) {
    sign_in(ann_account_, "2006-05-08");
    const std::string plan = location(get(home_ + "/plan"));
    EXPECT_TRUE(says(get(plan), "href=\"" + plan + "?view=easy\""));
    const Response easy = get(plan + "?view=easy");
    expect_easy(easy, plan);
    EXPECT_TRUE(says(easy, "The plan is agreed."));
    EXPECT_TRUE(says(easy, "The plan began on 8 May 2006."));
    EXPECT_TRUE(says(easy, "What you want to change"));
    EXPECT_TRUE(says(easy, "To stay at home"));
    EXPECT_TRUE(says(easy, "It goes on each week."));
    // 24 weeks of 25.00.
    EXPECT_TRUE(says(easy, "All of it costs £600.00."));
    EXPECT_TRUE(says(easy, "You get the money and pay for it."));
    EXPECT_TRUE(says(easy, "Elm Trust gets the money and pays for it."));
    EXPECT_TRUE(says(easy, "The council pays for it."));
    sign_in(worker_, "2006-05-08");
    const Response other = get(plan + "?view=easy");
    EXPECT_TRUE(says(other, "What Ann wants to change"));
    EXPECT_TRUE(says(other, "Ann gets the money and pays for it."));
}

TEST_F(EasyReadPages, let_her_accept_a_plan_from_easy_read) {
    sign_in(ann_account_, "2006-05-08");
    const Response started = post(get(location(get(home_ + "/plan"))), home_ + "/plan", {});
    const std::string plan = location(started).substr(0, location(started).rfind('/'));
    EXPECT_TRUE(says(get(plan + "?view=easy"), "The plan is not sent yet."));
    EXPECT_TRUE(says(get(plan + "?view=easy"), "No support is in the plan yet."));
    std::vector<Field> line = {{"offer", offer_.to_text()},
                               {"price", ""},
                               {"own", "2.25"},
                               {"times", "20"},
                               {"every", "week"},
                               {"from-day", "8"},
                               {"from-month", "5"},
                               {"from-year", "2006"},
                               {"until-day", "14"},
                               {"until-month", "5"},
                               {"until-year", "2006"},
                               {"holding", "council_managed"}};
    ASSERT_EQ(location(post(get(plan + "/lines/new"), plan + "/lines/new", line)), plan);
    EXPECT_TRUE(says(get(plan + "/lines/new"), "Support in your plan"));
    EXPECT_TRUE(says(get(plan + "/lines/new"), "I hold it (direct payment)"));
    EXPECT_TRUE(says(get(plan + "?view=easy"), "You pay £45.00 of it with your own money."));
    EXPECT_TRUE(says(get(plan + "?view=easy"), "It is 20 visits each week."));
    // A worker who writes it with her reads her name.
    sign_in(worker_, "2006-05-08");
    EXPECT_TRUE(says(get(plan + "/lines/new"), "Support in Ann’s plan"));
    EXPECT_TRUE(says(get(plan + "/lines/new"), "Ann holds it (direct payment)"));
    EXPECT_TRUE(says(get(plan + "/lines/new"), "what does Ann add of their own money?"));
    line.push_back({"act", "cost"});
    EXPECT_TRUE(says(post(get(plan + "/lines/new"), plan + "/lines/new", line),
                     "Of that Ann adds £45.00 of their own money"));
    EXPECT_TRUE(says(get(plan + "/outcomes"), "What does Ann want to change in their life?"));
    EXPECT_TRUE(says(get(plan), "It is being written"));
    sign_in(ann_account_, "2006-05-08");
    post(get(plan + "/outcomes"), plan + "/outcomes", {{"outcomes", "To swim"}});
    ASSERT_EQ(location(post(get(plan + "?view=easy"), plan + "/send", {})), plan);
    sign_in(worker_, "2006-05-08");
    EXPECT_TRUE(says(get(plan + "/decide"), "the funds can pay more of this. Ann need not add"));
    EXPECT_FALSE(says(get(plan + "/decide"), "You need not add"));
    EXPECT_TRUE(says(get(plan + "/decide"), "For Ann"));
    EXPECT_FALSE(says(get(plan + "/decide"), "For you"));
}

TEST_F(EasyReadPages, tell_the_statement_year_by_year_and_keep_its_dates) {
    delivered(2, "2006-05-10");
    sign_in(ann_account_, "2006-05-20");
    const std::string dates = "/statement?from=2006-05-01&amp;until=2006-05-31";
    const Response usual = get(home_ + "/statement?from=2006-05-01&until=2006-05-31");
    EXPECT_TRUE(says(usual, "href=\"" + home_ + dates + "&amp;view=easy\""));
    const Response easy = get(home_ + "/statement?from=2006-05-01&until=2006-05-31&view=easy");
    expect_easy(easy, home_ + dates);
    EXPECT_TRUE(says(easy, "The first day is 1 May 2006."));
    EXPECT_TRUE(says(easy, "The last day is 31 May 2006."));
    EXPECT_TRUE(says(easy, "You have £3,120.00."));
    // 24 weeks of 105.00 are held in advance, and 25.00 is owed for two visits.
    EXPECT_TRUE(says(easy, "£2,545.00 is promised for support."));
    EXPECT_TRUE(says(easy, "£0.00 was spent."));
    sign_in(worker_, "2006-05-20");
    EXPECT_TRUE(says(get(home_ + "/statement?view=easy"), "Ann has £3,120.00."));
    EXPECT_TRUE(says(get(home_ + "/statement"), "All Ann’s money"));
    EXPECT_FALSE(says(get(home_ + "/statement"), "All your money"));
}

TEST_F(EasyReadPages, say_that_there_is_nothing_to_report_before_any_money_was_paid) {
    sign_in(ann_account_, "2006-05-08");
    const Response easy = get(home_ + "/spending/new?view=easy");
    expect_easy(easy, home_ + "/spending/new");
    EXPECT_TRUE(says(easy, "No money was paid to your account yet."));
    EXPECT_FALSE(says(easy, "Report it"));
}

TEST_F(EasyReadPages, tell_what_was_reported_as_spent_and_take_a_report) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    sign_in(ann_account_, "2006-05-12");
    const std::string form = home_ + "/spending/new";
    EXPECT_TRUE(says(get(form), "href=\"" + form + "?view=easy\""));
    const Response asked = get(form + "?view=easy");
    expect_easy(asked, form);
    EXPECT_TRUE(says(asked, "We paid money to you for support."));
    const std::vector<Field> spent = {{"holder", own_.to_text()}, {"amount", "12.34"},
                                      {"on-day", "11"},           {"on-month", "5"},
                                      {"on-year", "2006"},        {"what", "A morning of help"},
                                      {"part", direct_.to_text()}};
    std::vector<Field> wrong = spent;
    wrong[1].value = "lots";
    const Response again = post(asked, form + "?view=easy", wrong);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "We paid money to you for support."));
    const std::string report = location(post(asked, form + "?view=easy", spent));
    ASSERT_NE(report, "");
    const std::string list = home_ + "/spending";
    EXPECT_TRUE(says(get(list), "href=\"" + list + "?view=easy\""));
    const Response easy = get(list + "?view=easy");
    expect_easy(easy, list);
    EXPECT_TRUE(says(easy, "£12.34 was reported as spent."));
    EXPECT_TRUE(says(easy, "It was for: A morning of help."));
    EXPECT_TRUE(says(easy, "You told us."));
    EXPECT_TRUE(says(easy, "href=\"" + report + "\""));
    sign_in(worker_, "2006-05-12");
    EXPECT_TRUE(says(get(list + "?view=easy"), "Ann told us."));
}

TEST_F(EasyReadPages, lead_from_the_budget_to_every_other_page_in_easy_read) {
    sign_in(ann_account_, "2006-05-12");
    const Response budget = get(home_ + "/budget/easy");
    for (const std::string page : {"/orders", "/statement", "/spending", "/spending/new"}) {
        EXPECT_TRUE(says(budget, "href=\"" + home_ + page + "?view=easy\"")) << page;
    }
    EXPECT_TRUE(says(budget, "href=\"" + location(get(home_ + "/plan")) + "?view=easy\""));
}

TEST_F(EasyReadPages, speak_of_her_by_name_to_a_worker_and_to_a_helper) {
    sign_in(ann_account_, "2006-05-08");
    const std::string order = placed();
    EXPECT_TRUE(says(get(order + "/easy"), "Your order in Easy Read"));
    EXPECT_TRUE(says(get(order), "50 visits at £12.50 each"));
    EXPECT_TRUE(says(get(order), "of your own money, paid to the provider by you"));
    const DeliveryId delivery = reported(order);
    for (const AccountId reader : {worker_, helper()}) {
        sign_in(reader, "2006-05-11");
        const Response easy = get(order + "/easy");
        EXPECT_TRUE(says(easy, "Ann’s order in Easy Read"));
        EXPECT_TRUE(says(easy, "Ann pays £25.00 of it with their own money, when it comes."));
        EXPECT_TRUE(says(easy, "Ann can ask someone to help."));
        EXPECT_FALSE(says(easy, "You pay"));
        EXPECT_FALSE(says(easy, "You can ask"));
        const Response usual = get(order);
        EXPECT_TRUE(says(usual, "£25.00 of Ann’s own money, paid to the provider by Ann"));
        EXPECT_FALSE(says(usual, "provider by you"));
        EXPECT_TRUE(says(usual, "Waiting for an answer"));
        EXPECT_TRUE(says(get(home_ + "/budget/easy"), "Ann’s money in Easy Read"));
        EXPECT_TRUE(says(get(home_ + "/budget/easy"), "Ann has £3,120.00 for their support."));
        EXPECT_FALSE(says(get(home_ + "/budget/easy"), "You can ask"));
    }
    // The helper answers for her; the worker only reads that nobody has.
    EXPECT_TRUE(says(get(order + "/easy"), "Did it come? Please tell us for Ann."));
    EXPECT_TRUE(says(get(order + "/deliveries/" + delivery.to_text() + "/refuse"),
                     "The worker will look at it."));
    sign_in(worker_, "2006-05-11");
    EXPECT_TRUE(says(get(order + "/easy"), "Nobody has answered yet."));
    EXPECT_FALSE(says(get(order + "/easy"), "Please tell us"));
}

TEST_F(EasyReadPages, tell_whoever_orders_for_her_that_she_pays_a_part) {
    sign_in(helper(), "2006-05-08");
    const Response usual = post(get(offer_path_), offer_path_, order_of("50"));
    EXPECT_TRUE(says(get(offer_path_), "Ann pays from their own account"));
    EXPECT_TRUE(says(usual, "Ann can pay £25.00 with their own money."));
    EXPECT_TRUE(says(usual, "Ann’s own money: £25.00"));
    EXPECT_FALSE(says(usual, "pay my part"));
    const std::string easy = offer_path_ + "?view=easy";
    const Response costs = post(get(easy), easy, order_of("50"));
    EXPECT_TRUE(says(costs, "This is for Ann: A visit of one hour."));
    EXPECT_TRUE(says(costs, "If it is ordered, Ann pays £25.00 with their own money."));
    EXPECT_TRUE(says(costs, "It is only paid when Ann or a helper says it came."));
}

TEST_F(EasyReadPages, of_a_plan_tell_others_whose_budget_begins_and_who_pays) {
    sign_in(ann_account_, "2006-05-08");
    const std::string plan = location(get(home_ + "/plan"));
    EXPECT_TRUE(says(get(plan), "You hold the money (direct payment)"));
    sign_in(worker_, "2006-05-08");
    const Response page = get(plan);
    EXPECT_TRUE(says(page, "Ann holds the money (direct payment)"));
    EXPECT_TRUE(says(page, "The council holds the money and pays for Ann"));
    EXPECT_TRUE(says(page, "What Ann wants to change"));
    EXPECT_FALSE(says(page, "You hold the money"));
}

TEST_F(EasyReadPages, tell_an_attorney_that_it_is_her_budget_and_her_money) {
    const std::string_view march = "2007-03-20";
    casework::Desk finance = desk(preparer_, march);
    ASSERT_EQ(code(casework::record_cash_limit(finance, "adult_social_care", Money::pence(2000000),
                                               "Letter", {2007})),
              "");
    casework::Desk own = desk(ann_account_, march);
    const Period year = CouncilYear{2007}.period();
    const auto plan = casework::start_plan(own, ann_, year);
    ASSERT_EQ(code(plan), "");
    ASSERT_EQ(code(casework::save_outcomes(own, ann_, *plan, {"To stay at home"})), "");
    casework::PlanLineDraft draft;
    draft.what = "Visits";
    draft.purpose = "personal_care";
    draft.unit = market::Unit::week;
    draft.frequency = {budget::Every::week, 1};
    draft.price = Money::pence(30000);
    draft.own = Money::pence(10000);
    draft.dates = year;
    ASSERT_EQ(code(casework::save_line(own, ann_, *plan, draft, {})), "");
    ASSERT_EQ(code(casework::send_plan(own, ann_, *plan)), "");
    casework::Desk manager = desk(manager_, march);
    ASSERT_EQ(code(casework::agree_plan(manager, ann_, *plan, "It fits")), "");
    const std::string path = home_ + "/plan/" + plan->to_text();
    sign_in(ann_account_, "2007-03-20");
    EXPECT_TRUE(says(get(path), "your budget begins on 1 April 2007"));
    EXPECT_TRUE(says(get(path), "Besides it you agree to pay"));
    EXPECT_TRUE(says(get(path + "?view=easy"), "Now you say if you want it."));
    EXPECT_TRUE(says(get(path + "?view=easy"), "Accept the plan"));
    sign_in(helper("attorney"), "2007-03-20");
    EXPECT_TRUE(says(get(path), "If you accept it, Ann’s budget begins on 1 April 2007"));
    EXPECT_TRUE(says(get(path), "Besides it Ann agrees to pay"));
    EXPECT_TRUE(says(get(path), "of their own money"));
    EXPECT_TRUE(says(get(path), "Agreed: waiting for Ann’s yes"));
}

}  // namespace
}  // namespace web
