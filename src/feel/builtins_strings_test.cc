#include <gtest/gtest.h>

#include "feel/full_feel_for_tests.h"

namespace feel {
namespace {

TEST(StringBuiltins, count_letters_as_code_points) {
    EXPECT_EQ(says("string length(\"a\\U01F40Eb\")"), "3");
    EXPECT_EQ(says("substring(\"\\U01F40Eab\", 2)"), "\"ab\"");
    EXPECT_EQ(says("substring(\"ab\\U01F40E\", -1) = \"\\U01F40E\""), "true");
    EXPECT_EQ(says("substring(\"foobar\", 3, 3)"), "\"oba\"");
    EXPECT_EQ(says("substring(\"foobar\", 3, 3.8)"), "\"oba\"");
    EXPECT_EQ(says("substring(\"foobar\", -2, 1)"), "\"a\"");
    EXPECT_EQ(says("substring(\"foobar\", 5, 9)"), "\"ar\"");
    EXPECT_EQ(says("substring(\"foobar\", 0)"), "null");
    EXPECT_EQ(says("substring(\"foobar\", 7)"), "null");
    EXPECT_EQ(says("substring(\"foobar\", 1, 0)"), "null");
    EXPECT_EQ(says("substring(string: \"foobar\", start position: 3)"), "\"obar\"");
}

TEST(StringBuiltins, change_case_in_every_script) {
    EXPECT_EQ(says("upper case(\"straße éω\")"), "\"STRASSE ÉΩ\"");
    EXPECT_EQ(says("lower case(\"ÀΣ ΣΑΣ\")"), "\"àς σας\"");
    EXPECT_EQ(says("upper case(1)"), "null");
}

TEST(StringBuiltins, cut_at_what_they_find) {
    EXPECT_EQ(
        says("[substring before(\"foobar\", \"bar\"), substring before(\"foobar\", \"xyz\")]"),
        "[\"foo\", \"\"]");
    EXPECT_EQ(says("[substring after(\"foobar\", \"ob\"), substring after(\"\", \"a\")]"),
              "[\"ar\", \"\"]");
    EXPECT_EQ(says("[substring after(\"abc\", \"\"), substring before(\"abc\", \"\")]"),
              "[\"abc\", \"\"]");
    EXPECT_EQ(says("[contains(\"abc\", \"\"), starts with(\"abc\", \"b\"), ends with(\"abc\", "
                   "\"bc\")]"),
              "[true, false, true]");
    EXPECT_EQ(says("contains(\"abc\", null)"), "null");
}

TEST(StringBuiltins, join_lists_of_strings) {
    EXPECT_EQ(says("string join([\"a\", null, \"c\"], \"X\")"), "\"aXc\"");
    EXPECT_EQ(says("string join([\"a\", \"b\"])"), "\"ab\"");
    EXPECT_EQ(says("string join([], \"X\")"), "\"\"");
    EXPECT_EQ(says("string join(\"a\", \"X\")"), "\"a\"");
    EXPECT_EQ(says("string join([1, 2], \"X\")"), "null");
    EXPECT_EQ(says("string join(null)"), "null");
}

TEST(StringBuiltins, take_a_list_of_one_item_for_that_item) {
    EXPECT_EQ(says("upper case([\"a\"])"), "\"A\"");
    EXPECT_EQ(says("upper case([\"a\", \"b\"])"), "null");
    EXPECT_EQ(says("string([1])"), "\"[1]\"");
}

TEST(StringBuiltins, string_writes_every_kind) {
    EXPECT_EQ(says("string(\"a\\\"b\")"), "\"a\\\"b\"");
    EXPECT_EQ(says("string([1, \"a\", null, [true]])"), "\"[1, \\\"a\\\", null, [true]]\"");
    EXPECT_EQ(says("string({a b: 1, \"c,d\": \"e\"})"), "\"{a b: 1, \\\"c,d\\\": \\\"e\\\"}\"");
    EXPECT_EQ(says("string([\"a\\\"\"])"), "\"[\\\"a\\\\\\\"\\\"]\"");
    EXPECT_EQ(says("string([1..2))"), "\"[1..2)\"");
    EXPECT_EQ(says("string(null)"), "null");
    EXPECT_EQ(says("string(1, 2)"), "null");
}

}  // namespace
}  // namespace feel
