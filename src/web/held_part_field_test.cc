#include "web/held_part_field.h"

#include <gtest/gtest.h>

namespace web {
namespace {

const PlanLineId mornings{1, 2};
const PlanLineId evenings{1, 3};
const std::vector<casework::HeldPart> two = {{mornings, "Mornings", {}},
                                             {evenings, "Evenings", {}}};

Form typed(const std::string& part) {
    return Form(Fields({{"part", part}}));
}

TEST(HeldPartField, is_asked_only_where_there_is_a_choice_and_nobody_has_to_be_sure) {
    Form form = typed("not-sure");
    const std::string shown = part_field(form, two).str();
    EXPECT_NE(shown.find("Something else, or I am not sure"), std::string::npos);
    EXPECT_NE(shown.find("Evenings"), std::string::npos);
    EXPECT_EQ(part_field(form, {two.front()}).str(), "");
    EXPECT_EQ(typed_part(form, two), std::nullopt);
    EXPECT_TRUE(form.is_good());
    Form silent = typed("");
    EXPECT_EQ(typed_part(silent, {two.front()}), std::nullopt);
    EXPECT_TRUE(silent.is_good());
    EXPECT_EQ(typed_part(silent, two), std::nullopt);
    EXPECT_FALSE(silent.is_good());
}

TEST(HeldPartField, takes_one_of_those_offered_and_no_other) {
    Form form = typed(evenings.to_text());
    EXPECT_EQ(typed_part(form, two), evenings);
    EXPECT_TRUE(form.is_good());
    Form other = typed(PlanLineId{7, 7}.to_text());
    EXPECT_EQ(typed_part(other, two), std::nullopt);
    EXPECT_FALSE(other.is_good());
}

}  // namespace
}  // namespace web
