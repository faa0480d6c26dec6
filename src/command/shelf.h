#pragma once
// The policy packages on disk: every folder under policies/ that holds a README.md is read whole
// and checked by policy::Package::load.

#include <string>

#include "base/result.h"
#include "casework/desk.h"

namespace command {

struct PackageFolder {
    PackageId id;
    policy::Files files;
};

// Reads the files of one package folder; its name is the package's id. Refuses: command.no_package.
Result<PackageFolder> read_package(const std::string& folder);

// Reads and loads one package folder.
// Refuses: command.no_package, and what policy::Package::load refuses.
Result<policy::Package> load_package(const std::string& folder);

// Reads every package under a folder. Refuses: command.no_packages, and as load_package.
Result<casework::Shelf> load_shelf(const std::string& folder);

}  // namespace command
