#include "command/disk.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace command {

namespace fs = std::filesystem;

namespace {

Error unwritable(const fs::path& path) {
    return Error{"command.unwritable", "This file cannot be written.", path.string()};
}

Outcome write(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) {
        return unwritable(path);
    }
    return Done{};
}

// Where something is made before it is moved to its place.
fs::path beside(const fs::path& path) {
    return path.parent_path() /
           ("." + path.filename().string() + "." + std::to_string(::getpid()) + ".new");
}

// Moves what was made to its place, or takes it away.
Outcome settle(const Outcome& made, const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (made) {
        fs::rename(from, to, error);
    }
    if (!made || error) {
        std::error_code left;
        fs::remove_all(from, left);
        return made ? Outcome(unwritable(to)) : made;
    }
    return Done{};
}

}  // namespace

Result<std::string> read_whole_file(const std::string& path) {
    std::error_code fault;
    std::ifstream in(path, std::ios::binary);
    if (!in || fs::is_directory(path, fault)) {
        return Error{"command.unreadable",
                     "This file cannot be read. Check its name and its rights.", path};
    }
    std::stringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

Outcome write_new_file(const std::string& path, const std::string& bytes) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
        return Error{"command.file_not_new",
                     "There is a file of this name already. Give another name.", path};
    }
    return replace_file(path, bytes);
}

Outcome replace_file(const std::string& path, const std::string& bytes) {
    const fs::path made = beside(path);
    return settle(write(made, bytes), made, path);
}

Outcome write_new_folder(const std::string& folder, const policy::Files& files) {
    const fs::path path = fs::path(folder).lexically_normal();
    const fs::path to = path.has_filename() ? path : path.parent_path();
    std::error_code error;
    if (fs::exists(fs::symlink_status(to, error))) {
        return Error{"command.folder_not_new",
                     "This must be a folder that is not there yet. Give another name.", folder};
    }
    const fs::path made = beside(to);
    Outcome written = Done{};
    if (!fs::create_directories(made, error)) {
        written = unwritable(made);
    }
    for (auto file = files.begin(); written && file != files.end(); ++file) {
        written = write(made / file->first, file->second);
    }
    return settle(written, made, to);
}

int print_refusal(std::ostream& err, const Error& error) {
    err << (error.place.empty() ? "" : error.place + ": ") << error.message << " (" << error.code
        << ")\n";
    return 1;
}

}  // namespace command
