#include "web/check_pages.h"

#include "base/text.h"
#include "casework/check_answers.h"
#include "casework/see_assessment.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "web/answer_field.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/speaking.h"

namespace web {

namespace {

using assessment::Answer;
using assessment::Status;
using assessment::Voice;
using casework::AssessmentView;

std::string said(const policy::Question& question, const Answer* answer) {
    if (answer == nullptr) {
        return "–";
    }
    std::string words =
        answer->value.empty() ? "Only: I am not sure" : assessment::words(question, answer->value);
    if (answer->not_sure && !answer->value.empty()) {
        words += " (not sure)";
    }
    return words;
}

bool was_helped(const AssessmentView& view) {
    for (const Answer& answer : view.answers.given()) {
        if (answer.voice == Voice::helper || answer.voice == Voice::person_through_helper) {
            return true;
        }
    }
    return false;
}

Html change_link(const Visit& visit, const policy::Question& question) {
    Html link;
    link << "<a class=\"govuk-link\" href=\"" << person_path(visit, "/checking/") << question.id
         << "\">Your answer<span class=\"govuk-visually-hidden\"> to " << question.text
         << "</span></a>";
    return link;
}

FoldingTable side_by_side(const Visit& visit, const AssessmentView& view, bool differing,
                          std::string caption) {
    const bool helped = was_helped(view);
    const std::string name(view.person.first_name());
    FoldingTable table{
        .caption = std::move(caption), .columns = {{"Question"}, {name + " says"}}, .rows = {}};
    if (helped) {
        table.columns.push_back({"The helper says"});
    }
    table.columns.push_back({"The worker says"});
    const bool can_change = view.record->status == Status::sent;
    if (can_change) {
        table.columns.push_back({"Do"});
    }
    for (const policy::Question& question : view.package->questionnaire()) {
        if (view.answers.differs(question.id) != differing) {
            continue;
        }
        std::vector<govuk::Content> row = {
            {.text = question.text}, {.text = said(question, view.answers.own_view(question.id))}};
        if (helped) {
            row.push_back(
                {.text = said(question, view.answers.latest(question.id, Voice::helper))});
        }
        row.push_back({.text = said(question, view.answers.latest(question.id, Voice::worker))});
        if (can_change) {
            row.push_back({.html = change_link(visit, question)});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Response side_by_side_page(const Visit& visit, const AssessmentView& view) {
    const FoldingTable differing =
        side_by_side(visit, view, true, "Where the answers differ, or somebody is not sure");
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Check the answers with " << view.person.name
         << "</h1><p class=\"govuk-body-l\">"
         << (differing.rows.empty()
                 ? std::string("All the answers agree.")
                 : base::counted(differing.rows.size(), "answer") + " to talk about.")
         << "</p><p class=\"govuk-body\">Your answer stands beside theirs. Both are kept, and both "
            "are shown.</p>"
         << folding_table(differing)
         << folding_table(side_by_side(visit, view, false, "Where nobody says otherwise"));
    if (view.record->status == Status::sent) {
        main << form_open(visit, person_path(visit, "/checking"))
             << govuk::Button{.text = "We have checked the answers together",
                              .prevent_double_click = true}
             << form_close();
    } else {
        main << govuk::InsetText{.text = "State of the answers: " +
                                         std::string(assessment::words(view.record->status)) + "."}
             << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/decisions") << "\">Go to the decisions</a></p>";
    }
    return show(
        visit,
        {.title = "Check the answers", .main = std::move(main), .help = "worker", .is_wide = true});
}

Result<AssessmentView> load(Visit& visit) {
    return casework::see_assessment_to_check(visit.desk, visit.id<PersonId>("person"),
                                             "checking answers");
}

Result<Response> checking_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    if (!view.record || view.is_open()) {
        return redirect(person_path(visit, "/keyed-assessment"));
    }
    return side_by_side_page(visit, view);
}

Result<Response> finish(Visit& visit) {
    const Outcome done = casework::finish_check(visit.desk, visit.id<PersonId>("person"));
    if (!done && done.error().code == "assessment.not_finished") {
        TRY(const AssessmentView view, load(visit));
        const policy::Question* question = view.package->question(done.error().place);
        visit.form.refuse("main", done.error().message + " The question is “" +
                                      (question == nullptr ? done.error().place : question->text) +
                                      "”.");
        return side_by_side_page(visit, view);
    }
    TRY_DONE(done);
    return redirect(person_path(visit, "/decisions"));
}

Result<const policy::Question*> question_of(const Visit& visit, const AssessmentView& view) {
    const policy::Question* question = view.package->question(visit.word("question"));
    if (question == nullptr || !view.record) {
        return Error{"assessment.question_unknown",
                     "There is no such question. Open the list of answers and choose again."};
    }
    return question;
}

Response one_page(Visit& visit, const AssessmentView& view, const policy::Question& question) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << question.domain << "</p>";
    main << form_open(visit, person_path(visit, "/checking/") + question.id)
         << answer_field(question, visit.form,
                         {.title = "Your answer: " + question.text, .is_page_heading = true})
         << "<p class=\"govuk-body\">" << view.person.first_name() << " says: “"
         << said(question, view.answers.own_view(question.id)) << "”. A helper says: “"
         << said(question, view.answers.latest(question.id, Voice::helper)) << "”.</p>"
         << govuk::Button{.text = "Keep this beside theirs", .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = "Your answer: " + question.text,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/checking"),
                        .help = "worker"});
}

Result<Response> one_answer(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Question* question, question_of(visit, view));
    if (const Answer* kept = view.answers.counting(question->id)) {
        fill_answer(*question, visit.form, "answer", kept->value);
    }
    return one_page(visit, view, *question);
}

Result<Response> save_one(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Question* question, question_of(visit, view));
    const std::string typed = typed_answer(*question, visit.form, "answer");
    const auto read = assessment::read_typed(*question, typed, false);
    if (!read) {
        visit.form.refuse(read.error(), {}, "answer");
        return one_page(visit, view, *question);
    }
    TRY_DONE(casework::add_worker_answers(visit.desk, view.person.id, {{question->id, typed}}));
    return redirect(person_path(visit, "/checking"));
}

const Route routes[] = {
    {GET, "/people/{person}/checking", may::answer_for_person, checking_page,
     "Every answer side by side, differences first"},
    {POST, "/people/{person}/checking", may::answer_for_person, finish,
     "Says that the answers were checked with the person"},
    {GET, "/people/{person}/checking/{question}", may::answer_for_person, one_answer,
     "The worker's own answer to one question"},
    {POST, "/people/{person}/checking/{question}", may::answer_for_person, save_one,
     "Keeps the worker's answer beside the person's"},
};

}  // namespace

std::span<const Route> check_routes() {
    return routes;
}

}  // namespace web
