#include "casework/pilot_councils.h"

#include "base/csv.h"
#include "casework/content.h"

namespace casework {

Result<std::vector<PilotCouncil>> read_pilot_councils(std::string_view bytes) {
    TRY(const base::CsvTable table,
        base::CsvTable::parse(bytes, {"council", "source", "client_groups", "groups_source",
                                      "money", "ways_tried", "later", "later_source"}));
    std::vector<PilotCouncil> councils;
    for (const base::CsvRow& row : table.rows()) {
        PilotCouncil council;
        council.name = table.cell(row, "council");
        council.source = table.cell(row, "source");
        council.client_groups = table.cell(row, "client_groups");
        council.groups_source = table.cell(row, "groups_source");
        council.money = table.cell(row, "money");
        council.ways_tried = table.cell(row, "ways_tried");
        council.later = table.cell(row, "later");
        council.later_source = table.cell(row, "later_source");
        const bool has_sources = !council.source.empty() &&
                                 council.client_groups.empty() == council.groups_source.empty() &&
                                 council.later.empty() == council.later_source.empty();
        if (council.name.empty() || !has_sources) {
            return Error{"pilots.source_missing",
                         "Each council needs a name, and each fact its source.",
                         "line " + std::to_string(row.line)};
        }
        councils.push_back(std::move(council));
    }
    return councils;
}

const std::vector<PilotCouncil>& pilot_councils() {
    static const std::vector<PilotCouncil> councils = [] {
        Result<std::vector<PilotCouncil>> read = read_pilot_councils(content("pilot_councils.csv"));
        CHECK(read.has_value());
        return std::move(read).value();
    }();
    return councils;
}

}  // namespace casework
