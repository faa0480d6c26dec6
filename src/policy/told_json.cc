#include "policy/told_json.h"

#include "base/json.h"
#include "policy/money_text.h"
#include "policy/sentences.h"

namespace policy {

namespace {

json::object to_json(const Told& told) {
    json::object made;
    json::array& sentences = made["sentences"].emplace_array();
    for (const std::string& each : told.sentences) {
        sentences.push_back(json::string(each));
    }
    return made;
}

json::array steps(const Package& package, const Facts& facts, Date on, const std::string& sum,
                  Each each) {
    json::array made;
    const auto evaluation = evaluate(package, facts, on, {sum}, true);
    const auto working = evaluation ? explain(package, *evaluation, sum) : evaluation.error();
    const auto found = moved_steps(package, facts, on, sum);
    if (working && found) {
        for (const MovedStep& step : *found) {
            json::object told = to_json(tell(package, *working, step, each, Reading::usual));
            told["decision"] = step.decision;
            told["step"] = step.step;
            told["moved"] = money_text(step.moved);
            made.push_back(std::move(told));
        }
    }
    return made;
}

json::array changes(const Package& package, const Facts& facts, Date on, const std::string& sum,
                    Each each) {
    json::array made;
    if (const auto found = changed_answers(package, facts, on, sum)) {
        for (const ChangedAnswer& changed : found->changes) {
            const Told words = tell(package, changed, each, Reading::usual);
            json::object told = to_json(words);
            told["heading"] = words.heading;
            told["question"] = changed.question;
            told["answer"] = write_answer(changed.answer);
            told["other"] = write_answer(changed.other);
            told["change"] = money_text(changed.change);
            made.push_back(std::move(told));
        }
    }
    return made;
}

json::array misses(const Package& package, const Facts& facts, Date on,
                   const std::string& decision) {
    json::array made;
    if (const auto found = near_misses(package, facts, on, decision)) {
        for (const NearMiss& miss : *found) {
            json::object told = to_json(tell(package, miss, Reading::usual));
            told["decision"] = miss.decision;
            told["rule"] = miss.rule;
            told["column"] = miss.column;
            told["value"] = miss.value;
            told["must"] = miss.must;
            made.push_back(std::move(told));
        }
    }
    return made;
}

}  // namespace

json::value told_json(const Package& package, const Facts& facts, Date on) {
    json::array made;
    for (const Stream& stream : package.streams(on)) {
        const Each each = stream.sum_is_once() ? Each::once : Each::week;
        json::object told;
        told["stream"] = stream.id;
        told["steps"] =
            stream.amount.empty() ? json::array() : steps(package, facts, on, stream.amount, each);
        told["changes"] = stream.amount.empty() ? json::array()
                                                : changes(package, facts, on, stream.amount, each);
        told["near_misses"] = stream.eligibility.empty()
                                  ? json::array()
                                  : misses(package, facts, on, stream.eligibility);
        made.push_back(std::move(told));
    }
    return made;
}

}  // namespace policy
