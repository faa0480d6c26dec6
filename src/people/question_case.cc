#include "people/question_case.h"

#include <array>

namespace people {

namespace {

constexpr std::array<std::string_view, 3> ask_codes = {"not_sure", "help", "disagree"};
constexpr std::array<std::string_view, 3> ask_words = {"I am not sure", "Ask someone to help me",
                                                       "I disagree"};

}  // namespace

std::string_view to_text(Ask ask) {
    return ask_codes[static_cast<std::size_t>(ask)];
}

std::optional<Ask> ask_from_text(std::string_view text) {
    for (std::size_t i = 0; i < ask_codes.size(); ++i) {
        if (ask_codes[i] == text) {
            return static_cast<Ask>(i);
        }
    }
    return std::nullopt;
}

std::string_view words(Ask ask) {
    return ask_words[static_cast<std::size_t>(ask)];
}

Outcome check(const QuestionCase& question) {
    if (question.about.empty()) {
        return Error{"question.about_missing",
                     "We do not know what you are asking about. Go back and follow the link beside "
                     "the question or the sum."};
    }
    if (question.ask == Ask::disagree && question.own_words.empty()) {
        return Error{"question.words_missing", "Say what you think is wrong, in your own words."};
    }
    return Done{};
}

Result<QuestionCase> answered(QuestionCase question, Reply reply) {
    if (question.reply) {
        return Error{"question.already_answered",
                     "Somebody has already replied to this. Open it again to read the reply."};
    }
    if (reply.words.empty()) {
        return Error{"question.reply_missing", "Write your reply. The person will read it."};
    }
    question.reply = std::move(reply);
    return question;
}

}  // namespace people
