// The laws of rules and their versions: I23, I24 and I25.

#include "casework/book_laws.h"
#include "casework/one_person.h"
#include "casework/rules_in_force.h"
#include "store/package_drafts.h"
#include "store/package_versions.h"

namespace casework {

namespace {

using store::KeptVersion;

std::vector<KeptVersion> all_versions(store::View& view) {
    std::vector<KeptVersion> all;
    for (const PackageId& package : store::packages_with_versions(view)) {
        for (KeptVersion& version : store::load_versions(view, package)) {
            all.push_back(std::move(version));
        }
    }
    return all;
}

std::string name_of(const KeptVersion& kept) {
    return kept.version.package + " version " + std::to_string(kept.version.number);
}

// Whether a row says who proposed and published it, or that nobody did: it came with Onepurse.
bool is_whole(const KeptVersion& kept) {
    return kept.came_with_onepurse()
               ? !kept.proposed_by && !kept.proposed_at && !kept.published_by && kept.reason.empty()
               : kept.proposed_by && kept.proposed_at && kept.published_by && !kept.reason.empty();
}

// Whether a draft says of itself what the version says of it.
bool is_of_draft(store::View& view, const KeptVersion& kept) {
    const auto draft = store::load_draft(view, *kept.draft);
    if (!draft || draft->state != store::DraftState::published ||
        draft->became != kept.version.number || draft->package != kept.version.package ||
        draft->from != kept.version.from) {
        return false;
    }
    const std::vector<store::DraftRevision> revisions = store::load_revisions(view, draft->id);
    return !revisions.empty() && revisions.back().number == draft->revision &&
           revisions.back().fingerprint == kept.version.fingerprint;
}

}  // namespace

Violations versions_are_kept_whole(store::View& view) {
    Violations found;
    for (const KeptVersion& kept : all_versions(view)) {
        if (const auto rules =
                load_kept_rules(view, kept.version.package, kept.version.fingerprint);
            !rules) {
            found.push_back({"I23", name_of(kept), "Its files are not kept whole or do not load."});
        }
    }
    return found;
}

Violations versions_follow_each_other(store::View& view) {
    Violations found;
    PackageId package;
    policy::PackageVersion last;
    for (const KeptVersion& kept : all_versions(view)) {
        const policy::PackageVersion& version = kept.version;
        last = version.package == package ? last : policy::PackageVersion{};
        package = version.package;
        if (version.number != last.number + 1) {
            found.push_back({"I24", name_of(kept), "A version before it is missing."});
        }
        if (last.number > 0 && version.published < last.published) {
            found.push_back({"I24", name_of(kept), "It was known before the one it follows."});
        }
        if (!is_whole(kept)) {
            found.push_back({"I24", name_of(kept), "It does not say who published it and why."});
        } else if (!kept.came_with_onepurse()) {
            if (version.published < *kept.proposed_at) {
                found.push_back({"I24", name_of(kept), "It was published before it was proposed."});
            }
            if (!is_of_draft(view, kept)) {
                found.push_back({"I24", name_of(kept), "Its draft says something else."});
            }
        }
        last = version;
    }
    for (const store::PackageDraft& draft : store::load_drafts(view)) {
        const std::vector<KeptVersion> versions = store::load_versions(view, draft.package);
        const bool became_one =
            draft.became && *draft.became > 0 &&
            *draft.became <= static_cast<std::int64_t>(versions.size()) &&
            versions[static_cast<std::size_t>(*draft.became) - 1].draft == draft.id;
        if ((draft.state == store::DraftState::published) != became_one) {
            found.push_back({"I24", draft.id.to_text(), "It is published without its version."});
        }
    }
    return found;
}

Violations rules_need_two_people(store::View& view) {
    Violations found;
    for (const KeptVersion& kept : all_versions(view)) {
        if (!kept.published_by) {
            continue;
        }
        if (kept.proposed_by && is_one_person(view, *kept.proposed_by, *kept.published_by)) {
            found.push_back({"I25", name_of(kept), "Who proposed it published it."});
        }
        const auto draft = kept.draft ? store::load_draft(view, *kept.draft)
                                      : Result<store::PackageDraft>(Error{});
        if (draft && is_one_person(view, draft->saved_by, *kept.published_by)) {
            found.push_back({"I25", name_of(kept), "Who wrote it last published it."});
        }
    }
    return found;
}

}  // namespace casework
