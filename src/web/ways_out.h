#pragma once
// The three ways out that stand beside every sum: "I am not sure", "Ask someone to help me" and "I
// disagree". Each opens a request with a named worker and a day for the reply, about that sum.

#include <string>

#include "base/ids.h"
#include "govuk/html.h"
#include "web/visit.h"

namespace web {

// Writes the three links about a stream's sum; `name` says for those who hear the page which one.
govuk::Html ways_out_of_sum(const Visit& visit, const StreamId& stream, const std::string& name);

}  // namespace web
