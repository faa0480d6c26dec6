#pragma once
// The verb check-policy: looks a policy package through as before it is published and prints every
// fault, each with its place, so that an analyst mends all of them in one go. Of an overlay it also
// says what has changed beneath it.

#include <ostream>
#include <string>
#include <vector>

namespace command {

inline constexpr const char* check_policy_usage = "PACKAGE";

// check-policy PACKAGE. Gives 0 when nothing is wrong, 1 when something is or the folder cannot be
// read, 2 for a wrong use.
int check_policy_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);
int check_policy_verb(const std::vector<std::string>& args);

}  // namespace command
