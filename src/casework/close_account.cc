#include "casework/close_account.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/accounts.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/payee_owners.h"
#include "store/standing.h"

namespace casework {

namespace {

using people::Action;

constexpr std::string_view closing = "close_helper";
constexpr std::string_view opening = "open_helper_again";

Result<identity::Account> helper_account(store::View& view, AccountId id) {
    TRY(identity::Account account, store::load_account(view, id));
    if (account.kind != identity::AccountKind::helper) {
        return Error{"staff.not_a_helpers_account",
                     "This is not the account of somebody who helps. Go back to the list."};
    }
    return account;
}

// Whom an account helps or signs in for now.
struct Reach {
    std::set<PersonId> people;
    std::set<PersonId> paid_for;
};

Reach reach_of(store::View& view, AccountId account) {
    Reach reach;
    const people::Standing standing = store::load_standing(view, account);
    for (const people::Relationship& help : standing.relationships) {
        if (!help.revoked_at) {
            reach.people.insert(help.person);
        }
    }
    for (const PayeeId& id : standing.holds) {
        const std::optional<store::Payee> payee = store::find_payee(view, id);
        if (!payee) {
            continue;
        }
        reach.people.insert(payee->person);
        if (payee->relationship && !payee->ended_on) {
            reach.paid_for.insert(payee->person);
        }
    }
    return reach;
}

std::optional<Closed> last_closing(const std::vector<store::JournalLine>& lines) {
    const auto last = std::find_if(lines.rbegin(), lines.rend(),
                                   [](const auto& line) { return line.name == closing; });
    return last == lines.rend() ? std::nullopt
                                : std::optional(Closed{last->on, last->actor_name, last->detail});
}

HelperAccount shown(store::View& view, identity::Account account) {
    HelperAccount helper;
    helper.is_begun = store::find_credential_of(view, account.id).has_value();
    const Reach reach = reach_of(view, account.id);
    helper.people = reach.people.size();
    helper.paid_for = reach.paid_for.size();
    helper.closed = closing_of(view, {}, account);
    helper.account = std::move(account);
    return helper;
}

// Writes it into the record of everybody whom the account helps, beside the act itself.
void tell(Desk& desk, const Acting& acting, const Reach& reach, std::string_view act) {
    for (const PersonId& person : reach.people) {
        store::append(acting.tx, {.id = desk.new_id<ActId>(),
                                  .at = desk.now,
                                  .on = desk.today,
                                  .actor = acting.by,
                                  .actor_name = acting.who.name,
                                  .relation = acting.relation,
                                  .name = std::string(act),
                                  .person = person,
                                  .about = acting.about,
                                  .detail = acting.detail,
                                  .previous = {},
                                  .hash = {}});
    }
}

Outcome set_open(Desk& desk, Acting& acting, AccountId id, bool is_open, const std::string& why) {
    TRY(const identity::Account account, helper_account(acting.tx, id));
    TRY(const std::string reason, base::plain_text(why, 300));
    if (reason.empty()) {
        return Error{"casework.reasons_missing",
                     "Write why. Everybody whom this account helps will read it."};
    }
    if (account.is_open == is_open) {
        return is_open ? Error{"staff.account_open_already",
                               "This account is open already. Nothing has changed."}
                       : Error{"staff.account_closed_already",
                               "This account is closed already. Nothing has changed."};
    }
    store::set_open(acting.tx, id, is_open);
    if (!is_open) {
        store::end_sessions_of(acting.tx, id);
    }
    acting.about = id.to_text();
    acting.detail = account.name + ": " + reason;
    tell(desk, acting, reach_of(acting.tx, id), is_open ? opening : closing);
    return Done{};
}

}  // namespace

std::optional<Closed> closing_of(store::View& view, PersonId person,
                                 const identity::Account& account) {
    return account.is_open
               ? std::nullopt
               : last_closing(store::load_acts_about(view, person, account.id.to_text()));
}

Result<std::vector<HelperAccount>> find_helper_accounts(Desk& desk, std::string_view name) {
    const std::string wanted = base::lower(base::trim(name));
    return consult(desk, Action::manage_accounts, {},
                   [&](store::Snapshot& view) -> Result<std::vector<HelperAccount>> {
                       std::vector<HelperAccount> found;
                       for (identity::Account& account : store::load_accounts(view)) {
                           const bool is_wanted =
                               wanted.empty()
                                   ? !account.is_open
                                   : base::lower(account.name).find(wanted) != std::string::npos;
                           if (account.kind == identity::AccountKind::helper && is_wanted) {
                               found.push_back(shown(view, std::move(account)));
                           }
                       }
                       return found;
                   });
}

Result<HelperAccount> see_helper_account(Desk& desk, AccountId id) {
    return consult(desk, Action::manage_accounts, {},
                   [&](store::Snapshot& view) -> Result<HelperAccount> {
                       TRY(identity::Account account, helper_account(view, id));
                       return shown(view, std::move(account));
                   });
}

Outcome close_helper(Desk& desk, AccountId account, const std::string& why) {
    return act(desk, {.name = std::string(closing), .action = Action::manage_accounts},
               [&](Acting& acting) { return set_open(desk, acting, account, false, why); });
}

Outcome open_helper_again(Desk& desk, AccountId account, const std::string& why) {
    return act(desk, {.name = std::string(opening), .action = Action::manage_accounts},
               [&](Acting& acting) { return set_open(desk, acting, account, true, why); });
}

}  // namespace casework
