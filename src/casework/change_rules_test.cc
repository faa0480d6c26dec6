// A council changes its rules: somebody writes and proposes, a second person publishes, and
// nothing that was ever in force is changed.

#include "casework/change_rules.h"

#include <algorithm>

#include "casework/rules_for_tests.h"
#include "store/allocations.h"
#include "store/journal.h"

namespace casework {
namespace {

using store::DraftState;

class ChangeRules : public RulesCouncil {
protected:
    template <typename T>
    static std::string code(const Result<T>& result) {
        return result ? "" : result.error().code;
    }
    // Saves by somebody on the usual day.
    std::string save(AccountId by, DraftId draft, std::int64_t seen, const policy::Files& files) {
        Desk writing = at(by);
        return code(save_draft(writing, draft, seen, files));
    }
    std::string propose(AccountId by, DraftId draft, std::int64_t seen,
                        std::string_view from = "2010-06-01",
                        const std::string& reason = "Food costs more.") {
        Desk writing = at(by);
        return code(propose_draft(writing, draft, seen, day(from), reason));
    }
    std::string publish(AccountId by, DraftId draft, std::int64_t seen = 2,
                        std::string_view on = "2010-05-03") {
        Desk second = at(by, on);
        return code(publish_draft(second, draft, seen));
    }
    PackageRules seen(std::string_view on = "2010-05-03") {
        Desk reading = at(hanna_, on);
        return see_versions(reading, "meals").value_or({});
    }
    // The acts of the journal about a draft, in order.
    std::vector<std::string> journal(DraftId draft) {
        return store_->read([&](store::Snapshot& snapshot) {
            std::vector<std::string> names;
            for (const store::JournalLine& line :
                 store::load_acts_about(snapshot, {}, draft.to_text())) {
                names.push_back(line.name);
            }
            return names;
        });
    }
};

TEST_F(ChangeRules, row_7_somebody_writes_and_proposes_and_a_second_person_publishes) {
    const DraftId draft = draft_of(dearer_meals());
    EXPECT_EQ(five_meals("2010-06-01"), "21.25");
    ASSERT_EQ(propose(hanna_, draft, 2), "");
    EXPECT_EQ(five_meals("2010-06-01"), "21.25") << "a proposal is in force already";
    ASSERT_EQ(publish(idris_, draft), "");
    EXPECT_EQ(five_meals("2010-05-31"), "21.25");
    EXPECT_EQ(five_meals("2010-06-01"), "25");
    const PackageRules rules = seen();
    ASSERT_EQ(rules.versions.size(), 2U);
    const VersionRow& version = rules.versions.front();
    EXPECT_EQ(version.kept.version.number, 2);
    EXPECT_EQ(version.proposed_by, "Hanna Berg");
    EXPECT_EQ(version.published_by, "Idris Cole");
    EXPECT_EQ(version.kept.reason, "Food costs more.");
    EXPECT_FALSE(version.is_in_force);
    EXPECT_EQ(rules.in_force, 1);
    EXPECT_EQ(seen("2010-06-01").in_force, 2);
    const store::PackageDraft closed = state_of(draft);
    EXPECT_EQ(closed.state, DraftState::published);
    EXPECT_EQ(closed.became, 2);
    EXPECT_EQ(journal(draft), (std::vector<std::string>{"start_rule_draft", "save_rule_draft",
                                                        "propose_rules", "publish_rules"}));
}

TEST_F(ChangeRules, row_7_nobody_publishes_what_she_proposed_or_saved_last) {
    const DraftId draft = draft_of(dearer_meals());
    ASSERT_EQ(propose(both_, draft, 2), "");
    EXPECT_EQ(publish(both_, draft), "rules.own_proposal");
    Desk own = at(both_);
    EXPECT_EQ(code(send_proposal_back(own, draft, "No.")), "rules.own_proposal");
    // Hanna wrote it last and may not publish at all; Bo saved last what Hanna proposes.
    EXPECT_EQ(publish(hanna_, draft), "people.not_allowed");
    EXPECT_EQ(code(take_proposal_back(own, draft)), "");
    policy::Files files = dearer_meals();
    files["README.md"] += "More.\n";
    ASSERT_EQ(save(both_, draft, 2, files), "");
    ASSERT_EQ(propose(hanna_, draft, 3), "");
    EXPECT_EQ(publish(both_, draft, 3), "rules.own_proposal");
    Desk looking = at(both_);
    const auto view = see_draft(looking, draft);
    ASSERT_EQ(code(view), "");
    EXPECT_FALSE(view->powers.publish);
    EXPECT_TRUE(view->powers.why_not_publish.starts_with("You saved this last"));
    EXPECT_EQ(publish(idris_, draft, 3), "");
}

TEST_F(ChangeRules, only_those_who_may_write_publish_and_see) {
    const DraftId draft = draft_of(dearer_meals());
    EXPECT_EQ(save(idris_, draft, 2, meals_to_publish()), "people.not_allowed");
    EXPECT_EQ(save(worker_, draft, 2, meals_to_publish()), "people.not_allowed");
    EXPECT_EQ(propose(idris_, draft, 2), "people.not_allowed");
    EXPECT_EQ(propose(admin_, draft, 2), "people.not_allowed");
    ASSERT_EQ(propose(hanna_, draft, 2), "");
    EXPECT_EQ(publish(worker_, draft), "people.not_allowed");
    for (const AccountId nobody : {worker_, admin_, AccountId{}}) {
        Desk looking = at(nobody);
        EXPECT_FALSE(see_draft(looking, draft).has_value());
        EXPECT_FALSE(see_drafts(looking).has_value());
        EXPECT_FALSE(see_packages(looking).has_value());
        EXPECT_FALSE(see_version(looking, "meals", 1).has_value());
        EXPECT_FALSE(see_revision(looking, draft, 1).has_value());
        // What is in force, and why, is for everybody.
        EXPECT_EQ(public_history(looking, "meals").size(), 1U);
        EXPECT_TRUE(public_version(looking, "meals", 1).has_value());
    }
    const AccountId auditor = staff_account("Alice Audit", {people::Role::auditor});
    Desk auditing = at(auditor);
    const auto view = see_draft(auditing, draft);
    ASSERT_EQ(code(view), "");
    EXPECT_FALSE(view->powers.save || view->powers.take_back || view->powers.publish);
}

TEST_F(ChangeRules, two_who_save_at_once_do_not_overwrite_each_other) {
    const DraftId draft = draft_of(dearer_meals());
    policy::Files hers = dearer_meals();
    hers["README.md"] += "Hers.\n";
    policy::Files his = dearer_meals();
    his["README.md"] += "His.\n";
    EXPECT_EQ(save(hanna_, draft, 2, hers), "");
    EXPECT_EQ(save(both_, draft, 2, his), "rules.changed_meanwhile");
    EXPECT_EQ(save(both_, draft, 3, hers), "") << "the same text is no change";
    EXPECT_EQ(state_of(draft).revision, 3);
    EXPECT_EQ(save(both_, draft, 3, his), "");
    // Every state is kept with who saved it.
    Desk looking = at(hanna_);
    const auto view = see_draft(looking, draft);
    ASSERT_EQ(code(view), "");
    ASSERT_EQ(view->revisions.size(), 4U);
    EXPECT_EQ(view->revisions.front().saved_by, "Bo Ling");
    EXPECT_EQ(view->files, his);
    EXPECT_EQ(view->base_files, meals_to_publish());
    EXPECT_EQ(see_revision(looking, draft, 3).value_or({}), hers);
    EXPECT_EQ(see_revision(looking, draft, 1).value_or({}), meals_to_publish());
    EXPECT_EQ(code(see_revision(looking, draft, 5)), "rules.revision_unknown");
    EXPECT_EQ(propose(hanna_, draft, 3), "rules.changed_meanwhile");
}

TEST_F(ChangeRules, a_draft_may_have_faults_and_a_proposal_may_not) {
    policy::Files files = dearer_meals();
    files["parameters.csv"] += "broken row\n";
    const DraftId draft = draft_of(files);
    EXPECT_EQ(propose(hanna_, draft, 2), "rules.has_faults");
    // What loads but is not fit to be published is refused too: a rule no case reaches.
    policy::Files unreached = dearer_meals();
    replace_in(unreached, "cases.csv", "all,2010-05-01,answer,meals_needed,seven,\n", "");
    replace_in(unreached, "cases.csv", "all,2010-05-01,expect,meals_weekly,35.00,\n", "");
    ASSERT_EQ(save(hanna_, draft, 2, unreached), "");
    Desk writing = at(hanna_);
    const Outcome refused = propose_draft(writing, draft, 3, day("2010-06-01"), "Why not.");
    EXPECT_EQ(code(refused), "rules.has_faults");
    EXPECT_NE(refused.error().place.find("rule 3"), std::string::npos) << refused.error().place;
    EXPECT_EQ(state_of(draft).state, DraftState::open);
}

TEST_F(ChangeRules, a_draft_is_text_under_safe_names_and_not_too_large) {
    const DraftId draft = draft_of(dearer_meals());
    const auto with = [](const std::string& name, const std::string& content) {
        policy::Files files = meals_to_publish();
        files[name] = content;
        return files;
    };
    for (const char* const name : {"../x.csv", "a/b.csv", ".hidden", "", "sp ace.csv"}) {
        EXPECT_EQ(save(hanna_, draft, 2, with(name, "x")), "rules.bad_file_name") << name;
    }
    EXPECT_EQ(save(hanna_, draft, 2, with("x.csv", "\xff\xfe")), "rules.not_text");
    EXPECT_EQ(save(hanna_, draft, 2, with("x.csv", std::string("a\0b", 3))), "rules.not_text");
    EXPECT_EQ(save(hanna_, draft, 2, with("x.csv", std::string(3 << 20, 'x'))), "rules.too_large");
    policy::Files many = meals_to_publish();
    for (int i = 0; i < 200; ++i) {
        many["f" + std::to_string(i) + ".txt"] = "x";
    }
    EXPECT_EQ(save(hanna_, draft, 2, many), "rules.too_large");
    EXPECT_EQ(state_of(draft).revision, 2);
}

TEST_F(ChangeRules, a_draft_begins_from_a_version_and_has_a_title) {
    Desk writing = at(hanna_);
    EXPECT_EQ(code(start_draft(writing, {.package = "gardens", .title = "x"})),
              "rules.package_unknown");
    EXPECT_EQ(code(start_draft(writing, {.package = "meals", .from_version = 2, .title = "x"})),
              "rules.version_unknown");
    EXPECT_EQ(
        code(start_draft(writing, {.package = "meals", .from_installed = true, .title = "x"})),
        "rules.nothing_installed");
    EXPECT_EQ(code(start_draft(writing, {.package = "meals", .title = " "})),
              "rules.title_missing");
    EXPECT_EQ(code(start_draft(writing, {.package = "meals", .title = std::string(101, 'x')})),
              "rules.title_too_long");
    const auto draft = start_draft(writing, {.package = "meals", .title = "Two\nlines"});
    ASSERT_EQ(code(draft), "");
    EXPECT_EQ(state_of(*draft).title, "Two lines");
    EXPECT_EQ(code(name_draft(writing, *draft, "Dearer meals")), "");
    EXPECT_EQ(state_of(*draft).title, "Dearer meals");
    EXPECT_EQ(code(name_draft(writing, *draft, "")), "rules.title_missing");
    EXPECT_EQ(code(name_draft(writing, DraftId{1, 2}, "x")), "rules.draft_unknown");
}

TEST_F(ChangeRules, a_proposal_says_why_and_from_when_and_is_a_change) {
    const DraftId draft = draft_of(dearer_meals());
    EXPECT_EQ(propose(hanna_, draft, 2, "2010-06-01", " "), "rules.reason_missing");
    EXPECT_EQ(propose(hanna_, draft, 2, "2010-06-01", std::string(2001, 'x')),
              "rules.reason_too_long");
    EXPECT_EQ(propose(hanna_, draft, 2, "0201-06-01"), "rules.day_impossible");
    EXPECT_EQ(propose(hanna_, draft, 2, "2200-01-01"), "rules.day_impossible");
    ASSERT_EQ(save(hanna_, draft, 2, meals_to_publish()), "");
    EXPECT_EQ(propose(hanna_, draft, 3), "rules.nothing_changed");
}

TEST_F(ChangeRules, what_is_proposed_stands_still_until_somebody_decides) {
    const DraftId draft = proposed(dearer_meals(), "2010-06-01");
    EXPECT_EQ(save(hanna_, draft, 2, meals_to_publish()), "rules.is_proposed");
    EXPECT_EQ(propose(hanna_, draft, 2), "rules.is_proposed");
    Desk writing = at(hanna_);
    EXPECT_EQ(code(discard_draft(writing, draft)), "rules.is_proposed");
    EXPECT_EQ(code(name_draft(writing, draft, "x")), "rules.is_proposed");
    EXPECT_EQ(code(bring_up_to_date(writing, draft, 2, {})), "rules.is_proposed");
    Desk other = at(both_);
    EXPECT_EQ(code(take_proposal_back(other, draft)), "rules.not_yours");
    Desk second = at(idris_);
    EXPECT_EQ(code(send_proposal_back(second, draft, "")), "rules.reason_missing");
    EXPECT_EQ(code(send_proposal_back(second, draft, "The price of puddings is missing.")), "");
    const store::PackageDraft back = state_of(draft);
    EXPECT_EQ(back.state, DraftState::sent_back);
    EXPECT_EQ(back.sent_back_reason, "The price of puddings is missing.");
    EXPECT_EQ(publish(idris_, draft), "rules.not_proposed");
    EXPECT_EQ(code(take_proposal_back(writing, draft)), "rules.not_proposed");
    // It is written on, proposed again and published.
    policy::Files files = dearer_meals();
    files["README.md"] += "Puddings are not paid for.\n";
    ASSERT_EQ(save(hanna_, draft, 2, files), "");
    EXPECT_EQ(publish(idris_, draft, 3), "rules.not_proposed");
    ASSERT_EQ(propose(hanna_, draft, 3), "");
    EXPECT_EQ(publish(idris_, draft, 2), "rules.changed_meanwhile");
    ASSERT_EQ(publish(idris_, draft, 3), "");
    EXPECT_EQ(publish(idris_, draft, 3), "rules.draft_closed");
    EXPECT_EQ(save(hanna_, draft, 3, files), "rules.draft_closed");
    Desk looking = at(hanna_);
    const auto view = see_draft(looking, draft);
    ASSERT_EQ(code(view), "");
    std::string story;
    for (const store::DraftAct& each : view->acts) {
        story += each.what + " by " + each.by_name + "; ";
    }
    EXPECT_EQ(story,
              "propose by Hanna Berg; send_back by Idris Cole; propose by Hanna Berg; publish by "
              "Idris Cole; ");
}

TEST_F(ChangeRules, a_draft_given_up_stays_to_be_read) {
    const DraftId draft = draft_of(dearer_meals());
    Desk writing = at(hanna_);
    ASSERT_EQ(code(discard_draft(writing, draft)), "");
    EXPECT_EQ(save(hanna_, draft, 2, meals_to_publish()), "rules.draft_closed");
    EXPECT_EQ(propose(hanna_, draft, 2), "rules.draft_closed");
    EXPECT_EQ(see_draft(writing, draft).value_or({}).files, dearer_meals());
    const auto drafts = see_drafts(writing);
    ASSERT_EQ(drafts.value_or({}).size(), 1U);
    EXPECT_EQ(drafts->front().closed_by, "Hanna Berg");
    EXPECT_EQ(seen().drafts_under_way, 0U);
}

TEST_F(ChangeRules, a_version_published_since_has_to_be_taken_up_first) {
    policy::Files with_note = meals_to_publish();
    with_note["README.md"] += "A note.\n";
    const DraftId late = draft_of(with_note);
    const DraftId waiting = proposed(with_note, "2010-07-01");
    published(dearer_meals(), "2010-06-01");
    EXPECT_EQ(propose(hanna_, late, 2), "rules.other_version_since");
    EXPECT_EQ(publish(idris_, waiting), "rules.other_version_since");
    Desk looking = at(idris_);
    EXPECT_TRUE(see_draft(looking, waiting).value_or({}).is_behind);
    EXPECT_FALSE(see_draft(looking, waiting).value_or({}).powers.publish);
    Desk writing = at(hanna_);
    ASSERT_EQ(code(bring_up_to_date(writing, late, 2, {})), "");
    policy::Files wanted = dearer_meals();
    wanted["README.md"] = with_note["README.md"];
    const auto view = see_draft(writing, late);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->files, wanted);
    EXPECT_EQ(view->row.draft.based_on, 2);
    EXPECT_FALSE(view->is_behind);
    EXPECT_EQ(code(bring_up_to_date(writing, late, 3, {})), "rules.up_to_date");
    ASSERT_EQ(propose(hanna_, late, 3, "2010-07-01"), "");
    EXPECT_EQ(publish(idris_, late, 3), "");
    EXPECT_EQ(seen("2010-07-01").in_force, 3);
}

TEST_F(ChangeRules, a_file_both_changed_is_settled_by_whoever_brings_it_up_to_date) {
    policy::Files mine = meals_to_publish();
    replace_in(mine, "parameters.csv", "4.25,2010", "4.40,2010");
    mine["NOTES.md"] = "Ours.\n";
    const DraftId draft = draft_of(mine);
    published(dearer_meals(), "2010-06-01");
    Desk writing = at(hanna_);
    EXPECT_EQ(see_draft(writing, draft).value_or({}).both_changed,
              (std::vector<std::string>{"parameters.csv"}));
    const Outcome open = bring_up_to_date(writing, draft, 2, {});
    EXPECT_EQ(code(open), "rules.both_changed");
    EXPECT_EQ(open.error().place, "parameters.csv");
    EXPECT_EQ(code(bring_up_to_date(writing, draft, 1, {{"parameters.csv", Side::draft}})),
              "rules.changed_meanwhile");
    ASSERT_EQ(code(bring_up_to_date(writing, draft, 2, {{"parameters.csv", Side::draft}})), "");
    const policy::Files kept = see_draft(writing, draft).value_or({}).files;
    EXPECT_EQ(kept.at("parameters.csv"), mine.at("parameters.csv"));
    EXPECT_EQ(kept.at("cases.csv"), dearer_meals().at("cases.csv"));
    EXPECT_EQ(kept.at("NOTES.md"), "Ours.\n");

    const DraftId other = draft_of(mine);
    policy::Files again = dearer_meals();
    replace_in(again, "parameters.csv", "meal_price,Price", "meal_price,The price");
    published(again, "2010-06-01");
    // Begun from the version in force on 3 May, which is the first.
    EXPECT_EQ(state_of(other).based_on, 1);
    Desk taking = at(hanna_);
    ASSERT_EQ(code(bring_up_to_date(taking, other, 2, {{"parameters.csv", Side::version}})), "");
    EXPECT_EQ(see_draft(taking, other).value_or({}).files.at("parameters.csv"),
              again.at("parameters.csv"));
    EXPECT_EQ(see_draft(taking, other).value_or({}).files.at("NOTES.md"), "Ours.\n");
}

TEST_F(ChangeRules, feature_5_a_rule_agreed_late_counts_from_its_day_and_is_known_from_its_own) {
    published(dearer_meals(), "2010-04-10", "2010-05-03");
    const Instant before = Instant{day("2010-05-02").days() * 86400};
    EXPECT_EQ(five_meals("2010-04-15"), "25") << "as it stands now";
    EXPECT_EQ(five_meals("2010-04-15", before), "21.25") << "as it was known then";
    EXPECT_EQ(five_meals("2010-04-09"), "21.25");
    EXPECT_EQ(five_meals("2009-04-09"), "policy.parameter_not_in_force");
    EXPECT_EQ(code(version_of_day(*store_, "gardens", day("2010-05-03"), {})),
              "rules.package_unknown");
    EXPECT_EQ(words_of_first_day(day("2010-04-10"), day("2010-05-03")),
              "It counts from 10 April 2010, which is before today. Sums already decided stay as "
              "they are, also those decided since that day. What is worked out from now on follows "
              "it.");
    EXPECT_EQ(words_of_first_day(day("2010-05-03"), day("2010-05-03"), day("2011-04-01")),
              "It counts from today. Sums already decided stay as they are. Another version takes "
              "its place on 1 April 2011.");
    EXPECT_TRUE(words_of_first_day(day("2010-06-01"), day("2010-05-03"))
                    .starts_with("It counts from 1 June 2010. Until then"));
}

TEST_F(ChangeRules, rules_go_back_to_an_earlier_version_by_a_new_one) {
    published(dearer_meals(), "2010-05-03");
    EXPECT_EQ(five_meals("2010-05-10"), "25");
    Desk writing = at(hanna_, "2010-05-05");
    const auto back =
        start_draft(writing, {.package = "meals", .from_version = 1, .title = "Back"});
    ASSERT_EQ(code(back), "");
    EXPECT_EQ(code(propose_draft(writing, *back, 1, day("2010-05-06"), "It was a mistake.")), "");
    EXPECT_EQ(publish(idris_, *back, 1, "2010-05-05"), "");
    EXPECT_EQ(five_meals("2010-05-05"), "25");
    EXPECT_EQ(five_meals("2010-05-10"), "21.25");
    const PackageRules rules = seen("2010-05-10");
    EXPECT_EQ(rules.in_force, 3);
    EXPECT_EQ(rules.versions[0].kept.version.fingerprint,
              rules.versions[2].kept.version.fingerprint);
}

TEST_F(ChangeRules, a_stream_with_decisions_cannot_be_taken_out) {
    NewRecord record = ann();
    record.package = "meals";
    const PersonId person = start(record);
    agreed(person, "meals", Money::pence(2125));
    policy::Files files = dearer_meals();
    replace_in(files, "streams.csv", "\nmeals,Meals,", "\nsuppers,Suppers,");
    const DraftId draft = draft_of(files);
    EXPECT_EQ(propose(hanna_, draft, 2), "rules.stream_in_use");
}

TEST_F(ChangeRules, the_same_request_sent_twice_is_one_act) {
    const DraftId draft = proposed(dearer_meals(), "2010-06-01");
    Desk second = at(idris_);
    second.request = second.new_id<RequestId>();
    second.fingerprint = "publish";
    EXPECT_EQ(code(publish_draft(second, draft, 2)), "");
    EXPECT_EQ(code(publish_draft(second, draft, 2)), "");
    EXPECT_EQ(seen().versions.size(), 2U);
}

TEST_F(ChangeRules, a_version_is_shown_with_its_rules_and_those_before_it) {
    published(dearer_meals(), "2010-06-01");
    Desk looking = at(idris_);
    const auto second = see_version(looking, "meals", 2);
    ASSERT_EQ(code(second), "");
    EXPECT_EQ(second->package->files(), dearer_meals());
    EXPECT_EQ(second->before->files(), meals_to_publish());
    ASSERT_EQ(second->row.days.size(), 1U);
    EXPECT_EQ(second->row.days[0].from, day("2010-06-01"));
    const auto first = see_version(looking, "meals", 1);
    ASSERT_EQ(code(first), "");
    EXPECT_EQ(first->before, nullptr);
    EXPECT_EQ(first->row.days[0].until, day("2010-06-01"));
    EXPECT_TRUE(first->row.kept.came_with_onepurse());
    EXPECT_EQ(code(see_version(looking, "meals", 3)), "rules.version_unknown");
    EXPECT_EQ(code(see_version(looking, "meals", 0)), "rules.version_unknown");
    EXPECT_EQ(code(see_versions(looking, "gardens")), "rules.package_unknown");
    EXPECT_EQ(code(public_version(looking, "meals", 9)), "rules.version_unknown");
    const std::vector<PublicVersion> all = public_history(looking, "meals");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].reason, "Food costs more.");
    EXPECT_EQ(all[0].published, day("2010-05-03"));
    EXPECT_TRUE(all[1].is_in_force);
}

}  // namespace
}  // namespace casework
