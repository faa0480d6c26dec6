#pragma once
// A change is what happens to an agreed budget after it began: a line starts late, ends early,
// costs another sum, is held another way, or everything ends on a day. It is computed as dated
// differences, line by line and stream by stream, never as an edit, and says what must move so that
// no payment is missed and none is made twice. Past days change too: that is backdating.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "budget/budget.h"
#include "budget/instalment.h"
#include "ledger/entry.h"

namespace budget {

// One stretch of days in which a stream pays another sum for a line than it did before.
struct Delta {
    PlanLineId line = {};
    StreamId stream = {};
    Date from = {};
    Date until = {};
    Money before = {};
    Money after = {};
    std::string why = {};

    Money difference() const { return after - before; }
    friend bool operator==(const Delta&, const Delta&) = default;
};

// Gives every stretch that differs. The differences sum to the difference of the budgets.
std::vector<Delta> deltas(const Budget& before, const Budget& after, std::string_view why);

// What was already paid in advance for a line, stream by stream, before her contribution, and how
// much of that was given back to its stream as her share.
struct PaidInAdvance {
    PlanLineId line = {};
    PayeeId holder = {};
    std::vector<ledger::Portion> gross = {};
    std::vector<ledger::Portion> kept_back = {};
    // The first day not paid for; none: told from how many 4-weekly instalments the sum makes.
    std::optional<Date> until = {};
};

// Tells from a person's entries what was paid in advance for each line, and what of it came back.
std::vector<PaidInAdvance> paid_in_advance(const std::vector<ledger::Entry>& entries);

// What must move because of a change. What is recovered counts as available again before anything
// is held: it is still hers, unless everything ends.
enum class Step {
    hold,        // promise more
    release,     // free what was promised and is not needed
    pay,         // the old holder is owed a closing payment
    recover,     // the old holder has more than belongs to the days it keeps
    undo_share,  // her share of those days, given back to the stream before, is promised again
};
std::string_view to_text(Step step);

struct Movement {
    Step step = Step::hold;
    PlanLineId line = {};
    PayeeId holder = {};  // for pay and recover
    std::vector<ledger::Portion> portions = {};

    friend bool operator==(const Movement&, const Movement&) = default;
};

struct Change {
    Budget after = {};
    std::vector<Delta> deltas = {};
    std::vector<Movement> movements = {};
};

// Changes who holds a line from a day on: the line is cut in two, the part from `cut` on gets the
// id `new_line`. The old holder keeps exactly what belongs to the days before the cut.
// Refuses: budget.line_unknown, budget.cut_outside_line, budget.holder_missing,
// budget.holder_not_needed, budget.holding_unchanged.
Result<Change> change_holding(const Budget& budget, const PlanLineId& line, Date cut,
                              Holding holding, const std::optional<PayeeId>& holder,
                              const PlanLineId& new_line, const std::vector<PaidInAdvance>& paid);

// Ends a line on a day: `until` is the first day without it.
// Refuses: budget.line_unknown, budget.cut_outside_line.
Result<Change> end_line(const Budget& budget, const PlanLineId& line, Date until,
                        std::string_view why, const std::vector<PaidInAdvance>& paid);

// Starts a line later than agreed: `from` is its first day.
// Refuses: budget.line_unknown, budget.cut_outside_line.
Result<Change> start_line_later(const Budget& budget, const PlanLineId& line, Date from,
                                std::string_view why, const std::vector<PaidInAdvance>& paid);

// Ends everything: `until` is the first day without support (the day after a death, the day of a
// move). Lines that had ended stay as they are; lines that had not begun go.
Result<Change> end_budget(const Budget& budget, Date until, std::string_view why,
                          const std::vector<PaidInAdvance>& paid);

// Changes price or frequency of a line from a day on, with the streams that then pay; cuts it in
// two, the part from `cut` on is `changed`, with its own id. `streams` say what was decided in all;
// what the rest of the budget needs is taken from it here. Days already paid for under the old
// terms come back and are paid under the new ones: choose a day not yet paid for where that can be.
// Refuses: budget.line_unknown, budget.cut_outside_line, what check_line and draw_down_in_full
// refuse.
Result<Change> change_line(const Budget& budget, const PlanLineId& line, Date cut,
                           const PlanLine& changed, std::vector<StreamRule> streams,
                           std::string_view why, const std::vector<PaidInAdvance>& paid);

}  // namespace budget
