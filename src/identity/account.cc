#include "identity/account.h"

#include <algorithm>

#include "base/text.h"

namespace identity {

std::string_view to_text(AccountKind kind) {
    switch (kind) {
        case AccountKind::person:
            return "person";
        case AccountKind::helper:
            return "helper";
        case AccountKind::staff:
            return "staff";
        case AccountKind::provider:
            return "provider";
    }
    return "";
}

std::optional<AccountKind> account_kind_from_text(std::string_view text) {
    for (const AccountKind kind :
         {AccountKind::person, AccountKind::helper, AccountKind::staff, AccountKind::provider}) {
        if (to_text(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

Result<std::string> to_user_name(std::string_view typed) {
    std::string name = base::lower(base::trim(typed));
    const bool fine = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_' || c == '@';
    });
    if (!fine || name.size() < 3 || name.size() > 40) {
        return Error{"identity.user_name",
                     "Choose a name of 3 to 40 letters and numbers, without spaces, like ann.ashe"};
    }
    return name;
}

}  // namespace identity
