#include "assessment/answers.h"

#include <array>

#include "base/money.h"

namespace assessment {

namespace {

constexpr std::array<std::string_view, 4> voice_texts = {"person", "person_through_helper",
                                                         "helper", "worker"};
constexpr std::array<std::string_view, 3> channel_texts = {"page", "paper", "telephone"};

}  // namespace

std::string_view to_text(Voice voice) {
    return voice_texts[static_cast<std::size_t>(voice)];
}

std::optional<Voice> voice_from_text(std::string_view text) {
    for (std::size_t i = 0; i < voice_texts.size(); ++i) {
        if (voice_texts[i] == text) {
            return static_cast<Voice>(i);
        }
    }
    return std::nullopt;
}

std::string_view to_text(Channel channel) {
    return channel_texts[static_cast<std::size_t>(channel)];
}

std::optional<Channel> channel_from_text(std::string_view text) {
    for (std::size_t i = 0; i < channel_texts.size(); ++i) {
        if (channel_texts[i] == text) {
            return static_cast<Channel>(i);
        }
    }
    return std::nullopt;
}

Result<std::string> read_typed(const policy::Question& question, std::string_view typed,
                               bool not_sure) {
    if (not_sure && typed.empty()) {
        return std::string();
    }
    TRY(const auto value, policy::read_answer(question, typed));
    return policy::write_answer(value);
}

const Answer* Answers::latest(std::string_view question, Voice voice) const {
    for (auto answer = given_.rbegin(); answer != given_.rend(); ++answer) {
        if (answer->question == question && answer->voice == voice) {
            return &*answer;
        }
    }
    return nullptr;
}

const Answer* Answers::counting(std::string_view question) const {
    for (const Voice voice :
         {Voice::worker, Voice::person, Voice::helper, Voice::person_through_helper}) {
        if (const Answer* answer = latest(question, voice)) {
            return answer;
        }
    }
    return nullptr;
}

const Answer* Answers::own_view(std::string_view question) const {
    const Answer* own = latest(question, Voice::person);
    return own != nullptr ? own : latest(question, Voice::person_through_helper);
}

bool Answers::differs(std::string_view question) const {
    const Answer* first = nullptr;
    for (const Voice voice :
         {Voice::person, Voice::person_through_helper, Voice::helper, Voice::worker}) {
        const Answer* answer = latest(question, voice);
        if (answer == nullptr) {
            continue;
        }
        if (answer->not_sure || (first != nullptr && first->value != answer->value)) {
            return true;
        }
        first = answer;
    }
    return false;
}

std::string words(const policy::Question& question, std::string_view value) {
    if (value.empty()) {
        return "Not answered";
    }
    switch (question.kind) {
        case policy::Question::Kind::choice: {
            const policy::AnswerOption* option = question.option(value);
            return option == nullptr ? std::string(value) : option->text;
        }
        case policy::Question::Kind::money: {
            const Result<Money> sum = Money::parse(value);
            return sum ? sum->for_people() : std::string(value);
        }
        case policy::Question::Kind::date: {
            const Result<Date> day = Date::parse(value);
            return day ? day->for_people() : std::string(value);
        }
        case policy::Question::Kind::yes_no:
            return value == "yes" ? "Yes" : "No";
        case policy::Question::Kind::number:
            return std::string(value);
    }
    return std::string(value);
}

}  // namespace assessment
