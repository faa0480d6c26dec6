#include "payments/bank_details.h"

#include <gtest/gtest.h>

#include "payments/bank_text.h"
#include "payments/example_run.h"

namespace payments::example {
namespace {

template <typename T>
std::string code_of(const Result<T>& result) {
    return result.has_value() ? "" : result.error().code;
}

TEST(SortCode, reads_the_forms_people_write) {
    for (const char* text : {"123456", "12-34-56", "12 34 56", "  12-34-56 "}) {
        EXPECT_EQ(SortCode::make(text).value().for_people(), "12-34-56") << text;
    }
}

TEST(SortCode, refuses_what_is_not_six_digits) {
    for (const char* text : {"", "12345", "1234567", "12345a", "1e5", "-123456x", "１２３４５６"}) {
        EXPECT_EQ(code_of(SortCode::make(text)), "payments.sort_code") << text;
    }
}

TEST(AccountNumber, reads_eight_digits_and_refuses_others) {
    EXPECT_EQ(AccountNumber::make("1234 5678").value().digits(), "12345678");
    EXPECT_EQ(AccountNumber::make("12345678").value().masked(), "****5678");
    for (const char* text : {"", "1234567", "123456789", "1234567x", "12345678.0"}) {
        EXPECT_EQ(code_of(AccountNumber::make(text)), "payments.account_number") << text;
    }
}

TEST(AccountName, refuses_names_a_bank_file_cannot_carry) {
    EXPECT_TRUE(AccountName::make("Siân O'Neill").has_value());
    for (const std::string& text :
         {std::string(), std::string("   "), std::string("--"), std::string(71, 'a'),
          std::string("An\nn"), std::string("An\xE2\x80\xAEn")}) {
        EXPECT_EQ(code_of(AccountName::make(text)), "payments.account_name") << text;
    }
}

TEST(BankAccount, names_the_part_that_is_wrong) {
    EXPECT_EQ(BankAccount::make("12", "12345678", "Ann").error().place, "sort code");
    EXPECT_EQ(BankAccount::make("123456", "1", "Ann").error().place, "account number");
    EXPECT_EQ(BankAccount::make("123456", "12345678", "").error().place, "account name");
}

TEST(BankAccount, has_another_fingerprint_when_any_part_differs) {
    const BankAccount first = *BankAccount::make("123456", "12345678", "Ann");
    EXPECT_EQ(first.fingerprint(), BankAccount::make("12-34-56", "12345678", "Ann")->fingerprint());
    EXPECT_NE(first.fingerprint(), BankAccount::make("123457", "12345678", "Ann")->fingerprint());
    EXPECT_NE(first.fingerprint(), BankAccount::make("123456", "12345679", "Ann")->fingerprint());
    EXPECT_NE(first.fingerprint(), BankAccount::make("123456", "12345678", "Anne")->fingerprint());
}

TEST(BankDetails, are_changed_only_by_their_owner) {
    const BankDetailsId new_id = id<BankDetailsId>(50);
    const Payee payee = payees()[0];
    EXPECT_EQ(code_of(change_details(new_id, payee, council(), ada, {1})), "payments.not_owner");
    const BankDetails changed = change_details(new_id, payee, council(), owner, {1}).value();
    EXPECT_EQ(changed.status, BankDetailsStatus::proposed);
    EXPECT_EQ(changed.payee, oak);
}

TEST(BankDetails, are_confirmed_by_somebody_else_and_once) {
    const BankDetails changed =
        change_details(id<BankDetailsId>(50), payees()[0], council(), owner, {1}).value();
    EXPECT_EQ(code_of(confirm_details(changed, owner, {2})), "payments.same_person");
    const BankDetails done = confirm_details(changed, ada, {2}).value();
    EXPECT_EQ(done.status, BankDetailsStatus::confirmed);
    EXPECT_EQ(done.confirmed_by, ada);
    EXPECT_EQ(code_of(confirm_details(done, ben, {3})), "payments.not_waiting");
}

TEST(BankDetails, are_unusable_until_confirmed) {
    std::vector<BankDetails> all = {
        change_details(id<BankDetailsId>(50), payees()[0], council(), owner, {1}).value()};
    EXPECT_EQ(code_of(usable_details(elm, all)), "payments.no_bank_details");
    EXPECT_EQ(code_of(usable_details(oak, all)), "payments.details_not_confirmed");
    all[0] = confirm_details(all[0], ada, {2}).value();
    EXPECT_EQ(usable_details(oak, all)->id, all[0].id);
}

TEST(BankDetails, wait_while_a_change_waits_and_go_on_when_it_is_refused) {
    std::vector<BankDetails> all = details();
    all.push_back(
        change_details(id<BankDetailsId>(50), payees()[0], council(), owner, {5000}).value());
    EXPECT_EQ(code_of(usable_details(oak, all)), "payments.details_not_confirmed");
    EXPECT_TRUE(usable_details(elm, all).has_value());
    all.back() = retire_details(all.back(), {6000}).value();
    EXPECT_EQ(usable_details(oak, all)->id, id<BankDetailsId>(30));
    EXPECT_EQ(code_of(retire_details(all.back(), {7000})), "payments.already_retired");
}

TEST(BankDetails, words_of_statuses_and_kinds_are_read_back) {
    for (const auto status :
         {BankDetailsStatus::proposed, BankDetailsStatus::confirmed, BankDetailsStatus::retired}) {
        EXPECT_EQ(bank_details_status_from_text(to_text(status)), status);
    }
    for (const auto kind :
         {PayeeKind::provider, PayeeKind::person, PayeeKind::nominee, PayeeKind::holder}) {
        EXPECT_EQ(payee_kind_from_text(to_text(kind)), kind);
    }
    EXPECT_FALSE(payee_kind_from_text("friend").has_value());
}

TEST(BankText, keeps_the_set_and_folds_the_rest) {
    EXPECT_EQ(bank_text("Siân & Ŵyn's Café", 70), "Sian + Wyn's Cafe");
    EXPECT_EQ(bank_text("a_b; \"c\" 日 €5", 70), "a-b, 'c' . EUR 5");
    EXPECT_EQ(bank_text("e\u0301te\u0301", 70), "ete");
    EXPECT_EQ(bank_text("  spaced  ", 70), "spaced");
    EXPECT_EQ(bank_text("abcdef", 3), "abc");
    EXPECT_EQ(bank_text("", 3), "");
}

TEST(BankText, gives_only_the_set_for_any_bytes) {
    std::uint32_t state = 7;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 20; ++i) {
            state = state * 1664525U + 1013904223U;
            text += static_cast<char>(state >> 24);
        }
        EXPECT_TRUE(is_bank_text(bank_text(text, 35)));
        EXPECT_LE(bank_text(text, 35).size(), 35U);
    }
}

}  // namespace
}  // namespace payments::example
