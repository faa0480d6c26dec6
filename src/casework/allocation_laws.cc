// The law of what people were told: I22.

#include <map>

#include "casework/book_laws.h"
#include "policy/read_allocation.h"
#include "policy/signed_file.h"
#include "store/allocations.h"
#include "store/signing_keys.h"

namespace casework {

namespace {

// The packages a book keeps: fingerprint, and whether the files are those of the fingerprint.
std::map<std::string, bool> kept_packages(store::View& view) {
    std::map<std::string, bool> kept;
    for (store::Rows rows = view.query(
             "select fingerprint, files from kept_package where authority = ?", view.authority());
         rows.next();) {
        const auto files = policy::read_package_files(rows.text(1));
        kept[rows.text(0)] = files && policy::fingerprint_of(*files) == rows.text(0);
    }
    return kept;
}

bool is_of_council(const std::vector<policy::PublishedKey>& keys, const std::string& key,
                   Date issued) {
    for (const policy::PublishedKey& each : keys) {
        if (each.key == key && each.used_on(issued)) {
            return true;
        }
    }
    return false;
}

// Whether the signed text says what stands beside it.
bool says_the_same(const store::SignedAllocation& kept) {
    const auto text = policy::read_allocation(kept.file.payload);
    return text && text->allocation.number == kept.allocation.number &&
           text->allocation.issue == kept.allocation.issue &&
           text->allocation.issued == kept.allocation.issued &&
           text->allocation.on == kept.allocation.on && text->package == kept.allocation.package &&
           text->fingerprint == kept.allocation.fingerprint;
}

}  // namespace

Violations told_sums_are_signed(store::View& view) {
    Violations found;
    const std::vector<policy::PublishedKey> keys = store::load_published_keys(view);
    const std::map<std::string, bool> packages = kept_packages(view);
    std::vector<std::pair<PersonId, std::int64_t>> told;
    for (store::Rows rows = view.query(
             "select person, number from allocation where authority = ? order by person, number",
             view.authority());
         rows.next();) {
        told.emplace_back(rows.id<PersonId>(0), rows.number(1));
    }
    PersonId person;
    std::int64_t last = 0;
    for (const auto& [of, number] : told) {
        const std::string about = of.to_text() + " allocation " + std::to_string(number);
        last = of == person ? last + 1 : 1;
        person = of;
        if (number != last) {
            found.push_back({"I22", about, "An allocation before it is missing."});
            last = number;
        }
        const auto kept = store::find_allocation(view, of, number);
        CHECK(kept.has_value());
        if (!policy::is_signed(kept->file)) {
            found.push_back({"I22", about, "The signature does not hold."});
        } else if (!is_of_council(keys, kept->file.key, kept->allocation.issued)) {
            found.push_back({"I22", about, "The key was not the council's on that day."});
        }
        if (!says_the_same(*kept)) {
            found.push_back({"I22", about, "The signed text says something else than its row."});
        }
        const auto rules = packages.find(kept->allocation.fingerprint);
        if (rules == packages.end() || !rules->second) {
            found.push_back({"I22", about, "The rules it was made with are not kept whole."});
        }
    }
    return found;
}

}  // namespace casework
