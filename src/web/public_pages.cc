#include "web/public_pages.h"

#include "casework/ask_for_support.h"
#include "casework/pilot_councils.h"
#include "govuk/button.h"
#include "govuk/panel.h"
#include "govuk/summary_list.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"

namespace web {

namespace {

Response ask_form(Visit& visit) {
    visit.form.fill("format", "standard");
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">Ask for help</h1>"
           "<p class=\"govuk-body\">You do not need an account. Tell us who you are and what would "
           "help. A worker will get in touch with you.</p>"
           "<p class=\"govuk-body\">You can ask for somebody else too, if they want you to.</p>"
        << form_open(visit, "/ask") << "<input type=\"hidden\" name=\"council\" value=\""
        << visit.council.authority << "\">"
        << text_field(visit.form, {.name = "name",
                                   .label = "Your name",
                                   .classes = "govuk-input--width-20",
                                   .autocomplete = "name"})
        << area_field(visit.form,
                      {.name = "reach",
                       .label = "How can we reach you?",
                       .hint = "A telephone number, an address or an e-mail. Say if a time of day "
                               "is best."},
                      300, 3)
        << area_field(visit.form,
                      {.name = "own_words",
                       .label = "What would you like help with?",
                       .hint = "Use your own words. A few are enough."},
                      2000, 5)
        << radios_field(visit.form, {.name = "format",
                                     .legend = "How should we write to you?",
                                     .hint = "",
                                     .choices = format_choices()})
        << govuk::Button{.text = "Send", .prevent_double_click = true} << form_close();
    return show(
        visit,
        {.title = "Ask for help", .main = std::move(main), .back_href = "/", .help = "asking"});
}

Result<Response> ask_page(Visit& visit) {
    return ask_form(visit);
}

Result<Response> ask_act(Visit& visit) {
    people::Contact contact;
    Form& form = visit.form;
    contact.name = form.text("name", 120, "Enter your name").value_or("");
    contact.reach = form.text("reach", 300, "Enter how we can reach you").value_or("");
    contact.own_words =
        form.text("own_words", 2000, "Say in a few words what you would like help with")
            .value_or("");
    const auto format =
        form.choice("format", values_of(format_choices()), "Choose how we should write to you");
    if (!form.is_good()) {
        return ask_form(visit);
    }
    contact.format = *people::format_from_text(*format);
    const auto asked = casework::ask_for_support(visit.desk, contact);
    if (!asked) {
        form.refuse(asked.error(), {}, "name");
        return ask_form(visit);
    }
    return redirect("/ask/sent?council=" + visit.council.authority);
}

Result<Response> asked_page(Visit& visit) {
    Html main;
    main << govuk::Panel{.title_text = "We have your request"}
         << "<h2 class=\"govuk-heading-m\">What happens next</h2>"
            "<ol class=\"govuk-list govuk-list--number\">"
            "<li>A worker reads what you wrote.</li>"
            "<li>The worker gets in touch with you and starts your record.</li>"
            "<li>You get a code on paper. With it you can see your record here.</li></ol>"
            "<p class=\"govuk-body\">If you are in danger now, telephone 999.</p>";
    return show(visit,
                {.title = "We have your request", .main = std::move(main), .help = "asking"});
}

// Writes a source so that an address in it may go on in the next line.
void write_source(Html& html, const std::string& source) {
    html << "<br><span class=\"op-source\">Source: ";
    std::size_t from = 0;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] == '/' || source[at] == '-') {
            html << std::string_view(source).substr(from, at + 1 - from) << "<wbr>";
            from = at + 1;
        }
    }
    html << std::string_view(source).substr(from) << "</span>";
}

void write_fact(govuk::SummaryList& list, const std::string& key, const std::string& value,
                const std::string& source) {
    Html html;
    if (value.empty()) {
        html << "Not published";
    } else {
        html << value;
        if (!source.empty()) {
            write_source(html, source);
        }
    }
    list.rows.push_back({.key = {.text = key}, .value = {.html = std::move(html)}});
}

struct ProgrammeFact {
    std::string_view key;
    std::string_view value;
    std::string_view source;
};

constexpr ProgrammeFact programme[] = {
    {"Announced", "The week of 21 November 2005.",
     "Community Care, 24 and 25 November 2005 (communitycare.co.uk)"},
    {"Money", "£2.6 million for the 13 councils together, for setting up and running.",
     "Community Care, 25 November 2005 (communitycare.co.uk)"},
    {"How long",
     "18 months to two years, from early 2006. Budgets were to be offered from April 2006.",
     "Community Care, 24 November 2005 and 5 November 2008 (communitycare.co.uk)"},
    {"Who could get one",
     "People the council helps with social care. Five more funds could be added.",
     "Abstract of the paper on the funding streams of the pilots (discovery.researcher.life)"},
    {"NHS money", "Not part of it.",
     "Summary of the evaluation, University of York (php.york.ac.uk/inst/spru)"},
    {"Checked by",
     "Five university units together, from April 2006 to March 2008. Their report came out on 21 "
     "October 2008.",
     "University of York, 2008 (york.ac.uk/news-and-events/news/2008/budgets-care)"},
};

Result<Response> pilots_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">The 13 councils that tried it first</h1>"
            "<p class=\"govuk-body\">In 2005 the government chose 13 councils in England to try "
            "individual budgets. Here is what is published about each. Where nothing is published, "
            "we say so. We do not guess.</p>"
            "<h2 class=\"govuk-heading-m\">All 13 together</h2>";
    govuk::SummaryList facts;
    for (const ProgrammeFact& fact : programme) {
        write_fact(facts, std::string(fact.key), std::string(fact.value), std::string(fact.source));
    }
    main << facts << "<h2 class=\"govuk-heading-m\">Each council</h2>";
    for (const casework::PilotCouncil& council : casework::pilot_councils()) {
        govuk::SummaryList list;
        list.card = govuk::SummaryCard{
            .title = govuk::SummaryCardTitle{.text = council.name, .heading_level = 3}};
        write_fact(list, "One of the 13", "Yes", council.source);
        write_fact(list, "Tried with", council.client_groups, council.groups_source);
        write_fact(list, "Money it got", council.money, "");
        write_fact(list, "Ways it tried", council.ways_tried, "");
        write_fact(list, "Since then", council.later, council.later_source);
        main << list;
    }
    return show(visit, {.title = "The 13 councils that tried it first",
                        .main = std::move(main),
                        .back_href = "/",
                        .help = "pilots",
                        .keeping = Keeping::shared});
}

}  // namespace

std::span<const Route> public_routes() {
    static const Route routes[] = {
        {GET, "/ask", may::anyone, ask_page, "Ask the council for help, without an account"},
        {POST, "/ask", may::anyone, ask_act, "Send a request for help"},
        {GET, "/ask/sent", may::anyone, asked_page, "What happens after asking for help"},
        {GET, "/pilots", may::anyone, pilots_page,
         "The 13 pilot councils with what is published about each"},
    };
    return routes;
}

}  // namespace web
