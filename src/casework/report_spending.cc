#include "casework/report_spending.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "base/text.h"
#include "casework/held_parts.h"
#include "casework/pay_in.h"
#include "casework/stream_rules.h"
#include "store/ledger.h"
#include "store/payee_owners.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

// A sum that was spent, before it is split over the streams it was paid from.
struct Spent {
    ReportId id;
    PersonId person;
    Date on;
    Money amount;
    std::optional<PlanLineId> part;  // none: of the budget as a whole
    Money own;                       // her own money, beside the amount
};

Error holder_unknown() {
    return {"casework.holder_unknown", "Choose who spent the money from the list."};
}

// Whose money a sum can have been.
struct Payers {
    std::vector<StreamId> streams;  // most restricted first: those that pay for the part, or all
    CouncilYear year;               // the latest; what it has not enough of came from years before
};

Result<Payers> payers_of(Desk& desk, store::View& view, const Spent& spent, PayeeId holder) {
    TRY(const std::shared_ptr<const policy::Package> package,
        package_of(desk.shelf, view, spent.person));
    std::vector<policy::Stream> streams = package->all_streams();
    std::stable_sort(streams.begin(), streams.end(),
                     [](const policy::Stream& a, const policy::Stream& b) {
                         return a.restriction < b.restriction;
                     });
    const std::vector<HeldPart> parts = held_parts(view, spent.person, holder, desk.today);
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const HeldPart& each) { return each.line == spent.part; });
    if (spent.part && part == parts.end()) {
        return Error{"casework.part_unknown",
                     "Choose what it was for from the list, or \"Something else, or I am not "
                     "sure\"."};
    }
    Payers found{.streams = {}, .year = CouncilYear::of(spent.on)};
    if (spent.part) {
        found.year = std::min(found.year, part->year);
    }
    for (const policy::Stream& stream : streams) {
        const bool pays = !spent.part || std::any_of(part->portions.begin(), part->portions.end(),
                                                     [&](const ledger::Portion& portion) {
                                                         return portion.stream == stream.id;
                                                     });
        if (pays) {
            found.streams.push_back(stream.id);
        }
    }
    return found;
}

struct PaidByYear {
    CouncilYear year;
    std::vector<ledger::Portion> portions;
};

// The years whose money the holder was paid, up to one, the latest first.
std::set<CouncilYear, std::greater<>> years_held(store::View& view, const Spent& spent,
                                                 PayeeId holder, CouncilYear latest) {
    std::set<CouncilYear, std::greater<>> years;
    for (const ledger::Balance& balance : store::load_balances_of(view, spent.person)) {
        if (balance.account.kind == AccountKind::paid_to_holder &&
            balance.account.payee == holder && balance.account.year <= latest) {
            years.insert(balance.account.year);
        }
    }
    return years;
}

// Splits what was spent over what was paid to the holder: the money of the year it was spent in
// first, then what is left of years before; each year's streams in their order.
std::vector<PaidByYear> portions_of(store::View& view, const Spent& spent, PayeeId holder,
                                    const Payers& payers) {
    std::vector<PaidByYear> found;
    Money rest = spent.amount;
    for (const CouncilYear year : years_held(view, spent, holder, payers.year)) {
        PaidByYear paid{year, {}};
        for (const StreamId& stream : payers.streams) {
            const Money there = store::load_balance(
                view, {AccountKind::paid_to_holder, stream, spent.person, holder, year});
            const Money part = std::min(there, rest);
            if (part.is_positive()) {
                paid.portions.push_back({stream, part});
                rest -= part;
            }
        }
        if (!paid.portions.empty()) {
            found.push_back(std::move(paid));
        }
    }
    return found;
}

// What the streams did not pay she paid in herself, towards one of them.
Result<Money> spend_contributions(store::Tx& tx, const Spent& spent, PayeeId holder,
                                  const std::vector<StreamId>& streams, ledger::Act entry,
                                  Money rest) {
    const std::string cause = "report_own:" + entry.cause + ":";
    for (const ledger::Portion& own :
         unspent_contributions(store::load_entries_of(tx, spent.person))) {
        const bool is_for_it =
            std::find(streams.begin(), streams.end(), own.stream) != streams.end();
        const Money part = std::min(own.amount, rest);
        if (is_for_it && part.is_positive()) {
            entry.cause = cause + own.stream;
            TRY(const ledger::Entry moved,
                ledger::contribution_spent(entry, own.stream, holder, part));
            TRY_DONE(store::append(tx, moved));
            rest -= part;
        }
    }
    return rest;
}

// The part she adds her own money to: the one named, or the only one.
std::optional<PlanLineId> own_line(const std::vector<HeldPart>& parts, const Spent& spent) {
    for (const HeldPart& part : parts) {
        const bool is_it = spent.part ? part.line == spent.part : parts.size() == 1;
        if (is_it && part.own.is_positive()) {
            return part.line;
        }
    }
    return std::nullopt;
}

// Her own money, put in and spent in one.
Outcome spend_own(const Desk& desk, store::Tx& tx, const Spent& spent, PayeeId holder,
                  ledger::Act entry) {
    if (spent.own.is_zero()) {
        return Done{};
    }
    entry.line = own_line(held_parts(tx, spent.person, holder, desk.today), spent);
    if (!entry.line) {
        return Error{"casework.own_part_not_planned",
                     "The plan says of no own money for this part. Leave your own money out, or "
                     "choose the part it was for."};
    }
    entry.cause = "report_top_up:" + spent.id.to_text();
    TRY(const ledger::Entry added, ledger::top_up(entry, spent.own));
    TRY_DONE(store::append(tx, added));
    entry.cause = "report_top_up_spent:" + spent.id.to_text();
    TRY(const ledger::Entry gone, ledger::top_up_spent(entry, holder, spent.own));
    return store::append(tx, gone);
}

ledger::Act entry_of(const Desk& desk, const Spent& spent, Date on) {
    ledger::Act entry;
    entry.on = on;
    entry.recorded = desk.now;
    entry.person = spent.person;
    entry.about = spent.id.to_text();
    entry.line = spent.part;
    return entry;
}

// Takes what was spent from the funds that can have paid it, and then from what she paid in. The
// cause of `entry` names the report, and which taking of it this is.
Outcome take_from_funds(Desk& desk, store::Tx& tx, const Spent& spent, const store::Payee& holder,
                        ledger::Act entry) {
    TRY(const Payers payers, payers_of(desk, tx, spent, holder.id));
    const std::vector<PaidByYear> years = portions_of(tx, spent, holder.id, payers);
    Money paid;
    for (const PaidByYear& each : years) {
        paid += ledger::total(each.portions);
    }
    TRY(const Money over,
        spend_contributions(tx, spent, holder.id, payers.streams, entry, spent.amount - paid));
    if (over.is_positive()) {
        return Error{"ledger.not_enough", "This is " + over.for_people() +
                                              " more than was paid to " + holder.name +
                                              (spent.part ? " for this so far" : " so far") +
                                              ". Check the sum, or ask your worker."};
    }
    const std::string cause = "report:" + entry.cause;
    for (const PaidByYear& each : years) {
        const bool is_first = &each == &years.front();
        entry.year = each.year;
        entry.cause = cause + (is_first ? "" : ":" + std::to_string(each.year.begins_in));
        TRY(const ledger::Entry reported, ledger::report(entry, holder.id, each.portions));
        TRY_DONE(store::append(tx, reported));
    }
    return Done{};
}

Result<ReportId> keep_report(Desk& desk, Acting& acting, const Spent& spent,
                             const store::Payee& holder) {
    if (!spent.amount.is_positive()) {
        return Error{"ledger.not_positive", "Enter a sum above nought, like 12.34."};
    }
    if (spent.on > desk.today) {
        return Error{"casework.day_ahead",
                     "This day has not come yet. Enter the day it was spent."};
    }
    ledger::Act entry = entry_of(desk, spent, spent.on);
    entry.cause = spent.id.to_text();
    TRY_DONE(take_from_funds(desk, acting.tx, spent, holder, entry));
    TRY_DONE(spend_own(desk, acting.tx, spent, holder.id, entry));
    return spent.id;
}

}  // namespace

Result<ReportId> report_spending(Desk& desk, PersonId person, PayeeId account, Date on,
                                 Money amount, const std::string& what,
                                 std::optional<PlanLineId> part, Money own) {
    const Spent spent{desk.new_id<ReportId>(), person, on, amount, part, own};
    return act(
        desk,
        {"report_spending", Action::report_spending, {.person = person}, "Reported what was spent"},
        [&](Acting& acting) -> Result<ReportId> {
            TRY(acting.detail, base::plain_text(what, 300));
            const std::optional<store::Payee> payee = store::find_payee(acting.tx, account);
            if (payee && payee->kind != "person") {
                return Error{"casework.holder_reports_itself",
                             payee->name +
                                 " holds this money and reports what it spent itself. Ask them, or "
                                 "your worker."};
            }
            if (!payee || payee->person != person) {
                return holder_unknown();
            }
            return keep_report(desk, acting, spent, *payee);
        });
}

Result<ReportId> report_held_spending(Desk& desk, PayeeId holder, PersonId person, Date on,
                                      Money amount, const std::string& what,
                                      std::optional<PlanLineId> part, Money own) {
    const Spent spent{desk.new_id<ReportId>(), person, on, amount, part, own};
    return act(
        desk,
        {"report_spending",
         Action::report_held_spending,
         {.person = person, .payee = holder},
         "Reported what was spent"},
        [&](Acting& acting) -> Result<ReportId> {
            TRY(acting.detail, base::plain_text(what, 300));
            if (acting.detail.empty()) {
                return Error{"casework.reasons_missing", "Write in a few words what it was for."};
            }
            const std::vector<PersonId> held = store::load_persons_held_for(acting.tx, holder);
            const std::optional<store::Payee> payee = store::find_payee(acting.tx, holder);
            if (!payee || std::find(held.begin(), held.end(), person) == held.end()) {
                return Error{"casework.holder_unknown",
                             "You hold no money for this person. Go back to the list."};
            }
            return keep_report(desk, acting, spent, *payee);
        });
}

std::vector<ledger::Entry> entries_of_report(store::View& view, ReportId report) {
    std::vector<ledger::Entry> entries = store::load_entries_about(view, report.to_text());
    std::set<EntryId> reversed;
    for (const ledger::Entry& entry : entries) {
        if (entry.facts().reverses) {
            reversed.insert(*entry.facts().reverses);
        }
    }
    std::erase_if(entries, [&](const ledger::Entry& entry) {
        return entry.facts().reverses || reversed.contains(entry.id());
    });
    return entries;
}

namespace {

// What of a report was taken from funds and from what she paid in; her own money beside it stays.
std::vector<ledger::Entry> taken_by(store::View& view, PersonId person, ReportId report) {
    std::vector<ledger::Entry> entries = entries_of_report(view, report);
    std::erase_if(entries, [&](const ledger::Entry& entry) {
        return entry.person() != person || (entry.kind() != ledger::EntryKind::report &&
                                            entry.kind() != ledger::EntryKind::contribution_spent);
    });
    return entries;
}

Date first_day_of(const std::vector<ledger::Entry>& entries) {
    return std::min_element(
               entries.begin(), entries.end(),
               [](const ledger::Entry& a, const ledger::Entry& b) { return a.on() < b.on(); })
        ->on();
}

PayeeId payee_of(const ledger::Entry& entry) {
    for (const ledger::Posting& posting : entry.postings()) {
        if (posting.account.kind == AccountKind::spent) {
            return posting.account.payee;
        }
    }
    return {};
}

}  // namespace

Outcome correct_report(Desk& desk, PersonId person, ReportId report, std::optional<PlanLineId> part,
                       const std::string& why) {
    return act(desk,
               {"correct_report",
                Action::answer_question_case,
                {.person = person},
                "Put right what was spent"},
               [&](Acting& acting) -> Outcome {
                   TRY(acting.detail, base::plain_text(why, 300));
                   if (acting.detail.empty()) {
                       return Error{"casework.reasons_missing", "Write why. The person reads it."};
                   }
                   const std::vector<ledger::Entry> taken = taken_by(acting.tx, person, report);
                   if (taken.empty()) {
                       return Error{"casework.report_unknown",
                                    "This report does not exist. Go back to the list of reports."};
                   }
                   if (taken.front().facts().line == part) {
                       return Error{"casework.part_unchanged",
                                    "The report says so already. Choose another part."};
                   }
                   const std::optional<store::Payee> holder =
                       store::find_payee(acting.tx, payee_of(taken.front()));
                   CHECK(holder.has_value());
                   const std::vector<ledger::Entry> all =
                       store::load_entries_about(acting.tx, report.to_text());
                   const std::string key = report.to_text() + ":" + std::to_string(all.size());
                   // It was spent on its day; it is put right today.
                   Spent spent{report, person, first_day_of(all), {}, part, {}};
                   ledger::Act entry = entry_of(desk, spent, desk.today);
                   for (const ledger::Entry& each : taken) {
                       entry.cause = "correct_report:" + key + ":" + each.id().to_text();
                       entry.line = each.facts().line;
                       TRY(const ledger::Entry back, ledger::reverse(entry, each));
                       TRY_DONE(store::append(acting.tx, back));
                       spent.amount += each.amount();
                   }
                   entry.line = part;
                   entry.cause = key;
                   acting.about = report.to_text();
                   return take_from_funds(desk, acting.tx, spent, *holder, entry);
               });
}

}  // namespace casework
