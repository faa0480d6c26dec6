// The split by minimum-cost flow is the one that trying every split would choose.

#include "budget/draw_down.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "base/random.h"

namespace {

using budget::Need;
using budget::StreamRule;
using Row = std::vector<std::int64_t>;

struct Case {
    std::vector<StreamRule> streams;
    std::vector<Need> needs;
};

bool draw(Random& random, std::uint64_t chances, std::uint64_t of) {
    return random.below(of) < chances;
}

std::int64_t up_to(Random& random, std::uint64_t most) {
    return static_cast<std::int64_t>(random.below(most + 1));
}

Case draw_case(Random& random) {
    static const std::vector<std::string> purposes = {"care", "rent", "work"};
    Case made;
    const std::size_t stream_count = 1 + random.below(4);
    const std::size_t need_count = 1 + random.below(3);
    for (std::size_t index = 0; index < stream_count; ++index) {
        StreamRule stream;
        stream.id = std::string(1, static_cast<char>('a' + index));
        stream.restriction_rank = 1 + static_cast<int>(random.below(4));
        for (const std::string& purpose : purposes) {
            if (draw(random, 3, 4)) {
                stream.purposes.push_back(purpose);
            }
        }
        stream.pays_revenue = draw(random, 9, 10);
        stream.pays_capital = draw(random, 1, 2);
        stream.cash_allowed = draw(random, 4, 5);
        stream.is_decided = draw(random, 9, 10);
        stream.available = Money::pence(up_to(random, 5));
        stream.already_put_in = Money::pence(draw(random, 1, 4) ? up_to(random, 3) : 0);
        if (draw(random, 1, 8)) {
            stream.until = Date::from_days(5 + up_to(random, 10));
        }
        if (draw(random, 1, 3)) {
            stream.minimum_from =
                std::string(1, static_cast<char>('a' + random.below(stream_count)));
            stream.minimum = Money::pence(up_to(random, 5));
        }
        made.streams.push_back(stream);
    }
    const std::uint64_t most = need_count == 3 ? 2 : need_count == 2 ? 3 : 9;
    for (std::size_t index = 0; index < need_count; ++index) {
        Need need;
        need.key = std::to_string(index);
        need.purpose = purposes[random.below(3)];
        need.spending = draw(random, 1, 5) ? market::Spending::capital : market::Spending::revenue;
        need.is_cash = draw(random, 1, 3);
        need.dates = {Date::from_days(0), Date::from_days(1 + up_to(random, 12))};
        need.amount = Money::pence(1 + up_to(random, most - 1));
        made.needs.push_back(need);
    }
    return made;
}

// The rules once more, in the plainest words.
bool permits(const StreamRule& stream, const Need& need) {
    const bool buys = std::count(stream.purposes.begin(), stream.purposes.end(), need.purpose) > 0;
    const bool kind =
        need.spending == market::Spending::capital ? stream.pays_capital : stream.pays_revenue;
    return stream.is_decided && buys && kind && (stream.cash_allowed || !need.is_cash) &&
           (!stream.until || need.dates.until <= *stream.until);
}

struct Split {
    std::int64_t missing = 0;
    std::int64_t cost = 0;
    Row missing_at;
    std::vector<Row> given;  // [need][stream in order of rank and id]

    bool is_better_than(const Split& other) const {
        if (missing != other.missing) {
            return missing < other.missing;
        }
        if (cost != other.cost) {
            return cost < other.cost;
        }
        if (missing_at != other.missing_at) {
            return missing_at < other.missing_at;
        }
        return given > other.given;
    }
};

// Tries every way of paying every need, penny by penny.
class BruteForce {
public:
    explicit BruteForce(const Case& given) : needs_(given.needs), streams_(given.streams) {
        std::sort(streams_.begin(), streams_.end(), [](const StreamRule& a, const StreamRule& b) {
            return std::pair(a.restriction_rank, a.id) < std::pair(b.restriction_rank, b.id);
        });
        for (const StreamRule& stream : streams_) {
            left_.push_back(stream.available.in_pence());
        }
        current_.given.assign(needs_.size(), Row(streams_.size(), 0));
        current_.missing_at.assign(needs_.size(), 0);
        try_need(0);
    }

    const Split& best() const { return *best_; }
    const std::vector<StreamRule>& streams() const { return streams_; }

private:
    void try_need(std::size_t need) {
        if (need == needs_.size()) {
            judge();
            return;
        }
        try_stream(need, 0, needs_[need].amount.in_pence());
    }

    void try_stream(std::size_t need, std::size_t stream, std::int64_t wanted) {
        if (stream == streams_.size()) {
            current_.missing_at[need] = wanted;
            try_need(need + 1);
            return;
        }
        const std::int64_t most =
            permits(streams_[stream], needs_[need]) ? std::min(wanted, left_[stream]) : 0;
        for (std::int64_t pence = 0; pence <= most; ++pence) {
            current_.given[need][stream] = pence;
            left_[stream] -= pence;
            try_stream(need, stream + 1, wanted - pence);
            left_[stream] += pence;
        }
        current_.given[need][stream] = 0;
    }

    std::int64_t put_in(std::size_t stream) const {
        return streams_[stream].available.in_pence() - left_[stream];
    }

    bool meets_minimums() const {
        for (std::size_t index = 0; index < streams_.size(); ++index) {
            const StreamRule& stream = streams_[index];
            if (put_in(index) == 0 || !stream.minimum_from) {
                continue;
            }
            for (std::size_t other = 0; other < streams_.size(); ++other) {
                if (streams_[other].id == *stream.minimum_from &&
                    put_in(other) + streams_[other].already_put_in.in_pence() <
                        stream.minimum.in_pence()) {
                    return false;
                }
            }
        }
        return true;
    }

    void judge() {
        if (!meets_minimums()) {
            return;
        }
        current_.missing = 0;
        current_.cost = 0;
        for (std::size_t need = 0; need < needs_.size(); ++need) {
            current_.missing += current_.missing_at[need];
            for (std::size_t stream = 0; stream < streams_.size(); ++stream) {
                current_.cost += current_.given[need][stream] * streams_[stream].restriction_rank;
            }
        }
        if (!best_ || current_.is_better_than(*best_)) {
            best_ = current_;
        }
    }

    std::vector<Need> needs_;
    std::vector<StreamRule> streams_;
    Row left_;
    Split current_;
    std::optional<Split> best_;
};

std::vector<ledger::Portion> portions_of(const BruteForce& brute, std::size_t need) {
    std::vector<ledger::Portion> portions;
    for (std::size_t stream = 0; stream < brute.streams().size(); ++stream) {
        if (const std::int64_t pence = brute.best().given[need][stream]; pence > 0) {
            portions.push_back({brute.streams()[stream].id, Money::pence(pence)});
        }
    }
    return portions;
}

TEST(DrawDownProperty, equals_brute_force_on_ten_thousand_small_cases) {
    Random random = Random::seeded(20060401);
    int funded = 0;
    int with_threshold_open = 0;
    for (int number = 0; number < 10'000; ++number) {
        const Case tried = draw_case(random);
        const BruteForce brute(tried);
        const auto made = budget::draw_down(tried.streams, tried.needs);
        ASSERT_TRUE(made.has_value()) << number << " " << made.error().code;
        ASSERT_EQ(made->is_funded(), brute.best().missing == 0) << "case " << number;
        std::int64_t cost = 0;
        for (std::size_t need = 0; need < tried.needs.size(); ++need) {
            ASSERT_EQ(made->needs[need].portions, portions_of(brute, need))
                << "case " << number << ", need " << need;
            for (const ledger::Portion& portion : made->needs[need].portions) {
                const auto stream = std::find_if(
                    tried.streams.begin(), tried.streams.end(),
                    [&portion](const StreamRule& one) { return one.id == portion.stream; });
                cost += portion.amount.in_pence() * stream->restriction_rank;
                with_threshold_open += stream->minimum_from ? 1 : 0;
            }
        }
        ASSERT_EQ(cost, brute.best().cost) << "case " << number;
        std::int64_t missing = 0;
        for (const budget::Shortfall& shortfall : made->shortfalls) {
            const std::size_t need = std::stoul(shortfall.key);
            ASSERT_EQ(shortfall.missing.in_pence(), brute.best().missing_at[need]);
            missing += shortfall.missing.in_pence();
        }
        ASSERT_EQ(missing, brute.best().missing);
        funded += made->is_funded() ? 1 : 0;
    }
    // The cases must be of both kinds, and thresholds must have been passed, or this proves little.
    EXPECT_GT(funded, 2'000);
    EXPECT_LT(funded, 8'000);
    EXPECT_GT(with_threshold_open, 1'000);
}

}  // namespace
