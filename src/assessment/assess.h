#pragma once
// assess() works out what an assessment comes to: for each stream whether the person can get help
// from it and how much, the points where the package has them, and why. It is a start and not a
// decision: a sum of a stream the council decides is indicative until a named person agrees it, and
// a sum of any other stream is an estimate until its owner has decided. Where an answer is missing
// the sum is not worked out and the question is named. It is pure: answers, package and day in,
// reasons out. Law: it gives what the package's own decisions give, and nothing else.

#include <optional>
#include <string>
#include <vector>

#include "assessment/answers.h"
#include "assessment/facts.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "policy/explain.h"
#include "policy/package.h"
#include "policy/what_if.h"

namespace assessment {

// What one stream comes to.
struct StreamSum {
    enum class State {
        worked_out,    // eligible, with a sum
        not_eligible,  // by the rules
        no_formula,    // eligible as far as the rules go; its owner decides the sum
        waiting,       // an answer is missing, see `waiting_for`
        failed,        // the package could not work it out, see `failure`
    };

    policy::Stream stream;
    State state = State::waiting;
    std::string reason;                 // in the words of the package
    std::optional<Money> weekly;        // a week
    std::optional<Money> one_off;       // once
    std::optional<Money> contribution;  // what the means test asks of her a week
    std::vector<std::string> waiting_for;
    std::optional<Error> failure;
    std::vector<policy::Explanation> why;  // in the order worked out

    // The working of the contribution, without the lines that stand in `why`; empty when the stream
    // asks for none. What it stands on beside them, question by question, and what is missing.
    std::vector<policy::Explanation> contribution_why;
    std::vector<std::string> contribution_answers;
    std::vector<std::string> contribution_waiting_for;

    // Whether the council itself decides.
    bool decided_by_council() const { return stream.who_decides == policy::WhoDecides::council; }
};

// What one answer gave.
struct AnswerPoints {
    std::string question;
    Decimal points;
    std::string reason;    // of the rule that held
    std::string decision;  // whose rule it is
};

struct DomainPoints {
    std::string domain;
    Decimal points;
};

// The stream whose weekly sum the page leads with, and what would move it.
struct MainSum {
    StreamId stream;
    Money weekly;
    std::optional<Date> table_from;               // of the table that turns points into money
    std::vector<policy::Difference> matter_most;  // at most three
};

struct Assessment {
    Date on;
    std::vector<StreamSum> sums;  // those of the council first, then most restricted first
    std::optional<Decimal> points;
    std::vector<DomainPoints> domains;
    std::vector<AnswerPoints> answers;
    std::optional<MainSum> main;

    // Gives what a stream came to; nullptr when it does not exist on the day.
    const StreamSum* find(const StreamId& stream) const;
};

// Works out an assessment on a day.
Assessment assess(const policy::Package& package, const Answers& answers, Date born, Date on);

}  // namespace assessment
