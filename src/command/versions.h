#pragma once
// The verb versions prints every version of a council's rules from its book: its number, the days
// it is in force on, when it became known, and why. It opens the book only to read. With --json the
// text is held by docs/formats/versions.schema.json.

#include <iosfwd>
#include <string>
#include <vector>

#include "base/json.h"
#include "policy/package_history.h"

namespace command {

inline constexpr const char* versions_usage =
    "--data DIR [--authority CODE] [--package ID] [--json]";

// Gives 0 when it was printed, 1 when it was refused, 2 for a wrong use.
int versions_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// Writes a version: number, from, known_since and fingerprint; null for what was always so.
json::value version_json(const policy::PackageVersion& version);

}  // namespace command
