#include "web/form.h"

#include <gtest/gtest.h>

#include "base/ids.h"
#include "web/form_fields.h"

using namespace web;  // NOLINT(google-build-using-namespace): a test

namespace {

Form typed(std::vector<Field> fields) {
    return Form(Fields(std::move(fields)));
}

}  // namespace

TEST(Form, reads_each_kind_of_field) {
    Form form = typed({{"name", "  Ann Ashe "},
                       {"cost", "£1,234.50"},
                       {"count", "7"},
                       {"time", "2:30"},
                       {"born-day", "3"},
                       {"born-month", "5"},
                       {"born-year", "1940"},
                       {"way", "bus"}});
    EXPECT_EQ(form.text("name", 50, "Enter a name"), "Ann Ashe");
    EXPECT_EQ(form.money("cost", "Enter a cost"), Money::pence(123450));
    EXPECT_EQ(form.whole("count", 1, 10, "Enter how many"), 7);
    EXPECT_EQ(form.minutes("time", "Enter how long"), 150);
    EXPECT_EQ(form.date("born", "Enter a day"), *Date::make(1940, 5, 3));
    EXPECT_EQ(form.choice("way", {"taxi", "bus"}, "Choose"), "bus");
    EXPECT_TRUE(form.is_good());
}

TEST(Form, says_what_is_wrong_beside_the_field_and_keeps_what_was_typed) {
    const struct {
        const char* typed;
        bool is_money;
        bool is_whole;
        bool is_minutes;
    } rows[] = {
        {"1e9", false, false, false},    {"-0", false, false, false},
        {"12.345", false, false, false}, {"", false, false, false},
        {"0x10", false, false, false},   {"٣", false, false, false},
        {"12.50", true, false, true},    {"12", true, true, true},
        {"1 2", false, false, false},    {"999999999999999999", false, false, false},
    };
    for (const auto& row : rows) {
        Form form = typed({{"x", row.typed}});
        EXPECT_EQ(form.money("x", "Enter a sum").has_value(), row.is_money) << row.typed;
        EXPECT_EQ(form.is_good(), row.is_money) << row.typed;
        EXPECT_EQ(form.error("x").given(), !row.is_money) << row.typed;
        EXPECT_EQ(form.value("x"), row.typed);
        EXPECT_EQ(typed({{"x", row.typed}}).whole("x", 0, 100, "Enter").has_value(), row.is_whole)
            << row.typed;
        EXPECT_EQ(typed({{"x", row.typed}}).minutes("x", "Enter").has_value(), row.is_minutes)
            << row.typed;
    }
}

TEST(Form, reads_minutes_only_where_they_are_whole) {
    EXPECT_EQ(typed({{"x", "0.5"}}).minutes("x", ""), 30);
    EXPECT_EQ(typed({{"x", "1.75"}}).minutes("x", ""), 105);
    EXPECT_FALSE(typed({{"x", "1.01"}}).minutes("x", ""));
    EXPECT_FALSE(typed({{"x", "1:60"}}).minutes("x", ""));
    EXPECT_FALSE(typed({{"x", "1:5"}}).minutes("x", ""));
}

TEST(Form, refuses_a_name_that_turns_the_writing) {
    Form form = typed({{"name", "Ann\u202Eehsa"}});
    EXPECT_FALSE(form.text("name", 50, "Enter a name").has_value());
    EXPECT_NE(form.error("name").text.find("writing direction"), std::string::npos);
}

TEST(Form, refuses_a_day_that_does_not_exist) {
    Form form = typed({{"d-day", "30"}, {"d-month", "2"}, {"d-year", "2006"}});
    EXPECT_FALSE(form.date("d", "Enter a day").has_value());
    EXPECT_TRUE(form.has_error("d"));
}

TEST(Form, takes_only_what_was_offered) {
    Form form = typed({{"way", "rocket"}, {"person", "pur_xyz"}});
    EXPECT_FALSE(form.choice("way", {"bus"}, "Choose how you go").has_value());
    EXPECT_EQ(form.error("way").text, "Choose how you go");
    EXPECT_FALSE(form.id<PersonId>("person", "Choose a person").has_value());
    EXPECT_EQ(form.errors().size(), 2U);
}

TEST(Form, leaves_an_optional_field_alone) {
    Form form = typed({{"x", ""}});
    EXPECT_FALSE(form.money("x", "").has_value());
    EXPECT_FALSE(form.date("x", "").has_value());
    EXPECT_FALSE(form.id<PersonId>("x", "").has_value());
    EXPECT_TRUE(form.is_good());
}

TEST(Form, puts_a_journeys_refusal_beside_its_field) {
    Form form = typed({});
    form.refuse(Error{"budget.not_enough", "Too much."}, {{"budget.not_enough", "amount"}}, "save");
    form.refuse(Error{"other.thing", "Something else."}, {{"budget.not_enough", "amount"}}, "save");
    EXPECT_EQ(form.error("amount").text, "Too much.");
    EXPECT_EQ(form.error("save").text, "Something else.");
}

TEST(FormFields, show_what_was_typed_escaped_and_what_is_wrong) {
    Form form = typed({{"note", "<script>\"x\"</script>"}});
    form.refuse("note", "Enter a shorter note");
    const std::string html(text_field(form, {.name = "note", .label = "Note"}).view());
    EXPECT_EQ(html.find("<script>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
    EXPECT_NE(html.find("Enter a shorter note"), std::string::npos);
    EXPECT_NE(html.find("id=\"note\""), std::string::npos);
}

TEST(FormFields, keep_every_box_of_a_date_and_every_tick) {
    const Form form = typed({{"d-day", "31"}, {"d-month", "x"}, {"d-year", "6"}, {"t", "b"}});
    const std::string date(date_field(form, {.name = "d", .legend = "Day"}).view());
    EXPECT_NE(date.find("id=\"d-day\" name=\"d-day\""), std::string::npos) << date;
    EXPECT_NE(date.find("value=\"31\""), std::string::npos);
    EXPECT_NE(date.find("value=\"x\""), std::string::npos);
    const std::string ticks(
        checkboxes_field(form,
                         {.name = "t", .legend = "Which", .choices = {{"a", "A"}, {"b", "B"}}})
            .view());
    EXPECT_NE(ticks.find("value=\"b\" checked"), std::string::npos) << ticks;
    EXPECT_EQ(ticks.find("value=\"a\" checked"), std::string::npos) << ticks;
}
