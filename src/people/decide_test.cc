#include "people/decide.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace people {
namespace {

const Date today = *Date::parse("2006-05-03");

PersonId person(std::uint64_t n) {
    return PersonId{0, n};
}

Standing open_account() {
    Standing standing;
    standing.account = AccountId{0, 1};
    standing.name = "Jo";
    standing.is_open = true;
    return standing;
}

Standing helper(std::string kind, std::set<Scope> scopes) {
    Standing standing = open_account();
    standing.relationships.push_back({RelationshipId{0, 9}, person(1), standing.account,
                                      std::move(kind), std::move(scopes), today.plus_days(-10),
                                      std::nullopt, "Ann", std::nullopt});
    return standing;
}

Standing staff(Role role) {
    Standing standing = open_account();
    standing.staff = StaffId{0, 4};
    standing.roles = {role};
    return standing;
}

bool may(const Standing& who, Action action, const Object& object = {.person = person(1)}) {
    return decide(who, action, object, today).has_value();
}

TEST(Decide, nobody_may_do_anything_by_default) {
    for (int action = 0; action <= static_cast<int>(Action::publish_rules); ++action) {
        EXPECT_FALSE(may(open_account(), static_cast<Action>(action)));
    }
}

TEST(Decide, a_person_may_work_on_her_own_record_and_no_other) {
    Standing ann = open_account();
    ann.person = person(1);
    EXPECT_TRUE(may(ann, Action::see_record));
    EXPECT_TRUE(may(ann, Action::accept_plan));
    EXPECT_TRUE(may(ann, Action::end_helper));
    EXPECT_FALSE(may(ann, Action::see_record, {.person = person(2)}));
    EXPECT_FALSE(may(ann, Action::agree_plan));
}

TEST(Decide, a_helper_may_only_what_the_scope_says) {
    const Standing jo = helper("family", {Scope::see, Scope::answer});
    EXPECT_TRUE(may(jo, Action::see_record));
    EXPECT_TRUE(may(jo, Action::answer_questions));
    EXPECT_FALSE(may(jo, Action::place_order));
    EXPECT_FALSE(may(jo, Action::invite_helper));
    EXPECT_FALSE(may(jo, Action::see_record, {.person = person(2)}));
    const Object record = {.person = person(1)};
    const std::string relation = decide(jo, Action::see_record, record, today)->relation;
    EXPECT_EQ(relation, "helper:rel_00000000000000000000000009");
}

TEST(Decide, her_answers_leave_the_house_with_her_and_who_helps_her_and_with_no_staff) {
    Standing ann = open_account();
    ann.person = person(1);
    EXPECT_TRUE(may(ann, Action::take_signed_file));
    EXPECT_FALSE(may(ann, Action::take_signed_file, {.person = person(2)}));
    EXPECT_TRUE(may(helper("family", {Scope::see}), Action::take_signed_file));
    EXPECT_FALSE(may(helper("family", {Scope::answer, Scope::plan, Scope::order, Scope::money}),
                     Action::take_signed_file));
    for (const Role role :
         {Role::social_worker, Role::manager, Role::finance, Role::finance_release,
          Role::account_admin, Role::auditor, Role::policy_officer, Role::policy_publisher}) {
        EXPECT_FALSE(may(staff(role), Action::take_signed_file));
    }
}

TEST(Decide, only_an_attorney_or_deputy_accepts_a_plan_for_her) {
    EXPECT_FALSE(may(helper("family", {Scope::plan}), Action::accept_plan));
    EXPECT_TRUE(may(helper("attorney", {Scope::plan}), Action::accept_plan));
    EXPECT_FALSE(may(helper("broker", {Scope::money}), Action::change_own_bank_details));
    EXPECT_TRUE(may(helper("nominee", {Scope::money}), Action::change_own_bank_details));
}

TEST(Decide, who_holds_money_answers_for_that_money_and_sees_nothing_else) {
    Standing tess = open_account();
    tess.holds = {PayeeId{0, 7}};
    const Object held = {.person = person(1), .payee = PayeeId{0, 7}};
    EXPECT_TRUE(may(tess, Action::see_held_money, held));
    EXPECT_TRUE(may(tess, Action::report_held_spending, held));
    EXPECT_TRUE(may(tess, Action::change_holder_bank_details, held));
    EXPECT_FALSE(may(tess, Action::see_record, held));
    EXPECT_FALSE(may(tess, Action::change_own_bank_details, held));
    EXPECT_FALSE(may(tess, Action::see_held_money, {.payee = PayeeId{0, 8}}));
    EXPECT_FALSE(may(tess, Action::see_held_money));
    for (const Role role :
         {Role::social_worker, Role::manager, Role::finance, Role::finance_release,
          Role::account_admin, Role::auditor, Role::policy_officer, Role::policy_publisher}) {
        EXPECT_FALSE(may(staff(role), Action::change_holder_bank_details, held));
        EXPECT_FALSE(may(staff(role), Action::report_held_spending, held));
    }
    Standing ann = open_account();
    ann.person = person(1);
    EXPECT_FALSE(may(ann, Action::change_holder_bank_details, held));
}

TEST(Decide, a_right_ends_with_its_day_and_the_moment_it_is_revoked) {
    Standing jo = helper("family", {Scope::see});
    jo.relationships[0].until = today;
    EXPECT_FALSE(may(jo, Action::see_record));
    jo.relationships[0].until = today.plus_days(1);
    EXPECT_TRUE(may(jo, Action::see_record));
    jo.relationships[0].revoked_at = Instant{1};
    EXPECT_FALSE(may(jo, Action::see_record));
}

TEST(Decide, a_closed_account_may_nothing) {
    Standing ann = open_account();
    ann.person = person(1);
    ann.is_open = false;
    EXPECT_EQ(decide(ann, Action::see_record, {.person = person(1)}, today).error().code,
              "people.account_closed");
}

TEST(Decide, an_administrator_of_accounts_sees_no_record) {
    EXPECT_TRUE(may(staff(Role::account_admin), Action::manage_accounts));
    EXPECT_FALSE(may(staff(Role::account_admin), Action::see_record));
}

TEST(Decide, finance_prepares_and_another_role_releases) {
    EXPECT_TRUE(may(staff(Role::finance), Action::prepare_pay_run));
    EXPECT_FALSE(may(staff(Role::finance), Action::release_pay_run));
    EXPECT_TRUE(may(staff(Role::finance_release), Action::release_pay_run));
    EXPECT_FALSE(may(staff(Role::finance), Action::see_record));
}

TEST(Decide, one_role_changes_rules_and_another_publishes_them) {
    const Standing officer = staff(Role::policy_officer);
    const Standing publisher = staff(Role::policy_publisher);
    EXPECT_TRUE(may(officer, Action::change_rules, {}));
    EXPECT_FALSE(may(officer, Action::publish_rules, {}));
    EXPECT_TRUE(may(publisher, Action::publish_rules, {}));
    EXPECT_FALSE(may(publisher, Action::change_rules, {}));
    for (const Standing& who : {officer, publisher}) {
        EXPECT_TRUE(may(who, Action::see_rule_changes, {}));
        EXPECT_FALSE(may(who, Action::see_record));
        EXPECT_FALSE(may(who, Action::see_caseload, {}));
        EXPECT_FALSE(may(who, Action::see_finance, {}));
    }
    EXPECT_TRUE(may(staff(Role::auditor), Action::see_rule_changes, {}));
    EXPECT_FALSE(may(staff(Role::auditor), Action::publish_rules, {}));
    for (const Role role : {Role::social_worker, Role::manager, Role::finance,
                            Role::finance_release, Role::stream_owner, Role::account_admin}) {
        EXPECT_FALSE(may(staff(role), Action::see_rule_changes, {}));
        EXPECT_FALSE(may(staff(role), Action::change_rules, {}));
        EXPECT_FALSE(may(staff(role), Action::publish_rules, {}));
    }
    EXPECT_EQ(decide(publisher, Action::publish_rules, {}, today)->relation, "policy_publisher");
    EXPECT_EQ(decide(officer, Action::see_rule_changes, {}, today)->relation, "policy_officer");
}

TEST(Decide, a_stream_owner_sees_only_its_own_stream) {
    Standing owner = staff(Role::stream_owner);
    owner.stream = "independent_living_fund";
    EXPECT_TRUE(may(owner, Action::decide_referral,
                    {.person = person(1), .stream = "independent_living_fund"}));
    EXPECT_FALSE(
        may(owner, Action::decide_referral, {.person = person(1), .stream = "access_to_work"}));
    EXPECT_FALSE(may(owner, Action::decide_referral));
    EXPECT_FALSE(may(owner, Action::see_record));
}

TEST(Decide, a_provider_sees_only_its_own_orders) {
    Standing provider = open_account();
    provider.provider = ProviderId{0, 3};
    EXPECT_TRUE(may(provider, Action::report_delivery,
                    {.person = person(1), .provider = ProviderId{0, 3}}));
    EXPECT_FALSE(may(provider, Action::report_delivery,
                     {.person = person(1), .provider = ProviderId{0, 4}}));
    EXPECT_FALSE(may(provider, Action::see_record));
}

}  // namespace
}  // namespace people
