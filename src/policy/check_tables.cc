#include "policy/check_tables.h"

#include <algorithm>
#include <set>

#include "feel/table_space.h"
#include "policy/days_of_change.h"

namespace policy {

namespace {

// Whether a decision stops when no rule holds.
bool must_answer(const feel::Table& table) {
    if (!table.defaults.empty()) {
        return false;
    }
    return table.policy != feel::HitPolicy::collect ||
           (table.aggregation != feel::Aggregation::none &&
            table.aggregation != feel::Aggregation::count);
}

std::set<std::uint32_t> optional_slots(const Model& model) {
    std::set<std::uint32_t> slots;
    for (std::size_t i = 0; i < model.decisions.inputs.size(); ++i) {
        const int question = model.input_questions[i];
        if (question >= 0 && !model.questions[static_cast<std::size_t>(question)].required) {
            slots.insert(model.decisions.inputs[i].slot);
        }
    }
    return slots;
}

// "points [5..7), owner "x""
std::string in_words(const feel::Table& table, const feel::TableRow& row) {
    std::string words;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] != "-") {
            words += (words.empty() ? "" : ", ") + table.input_names[i] + " " + row[i];
        }
    }
    return words.empty() ? "any values at all" : words;
}

// The row in the columns of the table, parted by tabs as a spreadsheet pastes it; the outputs and
// the reason are left for the analyst to fill in.
std::string as_row(const feel::Table& table, const feel::TableRow& row) {
    std::string cells;
    for (const std::string& cell : row) {
        cells += cell + "\t";
    }
    return cells + std::string(table.width, '\t');
}

class TableCheck {
public:
    explicit TableCheck(const Model& model)
        : model_(model), program_(model.decisions.program), optional_(optional_slots(model)) {}

    // Stops at the first day on which something is wrong: on the others it mostly is the same.
    void check(const feel::Table& table, Faults& faults) const {
        const std::set<std::uint32_t> figures = feel::figures_of(program_, table);
        for (const Date day : days_of_change(model_, figures)) {
            feel::Run run(program_, feel::Strictness::strict);
            if (!put_figures(model_, figures, day, run)) {
                continue;  // no decision is made on such a day
            }
            const std::string with =
                figures.empty() ? "" : ", with the figures of " + day.for_people();
            const feel::TableSpace space(program_, table, run, optional_);
            const bool is_single = faults.note(check_overlap(table, space, with));
            const bool is_whole = faults.note(check_gap(table, space, with));
            if (!is_single || !is_whole) {
                return;
            }
        }
    }

private:
    const std::string& place(const feel::Table& table) const {
        return program_.sources[table.source].place;
    }

    Outcome check_overlap(const feel::Table& table, const feel::TableSpace& space,
                          const std::string& with) const {
        if (table.policy != feel::HitPolicy::unique) {
            return Done{};
        }
        if (const auto overlap = space.overlap()) {
            return Error{
                "policy.table_overlap",
                "Rules " + std::to_string(overlap->first + 1) + " and " +
                    std::to_string(overlap->second + 1) +
                    " both hold for: " + in_words(table, overlap->row) + with +
                    ". In a table of hit policy UNIQUE only one may. The row both answer: " +
                    as_row(table, overlap->row),
                place(table) + ", rule " + std::to_string(overlap->second + 1)};
        }
        return Done{};
    }

    Outcome check_gap(const feel::Table& table, const feel::TableSpace& space,
                      const std::string& with) const {
        if (!must_answer(table)) {
            return Done{};
        }
        const auto gap = space.gap();
        if (!gap) {
            return Done{};
        }
        const std::string place_after =
            place(table) + ", after rule " + std::to_string(table.rules);
        if (!gap->is_certain) {
            return Error{"policy.table_gap",
                         "The table is too wide to see whether some rule holds for every "
                         "combination. Add a last rule of \"-\" cells or a default output, or "
                         "split the table.",
                         place_after};
        }
        return Error{"policy.table_gap",
                     "No rule for: " + in_words(table, gap->row) + with +
                         ". Add a rule or a default output. " + std::string(gap_row_follows) +
                         as_row(table, gap->row),
                     place_after};
    }

    const Model& model_;
    const feel::Program& program_;
    std::set<std::uint32_t> optional_;
};

}  // namespace

void check_tables(const Model& model, Faults& faults) {
    const TableCheck check(model);
    for (const feel::Table& table : model.decisions.program.tables) {
        check.check(table, faults);
    }
}

}  // namespace policy
