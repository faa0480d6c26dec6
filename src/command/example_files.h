#pragma once
// What an example council is made of, read from the folder examples/: its staff, providers and
// offers, the sums each stream's owner gives, the names its people are drawn from, and how likely
// answers are.

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "market/offer.h"
#include "market/provider.h"
#include "people/staff.h"

namespace command {

struct ExampleOffer {
    std::string provider;  // its name
    market::Offer offer;
};

struct AnswerRange {
    std::int64_t percent = 100;  // how many of a hundred people it holds for
    std::int64_t least = 0;
    std::int64_t most = 0;
};

struct ExampleCouncil {
    AuthorityId authority;
    std::string name;
    PackageId package;
    Period year;
    Date today;  // the day its story has come to
    std::int64_t people = 0;
    std::uint64_t seed = 0;
    std::vector<people::Staff> staff;
    std::vector<market::Provider> providers;
    std::vector<ExampleOffer> offers;
    std::vector<std::pair<StreamId, Money>> cash_limits;
    std::map<StreamId, std::string> ledger_codes;  // in the council's own accounts
    std::vector<std::string> first_names;
    std::vector<std::string> last_names;
    std::vector<std::string> places;
    std::map<std::string, AnswerRange> ranges;
};

// Reads every council under a folder. Refuses: command.no_file, and what CSV and the values refuse,
// each with its file and line.
Result<std::vector<ExampleCouncil>> read_example_councils(const std::string& folder);

}  // namespace command
