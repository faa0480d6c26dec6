#include "command/example_questions.h"

#include <algorithm>

#include "casework/ask_about.h"
#include "casework/caseload.h"
#include "casework/content.h"
#include "casework/see_assessment.h"
#include "casework/see_budget.h"

namespace command {

namespace {

using people::Ask;

// What somebody asks, and what her worker replies.
struct Talk {
    Ask ask;
    const char* about;  // "question": any question of the rules
    const char* own_words;
    const char* reply;
};

constexpr Talk before_budget[] = {
    {Ask::not_sure, "question", "My sister helps some days. Does that count?",
     "Answer for a usual week without your sister. We will talk about her help when I visit."},
    {Ask::not_sure, "question", "Good days and bad days are very different for me.",
     "Answer for a day in between. You can write about the bad days in your own words."},
    {Ask::help, "question", "", "I will telephone you and we can go through it together."},
};

constexpr Talk with_budget[] = {
    {Ask::disagree, "sum:assessment", "I think this is too low. I need help at night too.",
     "I looked at your answers again. The nights are in the sum already. If they become harder, "
     "tell me and we will have a review."},
    {Ask::disagree, "contribution", "You counted money that I pay for my heating.",
     "Thank you. Send me a bill and I will work it out again with that cost."},
    {Ask::not_sure, "budget", "Can I use what is left over for something else?",
     "Yes, if it helps with what is in your plan. What is left is still yours until March."},
    {Ask::not_sure, "orders", "How do I ask for another time of day?",
     "Tell the provider first. If they cannot, we can change who comes."},
    {Ask::help, "statement", "", "I will bring a printed one and read it with you on Tuesday."},
    {Ask::disagree, "delivery", "The report says two hours. It was less than one.",
     "I asked the provider. They will report the right time from now on."},
};

Outcome reply(ExampleWorld& world, const SharedLife& life, QuestionId question, const Talk& talk) {
    if (life->is_closed) {
        return Done{};
    }
    casework::Desk looking = world.desk(life->worker);
    TRY_DONE(casework::open_question(looking, life->person, question));
    if (talk.ask == Ask::disagree && std::string(talk.about) == "sum:assessment") {
        casework::Desk answers = world.desk(life->worker);
        TRY_DONE(casework::see_assessment(answers, life->person, "a question about the sums"));
    } else if (life->has_budget) {
        casework::Desk budget = world.desk(life->worker);
        TRY_DONE(casework::see_budget(budget, life->person));
    } else {
        casework::Desk record = world.desk(life->worker);
        TRY_DONE(casework::open_record(record, life->person));
    }
    casework::Desk desk = world.desk(life->worker);
    return casework::reply_to_question(desk, life->person, question, talk.reply);
}

Outcome ask(ExampleWorld& world, const SharedLife& life, const Talk& talk) {
    std::string about = talk.about;
    if (about == "question") {
        about += ":" + world.any_of(world.package().questionnaire()).id;
    }
    casework::Desk desk = world.desk(who_does(world, *life, people::Scope::answer));
    TRY(const QuestionId question,
        casework::ask_about(desk, life->person, talk.ask, about, talk.own_words));
    const bool is_late = world.chance(14);
    const std::int64_t days = is_late ? world.between(6, 9) : world.between(1, 5);
    world.on(casework::working_days().after(world.today(), days),
             [&world, life, question, &talk] { return reply(world, life, question, talk); });
    return Done{};
}

}  // namespace

Outcome ask_this_week(ExampleWorld& world) {
    const std::int64_t percent = std::min<std::int64_t>(85, 20 + world.council().people / 3);
    if (world.lives.empty() || !world.chance(static_cast<std::uint64_t>(percent))) {
        return Done{};
    }
    const SharedLife life = world.any_of(world.lives);
    if (life->is_closed) {
        return Done{};
    }
    return ask(world, life,
               life->has_budget ? with_budget[world.random().below(std::size(with_budget))]
                                : before_budget[world.random().below(std::size(before_budget))]);
}

}  // namespace command
