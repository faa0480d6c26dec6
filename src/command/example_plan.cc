#include "command/example_plan.h"

#include <algorithm>

#include "assessment/decide_stream.h"
#include "casework/agree_budget.h"
#include "casework/make_plan.h"
#include "command/example_budget.h"
#include "command/example_nominee.h"
#include "command/example_own_money.h"
#include "store/decisions.h"

namespace command {

namespace {

using casework::Desk;

struct StreamSum {
    const policy::Stream* stream;
    assessment::StreamDecision decision;
};

std::vector<StreamSum> decided_sums(ExampleWorld& world, PersonId person) {
    const std::vector<assessment::StreamDecision> decisions = world.book().read(
        [&](store::Snapshot& snapshot) { return store::load_decisions(snapshot, person); });
    std::vector<StreamSum> sums;
    for (const policy::Stream& stream : world.package().all_streams()) {
        const bool council = stream.who_decides == policy::WhoDecides::council;
        const assessment::StreamDecision* decision =
            assessment::latest(decisions, stream.id, assessment::Stage::agreed);
        if (decision == nullptr && council) {
            decision = assessment::latest(decisions, stream.id, assessment::Stage::proposed);
        }
        if (decision != nullptr && decision->eligible) {
            sums.push_back({&stream, *decision});
        }
    }
    return sums;
}

budget::Holding draw_holding(ExampleWorld& world, const policy::Stream& stream,
                             const market::Offer& offer) {
    if (!stream.cash_allowed || offer.spending == market::Spending::capital) {
        return budget::Holding::council_managed;
    }
    const std::int64_t at = world.between(1, 100);
    return at <= 42   ? budget::Holding::direct_payment
           : at <= 82 ? budget::Holding::council_managed
           : at <= 91 ? budget::Holding::individual_service_fund
                      : budget::Holding::nominated_third_party;
}

// How many a week of one thing a person would use.
std::int64_t weekly_most(market::Unit unit) {
    switch (unit) {
        case market::Unit::visit:
            return 14;
        case market::Unit::hour:
            return 24;
        case market::Unit::day:
            return 3;
        case market::Unit::week:
        case market::Unit::item:
            return 1;
    }
    return 1;
}

// One line that buys an offer from what is left of a stream's sum; nothing where no offer suits.
std::optional<casework::PlanLineDraft> draw_line(ExampleWorld& world, const policy::Stream& stream,
                                                 bool once, Money most, const Period& period) {
    std::vector<const market::Offer*> suited;
    for (const auto& [id, offer] : world.offers) {
        const bool unit_fits = once == (offer.unit == market::Unit::item);
        if (stream.may_buy(offer.purpose) && offer.price <= most && unit_fits) {
            suited.push_back(&offer);
        }
    }
    if (suited.empty()) {
        return std::nullopt;
    }
    const market::Offer& offer = *world.any_of(suited);
    casework::PlanLineDraft line;
    line.outcome = 0;
    line.what = offer.what;
    line.offer = offer.id;
    line.purpose = offer.purpose;
    line.spending = offer.spending;
    line.unit = offer.unit;
    line.price = offer.price;
    line.dates = period;
    line.holding = draw_holding(world, stream, offer);
    if (once) {
        line.frequency = {budget::Every::once, 1};
    } else {
        const std::int64_t affordable = most.in_pence() / offer.price.in_pence();
        line.frequency = {budget::Every::week,
                          std::clamp<std::int64_t>(affordable, 1, weekly_most(offer.unit))};
    }
    return line;
}

// Up to three lines that spend most of a stream's sum; all of it where another stream of hers pays
// only on top of it.
void draw_lines(ExampleWorld& world, const StreamSum& sum, bool is_a_minimum, const Period& period,
                std::vector<casework::PlanLineDraft>& lines) {
    const bool once = !sum.decision.weekly && sum.decision.one_off;
    const Money whole = once ? *sum.decision.one_off : sum.decision.weekly.value_or(Money());
    const std::int64_t percent = is_a_minimum ? 100 : world.between(76, 95);
    Money rest = once ? whole : Money::pence(whole.in_pence() * percent / 100);
    for (int count = 0; count < (once ? 1 : 3); ++count) {
        const std::optional<casework::PlanLineDraft> line =
            draw_line(world, *sum.stream, once, rest, period);
        if (!line) {
            return;
        }
        rest -= Money::pence(line->price.in_pence() * line->frequency.times);
        lines.push_back(*line);
    }
}

constexpr const char* wishes[] = {
    "I want to stay in my own home",   "I want to see my friends each week",
    "I want to get up when I choose",  "I want to keep my job",
    "I want my family to have a rest", "I want to eat well and feel safe",
    "I want to go out when I like",    "I want to learn something new"};

Outcome accept(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed) {
        return Done{};
    }
    Desk desk = world.desk(life->account);
    const Result<BudgetId> begun = casework::accept_plan(desk, life->person, life->plan);
    if (!begun && begun.error().code == "ledger.not_enough") {
        return Done{};  // the owner has not put in enough; she waits
    }
    TRY(life->budget, begun);
    return live_with_budget(world, life);
}

Outcome agree(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed) {
        return Done{};
    }
    Desk reading = world.desk(life->worker);
    TRY_DONE(casework::cost_plan(reading, life->person, life->plan));
    Desk desk = world.desk(life->worker);
    Outcome agreed = casework::agree_plan(desk, life->person, life->plan,
                                          "The plan meets the needs we agreed, at a fair price.");
    if (!agreed && (agreed.error().code == "budget.above_limit" ||
                    agreed.error().code == "budget.above_variance")) {
        Desk second = world.desk(world.manager);
        TRY_DONE(casework::cost_plan(second, life->person, life->plan));
        Desk manager = world.desk(world.manager);
        agreed = casework::agree_plan(
            manager, life->person, life->plan,
            "The plan is over the worker's limit. It meets high needs at a fair price.");
    }
    if (!agreed && agreed.error().code == "budget.own_part_not_needed") {
        Desk returning = world.desk(life->worker);
        return casework::return_plan(returning, life->person, life->plan,
                                     "The funds can pay more of this than when you wrote it.");
    }
    TRY_DONE(agreed);
    if (life->stops_at > 6) {
        world.on(world.today().plus_days(world.between(1, 6)),
                 [&world, life] { return accept(world, life); });
    }
    return Done{};
}

// Takes out the lines that no fund covers, as a person would who is told so.
Outcome make_affordable(ExampleWorld& world, const SharedLife& life, AccountId planner,
                        std::vector<WrittenLine>& lines) {
    Desk looking = world.desk(planner);
    TRY(const casework::CostedPlan costed, casework::cost_plan(looking, life->person, life->plan));
    for (const budget::Shortfall& shortfall : costed.split.shortfalls) {
        if (const std::optional<PlanLineId> line = PlanLineId::parse(shortfall.key)) {
            Desk desk = world.desk(planner);
            TRY_DONE(casework::remove_line(desk, life->person, life->plan, *line));
            std::erase_if(lines, [&](const WrittenLine& each) { return each.id == *line; });
        }
    }
    return Done{};
}

}  // namespace

Outcome make_plan(ExampleWorld& world, const SharedLife& life) {
    Period period{world.today().plus_days(14), world.council().year.until};
    if (period.until - period.from < 28) {
        // Too late in the year: her first plan is for the next one.
        period = CouncilYear::of(world.council().year.from).next().period();
        period.from = std::max(period.from, world.today().plus_days(14));
    }
    std::vector<casework::PlanLineDraft> lines;
    const std::vector<StreamSum> sums = decided_sums(world, life->person);
    for (const StreamSum& sum : sums) {
        Period dates = period;
        dates.from = std::max(dates.from, sum.stream->from.value_or(dates.from));
        const bool is_a_minimum =
            std::any_of(sums.begin(), sums.end(), [&sum](const StreamSum& other) {
                return other.stream->minimum_from == sum.stream->id;
            });
        draw_lines(world, sum, is_a_minimum, dates, lines);
    }
    return lines.empty() ? Outcome(Done{}) : write_plan(world, life, period, lines);
}

Outcome write_plan(ExampleWorld& world, const SharedLife& life, const Period& period,
                   std::vector<casework::PlanLineDraft> lines) {
    const AccountId planner = who_does(world, *life, people::Scope::plan);
    Desk starting = world.desk(planner);
    TRY(life->plan, casework::start_plan(starting, life->person, period));
    Desk wishing = world.desk(planner);
    TRY_DONE(casework::save_outcomes(wishing, life->person, life->plan,
                                     {wishes[world.random().below(std::size(wishes))]}));
    TRY_DONE(name_nominee(world, life, lines));
    std::vector<WrittenLine> written;
    for (casework::PlanLineDraft& line : lines) {
        if (!line.holder && (line.holding == budget::Holding::individual_service_fund ||
                             line.holding == budget::Holding::nominated_third_party)) {
            Desk naming = world.desk(planner);
            const bool fund = line.holding == budget::Holding::individual_service_fund;
            TRY(line.holder,
                casework::add_holder(naming, life->person,
                                     fund ? "Wendlebury Fund Holders" : "Trust for her support"));
        }
        Desk desk = world.desk(planner);
        TRY(const PlanLineId id,
            casework::save_line(desk, life->person, life->plan, line, std::nullopt));
        written.push_back({id, line});
    }
    TRY_DONE(settle_own_money(world, life, planner, written));
    TRY_DONE(make_affordable(world, life, planner, written));
    TRY_DONE(settle_own_money(world, life, planner, written));
    TRY_DONE(add_own_money(world, life, planner, written));
    if (life->stops_at <= 4) {
        return Done{};
    }
    Desk sending = world.desk(planner);
    const Outcome sent = casework::send_plan(sending, life->person, life->plan);
    if (!sent) {
        return Done{};  // nothing affordable was left in it; she thinks again
    }
    if (life->stops_at > 5) {
        world.on(world.today().plus_days(world.between(3, 9)),
                 [&world, life] { return agree(world, life); });
    }
    return Done{};
}

}  // namespace command
