#pragma once
// An allocation is what a council tells a person about her money on one day: what the rules give
// for every fund from her answers, and what named people decided beside it. Here it is worked out
// and written as the text that is signed (signed_file.h): whose it is, the facts, the rules by
// their fingerprint, every step in the order it was worked out, what each fund came to, and the
// sums that were decided. It names her by her reference alone. The same allocation always gives the
// same bytes: whoever has the facts and the package can write it anew and compare
// (check_allocation.h).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/json_fwd.h"
#include "base/money.h"
#include "policy/package.h"

namespace policy {

// Why a council told it.
enum class Issue {
    worked_out,  // from the answers and the rules; a start, not a decision
    decided,     // a named person decided about a fund
};

std::string_view to_text(Issue issue);
std::optional<Issue> issue_from_text(std::string_view text);

// What a named person decided about a fund. It may depart from the rules, with reasons.
struct DecidedSum {
    StreamId stream = {};
    bool eligible = false;
    std::optional<Money> weekly = {};
    std::optional<Money> one_off = {};
    Date on = {};
    std::string by = {};
};

struct Allocation {
    AuthorityId authority = {};
    std::string council = {};
    std::string reference = {};  // the person's
    std::int64_t number = 0;     // of hers, counting from 1
    Issue issue = Issue::worked_out;
    Date issued = {};
    Date on = {};  // the day whose figures count
    Facts facts = {};
    std::vector<DecidedSum> decided = {};
};

// What the rules give for one fund.
struct StreamResult {
    StreamId stream = {};
    std::string name = {};
    std::optional<bool> eligible = {};         // none: the rules do not say
    std::optional<Decimal> sum = {};           // a week or once, as the fund pays
    std::optional<Decimal> contribution = {};  // what the means test asks for a week
    std::vector<Error> not_worked_out = {};    // a decision that has no result, by its place
};

struct WorkedOut {
    Evaluation evaluation;  // with its trace
    std::vector<StreamResult> streams;
};

// Works out every fund there is on a day, as far as the facts go.
WorkedOut work_out(const Package& package, const Facts& facts, Date on);

// Writes facts as read_case_json reads them.
json::object facts_json(const Package& package, const Facts& facts);

// Writes the allocation whole, worked out afresh.
json::object allocation_json(const Package& package, const Allocation& allocation);
// Writes it as the text that is signed.
std::string write_allocation(const Package& package, const Allocation& allocation);

}  // namespace policy
