#include "people/decide.h"

#include <algorithm>
#include <array>

namespace people {

namespace {

constexpr std::array<std::string_view, 44> action_texts = {
    "see the record",
    "take the file that checks a sum",
    "answer questions",
    "ask for help",
    "make a plan",
    "accept a plan",
    "place an order",
    "answer a delivery",
    "report spending",
    "change bank details",
    "invite a helper",
    "end a helper's access",
    "start a record",
    "record a helper",
    "answer for a person",
    "decide who can get support",
    "agree a plan",
    "agree a plan over the limit",
    "set a contribution",
    "answer a request for help",
    "close a record",
    "see a referral",
    "decide a referral",
    "see a stream's account",
    "see finance",
    "record a cash limit",
    "prepare a pay run",
    "release a pay run",
    "import a bank statement",
    "match a bank statement",
    "confirm bank details",
    "manage offers",
    "see a provider's orders",
    "report a delivery",
    "change a provider's bank details",
    "manage accounts",
    "see a caseload",
    "audit the book",
    "see this money",
    "report what was spent of this money",
    "say where this money goes",
    "see changes of the rules",
    "change the rules",
    "publish rules",
};

// The scope a helper needs for an action on a person's record; nothing where no helper may.
std::optional<Scope> scope_for(Action action) {
    switch (action) {
        case Action::see_record:
        case Action::take_signed_file:
            return Scope::see;
        case Action::answer_questions:
        case Action::ask_for_help:
            return Scope::answer;
        case Action::make_plan:
            return Scope::plan;
        case Action::place_order:
        case Action::answer_delivery:
            return Scope::order;
        case Action::report_spending:
        case Action::change_own_bank_details:
            return Scope::money;
        case Action::accept_plan:  // needs a legal relationship besides, see may_help
            return Scope::plan;
        default:
            return std::nullopt;
    }
}

// Those who may bind the person in law: accept a plan, change where her money goes.
bool acts_in_law(const Relationship& relationship) {
    return relationship.kind == "attorney" || relationship.kind == "deputy";
}

bool needs_law(Action action) {
    return action == Action::accept_plan;
}

// Handling money to a nominee's own account is the nominee's; others with the money scope only
// report.
bool may_change_bank_details(const Relationship& relationship) {
    return acts_in_law(relationship) || relationship.kind == "nominee" ||
           relationship.kind == "appointee";
}

std::optional<Allowed> as_self(const Standing& actor, Action action, const Object& object) {
    if (actor.person && *actor.person == object.person) {
        const bool own =
            scope_for(action) || action == Action::invite_helper || action == Action::end_helper;
        if (own) {
            return Allowed{"self"};
        }
    }
    return std::nullopt;
}

std::optional<Allowed> as_helper(const Standing& actor, Action action, const Object& object,
                                 Date today) {
    const std::optional<Scope> scope = scope_for(action);
    for (const Relationship& relationship : actor.relationships) {
        if (!scope || relationship.person != object.person || !relationship.gives(*scope, today) ||
            (needs_law(action) && !acts_in_law(relationship)) ||
            (action == Action::change_own_bank_details && !may_change_bank_details(relationship))) {
            continue;
        }
        return Allowed{"helper:" + relationship.id.to_text()};
    }
    return std::nullopt;
}

// The role of council staff that carries an action; nothing where staff may not.
bool staff_may(const Standing& actor, Action action) {
    switch (action) {
        case Action::see_record:
        case Action::start_record:
        case Action::record_helper:
        case Action::end_helper:
        case Action::answer_for_person:
        case Action::decide_eligibility:
        case Action::agree_plan:
        case Action::set_contribution:
        case Action::answer_question_case:
        case Action::close_record:
        case Action::see_caseload:
        case Action::place_order:  // for a council-managed line, when the person asks
        case Action::make_plan:
            return actor.has(Role::social_worker) || actor.has(Role::manager);
        case Action::agree_plan_over_limit:
            return actor.has(Role::manager);
        case Action::see_finance:
            return actor.has(Role::finance) || actor.has(Role::finance_release) ||
                   actor.has(Role::auditor);
        case Action::record_cash_limit:
        case Action::prepare_pay_run:
        case Action::import_statement:
        case Action::match_statement:
            return actor.has(Role::finance);
        case Action::release_pay_run:
        case Action::confirm_bank_details:
            return actor.has(Role::finance_release);
        case Action::manage_accounts:
            return actor.has(Role::account_admin);
        case Action::audit_book:
            return actor.has(Role::auditor);
        case Action::see_rule_changes:
            return actor.has(Role::policy_officer) || actor.has(Role::policy_publisher) ||
                   actor.has(Role::auditor);
        case Action::change_rules:
            return actor.has(Role::policy_officer);
        case Action::publish_rules:
            return actor.has(Role::policy_publisher);
        case Action::take_signed_file:
        case Action::answer_questions:
        case Action::ask_for_help:
        case Action::accept_plan:
        case Action::answer_delivery:
        case Action::report_spending:
        case Action::change_own_bank_details:
        case Action::invite_helper:
        case Action::see_referral:
        case Action::decide_referral:
        case Action::see_stream_account:
        case Action::manage_offers:
        case Action::see_provider_orders:
        case Action::report_delivery:
        case Action::change_provider_bank_details:
        case Action::see_held_money:
        case Action::report_held_spending:
        case Action::change_holder_bank_details:
            return false;
    }
    return false;
}

// In what capacity a member of staff works on the rules; empty for every other action.
std::string_view relation_to_rules(const Standing& actor, Action action) {
    switch (action) {
        case Action::see_rule_changes:
            return actor.has(Role::policy_officer)     ? "policy_officer"
                   : actor.has(Role::policy_publisher) ? "policy_publisher"
                                                       : "auditor";
        case Action::change_rules:
            return "policy_officer";
        case Action::publish_rules:
            return "policy_publisher";
        default:
            return "";
    }
}

std::optional<Allowed> as_staff(const Standing& actor, Action action, const Object& object) {
    if (!actor.staff) {
        return std::nullopt;
    }
    const bool of_stream = action == Action::see_referral || action == Action::decide_referral ||
                           action == Action::see_stream_account;
    if (of_stream) {
        const bool own_stream =
            actor.has(Role::stream_owner) && actor.stream && object.stream == actor.stream;
        return own_stream ? std::optional<Allowed>(Allowed{"stream_owner:" + *actor.stream})
                          : std::nullopt;
    }
    if (!staff_may(actor, action)) {
        return std::nullopt;
    }
    if (const std::string_view relation = relation_to_rules(actor, action); !relation.empty()) {
        return Allowed{std::string(relation)};
    }
    return Allowed{action == Action::agree_plan_over_limit || actor.has(Role::manager) ? "manager"
                   : actor.has(Role::social_worker)                                    ? "worker"
                   : actor.has(Role::finance)                                          ? "finance"
                   : actor.has(Role::finance_release) ? "finance_release"
                   : actor.has(Role::auditor)         ? "auditor"
                                                      : "account_admin"};
}

std::optional<Allowed> as_provider(const Standing& actor, Action action, const Object& object) {
    switch (action) {
        case Action::manage_offers:
        case Action::see_provider_orders:
        case Action::report_delivery:
        case Action::change_provider_bank_details:
            break;
        default:
            return std::nullopt;
    }
    if (actor.provider && !object.provider.is_none() && *actor.provider == object.provider) {
        return Allowed{"provider"};
    }
    return std::nullopt;
}

// Whoever holds money answers for that money alone, and sees nothing else of whose it is.
std::optional<Allowed> as_holder(const Standing& actor, Action action, const Object& object) {
    const bool of_holder = action == Action::see_held_money ||
                           action == Action::report_held_spending ||
                           action == Action::change_holder_bank_details;
    if (!of_holder || !actor.holds.contains(object.payee)) {
        return std::nullopt;
    }
    return Allowed{"holder:" + object.payee.to_text()};
}

}  // namespace

std::string_view to_text(Action action) {
    return action_texts[static_cast<std::size_t>(action)];
}

Result<Allowed> decide(const Standing& actor, Action action, const Object& object, Date today) {
    if (!actor.is_open) {
        return Error{
            "people.account_closed",
            "You cannot do this. This account is closed. Ask the council to open it again."};
    }
    std::optional<Allowed> allowed = as_self(actor, action, object);
    if (!allowed) {
        allowed = as_helper(actor, action, object, today);
    }
    if (!allowed) {
        allowed = as_staff(actor, action, object);
    }
    if (!allowed) {
        allowed = as_provider(actor, action, object);
    }
    if (!allowed) {
        allowed = as_holder(actor, action, object);
    }
    if (!allowed) {
        return Error{"people.not_allowed",
                     "You cannot do this here. Your account is not allowed to " +
                         std::string(to_text(action)) +
                         ". Ask the person, or the council, if you think you should be."};
    }
    return *allowed;
}

}  // namespace people
