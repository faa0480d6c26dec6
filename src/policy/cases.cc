#include "policy/cases.h"

#include <algorithm>

#include "base/text.h"
#include "policy/model.h"
#include "policy/read_files.h"

namespace policy {

bool CaseOutcome::passed() const {
    return !refused && std::all_of(comparisons.begin(), comparisons.end(),
                                   [](const CaseComparison& each) { return each.agrees; });
}

Result<std::vector<GoldenCase>> read_cases(std::string_view bytes) {
    const std::string file = "cases.csv";
    TRY(const base::CsvTable table,
        read_table(file, bytes, {"case", "on", "what", "name", "value", "note"}));
    const CellReader cells(file, table);
    std::vector<GoldenCase> cases;
    TRY_DONE(read_rows(file, table, [&](const base::CsvRow& row) -> Outcome {
        TRY(const std::string name, cells.wanted(row, "case"));
        TRY(const std::optional<Date> on, cells.date(row, "on"));
        if (!on) {
            return cells.fault(row, "on", "Say on which day the case is decided.");
        }
        auto golden = std::find_if(cases.begin(), cases.end(),
                                   [&name](const GoldenCase& each) { return each.name == name; });
        if (golden == cases.end()) {
            cases.push_back(GoldenCase{name, *on, {}, {}, {}});
            golden = cases.end() - 1;
        } else if (golden->on != *on) {
            return cells.fault(row, "on",
                               "All rows of one case have the same day; others have " +
                                   golden->on.to_text() + ".");
        }
        TRY(const std::size_t what, cells.word(row, "what", {"answer", "input", "expect"}));
        CaseRow made;
        TRY(made.name, cells.wanted(row, "name"));
        made.value = cells.text(row, "value");
        made.note = cells.text(row, "note");
        made.line = row.line;
        std::vector<CaseRow>& rows = what == 0   ? golden->answers
                                     : what == 1 ? golden->inputs
                                                 : golden->expected;
        const bool twice = std::any_of(rows.begin(), rows.end(), [&made](const CaseRow& each) {
            return each.name == made.name;
        });
        if (twice) {
            return cells.fault(row, "name", "The case says this already.", "policy.name_twice");
        }
        rows.push_back(std::move(made));
        return Done{};
    }));
    return cases;
}

namespace {

// Reads the text of an input by the type DMN declares.
Result<feel::Value> read_input(const ModelInput& input, const CaseRow& row) {
    const std::string& text = row.value;
    switch (input.type.kind) {
        case feel::Type::Kind::number:
            if (const std::optional<Decimal> number = Decimal::parse(text)) {
                return feel::Value(*number);
            }
            break;
        case feel::Type::Kind::boolean:
            if (text == "true" || text == "yes") {
                return feel::Value(true);
            }
            if (text == "false" || text == "no") {
                return feel::Value(false);
            }
            break;
        case feel::Type::Kind::date:
            if (const Result<Date> date = Date::parse(text)) {
                return feel::Value(*date);
            }
            break;
        case feel::Type::Kind::string:
            return feel::Value(text);
        case feel::Type::Kind::any:
        case feel::Type::Kind::null:
        case feel::Type::Kind::time:
        case feel::Type::Kind::date_time:
        case feel::Type::Kind::days_duration:
        case feel::Type::Kind::months_duration:
        case feel::Type::Kind::list:
        case feel::Type::Kind::context:
        case feel::Type::Kind::range:
        case feel::Type::Kind::function:
            break;
    }
    return Error{"policy.bad_cell",
                 "\"" + text + "\" is no " + feel::to_text(input.type) + " for " + row.name + ".",
                 "cases.csv line " + std::to_string(row.line) + ", column value"};
}

// Whether an expected text says the value found: numbers by value, yes and true alike.
bool agrees(const std::string& expected, const feel::Value& found) {
    if (found.number() != nullptr) {
        const std::optional<Decimal> number = Decimal::parse(expected);
        return number && *number == *found.number();
    }
    if (found.boolean() != nullptr) {
        return *found.boolean() ? expected == "true" || expected == "yes"
                                : expected == "false" || expected == "no";
    }
    if (found.is_null()) {
        return expected.empty() || expected == "null";
    }
    return expected == found.to_text();
}

CaseComparison compare(const CaseRow& row, const Evaluation& evaluation, const Package& package) {
    CaseComparison made;
    made.name = row.name;
    made.expected = row.value;
    made.line = row.line;
    const std::size_t point = row.name.find('.');
    const int position = package.model()->decisions.find_decision(row.name.substr(0, point));
    const feel::Value* found = evaluation.find(
        package.model()->decisions.decisions[static_cast<std::size_t>(position)].name);
    if (found != nullptr && point != std::string::npos) {
        found = found->member(row.name.substr(point + 1));
    }
    made.found = found == nullptr ? "nothing" : found->to_text();
    made.agrees = found != nullptr && agrees(row.value, *found);
    return made;
}

}  // namespace

Result<Facts> facts_of(const Package& package, const GoldenCase& golden) {
    Facts facts;
    for (const CaseRow& row : golden.answers) {
        const Question* question = package.question(row.name);
        if (question == nullptr) {
            return Error{"policy.unknown_name", "There is no question called \"" + row.name + "\".",
                         "cases.csv line " + std::to_string(row.line)};
        }
        Result<feel::Value> read = read_answer(*question, row.value);
        if (!read) {
            return base::at("cases.csv line " + std::to_string(row.line), read.error());
        }
        facts[row.name] = std::move(*read);
    }
    const DecisionModel& decisions = package.model()->decisions;
    for (const CaseRow& row : golden.inputs) {
        const int position = decisions.find_input(row.name);
        if (position < 0) {
            return Error{"policy.unknown_name", "There is no input called \"" + row.name + "\".",
                         "cases.csv line " + std::to_string(row.line)};
        }
        TRY(facts[row.name], read_input(decisions.inputs[static_cast<std::size_t>(position)], row));
    }
    return facts;
}

std::vector<std::string> expected_decisions(const GoldenCase& golden) {
    std::vector<std::string> names;
    for (const CaseRow& row : golden.expected) {
        names.push_back(row.name.substr(0, row.name.find('.')));
    }
    return names;
}

std::vector<CaseOutcome> run_cases(const Package& package) {
    std::vector<CaseOutcome> outcomes;
    for (const GoldenCase& golden : package.cases()) {
        CaseOutcome outcome;
        outcome.name = golden.name;
        outcome.on = golden.on;
        const Result<Facts> facts = facts_of(package, golden);
        if (!facts) {
            outcome.refused = facts.error();
            outcomes.push_back(std::move(outcome));
            continue;
        }
        const Result<Evaluation> evaluation =
            evaluate(package, *facts, golden.on, expected_decisions(golden), false);
        if (!evaluation) {
            outcome.refused = evaluation.error();
            outcomes.push_back(std::move(outcome));
            continue;
        }
        for (const CaseRow& row : golden.expected) {
            outcome.comparisons.push_back(compare(row, *evaluation, package));
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace policy
