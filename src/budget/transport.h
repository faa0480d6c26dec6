#pragma once
// Transport is the bare problem under draw_down: sources with so many pence at so much a penny,
// sinks that want so many, and which source may serve which sink. The answer serves as much as can
// be served, at the least cost, and of answers equally good it is the canonical one: the earliest
// sink short of the least, then the earliest sink takes the most from the earliest source, and so
// on. Solved as an integer minimum-cost flow by LEMON's network simplex; nothing is rounded.

#include <cstdint>
#include <optional>
#include <vector>

namespace budget {

struct Source {
    std::int64_t at_least = 0;  // must give this much
    std::int64_t at_most = 0;
    std::int64_t cost = 0;  // for one penny
};

struct TransportProblem {
    std::vector<Source> sources = {};
    std::vector<std::int64_t> wanted = {};          // by each sink
    std::vector<std::vector<bool>> may_serve = {};  // [sink][source]
};

struct TransportAnswer {
    std::int64_t missing = 0;  // all sinks together
    std::int64_t cost = 0;
    std::vector<std::int64_t> missing_at = {};          // [sink]
    std::vector<std::vector<std::int64_t>> given = {};  // [sink][source]
};

// Whether `a` is the better answer: less missing, less cost, then the canonical order.
bool is_better(const TransportAnswer& a, const TransportAnswer& b);

// Solves the problem; nothing when the sources cannot give what they must.
std::optional<TransportAnswer> solve(const TransportProblem& problem);

}  // namespace budget
