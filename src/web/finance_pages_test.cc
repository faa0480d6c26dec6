// The pages of money through the whole site.

#include <gtest/gtest.h>

#include "casework/reconcile_bank.h"
#include "casework/record_cash_limit.h"
#include "payments/bank_reply.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class FinancePages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        finance_ = staff_account("Fin Prior", {people::Role::finance});
        releaser_ = staff_account("Rel Easer", {people::Role::finance_release});
        owner_ = staff_account("Own Er", {people::Role::stream_owner}, "supporting_people");
        ann_ = start(ann());
        bank_ = "/people/" + ann_.to_text() + "/bank";
    }
    std::vector<Field> an_account(const std::string& number) {
        return {{"name", "A Ashe"}, {"sort_code", "20-00-00"}, {"number", number}};
    }
    // The path of the last form on a page that ends so.
    static std::string action(const Response& page, const std::string& end) {
        const std::size_t at = page.body.rfind(end + "\"");
        const std::size_t from = page.body.rfind('"', at) + 1;
        return page.body.substr(from, at + end.size() - from);
    }

    AccountId finance_;
    AccountId releaser_;
    AccountId owner_;
    PersonId ann_;
    std::string bank_;
};

TEST_F(FinancePages, are_for_finance_alone) {
    for (const std::string page :
         {"/finance", "/finance/runs", "/finance/bank", "/finance/details", "/finance/limits",
          "/finance/streams/supporting_people", "/finance/entries.csv"}) {
        sign_in(worker_);
        EXPECT_EQ(get(page).status, 403) << page;
        sign_in(releaser_);
        EXPECT_EQ(get(page).status, 200) << page << get(page).body;
    }
}

TEST_F(FinancePages, record_a_cash_limit_that_its_owner_sees) {
    sign_in(finance_);
    const Response empty = fill_in("/finance/limits", "/finance/limits", {});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Choose a stream"));
    const Response kept = fill_in("/finance/limits", "/finance/limits",
                                  {{"stream", "supporting_people"},
                                   {"year", "2006"},
                                   {"amount", "5000"},
                                   {"way", "add"},
                                   {"why", "Letter of 3 April 2006"}});
    ASSERT_EQ(location(kept), "/finance/limits") << kept.body;
    EXPECT_TRUE(says(get("/finance"), "£5,000.00"));
    const Response too_much = fill_in("/finance/limits", "/finance/limits",
                                      {{"stream", "supporting_people"},
                                       {"year", "2006"},
                                       {"amount", "6000"},
                                       {"way", "cut"},
                                       {"why", "A mistake"}});
    EXPECT_EQ(too_much.status, 422);
    EXPECT_TRUE(says(too_much, "href=\"#amount\""));
    sign_in(owner_);
    EXPECT_EQ(location(get("/stream")), "/streams/supporting_people/statement");
    EXPECT_TRUE(says(get("/streams/supporting_people/statement"), "£5,000.00"));
    EXPECT_TRUE(says(get("/streams/supporting_people/statement.csv"), "5000.00"));
    EXPECT_TRUE(says(get("/streams/supporting_people/statement.json"), "\"5000.00\""));
    EXPECT_EQ(get("/streams/adult_social_care/statement").status, 403);
}

TEST_F(FinancePages, bank_details_are_changed_by_their_owner_and_checked_by_a_second_person) {
    sign_in(worker_);
    EXPECT_EQ(get(bank_).status, 403);
    sign_in(account_of(ann_));
    EXPECT_EQ(get(bank_).status, 200);
    const Response wrong = fill_in(bank_, bank_, an_account("123"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "href=\"#number\""));
    EXPECT_TRUE(says(wrong, "value=\"123\""));
    ASSERT_EQ(location(fill_in(bank_, bank_, an_account("12345678"))), bank_);
    EXPECT_TRUE(says(get(bank_), "Waits for a check"));
    sign_in(finance_);
    EXPECT_TRUE(says(get("/finance/details"), "Somebody else"));
    sign_in(releaser_);
    const Response waiting = get("/finance/details");
    EXPECT_TRUE(says(waiting, "1 change to check"));
    const Response confirmed = post(action(waiting, "/confirm"), {});
    ASSERT_EQ(location(confirmed), "/finance/details") << confirmed.body;
    sign_in(account_of(ann_));
    const Response after = get(bank_);
    EXPECT_FALSE(says(after, "Waits for a check"));
    EXPECT_TRUE(says(after, "5678"));
    EXPECT_FALSE(says(after, "12345678"));
}

TEST_F(FinancePages, a_run_without_an_account_to_pay_from_says_what_to_do) {
    sign_in(finance_);
    const Response refused =
        fill_in("/finance/runs", "/finance/runs",
                {{"pay_on-day", "3"}, {"pay_on-month", "5"}, {"pay_on-year", "2006"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "Nobody has said which account the council pays from"));
    ASSERT_EQ(location(fill_in("/finance/limits", "/finance/account", an_account("11112222"))),
              "/finance/limits");
    const Response nothing =
        fill_in("/finance/runs", "/finance/runs",
                {{"pay_on-day", "3"}, {"pay_on-month", "5"}, {"pay_on-year", "2006"}});
    EXPECT_TRUE(says(nothing, "Nothing is owed"));
    EXPECT_EQ(location(fill_in("/finance", "/finance/due", {})), "/finance");
}

TEST_F(FinancePages, a_movement_in_that_nobody_knows_can_be_said_to_be_money_given_back) {
    casework::Desk money = desk(finance_);
    const auto ours = payments::BankAccount::make("20-00-00", "11112222", "Wendlebury").value();
    ASSERT_TRUE(casework::set_council_account(money, ours).has_value());
    payments::ReplyRequest request{.account = ours};
    request.statement = "STM-1";
    request.on = casework::day("2006-05-03");
    request.others = {{payments::Direction::in, Money::pence(5000), "Elm Trust", "left over"}};
    casework::Desk imports = desk(finance_);
    ASSERT_TRUE(casework::import_statement(imports, payments::bank_reply(request, {}).bytes));
    sign_in(finance_);
    const Response bank = get("/finance/bank");
    EXPECT_TRUE(says(bank, "A holder gave this money back"));
    const std::size_t at = bank.body.find("/returned\"");
    ASSERT_NE(at, std::string::npos) << bank.body;
    const std::size_t from = bank.body.rfind('"', at) + 1;
    const std::string path = bank.body.substr(from, at + 9 - from);
    // Nobody holds anything in this book, and the page says so instead of offering an empty list.
    EXPECT_TRUE(says(get(path), "Who gave £50.00 back?"));
    EXPECT_TRUE(says(get(path), "Nobody holds so much"));
    sign_in(releaser_);
    EXPECT_EQ(get(path).status, 403);
    EXPECT_FALSE(says(get("/finance/bank"), "A holder gave this money back"));
}

}  // namespace
}  // namespace web
