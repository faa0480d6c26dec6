#include "command/package_files.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/package_file.h"

namespace command {

namespace {

Result<PackageFolder> export_package(const std::string& folder, const std::string& path) {
    TRY(PackageFolder read, read_package(folder));
    TRY(const std::string bytes, policy::write_package_file({read.id, read.files}));
    TRY_DONE(write_new_file(path, bytes));
    return read;
}

Result<policy::PackageFile> import_package(const std::string& path, const std::string& folder,
                                           bool unchecked) {
    TRY(const std::string bytes, read_whole_file(path));
    Result<policy::PackageFile> file = policy::read_package_file(bytes);
    if (!file) {
        return base::at(path, file.error());
    }
    if (!unchecked) {
        const Result<policy::Package> package = policy::Package::load(file->id, file->files);
        if (!package) {
            return base::at(file->id, package.error());
        }
    }
    TRY_DONE(write_new_folder(folder, file->files));
    return file;
}

Result<PackageFolder> mark(const std::string& folder) {
    TRY(PackageFolder read, read_package(folder));
    if (!read.overlay) {
        return Error{
            "command.no_overlay",
            "This package stands on no other: it has no " + std::string(policy::overlay_file) + ".",
            read.id};
    }
    TRY(const std::string bytes, policy::mark_overlay(*read.overlay, read.base));
    const std::string path =
        (std::filesystem::path(folder) / std::string(policy::overlay_file)).string();
    TRY_DONE(replace_file(path, bytes));
    return read;
}

int wrong_use(std::ostream& err, const char* verb, const char* usage) {
    err << "Use: onepurse " << verb << " " << usage << "\n";
    return 2;
}

bool are_names(const std::vector<std::string>& args, std::size_t count) {
    return args.size() == count && std::none_of(args.begin(), args.end(), [](const auto& each) {
               return each.starts_with("-");
           });
}

}  // namespace

int export_package_verb(const std::vector<std::string>& args, std::ostream& out,
                        std::ostream& err) {
    if (!are_names(args, 2)) {
        return wrong_use(err, "export-package", export_package_usage);
    }
    const Result<PackageFolder> written = export_package(args[0], args[1]);
    if (!written) {
        return print_refusal(err, written.error());
    }
    out << "Written: " << args[1] << ", " << base::counted(written->files.size(), "file")
        << ", fingerprint " << policy::fingerprint_of(written->files) << "\n";
    return 0;
}

int import_package_verb(const std::vector<std::string>& args, std::ostream& out,
                        std::ostream& err) {
    std::vector<std::string> names = args;
    const bool unchecked = std::erase(names, "--unchecked") == 1;
    if (!are_names(names, 2)) {
        return wrong_use(err, "import-package", import_package_usage);
    }
    const Result<policy::PackageFile> made = import_package(names[0], names[1], unchecked);
    if (!made) {
        return print_refusal(err, made.error());
    }
    out << "Written: " << names[1] << ", the package " << made->id << ", fingerprint "
        << policy::fingerprint_of(made->files) << "\n";
    return 0;
}

int mark_overlay_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (!are_names(args, 1)) {
        return wrong_use(err, "mark-overlay", mark_overlay_usage);
    }
    const Result<PackageFolder> marked = mark(args[0]);
    if (!marked) {
        return print_refusal(err, marked.error());
    }
    out << "Marked: " << marked->id << " stands on " << marked->overlay->base << ", fingerprint "
        << policy::fingerprint_of(marked->base) << "\n";
    return 0;
}

}  // namespace command
