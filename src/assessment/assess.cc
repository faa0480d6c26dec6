#include "assessment/assess.h"

#include <algorithm>

#include "assessment/points.h"

namespace assessment {

namespace {

using State = StreamSum::State;

std::vector<std::string> wanted_of(const policy::Stream& stream) {
    std::vector<std::string> wanted;
    for (const std::string& name : {stream.eligibility, stream.amount}) {
        if (!name.empty()) {
            wanted.push_back(name);
        }
    }
    return wanted;
}

bool holds(const std::vector<policy::Explanation>& lines, const std::string& decision) {
    return std::ranges::any_of(lines, [&](const auto& line) { return line.decision == decision; });
}

void explain(const policy::Package& package, const policy::Evaluation& evaluation, StreamSum& sum) {
    for (const std::string& decision : wanted_of(sum.stream)) {
        auto lines = policy::explain(package, evaluation, decision);
        if (!lines) {
            continue;
        }
        for (policy::Explanation& line : *lines) {
            if (!holds(sum.why, line.decision)) {
                sum.why.push_back(std::move(line));
            }
        }
    }
}

// Reads {eligible, reason}; false when the decision is of another shape.
bool read_eligibility(const policy::Evaluation& evaluation, StreamSum& sum, bool& eligible) {
    eligible = true;
    if (sum.stream.eligibility.empty()) {
        return true;
    }
    const auto* decided = evaluation.find(sum.stream.eligibility);
    const auto* flag = decided == nullptr ? nullptr : decided->member("eligible");
    if (flag == nullptr || flag->boolean() == nullptr) {
        return false;
    }
    eligible = flag->is_true();
    const auto* reason = decided->member("reason");
    if (reason != nullptr && reason->string() != nullptr) {
        sum.reason = *reason->string();
    }
    return true;
}

void fail(StreamSum& sum, Error error) {
    sum.state = State::failed;
    sum.failure = std::move(error);
}

// Works out what the means test asks of her, with its working: the lines that are not in the sum's
// own, and the answers it reads that the sum does not.
void contribute(const policy::Package& package, const policy::Facts& facts, Date on,
                StreamSum& sum) {
    if (sum.stream.means_test != policy::MeansTest::decision) {
        return;
    }
    const std::string& decision = sum.stream.contribution;
    const std::vector<std::string> of_sum = stands_on(package, sum.stream.amount);
    for (const std::string& name : stands_on(package, decision)) {
        if (package.question(name) != nullptr && std::ranges::find(of_sum, name) == of_sum.end()) {
            sum.contribution_answers.push_back(name);
        }
    }
    sum.contribution_waiting_for = missing(package, facts, decision);
    const auto evaluation = policy::evaluate(package, facts, on, {decision}, true);
    const auto* value = evaluation ? evaluation->find(decision) : nullptr;
    if (value == nullptr || value->number() == nullptr) {
        return;
    }
    const Result<Money> asked = Money::from_decimal(*value->number());
    if (!asked) {
        return;
    }
    sum.contribution = *asked;
    auto lines = policy::explain(package, *evaluation, decision);
    for (policy::Explanation& line : lines.value_or(std::vector<policy::Explanation>{})) {
        if (!holds(sum.why, line.decision)) {
            sum.contribution_why.push_back(std::move(line));
        }
    }
}

StreamSum work_out(const policy::Package& package, const policy::Facts& facts, Date on,
                   const policy::Stream& stream) {
    StreamSum sum;
    sum.stream = stream;
    const std::vector<std::string> wanted = wanted_of(stream);
    for (const std::string& decision : wanted) {
        for (const std::string& name : missing(package, facts, decision)) {
            if (std::ranges::find(sum.waiting_for, name) == sum.waiting_for.end()) {
                sum.waiting_for.push_back(name);
            }
        }
    }
    if (!sum.waiting_for.empty()) {
        return sum;
    }
    if (wanted.empty()) {
        sum.state = State::no_formula;
        return sum;
    }
    const auto evaluation = policy::evaluate(package, facts, on, wanted, true);
    if (!evaluation) {
        fail(sum, evaluation.error());
        return sum;
    }
    explain(package, *evaluation, sum);
    bool eligible = false;
    if (!read_eligibility(*evaluation, sum, eligible)) {
        fail(sum, {"assessment.not_an_eligibility",
                   "The decision " + stream.eligibility + " did not say yes or no."});
        return sum;
    }
    if (!eligible) {
        sum.state = State::not_eligible;
        return sum;
    }
    if (stream.amount.empty()) {
        sum.state = State::no_formula;
        return sum;
    }
    const auto* amount = evaluation->find(stream.amount);
    if (amount == nullptr || amount->number() == nullptr) {
        fail(sum, {"assessment.not_a_sum",
                   "The decision " + stream.amount + " did not give a sum of money."});
        return sum;
    }
    const Result<Money> money = Money::from_decimal(*amount->number());
    if (!money) {
        fail(sum, money.error());
        return sum;
    }
    (stream.sum_is_once() ? sum.one_off : sum.weekly) = *money;
    sum.state = State::worked_out;
    contribute(package, facts, on, sum);
    return sum;
}

// The day from which the figures hold that turn points into the stream's sum.
std::optional<Date> table_date(const policy::Package& package, const StreamSum& sum) {
    std::optional<Date> from;
    for (const policy::Explanation& line : sum.why) {
        if (!depends_on(package, line.decision, total_points)) {
            continue;
        }
        for (const policy::Figure& figure : line.figures) {
            from = !from || *from < figure.from ? figure.from : *from;
        }
    }
    return from;
}

std::optional<MainSum> main_of(const policy::Package& package, const policy::Facts& facts, Date on,
                               const std::vector<StreamSum>& sums) {
    const StreamSum* largest = nullptr;
    for (const StreamSum& sum : sums) {
        if (sum.decided_by_council() && sum.weekly &&
            (largest == nullptr || *largest->weekly < *sum.weekly)) {
            largest = &sum;
        }
    }
    if (largest == nullptr) {
        return std::nullopt;
    }
    MainSum main{largest->stream.id, *largest->weekly, table_date(package, *largest), {}};
    auto differences = policy::what_if_lowest(package, facts, on, largest->stream.amount);
    if (differences) {
        main.matter_most = std::move(*differences);
        if (main.matter_most.size() > 3) {
            main.matter_most.resize(3);
        }
    }
    return main;
}

std::optional<Decimal> total(const policy::Package& package, const policy::Facts& facts, Date on) {
    const std::string name(total_points);
    if (package.decision(name) == nullptr || !missing(package, facts, name).empty()) {
        return std::nullopt;
    }
    const auto evaluation = policy::evaluate(package, facts, on, {name}, false);
    const auto* value = evaluation ? evaluation->find(name) : nullptr;
    return value == nullptr || value->number() == nullptr ? std::nullopt
                                                          : std::optional(*value->number());
}

}  // namespace

const StreamSum* Assessment::find(const StreamId& stream) const {
    const auto sum =
        std::ranges::find_if(sums, [&](const StreamSum& s) { return s.stream.id == stream; });
    return sum == sums.end() ? nullptr : &*sum;
}

Assessment assess(const policy::Package& package, const Answers& answers, Date born, Date on) {
    const policy::Facts facts = facts_of(package, answers, born, on);
    Assessment assessed;
    assessed.on = on;
    for (const policy::Stream& stream : package.streams(on)) {
        assessed.sums.push_back(work_out(package, facts, on, stream));
    }
    std::stable_partition(assessed.sums.begin(), assessed.sums.end(),
                          [](const StreamSum& sum) { return sum.decided_by_council(); });
    assessed.points = total(package, facts, on);
    assessed.answers = points_by_answer(package, facts, on);
    assessed.domains = points_by_domain(package, assessed.answers);
    assessed.main = main_of(package, facts, on, assessed.sums);
    return assessed;
}

}  // namespace assessment
