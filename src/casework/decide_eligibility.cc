#include "casework/decide_eligibility.h"

#include <algorithm>

#include "base/text.h"
#include "casework/assessment_open.h"
#include "casework/issue_allocation.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::Stage;
using assessment::Status;
using assessment::StreamDecision;
using people::Action;

constexpr std::size_t reason_max = 2000;

// Finds a stream that the council decides.
Result<policy::Stream> own_stream(const policy::Package& package, const StreamId& id) {
    const policy::Stream* stream = package.stream(id);
    if (stream == nullptr) {
        return Error{"decision.stream_unknown",
                     "There is no such stream in these rules. Open the person's decisions again."};
    }
    if (stream->who_decides != policy::WhoDecides::council) {
        return Error{"decision.not_ours", "The council does not decide " + stream->name + ". " +
                                              stream->decider +
                                              " decides. Refer it to them instead."};
    }
    return *stream;
}

Outcome check_checked(const assessment::Record& record) {
    switch (record.status) {
        case Status::started:
        case Status::sent:
            return Error{"assessment.not_checked",
                         "This cannot be decided yet. Check the answers with the person first."};
        case Status::checked:
        case Status::decided:
            return Done{};
    }
    return Done{};
}

// Whether a named person has said yes or no to a stream in this assessment.
bool is_answered(const std::vector<StreamDecision>& decisions, const StreamId& stream,
                 AssessmentId assessment) {
    return std::ranges::any_of(decisions, [&](const StreamDecision& decision) {
        return decision.stream == stream && decision.assessment == assessment &&
               decision.stage != Stage::indicative;
    });
}

}  // namespace

void note_if_decided(Desk& desk, Acting& acting, PersonId person) {
    const auto open = open_assessment(desk, acting.tx, person);
    if (!open || open->record.status != Status::checked) {
        return;
    }
    const std::vector<StreamDecision> decisions = store::load_decisions(acting.tx, person);
    for (const policy::Stream& stream : open->package->streams(desk.today)) {
        if (stream.who_decides == policy::WhoDecides::council &&
            !is_answered(decisions, stream.id, open->record.id)) {
            return;
        }
    }
    const auto decided = assessment::advance(open->record, Status::decided, desk.today);
    if (decided) {
        store::change(acting.tx, *decided);
        store::add_step(acting.tx, person, "assessment_decided", desk.today, desk.actor.to_text(),
                        {}, decided->id.to_text());
    }
}

Result<DecisionId> decide_eligibility(Desk& desk, PersonId person, const StreamId& stream_id,
                                      const assessment::Verdict& verdict) {
    const Act what{.name = "decide_eligibility",
                   .action = Action::decide_eligibility,
                   .object = {.person = person},
                   .detail = stream_id};
    return act(desk, what, [&](Acting& acting) -> Result<DecisionId> {
        TRY(const OpenAssessment open, open_assessment(desk, acting.tx, person));
        TRY_DONE(check_checked(open.record));
        TRY(const policy::Stream stream, own_stream(*open.package, stream_id));
        assessment::Verdict said = verdict;
        TRY(said.reason, base::plain_text(verdict.reason, reason_max));
        said.on = desk.today;
        said.decided_by = acting.who.name;
        TRY_DONE(assessment::check(said, stream, desk.today));
        const StreamDecision fact{.id = desk.new_id<DecisionId>(),
                                  .person = person,
                                  .stream = stream_id,
                                  .stage = said.eligible ? Stage::proposed : Stage::agreed,
                                  .eligible = said.eligible,
                                  .weekly = said.weekly,
                                  .one_off = said.one_off,
                                  .on = said.on,
                                  .decided_by = said.decided_by,
                                  .reason = said.reason,
                                  .assessment = open.record.id};
        store::keep(acting.tx, fact);
        store::add_step(acting.tx, person, "eligibility_decided", desk.today, desk.actor.to_text(),
                        stream_id, fact.id.to_text());
        if (fact.stage == Stage::agreed) {
            issue_decision(desk, acting, fact);
        }
        note_if_decided(desk, acting, person);
        return fact.id;
    });
}

Result<DecisionId> agree_proposal(Desk& desk, PersonId person, const StreamId& stream_id) {
    const Act what{.name = "agree_proposal",
                   .action = Action::decide_eligibility,
                   .object = {.person = person},
                   .detail = stream_id};
    return act(desk, what, [&](Acting& acting) -> Result<DecisionId> {
        TRY(const OpenAssessment open, open_assessment(desk, acting.tx, person));
        TRY(const policy::Stream stream, own_stream(*open.package, stream_id));
        const std::vector<StreamDecision> decisions = store::load_decisions(acting.tx, person);
        const StreamDecision* proposed = assessment::latest(decisions, stream.id, Stage::proposed);
        if (proposed == nullptr) {
            return Error{"decision.nothing_proposed",
                         "Nothing is proposed for " + stream.name + " yet. Propose a sum first."};
        }
        const StreamDecision* agreed = assessment::latest(decisions, stream.id, Stage::agreed);
        if (agreed != nullptr && proposed < agreed && !assessment::departs(*proposed, *agreed)) {
            return Error{"decision.already_agreed", "The sum for " + stream.name +
                                                        " is agreed already. There is nothing "
                                                        "more to do."};
        }
        StreamDecision fact = *proposed;
        fact.id = desk.new_id<DecisionId>();
        fact.stage = Stage::agreed;
        fact.on = desk.today;
        fact.decided_by = acting.who.name;
        store::keep(acting.tx, fact);
        store::add_step(acting.tx, person, "sum_agreed", desk.today, desk.actor.to_text(),
                        stream_id, fact.id.to_text());
        issue_decision(desk, acting, fact);
        return fact.id;
    });
}

}  // namespace casework
