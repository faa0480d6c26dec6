#include "casework/ask_about.h"

#include "casework/content.h"
#include "store/people.h"
#include "store/questions.h"
#include "store/staff.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

// The record's worker, else the worker on duty, else any who works with people.
Result<StaffId> worker_for(store::View& view, const people::Person& person) {
    if (person.worker) {
        return *person.worker;
    }
    if (const std::optional<people::Staff> duty = store::find_duty_worker(view)) {
        return duty->id;
    }
    for (const people::Staff& staff : store::load_all_staff(view)) {
        if (staff.works_with_people()) {
            return staff.id;
        }
    }
    return Error{"question.nobody_there",
                 "We could not find a worker to help you. Telephone the council instead. What you "
                 "wrote is still on this page."};
}

std::int64_t days_to_reply(const Desk& desk, const people::Person& person) {
    const auto package = desk.shelf.find(person.package);
    if (package != desk.shelf.end()) {
        const auto days = package->second->parameter("reply_working_days", desk.today);
        if (days) {
            const std::optional<std::int64_t> whole = days->value.to_int64();
            if (whole && *whole > 0 && *whole <= 60) {
                return *whole;
            }
        }
    }
    return reply_working_days;
}

std::string name_of(store::View& view, StaffId staff) {
    const Result<people::Staff> found = store::load_staff(view, staff);
    return found ? found->name : "the duty worker";
}

}  // namespace

Result<QuestionId> ask_about(Desk& desk, PersonId person, people::Ask ask, const std::string& about,
                             const std::string& own_words) {
    people::QuestionCase question;
    question.id = desk.new_id<QuestionId>();
    question.person = person;
    question.ask = ask;
    question.about = about;
    question.own_words = own_words;
    question.asked_on = desk.today;
    question.asked_by = desk.actor;
    return act(desk,
               {.name = "ask_about",
                .action = Action::ask_for_help,
                .object = {.person = person},
                .detail = std::string(words(ask))},
               [&](Acting& acting) -> Result<QuestionId> {
                   TRY_DONE(people::check(question));
                   TRY(const people::Person record, store::load_person(acting.tx, person));
                   if (!record.is_open_on(desk.today)) {
                       return Error{
                           "people.record_closed",
                           "This record is closed. Telephone the council if you have a question."};
                   }
                   TRY(question.worker, worker_for(acting.tx, record));
                   question.asked_by_name = acting.who.name;
                   question.reply_by =
                       working_days().after(desk.today, days_to_reply(desk, record));
                   store::keep(acting.tx, question);
                   store::add_step(acting.tx, person,
                                   ask == people::Ask::disagree ? "disagreed" : "help_asked",
                                   desk.today, desk.actor.to_text(), {}, question.id.to_text());
                   return question.id;
               });
}

Outcome reply_to_question(Desk& desk, PersonId person, QuestionId question,
                          const std::string& reply) {
    return act(desk,
               {.name = "reply_to_question",
                .action = Action::answer_question_case,
                .object = {.person = person}},
               [&](Acting& acting) -> Outcome {
                   TRY(const people::QuestionCase kept, store::load_question(acting.tx, question));
                   if (kept.person != person) {
                       return Error{"question.not_found",
                                    "There is no such question here. Go back to the list."};
                   }
                   TRY(const people::QuestionCase replied,
                       people::answered(kept, {reply, desk.today, acting.who.name}));
                   store::keep_reply(acting.tx, replied);
                   store::add_step(acting.tx, person, "question_answered", desk.today,
                                   desk.actor.to_text(), {}, question.to_text());
                   acting.about = question.to_text();
                   return Done{};
               });
}

Result<std::vector<AskedQuestion>> questions_of(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "questions",
                [&](store::Snapshot& view) -> Result<std::vector<AskedQuestion>> {
                    TRY(const people::Person record, store::load_person(view, person));
                    std::vector<AskedQuestion> found;
                    for (people::QuestionCase& question : store::load_questions_of(view, person)) {
                        std::string about = words_about(desk.shelf, record, question.about);
                        std::string worker = name_of(view, question.worker);
                        found.push_back(AskedQuestion{std::move(question), std::move(about),
                                                      std::move(worker)});
                    }
                    return found;
                });
}

Result<AskedQuestion> open_question(Desk& desk, PersonId person, QuestionId question) {
    TRY(std::vector<AskedQuestion> all, questions_of(desk, person));
    for (AskedQuestion& asked : all) {
        if (asked.question.id == question) {
            return std::move(asked);
        }
    }
    return Error{"question.not_found",
                 "There is no such question here. Go back to the list and choose again."};
}

std::string words_about(const Shelf& shelf, const people::Person& person,
                        const std::string& about) {
    const auto package = shelf.find(person.package);
    const std::size_t colon = about.find(':');
    const std::string kind = about.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : about.substr(colon + 1);
    if (package != shelf.end()) {
        if (kind == "question") {
            if (const policy::Question* found = package->second->question(rest)) {
                return "the question “" + found->text + "”";
            }
        }
        if (kind == "sum") {
            if (const policy::Stream* found = package->second->stream(rest)) {
                return "the sum for " + found->name;
            }
        }
        if (kind == "contribution") {
            if (const policy::Stream* found = package->second->stream(rest)) {
                return "what you pay towards " + found->name;
            }
        }
    }
    if (about == "sum:assessment") {
        return "the sums of the assessment";
    }
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"question", "a question"},
        {"sum", "a sum"},
        {"plan", "your plan"},
        {"budget", "your budget"},
        {"decision", "a decision"},
        {"order", "an order"},
        {"delivery", "a visit or delivery"},
        {"contribution", "what you pay"},
        {"statement", "your statement"},
        {"orders", "your orders"},
        {"provider", "a provider"},
        {"report", "a report of what was spent"},
    };
    for (const auto& [name, words] : known) {
        if (name == kind) {
            return std::string(words);
        }
    }
    return "your support";
}

Result<std::string> what_is_asked_about(Desk& desk, PersonId person, const std::string& about) {
    return desk.store.read([&](store::Snapshot& view) -> Result<std::string> {
        TRY(const people::Person record, store::load_person(view, person));
        return words_about(desk.shelf, record, about);
    });
}

}  // namespace casework
