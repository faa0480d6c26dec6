#include "verify/verify.h"

#include <filesystem>
#include <fstream>
#include <optional>

#include "base/text.h"
#include "policy/check_allocation.h"
#include "policy/money_text.h"
#include "policy/signing.h"

namespace verify {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t file_bytes_max = std::uintmax_t{16} * 1024 * 1024;
constexpr std::size_t folder_files_max = 200;

struct Wanted {
    std::string file;
    std::string package;
    std::string key;
};

std::optional<Wanted> read_arguments(const std::vector<std::string>& args) {
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool takes_value = args[i] == "--package" || args[i] == "--key";
        if (takes_value && i + 1 < args.size() && !args[i + 1].empty()) {
            std::string& value = args[i] == "--package" ? wanted.package : wanted.key;
            if (!value.empty()) {
                return std::nullopt;
            }
            value = args[++i];
        } else if (!args[i].empty() && !args[i].starts_with("-") && wanted.file.empty()) {
            wanted.file = args[i];
        } else {
            return std::nullopt;
        }
    }
    return wanted.file.empty() ? std::nullopt : std::optional(std::move(wanted));
}

Result<std::string> read_file(const fs::path& path) {
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) {
        return Error{"verify.unreadable", "There is no such file. Check its name.", path.string()};
    }
    if (fs::file_size(path, fault) > file_bytes_max || fault) {
        return Error{"verify.too_large", "This file is larger than 16 MB. It is not read.",
                     path.string()};
    }
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) {
        return Error{"verify.unreadable", "This file cannot be read.", path.string()};
    }
    return bytes;
}

Result<policy::Files> read_folder(const std::string& folder) {
    policy::Files files;
    std::error_code fault;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, fault)) {
        if (entry.is_regular_file(fault) && files.size() < folder_files_max) {
            TRY(files[entry.path().filename().string()], read_file(entry.path()));
        }
    }
    if (fault || files.empty()) {
        return Error{"verify.no_package",
                     "There are no rules in this folder. Give the folder that "
                     "holds them.",
                     folder};
    }
    return files;
}

// The keys in a file, or the text itself.
Result<std::vector<policy::PublishedKey>> read_key(const std::string& key) {
    std::error_code fault;
    if (key.empty()) {
        return std::vector<policy::PublishedKey>{};
    }
    if (!fs::exists(key, fault)) {
        Result<std::vector<policy::PublishedKey>> keys = policy::read_keys(key);
        return keys ? std::move(keys)
                    : Error{"verify.no_key",
                            "This is neither a file nor a key. A key is 64 digits from 0 to 9 and "
                            "a to f."};
    }
    TRY(const std::string text, read_file(key));
    Result<std::vector<policy::PublishedKey>> keys = policy::read_keys(text);
    if (!keys) {
        return base::at(key, keys.error());
    }
    return keys;
}

int refuse(std::ostream& err, const Error& error, int code, std::string_view first) {
    err << first << (error.place.empty() ? "" : error.place + ": ") << error.message << " ("
        << error.code << ")\n";
    return code;
}

std::string words_of(const policy::StreamResult& result) {
    std::string words = result.name + ": ";
    if (result.eligible && !*result.eligible) {
        return words + "no, by the rules";
    }
    if (result.sum) {
        words += "£" + policy::money_text(*result.sum);
        if (result.contribution) {
            words += ", of which the means test asks £" + policy::money_text(*result.contribution) +
                     " a week";
        }
        return words;
    }
    return words + (result.not_worked_out.empty() ? "the rules give no sum"
                                                  : "not worked out, something is not known");
}

std::string words_of(const policy::DecidedSum& decided) {
    if (!decided.eligible) {
        return "no";
    }
    std::string words;
    if (decided.weekly) {
        words = decided.weekly->for_people() + " a week";
    }
    if (decided.one_off) {
        words += (words.empty() ? "" : " and ") + decided.one_off->for_people() + " once";
    }
    return words;
}

void tell(std::ostream& out, const policy::CheckedAllocation& checked, bool knows_key) {
    const policy::Allocation& told = checked.allocation;
    out << "It matches.\n"
        << base::counted(checked.steps, "step")
        << " worked out afresh from the answers, with the rules “" << checked.package_title
        << "” of " << told.on.for_people() << ". Every step and every sum is as the file says.\n\n";
    for (const policy::StreamResult& each : checked.streams) {
        out << "  " << words_of(each) << "\n";
    }
    for (const policy::Departure& each : checked.departures) {
        out << "\nFor " << each.rules.name << " " << each.decided.by
            << " decided something else on " << each.decided.on.for_people() << ": "
            << words_of(each.decided)
            << ". A person may depart from the rules, and must give reasons.\n";
    }
    out << "\nAllocation " << told.number << " of " << told.reference << ", issued on "
        << told.issued.for_people() << ".\n";
    if (knows_key) {
        out << "Signed by " << told.council << " with its key " << policy::short_key(checked.key)
            << ".\n";
    } else {
        out << "It says it is from " << told.council << ". It is signed with the key\n  "
            << checked.key
            << "\nCompare that with the key the council publishes, or give it with --key: without "
               "it "
               "this program cannot tell who signed.\n";
    }
}

// What could not be tried is no answer about the file.
bool is_untried(const Error& error) {
    return error.code == "allocation.no_package";
}

}  // namespace

int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    const std::optional<Wanted> wanted = read_arguments(args);
    if (!wanted) {
        err << usage;
        return 2;
    }
    const Result<std::string> bytes = read_file(wanted->file);
    if (!bytes) {
        return refuse(err, bytes.error(), 2, "");
    }
    const auto keys = read_key(wanted->key);
    if (!keys) {
        return refuse(err, keys.error(), 2, "");
    }
    std::optional<policy::Files> package;
    if (!wanted->package.empty()) {
        Result<policy::Files> read = read_folder(wanted->package);
        if (!read) {
            return refuse(err, read.error(), 2, "");
        }
        package = std::move(*read);
    }
    const Result<policy::SignedFile> file = policy::read_signed_file(*bytes);
    if (!file) {
        return refuse(err, file.error(), 1, "It does not match. ");
    }
    const auto checked = policy::check_allocation(*file, package ? &*package : nullptr, *keys);
    if (!checked) {
        return is_untried(checked.error()) ? refuse(err, checked.error(), 2, "")
                                           : refuse(err, checked.error(), 1, "It does not match. ");
    }
    tell(out, *checked, !keys->empty());
    return 0;
}

}  // namespace verify
