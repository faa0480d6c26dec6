#include "web/plan_costs.h"

#include "budget/two_funds.h"
#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "web/folding_table.h"
#include "web/money_words.h"
#include "web/ways_out.h"

namespace web {

using casework::CostedPlan;
using govuk::Html;

void write_streams(Html& main, const CostedPlan& costed, const Speaking& speaking) {
    FoldingTable table{.caption = "What each fund would pay",
                       .columns = {{.title = "Who pays"},
                                   {.title = "For " + speaking.you(), .is_money = true},
                                   {.title = "This plan", .is_money = true},
                                   {.title = "Left", .is_money = true}},
                       .rows = {}};
    for (const budget::StreamRule& stream : costed.streams) {
        Money used;
        for (const ledger::Portion& portion : costed.split.by_stream()) {
            used += portion.stream == stream.id ? portion.amount : Money();
        }
        if (stream.available.is_zero() && used.is_zero()) {
            continue;
        }
        table.rows.push_back({{.text = stream.name},
                              {.text = stream.available.for_people()},
                              {.text = used.for_people()},
                              {.text = (stream.available - used).for_people()}});
    }
    main << folding_table(table);
}

std::string split_words(const CostedPlan& costed, PlanLineId line) {
    std::string words;
    for (const budget::NeedSplit& need : costed.split.needs) {
        if (need.key != line.to_text()) {
            continue;
        }
        for (const ledger::Portion& portion : need.portions) {
            for (const budget::StreamRule& stream : costed.streams) {
                if (stream.id == portion.stream) {
                    words += (words.empty() ? "" : "; ") + stream.name + " " +
                             portion.amount.for_people();
                }
            }
        }
    }
    return words.empty() ? "no fund yet" : words;
}

namespace {

// What she could add to a line that is short; nothing where a fund forbids it.
const casework::OwnPart* own_part_of(const CostedPlan& costed, std::string_view key) {
    for (const casework::OwnPart& own : costed.own_parts) {
        if (own.line.to_text() == key && own.not_allowed_by.empty() && own.least.is_positive()) {
            return &own;
        }
    }
    return nullptr;
}

std::string_view unit_of(const budget::SupportPlan& plan, PlanLineId id) {
    for (const budget::PlanLine& line : plan.lines) {
        if (line.id == id) {
            return market::to_text(line.unit);
        }
    }
    return "one";
}

}  // namespace

std::string holding_words(budget::Holding holding, const Speaking& speaking) {
    if (speaking.to_her()) {
        return std::string(budget::words(holding));
    }
    switch (holding) {
        case budget::Holding::direct_payment:
            return speaking.You() + " holds the money (direct payment)";
        case budget::Holding::individual_service_fund:
            return "A provider " + speaking.you() +
                   " chooses holds the money (individual service fund)";
        case budget::Holding::nominated_third_party:
            return "Somebody " + speaking.you() + " names holds the money (third party)";
        case budget::Holding::council_managed:
            return "The council holds the money and pays for " + speaking.you();
    }
    return "";
}

std::string own_words(const budget::PlanLine& line) {
    return line.own.for_people() + " for each " + std::string(market::to_text(line.unit)) + ": " +
           line.own_cost().for_people() + " for these dates, paid straight to the provider";
}

void write_own_advice(Html& main, const CostedPlan& costed, const Speaking& speaking) {
    for (const budget::PlanLine& line : costed.plan.lines) {
        for (const casework::OwnPart& own : costed.own_parts) {
            if (own.line != line.id || line.own.is_zero()) {
                continue;
            }
            if (!own.not_allowed_by.empty()) {
                main << govuk::WarningText{
                    .text =
                        line.what + ": " + own.not_allowed_by +
                        " pays for this, and may not be used beside " + speaking.your() +
                        " own money. " +
                        (speaking.to_her() ? "Choose something that costs less, or ask your worker."
                                           : "It has to be something that costs less.")};
            } else if (own.least < line.own) {
                main << govuk::InsetText{
                    .text = line.what + ": the funds can pay more of this. " +
                            (own.least.is_zero() ? speaking.You() + " need not add anything."
                                                 : own.least.for_people() + " for each " +
                                                       std::string(market::to_text(line.unit)) +
                                                       " is enough from " + speaking.you() +
                                                       ", and not " + line.own.for_people() + ".")};
            }
        }
    }
}

void write_two_funds(Html& main, const CostedPlan& costed) {
    const auto what_of = [&](PlanLineId id) {
        for (const budget::PlanLine& line : costed.plan.lines) {
            if (line.id == id) {
                return line.what;
            }
        }
        return std::string();
    };
    for (const budget::TwoFunds& each : budget::paid_by_two_funds(costed.plan, costed.split)) {
        main << govuk::InsetText{
            .text = "Two lines are for the same kind of help (" + purpose_words(each.purpose) +
                    ") on the same days, " + each.days.from.for_people() + " to " +
                    each.days.last_day().for_people() + ", and different funds pay them. " +
                    what_of(each.first) + ": " + split_words(costed, each.first) + ". " +
                    what_of(each.second) + ": " + split_words(costed, each.second) +
                    ". Check that this is not the same help, paid for twice."};
    }
}

void write_shortfalls(Html& main, const Visit& visit, const CostedPlan& costed) {
    const Speaking speaking(visit);
    for (const budget::Shortfall& shortfall : costed.split.shortfalls) {
        main << govuk::WarningText{.text = shortfall.what + ": " + shortfall.missing.for_people() +
                                           " is not covered by any fund."};
        main << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const budget::StreamObstacle& obstacle : shortfall.why) {
            main << "<li>" << obstacle.words << "</li>";
        }
        main << "</ul><p class=\"govuk-body\">"
             << (speaking.to_her() ? govuk::Literal("You can make this support smaller.")
                                   : govuk::Literal("This support can be made smaller."));
        if (const casework::OwnPart* own = own_part_of(costed, shortfall.key)) {
            main << " Or " << speaking.you() << " can add " << own->least.for_people() << " of "
                 << speaking.their() << " own money for each " << unit_of(costed.plan, own->line)
                 << ".";
        }
        if (may_ask(visit)) {
            main << " Or you can <a class=\"govuk-link\" href=\"/people/"
                 << visit.id<PersonId>("person").to_text()
                 << "/questions/new?about=plan&amp;kind=help\">ask "
                 << (speaking.to_her() ? govuk::Literal("your") : govuk::Literal("the"))
                 << " worker about it</a>.";
        }
        main << "</p>";
    }
}

}  // namespace web
