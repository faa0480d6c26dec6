#include "policy/parameter.h"

#include <algorithm>

#include "policy/read_files.h"

namespace policy {

std::string_view to_text(Mark mark) {
    switch (mark) {
        case Mark::published:
            return "published";
        case Mark::remembered:
            return "remembered";
        case Mark::illustrative:
            return "illustrative";
    }
    return "";
}

namespace {

Result<std::optional<Decimal>> read_bound(const CellReader& cells, const base::CsvRow& row,
                                          std::string_view column) {
    const std::string text = cells.text(row, column);
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!text.empty() && !number) {
        return cells.fault(row, column, "\"" + text + "\" is no number.");
    }
    return number;
}

Result<Parameter> read_parameter(const CellReader& cells, const base::CsvRow& row) {
    Parameter parameter;
    TRY(parameter.id, cells.name(row, "id"));
    TRY(parameter.label, cells.wanted(row, "label"));
    TRY(parameter.unit, cells.wanted(row, "unit"));
    const std::optional<Unit> counts = Unit::parse(parameter.unit);
    if (!counts) {
        return cells.fault(row, "unit",
                           "\"" + parameter.unit +
                               "\" is no unit. Write it as GBP, GBP/week, points, hours/week, "
                               "percent or number.");
    }
    parameter.counts = *counts;
    TRY(const std::string value, cells.wanted(row, "value"));
    const std::optional<Decimal> number = Decimal::parse(value);
    if (!number) {
        return cells.fault(row, "value", "\"" + value + "\" is no number.");
    }
    parameter.value = *number;
    TRY(parameter.least, read_bound(cells, row, "min"));
    TRY(parameter.most, read_bound(cells, row, "max"));
    if ((parameter.least && parameter.value < *parameter.least) ||
        (parameter.most && parameter.value > *parameter.most)) {
        return cells.fault(row, "value",
                           "The value " + value + " does not lie between min and max.");
    }
    TRY(const std::optional<Date> from, cells.date(row, "valid_from"));
    if (!from) {
        return cells.fault(row, "valid_from", "Say from which day the figure holds.");
    }
    parameter.from = *from;
    TRY(parameter.until, cells.date(row, "valid_to"));
    if (parameter.until && *parameter.until <= parameter.from) {
        return cells.fault(row, "valid_to", "The figure ends before it begins.",
                           "policy.parameter_dates");
    }
    TRY(parameter.source, cells.wanted(row, "source"));
    TRY(const std::size_t mark,
        cells.word(row, "mark", {"published", "remembered", "illustrative"}));
    parameter.mark = static_cast<Mark>(mark);
    parameter.note = cells.text(row, "note");
    return parameter;
}

bool overlap(const Parameter& a, const Parameter& b) {
    return (!a.until || b.from < *a.until) && (!b.until || a.from < *b.until);
}

}  // namespace

Result<std::vector<Parameter>> read_parameters(std::string_view bytes) {
    const std::string file = "parameters.csv";
    TRY(const base::CsvTable table, read_table(file, bytes,
                                               {"id", "label", "unit", "value", "valid_from",
                                                "valid_to", "source", "mark", "note"},
                                               {"min", "max"}));
    const CellReader cells(file, table);
    std::vector<Parameter> parameters;
    TRY_DONE(read_rows(file, table, [&](const base::CsvRow& row) -> Outcome {
        TRY(Parameter parameter, read_parameter(cells, row));
        for (const Parameter& other : parameters) {
            if (other.id == parameter.id && overlap(other, parameter)) {
                return cells.fault(row, "valid_from",
                                   parameter.id +
                                       " has another value on some of these days, from " +
                                       other.from.for_people() + ".",
                                   "policy.parameter_dates");
            }
            if (other.id == parameter.id && other.unit != parameter.unit) {
                return cells.fault(row, "unit", parameter.id + " has another unit before.");
            }
        }
        parameters.push_back(std::move(parameter));
        return Done{};
    }));
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const Parameter& a, const Parameter& b) {
                         return a.id != b.id ? a.id < b.id : a.from < b.from;
                     });
    return parameters;
}

}  // namespace policy
