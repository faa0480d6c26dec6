#include "policy/near_miss.h"

#include <algorithm>
#include <iterator>

#include "policy/condition.h"
#include "policy/model.h"
#include "policy/prepare.h"

namespace policy {

namespace {

using feel::HitPolicy;
using feel::NodeId;
using feel::Table;

// One table, with the values its columns had.
class Looked {
public:
    Looked(const Model& model, const ModelDecision& decision, const Table& table, Date on,
           feel::Run& run)
        : model_(model), decision_(decision), table_(table), on_(on), run_(run) {
        for (const NodeId input : table.inputs) {
            tested_.push_back(tested_by(model, input));
            values_.push_back(run.evaluate(input));
        }
        for (std::size_t rule = 0; rule < table.rules; ++rule) {
            failed_.push_back(columns(rule, false));
        }
    }

    // Each miss with the column it is about.
    std::vector<std::pair<NearMiss, Tested>> misses() {
        std::vector<std::pair<NearMiss, Tested>> found;
        if (table_.policy != HitPolicy::first && table_.policy != HitPolicy::unique &&
            table_.policy != HitPolicy::any) {
            return found;
        }
        const std::optional<std::size_t> held = rule_that_held();
        if (!held) {
            return found;
        }
        for (std::size_t rule = 0; rule < table_.rules; ++rule) {
            if (rule == *held || !is_better(rule, *held)) {
                continue;
            }
            const auto miss = miss_of(rule);
            const bool again = miss && std::ranges::any_of(found, [&miss](const auto& had) {
                                   return had.first.column == miss->first.column &&
                                          had.first.must == miss->first.must;
                               });
            if (miss && !again) {
                found.push_back(*miss);
            }
        }
        return found;
    }

private:
    // The columns of a rule that are tested and met, or that are not met.
    std::vector<std::size_t> columns(std::size_t rule, bool met) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const NodeId cell = cell_of(rule, i);
            if (cell != feel::no_node &&
                (run_.meets(cell, values_[i]) == feel::Truth::yes) == met) {
                found.push_back(i);
            }
        }
        return found;
    }

    NodeId cell_of(std::size_t rule, std::size_t column) const {
        return table_.cells[rule * table_.inputs.size() + column];
    }

    std::optional<std::size_t> rule_that_held() const {
        for (std::size_t rule = 0; rule < table_.rules; ++rule) {
            if (failed_[rule].empty()) {
                return rule;
            }
        }
        return std::nullopt;
    }

    // An output by which rules can be compared: `eligible`, or the only output.
    feel::Value output(std::size_t rule) {
        std::size_t at = 0;
        if (table_.width > 1) {
            const auto named = std::ranges::find(*table_.output_names, "eligible");
            if (named == table_.output_names->end()) {
                return {};
            }
            at = static_cast<std::size_t>(named - table_.output_names->begin());
        }
        return run_.evaluate(table_.outputs[rule * table_.width + at]);
    }

    bool is_better(std::size_t rule, std::size_t held) {
        const feel::Value other = output(rule);
        const feel::Value now = output(held);
        if (other.number() != nullptr && now.number() != nullptr) {
            return *now.number() < *other.number();
        }
        return other.is_true() && now.boolean() != nullptr && !now.is_true();
    }

    std::optional<std::pair<NearMiss, Tested>> miss_of(std::size_t rule) {
        std::vector<std::size_t> before;  // rules that come first and hold
        if (table_.policy == HitPolicy::first) {
            for (std::size_t other = 0; other < rule; ++other) {
                if (failed_[other].empty()) {
                    before.push_back(other);
                }
            }
        }
        if (before.size() + failed_[rule].size() != 1) {
            return std::nullopt;
        }
        if (before.empty()) {
            return told(rule, failed_[rule].front(), rule, true);
        }
        const std::vector<std::size_t> met = columns(before.front(), true);
        return met.size() == 1 ? told(rule, met.front(), before.front(), false) : std::nullopt;
    }

    // `of` is the rule whose cell must be met, or must not be.
    std::optional<std::pair<NearMiss, Tested>> told(std::size_t rule, std::size_t column,
                                                    std::size_t of, bool met) {
        const Tested& tested = tested_[column];
        const bool is_sum = output(rule).number() != nullptr;
        // Which answer gives how many points is no near miss: changed_answers.h tells it.
        if (values_[column].is_null() || (is_sum && values_[column].number() == nullptr)) {
            return std::nullopt;
        }
        const auto condition =
            condition_of(model_, run_, on_, tested, cell_of(of, column), values_[column], met);
        if (!condition) {
            return std::nullopt;
        }
        NearMiss miss{decision_.name,
                      rule + 1,
                      table_.input_names[column],
                      words_of(tested, values_[column]),
                      condition->must,
                      table_.annotations[rule],
                      std::nullopt,
                      is_sum};
        if (const Parameter* figure = condition->figure) {
            miss.figure = Figure{figure->id,     figure->label, in_words(*figure),
                                 figure->source, figure->mark,  figure->from};
        }
        return std::pair(std::move(miss), tested);
    }

    const Model& model_;
    const ModelDecision& decision_;
    const Table& table_;
    Date on_;
    feel::Run& run_;
    std::vector<Tested> tested_;
    std::vector<feel::Value> values_;
    std::vector<std::vector<std::size_t>> failed_;
};

// The table a decision is; nullptr when it is something else.
const Table* table_of(const DecisionModel& decisions, std::size_t decision) {
    const feel::Node& node = decisions.program.nodes[decisions.decisions[decision].node];
    return node.op == feel::Op::table ? &decisions.program.tables[node.a] : nullptr;
}

}  // namespace

Result<std::vector<NearMiss>> near_misses(const Package& package, const Facts& facts, Date on,
                                          const std::string& decision) {
    const Model& model = *package.model();
    const DecisionModel& decisions = model.decisions;
    const int position = decisions.find_decision(decision);
    if (position < 0) {
        return Error{"policy.unknown_decision",
                     "The package has no decision called \"" + decision + "\"."};
    }
    std::vector<bool> needed(decisions.decisions.size());
    decisions.mark_needed(static_cast<std::size_t>(position), needed);
    feel::Run run(decisions.program, feel::Strictness::tolerant);
    TRY_DONE(prepare(model, facts, on, needed, run));
    std::vector<std::pair<NearMiss, Tested>> found;
    std::vector<bool> has_miss(decisions.decisions.size());
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (!needed[d]) {
            continue;
        }
        run.slot(decisions.decisions[d].slot) = run.evaluate(decisions.decisions[d].node);
        if (const Table* table = table_of(decisions, d)) {
            auto misses = Looked(model, decisions.decisions[d], *table, on, run).misses();
            has_miss[d] = !misses.empty();
            std::ranges::move(misses, std::back_inserter(found));
        }
    }
    std::vector<NearMiss> told;
    for (auto& [miss, tested] : found) {
        const bool follows =
            tested.is_eligible && has_miss[static_cast<std::size_t>(tested.decision)];
        if (!follows) {
            told.push_back(std::move(miss));
        }
    }
    return told;
}

}  // namespace policy
