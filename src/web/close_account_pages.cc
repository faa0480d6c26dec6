#include "web/close_account_pages.h"

#include "base/text.h"
#include "casework/close_account.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "govuk/tag.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"

namespace web {

namespace {

using casework::HelperAccount;

std::string path_of(const HelperAccount& helper) {
    return "/accounts/helpers/" + helper.account.id.to_text();
}

std::string people_in_words(std::size_t count) {
    return count == 1 ? "1 person" : std::to_string(count) + " people";
}

Html state_of(const HelperAccount& helper) {
    Html state;
    if (!helper.account.is_open) {
        state << govuk::Tag{.text = "Closed", .classes = "govuk-tag--grey"};
    } else if (!helper.is_begun) {
        state << govuk::Tag{.text = "Not begun", .classes = "govuk-tag--yellow"};
    } else {
        state << govuk::Tag{.text = "Open", .classes = "govuk-tag--green"};
    }
    return state;
}

Html accounts_table(const std::vector<HelperAccount>& found, const std::string& caption) {
    FoldingTable table{.caption = caption, .columns = {}, .rows = {}};
    table.columns = {
        {.title = "Name"}, {.title = "Made on"}, {.title = "Helps"}, {.title = "State"}};
    for (const HelperAccount& helper : found) {
        Html name;
        name << "<a class=\"govuk-link\" href=\"" << path_of(helper) << "\">" << helper.account.name
             << "</a>";
        table.rows.push_back({{.html = std::move(name)},
                              {.text = helper.account.made_at.date_utc().for_people()},
                              {.text = people_in_words(helper.people)},
                              {.html = state_of(helper)}});
    }
    return folding_table(table);
}

Result<Response> list_page(Visit& visit) {
    const std::string wanted(base::trim(visit.query("name")));
    TRY(const std::vector<HelperAccount> found, casework::find_helper_accounts(visit.desk, wanted));
    Form form;
    form.fill("name", wanted);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Accounts of helpers</h1><p class=\"govuk-body\">Those "
            "who "
            "help or act for somebody, and those who sign in for whoever holds money. You see whom "
            "they help as a number only.</p><form action=\"/accounts/helpers\" method=\"get\">"
         << text_field(form, {.name = "name",
                              .label = "Name",
                              .hint = "All of it or a part",
                              .classes = "govuk-input--width-20"})
         << govuk::Button{.text = "Find"} << "</form>";
    if (!found.empty()) {
        main << accounts_table(found, wanted.empty() ? "Closed" : "Found");
    } else {
        main << "<p class=\"govuk-body\">"
             << (wanted.empty() ? govuk::Literal("No account of a helper is closed.")
                                : govuk::Literal("No helper’s account has this in its name."))
             << "</p>";
    }
    return show(visit, {.title = "Accounts of helpers",
                        .main = std::move(main),
                        .back_href = "/accounts",
                        .help = "accounts",
                        .current = "/accounts",
                        .is_wide = true});
}

// What closing or opening does, before anybody does it.
Html what_happens(const HelperAccount& helper) {
    Html words;
    if (helper.account.is_open) {
        words << "<p class=\"govuk-body\">When you close it, " << helper.account.name
              << " is signed out and can do nothing from that moment. Nobody loses what was done "
                 "before.</p>";
        if (helper.paid_for > 0) {
            words << "<p class=\"govuk-body\">Direct payments for "
                  << people_in_words(helper.paid_for) << " go to " << helper.account.name
                  << ". While the account is closed nothing is paid to them. A worker is told, and "
                     "can say that somebody else holds the money.</p>";
        }
    } else {
        words << "<p class=\"govuk-body\">When you open it again, " << helper.account.name
              << " may do what was agreed before, where that has not ended.";
        if (helper.paid_for > 0) {
            words << " Payments that waited are made with the next ones.";
        }
        words << "</p>";
    }
    return words;
}

Response account_page_of(const Visit& visit, const HelperAccount& helper) {
    govuk::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    list.rows.push_back({.key = {.text = "State"}, .value = {.html = state_of(helper)}});
    row("Made on", helper.account.made_at.date_utc().for_people());
    row("Helps", people_in_words(helper.people));
    if (helper.closed) {
        row("Closed on", helper.closed->on.for_people() + " by " + helper.closed->by);
        row("Why", helper.closed->why);
    }
    const bool closes = helper.account.is_open;
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Account of " << helper.account.name << "</h1>" << list
         << what_happens(helper)
         << form_open(visit, path_of(helper) + (closes ? "/close" : "/open"))
         << area_field(visit.form,
                       {.name = "why",
                        .label = closes ? "Why is it closed?" : "Why is it opened again?",
                        .hint = "Everybody whom this account helps reads it, so name nobody else."},
                       300, 3)
         << submit_button(closes ? "Close this account" : "Open it again") << form_close();
    return show(visit, {.title = "Account of " + helper.account.name,
                        .main = std::move(main),
                        .back_href = "/accounts/helpers",
                        .help = "accounts",
                        .current = "/accounts"});
}

Result<Response> account_page(Visit& visit) {
    TRY(const HelperAccount helper,
        casework::see_helper_account(visit.desk, visit.id<AccountId>("account")));
    return account_page_of(visit, helper);
}

Result<Response> change(Visit& visit,
                        Outcome (*changing)(casework::Desk&, AccountId, const std::string&)) {
    const AccountId id = visit.id<AccountId>("account");
    const auto why = visit.form.text("why", 300, "Write why");
    if (visit.form.is_good()) {
        const Outcome changed = changing(visit.desk, id, *why);
        if (changed) {
            return redirect("/accounts/helpers/" + id.to_text());
        }
        visit.form.refuse(changed.error(), {}, "why");
    }
    TRY(const HelperAccount helper, casework::see_helper_account(visit.desk, id));
    return account_page_of(visit, helper);
}

Result<Response> close_act(Visit& visit) {
    return change(visit, casework::close_helper);
}

Result<Response> open_act(Visit& visit) {
    return change(visit, casework::open_helper_again);
}

}  // namespace

std::span<const Route> close_account_routes() {
    static const Route routes[] = {
        {GET,
         "/accounts/helpers",
         may::manage_accounts,
         list_page,
         "Find the account of somebody who helps",
         {"name"}},
        {GET, "/accounts/helpers/{account}", may::manage_accounts, account_page,
         "The account of somebody who helps, open or closed"},
        {POST, "/accounts/helpers/{account}/close", may::manage_accounts, close_act,
         "Close the account of somebody who helps, with a reason"},
        {POST, "/accounts/helpers/{account}/open", may::manage_accounts, open_act,
         "Open the account of somebody who helps again, with a reason"},
    };
    return routes;
}

}  // namespace web
