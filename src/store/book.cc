#include "store/book.h"

#include "base/digest.h"

namespace store {

namespace {

void set(Tx& tx, std::string_view name, std::string_view value) {
    tx.run(
        "insert into book (name, value) values (?, ?) on conflict (name) do update set value = "
        "excluded.value",
        name, value);
}

}  // namespace

BookFacts load_book_facts(View& view) {
    BookFacts facts;
    facts.council_name = view.authority();
    for (Rows rows = view.query("select name, value from book"); rows.next();) {
        const std::string name = rows.text(0);
        if (name == "council_name") {
            facts.council_name = rows.text(1);
        } else if (name == "is_example") {
            facts.is_example = rows.text(1) == "yes";
        } else if (name == "example_day") {
            const Result<Date> day = Date::parse(rows.text(1));
            CHECK(day.has_value());
            facts.example_day = *day;
        } else if (name == "secret") {
            facts.secret = rows.text(1);
        }
    }
    return facts;
}

std::string load_secret(View& view) {
    Rows rows = view.query("select value from book where name = 'secret'");
    return rows.next() ? rows.text(0) : std::string();
}

void name_council(Tx& tx, std::string_view council_name, bool is_example) {
    set(tx, "council_name", council_name);
    set(tx, "is_example", is_example ? "yes" : "no");
}

void set_example_day(Tx& tx, Date day) {
    set(tx, "example_day", day.to_text());
}

void ensure_secret(Tx& tx, Random& random) {
    tx.run("insert into book (name, value) values ('secret', ?) on conflict do nothing",
           base::to_hex(random.bytes(32)));
}

}  // namespace store
