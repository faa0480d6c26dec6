#pragma once
// The verbs that print what the pages of money show, as JSON: a person's statement or a stream's
// account, pay runs, entries. They open a book only to read; whoever can read the file may see
// what is in it, so nothing is asked and nothing is written.

#include <string>
#include <vector>

namespace command {

inline constexpr const char* statement_usage =
    "--data DIR (--person REFERENCE | --stream ID) --json [--authority CODE] [--from DATE] "
    "[--until DATE] [--packages DIR]";
inline constexpr const char* payrun_usage =
    "--data DIR --json [--authority CODE] [--run ID] [--summary] [--packages DIR]";
inline constexpr const char* entries_usage =
    "--data DIR --json [--authority CODE] [--stream ID] [--person REFERENCE] [--from DATE] "
    "[--until DATE] [--packages DIR]";

// Give 0 when it was printed, 1 when it was refused, 2 for a wrong use.
int statement_verb(const std::vector<std::string>& args);
int payrun_verb(const std::vector<std::string>& args);
int entries_verb(const std::vector<std::string>& args);

}  // namespace command
