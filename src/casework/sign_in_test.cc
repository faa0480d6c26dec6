#include "casework/sign_in.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "casework/close_record.h"
#include "casework/council_for_tests.h"
#include "casework/recover_account.h"

namespace casework {
namespace {

constexpr std::string_view password = "three small words";

class SignIn : public Council {
protected:
    // Starts Ann's record and gives the code on her paper.
    std::string paper_code() {
        Desk made = desk(worker_);
        const auto started = start_record(made, ann());
        EXPECT_TRUE(started.has_value()) << (started ? "" : started.error().message);
        person_ = started->person;
        return started->paper_code.value_or("");
    }
    SignedIn begun() {
        Desk nobody = desk({});
        const auto begun = begin_account(nobody, gate_, paper_code(), "ann.ashe", password);
        EXPECT_TRUE(begun.has_value()) << (begun ? "" : begun.error().message);
        return begun ? *begun : SignedIn{};
    }
    std::string signing_in(std::string_view name, std::string_view typed) {
        Desk nobody = desk({});
        const auto entered = sign_in(nobody, gate_, name, typed);
        return entered ? "" : entered.error().code;
    }
    bool holds(const std::string& token, std::int64_t later = 0) {
        Desk visit = desk({});
        visit.now.seconds += later;
        return find_visitor(visit, token, {}).has_value();
    }

    HashGate gate_;
    PersonId person_;
};

}  // namespace

TEST_F(SignIn, begins_with_a_code_on_paper_and_a_password_of_her_own) {
    const SignedIn ann = begun();
    EXPECT_TRUE(holds(ann.token));
    EXPECT_EQ(ann.account, account_of(person_));
    EXPECT_EQ(signing_in("Ann.Ashe ", password), "");
}

TEST_F(SignIn, uses_a_code_once) {
    const std::string code = paper_code();
    Desk nobody = desk({});
    EXPECT_EQ(read_paper_code(nobody, code)->name, "Ann Ashe");
    EXPECT_TRUE(begin_account(nobody, gate_, code, "ann.ashe", password).has_value());
    EXPECT_EQ(begin_account(nobody, gate_, code, "other", password).error().code,
              "identity.paper_code");
    EXPECT_EQ(read_paper_code(nobody, code).error().code, "identity.paper_code");
    EXPECT_EQ(read_paper_code(nobody, "bado-kemi-tulo-rafi-sone").error(),
              read_paper_code(nobody, code).error());
}

TEST_F(SignIn, takes_no_code_after_28_days) {
    const std::string code = paper_code();
    Desk later = desk({}, "2006-05-30");
    EXPECT_TRUE(read_paper_code(later, code).has_value());
    later.now.seconds += 24 * 60 * 60;
    EXPECT_EQ(read_paper_code(later, code).error().code, "identity.paper_code");
}

TEST_F(SignIn, keeps_a_code_that_was_refused_a_bad_password) {
    const std::string code = paper_code();
    Desk nobody = desk({});
    EXPECT_EQ(begin_account(nobody, gate_, code, "ann.ashe", "short").error().code,
              "identity.password_short");
    EXPECT_EQ(begin_account(nobody, gate_, code, "a b", password).error().code,
              "identity.user_name");
    EXPECT_TRUE(begin_account(nobody, gate_, code, "ann.ashe", password).has_value());
}

TEST_F(SignIn, gives_a_name_to_one_account_only) {
    begun();
    Desk made = desk(worker_);
    NewRecord other = ann();
    other.name = "Ann Other";
    const auto started = start_record(made, other);
    Desk nobody = desk({});
    EXPECT_EQ(begin_account(nobody, gate_, *started->paper_code, "ANN.ashe", password).error().code,
              "identity.user_name_taken");
}

TEST_F(SignIn, answers_a_wrong_name_and_a_wrong_password_alike) {
    begun();
    Desk nobody = desk({});
    const auto wrong_password = sign_in(nobody, gate_, "ann.ashe", "three small wordz");
    const auto wrong_name = sign_in(nobody, gate_, "nobody.here", password);
    ASSERT_FALSE(wrong_password.has_value());
    ASSERT_FALSE(wrong_name.has_value());
    EXPECT_EQ(wrong_password.error(), wrong_name.error());
}

TEST_F(SignIn, stops_guessing_after_ten_and_her_recovery_code_is_the_way_back) {
    const SignedIn ann = begun();
    for (const std::string name : {"ann.ashe", "nobody.here"}) {
        for (int i = 0; i < 10; ++i) {
            EXPECT_EQ(signing_in(name, "wrong wrong wrong"), "identity.wrong_name_or_password");
        }
        EXPECT_EQ(signing_in(name, password), "identity.too_many_guesses") << name;
    }
    Desk nobody = desk({});
    const auto back = recover_account(nobody, gate_, ann.recovery_code, "another good secret");
    ASSERT_TRUE(back.has_value()) << back.error().message;
    EXPECT_EQ(signing_in("ann.ashe", "another good secret"), "");
}

TEST_F(SignIn, stops_one_address_that_tries_many_names_and_no_other) {
    begun();
    const auto from = [&](std::string_view address, std::string_view name,
                          std::string_view typed) -> std::string {
        Desk nobody = desk({});
        const auto entered = sign_in(nobody, gate_, name, typed, address);
        return entered ? "" : entered.error().code;
    };
    // Readers of a library mistype and get in: what is right is not counted.
    for (int i = 0; i < 12; ++i) {
        EXPECT_EQ(from("192.0.2.7", "ann.ashe", "wrong wrong wrong"),
                  "identity.wrong_name_or_password");
        if (i % 6 == 5) {
            EXPECT_EQ(from("192.0.2.7", "ann.ashe", password), "");
        }
    }
    for (int i = 0; i < 48; ++i) {
        EXPECT_EQ(from("192.0.2.7", "name" + std::to_string(i), "one password for all"),
                  "identity.wrong_name_or_password");
    }
    EXPECT_EQ(from("192.0.2.7", "ann.ashe", password), "identity.too_many_guesses_here");
    EXPECT_EQ(from("192.0.2.8", "ann.ashe", password), "");
    EXPECT_EQ(from("", "ann.ashe", password), "");
}

TEST_F(SignIn, ends_the_old_password_and_every_session_with_a_new_code) {
    const SignedIn ann = begun();
    Desk worker = desk(worker_);
    ASSERT_TRUE(renew_paper_code(worker, ann.account).has_value());
    EXPECT_FALSE(holds(ann.token));
    EXPECT_EQ(signing_in("ann.ashe", password), "identity.wrong_name_or_password");
}

TEST_F(SignIn, lets_only_staff_who_may_give_a_new_code) {
    const SignedIn ann = begun();
    Desk herself = desk(ann.account);
    EXPECT_EQ(renew_paper_code(herself, ann.account).error().code, "people.not_allowed");
    Desk admin = desk(admin_);
    EXPECT_EQ(renew_paper_code(admin, ann.account).error().code, "people.not_allowed");
    EXPECT_TRUE(renew_paper_code(admin, worker_).has_value());
    Desk worker = desk(worker_);
    EXPECT_EQ(renew_paper_code(worker, admin_).error().code, "people.not_allowed");
    EXPECT_EQ(renew_paper_code(worker, worker.new_id<AccountId>()).error().code,
              "identity.account_not_found");
}

TEST_F(SignIn, shows_a_code_once_even_when_the_form_is_sent_twice) {
    const SignedIn ann = begun();
    Desk worker = desk(worker_);
    worker.request = worker.new_id<RequestId>();
    EXPECT_TRUE(renew_paper_code(worker, ann.account)->has_value());
    EXPECT_FALSE(renew_paper_code(worker, ann.account)->has_value());
}

TEST_F(SignIn, changes_the_password_and_signs_out_everywhere_else) {
    const SignedIn first = begun();
    Desk nobody = desk({});
    const auto second = sign_in(nobody, gate_, "ann.ashe", password);
    ASSERT_TRUE(second.has_value());
    Desk herself = desk(first.account);
    EXPECT_EQ(
        change_password(herself, gate_, "not this one at all", "another good secret").error().code,
        "identity.wrong_password");
    EXPECT_EQ(change_password(herself, gate_, password, "short").error().code,
              "identity.password_short");
    const auto changed = change_password(herself, gate_, password, "another good secret");
    ASSERT_TRUE(changed.has_value()) << changed.error().message;
    EXPECT_TRUE(holds(changed->token));
    EXPECT_FALSE(holds(first.token));
    EXPECT_FALSE(holds(second->token));
    EXPECT_EQ(signing_in("ann.ashe", password), "identity.wrong_name_or_password");
    EXPECT_EQ(signing_in("ann.ashe", "another good secret"), "");
}

TEST_F(SignIn, ends_a_session_at_sign_out_after_rest_and_after_twelve_hours) {
    const SignedIn ann = begun();
    EXPECT_TRUE(holds(ann.token, 29 * 60));  // and keeps it awake
    EXPECT_TRUE(holds(ann.token, 58 * 60));
    EXPECT_FALSE(holds(ann.token, 89 * 60));
    for (int minutes = 58; minutes < 12 * 60; minutes += 20) {
        holds(ann.token, minutes * 60);
    }
    EXPECT_FALSE(holds(ann.token, 12 * 60 * 60 + 60));
    Desk nobody = desk({});
    const auto again = sign_in(nobody, gate_, "ann.ashe", password);
    EXPECT_TRUE(sign_out(nobody, again->token).has_value());
    EXPECT_FALSE(holds(again->token));
}

TEST_F(SignIn, keeps_no_secret_in_the_book) {
    const std::string code = paper_code();
    Desk nobody = desk({});
    const auto ann = begin_account(nobody, gate_, code, "ann.ashe", password);
    ASSERT_TRUE(ann.has_value());
    store_.reset();
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::stringstream all;
        all << file.rdbuf();
        bytes += all.str();
    }
    EXPECT_NE(bytes.find("ann.ashe"), std::string::npos);
    for (const std::string& secret : {code, ann->token, std::string(password)}) {
        EXPECT_EQ(bytes.find(secret), std::string::npos);
    }
}

TEST_F(SignIn, lets_anybody_in_only_where_the_council_is_an_example) {
    begun();
    Desk nobody = desk({});
    EXPECT_EQ(example_accounts(nobody).error().code, "identity.not_an_example");
    EXPECT_EQ(sign_in_as_example(nobody, worker_).error().code, "identity.not_an_example");
    make_example();
    EXPECT_GE(example_accounts(nobody)->size(), 3U);
    const auto entered = sign_in_as_example(nobody, worker_);
    ASSERT_TRUE(entered.has_value());
    EXPECT_TRUE(holds(entered->token));
}

TEST_F(SignIn, nobody_is_offered_the_place_of_somebody_whose_record_is_closed) {
    const SignedIn ann = begun();
    make_example();
    Desk nobody = desk({});
    const auto offers_ann = [&] {
        const auto accounts = example_accounts(nobody);
        return std::any_of(accounts->begin(), accounts->end(),
                           [&](const ExampleAccount& each) { return each.account == ann.account; });
    };
    EXPECT_TRUE(offers_ann());
    Desk closes = desk(worker_);
    ASSERT_TRUE(close_record(closes, person_, ClosedBy::end, closes.today).has_value());
    EXPECT_FALSE(offers_ann());
}

TEST(HashGate, hashes_two_at_once_and_refuses_when_too_many_wait) {
    HashGate gate;
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::atomic<int> refused = 0;
    std::atomic<bool> may_go = false;
    std::vector<std::thread> threads;
    threads.reserve(24);
    for (int i = 0; i < 24; ++i) {
        threads.emplace_back([&] {
            const auto passed = gate.pass([&] {
                const int here = ++inside;
                int seen = most;
                while (here > seen && !most.compare_exchange_weak(seen, here)) {
                }
                while (!may_go) {
                    std::this_thread::yield();
                }
                --inside;
                return true;
            });
            refused += !passed.has_value() && passed.error().code == "identity.busy" ? 1 : 0;
        });
    }
    while (refused < 24 - 18) {
        std::this_thread::yield();
    }
    may_go = true;
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(most, 2);
    EXPECT_EQ(refused, 24 - 18);
}

}  // namespace casework
