#include "web/question_pages.h"

#include "casework/ask_about.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/tag.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/ways_out.h"

namespace web {

namespace {

std::string home_of(const Visit& visit) {
    return "/people/" + visit.word("person");
}

// The id text a link named; anything else than letters, digits and a few marks is dropped.
std::string about_of(std::string_view text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_-:";
    const bool is_good = !text.empty() && text.size() <= 100 &&
                         text.find_first_not_of(allowed) == std::string_view::npos;
    return is_good ? std::string(text) : "record";
}

std::vector<Choice> ask_choices() {
    return {
        {.value = "not_sure",
         .text = "I am not sure",
         .hint = "Somebody explains it to you in other words."},
        {.value = "help",
         .text = "Ask someone to help me",
         .hint = "Somebody gets in touch and goes through it with you."},
        {.value = "disagree",
         .text = "I disagree",
         .hint = "Say what you think is wrong. Somebody looks at it again."},
    };
}

Result<Response> ask_form(Visit& visit) {
    const std::string about = visit.form.value("about");
    TRY(const std::string words_of,
        casework::what_is_asked_about(visit.desk, visit.id<PersonId>("person"), about));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Ask about " << words_of
         << "</h1><p class=\"govuk-body\">You get the name of a worker and a day by which you have "
            "a reply.</p>"
         << form_open(visit, home_of(visit) + "/questions/new")
         << "<input type=\"hidden\" name=\"about\" value=\"" << about << "\">"
         << radios_field(visit.form, {.name = "ask",
                                      .legend = "What would you like to say?",
                                      .hint = "",
                                      .choices = ask_choices()})
         << area_field(visit.form,
                       {.name = "own_words",
                        .label = "In your own words",
                        .hint = "You can leave this empty, unless you disagree."},
                       2000, 5)
         << govuk::Button{.text = "Send", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "Ask about " + words_of,
                        .main = std::move(main),
                        .back_href = home_of(visit),
                        .help = "questions"});
}

Result<Response> ask_page(Visit& visit) {
    visit.form.fill("about", about_of(visit.query("about")));
    for (const char* const parameter : {"ask", "kind"}) {
        if (people::ask_from_text(visit.query(parameter))) {
            visit.form.fill("ask", visit.query(parameter));
        }
    }
    return ask_form(visit);
}

Result<Response> ask_act(Visit& visit) {
    Form& form = visit.form;
    const auto ask = form.choice("ask", values_of(ask_choices()), "Choose what you want to say");
    const std::string own_words = form.text("own_words", 2000, "").value_or("");
    if (!form.is_good()) {
        return ask_form(visit);
    }
    const auto asked =
        casework::ask_about(visit.desk, visit.id<PersonId>("person"), *people::ask_from_text(*ask),
                            about_of(form.value("about")), own_words);
    if (!asked) {
        form.refuse(asked.error(), {{"question.words_missing", "own_words"}}, "ask");
        return ask_form(visit);
    }
    return redirect(home_of(visit) + "/questions/" + asked->to_text());
}

void write_case(Html& main, const casework::AskedQuestion& asked) {
    const people::QuestionCase& question = asked.question;
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("About", asked.about_words);
    row("Asked", std::string(words(question.ask)));
    if (!question.own_words.empty()) {
        row("In the words of " + question.asked_by_name, question.own_words);
    }
    row("Asked on", question.asked_on.for_people());
    if (question.reply) {
        row("Reply from " + question.reply->by, question.reply->words);
        row("Replied on", question.reply->on.for_people());
    } else {
        row("Who replies", asked.worker_name);
        row("Reply by", question.reply_by.for_people());
    }
    main << list;
}

Response case_view(const Visit& visit, const casework::AskedQuestion& asked) {
    const bool waits = asked.question.waits();
    const std::string title = waits ? "You get a reply by " + asked.question.reply_by.for_people()
                                    : "The reply from " + asked.question.reply->by;
    const bool may_reply =
        visit.who->has(people::Role::social_worker) || visit.who->has(people::Role::manager);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">"
         << (may_reply && waits ? "A question to answer" : title) << "</h1>";
    if (waits && !may_reply) {
        main << "<p class=\"govuk-body\"><strong>" << asked.worker_name
             << "</strong> will reply. You see the reply on this page.</p>";
    }
    write_case(main, asked);
    if (waits && may_reply) {
        main << form_open(visit,
                          home_of(visit) + "/questions/" + asked.question.id.to_text() + "/reply")
             << area_field(visit.form,
                           {.name = "reply",
                            .label = "Your reply",
                            .hint = "The person reads it word for word. Use short sentences."},
                           4000, 8)
             << govuk::Button{.text = "Send the reply", .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = may_reply && waits ? "A question to answer" : title,
                        .main = std::move(main),
                        .back_href = may_reply ? "/work" : home_of(visit) + "/questions",
                        .help = "questions"});
}

Result<Response> case_page(Visit& visit) {
    TRY(const casework::AskedQuestion asked,
        casework::open_question(visit.desk, visit.id<PersonId>("person"),
                                visit.id<QuestionId>("case")));
    return case_view(visit, asked);
}

Result<Response> reply_act(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const QuestionId question = visit.id<QuestionId>("case");
    const auto reply = visit.form.text("reply", 4000, "Write your reply");
    if (reply) {
        const auto replied = casework::reply_to_question(visit.desk, person, question, *reply);
        if (replied) {
            return redirect("/work");
        }
        visit.form.refuse(replied.error(), {}, "reply");
    }
    TRY(const casework::AskedQuestion asked, casework::open_question(visit.desk, person, question));
    return case_view(visit, asked);
}

Result<Response> asked_page(Visit& visit) {
    TRY(const std::vector<casework::AskedQuestion> all,
        casework::questions_of(visit.desk, visit.id<PersonId>("person")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Questions and replies</h1>";
    if (all.empty()) {
        main << "<p class=\"govuk-body\">Nothing was asked yet.</p>";
    }
    main << "<ul class=\"govuk-list\">";
    for (const casework::AskedQuestion& asked : all) {
        const people::QuestionCase& question = asked.question;
        main << "<li><a class=\"govuk-link\" href=\"" << home_of(visit) << "/questions/"
             << question.id.to_text() << "\">" << words(question.ask) << ": " << asked.about_words
             << "</a><br>";
        if (question.reply) {
            main << "Replied on " << question.reply->on.for_people() << " by " << question.reply->by
                 << ".";
        } else {
            main << "Asked on " << question.asked_on.for_people() << ". " << asked.worker_name
                 << " replies by " << question.reply_by.for_people() << ".";
        }
        main << "</li>";
    }
    main << "</ul>";
    if (may_ask(visit)) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << home_of(visit)
             << "/questions/new?about=record&amp;ask=help\">Ask something</a></p>";
    }
    return show(visit, {.title = "Questions and replies",
                        .main = std::move(main),
                        .back_href = home_of(visit),
                        .help = "questions"});
}

}  // namespace

std::span<const Route> question_routes() {
    static const Route routes[] = {
        {GET,
         "/people/{person}/questions/new",
         may::ask_for_help,
         ask_page,
         "Say that you are not sure, want help, or disagree",
         {"about", "ask", "kind"}},
        {POST, "/people/{person}/questions/new", may::ask_for_help, ask_act,
         "Open a case with a named worker and a day of reply"},
        {GET, "/people/{person}/questions", may::see_record, asked_page,
         "Everything a person asked, with the replies"},
        {GET, "/people/{person}/questions/{case}", may::see_record, case_page,
         "One question: who replies and when, or the reply"},
        {POST, "/people/{person}/questions/{case}/reply", may::answer_question_case, reply_act,
         "Reply to a question or a disagreement"},
    };
    return routes;
}

}  // namespace web
