#pragma once
// Works a decision out again with one or more of its parts held at another value: what would the
// sum be if this step had given that? A part is a decision, or a named step of one. Everything
// after a held part follows from it by the package's own rules. Nothing of a normal run pays for
// this: the steps are gone through here, one by one.

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policy/prepare.h"

namespace policy {

// A decision, or one of its named steps, by position.
struct Part {
    std::size_t decision = 0;
    std::optional<std::size_t> step = {};

    friend auto operator<=>(const Part&, const Part&) = default;
};

class Replay {
public:
    // The model must outlive it. Refuses: policy.unknown_decision, policy.not_a_sum, and as
    // evaluate does.
    static Result<Replay> make(const Model& model, const Facts& facts, Date on,
                               const std::string& decision);

    // Gives the sum as it is.
    const Decimal& sum() const { return sum_; }
    // Gives the sum with parts held; nothing when it cannot be worked out so.
    std::optional<Decimal> sum_with(const std::map<Part, feel::Value>& held);
    // Gives what a part came to as things are.
    const feel::Value& value(const Part& part) const;

    // The decisions the sum stands on, itself the last, in the order worked out.
    const std::vector<std::size_t>& decisions() const { return needed_; }
    // The steps of a decision that is a list of named steps; nullptr for any other.
    const feel::StepList* steps_of(std::size_t decision) const;

    // How often something was worked out.
    std::size_t runs() const { return runs_; }

private:
    Replay(const Model& model, const feel::Run& ready, std::vector<std::size_t> needed)
        : model_(&model), ready_(ready), as_it_is_(ready), needed_(std::move(needed)) {}
    void work_out(std::size_t decision, const std::map<Part, feel::Value>& held,
                  feel::Run& run) const;
    std::optional<Decimal> run_through(const std::map<Part, feel::Value>& held, feel::Run& run);

    const Model* model_;
    feel::Run ready_;     // facts and figures only
    feel::Run as_it_is_;  // with everything worked out
    std::vector<std::size_t> needed_;
    Decimal sum_;
    std::size_t runs_ = 0;
};

}  // namespace policy
