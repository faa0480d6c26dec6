#include "store/contacts.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, name, reach, own_words, format, channel, on_date, person, closed_why from contact ";

people::Contact read_contact(const Rows& rows) {
    const auto format = people::format_from_text(rows.text(4));
    const auto channel = people::channel_from_text(rows.text(5));
    CHECK(format && channel);
    people::Contact contact;
    contact.id = rows.id<ContactId>(0);
    contact.name = rows.text(1);
    contact.reach = rows.text(2);
    contact.own_words = rows.text(3);
    contact.format = *format;
    contact.channel = *channel;
    contact.on = rows.date(6);
    if (!rows.is_null(7)) {
        contact.person = rows.id<PersonId>(7);
    }
    contact.closed_why = rows.text(8);
    return contact;
}

}  // namespace

Result<people::Contact> load_contact(View& view, ContactId contact) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), contact);
    if (!rows.next()) {
        return Error{"contact.not_found",
                     "There is no such request for help here. Go back to your list of work."};
    }
    return read_contact(rows);
}

std::vector<people::Contact> load_waiting_contacts(View& view) {
    std::vector<people::Contact> found;
    const std::string sql = std::string(columns) +
                            "where authority = ? and person is null and closed_why is null order "
                            "by on_date, id";
    for (Rows rows = view.query(sql, view.authority()); rows.next();) {
        found.push_back(read_contact(rows));
    }
    return found;
}

void keep(Tx& tx, const people::Contact& contact, Instant at) {
    tx.run(
        "insert into contact (authority, id, name, reach, own_words, format, channel, on_date, at, "
        "person, closed_why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), contact.id, contact.name, contact.reach, contact.own_words,
        people::to_text(contact.format), people::to_text(contact.channel), contact.on, at,
        contact.person,
        contact.closed_why.empty() ? Bound(std::nullopt) : Bound(contact.closed_why));
}

void end_contact(Tx& tx, const people::Contact& contact) {
    tx.run("update contact set person = ?, closed_why = ? where authority = ? and id = ?",
           contact.person,
           contact.closed_why.empty() ? Bound(std::nullopt) : Bound(contact.closed_why),
           tx.authority(), contact.id);
}

}  // namespace store
