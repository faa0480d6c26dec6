#include "store/steps.h"

namespace store {

namespace {

Bound text_or_none(std::string_view text) {
    return text.empty() ? Bound(std::nullopt) : Bound(text);
}

}  // namespace

void add_step(Tx& tx, PersonId person, std::string_view name, Date on, std::string_view by,
              const StreamId& stream, std::string_view about) {
    tx.run(
        "insert into step (authority, person, seq, name, on_date, stream, about, by) select ?, ?, "
        "coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from step where authority = ? and person = ?",
        tx.authority(), person, name, on, text_or_none(stream), text_or_none(about), by,
        tx.authority(), person);
}

std::vector<Step> load_steps(View& view, PersonId person) {
    std::vector<Step> found;
    for (Rows rows = view.query("select name, on_date, by, stream, about from step where authority "
                                "= ? and person = ? order by seq",
                                view.authority(), person);
         rows.next();) {
        found.push_back({rows.text(0), rows.date(1), rows.text(2), rows.text(3), rows.text(4)});
    }
    return found;
}

}  // namespace store
