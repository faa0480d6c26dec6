#include "casework/review_support.h"

#include "store/people.h"
#include "store/reviews.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

Outcome check_ahead(Date due_on, Date today) {
    if (due_on < today) {
        return Error{"review.due_past",
                     "The day of the next review must be today or later. Check the date."};
    }
    return Done{};
}

}  // namespace

Outcome set_review(Desk& desk, PersonId person, people::ReviewKind kind, Date due_on) {
    return act(desk,
               {.name = "set_review",
                .action = Action::answer_for_person,
                .object = {.person = person},
                .detail = "on " + due_on.for_people()},
               [&](Acting& acting) -> Outcome {
                   TRY(const people::Person record, store::load_person(acting.tx, person));
                   if (!record.is_open_on(desk.today)) {
                       return Error{"people.record_closed",
                                    "This record is closed. No new review can be set."};
                   }
                   TRY_DONE(check_ahead(due_on, desk.today));
                   people::Review review = store::find_review_to_come(acting.tx, person)
                                               .value_or(people::Review{.person = person});
                   review.kind = kind;
                   review.due_on = due_on;
                   store::keep(acting.tx, review);
                   store::add_step(acting.tx, person, "review_set", desk.today,
                                   desk.actor.to_text());
                   return Done{};
               });
}

Outcome record_review(Desk& desk, PersonId person, const ReviewRecord& record) {
    return act(desk,
               {.name = "record_review",
                .action = Action::answer_for_person,
                .object = {.person = person},
                .detail = std::string(words(record.outcome))},
               [&](Acting& acting) -> Outcome {
                   TRY_DONE(store::load_person(acting.tx, person));
                   const people::ReviewHeld held{record.held_on, record.outcome, record.notes,
                                                 acting.who.name};
                   TRY_DONE(people::check(held, desk.today));
                   people::Review review =
                       store::find_review_to_come(acting.tx, person)
                           .value_or(people::Review{.person = person, .due_on = record.held_on});
                   review.kind = record.kind;
                   review.held = held;
                   store::keep(acting.tx, review);
                   store::add_step(acting.tx, person, "review_held", record.held_on,
                                   desk.actor.to_text(), {}, people::to_text(record.outcome));
                   if (record.next_on) {
                       TRY_DONE(check_ahead(*record.next_on, desk.today));
                       store::keep(acting.tx, people::Review{.person = person,
                                                             .kind = record.next_kind,
                                                             .due_on = *record.next_on});
                       store::add_step(acting.tx, person, "review_set", desk.today,
                                       desk.actor.to_text());
                   }
                   return Done{};
               });
}

}  // namespace casework
