// A person's statement as data is the same on her page as at the command line.

#include <gtest/gtest.h>

#include "base/json.h"
#include "casework/statement_json.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

using StatementData = Browsing;

TEST_F(StatementData, is_printed_by_the_page_as_by_the_verb) {
    const PersonId person = start(ann());
    sign_in(account_of(person));
    const Response page = get("/people/" + person.to_text() + "/statement.json");
    ASSERT_EQ(page.status, 200) << page.body;
    const auto read = base::parse_json(page.body);
    ASSERT_TRUE(read.has_value());
    const json::object& shown = read->as_object();
    const auto from = base::text_member(shown, "from");
    const auto until = base::text_member(shown, "until");
    ASSERT_TRUE(from.has_value() && until.has_value());
    casework::Desk at = system_desk();
    const auto view =
        casework::see_statement(at, person, {casework::day(*from), casework::day(*until)});
    ASSERT_TRUE(view.has_value());
    EXPECT_EQ(base::pretty_json(casework::to_json(*view)), base::pretty_json(*read));
}

}  // namespace
}  // namespace web
