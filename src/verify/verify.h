#pragma once
// Checks one signed file from disk and says in plain words what came of it. Nothing is fetched and
// nothing is written. A person reads the first line: it matches, or it does not.

#include <ostream>
#include <string>
#include <vector>

namespace verify {

inline constexpr const char* usage =
    "Use: onepurse-verify FILE [--package PATH] [--key FILE|TEXT]\n"
    "  FILE       a signed file of what somebody was told about her money\n"
    "  --package  the folder of the rules, where they are not in the file or to use others' copy\n"
    "  --key      the keys the council publishes: a file of them, or one key\n"
    "Gives 0 when it matches, 1 when it does not, 2 when it cannot be tried.\n";

// Runs the program; gives its exit code.
int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace verify
