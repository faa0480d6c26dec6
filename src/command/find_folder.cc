#include "command/find_folder.h"

#include <filesystem>

namespace command {

namespace fs = std::filesystem;

std::string find_folder(const std::string& name) {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& place :
         {program / name, program.parent_path() / name, fs::path(ONEPURSE_SOURCE_DIR) / name}) {
        if (fs::is_directory(place, error)) {
            return place.string();
        }
    }
    return name;
}

}  // namespace command
