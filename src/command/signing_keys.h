#pragma once
// The verbs about the key a council signs allocations with: show-key prints the public keys as the
// page /check-a-sum gives them, so that they can be compared or sent on paper; new-key puts a new
// one in the place of the one in use. The private half is printed nowhere.

#include <string>
#include <string_view>
#include <vector>

namespace command {

inline constexpr std::string_view show_key_usage = "--data DIR [--authority CODE]";
inline constexpr std::string_view new_key_usage = "--data DIR [--authority CODE] [--today DATE]";

// Each gives 0 when done, 1 when refused, 2 for a wrong use.
int show_key_verb(const std::vector<std::string>& args);
int new_key_verb(const std::vector<std::string>& args);

}  // namespace command
