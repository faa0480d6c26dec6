#pragma once
// What every journey of an assessment begins with: the person's record, the assessment under way,
// its policy package and its answers, loaded in the journey's own transaction; and how the sums an
// assessment comes to are kept as indicative facts. Its rules are those it was told with: while it
// is being answered those in force, and once something was worked out and told (sent, checked)
// those of that moment, whatever is published later.

#include <memory>

#include "assessment/assess.h"
#include "assessment/record.h"
#include "casework/desk.h"
#include "people/person.h"

namespace casework {

struct OpenAssessment {
    people::Person person;
    assessment::Record record;
    std::shared_ptr<const policy::Package> package;
    assessment::Answers answers;

    // Works out what the answers come to, with the figures of the right day.
    assessment::Assessment assess(Date today) const;
};

// Finds a package on the shelf. Refuses: casework.package_unknown.
Result<std::shared_ptr<const policy::Package>> find_package(const Shelf& shelf,
                                                            const PackageId& package);

// Gives the rules of an assessment, as above. Refuses: casework.package_unknown,
// rules.version_does_not_load.
Result<std::shared_ptr<const policy::Package>> rules_of(Desk& desk, store::View& view,
                                                        const assessment::Record& record);

// Loads the person's newest assessment. Refuses: people.not_found, assessment.not_started,
// casework.package_unknown, rules.version_does_not_load.
Result<OpenAssessment> open_assessment(Desk& desk, store::View& view, PersonId person);

// Loads it to be checked with her: a check asks what the rules in force on its day ask.
// Refuses: people.not_found, assessment.not_started, casework.package_unknown.
Result<OpenAssessment> open_to_check(Desk& desk, store::View& view, PersonId person);

// Loads an open record. Refuses: people.not_found, casework.record_closed.
Result<people::Person> load_open_record(store::View& view, PersonId person, Date today);

// Keeps what each stream comes to as an indicative fact, with its step; a fact that says the same
// as the last one of this assessment is not kept again.
void keep_indicative(Desk& desk, Acting& acting, const OpenAssessment& open);

}  // namespace casework
