#pragma once
// A whole policy package as one file, to be sent, kept and published: its id, its fingerprint and
// every file, as JSON. It has exactly one form, byte for byte; another form of the same content, a
// file that was changed, added or left out, or a name that could stand outside a folder is refused.
// Whether the package loads is for Package::load to say.

#include <string>
#include <string_view>

#include "policy/package.h"

namespace policy {

inline constexpr std::string_view package_file_format = "onepurse-package-1";

struct PackageFile {
    PackageId id;
    Files files;
};

// Refuses names that a folder could not hold everywhere, or that lead out of one: letters, digits,
// "_", "-" and "." are allowed, 100 at most, the first a letter or digit, the last no ".", and no
// two names that differ in capitals alone. Refuses: package_file.unsafe_name.
Outcome check_file_names(const PackageId& id, const Files& files);

// Writes the one form of a package's file. Refuses: package_file.unsafe_name,
// package_file.too_large.
Result<std::string> write_package_file(const PackageFile& file);

// Reads it and works its fingerprint out again. Refuses: package_file.too_large,
// package_file.not_whole, package_file.other_format, package_file.other_form,
// package_file.wrong_fingerprint, package_file.unsafe_name, and the codes of json.
Result<PackageFile> read_package_file(std::string_view bytes);

}  // namespace policy
