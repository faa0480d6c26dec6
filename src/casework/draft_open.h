#pragma once
// What every journey of a draft begins with, in its own transaction: the draft as it is now, and
// whether it may be written, or waits to be published.

#include "base/result.h"
#include "casework/desk.h"
#include "store/package_drafts.h"
#include "store/package_versions.h"

namespace casework {

// Loads a draft that is being written. Refuses: rules.draft_unknown, rules.draft_closed,
// rules.is_proposed.
Result<store::PackageDraft> draft_to_write(store::View& view, DraftId id);
// Loads a draft that is being written, in the state somebody saw.
// Refuses: as above, and rules.changed_meanwhile.
Result<store::PackageDraft> draft_to_write(store::View& view, DraftId id,
                                           std::int64_t revision_seen);
// Loads a draft that waits for a second person. Refuses: rules.draft_unknown, rules.draft_closed,
// rules.not_proposed.
Result<store::PackageDraft> proposed_draft(store::View& view, DraftId id);
// Refuses: rules.changed_meanwhile.
Outcome check_revision(const store::PackageDraft& draft, std::int64_t revision_seen);

// Reads a reason in plain words. Refuses: rules.reason_missing, rules.reason_too_long, text.*.
Result<std::string> read_reason(const std::string& reason);

// Writes what was decided about a draft beside it.
void note(Desk& desk, Acting& acting, const store::PackageDraft& draft, std::string what,
          std::string reason);

// Why somebody may not publish or send back a proposal; empty when she may: she proposed it, or
// saved it last.
std::string why_not_second_person(store::View& view, AccountId account,
                                  const store::PackageDraft& draft);

}  // namespace casework
