// A member that must be a text is there and is one, or the refusal names it.

#include "base/json.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Json, gives_a_member_as_text_or_names_it) {
    const Result<json::value> read = parse_json(R"({"name": "Ann", "age": 75, "none": null})");
    ASSERT_TRUE(read.has_value());
    const json::object& object = read->as_object();
    EXPECT_EQ(text_member(object, "name").value(), "Ann");
    const Result<std::string> missing = text_member(object, "born");
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, "json.missing");
    EXPECT_NE(missing.error().message.find("born"), std::string::npos);
    EXPECT_EQ(text_member(object, "age").error().code, "json.not_text");
    EXPECT_EQ(text_member(object, "none").error().code, "json.not_text");
}

}  // namespace
}  // namespace base
