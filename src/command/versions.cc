#include "command/versions.h"

#include <ostream>

#include "casework/see_rules.h"
#include "command/books.h"
#include "command/rules_of_book.h"
#include "store/package_versions.h"

namespace command {

namespace {

json::value day_or_null(Date day) {
    return day == policy::from_the_beginning ? json::value(nullptr) : json::value(day.to_text());
}

json::array days_json(const std::vector<policy::InForce>& days) {
    json::array all;
    for (const policy::InForce& each : days) {
        all.push_back(json::object{
            {"from", day_or_null(each.from)},
            {"until", each.until ? json::value(each.until->to_text()) : json::value(nullptr)}});
    }
    return all;
}

json::value row_json(const casework::VersionRow& row) {
    json::object version = version_json(row.kept.version).as_object();
    version["came_with_onepurse"] = row.kept.came_with_onepurse();
    version["written_down_on"] = row.kept.published_on.to_text();
    version["reason"] = row.kept.reason;
    version["is_in_force"] = row.is_in_force;
    version["in_force"] = days_json(row.days);
    return version;
}

std::string words_of(const policy::InForce& days) {
    std::string words = days.from == policy::from_the_beginning ? "from the beginning"
                                                                : "from " + days.from.for_people();
    return days.until ? words + " until " + days.until->plus_days(-1).for_people() : words;
}

void print(std::ostream& out, const casework::PackageRules& rules) {
    out << rules.id << "\n";
    for (const casework::VersionRow& row : rules.versions) {
        out << "  " << row.kept.version.number << (row.is_in_force ? " (in force): " : ": ");
        for (std::size_t i = 0; i < row.days.size(); ++i) {
            out << (i == 0 ? "" : ", ") << words_of(row.days[i]);
        }
        out << (row.days.empty() ? "in force on no day" : "") << ". "
            << (row.kept.came_with_onepurse() ? "It came with Onepurse." : row.kept.reason) << "\n";
    }
    if (rules.installed) {
        out << "  Other rules came with Onepurse on " << rules.installed->found_on.for_people()
            << "; they are not in force.\n";
    }
}

Result<std::vector<casework::PackageRules>> read_versions(const Options& options) {
    TRY(const std::unique_ptr<store::Store> book, open_book(options));
    const casework::Shelf shelf;
    casework::Desk desk = reading_desk(*book, shelf);
    desk.today = day_of_book(*book);
    if (options.has("--package")) {
        TRY(casework::PackageRules rules, casework::see_versions(desk, options.get("--package")));
        return std::vector<casework::PackageRules>{std::move(rules)};
    }
    return casework::see_packages(desk);
}

}  // namespace

json::value version_json(const policy::PackageVersion& version) {
    return json::object{{"number", version.number},
                        {"from", day_or_null(version.from)},
                        {"known_since", version.published == policy::known_from_the_beginning
                                            ? json::value(nullptr)
                                            : json::value(version.published.to_text())},
                        {"fingerprint", version.fingerprint}};
}

int versions_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    const Result<Options> options =
        Options::read(args, {"--data", "--authority", "--package"}, {"--json"});
    const auto rules = options ? read_versions(*options)
                               : Result<std::vector<casework::PackageRules>>(options.error());
    if (!rules) {
        err << rules.error().message << " [" << rules.error().code << "]\n";
        if (rules.error().code == "command.wrong_use") {
            err << "Use: onepurse versions " << versions_usage << "\n";
            return 2;
        }
        return 1;
    }
    if (!options->has("--json")) {
        for (const casework::PackageRules& each : *rules) {
            print(out, each);
        }
        return 0;
    }
    json::array packages;
    for (const casework::PackageRules& each : *rules) {
        json::array versions;
        for (const casework::VersionRow& row : each.versions) {
            versions.push_back(row_json(row));
        }
        packages.push_back(json::object{
            {"package", each.id},
            {"in_force", each.in_force ? json::value(*each.in_force) : json::value(nullptr)},
            {"versions", std::move(versions)}});
    }
    out << base::pretty_json(packages);
    return 0;
}

}  // namespace command
