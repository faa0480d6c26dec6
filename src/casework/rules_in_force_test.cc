// What is published counts from the next desk on; what was told before stays as it was told; and
// what comes with Onepurse never takes the place of what a council decided.

#include "casework/rules_in_force.h"

#include <atomic>
#include <thread>

#include "casework/assess_person.h"
#include "casework/check_answers.h"
#include "casework/people_for_comparison.h"
#include "casework/rules_for_tests.h"
#include "casework/see_assessment.h"
#include "store/allocations.h"
#include "store/journal.h"

namespace casework {
namespace {

using assessment::Channel;

class RulesInForceTest : public RulesCouncil {
protected:
    void SetUp() override {
        RulesCouncil::SetUp();
        NewRecord record = ann();
        record.package = "meals";
        Desk worker = at(worker_, "2010-05-01");
        const auto started = start_record(worker, record);
        ASSERT_TRUE(started.has_value()) << started.error().message;
        ann_ = started->person;
        ann_account_ = account_of(ann_);
    }
    template <typename T>
    static std::string code(const Result<T>& result) {
        return result ? "" : result.error().code;
    }
    void answers(const std::vector<TypedAnswer>& typed, std::string_view on) {
        Desk own = at(ann_account_, on);
        ASSERT_EQ(code(save_answers(own, ann_, typed, {}, Channel::page)), "");
    }
    void sent(std::string_view on) {
        Desk own = at(ann_account_, on);
        ASSERT_EQ(code(start_assessment(own, ann_, Channel::page)), "");
        answers({{"meals_needed", "five"}}, on);
        ASSERT_EQ(code(send_assessment(own, ann_, Channel::page)), "");
    }
    // What the page shows for meals a week on a day.
    std::string shown(std::string_view on) {
        Desk own = at(ann_account_, on);
        const auto view = see_assessment(own, ann_, "test");
        if (!view) {
            return view.error().code;
        }
        const assessment::Assessment assessed = view->assess(own.today);
        const assessment::StreamSum* sum = assessed.find("meals");
        if (sum == nullptr) {
            return "no stream";
        }
        return sum->weekly ? sum->weekly->to_text()
                           : "waits for " + (sum->waiting_for.empty() ? std::string("nothing")
                                                                      : sum->waiting_for.front());
    }
    std::size_t told() {
        return store_->read([&](store::Snapshot& snapshot) {
            return store::load_allocations(snapshot, ann_).size();
        });
    }

    PersonId ann_;
    AccountId ann_account_;
};

TEST_F(RulesInForceTest, row_5_a_publication_counts_for_the_next_desk_and_not_for_one_at_work) {
    Desk working = at(ann_account_);
    const policy::Package* before = working.shelf.at("meals").get();
    published(dearer_meals(), "2010-05-03");
    EXPECT_EQ(working.shelf.at("meals").get(), before) << "rules changed under somebody's hands";
    Desk next = at(ann_account_);
    EXPECT_EQ(next.shelf.at("meals")->files(), dearer_meals());
    Desk day_before = at(ann_account_, "2010-05-02");
    EXPECT_EQ(day_before.shelf.at("meals")->files(), meals_to_publish());
}

TEST_F(RulesInForceTest, a_version_takes_force_at_the_beginning_of_its_day) {
    published(dearer_meals(), "2010-06-01");
    EXPECT_EQ(at(ann_account_, "2010-05-31").shelf.at("meals")->files(), meals_to_publish());
    EXPECT_EQ(at(ann_account_, "2010-06-01").shelf.at("meals")->files(), dearer_meals());
    // Also for a Onepurse that is started later.
    auto again = RulesInForce::open(*store_, *packages_, day("2010-05-20"));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ((*again)->shelf_on(day("2010-05-20"))->at("meals")->files(), meals_to_publish());
    EXPECT_EQ((*again)->shelf_on(day("2010-06-20"))->at("meals")->files(), dearer_meals());
}

TEST_F(RulesInForceTest, desks_are_made_by_many_threads_while_rules_are_published) {
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> without = 0;
    std::vector<std::thread> asking;
    asking.reserve(4);
    for (int i = 0; i < 4; ++i) {
        asking.emplace_back([&, i] {
            while (!stop) {
                const auto shelf = rules_->shelf_on(day(i % 2 == 0 ? "2010-05-03" : "2010-06-03"));
                without += shelf->contains("meals") ? 0U : 1U;
            }
        });
    }
    policy::Files files = dearer_meals();
    for (int i = 0; i < 3; ++i) {
        files["README.md"] += "Once more.\n";
        Desk writing = at(hanna_);
        const PackageRules now = see_versions(writing, "meals").value_or({});
        const auto draft =
            start_draft(writing, {.package = "meals",
                                  .from_version = now.versions.front().kept.version.number,
                                  .title = "Again"});
        EXPECT_EQ(code(save_draft(writing, *draft, 1, files)), "");
        EXPECT_EQ(code(propose_draft(writing, *draft, 2, day("2010-06-01"), "Again.")), "");
        Desk second = at(idris_);
        EXPECT_EQ(code(publish_draft(second, *draft, 2)), "");
    }
    stop = true;
    for (std::thread& each : asking) {
        each.join();
    }
    EXPECT_EQ(without, 0U);
}

TEST_F(RulesInForceTest, row_5_a_sum_that_was_told_is_shown_with_the_rules_it_was_told_with) {
    sent("2010-05-03");
    EXPECT_EQ(shown("2010-05-03"), "21.25");
    published(dearer_meals(), "2010-05-03");
    EXPECT_EQ(shown("2010-05-10"), "21.25");
    // The check works it out anew, with the rules of its day.
    Desk worker = at(worker_, "2010-05-10");
    ASSERT_EQ(code(finish_check(worker, ann_)), "");
    EXPECT_EQ(shown("2010-05-10"), "25.00");
    EXPECT_EQ(told(), 2U);
    policy::Files cheaper = meals_to_publish();
    cheaper["README.md"] += "Back.\n";
    Desk writing = at(hanna_, "2010-05-11");
    const auto draft = start_draft(writing, {.package = "meals", .title = "Back"});
    ASSERT_EQ(code(save_draft(writing, *draft, 1, cheaper)), "");
    ASSERT_EQ(code(propose_draft(writing, *draft, 2, day("2010-05-10"), "Back.")), "");
    Desk second = at(idris_, "2010-05-11");
    ASSERT_EQ(code(publish_draft(second, *draft, 2)), "");
    EXPECT_EQ(shown("2010-05-12"), "25.00");
    // Also by a Onepurse that has none of these rules loaded.
    const auto others = std::make_unique<LoadedPackages>();
    rules_ = std::move(*RulesInForce::open(*store_, *others, day("2010-05-12")));
    EXPECT_EQ(shown("2010-05-12"), "25.00");
    rules_.reset();
}

TEST_F(RulesInForceTest, a_question_that_appears_is_asked_and_one_that_vanishes_is_kept) {
    Desk own = at(ann_account_);
    ASSERT_EQ(code(start_assessment(own, ann_, Channel::page)), "");
    answers({{"meals_needed", "five"}}, "2010-05-03");
    EXPECT_EQ(shown("2010-05-03"), "21.25");
    published(meals_with_pudding(), "2010-05-05");
    EXPECT_EQ(shown("2010-05-05"), "waits for pudding");
    Desk early = at(ann_account_, "2010-05-05");
    EXPECT_EQ(code(send_assessment(early, ann_, Channel::page)), "assessment.not_finished");
    answers({{"pudding", "yes"}}, "2010-05-05");
    EXPECT_EQ(shown("2010-05-05"), "24.25");
    // The question vanishes again: its answer counts for nothing, and is kept.
    Desk writing = at(hanna_, "2010-05-06");
    const auto draft =
        start_draft(writing, {.package = "meals", .from_version = 1, .title = "No puddings"});
    ASSERT_EQ(code(propose_draft(writing, *draft, 1, day("2010-05-06"), "Too sweet.")), "");
    Desk second = at(idris_, "2010-05-06");
    ASSERT_EQ(code(publish_draft(second, *draft, 1)), "");
    EXPECT_EQ(shown("2010-05-06"), "21.25");
    Desk late = at(ann_account_, "2010-05-06");
    EXPECT_EQ(code(save_answers(late, ann_, {{"pudding", "no"}}, {}, Channel::page)),
              "assessment.unknown_question");
    ASSERT_EQ(code(send_assessment(late, ann_, Channel::page)), "");
    const auto view = see_assessment(late, ann_, "test");
    ASSERT_EQ(code(view), "");
    ASSERT_NE(view->answers.counting("pudding"), nullptr);
    EXPECT_EQ(view->answers.counting("pudding")->value, "yes");
}

TEST_F(RulesInForceTest, an_answer_that_cannot_be_chosen_any_more_is_asked_again) {
    Desk own = at(ann_account_);
    ASSERT_EQ(code(start_assessment(own, ann_, Channel::page)), "");
    answers({{"meals_needed", "five"}}, "2010-05-03");
    policy::Files files = meals_to_publish();
    replace_in(files, "questionnaire.csv", ",five,Five", ",six,Six");
    replace_in(files, "food.dmn", "\"five\"", "\"six\"");
    replace_in(files, "cases.csv", "meals_needed,five", "meals_needed,six");
    on_disk(files, "2010-05-05");
    EXPECT_EQ(shown("2010-05-05"), "waits for meals_needed");
    Desk later = at(ann_account_, "2010-05-05");
    const Outcome early = send_assessment(later, ann_, Channel::page);
    EXPECT_EQ(code(early), "assessment.not_finished");
    EXPECT_EQ(early.error().place, "meals_needed");
    answers({{"meals_needed", "six"}}, "2010-05-05");
    EXPECT_EQ(code(send_assessment(later, ann_, Channel::page)), "");
}

TEST_F(RulesInForceTest, a_question_that_appears_before_the_check_is_answered_at_the_check) {
    sent("2010-05-03");
    published(meals_with_pudding(), "2010-05-05");
    EXPECT_EQ(shown("2010-05-05"), "21.25");
    Desk worker = at(worker_, "2010-05-05");
    const Outcome open = finish_check(worker, ann_);
    EXPECT_EQ(code(open), "assessment.not_finished");
    EXPECT_EQ(open.error().place, "pudding");
    const auto to_check = see_assessment_to_check(worker, ann_, "test");
    ASSERT_EQ(code(to_check), "");
    EXPECT_NE(to_check->package->question("pudding"), nullptr);
    ASSERT_EQ(code(add_worker_answers(worker, ann_, {{"pudding", "yes"}})), "");
    ASSERT_EQ(code(finish_check(worker, ann_)), "");
    EXPECT_EQ(shown("2010-05-05"), "24.25");
}

TEST_F(RulesInForceTest, an_upgrade_counts_from_its_day_as_long_as_the_council_published_nothing) {
    EXPECT_EQ(five_meals("2010-05-03"), "21.25");
    on_disk(dearer_meals(), "2010-05-20");
    EXPECT_EQ(five_meals("2010-05-19"), "21.25") << "an upgrade changed the past";
    EXPECT_EQ(five_meals("2010-05-20"), "25");
    // Starting again with the same writes nothing.
    const auto lines = [&] {
        return store_->read([](store::Snapshot& snapshot) {
            return store::load_acts_about(snapshot, {}, "meals").size();
        });
    };
    const std::size_t before = lines();
    EXPECT_EQ(before, 2U);
    on_disk(dearer_meals(), "2010-05-21");
    EXPECT_EQ(lines(), before);
    // An earlier text put back on the disk is a version again.
    on_disk(meals_to_publish(), "2010-05-22");
    EXPECT_EQ(five_meals("2010-05-21"), "25");
    EXPECT_EQ(five_meals("2010-05-22"), "21.25");
}

TEST_F(RulesInForceTest, an_upgrade_is_offered_and_not_in_force_where_the_council_published) {
    published(dearer_meals(), "2010-05-03");
    policy::Files shipped = meals_to_publish();
    shipped["README.md"] += "A later edition.\n";
    on_disk(shipped, "2010-05-20");
    EXPECT_EQ(five_meals("2010-05-21"), "25");
    Desk writing = at(hanna_, "2010-05-21");
    const PackageRules rules = see_versions(writing, "meals").value_or({});
    EXPECT_EQ(rules.versions.size(), 2U);
    ASSERT_TRUE(rules.installed.has_value());
    EXPECT_EQ(rules.installed->found_on, day("2010-05-20"));
    const auto draft = start_draft(
        writing, {.package = "meals", .from_installed = true, .title = "The later edition"});
    ASSERT_EQ(code(draft), "");
    EXPECT_EQ(see_draft(writing, *draft).value_or({}).files, shipped);
    ASSERT_EQ(code(propose_draft(writing, *draft, 1, day("2010-06-01"), "The new edition.")), "");
    Desk second = at(idris_, "2010-05-21");
    ASSERT_EQ(code(publish_draft(second, *draft, 1)), "");
    EXPECT_FALSE(see_versions(writing, "meals").value_or({}).installed.has_value());
    EXPECT_EQ(five_meals("2010-06-01"), "21.25");
}

TEST_F(RulesInForceTest, an_upgrade_that_forgets_a_stream_in_use_is_not_in_force) {
    agreed(ann_, "meals", Money::pence(2125));
    policy::Files files = meals_to_publish();
    replace_in(files, "streams.csv", "\nmeals,Meals,", "\nsuppers,Suppers,");
    on_disk(files, "2010-05-20");
    EXPECT_EQ(at(ann_account_, "2010-05-21").shelf.at("meals")->files(), meals_to_publish());
    Desk looking = at(hanna_, "2010-05-21");
    EXPECT_TRUE(see_versions(looking, "meals").value_or({}).installed.has_value());
}

TEST_F(RulesInForceTest, a_book_whose_version_cannot_be_loaded_is_not_opened_with_others) {
    ASSERT_TRUE(store_
                    ->write([](store::Tx& tx) -> Outcome {
                        tx.run("update kept_package set files = replace(files, 'README', 'R')");
                        return Done{};
                    })
                    .has_value());
    LoadedPackages nothing;
    EXPECT_EQ(code(RulesInForce::open(*store_, nothing, day("2010-05-03"))),
              "rules.version_does_not_load");
    EXPECT_EQ(five_meals("2010-05-03"), "rules.version_does_not_load");
}

TEST_F(RulesInForceTest, a_day_before_every_version_has_none_in_force) {
    ASSERT_TRUE(store_
                    ->write([](store::Tx& tx) -> Outcome {
                        tx.run("update package_version set from_on = '2010-05-01'");
                        return Done{};
                    })
                    .has_value());
    EXPECT_EQ(five_meals("2010-04-30"), "rules.none_in_force");
    rules_->look_again();
    EXPECT_FALSE(rules_->shelf_on(day("2010-04-30"))->contains("meals"));
    EXPECT_TRUE(rules_->shelf_on(day("2010-05-01"))->contains("meals"));
}

TEST_F(RulesInForceTest, row_7_the_councils_people_are_compared_named_to_their_workers_only) {
    sent("2010-05-03");
    const auto before = loaded("meals", meals_to_publish());
    const auto after = loaded("meals", meals_with_pudding());
    Desk analyst = at(hanna_);
    const auto unnamed = people_for_comparison(analyst, *before, *after, day("2010-05-03"));
    ASSERT_EQ(code(unnamed), "");
    ASSERT_EQ(unnamed->people.size(), 1U);
    EXPECT_FALSE(unnamed->are_named);
    EXPECT_EQ(unnamed->people[0].label, "Person 1");
    EXPECT_TRUE(unnamed->people[0].person.is_none());
    EXPECT_TRUE(unnamed->people[0].before.contains("meals_needed"));
    EXPECT_FALSE(unnamed->people[0].after.contains("pudding"));
    const auto looks = [&] {
        return store_->read([&](store::Snapshot& snapshot) {
            return store::load_looks(snapshot, ann_, 100).size();
        });
    };
    const std::size_t looks_before = looks();
    const AccountId manager =
        staff_account("Ruth Evans", {people::Role::manager, people::Role::policy_officer});
    Desk leading = at(manager);
    const auto named = people_for_comparison(leading, *before, *after, day("2010-05-03"));
    ASSERT_EQ(code(named), "");
    EXPECT_TRUE(named->are_named);
    EXPECT_TRUE(named->people[0].label.starts_with("Ann Ashe, "));
    EXPECT_EQ(named->people[0].person, ann_);
    EXPECT_EQ(looks(), looks_before + 1) << "a look was not written down";
    Desk nobody = at(worker_);
    EXPECT_EQ(code(people_for_comparison(nobody, *before, *after, day("2010-05-03"))),
              "people.not_allowed");
    // A record without answers is counted, not left out in silence.
    NewRecord record = ann();
    record.name = "Bea Oak";
    record.born = day("1940-01-02");
    record.package = "meals";
    Desk worker = at(worker_);
    ASSERT_TRUE(start_record(worker, record).has_value());
    EXPECT_EQ(people_for_comparison(analyst, *before, *after, day("2010-05-03"))
                  .value_or({})
                  .without_answers,
              1U);
}

}  // namespace
}  // namespace casework
