#include "people/take_up.h"

#include <algorithm>

namespace people {

namespace {

Wait wait_of(std::vector<std::int64_t> days) {
    Wait wait;
    wait.count = days.size();
    if (days.empty()) {
        return wait;
    }
    std::sort(days.begin(), days.end());
    wait.median_days = days[(days.size() - 1) / 2];
    wait.longest_days = days.back();
    return wait;
}

using Stage = std::optional<Date> Way::*;

Wait wait_until(const std::vector<Way>& ways, std::optional<ClientGroup> group, Stage stage) {
    std::vector<std::int64_t> days;
    for (const Way& way : ways) {
        if ((!group || way.group == *group) && way.*stage) {
            days.push_back(*(way.*stage) - way.asked);
        }
    }
    return wait_of(std::move(days));
}

GroupTakeUp count(const std::vector<Way>& ways, std::optional<ClientGroup> group) {
    GroupTakeUp take_up;
    take_up.group = group;
    for (const Way& way : ways) {
        if (group && way.group != *group) {
            continue;
        }
        ++take_up.asked;
        if (way.in_force) {
            ++take_up.in_force;
            take_up.agreed += *way.in_force;
        }
    }
    take_up.answered = wait_until(ways, group, &Way::answered);
    take_up.decided = wait_until(ways, group, &Way::decided);
    take_up.agreed_plan = wait_until(ways, group, &Way::agreed);
    take_up.began = wait_until(ways, group, &Way::began);
    return take_up;
}

}  // namespace

std::vector<GroupTakeUp> count_by_group(const std::vector<Way>& ways) {
    std::vector<GroupTakeUp> counted;
    counted.reserve(std::size(all_client_groups));
    for (const ClientGroup group : all_client_groups) {
        counted.push_back(count(ways, group));
    }
    return counted;
}

GroupTakeUp count_all(const std::vector<Way>& ways) {
    return count(ways, std::nullopt);
}

}  // namespace people
