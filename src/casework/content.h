#pragma once
// Public facts that are data and not code (bank holidays, the pilot councils) stand in
// content/*.csv. The build puts their bytes into the binary, so that one file is the whole program.

#include <string_view>

#include "base/working_days.h"

namespace casework {

// Gives the bytes of content/<name>; empty when there is no such file.
std::string_view content(std::string_view name);

// Gives the working days of England.
const WorkingDays& working_days();

}  // namespace casework
