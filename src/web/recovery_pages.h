#pragma once
// Coming back into an account: with one's own recovery code, or by way of the council; and the page
// that shows a new recovery code, once.

#include <span>
#include <string>

#include "casework/sign_in.h"
#include "web/layout.h"
#include "web/route.h"

namespace web {

std::span<const Route> recovery_routes();

// Shows the recovery code of somebody who has just chosen a password, and signs her in.
Response show_recovery_code(Visit& visit, const casework::SignedIn& entered,
                            const std::string& title);

// Tells whoever is signed in of codes on paper of the last weeks; nothing when there were none.
Html account_news(const Visit& visit);

}  // namespace web
