#pragma once
// How a council changes its rules without a programmer: a policy officer writes a draft from a
// version, saves it as often as she likes, and proposes it with a first day and a reason; a second
// person reads it and publishes it, or sends it back. Nobody edits what is in force: publishing
// makes a new version, and no version is ever changed or taken away. Every saved state of a draft
// is kept with who saved it and when; every act is in the journal. A draft may be unfinished, a
// proposal may not: it has no fault (policy/inspect.h), when it is proposed and when it is
// published.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "policy/package.h"

namespace casework {

// What a new draft starts from.
struct NewDraft {
    PackageId package = {};
    std::optional<std::int64_t> from_version = {};  // none: the version in force today
    bool from_installed = false;  // from the rules that came with Onepurse and are not in force
    std::string title = {};       // what the change is, in a few words
};

// Starts a draft. Refuses: rules.package_unknown, rules.version_unknown, rules.nothing_installed,
// rules.title_missing, rules.title_too_long.
Result<DraftId> start_draft(Desk& desk, const NewDraft& draft);

// Changes what a draft is called. Refuses: rules.draft_unknown, rules.draft_closed,
// rules.title_missing, rules.title_too_long.
Outcome name_draft(Desk& desk, DraftId draft, const std::string& title);

// Saves all the files of a draft as its next revision; `revision_seen` is the one they were changed
// from. They may have faults. Saving what is there already changes nothing.
// Refuses: rules.draft_unknown, rules.draft_closed, rules.is_proposed (take it back first),
// rules.changed_meanwhile (somebody saved in between), rules.bad_file_name, rules.too_large,
// rules.not_text.
Outcome save_draft(Desk& desk, DraftId draft, std::int64_t revision_seen,
                   const policy::Files& files);

// Whose text of a file counts when a draft and a later version both changed it.
enum class Side { draft, version };

// Names the files that a draft and a later version both changed since the version the draft was
// begun from, and not to the same text.
std::vector<std::string> changed_on_both_sides(const policy::Files& base,
                                               const policy::Files& draft,
                                               const policy::Files& version);

// Brings a draft up to date with a version published since it was begun: files the draft did not
// change get the version's text. For each file both changed, `choices` says whose counts.
// Refuses: rules.draft_unknown, rules.draft_closed, rules.is_proposed, rules.changed_meanwhile,
// rules.up_to_date, rules.both_changed (its place names the files without a choice).
Outcome bring_up_to_date(Desk& desk, DraftId draft, std::int64_t revision_seen,
                         const std::map<std::string, Side>& choices);

// Gives a draft up; it stays to be read. Refuses: rules.draft_unknown, rules.draft_closed,
// rules.is_proposed.
Outcome discard_draft(Desk& desk, DraftId draft);

// Proposes a revision to be in force from a day, with a reason in plain words that the public
// history will show. Refuses: rules.draft_unknown, rules.draft_closed, rules.is_proposed,
// rules.changed_meanwhile, rules.reason_missing, rules.reason_too_long, rules.nothing_changed,
// rules.other_version_since, rules.day_impossible (outside the years 1900 to 2199),
// rules.has_faults (how many, and the first with its place), rules.stream_in_use (a stream with
// money or decisions in the book is not there any more).
Outcome propose_draft(Desk& desk, DraftId draft, std::int64_t revision_seen, Date from,
                      const std::string& reason);

// Takes one's own proposal back, to go on writing. Refuses: rules.draft_unknown,
// rules.not_proposed, rules.not_yours (somebody else proposed it: she sends it back).
Outcome take_proposal_back(Desk& desk, DraftId draft);

// Sends a proposal back to its writer, with what has to be different. A second person does.
// Refuses: rules.draft_unknown, rules.not_proposed, rules.own_proposal, rules.reason_missing,
// rules.reason_too_long.
Outcome send_proposal_back(Desk& desk, DraftId draft, const std::string& reason);

// Publishes a proposal as the package's next version. A second person does: not who proposed it,
// and not who saved it last. It is in force for the next click of anybody from its day on. A day
// before today is allowed (a rule agreed late): decisions already made stay as they are.
// Refuses: rules.draft_unknown, rules.not_proposed, rules.own_proposal, rules.changed_meanwhile,
// rules.other_version_since (the draft must be brought up to date first), rules.nothing_changed,
// rules.has_faults, rules.stream_in_use.
Outcome publish_draft(Desk& desk, DraftId draft, std::int64_t revision_seen);

// Says in plain words from when a version counts and what it leaves as it is: a page shows it
// before and after publishing. `later` is the version that takes its place on a later day already
// known, if any.
std::string words_of_first_day(Date from, Date today, std::optional<Date> later = {});

}  // namespace casework
