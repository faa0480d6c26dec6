#include "casework/close_record.h"

#include "casework/end_orders.h"
#include "store/people.h"
#include "store/steps.h"

namespace casework {

namespace {

std::string_view step_name(ClosedBy why) {
    switch (why) {
        case ClosedBy::death:
            return "died";
        case ClosedBy::move:
            return "moved_away";
        case ClosedBy::end:
            return "support_ended";
    }
    return "";
}

void write_fact(people::Person& person, ClosedBy why, Date on) {
    switch (why) {
        case ClosedBy::death:
            person.died_on = on;
            return;
        case ClosedBy::move:
            person.moved_on = on;
            return;
        case ClosedBy::end:
            person.ended_on = on;
            return;
    }
}

}  // namespace

std::string_view words(ClosedBy why) {
    switch (why) {
        case ClosedBy::death:
            return "The person died";
        case ClosedBy::move:
            return "The person moved to another council";
        case ClosedBy::end:
            return "The person no longer wants or needs support";
    }
    return "";
}

Outcome close_record(Desk& desk, PersonId person, ClosedBy why, Date on) {
    return act(desk,
               {.name = "close_record",
                .action = people::Action::close_record,
                .object = {.person = person},
                .detail = "from " + on.for_people()},
               [&](Acting& acting) -> Outcome {
                   TRY(people::Person record, store::load_person(acting.tx, person));
                   // A death is recorded on a record that was to end for another reason, too.
                   if (record.died_on || (record.closed_on() && why != ClosedBy::death)) {
                       return Error{"people.record_closed",
                                    "This record is already closed. Nothing has changed."};
                   }
                   if (why == ClosedBy::death && on > desk.today) {
                       return Error{"people.close_ahead",
                                    "The day must be today or earlier. Check the date."};
                   }
                   if (on < record.first_contact) {
                       return Error{"people.close_before_contact",
                                    "The day is before the first contact on " +
                                        record.first_contact.for_people() + ". Check the date."};
                   }
                   write_fact(record, why, on);
                   store::change(acting.tx, record);
                   store::add_step(acting.tx, person, step_name(why), on, desk.actor.to_text());
                   if (why == ClosedBy::death) {
                       TRY(const std::size_t ended, end_orders_after(desk, acting.tx, person, on));
                       if (ended > 0) {
                           acting.detail += ", orders ended: " + std::to_string(ended);
                       }
                   }
                   return Done{};
               });
}

}  // namespace casework
