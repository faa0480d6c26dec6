#include "govuk/render_component.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>

namespace govuk {
namespace {

std::string rendered(std::string_view name, std::string_view options) {
    const Result<std::string> html = render_component(name, boost::json::parse(options), Artwork{});
    return html ? *html : html.error().code;
}

TEST(RenderComponent, knows_every_component_of_the_package) {
    EXPECT_EQ(component_names().size(), 39U);
    for (const std::string_view name : component_names()) {
        EXPECT_FALSE(rendered(name, "{}").starts_with("govuk.")) << name;
    }
}

TEST(RenderComponent, refuses_a_component_it_does_not_know) {
    EXPECT_EQ(rendered("carousel", "{}"), "govuk.unknown_component");
}

TEST(RenderComponent, refuses_options_that_are_no_object) {
    EXPECT_EQ(rendered("button", "[]"), "govuk.options_not_an_object");
    EXPECT_EQ(rendered("button", "\"Save\""), "govuk.options_not_an_object");
}

TEST(RenderComponent, refuses_ready_made_attributes_wherever_they_stand) {
    EXPECT_EQ(rendered("button", R"({"attributes": " onclick=x"})"),
              "govuk.attributes_not_an_object");
    EXPECT_EQ(rendered("radios", R"({"items": [{"label": {"attributes": "x"}}]})"),
              "govuk.attributes_not_an_object");
}

TEST(RenderComponent, reads_a_line_with_a_component_and_its_options) {
    const Result<std::string> html =
        render_line(R"({"component": "tag", "options": {"text": "Paid"}})", Artwork{});
    ASSERT_TRUE(html);
    EXPECT_EQ(*html, "<strong class=\"govuk-tag\">\n  Paid\n</strong>");
    EXPECT_TRUE(render_line(R"({"component": "tag"})", Artwork{}));
}

TEST(RenderComponent, refuses_a_line_that_names_no_component) {
    for (const std::string_view line : {"[]", "{}", R"({"component": 5})"}) {
        const Result<std::string> html = render_line(line, Artwork{});
        ASSERT_FALSE(html);
        EXPECT_EQ(html.error().code, "govuk.no_component");
    }
    EXPECT_EQ(render_line("nonsense", Artwork{}).error().code, "json.malformed");
}

TEST(RenderComponent, tells_undefined_from_null_false_empty_and_nought) {
    const auto has = [](std::string_view options, std::string_view part) {
        return rendered("input", options).find(part) != std::string::npos;
    };
    EXPECT_FALSE(has(R"({})", "value="));
    EXPECT_FALSE(has(R"({"value": null})", "value="));
    EXPECT_FALSE(has(R"({"value": false})", "value="));
    EXPECT_TRUE(has(R"({"value": ""})", "value=\"\""));
    EXPECT_TRUE(has(R"({"value": 0})", "value=\"0\""));
}

TEST(RenderComponent, takes_a_chosen_value_only_when_it_is_of_the_same_kind) {
    const auto checked = [](std::string_view options) {
        return rendered("checkboxes", options).find(" checked") != std::string::npos;
    };
    EXPECT_TRUE(checked(R"({"values": [2], "items": [{"value": 2, "text": "x"}]})"));
    EXPECT_FALSE(checked(R"({"values": ["2"], "items": [{"value": 2, "text": "x"}]})"));
}

TEST(RenderComponent, shows_no_crown_that_was_not_handed_in) {
    EXPECT_EQ(rendered("header", "{}").find("<path"), std::string::npos);
    EXPECT_EQ(rendered("footer", "{}").find("<path"), std::string::npos);
    const Artwork drawn = find_artwork("{%- set _tudorCrown %} <g/> {%- endset %}", "");
    EXPECT_EQ(drawn.crown.view(), " <g/> ");
    EXPECT_TRUE(drawn.wordmark.empty());
}

}  // namespace
}  // namespace govuk
