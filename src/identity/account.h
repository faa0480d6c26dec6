#pragma once
// An Account is how one natural person signs in: the person whose budget it is, somebody who helps,
// a member of staff, or a provider's own people. Nobody shares one. The name to sign in with is
// chosen by its owner; letters are compared without regard to case.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace identity {

enum class AccountKind { person, helper, staff, provider };

std::string_view to_text(AccountKind kind);
std::optional<AccountKind> account_kind_from_text(std::string_view text);

struct Account {
    AccountId id;
    std::string name;  // of the natural person
    AccountKind kind = AccountKind::person;
    bool is_open = true;
    PersonId person = {};      // the record that is this account's own
    StaffId staff = {};        // none unless it is a member of staff's
    ProviderId provider = {};  // none unless it is a provider's
    Instant made_at = {};
};

// What an account signs in with, once its owner has chosen it.
struct Credential {
    AccountId account;
    std::string user_name;  // as to_user_name gives it
    std::string password_hash;
    Instant set_at = {};
};

// Checks the name somebody wants to sign in with and gives it in small letters: 3 to 40 letters,
// digits, dots, hyphens or an @. Refuses: identity.user_name.
Result<std::string> to_user_name(std::string_view typed);

}  // namespace identity
