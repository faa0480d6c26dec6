#include "command/check_policy.h"

#include <iostream>

#include "base/text.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/inspect.h"

namespace command {

namespace {

// Says what of its base has moved on beneath an overlay: no fault of it, but to be looked at.
Outcome print_notices(const PackageFolder& read, std::ostream& out) {
    if (!read.overlay) {
        return Done{};
    }
    TRY(const std::vector<policy::BaseNotice> notices,
        policy::base_notices(*read.overlay, read.base));
    for (const policy::BaseNotice& notice : notices) {
        out << "Notice: " << notice.part.file << (notice.part.key.empty() ? "" : ", ")
            << notice.part.key << (notice.part.file.empty() ? "" : "\n    ") << notice.message
            << "\n";
    }
    return Done{};
}

}  // namespace

int check_policy_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    if (args.size() != 1 || args[0].starts_with("-")) {
        err << "Use: onepurse check-policy " << check_policy_usage << "\n";
        return 2;
    }
    const Result<PackageFolder> read = read_package(args[0]);
    if (!read) {
        return print_refusal(err, read.error());
    }
    if (const Outcome told = print_notices(*read, out); !told) {
        return print_refusal(err, told.error());
    }
    const policy::Inspection found = policy::inspect(read->id, read->files);
    for (const Error& fault : found.faults) {
        out << fault.place << "\n    " << fault.message << " (" << fault.code << ")\n";
    }
    if (found.decisions > 0) {
        out << base::counted(found.decisions, "decision") << ", "
            << base::counted(found.tables, "table") << ", " << found.rules_reached << " of "
            << base::counted(found.rules, "rule") << " reached by "
            << base::counted(found.cases, "case") << "\n";
        if (found.rules_remembered > 0) {
            out << base::counted(found.rules_remembered, "rule")
                << " in no case, because a figure is only remembered\n";
        }
    }
    out << (found.faults.empty() ? "No fault" : base::counted(found.faults.size(), "fault"))
        << "\n";
    return found.faults.empty() ? 0 : 1;
}

int check_policy_verb(const std::vector<std::string>& args) {
    return check_policy_verb(args, std::cout, std::cerr);
}

}  // namespace command
