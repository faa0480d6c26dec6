// A package goes into one file and comes out of it, and no byte of the file can change unseen.

#include "policy/package_file.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

std::string code(const Result<PackageFile>& result) {
    return result ? "" : result.error().code;
}

std::string written(const Files& files) {
    return write_package_file({"meals", files}).value();
}

TEST(PackageFile, holds_every_shipped_package_byte_for_byte) {
    for (const std::string& id : shipped_ids()) {
        const Files files = shipped_files(id);
        const std::string bytes = write_package_file({id, files}).value();
        const Result<PackageFile> read = read_package_file(bytes);
        ASSERT_TRUE(read.has_value()) << read.error().message;
        EXPECT_EQ(read->id, id);
        EXPECT_EQ(read->files, files);
    }
}

TEST(PackageFile, holds_a_file_that_is_no_text) {
    Files files = meals();
    files["picture.png"] = std::string("\x89PNG\0\xff", 6);
    EXPECT_EQ(read_package_file(written(files))->files, files);
}

TEST(PackageFile, is_refused_with_any_byte_changed) {
    const std::string bytes = written(meals());
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        std::string changed = bytes;
        changed[at] = changed[at] == 'x' ? 'y' : 'x';
        const Result<PackageFile> read = read_package_file(changed);
        // The id is no part of the fingerprint: a package may be given another name.
        EXPECT_TRUE(!read.has_value() || read->id != "meals") << at;
    }
}

TEST(PackageFile, is_refused_for_its_fingerprint_when_its_files_are_others) {
    std::string bytes = written(meals());
    replace(bytes, "4.50", "4.60");
    EXPECT_EQ(code(read_package_file(bytes)), "package_file.wrong_fingerprint");
}

TEST(PackageFile, is_refused_when_it_is_written_in_another_way) {
    EXPECT_EQ(code(read_package_file(written(meals()) + "\n")), "package_file.other_form");
    std::string more = written(meals());
    replace(more, "\"id\"", "\"note\": \"\",\n  \"id\"");
    EXPECT_EQ(code(read_package_file(more)), "package_file.other_form");
}

TEST(PackageFile, is_refused_when_it_is_none) {
    EXPECT_EQ(code(read_package_file("[]")), "package_file.not_whole");
    EXPECT_EQ(code(read_package_file("{\"format\": \"onepurse-package-9\"}")),
              "package_file.other_format");
    EXPECT_EQ(code(read_package_file("{\"format\": \"onepurse-package-1\", \"id\": \"a\"}")),
              "package_file.not_whole");
    EXPECT_EQ(code(read_package_file(
                  "{\"format\": \"onepurse-package-1\", \"id\": \"a\", \"files\": 1}")),
              "package_file.not_whole");
    EXPECT_EQ(code(read_package_file("{")), "json.malformed");
    EXPECT_EQ(code(read_package_file(std::string(65UL * 1024 * 1024, ' '))),
              "package_file.too_large");
}

TEST(PackageFile, takes_no_name_that_leads_out_of_its_folder) {
    for (const std::string name : {"../rules.csv", "/etc/passwd", "a/b", "a\\b", ".hidden", "",
                                   "..", "ends.", "new\nline", "a:b", "caf\xc3\xa9.txt"}) {
        Files files = meals();
        files[name] = "x";
        const Result<std::string> bytes = write_package_file({"meals", files});
        ASSERT_FALSE(bytes.has_value()) << name;
        EXPECT_EQ(bytes.error().code, "package_file.unsafe_name");
        // Nor when somebody else wrote it.
        const std::string by_hand =
            base::pretty_json(json::object{{"format", std::string(package_file_format)},
                                           {"id", "meals"},
                                           {"fingerprint", fingerprint_of({{name, "x"}})},
                                           {"files", json::object{{name, "x"}}}});
        EXPECT_EQ(code(read_package_file(by_hand)), "package_file.unsafe_name") << name;
    }
    EXPECT_FALSE(check_file_names("../meals", {}).has_value());
    EXPECT_FALSE(check_file_names("meals", {{"A.csv", ""}, {"a.csv", ""}}).has_value());
    EXPECT_FALSE(check_file_names("meals", {{std::string(101, 'a'), ""}}).has_value());
}

TEST(PackageFile, is_not_written_of_too_many_files) {
    Files files;
    for (int i = 0; i < 201; ++i) {
        files["f" + std::to_string(i)] = "";
    }
    EXPECT_EQ(write_package_file({"many", files}).error().code, "package_file.too_large");
}

}  // namespace
}  // namespace policy
