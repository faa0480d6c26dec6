#include "web/take_up_pages.h"

#include "casework/take_up_report.h"
#include "web/folding_table.h"
#include "web/layout.h"

namespace web {

namespace {

bool is_small(std::size_t count) {
    return count > 0 && count < people::shown_count_min;
}

std::string count_text(std::size_t count) {
    return is_small(count) ? "Fewer than 5" : std::to_string(count);
}

std::string wait_text(const people::Wait& wait) {
    if (wait.count == 0) {
        return "Nobody yet";
    }
    if (is_small(wait.count)) {
        return "Fewer than 5";
    }
    return std::to_string(wait.count) + ", half within " + std::to_string(wait.median_days) +
           " days, all within " + std::to_string(wait.longest_days);
}

Result<Response> waits_page(Visit& visit) {
    TRY(const std::vector<people::GroupTakeUp> groups, casework::take_up_report(visit.desk));
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
    for (const people::GroupTakeUp& group : groups) {
        table.rows.push_back({{.text = std::string(words(group.group))},
                              {.text = count_text(group.asked)},
                              {.text = wait_text(group.answered)},
                              {.text = wait_text(group.decided)},
                              {.text = wait_text(group.agreed_plan)},
                              {.text = wait_text(group.began)},
                              {.text = count_text(group.in_force)},
                              {.text = is_small(group.in_force) ? std::string("Not shown")
                                                                : group.agreed.for_people()}});
    }
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">How long people wait</h1><p class=\"govuk-body\">Counted "
           "from the dated steps of every record. Counts of one to four are not shown, so that "
           "nobody can be recognised. Each budget counts for its whole period.</p>"
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
    TRY(const std::vector<people::GroupTakeUp> groups, casework::take_up_report(visit.desk));
    return download("waits-" + visit.desk.today.to_text() + ".csv", "text/csv; charset=utf-8",
                    casework::take_up_csv(groups));
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
