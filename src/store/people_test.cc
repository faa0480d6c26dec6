#include "store/people.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/random.h"
#include "store/contacts.h"
#include "store/questions.h"
#include "store/reviews.h"
#include "store/staff.h"

namespace store {
namespace {

Date day(std::string_view text) {
    return *Date::parse(text);
}

// A book in a folder of its own.
class PeopleBook : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("onepurse-people-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        Result<std::unique_ptr<Store>> opened =
            Store::open(folder_ / "wendlebury.book", "wendlebury");
        ASSERT_TRUE(opened.has_value());
        store_ = std::move(*opened);
    }
    void TearDown() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    template <typename SomeId>
    SomeId id() {
        return random_.id<SomeId>(1'146'643'200'000);
    }
    // Keeps what `keeping(Tx&)` keeps.
    template <typename Keeping>
    void write(Keeping keeping) {
        const Outcome kept = store_->write([&](Tx& tx) -> Outcome {
            keeping(tx);
            return Done{};
        });
        ASSERT_TRUE(kept.has_value()) << kept.error().message;
    }
    people::Person ann() {
        people::Person person;
        person.id = id<PersonId>();
        person.name = "Zoë O’Neill";
        person.born = day("1931-02-28");
        person.group = people::ClientGroup::physical_or_sensory_impairment;
        person.address = "1 Mill Lane\nWendlebury";
        person.place = "Wendlebury";
        person.telephone = "01632 960123";
        person.format = people::Format::braille;
        person.language = "Polish";
        person.first_contact = day("2006-04-24");
        person.package = "england-2005-pilot";
        person.reference = "WE-00001";
        return person;
    }

    std::filesystem::path folder_;
    std::unique_ptr<Store> store_;
    Random random_ = Random::seeded(7);
};

TEST_F(PeopleBook, gives_back_a_person_as_she_was_kept_and_as_she_was_changed) {
    people::Person person = ann();
    person.worker = id<StaffId>();
    write([&](Tx& tx) { keep(tx, person); });
    const auto load = [&] {
        return *store_->read([&](Snapshot& view) { return load_person(view, person.id); });
    };
    EXPECT_EQ(load(), person);
    person.worker.reset();
    person.died_on = day("2006-09-01");
    person.moved_on = day("2006-08-01");
    person.ended_on = day("2006-10-01");
    person.format = people::Format::easy_read;
    write([&](Tx& tx) { change(tx, person); });
    EXPECT_EQ(load(), person);
}

TEST_F(PeopleBook, counts_references_up_and_lists_the_people_of_a_worker) {
    const StaffId worker = id<StaffId>();
    people::Person first = ann();
    first.worker = worker;
    people::Person second = ann();
    second.reference = "WE-00002";
    write([&](Tx& tx) {
        EXPECT_EQ(next_reference(tx), "WE-00001");
        keep(tx, first);
        EXPECT_EQ(next_reference(tx), "WE-00002");
        keep(tx, second);
    });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(load_people(view).size(), 2U);
        EXPECT_EQ(load_people_of(view, worker), std::vector{first});
        EXPECT_TRUE(load_people_of(view, id<StaffId>()).empty());
        EXPECT_EQ(load_person(view, id<PersonId>()).error().code, "people.not_found");
        return 0;
    });
}

TEST_F(PeopleBook, refuses_two_people_with_one_reference) {
    const people::Person first = ann();
    const people::Person second = ann();
    const Outcome twice = store_->write([&](Tx& tx) -> Outcome {
        keep(tx, first);
        keep(tx, second);
        return Done{};
    });
    ASSERT_FALSE(twice.has_value());
    EXPECT_EQ(twice.error().code, "store.rule_broken");
}

TEST_F(PeopleBook, gives_back_staff_and_finds_the_duty_worker) {
    people::Staff staff;
    staff.id = id<StaffId>();
    staff.name = "Will Ray";
    staff.team = "Adults";
    staff.roles = {people::Role::social_worker, people::Role::manager};
    staff.sign_off_weekly = Money::pence(30'050);
    staff.sign_off_variance = 10;
    write([&](Tx& tx) { keep(tx, staff); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(*load_staff(view, staff.id), staff);
        EXPECT_FALSE(find_duty_worker(view).has_value());
        EXPECT_EQ(load_staff(view, id<StaffId>()).error().code, "staff.not_found");
        return 0;
    });
    staff.is_duty = true;
    staff.roles = {people::Role::social_worker};
    write([&](Tx& tx) { change(tx, staff); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(find_duty_worker(view), staff);
        EXPECT_EQ(load_all_staff(view), std::vector{staff});
        return 0;
    });
}

TEST_F(PeopleBook, gives_back_contacts_while_they_wait) {
    people::Contact contact;
    contact.id = id<ContactId>();
    contact.name = "Ann Ashe";
    contact.reach = "01632 960123";
    contact.own_words = "I need help at night; it is hard.";
    contact.format = people::Format::audio;
    contact.channel = people::Channel::telephone;
    contact.on = day("2006-04-24");
    write([&](Tx& tx) { keep(tx, contact, Instant{1'146'643'200}); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(*load_contact(view, contact.id), contact);
        EXPECT_EQ(load_waiting_contacts(view), std::vector{contact});
        EXPECT_EQ(load_contact(view, id<ContactId>()).error().code, "contact.not_found");
        return 0;
    });
    contact.person = id<PersonId>();
    write([&](Tx& tx) { end_contact(tx, contact); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(*load_contact(view, contact.id), contact);
        EXPECT_TRUE(load_waiting_contacts(view).empty());
        return 0;
    });
}

TEST_F(PeopleBook, gives_back_questions_with_and_without_their_reply) {
    people::QuestionCase question;
    question.id = id<QuestionId>();
    question.person = id<PersonId>();
    question.ask = people::Ask::disagree;
    question.about = "sum:adult_social_care";
    question.own_words = "The nights are missing.";
    question.asked_on = day("2006-05-03");
    question.asked_by = id<AccountId>();
    question.asked_by_name = "Jo Field";
    question.worker = id<StaffId>();
    question.reply_by = day("2006-05-10");
    write([&](Tx& tx) { keep(tx, question); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(*load_question(view, question.id), question);
        EXPECT_EQ(load_waiting_questions(view, question.worker), std::vector{question});
        return 0;
    });
    const StaffId other = id<StaffId>();
    write([&](Tx& tx) { hand_over_questions(tx, question.person, other); });
    question.worker = other;
    question.reply = people::Reply{"We look at it on Monday.", day("2006-05-05"), "Will Ray"};
    write([&](Tx& tx) { keep_reply(tx, question); });
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(*load_question(view, question.id), question);
        EXPECT_EQ(load_questions_of(view, question.person), std::vector{question});
        EXPECT_TRUE(load_waiting_questions(view, other).empty());
        return 0;
    });
}

TEST_F(PeopleBook, numbers_reviews_within_the_person) {
    const PersonId person = id<PersonId>();
    people::Review review{.person = person, .due_on = day("2006-08-01")};
    write([&](Tx& tx) { keep(tx, review); });
    review.seq = 1;
    store_->read([&](Snapshot& view) {
        EXPECT_EQ(find_review_to_come(view, person), review);
        return 0;
    });
    review.held = people::ReviewHeld{day("2006-08-02"), people::ReviewOutcome::assess_again,
                                     "More help at night.", "Will Ray"};
    people::Review next{
        .person = person, .kind = people::ReviewKind::full, .due_on = day("2007-02-01")};
    write([&](Tx& tx) {
        keep(tx, review);
        keep(tx, next);
    });
    next.seq = 2;
    store_->read([&](Snapshot& view) {
        const std::vector<people::Review> all = {next, review};
        EXPECT_EQ(load_reviews(view, person), all);
        EXPECT_EQ(find_review_to_come(view, person), next);
        return 0;
    });
}

}  // namespace
}  // namespace store
