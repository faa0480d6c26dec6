#include "casework/take_signed_file.h"

#include <algorithm>

#include "store/people.h"
#include "store/signing_keys.h"

namespace casework {

namespace {

using people::Action;

// A file name of letters, digits and hyphens alone.
std::string file_name(const std::string& reference, std::int64_t number) {
    std::string name;
    for (const char c : reference) {
        const bool is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += is_plain ? c : '-';
    }
    return name + "-allocation-" + std::to_string(number) + ".json";
}

}  // namespace

Result<SignedFiles> see_signed_files(Desk& desk, PersonId person) {
    return look(desk, person, Action::take_signed_file, "files that check a sum",
                [&](store::Snapshot& snapshot) -> Result<SignedFiles> {
                    SignedFiles files;
                    TRY(files.person, store::load_person(snapshot, person));
                    files.issued = store::load_allocations(snapshot, person);
                    std::ranges::reverse(files.issued);
                    files.keys = store::load_published_keys(snapshot);
                    return files;
                });
}

Result<TakenFile> take_signed_file(Desk& desk, PersonId person, std::int64_t number,
                                   bool with_rules) {
    return look(desk, person, Action::take_signed_file,
                "took away file " + std::to_string(number) + " that checks a sum",
                [&](store::Snapshot& snapshot) -> Result<TakenFile> {
                    TRY(const people::Person of, store::load_person(snapshot, person));
                    auto kept = store::find_allocation(snapshot, person, number);
                    if (!kept) {
                        return Error{"allocation.number_unknown",
                                     "There is no file of this number. Open the list of files and "
                                     "choose again."};
                    }
                    if (with_rules) {
                        TRY(kept->file.package,
                            store::load_package_files(snapshot, kept->allocation.fingerprint));
                    }
                    return TakenFile{file_name(of.reference, number),
                                     policy::write_signed_file(kept->file)};
                });
}

}  // namespace casework
