#include "casework/content.h"

namespace casework {

const WorkingDays& working_days() {
    static const WorkingDays days = [] {
        Result<WorkingDays> read = WorkingDays::parse(content("bank_holidays.csv"));
        CHECK(read.has_value());
        return std::move(read).value();
    }();
    return days;
}

}  // namespace casework
