#include "policy/days_of_change.h"

namespace policy {

std::vector<Date> days_of_change(const Model& model, const std::set<std::uint32_t>& figures) {
    std::set<Date> days;
    for (const std::uint32_t figure : figures) {
        const auto& [first, past] = model.parameter_rows[figure];
        for (std::size_t i = first; i < past; ++i) {
            days.insert(model.parameters[i].from);
        }
    }
    return days.empty() ? std::vector<Date>{Date()} : std::vector<Date>(days.begin(), days.end());
}

const Parameter* figure_on(const Model& model, std::size_t figure, Date on) {
    const auto& [first, past] = model.parameter_rows[figure];
    for (std::size_t i = first; i < past; ++i) {
        if (model.parameters[i].in_force(on)) {
            return &model.parameters[i];
        }
    }
    return nullptr;
}

bool put_figures(const Model& model, const std::set<std::uint32_t>& figures, Date on,
                 feel::Run& run) {
    for (const std::uint32_t figure : figures) {
        const Parameter* row = figure_on(model, figure, on);
        if (row == nullptr) {
            return false;
        }
        run.slot(model.decisions.program.parameter_slots[figure]) = row->value;
    }
    return true;
}

}  // namespace policy
