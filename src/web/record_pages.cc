#include "casework/caseload.h"
#include "casework/change_details.h"
#include "casework/review_support.h"
#include "casework/start_record.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/paper_code_page.h"
#include "web/work_rows.h"
#include "web/worker_pages.h"

namespace web {

namespace {

std::string home_of(const Visit& visit) {
    return "/people/" + visit.word("person");
}

govuk::SummaryList facts_of(const casework::RecordOverview& record) {
    const people::Person& person = record.person;
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("Reference", person.reference);
    row("Date of birth", person.born.for_people());
    row("Group", std::string(words(person.group)));
    row("First contact", person.first_contact.for_people());
    row("Rules in force", person.package);
    row("Named worker", record.worker_name.empty() ? "Nobody yet" : record.worker_name);
    row("Write to them in", std::string(words(person.format)));
    row("Language", person.language);
    if (!person.telephone.empty()) {
        row("Reach them by", person.telephone);
    }
    row("Account", !record.has_account        ? "None: by telephone and on paper"
                   : record.has_begun_account ? "In use"
                                              : "Not begun: the code on paper was not used yet");
    row("Next review", record.review_to_come ? record.review_to_come->due_on.for_people() + ": " +
                                                   std::string(words(record.review_to_come->kind))
                                             : "None is set");
    return list;
}

void write_links(Html& main, const Visit& visit, const casework::RecordOverview& record) {
    const std::string home = home_of(visit);
    const auto link = [&](const std::string& tail, const std::string& text) {
        main << "<li><a class=\"govuk-link\" href=\"" << home << tail << "\">" << text
             << "</a></li>";
    };
    main << "<h2 class=\"govuk-heading-m\">Pages of this record</h2><ul class=\"govuk-list\">";
    link("/checking", "Answers, checked with the person");
    link("/keyed-assessment", "Key in answers from paper or the telephone");
    link("/decisions", "Decisions");
    link("/plan", "Plans");
    link("/contribution/set", "What the person pays");
    if (record.has_budget) {
        link("/budget", "Budget");
        link("/changes", "Change the budget");
        link("/spending", "What was reported as spent");
    }
    link("/holders", "Who holds money");
    link("/questions", "Questions and replies");
    link("/next", "What happens next, as the person sees it");
    link("/who", "Who can see it, and who helps");
    link("/details", "How to reach the person");
    link("/council-details", "Name, group and named worker");
    link("/review", "Reviews");
    if (record.person.closed_on()) {
        link("/open-again", "Open the record again");
    }
    if (!record.person.died_on) {
        link("/close", "Close the record");
    }
    main << "</ul>";
}

Result<Response> record_page(Visit& visit) {
    TRY(const casework::RecordOverview record,
        casework::open_record(visit.desk, visit.id<PersonId>("person")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << record.person.name << "</h1>";
    if (const auto closed = record.person.closed_on()) {
        main << govuk::InsetText{.text =
                                     "This record is closed from " + closed->for_people() + "."};
    }
    if (record.waiting.empty()) {
        main << "<p class=\"govuk-body\">Nothing waits here today.</p>";
    }
    main << work_table(record.waiting, "What waits here", false) << facts_of(record);
    write_links(main, visit, record);
    TRY(const std::optional<casework::WaitingCode> code,
        casework::see_waiting_code_of(visit.desk, record.person.id));
    main << "<h2 class=\"govuk-heading-m\">Code on paper</h2>"
         << code_acts(visit, {.owner = record.person.name,
                              .waiting = code,
                              .print_href = home_of(visit) + "/code",
                              .second_href = home_of(visit) + "/code/second",
                              .letter_href = home_of(visit) + "/code/letter"});
    return show(visit, {.title = record.person.name,
                        .main = std::move(main),
                        .back_href = "/work",
                        .back_text = "Your work",
                        .help = "work"});
}

Result<Response> code_act(Visit& visit) {
    const PersonId id = visit.id<PersonId>("person");
    TRY(const people::Person person, casework::open_details(visit.desk, id, "record"));
    TRY(const std::optional<std::string> code, casework::renew_code_of_person(visit.desk, id));
    return show_paper_code(visit, {.title = "A new code for " + person.name,
                                   .owner = person.name,
                                   .code = code,
                                   .next_href = home_of(visit) + "/record",
                                   .next_text = "Go to the record",
                                   .renew_href = home_of(visit) + "/code"});
}

Result<Response> second_act(Visit& visit) {
    const PersonId id = visit.id<PersonId>("person");
    TRY(const people::Person person, casework::open_details(visit.desk, id, "record"));
    TRY(const std::optional<std::string> part, casework::give_second_part_to(visit.desk, id));
    return show_second_part(visit, {.title = "The second part for " + person.name,
                                    .owner = person.name,
                                    .code = part,
                                    .next_href = home_of(visit) + "/record",
                                    .next_text = "Go to the record"});
}

// To print and post the day a code is printed: she reads it at home, whoever asked for the code.
Result<Response> letter_page(Visit& visit) {
    const PersonId id = visit.id<PersonId>("person");
    TRY(const people::Person person, casework::open_details(visit.desk, id, "record"));
    TRY(const std::optional<casework::WaitingCode> code,
        casework::see_waiting_code_of(visit.desk, id));
    if (!code) {
        return Error{"identity.no_code_waiting",
                     "No code on paper waits, so there is nothing to write about."};
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">A new code for your account</h1><p "
            "class=\"govuk-body\">"
         << person.name << "<br>" << person.address << "</p><p class=\"govuk-body\">"
         << visit.desk.today.for_people() << "</p><p class=\"govuk-body\">Dear " << person.name
         << "</p><p class=\"govuk-body\">" << code->made_by
         << " printed a new code on paper for your account with us on "
         << code->made_at.date_utc().for_people()
         << ". Your old password no longer works.</p><p class=\"govuk-body\">If you asked for it, "
            "you need do nothing about this letter. You need the paper, and a second part that "
            "another person here tells you.</p><p class=\"govuk-body\"><strong>If you did not ask "
            "for it, tell us at once.</strong> Do not tell anybody a code you have. With your own "
            "recovery code you can come back into your account yourself.</p><p "
            "class=\"govuk-body\">"
         << visit.council.name << "</p>";
    return show(visit, {.title = "A new code for your account",
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/record",
                        .help = "signing-in"});
}

std::vector<Choice> worker_choices(const casework::RecordChoices& choices) {
    std::vector<Choice> workers = {{.value = "", .text = "Nobody: the duty worker answers"}};
    for (const people::Staff& staff : choices.workers) {
        workers.push_back({.value = staff.id.to_text(), .text = staff.name});
    }
    return workers;
}

Result<Response> council_form(Visit& visit) {
    TRY(const casework::RecordChoices choices, casework::record_choices(visit.desk));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Name, group and named worker</h1>"
            "<p class=\"govuk-body\">Decisions already made stay as they are. What waits for a "
            "reply goes to the new worker.</p>"
         << form_open(visit, home_of(visit) + "/council-details")
         << text_field(visit.form,
                       {.name = "name", .label = "Name", .classes = "govuk-input--width-20"})
         << date_field(visit.form, {.name = "born", .legend = "Date of birth"})
         << radios_field(visit.form,
                         {.name = "group", .legend = "Client group", .choices = group_choices()})
         << select_field(
                visit.form,
                {.name = "worker", .legend = "Named worker", .choices = worker_choices(choices)})
         << govuk::Button{.text = "Save", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "Name, group and named worker",
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/record",
                        .help = "work"});
}

Result<Response> council_page(Visit& visit) {
    TRY(const people::Person person,
        casework::open_details(visit.desk, visit.id<PersonId>("person"), "record"));
    visit.form.fill("name", person.name);
    fill_date(visit.form, "born", person.born);
    visit.form.fill("group", std::string(people::to_text(person.group)));
    visit.form.fill("worker", person.worker ? person.worker->to_text() : "");
    return council_form(visit);
}

Result<Response> council_act(Visit& visit) {
    Form& form = visit.form;
    casework::CouncilDetails details;
    details.name = form.text("name", 120, "Enter the name").value_or("");
    details.born = form.date("born", "Enter the date of birth").value_or(Date());
    const auto group = form.choice("group", values_of(group_choices()), "Choose the client group");
    if (!form.value("worker").empty()) {
        details.worker = form.id<StaffId>("worker", "Choose a worker of the list");
    }
    if (!form.is_good()) {
        return council_form(visit);
    }
    details.group = *people::client_group_from_text(*group);
    const auto changed =
        casework::change_council_details(visit.desk, visit.id<PersonId>("person"), details);
    if (!changed) {
        form.refuse(changed.error(),
                    {{"people.born_impossible", "born"},
                     {"people.worker_unsuitable", "worker"},
                     {"staff.not_found", "worker"}},
                    "name");
        return council_form(visit);
    }
    return redirect(home_of(visit) + "/record");
}

std::vector<Choice> review_kinds() {
    std::vector<Choice> choices;
    for (const people::ReviewKind kind : {people::ReviewKind::light, people::ReviewKind::full}) {
        choices.push_back(
            {.value = std::string(people::to_text(kind)), .text = std::string(words(kind))});
    }
    return choices;
}

std::vector<Choice> review_outcomes() {
    std::vector<Choice> choices;
    choices.reserve(people::all_review_outcomes.size());
    for (const people::ReviewOutcome outcome : people::all_review_outcomes) {
        choices.push_back(
            {.value = std::string(people::to_text(outcome)), .text = std::string(words(outcome))});
    }
    return choices;
}

void write_past_reviews(Html& main, const std::vector<people::Review>& reviews) {
    FoldingTable table;
    table.caption = "Reviews so far";
    table.columns = {{.title = "Held on"},
                     {.title = "Kind"},
                     {.title = "What follows"},
                     {.title = "What was found"},
                     {.title = "By"}};
    for (const people::Review& review : reviews) {
        if (review.held) {
            table.rows.push_back({{.text = review.held->on.for_people()},
                                  {.text = std::string(words(review.kind))},
                                  {.text = std::string(words(review.held->outcome))},
                                  {.text = review.held->notes},
                                  {.text = review.held->by}});
        }
    }
    main << folding_table(table);
}

Result<Response> review_form(Visit& visit) {
    TRY(const casework::RecordOverview record,
        casework::open_record(visit.desk, visit.id<PersonId>("person")));
    const bool is_late = record.review_to_come && record.review_to_come->due_on < visit.desk.today;
    const std::string title = record.review_to_come
                                  ? (is_late ? "A review was due on " : "The next review is on ") +
                                        record.review_to_come->due_on.for_people()
                                  : std::string("No review is set");
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>";
    write_past_reviews(main, record.reviews);
    main << "<h2 class=\"govuk-heading-m\">"
         << (record.review_to_come ? govuk::Literal("Move it") : govuk::Literal("Set a day"))
         << "</h2>" << form_open(visit, home_of(visit) + "/review/set")
         << date_field(visit.form, {.name = "due", .legend = "Day of the review"})
         << radios_field(visit.form,
                         {.name = "due_kind", .legend = "What kind?", .choices = review_kinds()})
         << govuk::Button{.text = "Save the day",
                          .classes = "govuk-button--secondary",
                          .prevent_double_click = true}
         << form_close() << "<h2 class=\"govuk-heading-m\">Record a review that was held</h2>"
         << form_open(visit, home_of(visit) + "/review")
         << date_field(visit.form, {.name = "held", .legend = "On which day?"})
         << radios_field(visit.form,
                         {.name = "kind", .legend = "What kind was it?", .choices = review_kinds()})
         << radios_field(
                visit.form,
                {.name = "outcome", .legend = "What follows?", .choices = review_outcomes()})
         << area_field(
                visit.form,
                {.name = "notes", .label = "What was found", .hint = "The person can read this."},
                2000)
         << date_field(visit.form, {.name = "next",
                                    .legend = "Day of the next review",
                                    .hint = "You can leave this empty."})
         << govuk::Button{.text = "Record the review", .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/record",
                        .help = "work"});
}

Result<Response> review_page(Visit& visit) {
    visit.form.fill("due_kind", "light");
    fill_date(visit.form, "held", visit.desk.today);
    return review_form(visit);
}

Result<Response> review_act(Visit& visit) {
    Form& form = visit.form;
    casework::ReviewRecord record;
    record.held_on = form.date("held", "Enter the day of the review").value_or(Date());
    const auto kind = form.choice("kind", values_of(review_kinds()), "Choose what kind it was");
    const auto outcome =
        form.choice("outcome", values_of(review_outcomes()), "Choose what follows");
    record.notes = form.text("notes", 2000, "Write what was found").value_or("");
    record.next_on = form.date("next", "");
    if (!form.is_good()) {
        return review_form(visit);
    }
    record.kind = *people::review_kind_from_text(*kind);
    record.outcome = *people::review_outcome_from_text(*outcome);
    const auto kept = casework::record_review(visit.desk, visit.id<PersonId>("person"), record);
    if (!kept) {
        form.refuse(kept.error(), {{"review.due_past", "next"}, {"review.notes_missing", "notes"}},
                    "held");
        return review_form(visit);
    }
    return redirect(home_of(visit) + "/review");
}

Result<Response> set_review_act(Visit& visit) {
    Form& form = visit.form;
    const auto due = form.date("due", "Enter the day of the review");
    const auto kind = form.choice("due_kind", values_of(review_kinds()), "Choose what kind");
    if (!form.is_good()) {
        return review_form(visit);
    }
    const auto kept = casework::set_review(visit.desk, visit.id<PersonId>("person"),
                                           *people::review_kind_from_text(*kind), *due);
    if (!kept) {
        form.refuse(kept.error(), {}, "due");
        return review_form(visit);
    }
    return redirect(home_of(visit) + "/review");
}

}  // namespace

std::span<const Route> record_routes() {
    static const Route routes[] = {
        {GET, "/people/{person}/record", may::answer_for_person, record_page,
         "One record at a glance, for its worker"},
        {POST, "/people/{person}/code", may::start_record, code_act,
         "Print a new code on paper for a person"},
        {POST, "/people/{person}/code/second", may::start_record, second_act,
         "Give the second part of a code a colleague printed"},
        {GET, "/people/{person}/code/letter", may::start_record, letter_page,
         "The letter that tells a person of a new code"},
        {GET, "/people/{person}/council-details", may::start_record, council_page,
         "Name, client group and named worker"},
        {POST, "/people/{person}/council-details", may::start_record, council_act,
         "Change name, client group or named worker"},
        {GET, "/people/{person}/review", may::answer_for_person, review_page,
         "Reviews held and to come"},
        {POST, "/people/{person}/review", may::answer_for_person, review_act,
         "Record a review that was held"},
        {POST, "/people/{person}/review/set", may::answer_for_person, set_review_act,
         "Set the day of the next review"},
    };
    return routes;
}

}  // namespace web
