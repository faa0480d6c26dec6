#include "casework/staff_accounts.h"

#include <algorithm>

#include "casework/sign_in.h"
#include "people/person_name.h"
#include "store/accounts.h"
#include "store/book.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/staff.h"

namespace casework {

namespace {

using people::Action;

Outcome check_stream(const Shelf& shelf, const people::Staff& staff) {
    if (!staff.stream) {
        return Done{};
    }
    for (const auto& [id, package] : shelf) {
        if (package->stream(*staff.stream) != nullptr) {
            return Done{};
        }
    }
    return Error{"staff.stream_unknown", "No rules here know this stream. Choose one of the list."};
}

// Makes the account and its first code on paper.
std::string open_office_account(Desk& desk, Acting& acting, identity::Account account) {
    account.id = desk.new_id<AccountId>();
    account.made_at = desk.now;
    store::keep(acting.tx, account);
    store::ensure_secret(acting.tx, desk.random);
    return give_paper_code(acting, desk, account.id);
}

Outcome check_provider(const market::Provider& provider, const std::string& user_name) {
    if (provider.name.empty()) {
        return Error{"provider.name_missing", "Enter the name of the provider."};
    }
    if (provider.what_they_do.empty()) {
        return Error{"provider.work_missing", "Say in one line what the provider does."};
    }
    if (provider.places.empty()) {
        return Error{"provider.place_missing", "Enter at least one place where they work."};
    }
    if (provider.accepts.empty()) {
        return Error{"provider.payer_missing", "Choose at least one way they accept to be paid."};
    }
    if (user_name.empty()) {
        return Error{"provider.user_missing",
                     "Enter the name of the person who will use the provider's account."};
    }
    TRY_DONE(people::check_name(provider.name));
    TRY_DONE(people::check_name(user_name));
    return Done{};
}

}  // namespace

Result<MadeStaff> make_staff(Desk& desk, people::Staff staff) {
    staff.id = desk.new_id<StaffId>();
    MadeStaff made;
    TRY(made.staff,
        act(desk, {.name = "make_staff", .action = Action::manage_accounts, .detail = staff.name},
            [&](Acting& acting) -> Result<StaffId> {
                TRY_DONE(people::check(staff));
                TRY_DONE(check_stream(desk.shelf, staff));
                store::keep(acting.tx, staff);
                identity::Account account;
                account.name = staff.name;
                account.kind = identity::AccountKind::staff;
                account.staff = staff.id;
                made.paper_code = open_office_account(desk, acting, std::move(account));
                return staff.id;
            }));
    return made;
}

Outcome change_staff(Desk& desk, const people::Staff& staff) {
    return act(desk,
               {.name = "change_staff", .action = Action::manage_accounts, .detail = staff.name},
               [&](Acting& acting) -> Outcome {
                   TRY_DONE(store::load_staff(acting.tx, staff.id));
                   if (acting.who.staff == staff.id) {
                       return Error{"staff.own_account",
                                    "You cannot change your own work or limits. Ask somebody else "
                                    "who looks after accounts."};
                   }
                   TRY_DONE(people::check(staff));
                   TRY_DONE(check_stream(desk.shelf, staff));
                   store::change(acting.tx, staff);
                   acting.about = staff.id.to_text();
                   return Done{};
               });
}

Result<MadeProvider> make_provider(Desk& desk, market::Provider provider,
                                   const std::string& user_name) {
    provider.id = desk.new_id<ProviderId>();
    provider.details_checked = desk.today;
    const PayeeId payee = desk.new_id<PayeeId>();
    MadeProvider made;
    TRY(made.provider,
        act(desk,
            {.name = "make_provider", .action = Action::manage_accounts, .detail = provider.name},
            [&](Acting& acting) -> Result<ProviderId> {
                TRY_DONE(check_provider(provider, user_name));
                store::keep(acting.tx, provider);
                store::keep(acting.tx,
                            store::Payee{payee, "provider", provider.name, {}, provider.id});
                identity::Account account;
                account.name = user_name;
                account.kind = identity::AccountKind::provider;
                account.provider = provider.id;
                made.paper_code = open_office_account(desk, acting, std::move(account));
                return provider.id;
            }));
    return made;
}

Outcome set_account_open(Desk& desk, AccountId account, bool is_open) {
    return act(desk,
               {.name = is_open ? "open_account_again" : "close_account",
                .action = Action::manage_accounts},
               [&](Acting& acting) -> Outcome {
                   TRY(const identity::Account kept, store::load_account(acting.tx, account));
                   if (account == desk.actor) {
                       return Error{"staff.own_account",
                                    "You cannot close your own account. Ask somebody else who "
                                    "looks after accounts."};
                   }
                   if (kept.kind != identity::AccountKind::staff &&
                       kept.kind != identity::AccountKind::provider) {
                       return Error{"staff.not_an_office_account",
                                    "This account belongs to a person or a helper. A helper’s is "
                                    "closed under Accounts of helpers, with a reason."};
                   }
                   store::set_open(acting.tx, account, is_open);
                   if (!is_open) {
                       store::end_sessions_of(acting.tx, account);
                   }
                   acting.about = account.to_text();
                   acting.detail = kept.name;
                   return Done{};
               });
}

Result<std::vector<OfficeAccount>> office_accounts(Desk& desk) {
    return consult(
        desk, Action::manage_accounts, {},
        [&](store::Snapshot& view) -> Result<std::vector<OfficeAccount>> {
            std::vector<OfficeAccount> found;
            for (identity::Account& account : store::load_accounts(view)) {
                OfficeAccount office;
                if (account.kind == identity::AccountKind::staff) {
                    TRY(office.staff, store::load_staff(view, account.staff));
                } else if (account.kind == identity::AccountKind::provider) {
                    const auto provider = store::find_provider(view, account.provider);
                    office.provider = provider ? provider->name : "";
                } else {
                    continue;
                }
                office.is_begun = store::find_credential_of(view, account.id).has_value();
                const auto code = store::find_open_paper_code(view, account.id, desk.now);
                office.waits_for_second =
                    code && code->needs_second && !code->second_by && code->made_by != desk.actor;
                office.account = std::move(account);
                found.push_back(std::move(office));
            }
            return found;
        });
}

Result<people::Staff> open_staff(Desk& desk, StaffId staff) {
    return consult(desk, Action::manage_accounts, {},
                   [&](store::Snapshot& view) { return store::load_staff(view, staff); });
}

std::vector<std::pair<StreamId, std::string>> known_streams(const Shelf& shelf) {
    std::vector<std::pair<StreamId, std::string>> found;
    for (const auto& [id, package] : shelf) {
        for (const policy::Stream& stream : package->all_streams()) {
            const bool is_known = std::any_of(found.begin(), found.end(),
                                              [&](const std::pair<StreamId, std::string>& known) {
                                                  return known.first == stream.id;
                                              });
            if (!is_known) {
                found.emplace_back(stream.id, stream.name);
            }
        }
    }
    return found;
}

}  // namespace casework
