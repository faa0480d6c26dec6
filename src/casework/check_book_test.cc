// The check of a book says that a sound one holds, and names what was broken in a copy by SQL.

#include "casework/check_book.h"

#include <sqlite3.h>

#include <algorithm>

#include "casework/assess_person.h"
#include "casework/finance_for_tests.h"
#include "casework/rules_for_tests.h"

namespace casework {
namespace {

class CheckBook : public FinanceCouncil {
protected:
    // A book in which everything happened at least once.
    void live() {
        all_due(first_day);
        delivered(2, "2006-05-09");
        run_ = released("2006-05-10");
        ASSERT_EQ(code(import(reply(run_, "2006-05-11"), "2006-05-12")), "");
        Desk own = desk(ann_account_, "2006-05-13");
        ASSERT_EQ(code(report_spending(own, ann_, own_, day("2006-05-12"), Money::pence(3000),
                                       "Help in the morning")),
                  "");
        Desk worker = desk(worker_, "2006-05-15");
        ASSERT_EQ(code(see_budget(worker, ann_)), "");
        ASSERT_EQ(code(change_holding(worker, ann_, third_, day("2006-05-22"),
                                      budget::Holding::individual_service_fund, trust_)),
                  "");
        all_due("2006-06-05");
        released("2006-06-05");
        answered();
        rules_changed();
    }
    // The council publishes a change of some rules of its own.
    void rules_changed() {
        const AccountId writer = staff_account("Hanna Berg", {people::Role::policy_officer});
        const AccountId second = staff_account("Idris Cole", {people::Role::policy_publisher});
        Desk system = system_desk();
        ASSERT_EQ(code(install_rules(system, {{"meals", loaded("meals", meals_to_publish())}})),
                  "");
        Desk writing = desk(writer, "2006-06-07");
        const auto draft = start_draft(writing, {.package = "meals", .title = "Dearer"});
        ASSERT_EQ(code(draft), "");
        ASSERT_EQ(code(save_draft(writing, *draft, 1, dearer_meals())), "");
        ASSERT_EQ(code(propose_draft(writing, *draft, 2, day("2006-07-01"), "Dearer food.")), "");
        Desk publishing = desk(second, "2006-06-08");
        ASSERT_EQ(code(publish_draft(publishing, *draft, 2)), "");
    }
    // Ann answers the questions and is told what they come to, signed.
    void answered() {
        std::vector<TypedAnswer> answers;
        for (const policy::CaseRow& row : shelf_["england-2005-pilot"]->cases().front().answers) {
            answers.push_back({row.name, row.value});
        }
        for (const policy::Question& each : shelf_["england-2005-pilot"]->questionnaire()) {
            const bool is_there = std::ranges::any_of(
                answers, [&](const TypedAnswer& answer) { return answer.question == each.id; });
            if (!is_there && each.required) {
                answers.push_back({each.id, "", true});
            }
        }
        Desk own = desk(ann_account_, "2006-06-06");
        ASSERT_EQ(code(start_assessment(own, ann_, assessment::Channel::page)), "");
        ASSERT_EQ(code(save_answers(own, ann_, answers, {}, assessment::Channel::page)), "");
        ASSERT_EQ(code(send_assessment(own, ann_, assessment::Channel::page)), "");
    }

    static std::string broken(store::Store& book) {
        std::string names;
        for (const Verdict& verdict : check_book(book)) {
            if (!verdict.violations.empty()) {
                names += (names.empty() ? "" : " ") + verdict.law->id;
            }
        }
        return names;
    }
    static std::string words(store::Store& book) {
        std::string all;
        for (const Verdict& verdict : check_book(book)) {
            for (const ledger::Violation& each : verdict.violations) {
                all += verdict.law->id + " " + each.about + ": " + each.words + "\n";
            }
        }
        return all;
    }

    // Copies the book, breaks the copy and gives the laws that are broken.
    std::string after(const std::string& sql) {
        store_.reset();
        const std::filesystem::path copy = folder_ / "broken.book";
        std::filesystem::copy_file(folder_ / "wendlebury.book", copy);
        sqlite3* handle = nullptr;
        EXPECT_EQ(sqlite3_open(copy.c_str(), &handle), SQLITE_OK);
        // A broken book may also have lost what guarded it.
        const std::string all = "pragma ignore_check_constraints = on;" + sql;
        char* fault = nullptr;
        EXPECT_EQ(sqlite3_exec(handle, all.c_str(), nullptr, nullptr, &fault), SQLITE_OK)
            << (fault != nullptr ? fault : "");
        EXPECT_GT(sqlite3_total_changes(handle), 0) << "nothing was broken: " << sql;
        sqlite3_free(fault);
        sqlite3_close(handle);
        auto book = store::Store::open_to_read(copy);
        EXPECT_TRUE(book.has_value());
        std::string names = book ? broken(**book) : "";
        store_ = store::Store::open(folder_ / "wendlebury.book", "wendlebury").value();
        return names;
    }
    // Whether a law is among those named.
    static bool names(const std::string& found, const std::string& law) {
        return (" " + found + " ").find(" " + law + " ") != std::string::npos;
    }

    PayRunId run_;
};

TEST_F(CheckBook, finds_nothing_in_a_sound_book) {
    live();
    EXPECT_EQ(words(*store_), "");
    ASSERT_EQ(laws().size(), 19U);
}

struct Break {
    const char* law;
    const char* sql;
};

class Broken : public CheckBook, public testing::WithParamInterface<Break> {};

TEST_P(Broken, book_is_named_by_its_law) {
    live();
    ASSERT_EQ(words(*store_), "");
    const std::string found = after(GetParam().sql);
    EXPECT_TRUE(names(found, GetParam().law)) << "named: " << found;
}

INSTANTIATE_TEST_SUITE_P(
    Laws, Broken,
    testing::Values(
        Break{"I1",
              "update posting set amount = amount + 1 where place = 0 and entry = (select "
              "min(entry) from posting)"},
        Break{"I1",
              "delete from posting where place = 0 and entry = (select max(entry) from posting)"},
        Break{"I2", "update balance set amount = amount + 1 where kind = 'held'"},
        Break{"I2", "delete from balance where kind = 'paid_to_holder'"},
        Break{"I3",
              "create table paid_again as select * from paid_once; drop table paid_once; insert "
              "into paid_again select * from paid_again limit 1; alter table paid_again rename to "
              "paid_once"},
        Break{"I3",
              "update payment_line set about = 'del_x', stream = 'one' where payment in (select id "
              "from payment where payee = (select payee from payment group by payee having "
              "count(*) > 1 limit 1))"},
        Break{"I4", "update entry set recorded = '2001-01-01T00:00:00Z' where seq = 3"},
        Break{"I4", "update delivery set status = 'refused'"},
        Break{"I4", "delete from act where seq = 5"},
        Break{"I5",
              "update posting set amount = amount * 1000 where entry in (select id from entry "
              "where kind = 'hold')"},
        Break{"I5", "update balance set amount = -1 where kind = 'available'"},
        Break{"I6", "update payment set status = 'prepared' where status = 'settled'"},
        Break{"I6",
              "update payment_line set amount = amount + 100 where rowid = (select min(rowid) from "
              "payment_line)"},
        Break{"I7", "update budget_portion set amount = 1"},
        Break{"I7", "update purchase set price = 1"},
        Break{"I8",
              "update posting set amount = amount * 100 where entry in (select id from entry where "
              "kind in ('recover', 'bring_back'))"},
        Break{"I9", "update bank_file set bytes = replace(bytes, '.00<', '.01<')"},
        Break{"I9", "delete from bank_file"},
        Break{"I10",
              "drop index bank_match_line; insert into bank_match select authority, id + 100, "
              "line, kind, reason, accepted_by, accepted_at, undone_by, undone_at from "
              "bank_match limit 1"},
        Break{"I10", "update bank_match set undone_at = accepted_at, undone_by = 'x' where id = 1"},
        Break{"I12", "update pay_run set released_by = prepared_by where released_by is not null"},
        Break{"I12", "update bank_details set confirmed_by = changed_by"},
        Break{"I13", "update person set died_on = '2006-05-09'"},
        Break{"I19", "update balance set amount = amount + 1 where kind = 'spent'"},
        Break{"I19", "update balance set amount = amount + 1 where kind = 'pool'"},
        Break{"I20", "update look set quarter = '2006-05-14T00:00:00Z'"},
        Break{"I20", "delete from look where seq = (select max(seq) from look)"},
        Break{"I20", "update look set purpose = 'another'"},
        Break{"I20", "update look set actor_name = ''"},
        Break{"I21", "update posting set year = 2007 where kind = 'held'"},
        Break{"I21", "update posting set year = 0 where kind = 'pool'"},
        Break{"I21", "update budget set year = 2007"},
        Break{"I21", "update entry set on_date = '2006-03-31' where kind = 'award'"},
        Break{"I22", "update allocation set payload = replace(payload, 'worked_out', 'decided')"},
        Break{"I22", "update allocation set number = 2"},
        Break{"I22", "update allocation set issued_on = '2006-06-07'"},
        Break{"I22", "update signing_key set until_on = '2006-06-01', seed = null"},
        Break{"I22", "update kept_package set files = replace(files, 'README', 'readme')"},
        Break{"I22", "delete from kept_package"},
        Break{"I23",
              "update kept_package set files = replace(files, '5.00,2010', '6.00,2010') where "
              "package = 'meals'"},
        Break{"I23", "delete from kept_package where package = 'meals'"},
        Break{"I23", "update package_version set fingerprint = 'x' where number = 2"},
        Break{"I24", "delete from package_version where number = 1"},
        Break{"I24", "delete from package_version where number = 2"},
        Break{"I24", "update package_version set number = 3 where number = 2"},
        Break{"I24",
              "update package_version set published_at = '2030-01-01T00:00:00Z' where number = 1"},
        Break{"I24",
              "update package_version set proposed_at = '2030-01-01T00:00:00Z' where number = 2"},
        Break{"I24", "update package_version set from_on = '2006-08-01' where number = 2"},
        Break{"I24", "update package_version set published_by = null where number = 2"},
        Break{"I24", "update package_version set reason = '' where number = 2"},
        Break{"I24", "update package_draft set state = 'open'"},
        Break{"I24", "update draft_revision set fingerprint = 'x' where number = 2"},
        Break{"I25", "update package_version set published_by = proposed_by where number = 2"},
        Break{"I25",
              "update package_draft set saved_by = (select published_by from package_version where "
              "number = 2)"}));

}  // namespace
}  // namespace casework
