#pragma once
// One question a page: the answer, "I am not sure", "Ask someone to help me" and "I disagree".
// Every answer is kept before the next page opens, also when she asks for help in the middle. A
// helper gives the helper's view, and writes down what the person says herself beside it. The Easy
// Read view shows one idea a line with a picture.

#include <span>
#include <string>

#include "casework/see_assessment.h"
#include "web/route.h"
#include "web/visit.h"

namespace web {

std::span<const Route> answer_routes();

// Gives the address of a question's page, in the view now shown.
std::string question_path(const Visit& visit, std::string_view question);

}  // namespace web
