#pragma once
// Keeps and loads what the bank said: statement files, each once, the movements in them, and what
// each movement was found to be. A movement is never taken away; a wrong match is marked undone.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "payments/match.h"
#include "store/store.h"

namespace store {

struct BankImport {
    std::string digest;
    std::string statement;  // the bank's ids
    std::int64_t records = 0;
    std::int64_t lines = 0;
    std::string by;
    Instant at;
};

void keep(Tx& tx, const BankImport& import, const std::string& bytes);
bool has_import(View& view, const std::string& digest);
// Loads the imports, latest first.
std::vector<BankImport> load_imports(View& view);

bool has_bank_line(View& view, BankLineId id);
void keep(Tx& tx, const payments::BankLine& line, const std::string& import);
// Load movements in the order they were taken in: all, or those without a match.
std::vector<payments::BankLine> load_bank_lines(View& view);
std::vector<payments::BankLine> load_open_bank_lines(View& view);

struct KeptMatch {
    std::int64_t id = 0;
    payments::Match match;
    std::string accepted_by;
    Instant accepted_at;
    std::string undone_by = {};  // empty: it stands
};

// Keeps an accepted match and gives its number.
std::int64_t keep_match(Tx& tx, const payments::Match& match, const std::string& by, Instant at);
void undo_match(Tx& tx, std::int64_t id, const std::string& by, Instant at);
std::optional<KeptMatch> find_match(View& view, std::int64_t id);
// Loads the matches that stand, oldest first.
std::vector<KeptMatch> load_matches(View& view);
// Gives the movements of which a match was once taken back.
std::set<BankLineId> load_undone_lines(View& view);

}  // namespace store
