#include "policy/signing.h"

#include <gtest/gtest.h>

#include "policy/published_keys.h"

namespace policy {
namespace {

std::string from_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
    }
    return bytes;
}

// RFC 8032, section 7.1, test 3.
const std::string seed =
    from_hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
const std::string key = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
const std::string message = from_hex("af82");
const std::string signature =
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
    "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

TEST(Signing, gives_the_key_and_the_signature_of_the_standard) {
    EXPECT_EQ(public_key(seed), key);
    EXPECT_EQ(sign(seed, message), signature);
    EXPECT_TRUE(is_signed(key, message, signature));
    EXPECT_EQ(short_key(key), "fc51 cd8e 6218 a1a3");
}

TEST(Signing, knows_another_message_another_key_and_a_changed_signature) {
    EXPECT_FALSE(is_signed(key, from_hex("af83"), signature));
    EXPECT_FALSE(is_signed(public_key(std::string(seed_bytes, 'x')), message, signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        std::string changed = signature;
        changed[i] = changed[i] == '0' ? '1' : '0';
        EXPECT_FALSE(is_signed(key, message, changed)) << i;
    }
}

TEST(Signing, reads_one_form_of_a_key_only) {
    std::string capital = key;
    capital[0] = 'F';
    for (const std::string& other : {std::string(), key.substr(1), key + "00", capital,
                                     "0x" + key.substr(2), std::string(64, 'g')}) {
        EXPECT_FALSE(is_public_key(other)) << other;
        EXPECT_FALSE(is_signed(other, message, signature)) << other;
    }
    EXPECT_FALSE(is_signed(key, message, ""));
    EXPECT_FALSE(is_signed(key, message, signature + "00"));
}

TEST(PublishedKeys, are_read_as_they_are_written) {
    const std::vector<PublishedKey> keys = {
        {key, Date::make(2006, 4, 1), Date::make(2007, 1, 2)},
        {public_key(std::string(seed_bytes, 'x')), Date::make(2007, 1, 1), {}}};
    const auto read = read_keys(write_keys("Wendlebury Council", keys));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, keys);
    EXPECT_EQ(read_keys(key)->front(), PublishedKey{key});
    EXPECT_TRUE(keys[0].used_on(*Date::make(2007, 1, 1)));
    EXPECT_FALSE(keys[0].used_on(*Date::make(2007, 1, 2)));
    EXPECT_FALSE(keys[1].used_on(*Date::make(2006, 12, 31)));
}

TEST(PublishedKeys, refuse_what_is_no_key_and_say_in_which_line) {
    EXPECT_EQ(read_keys("# nothing\n\n").error().code, "keys.none");
    EXPECT_EQ(read_keys(std::string(70000, '#')).error().code, "keys.too_long");
    for (const std::string& bad : {std::string("sesame"), key + " from", key + " since 2006-04-01",
                                   key + " from 2006-04-01 until", key + " " + key}) {
        const auto read = read_keys("# a\n" + bad + "\n");
        ASSERT_FALSE(read.has_value()) << bad;
        EXPECT_EQ(read.error().code, "keys.not_a_key") << bad;
        EXPECT_EQ(read.error().place, "line 2") << bad;
    }
    EXPECT_EQ(read_keys(key + " from yesterday").error().code, "date.not_a_date");
}

}  // namespace
}  // namespace policy
