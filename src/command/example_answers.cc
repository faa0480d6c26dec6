#include "command/example_answers.h"

#include <algorithm>

namespace command {

namespace {

// `range`, where the files give one, says how many of a hundred people choose one of the answers
// from the `least`-th to the `most`-th; the others choose one before them.
std::string draw_choice(ExampleWorld& world, const Life& life, const policy::Question& question,
                        const AnswerRange* range, bool in_range) {
    const auto& options = question.options;
    const auto last = static_cast<std::int64_t>(options.size()) - 1;
    const policy::AnswerOption* lowest = question.lowest();
    if (range != nullptr && range->least > 0 && range->least <= last + 1) {
        const std::int64_t at = in_range
                                    ? world.between(range->least, std::min(range->most, last + 1))
                                    : world.between(1, std::max<std::int64_t>(range->least - 1, 1));
        return options[static_cast<std::size_t>(at - 1)].code;
    }
    if (lowest == nullptr) {
        // No scale of need: any, but hardly ever the last two (a care home, no home).
        return options[static_cast<std::size_t>(
                           world.between(0, std::max<std::int64_t>(last - 2, 0)))]
            .code;
    }
    const std::int64_t noise = world.between(-28, 28);
    std::int64_t at = std::clamp((life.need + noise) * last / 100, std::int64_t{0}, last);
    if (lowest == &options.back()) {
        at = last - at;
        at = world.chance(50) ? 0 : at;  // many have nobody at home who helps
    }
    return options[static_cast<std::size_t>(at)].code;
}

std::string draw_answer(ExampleWorld& world, const Life& life, const policy::Question& question) {
    const auto range = world.council().ranges.find(question.id);
    const AnswerRange each =
        range == world.council().ranges.end() ? AnswerRange{50, 1, 5} : range->second;
    const bool holds = world.chance(static_cast<std::uint64_t>(each.percent));
    switch (question.kind) {
        case policy::Question::Kind::choice:
            return draw_choice(world, life, question,
                               range == world.council().ranges.end() ? nullptr : &each, holds);
        case policy::Question::Kind::yes_no:
            return holds ? "yes" : "no";
        case policy::Question::Kind::money:
            return Money::pence((holds ? world.between(each.least, each.most) : 0) * 100).to_text();
        case policy::Question::Kind::number:
            return std::to_string(holds ? world.between(each.least, each.most) : 0);
        case policy::Question::Kind::date:
            return world.today().to_text();
    }
    return {};
}

}  // namespace

std::vector<casework::TypedAnswer> draw_answers(ExampleWorld& world, const Life& life) {
    std::vector<casework::TypedAnswer> answers;
    for (const policy::Question& question : world.package().questionnaire()) {
        answers.push_back({question.id, draw_answer(world, life, question), false});
    }
    return answers;
}

}  // namespace command
