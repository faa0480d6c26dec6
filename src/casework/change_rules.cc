#include "casework/change_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "casework/draft_open.h"
#include "store/allocations.h"

namespace casework {

namespace {

using people::Action;
using store::DraftState;
using store::PackageDraft;

constexpr std::size_t title_max = 100;
constexpr std::size_t files_max = 200;
constexpr std::size_t file_bytes_max = std::size_t{2} * 1024 * 1024;
constexpr std::size_t all_bytes_max = std::size_t{8} * 1024 * 1024;

Result<std::string> read_title(const std::string& title) {
    auto text = base::plain_text(title, title_max);
    if (!text) {
        return text.error().code == "text.too_long"
                   ? Error{"rules.title_too_long",
                           "The title is too long. Use 100 characters or fewer."}
                   : text.error();
    }
    if (text->empty()) {
        return Error{"rules.title_missing", "Say in a few words what the change is."};
    }
    std::replace(text->begin(), text->end(), '\n', ' ');
    return text;
}

bool is_file_name(const std::string& name) {
    return !name.empty() && name.size() <= 100 && name.front() != '.' &&
           name.find_first_not_of(
               "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") ==
               std::string::npos;
}

// A draft may have faults, but it is always text under names that are safe in any folder.
Outcome check_files(const policy::Files& files) {
    std::size_t all = 0;
    for (const auto& [name, content] : files) {
        if (!is_file_name(name)) {
            return Error{"rules.bad_file_name",
                         "The name of a file is letters, digits, hyphens, underscores and full "
                         "stops. Give it another name.",
                         name};
        }
        if (!base::is_utf8(content) || content.find('\0') != std::string::npos) {
            return Error{"rules.not_text",
                         "This file is not text (UTF-8). Save it as text and send it again.", name};
        }
        all += content.size();
        if (content.size() > file_bytes_max) {
            return Error{"rules.too_large", "This file is larger than 2 MB. Make it smaller.",
                         name};
        }
    }
    if (files.size() > files_max || all > all_bytes_max) {
        return Error{"rules.too_large",
                     "These rules are too large: more than 200 files or 8 MB. Make them smaller."};
    }
    return Done{};
}

Act act_on(std::string name, std::string detail = {}) {
    return Act{.name = std::move(name),
               .action = Action::change_rules,
               .object = {},
               .detail = std::move(detail)};
}

// Finds the text a draft starts from: a version, or what came with Onepurse and is not in force.
Outcome base_on(Desk& desk, store::View& view, const NewDraft& wanted, PackageDraft& draft) {
    const policy::PackageHistory history = load_history(view, wanted.package);
    if (history.empty()) {
        return Error{"rules.package_unknown",
                     "There are no such rules here. Choose rules from the list."};
    }
    draft.newest_seen = history.newest()->number;
    if (wanted.from_installed) {
        const auto installed = store::last_installed(view, wanted.package);
        const bool is_version = std::ranges::any_of(history.versions(), [&](const auto& version) {
            return installed && version.fingerprint == installed->fingerprint;
        });
        if (!installed || is_version) {
            return Error{"rules.nothing_installed",
                         "Nothing newer came with Onepurse. Start from a version instead."};
        }
        draft.based_on_fingerprint = installed->fingerprint;
        return Done{};
    }
    const policy::PackageVersion* version =
        wanted.from_version ? history.find(*wanted.from_version) : history.in_force(desk.today);
    if (version == nullptr) {
        return Error{"rules.version_unknown",
                     "These rules have no such version. Choose one from the list."};
    }
    draft.based_on = version->number;
    draft.based_on_fingerprint = version->fingerprint;
    return Done{};
}

void save_next(Desk& desk, Acting& acting, PackageDraft& draft, const policy::Files& files) {
    ++draft.revision;
    draft.saved_by = desk.actor;
    draft.saved_at = desk.now;
    store::keep_revision(acting.tx, draft.id,
                         {draft.revision, desk.actor, desk.now, policy::fingerprint_of(files)},
                         files);
}

const std::string* content_of(const policy::Files& files, const std::string& name) {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

bool is_same(const std::string* one, const std::string* other) {
    return one == nullptr || other == nullptr ? one == other : *one == *other;
}

}  // namespace

std::vector<std::string> changed_on_both_sides(const policy::Files& base,
                                               const policy::Files& draft,
                                               const policy::Files& version) {
    std::set<std::string> names;
    for (const policy::Files* files : {&base, &draft, &version}) {
        for (const auto& [name, content] : *files) {
            names.insert(name);
        }
    }
    std::vector<std::string> both;
    for (const std::string& name : names) {
        const std::string* was = content_of(base, name);
        const std::string* mine = content_of(draft, name);
        const std::string* theirs = content_of(version, name);
        if (!is_same(was, mine) && !is_same(was, theirs) && !is_same(mine, theirs)) {
            both.push_back(name);
        }
    }
    return both;
}

Result<DraftId> start_draft(Desk& desk, const NewDraft& wanted) {
    const DraftId id = desk.new_id<DraftId>();
    return act(desk, act_on("start_rule_draft"), [&](Acting& acting) -> Result<DraftId> {
        PackageDraft draft{.id = id, .package = wanted.package};
        TRY(draft.title, read_title(wanted.title));
        TRY_DONE(base_on(desk, acting.tx, wanted, draft));
        TRY(const policy::Files files,
            store::load_package_files(acting.tx, draft.based_on_fingerprint));
        draft.started_by = desk.actor;
        draft.started_on = desk.today;
        save_next(desk, acting, draft, files);
        store::keep(acting.tx, draft);
        acting.detail = "Of the rules " + draft.package +
                        (draft.based_on == 0 ? ", as they came with Onepurse"
                                             : ", from version " + std::to_string(draft.based_on)) +
                        ": " + draft.title;
        return id;
    });
}

Outcome name_draft(Desk& desk, DraftId id, const std::string& title) {
    return act(desk, act_on("name_rule_draft"), [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, draft_to_write(acting.tx, id));
        TRY(draft.title, read_title(title));
        store::change(acting.tx, draft);
        acting.about = id.to_text();
        acting.detail = draft.title;
        return Done{};
    });
}

Outcome save_draft(Desk& desk, DraftId id, std::int64_t revision_seen, const policy::Files& files) {
    return act(desk, act_on("save_rule_draft"), [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, draft_to_write(acting.tx, id));
        acting.about = id.to_text();
        TRY_DONE(check_files(files));
        const std::vector<store::DraftRevision> kept = store::load_revisions(acting.tx, id);
        CHECK(!kept.empty());
        if (kept.back().fingerprint == policy::fingerprint_of(files)) {
            acting.detail = "Nothing was different";
            return Done{};
        }
        TRY_DONE(check_revision(draft, revision_seen));
        save_next(desk, acting, draft, files);
        store::change(acting.tx, draft);
        acting.detail = "Revision " + std::to_string(draft.revision);
        return Done{};
    });
}

Outcome bring_up_to_date(Desk& desk, DraftId id, std::int64_t revision_seen,
                         const std::map<std::string, Side>& choices) {
    return act(desk, act_on("bring_rule_draft_up_to_date"), [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, draft_to_write(acting.tx, id, revision_seen));
        acting.about = id.to_text();
        const policy::PackageHistory history = load_history(acting.tx, draft.package);
        const policy::PackageVersion* newest = history.newest();
        if (newest == nullptr || newest->number == draft.newest_seen) {
            return Error{"rules.up_to_date",
                         "No other version was published since this draft was begun."};
        }
        TRY(const policy::Files base,
            store::load_package_files(acting.tx, draft.based_on_fingerprint));
        TRY(const policy::Files mine, store::load_revision_files(acting.tx, id, draft.revision));
        TRY(policy::Files files, store::load_package_files(acting.tx, newest->fingerprint));
        const policy::Files theirs = files;
        std::vector<std::string> open;
        for (const std::string& name : changed_on_both_sides(base, mine, theirs)) {
            if (!choices.contains(name)) {
                open.push_back(name);
            }
        }
        if (!open.empty()) {
            return Error{"rules.both_changed",
                         "The draft and the version published since both changed these files. Say "
                         "for each whose text counts.",
                         base::join_text(open, ", ")};
        }
        // What the draft changed stays, unless the version's text was chosen.
        std::set<std::string> names;
        for (const policy::Files* each : {&base, &mine}) {
            for (const auto& [name, content] : *each) {
                names.insert(name);
            }
        }
        for (const std::string& name : names) {
            const std::string* content = content_of(mine, name);
            const auto choice = choices.find(name);
            const bool is_theirs = choice != choices.end() && choice->second == Side::version &&
                                   !is_same(content_of(base, name), content_of(theirs, name));
            if (is_same(content_of(base, name), content) || is_theirs) {
                continue;
            }
            if (content == nullptr) {
                files.erase(name);
            } else {
                files[name] = *content;
            }
        }
        draft.based_on = newest->number;
        draft.based_on_fingerprint = newest->fingerprint;
        draft.newest_seen = newest->number;
        save_next(desk, acting, draft, files);
        store::change(acting.tx, draft);
        acting.detail = "With version " + std::to_string(newest->number);
        return Done{};
    });
}

Outcome discard_draft(Desk& desk, DraftId id) {
    return act(desk, act_on("discard_rule_draft"), [&](Acting& acting) -> Outcome {
        TRY(PackageDraft draft, draft_to_write(acting.tx, id));
        draft.state = DraftState::discarded;
        draft.closed_by = desk.actor;
        store::change(acting.tx, draft);
        note(desk, acting, draft, "discard", "");
        acting.about = id.to_text();
        acting.detail = draft.title;
        return Done{};
    });
}

}  // namespace casework
