#include "casework/answer_referral.h"

#include "base/text.h"
#include "casework/assessment_open.h"
#include "policy/explain.h"
#include "policy/marks.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::Referral;
using assessment::Stage;
using assessment::StreamDecision;
using people::Action;

constexpr std::size_t reason_max = 2000;

people::Object object_of(const Referral& referral) {
    return {.person = referral.person, .stream = referral.stream};
}

// Reads which person and stream a referral is about, so that decide() can be asked.
Result<Referral> find_referral(Desk& desk, ReferralId id) {
    return desk.store.read(
        [&](store::Snapshot& snapshot) { return store::load_referral(snapshot, id); });
}

std::optional<StreamDecision> decision_of(store::View& view, const Referral& referral) {
    for (const StreamDecision& decision : store::load_decisions(view, referral.person)) {
        if (!referral.decision.is_none() && decision.id == referral.decision) {
            return decision;
        }
    }
    return std::nullopt;
}

// Shows a decision of another stream by the last fact about that stream, else by what the rules
// give.
std::string value_of(const policy::Package& package, const policy::Evaluation& evaluation,
                     const std::vector<StreamDecision>& decisions, const std::string& name) {
    for (const policy::Stream& stream : package.all_streams()) {
        if (stream.amount != name) {
            continue;
        }
        for (const Stage stage : {Stage::agreed, Stage::proposed, Stage::indicative}) {
            if (const StreamDecision* fact = assessment::latest(decisions, stream.id, stage)) {
                return assessment::words(fact->eligible, fact->weekly, fact->one_off) + " (" +
                       std::string(assessment::to_text(stage)) + " on " + fact->on.for_people() +
                       ")";
            }
        }
    }
    const auto lines = policy::explain(package, evaluation, name);
    if (!lines || lines->empty()) {
        return "Not worked out";
    }
    const policy::Explanation& line = lines->back();
    std::string words = line.value;
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return line.reasons.empty() ? words : words + ". " + line.reasons.front();
}

std::vector<ReferralFact> facts_for(const policy::Package& package, const policy::Stream& stream,
                                    const OpenAssessment& open,
                                    const std::vector<StreamDecision>& decisions, Date today) {
    const assessment::Needs needs = assessment::needs_of(package, stream);
    const Date on = open.record.figures_on(today);
    std::vector<ReferralFact> facts;
    if (needs.age) {
        facts.push_back({"Age", std::to_string(base::age_on(open.person.born, on))});
    }
    for (const std::string& id : needs.questions) {
        const policy::Question* question = package.question(id);
        const assessment::Answer* answer = open.answers.counting(id);
        std::string said = assessment::words(*question, answer == nullptr ? "" : answer->value);
        if (answer != nullptr && answer->not_sure) {
            said += " (not sure)";
        }
        facts.push_back({question->text, std::move(said)});
    }
    const policy::Facts known = assessment::facts_of(package, open.answers, open.person.born, on);
    for (const std::string& name : needs.decisions) {
        const policy::DecisionInfo* decision = package.decision(name);
        const auto evaluation = policy::evaluate(package, known, on, {name}, true);
        facts.push_back(
            {decision->title, value_of(package, evaluation.value_or({}), decisions, name)});
    }
    return facts;
}

Result<OpenAssessment> open_of(Desk& desk, store::View& view, const Referral& referral) {
    TRY(assessment::Record record, store::load_assessment(view, referral.assessment));
    TRY(people::Person person, store::load_person(view, referral.person));
    TRY(auto package, rules_of(desk, view, record));
    assessment::Answers answers = store::load_answers(view, record.id);
    return OpenAssessment{std::move(person), std::move(record), std::move(package),
                          std::move(answers)};
}

// Finds what a stream is called in whichever package has it.
std::string name_of(const Shelf& shelf, const StreamId& id) {
    for (const auto& shelved : shelf) {
        if (const policy::Stream* stream = shelved.second->stream(id)) {
            return stream->name;
        }
    }
    return id;
}

}  // namespace

Result<StreamHome> see_stream_home(Desk& desk, const StreamId& stream) {
    return consult(desk, Action::see_stream_account, {.stream = stream},
                   [&](store::Snapshot& snapshot) -> Result<StreamHome> {
                       StreamHome home{.stream = stream,
                                       .name = name_of(desk.shelf, stream),
                                       .waiting = {},
                                       .answered = {}};
                       home.year = CouncilYear::of(desk.today);
                       const auto balance = [&](ledger::AccountKind kind, CouncilYear year) {
                           return store::load_balance(snapshot, {kind, stream, {}, {}, year});
                       };
                       home.cash_limit = -balance(ledger::AccountKind::funder, home.year);
                       home.left = balance(ledger::AccountKind::pool, home.year);
                       home.next_limit = -balance(ledger::AccountKind::funder, home.year.next());
                       home.next_left = balance(ledger::AccountKind::pool, home.year.next());
                       home.awarded = home.cash_limit - home.left;
                       for (Referral& referral : store::load_referrals_of(snapshot, stream)) {
                           TRY(const people::Person person,
                               store::load_person(snapshot, referral.person));
                           ReferralRow row{std::move(referral), person.reference, {}};
                           row.decision = decision_of(snapshot, row.referral);
                           auto& rows = row.referral.is_waiting() ? home.waiting : home.answered;
                           rows.push_back(std::move(row));
                       }
                       return home;
                   });
}

Result<ReferralPage> see_referral(Desk& desk, ReferralId id) {
    TRY(const Referral found, find_referral(desk, id));
    return look(desk, object_of(found), Action::see_referral, "referral",
                [&](store::Snapshot& snapshot) -> Result<ReferralPage> {
                    TRY(Referral referral, store::load_referral(snapshot, id));
                    TRY(const OpenAssessment open, open_of(desk, snapshot, referral));
                    const policy::Stream* stream = open.package->stream(referral.stream);
                    CHECK(stream != nullptr);
                    const auto decisions = store::load_decisions(snapshot, referral.person);
                    const StreamDecision* estimate =
                        assessment::latest(decisions, referral.stream, Stage::indicative);
                    ReferralPage page{
                        .referral = std::move(referral),
                        .stream = *stream,
                        .person_name = open.person.name,
                        .reference = open.person.reference,
                        .facts = facts_for(*open.package, *stream, open, decisions, desk.today),
                        .estimate = {},
                        .decision = {}};
                    if (estimate != nullptr) {
                        page.estimate = *estimate;
                        page.estimate_mark =
                            policy::weakest_mark(*open.package, page.stream.amount, estimate->on);
                    }
                    page.decision = decision_of(snapshot, page.referral);
                    return page;
                });
}

Result<DecisionId> answer_referral(Desk& desk, ReferralId id, const assessment::Verdict& verdict) {
    TRY(const Referral found, find_referral(desk, id));
    const Act what{.name = "answer_referral",
                   .action = Action::decide_referral,
                   .object = object_of(found),
                   .detail = found.stream};
    return act(desk, what, [&](Acting& acting) -> Result<DecisionId> {
        TRY(const Referral referral, store::load_referral(acting.tx, id));
        if (!referral.is_waiting()) {
            return Error{"referral.already_answered", "This was answered on " +
                                                          referral.answered_on->for_people() +
                                                          ". A new decision needs a new referral."};
        }
        TRY(const OpenAssessment open, open_of(desk, acting.tx, referral));
        const policy::Stream* stream = open.package->stream(referral.stream);
        CHECK(stream != nullptr);
        assessment::Verdict said = verdict;
        TRY(said.reason, base::plain_text(verdict.reason, reason_max));
        TRY(said.decided_by, base::plain_text(verdict.decided_by, 200));
        if (said.on < referral.asked_on) {
            return Error{"referral.before_asked",
                         "The day of the decision is before the day you were asked, " +
                             referral.asked_on.for_people() + ". Enter a later day."};
        }
        TRY_DONE(assessment::check(said, *stream, desk.today));
        const StreamDecision fact{.id = desk.new_id<DecisionId>(),
                                  .person = referral.person,
                                  .stream = referral.stream,
                                  .stage = Stage::agreed,
                                  .eligible = said.eligible,
                                  .weekly = said.weekly,
                                  .one_off = said.one_off,
                                  .on = said.on,
                                  .decided_by = said.decided_by,
                                  .reason = said.reason,
                                  .assessment = referral.assessment};
        store::keep(acting.tx, fact);
        store::answer_referral(acting.tx, id, desk.today, fact.id);
        store::add_step(acting.tx, referral.person, "owner_decided", said.on, desk.actor.to_text(),
                        referral.stream, fact.id.to_text());
        return fact.id;
    });
}

}  // namespace casework
