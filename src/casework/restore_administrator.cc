#include "casework/restore_administrator.h"

#include <vector>

#include "base/text.h"
#include "casework/sign_in.h"
#include "casework/staff_accounts.h"
#include "store/accounts.h"
#include "store/staff.h"

namespace casework {

namespace {

Result<std::vector<identity::Account>> open_administrators(store::View& view) {
    std::vector<identity::Account> found;
    for (identity::Account& account : store::load_accounts(view)) {
        if (account.kind != identity::AccountKind::staff || !account.is_open) {
            continue;
        }
        TRY(const people::Staff staff, store::load_staff(view, account.staff));
        if (staff.has(people::Role::account_admin)) {
            found.push_back(std::move(account));
        }
    }
    return found;
}

bool is_called(const identity::Account& account, std::string_view name) {
    return account.id.to_text() == name || base::lower(account.name) == base::lower(name);
}

// Whom the name means; none where nobody is left to be meant.
Result<std::optional<identity::Account>> find_administrator(store::View& view,
                                                            std::string_view name) {
    TRY(const std::vector<identity::Account> open, open_administrators(view));
    std::optional<identity::Account> meant;
    std::vector<std::string> names;
    for (const identity::Account& account : open) {
        names.push_back(account.name + " (" + account.id.to_text() + ")");
        if (!is_called(account, name)) {
            continue;
        }
        if (meant) {
            return Error{"staff.administrators_share_name",
                         "More than one who looks after accounts has this name. Say which by the "
                         "account: " +
                             meant->id.to_text() + " or " + account.id.to_text() + "."};
        }
        meant = account;
    }
    if (!meant && !open.empty()) {
        return Error{"staff.administrator_unknown",
                     "Nobody of this name looks after accounts here, and no other account is "
                     "opened in this way. Those who do: " +
                         base::join_text(names, ", ") +
                         ". They can make and close the accounts of others on the pages."};
    }
    return meant;
}

Result<RestoredAdministrator> make_first(Desk& desk, const std::string& name) {
    people::Staff admin;
    admin.name = name;
    admin.team = "Accounts";
    admin.roles = {people::Role::account_admin};
    TRY(const MadeStaff made, make_staff(desk, admin));
    return RestoredAdministrator{name, made.paper_code.value_or(""), true};
}

}  // namespace

Result<RestoredAdministrator> restore_administrator(Desk& desk, const std::string& typed) {
    CHECK(desk.is_system && desk.is_operator);
    const std::string name(base::trim(typed));
    TRY(const std::optional<identity::Account> meant,
        desk.store.read(
            [&](store::Snapshot& snapshot) { return find_administrator(snapshot, name); }));
    if (!meant) {
        return make_first(desk, name);
    }
    RestoredAdministrator restored{meant->name, {}, false};
    TRY_DONE(act(desk,
                 {.name = "restore_administrator",
                  .action = people::Action::manage_accounts,
                  .detail = "A new code on paper for " + meant->name + "."},
                 [&](Acting& acting) -> Outcome {
                     // The second part would have to come from a colleague, and there is none.
                     restored.paper_code =
                         give_paper_code(acting, desk, meant->id, SecondPart::never);
                     acting.about = meant->id.to_text();
                     return Done{};
                 }));
    return restored;
}

}  // namespace casework
