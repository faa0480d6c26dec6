#include "casework/take_up_report.h"

#include "base/csv.h"
#include "store/take_up.h"

namespace casework {

namespace {

bool is_small(std::size_t count) {
    return count > 0 && count < people::shown_count_min;
}

std::string count_text(std::size_t count) {
    return is_small(count) ? "fewer than " + std::to_string(people::shown_count_min)
                           : std::to_string(count);
}

std::string days_text(const people::Wait& wait, std::int64_t days) {
    return wait.count == 0 || is_small(wait.count) ? "" : std::to_string(days);
}

}  // namespace

Result<std::vector<people::GroupTakeUp>> take_up_report(Desk& desk) {
    return consult(desk, people::Action::see_caseload, {},
                   [&](store::Snapshot& view) -> Result<std::vector<people::GroupTakeUp>> {
                       return people::count_by_group(store::load_ways(view, desk.today));
                   });
}

std::string take_up_csv(const std::vector<people::GroupTakeUp>& groups) {
    std::string csv;
    base::append_csv_row(csv, {"client_group", "asked", "stage", "reached", "median_days",
                               "longest_days", "budgets_in_force", "agreed"});
    for (const people::GroupTakeUp& group : groups) {
        const std::pair<std::string, people::Wait> stages[] = {
            {"answered", group.answered},
            {"decided", group.decided},
            {"plan_agreed", group.agreed_plan},
            {"budget_began", group.began},
        };
        for (const auto& [stage, wait] : stages) {
            base::append_csv_row(
                csv, {std::string(people::to_text(group.group)), count_text(group.asked), stage,
                      count_text(wait.count), days_text(wait, wait.median_days),
                      days_text(wait, wait.longest_days), count_text(group.in_force),
                      is_small(group.in_force) ? "" : group.agreed.to_text()});
        }
    }
    return csv;
}

}  // namespace casework
