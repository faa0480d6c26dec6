#include "store/planner_facts.h"

#include <algorithm>
#include <string>
#include <vector>

namespace store {

namespace {

// How many rows of a large book are left when 1, 2, 3 ... columns of an index are given: a person
// has some dozens of anything, and one thing of hers a few parts.
constexpr std::int64_t rows_of_a_table = 1'000'000;
constexpr std::int64_t left_by_two = 40;
constexpr std::int64_t left_by_each_more = 4;

struct Index {
    std::string table;
    std::string name;  // the table's own where the rows lie in the index
    bool is_unique = false;
    std::int64_t columns = 0;
};

std::vector<Index> indexes_led_by_authority(Connection& writer) {
    std::vector<Index> found;
    for (Rows rows = writer.query(
             "select t.name, case when t.wr and i.origin = 'pk' then t.name else i.name end, "
             "i.\"unique\", (select count(*) from pragma_index_info(i.name)) from "
             "pragma_table_list t join pragma_index_list(t.name) i where t.schema = 'main' and "
             "t.type = 'table' and (select name from pragma_index_info(i.name) where seqno = 0) = "
             "'authority' order by 1, 2");
         rows.next();) {
        found.push_back({rows.text(0), rows.text(1), rows.number(2) != 0, rows.number(3)});
    }
    return found;
}

// "ROWS LEFT-BY-ONE LEFT-BY-TWO ...", as sqlite_stat1 keeps it.
std::string facts_of(const Index& index) {
    std::string facts = std::to_string(rows_of_a_table);
    std::int64_t left = rows_of_a_table;
    for (std::int64_t given = 1; given <= index.columns; ++given) {
        const bool is_one = index.is_unique && given == index.columns;
        if (given > 1) {
            left = given == 2 ? left_by_two : std::max<std::int64_t>(2, left / left_by_each_more);
        }
        facts += ' ' + std::to_string(is_one ? 1 : left);
    }
    return facts;
}

}  // namespace

Outcome tell_planner(Connection& writer) {
    // The table of facts can only be made by analysing something; what that found is not kept.
    writer.run_script("begin immediate; analyze migration; delete from sqlite_stat1");
    for (const Index& index : indexes_led_by_authority(writer)) {
        writer.run("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)", index.table,
                   index.name, facts_of(index));
    }
    writer.run_script("commit; analyze sqlite_schema");
    if (writer.failure()) {
        return *writer.failure();
    }
    return Done{};
}

}  // namespace store
