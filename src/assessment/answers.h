#pragma once
// Answers are what was said to the questions of a package, each read once into the form the
// questionnaire keeps, with who said it, when, and whether they were sure. Voices are kept apart
// and never mixed: her own, what she says when somebody helps her, the helper's own view ("by Jo
// for Ann"), and the worker's. A new answer stands after the old one; the last of a voice counts.
// Used by the journeys that ask and check, and by assess() for the facts it works with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "policy/questionnaire.h"

namespace assessment {

enum class Voice {
    person,                 // she says it herself: on a page, on paper, by telephone
    person_through_helper,  // her own view, as somebody who helps her wrote it down
    helper,                 // what the helper says
    worker,                 // what the worker says after talking with her
};

// How an answer reached the council.
enum class Channel { page, paper, telephone };

std::string_view to_text(Voice voice);
std::optional<Voice> voice_from_text(std::string_view text);
std::string_view to_text(Channel channel);
std::optional<Channel> channel_from_text(std::string_view text);

struct Answer {
    std::string question = {};
    Voice voice = Voice::person;
    std::string value =
        {};  // as policy::write_answer writes it; empty: nothing said but "not sure"
    bool not_sure = false;
    AccountId by = {};          // who typed it
    std::string by_name = {};   // "Jo Field"
    std::string for_name = {};  // "Ann Ashe"
    Channel channel = Channel::page;
    Instant at = {};

    // Says the same thing, whoever typed it and whenever.
    bool says_the_same(const Answer& other) const {
        return value == other.value && not_sure == other.not_sure;
    }
    friend bool operator==(const Answer&, const Answer&) = default;
};

// Reads what was typed for a question into the form that is kept. Nothing typed is allowed with
// "I am not sure", and where the question need not be answered.
// Refuses: what policy::read_answer refuses.
Result<std::string> read_typed(const policy::Question& question, std::string_view typed,
                               bool not_sure);

class Answers {
public:
    Answers() = default;
    // Takes answers in the order they were given.
    explicit Answers(std::vector<Answer> given) : given_(std::move(given)) {}

    void add(Answer answer) { given_.push_back(std::move(answer)); }
    const std::vector<Answer>& given() const { return given_; }
    bool empty() const { return given_.empty(); }

    // Gives the last answer of a voice; nullptr when it said nothing.
    const Answer* latest(std::string_view question, Voice voice) const;
    // Gives the answer that counts for the sums: the worker's after checking, else her own, else
    // the helper's, else her view as the helper wrote it down. nullptr when nobody answered.
    const Answer* counting(std::string_view question) const;
    // Gives her own view: what she said herself, else what a helper wrote down for her.
    const Answer* own_view(std::string_view question) const;
    // Whether two voices said different things, or somebody was not sure.
    bool differs(std::string_view question) const;

private:
    std::vector<Answer> given_;
};

// Writes an answer in the words of the questionnaire: "I can do this alone", "yes", "£164.50",
// "3 May 2006"; "Not answered" for an empty one.
std::string words(const policy::Question& question, std::string_view value);

}  // namespace assessment
