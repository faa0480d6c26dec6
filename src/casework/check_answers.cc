#include "casework/check_answers.h"

#include "base/text.h"
#include "casework/assessment_open.h"
#include "casework/issue_allocation.h"
#include "store/assessments.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::Answer;
using assessment::Status;
using assessment::Voice;
using people::Action;

Outcome check_sent(const assessment::Record& record) {
    switch (record.status) {
        case Status::started:
            return Error{"assessment.not_sent",
                         "The answers have not been sent yet. Key them in, or wait for them."};
        case Status::sent:
            return Done{};
        case Status::checked:
        case Status::decided:
            return Error{
                "assessment.already_checked",
                "The answers were checked already. Start a new assessment to change them."};
    }
    return Done{};
}

// Names the first question that must be answered and for which there is no value, only "not sure".
std::optional<std::string> first_open(const OpenAssessment& open) {
    for (const policy::Question& question : open.package->questionnaire()) {
        const Answer* answer = open.answers.counting(question.id);
        if (question.required && (answer == nullptr || answer->value.empty() ||
                                  !assessment::still_answers(question, *answer))) {
            return question.id;
        }
    }
    return std::nullopt;
}

}  // namespace

Outcome add_worker_answers(Desk& desk, PersonId person, const std::vector<TypedAnswer>& answers) {
    const Act what{.name = "add_worker_answers",
                   .action = Action::answer_for_person,
                   .object = {.person = person},
                   .detail = base::counted(answers.size(), "answer") + " beside the person's"};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(const OpenAssessment open, open_to_check(desk, acting.tx, person));
        TRY_DONE(check_sent(open.record));
        acting.about = open.record.id.to_text();
        for (const TypedAnswer& typed : answers) {
            const policy::Question* question = open.package->question(typed.question);
            if (question == nullptr) {
                return Error{"assessment.unknown_question",
                             "This question is not one of the questions. Open the list again."};
            }
            const auto value = assessment::read_typed(*question, typed.value, typed.not_sure);
            if (!value) {
                return base::at(typed.question, value.error());
            }
            store::add_answer(acting.tx, open.record.id,
                              {.question = typed.question,
                               .voice = Voice::worker,
                               .value = *value,
                               .not_sure = typed.not_sure,
                               .by = desk.actor,
                               .by_name = acting.who.name,
                               .for_name = open.person.name,
                               .channel = assessment::Channel::page,
                               .at = desk.now});
        }
        return Done{};
    });
}

Outcome finish_check(Desk& desk, PersonId person) {
    const Act what{.name = "finish_check",
                   .action = Action::answer_for_person,
                   .object = {.person = person},
                   .detail = "Answers checked with the person"};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        TRY(OpenAssessment open, open_to_check(desk, acting.tx, person));
        if (const std::optional<std::string> question = first_open(open)) {
            return Error{"assessment.not_finished",
                         "The check cannot be finished. A question has no answer. Give your own "
                         "answer to it first.",
                         *question};
        }
        TRY(open.record, assessment::advance(open.record, Status::checked, desk.today));
        store::change(acting.tx, open.record);
        store::add_step(acting.tx, person, "answers_checked", desk.today, desk.actor.to_text(), {},
                        open.record.id.to_text());
        keep_indicative(desk, acting, open);
        issue_allocation(desk, acting, open, policy::Issue::worked_out);
        acting.about = open.record.id.to_text();
        return Done{};
    });
}

}  // namespace casework
