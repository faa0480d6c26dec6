#include "command/sheets.h"

#include <filesystem>
#include <fstream>

#include "base/sheet_csv.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/package_sheets.h"

namespace command {

namespace {

namespace fs = std::filesystem;

bool is_workbook(const fs::path& path) {
    return path.extension() == ".xlsx";
}

Outcome write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) {
        return Error{"command.unwritable", "This file cannot be written.", path.string()};
    }
    return Done{};
}

// Makes a folder that must not hold anything yet.
Outcome make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_empty(folder, error)) {
        return Error{"command.folder_not_new",
                     "This must be a folder that is not there yet, or an empty one.",
                     folder.string()};
    }
    return Done{};
}

Outcome write_workbook(const base::Workbook& workbook, const fs::path& to) {
    if (is_workbook(to)) {
        TRY(const std::string bytes, base::write_xlsx(workbook));
        return write_file(to, bytes);
    }
    TRY_DONE(make_folder(to));
    for (const base::Sheet& sheet : workbook) {
        TRY_DONE(write_file(to / (sheet.name + ".csv"), base::sheet_to_csv(sheet)));
    }
    return Done{};
}

Result<base::Workbook> read_workbook(const fs::path& from) {
    if (is_workbook(from)) {
        TRY(const std::string bytes, read_whole_file(from.string()));
        return base::read_xlsx(bytes);
    }
    base::Workbook workbook;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(from, error)) {
        if (entry.path().extension() == ".csv") {
            TRY(const std::string bytes, read_whole_file(entry.path().string()));
            Result<base::Sheet> sheet = base::sheet_from_csv(entry.path().stem().string(), bytes);
            if (!sheet) {
                return base::at(entry.path().filename().string(), sheet.error());
            }
            workbook.push_back(std::move(*sheet));
        }
    }
    if (workbook.empty()) {
        return Error{"command.unreadable", "There is no workbook and no folder of CSV files.",
                     from.string()};
    }
    return workbook;
}

Outcome write_sheets(const std::string& package, const fs::path& to) {
    TRY(const PackageFolder read, read_package(package));
    TRY(const base::Workbook workbook, policy::sheets_of(read.files));
    return write_workbook(workbook, to);
}

// Gives how many files of the package changed.
Result<std::size_t> read_sheets(const std::string& package, const fs::path& from,
                                const fs::path& to) {
    TRY(const PackageFolder read, read_package(package));
    TRY(const base::Workbook workbook, read_workbook(from));
    TRY(const policy::Files changed, policy::with_sheets(read.files, workbook));
    const fs::path folder = to.has_filename() ? to : to.parent_path();
    const std::string name = folder.filename().string();
    TRY_DONE(policy::Package::load(name, changed));
    TRY_DONE(make_folder(to));
    std::size_t count = 0;
    for (const auto& [file, bytes] : changed) {
        TRY_DONE(write_file(to / file, bytes));
        count += read.files.at(file) == bytes ? 0 : 1;
    }
    return count;
}

}  // namespace

int write_sheets_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (args.size() != 2 || args[0].starts_with("--")) {
        err << "Use: onepurse write-sheets " << write_sheets_usage << "\n";
        return 2;
    }
    const Outcome written = write_sheets(args[0], args[1]);
    if (!written) {
        return print_refusal(err, written.error());
    }
    out << "Written: " << args[1] << "\n";
    return 0;
}

int read_sheets_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (args.size() != 3 || args[0].starts_with("--")) {
        err << "Use: onepurse read-sheets " << read_sheets_usage << "\n";
        return 2;
    }
    const Result<std::size_t> changed = read_sheets(args[0], args[1], args[2]);
    if (!changed) {
        return print_refusal(err, changed.error());
    }
    out << "Written: " << args[2] << ", " << *changed << " of its files changed\n";
    return 0;
}

}  // namespace command
