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

// A folder under its own name, also when it was written with a slash behind it.
fs::path named_folder(const std::string& folder) {
    const fs::path path = fs::path(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

}  // namespace

Result<policy::Files> read_package_files(const std::string& folder) {
    std::error_code error;
    policy::Files files;
    for (const fs::directory_entry& entry : fs::directory_iterator(named_folder(folder), error)) {
        if (entry.is_regular_file(error)) {
            TRY(files[entry.path().filename().string()], read_bytes(entry.path()));
        }
    }
    if (error || files.empty()) {
        return Error{"command.no_package",
                     "There is no policy package in " + folder + ". Give the folder of one."};
    }
    return files;
}

Result<policy::Package> load_package(const std::string& folder) {
    TRY(const policy::Files files, read_package_files(folder));
    const std::string name = named_folder(folder).filename().string();
    auto package = policy::Package::load(name, files);
    if (!package) {
        return base::at(name, package.error());
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
