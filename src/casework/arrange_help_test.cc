#include "casework/arrange_help.h"

#include "casework/ask_about.h"
#include "casework/change_details.h"
#include "casework/council_for_tests.h"
#include "casework/who_can_see.h"

namespace casework {
namespace {

using people::Scope;

class Helping : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        ann_ = start(ann());
        ann_account_ = account_of(ann_);
    }

    HelpOffer jo(std::set<Scope> scopes = {Scope::see, Scope::answer}) {
        HelpOffer offer;
        offer.name = "Jo Field";
        offer.kind = "family";
        offer.scopes = std::move(scopes);
        offer.from = day("2006-05-03");
        return offer;
    }
    // Ann invites Jo; gives the relationship and Jo's account.
    std::pair<RelationshipId, AccountId> invite(const HelpOffer& offer) {
        Desk at = desk(ann_account_);
        const auto arranged = invite_helper(at, ann_, offer);
        EXPECT_TRUE(arranged.has_value()) << (arranged ? "" : arranged.error().message);
        return {arranged->relationship, helper_account(arranged->relationship)};
    }
    AccountId helper_account(RelationshipId relationship) {
        Desk at = desk(ann_account_);
        const auto helpers = helpers_of(at, ann_);
        for (const Helper& helper : *helpers) {
            if (helper.help.id == relationship) {
                return helper.help.helper;
            }
        }
        return {};
    }

    PersonId ann_;
    AccountId ann_account_;
};

TEST_F(Helping, gives_the_helper_an_account_and_a_code_of_his_own) {
    Desk at = desk(ann_account_);
    const auto arranged = invite_helper(at, ann_, jo());
    ASSERT_TRUE(arranged.has_value());
    ASSERT_TRUE(arranged->paper_code.has_value());
    Desk at_home = desk({});
    const auto owner = read_paper_code(at_home, *arranged->paper_code);
    ASSERT_TRUE(owner.has_value());
    EXPECT_EQ(owner->name, "Jo Field");
    EXPECT_EQ(owner->kind, identity::AccountKind::helper);
    EXPECT_TRUE(owner->person.is_none());
}

TEST_F(Helping, stops_at_once_also_where_a_page_is_still_open) {
    const auto [relationship, jo_account] = invite(jo());
    // Jo has the page open and asks once while allowed.
    Desk open_tab = desk(jo_account);
    ASSERT_TRUE(ask_about(open_tab, ann_, people::Ask::help, "record", "").has_value());
    ASSERT_TRUE(questions_of(open_tab, ann_).has_value());
    Desk ann_desk = desk(ann_account_);
    ASSERT_TRUE(end_helper(ann_desk, ann_, relationship).has_value());
    // The same desk, a moment later: neither looking nor acting.
    EXPECT_EQ(questions_of(open_tab, ann_).error().code, "people.not_allowed");
    EXPECT_EQ(ask_about(open_tab, ann_, people::Ask::help, "record", "").error().code,
              "people.not_allowed");
    EXPECT_EQ(end_helper(ann_desk, ann_, relationship).error().code, "helper.already_ended");
    EXPECT_EQ(end_helper(ann_desk, ann_, ann_desk.new_id<RelationshipId>()).error().code,
              "helper.not_found");
}

TEST_F(Helping, does_only_what_was_allowed_and_only_on_that_record) {
    const auto [relationship, jo_account] = invite(jo({Scope::see}));
    NewRecord other = ann();
    other.name = "Bea Cole";
    const PersonId bea = start(other);
    Desk jo_desk = desk(jo_account);
    EXPECT_TRUE(questions_of(jo_desk, ann_).has_value());
    EXPECT_EQ(ask_about(jo_desk, ann_, people::Ask::help, "record", "").error().code,
              "people.not_allowed");
    EXPECT_EQ(change_own_details(jo_desk, ann_, {}).error().code, "people.not_allowed");
    EXPECT_EQ(questions_of(jo_desk, bea).error().code, "people.not_allowed");
    EXPECT_EQ(end_helper(jo_desk, ann_, relationship).error().code, "people.not_allowed");
    EXPECT_EQ(invite_helper(jo_desk, ann_, jo()).error().code, "people.not_allowed");
}

TEST_F(Helping, holds_from_the_first_day_to_the_last_and_not_outside) {
    HelpOffer offer = jo();
    offer.from = day("2006-05-10");
    offer.until = day("2006-06-01");
    const AccountId jo_account = invite(offer).second;
    Desk before = desk(jo_account, "2006-05-09");
    Desk first = desk(jo_account, "2006-05-10");
    Desk last = desk(jo_account, "2006-05-31");
    Desk after = desk(jo_account, "2006-06-01");
    EXPECT_FALSE(questions_of(before, ann_).has_value());
    EXPECT_TRUE(questions_of(first, ann_).has_value());
    EXPECT_TRUE(questions_of(last, ann_).has_value());
    EXPECT_FALSE(questions_of(after, ann_).has_value());
}

TEST_F(Helping, needs_a_paper_the_council_saw_for_those_who_act_in_law) {
    HelpOffer offer = jo();
    offer.kind = "attorney";
    Desk ann_desk = desk(ann_account_);
    EXPECT_EQ(invite_helper(ann_desk, ann_, offer).error().code, "helper.kind_needs_evidence");
    Desk worker = desk(worker_);
    EXPECT_EQ(record_helper(worker, ann_, offer).error().code, "helper.evidence_missing");
    offer.evidence = "Lasting power of attorney, original seen on 3 May 2006";
    ASSERT_TRUE(record_helper(worker, ann_, offer).has_value());
    const auto helpers = helpers_of(ann_desk, ann_);
    ASSERT_EQ(helpers->size(), 1U);
    EXPECT_EQ(helpers->front().help.agreed_by, offer.evidence);
    EXPECT_TRUE(helpers->front().holds_today);
}

TEST_F(Helping, refuses_what_cannot_hold) {
    Desk at = desk(ann_account_);
    HelpOffer offer = jo();
    offer.name = "";
    EXPECT_EQ(invite_helper(at, ann_, offer).error().code, "helper.name_missing");
    offer = jo({});
    EXPECT_EQ(invite_helper(at, ann_, offer).error().code, "helper.no_scope");
    offer = jo();
    offer.kind = "landlord";
    EXPECT_EQ(invite_helper(at, ann_, offer).error().code, "helper.kind_unknown");
    offer = jo();
    offer.until = offer.from;
    EXPECT_EQ(invite_helper(at, ann_, offer).error().code, "helper.ends_before_it_begins");
    offer = jo();
    offer.from = day("2006-04-01");
    offer.until = day("2006-05-01");
    EXPECT_EQ(invite_helper(at, ann_, offer).error().code, "helper.already_over");
}

TEST_F(Helping, lets_one_helper_help_two_people_with_one_account) {
    const AccountId jo_account = invite(jo()).second;
    NewRecord other = ann();
    other.name = "Bea Cole";
    const PersonId bea = start(other);
    Desk worker = desk(worker_);
    HelpOffer offer = jo();
    offer.kind = "broker";
    offer.evidence = "Bea agreed on the telephone on 3 May 2006";
    offer.account = jo_account;
    const auto recorded = record_helper(worker, bea, offer);
    ASSERT_TRUE(recorded.has_value());
    EXPECT_FALSE(recorded->paper_code.has_value());
    Desk jo_desk = desk(jo_account);
    EXPECT_TRUE(questions_of(jo_desk, bea).has_value());
    offer.account = worker_;
    EXPECT_EQ(record_helper(worker, bea, offer).error().code, "helper.account_unknown");
}

TEST_F(Helping, shows_the_person_who_looked_and_what_was_done_for_her) {
    const AccountId jo_account = invite(jo()).second;
    Desk jo_desk = desk(jo_account);
    ASSERT_TRUE(ask_about(jo_desk, ann_, people::Ask::disagree, "sum:adult_social_care",
                          "The nights are missing.")
                    .has_value());
    ASSERT_TRUE(questions_of(jo_desk, ann_).has_value());
    ASSERT_TRUE(questions_of(jo_desk, ann_).has_value());  // within the same quarter of an hour

    Desk ann_desk = desk(ann_account_);
    const auto seen = who_can_see(ann_desk, ann_);
    ASSERT_TRUE(seen.has_value());
    std::size_t looks_of_jo = 0;
    for (const LookOfAnother& look_of : seen->looks) {
        looks_of_jo += look_of.name == "Jo Field" ? 1U : 0U;
        EXPECT_NE(look_of.name, "Ann Ashe");
    }
    EXPECT_EQ(looks_of_jo, 1U);
    ASSERT_FALSE(seen->acts.empty());
    EXPECT_EQ(seen->acts.front().by, "Jo Field");
    EXPECT_EQ(seen->acts.front().capacity, "helping you");
    EXPECT_EQ(seen->acts.front().what, "asked about something");
}

TEST_F(Helping, arranges_help_once_when_the_form_is_sent_twice) {
    Desk at = desk(ann_account_);
    at.request = at.new_id<RequestId>();
    at.fingerprint = "form";
    const auto first = invite_helper(at, ann_, jo());
    const auto again = invite_helper(at, ann_, jo());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(first->relationship, again->relationship);
    EXPECT_FALSE(again->paper_code.has_value());
    at.request = {};
    EXPECT_EQ(helpers_of(at, ann_)->size(), 1U);
}

}  // namespace
}  // namespace casework
