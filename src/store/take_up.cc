#include "store/take_up.h"

#include <map>

#include "store/plans.h"

namespace store {

std::vector<people::Way> load_ways(View& view, Date on) {
    std::map<PersonId, people::Way> ways;
    for (Rows rows =
             view.query("select id, client_group, first_contact from person where authority = ?",
                        view.authority());
         rows.next();) {
        const auto group = people::client_group_from_text(rows.text(1));
        CHECK(group.has_value());
        people::Way way;
        way.person = rows.id<PersonId>(0);
        way.group = *group;
        way.asked = rows.date(2);
        ways.emplace(way.person, way);
    }
    for (Rows rows = view.query(
             "select person, name, min(on_date) from step where authority = ? and name in "
             "('assessment_sent', 'assessment_decided', 'plan_agreed', 'budget_began') group by "
             "person, name",
             view.authority());
         rows.next();) {
        const auto found = ways.find(rows.id<PersonId>(0));
        if (found == ways.end()) {
            continue;
        }
        const std::string name = rows.text(1);
        people::Way& way = found->second;
        (name == "assessment_sent"      ? way.answered
         : name == "assessment_decided" ? way.decided
         : name == "plan_agreed"        ? way.agreed
                                        : way.began) = rows.date(2);
    }
    for (const budget::Budget& budget : load_budgets(view, {on, on.plus_days(1)})) {
        const auto found = ways.find(budget.person);
        if (found != ways.end()) {
            found->second.in_force = budget.total();
        }
    }
    std::vector<people::Way> list;
    list.reserve(ways.size());
    for (auto& [person, way] : ways) {
        list.push_back(way);
    }
    return list;
}

}  // namespace store
