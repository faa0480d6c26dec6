#include "casework/assessment_open.h"

#include "assessment/decide_stream.h"
#include "store/allocations.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/people.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::StreamSum;

// Whether a sum says something that can be kept: yes with a sum, or no.
bool is_settled(const StreamSum& sum) {
    switch (sum.state) {
        case StreamSum::State::worked_out:
        case StreamSum::State::not_eligible:
            return true;
        case StreamSum::State::no_formula:
        case StreamSum::State::waiting:
        case StreamSum::State::failed:
            return false;
    }
    return false;
}

}  // namespace

assessment::Assessment OpenAssessment::assess(Date today) const {
    return assessment::assess(*package, answers, person.born, record.figures_on(today));
}

Result<std::shared_ptr<const policy::Package>> find_package(const Shelf& shelf,
                                                            const PackageId& package) {
    const auto found = shelf.find(package);
    if (found == shelf.end()) {
        return Error{"casework.package_unknown",
                     "The rules \"" + package +
                         "\" are not on the shelf. Ask the council to put them back."};
    }
    return found->second;
}

Result<std::shared_ptr<const policy::Package>> rules_of(Desk& desk, store::View& view,
                                                        const assessment::Record& record) {
    const std::optional<std::string> told =
        record.status == assessment::Status::started
            ? std::nullopt
            : store::rules_last_told(view, record.person, record.id);
    const auto shelved = desk.shelf.find(record.package);
    const bool is_shelved =
        shelved != desk.shelf.end() && (!told || shelved->second->fingerprint() == *told);
    if (is_shelved || !told) {
        return find_package(desk.shelf, record.package);
    }
    return desk.rules != nullptr ? desk.rules->find(view, record.package, *told)
                                 : load_kept_rules(view, record.package, *told);
}

namespace {

struct Newest {
    people::Person person;
    assessment::Record record;
};

Result<Newest> load_newest(store::View& view, PersonId person) {
    TRY(people::Person record, store::load_person(view, person));
    const std::optional<assessment::Record> newest = store::newest_assessment(view, person);
    if (!newest) {
        return Error{"assessment.not_started",
                     "The questions have not been started yet. Start them first."};
    }
    return Newest{std::move(record), *newest};
}

}  // namespace

Result<OpenAssessment> open_assessment(Desk& desk, store::View& view, PersonId person) {
    TRY(Newest newest, load_newest(view, person));
    TRY(auto package, rules_of(desk, view, newest.record));
    assessment::Answers answers = store::load_answers(view, newest.record.id);
    return OpenAssessment{std::move(newest.person), std::move(newest.record), std::move(package),
                          std::move(answers)};
}

Result<OpenAssessment> open_to_check(Desk& desk, store::View& view, PersonId person) {
    TRY(Newest newest, load_newest(view, person));
    TRY(auto package, find_package(desk.shelf, newest.record.package));
    assessment::Answers answers = store::load_answers(view, newest.record.id);
    return OpenAssessment{std::move(newest.person), std::move(newest.record), std::move(package),
                          std::move(answers)};
}

Result<people::Person> load_open_record(store::View& view, PersonId person, Date today) {
    TRY(people::Person record, store::load_person(view, person));
    if (!record.is_open_on(today)) {
        return Error{"casework.record_closed",
                     "Nothing new can begin. This record is closed. Ask the council to open it."};
    }
    return record;
}

void keep_indicative(Desk& desk, Acting& acting, const OpenAssessment& open) {
    const std::vector<assessment::StreamDecision> kept =
        store::load_decisions(acting.tx, open.person.id);
    const assessment::Assessment assessed = open.assess(desk.today);
    for (const StreamSum& sum : assessed.sums) {
        if (!is_settled(sum)) {
            continue;
        }
        const assessment::StreamDecision fact{
            .id = desk.new_id<DecisionId>(),
            .person = open.person.id,
            .stream = sum.stream.id,
            .stage = assessment::Stage::indicative,
            .eligible = sum.state == StreamSum::State::worked_out,
            .weekly = sum.weekly,
            .one_off = sum.one_off,
            .on = desk.today,
            .decided_by = "Nobody yet. It comes from the answers and the rules.",
            .reason = sum.reason,
            .assessment = open.record.id};
        const assessment::StreamDecision* last =
            assessment::latest(kept, sum.stream.id, assessment::Stage::indicative);
        if (last != nullptr && last->assessment == open.record.id &&
            !assessment::departs(fact, *last)) {
            continue;
        }
        store::keep(acting.tx, fact);
        store::add_step(acting.tx, open.person.id, "sum_indicated", desk.today,
                        desk.actor.to_text(), sum.stream.id, fact.id.to_text());
    }
}

}  // namespace casework
