#include "command/shelf.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "command/find_folder.h"

namespace command {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t file_bytes_max = std::uintmax_t{16} * 1024 * 1024;

Result<std::string> read_bytes(const fs::path& path) {
    std::error_code error;
    if (fs::file_size(path, error) > file_bytes_max || error) {
        return Error{"command.no_package", "The file " + path.string() + " is too large to read."};
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
        return Error{"command.no_package", "The file " + path.string() + " cannot be read."};
    }
    return std::move(bytes).str();
}

// An overlay may stand on an overlay: a region's on the nation's, a council's on the region's.
constexpr int overlays_max = 4;

Result<policy::Files> read_files(const fs::path& folder) {
    std::error_code error;
    policy::Files files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_regular_file(error)) {
            TRY(files[entry.path().filename().string()], read_bytes(entry.path()));
        }
    }
    if (error || files.empty()) {
        return Error{"command.no_package", "There is no policy package in " + folder.string() +
                                               ". Give the folder of one."};
    }
    return files;
}

// The base stands beside its overlay, or among the packages that were shipped.
Result<fs::path> find_base(const fs::path& overlay, const PackageId& base) {
    std::error_code error;
    for (const fs::path& place : {overlay.parent_path(), fs::path(find_folder("policies"))}) {
        if (fs::is_directory(place / base, error)) {
            return place / base;
        }
    }
    return Error{"command.no_base",
                 "The overlay stands on " + base +
                     ", and there is no such package. Put its folder "
                     "beside the overlay.",
                 std::string(policy::overlay_file)};
}

Result<PackageFolder> read_at(const fs::path& folder, int overlays_left) {
    PackageFolder read;
    read.id = folder.filename().string();
    TRY(read.files, read_files(folder));
    if (!policy::is_overlay(read.files)) {
        return read;
    }
    if (overlays_left == 0) {
        return Error{"command.overlay_circle",
                     "This overlay stands on others without an end, or on more than " +
                         std::to_string(overlays_max) + ".",
                     read.id};
    }
    TRY(read.overlay, policy::read_overlay(read.files));
    TRY(const fs::path base, find_base(folder, read.overlay->base));
    TRY(PackageFolder under, read_at(base, overlays_left - 1));
    read.base = std::move(under.files);
    TRY(read.files, policy::lay_over(*read.overlay, read.base));
    return read;
}

}  // namespace

Result<PackageFolder> read_package(const std::string& folder) {
    const fs::path path = fs::path(folder).lexically_normal();
    return read_at(path.has_filename() ? path : path.parent_path(), overlays_max);
}

Result<policy::Package> load_package(const std::string& folder) {
    TRY(const PackageFolder read, read_package(folder));
    auto package = policy::Package::load(read.id, read.files);
    if (!package) {
        return base::at(read.id, package.error());
    }
    return package;
}

Result<casework::Shelf> load_shelf(const std::string& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (fs::exists(entry.path() / "README.md", error)) {
            folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    casework::Shelf shelf;
    for (const fs::path& path : folders) {
        TRY(policy::Package package, load_package(path.string()));
        const PackageId id = package.id();
        shelf[id] = std::make_shared<const policy::Package>(std::move(package));
    }
    if (shelf.empty()) {
        return Error{"command.no_packages",
                     "There is no policy package under " + folder +
                         ". Give the folder that holds them with --packages."};
    }
    return shelf;
}

}  // namespace command
