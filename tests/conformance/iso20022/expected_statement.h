#pragma once
// The expected parse beside each published statement is a dump of another reader's objects (a "get"
// member for each of its methods, "__CLASS__" for the type). Here it is compared, fact by fact,
// with what we read: amounts, dates, parties, accounts, agents, references, texts.

#include <string>
#include <vector>

#include "base/json.h"
#include "payments/camt.h"

namespace conformance {

struct Comparison {
    std::size_t facts = 0;  // compared
    std::vector<std::string> differences = {};
};

// Compares everything the expected form states and we are meant to carry.
Comparison compare(const json::object& expected, const payments::ReadStatement& read);

}  // namespace conformance
