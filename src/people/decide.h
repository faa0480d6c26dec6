#pragma once
// decide() answers one question in one place: may this actor do this to that, now? It is pure: the
// book's facts come in as a Standing and an Object. Deny by default; every action names who may do
// it, and the answer says in what capacity it was allowed, which the journal keeps ("by Jo for
// Ann").

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "people/actor.h"

namespace people {

enum class Action {
    // The person's own record, also for helpers with the scope, staff with the case.
    see_record,        // budget, plan, statement, assessment, who looked
    take_signed_file,  // her answers and every step, to take away; she and who helps her, no staff
    answer_questions,  // save an answer, send the assessment
    ask_for_help,      // "ask someone to help me", "I disagree"
    make_plan,
    accept_plan,  // the person herself, or one who may act in law
    place_order,
    answer_delivery,  // confirm, refuse
    report_spending,
    change_own_bank_details,
    invite_helper,
    end_helper,
    // The council's work on one person.
    start_record,       // first contact, paper code
    record_helper,      // on evidence
    answer_for_person,  // keyed in from paper or telephone; the worker's own view
    decide_eligibility,
    agree_plan,  // within the limit
    agree_plan_over_limit,
    set_contribution,
    answer_question_case,  // reply to a request for help or disagreement
    close_record,          // end, death
    // The stream's owner.
    see_referral,
    decide_referral,
    see_stream_account,
    // Money.
    see_finance,
    record_cash_limit,
    prepare_pay_run,
    release_pay_run,
    import_statement,
    match_statement,
    confirm_bank_details,
    // The provider.
    manage_offers,
    see_provider_orders,
    report_delivery,
    change_provider_bank_details,
    // The council's accounts.
    manage_accounts,
    see_caseload,
    audit_book,
    // Whoever holds money for somebody: a fund holder, a nominated third party.
    see_held_money,
    report_held_spending,
    change_holder_bank_details,
    // The council's rules. What is in force is public; here is what is not yet.
    see_rule_changes,  // drafts, and who wrote and published which version
    change_rules,      // write a draft, propose it
    publish_rules,     // publish what somebody else proposed, or send it back
};

std::string_view to_text(Action action);

// What is acted on. Leave out what does not apply.
struct Object {
    PersonId person = {};
    std::optional<StreamId> stream = {};
    ProviderId provider = {};
    std::optional<StaffId> worker = {};  // the named worker of the person's record
    PayeeId payee = {};                  // whoever holds the money
};

// In what capacity an actor was allowed: "self", "helper:rel_...", "worker", "stream_owner:...",
// "provider", "holder:pay_..." ...
struct Allowed {
    std::string relation;
    friend bool operator==(const Allowed&, const Allowed&) = default;
};

// Decides. Refuses: people.not_allowed (message in three short sentences), people.account_closed.
Result<Allowed> decide(const Standing& actor, Action action, const Object& object, Date today);

}  // namespace people
