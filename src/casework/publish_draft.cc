// The second half of changing rules (change_rules.h): a draft is proposed, and a second person
// publishes it or sends it back. A package is looked through outside the transaction, so that
// nobody waits for it; the transaction then asks that the draft is still the one looked at.

#include <algorithm>

#include "base/text.h"
#include "casework/change_rules.h"
#include "casework/draft_open.h"
#include "casework/one_person.h"
#include "policy/inspect.h"
#include "store/allocations.h"
#include "store/streams_in_use.h"

namespace casework {

namespace {

using people::Action;
using store::DraftState;
using store::PackageDraft;

struct Draft {
    PackageDraft draft;
    policy::Files files;
};

Result<Draft> read_draft(Desk& desk, Action action, DraftId id, std::int64_t revision_seen) {
    return consult(desk, action, {}, [&](store::Snapshot& snapshot) -> Result<Draft> {
        Draft read;
        TRY(read.draft, store::load_draft(snapshot, id));
        TRY(read.files, store::load_revision_files(snapshot, id, revision_seen));
        return read;
    });
}

// What loading and publishing ask of a package.
Outcome check_faults(const PackageDraft& draft, const policy::Files& files) {
    const policy::Inspection inspection = policy::inspect(draft.package, files);
    if (inspection.faults.empty()) {
        return Done{};
    }
    const Error& first = inspection.faults.front();
    return Error{
        "rules.has_faults",
        "These rules cannot be used yet: " + base::counted(inspection.faults.size(), "fault") +
            " found. The first is: " + first.message,
        first.place};
}

// Rules that forget a stream leave its money without a name; one that ends gets a last day.
Outcome check_streams(store::View& view, const policy::Package& package,
                      const policy::Package& before) {
    for (const StreamId& stream : store::streams_in_use(view)) {
        const policy::Stream* was = before.stream(stream);
        if (was != nullptr && package.stream(stream) == nullptr) {
            return Error{"rules.stream_in_use",
                         "The stream “" + was->name +
                             "” has money or decisions here, so it cannot be taken out. Give it a "
                             "last day in streams.csv instead.",
                         "streams.csv"};
        }
    }
    return Done{};
}

// What has to hold of the book when rules are proposed, and again when they are published.
Outcome check_place(store::View& view, const PackageDraft& draft, const policy::Package& package,
                    Date from) {
    const policy::PackageHistory history = load_history(view, draft.package);
    const policy::PackageVersion* newest = history.newest();
    CHECK(newest != nullptr);
    if (newest->number != draft.newest_seen) {
        return Error{"rules.other_version_since",
                     "Version " + std::to_string(newest->number) +
                         " was published after this draft was begun. Bring the draft up to date "
                         "first, so that nothing of it is lost."};
    }
    const policy::PackageVersion* stands = history.in_force(from);
    if (stands != nullptr && stands->fingerprint == package.fingerprint()) {
        return Error{"rules.nothing_changed",
                     "These are the rules in force on that day already, to the letter. Change "
                     "something, or give the draft up."};
    }
    TRY(const auto before, load_kept_rules(view, draft.package, newest->fingerprint));
    return check_streams(view, package, *before);
}

std::string words_of(const PackageDraft& draft, std::int64_t number) {
    return "Version " + std::to_string(number) + " of " + draft.package + ", in force from " +
           draft.from->for_people() + ": " + draft.reason;
}

}  // namespace

std::string words_of_first_day(Date from, Date today, std::optional<Date> later) {
    std::string words;
    if (today < from) {
        words = "It counts from " + from.for_people() +
                ". Until then the rules stay as they are. Sums decided before that day stay as "
                "they are.";
    } else if (from == today) {
        words = "It counts from today. Sums already decided stay as they are.";
    } else {
        words = "It counts from " + from.for_people() +
                ", which is before today. Sums already decided stay as they are, also those "
                "decided since that day. What is worked out from now on follows it.";
    }
    if (later) {
        words += " Another version takes its place on " + later->for_people() + ".";
    }
    return words;
}

Outcome propose_draft(Desk& desk, DraftId id, std::int64_t revision_seen, Date from,
                      const std::string& reason) {
    TRY(const Draft read, read_draft(desk, Action::change_rules, id, revision_seen));
    if (read.draft.is_being_written()) {
        TRY_DONE(check_faults(read.draft, read.files));
    }
    const Act what{.name = "propose_rules", .action = Action::change_rules};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, draft_to_write(acting.tx, id, revision_seen));
        acting.about = id.to_text();
        TRY(draft.reason, read_reason(reason));
        if (from.year() < 1900 || from.year() > 2199) {
            return Error{"rules.day_impossible",
                         "The first day must be in the years 1900 to 2199. Check the year."};
        }
        TRY(const policy::Package package, policy::Package::load(draft.package, read.files));
        TRY_DONE(check_place(acting.tx, draft, package, from));
        draft.state = DraftState::proposed;
        draft.from = from;
        draft.proposed_by = desk.actor;
        draft.proposed_at = desk.now;
        store::change(acting.tx, draft);
        note(desk, acting, draft, "propose", draft.reason);
        acting.detail = "To be in force from " + from.for_people() + ": " + draft.reason;
        return Done{};
    });
}

Outcome take_proposal_back(Desk& desk, DraftId id) {
    const Act what{.name = "take_rules_back", .action = Action::change_rules};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, proposed_draft(acting.tx, id));
        acting.about = id.to_text();
        if (!is_one_person(acting.tx, desk.actor, *draft.proposed_by)) {
            return Error{"rules.not_yours",
                         "Somebody else proposed this. Ask them to take it back, or somebody who "
                         "publishes rules to send it back."};
        }
        draft.state = DraftState::open;
        store::change(acting.tx, draft);
        note(desk, acting, draft, "take_back", "");
        acting.detail = draft.title;
        return Done{};
    });
}

Outcome send_proposal_back(Desk& desk, DraftId id, const std::string& reason) {
    const Act what{.name = "send_rules_back", .action = Action::publish_rules};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, proposed_draft(acting.tx, id));
        acting.about = id.to_text();
        if (const std::string why = why_not_second_person(acting.tx, desk.actor, draft);
            !why.empty()) {
            return Error{"rules.own_proposal", why};
        }
        TRY(draft.sent_back_reason, read_reason(reason));
        draft.state = DraftState::sent_back;
        store::change(acting.tx, draft);
        note(desk, acting, draft, "send_back", draft.sent_back_reason);
        acting.detail = draft.sent_back_reason;
        return Done{};
    });
}

Outcome publish_draft(Desk& desk, DraftId id, std::int64_t revision_seen) {
    TRY(const Draft read, read_draft(desk, Action::publish_rules, id, revision_seen));
    if (read.draft.state == DraftState::proposed) {
        TRY_DONE(check_faults(read.draft, read.files));
    }
    std::shared_ptr<const policy::Package> published;
    const Act what{.name = "publish_rules", .action = Action::publish_rules};
    Outcome done = act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, proposed_draft(acting.tx, id));
        acting.about = id.to_text();
        if (const std::string why = why_not_second_person(acting.tx, desk.actor, draft);
            !why.empty()) {
            return Error{"rules.own_proposal", why};
        }
        TRY_DONE(check_revision(draft, revision_seen));
        TRY(policy::Package package, policy::Package::load(draft.package, read.files));
        TRY_DONE(check_place(acting.tx, draft, package, *draft.from));
        const policy::PackageHistory history = load_history(acting.tx, draft.package);
        // A clock that went back makes nothing known before what it follows.
        const Instant at = std::max({desk.now, history.newest()->published, *draft.proposed_at});
        const store::KeptVersion version{.version = {.package = draft.package,
                                                     .number = history.newest()->number + 1,
                                                     .from = *draft.from,
                                                     .published = at,
                                                     .fingerprint = package.fingerprint()},
                                         .draft = draft.id,
                                         .proposed_by = draft.proposed_by,
                                         .proposed_at = draft.proposed_at,
                                         .published_by = desk.actor,
                                         .published_on = desk.today,
                                         .reason = draft.reason};
        store::keep_package(acting.tx, package);
        store::keep(acting.tx, version);
        draft.state = DraftState::published;
        draft.closed_by = desk.actor;
        draft.became = version.version.number;
        store::change(acting.tx, draft);
        note(desk, acting, draft, "publish", draft.reason);
        acting.detail = words_of(draft, version.version.number);
        published = std::make_shared<const policy::Package>(std::move(package));
        return Done{};
    });
    if (done && published && desk.rules != nullptr) {
        desk.rules->add(published);
        desk.rules->look_again();
    }
    return done;
}

}  // namespace casework
