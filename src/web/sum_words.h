#pragma once
// The sentences in which a page says a sum: how much, a week or once, who decides it, and whether
// anybody has. The same words stand on the page after sending, under "Why this amount" and on the
// decisions page. An estimate of a stream that others decide is never shown without its mark.

#include <string>

#include "assessment/assess.h"
#include "assessment/decide_stream.h"

namespace web {

// Says what a stream comes to: "£168.20 a week", "No money from here", "We need more answers".
std::string words_of(const assessment::StreamSum& sum);

// Says who decides, with the mark: "Not decided: Jobcentre Plus must decide".
std::string decider_mark(const policy::Stream& stream);

// Says what a kept fact is: "Agreed on 3 May 2006 by Sam Lee".
std::string words_of_fact(const assessment::StreamDecision& fact);

// Says a difference for a person: "£52.10 less", "£4.00 more".
std::string difference_words(const Decimal& change);

// Writes points: "41 points", "1 point".
std::string points_words(const Decimal& points);

}  // namespace web
