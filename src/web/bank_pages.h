#pragma once
// The bank: what its statement says, matched, proposed and not known, each with its reason; a
// statement is sent in here. And the bank details that wait for a second person, with the pages on
// which a person or a provider changes their own.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> bank_routes();
std::span<const Route> bank_details_routes();

}  // namespace web
