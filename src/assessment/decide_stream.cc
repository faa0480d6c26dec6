#include "assessment/decide_stream.h"

namespace assessment {

bool takes_weekly(const policy::Stream& stream) {
    return stream.recurrence != policy::Recurrence::one_off;
}

bool takes_one_off(const policy::Stream& stream) {
    return stream.recurrence != policy::Recurrence::weekly;
}

Outcome check(const Verdict& verdict, const policy::Stream& stream, Date today) {
    if (verdict.reason.empty()) {
        return Error{"decision.reason_missing",
                     "Give the reason. The person will read it, so use plain words."};
    }
    if (verdict.decided_by.empty()) {
        return Error{"decision.decider_missing",
                     "Give the name of the person or body that decided."};
    }
    if (today < verdict.on) {
        return Error{"decision.in_future", "The day of the decision is in the future. Enter " +
                                               today.for_people() + " or an earlier day."};
    }
    if (!stream.exists_on(verdict.on)) {
        return Error{"decision.stream_not_there", stream.name + " did not exist on " +
                                                      verdict.on.for_people() +
                                                      ". Enter a day when it did."};
    }
    const bool has_sum = verdict.weekly || verdict.one_off;
    if (!verdict.eligible && has_sum) {
        return Error{"decision.sum_not_needed",
                     "A sum is given, but the answer is no. Leave the sum empty, or answer yes."};
    }
    if (verdict.eligible && verdict.weekly && !takes_weekly(stream)) {
        return Error{"decision.not_weekly",
                     stream.name + " does not pay by the week. Enter a sum that is paid once."};
    }
    if (verdict.eligible && verdict.one_off && !takes_one_off(stream)) {
        return Error{"decision.not_one_off",
                     stream.name + " does not pay single sums. Enter a sum a week."};
    }
    const bool positive = (verdict.weekly && verdict.weekly->is_positive()) ||
                          (verdict.one_off && verdict.one_off->is_positive());
    if (verdict.eligible && !positive) {
        return Error{"decision.sum_missing",
                     "The answer is yes, but there is no sum. Enter how much."};
    }
    return Done{};
}

bool departs(const StreamDecision& later, const StreamDecision& earlier) {
    return later.eligible != earlier.eligible || later.weekly != earlier.weekly ||
           later.one_off != earlier.one_off;
}

std::string words(bool eligible, const std::optional<Money>& weekly,
                  const std::optional<Money>& one_off) {
    if (!eligible) {
        return "No";
    }
    std::string said = "Yes";
    if (weekly) {
        said += ", " + weekly->for_people() + " a week";
    }
    if (one_off) {
        said += ", " + one_off->for_people() + " once";
    }
    return said;
}

}  // namespace assessment
