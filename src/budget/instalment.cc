#include "budget/instalment.h"

#include <algorithm>
#include <set>

#include "budget/share.h"

namespace budget {
namespace {

// Takes a sum off the instalments of one day, in proportion to what each has of the stream, and
// gives what could not be taken.
Money take_off(std::vector<Instalment*>& due, const StreamId& stream, Money share) {
    std::vector<std::int64_t> weights;
    Money there;
    for (const Instalment* instalment : due) {
        const Money amount = amount_of(instalment->portions, stream);
        weights.push_back(amount.in_pence());
        there += amount;
    }
    const Money taken = std::min(share, there);
    if (taken.is_positive()) {
        const std::vector<Money> parts = base::split(taken, weights);
        for (std::size_t index = 0; index < due.size(); ++index) {
            if (parts[index].is_positive()) {
                due[index]->shares.push_back({stream, parts[index]});
            }
        }
    }
    return share - taken;
}

// Takes one stream's net contribution off the instalments of a budget, and notes what is left over.
void collect(Schedule& made, const ContributionTerms& contribution, const Period& period,
             std::int64_t days_each) {
    const auto note = [&](const Period& dates, Money amount) {
        if (!amount.is_zero()) {
            made.uncollected.push_back({contribution.stream, dates, amount});
        }
    };
    // Days that belong to nobody's instalment are noted four weeks of the budget at a time, since
    // what is noted is asked for when its days are over: nobody shall hear of a year's sum only
    // when the year is over.
    const auto note_gap = [&](const Period& gap) {
        for (Date from = gap.from; from < gap.until;) {
            const std::int64_t stretches = (from - period.from) / days_each + 1;
            const Date until = std::min(gap.until, period.from.plus_days(stretches * days_each));
            note({from, until}, contribution.due_in({from, until}, Collected::net));
            from = until;
        }
    };
    std::set<Date> days;
    for (const Instalment& instalment : made.instalments) {
        if (amount_of(instalment.portions, contribution.stream).is_positive()) {
            days.insert(instalment.due);
        }
    }
    Date reached = period.from;
    for (auto day = days.begin(); day != days.end(); ++day) {
        std::vector<Instalment*> due;
        Date last = *day;
        for (Instalment& instalment : made.instalments) {
            if (instalment.due == *day) {
                due.push_back(&instalment);
                last = std::max(last, instalment.covers.until);
            }
        }
        note_gap({reached, *day});
        const Date until = std::next(day) == days.end() ? last : std::min(last, *std::next(day));
        const Money share = contribution.due_in({*day, until}, Collected::net);
        note({*day, until}, take_off(due, contribution.stream, share));
        reached = until;
    }
    note_gap({reached, period.until});
}

}  // namespace

Money Instalment::gross() const {
    return ledger::total(portions);
}

std::vector<ledger::Portion> Instalment::net_portions() const {
    return above_nought(difference(portions, shares));
}

std::string Instalment::key() const {
    return line.to_text() + " " + stretch_from.to_text();
}

std::vector<Instalment> schedule(const BudgetLine& line, std::int64_t days_each) {
    CHECK(days_each > 0);
    std::vector<Instalment> made;
    if (!is_paid_in_advance(line.plan.holding)) {
        return made;
    }
    CHECK(line.plan.holder.has_value());
    const Period dates = line.plan.dates;
    const Date origin = line.split_from.value_or(dates.from);
    const std::int64_t skipped = (dates.from - origin) / days_each;
    for (Date from = origin.plus_days(skipped * days_each); from < dates.until;
         from = from.plus_days(days_each)) {
        Instalment instalment;
        instalment.line = line.plan.id;
        instalment.holder = *line.plan.holder;
        instalment.holding = line.plan.holding;
        instalment.covers = {std::max(from, dates.from),
                             std::min(from.plus_days(days_each), dates.until)};
        instalment.due = instalment.covers.from;
        instalment.stretch_from = from;
        instalment.portions = above_nought(accrued(line, instalment.covers));
        if (!instalment.portions.empty()) {
            made.push_back(std::move(instalment));
        }
    }
    return made;
}

Schedule schedule(const Budget& budget, const std::vector<ContributionTerms>& contributions,
                  std::int64_t days_each) {
    Schedule made;
    for (const BudgetLine& line : budget.lines) {
        for (Instalment& instalment : schedule(line, days_each)) {
            made.instalments.push_back(std::move(instalment));
        }
    }
    std::stable_sort(made.instalments.begin(), made.instalments.end(),
                     [](const Instalment& a, const Instalment& b) { return a.due < b.due; });
    for (const ContributionTerms& contribution : contributions) {
        collect(made, contribution, budget.period, days_each);
    }
    return made;
}

Result<std::vector<ledger::Entry>> pay(const Instalment& instalment, const ledger::Act& act) {
    std::vector<ledger::Entry> entries;
    ledger::Act each = act;
    each.id = {};
    each.about = instalment.key();
    each.line = instalment.line;
    if (instalment.net().is_positive()) {
        each.cause = "instalment:" + instalment.key();
        TRY(ledger::Entry settled,
            ledger::settle(each, instalment.holder, instalment.net_portions()));
        entries.push_back(std::move(settled));
    }
    if (instalment.share().is_positive()) {
        each.cause = "net_contribution:" + instalment.key();
        TRY(ledger::Entry kept, ledger::net_contribution(each, instalment.shares));
        entries.push_back(std::move(kept));
    }
    return entries;
}

}  // namespace budget
