#pragma once
// Keeps what a person was told about her money as signed texts, and the rules each was made with,
// byte for byte. Both are added and never changed.

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "policy/allocation.h"
#include "policy/signed_file.h"
#include "store/store.h"

namespace store {

// An allocation without its text.
struct IssuedAllocation {
    PersonId person = {};
    std::int64_t number = 0;  // of hers, counting from 1
    AssessmentId assessment = {};
    policy::Issue issue = policy::Issue::worked_out;
    Date issued = {};
    Date on = {};  // the day whose figures count
    PackageId package = {};
    std::string fingerprint = {};
};

// Gives the number the next allocation of a person has.
std::int64_t next_allocation(View& view, PersonId person);
// Keeps an allocation; the package in the file, if any, is left to keep_package.
void keep(Tx& tx, const IssuedAllocation& allocation, const policy::SignedFile& file);
// Keeps the rules, unless they are kept already.
void keep_package(Tx& tx, const policy::Package& package);

// Gives the fingerprint of the rules an assessment was last worked out and told with; nothing when
// nothing was told yet.
std::optional<std::string> rules_last_told(View& view, PersonId person, AssessmentId assessment);

// Loads a person's, oldest first.
std::vector<IssuedAllocation> load_allocations(View& view, PersonId person);

struct SignedAllocation {
    IssuedAllocation allocation;
    policy::SignedFile file;  // without its package
};
// Finds one of a person's; nothing when there is none of this number.
std::optional<SignedAllocation> find_allocation(View& view, PersonId person, std::int64_t number);

// Loads the files of rules that were kept. Refuses: allocation.rules_not_kept.
Result<policy::Files> load_package_files(View& view, const std::string& fingerprint);

}  // namespace store
