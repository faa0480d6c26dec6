#pragma once
// The verb tck: runs a folder laid out like the DMN compatibility kit and prints how many cases
// pass, for each level and in all, with and without the cases that expect only null. With --csv it
// writes the two files that the kit's reporter reads.

#include <iosfwd>
#include <string>
#include <vector>

#include "base/date.h"
#include "command/kit_files.h"

namespace command {

inline constexpr const char* tck_usage = "DIR [--csv FILE] [--failures]";

// Gives 0 when every case passes, 1 when one fails or the folder holds none, 2 for a wrong use.
int tck_verb(const std::vector<std::string>& args);
int tck_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// Writes "level/folder","test file","case id","SUCCESS" or "ERROR","message" for every case.
std::string kit_csv(const std::vector<KitRow>& rows);

// Writes the properties that the kit's reporter asks of a product.
std::string kit_properties(Date on);

}  // namespace command
