#include "casework/caseload.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "store/accounts.h"
#include "store/contacts.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/reviews.h"
#include "store/staff.h"
#include "store/standing.h"
#include "store/work.h"

namespace casework {

namespace {

using people::Action;
using people::Waiting;

struct Kind {
    Waiting waiting;
    std::string_view noun;      // counted: "plan"
    std::string_view verb;      // behind it: "to read"
    std::string_view why;       // before the day
    std::string_view next_act;  // of the link
    bool has_until = false;
};

constexpr std::array<Kind, 11> kinds = {{
    {Waiting::question, "question", "to answer", "A reply is promised by", "Reply", true},
    {Waiting::disagreement, "disagreement", "to answer", "A reply is promised by", "Reply", true},
    {Waiting::answers_to_check, "set of answers", "to check", "The answers were sent on",
     "Check the answers", false},
    {Waiting::decision_to_make, "decision", "to make", "The answers were checked on", "Decide",
     false},
    {Waiting::plan_to_read, "plan", "to read", "The plan was sent on", "Read the plan", false},
    {Waiting::plan_to_accept, "agreed plan", "the person has not accepted yet",
     "The plan was agreed on", "See the plan", false},
    {Waiting::delivery_disputed, "visit", "in dispute", "The person disagreed about a visit on",
     "Look at the visit", false},
    {Waiting::delivery_unanswered, "report", "nobody answered", "The visit was reported on",
     "Look at the visit", false},
    {Waiting::review, "review", "to hold", "The review is set for", "Record the review", true},
    {Waiting::nominee_ended, "direct payment", "without a nominee", "The nominee ended on",
     "Say who holds the money", false},
    {Waiting::nominee_closed, "direct payment", "held up by a closed account",
     "The nominee’s account was closed on", "Say who holds the money", false},
}};

const Kind& kind_of(Waiting waiting) {
    return kinds[static_cast<std::size_t>(waiting)];
}

WorkItem item_of(const store::WorkRow& row, Date today) {
    const Kind& kind = kind_of(row.waiting);
    WorkItem item;
    item.waiting = row.waiting;
    item.person = row.person;
    item.person_name = row.person_name;
    item.day = row.day;
    item.has_until = kind.has_until;
    item.is_late = kind.has_until && row.day < today;
    item.about = row.about;
    item.why = std::string(kind.why) + " " + row.day.for_people();
    item.next_act = kind.next_act;
    return item;
}

std::vector<WorkItem> items_of(const std::vector<store::WorkRow>& rows, Date today) {
    std::vector<WorkItem> items;
    for (const store::WorkRow& row : rows) {
        if (row.waiting == Waiting::review && row.day > today.plus_days(review_days_ahead)) {
            continue;
        }
        items.push_back(item_of(row, today));
    }
    std::stable_sort(items.begin(), items.end(), [](const WorkItem& a, const WorkItem& b) {
        return a.is_late != b.is_late ? a.is_late : a.day < b.day;
    });
    return items;
}

std::string plural(std::size_t count, std::string_view noun) {
    if (count == 1 || noun != "set of answers") {
        return base::counted(count, noun);
    }
    return std::to_string(count) + " sets of answers";
}

}  // namespace

Result<Caseload> caseload(Desk& desk) {
    return consult(desk, Action::see_caseload, {}, [&](store::Snapshot& view) -> Result<Caseload> {
        const people::Standing who = store::load_standing(view, desk.actor);
        Caseload load;
        load.worker_name = who.name;
        if (who.staff) {
            load.own = items_of(store::find_waiting_work(view, who.staff), desk.today);
            for (people::Person& person : store::load_people_of(view, *who.staff)) {
                if (person.is_open_on(desk.today)) {
                    load.people.push_back(std::move(person));
                }
            }
        }
        load.without_worker = items_of(store::find_waiting_work(view, std::nullopt), desk.today);
        load.contacts = store::load_waiting_contacts(view);
        return load;
    });
}

std::string work_in_words(const std::vector<WorkItem>& items) {
    std::vector<std::string> parts;
    for (const Kind& kind : kinds) {
        std::size_t late = 0;
        std::size_t other = 0;
        Date soonest;
        for (const WorkItem& item : items) {
            if (item.waiting != kind.waiting) {
                continue;
            }
            if (item.is_late) {
                ++late;
            } else {
                soonest = other == 0 ? item.day : std::min(soonest, item.day);
                ++other;
            }
        }
        if (late > 0) {
            parts.push_back(plural(late, kind.noun) + " late");
        }
        if (other > 0) {
            std::string part = plural(other, kind.noun) + " " + std::string(kind.verb);
            if (kind.has_until) {
                part += " by " + soonest.for_people();
            }
            parts.push_back(std::move(part));
        }
    }
    return base::join_text(parts, ", ");
}

Result<RecordOverview> open_record(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "record",
                [&](store::Snapshot& view) -> Result<RecordOverview> {
                    RecordOverview overview;
                    TRY(overview.person, store::load_person(view, person));
                    if (overview.person.worker) {
                        const auto worker = store::load_staff(view, *overview.person.worker);
                        overview.worker_name = worker ? worker->name : "";
                    }
                    std::vector<store::WorkRow> rows =
                        store::find_waiting_work(view, overview.person.worker);
                    std::erase_if(rows,
                                  [&](const store::WorkRow& row) { return row.person != person; });
                    overview.waiting = items_of(rows, desk.today);
                    overview.reviews = store::load_reviews(view, person);
                    overview.review_to_come = store::find_review_to_come(view, person);
                    if (const auto account = store::find_account_of(view, person)) {
                        overview.has_account = true;
                        overview.has_begun_account =
                            store::find_credential_of(view, account->id).has_value();
                    }
                    overview.has_budget = store::has_budget(view, person);
                    return overview;
                });
}

}  // namespace casework
