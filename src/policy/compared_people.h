#pragma once
// People for compare_packages.h, read for both packages at once: from a file, or from the golden
// cases of the first. An answer that one package cannot read is left to its decisions to refuse, so
// that it stands in the way only of what reads it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/compare_packages.h"

namespace policy {

// The name of a question or input, and what was answered, as a form gives it.
using GivenFacts = std::vector<std::pair<std::string, std::string>>;

// Reads one person's facts as both packages ask for them.
ComparedPerson read_person(const Package& before, const Package& after, std::string label,
                           const GivenFacts& given);

// Gives the golden cases of the first package, named as they are.
std::vector<ComparedPerson> people_of_cases(const Package& before, const Package& after);

// Reads {"people": [{"label": "Kay", "answers": {question: value}, "inputs": {"age": 70}}]}, values
// as read_case_json takes them. Refuses, with the member as place: compare.people_not_whole,
// compare.label_twice, and the codes of json.
Result<std::vector<ComparedPerson>> read_people_json(const Package& before, const Package& after,
                                                     std::string_view text);

}  // namespace policy
