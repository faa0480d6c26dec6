// What a visitor is told when a page cannot be shown or a form cannot be taken: the rule stands on
// the page, and nothing changes.

#include <gtest/gtest.h>

#include "web/browser_for_tests.h"

namespace web {
namespace {

class RefusalPage : public Browsing {
protected:
    // The rule that the page names.
    static std::string rule(const Response& response) {
        const std::string before = "Rule: <code>";
        const std::size_t at = response.body.find(before);
        if (at == std::string::npos) {
            return "none, status " + std::to_string(response.status);
        }
        const std::size_t start = at + before.size();
        return response.body.substr(start, response.body.find('<', start) - start);
    }
};

TEST_F(RefusalPage, names_an_address_that_is_none) {
    EXPECT_EQ(rule(get("/no/such/page")), "web.not_found");
    EXPECT_EQ(get("/no/such/page").status, 404);
    EXPECT_EQ(rule(get("/help/no-such-help")), "web.help_not_found");
    EXPECT_EQ(get("/help/no-such-help").status, 404);
    EXPECT_EQ(rule(get("/begin?colour=red")), "web.parameter");
    EXPECT_EQ(get("/begin?colour=red").status, 400);
}

TEST_F(RefusalPage, names_what_is_wrong_with_where_a_form_came_from) {
    EXPECT_EQ(rule(post("/begin", {{"code", "x"}})), "web.form_token");
    sign_in(worker_);
    get("/account/password");
    EXPECT_EQ(rule(post_without_number("/account/password")), "web.request_key");
    sign_out();
    EXPECT_EQ(rule(post_exactly("/begin", {}, {{"sec-fetch-site", "cross-site"}})),
              "web.other_site");
    EXPECT_EQ(rule(post_exactly("/begin", {}, {{"origin", "http://elsewhere.example"}})),
              "web.other_site");
}

}  // namespace
}  // namespace web
