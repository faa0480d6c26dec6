#include "policy/inspect.h"

#include "policy/cases.h"
#include "policy/check_texts.h"
#include "policy/check_units.h"
#include "policy/coverage.h"
#include "policy/model.h"

namespace policy {

namespace {

void check_cases_hold(const Package& package, Faults& faults) {
    for (const CaseOutcome& outcome : run_cases(package)) {
        if (outcome.refused) {
            faults.add(base::at("cases.csv, case " + outcome.name, *outcome.refused));
        }
        for (const CaseComparison& each : outcome.comparisons) {
            if (!each.agrees) {
                faults.add(Error{"policy.case_differs",
                                 "The case " + outcome.name + " expects " + each.name + " to be " +
                                     each.expected + ", but it is " + each.found + ".",
                                 "cases.csv line " + std::to_string(each.line)});
            }
        }
    }
}

void count(const std::vector<TableCoverage>& coverage, Inspection& made) {
    for (const TableCoverage& table : coverage) {
        made.rules += table.cases.size();
        made.rules_remembered += table.is_remembered ? table.cases.size() : 0;
        for (const std::size_t cases : table.cases) {
            made.rules_reached += cases > 0 ? 1 : 0;
        }
    }
}

}  // namespace

Inspection inspect(PackageId id, const Files& files) {
    Inspection made;
    Faults faults;
    const std::optional<Package> package = Package::load(std::move(id), files, faults);
    if (package) {
        const Model& model = *package->model();
        check_units_stated(model, faults);
        check_texts(model, faults);
        const std::vector<TableCoverage> coverage = coverage_of(*package);
        check_coverage(*package, coverage, faults);
        check_cases_hold(*package, faults);
        made.decisions = model.decisions.decisions.size();
        made.tables = model.decisions.program.tables.size();
        made.cases = model.cases.size();
        count(coverage, made);
    }
    made.faults = faults.all();
    return made;
}

}  // namespace policy
