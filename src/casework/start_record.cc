#include "casework/start_record.h"

#include "casework/sign_in.h"
#include "store/accounts.h"
#include "store/book.h"
#include "store/contacts.h"
#include "store/people.h"
#include "store/staff.h"
#include "store/standing.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

people::Person person_of(const NewRecord& record, PersonId id) {
    people::Person person;
    person.id = id;
    person.name = record.name;
    person.born = record.born;
    person.group = record.group;
    person.address = record.address;
    person.place = record.place;
    person.telephone = record.telephone;
    person.format = record.format;
    person.language = record.language;
    person.first_contact = record.first_contact;
    person.package = record.package;
    return person;
}

// The worker named, else whoever starts the record when she may carry one.
Result<std::optional<StaffId>> worker_of(const Acting& acting, const NewRecord& record) {
    if (record.without_worker) {
        return std::optional<StaffId>();
    }
    if (!record.worker) {
        const bool own = acting.who.staff && (acting.who.has(people::Role::social_worker) ||
                                              acting.who.has(people::Role::manager));
        return own ? acting.who.staff : std::optional<StaffId>();
    }
    TRY(const people::Staff staff, store::load_staff(acting.tx, *record.worker));
    if (!staff.works_with_people()) {
        return Error{"people.worker_unsuitable",
                     staff.name + " is not a social worker. Choose somebody who is."};
    }
    return std::optional(staff.id);
}

Outcome take_contact(store::Tx& tx, ContactId id, PersonId person) {
    TRY(people::Contact contact, store::load_contact(tx, id));
    if (!contact.waits()) {
        return Error{"contact.already_ended",
                     "Somebody has already dealt with this request for help. Go back to your list "
                     "and look for the record."};
    }
    contact.person = person;
    store::end_contact(tx, contact);
    return Done{};
}

AccountId open_account(Desk& desk, store::Tx& tx, const people::Person& person) {
    identity::Account account;
    account.id = desk.new_id<AccountId>();
    account.name = person.name;
    account.kind = identity::AccountKind::person;
    account.person = person.id;
    account.made_at = desk.now;
    store::keep(tx, account);
    return account.id;
}

}  // namespace

Result<StartedRecord> start_record(Desk& desk, const NewRecord& record) {
    people::Person person = person_of(record, desk.new_id<PersonId>());
    StartedRecord started;
    TRY(started.person,
        act(desk,
            {.name = "start_record",
             .action = Action::start_record,
             .object = {.person = person.id}},
            [&](Acting& acting) -> Result<PersonId> {
                if (record.place.empty()) {
                    return Error{"people.place_missing",
                                 "Enter the town or district. It is used to find support near by."};
                }
                if (!desk.shelf.contains(record.package)) {
                    person.package.clear();
                }
                TRY_DONE(people::check(person, desk.today));
                TRY(person.worker, worker_of(acting, record));
                if (record.contact) {
                    TRY_DONE(take_contact(acting.tx, *record.contact, person.id));
                }
                person.reference = store::next_reference(acting.tx);
                store::keep(acting.tx, person);
                const std::string by = desk.is_system ? "system" : desk.actor.to_text();
                store::add_step(acting.tx, person.id, "first_contact", person.first_contact, by);
                store::add_step(acting.tx, person.id, "record_started", desk.today, by);
                if (record.with_account) {
                    store::ensure_secret(acting.tx, desk.random);
                    started.paper_code =
                        give_paper_code(acting, desk, open_account(desk, acting.tx, person));
                }
                return person.id;
            }));
    return started;
}

Result<std::optional<std::string>> renew_code_of_person(Desk& desk, PersonId person) {
    std::optional<std::string> code;
    TRY_DONE(act(desk,
                 {.name = "renew_paper_code",
                  .action = Action::start_record,
                  .object = {.person = person},
                  .detail = "a new code on paper"},
                 [&](Acting& acting) -> Outcome {
                     TRY(const people::Person record, store::load_person(acting.tx, person));
                     const std::optional<identity::Account> account =
                         store::find_account_of(acting.tx, person);
                     store::ensure_secret(acting.tx, desk.random);
                     code = give_paper_code(
                         acting, desk,
                         account ? account->id : open_account(desk, acting.tx, record));
                     return Done{};
                 }));
    return code;
}

Result<RecordChoices> record_choices(Desk& desk) {
    return consult(desk, Action::start_record, {},
                   [&](store::Snapshot& view) -> Result<RecordChoices> {
                       RecordChoices choices;
                       const people::Standing who = store::load_standing(view, desk.actor);
                       for (people::Staff& staff : store::load_all_staff(view)) {
                           if (!staff.works_with_people()) {
                               continue;
                           }
                           if (who.staff == staff.id) {
                               choices.own = staff.id;
                           }
                           choices.workers.push_back(std::move(staff));
                       }
                       for (const auto& [id, package] : desk.shelf) {
                           choices.packages.emplace_back(id, package->title());
                       }
                       return choices;
                   });
}

}  // namespace casework
