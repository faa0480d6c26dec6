#include "budget/draw_down.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/named.h"
#include "budget/transport.h"

namespace budget {
namespace {

constexpr std::array<base::Named<Obstacle>, 7> obstacles = {{
    {Obstacle::not_decided, "not_decided"},
    {Obstacle::wrong_purpose, "wrong_purpose"},
    {Obstacle::wrong_spending, "wrong_spending"},
    {Obstacle::no_cash, "no_cash"},
    {Obstacle::outside_dates, "outside_dates"},
    {Obstacle::minimum_not_met, "minimum_not_met"},
    {Obstacle::used_up, "used_up"},
}};

constexpr std::size_t thresholds_max = 10;
constexpr int rank_max = 1000;
constexpr Money total_max = Money::pence(10'000'000'000'000);

// Says why a stream may not pay for a need at all, whatever is left of it; nothing where it may.
std::optional<Obstacle> forbids(const StreamRule& stream, const Need& need) {
    if (!stream.is_decided) {
        return Obstacle::not_decided;
    }
    if (std::find(stream.purposes.begin(), stream.purposes.end(), need.purpose) ==
        stream.purposes.end()) {
        return Obstacle::wrong_purpose;
    }
    const bool pays =
        need.spending == market::Spending::capital ? stream.pays_capital : stream.pays_revenue;
    if (!pays) {
        return Obstacle::wrong_spending;
    }
    if (need.is_cash && !stream.cash_allowed) {
        return Obstacle::no_cash;
    }
    if ((stream.from && need.dates.from < *stream.from) ||
        (stream.until && need.dates.until > *stream.until)) {
        return Obstacle::outside_dates;
    }
    return std::nullopt;
}

Outcome check(const std::vector<StreamRule>& streams, const std::vector<Need>& needs) {
    std::set<StreamId> ids;
    for (const StreamRule& stream : streams) {
        if (!ids.insert(stream.id).second) {
            return Error{"budget.stream_twice", "The stream " + stream.id + " is given twice."};
        }
        if (stream.restriction_rank < 1 || stream.restriction_rank > rank_max) {
            return Error{"budget.rank_out_of_range",
                         "The restriction of " + stream.id + " must be from 1 to 1000."};
        }
    }
    std::size_t thresholds = 0;
    for (const StreamRule& stream : streams) {
        thresholds += stream.minimum_from ? 1U : 0U;
    }
    if (thresholds > thresholds_max) {
        return Error{"budget.too_many_thresholds",
                     "More than 10 streams ask another to put in a minimum."};
    }
    Money sum;
    for (const Need& need : needs) {
        if (!need.amount.is_positive()) {
            return Error{"budget.need_not_positive", "\"" + need.what + "\" costs nothing."};
        }
        if (need.amount > total_max || sum + need.amount > total_max) {
            return Error{"budget.need_too_large", "The sum to be paid is too large."};
        }
        sum += need.amount;
    }
    return Done{};
}

// The streams in the order of restriction, and the thresholds among them.
struct Ordered {
    std::vector<StreamRule> streams;
    std::vector<std::size_t> conditional;  // indexes of streams that wait for another

    explicit Ordered(const std::vector<StreamRule>& given) : streams(given) {
        std::sort(streams.begin(), streams.end(), [](const StreamRule& a, const StreamRule& b) {
            return a.restriction_rank != b.restriction_rank
                       ? a.restriction_rank < b.restriction_rank
                       : a.id < b.id;
        });
        for (std::size_t index = 0; index < streams.size(); ++index) {
            if (missing_minimum(index).is_positive()) {
                conditional.push_back(index);
            }
        }
    }

    // Finds the stream another waits for; nothing where it does not exist, which puts in nothing.
    std::optional<std::size_t> waited_for(const StreamRule& stream) const {
        const auto found = std::find_if(
            streams.begin(), streams.end(),
            [&stream](const StreamRule& one) { return one.id == *stream.minimum_from; });
        return found == streams.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - streams.begin()));
    }

    // What the stream waited for must still put in.
    Money missing_minimum(std::size_t index) const {
        const StreamRule& stream = streams[index];
        if (!stream.minimum_from) {
            return {};
        }
        const std::optional<std::size_t> other = waited_for(stream);
        return other ? stream.minimum - streams[*other].already_put_in : stream.minimum;
    }
};

TransportProblem problem_of(const Ordered& ordered, const std::vector<Need>& needs) {
    TransportProblem problem;
    for (const StreamRule& stream : ordered.streams) {
        const std::int64_t left = std::max<std::int64_t>(stream.available.in_pence(), 0);
        problem.sources.push_back({0, stream.is_decided ? left : 0, stream.restriction_rank});
    }
    for (const Need& need : needs) {
        problem.wanted.push_back(need.amount.in_pence());
        problem.may_serve.emplace_back();
        for (const StreamRule& stream : ordered.streams) {
            problem.may_serve.back().push_back(!forbids(stream, need));
        }
    }
    return problem;
}

// One way of deciding every threshold: a stream that waits is shut, or what it waits for must come.
struct Branch {
    TransportAnswer answer;
    std::vector<bool> is_shut;
};

std::optional<Branch> try_branch(const Ordered& ordered, TransportProblem problem,
                                 std::size_t choice) {
    Branch branch;
    branch.is_shut.assign(ordered.streams.size(), false);
    for (std::size_t bit = 0; bit < ordered.conditional.size(); ++bit) {
        const std::size_t waiting = ordered.conditional[bit];
        if (((choice >> bit) & 1U) != 0) {
            branch.is_shut[waiting] = true;
            problem.sources[waiting].at_most = 0;
            continue;
        }
        const std::optional<std::size_t> other = ordered.waited_for(ordered.streams[waiting]);
        if (!other) {
            return std::nullopt;
        }
        std::int64_t& at_least = problem.sources[*other].at_least;
        at_least = std::max(at_least, ordered.missing_minimum(waiting).in_pence());
    }
    std::optional<TransportAnswer> answer = solve(problem);
    if (!answer) {
        return std::nullopt;
    }
    branch.answer = std::move(*answer);
    return branch;
}

std::string name_of(const StreamRule& stream) {
    return stream.name.empty() ? stream.id : stream.name;
}

std::string name_of_waited_for(const Ordered& ordered, const StreamRule& stream) {
    const std::optional<std::size_t> other = ordered.waited_for(stream);
    return other ? name_of(ordered.streams[*other]) : *stream.minimum_from;
}

std::string words_for(const Ordered& ordered, const StreamRule& stream, const Need& need,
                      Obstacle obstacle) {
    const std::string name = name_of(stream);
    switch (obstacle) {
        case Obstacle::not_decided:
            return name + ": nobody has decided a sum yet.";
        case Obstacle::wrong_purpose:
            return name + " may not pay for this.";
        case Obstacle::wrong_spending:
            return name + (need.spending == market::Spending::capital
                               ? " does not pay for things bought once."
                               : " pays only for things bought once.");
        case Obstacle::no_cash:
            return name + " may not be held as a direct payment.";
        case Obstacle::outside_dates:
            return name + " does not pay on all of these days.";
        case Obstacle::minimum_not_met:
            return name + " pays only when " + name_of_waited_for(ordered, stream) +
                   " puts in at least " + stream.minimum.for_people() + ".";
        case Obstacle::used_up:
            return name + " has nothing more left.";
    }
    CHECK(!"every obstacle has words");
    return {};
}

Shortfall shortfall_of(const Ordered& ordered, const Branch& branch, const Need& need,
                       Money missing) {
    Shortfall shortfall{need.key, need.what, missing, {}};
    for (std::size_t index = 0; index < ordered.streams.size(); ++index) {
        const StreamRule& stream = ordered.streams[index];
        const Obstacle obstacle =
            forbids(stream, need)
                .value_or(branch.is_shut[index] ? Obstacle::minimum_not_met : Obstacle::used_up);
        shortfall.why.push_back({stream.id, obstacle, words_for(ordered, stream, need, obstacle)});
    }
    return shortfall;
}

// One sentence for a person: of all that stands in the way, what is nearest to be mended. The plan
// page lists the rest, fund by fund.
std::string main_reason(const Shortfall& shortfall) {
    constexpr Obstacle nearest_first[] = {Obstacle::used_up, Obstacle::minimum_not_met,
                                          Obstacle::no_cash, Obstacle::outside_dates,
                                          Obstacle::not_decided};
    for (const Obstacle obstacle : nearest_first) {
        for (const StreamObstacle& why : shortfall.why) {
            if (why.obstacle == obstacle) {
                return why.words;
            }
        }
    }
    return "No fund may pay for this.";
}

DrawDown draw_down_of(const Ordered& ordered, const Branch& branch,
                      const std::vector<Need>& needs) {
    DrawDown made;
    for (std::size_t sink = 0; sink < needs.size(); ++sink) {
        NeedSplit split{needs[sink].key, {}};
        for (std::size_t source = 0; source < ordered.streams.size(); ++source) {
            const Money amount = Money::pence(branch.answer.given[sink][source]);
            if (amount.is_positive()) {
                split.portions.push_back({ordered.streams[source].id, amount});
            }
        }
        made.needs.push_back(std::move(split));
        const Money missing = Money::pence(branch.answer.missing_at[sink]);
        if (missing.is_positive()) {
            made.shortfalls.push_back(shortfall_of(ordered, branch, needs[sink], missing));
        }
    }
    return made;
}

}  // namespace

std::string_view to_text(Obstacle obstacle) {
    return named(obstacles, obstacle).text;
}

std::vector<ledger::Portion> DrawDown::by_stream() const {
    std::vector<ledger::Portion> sums;
    for (const NeedSplit& need : needs) {
        ledger::add_to(sums, need.portions);
    }
    return sums;
}

Result<DrawDown> draw_down(const std::vector<StreamRule>& streams, const std::vector<Need>& needs) {
    TRY_DONE(check(streams, needs));
    const Ordered ordered(streams);
    const TransportProblem problem = problem_of(ordered, needs);
    std::optional<Branch> best;
    for (std::size_t choice = 0; choice < (std::size_t{1} << ordered.conditional.size());
         ++choice) {
        std::optional<Branch> branch = try_branch(ordered, problem, choice);
        if (branch && (!best || is_better(branch->answer, best->answer))) {
            best = std::move(branch);
        }
    }
    CHECK(best.has_value());  // with every waiting stream shut there is always an answer
    return draw_down_of(ordered, *best, needs);
}

Result<std::vector<NeedSplit>> draw_down_in_full(const std::vector<StreamRule>& streams,
                                                 const std::vector<Need>& needs) {
    TRY(DrawDown made, draw_down(streams, needs));
    if (made.is_funded()) {
        return std::move(made.needs);
    }
    std::string message;
    for (const Shortfall& shortfall : made.shortfalls) {
        message += "\"" + shortfall.what + "\" is " + shortfall.missing.for_people() + " short. " +
                   main_reason(shortfall) + " ";
    }
    message += "Choose less, another way of holding it, or ask for a review.";
    return Error{"budget.not_enough", message, made.shortfalls.front().key};
}

}  // namespace budget
