// A bank statement handed in over HTTP: taken in whole, refused whole with its place, and once.

#include <gtest/gtest.h>

#include "casework/reconcile_bank.h"
#include "casework/record_cash_limit.h"
#include "payments/bank_reply.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class BankPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        finance_ = staff_account("Fin Prior", {people::Role::finance});
        casework::Desk at = desk(finance_);
        ASSERT_TRUE(casework::set_council_account(at, account()).has_value());
        sign_in(finance_);
    }
    static payments::BankAccount account() {
        return payments::BankAccount::make("20-00-00", "11112222", "Wendlebury Council").value();
    }
    static std::string statement(const std::string& id = "STM-1") {
        payments::ReplyRequest request{.account = account()};
        request.statement = id;
        request.on = casework::day("2006-05-02");
        request.opening = Money::pence(100000);
        request.others = {{payments::Direction::in, Money::pence(1234), "A Person", "thank you"}};
        return payments::bank_reply(request, {}).bytes;
    }
    Response hand_in(const std::string& bytes) {
        return upload("/finance/bank", "/finance/bank", "statement", "bank.xml", bytes);
    }

    AccountId finance_;
};

TEST_F(BankPages, take_a_statement_in_and_show_what_nobody_knows) {
    const Response taken = hand_in(statement());
    ASSERT_EQ(location(taken), "/finance/bank") << taken.body;
    const Response page = get("/finance/bank");
    EXPECT_TRUE(says(page, "£12.34"));
    EXPECT_TRUE(says(page, "1 not matched"));
    EXPECT_TRUE(says(page, "STM-1"));
}

TEST_F(BankPages, take_the_same_file_in_once) {
    hand_in(statement());
    EXPECT_EQ(location(hand_in(statement())), "/finance/bank");
    EXPECT_TRUE(says(get("/finance/bank"), "1 not matched"));
}

TEST_F(BankPages, refuse_a_broken_file_beside_the_field_with_its_place) {
    std::string bytes = statement();
    const std::size_t sum = bytes.find("12.34");
    ASSERT_NE(sum, std::string::npos);
    bytes.replace(sum, 5, "twelve");
    const Response refused = hand_in(bytes);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "Nothing was taken in."));
    EXPECT_TRUE(says(refused, "line ")) << refused.body;
    EXPECT_TRUE(says(refused, "statement-error"));
    EXPECT_TRUE(says(get("/finance/bank"), "0 not matched"));
}

TEST_F(BankPages, refuse_a_form_without_a_file_and_a_file_of_something_else) {
    const Response none = hand_in("");
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(says(none, "Choose the statement file"));
    for (const std::string& bytes : {std::string("%PDF-1.4"), std::string("<html/>"),
                                     std::string("\0\1\2", 3), statement().substr(0, 400)}) {
        EXPECT_EQ(hand_in(bytes).status, 422);
    }
    EXPECT_TRUE(says(get("/finance/bank"), "0 not matched"));
}

TEST_F(BankPages, take_statements_from_finance_alone) {
    sign_in(worker_);
    EXPECT_EQ(hand_in(statement()).status, 403);
    sign_in(finance_);
    EXPECT_TRUE(says(get("/finance/bank"), "0 not matched"));
}

}  // namespace
}  // namespace web
