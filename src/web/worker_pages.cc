#include "web/worker_pages.h"

#include "casework/ask_for_support.h"
#include "casework/caseload.h"
#include "casework/start_record.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/paper_code_page.h"
#include "web/work_rows.h"

namespace web {

namespace {

void write_contacts(Html& main, const std::vector<people::Contact>& contacts) {
    if (contacts.empty()) {
        return;
    }
    FoldingTable table;
    table.caption = "People who asked for help and wait for a worker";
    table.columns = {{.title = "Name"}, {.title = "Asked on"}, {.title = "Next"}};
    for (const people::Contact& contact : contacts) {
        Html next;
        next << "<a class=\"govuk-link\" href=\"/contacts/" << contact.id.to_text()
             << "\">Read and start a record<span class=\"govuk-visually-hidden\"> for "
             << contact.name << "</span></a>";
        table.rows.push_back(
            {{.text = contact.name}, {.text = contact.on.for_people()}, {.html = std::move(next)}});
    }
    main << folding_table(table);
}

void write_people(Html& main, const std::vector<people::Person>& people_of) {
    if (people_of.empty()) {
        return;
    }
    FoldingTable table;
    table.caption = "Your records";
    table.columns = {{.title = "Name"}, {.title = "Group"}, {.title = "Reference"}};
    for (const people::Person& person : people_of) {
        Html name;
        name << "<a class=\"govuk-link\" href=\"/people/" << person.id.to_text() << "/record\">"
             << person.name << "</a>";
        table.rows.push_back({{.html = std::move(name)},
                              {.text = std::string(words(person.group))},
                              {.text = person.reference}});
    }
    main << folding_table(table);
}

Result<Response> work_page(Visit& visit) {
    TRY(const casework::Caseload load, casework::caseload(visit.desk));
    const std::string summary = casework::work_in_words(load.own);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">"
         << (summary.empty() ? std::string("Nothing waits for you today") : summary) << "</h1>";
    main << work_table(load.own, "What waits for you, late things first", true);
    main << work_table(load.without_worker, "Records that have no worker yet", true);
    write_contacts(main, load.contacts);
    main << "<div class=\"govuk-button-group\">"
         << govuk::Button{.text = "Start a record", .href = "/records/new"}
         << govuk::Button{.text = "Write down a call or a letter",
                          .href = "/contacts/new",
                          .classes = "govuk-button--secondary"}
         << "</div>";
    write_people(main, load.people);
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/waits\">How long people "
            "wait, by group</a></p>";
    return show(visit, {.title = "Your work",
                        .main = std::move(main),
                        .help = "work",
                        .current = "/work",
                        .is_wide = true});
}

std::vector<Choice> channel_choices() {
    std::vector<Choice> choices;
    for (const people::Channel channel : {people::Channel::telephone, people::Channel::paper}) {
        choices.push_back(
            {.value = std::string(people::to_text(channel)), .text = std::string(words(channel))});
    }
    return choices;
}

Response contact_form(const Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Write down a call or a letter</h1>"
         << form_open(visit, "/contacts/new")
         << radios_field(
                visit.form,
                {.name = "channel", .legend = "How did they ask?", .choices = channel_choices()})
         << date_field(visit.form, {.name = "on", .legend = "On which day?"})
         << text_field(visit.form,
                       {.name = "name", .label = "Name", .classes = "govuk-input--width-20"})
         << area_field(visit.form, {.name = "reach", .label = "How can we reach them?"}, 300, 3)
         << area_field(visit.form,
                       {.name = "own_words", .label = "What they ask for, in their own words"},
                       2000)
         << radios_field(visit.form, {.name = "format",
                                      .legend = "How should we write to them?",
                                      .choices = format_choices()})
         << govuk::Button{.text = "Save", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "Write down a call or a letter",
                        .main = std::move(main),
                        .back_href = "/work",
                        .help = "work"});
}

Result<Response> new_contact_page(Visit& visit) {
    fill_date(visit.form, "on", visit.desk.today);
    visit.form.fill("format", "standard");
    return contact_form(visit);
}

Result<Response> new_contact_act(Visit& visit) {
    Form& form = visit.form;
    people::Contact contact;
    const auto channel =
        form.choice("channel", values_of(channel_choices()), "Choose how they asked");
    const auto on = form.date("on", "Enter the day");
    contact.name = form.text("name", 120, "Enter the name").value_or("");
    contact.reach = form.text("reach", 300, "Enter how we can reach them").value_or("");
    contact.own_words = form.text("own_words", 2000, "Write what they ask for").value_or("");
    const auto format =
        form.choice("format", values_of(format_choices()), "Choose how we should write to them");
    if (!form.is_good()) {
        return contact_form(visit);
    }
    contact.channel = *people::channel_from_text(*channel);
    contact.on = *on;
    contact.format = *people::format_from_text(*format);
    const auto kept = casework::record_contact(visit.desk, contact);
    if (!kept) {
        form.refuse(kept.error(), {{"contact.day_ahead", "on"}}, "name");
        return contact_form(visit);
    }
    return redirect("/contacts/" + kept->to_text());
}

Response contact_view(const Visit& visit, const people::Contact& contact) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("Name", contact.name);
    row("Asked on", contact.on.for_people());
    row("How", std::string(words(contact.channel)));
    row("How to reach them", contact.reach);
    row("In their own words", contact.own_words);
    row("Write to them in", std::string(words(contact.format)));
    if (!contact.closed_why.empty()) {
        row("Closed without a record", contact.closed_why);
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << contact.name << " asked for help</h1>" << list;
    if (contact.person) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/people/"
             << contact.person->to_text() << "/record\">See the record</a></p>";
    } else if (contact.waits()) {
        main << govuk::Button{.text = "Start a record",
                              .href = "/records/new?contact=" + contact.id.to_text()}
             << "<h2 class=\"govuk-heading-m\">Or close it without a record</h2>"
             << form_open(visit, "/contacts/" + contact.id.to_text() + "/close")
             << area_field(visit.form,
                           {.name = "why",
                            .label = "Why no record is started",
                            .hint = "For example: advice was enough, or another council answers."},
                           500, 3)
             << govuk::Button{.text = "Close it",
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = contact.name + " asked for help",
                        .main = std::move(main),
                        .back_href = "/work",
                        .help = "work"});
}

Result<Response> contact_page(Visit& visit) {
    TRY(const people::Contact contact,
        casework::open_contact(visit.desk, visit.id<ContactId>("contact")));
    return contact_view(visit, contact);
}

Result<Response> close_contact_act(Visit& visit) {
    const ContactId id = visit.id<ContactId>("contact");
    const auto why = visit.form.text("why", 500, "Write why no record is started");
    if (why) {
        const auto closed = casework::close_contact(visit.desk, id, *why);
        if (closed) {
            return redirect("/work");
        }
        visit.form.refuse(closed.error(), {}, "why");
    }
    TRY(const people::Contact contact, casework::open_contact(visit.desk, id));
    return contact_view(visit, contact);
}

std::vector<Choice> package_choices(const casework::RecordChoices& choices) {
    std::vector<Choice> packages;
    for (const auto& [id, title] : choices.packages) {
        packages.push_back({.value = id, .text = title});
    }
    return packages;
}

std::vector<Choice> worker_choices(const casework::RecordChoices& choices) {
    std::vector<Choice> workers = {{.value = "", .text = "Nobody yet: the duty worker answers"}};
    for (const people::Staff& staff : choices.workers) {
        workers.push_back({.value = staff.id.to_text(), .text = staff.name});
    }
    return workers;
}

Result<Response> start_form(Visit& visit) {
    TRY(const casework::RecordChoices choices, casework::record_choices(visit.desk));
    Form& form = visit.form;
    if (choices.own) {
        form.fill("worker", choices.own->to_text());
    }
    if (choices.packages.size() == 1) {
        form.fill("package", choices.packages.front().first);
    }
    const std::vector<Choice> accounts = {{.value = "yes", .text = "Yes: a code on paper is made"},
                                          {.value = "no", .text = "No: by telephone and on paper"}};
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Start a record</h1>"
            "<p class=\"govuk-body\">Ask each thing once. Title, gender and marital status are not "
            "asked, because no rule needs them.</p>"
         << form_open(visit, "/records/new") << hidden_field("contact", form.value("contact"))
         << text_field(form, {.name = "name", .label = "Name", .classes = "govuk-input--width-20"})
         << date_field(form, {.name = "born",
                              .legend = "Date of birth",
                              .hint = "Rules use the age. For example, 27 3 1936"})
         << radios_field(form, {.name = "group",
                                .legend = "Client group",
                                .hint = "The programme counts waits and costs by group.",
                                .choices = group_choices()})
         << area_field(form, {.name = "address", .label = "Address"}, 300, 4)
         << text_field(form, {.name = "place",
                              .label = "Town or district",
                              .hint = "Used to find support near by.",
                              .classes = "govuk-input--width-20"})
         << text_field(form, {.name = "telephone",
                              .label = "Telephone, or another way to reach them",
                              .classes = "govuk-input--width-20"})
         << text_field(
                form, {.name = "language", .label = "Language", .classes = "govuk-input--width-10"})
         << radios_field(form, {.name = "format",
                                .legend = "How should we write to them?",
                                .choices = format_choices()})
         << date_field(form, {.name = "first_contact", .legend = "Day of the first contact"})
         << radios_field(form, {.name = "package",
                                .legend = "Rules in force",
                                .choices = package_choices(choices)})
         << select_field(
                form,
                {.name = "worker", .legend = "Named worker", .choices = worker_choices(choices)})
         << radios_field(form, {.name = "account",
                                .legend = "Do they want to use these pages themselves?",
                                .choices = accounts})
         << govuk::Button{.text = "Start the record", .prevent_double_click = true} << form_close();
    return show(
        visit,
        {.title = "Start a record", .main = std::move(main), .back_href = "/work", .help = "work"});
}

Result<Response> start_page(Visit& visit) {
    Form& form = visit.form;
    form.fill("language", "English");
    form.fill("account", "yes");
    const auto contact = ContactId::parse(visit.query("contact"));
    if (contact) {
        TRY(const people::Contact asked, casework::open_contact(visit.desk, *contact));
        form.fill("contact", contact->to_text());
        form.fill("name", asked.name);
        form.fill("telephone", asked.reach.size() <= 80 ? asked.reach : "");
        form.fill("format", std::string(people::to_text(asked.format)));
        fill_date(form, "first_contact", asked.on);
    } else {
        form.fill("format", "standard");
        fill_date(form, "first_contact", visit.desk.today);
    }
    return start_form(visit);
}

casework::NewRecord read_record(Form& form, const casework::RecordChoices& choices) {
    casework::NewRecord record;
    record.name = form.text("name", 120, "Enter the name").value_or("");
    record.born = form.date("born", "Enter the date of birth").value_or(Date());
    const auto group = form.choice("group", values_of(group_choices()), "Choose the client group");
    record.address = form.text("address", 300, "").value_or("");
    record.place = form.text("place", 80, "Enter the town or district").value_or("");
    record.telephone = form.text("telephone", 80, "").value_or("");
    record.language = form.text("language", 60, "Enter a language").value_or("");
    const auto format =
        form.choice("format", values_of(format_choices()), "Choose how we should write to them");
    record.first_contact =
        form.date("first_contact", "Enter the day of the first contact").value_or(Date());
    record.package =
        form.choice("package", values_of(package_choices(choices)), "Choose the rules in force")
            .value_or("");
    record.without_worker = form.value("worker").empty();
    if (!record.without_worker) {
        record.worker = form.id<StaffId>("worker", "Choose a worker of the list");
    }
    const auto account = form.choice("account", {"yes", "no"}, "Choose yes or no");
    record.with_account = account.value_or("yes") == "yes";
    record.contact = ContactId::parse(form.value("contact"));
    if (form.is_good()) {
        record.group = *people::client_group_from_text(*group);
        record.format = *people::format_from_text(*format);
    }
    return record;
}

Result<Response> start_act(Visit& visit) {
    TRY(const casework::RecordChoices choices, casework::record_choices(visit.desk));
    const casework::NewRecord record = read_record(visit.form, choices);
    if (!visit.form.is_good()) {
        return start_form(visit);
    }
    const auto started = casework::start_record(visit.desk, record);
    if (!started) {
        visit.form.refuse(started.error(),
                          {{"people.born_impossible", "born"},
                           {"people.contact_impossible", "first_contact"},
                           {"people.package_missing", "package"},
                           {"people.worker_unsuitable", "worker"},
                           {"people.place_missing", "place"},
                           {"staff.not_found", "worker"}},
                          "name");
        return start_form(visit);
    }
    const std::string home = "/people/" + started->person.to_text();
    if (!record.with_account) {
        return redirect(home + "/record");
    }
    return show_paper_code(visit, {.title = "The record of " + record.name + " is started",
                                   .owner = record.name,
                                   .code = started->paper_code,
                                   .next_href = home + "/record",
                                   .next_text = "Go to the record",
                                   .renew_href = home + "/code"});
}

}  // namespace

std::span<const Route> worker_routes() {
    static const Route routes[] = {
        {GET, "/work", may::see_caseload, work_page, "What waits for a worker, and why"},
        {GET, "/contacts/new", may::start_record, new_contact_page,
         "Write down a request by telephone or letter"},
        {POST, "/contacts/new", may::start_record, new_contact_act,
         "Keep a request by telephone or letter"},
        {GET, "/contacts/{contact}", may::start_record, contact_page,
         "Somebody who asked for help"},
        {POST, "/contacts/{contact}/close", may::start_record, close_contact_act,
         "Close a request without a record"},
        {GET, "/records/new", may::start_record, start_page, "Start a record", {"contact"}},
        {POST, "/records/new", may::start_record, start_act,
         "Keep a new record and print its code on paper"},
    };
    return routes;
}

}  // namespace web
