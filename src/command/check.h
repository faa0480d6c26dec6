#pragma once
// The verb check: asks every law of every book in a folder and prints which hold. What breaks a
// law is named with its row.

#include <string>
#include <vector>

namespace command {

inline constexpr const char* check_usage = "--data DIR [--authority CODE] [--json]";

// Gives 0 when every law holds in every book, 1 when one is broken or a book cannot be read, 2 for
// a wrong use.
int check_verb(const std::vector<std::string>& args);

}  // namespace command
