#include "policy/sentences.h"

#include <gtest/gtest.h>

#include "policy/cases.h"
#include "policy/shipped_for_tests.h"

namespace policy {
namespace {

// Help from family takes points off in one step and, by way of the carer's needs, adds some in
// another: what the step would do is not what the answer would do, and both are told.
TEST(Sentences, do_not_tell_a_step_as_if_its_answer_did_nothing_else) {
    const Package package =
        Package::load("england-2005-pilot", testing::shipped_files("england-2005-pilot")).value();
    const GoldenCase& ann = package.cases().front();
    const Facts facts = facts_of(package, ann).value();
    const std::string sum = "indicative_weekly";
    const Evaluation evaluation = evaluate(package, facts, ann.on, {sum}, true).value();
    const std::vector<Explanation> working = explain(package, evaluation, sum).value();
    std::size_t found = 0;
    const std::vector<MovedStep> steps = moved_steps(package, facts, ann.on, sum).value();
    for (const MovedStep& step : steps) {
        if (step.answer != "family_support") {
            continue;
        }
        ++found;
        for (const Reading reading : {Reading::usual, Reading::easy}) {
            const Told told = tell(package, working, step, Each::week, reading);
            EXPECT_NE(told.sentences.back().find(" this step gives £"), std::string::npos)
                << told.sentences.back();
        }
    }
    EXPECT_EQ(found, 1U);
}

}  // namespace
}  // namespace policy
