#include "govuk/html.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "govuk/attributes.h"
#include "govuk/button.h"
#include "govuk/content.h"
#include "govuk/input.h"
#include "govuk/radios.h"
#include "govuk/table.h"

namespace govuk {
namespace {

template <typename T>
concept CanBeStreamed = requires(Html& out, T& piece) {
    out << piece;
};

// What only exists at run time never becomes Html without being escaped.
static_assert(!std::is_convertible_v<std::string, Html>);
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_constructible_v<Html, const char*>);
static_assert(!std::is_constructible_v<Literal, std::string>);
static_assert(!std::is_constructible_v<Literal, const char*>);
static_assert(!CanBeStreamed<const char*>);
static_assert(!CanBeStreamed<char[8]>);
static_assert(!CanBeStreamed<bool>);
static_assert(!CanBeStreamed<char>);
static_assert(!CanBeStreamed<double>);
static_assert(CanBeStreamed<std::string>);
static_assert(CanBeStreamed<const Button>);

TEST(Html, keeps_literals_and_escapes_every_other_text) {
    const std::string name = "<b>Ann & \"Jo's\"</b>";
    Html page;
    page << "<p>" << name << "</p>";
    EXPECT_EQ(page.view(), "<p>&lt;b&gt;Ann &amp; &quot;Jo&#39;s&quot;&lt;/b&gt;</p>");
}

TEST(Html, escapes_an_entity_again_because_it_is_text) {
    EXPECT_EQ(text("&lt;").view(), "&amp;lt;");
}

TEST(Html, does_not_escape_html_twice) {
    Html page;
    page << text("a < b") << text("");
    EXPECT_EQ(page.view(), "a &lt; b");
}

TEST(Html, leaves_letters_of_every_language_as_they_are) {
    EXPECT_EQ(text("café, हिंदी £214.24").view(), "café, हिंदी £214.24");
}

TEST(Html, keeps_a_zero_byte_and_what_comes_after_it) {
    EXPECT_EQ(text(std::string("a\0<", 3)).view(), std::string("a\0&lt;", 6));
}

TEST(Html, writes_whole_numbers) {
    EXPECT_EQ((Html() << 0 << "," << -12 << "," << std::size_t{18446744073709551615U}).view(),
              "0,-12,18446744073709551615");
}

TEST(Html, indents_every_line_but_the_first) {
    Html page("<ul>\n  ");
    page << indented(2, Html("<li>\n\n  x\n</li>")) << "\n</ul>";
    EXPECT_EQ(page.view(), "<ul>\n  <li>\n  \n    x\n  </li>\n</ul>");
}

TEST(Html, indents_nothing_where_there_is_no_line_break) {
    EXPECT_EQ((Html() << indented(4, Html("one line"))).view(), "one line");
}

TEST(Html, trims_only_the_ends) {
    EXPECT_EQ((Html() << trimmed(Html(" \n a b \t\n"))).view(), "a b");
    EXPECT_EQ((Html() << trimmed(Html(" \n\t "))).view(), "");
}

TEST(Attributes, stand_in_the_order_they_were_given) {
    Attributes attributes{{"data-b", "1"}, {"data-a", "2"}};
    attributes.add_bare("hidden");
    attributes.add("aria-label", "");
    EXPECT_EQ((Html() << attributes).view(), " data-b=\"1\" data-a=\"2\" hidden aria-label=\"\"");
}

TEST(Attributes, cannot_break_out_of_their_quotes) {
    const Attributes attributes{{"title", "\" onclick=\"steal()"}, {"a\"b", "<"}};
    EXPECT_EQ((Html() << attributes).view(),
              " title=\"&quot; onclick=&quot;steal()\" a&quot;b=\"&lt;\"");
}

TEST(Content, takes_markup_before_text) {
    const Content both{.text = "<i>", .html = Html(" <b>x</b>\n")};
    EXPECT_EQ((Html() << words(both, 2)).view(), "<b>x</b>");
    EXPECT_EQ((Html() << as_given(both)).view(), " <b>x</b>\n");
    EXPECT_EQ((Html() << words(Content{.text = "<i>"}, 2)).view(), "&lt;i&gt;");
}

TEST(Components, escape_what_a_person_typed_wherever_it_goes) {
    const std::string typed = "\"><script>alert(1)</script>";
    const Html page = Html() << button({.text = typed, .value = typed, .classes = typed})
                             << input({.name = typed,
                                       .value = typed,
                                       .label = {.text = typed},
                                       .hint = {.text = typed},
                                       .error_message = {.text = typed},
                                       .prefix = {.text = typed}})
                             << radios({.name = typed, .items = {{.value = typed, .text = typed}}})
                             << table({.rows = {{{.text = typed}}}, .caption = typed});
    EXPECT_EQ(page.view().find("<script"), std::string_view::npos);
    EXPECT_EQ(page.view().find("\"\">"), std::string_view::npos);
}

TEST(Components, show_a_hint_and_an_error_only_when_they_have_words) {
    const Html quiet = input({.name = "age", .hint = {.text = ""}, .error_message = {.text = ""}});
    EXPECT_EQ(quiet.view().find("govuk-hint"), std::string_view::npos);
    EXPECT_EQ(quiet.view().find("error"), std::string_view::npos);
    const Html told = input({.name = "age", .error_message = {.text = "Enter an age"}});
    EXPECT_NE(told.view().find("aria-describedby=\"age-error\""), std::string_view::npos);
    EXPECT_NE(told.view().find("govuk-form-group--error"), std::string_view::npos);
}

TEST(Components, keep_the_numbers_of_items_when_one_is_left_out) {
    const Html page = radios({.name = "help",
                              .items = {{.value = "a", .text = "A"},
                                        {.value = "b", .text = "B", .left_out = true},
                                        {.value = "c", .text = "C"}}});
    EXPECT_NE(page.view().find("id=\"help-3\""), std::string_view::npos);
    EXPECT_EQ(page.view().find("id=\"help-2\""), std::string_view::npos);
}

}  // namespace
}  // namespace govuk
