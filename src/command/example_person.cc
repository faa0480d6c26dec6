#include "command/example_person.h"

#include "assessment/decide_stream.h"
#include "casework/answer_referral.h"
#include "casework/assess_person.h"
#include "casework/check_answers.h"
#include "casework/decide_eligibility.h"
#include "casework/refer_to_owner.h"
#include "casework/see_assessment.h"
#include "casework/start_record.h"
#include "command/example_answers.h"
#include "command/example_help.h"
#include "command/example_plan.h"
#include "store/accounts.h"
#include "store/decisions.h"

namespace command {

namespace {

using casework::Desk;

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

Outcome decide(ExampleWorld& world, const SharedLife& life) {
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
        world.on(world.today().plus_days(20), [&world, life] { return make_plan(world, life); });
    }
    return Done{};
}

Outcome check(ExampleWorld& world, const SharedLife& life) {
    Desk reading = world.desk(life->worker);
    TRY_DONE(casework::see_assessment(reading, life->person, "checking the answers"));
    Desk desk = world.desk(life->worker);
    TRY_DONE(casework::finish_check(desk, life->person));
    if (life->stops_at > 2) {
        world.on(world.today().plus_days(1), [&world, life] { return decide(world, life); });
    }
    return Done{};
}

Outcome answer(ExampleWorld& world, const SharedLife& life) {
    const bool on_paper = world.chance(35);
    const AccountId who = on_paper ? life->worker : who_does(world, *life, people::Scope::answer);
    const assessment::Channel channel =
        on_paper ? assessment::Channel::paper : assessment::Channel::page;
    Desk starting = world.desk(who);
    TRY_DONE(casework::start_assessment(starting, life->person, channel));
    std::vector<casework::TypedAnswer> answers = draw_answers(world, *life);
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

Outcome contact(ExampleWorld& world, const SharedLife& life) {
    const auto& [staff, account] =
        world.workers[static_cast<std::size_t>(life->number) % world.workers.size()];
    life->worker = account;
    casework::NewRecord record = draw_record(world, *life);
    record.worker = staff;
    Desk desk = world.desk(account);
    TRY(const casework::StartedRecord started, casework::start_record(desk, record));
    life->person = started.person;
    life->name = record.name;
    world.lives.push_back(life);
    const std::optional<identity::Account> own = world.book().read([&](store::Snapshot& snapshot) {
        return store::find_account_of(snapshot, started.person);
    });
    CHECK(own.has_value());
    life->account = own->id;
    begin_help(world, life, world.today().plus_days(1));
    world.on(world.today().plus_days(world.between(1, 9)),
             [&world, life] { return answer(world, life); });
    return Done{};
}

}  // namespace

void begin_person(ExampleWorld& world, std::int64_t number, Date day) {
    const SharedLife life = std::make_shared<Life>();
    life->number = number;
    life->group = draw_group(world);
    life->need = world.between(28, 98);
    // Of a hundred people about a quarter are still on their way.
    const std::int64_t at = world.between(1, 100);
    life->stops_at = at <= 24 ? (at - 1) / 4 : 9;
    world.on(day, [&world, life] { return contact(world, life); });
}

}  // namespace command
