#include "web/report_pages.h"

#include "casework/report_spending.h"
#include "casework/see_reports.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/easy_read.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/money_easy_read.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/ways_out.h"

namespace web {

namespace {

using casework::Report;
using casework::Reports;

std::string reports_path(const Visit& visit) {
    return person_path(visit, "/spending");
}

std::string report_path(const Visit& visit, const Report& report) {
    return reports_path(visit) + "/" + report.id.to_text();
}

std::string taken_words(const Report& report) {
    std::string words;
    for (const auto& [fund, sum] : report.taken_from) {
        words += (words.empty() ? "" : "; ") + fund + " " + sum.for_people();
    }
    return words;
}

// "£60.00 from Supporting People and £10.00 from Adult social care".
std::string sums_words(const Report& report) {
    std::string words;
    for (const auto& [fund, sum] : report.taken_from) {
        words += (words.empty() ? "" : " and ") + sum.for_people() + " from " + fund;
    }
    return words;
}

std::string by_words(const Reports& all, const Report& report) {
    return report.by.empty() ? all.person.name : report.by;
}

// --- the list ------------------------------------------------------------------------------------

// The way to the form, in the view now shown.
void write_report_button(Html& main, const Visit& visit) {
    if (can_open(visit, reports_path(visit) + "/new")) {
        main << govuk::Button{.text = "Report what was spent",
                              .href = reports_path(visit) + "/new" + view_part(visit)};
    }
}

Response easy_list_page(const Visit& visit, const Reports& all) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What was spent in Easy Read</h1>"
         << easy_reports(visit, all, Speaking(visit, all.person));
    write_report_button(main, visit);
    main << other_view_link(visit, reports_path(visit));
    return show(visit, {.title = "What was spent in Easy Read",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/budget/easy"),
                        .help = "spending"});
}

Result<Response> list_page(Visit& visit) {
    TRY(const Reports all, casework::see_reports(visit.desk, visit.id<PersonId>("person")));
    if (is_easy(visit)) {
        return easy_list_page(visit, all);
    }
    Money sum;
    FoldingTable table{.caption = "Reports, the latest first",
                       .columns = {{"Date"}, {"What for"}, {"By"}, {"Taken from"}, {"Sum", true}},
                       .rows = {}};
    for (const Report& report : all.reports) {
        sum += report.amount;
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << report_path(visit, report) << "\">"
             << (report.what.empty() ? std::string("Not said") : report.what)
             << "<span class=\"govuk-visually-hidden\">, " << report.on.for_people()
             << "</span></a>";
        table.rows.push_back({{.text = report.on.for_people()},
                              {.html = std::move(link)},
                              {.text = by_words(all, report)},
                              {.text = taken_words(report)},
                              {.text = report.amount.for_people()}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << sum.for_people() << " was reported as spent</h1>";
    if (all.reports.empty()) {
        main << "<p class=\"govuk-body\">Nothing is reported yet.</p>";
    } else {
        main << "<p class=\"govuk-body\">Open one to see for what it was, and to have it put "
                "right.</p>"
             << folding_table(table);
    }
    write_report_button(main, visit);
    main << other_view_link(visit, reports_path(visit));
    return show(visit, {.title = "What was reported as spent",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/budget"),
                        .help = "spending",
                        .is_wide = true});
}

// --- one -----------------------------------------------------------------------------------------

Html facts_of(const Reports& all, const Report& report) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("When", report.on.for_people());
    row("What for", report.what.empty() ? "Not said" : report.what);
    row("Reported by", by_words(all, report));
    row("Part of the plan", report.part ? report.part_words : "Nobody said");
    for (const auto& [fund, sum] : report.taken_from) {
        row("Taken from " + fund, sum.for_people());
    }
    if (report.own.is_positive()) {
        row("Own money with it", report.own.for_people());
    }
    return Html() << list;
}

// In plain words: which fund it was, why that one, and what to do when it was for something else.
Html how_to_put_right(const Visit& visit, const Report& report, bool may_ask_here) {
    Html html;
    if (report.parts.size() < 2) {
        return html;
    }
    if (!report.part) {
        html << govuk::InsetText{
            .text = "Nobody said which part of the plan this was for. So we took " +
                    sums_words(report) +
                    ". The fund with the tightest rules is always taken first."};
    }
    if (!report.part && !report.may_be_another_fund) {
        return html << "<p class=\"govuk-body\">Every part it can have been for is paid from the "
                       "same fund. You need not do anything.</p>";
    }
    if (!report.part) {
        html
            << "<p class=\"govuk-body\">If it was for one of these parts, another fund may have to "
               "pay:</p><ul class=\"govuk-list govuk-list--bullet\">";
        for (const casework::HeldPart& part : report.parts) {
            html << "<li>" << part.words << "</li>";
        }
        html << "</ul>";
    }
    html << "<h2 class=\"govuk-heading-m\">If this is not right</h2><p class=\"govuk-body\">";
    if (may_ask_here) {
        html << "<a class=\"govuk-link\" href=\""
             << person_path(visit, "/questions/new?about=report:") << report.id.to_text()
             << "&amp;ask=help\">Tell the worker which part it was for</a>. ";
    } else {
        html << "Tell the worker which part it was for. ";
    }
    return html
           << "The worker takes this back and writes it down again from the right fund. You do "
              "not report it a second time.</p>";
}

Html corrections_of(const Report& report) {
    Html html;
    for (const casework::Correction& correction : report.corrections) {
        html << "<p class=\"govuk-body\">Put right on " << correction.on.for_people() << " by "
             << correction.by << ": " << correction.why << "</p>";
    }
    return html;
}

Result<Response> report_page(Visit& visit) {
    TRY(const Reports all, casework::see_report(visit.desk, visit.id<PersonId>("person"),
                                                visit.id<ReportId>("report")));
    const Report& report = all.reports.front();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << report.amount.for_people()
         << " is reported as spent</h1>" << facts_of(all, report) << corrections_of(report);
    const bool can_correct = can_open(visit, report_path(visit, report) + "/correct");
    if (!can_correct) {
        main << how_to_put_right(visit, report, may_ask(visit));
    } else {
        main << govuk::Button{.text = "Put it right",
                              .href = report_path(visit, report) + "/correct",
                              .classes = "govuk-button--secondary"};
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << person_path(visit, "/budget") << "\">Go to the budget</a></p>";
    return show(visit, {.title = "A report of what was spent",
                        .main = std::move(main),
                        .back_href = reports_path(visit),
                        .help = "spending"});
}

Result<Response> held_report_page(Visit& visit) {
    const PayeeId holder = visit.id<PayeeId>("payee");
    const PersonId person = visit.id<PersonId>("person");
    TRY(const Reports all,
        casework::see_held_report(visit.desk, holder, person, visit.id<ReportId>("report")));
    const Report& report = all.reports.front();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << report.amount.for_people()
         << " is reported as spent for " << all.person.name << "</h1>" << facts_of(all, report)
         << corrections_of(report) << how_to_put_right(visit, report, false);
    return show(visit, {.title = "A report of what was spent",
                        .main = std::move(main),
                        .back_href = "/holding/" + holder.to_text() + "/" + person.to_text(),
                        .help = "holding"});
}

// --- putting it right ----------------------------------------------------------------------------

constexpr std::string_view no_part = "none";

std::vector<Choice> part_choices(const Report& report) {
    std::vector<Choice> choices;
    for (const casework::HeldPart& part : report.parts) {
        choices.push_back({.value = part.line.to_text(), .text = part.words});
    }
    choices.push_back({.value = std::string(no_part),
                       .text = "No one part",
                       .hint = "The fund with the tightest rules is taken first."});
    return choices;
}

Response correct_form(const Visit& visit, const Reports& all) {
    const Report& report = all.reports.front();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What was " << report.amount.for_people()
         << " spent for?</h1>" << facts_of(all, report)
         << "<p class=\"govuk-body\">What was taken from the funds is put back, and taken from "
            "those "
            "that pay for the part you choose. Both are written down with today’s date. "
            "Nothing is wiped out.</p>"
         << form_open(visit, report_path(visit, report) + "/correct")
         << radios_field(visit.form, {.name = "part",
                                      .legend = "Which part of the plan was it for?",
                                      .choices = part_choices(report)})
         << area_field(visit.form,
                       {.name = "why",
                        .label = "How do you know?",
                        .hint = "The person reads these words."},
                       300, 3)
         << submit_button("Put it right") << form_close();
    return show(visit, {.title = "Put a report right",
                        .main = std::move(main),
                        .back_href = report_path(visit, report),
                        .help = "spending"});
}

Result<Reports> report_in_path(Visit& visit) {
    return casework::see_report(visit.desk, visit.id<PersonId>("person"),
                                visit.id<ReportId>("report"));
}

Result<Response> correct_page(Visit& visit) {
    TRY(const Reports all, report_in_path(visit));
    if (const auto part = all.reports.front().part) {
        visit.form.fill("part", part->to_text());
    }
    return correct_form(visit, all);
}

Result<Response> correct_act(Visit& visit) {
    TRY(const Reports all, report_in_path(visit));
    const Report& report = all.reports.front();
    const auto part = visit.form.choice("part", values_of(part_choices(report)),
                                        "Choose which part it was for, or no one part");
    const auto why = visit.form.text("why", 300, "Write how you know");
    if (visit.form.is_good()) {
        const std::optional<PlanLineId> chosen =
            *part == no_part ? std::nullopt
                             : std::optional<PlanLineId>(PlanLineId::parse(*part).value());
        const Outcome done = casework::correct_report(visit.desk, visit.id<PersonId>("person"),
                                                      report.id, chosen, *why);
        if (done) {
            return redirect(report_path(visit, report));
        }
        visit.form.refuse(done.error(), {{"casework.reasons_missing", "why"}}, "part");
    }
    return correct_form(visit, all);
}

const Route routes[] = {
    {GET,
     "/people/{person}/spending",
     may::see_record,
     list_page,
     "What was reported as spent, and from which fund",
     {"view"}},
    {GET, "/people/{person}/spending/{report}", may::see_record, report_page,
     "One report of spending: which fund it was taken from, and how to put it right"},
    {GET, "/people/{person}/spending/{report}/correct", may::answer_question_case, correct_page,
     "A worker says which part of the plan a report was for"},
    {POST, "/people/{person}/spending/{report}/correct", may::answer_question_case, correct_act,
     "Takes a report back and writes it down from the right fund"},
    {GET, "/holding/{payee}/{person}/{report}", may::see_held_money, held_report_page,
     "One report of whoever holds money, as it sees it"},
};

}  // namespace

std::span<const Route> report_routes() {
    return routes;
}

}  // namespace web
