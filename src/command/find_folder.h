#pragma once
// Where the program finds what it was shipped with: policies, assets, examples.

#include <string>

namespace command {

// Looks for a folder beside the program, then above it, then in the source tree it was built from.
std::string find_folder(const std::string& name);

}  // namespace command
