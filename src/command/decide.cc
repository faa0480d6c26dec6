#include "command/decide.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "base/json.h"
#include "base/text.h"
#include "casework/rules_in_force.h"
#include "command/books.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "command/versions.h"
#include "policy/case_json.h"
#include "policy/cases.h"
#include "policy/explain.h"
#include "policy/told_json.h"

namespace command {

namespace {

constexpr const char* decide_usage =
    "Use: onepurse decide PACKAGE --on DATE --case FILE.json [--explain]\n"
    "  or: onepurse decide --data DIR [--authority CODE] --package ID --on DATE [--known INSTANT] "
    "--case FILE.json [--explain]\n";
constexpr const char* cases_usage = "Use: onepurse cases PACKAGE\n";

struct Wanted {
    std::string package;
    std::string on;
    std::string file;
    bool explain = false;
};

std::optional<Wanted> read_arguments(const std::vector<std::string>& args) {
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool takes_value = args[i] == "--on" || args[i] == "--case";
        if (takes_value && i + 1 < args.size()) {
            std::string& value = args[i] == "--on" ? wanted.on : wanted.file;
            if (!value.empty()) {
                return std::nullopt;
            }
            value = args[++i];
        } else if (args[i] == "--explain" && !wanted.explain) {
            wanted.explain = true;
        } else if (!args[i].starts_with("-") && wanted.package.empty()) {
            wanted.package = args[i];
        } else {
            return std::nullopt;
        }
    }
    if (wanted.package.empty() || wanted.on.empty() || wanted.file.empty()) {
        return std::nullopt;
    }
    return wanted;
}

Result<Date> read_day(const std::string& text) {
    const Result<Date> on = Date::parse(text);
    return on ? on : Result<Date>(base::at("--on", on.error()));
}

Result<json::value> work_out(const policy::Package& package, Date on, const std::string& file,
                             bool explain) {
    TRY(const std::string text, read_whole_file(file));
    Result<policy::Facts> facts = policy::read_case_json(package, text);
    if (!facts) {
        return base::at(file, facts.error());
    }
    TRY(const policy::Evaluation evaluation, policy::evaluate(package, *facts, on, explain));
    json::value result = policy::result_json(package, on, evaluation);
    if (explain) {
        result.as_object()["told"] = policy::told_json(package, *facts, on);
    }
    return result;
}

Result<json::value> decide(const Wanted& wanted) {
    TRY(const Date on, read_day(wanted.on));
    TRY(const policy::Package package, load_package(wanted.package));
    return work_out(package, on, wanted.file, wanted.explain);
}

// With the version of a book: as the rules stood on the day, and as they were known at a moment.
Result<json::value> decide_in_book(const std::vector<std::string>& args) {
    TRY(const Options options,
        Options::read(args, {"--data", "--authority", "--package", "--on", "--known", "--case"},
                      {"--explain"}));
    for (const char* const name : {"--package", "--on", "--case"}) {
        if (!options.has(name)) {
            return Error{"command.wrong_use", std::string("Give ") + name + "."};
        }
    }
    TRY(const Date on, read_day(options.get("--on")));
    std::optional<Instant> known;
    if (options.has("--known")) {
        const Result<Instant> read = Instant::parse(options.get("--known"));
        if (!read) {
            return base::at("--known", read.error());
        }
        known = *read;
    }
    TRY(const std::unique_ptr<store::Store> book, open_book(options));
    TRY(const casework::VersionOfDay found,
        casework::version_of_day(*book, options.get("--package"), on, known));
    TRY(json::value result,
        work_out(*found.package, on, options.get("--case"), options.has("--explain")));
    result.as_object()["version"] = version_json(found.version);
    return result;
}

}  // namespace

int decide_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (std::find(args.begin(), args.end(), "--data") != args.end()) {
        const Result<json::value> result = decide_in_book(args);
        if (!result) {
            return result.error().code == "command.wrong_use" ? (err << decide_usage, 2)
                                                              : print_refusal(err, result.error());
        }
        out << base::pretty_json(*result);
        return 0;
    }
    const std::optional<Wanted> wanted = read_arguments(args);
    if (!wanted) {
        err << decide_usage;
        return 2;
    }
    const Result<json::value> result = decide(*wanted);
    if (!result) {
        return print_refusal(err, result.error());
    }
    out << base::pretty_json(*result);
    return 0;
}

int decide_verb(const std::vector<std::string>& args) {
    return decide_verb(args, std::cout, std::cerr);
}

int cases_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (args.size() != 1 || args[0].starts_with("-")) {
        err << cases_usage;
        return 2;
    }
    const Result<policy::Package> package = load_package(args[0]);
    if (!package) {
        return print_refusal(err, package.error());
    }
    std::size_t passed = 0;
    std::size_t compared = 0;
    const std::vector<policy::CaseOutcome> outcomes = policy::run_cases(*package);
    for (const policy::CaseOutcome& outcome : outcomes) {
        passed += outcome.passed() ? 1 : 0;
        compared += outcome.comparisons.size();
        if (outcome.refused) {
            err << "case " << outcome.name << ": ";
            print_refusal(err, *outcome.refused);
        }
        for (const policy::CaseComparison& each : outcome.comparisons) {
            if (!each.agrees) {
                err << "cases.csv line " << each.line << ": case " << outcome.name << ": "
                    << each.name << " should be " << each.expected << ", is " << each.found << "\n";
            }
        }
    }
    out << passed << " of " << base::counted(outcomes.size(), "case") << " passed, "
        << base::counted(compared, "value") << " compared\n";
    return passed == outcomes.size() ? 0 : 1;
}

int cases_verb(const std::vector<std::string>& args) {
    return cases_verb(args, std::cout, std::cerr);
}

}  // namespace command
