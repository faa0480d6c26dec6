#pragma once
// The trace in sentences: what moved a sum, what other answers would have made of it, and what
// stood in the way of a yes. Each sentence is short (20 words at most, 15 in Easy Read), says one
// thing, and needs no other line to be understood. They speak of the sum and the answer, never to
// "you", so that the person, her helper and her worker read the same; where the package's own
// words say "you", they are the package's. tests/words walks them all.

#include <string>
#include <vector>

#include "policy/changed_answers.h"
#include "policy/moved_steps.h"
#include "policy/near_miss.h"

namespace policy {

// How often a sum is paid.
enum class Each { week, once };

enum class Reading { usual, easy };

// What a list tells of one step, one answer or one condition, in its sentences. `question` is the
// id of the question it is about, for its picture; may be empty.
struct Told {
    std::string heading;  // of an answer: the question; else empty
    std::vector<std::string> sentences;
    std::string question;
};

// "Points for personal care: 19." "With the answers that give least here, it would be £71.15 a week
// less."
Told tell(const Package& package, const std::vector<Explanation>& working, const MovedStep& step,
          Each each, Reading reading);

// "The answer was “I need some help”." "With “I can do this alone” it would be £52.10 a week less."
Told tell(const Package& package, const ChangedAnswer& changed, Each each, Reading reading);

// "“Social care a week” is £168.20." "It must be £200.00 a week or more."
Told tell(const Package& package, const NearMiss& miss, Reading reading);

}  // namespace policy
