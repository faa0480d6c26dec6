#include "casework/draft_open.h"

#include "base/text.h"
#include "casework/one_person.h"

namespace casework {

namespace {

constexpr std::size_t reason_max = 2000;

Result<store::PackageDraft> draft_under_way(store::View& view, DraftId id) {
    TRY(store::PackageDraft draft, store::load_draft(view, id));
    if (draft.is_closed()) {
        return Error{"rules.draft_closed",
                     draft.state == store::DraftState::published
                         ? "This draft was published. Start a new one to change the rules again."
                         : "This draft was given up. Start a new one."};
    }
    return draft;
}

}  // namespace

Result<store::PackageDraft> draft_to_write(store::View& view, DraftId id) {
    TRY(store::PackageDraft draft, draft_under_way(view, id));
    if (!draft.is_being_written()) {
        return Error{"rules.is_proposed",
                     "This draft is proposed, so it cannot be changed. Take it back first."};
    }
    return draft;
}

Result<store::PackageDraft> draft_to_write(store::View& view, DraftId id,
                                           std::int64_t revision_seen) {
    TRY(store::PackageDraft draft, draft_to_write(view, id));
    TRY_DONE(check_revision(draft, revision_seen));
    return draft;
}

Result<store::PackageDraft> proposed_draft(store::View& view, DraftId id) {
    TRY(store::PackageDraft draft, draft_under_way(view, id));
    if (draft.state != store::DraftState::proposed) {
        return Error{"rules.not_proposed",
                     "This draft is still being written. Wait until it is proposed."};
    }
    return draft;
}

Outcome check_revision(const store::PackageDraft& draft, std::int64_t revision_seen) {
    if (draft.revision != revision_seen) {
        return Error{"rules.changed_meanwhile",
                     "Somebody saved this draft after you opened it, so nothing was done. Open it "
                     "again and look at what changed."};
    }
    return Done{};
}

Result<std::string> read_reason(const std::string& reason) {
    auto text = base::plain_text(reason, reason_max);
    if (!text) {
        return text.error().code == "text.too_long"
                   ? Error{"rules.reason_too_long",
                           "The reason is too long. Say it in 2,000 characters or fewer."}
                   : text.error();
    }
    if (text->empty()) {
        return Error{"rules.reason_missing", "Write the reason in a few plain words."};
    }
    return text;
}

void note(Desk& desk, Acting& acting, const store::PackageDraft& draft, std::string what,
          std::string reason) {
    const bool has_day = what == "propose" || what == "publish";
    store::add_draft_act(acting.tx, draft.id,
                         {.what = std::move(what),
                          .revision = draft.revision,
                          .from = has_day ? draft.from : std::nullopt,
                          .reason = std::move(reason),
                          .by = desk.actor,
                          .by_name = acting.who.name,
                          .at = desk.now});
}

std::string why_not_second_person(store::View& view, AccountId account,
                                  const store::PackageDraft& draft) {
    if (draft.proposed_by && is_one_person(view, account, *draft.proposed_by)) {
        return "You proposed this, so somebody else has to decide about it.";
    }
    if (is_one_person(view, account, draft.saved_by)) {
        return "You saved this last, so somebody else has to decide about it.";
    }
    return "";
}

}  // namespace casework
