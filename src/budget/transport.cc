#include "budget/transport.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace budget {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

// The network: start -> source -> sink -> end, and start -> nobody -> sink for what is missing.
class Network {
public:
    explicit Network(const TransportProblem& problem) : problem_(problem) {
        start_ = graph_.addNode();
        end_ = graph_.addNode();
        const Graph::Node nobody = graph_.addNode();
        total_ = std::accumulate(problem.wanted.begin(), problem.wanted.end(), std::int64_t{0});
        std::int64_t dearest = 0;
        std::vector<Graph::Node> sources;
        for (const Source& source : problem.sources) {
            sources.push_back(graph_.addNode());
            add(start_, sources.back(), source.at_least, source.at_most, 0);
            dearest = std::max(dearest, source.cost);
        }
        // One penny more served uses one penny more of one source, so a price above the dearest
        // source is enough to leave nothing unserved that could be served.
        add(start_, nobody, 0, total_, dearest + 1);
        for (std::size_t sink = 0; sink < problem.wanted.size(); ++sink) {
            const Graph::Node node = graph_.addNode();
            const std::int64_t wanted = problem.wanted[sink];
            add(node, end_, wanted, wanted, 0);
            missing_.push_back(add(nobody, node, 0, wanted, 0));
            given_.emplace_back();
            for (std::size_t source = 0; source < sources.size(); ++source) {
                given_[sink].push_back(
                    problem.may_serve[sink][source]
                        ? add(sources[source], node, 0, wanted, problem.sources[source].cost)
                        : -1);
            }
        }
    }

    std::optional<TransportAnswer> solve() {
        if (!run(cost_, true)) {
            return std::nullopt;
        }
        // The canonical order is settled arc by arc among the flows that cost the least.
        for (const int arc : missing_) {
            settle(arc, false);
        }
        for (const std::vector<int>& row : given_) {
            for (const int arc : row) {
                settle(arc, true);
            }
        }
        return answer();
    }

private:
    int add(Graph::Node from, Graph::Node to, std::int64_t lower, std::int64_t upper,
            std::int64_t cost) {
        const int arc = graph_.id(graph_.addArc(from, to));
        CHECK(static_cast<std::size_t>(arc) == lower_.size());
        lower_.push_back(lower);
        upper_.push_back(upper);
        cost_.push_back(cost);
        flow_.push_back(0);
        return arc;
    }

    // Finds the cheapest flow within the bounds; then, when asked, narrows the bounds to those of
    // every cheapest flow: an arc whose reduced cost is not nought has the same flow in all.
    bool run(const std::vector<std::int64_t>& cost, bool narrow) {
        Graph::ArcMap<std::int64_t> lower(graph_);
        Graph::ArcMap<std::int64_t> upper(graph_);
        Graph::ArcMap<std::int64_t> price(graph_);
        for (std::size_t arc = 0; arc < lower_.size(); ++arc) {
            const Graph::Arc at = Graph::arcFromId(static_cast<int>(arc));
            if (lower_[arc] > upper_[arc]) {
                return false;
            }
            lower[at] = lower_[arc];
            upper[at] = upper_[arc];
            price[at] = cost[arc];
        }
        Simplex simplex(graph_);
        simplex.lowerMap(lower).upperMap(upper).costMap(price).stSupply(start_, end_, total_);
        if (simplex.run() != Simplex::OPTIMAL) {
            return false;
        }
        for (std::size_t arc = 0; arc < lower_.size(); ++arc) {
            const Graph::Arc at = Graph::arcFromId(static_cast<int>(arc));
            flow_[arc] = simplex.flow(at);
            if (!narrow) {
                continue;
            }
            const std::int64_t reduced = cost[arc] + simplex.potential(graph_.source(at)) -
                                         simplex.potential(graph_.target(at));
            if (reduced != 0) {
                lower_[arc] = upper_[arc] = flow_[arc];
            }
        }
        return true;
    }

    // Gives an arc the most (or least) it can have, and fixes it there.
    void settle(int arc, bool most) {
        if (arc < 0) {
            return;
        }
        const auto index = static_cast<std::size_t>(arc);
        const std::int64_t best = most ? upper_[index] : lower_[index];
        if (flow_[index] != best) {
            std::vector<std::int64_t> only(cost_.size(), 0);
            only[index] = most ? -1 : 1;
            const bool found = run(only, false);
            CHECK(found);
        }
        lower_[index] = upper_[index] = flow_[index];
    }

    TransportAnswer answer() const {
        TransportAnswer answer;
        for (std::size_t sink = 0; sink < given_.size(); ++sink) {
            answer.missing_at.push_back(flow_[static_cast<std::size_t>(missing_[sink])]);
            answer.missing += answer.missing_at.back();
            answer.given.emplace_back();
            for (std::size_t source = 0; source < given_[sink].size(); ++source) {
                const int arc = given_[sink][source];
                const std::int64_t pence = arc < 0 ? 0 : flow_[static_cast<std::size_t>(arc)];
                answer.given.back().push_back(pence);
                answer.cost += pence * problem_.sources[source].cost;
            }
        }
        return answer;
    }

    const TransportProblem& problem_;
    Graph graph_;
    Graph::Node start_;
    Graph::Node end_;
    std::int64_t total_ = 0;
    std::vector<std::int64_t> lower_;
    std::vector<std::int64_t> upper_;
    std::vector<std::int64_t> cost_;
    std::vector<std::int64_t> flow_;
    std::vector<int> missing_;             // arc of each sink
    std::vector<std::vector<int>> given_;  // arc of each sink and source, -1 where there is none
};

}  // namespace

bool is_better(const TransportAnswer& a, const TransportAnswer& b) {
    if (a.missing != b.missing) {
        return a.missing < b.missing;
    }
    if (a.cost != b.cost) {
        return a.cost < b.cost;
    }
    if (a.missing_at != b.missing_at) {
        return a.missing_at < b.missing_at;
    }
    return a.given > b.given;
}

std::optional<TransportAnswer> solve(const TransportProblem& problem) {
    return Network(problem).solve();
}

}  // namespace budget
