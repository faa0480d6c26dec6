// A nominee is chosen, paid, ended and answered for, on pages.

#include "casework/arrange_help.h"
#include "web/finance_browser_for_tests.h"

namespace web {
namespace {

class NomineePages : public FinancePages {
protected:
    void SetUp() override {
        FinancePages::SetUp();
        home_ = "/people/" + ann_.to_text();
    }
    casework::ArrangedHelp recorded() {
        casework::Desk worker = desk(worker_);
        casework::HelpOffer offer;
        offer.name = "Nan Ash";
        offer.kind = "nominee";
        offer.scopes = {people::Scope::see, people::Scope::money};
        offer.from = casework::day("2006-05-03");
        offer.evidence = "The form of 2 May 2006";
        const auto arranged = casework::record_helper(worker, ann_, offer);
        EXPECT_TRUE(arranged.has_value());
        return arranged.value_or(casework::ArrangedHelp{});
    }
    AccountId account_of_helper(RelationshipId id) {
        casework::Desk worker = desk(worker_);
        const auto helpers = casework::helpers_of(worker, ann_);
        for (const casework::Helper& helper : helpers.value()) {
            if (helper.help.id == id) {
                return helper.help.helper;
            }
        }
        return AccountId{};
    }

    std::string home_;
};

TEST_F(NomineePages, take_a_nominee_from_the_choice_to_the_end) {
    sign_in(worker_, "2006-05-10");
    const std::string holding = home_ + "/changes/" + direct_.to_text() + "/holding";
    EXPECT_FALSE(says(get(holding), "To whom is a direct payment paid?"));
    EXPECT_FALSE(says(get("/demo?council=wendlebury"), "People with a nominee"));
    const RelationshipId nominee = recorded().relationship;
    const Response asks = get(holding);
    EXPECT_TRUE(says(asks, "Nan Ash, nominee"));
    std::vector<Field> to_nan = {{"holding", "direct_payment"},
                                 {"holder", ""},
                                 {"nominee", nominee.to_text()},
                                 {"day-day", "5"},
                                 {"day-month", "6"},
                                 {"day-year", "2006"},
                                 {"why", "Ann asked for it"}};
    const Response sure = post(asks, holding, to_nan);
    EXPECT_TRUE(says(sure, "The same money, held another way")) << sure.body;
    EXPECT_EQ(value_of(sure, "nominee"), nominee.to_text());
    EXPECT_TRUE(says(sure, "From 5 June 2006: Direct payment to Nan Ash, the nominee."));
    to_nan.push_back({"sure", "yes"});
    ASSERT_EQ(location(post(sure, holding, to_nan)), home_ + "/changes");
    const Response changes = get(home_ + "/changes");
    EXPECT_TRUE(says(changes, "Direct payment to Nan Ash, the nominee</td>")) << changes.body;
    EXPECT_TRUE(says(get(home_ + "/statement"),
                     "From 5 June 2006: Direct payment to Nan Ash, the nominee. Ann asked for it"));
    EXPECT_TRUE(says(get(home_ + "/holders"), "The nominee, who signs in for it."));

    // Whoever tries the example finds Ann by it.
    const Response everybody = get("/demo?council=wendlebury");
    EXPECT_TRUE(says(everybody, "People with a nominee, or who add their own money"));
    EXPECT_TRUE(says(everybody, "person, has a nominee"));

    // The nominee sees whose money it will be, and says where it goes.
    const AccountId nan = account_of_helper(nominee);
    sign_in(nan, "2006-05-11");
    const Response all = get("/holding");
    EXPECT_TRUE(says(all, "Bank account of Nan Ash, for Ann Ashe"));

    sign_in(ann_account_, "2006-05-12");
    const std::string end = home_ + "/helpers/" + nominee.to_text() + "/end";
    const Response asked = get(end);
    EXPECT_TRUE(
        says(asked, "Direct payments go to Nan Ash. From this moment nothing more is paid"));
    EXPECT_EQ(location(post(asked, end, {})), home_ + "/who");

    sign_in(worker_, "2006-05-13");
    const Response record = get(home_ + "/record");
    EXPECT_TRUE(says(record, "The nominee ended on 12 May 2006"));
    EXPECT_TRUE(says(record, "Say who holds the money"));
    EXPECT_TRUE(says(get(home_ + "/holders"),
                     "Ended on 12 May 2006. £0.00 is still to be reported or given back."));
    EXPECT_FALSE(says(get(holding), "Nan Ash, nominee"));
    EXPECT_TRUE(says(get(home_ + "/changes"),
                     "Direct payment to Nan Ash, who stopped being the nominee on 12 May 2006"));

    sign_in(nan, "2006-05-13");
    const std::string path = all.body.substr(all.body.find("/holding/pay_"), 80);
    const std::string held = path.substr(0, path.find('"'));
    const std::string money =
        held.ends_with("/bank") ? held.substr(0, held.size() - 4) + ann_.to_text() : held;
    EXPECT_TRUE(says(get(money),
                     "You stopped being the nominee on 12 May 2006. Nothing more is paid to you. "
                     "Nothing is left"));
}

TEST_F(NomineePages, offer_nobody_who_may_not_order_to_order_or_to_end_one) {
    const AccountId nan = account_of_helper(recorded().relationship);
    casework::Desk own = desk(ann_account_, "2006-05-08");
    market::Order order;
    order.quantity = 2;
    order.dates = {casework::day("2006-05-08"), casework::day("2006-05-22")};
    order.line = council_;
    const auto placed = casework::buy_support(own, ann_, offer_, order);
    ASSERT_TRUE(placed.has_value()) << placed.error().message;
    const std::string page = home_ + "/orders/" + placed->to_text();
    sign_in(ann_account_, "2006-05-08");
    EXPECT_TRUE(says(get(home_ + "/orders"), "Find support"));
    EXPECT_TRUE(says(get(page), "End this order"));
    sign_in(nan, "2006-05-08");
    EXPECT_EQ(get(page).status, 200);
    EXPECT_FALSE(says(get(home_ + "/orders"), "Find support"));
    EXPECT_FALSE(says(get(page), "End this order"));
}

TEST_F(NomineePages, of_a_plan_name_the_nominee_beside_the_line) {
    const RelationshipId nominee = recorded().relationship;
    sign_in(ann_account_, "2006-05-08");
    const Response started = post(get(location(get(home_ + "/plan"))), home_ + "/plan", {});
    const std::string plan = location(started).substr(0, location(started).rfind('/'));
    const std::string form = plan + "/lines/new";
    EXPECT_TRUE(says(get(form), "To whom is a direct payment paid?"));
    std::vector<Field> line = {{"offer", offer_.to_text()},
                               {"price", ""},
                               {"times", "1"},
                               {"every", "week"},
                               {"from-day", "8"},
                               {"from-month", "5"},
                               {"from-year", "2006"},
                               {"until-day", "14"},
                               {"until-month", "5"},
                               {"until-year", "2006"},
                               {"holding", "direct_payment"},
                               {"nominee", nominee.to_text()}};
    ASSERT_EQ(location(post(get(form), form, line)), plan);
    const Response page = get(plan);
    EXPECT_TRUE(says(page, "Direct payment to Nan Ash, the nominee"));
    EXPECT_FALSE(says(page, "You hold the money"));
    // The form of the line has the nominee chosen again.
    const std::size_t at = page.body.find(plan + "/lines/");
    const std::string change = page.body.substr(at, page.body.find('"', at) - at);
    EXPECT_TRUE(says(get(change), nominee.to_text() + "\" selected"));
    line.back().value = RelationshipId{7, 7}.to_text();
    EXPECT_TRUE(says(post(get(form), form, line), "Choose somebody of the list"));
}

TEST_F(NomineePages, close_an_account_with_a_reason_and_tell_everybody_whom_it_concerns) {
    const RelationshipId nominee = recorded().relationship;
    const AccountId nan = account_of_helper(nominee);
    casework::Desk worker = desk(worker_, "2006-05-10");
    ASSERT_TRUE(casework::change_holding(worker, ann_, direct_, casework::day("2006-06-05"),
                                         budget::Holding::direct_payment, {}, "Ann asked", nominee)
                    .has_value());
    sign_in(nan, "2006-05-10");
    ASSERT_EQ(get("/holding").status, 200);
    const std::string session_of_nan = session_;

    sign_in(admin_, "2006-05-10");
    EXPECT_TRUE(says(get("/accounts"), "Accounts of helpers"));
    EXPECT_TRUE(says(get("/accounts/helpers"), "No account of a helper is closed."));
    EXPECT_TRUE(
        says(get("/accounts/helpers?name=zz"), "No helper’s account has this in its name."));
    const Response found = get("/accounts/helpers?name=nan");
    const std::string path = "/accounts/helpers/" + nan.to_text();
    EXPECT_TRUE(says(found, path));
    EXPECT_TRUE(says(found, "1 person"));
    EXPECT_FALSE(says(found, "Ann Ashe"));
    const Response page = get(path);
    EXPECT_TRUE(says(page, "Direct payments for 1 person go to Nan Ash."));
    EXPECT_FALSE(says(page, "Ann Ashe"));
    const Response missing = post(page, path + "/close", {{"why", ""}});
    EXPECT_TRUE(says(missing, "href=\"#why\""));
    EXPECT_EQ(location(post(missing, path + "/close", {{"why", "Her code went astray"}})), path);
    EXPECT_TRUE(says(get(path), "Her code went astray"));
    EXPECT_TRUE(says(get("/accounts/helpers"), "Nan Ash"));
    EXPECT_EQ(get("/accounts/helpers/" + ann_account_.to_text()).status, 422);

    session_ = session_of_nan;
    EXPECT_NE(get("/holding").status, 200);

    all_due("2006-05-08");
    all_due("2006-06-05");
    sign_in(ann_account_, "2006-06-06");
    const Response who = get(home_ + "/who");
    EXPECT_TRUE(says(who, "Closed on 10 May 2006 by"));
    EXPECT_TRUE(says(who, "closed the account of somebody who helps you"));
    EXPECT_TRUE(says(who, "Her code went astray"));
    EXPECT_TRUE(says(get(home_ + "/budget"), "waits. The account of Nan Ash is closed"));
    EXPECT_EQ(get("/accounts/helpers").status, 403);
    EXPECT_EQ(get(path).status, 403);

    sign_in(worker_, "2006-06-06");
    EXPECT_TRUE(says(get(home_ + "/record"), "The nominee’s account was closed on 10 May 2006"));
    EXPECT_TRUE(says(get(home_ + "/who"), "Her code went astray"));
    EXPECT_EQ(get(path).status, 403);
    sign_in(preparer_, "2006-06-06");
    EXPECT_TRUE(says(get("/finance"), "The account of Nan Ash is closed, so no money is paid"));

    sign_in(admin_, "2006-06-07");
    const Response closed = get(path);
    EXPECT_TRUE(says(closed, "Payments that waited are made with the next ones."));
    EXPECT_EQ(location(post(closed, path + "/open", {{"why", "She has a new code"}})), path);
    all_due("2006-06-07");
    sign_in(ann_account_, "2006-06-07");
    EXPECT_FALSE(says(get(home_ + "/who"), "Closed on 10 May 2006"));
    EXPECT_FALSE(says(get(home_ + "/budget"), "The account of Nan Ash is closed"));
}

}  // namespace
}  // namespace web
