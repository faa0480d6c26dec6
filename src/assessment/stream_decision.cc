#include "assessment/stream_decision.h"

#include <array>

namespace assessment {

namespace {

constexpr std::array<std::string_view, 3> stage_texts = {"indicative", "proposed", "agreed"};

}  // namespace

std::string_view to_text(Stage stage) {
    return stage_texts[static_cast<std::size_t>(stage)];
}

std::optional<Stage> stage_from_text(std::string_view text) {
    for (std::size_t i = 0; i < stage_texts.size(); ++i) {
        if (stage_texts[i] == text) {
            return static_cast<Stage>(i);
        }
    }
    return std::nullopt;
}

const StreamDecision* latest(const std::vector<StreamDecision>& decisions, const StreamId& stream,
                             Stage stage) {
    for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
        if (decision->stream == stream && decision->stage == stage) {
            return &*decision;
        }
    }
    return nullptr;
}

}  // namespace assessment
