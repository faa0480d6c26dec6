#include "casework/issue_allocation.h"

#include "assessment/facts.h"
#include "casework/signing_keys.h"
#include "store/allocations.h"
#include "store/assessments.h"
#include "store/book.h"
#include "store/decisions.h"
#include "store/people.h"

namespace casework {

namespace {

using assessment::Stage;
using assessment::StreamDecision;

// The last word of a named person about each fund, in this assessment.
std::vector<policy::DecidedSum> decided_in(store::View& view, const OpenAssessment& open) {
    const std::vector<StreamDecision> decisions = store::load_decisions(view, open.person.id);
    std::vector<policy::DecidedSum> decided;
    for (const policy::Stream& stream : open.package->all_streams()) {
        const StreamDecision* last = assessment::latest(decisions, stream.id, Stage::agreed);
        if (last != nullptr && last->assessment == open.record.id) {
            decided.push_back({.stream = stream.id,
                               .eligible = last->eligible,
                               .weekly = last->weekly,
                               .one_off = last->one_off,
                               .on = last->on,
                               .by = last->decided_by});
        }
    }
    return decided;
}

}  // namespace

void issue_allocation(Desk& desk, Acting& acting, const OpenAssessment& open, policy::Issue issue) {
    const policy::Package& package = *open.package;
    const Date on = open.record.figures_on(desk.today);
    policy::Allocation told{
        .authority = acting.tx.authority(),
        .council = store::load_book_facts(acting.tx).council_name,
        .reference = open.person.reference,
        .number = store::next_allocation(acting.tx, open.person.id),
        .issue = issue,
        .issued = desk.today,
        .on = on,
        .facts = assessment::facts_of(package, open.answers, open.person.born, on),
        .decided = decided_in(acting.tx, open)};
    const store::KeyInUse key = key_in_use(desk, acting.tx);
    store::keep_package(acting.tx, package);
    store::keep(acting.tx,
                {.person = open.person.id,
                 .number = told.number,
                 .assessment = open.record.id,
                 .issue = issue,
                 .issued = told.issued,
                 .on = on,
                 .package = package.id(),
                 .fingerprint = package.fingerprint()},
                policy::sign_payload(key.seed, policy::write_allocation(package, told)));
}

void issue_decision(Desk& desk, Acting& acting, const StreamDecision& decision) {
    const auto record = store::load_assessment(acting.tx, decision.assessment);
    auto person = store::load_person(acting.tx, decision.person);
    if (!record || !person) {
        return;
    }
    auto package = rules_of(desk, acting.tx, *record);
    if (!package) {
        return;
    }
    issue_allocation(desk, acting,
                     {std::move(*person), *record, std::move(*package),
                      store::load_answers(acting.tx, record->id)},
                     policy::Issue::decided);
}

}  // namespace casework
