#include "store/package_drafts.h"

#include <array>

#include "base/digest.h"
#include "policy/signed_file.h"

namespace store {

namespace {

constexpr std::array<std::string_view, 5> state_texts = {"open", "proposed", "sent_back",
                                                         "published", "discarded"};

constexpr std::string_view draft_columns =
    "select id, package, title, state, based_on, based_on_fingerprint, newest_seen, revision, "
    "started_by, started_on, saved_by, saved_at, proposed_by, proposed_at, from_on, reason, "
    "sent_back_reason, closed_by, became from package_draft where authority = ? ";

std::optional<AccountId> account_or_none(const Rows& rows, int column) {
    return rows.is_null(column) ? std::nullopt : std::optional(rows.id<AccountId>(column));
}

PackageDraft read_draft(const Rows& rows) {
    const std::optional<DraftState> state = draft_state_from_text(rows.text(3));
    CHECK(state.has_value());
    PackageDraft draft{.id = rows.id<DraftId>(0),
                       .package = rows.text(1),
                       .title = rows.text(2),
                       .state = *state,
                       .based_on = rows.number(4),
                       .based_on_fingerprint = rows.text(5),
                       .newest_seen = rows.number(6),
                       .revision = rows.number(7),
                       .started_by = rows.id<AccountId>(8),
                       .started_on = rows.date(9),
                       .saved_by = rows.id<AccountId>(10),
                       .saved_at = rows.instant(11),
                       .proposed_by = account_or_none(rows, 12),
                       .proposed_at = rows.instant_or_none(13),
                       .from = rows.date_or_none(14),
                       .reason = rows.text(15),
                       .sent_back_reason = rows.text(16),
                       .closed_by = account_or_none(rows, 17)};
    if (!rows.is_null(18)) {
        draft.became = rows.number(18);
    }
    return draft;
}

}  // namespace

std::string_view to_text(DraftState state) {
    return state_texts[static_cast<std::size_t>(state)];
}

std::optional<DraftState> draft_state_from_text(std::string_view text) {
    for (std::size_t i = 0; i < state_texts.size(); ++i) {
        if (state_texts[i] == text) {
            return static_cast<DraftState>(i);
        }
    }
    return std::nullopt;
}

void keep(Tx& tx, const PackageDraft& draft) {
    tx.run(
        "insert into package_draft (authority, id, package, title, state, based_on, "
        "based_on_fingerprint, newest_seen, revision, started_by, started_on, saved_by, saved_at, "
        "proposed_by, proposed_at, from_on, reason, sent_back_reason, closed_by, became) values "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), draft.id, draft.package, draft.title, to_text(draft.state), draft.based_on,
        draft.based_on_fingerprint, draft.newest_seen, draft.revision, draft.started_by,
        draft.started_on, draft.saved_by, draft.saved_at, draft.proposed_by, draft.proposed_at,
        draft.from, draft.reason, draft.sent_back_reason, draft.closed_by, draft.became);
}

void change(Tx& tx, const PackageDraft& draft) {
    tx.run(
        "update package_draft set title = ?, state = ?, based_on = ?, based_on_fingerprint = ?, "
        "newest_seen = ?, revision = ?, saved_by = ?, saved_at = ?, proposed_by = ?, proposed_at = "
        "?, from_on = ?, reason = ?, sent_back_reason = ?, closed_by = ?, became = ? where "
        "authority = ? and id = ?",
        draft.title, to_text(draft.state), draft.based_on, draft.based_on_fingerprint,
        draft.newest_seen, draft.revision, draft.saved_by, draft.saved_at, draft.proposed_by,
        draft.proposed_at, draft.from, draft.reason, draft.sent_back_reason, draft.closed_by,
        draft.became, tx.authority(), draft.id);
}

Result<PackageDraft> load_draft(View& view, DraftId draft) {
    Rows rows = view.query(std::string(draft_columns) + "and id = ?", view.authority(), draft);
    if (!rows.next()) {
        return Error{"rules.draft_unknown",
                     "There is no such draft here. Go back to the list and choose again."};
    }
    return read_draft(rows);
}

std::vector<PackageDraft> load_drafts(View& view) {
    std::vector<PackageDraft> found;
    for (Rows rows = view.query(
             std::string(draft_columns) +
                 "order by case when state in ('published', 'discarded') then 1 else 0 end, "
                 "saved_at desc, id",
             view.authority());
         rows.next();) {
        found.push_back(read_draft(rows));
    }
    return found;
}

void keep_revision(Tx& tx, DraftId draft, const DraftRevision& revision,
                   const policy::Files& files) {
    policy::Files digests;  // name -> digest of the content
    for (const auto& [name, content] : files) {
        const std::string digest = base::digest(content);
        tx.run(
            "insert into draft_file (authority, digest, content) values (?, ?, ?) on conflict do "
            "nothing",
            tx.authority(), digest, content);
        digests.emplace(name, digest);
    }
    tx.run(
        "insert into draft_revision (authority, draft, number, saved_by, saved_at, fingerprint, "
        "files) values (?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), draft, revision.number, revision.saved_by, revision.saved_at,
        revision.fingerprint, policy::write_package_files(digests));
}

std::vector<DraftRevision> load_revisions(View& view, DraftId draft) {
    std::vector<DraftRevision> found;
    for (Rows rows = view.query(
             "select number, saved_by, saved_at, fingerprint from draft_revision where authority = "
             "? and draft = ? order by number",
             view.authority(), draft);
         rows.next();) {
        found.push_back({rows.number(0), rows.id<AccountId>(1), rows.instant(2), rows.text(3)});
    }
    return found;
}

Result<policy::Files> load_revision_files(View& view, DraftId draft, std::int64_t revision) {
    Error unknown{"rules.revision_unknown",
                  "This state of the draft is not kept here. Go back to the draft and "
                  "choose another."};
    std::string digests;
    {
        Rows rows = view.query(
            "select files from draft_revision where authority = ? and draft = ? and number = ?",
            view.authority(), draft, revision);
        if (!rows.next()) {
            return unknown;
        }
        digests = rows.text(0);
    }
    TRY(policy::Files files, policy::read_package_files(digests));
    for (auto& [name, content] : files) {
        Rows rows = view.query("select content from draft_file where authority = ? and digest = ?",
                               view.authority(), content);
        if (!rows.next()) {
            return unknown;
        }
        content = rows.text(0);
    }
    return files;
}

void add_draft_act(Tx& tx, DraftId draft, const DraftAct& act) {
    tx.run(
        "insert into draft_act (authority, draft, number, what, revision, from_on, reason, "
        "by_whom, by_name, at) select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? from "
        "draft_act where authority = ? and draft = ?",
        tx.authority(), draft, act.what, act.revision, act.from, act.reason, act.by, act.by_name,
        act.at, tx.authority(), draft);
}

std::vector<DraftAct> load_draft_acts(View& view, DraftId draft) {
    std::vector<DraftAct> found;
    for (Rows rows = view.query(
             "select number, what, revision, from_on, reason, by_whom, by_name, at from draft_act "
             "where authority = ? and draft = ? order by number",
             view.authority(), draft);
         rows.next();) {
        found.push_back({.number = rows.number(0),
                         .what = rows.text(1),
                         .revision = rows.number(2),
                         .from = rows.date_or_none(3),
                         .reason = rows.text(4),
                         .by = rows.id<AccountId>(5),
                         .by_name = rows.text(6),
                         .at = rows.instant(7)});
    }
    return found;
}

}  // namespace store
