#pragma once
// Draw-down splits what must be paid over the streams that may pay it, exactly, to the penny: every
// line in full, no stream beyond what its owner decided, the most restricted streams first. A
// stream may ask that another stream puts in a minimum before it pays anything. The split is an
// integer minimum-cost flow; each threshold is decided by trying both ways. Of splits equally good
// one is canonical: earlier lines first, for each line the more restricted stream first, then the
// stream whose id comes first. What cannot be funded is answered with the line, the sum and why.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "ledger/entry.h"
#include "market/offer.h"

namespace budget {

// What a stream of the policy package says about spending, and what this person has of it.
struct StreamRule {
    StreamId id = {};
    std::string name = {};     // for messages
    int restriction_rank = 1;  // 1 is the most restricted and is drawn first; at most 1000
    std::vector<std::string> purposes = {};  // purpose codes it may buy
    bool pays_revenue = true;
    bool pays_capital = false;
    bool cash_allowed = true;
    std::optional<Date> from = {};   // first day it may pay for; none: always
    std::optional<Date> until = {};  // first day it may not; none: for good
    bool is_decided = true;          // its owner has decided a sum for this person
    Money available = {};            // decided and not promised
    // The threshold: `minimum_from` must put in at least `minimum` in these dates before this
    // stream may pay; one not among the streams puts in nothing. `already_put_in` is what this
    // stream itself has promised or spent in them.
    std::optional<StreamId> minimum_from = {};
    Money minimum = {};
    Money already_put_in = {};
};

// Something to be paid for.
struct Need {
    std::string key = {};  // the id of the plan line or purchase as text
    std::string what = {};
    std::string purpose = {};
    market::Spending spending = market::Spending::revenue;
    bool is_cash = false;  // a direct payment
    Period dates = {};
    Money amount = {};
};

// A need and the streams that pay it, in the order of restriction.
struct NeedSplit {
    std::string key = {};
    std::vector<ledger::Portion> portions = {};

    friend bool operator==(const NeedSplit&, const NeedSplit&) = default;
};

// Why a stream does not pay (more) for a need.
enum class Obstacle {
    not_decided,      // its owner has not decided
    wrong_purpose,    // it may not buy this
    wrong_spending,   // capital or revenue
    no_cash,          // it cannot be held as cash
    outside_dates,    // it does not exist on these days
    minimum_not_met,  // another stream must put in more first
    used_up,          // nothing more is left
};

std::string_view to_text(Obstacle obstacle);

struct StreamObstacle {
    StreamId stream = {};
    Obstacle obstacle = Obstacle::used_up;
    std::string words = {};
};

struct Shortfall {
    std::string key = {};
    std::string what = {};
    Money missing = {};
    std::vector<StreamObstacle> why = {};  // every stream, in the order of restriction
};

struct DrawDown {
    std::vector<NeedSplit> needs = {};       // in the order asked; a short need has what it can get
    std::vector<Shortfall> shortfalls = {};  // empty: everything is funded

    bool is_funded() const { return shortfalls.empty(); }
    // Sums what each stream pays.
    std::vector<ledger::Portion> by_stream() const;
};

// Splits the needs. Where not everything can be funded, funds as much as can be, earlier needs
// first, and names what is missing.
// Refuses: budget.need_not_positive, budget.stream_twice, budget.need_too_large,
// budget.rank_out_of_range, budget.too_many_thresholds.
Result<DrawDown> draw_down(const std::vector<StreamRule>& streams, const std::vector<Need>& needs);

// Gives the split, or the refusal in words. Refuses: what draw_down refuses, budget.not_enough,
// naming each shortfall and the rule.
Result<std::vector<NeedSplit>> draw_down_in_full(const std::vector<StreamRule>& streams,
                                                 const std::vector<Need>& needs);

}  // namespace budget
