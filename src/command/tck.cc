#include "command/tck.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "command/clock.h"

namespace command {

namespace {

struct Wanted {
    std::string folder;
    std::string csv;
    bool failures = false;
};

std::optional<Wanted> read_arguments(const std::vector<std::string>& args) {
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--csv" && i + 1 < args.size() && wanted.csv.empty()) {
            wanted.csv = args[++i];
        } else if (args[i] == "--failures" && !wanted.failures) {
            wanted.failures = true;
        } else if (!args[i].starts_with("-") && wanted.folder.empty()) {
            wanted.folder = args[i];
        } else {
            return std::nullopt;
        }
    }
    return wanted.folder.empty() ? std::nullopt : std::optional<Wanted>(wanted);
}

int refuse(std::ostream& err, const Error& error) {
    err << error.place << ": " << error.message << " (" << error.code << ")\n";
    return 1;
}

// "116 of 116 (100.00 %)"; the share is cut, never rounded up to a whole.
std::string share(std::size_t passed, std::size_t cases) {
    std::string text = std::to_string(passed) + " of " + std::to_string(cases);
    if (cases > 0) {
        const std::size_t hundredths = passed * 10'000 / cases;
        const std::string rest = std::to_string(hundredths % 100);
        text += " (" + std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") +
                rest + " %)";
    }
    return text;
}

void print_score(std::ostream& out, const std::string& level, const KitScore& score) {
    out << level << ": " << share(score.passed, score.cases)
        << " cases pass; of those that expect more than null, "
        << share(score.telling_passed, score.telling) << "\n";
}

KitScore print_scores(std::ostream& out, const std::vector<KitRow>& rows) {
    KitScore all;
    for (const auto& [level, score] : score_by_level(rows)) {
        print_score(out, level, score);
        all.cases += score.cases;
        all.passed += score.passed;
        all.telling += score.telling;
        all.telling_passed += score.telling_passed;
    }
    print_score(out, "all", all);
    return all;
}

void print_failures(std::ostream& out, const std::vector<KitRow>& rows) {
    for (const KitRow& row : rows) {
        for (const policy::KitOutcome& outcome : row.outcomes) {
            if (!outcome.passed) {
                out << row.level << "/" << row.folder << " " << row.file << " " << outcome.case_id
                    << ": " << outcome.message << "\n";
            }
        }
    }
}

Outcome write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.flush();
    if (!file) {
        return Error{"command.unwritable", "This file cannot be written. Check the folder.", path};
    }
    return Done{};
}

Outcome write_reports(const std::string& csv, const std::vector<KitRow>& rows) {
    TRY_DONE(write_file(csv, kit_csv(rows)));
    const std::string properties =
        std::filesystem::path(csv).replace_extension(".properties").string();
    return write_file(properties, kit_properties(Clock(std::nullopt).today()));
}

// A cell in quotes on one line.
std::string cell(const std::string& text) {
    std::string made = "\"";
    for (const char letter : text) {
        if (letter == '"') {
            made += '"';
        }
        made += letter == '\n' || letter == '\r' ? ' ' : letter;
    }
    return made + "\"";
}

}  // namespace

std::string kit_csv(const std::vector<KitRow>& rows) {
    std::string out;
    for (const KitRow& row : rows) {
        for (const policy::KitOutcome& outcome : row.outcomes) {
            out += cell(row.level + "/" + row.folder) + "," + cell(row.file) + "," +
                   cell(outcome.case_id) + "," + cell(outcome.passed ? "SUCCESS" : "ERROR") + "," +
                   cell(outcome.message) + "\n";
        }
    }
    return out;
}

std::string kit_properties(Date on) {
    return "vendor.name=Onepurse\n"
           "vendor.url=\n"
           "product.name=Onepurse\n"
           "product.url=\n"
           "product.version=" ONEPURSE_VERSION
           "\n"
           "product.comment=DMN decisions of council policy, on decimals of 34 digits\n"
           "last.update=" +
           on.to_text() + "\ninstructions.url=\n";
}

int tck_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    const std::optional<Wanted> wanted = read_arguments(args);
    if (!wanted) {
        err << "Use: onepurse tck " << tck_usage << "\n";
        return 2;
    }
    const Result<std::vector<KitRow>> rows = run_kit(wanted->folder);
    if (!rows) {
        return refuse(err, rows.error());
    }
    if (wanted->failures) {
        print_failures(out, *rows);
    }
    const KitScore all = print_scores(out, *rows);
    if (!wanted->csv.empty()) {
        const Outcome written = write_reports(wanted->csv, *rows);
        if (!written) {
            return refuse(err, written.error());
        }
    }
    return all.passed == all.cases ? 0 : 1;
}

int tck_verb(const std::vector<std::string>& args) {
    return tck_verb(args, std::cout, std::cerr);
}

}  // namespace command
