#include "command/example_own_money.h"

#include <algorithm>

namespace command {

namespace {

using casework::Desk;

// What the plan's page says is enough for a line as it would be; none where her money may not help,
// or where it would be more than she has for it.
Result<std::optional<Money>> enough_for(ExampleWorld& world, const SharedLife& life,
                                        AccountId planner, const WrittenLine& line) {
    Desk desk = world.desk(planner);
    TRY(const casework::LineCost cost,
        casework::cost_line(desk, life->person, life->plan, line.draft, line.id));
    for (const casework::OwnPart& part : cost.plan.own_parts) {
        const bool is_little =
            part.least + part.least <= line.draft.price &&
            part.least.in_pence() * line.draft.frequency.times <= Money::pence(15'00).in_pence();
        if (part.line == line.id && part.not_allowed_by.empty() && is_little) {
            return std::optional<Money>(part.least);
        }
    }
    return std::optional<Money>();
}

Outcome save(ExampleWorld& world, const SharedLife& life, AccountId planner,
             const WrittenLine& line) {
    Desk desk = world.desk(planner);
    TRY_DONE(casework::save_line(desk, life->person, life->plan, line.draft, line.id));
    return Done{};
}

// Whether a few more a week of a line are what she would pay a part of herself; writes it if so.
Result<bool> wants_more(ExampleWorld& world, const SharedLife& life, AccountId planner,
                        WrittenLine& line) {
    constexpr std::int64_t wanted_most = 8;  // until the funds no longer pay all of it
    WrittenLine more = line;
    for (int wanted = 0; wanted < wanted_most && line.draft.frequency.every == budget::Every::week;
         ++wanted) {
        ++more.draft.frequency.times;
        TRY(const std::optional<Money> enough, enough_for(world, life, planner, more));
        if (enough && enough->is_positive()) {
            more.draft.own = *enough;
            TRY_DONE(save(world, life, planner, more));
            line = more;
            return true;
        }
    }
    return false;
}

}  // namespace

Outcome settle_own_money(ExampleWorld& world, const SharedLife& life, AccountId planner,
                         std::vector<WrittenLine>& lines) {
    const ExampleWorld::Aside aside(world);
    for (WrittenLine& line : lines) {
        if (line.draft.own.is_positive()) {
            TRY(const std::optional<Money> enough, enough_for(world, life, planner, line));
            line.draft.own = enough.value_or(Money());
            TRY_DONE(save(world, life, planner, line));
        }
    }
    return Done{};
}

Outcome add_own_money(ExampleWorld& world, const SharedLife& life, AccountId planner,
                      std::vector<WrittenLine>& lines) {
    if (life->has_budget || life->stops_at <= 6) {
        return Done{};  // of those who do not come to a budget nobody would see it
    }
    if (++world.plans_written % 20 == 3) {
        ++world.own_money_to_come;
    }
    if (world.own_money_to_come == 0 || life->nominee) {
        return Done{};
    }
    const ExampleWorld::Aside aside(world);
    for (WrittenLine& line : lines) {
        TRY(const bool has_written, wants_more(world, life, planner, line));
        if (has_written) {
            --world.own_money_to_come;
            return Done{};
        }
    }
    return Done{};
}

Result<Money> planned_for_order(ExampleWorld& world, const Life& life, AccountId orders,
                                const budget::PlanLine& line, const market::Order& wanted) {
    if (line.own.is_zero()) {
        return Money();
    }
    const ExampleWorld::Aside aside(world);
    Desk looking = world.desk(orders);
    TRY(const casework::OrderPreview preview,
        casework::preview_order(looking, life.person, *line.offer, wanted));
    return preview.own == preview.planned ? preview.own : Money();
}

Money own_beside(const budget::PlanLine& line, Money spent, Date today) {
    if (line.own.is_zero()) {
        return {};
    }
    const std::int64_t units = line.units_in({today.plus_days(-28), today});
    const std::int64_t paid_by_funds = (line.price - line.own).in_pence();
    return Money::pence(line.own.in_pence() * std::min(units, spent.in_pence() / paid_by_funds));
}

}  // namespace command
