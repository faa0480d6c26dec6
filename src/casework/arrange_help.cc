#include "casework/arrange_help.h"

#include "casework/nominee_payee.h"
#include "casework/sign_in.h"
#include "people/helping.h"
#include "people/person_name.h"
#include "store/accounts.h"
#include "store/book.h"
#include "store/people.h"
#include "store/standing.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

// The helper's account: one he has already, or a new one.
Result<AccountId> account_for(Desk& desk, store::Tx& tx, const HelpOffer& offer, bool& is_new) {
    is_new = !offer.account;
    if (offer.account) {
        const Result<identity::Account> known = store::load_account(tx, *offer.account);
        if (!known || known->kind != identity::AccountKind::helper || !known->is_open) {
            return Error{"helper.account_unknown",
                         "This is not the account of a helper. Leave it empty to make a new one."};
        }
        return known->id;
    }
    identity::Account account;
    account.id = desk.new_id<AccountId>();
    account.name = offer.name;
    account.kind = identity::AccountKind::helper;
    account.made_at = desk.now;
    store::keep(tx, account);
    return account.id;
}

Result<ArrangedHelp> arrange(Desk& desk, PersonId person, const HelpOffer& offer, bool by_council) {
    people::Relationship help;
    help.id = desk.new_id<RelationshipId>();
    help.person = person;
    help.kind = offer.kind;
    help.scopes = offer.scopes;
    help.from = offer.from;
    help.until = offer.until;
    ArrangedHelp arranged;
    TRY(arranged.relationship,
        act(desk,
            {.name = by_council ? "record_helper" : "invite_helper",
             .action = by_council ? Action::record_helper : Action::invite_helper,
             .object = {.person = person},
             .detail = offer.name},
            [&](Acting& acting) -> Result<RelationshipId> {
                TRY(const people::Person record, store::load_person(acting.tx, person));
                if (!record.is_open_on(desk.today)) {
                    return Error{"people.record_closed",
                                 "This record is closed. Nobody new can be given access to it."};
                }
                if (offer.name.empty()) {
                    return Error{"helper.name_missing", "Enter the name of who will help."};
                }
                TRY_DONE(people::check_name(offer.name));
                help.agreed_by = by_council ? offer.evidence : record.name;
                TRY_DONE(people::check(help, by_council, desk.today));
                bool is_new = false;
                TRY(help.helper, account_for(desk, acting.tx, offer, is_new));
                store::keep(acting.tx, help, desk.actor);
                store::add_step(acting.tx, person, "helper_arranged", desk.today,
                                desk.actor.to_text(), {}, help.id.to_text());
                if (is_new) {
                    store::ensure_secret(acting.tx, desk.random);
                    arranged.paper_code = give_paper_code(acting, desk, help.helper);
                }
                return help.id;
            }));
    return arranged;
}

Result<people::Relationship> find_help(store::View& view, PersonId person,
                                       RelationshipId relationship) {
    for (const people::Relationship& help : store::load_relationships(view, person)) {
        if (help.id != relationship) {
            continue;
        }
        if (help.revoked_at) {
            return Error{"helper.already_ended", "This help has already ended. Nothing changed."};
        }
        return help;
    }
    return Error{"helper.not_found",
                 "Nobody like this helps here. Go back to the list and choose again."};
}

}  // namespace

Result<ArrangedHelp> invite_helper(Desk& desk, PersonId person, const HelpOffer& offer) {
    HelpOffer invited = offer;
    invited.account.reset();
    return arrange(desk, person, invited, false);
}

Result<ArrangedHelp> record_helper(Desk& desk, PersonId person, const HelpOffer& offer) {
    return arrange(desk, person, offer, true);
}

Outcome end_helper(Desk& desk, PersonId person, RelationshipId relationship) {
    return act(desk,
               {.name = "end_helper", .action = Action::end_helper, .object = {.person = person}},
               [&](Acting& acting) -> Outcome {
                   TRY(const people::Relationship help, find_help(acting.tx, person, relationship));
                   store::revoke(acting.tx, help.id, desk.now);
                   if (const auto payee = store::find_payee_of_nominee(acting.tx, help.id)) {
                       TRY_DONE(end_nominee_payee(desk, acting.tx, *payee));
                   }
                   store::add_step(acting.tx, person, "helper_ended", desk.today,
                                   desk.actor.to_text(), {}, help.id.to_text());
                   acting.about = help.id.to_text();
                   return Done{};
               });
}

Result<std::optional<std::string>> renew_code_of_helper(Desk& desk, PersonId person,
                                                        RelationshipId relationship) {
    std::optional<std::string> code;
    TRY_DONE(act(desk,
                 {.name = "renew_paper_code",
                  .action = Action::record_helper,
                  .object = {.person = person},
                  .detail = "a new code on paper for a helper"},
                 [&](Acting& acting) -> Outcome {
                     TRY(const people::Relationship help,
                         find_help(acting.tx, person, relationship));
                     store::ensure_secret(acting.tx, desk.random);
                     code = give_paper_code(acting, desk, help.helper);
                     acting.about = help.id.to_text();
                     return Done{};
                 }));
    return code;
}

Result<std::vector<Helper>> helpers_of(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "helpers",
                [&](store::Snapshot& view) -> Result<std::vector<Helper>> {
                    std::vector<Helper> found;
                    for (people::Relationship& help : store::load_relationships(view, person)) {
                        const Result<identity::Account> account =
                            store::load_account(view, help.helper);
                        Helper helper;
                        helper.name = account ? account->name : "";
                        helper.closed = account ? closing_of(view, person, *account) : std::nullopt;
                        helper.holds_today = help.gives(people::Scope::see, desk.today);
                        helper.is_paid = store::find_payee_of_nominee(view, help.id).has_value();
                        helper.help = std::move(help);
                        found.push_back(std::move(helper));
                    }
                    return found;
                });
}

}  // namespace casework
