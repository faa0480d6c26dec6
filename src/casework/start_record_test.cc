#include "casework/start_record.h"

#include "casework/ask_for_support.h"
#include "casework/caseload.h"
#include "casework/council_for_tests.h"
#include "store/steps.h"

namespace casework {
namespace {

people::Contact request() {
    people::Contact contact;
    contact.name = "Ann Ashe";
    contact.reach = "01632 960123, mornings";
    contact.own_words = "I cannot get up the stairs any more.";
    contact.format = people::Format::large_print;
    return contact;
}

TEST_F(Council, takes_a_request_for_help_from_somebody_without_an_account) {
    Desk nobody = desk({});
    const auto asked = ask_for_support(nobody, request());
    ASSERT_TRUE(asked.has_value());
    EXPECT_FALSE(nobody.is_system);

    Desk worker = desk(worker_);
    const auto waiting = waiting_contacts(worker);
    ASSERT_TRUE(waiting.has_value());
    ASSERT_EQ(waiting->size(), 1U);
    EXPECT_EQ(waiting->front().own_words, "I cannot get up the stairs any more.");
    EXPECT_EQ(waiting->front().channel, people::Channel::page);
    EXPECT_EQ(waiting->front().on, day("2006-05-03"));
}

TEST_F(Council, refuses_a_request_nobody_could_answer) {
    Desk nobody = desk({});
    people::Contact contact = request();
    contact.reach = "";
    EXPECT_EQ(ask_for_support(nobody, contact).error().code, "contact.reach_missing");
    contact = request();
    contact.own_words = "";
    EXPECT_EQ(ask_for_support(nobody, contact).error().code, "contact.words_missing");
    Desk worker = desk(worker_);
    EXPECT_TRUE(waiting_contacts(worker)->empty());
}

TEST_F(Council, does_not_show_requests_to_those_who_only_look_after_accounts) {
    Desk admin = desk(admin_);
    EXPECT_EQ(waiting_contacts(admin).error().code, "people.not_allowed");
    EXPECT_EQ(start_record(admin, ann()).error().code, "people.not_allowed");
}

TEST_F(Council, starts_a_record_from_a_request_and_prints_a_code_that_opens_the_account) {
    Desk nobody = desk({}, "2006-04-24");
    const ContactId contact = *ask_for_support(nobody, request());

    Desk worker = desk(worker_);
    NewRecord record = ann();
    record.contact = contact;
    const auto started = start_record(worker, record);
    ASSERT_TRUE(started.has_value()) << started.error().message;
    ASSERT_TRUE(started->paper_code.has_value());

    Desk at_home = desk({});
    const auto owner = read_paper_code(at_home, *started->paper_code);
    ASSERT_TRUE(owner.has_value());
    EXPECT_EQ(owner->person, started->person);

    EXPECT_TRUE(waiting_contacts(worker)->empty());
    EXPECT_EQ(open_contact(worker, contact)->person, started->person);
    const auto kept = store_->read(
        [&](store::Snapshot& view) { return store::load_person(view, started->person); });
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->reference, "WE-00001");
    EXPECT_EQ(kept->first_contact, day("2006-04-24"));
    EXPECT_TRUE(kept->worker.has_value());
    const auto steps = store_->read(
        [&](store::Snapshot& view) { return store::load_steps(view, started->person); });
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].name, "first_contact");
    EXPECT_EQ(steps[0].on, day("2006-04-24"));
    EXPECT_EQ(steps[1].name, "record_started");
    EXPECT_EQ(steps[1].on, day("2006-05-03"));
}

TEST_F(Council, starts_one_record_however_often_the_form_is_sent_and_shows_the_code_once) {
    Desk worker = desk(worker_);
    worker.request = worker.new_id<RequestId>();
    worker.fingerprint = "form";
    const auto first = start_record(worker, ann());
    const auto again = start_record(worker, ann());
    ASSERT_TRUE(first.has_value());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(first->person, again->person);
    EXPECT_TRUE(first->paper_code.has_value());
    EXPECT_FALSE(again->paper_code.has_value());
    worker.fingerprint = "another form";
    EXPECT_EQ(start_record(worker, ann()).error().code, "request.other_content");
}

TEST_F(Council, does_not_start_two_records_from_one_request) {
    Desk nobody = desk({});
    NewRecord record = ann();
    record.contact = *ask_for_support(nobody, request());
    start(record);
    Desk worker = desk(worker_);
    EXPECT_EQ(start_record(worker, record).error().code, "contact.already_ended");
    EXPECT_EQ(close_contact(worker, *record.contact, "twice").error().code,
              "contact.already_ended");
}

TEST_F(Council, refuses_a_record_that_cannot_be_true) {
    Desk worker = desk(worker_);
    NewRecord record = ann();
    record.name = "";
    EXPECT_EQ(start_record(worker, record).error().code, "people.name_missing");
    record = ann();
    record.born = day("1850-01-01");
    EXPECT_EQ(start_record(worker, record).error().code, "people.born_impossible");
    record = ann();
    record.first_contact = day("2006-05-04");
    EXPECT_EQ(start_record(worker, record).error().code, "people.contact_impossible");
    record = ann();
    record.package = "no-such-rules";
    EXPECT_EQ(start_record(worker, record).error().code, "people.package_missing");
    record = ann();
    record.place = "";
    EXPECT_EQ(start_record(worker, record).error().code, "people.place_missing");
    record = ann();
    record.worker = worker.new_id<StaffId>();
    EXPECT_EQ(start_record(worker, record).error().code, "staff.not_found");
}

TEST_F(Council, ends_the_old_code_when_a_new_one_is_printed) {
    Desk worker = desk(worker_);
    const auto started = start_record(worker, ann());
    ASSERT_TRUE(started.has_value());
    Desk again = desk(worker_);
    const auto renewed = renew_code_of_person(again, started->person);
    ASSERT_TRUE(renewed.has_value());
    ASSERT_TRUE(renewed->has_value());
    Desk at_home = desk({});
    EXPECT_EQ(read_paper_code(at_home, *started->paper_code).error().code, "identity.paper_code");
    EXPECT_TRUE(read_paper_code(at_home, **renewed).has_value());
}

TEST_F(Council, makes_an_account_later_for_somebody_who_began_on_paper) {
    NewRecord record = ann();
    record.with_account = false;
    Desk worker = desk(worker_);
    const auto started = start_record(worker, record);
    ASSERT_TRUE(started.has_value());
    EXPECT_FALSE(started->paper_code.has_value());
    EXPECT_TRUE(account_of(started->person).is_none());
    Desk later = desk(worker_);
    ASSERT_TRUE(renew_code_of_person(later, started->person).has_value());
    EXPECT_FALSE(account_of(started->person).is_none());
}

TEST_F(Council, closes_a_request_only_with_a_reason) {
    Desk nobody = desk({});
    const ContactId contact = *ask_for_support(nobody, request());
    Desk worker = desk(worker_);
    EXPECT_EQ(close_contact(worker, contact, "").error().code, "contact.why_missing");
    ASSERT_TRUE(close_contact(worker, contact, "Advice was enough.").has_value());
    EXPECT_TRUE(waiting_contacts(worker)->empty());
    EXPECT_EQ(open_contact(worker, contact)->closed_why, "Advice was enough.");
}

}  // namespace
}  // namespace casework
