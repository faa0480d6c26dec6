#pragma once
// One person's facts and what was decided, as JSON: the input and the output of `onepurse decide`.
// docs/formats/decide-case.schema.json and decide-result.schema.json describe them. Numbers and
// money stand as strings, so that no reader turns them into binary fractions.

#include <optional>
#include <string>
#include <string_view>

#include "base/json_fwd.h"
#include "policy/package.h"

namespace policy {

// Reads {"answers": {question: value}, "inputs": {"age": 70}}. An answer is a text as in a form, a
// JSON number, true or false, or null where it need not be given.
// Refuses with code and place of the first bad member; the message counts the members read, kept
// and refused and names the place of each: policy.unknown_fact, policy.wrong_kind, the codes of
// read_answer. What is no case at all is refused whole, also with the codes of json.
Result<Facts> read_case_json(const Package& package, std::string_view text);

// Reads one answer or input of the name from the text a form or a file gives. Refuses:
// policy.unknown_fact, policy.wrong_kind, and what read_answer refuses.
Result<feel::Value> read_fact(const Package& package, const std::string& name,
                              const std::string& text);

// Gives a JSON scalar as the text a form would hold, null as ""; nothing for a list or an object.
std::optional<std::string> scalar_text(const json::value& value);

// Prints the decisions and, where the evaluation has a trace, the reasons and the trace.
json::value result_json(const Package& package, Date on, const Evaluation& evaluation);

}  // namespace policy
