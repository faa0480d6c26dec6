#include "web/keyed_pages.h"

#include <algorithm>
#include <charconv>

#include "assessment/facts.h"
#include "base/text.h"
#include "casework/assess_person.h"
#include "casework/see_assessment.h"
#include "govuk/button.h"
#include "govuk/checkboxes.h"
#include "govuk/task_list.h"
#include "web/answer_field.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/speaking.h"

namespace web {

namespace {

using assessment::Answer;
using assessment::Channel;
using casework::AssessmentView;

Result<AssessmentView> load(Visit& visit) {
    return casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "keying in answers");
}

std::vector<std::string> domains_of(const policy::Package& package) {
    std::vector<std::string> domains;
    for (const policy::Question& question : package.questionnaire()) {
        if (std::ranges::find(domains, question.domain) == domains.end()) {
            domains.push_back(question.domain);
        }
    }
    return domains;
}

std::vector<const policy::Question*> questions_of(const policy::Package& package,
                                                  const std::string& domain) {
    std::vector<const policy::Question*> questions;
    for (const policy::Question& question : package.questionnaire()) {
        if (question.domain == domain) {
            questions.push_back(&question);
        }
    }
    return questions;
}

std::size_t answered_in(const AssessmentView& view, const std::string& domain) {
    const auto questions = questions_of(*view.package, domain);
    return static_cast<std::size_t>(std::ranges::count_if(questions, [&](const auto* question) {
        return view.answers.counting(question->id) != nullptr;
    }));
}

// Not how it began, but how this answer came: a person may write first and telephone later.
std::vector<Choice> channels() {
    return {{.value = "paper", .text = "On paper"}, {.value = "telephone", .text = "By telephone"}};
}

Response start_page_of(const Visit& visit, const AssessmentView& view) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Key in the answers of " << view.person.name
         << "</h1><p class=\"govuk-body\">They count as their own answers.</p>"
         << form_open(visit, person_path(visit, "/keyed-assessment"))
         << radios_field(
                visit.form,
                {.name = "channel", .legend = "How do the answers come?", .choices = channels()})
         << govuk::Button{.text = "Start", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "Key in answers", .main = std::move(main), .help = "worker"});
}

Response list_page_of(const Visit& visit, const AssessmentView& view) {
    govuk::TaskList list;
    std::size_t number = 0;
    for (const std::string& domain : domains_of(*view.package)) {
        ++number;
        const std::size_t asked = questions_of(*view.package, domain).size();
        const std::size_t answered = answered_in(view, domain);
        list.items.push_back(
            {.title = {.text = domain},
             .status = {.text = std::to_string(answered) + " of " + std::to_string(asked)},
             .href = person_path(visit, "/keyed-assessment/") + std::to_string(number)});
    }
    const std::size_t left = assessment::unanswered(*view.package, view.answers).size();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Key in the answers of " << view.person.name
         << "</h1><p class=\"govuk-body-l\">"
         << (left == 0 ? std::string("Every question has an answer.")
                       : base::counted(left, "question") + " left.")
         << "</p>" << list;
    if (left == 0) {
        main << form_open(visit, person_path(visit, "/keyed-assessment/send"))
             << radios_field(visit.form, {.name = "channel",
                                          .legend = "How did the answers come?",
                                          .choices = channels()})
             << govuk::Button{.text = "Send the answers", .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "Key in answers", .main = std::move(main), .help = "worker"});
}

Result<Response> list_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    if (!view.record || view.record->status == assessment::Status::decided) {
        return start_page_of(visit, view);
    }
    if (!view.is_open()) {
        return redirect(person_path(visit, "/checking"));
    }
    visit.form.fill("channel", std::string(assessment::to_text(view.record->channel)));
    return list_page_of(visit, view);
}

std::optional<Channel> channel_typed(Visit& visit) {
    const auto chosen =
        visit.form.choice("channel", {"paper", "telephone"}, "Choose how the answers came");
    return chosen ? assessment::channel_from_text(*chosen) : std::nullopt;
}

Result<Response> start(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    const std::optional<Channel> channel = channel_typed(visit);
    if (!channel) {
        return start_page_of(visit, view);
    }
    TRY_DONE(casework::start_assessment(visit.desk, view.person.id, *channel));
    return redirect(person_path(visit, "/keyed-assessment"));
}

Result<Response> send(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    const std::optional<Channel> channel = channel_typed(visit);
    if (!channel) {
        return list_page_of(visit, view);
    }
    TRY_DONE(casework::send_assessment(visit.desk, view.person.id, *channel));
    return redirect(person_path(visit, "/checking"));
}

// The part in the path, counting from 1.
Result<std::string> domain_of(const Visit& visit, const AssessmentView& view) {
    const std::string word = visit.word("part");
    std::size_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::vector<std::string> domains = domains_of(*view.package);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size() || number == 0 ||
        number > domains.size()) {
        return Error{"assessment.part_unknown",
                     "There is no such part. Open the list of parts and choose again."};
    }
    return domains[number - 1];
}

std::string field_of(const policy::Question& question) {
    return "answer-" + question.id;
}

std::string not_sure_of(const policy::Question& question) {
    return "not_sure-" + question.id;
}

Response part_page_of(const Visit& visit, const AssessmentView& view, const std::string& domain) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.person.name
         << "</p><h1 class=\"govuk-heading-l\">" << domain << "</h1>"
         << form_open(visit, person_path(visit, "/keyed-assessment/") + visit.word("part"));
    for (const policy::Question* question : questions_of(*view.package, domain)) {
        main << answer_field(*question, visit.form, {.name = field_of(*question), .is_small = true})
             << govuk::checkboxes({.id_prefix = not_sure_of(*question),
                                   .name = not_sure_of(*question),
                                   .items = {{.value = "yes",
                                              .html = Html() << "Not sure<span "
                                                                "class=\"govuk-visually-hidden\"> "
                                                                "about "
                                                             << question->text << "</span>"}},
                                   .values = visit.form.values(not_sure_of(*question)),
                                   .classes = "govuk-checkboxes--small"});
    }
    main << radios_field(
                visit.form,
                {.name = "channel", .legend = "How did these answers come?", .choices = channels()})
         << govuk::Button{.text = "Save these answers", .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = domain,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/keyed-assessment"),
                        .help = "worker"});
}

Result<Response> part_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const std::string domain, domain_of(visit, view));
    if (!view.is_open()) {
        return redirect(person_path(visit, "/keyed-assessment"));
    }
    for (const policy::Question* question : questions_of(*view.package, domain)) {
        if (const Answer* kept = view.answers.latest(question->id, assessment::Voice::person)) {
            fill_answer(*question, visit.form, field_of(*question), kept->value);
            if (kept->not_sure) {
                visit.form.fill(not_sure_of(*question), "yes");
            }
        }
    }
    visit.form.fill("channel", std::string(assessment::to_text(view.record->channel)));
    return part_page_of(visit, view, domain);
}

// A question left empty on the paper is left open, not refused: the rest of the part is kept.
Result<Response> save_part(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const std::string domain, domain_of(visit, view));
    std::vector<casework::TypedAnswer> answers;
    for (const policy::Question* question : questions_of(*view.package, domain)) {
        const std::string typed = typed_answer(*question, visit.form, field_of(*question));
        const bool not_sure = visit.form.value(not_sure_of(*question)) == "yes";
        if (typed.empty() && !not_sure && question->required) {
            continue;
        }
        const auto read = assessment::read_typed(*question, typed, not_sure);
        if (!read) {
            visit.form.refuse(read.error(), {}, field_of(*question));
        }
        answers.push_back({question->id, typed, not_sure});
    }
    const std::optional<Channel> channel = channel_typed(visit);
    if (!visit.form.is_good() || !channel) {
        return part_page_of(visit, view, domain);
    }
    TRY_DONE(casework::save_answers(visit.desk, view.person.id, answers, {}, *channel));
    return redirect(person_path(visit, "/keyed-assessment"));
}

const Route routes[] = {
    {GET, "/people/{person}/keyed-assessment", may::answer_for_person, list_page,
     "Answers that came on paper or by telephone, by part"},
    {POST, "/people/{person}/keyed-assessment", may::answer_for_person, start,
     "Starts an assessment whose answers come on paper or by telephone"},
    {POST, "/people/{person}/keyed-assessment/send", may::answer_for_person, send,
     "Sends the answers that were keyed in"},
    {GET, "/people/{person}/keyed-assessment/{part}", may::answer_for_person, part_page,
     "One part of the questionnaire, to key in"},
    {POST, "/people/{person}/keyed-assessment/{part}", may::answer_for_person, save_part,
     "Keeps the answers of one part"},
};

}  // namespace

std::span<const Route> keyed_routes() {
    return routes;
}

}  // namespace web
