#pragma once
// The Desk is what a journey works at: the book of one authority, its policy packages, the day,
// chance, and who acts. act() is the shape of everything that changes the book: in ONE transaction
// it asks whether this request was already carried out, loads the actor's standing as it is now,
// decides, runs the journey and writes the journal. look() is the shape of reading a person's
// record: reading is an act too. Nothing else in casework writes.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"
#include "casework/rules_in_force.h"
#include "people/actor.h"
#include "people/decide.h"
#include "policy/package.h"
#include "store/store.h"

namespace casework {

struct Desk {
    store::Store& store;
    const Shelf& shelf;
    Random random = Random::secure();
    Date today;                    // the council's day
    Instant now;                   // UTC, for the journal
    std::int64_t millisecond = 0;  // of that second: what is made lies in the order of making
    AccountId actor = {};          // none: nobody signed in, or the system itself (see `is_system`)
    bool is_system = false;        // dated work nobody clicks: reminders, instalments falling due
    bool is_operator = false;      // of the system: asked for by whoever runs the machine
    RequestId request = {};        // of the form or client; none: not repeatable by key
    std::string fingerprint = {};  // digest of what the request carried
    RulesInForce* rules = nullptr;  // of the running council; none: the shelf is all there is
    std::shared_ptr<const Shelf> kept_shelf = {};  // the shelf, where somebody has to keep it

    // Makes a new id.
    template <typename SomeId>
    SomeId new_id() {
        return random.id<SomeId>(now.seconds * 1000 + millisecond);
    }
};

// What is about to be done, for decide() and the journal.
struct Act {
    std::string name;  // "buy_support": the journey's own name
    people::Action action;
    people::Object object = {};
    std::string detail = {};  // plain words for the journal, no health data
};

// What a journey knows while it runs.
struct Acting {
    store::Tx& tx;
    const people::Standing& who;
    std::string relation;  // in what capacity
    std::string by;        // account id, "system" or "operator"
    std::string about;     // the journey sets the id text of what it made or changed
    std::string detail;    // the journey may say more than Act::detail
};

namespace inner {
Outcome carry_out(Desk& desk, const Act& act,
                  const std::function<Result<std::string>(Acting&)>& journey, std::string& answer);
// Turns the kept answer of a request back into the value the act gave.
inline void read_answer(const std::string&, Done& value) {
    value = Done{};
}
template <typename Tag>
void read_answer(const std::string& answer, Id<Tag>& value) {
    const std::optional<Id<Tag>> read = Id<Tag>::parse(answer);
    CHECK(read.has_value());
    value = *read;
}
inline std::string answer_text(const Done&) {
    return "";
}
template <typename Tag>
std::string answer_text(const Id<Tag>& id) {
    return id.to_text();
}
}  // namespace inner

// Carries out `journey(Acting&) -> Result<T>` where T is Done or an Id. A request already carried
// out gives the same answer again and changes nothing. Refuses: people.not_allowed,
// people.account_closed, request.other_content (the key was used for something else), store.*, and
// what the journey refuses.
template <typename Journey>
auto act(Desk& desk, const Act& what, Journey&& journey) -> std::invoke_result_t<Journey, Acting&> {
    using Value = typename std::invoke_result_t<Journey, Acting&>::value_type;
    std::string answer;
    TRY_DONE(inner::carry_out(
        desk, what,
        [&](Acting& acting) -> Result<std::string> {
            TRY(const Value value, journey(acting));
            return inner::answer_text(value);
        },
        answer));
    Value value;
    inner::read_answer(answer, value);
    return value;
}

// Reads a person's record: decides, and when somebody else looks, writes the look to the book
// (synced) before `reading(store::Snapshot&) -> Result<T>` runs. `purpose` is a few plain words
// ("caseload", "plan").
template <typename Reading>
auto look(Desk& desk, PersonId person, people::Action action, std::string_view purpose,
          Reading&& reading) -> std::invoke_result_t<Reading, store::Snapshot&>;

// The same where what may be seen of the person hangs on more than the person (a stream's
// referral).
template <typename Reading>
auto look(Desk& desk, const people::Object& object, people::Action action, std::string_view purpose,
          Reading&& reading) -> std::invoke_result_t<Reading, store::Snapshot&>;

// Reads what is nobody's record (streams, runs, offers): decides, journals nothing.
template <typename Reading>
auto consult(Desk& desk, people::Action action, const people::Object& object, Reading&& reading)
    -> std::invoke_result_t<Reading, store::Snapshot&>;

namespace inner {
// Decides, and says whether the look has to be written down before anything is read.
Result<bool> is_first_look(Desk& desk, store::View& view, const people::Object& object,
                           people::Action action, std::string_view purpose);
Outcome write_look(Desk& desk, const people::Object& object, people::Action action,
                   std::string_view purpose);
// Writes the looks at several records in one act.
Outcome write_looks(Desk& desk, const std::vector<PersonId>& people, people::Action action,
                    std::string_view purpose);
Outcome permit(Desk& desk, store::View& view, people::Action action, const people::Object& object);
}  // namespace inner

template <typename Reading>
auto look(Desk& desk, PersonId person, people::Action action, std::string_view purpose,
          Reading&& reading) -> std::invoke_result_t<Reading, store::Snapshot&> {
    return look(desk, people::Object{.person = person}, action, purpose, reading);
}

template <typename Reading>
auto look(Desk& desk, const people::Object& object, people::Action action, std::string_view purpose,
          Reading&& reading) -> std::invoke_result_t<Reading, store::Snapshot&> {
    // Who needs no line reads in the snapshot that let them in.
    std::optional<std::invoke_result_t<Reading, store::Snapshot&>> seen;
    TRY_DONE(desk.store.read([&](store::Snapshot& snapshot) -> Outcome {
        TRY(const bool is_first, inner::is_first_look(desk, snapshot, object, action, purpose));
        if (!is_first) {
            seen.emplace(reading(snapshot));
        }
        return Done{};
    }));
    if (!seen) {
        TRY_DONE(inner::write_look(desk, object, action, purpose));
        seen.emplace(desk.store.read(reading));
    }
    return std::move(*seen);
}

template <typename Reading>
auto consult(Desk& desk, people::Action action, const people::Object& object, Reading&& reading)
    -> std::invoke_result_t<Reading, store::Snapshot&> {
    using Read = std::invoke_result_t<Reading, store::Snapshot&>;
    return desk.store.read([&](store::Snapshot& snapshot) -> Read {
        TRY_DONE(inner::permit(desk, snapshot, action, object));
        return reading(snapshot);
    });
}

}  // namespace casework
