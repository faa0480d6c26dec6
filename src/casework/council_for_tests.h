#pragma once
// A council for the tests of journeys: a real book in a folder of its own, the shipped packages, a
// seeded source of chance, and a few members of staff made through the journeys a council uses.
// Only tests include it.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "assessment/stream_decision.h"
#include "casework/arrange_help.h"
#include "casework/desk.h"
#include "casework/sign_in.h"
#include "casework/staff_accounts.h"
#include "casework/start_record.h"
#include "store/accounts.h"
#include "store/book.h"
#include "store/decisions.h"
#include "store/people.h"
#include "store/staff.h"

namespace casework {

inline Date day(std::string_view text) {
    return *Date::parse(text);
}

// Reads the files of a package that the project ships.
inline std::shared_ptr<const policy::Package> shipped_package(const std::string& id) {
    policy::Files files;
    const std::filesystem::path folder =
        std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies" / id;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        files[entry.path().filename().string()] = bytes.str();
    }
    Result<policy::Package> package = policy::Package::load(id, files);
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return package ? std::make_shared<const policy::Package>(std::move(*package)) : nullptr;
}

class Council : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("onepurse-casework-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        Result<std::unique_ptr<store::Store>> opened =
            store::Store::open(folder_ / "wendlebury.book", "wendlebury");
        ASSERT_TRUE(opened.has_value());
        store_ = std::move(*opened);
        static const std::shared_ptr<const policy::Package> pilot =
            shipped_package("england-2005-pilot");
        shelf_["england-2005-pilot"] = pilot;
        admin_ = staff_account("Ada Young", {people::Role::account_admin});
        worker_ = staff_account("Will Ray", {people::Role::social_worker});
    }
    void TearDown() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    // Sits an account at a desk of this council, on a day.
    Desk desk(AccountId actor, std::string_view on = "2006-05-03") {
        Desk made{.store = *store_, .shelf = shelf_, .today = day(on), .now = {}};
        made.random = Random::seeded(++seed_);
        made.now = Instant{made.today.days() * 86400 + 9 * 3600 + static_cast<int>(seed_)};
        made.actor = actor;
        return made;
    }
    Desk system_desk() {
        Desk made = desk({});
        made.is_system = true;
        return made;
    }

    // Makes a member of staff and gives her account.
    AccountId staff_account(const std::string& name, std::set<people::Role> roles,
                            std::optional<StreamId> stream = {}) {
        people::Staff staff;
        staff.name = name;
        staff.team = "Adults";
        staff.roles = std::move(roles);
        staff.stream = std::move(stream);
        staff.sign_off_weekly = Money::pence(30000);
        staff.sign_off_variance = 10;
        Desk system = system_desk();
        const auto made = make_staff(system, staff);
        EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message);
        return made ? account_of(made->staff) : AccountId{};
    }
    AccountId account_of(StaffId staff) {
        return store_->read([&](store::Snapshot& view) {
            for (const identity::Account& account : store::load_accounts(view)) {
                if (account.staff == staff) {
                    return account.id;
                }
            }
            return AccountId{};
        });
    }
    AccountId account_of(PersonId person) {
        return store_->read([&](store::Snapshot& view) {
            const auto account = store::find_account_of(view, person);
            return account ? account->id : AccountId{};
        });
    }

    // Names the council in its book as a fictional example, where anybody may sign in as anybody.
    void name_as_example() {
        const Outcome named = store_->write([](store::Tx& tx) -> Outcome {
            store::name_council(tx, "Wendlebury Council", true);
            return Done{};
        });
        EXPECT_TRUE(named.has_value());
    }

    NewRecord ann() {
        NewRecord record;
        record.name = "Ann Ashe";
        record.born = day("1931-02-11");
        record.group = people::ClientGroup::older_people;
        record.address = "1 Mill Lane, Wendlebury";
        record.place = "Wendlebury";
        record.telephone = "01632 960123";
        record.first_contact = day("2006-04-24");
        record.package = "england-2005-pilot";
        return record;
    }
    // Marks the book as a fictional example.
    void make_example() {
        EXPECT_TRUE(store_
                        ->write([&](store::Tx& tx) -> Outcome {
                            store::name_council(tx, "Wendlebury Council", true);
                            return Done{};
                        })
                        .has_value());
    }
    // Starts a record by the worker.
    PersonId start(const NewRecord& record, std::string_view on = "2006-05-03") {
        Desk at = desk(worker_, on);
        const auto started = start_record(at, record);
        EXPECT_TRUE(started.has_value()) << (started ? "" : started.error().message);
        return started ? started->person : PersonId{};
    }

    // Has a stream's weekly sum agreed for a person.
    void agreed(PersonId person, const StreamId& stream, Money weekly) {
        const Outcome kept = store_->write([&](store::Tx& tx) -> Outcome {
            assessment::StreamDecision decision;
            decision.id = desk({}).new_id<DecisionId>();
            decision.person = person;
            decision.stream = stream;
            decision.stage = assessment::Stage::agreed;
            decision.eligible = true;
            decision.weekly = weekly;
            decision.on = day("2006-05-03");
            decision.decided_by = "Its owner";
            decision.reason = "Agreed";
            store::keep(tx, decision);
            return Done{};
        });
        EXPECT_TRUE(kept.has_value());
    }

    std::filesystem::path folder_;
    std::unique_ptr<store::Store> store_;
    Shelf shelf_;
    AccountId admin_;
    AccountId worker_;
    std::uint64_t seed_ = 0;
};

}  // namespace casework
