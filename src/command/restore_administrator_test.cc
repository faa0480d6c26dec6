// The whole way back of a council's only account administrator: the verb, the code it prints, and
// what the sign-in pages then do with it.

#include "command/restore_administrator.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "casework/recover_account.h"
#include "casework/sign_in.h"
#include "casework/staff_accounts.h"
#include "command/open_book.h"
#include "store/accounts.h"
#include "store/journal.h"
#include "store/store.h"

namespace command {
namespace {

namespace fs = std::filesystem;

class RestoreAdministrator : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("onepurse-restore-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        const auto made =
            run(open_book_verb, {"--authority", "ashby", "--name", "Ashby", "--admin", "Ada King"});
        ASSERT_EQ(made.first, 0);
        ada_ = begin(code_in(made.second), "ada.king", "three small words");
    }
    void TearDown() override { fs::remove_all(folder_); }

    // Runs a verb on the folder; gives its exit code and all it said.
    std::pair<int, std::string> run(int (*verb)(const std::vector<std::string>&),
                                    std::vector<std::string> args) {
        args.insert(args.begin(), {"--data", folder_.string(), "--today", "2006-05-03"});
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        const int code = verb(args);
        return {code,
                testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr()};
    }
    std::pair<int, std::string> restore(const std::string& name) {
        return run(restore_administrator_verb, {"--admin", name});
    }
    static std::string code_in(const std::string& said) {
        const std::size_t line = said.find("Code on paper for ");
        EXPECT_NE(line, std::string::npos) << said;
        const std::size_t from = line == std::string::npos ? 0 : said.find(": ", line) + 2;
        return said.substr(from, said.find('\n', from) - from);
    }
    // Works at the book while no verb has it.
    template <typename Work>
    auto at_desk(AccountId actor, Work&& work) {
        const auto book = store::Store::open((folder_ / "ashby.book").string(), "ashby");
        casework::Desk desk{.store = **book,
                            .shelf = shelf_,
                            .today = *Date::parse("2006-05-03"),
                            .now = Instant{Date::parse("2006-05-03")->days() * 86400 + 72000}};
        desk.actor = actor;
        return work(desk);
    }
    casework::SignedIn begin(const std::string& code, const std::string& name,
                             const std::string& password) {
        return at_desk({}, [&](casework::Desk& desk) {
            EXPECT_FALSE(casework::needs_second_part(desk, code));
            const auto begun = casework::begin_account(desk, gate_, code, name, password);
            EXPECT_TRUE(begun.has_value()) << begun.error().message;
            return begun ? *begun : casework::SignedIn{};
        });
    }
    std::string signs_in(const std::string& name, const std::string& password) {
        return at_desk({}, [&](casework::Desk& desk) {
            const auto entered = casework::sign_in(desk, gate_, name, password);
            return entered ? std::string() : entered.error().code;
        });
    }
    bool is_signed_in(const std::string& token) {
        return at_desk({}, [&](casework::Desk& desk) {
            return casework::find_visitor(desk, token, {}).has_value();
        });
    }
    people::Staff staff(const std::string& name, people::Role role) {
        people::Staff made;
        made.name = name;
        made.team = "Office";
        made.roles = {role};
        return made;
    }
    AccountId account_called(const std::string& name) {
        return at_desk({}, [&](casework::Desk& desk) {
            return desk.store.read([&](store::Snapshot& view) {
                for (const identity::Account& account : store::load_accounts(view)) {
                    if (account.name == name) {
                        return account.id;
                    }
                }
                return AccountId{};
            });
        });
    }
    void make(const std::string& name, people::Role role) {
        at_desk(ada_.account, [&](casework::Desk& desk) {
            EXPECT_TRUE(casework::make_staff(desk, staff(name, role)).has_value());
            return Done{};
        });
    }

    fs::path folder_;
    casework::Shelf shelf_;
    casework::HashGate gate_;
    casework::SignedIn ada_;
};

TEST_F(RestoreAdministrator, brings_the_only_one_back_with_a_password_nobody_else_knows) {
    ASSERT_TRUE(is_signed_in(ada_.token));
    const auto printed = restore("ada king");
    ASSERT_EQ(printed.first, 0) << printed.second;
    EXPECT_FALSE(is_signed_in(ada_.token));
    EXPECT_EQ(signs_in("ada.king", "three small words"), "identity.wrong_name_or_password");
    const casework::SignedIn back =
        begin(code_in(printed.second), "ada.king", "another good secret");
    EXPECT_EQ(back.account, ada_.account);
    EXPECT_TRUE(is_signed_in(back.token));
    EXPECT_EQ(signs_in("ada.king", "another good secret"), "");
    // She does her work again, and reads who printed the code.
    at_desk(back.account, [&](casework::Desk& desk) {
        EXPECT_TRUE(
            casework::make_staff(desk, staff("Will Ray", people::Role::social_worker)).has_value());
        const casework::AccountNews news = casework::see_account_news(desk);
        EXPECT_TRUE(news.last_paper.has_value());
        EXPECT_EQ(news.last_paper ? news.last_paper->made_by : "",
                  "Whoever runs Onepurse for the council");
        // The code worked once.
        EXPECT_EQ(casework::begin_account(desk, gate_, code_in(printed.second), "ada.two",
                                          "another good secret")
                      .error()
                      .code,
                  "identity.paper_code");
        return Done{};
    });
}

TEST_F(RestoreAdministrator, is_an_act_of_the_operator_in_the_journal) {
    ASSERT_EQ(restore("Ada King").first, 0);
    at_desk({}, [&](casework::Desk& desk) {
        return desk.store.read([&](store::Snapshot& view) {
            const std::vector<store::JournalLine> lines =
                store::load_acts_about(view, {}, ada_.account.to_text());
            EXPECT_FALSE(lines.empty());
            EXPECT_EQ(lines.back().name, "restore_administrator");
            EXPECT_EQ(lines.back().actor, "operator");
            EXPECT_EQ(lines.back().relation, "operator");
            EXPECT_EQ(lines.back().about, ada_.account.to_text());
            return Done{};
        });
    });
}

TEST_F(RestoreAdministrator, opens_no_account_of_anybody_else) {
    make("Will Ray", people::Role::social_worker);
    for (const std::string& name :
         {std::string("Will Ray"), std::string("Ann Ashe"), account_called("Will Ray").to_text()}) {
        const auto refused = restore(name);
        EXPECT_EQ(refused.first, 1) << name;
        EXPECT_NE(refused.second.find("staff.administrator_unknown"), std::string::npos);
        EXPECT_NE(refused.second.find("Ada King"), std::string::npos) << refused.second;
    }
    EXPECT_TRUE(is_signed_in(ada_.token));
}

TEST_F(RestoreAdministrator, asks_which_of_two_with_one_name) {
    make("Ada King", people::Role::account_admin);
    const auto refused = restore("Ada King");
    EXPECT_EQ(refused.first, 1);
    EXPECT_NE(refused.second.find("staff.administrators_share_name"), std::string::npos);
    EXPECT_EQ(restore(ada_.account.to_text()).first, 0);
}

TEST_F(RestoreAdministrator, makes_the_first_one_when_none_is_left_open) {
    const Outcome closed = at_desk({}, [&](casework::Desk& desk) {
        return desk.store.write([&](store::Tx& tx) -> Outcome {
            store::set_open(tx, ada_.account, false);
            return Done{};
        });
    });
    ASSERT_TRUE(closed.has_value());
    const auto made = restore("Bea Lund");
    ASSERT_EQ(made.first, 0) << made.second;
    EXPECT_NE(made.second.find("A new account is made"), std::string::npos);
    const casework::SignedIn bea = begin(code_in(made.second), "bea.lund", "another good secret");
    at_desk(bea.account, [&](casework::Desk& desk) {
        EXPECT_TRUE(casework::office_accounts(desk).has_value());
        return Done{};
    });
    EXPECT_EQ(signs_in("ada.king", "three small words"), "identity.wrong_name_or_password");
}

TEST_F(RestoreAdministrator, leaves_a_book_alone_that_a_server_holds) {
    {
        const auto server = store::Store::open((folder_ / "ashby.book").string(), "ashby");
        ASSERT_TRUE(server.has_value());
        const auto refused = restore("Ada King");
        EXPECT_EQ(refused.first, 1);
        EXPECT_NE(refused.second.find("store.book_in_use"), std::string::npos) << refused.second;
    }
    EXPECT_TRUE(is_signed_in(ada_.token));
    EXPECT_EQ(run(restore_administrator_verb, {}).first, 2);
}

// An administrator who could end her own account, or another who acts at the same moment, would
// leave nobody.
TEST_F(RestoreAdministrator, is_not_needed_by_mistake_because_the_last_one_cannot_end_herself) {
    make("Bea Lund", people::Role::account_admin);
    const AccountId bea = account_called("Bea Lund");
    const auto own = [&](const Outcome& done) { return done ? "" : done.error().code; };
    at_desk(ada_.account, [&](casework::Desk& desk) {
        EXPECT_TRUE(casework::set_account_open(desk, bea, false).has_value());
        EXPECT_EQ(own(casework::set_account_open(desk, ada_.account, false)), "staff.own_account");
        people::Staff stripped = staff("Ada King", people::Role::auditor);
        stripped.id = desk.store.read(
            [&](store::Snapshot& view) { return store::load_account(view, ada_.account)->staff; });
        EXPECT_EQ(own(casework::change_staff(desk, stripped)), "staff.own_account");
        const auto code = casework::renew_paper_code(desk, ada_.account);
        EXPECT_EQ(code ? "" : code.error().code, "staff.own_account");
        desk.actor = bea;  // closed a moment ago, with a click under way
        EXPECT_EQ(own(casework::set_account_open(desk, ada_.account, false)),
                  "people.account_closed");
        return Done{};
    });
    EXPECT_TRUE(is_signed_in(ada_.token));
}

}  // namespace
}  // namespace command
