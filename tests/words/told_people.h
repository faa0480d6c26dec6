#pragma once
// The people of a shipped package, golden and random ones, and every sentence that tells them why
// a number is what it is.

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/random.h"
#include "policy/cases.h"
#include "policy/package.h"
#include "policy/sentences.h"

namespace words {

inline std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline std::vector<policy::Package> shipped_packages() {
    std::vector<policy::Package> packages;
    const std::filesystem::path root = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies";
    for (const auto& folder : std::filesystem::directory_iterator(root)) {
        policy::Files files;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            files[file.path().filename().string()] = read_bytes(file.path());
        }
        packages.push_back(policy::Package::load(folder.path().filename().string(), files).value());
    }
    return packages;
}

struct Someone {
    policy::Facts facts;
    Date on;
};

inline feel::Value random_answer(Random& random, const policy::Question& question) {
    switch (question.kind) {
        case policy::Question::Kind::choice:
            return question.options[random.below(question.options.size())].code;
        case policy::Question::Kind::yes_no:
            return random.below(2) == 1;
        case policy::Question::Kind::money:
            return Decimal(static_cast<std::int64_t>(random.below(30000)));
        case policy::Question::Kind::number:
            return Decimal(static_cast<std::int64_t>(random.below(40)));
        case policy::Question::Kind::date:
            return Date::parse("2005-01-01").value();
    }
    return {};
}

// The golden people, and `more` drawn from a seed, each on the day of a golden case.
inline std::vector<Someone> people_of(const policy::Package& package, std::size_t more) {
    std::vector<Someone> people;
    for (const policy::GoldenCase& golden : package.cases()) {
        if (const auto facts = policy::facts_of(package, golden)) {
            people.push_back({*facts, golden.on});
        }
    }
    Random random = Random::seeded(46);
    const std::size_t golden = people.size();
    for (std::size_t i = 0; i < more; ++i) {
        Someone someone = people[random.below(golden)];
        for (const policy::Question& question : package.questionnaire()) {
            if (random.below(3) != 0) {
                someone.facts[question.id] = random_answer(random, question);
            }
        }
        if (someone.facts.contains("age")) {
            someone.facts["age"] = Decimal(static_cast<std::int64_t>(16 + random.below(80)));
        }
        people.push_back(std::move(someone));
    }
    return people;
}

// The different sentences told to people of a package.
struct Sentences {
    std::set<std::string> usual;
    std::set<std::string> easy;

    // `tell` tells one thing in the reading it is given.
    template <typename Tell>
    void take(const Tell& tell) {
        for (const policy::Reading reading : {policy::Reading::usual, policy::Reading::easy}) {
            const policy::Told told = tell(reading);
            auto& into = reading == policy::Reading::easy ? easy : usual;
            into.insert(told.sentences.begin(), told.sentences.end());
            if (!told.heading.empty()) {
                into.insert(told.heading);
            }
        }
    }
};

// Takes what is told of the sum of one stream to one person.
inline void take_sum(const policy::Package& package, const Someone& someone,
                     const policy::Stream& stream, Sentences& into) {
    const std::string& sum = stream.amount;
    const policy::Each each =
        stream.recurrence == policy::Recurrence::one_off ? policy::Each::once : policy::Each::week;
    const auto evaluation = policy::evaluate(package, someone.facts, someone.on, {sum}, true);
    if (!evaluation) {
        return;
    }
    const auto working = policy::explain(package, *evaluation, sum).value();
    const auto steps = policy::moved_steps(package, someone.facts, someone.on, sum);
    for (const policy::MovedStep& step : *steps) {
        into.take([&](policy::Reading reading) {
            return policy::tell(package, working, step, each, reading);
        });
    }
    const auto found = policy::changed_answers(package, someone.facts, someone.on, sum);
    for (const policy::ChangedAnswer& changed : found->changes) {
        into.take(
            [&](policy::Reading reading) { return policy::tell(package, changed, each, reading); });
    }
}

inline Sentences sentences_told(const policy::Package& package, std::size_t random_people) {
    Sentences all;
    for (const Someone& someone : people_of(package, random_people)) {
        for (const policy::Stream& stream : package.streams(someone.on)) {
            if (!stream.amount.empty()) {
                take_sum(package, someone, stream, all);
            }
            const auto misses =
                policy::near_misses(package, someone.facts, someone.on, stream.eligibility);
            if (!misses) {
                continue;
            }
            for (const policy::NearMiss& miss : *misses) {
                all.take(
                    [&](policy::Reading reading) { return policy::tell(package, miss, reading); });
            }
        }
    }
    return all;
}

}  // namespace words
