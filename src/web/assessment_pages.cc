#include "web/assessment_pages.h"

#include <algorithm>

#include "assessment/facts.h"
#include "base/text.h"
#include "casework/assess_person.h"
#include "casework/see_assessment.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/summary_list.h"
#include "govuk/task_list.h"
#include "policy/marks.h"
#include "web/answer_pages.h"
#include "web/easy_read.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/sum_words.h"
#include "web/ways_out.h"

namespace web {

namespace {

using assessment::Answer;
using assessment::Status;
using casework::AssessmentView;

// One domain of the questionnaire and how much of it is answered.
struct Part {
    std::string domain;
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::string next;  // the first question without an answer, else the first
};

std::vector<Part> parts_of(const AssessmentView& view) {
    std::vector<Part> parts;
    for (const policy::Question& question : view.package->questionnaire()) {
        auto part = std::ranges::find(parts, question.domain, &Part::domain);
        if (part == parts.end()) {
            parts.push_back({question.domain, 0, 0, question.id});
            part = parts.end() - 1;
        }
        const bool answered = view.answers.counting(question.id) != nullptr;
        if (!answered && part->answered == part->asked) {
            part->next = question.id;
        }
        ++part->asked;
        part->answered += answered ? 1 : 0;
    }
    return parts;
}

govuk::TaskStatus status_of(const Part& part) {
    if (part.answered == part.asked) {
        return {.text = "Done"};
    }
    if (part.answered == 0) {
        return {.tag = govuk::Tag{.text = "Not started", .classes = "govuk-tag--grey"}};
    }
    return {.tag = govuk::Tag{.text = std::to_string(part.answered) + " of " +
                                      std::to_string(part.asked) + " answered",
                              .classes = "govuk-tag--blue"}};
}

// Whether the visitor may open the pages of the questions; a worker keys answers in elsewhere.
bool may_answer(const Visit& visit) {
    return can_open(visit, person_path(visit, "/assessment/question"));
}

Html easy_read_link(const Visit& visit) {
    Html link;
    const std::string here = person_path(visit, "/assessment");
    const bool easy = is_easy(visit);
    link << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << (easy ? here : here + "?view=easy") << "\">"
         << (easy ? govuk::Literal("Show the usual view")
                  : govuk::Literal("Show the questions in Easy Read"))
         << "</a></p>";
    return link;
}

Response start_page_of(const Visit& visit, const AssessmentView& view) {
    const Speaking speaking(visit, view.person);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Questions about " << speaking.your()
         << " life</h1><p class=\"govuk-body-l\">There are " << view.package->questionnaire().size()
         << " questions. They show what help is needed and how much money there may be.</p>"
            "<ul class=\"govuk-list govuk-list--bullet\"><li>Every answer is kept at once. You can "
            "stop and come back.</li><li>You can say “I am not sure”.</li><li>You can ask someone "
            "to help.</li></ul>";
    if (visit.who && people::decide(*visit.who, people::Action::answer_questions,
                                    {.person = view.person.id}, visit.desk.today)) {
        main << form_open(visit, person_path(visit, "/assessment") + view_part(visit))
             << govuk::Button{.text = "Start", .prevent_double_click = true} << form_close();
    } else {
        main << "<p class=\"govuk-body\">Nobody has started them. You can <a class=\"govuk-link\" "
                "href=\""
             << person_path(visit, "/keyed-assessment")
             << "\">key in answers from paper or the telephone</a>.</p>";
    }
    return show(visit, {.title = "Questions about " + speaking.your() + " life",
                        .main = std::move(main),
                        .help = "assessment"});
}

Response list_page_of(const Visit& visit, const AssessmentView& view) {
    const Speaking speaking(visit, view.person);
    const std::size_t left = assessment::unanswered(*view.package, view.answers).size();
    govuk::TaskList list;
    for (const Part& part : parts_of(view)) {
        list.items.push_back({.title = {.text = part.domain},
                              .status = status_of(part),
                              .href = may_answer(visit) ? question_path(visit, part.next) : ""});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Questions about " << speaking.your()
         << " life</h1><p class=\"govuk-body-l\">"
         << (left == 0 ? std::string("Every question is answered. Check the answers and send them.")
                       : base::counted(left, "question") + " left to answer.")
         << "</p><p class=\"govuk-body\">Every answer is kept at once. You can stop and come "
            "back.</p>"
         << list;
    if (left == 0) {
        main << govuk::Button{
            .text = "Check and send",
            .href = person_path(visit, "/assessment/check-answers") + view_part(visit)};
    } else {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/assessment/check-answers")
             << "\">See the answers so far</a></p>";
    }
    main << easy_read_link(visit);
    return show(visit, {.title = "Questions about " + speaking.your() + " life",
                        .main = std::move(main),
                        .help = "assessment"});
}

Result<Response> assessment_page(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "assessment"));
    if (!view.record) {
        return start_page_of(visit, view);
    }
    if (view.record->status == Status::started) {
        return list_page_of(visit, view);
    }
    return redirect(person_path(visit, "/assessment/sent"));
}

Result<Response> start(Visit& visit) {
    TRY_DONE(casework::start_assessment(visit.desk, visit.id<PersonId>("person"),
                                        assessment::Channel::page));
    return redirect(person_path(visit, "/assessment") + view_part(visit));
}

// What was answered, by whom, and how sure.
Html answer_words(const policy::Question& question, const Answer* answer) {
    Html words;
    if (answer == nullptr) {
        return words << (question.required ? govuk::Literal("Not answered yet")
                                           : govuk::Literal("Left empty"));
    }
    words << assessment::words(question, answer->value);
    if (answer->not_sure) {
        words << "<br><strong>Not sure</strong>";
    }
    if (answer->voice == assessment::Voice::helper) {
        words << "<br><span class=\"govuk-hint\">by " << answer->by_name << " for "
              << answer->for_name << "</span>";
    }
    return words;
}

Result<Response> check_answers_page(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "assessment"));
    const Speaking speaking(visit, view.person);
    const std::string title = "Check " + speaking.your() + " answers";
    const std::vector<std::string> left = assessment::unanswered(*view.package, view.answers);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>";
    const bool open_to_visitor = view.is_open() && may_answer(visit);
    if (!left.empty() && open_to_visitor) {
        main << govuk::InsetText{
            .html = Html() << base::counted(left.size(), "question")
                           << " left to answer. <a class=\"govuk-link\" href=\""
                           << question_path(visit, left.front()) << "\">Go to the next one</a>."};
    }
    for (const Part& part : parts_of(view)) {
        govuk::SummaryList list;
        for (const policy::Question& question : view.package->questionnaire()) {
            if (question.domain != part.domain) {
                continue;
            }
            govuk::SummaryListRow row{
                .key = {.text = question.text},
                .value = {.html = answer_words(question, view.answers.counting(question.id))}};
            if (open_to_visitor) {
                row.actions.items.push_back(
                    {.href = person_path(visit, "/assessment/") + question.id + "?back=check",
                     .text = "Change",
                     .visually_hidden_text = question.text});
            }
            list.rows.push_back(std::move(row));
        }
        main << "<h2 class=\"govuk-heading-m\">" << part.domain << "</h2>" << list;
    }
    if (left.empty() && open_to_visitor) {
        main << "<h2 class=\"govuk-heading-m\">Send the answers</h2><p class=\"govuk-body\">A "
                "worker will check them with "
             << speaking.you() << ". After sending, tell your worker if an answer must change.</p>"
             << form_open(visit, person_path(visit, "/assessment/send"))
             << govuk::Button{.text = "Send", .prevent_double_click = true} << form_close();
    }
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/assessment"),
                        .help = "assessment",
                        .current = person_path(visit, "/assessment")});
}

Result<Response> send(Visit& visit) {
    TRY_DONE(casework::send_assessment(visit.desk, visit.id<PersonId>("person"),
                                       assessment::Channel::page));
    return redirect(person_path(visit, "/assessment/sent"));
}

// Where the answers are now, as a sentence.
std::string_view where_now(Status status) {
    switch (status) {
        case Status::started:
            return "They are not sent yet.";
        case Status::sent:
            return "A worker checks them next.";
        case Status::checked:
            return "A worker has checked them. The decisions come next.";
        case Status::decided:
            return "They are checked, and the council has decided.";
    }
    return "";
}

FoldingTable sums_table(const AssessmentView& view, const assessment::Assessment& assessed) {
    const auto sureness_of = [](const assessment::StreamSum& sum) {
        const std::optional<policy::Mark> mark = policy::weakest_mark(sum.why);
        const bool has_sum = sum.state == assessment::StreamSum::State::worked_out;
        return mark && has_sum ? " " + std::string(mark_sentence(*mark)) + "." : std::string();
    };
    FoldingTable table{.caption = "What each part may pay",
                       .columns = {{"Who pays"}, {"How much", true}, {"Who decides"}},
                       .rows = {}};
    for (const assessment::StreamSum& sum : assessed.sums) {
        const assessment::StreamDecision* agreed =
            assessment::latest(view.decisions, sum.stream.id, assessment::Stage::agreed);
        const bool is_agreed = agreed != nullptr && agreed->assessment == view.record->id;
        table.rows.push_back(
            {{.text = sum.stream.name},
             {.text = is_agreed
                          ? assessment::words(agreed->eligible, agreed->weekly, agreed->one_off)
                          : words_of(sum)},
             {.text = (is_agreed ? words_of_fact(*agreed) : decider_mark(sum.stream) + ".") +
                      sureness_of(sum)}});
    }
    return table;
}

Html lead(const AssessmentView& view, const assessment::Assessment& assessed,
          const Speaking& speaking, const std::string& why) {
    Html words;
    if (!assessed.main) {
        return words << "<p class=\"govuk-body-l\">We cannot say a sum a week yet. The table says "
                        "why.</p>";
    }
    const assessment::StreamSum* sum = assessed.find(assessed.main->stream);
    words << "<p class=\"op-figure\">" << assessed.main->weekly.for_people()
          << " a week<span class=\"op-figure__when\">from " << sum->stream.name
          << ", worked out on " << assessed.on.for_people()
          << "</span></p><p class=\"govuk-body\">";
    const assessment::StreamDecision* agreed =
        assessment::latest(view.decisions, sum->stream.id, assessment::Stage::agreed);
    if (agreed != nullptr && agreed->assessment == view.record->id) {
        words << "This is what the answers came to. The table below says what was agreed.";
    } else {
        words << "This is a start. Nobody has decided it yet. A worker will talk with "
              << speaking.you() << ".";
    }
    words << "</p>" << mark_note(policy::weakest_mark(sum->why), why);
    if (sum->contribution && sum->contribution->is_positive()) {
        words << "<p class=\"govuk-body\">" << speaking.You() << " may be asked to pay "
              << sum->contribution->for_people() << " a week towards it.</p>"
              << mark_note(policy::weakest_mark(sum->contribution_why), why);
    }
    return words;
}

Result<Response> sent_page(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "assessment"));
    if (!view.record || view.record->status == Status::started) {
        return redirect(person_path(visit, "/assessment"));
    }
    const Speaking speaking(visit, view.person);
    const assessment::Assessment assessed = view.assess(visit.desk.today);
    Html main;
    main << govuk::Panel{.title_text = "The answers are sent",
                         .text = "Sent on " + view.record->sent_on->for_people() + ". " +
                                 std::string(where_now(view.record->status))}
         << lead(view, assessed, speaking, person_path(visit, "/why"))
         << folding_table(sums_table(view, assessed))
         << govuk::InsetText{.text =
                                 "“Not decided” means: this money cannot be spent yet. The one "
                                 "who decides may say another sum, or no."}
         << "<ul class=\"govuk-list\"><li><a class=\"govuk-link\" href=\""
         << person_path(visit, "/why")
         << "\">Why this amount?</a></li><li><a class=\"govuk-link\" href=\""
         << person_path(visit, "/decisions")
         << "\">What was decided</a></li><li><a class=\"govuk-link\" href=\""
         << person_path(visit, "/assessment/check-answers")
         << "\">See the answers</a></li></ul><h2 class=\"govuk-heading-m\">If you want to say "
            "something about these sums</h2>"
         << ways_out_of_sum(visit, assessed.main ? assessed.main->stream : "assessment",
                            "these sums");
    if (view.record->status == Status::decided && visit.is_self()) {
        main << "<h2 class=\"govuk-heading-m\">If your life has changed</h2>"
             << form_open(visit, person_path(visit, "/assessment"))
             << govuk::Button{.text = "Answer the questions again",
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "The answers are sent",
                        .main = std::move(main),
                        .help = "assessment",
                        .current = person_path(visit, "/assessment")});
}

const Route routes[] = {
    {GET,
     "/people/{person}/assessment",
     may::see_record,
     assessment_page,
     "The questions about a person's life, by part, with what is answered",
     {"view"}},
    {POST,
     "/people/{person}/assessment",
     may::answer_questions,
     start,
     "Starts the questions",
     {"view"}},
    {GET,
     "/people/{person}/assessment/check-answers",
     may::see_record,
     check_answers_page,
     "All answers on one page, to check before sending",
     {"view"}},
    {POST, "/people/{person}/assessment/send", may::answer_questions, send,
     "Sends the answers to the council"},
    {GET, "/people/{person}/assessment/sent", may::see_record, sent_page,
     "What the answers come to, at once after sending"},
};

}  // namespace

std::span<const Route> assessment_routes() {
    return routes;
}

}  // namespace web
