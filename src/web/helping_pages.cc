#include "web/helping_pages.h"

#include "casework/arrange_help.h"
#include "govuk/button.h"
#include "people/helping.h"
#include "people/staff.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/paper_code_page.h"

namespace web {

namespace {

std::string home_of(const Visit& visit) {
    return "/people/" + visit.word("person");
}

std::string name_of(const Visit& visit) {
    return visit.subject ? visit.subject->name : "this person";
}

std::vector<Choice> kind_choices(bool by_council) {
    std::vector<Choice> choices;
    for (const people::HelpKind& kind : people::all_help_kinds()) {
        if (by_council || !kind.needs_evidence) {
            choices.push_back({.value = std::string(kind.code),
                               .text = std::string(kind.words),
                               .hint = std::string(kind.what)});
        }
    }
    return choices;
}

// What a helper may be allowed, in words for whoever decides; seeing the record always goes with
// it.
std::vector<Choice> scope_choices(bool by_council) {
    return {
        {.value = "see",
         .text = "See the record",
         .hint = by_council ? "Everything the person can see." : "Everything you can see here."},
        {.value = "answer",
         .text = "Answer questions",
         .hint = by_council ? "Also ask for help for the person." : "Also ask for help for you."},
        {.value = "plan",
         .text = "Make a plan",
         .hint = by_council ? "The person still accepts the plan."
                            : "You still accept the plan yourself."},
        {.value = "order", .text = "Order support", .hint = "And say whether a visit took place."},
        {.value = "money", .text = "Deal with the money", .hint = "Report what was spent."},
    };
}

casework::HelpOffer read_offer(Visit& visit, bool by_council) {
    Form& form = visit.form;
    casework::HelpOffer offer;
    offer.name = form.text("name", 120, "Enter the name of who will help").value_or("");
    offer.kind =
        form.choice("kind", values_of(kind_choices(by_council)), "Choose who this is").value_or("");
    for (const std::string& code : form.values("scopes")) {
        if (const auto scope = people::scope_from_text(code)) {
            offer.scopes.insert(*scope);
        }
    }
    if (offer.scopes.empty()) {
        form.refuse("scopes", "Choose at least one thing this person may do");
    } else {
        offer.scopes.insert(people::Scope::see);
    }
    offer.from = form.date("from", "Enter the first day").value_or(visit.desk.today);
    if (const auto last = form.date("last", "")) {
        offer.until = last->plus_days(1);
    }
    if (by_council) {
        offer.evidence =
            form.text("evidence", 500, "Write which paper you have seen, or who agreed, and when")
                .value_or("");
    }
    return offer;
}

Response offer_form(const Visit& visit, bool by_council) {
    const std::string title = by_council ? "Record somebody who helps or acts for " + name_of(visit)
                                         : "Invite somebody to help me";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>";
    if (by_council) {
        main << "<p class=\"govuk-body\">Record this only after you have seen the paper or heard "
                "the person agree. The person sees what you write.</p>";
    } else {
        main << "<p class=\"govuk-body\">They get an account of their own. You do not give them "
                "your password. You can end this at any time, at once.</p>";
    }
    main << form_open(visit, home_of(visit) + (by_council ? "/helpers/record" : "/helpers/invite"))
         << text_field(visit.form,
                       {.name = "name", .label = "Name", .classes = "govuk-input--width-20"})
         << radios_field(visit.form, {.name = "kind",
                                      .legend = "Who is this?",
                                      .hint = "",
                                      .choices = kind_choices(by_council)})
         << checkboxes_field(visit.form, {.name = "scopes",
                                          .legend = "What may they do?",
                                          .hint = "Seeing the record always goes with it.",
                                          .choices = scope_choices(by_council)})
         << date_field(
                visit.form,
                {.name = "from", .legend = "From which day?", .hint = "For example 3 5 2006"})
         << date_field(visit.form, {.name = "last",
                                    .legend = "Until which day?",
                                    .hint = "The last day. Leave it empty if it has no end."});
    if (by_council) {
        main << area_field(visit.form,
                           {.name = "evidence",
                            .label = "What you have seen",
                            .hint = "Which paper, from whom, and the day you saw it."},
                           500, 3);
    }
    main << govuk::Button{.text = by_council ? "Record" : "Invite", .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/who",
                        .help = "helpers"});
}

Result<Response> arrange(Visit& visit, bool by_council) {
    const casework::HelpOffer offer = read_offer(visit, by_council);
    if (!visit.form.is_good()) {
        return offer_form(visit, by_council);
    }
    const PersonId person = visit.id<PersonId>("person");
    const auto arranged = by_council ? casework::record_helper(visit.desk, person, offer)
                                     : casework::invite_helper(visit.desk, person, offer);
    if (!arranged) {
        visit.form.refuse(arranged.error(),
                          {{"helper.kind_unknown", "kind"},
                           {"helper.kind_needs_evidence", "kind"},
                           {"helper.no_scope", "scopes"},
                           {"helper.evidence_missing", "evidence"},
                           {"helper.ends_before_it_begins", "last"},
                           {"helper.already_over", "last"}},
                          "name");
        return offer_form(visit, by_council);
    }
    const std::string renew =
        by_council ? home_of(visit) + "/helpers/" + arranged->relationship.to_text() + "/code" : "";
    return show_paper_code(visit, {.title = offer.name + " can now help",
                                   .owner = offer.name,
                                   .code = arranged->paper_code,
                                   .next_href = home_of(visit) + "/who",
                                   .next_text = "See who can see this",
                                   .renew_href = renew});
}

Result<Response> invite_page(Visit& visit) {
    fill_date(visit.form, "from", visit.desk.today);
    return offer_form(visit, false);
}

Result<Response> invite_act(Visit& visit) {
    return arrange(visit, false);
}

Result<Response> record_page(Visit& visit) {
    fill_date(visit.form, "from", visit.desk.today);
    return offer_form(visit, true);
}

Result<Response> record_act(Visit& visit) {
    return arrange(visit, true);
}

Result<casework::Helper> helper_in_path(Visit& visit) {
    TRY(std::vector<casework::Helper> helpers,
        casework::helpers_of(visit.desk, visit.id<PersonId>("person")));
    const RelationshipId wanted = visit.id<RelationshipId>("relationship");
    for (casework::Helper& helper : helpers) {
        if (helper.help.id == wanted) {
            return std::move(helper);
        }
    }
    return Error{"helper.not_found",
                 "Nobody like this helps here. Go back to the list and choose again."};
}

Result<Response> end_page(Visit& visit) {
    TRY(const casework::Helper helper, helper_in_path(visit));
    Html what;
    what << "<p class=\"govuk-body\">" << helper.name << " will see and do nothing more here"
         << std::string(helper.is_paid ? " but account for the money" : "")
         << ", from this moment on. Pages that are open now stop "
            "too.</p><p class=\"govuk-body\">What was done before stays. You can invite "
         << helper.name << " again later.</p>";
    if (helper.is_paid) {
        what << "<p class=\"govuk-body\">Direct payments go to " << helper.name
             << ". From this moment nothing more is paid to them. What they still have must be "
                "reported as spent or given back, and they can sign in for that. A worker then "
                "says who holds the money.</p>";
    }
    return confirmation_page(
        visit, {.title = "End the help of " + helper.name + "?",
                .what_happens = std::move(what),
                .action = home_of(visit) + "/helpers/" + helper.help.id.to_text() + "/end",
                .button = "Yes, end it now",
                .cancel_href = home_of(visit) + "/who",
                .help = "helpers"});
}

Result<Response> end_act(Visit& visit) {
    TRY_DONE(casework::end_helper(visit.desk, visit.id<PersonId>("person"),
                                  visit.id<RelationshipId>("relationship")));
    return redirect(home_of(visit) + "/who");
}

std::string code_path(const Visit& visit, const casework::Helper& helper) {
    return home_of(visit) + "/helpers/" + helper.help.id.to_text() + "/code";
}

Result<Response> code_page(Visit& visit) {
    TRY(const casework::Helper helper, helper_in_path(visit));
    TRY(const std::optional<casework::WaitingCode> code,
        casework::see_waiting_code(visit.desk, helper.help.helper));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Code on paper of " << helper.name << "</h1>"
         << code_acts(visit, {.owner = helper.name,
                              .waiting = code,
                              .print_href = code_path(visit, helper),
                              .second_href = code_path(visit, helper) + "/second"});
    return show(visit, {.title = "Code on paper of " + helper.name,
                        .main = std::move(main),
                        .back_href = home_of(visit) + "/who",
                        .help = "signing-in"});
}

Result<Response> second_act(Visit& visit) {
    TRY(const casework::Helper helper, helper_in_path(visit));
    TRY(const std::optional<std::string> part,
        casework::give_second_part(visit.desk, helper.help.helper));
    return show_second_part(visit, {.title = "The second part for " + helper.name,
                                    .owner = helper.name,
                                    .code = part,
                                    .next_href = home_of(visit) + "/who",
                                    .next_text = "See who can see this"});
}

Result<Response> code_act(Visit& visit) {
    TRY(const casework::Helper helper, helper_in_path(visit));
    TRY(const std::optional<std::string> code,
        casework::renew_code_of_helper(visit.desk, visit.id<PersonId>("person"), helper.help.id));
    return show_paper_code(
        visit, {.title = "A new code for " + helper.name,
                .owner = helper.name,
                .code = code,
                .next_href = home_of(visit) + "/who",
                .next_text = "See who can see this",
                .renew_href = home_of(visit) + "/helpers/" + helper.help.id.to_text() + "/code"});
}

}  // namespace

std::span<const Route> helping_routes() {
    static const Route routes[] = {
        {GET, "/people/{person}/helpers/invite", may::invite_helper, invite_page,
         "Invite somebody to help you"},
        {POST, "/people/{person}/helpers/invite", may::invite_helper, invite_act,
         "Give a helper access"},
        {GET, "/people/{person}/helpers/record", may::record_helper, record_page,
         "Record somebody who helps or acts for a person, on evidence"},
        {POST, "/people/{person}/helpers/record", may::record_helper, record_act,
         "Keep who acts for a person"},
        {GET, "/people/{person}/helpers/{relationship}/end", may::end_helper, end_page,
         "Ask once more before help ends"},
        {POST, "/people/{person}/helpers/{relationship}/end", may::end_helper, end_act,
         "End somebody's help at once"},
        {GET, "/people/{person}/helpers/{relationship}/code", may::record_helper, code_page,
         "What a helper's code waits for"},
        {POST, "/people/{person}/helpers/{relationship}/code/second", may::record_helper,
         second_act, "Give the second part of a helper's code a colleague printed"},
        {POST, "/people/{person}/helpers/{relationship}/code", may::record_helper, code_act,
         "Print a new code for a helper"},
    };
    return routes;
}

}  // namespace web
