#pragma once
// Two policy packages worked out for the same people: who gains, who loses and who keeps, stream by
// stream and in all, by how much, and person by person what she had and would have. A sum that one
// of the packages cannot work out (a question it asks newly is not answered) is counted apart with
// the reason; nobody is dropped. Sums a week and sums paid once are never added together. It is a
// pure function and exact to the penny: an editor calls it on a council's own people before a
// change is proposed, the verb compare-packages on golden cases or on people from a file.

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "policy/package.h"

namespace policy {

// One person, with her facts as each package reads them: usually the same ones. What a package does
// not ask for is passed over (and named in the comparison), so that a question may be taken out.
struct ComparedPerson {
    std::string label;
    Facts before;
    Facts after;
};

enum class SumState {
    no_stream,     // the stream does not exist on the day: a sum of nought
    not_eligible,  // a sum of nought
    no_formula,    // only the owner of the stream can say: no sum to compare
    worked_out,
    refused,  // could not be worked out: no sum to compare
};

// What one package says of one stream to one person.
struct StreamSide {
    SumState state = SumState::no_stream;
    Money sum;  // nought unless it was worked out
    // What the means test asks of her each week; nothing where it is not modelled, was refused, or
    // only the owner can say the sum.
    std::optional<Money> contribution;
    std::optional<Error> refusal;  // why the sum was refused, or else why the contribution was

    bool has_sum() const { return state != SumState::no_formula && state != SumState::refused; }
    // Whether she is said to be eligible: a stream without that question says yes.
    bool is_eligible() const {
        return state == SumState::worked_out || state == SumState::no_formula;
    }
};

struct StreamOfPerson {
    StreamId stream;
    bool once = false;  // paid once; else each week
    StreamSide before;
    StreamSide after;

    bool is_compared() const { return before.has_sum() && after.has_sum(); }
    bool is_refused() const {
        return before.state == SumState::refused || after.state == SumState::refused;
    }
};

struct PersonComparison {
    std::string label;
    std::vector<StreamOfPerson> streams;  // of either package, in the order of the comparison
    // Over the streams that are compared.
    Money weekly_before;
    Money weekly_after;
    Money once_before;
    Money once_after;

    // Whether a sum of some stream was refused: then she is counted in no total of all streams.
    bool is_refused() const;
};

// One person's change: positive in a largest gain, negative in a largest loss.
struct LargestChange {
    std::string label;
    Money change;
};

// People counted by how a sum changes. counted() is everyone whose sum both packages give.
struct Tally {
    std::size_t gain = 0;
    std::size_t lose = 0;
    std::size_t keep = 0;
    Money before;  // of all counted
    Money after;
    Money gained;                               // by those who gain
    Money lost;                                 // by those who lose; not negative
    std::optional<LargestChange> largest_gain;  // the first of equals
    std::optional<LargestChange> largest_loss;

    std::size_t counted() const { return gain + lose + keep; }
    void count(const std::string& label, Money had, Money has);
};

// One stream over all people. A stream whose sum is paid each week in one package and once in the
// other stands twice.
struct StreamComparison {
    StreamId stream;
    std::string name;   // as the second package has it, if it has the stream
    bool once = false;  // paid once; else each week
    Tally sums;
    Tally contributions;  // `gain` are those who are asked for more
    std::size_t newly_eligible = 0;
    std::size_t no_longer_eligible = 0;
    std::size_t refused = 0;      // people whose sum either package refused
    std::size_t without_sum = 0;  // people for whom only the owner can say
};

struct PackageComparison {
    PackageId before;
    PackageId after;
    std::string fingerprint_before;
    std::string fingerprint_after;
    Date on_before;
    Date on_after;
    std::vector<StreamComparison> streams;  // those of the second package first, in its order
    // All streams together, over the people of whom neither package refused a sum.
    Tally weekly;
    Tally once;
    std::size_t refused = 0;  // people of whom some sum was refused; people.size() is everyone
    std::vector<PersonComparison> people;  // in the order they were given
    // Facts that were given and that a package does not ask for.
    std::vector<std::string> not_asked_before;
    std::vector<std::string> not_asked_after;
};

// Works both packages out for everyone, each on its day.
PackageComparison compare_packages(const Package& before, const Package& after,
                                   const std::vector<ComparedPerson>& people, Date on_before,
                                   Date on_after);

// Writes the state: "no_stream", "not_eligible", "no_formula", "worked_out", "refused".
std::string_view to_text(SumState state);

}  // namespace policy
