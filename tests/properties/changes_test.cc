// However a budget is changed, in whatever order, each holder is paid for each day once.

#include "budget/change.h"

#include <gtest/gtest.h>

#include <map>

#include "base/random.h"
#include "budget/share.h"
#include "ledger/book.h"

namespace {

using budget::Budget;
using budget::BudgetLine;
using budget::Change;
using budget::Holding;
using budget::Movement;
using budget::Step;
using ledger::AccountKind;
using ledger::Entry;
using ledger::EntryKind;
using Portions = std::vector<ledger::Portion>;

const PersonId ann{1, 1};
const Date start = *Date::make(2006, 4, 1);
const Period year{start, *Date::make(2007, 4, 1)};
const std::vector<StreamId> streams = {"care", "fund", "home"};

// One person, her book and her budget, living through random changes.
class Life {
public:
    explicit Life(std::uint64_t seed) : random_(Random::seeded(seed)) {
        budget_.period = year;
        for (std::uint64_t count = 1 + random_.below(3); count > 0; --count) {
            budget_.lines.push_back(some_line());
        }
        if (random_.below(2) == 0) {
            contribution_.terms = {{start, {}, pence(1500), budget::Collected::net}};
        }
        contribution_.stream = "care";
        for (const StreamId& stream : streams) {
            post(ledger::fund(act({}), stream, pence(100'000'000)));
            post(ledger::award(act(ann), stream, pence(10'000'000)));
        }
        for (const BudgetLine& line : budget_.lines) {
            if (budget::is_paid_in_advance(line.plan.holding)) {
                post(ledger::hold(act(ann), line.portions));
            }
        }
    }

    void live() {
        Date today = start;
        for (int changes = 0; changes < 6; ++changes) {
            today = today.plus_days(static_cast<std::int64_t>(random_.below(60)));
            pay_what_is_due(today);
            change_something();
        }
        pay_what_is_due(year.until);
    }

    // What holders have is what the budget's days of being paid in advance cost, and nothing that
    // was promised to instalments is left over.
    void check() const {
        Portions expected;
        for (const BudgetLine& line : budget_.lines) {
            if (budget::is_paid_in_advance(line.plan.holding)) {
                ledger::add_to(expected, line.portions);
            }
        }
        for (const StreamId& stream : streams) {
            ASSERT_EQ(paid_[stream], budget::amount_of(expected, stream)) << stream;
            ASSERT_EQ(book_.balance({AccountKind::held, stream, ann, {}}), Money()) << stream;
        }
        for (const BudgetLine& line : budget_.lines) {
            ASSERT_EQ(ledger::total(line.portions), line.plan.funded());
        }
    }

    int changes() const { return changes_; }

private:
    static Money pence(std::int64_t count) { return Money::pence(count); }

    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(bound)));
    }

    PlanLineId new_id() { return {3, ++ids_}; }

    BudgetLine some_line() {
        BudgetLine line;
        line.plan.id = new_id();
        line.plan.what = "Help";
        line.plan.purpose = "help";
        line.plan.unit = random_.below(2) == 0 ? market::Unit::week : market::Unit::visit;
        line.plan.frequency = {static_cast<budget::Every>(1 + below(4)), 1 + below(5)};
        line.plan.price = pence(1 + below(20000));
        line.plan.own = some_own(line.plan.price);
        const std::int64_t first = below(100);
        line.plan.dates = {start.plus_days(first), year.until.plus_days(-below(60))};
        line.plan.anchor = line.plan.dates.from;
        hold_somehow(line.plan);
        const std::int64_t cost = line.plan.funded().in_pence();
        const std::int64_t care = below(cost + 1);
        const std::int64_t home = below(cost - care + 1);
        line.portions = budget::above_nought(
            {{"care", pence(care)}, {"fund", pence(cost - care - home)}, {"home", pence(home)}});
        return line;
    }

    // Of every second price she pays a part herself.
    Money some_own(Money price) {
        return random_.below(2) == 0 ? Money() : pence(below(price.in_pence()));
    }

    void hold_somehow(budget::PlanLine& plan) {
        plan.holding = static_cast<Holding>(random_.below(4));
        plan.holder.reset();
        if (budget::is_paid_in_advance(plan.holding)) {
            plan.holder = PayeeId{4, 1 + random_.below(3)};
        }
    }

    ledger::Act act(const PersonId& person, const PlanLineId& line = {}) {
        ledger::Act made;
        made.cause = "act:" + std::to_string(++acts_);
        made.person = person;
        if (!line.is_none()) {
            made.line = line;
        }
        return made;
    }

    void post(const Result<Entry>& entry) {
        ASSERT_TRUE(entry.has_value()) << entry.error().code;
        const Outcome posted = book_.post(*entry);
        ASSERT_TRUE(posted.has_value()) << posted.error().code << " " << posted.error().message;
        // Gross: what is settled and kept back, less what comes back.
        const EntryKind kind = entry->kind();
        const bool adds = kind == EntryKind::settle || kind == EntryKind::net_contribution;
        const bool takes =
            kind == EntryKind::bring_back || kind == EntryKind::net_contribution_undone;
        if (!adds && !takes) {
            return;
        }
        for (const ledger::Posting& posting : entry->postings()) {
            if (posting.amount.is_positive()) {
                const StreamId& stream = posting.account.stream;
                const Money amount = adds ? posting.amount : -posting.amount;
                paid_[stream] += amount;
            }
        }
    }

    void send(const PayeeId& holder, const PlanLineId& line, const Portions& portions) {
        post(ledger::settle(act(ann, line), holder, portions));
        post(ledger::instruct(act(ann, line), holder, portions));
        post(ledger::clear_to_holder(act(ann, line), holder, portions));
    }

    void pay_what_is_due(Date today) {
        for (const budget::Instalment& due :
             budget::schedule(budget_, {contribution_}).instalments) {
            if (due.due > today || !paid_keys_.insert(due.key()).second) {
                continue;
            }
            if (due.net().is_positive()) {
                send(due.holder, due.line, due.net_portions());
            }
            if (due.share().is_positive()) {
                post(ledger::net_contribution(act(ann, due.line), due.shares));
            }
        }
    }

    std::vector<budget::PaidInAdvance> paid() const {
        return budget::paid_in_advance(book_.entries());
    }

    Result<Change> some_change(const BudgetLine& line) {
        const Date cut = line.plan.dates.from.plus_days(1 + below(line.plan.dates.days()));
        switch (random_.below(5)) {
            case 0:
                return budget::end_line(budget_, line.plan.id, cut, "ends", paid());
            case 1:
                return budget::start_line_later(budget_, line.plan.id, cut, "later", paid());
            case 2: {
                budget::PlanLine changed = line.plan;
                changed.id = new_id();
                changed.price = pence(1 + below(20000));
                changed.own = some_own(changed.price);
                hold_somehow(changed);
                std::vector<budget::StreamRule> rules;
                for (const StreamId& stream : streams) {
                    rules.emplace_back();
                    rules.back().id = stream;
                    rules.back().purposes = {"help"};
                    rules.back().restriction_rank = static_cast<int>(rules.size());
                    rules.back().available = pence(3'000'000);
                }
                return budget::change_line(budget_, line.plan.id, cut, changed, rules, "price",
                                           paid());
            }
            case 3:
                return budget::end_budget(budget_, cut, "moved", paid());
            default: {
                budget::PlanLine other = line.plan;
                hold_somehow(other);
                return budget::change_holding(budget_, line.plan.id, cut, other.holding,
                                              other.holder, new_id(), paid());
            }
        }
    }

    void change_something() {
        if (budget_.lines.empty()) {
            return;
        }
        const Result<Change> made = some_change(budget_.lines[random_.below(budget_.lines.size())]);
        if (!made) {
            return;
        }
        ++changes_;
        for (const Movement& movement : made->movements) {
            switch (movement.step) {
                case Step::hold:
                    post(ledger::hold(act(ann, movement.line), movement.portions));
                    break;
                case Step::release:
                    post(ledger::release(act(ann, movement.line), movement.portions));
                    break;
                case Step::pay:
                    send(movement.holder, movement.line, movement.portions);
                    break;
                case Step::recover:
                    post(ledger::bring_back(act(ann, movement.line), movement.holder,
                                            movement.portions));
                    break;
                case Step::undo_share:
                    post(ledger::net_contribution_undone(act(ann, movement.line),
                                                         movement.portions));
                    break;
            }
        }
        Money differences;
        for (const budget::Delta& delta : made->deltas) {
            ASSERT_NE(delta.before, delta.after);
            ASSERT_LT(delta.from, delta.until);
            differences += delta.difference();
        }
        ASSERT_EQ(differences, made->after.total() - budget_.total());
        budget_ = made->after;
    }

    Random random_;
    Budget budget_;
    budget::ContributionTerms contribution_;
    ledger::Book book_;
    mutable std::map<StreamId, Money> paid_;
    std::set<std::string> paid_keys_;
    std::uint64_t ids_ = 0;
    int acts_ = 0;
    int changes_ = 0;
};

TEST(ChangeProperty, no_change_misses_a_payment_or_makes_one_twice) {
    int changes = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Life life(seed);
        life.live();
        life.check();
        changes += life.changes();
        ASSERT_FALSE(testing::Test::HasFatalFailure()) << "seed " << seed;
    }
    EXPECT_GT(changes, 800);
}

}  // namespace
