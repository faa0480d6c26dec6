// Patterns: examples of XPath and XQuery functions 3.1 and of XML Schema's regular expressions,
// what is no pattern there though PCRE2 knows it, and patterns that would run on.

#include "feel/regex.h"

#include <gtest/gtest.h>

namespace feel {
namespace {

constexpr std::int64_t plenty = 1'000'000;

// "yes", "no", or "none" when it is no pattern or the work is spent.
std::string found(std::string_view text, std::string_view pattern, std::string_view flags = "") {
    const std::optional<Regex> regex = Regex::make(pattern, flags);
    Work work(plenty);
    const std::optional<bool> is_in = regex ? regex->is_in(text, work) : std::nullopt;
    return !is_in ? "none" : *is_in ? "yes" : "no";
}

std::string replaced(std::string_view text, std::string_view pattern, std::string_view by,
                     std::string_view flags = "") {
    const std::optional<Regex> regex = Regex::make(pattern, flags);
    Work work(plenty);
    return regex ? regex->replace(text, by, 1'000, work).value_or("none") : "none";
}

TEST(Regex, finds_a_pattern_anywhere) {
    EXPECT_EQ(found("abracadabra", "bra"), "yes");
    EXPECT_EQ(found("abracadabra", "^a.*a$"), "yes");
    EXPECT_EQ(found("abracadabra", "^bra"), "no");
    EXPECT_EQ(found("abc", ""), "yes");
    EXPECT_EQ(found("O", "[A-Z-[OI]]"), "no");
    EXPECT_EQ(found("abab", "(ab)\\1"), "yes");
    EXPECT_EQ(found("b", "(a)?\\1b"), "yes");
}

TEST(Regex, follows_its_flags) {
    EXPECT_EQ(found("a\nb", "a.b"), "no");
    EXPECT_EQ(found("a\rb", "a.b"), "no");
    EXPECT_EQ(found("a\nb", "a.b", "s"), "yes");
    EXPECT_EQ(found("a\nb", "^b$"), "no");
    EXPECT_EQ(found("a\nb", "^b$", "m"), "yes");
    EXPECT_EQ(found("a\n", "a$"), "no");
    EXPECT_EQ(found("hello world", "he llo[ ]world", "x"), "yes");
    EXPECT_EQ(found("hello world", "hello\\ sworld", "x"), "yes");
    EXPECT_EQ(found("a.c", "A.C", "qi"), "yes");
    EXPECT_EQ(found("abc", "a.c", "q"), "no");
    EXPECT_EQ(found("abc", "b", "g"), "none");
}

TEST(Regex, ignores_case_in_letters_and_not_in_classes_of_unicode) {
    EXPECT_EQ(found("\u212A", "k", "i"), "yes");
    EXPECT_EQ(found("x", "[A-Z-[OI]]", "i"), "yes");
    EXPECT_EQ(found("i", "[A-Z-[OI]]", "i"), "no");
    EXPECT_EQ(found("q", "[^Q]", "i"), "no");
    EXPECT_EQ(found("a", "\\p{Lu}", "i"), "no");
    EXPECT_EQ(found("a", "[\\p{Lu}]", "i"), "no");
    EXPECT_EQ(found("aA", "(a)\\1", "i"), "yes");
}

TEST(Regex, knows_the_classes_of_xml_schema) {
    EXPECT_EQ(found("x", "[a-z-[aeiou]]"), "yes");
    EXPECT_EQ(found("e", "[a-z-[aeiou]]"), "no");
    EXPECT_EQ(found("e", "[a-z-[aeiou-[e]]]"), "yes");
    EXPECT_EQ(found("1", "[^a-z-[0-9]]"), "no");
    EXPECT_EQ(found("-", "[-a]"), "yes");
    EXPECT_EQ(found("-", "[a-]"), "yes");
    EXPECT_EQ(found("-", "[0-9-.]"), "yes");
    EXPECT_EQ(found(":", "\\i"), "yes");
    EXPECT_EQ(found("1", "\\i"), "no");
    EXPECT_EQ(found("1", "\\c"), "yes");
    EXPECT_EQ(found(" ", "\\C"), "yes");
    EXPECT_EQ(found("٣", "\\d"), "yes");
    EXPECT_EQ(found("a_", "^\\w+$"), "no");
    EXPECT_EQ(found("Ж", "\\p{IsCyrillic}"), "yes");
    EXPECT_EQ(found("Z", "\\p{IsCyrillic}"), "no");
    EXPECT_EQ(found("Z", "\\P{IsBasicLatin}"), "no");
    EXPECT_EQ(found("€", "\\p{Sc}"), "yes");
    EXPECT_EQ(found("a]", "[\\]]"), "yes");
}

TEST(Regex, refuses_what_xpath_does_not_know) {
    for (const std::string_view pattern :
         {"a**",   "a*+",      "(?=a)",    "(?<n>a)",     "(?i)a",
          "\\b",   "\\x41",    "\\Q",      "[]",          "[^]",
          "[a",    "(a",       "a)",       "a{2,1}",      "a{,2}",
          "{",     "}",        "]",        "\\p{Xx}",     "\\p{IsNowhere}",
          "\\pL",  "\\p{ Lu}", "(a)\\2",   "\\1(a)",      "(\\1)",
          "[\\1]", "[z-a]",    "[a-\\d]",  "[[:alpha:]]", "\\",
          "?",     "*a",       "a{99999}", "\\u0041",     "[a-c[d]]"}) {
        EXPECT_EQ(found("a", pattern), "none") << pattern;
    }
}

TEST(Regex, replaces_every_match) {
    EXPECT_EQ(replaced("abracadabra", "bra", "*"), "a*cada*");
    EXPECT_EQ(replaced("abracadabra", "a.*?a", "*"), "*c*bra");
    EXPECT_EQ(replaced("abracadabra", "a(.)", "a$1$1"), "abbraccaddabbra");
    EXPECT_EQ(replaced("abcd", "(ab)|(a)", "[1=$1][2=$2]"), "[1=ab][2=]cd");
    EXPECT_EQ(replaced("facetiously", "[iouy]", "[$0]"), "facet[i][o][u]sl[y]");
    EXPECT_EQ(replaced("ab", "(a)", "$12"), "a2b");
    EXPECT_EQ(replaced("ab", "a", "\\$\\\\"), "$\\b");
    EXPECT_EQ(replaced("a$", "$", "\\", "q"), "a\\");
    EXPECT_EQ(replaced("ab", "a", "$"), "none");
    EXPECT_EQ(replaced("ab", "a", "\\n"), "none");
    EXPECT_EQ(replaced("ab", "x*", "-"), "none");
    EXPECT_EQ(replaced(std::string(600, 'a'), "a", "bb"), "none");
}

TEST(Regex, splits_at_every_match) {
    Work work(plenty);
    const std::vector<std::string> parts = {"a", "b", "", ""};
    EXPECT_EQ(Regex::make(";", "")->split("a;b;;", 100, work), parts);
    EXPECT_EQ(Regex::make(";", "")->split("a;b;;", 2, work), std::nullopt);
    EXPECT_EQ(Regex::make("x*", "")->split("ab", 100, work), std::nullopt);
}

TEST(Regex, stops_when_its_work_is_spent) {
    const std::string many(60, 'a');
    EXPECT_EQ(found(many, "(a+)+[bc]"), "none");
    EXPECT_EQ(found(many, "(a|aa)+[bc]"), "none");
    EXPECT_EQ(found(many, "(.*)*(.*)*(.*)*[bc]"), "none");
    EXPECT_EQ(found(std::string(60'000, 'a'), "a*[bc]"), "none");
    EXPECT_EQ(found(std::string(200'000, 'a'), "b"), "none");
    EXPECT_EQ(found(many, std::string(20'000, 'a')), "none");
    EXPECT_EQ(found("a", std::string(2'000, '(') + "a" + std::string(2'000, ')')), "none");
}

}  // namespace
}  // namespace feel
