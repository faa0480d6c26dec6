#include "command/decide.h"

#include <iostream>
#include <optional>

#include "base/json.h"
#include "base/text.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/case_json.h"
#include "policy/cases.h"
#include "policy/explain.h"
#include "policy/told_json.h"

namespace command {

namespace {

constexpr const char* decide_usage =
    "Use: onepurse decide PACKAGE --on DATE --case FILE.json [--explain]\n";
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

Result<json::value> decide(const Wanted& wanted) {
    const Result<Date> on = Date::parse(wanted.on);
    if (!on) {
        return base::at("--on", on.error());
    }
    TRY(const policy::Package package, load_package(wanted.package));
    TRY(const std::string text, read_whole_file(wanted.file));
    Result<policy::Facts> facts = policy::read_case_json(package, text);
    if (!facts) {
        return base::at(wanted.file, facts.error());
    }
    TRY(const policy::Evaluation evaluation,
        policy::evaluate(package, *facts, *on, wanted.explain));
    json::value result = policy::result_json(package, *on, evaluation);
    if (wanted.explain) {
        result.as_object()["told"] = policy::told_json(package, *facts, *on);
    }
    return result;
}

}  // namespace

int decide_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
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
