#include "web/day_of_rules.h"

#include <optional>

#include "web/site.h"

namespace web {

Date day_of_rules(const Visit& visit, const policy::Package& package) {
    if (visit.who || !visit.request.query.get("council").empty()) {
        return visit.desk.today;
    }
    std::optional<Date> began;
    for (const policy::Parameter& figure : package.all_parameters()) {
        began = !began || figure.from < *began ? figure.from : *began;
    }
    std::optional<Date> soonest;
    for (const OpenCouncil& council : visit.site.councils()) {
        const Date day = council.desk().today;
        if ((!began || *began <= day) && (!soonest || day < *soonest)) {
            soonest = day;
        }
    }
    return soonest.value_or(visit.desk.today);
}

Result<std::shared_ptr<const policy::Package>> rules_asked(const Visit& visit) {
    const auto found = visit.desk.shelf.find(visit.word("package"));
    if (found == visit.desk.shelf.end()) {
        return Error{"casework.package_unknown",
                     "There are no such rules here. Open the list of rules and choose again."};
    }
    return found->second;
}

Result<Date> day_asked(const Visit& visit, const policy::Package& package) {
    return visit.query("on").empty() ? day_of_rules(visit, package)
                                     : Date::parse(visit.query("on"));
}

}  // namespace web
