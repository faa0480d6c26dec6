#include "policy/compare_packages.h"

#include <algorithm>
#include <set>

namespace policy {

namespace {

// One package on its day: its streams, and what has to be worked out for all of them.
class Side {
public:
    Side(const Package& package, Date on)
        : package_(package), on_(on), streams_(package.streams(on)) {
        std::set<std::string> wanted;
        for (const Stream& stream : streams_) {
            for (const std::string& name : {stream.eligibility, stream.amount}) {
                wanted.insert(name);
            }
            wanted.insert(tests_means(stream) ? stream.contribution : "");
        }
        wanted.erase("");
        wanted_.assign(wanted.begin(), wanted.end());
        for (const Question& question : package.questionnaire()) {
            asked_.insert(question.id);
        }
        asked_.insert(package.inputs().begin(), package.inputs().end());
    }

    const std::vector<Stream>& streams() const { return streams_; }

    const Stream* find(const StreamId& id, bool once) const {
        for (const Stream& stream : streams_) {
            if (stream.id == id && stream.sum_is_once() == once) {
                return &stream;
            }
        }
        return nullptr;
    }

    // Takes out what the package does not ask for, and keeps its names.
    Facts asked_of(const Facts& facts, std::set<std::string>& not_asked) const {
        Facts kept;
        for (const auto& [name, value] : facts) {
            if (asked_.contains(name)) {
                kept.emplace_hint(kept.end(), name, value);
            } else {
                not_asked.insert(name);
            }
        }
        return kept;
    }

    // Works out what all streams want. Where one of them is refused the others still are worked
    // out, each by itself.
    std::optional<Evaluation> all(const Facts& facts) const {
        Result<Evaluation> evaluation = evaluate(package_, facts, on_, wanted_, false);
        return evaluation ? std::optional(std::move(*evaluation)) : std::nullopt;
    }

    StreamSide work_out(const Stream* stream, const Facts& facts,
                        const std::optional<Evaluation>& known) const {
        StreamSide side;
        if (stream == nullptr) {
            side.contribution = Money();
            return side;
        }
        if (known) {
            decide(*stream, *known, side);
        } else {
            std::vector<std::string> wanted;
            for (const std::string& name : {stream->eligibility, stream->amount}) {
                if (!name.empty()) {
                    wanted.push_back(name);
                }
            }
            const Result<Evaluation> own = evaluate(package_, facts, on_, wanted, false);
            own ? decide(*stream, *own, side) : refuse(side, own.error());
        }
        contribute(*stream, facts, known, side);
        return side;
    }

private:
    static bool tests_means(const Stream& stream) {
        return stream.means_test == MeansTest::decision;
    }

    static void refuse(StreamSide& side, Error why) {
        side.state = SumState::refused;
        side.refusal = std::move(why);
    }

    static Result<Money> money(const Evaluation& evaluation, const std::string& decision) {
        const feel::Value* value = evaluation.find(decision);
        if (value == nullptr || value->number() == nullptr) {
            return Error{"policy.not_a_sum",
                         "The decision \"" + decision + "\" gives no sum of money."};
        }
        return Money::from_decimal(*value->number());
    }

    static void decide(const Stream& stream, const Evaluation& evaluation, StreamSide& side) {
        if (!stream.eligibility.empty()) {
            const feel::Value* decided = evaluation.find(stream.eligibility);
            const feel::Value* flag = decided == nullptr ? nullptr : decided->member("eligible");
            // Loading asks every eligibility to say yes or no.
            CHECK(flag != nullptr && flag->boolean() != nullptr);
            if (!flag->is_true()) {
                side.state = SumState::not_eligible;
                return;
            }
        }
        if (stream.amount.empty()) {
            side.state = SumState::no_formula;
            return;
        }
        const Result<Money> sum = money(evaluation, stream.amount);
        if (!sum) {
            return refuse(side, sum.error());
        }
        side.state = SumState::worked_out;
        side.sum = *sum;
    }

    // Who has no sum of the stream is asked for nothing.
    void contribute(const Stream& stream, const Facts& facts,
                    const std::optional<Evaluation>& known, StreamSide& side) const {
        if (side.state != SumState::worked_out) {
            if (side.state == SumState::not_eligible) {
                side.contribution = Money();
            }
            return;
        }
        if (!tests_means(stream)) {
            if (stream.means_test == MeansTest::none) {
                side.contribution = Money();
            }
            return;
        }
        Result<Money> asked = Money();
        if (known) {
            asked = money(*known, stream.contribution);
        } else {
            const Result<Evaluation> own =
                evaluate(package_, facts, on_, {stream.contribution}, false);
            asked = own ? money(*own, stream.contribution) : own.error();
        }
        if (asked) {
            side.contribution = *asked;
        } else {
            side.refusal = asked.error();
        }
    }

    const Package& package_;
    Date on_;
    std::vector<Stream> streams_;
    std::vector<std::string> wanted_;  // decisions, each once
    std::set<std::string> asked_;
};

// Every stream of both sides, those of the second first.
std::vector<StreamComparison> streams_of(const Side& before, const Side& after) {
    std::vector<StreamComparison> streams;
    const auto add = [&](const Stream& stream) {
        StreamComparison made;
        made.stream = stream.id;
        made.name = stream.name;
        made.once = stream.sum_is_once();
        streams.push_back(std::move(made));
    };
    for (const Stream& stream : after.streams()) {
        add(stream);
    }
    for (const Stream& stream : before.streams()) {
        if (after.find(stream.id, stream.sum_is_once()) == nullptr) {
            add(stream);
        }
    }
    return streams;
}

void count(StreamComparison& into, const std::string& label, const StreamOfPerson& stream) {
    if (stream.is_refused()) {
        ++into.refused;
        return;
    }
    into.newly_eligible += !stream.before.is_eligible() && stream.after.is_eligible() ? 1 : 0;
    into.no_longer_eligible += stream.before.is_eligible() && !stream.after.is_eligible() ? 1 : 0;
    if (!stream.is_compared()) {
        ++into.without_sum;
        return;
    }
    into.sums.count(label, stream.before.sum, stream.after.sum);
    if (stream.before.contribution && stream.after.contribution) {
        into.contributions.count(label, *stream.before.contribution, *stream.after.contribution);
    }
}

void add_sums(PersonComparison& person, const StreamOfPerson& stream) {
    if (stream.is_compared()) {
        (stream.once ? person.once_before : person.weekly_before) += stream.before.sum;
        (stream.once ? person.once_after : person.weekly_after) += stream.after.sum;
    }
}

}  // namespace

bool PersonComparison::is_refused() const {
    return std::any_of(streams.begin(), streams.end(),
                       [](const StreamOfPerson& each) { return each.is_refused(); });
}

void Tally::count(const std::string& label, Money had, Money has) {
    before += had;
    after += has;
    const Money change = has - had;
    if (change.is_zero()) {
        ++keep;
    } else if (change.is_positive()) {
        ++gain;
        gained += change;
        if (!largest_gain || largest_gain->change < change) {
            largest_gain = LargestChange{label, change};
        }
    } else {
        ++lose;
        lost -= change;
        if (!largest_loss || change < largest_loss->change) {
            largest_loss = LargestChange{label, change};
        }
    }
}

std::string_view to_text(SumState state) {
    switch (state) {
        case SumState::no_stream:
            return "no_stream";
        case SumState::not_eligible:
            return "not_eligible";
        case SumState::no_formula:
            return "no_formula";
        case SumState::worked_out:
            return "worked_out";
        case SumState::refused:
            return "refused";
    }
    return "";
}

PackageComparison compare_packages(const Package& before, const Package& after,
                                   const std::vector<ComparedPerson>& people, Date on_before,
                                   Date on_after) {
    const Side first(before, on_before);
    const Side second(after, on_after);
    PackageComparison made;
    made.before = before.id();
    made.after = after.id();
    made.fingerprint_before = before.fingerprint();
    made.fingerprint_after = after.fingerprint();
    made.on_before = on_before;
    made.on_after = on_after;
    made.streams = streams_of(first, second);
    std::set<std::string> not_asked_before;
    std::set<std::string> not_asked_after;
    for (const ComparedPerson& person : people) {
        const Facts had = first.asked_of(person.before, not_asked_before);
        const Facts has = second.asked_of(person.after, not_asked_after);
        const std::optional<Evaluation> known_before = first.all(had);
        const std::optional<Evaluation> known_after = second.all(has);
        PersonComparison compared;
        compared.label = person.label;
        for (StreamComparison& stream : made.streams) {
            StreamOfPerson sums;
            sums.stream = stream.stream;
            sums.once = stream.once;
            sums.before = first.work_out(first.find(stream.stream, stream.once), had, known_before);
            sums.after = second.work_out(second.find(stream.stream, stream.once), has, known_after);
            count(stream, person.label, sums);
            add_sums(compared, sums);
            compared.streams.push_back(std::move(sums));
        }
        if (compared.is_refused()) {
            ++made.refused;
        } else {
            made.weekly.count(person.label, compared.weekly_before, compared.weekly_after);
            made.once.count(person.label, compared.once_before, compared.once_after);
        }
        made.people.push_back(std::move(compared));
    }
    made.not_asked_before.assign(not_asked_before.begin(), not_asked_before.end());
    made.not_asked_after.assign(not_asked_after.begin(), not_asked_after.end());
    return made;
}

}  // namespace policy
