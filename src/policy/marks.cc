#include "policy/marks.h"

#include <algorithm>

#include "policy/model.h"

namespace policy {

std::optional<Mark> weaker(std::optional<Mark> a, std::optional<Mark> b) {
    if (!a || !b) {
        return a ? a : b;
    }
    return std::max(*a, *b);  // Mark names them from the surest to the least sure
}

std::optional<Mark> weakest_mark(const std::vector<Explanation>& lines) {
    std::optional<Mark> weakest;
    for (const Explanation& line : lines) {
        for (const Figure& figure : line.figures) {
            weakest = weaker(weakest, figure.mark);
        }
    }
    return weakest;
}

std::optional<Mark> weakest_mark(const Package& package, std::string_view decision, Date on) {
    const Model& model = *package.model();
    const int position = model.decisions.find_decision(decision);
    if (position < 0) {
        return std::nullopt;
    }
    std::vector<bool> needed(model.decisions.decisions.size());
    model.decisions.mark_needed(static_cast<std::size_t>(position), needed);
    std::optional<Mark> weakest;
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (!needed[d]) {
            continue;
        }
        for (const std::uint32_t parameter : model.decisions.decisions[d].parameters) {
            const auto& [first, past] = model.parameter_rows[parameter];
            for (std::size_t row = first; row < past; ++row) {
                if (model.parameters[row].in_force(on)) {
                    weakest = weaker(weakest, model.parameters[row].mark);
                }
            }
        }
    }
    return weakest;
}

}  // namespace policy
