#pragma once
// A StreamDecision is one dated fact about one person and one stream: whether she can get help from
// it and how much, who says so, and why. Three kinds of fact are kept apart and none is ever
// edited: the sum the table gave (indicative), what a worker puts forward (proposed), and what the
// council or the owner of the stream decided (agreed). A later fact stands beside the earlier one.
// A plan may draw only on a stream with an agreed decision that says yes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"

namespace assessment {

enum class Stage {
    indicative,  // from the answers and the table; a start, not a decision
    proposed,    // a named worker puts it forward
    agreed,      // decided by the council, or by the owner of the stream
};

std::string_view to_text(Stage stage);
std::optional<Stage> stage_from_text(std::string_view text);

struct StreamDecision {
    DecisionId id = {};
    PersonId person = {};
    StreamId stream = {};
    Stage stage = Stage::indicative;
    bool eligible = false;
    std::optional<Money> weekly = {};   // a week
    std::optional<Money> one_off = {};  // once
    Date on = {};
    std::string decided_by =
        {};  // a name: "Sam Lee", "The trustees of the Independent Living Fund"
    std::string reason = {};
    AssessmentId assessment = {};

    friend bool operator==(const StreamDecision&, const StreamDecision&) = default;
};

// Gives the last fact of a stage for a stream out of facts that are oldest first; nullptr when
// there is none.
const StreamDecision* latest(const std::vector<StreamDecision>& decisions, const StreamId& stream,
                             Stage stage);

}  // namespace assessment
