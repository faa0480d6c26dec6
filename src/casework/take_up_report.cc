#include "casework/take_up_report.h"

#include <functional>

#include "base/csv.h"
#include "people/publish_counts.h"
#include "store/take_up.h"

namespace casework {

namespace {

using people::GroupTakeUp;
using people::PublishedColumn;
using people::Wait;

constexpr std::string_view not_shown = "Not shown";

// One column of the report: how to count it, and where it stands in a row.
struct Column {
    std::function<Wait(const GroupTakeUp&)> wait;
    ShownStage TakeUpRow::*stage;
    bool has_days;
};

const std::vector<Column>& columns() {
    static const std::vector<Column> all = {
        {[](const GroupTakeUp& group) {
             return Wait{group.asked, 0, 0};
         },
         &TakeUpRow::asked, false},
        {[](const GroupTakeUp& group) { return group.answered; }, &TakeUpRow::answered, true},
        {[](const GroupTakeUp& group) { return group.decided; }, &TakeUpRow::decided, true},
        {[](const GroupTakeUp& group) { return group.agreed_plan; }, &TakeUpRow::agreed_plan, true},
        {[](const GroupTakeUp& group) { return group.began; }, &TakeUpRow::began, true},
        {[](const GroupTakeUp& group) {
             return Wait{group.in_force, 0, 0};
         },
         &TakeUpRow::in_force, false},
    };
    return all;
}

ShownStage shown(const std::optional<std::size_t>& count, const Wait& wait, bool has_days) {
    ShownStage stage;
    stage.reached = people::words(count);
    if (count && has_days) {
        stage.median_days = std::to_string(wait.median_days);
        stage.longest_days = std::to_string(wait.longest_days);
    }
    return stage;
}

// To the nearest hundred pounds.
Money rounded(Money sum) {
    return Money::pence((sum.in_pence() + 5'000) / 10'000 * 10'000);
}

}  // namespace

Result<TakeUp> take_up_report(Desk& desk) {
    return consult(desk, people::Action::see_caseload, {},
                   [&](store::Snapshot& view) -> Result<TakeUp> {
                       const std::vector<people::Way> ways = store::load_ways(view, desk.today);
                       return TakeUp{people::count_by_group(ways), people::count_all(ways)};
                   });
}

std::vector<TakeUpRow> shown_take_up(const TakeUp& take_up) {
    std::vector<TakeUpRow> rows(take_up.groups.size() + 1);
    for (std::size_t i = 0; i < take_up.groups.size(); ++i) {
        rows[i].group = take_up.groups[i].group;
    }
    TakeUpRow& together = rows.back();
    PublishedColumn published;
    for (const Column& column : columns()) {
        std::vector<std::size_t> counts;
        for (const GroupTakeUp& group : take_up.groups) {
            counts.push_back(column.wait(group).count);
        }
        published = people::publish(counts);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            rows[i].*column.stage =
                shown(published.counts[i], column.wait(take_up.groups[i]), column.has_days);
        }
        together.*column.stage =
            published.shows_together
                ? shown(published.together, column.wait(take_up.together), column.has_days)
                : ShownStage{std::string(not_shown), "", ""};
    }
    // The last column counts the budgets in force: the sums are theirs.
    for (std::size_t i = 0; i < take_up.groups.size(); ++i) {
        if (published.shows_money[i]) {
            rows[i].agreed = rounded(take_up.groups[i].agreed);
        }
    }
    if (published.shows_together && published.together) {
        together.agreed = rounded(take_up.together.agreed);
    }
    return rows;
}

std::string take_up_csv(const TakeUp& take_up) {
    std::string csv;
    base::append_csv_row(csv, {"client_group", "asked", "stage", "reached", "median_days",
                               "longest_days", "budgets_in_force", "agreed"});
    for (const TakeUpRow& row : shown_take_up(take_up)) {
        const std::pair<std::string, const ShownStage&> stages[] = {
            {"answered", row.answered},
            {"decided", row.decided},
            {"plan_agreed", row.agreed_plan},
            {"budget_began", row.began},
        };
        for (const auto& [name, stage] : stages) {
            base::append_csv_row(
                csv, {row.group ? std::string(people::to_text(*row.group)) : "all",
                      row.asked.reached, name, stage.reached, stage.median_days, stage.longest_days,
                      row.in_force.reached, row.agreed ? row.agreed->to_text() : ""});
        }
    }
    return csv;
}

}  // namespace casework
