#pragma once
// The verb restore-administrator: prints a new code on paper for who looks after a council's
// accounts, when nobody there can print one. It needs the folder of the books and takes the book
// for itself, so a server that has it open is stopped first. No password is seen or set here.

#include <string>
#include <string_view>
#include <vector>

namespace command {

inline constexpr std::string_view restore_administrator_usage =
    "--data DIR --admin NAME [--authority CODE] [--today DATE]";

// Gives 0 when the code was printed; 1 when it was refused: another account than an administrator's
// was named, or the book is in use; 2 for a wrong use.
int restore_administrator_verb(const std::vector<std::string>& args);

}  // namespace command
