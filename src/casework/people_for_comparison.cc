#include "casework/people_for_comparison.h"

#include "assessment/facts.h"
#include "store/assessments.h"
#include "store/people.h"
#include "store/standing.h"

namespace casework {

namespace {

using people::Action;

constexpr std::string_view purpose = "a change of the rules";

bool may_name(Desk& desk, store::View& view, PersonId person) {
    return desk.is_system || people::decide(store::load_standing(view, desk.actor),
                                            Action::see_record, {.person = person}, desk.today)
                                 .has_value();
}

}  // namespace

Result<PeopleForComparison> people_for_comparison(Desk& desk, const policy::Package& before,
                                                  const policy::Package& after, Date on) {
    std::vector<PersonId> looked_at;
    TRY(PeopleForComparison found,
        consult(desk, Action::see_rule_changes, {},
                [&](store::Snapshot& view) -> Result<PeopleForComparison> {
                    PeopleForComparison all;
                    for (const people::Person& person : store::load_people(view)) {
                        if (person.package != before.id() || !person.is_open_on(desk.today)) {
                            continue;
                        }
                        const auto newest = store::newest_assessment(view, person.id);
                        if (!newest) {
                            ++all.without_answers;
                            continue;
                        }
                        const assessment::Answers answers = store::load_answers(view, newest->id);
                        PersonForComparison each{
                            .label = "Person " + std::to_string(all.people.size() + 1),
                            .before = assessment::facts_of(before, answers, person.born, on),
                            .after = assessment::facts_of(after, answers, person.born, on)};
                        if (may_name(desk, view, person.id)) {
                            each.label = person.name + ", " + person.reference;
                            each.person = person.id;
                            all.are_named = true;
                            TRY(const bool is_first,
                                inner::is_first_look(desk, view, {.person = person.id},
                                                     Action::see_record, purpose));
                            if (is_first) {
                                looked_at.push_back(person.id);
                            }
                        }
                        all.people.push_back(std::move(each));
                    }
                    return all;
                }));
    // Nobody is named before it is written down that somebody looked.
    if (!looked_at.empty()) {
        TRY_DONE(inner::write_looks(desk, looked_at, Action::see_record, purpose));
    }
    return found;
}

}  // namespace casework
