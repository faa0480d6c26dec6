// Questions, reviews, details, closing, the caseload and staff accounts, on a real book.

#include "casework/ask_about.h"
#include "casework/caseload.h"
#include "casework/change_details.h"
#include "casework/close_record.h"
#include "casework/content.h"
#include "casework/council_for_tests.h"
#include "casework/pilot_councils.h"
#include "casework/review_support.h"
#include "casework/take_up_report.h"
#include "casework/who_can_see.h"

namespace casework {
namespace {

using people::Ask;

class Record : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        ann_ = start(ann());
        ann_account_ = account_of(ann_);
    }
    people::Person kept() {
        return *store_->read([&](store::Snapshot& view) { return store::load_person(view, ann_); });
    }
    PersonId ann_;
    AccountId ann_account_;
};

TEST_F(Record, names_the_worker_and_a_day_of_reply_in_working_days) {
    // Wednesday 12 April 2006: Good Friday and Easter Monday lie within the five days.
    NewRecord early = ann();
    early.first_contact = day("2006-04-03");
    const PersonId bea = start(early, "2006-04-03");
    Desk at = desk(account_of(bea), "2006-04-12");
    const auto asked =
        ask_about(at, bea, Ask::disagree, "sum:adult_social_care", "Nights are missing.");
    ASSERT_TRUE(asked.has_value()) << asked.error().message;
    const auto opened = open_question(at, bea, *asked);
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(opened->question.reply_by, day("2006-04-21"));
    EXPECT_EQ(opened->worker_name, "Will Ray");
    EXPECT_EQ(opened->question.own_words, "Nights are missing.");
    EXPECT_NE(opened->about_words.find("the sum for "), std::string::npos);
}

TEST_F(Record, keeps_a_disagreement_only_with_words_and_help_also_without) {
    Desk at = desk(ann_account_);
    EXPECT_EQ(ask_about(at, ann_, Ask::disagree, "plan", "").error().code,
              "question.words_missing");
    EXPECT_EQ(ask_about(at, ann_, Ask::help, "", "x").error().code, "question.about_missing");
    EXPECT_TRUE(ask_about(at, ann_, Ask::help, "plan", "").has_value());
}

TEST_F(Record, replies_once_and_word_for_word) {
    Desk at = desk(ann_account_);
    const QuestionId question = *ask_about(at, ann_, Ask::help, "plan", "");
    Desk worker = desk(worker_, "2006-05-05");
    EXPECT_EQ(reply_to_question(worker, ann_, question, "").error().code, "question.reply_missing");
    ASSERT_TRUE(reply_to_question(worker, ann_, question, "I come on Monday at ten.").has_value());
    EXPECT_EQ(reply_to_question(worker, ann_, question, "Again").error().code,
              "question.already_answered");
    const auto opened = open_question(at, ann_, question);
    ASSERT_TRUE(opened->question.reply.has_value());
    EXPECT_EQ(opened->question.reply->words, "I come on Monday at ten.");
    EXPECT_EQ(opened->question.reply->by, "Will Ray");
    EXPECT_EQ(opened->question.reply->on, day("2006-05-05"));
}

TEST_F(Record, does_not_show_or_answer_a_question_through_another_record) {
    const PersonId bea = start(ann());
    Desk at = desk(ann_account_);
    const QuestionId question = *ask_about(at, ann_, Ask::help, "plan", "");
    Desk worker = desk(worker_);
    EXPECT_EQ(reply_to_question(worker, bea, question, "x").error().code, "question.not_found");
    EXPECT_EQ(open_question(worker, bea, question).error().code, "question.not_found");
    Desk bea_desk = desk(account_of(bea));
    EXPECT_EQ(questions_of(bea_desk, ann_).error().code, "people.not_allowed");
    EXPECT_EQ(reply_to_question(at, ann_, question, "x").error().code, "people.not_allowed");
}

TEST_F(Record, gives_a_question_without_a_named_worker_to_the_duty_worker) {
    people::Staff duty;
    duty.name = "Dee Dutt";
    duty.roles = {people::Role::social_worker};
    duty.is_duty = true;
    Desk system = system_desk();
    ASSERT_TRUE(make_staff(system, duty).has_value());
    NewRecord record = ann();
    record.without_worker = true;
    const PersonId bea = start(record);
    Desk at = desk(account_of(bea));
    const QuestionId question = *ask_about(at, bea, Ask::help, "plan", "");
    EXPECT_EQ(open_question(at, bea, question)->worker_name, "Dee Dutt");
}

TEST_F(Record, hands_open_questions_to_a_new_worker) {
    Desk at = desk(ann_account_);
    const QuestionId question = *ask_about(at, ann_, Ask::help, "plan", "");
    people::Staff other;
    other.name = "Ola Park";
    other.roles = {people::Role::manager};
    Desk system = system_desk();
    const StaffId ola = make_staff(system, other)->staff;
    Desk worker = desk(worker_);
    const people::Person before = kept();
    ASSERT_TRUE(change_council_details(worker, ann_, {before.name, before.born, before.group, ola})
                    .has_value());
    EXPECT_EQ(open_question(at, ann_, question)->worker_name, "Ola Park");
}

TEST_F(Record, makes_the_caseload_of_work_with_late_things_first) {
    Desk at = desk(ann_account_, "2006-05-03");
    ASSERT_TRUE(ask_about(at, ann_, Ask::disagree, "plan", "Too little.").has_value());
    Desk worker = desk(worker_, "2006-05-03");
    ASSERT_TRUE(set_review(worker, ann_, people::ReviewKind::light, day("2006-05-04")).has_value());

    Desk later = desk(worker_, "2006-05-05");
    const auto load = caseload(later);
    ASSERT_TRUE(load.has_value());
    ASSERT_EQ(load->own.size(), 2U);
    EXPECT_EQ(load->own[0].waiting, people::Waiting::review);
    EXPECT_TRUE(load->own[0].is_late);
    EXPECT_EQ(load->own[1].waiting, people::Waiting::disagreement);
    EXPECT_FALSE(load->own[1].is_late);
    EXPECT_EQ(load->own[1].day, day("2006-05-10"));
    EXPECT_EQ(work_in_words(load->own), "1 disagreement to answer by 10 May 2006, 1 review late");
    ASSERT_EQ(load->people.size(), 1U);

    Desk admin = desk(admin_);
    EXPECT_EQ(caseload(admin).error().code, "people.not_allowed");
    EXPECT_EQ(open_record(admin, ann_).error().code, "people.not_allowed");
    Desk ann_desk = desk(ann_account_);
    EXPECT_EQ(caseload(ann_desk).error().code, "people.not_allowed");
}

TEST_F(Record, leaves_far_reviews_and_closed_records_out_of_the_caseload) {
    Desk worker = desk(worker_);
    ASSERT_TRUE(set_review(worker, ann_, people::ReviewKind::full, day("2006-11-01")).has_value());
    EXPECT_TRUE(caseload(worker)->own.empty());
    Desk october = desk(worker_, "2006-10-10");
    EXPECT_EQ(caseload(october)->own.size(), 1U);
    ASSERT_TRUE(close_record(october, ann_, ClosedBy::move, day("2006-10-09")).has_value());
    EXPECT_TRUE(caseload(october)->own.empty());
    EXPECT_TRUE(caseload(october)->people.empty());
}

TEST_F(Record, records_a_review_in_place_of_the_one_to_come_and_sets_the_next) {
    Desk worker = desk(worker_);
    ASSERT_TRUE(set_review(worker, ann_, people::ReviewKind::light, day("2006-08-01")).has_value());
    ASSERT_TRUE(set_review(worker, ann_, people::ReviewKind::light, day("2006-08-08")).has_value());
    ReviewRecord record;
    record.held_on = day("2006-08-07");
    record.outcome = people::ReviewOutcome::plan_changes;
    record.notes = "More help at night.";
    record.next_on = day("2007-02-05");
    Desk early = desk(worker_, "2006-08-01");
    EXPECT_EQ(record_review(early, ann_, record).error().code, "review.held_ahead");
    Desk august = desk(worker_, "2006-08-07");
    ASSERT_TRUE(record_review(august, ann_, record).has_value());
    const auto overview = open_record(august, ann_);
    ASSERT_EQ(overview->reviews.size(), 2U);
    EXPECT_EQ(overview->review_to_come->due_on, day("2007-02-05"));
    EXPECT_EQ(overview->reviews[1].held->notes, "More help at night.");
    EXPECT_EQ(overview->reviews[1].due_on, day("2006-08-08"));
    record.next_on = day("2006-08-01");
    EXPECT_EQ(record_review(august, ann_, record).error().code, "review.due_past");
    EXPECT_EQ(open_record(august, ann_)->reviews.size(), 2U);  // refused as a whole
}

TEST_F(Record, closes_on_a_dated_fact_and_lets_nothing_new_begin) {
    Desk worker = desk(worker_, "2006-06-12");
    EXPECT_EQ(close_record(worker, ann_, ClosedBy::death, day("2006-06-13")).error().code,
              "people.close_ahead");
    EXPECT_EQ(close_record(worker, ann_, ClosedBy::end, day("2006-04-01")).error().code,
              "people.close_before_contact");
    ASSERT_TRUE(close_record(worker, ann_, ClosedBy::end, day("2006-06-30")).has_value());
    // A death before that end is recorded too; a second end is not.
    EXPECT_EQ(close_record(worker, ann_, ClosedBy::move, day("2006-06-20")).error().code,
              "people.record_closed");
    ASSERT_TRUE(close_record(worker, ann_, ClosedBy::death, day("2006-06-11")).has_value());
    EXPECT_EQ(kept().closed_on(), day("2006-06-11"));
    EXPECT_EQ(kept().ended_on, day("2006-06-30"));
    Desk at = desk(ann_account_, "2006-06-12");
    EXPECT_EQ(ask_about(at, ann_, Ask::help, "plan", "").error().code, "people.record_closed");
    EXPECT_EQ(set_review(worker, ann_, people::ReviewKind::full, day("2006-07-01")).error().code,
              "people.record_closed");
    Desk admin = desk(admin_);
    EXPECT_EQ(close_record(admin, ann_, ClosedBy::death, day("2006-06-11")).error().code,
              "people.not_allowed");
}

TEST_F(Record, lets_the_person_and_the_worker_change_how_to_reach_her) {
    OwnDetails details{"2 High Street", "Bicester", "01632 960999", people::Format::audio,
                       "Polish"};
    Desk at = desk(ann_account_);
    ASSERT_TRUE(change_own_details(at, ann_, details).has_value());
    EXPECT_EQ(kept().place, "Bicester");
    EXPECT_EQ(kept().format, people::Format::audio);
    Desk worker = desk(worker_);
    details.language = "English";
    ASSERT_TRUE(change_own_details(worker, ann_, details).has_value());
    details.place = "";
    EXPECT_EQ(change_own_details(at, ann_, details).error().code, "people.place_missing");
    EXPECT_EQ(change_council_details(at, ann_, {"Ann", kept().born, kept().group, {}}).error().code,
              "people.not_allowed");
    EXPECT_EQ(kept().language, "English");
}

TEST_F(Record, shows_the_way_ahead_with_the_days_of_what_is_done) {
    Desk at = desk(ann_account_);
    const auto way = way_ahead(at, ann_);
    ASSERT_TRUE(way.has_value());
    EXPECT_FALSE(way->has_budget);
    EXPECT_EQ(way->worker_name, "Will Ray");
    EXPECT_EQ(way->steps[0].done_on, day("2006-04-24"));
    EXPECT_EQ(way->steps[1].done_on, day("2006-05-03"));
    EXPECT_FALSE(way->steps[2].done_on.has_value());
    EXPECT_EQ(way->steps[2].href, "/assessment");
    EXPECT_EQ(way->steps[3].href, "");
}

TEST_F(Council, keeps_staff_from_changing_their_own_work_and_from_both_sides_of_a_run) {
    Desk admin = desk(admin_);
    people::Staff staff;
    staff.name = "Fin Reed";
    staff.roles = {people::Role::finance, people::Role::finance_release};
    EXPECT_EQ(make_staff(admin, staff).error().code, "staff.both_sides_of_a_run");
    staff.roles = {people::Role::stream_owner};
    EXPECT_EQ(make_staff(admin, staff).error().code, "staff.stream_missing");
    staff.stream = "no_such_stream";
    EXPECT_EQ(make_staff(admin, staff).error().code, "staff.stream_unknown");
    staff.stream = known_streams(shelf_).front().first;
    const auto made = make_staff(admin, staff);
    ASSERT_TRUE(made.has_value()) << made.error().message;
    const auto accounts = office_accounts(admin);
    ASSERT_TRUE(accounts.has_value());
    for (const OfficeAccount& office : *accounts) {
        if (office.account.id == admin_) {
            EXPECT_EQ(change_staff(admin, *office.staff).error().code, "staff.own_account");
        }
    }
    EXPECT_EQ(set_account_open(admin, admin_, false).error().code, "staff.own_account");
    Desk worker = desk(worker_);
    EXPECT_EQ(make_staff(worker, staff).error().code, "people.not_allowed");
    EXPECT_EQ(office_accounts(worker).error().code, "people.not_allowed");
}

TEST_F(Council, shuts_a_closed_account_out_at_once) {
    Desk worker = desk(worker_);
    ASSERT_TRUE(caseload(worker).has_value());
    Desk admin = desk(admin_);
    ASSERT_TRUE(set_account_open(admin, worker_, false).has_value());
    EXPECT_EQ(caseload(worker).error().code, "people.account_closed");
    ASSERT_TRUE(set_account_open(admin, worker_, true).has_value());
    EXPECT_TRUE(caseload(worker).has_value());
    const PersonId ann_id = start(ann());
    EXPECT_EQ(set_account_open(admin, account_of(ann_id), false).error().code,
              "staff.not_an_office_account");
}

TEST_F(Council, makes_a_provider_with_an_account_and_a_code) {
    Desk admin = desk(admin_);
    market::Provider provider;
    provider.name = "Kind Hands";
    EXPECT_EQ(make_provider(admin, provider, "Pat Lee").error().code, "provider.work_missing");
    provider.what_they_do = "Help at home";
    provider.places = {"Wendlebury"};
    provider.accepts = {market::Payer::council};
    EXPECT_EQ(make_provider(admin, provider, "").error().code, "provider.user_missing");
    const auto made = make_provider(admin, provider, "Pat Lee");
    ASSERT_TRUE(made.has_value()) << made.error().message;
    Desk at_home = desk({});
    const auto owner = read_paper_code(at_home, *made->paper_code);
    ASSERT_TRUE(owner.has_value());
    EXPECT_EQ(owner->provider, made->provider);
}

TEST_F(Record, counts_take_up_by_group_for_workers_and_hides_small_counts) {
    for (int i = 0; i < 4; ++i) {
        start(ann());
    }
    NewRecord other = ann();
    other.group = people::ClientGroup::mental_health;
    start(other);
    Desk worker = desk(worker_);
    const auto report = take_up_report(worker);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->groups[0].asked, 5U);
    EXPECT_EQ(report->groups[2].asked, 1U);
    EXPECT_EQ(report->together.asked, 6U);
    const std::string csv = take_up_csv(*report);
    EXPECT_NE(csv.find("older_people,5,answered,Fewer than 5,,,Fewer than 5,"), std::string::npos)
        << csv;
    EXPECT_NE(csv.find("mental_health,Fewer than 5,answered,Fewer than 5"), std::string::npos)
        << csv;
    // Six together, less the five shown, would give the one away.
    EXPECT_NE(csv.find("all,Not shown,answered,Fewer than 5"), std::string::npos) << csv;
    Desk admin = desk(admin_);
    EXPECT_EQ(take_up_report(admin).error().code, "people.not_allowed");
}

TEST(PilotCouncils, are_thirteen_and_name_groups_only_where_they_are_published) {
    const std::vector<PilotCouncil>& councils = pilot_councils();
    ASSERT_EQ(councils.size(), 13U);
    for (const PilotCouncil& council : councils) {
        EXPECT_FALSE(council.source.empty());
        EXPECT_EQ(council.client_groups.empty(), council.name != "Essex") << council.name;
    }
}

TEST(PilotCouncils, refuse_a_fact_without_its_source) {
    const auto read = read_pilot_councils(
        "council,source,client_groups,groups_source,money,ways_tried,later,later_source\n"
        "Essex,paper,older people,,,,,\n");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "pilots.source_missing");
    EXPECT_EQ(read.error().place, "line 2");
}

}  // namespace
}  // namespace casework
