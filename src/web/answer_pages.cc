#include "web/answer_pages.h"

#include "casework/assess_person.h"
#include "govuk/button.h"
#include "govuk/checkboxes.h"
#include "govuk/inset_text.h"
#include "web/answer_field.h"
#include "web/easy_read.h"
#include "web/layout.h"
#include "web/speaking.h"

namespace web {

namespace {

using assessment::Answer;
using assessment::Voice;
using casework::AssessmentView;

bool by_helper(const Visit& visit) {
    return visit.subject && visit.subject->relation.starts_with("helper:");
}

// Where the "ask" pages begin for a question.
std::string ask_path(const Visit& visit, std::string_view question, std::string_view ask) {
    return person_path(visit, "/questions/new?about=question:") + std::string(question) +
           "&ask=" + std::string(ask);
}

std::size_t number_of(const AssessmentView& view, const policy::Question& question) {
    const auto& all = view.package->questionnaire();
    return static_cast<std::size_t>(&question - all.data()) + 1;
}

// Where to go after a question: back to the check, on to the next one, or to the check at the end.
std::string path_after(const Visit& visit, const AssessmentView& view,
                       const policy::Question& question) {
    const auto& all = view.package->questionnaire();
    const std::size_t number = number_of(view, question);
    if (visit.form.value("back") == "check" || number == all.size()) {
        return person_path(visit, "/assessment/check-answers") + view_part(visit);
    }
    return question_path(visit, all[number].id);
}

void fill_kept(Visit& visit, const AssessmentView& view, const policy::Question& question) {
    const Voice voice = by_helper(visit) ? Voice::helper : Voice::person;
    if (const Answer* kept = view.answers.latest(question.id, voice)) {
        fill_answer(question, visit.form, "answer", kept->value);
        if (kept->not_sure) {
            visit.form.fill("not_sure", "yes");
        }
    }
    if (const Answer* own = view.answers.latest(question.id, Voice::person_through_helper)) {
        fill_answer(question, visit.form, "own", own->value);
    }
}

// What somebody else said about this question, so that nobody is asked twice without knowing.
Html others_said(const Visit& visit, const AssessmentView& view, const policy::Question& question) {
    Html said;
    const Voice other = by_helper(visit) ? Voice::person : Voice::helper;
    const Answer* answer = view.answers.latest(question.id, other);
    if (answer == nullptr) {
        return said;
    }
    Html words;
    words << answer->by_name << " said: “"
          << (answer->value.empty() ? std::string("I am not sure")
                                    : assessment::words(question, answer->value))
          << "”.";
    if (other == Voice::helper) {
        words << " You can say something else. Both answers are kept.";
    }
    said << govuk::InsetText{.html = words};
    return said;
}

// A helper also writes down what the person says herself, unless she has answered herself.
Html own_view(const Visit& visit, const AssessmentView& view, const policy::Question& question) {
    if (!by_helper(visit) || view.answers.latest(question.id, Voice::person) != nullptr) {
        return {};
    }
    const Speaking speaking(visit, view.person);
    return answer_field(question, visit.form,
                        {.name = "own",
                         .title = "What does " + speaking.you() + " say?",
                         .hint = "Ask " + speaking.you() +
                                 ". Leave this empty if you cannot ask. Both answers are kept.",
                         .is_easy_read = is_easy(visit),
                         .is_small = true});
}

Html not_sure_box(const Visit& visit) {
    return govuk::checkboxes(
        {.id_prefix = "not_sure",
         .name = "not_sure",
         .items = {{.value = "yes",
                    .text = "I am not sure",
                    .hint = {.text = "You can tick this and still give your best answer."}}},
         .values = visit.form.values("not_sure"),
         .classes = "govuk-checkboxes--small"});
}

// The two ways out keep what was typed: they are buttons of the same form. After an answer that
// could not be read they are links, since there is nothing to keep.
Html ways_out(const Visit& visit, const policy::Question& question) {
    Html out;
    if (!visit.form.is_good()) {
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
            << ask_path(visit, question.id, "help") << "\">Ask someone to help me</a></p>"
            << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
            << ask_path(visit, question.id, "disagree") << "\">I disagree</a></p>";
        return out;
    }
    out << "<div class=\"govuk-button-group\">"
        << govuk::Button{.text = "Ask someone to help me",
                         .name = "then",
                         .value = "help",
                         .classes = "govuk-button--secondary"}
        << govuk::Button{.text = "I disagree",
                         .name = "then",
                         .value = "disagree",
                         .classes = "govuk-button--secondary"}
        << "</div>";
    return out;
}

Html easy_read_top(const policy::Question& question) {
    Html top;
    top << "<p class=\"op-easy__not-tested\">This page is in Easy Read. It is <strong>not yet "
           "tested with readers</strong>.</p><div class=\"op-easy__line\">";
    if (!question.picture.empty()) {
        top << "<img class=\"op-easy__picture\" src=\"/assets/pictures/" << question.picture
            << ".svg\" alt=\"\">";
    }
    top << "<p class=\"op-easy__words\">" << question.help << "</p></div>";
    return top;
}

Response question_page_of(Visit& visit, const AssessmentView& view,
                          const policy::Question& question) {
    const bool easy = is_easy(visit);
    const std::string here = person_path(visit, "/assessment/") + question.id;
    const bool from_check = visit.query("back") == "check" || visit.form.value("back") == "check";
    Html main;
    main << "<p class=\"govuk-caption-l\">" << question.domain << ". Question "
         << number_of(view, question) << " of " << view.package->questionnaire().size() << "</p>";
    if (easy) {
        main << "<div class=\"op-easy\">" << easy_read_top(question);
    }
    main << others_said(visit, view, question) << form_open(visit, here + view_part(visit));
    if (from_check) {
        main << "<input type=\"hidden\" name=\"back\" value=\"check\">";
    }
    main << answer_field(question, visit.form, {.is_page_heading = true, .is_easy_read = easy})
         << own_view(visit, view, question) << not_sure_box(visit)
         << govuk::Button{.text = "Save and go on",
                          .name = "then",
                          .value = "next",
                          .prevent_double_click = true}
         << ways_out(visit, question) << form_close();
    if (easy) {
        main << "</div>";
    }
    main << other_view_link(visit, here)
         << "<p class=\"govuk-body\">Your answer is kept when you press a button. You can stop at "
            "any time.</p>";
    return show(visit, {.title = question.text,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/assessment") + view_part(visit),
                        .back_text = "All the questions",
                        .help = "assessment",
                        .current = person_path(visit, "/assessment")});
}

Result<const policy::Question*> question_of(const Visit& visit, const AssessmentView& view) {
    const policy::Question* question = view.package->question(visit.word("question"));
    if (question == nullptr) {
        return Error{"assessment.question_unknown",
                     "There is no such question. Open the list of questions and choose again."};
    }
    return question;
}

Result<Response> question_page(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "assessment"));
    TRY(const policy::Question* question, question_of(visit, view));
    if (!view.is_open()) {
        return redirect(person_path(visit, "/assessment"));
    }
    fill_kept(visit, view, *question);
    return question_page_of(visit, view, *question);
}

Result<Response> save_question(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const AssessmentView view, casework::see_assessment(visit.desk, person, "assessment"));
    TRY(const policy::Question* question, question_of(visit, view));
    const std::string typed = typed_answer(*question, visit.form, "answer");
    const std::string own = typed_answer(*question, visit.form, "own");
    const bool not_sure = visit.form.value("not_sure") == "yes";
    const std::string then = visit.form.value("then");
    const bool asks = then == "help" || then == "disagree";
    if (asks && typed.empty() && own.empty() && !not_sure) {
        return redirect(ask_path(visit, question->id, then));
    }
    std::vector<casework::TypedAnswer> answers;
    std::vector<casework::TypedAnswer> own_views;
    if (!asks || !typed.empty() || not_sure) {
        answers.push_back({question->id, typed, not_sure});
        const auto read = assessment::read_typed(*question, typed, not_sure);
        if (!read) {
            visit.form.refuse(read.error(), {}, "answer");
        }
    }
    if (!own.empty()) {
        own_views.push_back({question->id, own, false});
        const auto read = assessment::read_typed(*question, own, false);
        if (!read) {
            visit.form.refuse(read.error(), {}, "own");
        }
    }
    if (!visit.form.is_good()) {
        return question_page_of(visit, view, *question);
    }
    TRY_DONE(
        casework::save_answers(visit.desk, person, answers, own_views, assessment::Channel::page));
    return redirect(asks ? ask_path(visit, question->id, then)
                         : path_after(visit, view, *question));
}

const Route routes[] = {
    {GET,
     "/people/{person}/assessment/{question}",
     may::answer_questions,
     question_page,
     "One question, with “I am not sure”, “Ask someone to help me” and “I disagree”",
     {"view", "back"}},
    {POST,
     "/people/{person}/assessment/{question}",
     may::answer_questions,
     save_question,
     "Keeps one answer",
     {"view"}},
};

}  // namespace

std::span<const Route> answer_routes() {
    return routes;
}

std::string question_path(const Visit& visit, std::string_view question) {
    return person_path(visit, "/assessment/") + std::string(question) + view_part(visit);
}

}  // namespace web
