#pragma once
// Keeps the journal of acts (append-only, each line hashed with the one before), the answers to
// requests already carried out, and who looked at whose record.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "store/store.h"

namespace store {

struct JournalLine {
    std::int64_t seq = 0;  // given by append
    ActId id;
    Instant at;
    Date on;
    std::string actor;  // account id, "system" or "operator"
    std::string actor_name;
    std::string relation;
    std::string name;
    PersonId person = {};
    std::string about;
    std::string detail;
    std::string previous;  // given by append
    std::string hash;      // given by append
};

// Gives the digest a line must carry after `previous`.
std::string journal_hash(const JournalLine& line, const std::string& previous);

// Appends the line at the end of the chain.
void append(Tx& tx, JournalLine line);

// Loads a person's lines, latest first, at most `count_max`.
std::vector<JournalLine> load_acts_for(View& view, PersonId person, std::int64_t count_max);

// Loads a person's lines of one kind of act, in order.
std::vector<JournalLine> load_acts_named(View& view, PersonId person, std::string_view name);

// Loads the lines about one thing of a person (an order, a delivery), in order; for no person,
// those about what is in nobody's record (an account of the office).
std::vector<JournalLine> load_acts_about(View& view, PersonId person, std::string_view about);

// Walks the whole chain and gives the first line whose digest or number is wrong; nothing when all
// is well.
std::optional<std::int64_t> first_broken_line(View& view);

struct KeptAnswer {
    std::string fingerprint;
    std::string answer;
};

std::optional<KeptAnswer> find_answer(View& view, RequestId request);
void keep_answer(Tx& tx, RequestId request, const KeptAnswer& answer, Instant at);

struct Look {
    std::string actor;
    std::string actor_name;
    std::string relation;
    std::string purpose;
    Instant at;
};

// Whether this actor's look at this person for this purpose already has its line in this quarter
// hour.
bool has_look(View& view, PersonId person, const std::string& actor, std::string_view purpose,
              Instant quarter);
void keep_look(Tx& tx, PersonId person, const Look& look, Instant quarter);
// Walks the chain of looks and says the first thing that is wrong with it; nothing when all is
// well.
std::optional<std::string> broken_look(View& view);
// Loads who looked, latest first.
std::vector<Look> load_looks(View& view, PersonId person, std::int64_t count_max);

}  // namespace store
