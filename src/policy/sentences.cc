#include "policy/sentences.h"

#include <algorithm>

namespace policy {

namespace {

std::string pounds(const Decimal& sum) {
    return for_people(feel::Value(sum), true);
}

// "£52.10 a week less", "£500.00 more".
std::string difference(const Decimal& change, Each each) {
    return pounds(change.absolute()) + (each == Each::week ? " a week" : "") +
           (change.is_negative() ? " less" : " more");
}

// Ends a text as a sentence ends.
std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') {
        text += '.';
    }
    return text;
}

// A step without a label is told by its name in words.
std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string without_stop(std::string text) {
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

// Cuts a text into its sentences.
std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (ends && (i + 1 == text.size() || text[i + 1] == ' ')) {
            found.push_back(text.substr(from, i + 1 - from));
            from = i + 2;
        }
    }
    if (from < text.size()) {
        found.push_back(sentence(text.substr(from)));
    }
    return found;
}

// An answer in the words of the questionnaire.
std::string answer_words(const Question& question, const feel::Value& value, Reading reading) {
    if (question.kind == Question::Kind::choice && value.string() != nullptr) {
        const AnswerOption* option = question.option(*value.string());
        if (option != nullptr) {
            const bool easy = reading == Reading::easy && !option->easy_text.empty();
            return "“" + without_stop(easy ? option->easy_text : option->text) + "”";
        }
    }
    if (question.kind == Question::Kind::number && value.number() != nullptr) {
        return value.number()->normalised().to_text();  // 7.5 hours, not 7.50
    }
    return for_people(value, question.kind == Question::Kind::money);
}

std::string question_words(const Question& question, Reading reading) {
    return reading == Reading::easy && !question.easy_text.empty() ? question.easy_text
                                                                   : question.text;
}

const Explanation* explained(const std::vector<Explanation>& working, const MovedStep& step) {
    const auto line = std::ranges::find(working, step.decision, &Explanation::decision);
    return line == working.end() ? nullptr : &*line;
}

}  // namespace

Told tell(const Package& package, const std::vector<Explanation>& working, const MovedStep& step,
          Each each, Reading reading) {
    Told told{{}, {}, step.answer};
    const Explanation* line = explained(working, step);
    const Question* question = package.question(step.answer);
    if (line != nullptr && !step.step.empty()) {
        const auto named = std::ranges::find(line->steps, step.step, &NamedValue::name);
        if (named != line->steps.end()) {
            told.sentences.push_back(with_capital(named->title) + ": " + named->value + ".");
        }
    } else if (line != nullptr) {
        told.sentences = line->text.empty() ? std::vector{line->title + ": " + line->value + "."}
                                            : sentences_of(line->text);
    }
    if (step.is_all()) {
        told.sentences.emplace_back("Without it there would be no sum.");
    } else if (step.against == MovedStep::Against::without) {
        told.sentences.push_back((step.moved.is_negative() ? "This takes " : "This adds ") +
                                 pounds(step.moved.absolute()) +
                                 (each == Each::week ? " a week" : "") +
                                 (step.moved.is_negative() ? " off." : "."));
    } else if (const AnswerOption* least = question == nullptr ? nullptr : question->lowest()) {
        // The same answer may do more in other steps, so this is not what it would change in all.
        told.sentences.push_back(
            "With " + answer_words(*question, feel::Value(least->code), reading) +
            " this step gives " + difference(step.without - step.sum, each) + ".");
    } else {
        told.sentences.push_back("With the answers that give least here, it would be " +
                                 difference(step.without - step.sum, each) + ".");
    }
    return told;
}

Told tell(const Package& package, const ChangedAnswer& changed, Each each, Reading reading) {
    const Question* question = package.question(changed.question);
    if (question == nullptr) {
        return {};
    }
    Told told{question_words(*question, reading), {}, changed.question};
    told.sentences.push_back("The answer was " + answer_words(*question, changed.answer, reading) +
                             ".");
    const std::string other = "With " + answer_words(*question, changed.other, reading);
    told.sentences.push_back(changed.ends_it() ? other + " there would be no money from here."
                                               : other + " it would be " +
                                                     difference(changed.change, each) + ".");
    return told;
}

Told tell(const Package& package, const NearMiss& miss, Reading reading) {
    Told told;
    if (const DecisionInfo* info = package.decision(miss.decision)) {
        for (const std::string& name : info->requires_inputs) {
            const Question* question = package.question(name);
            if (question != nullptr && question->text == miss.column) {
                told.question = name;
            }
        }
    }
    told.sentences.push_back("“" + miss.column + "” is " + miss.value + ".");
    constexpr std::string_view either = "” or “";
    const std::size_t cut = miss.must.find(either);
    if (reading == Reading::easy && cut != std::string::npos) {
        told.sentences.push_back("It must be " + miss.must.substr(0, cut) + "”.");
        told.sentences.push_back("Or it must be “" + miss.must.substr(cut + either.size()) + ".");
    } else {
        told.sentences.push_back("It must be " + miss.must + ".");
    }
    if (miss.figure && reading == Reading::usual) {
        told.sentences.push_back("That figure is from " + miss.figure->from.for_people() + ".");
        told.sentences.push_back(sentence(miss.figure->label));
    }
    return told;
}

}  // namespace policy
