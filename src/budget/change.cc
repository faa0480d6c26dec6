#include "budget/change.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/named.h"
#include "budget/share.h"

namespace budget {
namespace {

using Portions = std::vector<ledger::Portion>;

constexpr std::array<base::Named<Step>, 5> steps = {{
    {Step::hold, "hold"},
    {Step::release, "release"},
    {Step::pay, "pay"},
    {Step::recover, "recover"},
    {Step::undo_share, "undo_share"},
}};

Error line_unknown() {
    return {"budget.line_unknown", "This line is not in the budget. Look at the budget again."};
}

Error cut_outside_line(const Period& dates) {
    return {"budget.cut_outside_line", "Choose a day from " + dates.from.plus_days(1).for_people() +
                                           " to " + dates.last_day().for_people() + "."};
}

bool is_inside(Date cut, const Period& dates) {
    return dates.from < cut && cut < dates.until;
}

Date paid_until(const BudgetLine& line, const PaidInAdvance& paid) {
    if (paid.until) {
        return *paid.until;
    }
    Date until = line.plan.dates.from;
    Money sum;
    for (const Instalment& instalment : schedule(line)) {
        sum += instalment.gross();
        if (sum > ledger::total(paid.gross)) {
            break;
        }
        until = instalment.covers.until;
    }
    return until;
}

const PaidInAdvance* paid_for(const std::vector<PaidInAdvance>& paid, const PlanLineId& line) {
    const auto found = std::find_if(paid.begin(), paid.end(),
                                    [&line](const PaidInAdvance& one) { return one.line == line; });
    return found == paid.end() ? nullptr : &*found;
}

// Gives the line in some of its days; where they cost nothing it has no portions.
BudgetLine part(const BudgetLine& line, const Period& dates) {
    BudgetLine made = line;
    if (!line.split_from) {
        made.split = line.portions;
        made.split_from = line.plan.dates.from;
    }
    made.portions = above_nought(accrued(line, dates));
    made.plan.dates = dates;
    return made;
}

void note(std::vector<Movement>& movements, Step step, const BudgetLine& line,
          const Portions& portions) {
    const Portions moved = above_nought(portions);
    if (moved.empty()) {
        return;
    }
    const bool has_holder = step == Step::pay || step == Step::recover;
    movements.push_back(
        {step, line.plan.id, has_holder ? line.plan.holder.value_or(PayeeId{}) : PayeeId{}, moved});
}

// Her share of the sums that are taken back, in proportion to her share of all that was paid.
Portions share_taken_back(const PaidInAdvance& paid, const Portions& back) {
    Portions shares;
    for (const ledger::Portion& kept : paid.kept_back) {
        const Money gross = amount_of(paid.gross, kept.stream);
        const Money over = amount_of(back, kept.stream);
        if (over.is_positive()) {
            const Money stays =
                share_of({{"kept", kept.amount}, {"paid", gross - kept.amount}}, gross - over)[0]
                    .amount;
            shares.push_back({kept.stream, kept.amount - stays});
        }
    }
    return above_nought(shares);
}

// Works out what must move when `before` becomes what the holder `keeps` (nothing where nothing of
// it stays) and `goes_on`, a part that goes on under other terms (null where none does). The holder
// keeps exactly what belongs to its days; what was paid for later days comes back, since the part
// that goes on is paid from its own first day.
void move_for(std::vector<Movement>& movements, const BudgetLine& before,
              const std::optional<BudgetLine>& keeps, const BudgetLine* goes_on,
              const std::vector<PaidInAdvance>& all_paid) {
    const bool was_advance = is_paid_in_advance(before.plan.holding);
    const Date first = before.plan.dates.from;
    PaidInAdvance paid;
    Date until = first;  // the first day not paid for
    if (const PaidInAdvance* found = paid_for(all_paid, before.plan.id); was_advance && found) {
        paid = *found;
        until = paid_until(before, paid);
    }

    Portions belongs;  // of the days already paid, what the holder keeps
    Portions needed;   // all that is promised, or was paid, of what stays
    if (was_advance && keeps) {
        ledger::add_to(belongs, accrued(*keeps, {keeps->plan.dates.from, until}));
        ledger::add_to(needed, keeps->portions);
    }
    if (goes_on != nullptr && is_paid_in_advance(goes_on->plan.holding)) {
        ledger::add_to(needed, goes_on->portions);
    }
    const Portions arrears = above_nought(difference(belongs, paid.gross));
    const Portions back = above_nought(difference(paid.gross, belongs));
    const Portions undone = share_taken_back(paid, back);
    Portions target = difference(needed, belongs);
    ledger::add_to(target, arrears);
    const Portions held = was_advance ? difference(before.portions, paid.gross) : Portions{};
    const Portions to_hold = difference(difference(target, held), undone);

    note(movements, Step::undo_share, before, undone);
    note(movements, Step::recover, before, difference(back, undone));
    note(movements, Step::release, before, difference({}, to_hold));
    note(movements, Step::hold, before, to_hold);
    note(movements, Step::pay, before, arrears);
}

// Puts what a line becomes in its place.
void replace(Budget& budget, const PlanLineId& line, const std::vector<BudgetLine>& parts) {
    std::vector<BudgetLine> lines;
    for (const BudgetLine& one : budget.lines) {
        if (one.plan.id != line) {
            lines.push_back(one);
            continue;
        }
        for (const BudgetLine& each : parts) {
            if (!each.portions.empty()) {
                lines.push_back(each);
            }
        }
    }
    budget.lines = std::move(lines);
}

// Shortens a line to some of its days, or takes it out where none are left.
void shorten(Change& change, const BudgetLine& line, const std::optional<Period>& dates,
             const std::vector<PaidInAdvance>& paid) {
    std::optional<BudgetLine> kept;
    if (dates) {
        kept = part(line, *dates);
    }
    move_for(change.movements, line, kept, nullptr, paid);
    replace(change.after, line.plan.id, kept ? std::vector{*kept} : std::vector<BudgetLine>{});
}

void add_deltas(std::vector<Delta>& found, const BudgetLine* before, const BudgetLine* after,
                std::string_view why) {
    std::set<Date> cuts;
    std::set<StreamId> streams;
    for (const BudgetLine* line : {before, after}) {
        if (line != nullptr) {
            cuts.insert(line->plan.dates.from);
            cuts.insert(line->plan.dates.until);
            for (const ledger::Portion& portion : line->portions) {
                streams.insert(portion.stream);
            }
        }
    }
    for (auto from = cuts.begin(); from != cuts.end() && std::next(from) != cuts.end(); ++from) {
        const Period dates{*from, *std::next(from)};
        for (const StreamId& stream : streams) {
            const Money was = before != nullptr ? accrued(*before, stream, dates) : Money();
            const Money is = after != nullptr ? accrued(*after, stream, dates) : Money();
            if (was != is) {
                found.push_back({(before != nullptr ? before : after)->plan.id, stream, dates.from,
                                 dates.until, was, is, std::string(why)});
            }
        }
    }
}

// What each stream has for one line once the rest of the budget has what it needs.
void take_rest(std::vector<StreamRule>& streams, const Portions& rest) {
    for (StreamRule& stream : streams) {
        const Money needed = amount_of(rest, stream.id);
        stream.available -= needed;
        stream.already_put_in += needed;
    }
}

}  // namespace

std::vector<PaidInAdvance> paid_in_advance(const std::vector<ledger::Entry>& entries) {
    using ledger::EntryKind;
    std::map<EntryId, EntryKind> kinds;
    std::map<PlanLineId, PaidInAdvance> lines;
    for (const ledger::Entry& entry : entries) {
        kinds.emplace(entry.id(), entry.kind());
        const auto reversed =
            entry.facts().reverses ? kinds.find(*entry.facts().reverses) : kinds.end();
        const EntryKind kind = reversed == kinds.end() ? entry.kind() : reversed->second;
        const bool is_share =
            kind == EntryKind::net_contribution || kind == EntryKind::net_contribution_undone;
        const bool is_payment = kind == EntryKind::settle || kind == EntryKind::unsettle ||
                                kind == EntryKind::recover || kind == EntryKind::bring_back;
        if (!entry.facts().line || (!is_share && !is_payment)) {
            continue;
        }
        PaidInAdvance& line = lines[*entry.facts().line];
        line.line = *entry.facts().line;
        for (const ledger::Posting& posting : entry.postings()) {
            const ledger::Account& account = posting.account;
            // Paid is what reaches a holder, sent or not; a share is what leaves the promise.
            if (is_payment && !account.payee.is_none()) {
                line.holder = account.payee;
                ledger::add_to(line.gross, {{account.stream, posting.amount}});
            } else if (is_share && account.kind == ledger::AccountKind::held) {
                ledger::add_to(line.gross, {{account.stream, -posting.amount}});
                ledger::add_to(line.kept_back, {{account.stream, -posting.amount}});
            }
        }
    }
    std::vector<PaidInAdvance> paid;
    paid.reserve(lines.size());
    for (const auto& [id, line] : lines) {
        paid.push_back(line);
    }
    return paid;
}

std::string_view to_text(Step step) {
    return named(steps, step).text;
}

std::vector<Delta> deltas(const Budget& before, const Budget& after, std::string_view why) {
    std::vector<Delta> found;
    for (const BudgetLine& line : before.lines) {
        add_deltas(found, &line, after.find(line.plan.id), why);
    }
    for (const BudgetLine& line : after.lines) {
        if (before.find(line.plan.id) == nullptr) {
            add_deltas(found, nullptr, &line, why);
        }
    }
    return found;
}

Result<Change> change_holding(const Budget& budget, const PlanLineId& line, Date cut,
                              Holding holding, const std::optional<PayeeId>& holder,
                              const PlanLineId& new_line, const std::vector<PaidInAdvance>& paid) {
    const BudgetLine* old = budget.find(line);
    if (old == nullptr) {
        return line_unknown();
    }
    if (!is_inside(cut, old->plan.dates)) {
        return cut_outside_line(old->plan.dates);
    }
    if (is_paid_in_advance(holding) && !holder) {
        return Error{"budget.holder_missing", "Say who will hold the money of this line."};
    }
    if (!is_paid_in_advance(holding) && holder) {
        return Error{"budget.holder_not_needed",
                     "The council will hold the money of this line, so nobody else can."};
    }
    if (old->plan.holding == holding && old->plan.holder == holder) {
        return Error{"budget.holding_unchanged", "This line is held in this way already."};
    }
    BudgetLine keeps = part(*old, {old->plan.dates.from, cut});
    BudgetLine goes_on = part(*old, {cut, old->plan.dates.until});
    goes_on.plan.id = new_line;
    goes_on.plan.holding = holding;
    goes_on.plan.holder = holder;
    Change change;
    change.after = budget;
    move_for(change.movements, *old, keeps, &goes_on, paid);
    replace(change.after, line, {keeps, goes_on});
    change.deltas = deltas(budget, change.after, "The money is held another way.");
    return change;
}

Result<Change> end_line(const Budget& budget, const PlanLineId& line, Date until,
                        std::string_view why, const std::vector<PaidInAdvance>& paid) {
    const BudgetLine* old = budget.find(line);
    if (old == nullptr) {
        return line_unknown();
    }
    if (!is_inside(until, old->plan.dates)) {
        return cut_outside_line(old->plan.dates);
    }
    Change change;
    change.after = budget;
    shorten(change, *old, Period{old->plan.dates.from, until}, paid);
    change.deltas = deltas(budget, change.after, why);
    return change;
}

Result<Change> start_line_later(const Budget& budget, const PlanLineId& line, Date from,
                                std::string_view why, const std::vector<PaidInAdvance>& paid) {
    const BudgetLine* old = budget.find(line);
    if (old == nullptr) {
        return line_unknown();
    }
    if (!is_inside(from, old->plan.dates)) {
        return cut_outside_line(old->plan.dates);
    }
    Change change;
    change.after = budget;
    shorten(change, *old, Period{from, old->plan.dates.until}, paid);
    change.deltas = deltas(budget, change.after, why);
    return change;
}

Result<Change> end_budget(const Budget& budget, Date until, std::string_view why,
                          const std::vector<PaidInAdvance>& paid) {
    Change change;
    change.after = budget;
    for (const BudgetLine& line : budget.lines) {
        if (line.plan.dates.until <= until) {
            continue;
        }
        const bool had_begun = line.plan.dates.from < until;
        shorten(change, line,
                had_begun ? std::optional(Period{line.plan.dates.from, until}) : std::nullopt,
                paid);
    }
    change.after.period.until = std::max(std::min(budget.period.until, until), budget.period.from);
    change.deltas = deltas(budget, change.after, why);
    return change;
}

Result<Change> change_line(const Budget& budget, const PlanLineId& line, Date cut,
                           const PlanLine& changed, std::vector<StreamRule> streams,
                           std::string_view why, const std::vector<PaidInAdvance>& paid) {
    const BudgetLine* old = budget.find(line);
    if (old == nullptr) {
        return line_unknown();
    }
    if (!is_inside(cut, old->plan.dates)) {
        return cut_outside_line(old->plan.dates);
    }
    PlanLine next = changed;
    next.dates = {cut, old->plan.dates.until};
    next.anchor = cut;
    TRY_DONE(check_line(next, budget.period));
    BudgetLine keeps = part(*old, {old->plan.dates.from, cut});
    Portions rest = keeps.portions;
    for (const BudgetLine& other : budget.lines) {
        if (other.plan.id != line) {
            ledger::add_to(rest, other.portions);
        }
    }
    take_rest(streams, rest);
    TRY(const std::vector<NeedSplit> splits, draw_down_in_full(streams, {need_of(next)}));
    BudgetLine goes_on;
    goes_on.plan = next;
    goes_on.portions = splits.front().portions;
    Change change;
    change.after = budget;
    move_for(change.movements, *old, keeps, &goes_on, paid);
    replace(change.after, line, {keeps, goes_on});
    change.deltas = deltas(budget, change.after, why);
    return change;
}

}  // namespace budget
