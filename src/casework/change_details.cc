#include "casework/change_details.h"

#include "store/people.h"
#include "store/questions.h"
#include "store/staff.h"
#include "store/standing.h"

namespace casework {

namespace {

using people::Action;

Outcome check_worker(store::View& view, StaffId worker) {
    TRY(const people::Staff staff, store::load_staff(view, worker));
    if (!staff.works_with_people()) {
        return Error{"people.worker_unsuitable",
                     staff.name + " is not a social worker. Choose somebody who is."};
    }
    return Done{};
}

}  // namespace

Outcome change_own_details(Desk& desk, PersonId person, const OwnDetails& details) {
    const bool is_staff = desk.store.read([&](store::Snapshot& view) {
        return store::load_standing(view, desk.actor).staff.has_value();
    });
    return act(desk,
               {.name = "change_own_details",
                .action = is_staff ? Action::answer_for_person : Action::answer_questions,
                .object = {.person = person}},
               [&](Acting& acting) -> Outcome {
                   TRY(people::Person record, store::load_person(acting.tx, person));
                   if (details.place.empty()) {
                       return Error{"people.place_missing",
                                    "Enter the town or district. We use it to find support near "
                                    "by."};
                   }
                   if (details.language.empty()) {
                       return Error{"people.language_missing",
                                    "Enter the language you want to use with us."};
                   }
                   record.address = details.address;
                   record.place = details.place;
                   record.telephone = details.telephone;
                   record.format = details.format;
                   record.language = details.language;
                   store::change(acting.tx, record);
                   return Done{};
               });
}

Outcome change_council_details(Desk& desk, PersonId person, const CouncilDetails& details) {
    return act(desk,
               {.name = "change_council_details",
                .action = Action::start_record,
                .object = {.person = person}},
               [&](Acting& acting) -> Outcome {
                   TRY(people::Person record, store::load_person(acting.tx, person));
                   if (details.worker && details.worker != record.worker) {
                       TRY_DONE(check_worker(acting.tx, *details.worker));
                       store::hand_over_questions(acting.tx, person, *details.worker);
                   }
                   record.name = details.name;
                   record.born = details.born;
                   record.group = details.group;
                   record.worker = details.worker;
                   TRY_DONE(people::check(record, desk.today));
                   store::change(acting.tx, record);
                   return Done{};
               });
}

Result<people::Person> open_details(Desk& desk, PersonId person, std::string_view purpose) {
    return look(desk, person, Action::see_record, purpose,
                [&](store::Snapshot& view) { return store::load_person(view, person); });
}

}  // namespace casework
