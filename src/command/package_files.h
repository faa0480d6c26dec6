#pragma once
// The verbs export-package, import-package and mark-overlay: a package as one file with its
// fingerprint, such a file as a package again, and an overlay told for which base it was made.

#include <ostream>
#include <string>
#include <vector>

namespace command {

inline constexpr const char* export_package_usage = "PACKAGE FILE.json";
inline constexpr const char* import_package_usage = "FILE.json NEW-PACKAGE [--unchecked]";
inline constexpr const char* mark_overlay_usage = "OVERLAY";

// Writes a package, an overlay laid over its base, as one file that is not there yet. Each verb
// gives 0 when done, 1 when refused, 2 for a wrong use.
int export_package_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// Makes a package folder that is not there yet of such a file, when it is whole and loads. With
// --unchecked also one that does not load, to be mended.
int import_package_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// Writes into overlay.csv for which base the overlay was made, and what of it lies under it.
int mark_overlay_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace command
