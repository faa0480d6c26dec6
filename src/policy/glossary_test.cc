#include "policy/glossary.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

Glossary of(const std::string& rows) {
    return Glossary::parse("term,meaning,easy\n" + rows).value();
}

TEST(Glossary, finds_whole_words_in_any_letters_and_with_an_s) {
    const Glossary glossary = of("point,A count.,A count.\nmeans test,A sum.,A sum.\n");
    EXPECT_EQ(glossary.terms_in("Your answers gave 41 Points.").size(), 1U);
    EXPECT_EQ(glossary.terms_in("The MEANS TEST.").front().term, "means test");
    EXPECT_TRUE(glossary.terms_in("Appointments, pointed, means, test").empty());
}

TEST(Glossary, takes_the_longer_of_two_terms_at_one_place) {
    const Glossary glossary = of("care,Help.,Help.\nadult social care,Help.,Help.\n");
    ASSERT_EQ(glossary.terms_in("Adult social care pays.").size(), 1U);
    EXPECT_EQ(glossary.terms_in("Adult social care is care.").size(), 2U);
}

TEST(Glossary, refuses_a_term_without_meaning_and_one_named_twice) {
    EXPECT_EQ(Glossary::parse("term,meaning,easy\npoint,,A count.\n").error().code,
              "policy.bad_cell");
    EXPECT_EQ(Glossary::parse("term,meaning,easy\na,b,c\na,b,c\n").error().code, "policy.bad_cell");
    EXPECT_EQ(Glossary::parse("term\na\n").error().code, "csv.column");
}

}  // namespace
}  // namespace policy
