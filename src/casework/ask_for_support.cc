#include "casework/ask_for_support.h"

#include "store/contacts.h"

namespace casework {

namespace {

using people::Action;

// The desk as the system's own while it lives.
class AsSystem {
public:
    explicit AsSystem(Desk& desk) : desk_(desk), before_(desk.is_system) { desk.is_system = true; }
    ~AsSystem() { desk_.is_system = before_; }
    AsSystem(const AsSystem&) = delete;
    AsSystem& operator=(const AsSystem&) = delete;

private:
    Desk& desk_;
    bool before_;
};

Result<ContactId> keep_contact(Desk& desk, const std::string& name, people::Contact contact) {
    contact.id = desk.new_id<ContactId>();
    return act(desk,
               {.name = name,
                .action = Action::start_record,
                .detail = "somebody asked for help, " + std::string(words(contact.channel))},
               [&](Acting& acting) -> Result<ContactId> {
                   TRY_DONE(people::check(contact, desk.today));
                   store::keep(acting.tx, contact, desk.now);
                   return contact.id;
               });
}

}  // namespace

Result<ContactId> ask_for_support(Desk& desk, people::Contact contact) {
    const AsSystem as_system(desk);
    contact.channel = people::Channel::page;
    contact.on = desk.today;
    return keep_contact(desk, "ask_for_support", std::move(contact));
}

Result<ContactId> record_contact(Desk& desk, people::Contact contact) {
    return keep_contact(desk, "record_contact", std::move(contact));
}

Outcome close_contact(Desk& desk, ContactId contact, const std::string& why) {
    return act(desk, {.name = "close_contact", .action = Action::start_record},
               [&](Acting& acting) -> Outcome {
                   TRY(people::Contact kept, store::load_contact(acting.tx, contact));
                   if (!kept.waits()) {
                       return Error{"contact.already_ended",
                                    "Somebody has already dealt with this. Go back to your list."};
                   }
                   if (why.empty()) {
                       return Error{"contact.why_missing", "Write why no record is started."};
                   }
                   kept.closed_why = why;
                   store::end_contact(acting.tx, kept);
                   acting.about = contact.to_text();
                   return Done{};
               });
}

Result<std::vector<people::Contact>> waiting_contacts(Desk& desk) {
    return consult(desk, Action::start_record, {},
                   [](store::Snapshot& view) -> Result<std::vector<people::Contact>> {
                       return store::load_waiting_contacts(view);
                   });
}

Result<people::Contact> open_contact(Desk& desk, ContactId contact) {
    return consult(desk, Action::start_record, {},
                   [&](store::Snapshot& view) { return store::load_contact(view, contact); });
}

}  // namespace casework
