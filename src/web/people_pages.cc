#include "web/people_pages.h"

#include "base/text.h"
#include "casework/change_details.h"
#include "casework/who_can_see.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "people/helping.h"
#include "people/staff.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/recovery_pages.h"
#include "web/ways_out.h"

namespace web {

namespace {

std::string home_of(const Visit& visit) {
    return "/people/" + visit.word("person");
}

// "You" to the person herself, her first name to anybody else.
std::string you_or_name(const Visit& visit, const people::Person& person) {
    return visit.is_self() ? "you" : std::string(person.first_name());
}

void write_step(Html& main, const Visit& visit, const casework::WayStep& step, bool is_next) {
    main << "<li>";
    if (step.done_on) {
        main << step.words << " <span class=\"op-figure__when\">" << step.done_on->for_people()
             << "</span>";
    } else if (!step.href.empty()) {
        main << "<strong>Now:</strong> <a class=\"govuk-link\" href=\"" << home_of(visit)
             << step.href << "\">" << step.words << "</a>";
    } else {
        main << (is_next ? govuk::Literal("<strong>Now:</strong> ") : govuk::Literal("Then: "))
             << step.words;
    }
    main << "</li>";
}

void write_closed(Html& main, const people::Person& person) {
    const std::optional<Date> closed = person.closed_on();
    if (!closed) {
        return;
    }
    main << govuk::InsetText{.text = "This record is closed from " + closed->for_people() +
                                     ". It is kept, and nothing new begins on it."};
}

Response way_page_of(const Visit& visit, const casework::WayAhead& way) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What happens next</h1>";
    write_closed(main, way.person);
    if (!way.worker_name.empty()) {
        main << "<p class=\"govuk-body\">"
             << (visit.is_self() ? govuk::Literal("Your") : govuk::Literal("The"))
             << " worker is <strong>" << way.worker_name << "</strong>.</p>";
    } else {
        main << "<p class=\"govuk-body\">No worker is named yet. The duty worker answers.</p>";
    }
    if (!visit.is_self()) {
        main << "<p class=\"govuk-body\">This is how " << std::string(way.person.first_name())
             << " reads it: “you” is " << std::string(way.person.first_name()) << ".</p>";
    }
    main << "<ol class=\"govuk-list govuk-list--number\">";
    bool is_next = true;
    for (const casework::WayStep& step : way.steps) {
        write_step(main, visit, step, !step.done_on && is_next);
        is_next = is_next && step.done_on.has_value();
    }
    main << "</ol>";
    if (way.review_on && *way.review_on < visit.desk.today) {
        main << "<p class=\"govuk-body\">A review was due on " << way.review_on->for_people()
             << ". It has not been held yet.</p>";
    } else if (way.review_on) {
        main << "<p class=\"govuk-body\">Next review: " << way.review_on->for_people() << ".</p>";
    }
    if (visit.is_self()) {
        main << account_news(visit);
    }
    const std::string home = home_of(visit);
    main << "<h2 class=\"govuk-heading-m\">More</h2><ul class=\"govuk-list\">";
    if (way.has_budget) {
        main << "<li><a class=\"govuk-link\" href=\"" << home << "/budget\">The budget</a></li>";
    }
    main << "<li><a class=\"govuk-link\" href=\"" << home
         << "/questions\">Questions and replies</a>";
    if (way.questions_open > 0) {
        main << " (" << way.questions_open << " waiting for a reply)";
    }
    main << "</li><li><a class=\"govuk-link\" href=\"" << home
         << "/details\">Your details</a></li><li><a class=\"govuk-link\" href=\"" << home
         << "/who\">Who can see this?</a></li>";
    if (may_ask(visit)) {
        main << "<li><a class=\"govuk-link\" href=\"" << home
             << "/questions/new?about=record&amp;ask=help\">Ask someone to help me</a></li>";
    }
    main << "</ul>";
    return show(visit,
                {.title = "What happens next", .main = std::move(main), .help = "your-record"});
}

Result<Response> home_page(Visit& visit) {
    TRY(const casework::WayAhead way,
        casework::way_ahead(visit.desk, visit.id<PersonId>("person")));
    if (way.has_budget) {
        return redirect(home_of(visit) + "/budget");
    }
    return way_page_of(visit, way);
}

Result<Response> next_page(Visit& visit) {
    TRY(const casework::WayAhead way,
        casework::way_ahead(visit.desk, visit.id<PersonId>("person")));
    return way_page_of(visit, way);
}

Response details_form(const Visit& visit, const people::Person& person) {
    govuk::SummaryList kept;
    const auto row = [&](const std::string& key, const std::string& value) {
        kept.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    row("Name", person.name);
    row("Date of birth", person.born.for_people());
    row("Group", std::string(words(person.group)));
    row("Reference", person.reference);
    const std::string title =
        visit.is_self() ? "Your details" : "Details of " + std::string(person.name);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title
         << "</h1>"
            "<p class=\"govuk-body\">We ask each thing once, and only what is needed.</p>"
         << kept;
    if (may_ask(visit)) {
        main << "<p class=\"govuk-body\">If one of these is wrong, <a class=\"govuk-link\" href=\""
             << home_of(visit)
             << "/questions/new?about=details&amp;ask=disagree\">tell us</a>. The council changes "
                "it.</p>";
    }
    main << "<h2 class=\"govuk-heading-m\">How to reach " << you_or_name(visit, person) << "</h2>"
         << form_open(visit, home_of(visit) + "/details")
         << area_field(visit.form, {.name = "address", .label = "Address"}, 300, 4)
         << text_field(visit.form, {.name = "place",
                                    .label = "Town or district",
                                    .hint = "We use it to find support near by.",
                                    .classes = "govuk-input--width-20"})
         << text_field(visit.form, {.name = "telephone",
                                    .label = "Telephone, or another way to reach you",
                                    .hint = "You can leave this empty.",
                                    .classes = "govuk-input--width-20",
                                    .autocomplete = visit.is_self() ? "tel" : ""})
         << text_field(visit.form, {.name = "language",
                                    .label = "Language you want to use with us",
                                    .classes = "govuk-input--width-20"})
         << radios_field(visit.form, {.name = "format",
                                      .legend = "How should we write to you?",
                                      .hint = "",
                                      .choices = format_choices()})
         << govuk::Button{.text = "Save", .prevent_double_click = true} << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = home_of(visit),
                        .help = "your-record"});
}

Result<Response> details_page(Visit& visit) {
    TRY(const people::Person person,
        casework::open_details(visit.desk, visit.id<PersonId>("person"), "details"));
    visit.form.fill("address", person.address);
    visit.form.fill("place", person.place);
    visit.form.fill("telephone", person.telephone);
    visit.form.fill("language", person.language);
    visit.form.fill("format", std::string(people::to_text(person.format)));
    return details_form(visit, person);
}

Result<Response> details_act(Visit& visit) {
    const PersonId id = visit.id<PersonId>("person");
    TRY(const people::Person person, casework::open_details(visit.desk, id, "details"));
    Form& form = visit.form;
    casework::OwnDetails details;
    details.address = form.text("address", 300, "").value_or("");
    details.place = form.text("place", 80, "Enter the town or district").value_or("");
    details.telephone = form.text("telephone", 80, "").value_or("");
    details.language = form.text("language", 60, "Enter a language").value_or("");
    const auto format =
        form.choice("format", values_of(format_choices()), "Choose how we should write to you");
    if (!form.is_good()) {
        return details_form(visit, person);
    }
    details.format = *people::format_from_text(*format);
    const auto changed = casework::change_own_details(visit.desk, id, details);
    if (!changed) {
        form.refuse(changed.error(), {}, "place");
        return details_form(visit, person);
    }
    return redirect(home_of(visit) + "/details");
}

std::string scopes_in_words(const std::set<people::Scope>& scopes) {
    std::vector<std::string> parts;
    parts.reserve(scopes.size());
    for (const people::Scope scope : scopes) {
        parts.push_back(base::lower(words(scope)));
    }
    return base::join_text(parts, ", ");
}

std::string until_in_words(const people::Relationship& help) {
    if (help.revoked_at) {
        return "Ended on " + help.revoked_at->date_utc().for_people();
    }
    std::string text = "From " + help.from.for_people();
    if (help.until) {
        text += " to " + help.until->plus_days(-1).for_people();
    }
    return text;
}

void write_helpers(Html& main, const Visit& visit, const casework::WhoCanSee& seen, bool may_end) {
    if (seen.helpers.empty()) {
        main << "<p class=\"govuk-body\">Nobody helps or acts for "
             << you_or_name(visit, seen.person) << " here.</p>";
        return;
    }
    for (const casework::Helper& helper : seen.helpers) {
        const people::HelpKind* kind = people::help_kind(helper.help.kind);
        govuk::SummaryList list;
        list.card = govuk::SummaryCard{
            .title = govuk::SummaryCardTitle{.text = helper.name, .heading_level = 3}};
        const auto row = [&](const std::string& key, const std::string& value) {
            list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
        };
        row("Who", kind ? std::string(kind->words) : helper.help.kind);
        row("May", scopes_in_words(helper.help.scopes));
        row("When", until_in_words(helper.help));
        row("Agreed by", helper.help.agreed_by);
        if (helper.closed) {
            row("Account", "Closed on " + helper.closed->on.for_people() + " by " +
                               helper.closed->by + ". " + helper.closed->why);
        }
        const std::string own = home_of(visit) + "/helpers/" + helper.help.id.to_text();
        if (!helper.help.revoked_at && can_open(visit, own + "/code")) {
            list.card->actions.items.push_back({.href = own + "/code", .text = "Code on paper"});
        }
        if (may_end && !helper.help.revoked_at) {
            list.card->actions.items.push_back(
                {.href = home_of(visit) + "/helpers/" + helper.help.id.to_text() + "/end",
                 .text = "End this help"});  // the card adds whose for a screen reader
        }
        main << list;
    }
}

std::string when(Instant at) {
    const std::string text = at.to_text();  // 2006-05-03T14:05:09Z
    return at.date_utc().for_people() + ", " + text.substr(11, 5);
}

govuk::TableCell cell(const std::string& label, const std::string& words_of) {
    return {.text = words_of, .attributes = {{"data-label", label}}};
}

void write_looks(Html& main, const casework::WhoCanSee& seen) {
    main << "<h2 class=\"govuk-heading-m\">Who looked</h2>";
    if (seen.looks.empty()) {
        main << "<p class=\"govuk-body\">Nobody else has looked yet.</p>";
        return;
    }
    govuk::Table table;
    table.caption = "Latest first. Times are Greenwich time.";
    table.caption_classes = "govuk-table__caption--s";
    table.head = {{.text = "Who"}, {.text = "As"}, {.text = "At what"}, {.text = "When"}};
    for (const casework::LookOfAnother& look : seen.looks) {
        table.rows.push_back({cell("Who", look.name), cell("As", look.capacity),
                              cell("At what", look.purpose), cell("When", when(look.at))});
    }
    main << "<div class=\"op-folding\">" << table << "</div>";
}

void write_acts(Html& main, const Visit& visit, const casework::WhoCanSee& seen) {
    main << "<h2 class=\"govuk-heading-m\">What others did</h2>";
    if (seen.acts.empty()) {
        main << "<p class=\"govuk-body\">Nobody else has done anything yet.</p>";
        return;
    }
    const std::string name(seen.person.first_name());
    main << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const casework::ActByAnother& act : seen.acts) {
        main << "<li>" << when(act.at) << ": <strong>" << act.by << "</strong> "
             << (act.capacity == "helping you" || act.capacity == "holds money for you"
                     ? "for " + name
                     : "(" + act.capacity + ")")
             << " " << act.what;
        if (!act.detail.empty()) {
            main << ": " << act.detail;
        }
        main << "</li>";
    }
    main << "</ul>";
    if (!visit.is_self()) {
        main << "<p class=\"govuk-body\">" << name << " sees this list too.</p>";
    }
}

Result<Response> who_page(Visit& visit) {
    TRY(const casework::WhoCanSee seen,
        casework::who_can_see(visit.desk, visit.id<PersonId>("person")));
    const bool is_staff = visit.who->staff.has_value();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Who can see this?</h1>"
            "<p class=\"govuk-body\">"
         << (visit.is_self() ? std::string("You") : seen.person.name)
         << " can. Social workers and managers of the council can. So can the helpers below. "
            "Everybody who looks is written down here.</p>";
    if (!seen.worker_name.empty()) {
        main << "<p class=\"govuk-body\">The named worker is <strong>" << seen.worker_name
             << "</strong>.</p>";
    }
    main << "<h2 class=\"govuk-heading-m\">Who helps</h2>";
    write_helpers(main, visit, seen, visit.is_self() || is_staff);
    if (visit.is_self()) {
        main << govuk::Button{.text = "Invite somebody to help me",
                              .href = home_of(visit) + "/helpers/invite",
                              .classes = "govuk-button--secondary"};
    } else if (is_staff) {
        main << govuk::Button{.text = "Record a helper",
                              .href = home_of(visit) + "/helpers/record",
                              .classes = "govuk-button--secondary"};
    }
    write_looks(main, seen);
    write_acts(main, visit, seen);
    return show(visit, {.title = "Who can see this?",
                        .main = std::move(main),
                        .back_href = home_of(visit),
                        .help = "helpers"});
}

}  // namespace

std::span<const Route> people_routes() {
    static const Route routes[] = {
        {GET, "/people/{person}", may::see_record, home_page,
         "The person's first page: the budget, or what happens next"},
        {GET, "/people/{person}/next", may::see_record, next_page,
         "What happens next, with the days of what is done"},
        {GET, "/people/{person}/details", may::see_record, details_page,
         "A person's details, and how to reach her"},
        {POST, "/people/{person}/details", may::see_record, details_act,
         "Change how to reach a person"},
        {GET, "/people/{person}/who", may::see_record, who_page,
         "Who may see a record, who looked, and what others did"},
    };
    return routes;
}

}  // namespace web
