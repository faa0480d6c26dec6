#include "casework/assess_person.h"

#include "assessment/facts.h"
#include "base/text.h"
#include "casework/assessment_open.h"
#include "casework/issue_allocation.h"
#include "store/assessments.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::Answer;
using assessment::Channel;
using assessment::Status;
using assessment::Voice;
using people::Action;

// On a page she or her helper answers; what came another way is keyed in by the council.
Action action_for(Channel channel) {
    return channel == Channel::page ? Action::answer_questions : Action::answer_for_person;
}

std::string_view words(Channel channel) {
    switch (channel) {
        case Channel::page:
            return "on a page";
        case Channel::paper:
            return "from paper";
        case Channel::telephone:
            return "by telephone";
    }
    return "";
}

Outcome check_started(const assessment::Record& record) {
    if (record.status != Status::started) {
        return Error{"assessment.already_sent",
                     "The answers have been sent. Tell your worker what you want to change."};
    }
    return Done{};
}

// Keeps what was typed unless this voice said the same before.
Outcome keep_answer(Desk& desk, Acting& acting, const OpenAssessment& open,
                    const TypedAnswer& typed, Voice voice, Channel channel) {
    const policy::Question* question = open.package->question(typed.question);
    if (question == nullptr) {
        return Error{"assessment.unknown_question",
                     "This question is not one of the questions. Open the list of questions."};
    }
    const Result<std::string> value =
        assessment::read_typed(*question, typed.value, typed.not_sure);
    if (!value) {
        return base::at(typed.question, value.error());
    }
    const Answer answer{.question = typed.question,
                        .voice = voice,
                        .value = *value,
                        .not_sure = typed.not_sure,
                        .by = desk.actor,
                        .by_name = acting.who.name,
                        .for_name = open.person.name,
                        .channel = channel,
                        .at = desk.now};
    const Answer* last = open.answers.latest(typed.question, voice);
    if (last == nullptr || !last->says_the_same(answer)) {
        store::add_answer(acting.tx, open.record.id, answer);
    }
    return Done{};
}

}  // namespace

Result<AssessmentId> start_assessment(Desk& desk, PersonId person, Channel channel) {
    const Act what{.name = "start_assessment",
                   .action = action_for(channel),
                   .object = {.person = person},
                   .detail = "Answers come " + std::string(words(channel))};
    return act(desk, what, [&](Acting& acting) -> Result<AssessmentId> {
        TRY(const people::Person record, load_open_record(acting.tx, person, desk.today));
        TRY_DONE(find_package(desk.shelf, record.package));
        const auto newest = store::newest_assessment(acting.tx, person);
        if (newest && newest->status != Status::decided) {
            return Error{"assessment.already_open",
                         "The questions have been started already. Open them to go on."};
        }
        const assessment::Record made{.id = desk.new_id<AssessmentId>(),
                                      .person = person,
                                      .package = record.package,
                                      .status = Status::started,
                                      .started_on = desk.today,
                                      .started_by = desk.actor,
                                      .channel = channel};
        store::keep(acting.tx, made);
        store::add_step(acting.tx, person, "assessment_started", desk.today, desk.actor.to_text(),
                        {}, made.id.to_text());
        return made.id;
    });
}

Outcome save_answers(Desk& desk, PersonId person, const std::vector<TypedAnswer>& answers,
                     const std::vector<TypedAnswer>& own_views, Channel channel) {
    const Act what{
        .name = "save_answers",
        .action = action_for(channel),
        .object = {.person = person},
        .detail = base::counted(answers.size(), "answer") + " " + std::string(words(channel))};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const OpenAssessment open, open_assessment(desk, acting.tx, person));
        TRY_DONE(check_started(open.record));
        acting.about = open.record.id.to_text();
        const bool by_helper = acting.relation.starts_with("helper:");
        for (const TypedAnswer& typed : answers) {
            TRY_DONE(keep_answer(desk, acting, open, typed,
                                 by_helper ? Voice::helper : Voice::person, channel));
        }
        for (const TypedAnswer& typed : own_views) {
            if (by_helper) {
                TRY_DONE(
                    keep_answer(desk, acting, open, typed, Voice::person_through_helper, channel));
            }
        }
        return Done{};
    });
}

Outcome send_assessment(Desk& desk, PersonId person, Channel channel) {
    const Act what{.name = "send_assessment",
                   .action = action_for(channel),
                   .object = {.person = person},
                   .detail = "Answers came " + std::string(words(channel))};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(OpenAssessment open, open_assessment(desk, acting.tx, person));
        TRY_DONE(check_started(open.record));
        const std::vector<std::string> left = assessment::unanswered(*open.package, open.answers);
        if (!left.empty()) {
            return Error{"assessment.not_finished",
                         "You cannot send this yet. " + base::counted(left.size(), "question") +
                             " left to answer. You can choose \"I am not sure\".",
                         left.front()};
        }
        TRY(open.record, assessment::advance(open.record, Status::sent, desk.today));
        store::change(acting.tx, open.record);
        store::add_step(acting.tx, person, "assessment_sent", desk.today, desk.actor.to_text(), {},
                        open.record.id.to_text());
        keep_indicative(desk, acting, open);
        issue_allocation(desk, acting, open, policy::Issue::worked_out);
        acting.about = open.record.id.to_text();
        return Done{};
    });
}

}  // namespace casework
