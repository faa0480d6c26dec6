#pragma once
// What a named person may put down about a stream. The software's sum is where she starts; she may
// depart from it, and always gives her reason in words the person will read (R (Savva) v RBKC
// [2010] EWCA Civ 1209: a table is a start, and reasons are owed). Used when a worker proposes,
// when the council agrees, and when the owner of a stream answers.

#include <optional>
#include <string>

#include "assessment/stream_decision.h"
#include "base/result.h"
#include "policy/stream.h"

namespace assessment {

// What somebody typed about a stream.
struct Verdict {
    bool eligible = false;
    std::optional<Money> weekly = {};
    std::optional<Money> one_off = {};
    Date on = {};
    std::string decided_by = {};
    std::string reason = {};
};

// Which sums a stream can have.
bool takes_weekly(const policy::Stream& stream);
bool takes_one_off(const policy::Stream& stream);

// Checks a verdict for a stream.
// Refuses: decision.reason_missing, decision.decider_missing, decision.in_future,
// decision.stream_not_there, decision.sum_missing, decision.sum_not_needed,
// decision.not_weekly, decision.not_one_off.
Outcome check(const Verdict& verdict, const policy::Stream& stream, Date today);

// Whether a later fact says something else than an earlier one: another answer or another sum.
bool departs(const StreamDecision& later, const StreamDecision& earlier);

// Says what was decided, in words: "Yes, £168.20 a week", "Yes, £4,350.00 once", "No".
std::string words(bool eligible, const std::optional<Money>& weekly,
                  const std::optional<Money>& one_off);

}  // namespace assessment
