#pragma once
// Keeps and loads assessments and the answers given in them. Answers are only ever added; which of
// them counts is decided in assessment/answers.h.

#include <optional>
#include <vector>

#include "assessment/answers.h"
#include "assessment/record.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/store.h"

namespace store {

// Keeps a new assessment.
void keep(Tx& tx, const assessment::Record& record);
// Puts the status and days of an assessment as they are now.
void change(Tx& tx, const assessment::Record& record);

// Loads one assessment. Refuses: assessment.not_found.
Result<assessment::Record> load_assessment(View& view, AssessmentId assessment);
// Loads a person's newest assessment; nothing when there is none.
std::optional<assessment::Record> newest_assessment(View& view, PersonId person);
// Loads a person's assessments, oldest first.
std::vector<assessment::Record> load_assessments(View& view, PersonId person);

// Adds an answer after those already given.
void add_answer(Tx& tx, AssessmentId assessment, const assessment::Answer& answer);
// Loads all answers of an assessment in the order they were given.
assessment::Answers load_answers(View& view, AssessmentId assessment);

}  // namespace store
