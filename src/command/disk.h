#pragma once
// Files of the disk as the verbs of policy packages read and write them, and how they say that
// something was refused. Nothing that is there is written over, but by replace_file.

#include <ostream>
#include <string>

#include "base/result.h"
#include "policy/package.h"

namespace command {

// Reads a whole file. Refuses: command.unreadable.
Result<std::string> read_whole_file(const std::string& path);

// Writes a file that is not there yet, whole or not at all. Refuses: command.file_not_new,
// command.unwritable.
Outcome write_new_file(const std::string& path, const std::string& bytes);

// Writes a file in the place of the one that is there. Refuses: command.unwritable.
Outcome replace_file(const std::string& path, const std::string& bytes);

// Writes the files of a package into a folder that is not there yet: it appears with all of them or
// not at all. The names are safe to write (policy/package_file.h). Refuses: command.folder_not_new,
// command.unwritable.
Outcome write_new_folder(const std::string& folder, const policy::Files& files);

// Prints a refusal with its place and code. Gives 1, the exit code.
int print_refusal(std::ostream& err, const Error& error);

}  // namespace command
