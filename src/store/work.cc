#include "store/work.h"

namespace store {

namespace {

using people::Waiting;

// Each text gives the columns person, name, day, about for the people joined as `p`; the end of the
// condition, which records, is put behind it.
struct Search {
    Waiting waiting;
    std::string_view sql;
};

constexpr std::string_view sent_plan =
    "select p.id, p.name, (select max(s.on_date) from step s where s.authority = p.authority and "
    "s.person = p.id and s.name = 'plan_sent'), l.id, l.from_date from plan l join person p on "
    "p.authority = l.authority and p.id = l.person where l.status = 'sent'";
constexpr std::string_view agreed_plan =
    "select p.id, p.name, (select max(s.on_date) from step s where s.authority = p.authority and "
    "s.person = p.id and s.name = 'plan_agreed'), l.id, l.from_date from plan l join person p on "
    "p.authority = l.authority and p.id = l.person where l.status = 'agreed'";

// A line whose days are not all paid, and whose nominee ended or has a closed account.
constexpr std::string_view left_by_nominee =
    "select p.id, p.name, y.ended_on, l.id, l.from_date from payee y join budget_line l on "
    "l.authority = y.authority and l.holder = y.id join person p on p.authority = y.authority and "
    "p.id = y.person where y.ended_on is not null and l.version = (select max(b.version) from "
    "budget b where b.authority = l.authority and b.id = l.budget) and l.until_date > "
    "coalesce((select max(i.covers_until) from instalment i where i.authority = l.authority and "
    "i.person = p.id and i.line = l.id), l.from_date)";
constexpr std::string_view nominee_shut_out =
    "select p.id, p.name, (select max(c.on_date) from act c where c.authority = p.authority and "
    "c.person = p.id and c.about = a.id and c.name = 'close_helper'), l.id, l.from_date from payee "
    "y join relationship r on r.authority = y.authority and r.id = y.relationship join account a "
    "on a.authority = r.authority and a.id = r.helper join budget_line l on l.authority = "
    "y.authority and l.holder = y.id join person p on p.authority = y.authority and p.id = "
    "y.person where y.ended_on is null and a.state = 'closed' and l.version = (select "
    "max(b.version) from budget b where b.authority = l.authority and b.id = l.budget) and "
    "l.until_date > coalesce((select max(i.covers_until) from instalment i where i.authority = "
    "l.authority and i.person = p.id and i.line = l.id), l.from_date)";

constexpr Search searches[] = {
    {Waiting::answers_to_check,
     "select p.id, p.name, a.sent_on, a.id, a.started_on from assessment a join person p on "
     "p.authority = a.authority and p.id = a.person where a.status = 'sent'"},
    {Waiting::decision_to_make,
     "select p.id, p.name, a.checked_on, a.id, a.started_on from assessment a join person p on "
     "p.authority = a.authority and p.id = a.person where a.status = 'checked'"},
    {Waiting::plan_to_read, sent_plan},
    {Waiting::plan_to_accept, agreed_plan},
    {Waiting::delivery_disputed,
     "select p.id, p.name, d.reported_on, d.id, d.on_date from delivery d join person p on "
     "p.authority = d.authority and p.id = d.person where d.status = 'disputed'"},
    {Waiting::delivery_unanswered,
     "select p.id, p.name, d.reported_on, d.id, d.on_date from delivery d join person p on "
     "p.authority = d.authority and p.id = d.person join reminder n on n.authority = d.authority "
     "and n.delivery = d.id and n.who = 'worker' where d.status = 'reported'"},
    {Waiting::review,
     "select p.id, p.name, r.due_on, null, r.due_on from review r join person p on p.authority = "
     "r.authority and p.id = r.person where r.held_on is null"},
    {Waiting::nominee_ended, left_by_nominee},
    {Waiting::nominee_closed, nominee_shut_out},
};

// After a death nobody else can answer: a worker does, on evidence.
constexpr std::string_view left_unanswered =
    "select p.id, p.name, d.reported_on, d.id, d.on_date from delivery d join person p on "
    "p.authority = d.authority and p.id = d.person where p.died_on is not null and d.status in "
    "('reported', 'disputed') and p.authority = ? and ";

constexpr std::string_view waiting_questions =
    "select p.id, p.name, q.reply_by, q.id, q.asked_on, q.ask from question_case q join person p "
    "on p.authority = q.authority and p.id = q.person where q.reply is null and q.authority = ? "
    "and q.worker = ? order by q.reply_by, q.id";

WorkRow read_row(const Rows& rows, Waiting waiting) {
    WorkRow row;
    row.waiting = waiting;
    row.person = rows.id<PersonId>(0);
    row.person_name = rows.text(1);
    row.day = rows.is_null(2) ? rows.date(4) : rows.date(2);
    row.about = rows.text(3);
    return row;
}

}  // namespace

std::vector<WorkRow> find_waiting_work(View& view, std::optional<StaffId> worker) {
    std::vector<WorkRow> found;
    for (const Search& search : searches) {
        const std::string sql = std::string(search.sql) +
                                " and p.authority = ? and p.died_on is null and p.moved_on is null "
                                "and p.ended_on is null and " +
                                (worker ? "p.worker = ?" : "p.worker is null and ? is null") +
                                " order by 3, 1";
        for (Rows rows = view.query(sql, view.authority(), worker); rows.next();) {
            found.push_back(read_row(rows, search.waiting));
        }
    }
    const std::string unanswered = std::string(left_unanswered) +
                                   (worker ? "p.worker = ?" : "p.worker is null and ? is null") +
                                   " order by 3, 1";
    for (Rows rows = view.query(unanswered, view.authority(), worker); rows.next();) {
        found.push_back(read_row(rows, Waiting::delivery_unanswered));
    }
    if (worker) {
        for (Rows rows = view.query(waiting_questions, view.authority(), *worker); rows.next();) {
            found.push_back(read_row(
                rows, rows.text(5) == "disagree" ? Waiting::disagreement : Waiting::question));
        }
    }
    return found;
}

}  // namespace store
