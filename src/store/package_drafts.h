#pragma once
// Keeps drafts of rules: what each is and how far it has come, every state it was saved in with who
// saved it and when, and what was decided about it (proposed, taken back, sent back, published,
// discarded). Only the draft's own row is ever changed; revisions and acts are added.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "policy/package.h"
#include "store/store.h"

namespace store {

enum class DraftState {
    open,       // being written
    proposed,   // waits for a second person
    sent_back,  // being written again, with a reason of the second person
    published,  // became a version
    discarded,  // given up
};

std::string_view to_text(DraftState state);
std::optional<DraftState> draft_state_from_text(std::string_view text);

struct PackageDraft {
    DraftId id = {};
    PackageId package = {};
    std::string title = {};
    DraftState state = DraftState::open;
    std::int64_t based_on = 0;  // number of the version; 0: the rules that came with Onepurse
    std::string based_on_fingerprint = {};
    std::int64_t newest_seen = 0;  // number of the package's newest version when it was based
    std::int64_t revision = 0;     // of its newest saved state: 1, 2, 3 ...
    AccountId started_by = {};
    Date started_on = {};
    AccountId saved_by = {};
    Instant saved_at = {};
    std::optional<AccountId> proposed_by = {};  // of the last proposal
    std::optional<Instant> proposed_at = {};
    std::optional<Date> from = {};            // first day in force, as proposed
    std::string reason = {};                  // of the proposal
    std::string sent_back_reason = {};        // of the last sending back
    std::optional<AccountId> closed_by = {};  // published or discarded it
    std::optional<std::int64_t> became = {};  // number of the version it became

    // Whether it is being written.
    bool is_being_written() const {
        return state == DraftState::open || state == DraftState::sent_back;
    }
    bool is_closed() const {
        return state == DraftState::published || state == DraftState::discarded;
    }
    friend bool operator==(const PackageDraft&, const PackageDraft&) = default;
};

// A state a draft was saved in, without its files.
struct DraftRevision {
    std::int64_t number = 0;
    AccountId saved_by = {};
    Instant saved_at = {};
    std::string fingerprint = {};
};

// What somebody decided about a draft.
struct DraftAct {
    std::int64_t number = 0;  // 1, 2, 3 ... of its draft
    std::string what = {};    // "propose", "take_back", "send_back", "publish", "discard"
    std::int64_t revision = 0;
    std::optional<Date> from = {};
    std::string reason = {};
    AccountId by = {};
    std::string by_name = {};
    Instant at = {};
};

void keep(Tx& tx, const PackageDraft& draft);
void change(Tx& tx, const PackageDraft& draft);
// Refuses: rules.draft_unknown.
Result<PackageDraft> load_draft(View& view, DraftId draft);
// Loads all, those under way first, then by what was saved last.
std::vector<PackageDraft> load_drafts(View& view);

// Keeps the files of a revision.
void keep_revision(Tx& tx, DraftId draft, const DraftRevision& revision,
                   const policy::Files& files);
std::vector<DraftRevision> load_revisions(View& view, DraftId draft);
// Refuses: rules.revision_unknown.
Result<policy::Files> load_revision_files(View& view, DraftId draft, std::int64_t revision);

// Adds an act; its number is given here.
void add_draft_act(Tx& tx, DraftId draft, const DraftAct& act);
std::vector<DraftAct> load_draft_acts(View& view, DraftId draft);

}  // namespace store
