#include "store/staff.h"

#include "base/text.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, name, team, roles, stream, sign_off_weekly, sign_off_variance, is_duty from staff ";

people::Staff read_staff(const Rows& rows) {
    people::Staff staff;
    staff.id = rows.id<StaffId>(0);
    staff.name = rows.text(1);
    staff.team = rows.text(2);
    for (const std::string& code : base::split_text(rows.text(3), ';')) {
        if (const std::optional<people::Role> role = people::role_from_text(code)) {
            staff.roles.insert(*role);
        }
    }
    if (!rows.is_null(4)) {
        staff.stream = rows.text(4);
    }
    staff.sign_off_weekly = rows.money(5);
    staff.sign_off_variance = rows.number(6);
    staff.is_duty = rows.flag(7);
    return staff;
}

std::string role_codes(const people::Staff& staff) {
    std::vector<std::string> codes;
    for (const people::Role role : staff.roles) {
        codes.emplace_back(people::to_text(role));
    }
    return base::join_text(codes, ";");
}

}  // namespace

Result<people::Staff> load_staff(View& view, StaffId staff) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), staff);
    if (!rows.next()) {
        return Error{
            "staff.not_found",
            "There is no such member of staff here. Go back to the list and choose again."};
    }
    return read_staff(rows);
}

std::vector<people::Staff> load_all_staff(View& view) {
    std::vector<people::Staff> found;
    const std::string sql = std::string(columns) + "where authority = ? order by name, id";
    for (Rows rows = view.query(sql, view.authority()); rows.next();) {
        found.push_back(read_staff(rows));
    }
    return found;
}

std::optional<people::Staff> find_duty_worker(View& view) {
    const std::string sql =
        std::string(columns) + "where authority = ? and is_duty = 1 order by name, id limit 1";
    Rows rows = view.query(sql, view.authority());
    return rows.next() ? std::optional(read_staff(rows)) : std::nullopt;
}

void keep(Tx& tx, const people::Staff& staff) {
    tx.run(
        "insert into staff (authority, id, name, team, roles, stream, sign_off_weekly, "
        "sign_off_variance, is_duty) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), staff.id, staff.name, staff.team, role_codes(staff), staff.stream,
        staff.sign_off_weekly, staff.sign_off_variance, staff.is_duty);
}

void change(Tx& tx, const people::Staff& staff) {
    tx.run(
        "update staff set name = ?, team = ?, roles = ?, stream = ?, sign_off_weekly = ?, "
        "sign_off_variance = ?, is_duty = ? where authority = ? and id = ?",
        staff.name, staff.team, role_codes(staff), staff.stream, staff.sign_off_weekly,
        staff.sign_off_variance, staff.is_duty, tx.authority(), staff.id);
}

}  // namespace store
