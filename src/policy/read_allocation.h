#pragma once
// Reads the text that was signed (allocation.h) into what it says, before its package is there: the
// facts stay JSON until the package can say what kind each of them is. Used by check_allocation.h,
// and by the page that lists what a person was told.

#include <string>
#include <string_view>

#include "base/json.h"
#include "policy/allocation.h"

namespace policy {

struct AllocationText {
    Allocation allocation;  // without its facts
    PackageId package;
    std::string package_title;
    std::string fingerprint;
    std::string facts;   // JSON, as read_case_json reads it
    json::object whole;  // all of it, as it stands
};

// Refuses: allocation.not_whole, with the place of what is missing, and the codes of json.
Result<AllocationText> read_allocation(std::string_view payload);

}  // namespace policy
