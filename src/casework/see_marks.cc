#include "casework/see_marks.h"

#include "casework/stream_rules.h"
#include "store/decisions.h"

namespace casework {

std::optional<policy::Mark> SumMarks::of(const StreamId& stream) const {
    for (const auto& [id, mark] : by_stream) {
        if (id == stream) {
            return mark;
        }
    }
    return std::nullopt;
}

SumMarks marks_of(const policy::Package& package,
                  const std::vector<assessment::StreamDecision>& decisions) {
    SumMarks marks;
    for (const policy::Stream& stream : package.all_streams()) {
        // The figures are those of the day the sum was worked out.
        const assessment::StreamDecision* sum =
            assessment::latest(decisions, stream.id, assessment::Stage::indicative);
        if (sum == nullptr || stream.amount.empty() || !sum->eligible) {
            continue;
        }
        if (const auto mark = policy::weakest_mark(package, stream.amount, sum->on)) {
            marks.by_stream.emplace_back(stream.id, *mark);
            marks.weakest = policy::weaker(marks.weakest, mark);
        }
    }
    return marks;
}

Result<SumMarks> see_marks(Desk& desk, PersonId person, std::string_view purpose) {
    return look(desk, person, people::Action::see_record, purpose,
                [&](store::Snapshot& snapshot) -> Result<SumMarks> {
                    TRY(const std::shared_ptr<const policy::Package> package,
                        package_of(desk.shelf, snapshot, person));
                    return marks_of(*package, store::load_decisions(snapshot, person));
                });
}

}  // namespace casework
