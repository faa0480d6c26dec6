#include "web/help_for.h"

#include <gtest/gtest.h>

#include <map>

#include "base/csv.h"
#include "casework/content.h"
#include "web/site.h"

namespace web {
namespace {

// Part of the help -> the figure worked out in it.
std::map<std::string, std::string> worked_figures() {
    const auto table =
        base::CsvTable::parse(casework::content("help.csv"), {"part", "kind", "text"});
    EXPECT_TRUE(table.has_value());
    std::map<std::string, std::string> worked;
    for (const base::CsvRow& row : table->rows()) {
        std::string& figure = worked[table->cell(row, "part")];
        if (table->cell(row, "kind") == "worked") {
            figure = table->cell(row, "text");
        }
    }
    return worked;
}

TEST(HelpFor, every_page_has_a_part_of_the_help_with_a_worked_figure) {
    const std::map<std::string, std::string> worked = worked_figures();
    std::size_t pages = 0;
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            if (route.method != GET) {
                continue;
            }
            ++pages;
            const std::string part(help_for(route.pattern));
            ASSERT_TRUE(worked.contains(part))
                << route.pattern << " has no help: \"" << part << "\"";
        }
    }
    EXPECT_GT(pages, 90U);
}

TEST(HelpFor, every_part_works_something_out_in_figures) {
    for (const auto& [part, figure] : worked_figures()) {
        EXPECT_NE(figure.find_first_of("0123456789"), std::string::npos)
            << part << " has no worked figure";
    }
}

TEST(HelpFor, the_more_particular_address_wins) {
    EXPECT_EQ(help_for("/people/{person}/contribution/set"), "contribution");
    EXPECT_EQ(help_for("/people/{person}"), "budget");
    EXPECT_EQ(help_for("/accounts/staff/new"), "accounts");
    EXPECT_EQ(help_for("/account/password"), "signing-in");
    EXPECT_EQ(help_for("/nowhere"), "");
}

}  // namespace
}  // namespace web
