#include "store/people.h"

#include <cctype>

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, name, born, client_group, address, place, telephone, format, language, worker, "
    "first_contact, died_on, moved_on, ended_on, package, reference from person ";

people::Person read_person(const Rows& rows) {
    const auto group = people::client_group_from_text(rows.text(3));
    const auto format = people::format_from_text(rows.text(7));
    CHECK(group && format);
    people::Person person;
    person.id = rows.id<PersonId>(0);
    person.name = rows.text(1);
    person.born = rows.date(2);
    person.group = *group;
    person.address = rows.text(4);
    person.place = rows.text(5);
    person.telephone = rows.text(6);
    person.format = *format;
    person.language = rows.text(8);
    if (!rows.is_null(9)) {
        person.worker = rows.id<StaffId>(9);
    }
    person.first_contact = rows.date(10);
    person.died_on = rows.date_or_none(11);
    person.moved_on = rows.date_or_none(12);
    person.ended_on = rows.date_or_none(13);
    person.package = rows.text(14);
    person.reference = rows.text(15);
    return person;
}

std::vector<people::Person> read_people(Rows rows) {
    std::vector<people::Person> found;
    while (rows.next()) {
        found.push_back(read_person(rows));
    }
    return found;
}

}  // namespace

Result<people::Person> load_person(View& view, PersonId person) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), person);
    if (!rows.next()) {
        return Error{"people.not_found",
                     "There is no such record here. Check the address of the page, or go back."};
    }
    return read_person(rows);
}

std::vector<people::Person> load_people_of(View& view, StaffId worker) {
    const std::string sql =
        std::string(columns) + "where authority = ? and worker = ? order by name, id";
    return read_people(view.query(sql, view.authority(), worker));
}

std::vector<people::Person> load_people(View& view) {
    const std::string sql = std::string(columns) + "where authority = ? order by reference";
    return read_people(view.query(sql, view.authority()));
}

std::string next_reference(View& view) {
    std::string letters;
    for (const char letter : view.authority()) {
        if (letter >= 'a' && letter <= 'z' && letters.size() < 2) {
            letters.push_back(static_cast<char>(std::toupper(letter)));
        }
    }
    Rows rows = view.query("select count(*) from person where authority = ?", view.authority());
    CHECK(rows.next());
    const std::string number = std::to_string(rows.number(0) + 1);
    return letters + "-" + std::string(number.size() < 5 ? 5 - number.size() : 0, '0') + number;
}

void keep(Tx& tx, const people::Person& person) {
    tx.run(
        "insert into person (authority, id, name, born, client_group, address, place, telephone, "
        "format, language, worker, first_contact, died_on, moved_on, ended_on, package, reference) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), person.id, person.name, person.born, people::to_text(person.group),
        person.address, person.place, person.telephone, people::to_text(person.format),
        person.language, person.worker, person.first_contact, person.died_on, person.moved_on,
        person.ended_on, person.package, person.reference);
}

void change(Tx& tx, const people::Person& person) {
    tx.run(
        "update person set name = ?, born = ?, client_group = ?, address = ?, place = ?, "
        "telephone = ?, format = ?, language = ?, worker = ?, died_on = ?, moved_on = ?, ended_on "
        "= ?, package = ? where authority = ? and id = ?",
        person.name, person.born, people::to_text(person.group), person.address, person.place,
        person.telephone, people::to_text(person.format), person.language, person.worker,
        person.died_on, person.moved_on, person.ended_on, person.package, tx.authority(),
        person.id);
}

}  // namespace store
