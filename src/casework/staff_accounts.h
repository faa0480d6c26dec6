#pragma once
// Whoever looks after accounts makes them for staff and for providers, changes what a member of
// staff may do, and closes or opens an account. She sees no person's record. Each new account
// begins with a code on paper, shown once; a closed account can do nothing from that moment.

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "identity/account.h"
#include "market/provider.h"
#include "people/staff.h"

namespace casework {

struct MadeStaff {
    StaffId staff = {};
    std::optional<std::string> paper_code = {};  // to print once; none on a repeat
};

// Makes a member of staff and her account. Refuses: what people::check(Staff) refuses;
// staff.stream_unknown.
Result<MadeStaff> make_staff(Desk& desk, people::Staff staff);

// Changes what a member of staff is and may do; it holds from her next click on. Nobody changes her
// own roles or limits. Refuses: staff.not_found, staff.own_account, staff.stream_unknown and what
// people::check(Staff) refuses.
Outcome change_staff(Desk& desk, const people::Staff& staff);

struct MadeProvider {
    ProviderId provider = {};
    std::optional<std::string> paper_code = {};
};

// Makes a provider's record and the account of its first user.
// Refuses: provider.name_missing, provider.user_missing, provider.work_missing,
// provider.place_missing, provider.payer_missing.
Result<MadeProvider> make_provider(Desk& desk, market::Provider provider,
                                   const std::string& user_name);

// Closes an account of staff or a provider, or opens it again; a closed one is signed out at once.
// Refuses: identity.account_not_found, staff.own_account, staff.not_an_office_account (a person's
// account is not hers to close; a helper's is closed with a reason, close_account.h).
Outcome set_account_open(Desk& desk, AccountId account, bool is_open);

// One account of staff or a provider, as the list shows it.
struct OfficeAccount {
    identity::Account account;
    std::optional<people::Staff> staff = {};
    std::string provider = {};      // its name
    bool is_begun = false;          // has chosen a name and a password
    bool waits_for_second = false;  // a colleague printed a code; the visitor may give its rest
};

// Lists the accounts of staff and providers.
Result<std::vector<OfficeAccount>> office_accounts(Desk& desk);

// Opens one member of staff. Refuses: staff.not_found.
Result<people::Staff> open_staff(Desk& desk, StaffId staff);

// Gives the streams of every policy package, to choose a stream owner's from.
std::vector<std::pair<StreamId, std::string>> known_streams(const Shelf& shelf);

}  // namespace casework
