#include "web/rule_faults.h"

#include <algorithm>

#include "base/text.h"
#include "web/urlencoded.h"

namespace web {

namespace {

constexpr std::size_t faults_max = 100;

// Where a fault lies, in words; a link where there is a cell to go to.
Html place_words(const CheckedRules& rules, DraftId draft, const PlacedFault& each) {
    const policy::SheetGrid* grid = rules.find(each.place.sheet);
    if (grid == nullptr) {
        return Html() << with_code(each.fault.place);
    }
    std::string words = sheet_title(*grid);
    std::string href = sheet_path(draft, grid->name, each.place.row);
    if (each.place.row) {
        words += ", row " + std::to_string(*each.place.row + 1);
        const std::size_t on_page = *each.place.row % rows_of_page;
        href += "#" + (each.place.column ? cell_id(on_page, *each.place.column)
                                         : "r" + std::to_string(on_page));
    }
    if (each.place.column) {
        words += ", " + column_title(*grid, *each.place.column);
    }
    return Html() << "<a class=\"govuk-link\" href=\"" << href << "\">" << with_code(words)
                  << "</a>";
}

}  // namespace

std::string change_path(DraftId draft) {
    return "/rules/changes/" + draft.to_text();
}

std::string sheet_path(DraftId draft, const std::string& sheet, std::optional<std::size_t> row) {
    std::string path = change_path(draft) + "/sheets/" + percent_encode(sheet);
    if (row && *row >= rows_of_page) {
        path += "?page=" + std::to_string(*row / rows_of_page + 1);
    }
    return path;
}

const policy::SheetGrid* CheckedRules::find(const std::string& sheet) const {
    const auto found = std::find_if(grids.begin(), grids.end(), [&](const auto& each) {
        return each.name == sheet && !sheet.empty();
    });
    return found == grids.end() ? nullptr : &*found;
}

std::size_t CheckedRules::count_in(const std::string& sheet) const {
    return static_cast<std::size_t>(std::count_if(
        faults.begin(), faults.end(), [&](const auto& each) { return each.place.sheet == sheet; }));
}

CheckedRules check_rules(const PackageId& package, const policy::Files& files) {
    CheckedRules rules;
    rules.inspection = policy::inspect(package, files);
    auto grids = policy::sheet_grids(files);
    if (grids) {
        rules.grids = std::move(*grids);
    } else {
        rules.unreadable = grids.error();
    }
    const policy::FaultPlaces places(files, rules.grids);
    for (const Error& fault : rules.inspection.faults) {
        rules.faults.push_back({fault, places.find(fault)});
    }
    return rules;
}

std::vector<CellFault> faults_of_rows(const CheckedRules& rules, const std::string& sheet,
                                      std::size_t first, std::size_t count) {
    std::vector<CellFault> found;
    for (const PlacedFault& each : rules.faults) {
        const policy::FaultPlace& place = each.place;
        if (place.sheet == sheet && place.row && *place.row >= first &&
            *place.row - first < count) {
            found.push_back({*place.row - first, place.column, each.fault.message});
        }
    }
    return found;
}

Html fault_list(const CheckedRules& rules, DraftId draft, const std::string& sheet) {
    Html items;
    std::size_t count = 0;
    std::size_t left = 0;
    for (const PlacedFault& each : rules.faults) {
        if (!sheet.empty() && each.place.sheet != sheet) {
            continue;
        }
        if (count == faults_max) {
            ++left;
            continue;
        }
        ++count;
        std::string message = each.fault.message;
        std::replace(message.begin(), message.end(), '\t', ' ');
        items << "<li>" << place_words(rules, draft, each) << "<br>" << with_code(message)
              << "</li>";
    }
    Html html;
    if (count > 0) {
        html << "<ul class=\"govuk-list govuk-list--bullet\">" << items << "</ul>";
    }
    if (left > 0) {
        html << "<p class=\"govuk-body\">And " << base::counted(left, "more fault") << ".</p>";
    }
    return html;
}

std::string counted_faults(std::size_t count) {
    return count == 0 ? "No fault" : base::counted(count, "fault");
}

}  // namespace web
