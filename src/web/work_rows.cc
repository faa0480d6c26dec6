#include "web/work_rows.h"

#include "govuk/tag.h"
#include "web/folding_table.h"

namespace web {

using govuk::Html;

std::string href_of(const casework::WorkItem& item) {
    const std::string record = "/people/" + item.person.to_text();
    switch (item.waiting) {
        case people::Waiting::question:
        case people::Waiting::disagreement:
            return record + "/questions/" + item.about;
        case people::Waiting::answers_to_check:
            return record + "/checking";
        case people::Waiting::decision_to_make:
            return record + "/decisions";
        case people::Waiting::plan_to_read:
            return record + "/plan/" + item.about + "/decide";
        case people::Waiting::plan_to_accept:
            return record + "/plan/" + item.about;
        case people::Waiting::delivery_disputed:
        case people::Waiting::delivery_unanswered:
            return record + "/orders";
        case people::Waiting::review:
            return record + "/review";
        case people::Waiting::nominee_ended:
        case people::Waiting::nominee_closed:
            return record + "/changes/" + item.about + "/holding";
    }
    return record;
}

Html work_table(const std::vector<casework::WorkItem>& items, const std::string& caption,
                bool with_names) {
    FoldingTable table;
    table.caption = caption;
    if (with_names) {
        table.columns.push_back({.title = "Person"});
    }
    table.columns.push_back({.title = "Why it is here"});
    table.columns.push_back({.title = "Next"});
    for (const casework::WorkItem& item : items) {
        std::vector<govuk::Content> row;
        if (with_names) {
            Html person;
            person << "<a class=\"govuk-link\" href=\"/people/" << item.person.to_text()
                   << "/record\">" << item.person_name << "</a>";
            row.push_back({.html = std::move(person)});
        }
        Html why;
        why << item.why;
        if (item.is_late) {
            why << " " << govuk::Tag{.text = "Late", .classes = "govuk-tag--red"};
        }
        row.push_back({.html = std::move(why)});
        Html next;
        next << "<a class=\"govuk-link\" href=\"" << href_of(item) << "\">" << item.next_act
             << "<span class=\"govuk-visually-hidden\"> of " << item.person_name << "</span></a>";
        row.push_back({.html = std::move(next)});
        table.rows.push_back(std::move(row));
    }
    return folding_table(table);
}

}  // namespace web
