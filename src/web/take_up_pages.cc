#include "web/take_up_pages.h"

#include "casework/take_up_report.h"
#include "web/folding_table.h"
#include "web/layout.h"

namespace web {

namespace {

std::string wait_text(const casework::ShownStage& stage) {
    return stage.median_days.empty() ? stage.reached
                                     : stage.reached + ", half within " + stage.median_days +
                                           " days, all within " + stage.longest_days;
}

Result<Response> waits_page(Visit& visit) {
    TRY(const casework::TakeUp take_up, casework::take_up_report(visit.desk));
    FoldingTable table;
    table.caption = "From the day people asked, on " + visit.desk.today.for_people();
    table.columns = {{.title = "Group"},
                     {.title = "Asked"},
                     {.title = "Sent their answers"},
                     {.title = "Were decided about"},
                     {.title = "Had a plan agreed"},
                     {.title = "Began a budget"},
                     {.title = "Budgets in force"},
                     {.title = "What they come to", .is_money = true}};
    for (const casework::TakeUpRow& row : casework::shown_take_up(take_up)) {
        table.rows.push_back(
            {{.text = row.group ? std::string(words(*row.group)) : "All together"},
             {.text = row.asked.reached},
             {.text = wait_text(row.answered)},
             {.text = wait_text(row.decided)},
             {.text = wait_text(row.agreed_plan)},
             {.text = wait_text(row.began)},
             {.text = row.in_force.reached},
             {.text = row.agreed ? row.agreed->for_people() : std::string("Not shown")}});
    }
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">How long people wait</h1><p class=\"govuk-body\">Counted "
           "from the dated steps of every record. Each budget counts for its whole period.</p><p "
           "class=\"govuk-body\">Nobody can be recognised here. Counts are rounded to the nearest "
           "five, and sums to the nearest £100. A count below five is not shown, nor anything it "
           "could be worked out from.</p>"
        << folding_table(table)
        << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/waits.csv\">Save this as a "
           "table (CSV)</a></p>";
    return show(visit, {.title = "How long people wait",
                        .main = std::move(main),
                        .back_href = "/work",
                        .help = "work",
                        .is_wide = true});
}

Result<Response> waits_file(Visit& visit) {
    TRY(const casework::TakeUp take_up, casework::take_up_report(visit.desk));
    return download("waits-" + visit.desk.today.to_text() + ".csv", "text/csv; charset=utf-8",
                    casework::take_up_csv(take_up));
}

}  // namespace

std::span<const Route> take_up_routes() {
    static const Route routes[] = {
        {GET, "/waits", may::see_caseload, waits_page,
         "How many asked and how long they waited, by client group"},
        {GET, "/waits.csv", may::see_caseload, waits_file, "The same as a file"},
    };
    return routes;
}

}  // namespace web
