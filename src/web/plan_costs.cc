#include "web/plan_costs.h"

#include "govuk/warning_text.h"
#include "web/folding_table.h"
#include "web/ways_out.h"

namespace web {

using casework::CostedPlan;
using govuk::Html;

void write_streams(Html& main, const CostedPlan& costed) {
    FoldingTable table{.caption = "What each fund would pay",
                       .columns = {{.title = "Who pays"},
                                   {.title = "For you", .is_money = true},
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

void write_shortfalls(Html& main, const Visit& visit, const CostedPlan& costed) {
    for (const budget::Shortfall& shortfall : costed.split.shortfalls) {
        main << govuk::WarningText{.text = shortfall.what + ": " + shortfall.missing.for_people() +
                                           " is not covered by any fund."};
        main << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const budget::StreamObstacle& obstacle : shortfall.why) {
            main << "<li>" << obstacle.words << "</li>";
        }
        main << "</ul><p class=\"govuk-body\">You can make this support smaller.";
        if (may_ask(visit)) {
            main << " Or you can <a class=\"govuk-link\" href=\"/people/"
                 << visit.id<PersonId>("person").to_text()
                 << "/questions/new?about=plan&amp;kind=help\">ask your worker about it</a>.";
        }
        main << "</p>";
    }
}

}  // namespace web
