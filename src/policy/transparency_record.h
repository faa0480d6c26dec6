#pragma once
// The algorithmic transparency record of a package: what the public may ask of a tool that takes
// part in decisions about people, answered from the package itself, so that it cannot fall behind
// the rules in force. Its sections follow the United Kingdom's Algorithmic Transparency Recording
// Standard (gov.uk, "Algorithmic Transparency Recording Standard", tier 1 and tier 2). What only
// the council can say is named as missing and never made up.

#include <string>
#include <vector>

#include "base/date.h"
#include "policy/package.h"

namespace policy {

struct RecordLine {
    std::string code;                // for programs: "owner"
    std::string question;            // as the page asks it
    std::vector<std::string> words;  // a sentence or an item each; empty: the council has to say it
};

struct RecordSection {
    std::string code;
    std::string heading;
    std::vector<RecordLine> lines;
};

// Gives the record of the rules as they stand on a day.
std::vector<RecordSection> transparency_record(const Package& package, Date on);

}  // namespace policy
