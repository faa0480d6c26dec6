#include "web/holding_pages.h"

#include <algorithm>
#include <set>

#include "casework/bank_details.h"
#include "casework/hold_money.h"
#include "casework/recover_account.h"
#include "casework/report_spending.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/account_fields.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/held_part_field.h"
#include "web/layout.h"
#include "web/paper_code_page.h"

namespace web {

namespace {

using casework::Held;
using casework::HeldMoney;

std::string held_path(const Held& held) {
    return "/holding/" + held.holder.id.to_text() + "/" + held.person.to_text();
}

// The account of a provider stands with its own pages.
std::string bank_path(const store::Payee& holder) {
    return holder.kind == "provider" ? "/providers/" + holder.provider.to_text() + "/bank"
                                     : "/holding/" + holder.id.to_text() + "/bank";
}

// Tells accounts of one name apart by whose money goes there.
std::string whose(const std::vector<Held>& held, const store::Payee& holder) {
    const auto first = std::find_if(held.begin(), held.end(),
                                    [&](const Held& each) { return each.holder.id == holder.id; });
    return first == held.end() ? "" : ", for " + first->person_name;
}

Result<Response> list_page(Visit& visit) {
    TRY(const std::vector<Held> held, casework::see_all_held(visit.desk));
    Money left;
    std::set<std::string> people;
    for (const Held& each : held) {
        left += each.left;
        people.insert(each.person.to_text());
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">You hold " << left.for_people() << " for "
         << (people.size() == 1 ? std::string("1 person")
                                : std::to_string(people.size()) + " people")
         << "</h1>";
    if (held.empty()) {
        main << "<p class=\"govuk-body\">Nobody’s budget says yet that you hold money for it. You "
                "can already say where the money shall go.</p>";
    } else {
        main << "<p class=\"govuk-body\">This money is theirs. Report what you spend, so that they "
                "and the council can see it.</p>";
        FoldingTable table{.caption = "Whose money you hold", .columns = {}, .rows = {}};
        table.columns = {{"Whose"}, {"Came in", true}, {"Spent", true}, {"Still with you", true}};
        for (const Held& each : held) {
            Html link;
            link << "<a class=\"govuk-link\" href=\"" << held_path(each) << "\">"
                 << each.person_name << "</a>";
            table.rows.push_back({{.html = std::move(link)},
                                  {.text = each.came_in.for_people()},
                                  {.text = each.spent.for_people()},
                                  {.text = each.left.for_people()}});
        }
        main << folding_table(table);
    }
    if (!visit.who->provider) {
        main << "<h2 class=\"govuk-heading-m\">Where the money goes</h2><ul class=\"govuk-list\">";
        TRY(const std::vector<store::Payee> holders, casework::holders_signed_in_for(visit.desk));
        for (const store::Payee& holder : holders) {
            main << "<li><a class=\"govuk-link\" href=\"" << bank_path(holder)
                 << "\">Bank account of " << holder.name << whose(held, holder) << "</a></li>";
        }
        main << "</ul>";
    }
    return show(visit, {.title = "Money you hold", .main = std::move(main), .help = "holding"});
}

Html figures_of(const Held& held) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const Money& sum) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = sum.for_people()}});
    };
    row("Came in", held.came_in);
    row("Spent, as you reported", held.spent);
    if (!held.given_back.is_zero()) {
        row("Given back or to give back", held.given_back);
    }
    row("Still with you", held.left);
    return Html() << list;
}

// What a report was for, with the page that says from which fund it was taken.
Html report_link(const casework::HeldLine& line, const std::string& path) {
    return line.report ? Html() << "<a class=\"govuk-link\" href=\"" << path << "/"
                                << line.report->to_text() << "\">" << line.what << "</a>"
                       : Html() << line.what;
}

Html lines_of(const std::vector<casework::HeldLine>& lines, const std::string& path) {
    if (lines.empty()) {
        return Html() << "<p class=\"govuk-body\">No money came in yet.</p>";
    }
    FoldingTable table{.caption = "What came in and what was spent", .columns = {}, .rows = {}};
    table.columns = {{"Date"}, {"What"}, {"What for"}, {"Sum", true}};
    for (const casework::HeldLine& line : lines) {
        table.rows.push_back({{.text = line.on.for_people()},
                              {.text = line.words},
                              {.html = report_link(line, path)},
                              {.text = line.amount.for_people()}});
    }
    return folding_table(table);
}

Response money_page_of(const Visit& visit, const HeldMoney& money) {
    const Held& held = money.held;
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << held.left.for_people() << " of " << held.person_name
         << " is with " << held.holder.name << "</h1>" << figures_of(held);
    if (held.holder.ended_on) {
        main << govuk::InsetText{
            .text = "You stopped being the nominee on " + held.holder.ended_on->for_people() +
                    ". Nothing more is paid to you. " +
                    (held.left.is_positive()
                         ? "Report what you spent before, and pay the rest back to the council. "
                           "Ask the council which reference to write with it."
                         : "Nothing is left with you, so there is nothing more to do.")};
    }
    if (!money.parts.empty()) {
        main << "<h2 class=\"govuk-heading-m\">What it is for</h2><ul class=\"govuk-list "
                "govuk-list--bullet\">";
        for (const casework::HeldPart& part : money.parts) {
            main << "<li>" << part.words << "</li>";
        }
        main << "</ul>";
    }
    main << "<h2 class=\"govuk-heading-m\">Report what was spent</h2><p "
            "class=\"govuk-body\">"
         << held.person_name << " sees what you write, with your name.</p>"
         << form_open(visit, held_path(held))
         << money_field(
                visit.form,
                {.name = "amount", .label = "How much?", .classes = "govuk-input--width-10"})
         << date_field(visit.form, {.name = "on", .legend = "When?"})
         << text_field(visit.form, {.name = "what", .label = "What for, in a few words?"})
         << part_field(visit.form, money.parts)
         << own_field(visit.form, money.parts,
                      "How much of " + held.person_name + "’s own money went with it?")
         << submit_button("Report it") << form_close() << lines_of(money.lines, held_path(held));
    return show(visit, {.title = "The money of " + held.person_name,
                        .main = std::move(main),
                        .back_href = "/holding",
                        .back_text = "Money you hold",
                        .help = "holding"});
}

Result<Response> money_page(Visit& visit) {
    TRY(const HeldMoney money, casework::see_held_money(visit.desk, visit.id<PayeeId>("payee"),
                                                        visit.id<PersonId>("person")));
    return money_page_of(visit, money);
}

Result<Response> report(Visit& visit) {
    const PayeeId holder = visit.id<PayeeId>("payee");
    const PersonId person = visit.id<PersonId>("person");
    TRY(const HeldMoney money, casework::see_held_money(visit.desk, holder, person));
    const auto amount = visit.form.money("amount", "Enter how much was spent, like 12.34");
    const auto on = visit.form.date("on", "Enter the day it was spent");
    const auto what = visit.form.text("what", 300, "Write in a few words what it was for");
    const std::optional<PlanLineId> part = typed_part(visit.form, money.parts);
    const Money own_money = typed_own(visit.form, money.parts);
    if (!visit.form.is_good()) {
        return money_page_of(visit, money);
    }
    const Result<ReportId> reported = casework::report_held_spending(
        visit.desk, holder, person, *on, *amount, *what, part, own_money);
    if (!reported) {
        visit.form.refuse(reported.error(),
                          {{"casework.day_ahead", "on"},
                           {"casework.reasons_missing", "what"},
                           {"casework.own_part_not_planned", "own"}},
                          "amount");
        return money_page_of(visit, money);
    }
    return redirect(held_path(money.held) + "/" + reported->to_text());
}

Response holder_bank_of(const Visit& visit, const casework::PayeeDetails& details) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Where the money for " << details.payee.name
         << " goes</h1>" << account_explanation() << details_list({details})
         << "<h2 class=\"govuk-heading-m\">Change the account</h2>"
         << form_open(visit, bank_path(details.payee)) << account_fields(visit)
         << submit_button("Send the new account") << form_close();
    return show(visit, {.title = "Where the money goes",
                        .main = std::move(main),
                        .back_href = "/holding",
                        .back_text = "Money you hold",
                        .help = "bank-details"});
}

Result<Response> bank_page(Visit& visit) {
    TRY(const casework::PayeeDetails details,
        casework::see_holder_bank_details(visit.desk, visit.id<PayeeId>("payee")));
    return holder_bank_of(visit, details);
}

Result<Response> change_bank(Visit& visit) {
    const PayeeId holder = visit.id<PayeeId>("payee");
    TRY(const casework::PayeeDetails details,
        casework::see_holder_bank_details(visit.desk, holder));
    const std::optional<payments::BankAccount> account = read_account(visit.form);
    if (!visit.form.is_good()) {
        return holder_bank_of(visit, details);
    }
    const auto changed = casework::change_holder_bank_details(visit.desk, holder, *account);
    if (!changed) {
        visit.form.refuse(changed.error(), {}, "name");
        return holder_bank_of(visit, details);
    }
    return redirect(bank_path(details.payee));
}

// --- the worker names who signs in ---------------------------------------------------------------

std::string holders_path(const Visit& visit) {
    return "/people/" + visit.word("person") + "/holders";
}

void write_holder(Html& main, const Visit& visit, const casework::HolderOfPerson& holder) {
    main << "<h2 class=\"govuk-heading-m\">" << holder.payee.name << "</h2>"
         << "<p class=\"govuk-body\">"
         << (holder.payee.ended_on ? govuk::Literal("Nothing more is paid to it.")
             : holder.has_account
                 ? govuk::Literal("Its bank account is confirmed.")
                 : govuk::Literal("It has no confirmed bank account yet, so nothing "
                                  "can be paid to it."))
         << "</p>";
    if (holder.payee.kind == "provider") {
        main << "<p class=\"govuk-body\">A provider. Its own users sign in for it.</p>";
        return;
    }
    if (holder.payee.relationship) {
        main << "<p class=\"govuk-body\">The nominee, who signs in for it. Direct payments go to "
                "the nominee’s account.";
        if (holder.payee.ended_on) {
            main << " Ended on " << holder.payee.ended_on->for_people() << ". "
                 << holder.left.for_people() << " is still to be reported or given back.";
        } else {
            main << " It ends where <a class=\"govuk-link\" href=\"/people/" << visit.word("person")
                 << "/who\">the help of the nominee</a> is ended.";
        }
        main << "</p>";
        return;
    }
    bool has_user = false;
    for (const casework::UserOfHolder& user : holder.users) {
        if (user.is_ended) {
            continue;
        }
        has_user = true;
        const std::string own =
            holders_path(visit) + "/" + holder.payee.id.to_text() + "/" + user.account.to_text();
        main << form_open(visit, own + "/end") << "<p class=\"govuk-body\">" << user.name
             << " signs in for it, since " << user.since.for_people() << ".</p>"
             << govuk::Button{.html = Html()
                                      << "End this<span class=\"govuk-visually-hidden\">: "
                                      << user.name << " for " << holder.payee.name << "</span>",
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = true}
             << form_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << own
             << "/code\">Code on paper of " << user.name << "</a></p>";
    }
    if (!has_user) {
        main << "<p class=\"govuk-body\">Nobody signs in for it yet.</p>";
    }
}

Response holders_page_of(const Visit& visit, const casework::HoldersOfPerson& all) {
    const std::string name = visit.subject ? visit.subject->name : "this person";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Who holds money for " << name << "</h1>"
         << "<p class=\"govuk-body\">Whoever holds money signs in for it: only they say where it "
            "goes, and they report what they spend. They see that money and nothing else.</p>";
    std::vector<Choice> holders;
    for (const casework::HolderOfPerson& holder : all.holders) {
        write_holder(main, visit, holder);
        if (holder.payee.kind == "holder" && !holder.payee.relationship) {
            holders.push_back({.value = holder.payee.id.to_text(), .text = holder.payee.name});
        }
    }
    if (all.holders.empty()) {
        main << "<p class=\"govuk-body\">Nobody holds money for " << name
             << ". It is named in the plan.</p>";
    }
    if (!holders.empty()) {
        std::vector<Choice> accounts = {{.value = "new", .text = "Somebody new"}};
        for (const auto& [account, helper] : all.helpers) {
            accounts.push_back(
                {.value = account.to_text(), .text = helper + ", who helps already"});
        }
        main << "<h2 class=\"govuk-heading-m\">Name who signs in</h2>"
             << form_open(visit, holders_path(visit))
             << radios_field(visit.form,
                             {.name = "holder", .legend = "For whom?", .choices = holders})
             << radios_field(visit.form,
                             {.name = "account", .legend = "Who signs in?", .choices = accounts})
             << text_field(visit.form, {.name = "name",
                                        .label = "Name, if it is somebody new",
                                        .hint = "They get a code on paper.",
                                        .classes = "govuk-input--width-20"})
             << area_field(visit.form,
                           {.name = "evidence",
                            .label = "What you have seen",
                            .hint = "Which paper, from whom, and the day you saw it."},
                           500, 3)
             << submit_button("Save") << form_close();
    }
    return show(visit, {.title = "Who holds money",
                        .main = std::move(main),
                        .back_href = "/people/" + visit.word("person") + "/record",
                        .help = "holding"});
}

Result<Response> holders_page(Visit& visit) {
    TRY(const auto all, casework::see_holders_of(visit.desk, visit.id<PersonId>("person")));
    visit.form.fill("account", "new");
    return holders_page_of(visit, all);
}

Result<Response> name_user(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    Form& form = visit.form;
    TRY(const auto all, casework::see_holders_of(visit.desk, person));
    const auto holder = form.id<PayeeId>("holder", "Choose for whom they sign in");
    casework::HolderUser user;
    if (form.value("account").empty()) {
        form.refuse("account", "Choose who signs in");
    } else if (form.value("account") == "new") {
        user.name = form.text("name", 120, "Enter the name of who will sign in").value_or("");
    } else {
        user.account = form.id<AccountId>("account", "Choose who signs in");
    }
    user.evidence =
        form.text("evidence", 500, "Write which paper you have seen, or who agreed, and when")
            .value_or("");
    if (!form.is_good()) {
        return holders_page_of(visit, all);
    }
    const auto named = casework::name_holder_user(visit.desk, person, *holder, user);
    if (!named) {
        form.refuse(named.error(),
                    {{"casework.holder_unknown", "holder"},
                     {"helper.account_unknown", "account"},
                     {"helper.evidence_missing", "evidence"}},
                    "name");
        return holders_page_of(visit, all);
    }
    if (user.account) {
        return redirect(holders_path(visit));
    }
    return show_paper_code(visit, {.title = user.name + " can now sign in",
                                   .owner = user.name,
                                   .code = named->paper_code,
                                   .next_href = holders_path(visit),
                                   .next_text = "Go to who holds money"});
}

Result<Response> end_user(Visit& visit) {
    TRY_DONE(casework::end_holder_user(visit.desk, visit.id<PersonId>("person"),
                                       visit.id<PayeeId>("payee"), visit.id<AccountId>("account")));
    return redirect(holders_path(visit));
}

// The user of a holder that the path names.
Result<std::string> user_in_path(Visit& visit) {
    TRY(const auto all, casework::see_holders_of(visit.desk, visit.id<PersonId>("person")));
    for (const casework::HolderOfPerson& holder : all.holders) {
        for (const casework::UserOfHolder& user : holder.users) {
            if (holder.payee.id == visit.id<PayeeId>("payee") &&
                user.account == visit.id<AccountId>("account") && !user.is_ended) {
                return user.name;
            }
        }
    }
    return Error{"casework.holder_unknown", "Nobody like this signs in here. Go back to the list."};
}

std::string user_path(const Visit& visit) {
    return holders_path(visit) + "/" + visit.word("payee") + "/" + visit.word("account");
}

Result<Response> user_code_page(Visit& visit) {
    TRY(const std::string name, user_in_path(visit));
    TRY(const auto code, casework::see_waiting_code(visit.desk, visit.id<AccountId>("account")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Code on paper of " << name << "</h1>"
         << code_acts(visit, {.owner = name,
                              .waiting = code,
                              .print_href = user_path(visit) + "/code",
                              .second_href = user_path(visit) + "/code/second"});
    return show(visit, {.title = "Code on paper of " + name,
                        .main = std::move(main),
                        .back_href = holders_path(visit),
                        .help = "signing-in"});
}

Result<Response> user_code_act(Visit& visit) {
    TRY(const std::string name, user_in_path(visit));
    TRY(const auto code, casework::renew_paper_code(visit.desk, visit.id<AccountId>("account")));
    return show_paper_code(visit, {.title = "A new code for " + name,
                                   .owner = name,
                                   .code = code,
                                   .next_href = holders_path(visit),
                                   .next_text = "Go to who holds money",
                                   .renew_href = user_path(visit) + "/code"});
}

Result<Response> user_second_act(Visit& visit) {
    TRY(const std::string name, user_in_path(visit));
    TRY(const auto part, casework::give_second_part(visit.desk, visit.id<AccountId>("account")));
    return show_second_part(visit, {.title = "The second part for " + name,
                                    .owner = name,
                                    .code = part,
                                    .next_href = holders_path(visit),
                                    .next_text = "Go to who holds money"});
}

const Route routes[] = {
    {GET, "/holding", may::signed_in, list_page, "Whose money you hold, and how much"},
    {GET, "/holding/{payee}/bank", may::change_holder_bank_details, bank_page,
     "Where the money somebody holds goes"},
    {POST, "/holding/{payee}/bank", may::change_holder_bank_details, change_bank,
     "Changes where that money goes"},
    {GET, "/holding/{payee}/{person}", may::see_held_money, money_page,
     "One person's money, as whoever holds it sees it"},
    {POST, "/holding/{payee}/{person}", may::report_held_spending, report,
     "Keeps what a holder reports as spent"},
    {GET, "/people/{person}/holders", may::record_helper, holders_page,
     "Who holds money for a person and who signs in for it"},
    {POST, "/people/{person}/holders", may::record_helper, name_user,
     "Names who signs in for a holder"},
    {GET, "/people/{person}/holders/{payee}/{account}/code", may::record_helper, user_code_page,
     "What the code of a holder's user waits for"},
    {POST, "/people/{person}/holders/{payee}/{account}/code", may::record_helper, user_code_act,
     "Print a new code for a holder's user"},
    {POST, "/people/{person}/holders/{payee}/{account}/code/second", may::record_helper,
     user_second_act, "Give the second part of that code"},
    {POST, "/people/{person}/holders/{payee}/{account}/end", may::record_helper, end_user,
     "Ends that somebody signs in for a holder"},
};

}  // namespace

std::span<const Route> holding_routes() {
    return routes;
}

}  // namespace web
