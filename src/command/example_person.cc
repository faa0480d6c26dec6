#include "command/example_person.h"

#include <algorithm>
#include <memory>

#include "assessment/decide_stream.h"
#include "casework/agree_budget.h"
#include "casework/answer_referral.h"
#include "casework/assess_person.h"
#include "casework/bank_details.h"
#include "casework/change_budget.h"
#include "casework/check_answers.h"
#include "casework/decide_eligibility.h"
#include "casework/make_plan.h"
#include "casework/refer_to_owner.h"
#include "casework/review_support.h"
#include "casework/see_assessment.h"
#include "casework/start_record.h"
#include "command/example_orders.h"
#include "store/accounts.h"
#include "store/decisions.h"

namespace command {

namespace {

using casework::Desk;
using casework::TypedAnswer;

// What the stages of one life share.
struct Life {
    std::int64_t number = 0;
    PersonId person = {};
    AccountId account = {};  // her own
    AccountId worker = {};
    people::ClientGroup group = people::ClientGroup::older_people;
    std::int64_t need = 0;      // 0 to 100: how much help she needs
    std::int64_t stops_at = 9;  // the stage her story has come to; 9: all of them
    PlanId plan = {};
};
using Shared = std::shared_ptr<Life>;

// --- who she is ----------------------------------------------------------------------------------

people::ClientGroup draw_group(ExampleWorld& world) {
    const std::int64_t at = world.between(1, 100);
    return at <= 40   ? people::ClientGroup::older_people
           : at <= 65 ? people::ClientGroup::physical_or_sensory_impairment
           : at <= 86 ? people::ClientGroup::learning_disability
                      : people::ClientGroup::mental_health;
}

Date draw_birth(ExampleWorld& world, people::ClientGroup group) {
    const bool older = group == people::ClientGroup::older_people;
    const std::int64_t age = older ? world.between(66, 94) : world.between(19, 63);
    return world.council().year.from.plus_months(-12 * age).plus_days(-world.between(1, 360));
}

casework::NewRecord draw_record(ExampleWorld& world, const Life& life) {
    const ExampleCouncil& council = world.council();
    casework::NewRecord record;
    const auto n = static_cast<std::size_t>(life.number);
    record.name =
        council.first_names[(n * 7) % council.first_names.size()] + " " +
        council.last_names[(n * 11 + n / council.last_names.size()) % council.last_names.size()];
    record.group = life.group;
    record.born = draw_birth(world, life.group);
    record.place = world.any_of(council.places);
    record.address = std::to_string(world.between(1, 120)) + " Example Street, " + record.place;
    record.telephone = "01632 960" + std::to_string(world.between(100, 999));
    record.format = life.group == people::ClientGroup::learning_disability && world.chance(60)
                        ? people::Format::easy_read
                        : people::Format::standard;
    record.first_contact = world.today();
    record.package = council.package;
    return record;
}

// --- her answers
// ------------------------------------------------------------------------------------

// `range`, where the files give one, says how many of a hundred people choose one of the answers
// from the `least`-th to the `most`-th; the others choose one before them.
std::string draw_choice(ExampleWorld& world, const Life& life, const policy::Question& question,
                        const AnswerRange* range, bool in_range) {
    const auto& options = question.options;
    const auto last = static_cast<std::int64_t>(options.size()) - 1;
    const policy::AnswerOption* lowest = question.lowest();
    if (range != nullptr && range->least > 0 && range->least <= last + 1) {
        const std::int64_t at = in_range
                                    ? world.between(range->least, std::min(range->most, last + 1))
                                    : world.between(1, std::max<std::int64_t>(range->least - 1, 1));
        return options[static_cast<std::size_t>(at - 1)].code;
    }
    if (lowest == nullptr) {
        // No scale of need: any, but hardly ever the last two (a care home, no home).
        return options[static_cast<std::size_t>(
                           world.between(0, std::max<std::int64_t>(last - 2, 0)))]
            .code;
    }
    const std::int64_t noise = world.between(-28, 28);
    std::int64_t at = std::clamp((life.need + noise) * last / 100, std::int64_t{0}, last);
    if (lowest == &options.back()) {
        at = last - at;
        at = world.chance(50) ? 0 : at;  // many have nobody at home who helps
    }
    return options[static_cast<std::size_t>(at)].code;
}

std::string draw_answer(ExampleWorld& world, const Life& life, const policy::Question& question) {
    const auto range = world.council().ranges.find(question.id);
    const AnswerRange each =
        range == world.council().ranges.end() ? AnswerRange{50, 1, 5} : range->second;
    const bool holds = world.chance(static_cast<std::uint64_t>(each.percent));
    switch (question.kind) {
        case policy::Question::Kind::choice:
            return draw_choice(world, life, question,
                               range == world.council().ranges.end() ? nullptr : &each, holds);
        case policy::Question::Kind::yes_no:
            return holds ? "yes" : "no";
        case policy::Question::Kind::money:
            return Money::pence((holds ? world.between(each.least, each.most) : 0) * 100).to_text();
        case policy::Question::Kind::number:
            return std::to_string(holds ? world.between(each.least, each.most) : 0);
        case policy::Question::Kind::date:
            return world.today().to_text();
    }
    return {};
}

std::vector<TypedAnswer> draw_answers(ExampleWorld& world, const Life& life) {
    std::vector<TypedAnswer> answers;
    for (const policy::Question& question : world.package().questionnaire()) {
        answers.push_back({question.id, draw_answer(world, life, question), false});
    }
    return answers;
}

// --- her plan
// ---------------------------------------------------------------------------------------

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

Outcome live_with_budget(ExampleWorld& world, const Shared& life);

Outcome accept(ExampleWorld& world, const Shared& life) {
    Desk desk = world.desk(life->account);
    TRY_DONE(casework::accept_plan(desk, life->person, life->plan));
    return live_with_budget(world, life);
}

Outcome agree(ExampleWorld& world, const Shared& life) {
    Desk desk = world.desk(life->worker);
    Outcome agreed = casework::agree_plan(desk, life->person, life->plan,
                                          "The plan meets the needs we agreed, at a fair price.");
    if (!agreed && (agreed.error().code == "budget.above_limit" ||
                    agreed.error().code == "budget.above_variance")) {
        Desk manager = world.desk(world.manager);
        agreed = casework::agree_plan(
            manager, life->person, life->plan,
            "The plan is over the worker's limit. It meets high needs at a fair price.");
    }
    TRY_DONE(agreed);
    if (life->stops_at > 6) {
        world.on(world.today().plus_days(world.between(1, 6)),
                 [&world, life] { return accept(world, life); });
    }
    return Done{};
}

// Takes out the lines that no fund covers, as a person would who is told so.
Outcome make_affordable(ExampleWorld& world, const Shared& life) {
    Desk looking = world.desk(life->account);
    TRY(const casework::CostedPlan costed, casework::cost_plan(looking, life->person, life->plan));
    for (const budget::Shortfall& shortfall : costed.split.shortfalls) {
        if (const std::optional<PlanLineId> line = PlanLineId::parse(shortfall.key)) {
            Desk desk = world.desk(life->account);
            TRY_DONE(casework::remove_line(desk, life->person, life->plan, *line));
        }
    }
    return Done{};
}

Outcome plan(ExampleWorld& world, const Shared& life) {
    const Period period{world.today().plus_days(14), world.council().year.until};
    if (period.until - period.from < 28) {
        return Done{};  // too late in the year; the next one begins soon
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
    if (lines.empty()) {
        return Done{};
    }
    Desk starting = world.desk(life->account);
    TRY(life->plan, casework::start_plan(starting, life->person, period));
    Desk wishing = world.desk(life->account);
    TRY_DONE(casework::save_outcomes(wishing, life->person, life->plan,
                                     {wishes[world.random().below(std::size(wishes))]}));
    for (casework::PlanLineDraft& line : lines) {
        if (line.holding == budget::Holding::individual_service_fund ||
            line.holding == budget::Holding::nominated_third_party) {
            Desk naming = world.desk(life->account);
            const bool fund = line.holding == budget::Holding::individual_service_fund;
            TRY(line.holder,
                casework::add_holder(naming, life->person,
                                     fund ? "Wendlebury Fund Holders" : "Trust for her support"));
        }
        Desk desk = world.desk(life->account);
        TRY_DONE(casework::save_line(desk, life->person, life->plan, line, std::nullopt));
    }
    TRY_DONE(make_affordable(world, life));
    if (life->stops_at <= 4) {
        return Done{};
    }
    Desk sending = world.desk(life->account);
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

// --- decisions
// --------------------------------------------------------------------------------------

Outcome answer_referral(ExampleWorld& world, ReferralId referral, const policy::Stream& stream,
                        const assessment::StreamDecision& estimate) {
    assessment::Verdict verdict;
    verdict.eligible = !world.chance(8);
    if (verdict.eligible) {
        verdict.weekly = assessment::takes_weekly(stream) ? estimate.weekly : std::nullopt;
        verdict.one_off = assessment::takes_one_off(stream) ? estimate.one_off : std::nullopt;
    }
    verdict.on = world.today();
    verdict.decided_by = stream.decider.substr(0, 90);
    verdict.reason = verdict.eligible ? "The conditions of this fund are met."
                                      : "Other help is already in place for this.";
    Desk desk = world.desk(world.stream_owners.at(stream.id));
    TRY_DONE(casework::answer_referral(desk, referral, verdict));
    return Done{};
}

Outcome decide(ExampleWorld& world, const Shared& life) {
    const std::vector<assessment::StreamDecision> decisions = world.book().read(
        [&](store::Snapshot& snapshot) { return store::load_decisions(snapshot, life->person); });
    for (const policy::Stream& stream : world.package().all_streams()) {
        if (!stream.exists_on(world.today())) {
            continue;
        }
        const assessment::StreamDecision* estimate =
            assessment::latest(decisions, stream.id, assessment::Stage::indicative);
        if (estimate == nullptr) {
            continue;
        }
        const bool has_sum = (estimate->weekly && estimate->weekly->is_positive()) ||
                             (estimate->one_off && estimate->one_off->is_positive());
        if (stream.who_decides == policy::WhoDecides::council) {
            assessment::Verdict verdict;
            verdict.eligible = estimate->eligible && has_sum;
            if (verdict.eligible) {
                verdict.weekly = estimate->weekly;
                verdict.one_off = estimate->one_off;
            }
            verdict.on = world.today();
            verdict.reason =
                verdict.eligible
                    ? "The answers were checked with the person and the sum fits the needs."
                    : "The needs are below the level at which this council helps.";
            Desk desk = world.desk(life->worker);
            TRY_DONE(casework::decide_eligibility(desk, life->person, stream.id, verdict));
        } else if (estimate->eligible && has_sum && world.stream_owners.contains(stream.id)) {
            Desk desk = world.desk(life->worker);
            TRY(const ReferralId referral,
                casework::refer_to_owner(desk, life->person,
                                         {stream.id, world.today().plus_days(28), ""}));
            if (!world.chance(6)) {
                const assessment::StreamDecision kept = *estimate;
                world.on(world.today().plus_days(world.between(4, 18)),
                         [&world, referral, &stream, kept] {
                             return answer_referral(world, referral, stream, kept);
                         });
            }
        }
    }
    if (life->stops_at > 3) {
        world.on(world.today().plus_days(20), [&world, life] { return plan(world, life); });
    }
    return Done{};
}

Outcome check(ExampleWorld& world, const Shared& life) {
    Desk desk = world.desk(life->worker);
    TRY_DONE(casework::finish_check(desk, life->person));
    if (life->stops_at > 2) {
        world.on(world.today().plus_days(1), [&world, life] { return decide(world, life); });
    }
    return Done{};
}

Outcome answer(ExampleWorld& world, const Shared& life) {
    const bool on_paper = world.chance(35);
    const AccountId who = on_paper ? life->worker : life->account;
    const assessment::Channel channel =
        on_paper ? assessment::Channel::paper : assessment::Channel::page;
    Desk starting = world.desk(who);
    TRY_DONE(casework::start_assessment(starting, life->person, channel));
    std::vector<TypedAnswer> answers = draw_answers(world, *life);
    if (life->stops_at == 0) {
        answers.resize(answers.size() / 2);
    }
    Desk saving = world.desk(who);
    TRY_DONE(casework::save_answers(saving, life->person, answers, {}, channel));
    if (life->stops_at == 0) {
        return Done{};
    }
    Desk sending = world.desk(who);
    TRY_DONE(casework::send_assessment(sending, life->person, channel));
    if (life->stops_at > 1) {
        world.on(world.today().plus_days(world.between(5, 14)),
                 [&world, life] { return check(world, life); });
    }
    return Done{};
}

// --- a budget lived with
// -----------------------------------------------------------------------------

// Sets what the means test of the rules asks for with her answers about money, as a worker would;
// chance says only how it is collected. Where it asks for nothing, nothing is set.
Outcome set_contribution(ExampleWorld& world, const Shared& life) {
    Desk looking = world.desk(life->worker);
    TRY(const casework::AssessmentView view,
        casework::see_assessment(looking, life->person, "contribution"));
    for (const assessment::StreamSum& sum : view.assess(world.today()).sums) {
        if (!sum.contribution || !sum.contribution->is_positive() ||
            assessment::latest(view.decisions, sum.stream.id, assessment::Stage::agreed) ==
                nullptr) {
            continue;
        }
        budget::ContributionTerm term;
        term.from = world.today().plus_days(14);
        term.weekly = *sum.contribution;
        term.collected = world.chance(60) ? budget::Collected::net : budget::Collected::gross;
        Desk desk = world.desk(life->worker);
        TRY_DONE(casework::set_contribution(
            desk, life->person, sum.stream.id, term,
            "This is what the means test asks for, worked out from income, savings and extra "
            "costs."));
    }
    return Done{};
}

// Most reviews are held near their day, and each names the next; some are late, as everywhere.
void await_review(ExampleWorld& world, const Shared& life, Date due) {
    const std::int64_t at = world.between(1, 100);
    if (at > 88) {
        return;  // nobody has come to it yet
    }
    const std::int64_t shift = world.between(-9, 12);
    world.on(due.plus_days(shift), [&world, life, at]() -> Outcome {
        casework::ReviewRecord record;
        record.kind = people::ReviewKind::light;
        record.held_on = world.today();
        record.outcome =
            at > 80 ? people::ReviewOutcome::plan_changes : people::ReviewOutcome::stays;
        record.notes = at > 80 ? "The support helps. Some of it will be at other times of the day."
                               : "The support does what the plan says. Nothing changes.";
        record.next_on = world.today().plus_months(6);
        record.next_kind = people::ReviewKind::full;
        Desk desk = world.desk(life->worker);
        TRY_DONE(casework::record_review(desk, life->person, record));
        await_review(world, life, *record.next_on);
        return Done{};
    });
}

Outcome live_with_budget(ExampleWorld& world, const Shared& life) {
    TRY_DONE(give_bank_details(world, life->person, life->account, life->worker));
    TRY_DONE(set_contribution(world, life));
    Desk desk = world.desk(life->worker);
    const Date review = world.today().plus_months(4);
    TRY_DONE(casework::set_review(desk, life->person, people::ReviewKind::light, review));
    await_review(world, life, review);
    return order_for_year(world, life->person, life->account);
}

Outcome contact(ExampleWorld& world, const Shared& life) {
    const auto& [staff, account] =
        world.workers[static_cast<std::size_t>(life->number) % world.workers.size()];
    life->worker = account;
    casework::NewRecord record = draw_record(world, *life);
    record.worker = staff;
    Desk desk = world.desk(account);
    TRY(const casework::StartedRecord started, casework::start_record(desk, record));
    life->person = started.person;
    const std::optional<identity::Account> own = world.book().read([&](store::Snapshot& snapshot) {
        return store::find_account_of(snapshot, started.person);
    });
    CHECK(own.has_value());
    life->account = own->id;
    world.on(world.today().plus_days(world.between(1, 9)),
             [&world, life] { return answer(world, life); });
    return Done{};
}

}  // namespace

void begin_person(ExampleWorld& world, std::int64_t number, Date day) {
    const Shared life = std::make_shared<Life>();
    life->number = number;
    life->group = draw_group(world);
    life->need = world.between(28, 98);
    // Of a hundred people about a quarter are still on their way.
    const std::int64_t at = world.between(1, 100);
    life->stops_at = at <= 24 ? (at - 1) / 4 : 9;
    world.on(day, [&world, life] { return contact(world, life); });
}

}  // namespace command
