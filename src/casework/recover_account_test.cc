#include "casework/recover_account.h"

#include <gtest/gtest.h>

#include <set>

#include "casework/council_for_tests.h"
#include "casework/sign_in.h"
#include "casework/who_can_see.h"
#include "store/accounts.h"
#include "store/store.h"

namespace casework {

namespace {

constexpr std::string_view password = "three small words";
constexpr std::string_view other_password = "another good secret";

class RecoverAccount : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        colleague_ = staff_account("Cora Mills", {people::Role::social_worker});
        Desk made = desk(worker_);
        const auto started = start_record(made, ann());
        ASSERT_TRUE(started.has_value());
        person_ = started->person;
        Desk nobody = desk({});
        const auto begun = begin_account(nobody, gate_, *started->paper_code, "ann.ashe", password);
        ASSERT_TRUE(begun.has_value()) << begun.error().message;
        ann_ = *begun;
    }

    // A worker prints a new code; a colleague gives the second part.
    std::string printed() {
        Desk worker = desk(worker_);
        const auto code = renew_paper_code(worker, ann_.account);
        EXPECT_TRUE(code.has_value()) << code.error().message;
        return **code;
    }
    std::string second_part() {
        Desk colleague = desk(colleague_);
        const auto part = give_second_part(colleague, ann_.account);
        EXPECT_TRUE(part.has_value()) << part.error().message;
        return part ? **part : "";
    }
    std::string begins(const std::string& code, const std::string& part,
                       std::string_view address = {}) {
        Desk nobody = desk({});
        const auto begun =
            begin_account(nobody, gate_, code, "ann.ashe", other_password, part, address);
        return begun ? "" : begun.error().code;
    }
    std::string signs_in(std::string_view typed) {
        Desk nobody = desk({});
        const auto entered = sign_in(nobody, gate_, "ann.ashe", typed);
        return entered ? "" : entered.error().code;
    }

    HashGate gate_;
    AccountId colleague_;
    PersonId person_;
    SignedIn ann_;
};

TEST_F(RecoverAccount, she_gets_a_code_of_her_own_with_her_first_password) {
    EXPECT_EQ(ann_.user_name, "ann.ashe");
    EXPECT_EQ(ann_.recovery_code.size(), 6 * 4 + 5U);  // six groups, five hyphens
    // The book keeps a digest alone.
    const bool is_kept = store_->read([&](store::Snapshot& view) {
        return store::find_recovery_code(view, ann_.recovery_code).has_value();
    });
    EXPECT_FALSE(is_kept);
}

TEST_F(RecoverAccount, she_comes_back_with_it_without_anybody_and_it_works_once) {
    Desk nobody = desk({});
    std::string typed = ann_.recovery_code;
    std::replace(typed.begin(), typed.end(), '-', ' ');
    const auto back = recover_account(nobody, gate_, typed, other_password);
    ASSERT_TRUE(back.has_value()) << back.error().message;
    EXPECT_EQ(back->account, ann_.account);
    EXPECT_EQ(back->user_name, "ann.ashe");
    EXPECT_NE(back->recovery_code, ann_.recovery_code);
    EXPECT_EQ(signs_in(other_password), "");
    EXPECT_EQ(signs_in(password), "identity.wrong_name_or_password");
    EXPECT_FALSE(find_visitor(nobody, ann_.token, std::nullopt).has_value());
    EXPECT_EQ(recover_account(nobody, gate_, ann_.recovery_code, password).error().code,
              "identity.recovery_code");
    EXPECT_TRUE(recover_account(nobody, gate_, back->recovery_code, password).has_value());
}

TEST_F(RecoverAccount, a_refused_new_password_leaves_the_code_good) {
    Desk nobody = desk({});
    EXPECT_EQ(recover_account(nobody, gate_, ann_.recovery_code, "short").error().code,
              "identity.password_short");
    EXPECT_TRUE(recover_account(nobody, gate_, ann_.recovery_code, other_password).has_value());
}

TEST_F(RecoverAccount, wrong_codes_are_counted_and_stopped_for_the_network_they_come_from) {
    Desk nobody = desk({});
    const auto tries = [&](std::string_view code, std::string_view address) {
        const auto back = recover_account(nobody, gate_, code, other_password, address);
        return back ? "" : back.error().code;
    };
    for (int i = 0; i < 60; ++i) {
        EXPECT_EQ(tries("bado-kemi-tulo-rafi-sone-mila", "192.0.2.7"), "identity.recovery_code");
    }
    EXPECT_EQ(tries(ann_.recovery_code, "192.0.2.7"), "identity.too_many_guesses_here");
    EXPECT_EQ(read_paper_code(nobody, "bado", "192.0.2.7").error().code,
              "identity.too_many_guesses_here");
    EXPECT_EQ(tries(ann_.recovery_code, "192.0.2.8"), "");
}

TEST_F(RecoverAccount, the_paper_alone_sets_no_password_on_an_account_in_use) {
    const std::string code = printed();
    Desk nobody = desk({});
    EXPECT_TRUE(needs_second_part(nobody, code));
    EXPECT_EQ(begins(code, ""), "identity.second_part_not_given");
    EXPECT_EQ(begins(code, "bado-kemi-tulo"), "identity.second_part_not_given");
    const std::string part = second_part();
    EXPECT_EQ(begins(code, ""), "identity.second_part");
    EXPECT_EQ(begins(code, "bado-kemi-tulo"), "identity.second_part");
    EXPECT_EQ(begins(code, part), "");
    EXPECT_EQ(signs_in(other_password), "");
}

TEST_F(RecoverAccount, nobody_of_the_council_sees_both_parts) {
    const std::string code = printed();
    Desk worker = desk(worker_);
    EXPECT_EQ(give_second_part(worker, ann_.account).error().code,
              "identity.second_part_same_person");
    Desk admin = desk(admin_);
    EXPECT_EQ(give_second_part(admin, ann_.account).error().code, "people.not_allowed");
    Desk herself = desk(ann_.account);
    EXPECT_EQ(give_second_part(herself, ann_.account).error().code, "people.not_allowed");
    second_part();
    Desk colleague = desk(colleague_);
    EXPECT_EQ(give_second_part(colleague, ann_.account).error().code, "identity.second_part_given");
    // Who gave the second part prints a new paper: that ends it, and asks for another colleague.
    const auto again = renew_paper_code(colleague, ann_.account);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(begins(code, ""), "identity.paper_code");
    EXPECT_EQ(begins(**again, ""), "identity.second_part_not_given");
    EXPECT_EQ(give_second_part(colleague, ann_.account).error().code,
              "identity.second_part_same_person");
}

TEST_F(RecoverAccount, a_second_part_is_asked_for_only_where_a_code_waits) {
    Desk colleague = desk(colleague_);
    EXPECT_EQ(give_second_part(colleague, ann_.account).error().code, "identity.no_code_waiting");
    EXPECT_EQ(give_second_part(colleague, colleague.new_id<AccountId>()).error().code,
              "identity.account_not_found");
    // A record whose account nobody began needs none: there is nothing of hers in it yet.
    NewRecord other = ann();
    other.name = "Joe Ashe";
    const PersonId joe = start(other);
    EXPECT_EQ(give_second_part_to(colleague, joe).error().code, "identity.no_code_waiting");
    EXPECT_FALSE((*see_waiting_code_of(colleague, joe))->needs_second);
}

TEST_F(RecoverAccount, ten_wrong_second_parts_stop_that_account_for_a_while) {
    const std::string code = printed();
    const std::string part = second_part();
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(begins(code, "bado-kemi-tulo"), "identity.second_part");
    }
    EXPECT_EQ(begins(code, part), "identity.too_many_guesses");
}

TEST_F(RecoverAccount, a_code_printed_for_a_code_that_was_never_used_still_needs_two) {
    printed();
    const std::string again = printed();
    EXPECT_EQ(begins(again, ""), "identity.second_part_not_given");
    EXPECT_EQ(begins(again, second_part()), "");
}

TEST_F(RecoverAccount, her_own_code_still_works_after_somebody_printed_a_paper_and_ends_it) {
    const std::string code = printed();
    const std::string part = second_part();
    Desk nobody = desk({});
    const auto back = recover_account(nobody, gate_, ann_.recovery_code, other_password);
    ASSERT_TRUE(back.has_value()) << back.error().message;
    EXPECT_EQ(back->user_name, "ann.ashe");
    EXPECT_EQ(begins(code, part), "identity.paper_code");
    EXPECT_EQ(signs_in(other_password), "");
}

TEST_F(RecoverAccount, she_reads_who_printed_a_code_and_who_gave_the_second_part) {
    Desk own = desk(ann_.account);
    EXPECT_FALSE(see_account_news(own).last_paper.has_value());
    EXPECT_TRUE(see_account_news(own).has_recovery_code);
    const std::string code = printed();
    Desk staff = desk(colleague_);
    const auto waits = see_waiting_code_of(staff, person_);
    ASSERT_TRUE(waits.has_value() && waits->has_value());
    EXPECT_FALSE((*waits)->is_own);
    EXPECT_FALSE((*waits)->second_by.has_value());
    EXPECT_EQ(begins(code, second_part()), "");
    const AccountNews news = see_account_news(own);
    ASSERT_TRUE(news.last_paper.has_value());
    EXPECT_EQ(news.last_paper->second_by, "Cora Mills");
    EXPECT_TRUE(news.used_at.has_value());
    const auto seen = who_can_see(own, person_);
    std::set<std::string> acts;
    for (const ActByAnother& act : seen->acts) {
        acts.insert(act.by + " " + act.what);
    }
    EXPECT_TRUE(acts.contains("Cora Mills gave the second part of a new code"));
}

TEST_F(RecoverAccount, a_new_recovery_code_asks_the_password_again) {
    Desk own = desk(ann_.account);
    EXPECT_EQ(renew_recovery_code(own, gate_, "wrong wrong wrong").error().code,
              "identity.wrong_password");
    const auto renewed = renew_recovery_code(own, gate_, password);
    ASSERT_TRUE(renewed.has_value()) << renewed.error().message;
    Desk nobody = desk({});
    EXPECT_EQ(recover_account(nobody, gate_, ann_.recovery_code, other_password).error().code,
              "identity.recovery_code");
    EXPECT_TRUE(recover_account(nobody, gate_, *renewed, other_password).has_value());
}

TEST_F(RecoverAccount, the_accounts_of_the_office_need_two_who_look_after_accounts) {
    Desk nobody = desk({});
    const AccountId second_admin = staff_account("Ida Long", {people::Role::account_admin});
    Desk prints = desk(admin_);
    const auto first = renew_paper_code(prints, worker_);
    ASSERT_TRUE(first.has_value());
    ASSERT_TRUE(begin_account(nobody, gate_, **first, "sam.reed", password).has_value());
    Desk again = desk(admin_);
    const auto code = renew_paper_code(again, worker_);
    ASSERT_TRUE(code.has_value());
    EXPECT_EQ(give_second_part(again, worker_).error().code, "identity.second_part_same_person");
    Desk other = desk(second_admin);
    const auto part = give_second_part(other, worker_);
    ASSERT_TRUE(part.has_value()) << part.error().message;
    EXPECT_TRUE(begin_account(nobody, gate_, **code, "sam.reed", password, **part).has_value());
}

}  // namespace

}  // namespace casework
