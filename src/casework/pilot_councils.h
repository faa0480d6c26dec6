#pragma once
// The thirteen councils that tried individual budgets from 2005 to 2007, with what is published
// about each. An empty text means: not published where we looked; nothing is ever guessed. The rows
// stand in content/pilot_councils.csv.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casework {

struct PilotCouncil {
    std::string name;
    std::string source;         // that it was a pilot
    std::string client_groups;  // with whom it was tried
    std::string groups_source;
    std::string money;       // what it received
    std::string ways_tried;  // ways of holding and deciding
    std::string later;       // what is published about it since
    std::string later_source;
};

// Reads the rows. Refuses: pilots.source_missing (a fact without its source) and the codes of csv.
Result<std::vector<PilotCouncil>> read_pilot_councils(std::string_view bytes);

// Gives the thirteen councils by name.
const std::vector<PilotCouncil>& pilot_councils();

}  // namespace casework
