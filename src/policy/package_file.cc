#include "policy/package_file.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "policy/signed_file.h"

namespace policy {

namespace {

constexpr std::size_t bytes_max = 64UL * 1024 * 1024;
constexpr std::size_t files_max = 200;
constexpr std::size_t name_max = 100;

bool is_letter_or_digit(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
           (each >= '0' && each <= '9');
}

bool is_safe(std::string_view name) {
    return !name.empty() && name.size() <= name_max && is_letter_or_digit(name.front()) &&
           name.back() != '.' && std::all_of(name.begin(), name.end(), [](char each) {
               return is_letter_or_digit(each) || each == '_' || each == '-' || each == '.';
           });
}

Error unsafe(const std::string& name) {
    std::string shown = base::is_utf8(name) ? name : "(no text)";
    return Error{"package_file.unsafe_name",
                 "A name in a package has letters, digits, \"_\", \"-\" and \".\", begins with a "
                 "letter or digit, and is like no other but for capitals. Rename the file.",
                 std::move(shown)};
}

Error not_whole(std::string what) {
    return Error{"package_file.not_whole", "This is no whole package: " + std::move(what)};
}

Error too_large() {
    return Error{"package_file.too_large",
                 "A package may have 200 files and 64 MB as one file; this one is larger."};
}

Result<PackageFile> read_members(const json::object& whole) {
    TRY(const std::string format, base::text_member(whole, "format"));
    if (format != package_file_format) {
        return Error{"package_file.other_format",
                     "This file is of the format \"" + format.substr(0, 40) +
                         "\". This program reads " + std::string(package_file_format) + "."};
    }
    PackageFile file;
    TRY(file.id, base::text_member(whole, "id"));
    const json::value* files = whole.if_contains("files");
    if (files == nullptr) {
        return not_whole("it has no files.");
    }
    auto read = read_package_files(json::serialize(*files));
    if (!read) {
        return not_whole(read.error().message);
    }
    file.files = std::move(*read);
    TRY_DONE(check_file_names(file.id, file.files));
    TRY(const std::string fingerprint, base::text_member(whole, "fingerprint"));
    if (fingerprint != fingerprint_of(file.files)) {
        return Error{"package_file.wrong_fingerprint",
                     "The files are not those the fingerprint was made of: something was changed "
                     "on the way. Ask for the package again.",
                     file.id};
    }
    return file;
}

}  // namespace

Outcome check_file_names(const PackageId& id, const Files& files) {
    if (!is_safe(id)) {
        return unsafe(id);
    }
    std::set<std::string> taken;
    for (const auto& [name, bytes] : files) {
        if (!is_safe(name) || !taken.insert(base::lower(name)).second) {
            return unsafe(name);
        }
    }
    return Done{};
}

Result<std::string> write_package_file(const PackageFile& file) {
    TRY_DONE(check_file_names(file.id, file.files));
    TRY(const json::value files, base::parse_json(write_package_files(file.files)));
    std::string bytes = base::pretty_json(json::object{{"format", std::string(package_file_format)},
                                                       {"id", file.id},
                                                       {"fingerprint", fingerprint_of(file.files)},
                                                       {"files", files}});
    if (file.files.size() > files_max || bytes.size() > bytes_max) {
        return too_large();
    }
    return bytes;
}

Result<PackageFile> read_package_file(std::string_view bytes) {
    if (bytes.size() > bytes_max) {
        return too_large();
    }
    TRY(const json::value value, base::parse_json(bytes));
    const json::object* whole = value.if_object();
    if (whole == nullptr) {
        return not_whole("it is no JSON object.");
    }
    TRY(PackageFile file, read_members(*whole));
    const Result<std::string> written = write_package_file(file);
    if (!written || *written != bytes) {
        return Error{"package_file.other_form",
                     "This file is not as it was written: something was added, left out or "
                     "written in another way."};
    }
    return file;
}

}  // namespace policy
