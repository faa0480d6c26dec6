#pragma once
// For tests: a shipped package, an allocation made from one of its golden cases, and signed files
// of it. Only tests include it.

#include <gtest/gtest.h>

#include "policy/allocation.h"
#include "policy/cases.h"
#include "policy/signed_file.h"
#include "policy/signing.h"

namespace policy::testing {

inline const std::string council_seed(seed_bytes, 'c');
inline const std::string stranger_seed(seed_bytes, 's');

// The allocation of the golden case of a name, which a test must find.
inline Allocation allocation_of(const Package& package, const std::string& name) {
    Allocation made{.authority = "wendlebury",
                    .council = "Wendlebury Council",
                    .reference = "W-0001",
                    .number = 1,
                    .issue = Issue::worked_out,
                    .issued = *Date::parse("2006-05-03"),
                    .on = *Date::parse("2006-05-03"),
                    .facts = {},
                    .decided = {}};
    for (const GoldenCase& each : package.cases()) {
        if (each.name == name) {
            made.on = each.on;
            made.issued = each.on;
            Result<Facts> facts = facts_of(package, each);
            EXPECT_TRUE(facts.has_value());
            made.facts = std::move(*facts);
            return made;
        }
    }
    ADD_FAILURE() << "no case " << name;
    return made;
}

// A file of it, with the rules in it.
inline SignedFile signed_file_of(const Package& package, const Allocation& allocation) {
    SignedFile file = sign_payload(council_seed, write_allocation(package, allocation));
    file.package = package.files();
    return file;
}

}  // namespace policy::testing
