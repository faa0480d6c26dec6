#pragma once
// The verb compare-packages: two policy packages worked out for the same people, and who gains,
// loses or keeps, stream by stream and person by person.

#include <ostream>
#include <string>
#include <vector>

namespace command {

inline constexpr const char* compare_packages_usage =
    "PACKAGE PACKAGE --on DATE [--on-second DATE] [--cases | --people FILE.json] [--json]";

// The people are the golden cases of the first package, unless a file gives others. Gives 0 when
// done, 1 when refused, 2 for a wrong use.
int compare_packages_verb(const std::vector<std::string>& args, std::ostream& out,
                          std::ostream& err);

}  // namespace command
