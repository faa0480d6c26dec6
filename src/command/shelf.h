#pragma once
// The policy packages on disk: every folder under policies/ that holds a README.md is read whole
// and checked by policy::Package::load. A folder that is an overlay is laid over its base first,
// which stands beside it or among the packages the program was shipped with.

#include <optional>
#include <string>

#include "base/result.h"
#include "casework/desk.h"
#include "policy/overlay.h"

namespace command {

struct PackageFolder {
    PackageId id;
    policy::Files files;  // of an overlay: laid over its base
    // Of an overlay alone: what it changes, and what of.
    std::optional<policy::Overlay> overlay = {};
    policy::Files base = {};
};

// Reads the files of one package folder; its name is the package's id. Refuses: command.no_package,
// of an overlay also command.no_base, command.overlay_circle, and what policy::read_overlay and
// policy::lay_over refuse.
Result<PackageFolder> read_package(const std::string& folder);

// Reads and loads one package folder.
// Refuses: as read_package, and what policy::Package::load refuses.
Result<policy::Package> load_package(const std::string& folder);

// Reads every package under a folder. Refuses: command.no_packages, and as load_package.
Result<casework::Shelf> load_shelf(const std::string& folder);

}  // namespace command
