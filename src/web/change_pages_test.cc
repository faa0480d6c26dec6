// The pages on which a worker changes a budget, and on which a person says what she paid in.

#include "web/change_pages.h"

#include <gtest/gtest.h>

#include "casework/agree_budget.h"
#include "casework/change_budget.h"
#include "casework/make_plan.h"
#include "casework/pay_instalments.h"
#include "casework/record_cash_limit.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class ChangePages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        manager_ = staff_account("May Lee", {people::Role::manager});
        finance_ = staff_account("Fin Prior", {people::Role::finance});
        ann_ = start(ann());
        own_ = account_of(ann_);
        home_ = "/people/" + ann_.to_text();
        agreed(ann_, "adult_social_care", Money::pence(20000));
        casework::Desk money = desk(finance_);
        ASSERT_TRUE(
            casework::record_cash_limit(money, "adult_social_care", Money::pence(900000), "x"));
        make_budget();
    }
    void make_budget() {
        const Period dates{casework::day("2006-05-08"), casework::day("2006-10-23")};
        casework::Desk hers = desk(own_);
        const auto plan = casework::start_plan(hers, ann_, dates);
        ASSERT_TRUE(plan.has_value());
        ASSERT_TRUE(casework::save_outcomes(hers, ann_, *plan, {"To stay at home"}));
        casework::PlanLineDraft draft;
        draft.what = "Help in the morning";
        draft.purpose = "personal_care";
        draft.unit = market::Unit::week;
        draft.frequency = {budget::Every::week, 1};
        draft.price = Money::pence(4000);
        draft.dates = dates;
        draft.holding = budget::Holding::direct_payment;
        const auto line = casework::save_line(hers, ann_, *plan, draft, {});
        ASSERT_TRUE(line.has_value());
        line_ = *line;
        ASSERT_TRUE(casework::send_plan(hers, ann_, *plan));
        casework::Desk agrees = desk(manager_);
        ASSERT_TRUE(casework::agree_plan(agrees, ann_, *plan, "It fits"));
        casework::Desk accepts = desk(own_);
        ASSERT_TRUE(casework::accept_plan(accepts, ann_, *plan));
    }
    std::string page(const std::string& what) {
        return home_ + "/changes/" + line_.to_text() + "/" + what;
    }
    static std::vector<Field> day_of(const std::string& day, const std::string& month) {
        return {{"day-day", day}, {"day-month", month}, {"day-year", "2006"}};
    }

    AccountId manager_;
    AccountId finance_;
    AccountId own_;
    PersonId ann_;
    PlanLineId line_;
    std::string home_;
};

TEST_F(ChangePages, tell_in_pounds_and_days_before_a_worker_makes_the_change) {
    sign_in(worker_);
    EXPECT_TRUE(says(get(home_ + "/record"), home_ + "/changes"));
    EXPECT_TRUE(says(get(home_ + "/changes"), "Help in the morning"));
    const Response empty = fill_in(page("price"), page("price"), {{"price", ""}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Write why this changes"));
    EXPECT_TRUE(says(empty, "Enter the price for one"));
    std::vector<Field> fields = day_of("5", "6");
    fields.push_back({"price", "50"});
    fields.push_back({"times", "1"});
    fields.push_back({"every", "week"});
    fields.push_back({"why", "Prices rose"});
    const Response shown = fill_in(page("price"), page("price"), fields);
    EXPECT_TRUE(says(shown, "£200.00 more for this budget")) << shown.body;
    EXPECT_TRUE(says(shown, "Adult social care gives £200.00 more."));
    // Only looked at: nothing has changed yet.
    EXPECT_TRUE(says(get(home_ + "/changes"), "£40.00"));
    EXPECT_FALSE(says(get(home_ + "/changes"), "£50.00"));
    fields.push_back({"sure", "yes"});
    EXPECT_EQ(location(fill_in(page("price"), page("price"), fields)), home_ + "/changes");
    EXPECT_TRUE(says(get(home_ + "/changes"), "£50.00"));
}

TEST_F(ChangePages, say_beside_the_day_what_is_wrong_with_it_and_are_for_workers) {
    sign_in(worker_);
    std::vector<Field> fields = day_of("5", "12");
    fields.push_back({"why", "The club was shut"});
    for (const std::string what : {"later", "end"}) {
        const Response late = fill_in(page(what), page(what), fields);
        EXPECT_EQ(late.status, 422) << what;
        EXPECT_TRUE(says(late, "href=\"#day-day\"") || says(late, "href=\"#day\"")) << late.body;
        EXPECT_TRUE(says(late, "Choose a day from"));
        EXPECT_TRUE(says(late, "The club was shut"));
    }
    std::vector<Field> earlier = day_of("4", "6");
    earlier.push_back({"why", "The club was shut"});
    EXPECT_TRUE(says(fill_in(page("end"), page("end"), earlier), "£800.00 less"));
    sign_in(own_);
    EXPECT_EQ(get(home_ + "/changes").status, 403);
    EXPECT_EQ(get(page("price")).status, 403);
}

TEST_F(ChangePages, tell_what_moves_before_a_line_is_held_another_way) {
    sign_in(worker_);
    EXPECT_TRUE(says(get(home_ + "/changes"), page("holding")));
    const Response form = get(page("holding"));
    EXPECT_TRUE(says(form, "Who holds the money from then on?"));
    std::vector<Field> fields = day_of("5", "6");
    fields.push_back({"why", "She asked for it"});
    fields.push_back({"holding", "nominated_third_party"});
    const Response nobody = fill_in(page("holding"), page("holding"), fields);
    EXPECT_EQ(nobody.status, 422);
    EXPECT_TRUE(says(nobody, "href=\"#holder\"")) << nobody.body;
    EXPECT_TRUE(says(nobody, "She asked for it"));
    fields.back().value = "direct_payment";
    const Response same = fill_in(page("holding"), page("holding"), fields);
    EXPECT_EQ(same.status, 422);
    EXPECT_TRUE(says(same, "This line is held in this way already"));
    fields.back().value = "council_managed";
    const Response shown = fill_in(page("holding"), page("holding"), fields);
    EXPECT_TRUE(says(shown, "The same money, held another way")) << shown.body;
    EXPECT_TRUE(says(shown, "5 June 2006"));
    EXPECT_TRUE(says(shown, "is no longer promised, and is free again")) << shown.body;
    EXPECT_FALSE(says(get(home_ + "/changes"), "The council holds the money and pays for Ann"));
    fields.push_back({"sure", "yes"});
    EXPECT_EQ(location(fill_in(page("holding"), page("holding"), fields)), home_ + "/changes");
    EXPECT_TRUE(says(get(home_ + "/changes"), "The council holds the money and pays for Ann"));
    sign_in(own_);
    EXPECT_EQ(get(page("holding")).status, 403);
}

TEST_F(ChangePages, a_record_closes_in_two_steps_and_opens_again_with_a_reason) {
    const std::string close = home_ + "/close";
    sign_in(worker_);
    const Response empty = fill_in(close, close, {{"why", "end"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Enter the day"));
    std::vector<Field> fields = {
        {"why", "end"}, {"on-day", "3"}, {"on-month", "7"}, {"on-year", "2006"}};
    const Response shown = fill_in(close, close, fields);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(says(shown, "The last day that is paid is 2 July 2006")) << shown.body;
    EXPECT_TRUE(says(shown, "No order is open"));
    EXPECT_TRUE(says(shown, "Leave it open"));
    // Only looked at: the record is open.
    EXPECT_FALSE(says(get(home_ + "/record"), "This record is closed from"));
    fields.push_back({"sure", "yes"});
    EXPECT_EQ(location(fill_in(close, close, fields)), home_ + "/record");
    const Response record = get(home_ + "/record");
    EXPECT_TRUE(says(record, "This record is closed from 3 July 2006"));
    EXPECT_TRUE(says(record, home_ + "/open-again"));
    const std::string again = home_ + "/open-again";
    const Response no_reason = fill_in(again, again, {{"why", ""}});
    EXPECT_EQ(no_reason.status, 422);
    EXPECT_TRUE(says(no_reason, "Write why it opens again"));
    EXPECT_EQ(location(fill_in(again, again, {{"why", "She came back"}})), home_ + "/record");
    EXPECT_FALSE(says(get(home_ + "/record"), "This record is closed from"));
    EXPECT_EQ(fill_in(again, again, {{"why", "Again"}}).status, 422);
    sign_in(own_);
    EXPECT_EQ(get(close).status, 403);
    EXPECT_EQ(get(again).status, 403);
    EXPECT_TRUE(says(get(home_ + "/who"), "opened the record again"));
}

TEST_F(ChangePages, a_person_says_what_she_paid_in) {
    const std::string paid = home_ + "/contribution/paid";
    sign_in(own_);
    EXPECT_TRUE(says(get(paid), "Nobody asks you to pay money"));
    budget::ContributionTerm term;
    term.from = casework::day("2006-05-08");
    term.weekly = Money::pence(600);
    casework::Desk worker = desk(worker_);
    ASSERT_TRUE(casework::set_contribution(worker, ann_, "adult_social_care", term, "Worked out"));
    const Response empty = fill_in(paid, paid, {{"stream", "adult_social_care"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Enter how much was paid in"));
    EXPECT_EQ(location(fill_in(paid, paid,
                               {{"stream", "adult_social_care"},
                                {"amount", "24"},
                                {"on-day", "3"},
                                {"on-month", "5"},
                                {"on-year", "2006"}})),
              home_ + "/budget");
    EXPECT_TRUE(says(get(home_ + "/statement"), "Your contribution paid in"));
    sign_in(worker_);
    EXPECT_EQ(get(paid).status, 403);
}

TEST_F(ChangePages, finance_writes_down_a_bill_that_was_paid_another_way) {
    budget::ContributionTerm term;
    term.from = casework::day("2006-05-08");
    term.weekly = Money::pence(600);
    term.collected = budget::Collected::gross;
    casework::Desk worker = desk(worker_);
    ASSERT_TRUE(casework::set_contribution(worker, ann_, "adult_social_care", term, "Worked out"));
    today_ = "2006-06-06";
    casework::Desk system = desk({}, today_);
    system.is_system = true;
    ASSERT_TRUE(casework::fall_due(system));
    sign_in(finance_);
    const Response money = get("/finance");
    const std::size_t at = money.body.find("/paid\"");
    ASSERT_NE(at, std::string::npos) << money.body;
    const std::size_t from = money.body.rfind('"', at) + 1;
    const std::string bill = money.body.substr(from, at + 5 - from);
    EXPECT_TRUE(says(get(bill), "£24.00 is still to be paid"));
    std::vector<Field> fields = {{"amount", "30"},
                                 {"on-day", "6"},
                                 {"on-month", "6"},
                                 {"on-year", "2006"},
                                 {"how", "Cheque 000123"}};
    const Response too_much = fill_in(bill, bill, fields);
    EXPECT_EQ(too_much.status, 422);
    EXPECT_TRUE(says(too_much, "href=\"#amount\""));
    fields[0].value = "24";
    EXPECT_EQ(location(fill_in(bill, bill, fields)), "/finance");
    EXPECT_FALSE(says(get("/finance"), bill));
    sign_in(own_);
    EXPECT_TRUE(says(get(home_ + "/statement"), "Your contribution paid to the council"));
    EXPECT_TRUE(says(get(home_ + "/statement"), "Bills for what you pay"));
}

}  // namespace
}  // namespace web
