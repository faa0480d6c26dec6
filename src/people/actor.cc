#include "people/actor.h"

#include <array>

namespace people {

namespace {

constexpr std::array<std::string_view, 9> role_texts = {
    "social_worker", "manager", "finance",        "finance_release", "stream_owner",
    "account_admin", "auditor", "policy_officer", "policy_publisher"};
constexpr std::array<std::string_view, 5> scope_texts = {"see", "answer", "plan", "order", "money"};

}  // namespace

std::string_view to_text(Role role) {
    return role_texts[static_cast<std::size_t>(role)];
}

std::optional<Role> role_from_text(std::string_view text) {
    for (std::size_t i = 0; i < role_texts.size(); ++i) {
        if (role_texts[i] == text) {
            return static_cast<Role>(i);
        }
    }
    return std::nullopt;
}

std::string_view to_text(Scope scope) {
    return scope_texts[static_cast<std::size_t>(scope)];
}

std::optional<Scope> scope_from_text(std::string_view text) {
    for (std::size_t i = 0; i < scope_texts.size(); ++i) {
        if (scope_texts[i] == text) {
            return static_cast<Scope>(i);
        }
    }
    return std::nullopt;
}

bool Relationship::gives(Scope scope, Date day) const {
    return !revoked_at && scopes.contains(scope) && from <= day && (!until || day < *until);
}

}  // namespace people
