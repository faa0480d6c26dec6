#include "web/plan_easy_read.h"

#include "web/easy_read.h"
#include "web/mark_note.h"
#include "web/order_words.h"

namespace web {

namespace {

using budget::PlanLine;
using budget::PlanStatus;
using budget::SupportPlan;
using casework::CostedPlan;

// The drawing beside a support, by what it is for.
std::string_view picture_of(std::string_view purpose) {
    constexpr std::pair<std::string_view, std::string_view> pictures[] = {
        {"personal_care", "washing"}, {"domestic_help", "cleaning"},
        {"equipment", "equipment"},   {"work_equipment", "equipment"},
        {"social", "friends"},        {"leisure", "friends"},
        {"transport", "travel"},      {"travel_to_work", "travel"},
        {"work_support", "work"},     {"learning", "work"},
        {"carer_break", "carer"},     {"respite", "carer"},
        {"housing_support", "home"},  {"home_adaptation", "home"},
        {"minor_adaptation", "home"}, {"health", "medicine"},
    };
    for (const auto& [code, picture] : pictures) {
        if (code == purpose) {
            return picture;
        }
    }
    return "help";
}

void write_status(Html& main, const CostedPlan& costed, const Speaking& speaking, Date today) {
    const SupportPlan& plan = costed.plan;
    switch (plan.status) {
        case PlanStatus::draft:
            write_easy_line(main, "plan", "The plan is not sent yet.");
            break;
        case PlanStatus::sent:
            write_easy_line(main, "letter", "The council is reading the plan.");
            break;
        case PlanStatus::returned:
            write_easy_line(main, "letter", "The council sent the plan back.");
            break;
        case PlanStatus::agreed:
            write_easy_line(main, "ok", "The council said yes to the plan.");
            write_easy_line(main, "decision",
                            speaking.to_her() ? "Now you say if you want it."
                                              : "Now " + speaking.you() + " says yes or no.");
            break;
        case PlanStatus::accepted:
            write_easy_line(main, "ok", "The plan is agreed.");
            break;
        case PlanStatus::ended:
            write_easy_line(main, "no", "The plan is over.");
            break;
    }
    if (!costed.reasons.empty()) {
        write_easy_line(main, "letter", "The council says: " + costed.reasons);
    }
    const bool is_past = plan.period.until <= today;
    write_easy_line(main, "calendar",
                    (plan.period.from <= today ? "The plan began on " : "The plan begins on ") +
                        plan.period.from.for_people() + ".");
    write_easy_line(main, "calendar",
                    (is_past ? "It ended on " : "The last day is ") +
                        plan.period.last_day().for_people() + ".");
}

// Who has the money of a support and pays for it.
std::string held_words(const CostedPlan& costed, const PlanLine& line, const Speaking& speaking) {
    std::string holder;
    for (const auto& [id, payee] : costed.holders) {
        if (line.holder == id && payee.ended_on) {
            return "No more money goes to " + payee.name + ".";
        }
        if (line.holder == id && payee.kind != "person") {
            holder = payee.name;
        }
    }
    if (!holder.empty()) {
        return holder + " gets the money and pays for it.";
    }
    if (line.holding == budget::Holding::council_managed) {
        return "The council pays for it.";
    }
    if (line.holding == budget::Holding::direct_payment) {
        return speaking.You() + " " + speaking.does("get") + " the money and " +
               speaking.does("pay") + " for it.";
    }
    return "Nobody is named yet who holds the money.";
}

// "It is 24 hours each week."
std::string often_words(const PlanLine& line) {
    const std::string count = count_words(line.frequency.times, line.unit);
    if (line.frequency.every == budget::Every::once) {
        return "It is " + count + ", one time.";
    }
    // "once each week" without its count.
    const std::string once = budget::words({line.frequency.every, 1});
    const std::string stretch = once.substr(once.find(' ') + 1);
    const bool is_weekly_sum = line.unit == market::Unit::week && line.frequency.times == 1 &&
                               line.frequency.every == budget::Every::week;
    return is_weekly_sum ? "It goes on each week." : "It is " + count + " " + stretch + ".";
}

void write_support(Html& main, const CostedPlan& costed, const PlanLine& line,
                   const Speaking& speaking) {
    main << "<h3 class=\"govuk-heading-s\">" << line.what << "</h3>";
    write_easy_line(main, picture_of(line.purpose), often_words(line));
    write_easy_line(main, "calendar", "The first day is " + line.dates.from.for_people() + ".");
    write_easy_line(main, "calendar",
                    "The last day is " + line.dates.last_day().for_people() + ".");
    write_easy_line(main, "money", "All of it costs " + line.cost().for_people() + ".");
    for (const budget::NeedSplit& need : costed.split.needs) {
        if (need.key != line.id.to_text()) {
            continue;
        }
        for (const ledger::Portion& portion : need.portions) {
            for (const budget::StreamRule& stream : costed.streams) {
                if (stream.id == portion.stream && portion.amount.is_positive()) {
                    write_easy_line(main, "plan",
                                    stream.name + " pays " + portion.amount.for_people() + ".");
                }
            }
        }
    }
    if (line.own.is_positive()) {
        write_easy_line(main, "money",
                        speaking.You() + " " + speaking.does("pay") + " " +
                            line.own_cost().for_people() + " of it with " + speaking.their() +
                            " own money.");
    }
    write_easy_line(main, "decision", held_words(costed, line, speaking));
    for (const budget::Shortfall& shortfall : costed.split.shortfalls) {
        if (shortfall.key == line.id.to_text()) {
            write_easy_line(main, "no",
                            "Nobody pays " + shortfall.missing.for_people() + " of it.");
        }
    }
}

}  // namespace

Html easy_plan(const CostedPlan& costed, const std::optional<policy::Mark>& mark,
               const Speaking& speaking, Date today) {
    const SupportPlan& plan = costed.plan;
    Html main;
    main << easy_read_open();
    write_status(main, costed, speaking, today);
    write_easy_line(main, "money",
                    "There is " + costed.decided_total.for_people() + " to plan with.");
    write_easy_line(main, "money", "The plan costs " + plan.cost().for_people() + ".");
    if (plan.own_cost().is_positive()) {
        write_easy_line(main, "money",
                        speaking.You() + " " + speaking.does("pay") + " " +
                            plan.own_cost().for_people() + " of it with " + speaking.their() +
                            " own money.");
    }
    if (mark) {
        write_easy_line(main, "letter", std::string(mark_sentence(*mark)) + ".");
    }
    main << "<h2 class=\"govuk-heading-m\">What " << speaking.you() << " " << speaking.does("want")
         << " to change</h2>";
    if (plan.outcomes.empty()) {
        write_easy_line(main, "plan", "Nothing is written yet.");
    }
    for (const budget::PlanOutcome& outcome : plan.outcomes) {
        write_easy_line(main, "ok", outcome.words);
    }
    main << "<h2 class=\"govuk-heading-m\">The support</h2>";
    if (plan.lines.empty()) {
        write_easy_line(main, "plan", "No support is in the plan yet.");
    }
    for (const PlanLine& line : plan.lines) {
        write_support(main, costed, line, speaking);
    }
    write_easy_help(main, speaking);
    return main << easy_read_close();
}

}  // namespace web
