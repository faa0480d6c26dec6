#include "casework/caseload.h"
#include "casework/change_details.h"
#include "casework/close_record.h"
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
    link("/contribution", "What the person pays");
    if (record.has_budget) {
        link("/budget", "Budget");
        link("/changes", "Change the budget");
    }
    link("/questions", "Questions and replies");
    link("/next", "What happens next, as the person sees it");
    link("/who", "Who can see it, and who helps");
    link("/details", "How to reach the person");
    link("/council-details", "Name, group and named worker");
    link("/review", "Reviews");
    link("/close", "Close the record");
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
    main << "<h2 class=\"govuk-heading-m\">Code on paper</h2><p class=\"govuk-body\">If the person "
            "cannot sign in, print a new code. The old password and code stop working at once. "
            "First make sure that it is the person who asks.</p>"
         << form_open(visit, home_of(visit) + "/code")
         << govuk::Button{.text = "Print a new code",
                          .classes = "govuk-button--secondary",
                          .prevent_double_click = true}
         << form_close();
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

struct Reason {
    std::string_view code;
    casework::ClosedBy why;
};

constexpr Reason reasons[] = {
    {"death", casework::ClosedBy::death},
    {"move", casework::ClosedBy::move},
    {"end", casework::ClosedBy::end},
};

Response close_form(const Visit& visit) {
    std::vector<Choice> choices;
    for (const Reason& reason : reasons) {
        choices.push_back(
            {.value = std::string(reason.code), .text = std::string(words(reason.why))});
    }
    const std::string name = visit.subject ? visit.subject->name : "this person";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Close the record of " << name
         << "</h1><p class=\"govuk-body\">The record stays and can be read. Nothing new can begin "
            "on it.</p><p class=\"govuk-body\">After a death, support is paid for up to and with "
            "the "
            "day of death. After any other end, it is paid for up to the day before.</p><p "
            "class=\"govuk-body\">Orders that go on later are ended, and what was paid for later "
            "days is asked back.</p>"
         << form_open(visit, home_of(visit) + "/close")
         << radios_field(visit.form, {.name = "why", .legend = "Why?", .choices = choices})
         << date_field(visit.form, {.name = "on",
                                    .legend = "From which day?",
                                    .hint = "The day of death, or else the first day without "
                                            "support."})
         << govuk::Button{.text = "Close the record",
                          .classes = "govuk-button--warning",
                          .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = "Close the record of " + name,
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/record",
                        .help = "work"});
}

Result<Response> close_page(Visit& visit) {
    return close_form(visit);
}

Result<Response> close_act(Visit& visit) {
    Form& form = visit.form;
    const auto code = form.choice("why", {"death", "move", "end"}, "Choose why");
    const auto on = form.date("on", "Enter the day");
    if (!form.is_good()) {
        return close_form(visit);
    }
    casework::ClosedBy why = casework::ClosedBy::end;
    for (const Reason& reason : reasons) {
        why = reason.code == *code ? reason.why : why;
    }
    const auto closed = casework::close_record(visit.desk, visit.id<PersonId>("person"), why, *on);
    if (!closed) {
        form.refuse(closed.error(), {{"people.record_closed", "why"}}, "on");
        return close_form(visit);
    }
    return redirect(home_of(visit) + "/record");
}

}  // namespace

std::span<const Route> record_routes() {
    static const Route routes[] = {
        {GET, "/people/{person}/record", may::answer_for_person, record_page,
         "One record at a glance, for its worker"},
        {POST, "/people/{person}/code", may::start_record, code_act,
         "Print a new code on paper for a person"},
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
        {GET, "/people/{person}/close", may::close_record, close_page,
         "Ask why and from when a record is closed"},
        {POST, "/people/{person}/close", may::close_record, close_act, "Close a record"},
    };
    return routes;
}

}  // namespace web
