#pragma once
// The three ways out that stand beside every question and every sum: "I am not sure", "Ask someone
// to help me" and "I disagree". Each opens a request with a named worker and a day for the reply,
// about it.

#include <string>
#include <string_view>

#include "base/ids.h"
#include "govuk/html.h"
#include "web/visit.h"

namespace web {

// Whether the visitor may ask something about this person's record; a worker answers such requests
// and opens none. Links to asking stand only where this holds.
bool may_ask(const Visit& visit);

// Writes the three links about anything a person can ask about ("order:pur_...", "statement") for
// those who may ask, nothing for others; `name` says for those who hear the page which one.
govuk::Html ways_out(const Visit& visit, std::string_view about, const std::string& name);

// Writes them under a heading.
govuk::Html ways_out_part(const Visit& visit, std::string_view about, const std::string& name);

// Writes the three links about a stream's sum.
govuk::Html ways_out_of_sum(const Visit& visit, const StreamId& stream, const std::string& name);

}  // namespace web
