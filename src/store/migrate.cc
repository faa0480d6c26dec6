#include "store/migrate.h"

#include <set>
#include <string>

#include "store/planner_facts.h"

namespace store {

std::size_t count_migrations(View& view) {
    Rows rows = view.query("select count(*) from migration");
    return rows.next() ? static_cast<std::size_t>(rows.number(0)) : 0;
}

Outcome migrate(Connection& writer, const AuthorityId& authority) {
    writer.run_script(
        "create table if not exists migration (name text not null primary key, done_at text not "
        "null);"
        "create table if not exists book (name text not null primary key, value text not null);");
    std::set<std::string> known;
    for (const Migration& migration : migrations()) {
        known.emplace(migration.name);
    }
    std::set<std::string> done;
    for (Rows rows = writer.query("select name from migration"); rows.next();) {
        done.insert(rows.text(0));
        if (!known.contains(rows.text(0))) {
            return Error{"store.newer_book",
                         "This book was last written by a newer version of Onepurse (" +
                             rows.text(0) + "). Use that version."};
        }
    }
    bool has_grown = false;
    for (const Migration& migration : migrations()) {
        if (!done.contains(std::string(migration.name))) {
            has_grown = true;
            writer.run_script("begin immediate;" + std::string(migration.sql));
            writer.run(
                "insert into migration (name, done_at) values (?, strftime('%Y-%m-%dT%H:%M:%SZ', "
                "'now'))",
                migration.name);
            writer.run_script("commit");
        }
    }
    writer.run("insert into book (name, value) values ('authority', ?) on conflict do nothing",
               authority);
    if (writer.failure()) {
        return *writer.failure();
    }
    if (has_grown) {
        TRY_DONE(tell_planner(writer));
    }
    Rows rows = writer.query("select value from book where name = 'authority'");
    if (!rows.next() || rows.text(0) != authority) {
        return Error{"store.other_authority",
                     "This book belongs to " + rows.text(0) + ", not to " + authority + "."};
    }
    return Done{};
}

}  // namespace store
