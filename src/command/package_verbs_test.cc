// The verbs that compare, send and overlay policy packages, on folders of their own.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "command/check_policy.h"
#include "command/compare_packages.h"
#include "command/decide.h"
#include "command/difference.h"
#include "command/package_files.h"
#include "command/shelf.h"

namespace command {
namespace {

namespace fs = std::filesystem;

using VerbFunction = int (*)(const std::vector<std::string>&, std::ostream&, std::ostream&);

class PackageVerbs : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("onepurse-package-verbs-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    int run(VerbFunction verb, const std::vector<std::string>& args) {
        std::ostringstream out;
        std::ostringstream err;
        const int code = verb(args, out, err);
        said_ = out.str() + err.str();
        return code;
    }
    bool says(const std::string& words) const { return said_.find(words) != std::string::npos; }

    std::string at(const std::string& name) const { return (folder_ / name).string(); }
    void copy(const fs::path& from, const std::string& name) const {
        fs::copy(from, folder_ / name, fs::copy_options::recursive);
    }
    static std::string bytes(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }
    void replace(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = bytes(folder_ / file);
        ASSERT_NE(text.find(from), std::string::npos) << from;
        text.replace(text.find(from), from.size(), to);
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }

    const fs::path source_ = ONEPURSE_SOURCE_DIR;
    const std::string published_ = (source_ / "policies" / "published-cases").string();
    const std::string overlay_ =
        (source_ / "examples" / "overlays" / "little-marling-2025").string();
    fs::path folder_;
    std::string said_;
};

TEST_F(PackageVerbs, a_package_written_as_one_file_and_read_again_is_the_same_package) {
    ASSERT_EQ(run(export_package_verb, {published_, at("one.json")}), 0) << said_;
    ASSERT_EQ(run(import_package_verb, {at("one.json"), at("again/")}), 0) << said_;
    EXPECT_TRUE(says("the package published-cases")) << said_;
    for (const auto& entry : fs::directory_iterator(published_)) {
        EXPECT_EQ(bytes(entry.path()), bytes(folder_ / "again" / entry.path().filename()));
    }
    EXPECT_EQ(run(difference_verb, {published_, at("again")}), 0);
    EXPECT_TRUE(says("No difference")) << said_;
}

TEST_F(PackageVerbs, write_over_nothing_that_is_there) {
    ASSERT_EQ(run(export_package_verb, {published_, at("one.json")}), 0) << said_;
    EXPECT_EQ(run(export_package_verb, {published_, at("one.json")}), 1);
    EXPECT_TRUE(says("command.file_not_new")) << said_;
    fs::create_directory(folder_ / "there");
    EXPECT_EQ(run(import_package_verb, {at("one.json"), at("there")}), 1);
    EXPECT_TRUE(says("command.folder_not_new")) << said_;
    EXPECT_TRUE(fs::is_empty(folder_ / "there"));
    EXPECT_EQ(run(export_package_verb, {published_, at("no such folder/one.json")}), 1);
    EXPECT_TRUE(says("command.unwritable")) << said_;
    EXPECT_EQ(run(import_package_verb, {at("one.json"), at("no such folder/there/")}), 0) << said_;
}

TEST_F(PackageVerbs, import_nothing_that_was_changed_or_does_not_load) {
    copy(published_, "broken");
    replace("broken/parameters.csv", ",published,", ",guessed,");
    ASSERT_EQ(run(export_package_verb, {at("broken"), at("one.json")}), 0) << said_;
    EXPECT_EQ(run(import_package_verb, {at("one.json"), at("new")}), 1);
    EXPECT_TRUE(says("policy.bad_cell")) << said_;
    EXPECT_FALSE(fs::exists(folder_ / "new"));
    EXPECT_EQ(run(import_package_verb, {at("one.json"), at("new"), "--unchecked"}), 0) << said_;
    replace("one.json", "guessed", "claimed");
    EXPECT_EQ(run(import_package_verb, {at("one.json"), at("other"), "--unchecked"}), 1);
    EXPECT_TRUE(says("package_file.wrong_fingerprint")) << said_;
    EXPECT_FALSE(fs::exists(folder_ / "other"));
    EXPECT_EQ(run(import_package_verb, {at("none.json"), at("other")}), 1);
    EXPECT_TRUE(says("command.unreadable")) << said_;
}

TEST_F(PackageVerbs, difference_prints_each_cell_before_and_after) {
    copy(published_, "mine");
    replace("mine/cases.csv", "kensington_weekly,82.91", "kensington_weekly,82.92");
    replace("mine/README.md", "Savva", "Savva again");
    ASSERT_EQ(run(difference_verb, {published_, at("mine")}), 0) << said_;
    EXPECT_TRUE(
        says("cases.csv, Golden cases\n  changed: savva_first, expect kensington_weekly\n"
             "    value: 82.91 -> 82.92\n"))
        << said_;
    EXPECT_TRUE(says("2 changes")) << said_;
    ASSERT_EQ(run(difference_verb, {published_, at("mine"), "--json"}), 0) << said_;
    EXPECT_TRUE(says("\"before\": \"82.91\"")) << said_;
}

TEST_F(PackageVerbs, row_8_an_overlay_runs_as_any_package_and_is_shown_as_its_difference) {
    ASSERT_EQ(run(difference_verb, {overlay_}), 0) << said_;
    EXPECT_TRUE(says("mig_local_addition from 2025-10-01")) << said_;
    EXPECT_TRUE(says("value: 5.00")) << said_;
    EXPECT_EQ(run(check_policy_verb, {overlay_}), 0) << said_;
    EXPECT_TRUE(said_.ends_with("No fault\n")) << said_;
    EXPECT_FALSE(says("Notice")) << said_;
    EXPECT_EQ(run(cases_verb, {overlay_}), 0) << said_;
    EXPECT_TRUE(says("26 of 26 cases passed")) << said_;
    EXPECT_EQ(run(difference_verb, {published_}), 1);
    EXPECT_TRUE(says("command.no_overlay")) << said_;
}

TEST_F(PackageVerbs, a_shelf_holds_an_overlay_beside_its_base_and_says_when_the_base_moves_on) {
    copy(source_ / "policies" / "england-2025", "england-2025");
    copy(overlay_, "little-marling-2025");
    const auto shelf = load_shelf(folder_.string());
    ASSERT_TRUE(shelf.has_value()) << shelf.error().message;
    ASSERT_EQ(shelf->size(), 2U);
    EXPECT_EQ(shelf->at("little-marling-2025")->title(),
              "Little Marling: care at home from April 2025");
    EXPECT_NE(shelf->at("little-marling-2025")->fingerprint(),
              shelf->at("england-2025")->fingerprint());

    replace("england-2025/parameters.csv", "Gloucestershire adds 5.00",
            "Gloucestershire adds 6.00");
    EXPECT_EQ(run(check_policy_verb, {at("little-marling-2025")}), 0) << said_;
    EXPECT_TRUE(says("Notice: parameters.csv, mig_local_addition 2025-04-01\n")) << said_;
    ASSERT_EQ(run(mark_overlay_verb, {at("little-marling-2025")}), 0) << said_;
    EXPECT_EQ(run(check_policy_verb, {at("little-marling-2025/")}), 0) << said_;
    EXPECT_FALSE(says("Notice")) << said_;
    EXPECT_EQ(run(mark_overlay_verb, {at("england-2025")}), 1);
    EXPECT_TRUE(says("command.no_overlay")) << said_;
}

TEST_F(PackageVerbs, an_exported_overlay_is_a_whole_package) {
    ASSERT_EQ(run(export_package_verb, {overlay_, at("one.json")}), 0) << said_;
    ASSERT_EQ(run(import_package_verb, {at("one.json"), at("whole")}), 0) << said_;
    EXPECT_FALSE(fs::exists(folder_ / "whole" / "overlay.csv"));
    EXPECT_EQ(run(difference_verb, {at("whole"), overlay_}), 0);
    EXPECT_TRUE(says("No difference")) << said_;
}

TEST_F(PackageVerbs, an_overlay_without_its_base_or_on_itself_is_refused) {
    write("alone/README.md", "# Alone\n");
    write("alone/overlay.csv", "what,file,key,value,note\nbase,,,no-such-package,\n");
    EXPECT_EQ(run(cases_verb, {at("alone")}), 1);
    EXPECT_TRUE(says("command.no_base")) << said_;
    write("one/README.md", "# One\n");
    write("one/overlay.csv", "what,file,key,value,note\nbase,,,two,\n");
    write("two/README.md", "# Two\n");
    write("two/overlay.csv", "what,file,key,value,note\nbase,,,one,\n");
    EXPECT_EQ(run(check_policy_verb, {at("one")}), 1);
    EXPECT_TRUE(says("command.overlay_circle")) << said_;
    write("bad/README.md", "# Bad\n");
    write("bad/overlay.csv", "what,file,key,value,note\nbase,,,england-2025,\nremove,x.csv,,,\n");
    EXPECT_EQ(run(check_policy_verb, {at("bad")}), 1);
    EXPECT_TRUE(says("overlay.csv line 3")) << said_;
}

TEST_F(PackageVerbs, an_overlay_may_stand_on_an_overlay) {
    write("village/README.md", "# Village\n");
    write("village/overlay.csv", "what,file,key,value,note\nbase,,,little-marling-2025,\n");
    copy(overlay_, "little-marling-2025");
    EXPECT_EQ(run(cases_verb, {at("village")}), 0) << said_;
    EXPECT_TRUE(says("26 of 26 cases passed")) << said_;
}

TEST_F(PackageVerbs, compare_packages_tells_who_gains_and_who_is_asked_for_less) {
    const std::string base = (source_ / "policies" / "england-2025").string();
    ASSERT_EQ(run(compare_packages_verb, {base, overlay_, "--on", "2025-11-03"}), 0) << said_;
    EXPECT_TRUE(says("26 people")) << said_;
    EXPECT_TRUE(says("0 gain £0.00, 0 lose £0.00")) << said_;
    EXPECT_TRUE(says("asked of her: £90.75 -> £85.75")) << said_;
    ASSERT_EQ(run(compare_packages_verb, {base, base, "--on", "2025-11-03", "--on-second",
                                          "2026-11-02", "--cases", "--json"}),
              0)
        << said_;
    EXPECT_TRUE(says("\"on\": \"2026-11-02\"")) << said_;
}

TEST_F(PackageVerbs, compare_packages_takes_people_from_a_file) {
    write("people.json", R"({"people": [{"label": "Kay",
        "answers": {"council": "kensington_and_chelsea", "points_scored": 16}}, {"label": "Sam"}]})");
    ASSERT_EQ(run(compare_packages_verb,
                  {published_, published_, "--on", "2010-04-01", "--people", at("people.json")}),
              0)
        << said_;
    EXPECT_TRUE(says("£82.91 before, £82.91 after")) << said_;
    EXPECT_TRUE(says("Sam\n")) << said_;
    EXPECT_TRUE(says("is not answered yet")) << said_;
    write("people.json", "{}");
    EXPECT_EQ(run(compare_packages_verb,
                  {published_, published_, "--on", "2010-04-01", "--people", at("people.json")}),
              1);
    EXPECT_TRUE(says("compare.people_not_whole")) << said_;
    EXPECT_EQ(run(compare_packages_verb, {published_, published_, "--on", "1 May"}), 1);
    EXPECT_TRUE(says("--on")) << said_;
}

TEST_F(PackageVerbs, a_wrong_use_is_2) {
    EXPECT_EQ(run(difference_verb, {}), 2);
    EXPECT_EQ(run(difference_verb, {"a", "b", "c"}), 2);
    EXPECT_EQ(run(difference_verb, {"a", "--all"}), 2);
    EXPECT_EQ(run(export_package_verb, {"a"}), 2);
    EXPECT_EQ(run(import_package_verb, {"a", "--unchecked"}), 2);
    EXPECT_EQ(run(mark_overlay_verb, {}), 2);
    EXPECT_EQ(run(compare_packages_verb, {"a", "b"}), 2);
    EXPECT_EQ(run(compare_packages_verb, {"a", "--on", "2010-04-01"}), 2);
    EXPECT_EQ(run(compare_packages_verb,
                  {"a", "b", "--on", "2010-04-01", "--cases", "--people", "x.json"}),
              2);
}

}  // namespace
}  // namespace command
