#include "command/shelf.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

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

}  // namespace

Result<PackageFolder> read_package(const std::string& folder) {
    const fs::path path = fs::path(folder).lexically_normal();
    const fs::path named = path.has_filename() ? path : path.parent_path();
    std::error_code error;
    PackageFolder read;
    for (const fs::directory_entry& entry : fs::directory_iterator(named, error)) {
        if (entry.is_regular_file(error)) {
            TRY(read.files[entry.path().filename().string()], read_bytes(entry.path()));
        }
    }
    if (error || read.files.empty()) {
        return Error{"command.no_package",
                     "There is no policy package in " + folder + ". Give the folder of one."};
    }
    read.id = named.filename().string();
    return read;
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
