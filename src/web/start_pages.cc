#include "web/start_pages.h"

#include "casework/sign_in.h"
#include "govuk/button.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/site.h"

namespace web {

namespace {

// A link to a page, when this site has it.
Html link_if(const Visit& visit, std::string_view href, std::string_view text) {
    Html item;
    if (visit.site.router().find(GET, href).route) {
        item << "<li><a class=\"govuk-link\" href=\"" << href << "\">" << text << "</a></li>";
    }
    return item;
}

Result<Response> start_page(Visit& visit) {
    if (visit.who) {
        return redirect("/home");
    }
    Html main;
    main << "<h1 class=\"govuk-heading-xl\">One budget for your support</h1>"
            "<p class=\"govuk-body-l\">See what money there is for you, plan your support, and "
            "choose who gives it.</p>";
    if (visit.site.router().find(GET, "/ask").route) {
        main << govuk::Button{.text = "Ask for help", .href = "/ask"};
    }
    main << "<h2 class=\"govuk-heading-m\">If you have an account</h2><ul class=\"govuk-list\">"
         << link_if(visit, "/sign-in", "Sign in")
         << link_if(visit, "/begin", "Begin with your code on paper")
         << link_if(visit, "/recover", "I cannot sign in")
         << "</ul><h2 class=\"govuk-heading-m\">To read</h2><ul class=\"govuk-list\">"
         << link_if(visit, "/how-allocation-works", "How the money is worked out")
         << link_if(visit, "/pilots", "The 13 councils that tried it first")
         << link_if(visit, "/help", "Help") << "</ul>";
    return show(visit, {.title = "One budget for your support",
                        .main = std::move(main),
                        .help = "asking",
                        .keeping = Keeping::shared});
}

Result<Response> home_page(Visit& visit) {
    // Her budget, or what comes next when there is none.
    if (visit.who->person) {
        return redirect("/people/" + visit.who->person->to_text());
    }
    if (!visit.who->relationships.empty()) {
        return redirect("/helping");
    }
    const std::vector<NavigationLink> links = navigation_for(visit);
    if (!links.empty()) {
        return redirect(links.front().href);
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Your account is ready</h1><p class=\"govuk-body\">There "
            "is nothing for you to do yet. The council will tell you when there is.</p>";
    return show(visit, {.title = "Your account is ready", .main = std::move(main)});
}

Result<Response> helping_page(Visit& visit) {
    const std::vector<casework::Helped> helped = casework::people_helped(visit.desk);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">People you help</h1>";
    if (helped.empty()) {
        main << "<p class=\"govuk-body\">You help nobody at the moment.</p>";
    }
    main << "<ul class=\"govuk-list op-people\">";
    for (const casework::Helped& person : helped) {
        main << "<li><a class=\"govuk-link\" href=\"/people/" << person.person.to_text()
             << (person.has_budget ? govuk::Literal("/budget\">") : govuk::Literal("/next\">"))
             << person.name << "</a><br>You may " << person.may << ".";
        if (person.until) {
            main << " Until " << person.until->plus_days(-1).for_people() << ".";
        }
        main << "</li>";
    }
    main << "</ul>";
    return show(visit, {.title = "People you help", .main = std::move(main), .help = "helping"});
}

}  // namespace

std::span<const Route> start_routes() {
    static const Route routes[] = {
        {GET, "/", may::anyone, start_page, "The first page"},
        {GET, "/home", may::signed_in, home_page, "Your first page after signing in"},
        {GET, "/helping", may::signed_in, helping_page, "The people you help, and with what"},
    };
    return routes;
}

}  // namespace web
