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

// What is told of one stream to one person.
inline std::vector<policy::Told> told_of(const policy::Package& package, const Someone& someone,
                                         const policy::Stream& stream, policy::Reading reading) {
    using policy::Each;
    std::vector<policy::Told> told;
    const Each each = stream.recurrence == policy::Recurrence::one_off ? Each::once : Each::week;
    if (const std::string& sum = stream.amount; !sum.empty()) {
        const auto evaluation = policy::evaluate(package, someone.facts, someone.on, {sum}, true);
        const auto working =
            evaluation ? policy::explain(package, *evaluation, sum) : evaluation.error();
        if (const auto steps = policy::moved_steps(package, someone.facts, someone.on, sum);
            working && steps) {
            for (const policy::MovedStep& step : *steps) {
                told.push_back(policy::tell(package, *working, step, each, reading));
            }
        }
        if (const auto found = policy::changed_answers(package, someone.facts, someone.on, sum)) {
            for (const policy::ChangedAnswer& changed : found->changes) {
                told.push_back(policy::tell(package, changed, each, reading));
            }
        }
    }
    if (!stream.eligibility.empty()) {
        if (const auto misses =
                policy::near_misses(package, someone.facts, someone.on, stream.eligibility)) {
            for (const policy::NearMiss& miss : *misses) {
                told.push_back(policy::tell(package, miss, reading));
            }
        }
    }
    return told;
}

// Every different sentence, and every heading, told to people of a package.
inline std::set<std::string> sentences_told(const policy::Package& package,
                                            policy::Reading reading) {
    std::set<std::string> all;
    for (const Someone& someone : people_of(package, 200)) {
        for (const policy::Stream& stream : package.streams(someone.on)) {
            for (const policy::Told& told : told_of(package, someone, stream, reading)) {
                all.insert(told.sentences.begin(), told.sentences.end());
                all.insert(told.heading);
            }
        }
    }
    return all;
}

}  // namespace words
