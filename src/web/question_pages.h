#pragma once
// Saying "I am not sure", "ask someone to help me" or "I disagree", seeing who replies and when,
// and the reply. Other pages link to /people/{person}/questions/new?about=<id text>&ask=<how>,
// where <how> is not_sure, help or disagree, and the id text is "question:<id>", "sum:<stream>",
// "plan:<id>" and so on.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> question_routes();

}  // namespace web
