#include "policy/signed_file.h"

#include <gtest/gtest.h>

#include "policy/signing.h"

namespace policy {
namespace {

const std::string seed(seed_bytes, 'c');

SignedFile small_file() {
    SignedFile file = sign_payload(seed, R"({"says":"£5 \"and\" more"})");
    file.package = Files{{"README.md", "# Rules\n"}, {"picture.bin", std::string("\xFF\0\x80", 3)}};
    return file;
}

TEST(SignedFile, is_read_as_it_was_written) {
    const SignedFile file = small_file();
    const auto read = read_signed_file(write_signed_file(file));
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->payload, file.payload);
    EXPECT_EQ(read->key, public_key(seed));
    EXPECT_EQ(read->signature, file.signature);
    EXPECT_EQ(read->package, file.package);
    EXPECT_TRUE(is_signed(*read));
}

TEST(SignedFile, keeps_its_signature_without_the_rules) {
    SignedFile file = small_file();
    file.package.reset();
    const auto read = read_signed_file(write_signed_file(file));
    ASSERT_TRUE(read.has_value());
    EXPECT_FALSE(read->package.has_value());
    EXPECT_TRUE(is_signed(*read));
}

TEST(SignedFile, has_one_form_every_other_is_refused) {
    const std::string good = write_signed_file(small_file());
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"\"format\"", "\"\\u0066ormat\""},
          {"{\n", "{ \n"},
          {"  \"key\"", "\t\"key\""},
          {"\"package\"", "\"extra\": 1,\n  \"package\""}}) {
        std::string other = good;
        ASSERT_NE(other.find(from), std::string::npos) << from;
        other.replace(other.find(from), from.size(), to);
        const auto read = read_signed_file(other);
        ASSERT_FALSE(read.has_value()) << to;
        EXPECT_EQ(read.error().code, "signed_file.other_form") << to;
    }
    EXPECT_EQ(read_signed_file(good + "\n").error().code, "signed_file.other_form");
    EXPECT_FALSE(read_signed_file(good.substr(0, good.size() - 1)).has_value());
}

TEST(SignedFile, refuses_what_is_no_signed_file) {
    EXPECT_EQ(read_signed_file("").error().code, "json.malformed");
    EXPECT_EQ(read_signed_file("[]").error().code, "signed_file.not_whole");
    EXPECT_EQ(read_signed_file("{}").error().code, "json.missing");
    EXPECT_EQ(read_signed_file(R"({"format":"onepurse-allocation-9"})").error().code,
              "signed_file.other_format");
    EXPECT_EQ(read_signed_file(std::string(9UL * 1024 * 1024, ' ')).error().code,
              "signed_file.too_large");
    EXPECT_EQ(read_signed_file(std::string(100000, '[')).error().code, "json.too_deep");
    const std::string head =
        R"({"format":"onepurse-allocation-1","key":"","signature":"","payload":"","package":)";
    for (const std::string package : {"1", R"({"a":1})", R"({"a":{}})", R"({"a":{"base64":"!"}})",
                                      R"({"a":{"base64":"AA","b":1}})"}) {
        const auto read = read_signed_file(head + package + "}");
        ASSERT_FALSE(read.has_value()) << package;
        EXPECT_TRUE(read.error().code == "signed_file.not_whole" ||
                    read.error().code == "json.missing")
            << package << read.error().code;
    }
}

TEST(PackageFiles, are_read_as_they_are_written) {
    const Files files = *small_file().package;
    const auto read = read_package_files(write_package_files(files));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, files);
}

}  // namespace
}  // namespace policy
