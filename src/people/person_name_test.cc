#include "people/person_name.h"

#include <gtest/gtest.h>

namespace people {
namespace {

TEST(PersonName, takes_real_names_of_all_scripts) {
    for (const char* name : {"Ann",
                             "Ann O’Brien",
                             "Siân Llŷr-Jones",
                             "J. R.",
                             "X Æ",
                             "Łucja Żółć",
                             "Nguyễn Thị Ánh",
                             "Ωρίων",
                             "Юлия",
                             "דָּוִד",
                             "محمد",
                             "مُحَمَّد",
                             "می‌خواهم",
                             "प्रिया शर्मा",
                             "தமிழ்",
                             "ກາ",
                             "สมชาย",
                             "李小龙",
                             "さくら",
                             "김민수",
                             "አበበ",
                             "ᏣᎳᎩ",
                             "D'Arcy",
                             "Anne-Marie",
                             "e\u0301mile",
                             "ǃXóõ"}) {
        EXPECT_TRUE(check_name(name)) << name;
    }
}

TEST(PersonName, refuses_what_shows_no_letter) {
    for (const char* name :
         {"\u0301", "\u0301\u0308\u20DD", "\u200B", "\u200C\u200D", "\u2060", "\u00AD", "\u3164",
          "\uFE0F", "-", "' '", "123", "😀", "\u2028", "\u064B\u0651", "\u093F"}) {
        const Outcome refused = check_name(name);
        ASSERT_FALSE(refused.has_value()) << name;
        EXPECT_EQ(refused.error().code, "people.name_unseen");
    }
}

TEST(PersonName, refuses_a_hidden_character_beside_letters) {
    for (const char* name : {"An\u200Bn", "Ann\u2060", "A\u00ADnn", "Ann \u3164"}) {
        EXPECT_FALSE(check_name(name).has_value()) << name;
    }
    EXPECT_TRUE(check_name("").has_value()) << "an empty name is for the caller to say";
}

}  // namespace
}  // namespace people
