#include "command/difference.h"

#include "base/json.h"
#include "base/text.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/comparison_json.h"
#include "policy/difference.h"

namespace command {

namespace {

struct Pair {
    policy::Files before;
    policy::Files after;
};

Result<Pair> read_pair(const std::vector<std::string>& packages) {
    TRY(PackageFolder first, read_package(packages[0]));
    if (packages.size() == 2) {
        TRY(PackageFolder second, read_package(packages[1]));
        return Pair{std::move(first.files), std::move(second.files)};
    }
    if (!first.overlay) {
        return Error{"command.no_overlay",
                     "This package stands on no other. Give a second package to compare it with.",
                     first.id};
    }
    return Pair{std::move(first.base), std::move(first.files)};
}

void print_lines(std::ostream& out, std::string_view sign, const std::string& text) {
    if (!text.empty()) {
        for (const std::string& line : base::split_text(text, '\n')) {
            out << "        " << sign << " " << line << "\n";
        }
    }
}

void print(std::ostream& out, const policy::CellChange& cell) {
    out << "    " << cell.column << ":";
    const bool is_short = (cell.before + cell.after).find('\n') == std::string::npos;
    if (is_short && (cell.before.empty() || cell.after.empty())) {
        out << " " << cell.before << cell.after << "\n";
    } else if (is_short && cell.before.size() + cell.after.size() < 80) {
        out << " " << cell.before << " -> " << cell.after << "\n";
    } else {
        out << "\n";
        print_lines(out, "-", cell.before);
        print_lines(out, "+", cell.after);
    }
}

void print(std::ostream& out, const std::vector<policy::PackageChange>& changes) {
    std::string heading;
    for (const policy::PackageChange& change : changes) {
        const std::string own = change.file + ", " + change.part;
        if (own != heading) {
            out << (heading.empty() ? "" : "\n") << own << "\n";
            heading = own;
        }
        out << "  " << policy::to_text(change.kind) << (change.row.empty() ? "" : ": ")
            << change.row << (change.words.empty() ? "" : " (" + change.words + ")") << "\n";
        for (const policy::CellChange& cell : change.cells) {
            // A changed cell that was or is empty says which.
            const bool is_half = cell.before.empty() != cell.after.empty();
            if (change.kind == policy::ChangeKind::changed && is_half) {
                print(out, {cell.column, cell.before.empty() ? "(empty)" : cell.before,
                            cell.after.empty() ? "(empty)" : cell.after});
            } else {
                print(out, cell);
            }
        }
    }
    out << (changes.empty() ? "No difference" : "\n" + base::counted(changes.size(), "change"))
        << "\n";
}

}  // namespace

int difference_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    std::vector<std::string> packages;
    bool as_json = false;
    bool wrong = false;
    for (const std::string& each : args) {
        if (each == "--json" && !as_json) {
            as_json = true;
        } else {
            wrong = wrong || each.starts_with("-");
            packages.push_back(each);
        }
    }
    if (wrong || packages.empty() || packages.size() > 2) {
        err << "Use: onepurse difference " << difference_usage << "\n";
        return 2;
    }
    const Result<Pair> pair = read_pair(packages);
    if (!pair) {
        return print_refusal(err, pair.error());
    }
    const std::vector<policy::PackageChange> changes =
        policy::difference(pair->before, pair->after);
    if (as_json) {
        out << base::pretty_json(policy::difference_json(pair->before, pair->after, changes));
    } else {
        print(out, changes);
    }
    return 0;
}

}  // namespace command
