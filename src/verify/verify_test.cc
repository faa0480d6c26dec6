// Runs the real program onepurse-verify on files from disk, as somebody who was given one would.

#include "verify/verify.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "policy/allocation_for_tests.h"
#include "policy/published_keys.h"
#include "policy/read_allocation.h"
#include "policy/signing.h"

namespace verify {
namespace {

namespace fs = std::filesystem;
using policy::testing::council_seed;
using policy::testing::stranger_seed;

// Reads the files of a package the project ships.
policy::Files shipped_files(const std::string& id) {
    policy::Files files;
    for (const auto& entry :
         std::filesystem::directory_iterator(ONEPURSE_SOURCE_DIR "/policies/" + id)) {
        std::ifstream in(entry.path(), std::ios::binary);
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return files;
}

policy::Package shipped(const std::string& id) {
    Result<policy::Package> package = policy::Package::load(id, shipped_files(id));
    EXPECT_TRUE(package.has_value()) << (package ? "" : package.error().message);
    return std::move(*package);
}

struct Said {
    int code = -1;
    std::string words;  // what it printed and what it complained of
};

class Verify : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("onepurse-verify-" + std::to_string(::getpid()) + "-" +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        allocation_ = policy::testing::allocation_of(package_, "ann_41_points");
        file_ = policy::testing::signed_file_of(package_, allocation_);
        keys_ = write("keys.txt", policy::write_keys("Wendlebury Council",
                                                     {{policy::public_key(council_seed)}}));
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& bytes) {
        const fs::path path = folder_ / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    std::string write(const std::string& name, const policy::SignedFile& file) {
        return write(name, policy::write_signed_file(file));
    }
    // Writes the files of a package into a folder of their own.
    std::string write_rules(const std::string& name, const policy::Files& files) {
        fs::create_directories(folder_ / name);
        for (const auto& [file, bytes] : files) {
            write(name + "/" + file, bytes);
        }
        return (folder_ / name).string();
    }

    Said run(const std::vector<std::string>& args) {
        std::string line = "'" + std::string(ONEPURSE_VERIFY) + "'";
        for (const std::string& each : args) {
            line += " '" + each + "'";
        }
        Said said;
        FILE* pipe = ::popen((line + " 2>&1").c_str(), "r");
        EXPECT_NE(pipe, nullptr);
        char some[4096];
        for (std::size_t size = 0; (size = std::fread(some, 1, sizeof some, pipe)) > 0;) {
            said.words.append(some, size);
        }
        const int status = ::pclose(pipe);
        said.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return said;
    }

    fs::path folder_;
    const policy::Package package_ = shipped("england-2005-pilot");
    policy::Allocation allocation_;
    policy::SignedFile file_;
    std::string keys_;
};

bool says(const Said& said, std::string_view words) {
    return said.words.find(words) != std::string::npos;
}

TEST_F(Verify, idea_2_a_true_file_matches_and_says_who_signed_it) {
    const std::string path = write("true.json", file_);
    const Said said = run({path, "--key", keys_});
    EXPECT_EQ(said.code, 0) << said.words;
    EXPECT_TRUE(said.words.starts_with("It matches.\n")) << said.words;
    EXPECT_TRUE(says(said, "Signed by Wendlebury Council with its key ")) << said.words;
    EXPECT_TRUE(says(said, "£168.20")) << said.words;
    EXPECT_EQ(run({path, "--key", policy::public_key(council_seed)}).code, 0);
    // Nobody's key is asked: it says so.
    const Said open = run({path});
    EXPECT_EQ(open.code, 0) << open.words;
    EXPECT_TRUE(says(open, "this program cannot tell who signed"));
    EXPECT_TRUE(says(open, policy::public_key(council_seed)));
}

TEST_F(Verify, any_byte_that_is_changed_is_found) {
    const std::string good = policy::write_signed_file(file_);
    // The program itself on a sample, spread over head, text and rules; the rest in the test below.
    std::size_t tried = 0;
    for (std::size_t at = 0; at < good.size(); at += at < 400 ? 7 : good.size() / 40) {
        std::string changed = good;
        changed[at] = changed[at] == '7' ? '8' : '7';
        const Said said = run({write("changed.json", changed), "--key", keys_});
        EXPECT_EQ(said.code, 1) << at << said.words;
        EXPECT_TRUE(says(said, "It does not match.")) << at << said.words;
        ++tried;
    }
    EXPECT_GT(tried, 80U);
}

TEST_F(Verify, every_byte_of_a_file_without_rules_is_watched) {
    policy::SignedFile bare = file_;
    bare.package.reset();
    const std::string good = policy::write_signed_file(bare);
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const int bit : {0, 3, 5}) {
            std::string changed = good;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto read = policy::read_signed_file(changed);
            EXPECT_FALSE(read && policy::is_signed(*read) &&
                         read->key == policy::public_key(council_seed))
                << at << " " << bit;
        }
    }
}

TEST_F(Verify, names_the_first_wrong_step_though_it_is_signed_with_the_right_key) {
    json::object whole = policy::read_allocation(file_.payload)->whole;
    json::array& steps = whole["steps"].as_array();
    const std::size_t at = steps.size() / 2;
    for (std::size_t i = at; i < steps.size(); ++i) {
        steps[i].as_object()["value"] = "4321";
    }
    policy::SignedFile wrong = policy::sign_payload(council_seed, json::serialize(whole));
    wrong.package = file_.package;
    const Said said = run({write("wrong.json", wrong), "--key", keys_});
    EXPECT_EQ(said.code, 1);
    EXPECT_TRUE(
        says(said, "step " + std::to_string(at + 1) + " of " + std::to_string(steps.size()) + ", "))
        << said.words;
    EXPECT_TRUE(
        says(said, std::string("(") + steps[at].as_object()["decision"].as_string().c_str() + ")"))
        << said.words;
    EXPECT_TRUE(says(said, "The file says 4321. The rules give ")) << said.words;
}

TEST_F(Verify, a_strangers_key_is_not_issued_by_this_council) {
    policy::SignedFile strange = policy::sign_payload(stranger_seed, file_.payload);
    strange.package = file_.package;
    const Said said = run({write("strange.json", strange), "--key", keys_});
    EXPECT_EQ(said.code, 1);
    EXPECT_TRUE(says(said, "not issued by this council")) << said.words;
}

TEST_F(Verify, takes_the_rules_from_a_folder_and_knows_other_rules) {
    policy::SignedFile bare = file_;
    bare.package.reset();
    const std::string path = write("bare.json", bare);
    const Said without = run({path, "--key", keys_});
    EXPECT_EQ(without.code, 2);
    EXPECT_TRUE(says(without, "allocation.no_package")) << without.words;
    const std::string rules = write_rules("rules", package_.files());
    EXPECT_EQ(run({path, "--package", rules, "--key", keys_}).code, 0);
    // The folder may have any name; its content counts. Given rules stand before those in the file.
    const std::string other = write_rules("england-2005-pilot", shipped_files("england-2025"));
    for (const std::string& each : {path, write("true.json", file_)}) {
        const Said said = run({each, "--package", other, "--key", keys_});
        EXPECT_EQ(said.code, 1);
        EXPECT_TRUE(says(said, "allocation.other_package")) << said.words;
    }
    policy::Files changed = package_.files();
    changed["parameters.csv"] += "\n";
    EXPECT_EQ(run({path, "--package", write_rules("changed", changed)}).code, 1);
}

TEST_F(Verify, says_where_a_person_departed_from_the_rules) {
    allocation_.decided.push_back(
        {"adult_social_care", true, Money::pence(99900), {}, allocation_.on, "Sam Lee"});
    const Said said =
        run({write("decided.json", policy::testing::signed_file_of(package_, allocation_))});
    EXPECT_EQ(said.code, 0) << said.words;
    EXPECT_TRUE(says(said, "Sam Lee decided something else")) << said.words;
    EXPECT_TRUE(says(said, "£999.00 a week")) << said.words;
}

// The example of docs/formats holds as it stands: whoever changes how an allocation is worked out
// or written sees here that files given out before would no longer match. With
// ONEPURSE_WRITE_EXAMPLES=1 it is written anew.
TEST_F(Verify, the_example_given_out_before_still_matches) {
    const fs::path formats = fs::path(ONEPURSE_SOURCE_DIR) / "docs" / "formats";
    const fs::path example = formats / "savva-allocation.json";
    const fs::path keys = formats / "savva-allocation.keys";
    if (std::getenv("ONEPURSE_WRITE_EXAMPLES") != nullptr) {
        const policy::Package cases = shipped("published-cases");
        policy::Allocation savva = policy::testing::allocation_of(cases, "savva_first");
        savva.reference = "K-0001";
        savva.council = "An example, made from the published case of Savva";
        savva.authority = "example";
        std::ofstream(example, std::ios::binary)
            << policy::write_signed_file(policy::testing::signed_file_of(cases, savva));
        std::ofstream(keys, std::ios::binary)
            << policy::write_keys(savva.council, {{policy::public_key(council_seed)}});
    }
    const Said said = run({example.string(), "--key", keys.string()});
    EXPECT_EQ(said.code, 0) << said.words;
    EXPECT_TRUE(says(said, "It matches.")) << said.words;
}

TEST_F(Verify, a_wrong_use_gives_2_and_hostile_files_give_1) {
    const std::string path = write("true.json", file_);
    for (const std::vector<std::string>& args :
         std::vector<std::vector<std::string>>{{},
                                               {"--key", keys_},
                                               {path, path},
                                               {path, "--key"},
                                               {path, "--nothing", "1"},
                                               {path, "--key", keys_, "--key", keys_}}) {
        const Said said = run(args);
        EXPECT_EQ(said.code, 2);
        EXPECT_TRUE(says(said, "Use: onepurse-verify")) << said.words;
    }
    EXPECT_TRUE(says(run({(folder_ / "none.json").string()}), "verify.unreadable"));
    EXPECT_TRUE(says(run({path, "--key", "sesame"}), "verify.no_key"));
    EXPECT_TRUE(says(run({path, "--package", (folder_ / "none").string()}), "verify.no_package"));
    EXPECT_TRUE(says(run({write("big", std::string(17UL << 20, ' '))}), "verify.too_large"));
    EXPECT_EQ(run({path, "--key", write("empty.txt", "")}).code, 2);
    for (const std::string& bytes : {std::string(), std::string("{}"), std::string(500000, '['),
                                     std::string(1000, '\0'), std::string("\xFF\xFE")}) {
        const Said said = run({write("hostile.json", bytes)});
        EXPECT_EQ(said.code, 1) << said.words;
        EXPECT_TRUE(says(said, "It does not match.")) << said.words;
    }
}

TEST_F(Verify, rules_that_are_no_rules_are_refused_with_their_place) {
    // Signed by whoever made them: the program must still stand.
    policy::Files broken = package_.files();
    broken["allocation.dmn"] = "<definitions>";
    json::object whole = policy::read_allocation(file_.payload)->whole;
    whole["package"].as_object()["fingerprint"] = policy::fingerprint_of(broken);
    policy::SignedFile file = policy::sign_payload(stranger_seed, json::serialize(whole));
    file.package = broken;
    const Said said = run({write("broken.json", file)});
    EXPECT_EQ(said.code, 1) << said.words;
    EXPECT_TRUE(says(said, "allocation.dmn")) << said.words;
}

}  // namespace
}  // namespace verify
