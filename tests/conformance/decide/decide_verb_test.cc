// The verbs decide and cases on the shipped packages: what they print, what they refuse, and that
// the JSON is what docs/formats promises.

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "command/decide.h"
#include "json_schema.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

const fs::path packages = fs::path(ONEPURSE_SOURCE_DIR) / "policies";

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

Ran decide(const std::vector<std::string>& args) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = command::decide_verb(args, out, err);
    return {code, out.str(), err.str()};
}

// A case file that is taken away again.
class CaseFile {
public:
    explicit CaseFile(const std::string& text)
        : path_(fs::temp_directory_path() / ("onepurse-case-" + std::to_string(::getpid()) + "-" +
                                             std::to_string(count_++) + ".json")) {
        std::ofstream(path_) << text;
    }
    ~CaseFile() { fs::remove(path_); }
    CaseFile(const CaseFile&) = delete;
    CaseFile& operator=(const CaseFile&) = delete;

    std::string path() const { return path_.string(); }

private:
    static inline int count_ = 0;
    fs::path path_;
};

json::value schema(const std::string& name) {
    std::ifstream file(fs::path(ONEPURSE_SOURCE_DIR) / "docs" / "formats" / name);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const Result<json::value> read = base::parse_json(bytes.str());
    EXPECT_TRUE(read.has_value()) << name;
    return read.value_or(json::object());
}

const std::string savva = R"({"answers": {"council": "kensington_and_chelsea",
    "points_scored": 16, "second_carer_hours_daily": null}, "inputs": {}})";

TEST(Decide, prints_the_published_sum_of_savva_as_its_schema_says) {
    const CaseFile file(savva);
    const Ran ran = decide(
        {(packages / "published-cases").string(), "--on", "2010-04-01", "--case", file.path()});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const json::value result = *base::parse_json(ran.out);
    EXPECT_EQ(result.at("decisions").at("kensington_weekly").as_string(), "82.91");
    EXPECT_EQ(result.as_object().if_contains("trace"), nullptr);
    EXPECT_TRUE(schema_faults(schema("decide-result.schema.json"), result).empty());
    EXPECT_TRUE(schema_faults(schema("decide-case.schema.json"), *base::parse_json(savva)).empty());
}

TEST(Decide, explains_with_rules_figures_marks_and_sources) {
    const CaseFile file(savva);
    const Ran ran = decide({(packages / "published-cases").string(), "--on", "2010-04-01", "--case",
                            file.path(), "--explain"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const json::value result = *base::parse_json(ran.out);
    for (const std::string& fault : schema_faults(schema("decide-result.schema.json"), result)) {
        ADD_FAILURE() << fault;
    }
    EXPECT_FALSE(result.at("reasons").as_array().empty());
    EXPECT_NE(ran.out.find("\"mark\": \"published\""), std::string::npos);
    EXPECT_NE(ran.out.find("EWCA Civ 1209"), std::string::npos);
}

// The sums of KM, each with two decimals: 2566.00 and not 2566.
TEST(Decide, writes_every_sum_of_money_with_two_decimals) {
    const CaseFile file(R"({"answers": {"council": "cambridgeshire", "points_scored": 55,
        "second_carer_hours_daily": 0.5, "specialist_hours_daily": 14}})");
    const Ran ran = decide({(packages / "published-cases").string(), "--on", "2010-04-01", "--case",
                            file.path(), "--explain"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const json::value result = *base::parse_json(ran.out);
    const std::pair<const char*, const char*> sums[] = {
        {"second_carer_yearly", "2566.00"},           {"specialist_staff_yearly", "20384.00"},
        {"specialist_second_carer_yearly", "728.00"}, {"table_yearly", "61000.00"},
        {"cambridgeshire_yearly", "84678.00"},        {"kensington_weekly", "0.00"},
    };
    for (const auto& [name, sum] : sums) {
        EXPECT_EQ(result.at("decisions").at(name).as_string(), sum) << name;
        EXPECT_EQ(result.at("sums").at(name).as_string(), sum) << name;
    }
    EXPECT_EQ(result.at("marks").at("cambridgeshire_yearly").as_string(), "published");
    EXPECT_EQ(result.at("marks").at("cambridgeshire_weekly").as_string(), "illustrative")
        << "the days of the year are worked back";
    EXPECT_EQ(result.at("sums").as_object().if_contains("points"), nullptr);
    EXPECT_EQ(result.at("decisions").at("points").as_string(), "55");
    for (const std::string& fault : schema_faults(schema("decide-result.schema.json"), result)) {
        ADD_FAILURE() << fault;
    }
    // Every figure of the case itself is published; only the week of a year is not.
    EXPECT_EQ(ran.out.find("remembered"), std::string::npos);
}

TEST(Decide, the_schema_refuses_money_without_two_decimals) {
    const CaseFile file(savva);
    const Ran ran = decide({(packages / "published-cases").string(), "--on", "2010-04-01", "--case",
                            file.path(), "--explain"});
    json::value result = *base::parse_json(ran.out);
    ASSERT_TRUE(schema_faults(schema("decide-result.schema.json"), result).empty());
    for (const char* wrong : {"82.9", "82", "82.910", "£82.91", ""}) {
        result.at("sums").as_object()["kensington_weekly"] = wrong;
        EXPECT_FALSE(schema_faults(schema("decide-result.schema.json"), result).empty()) << wrong;
    }
}

TEST(Decide, refuses_with_exit_1_and_the_place) {
    const std::string package = (packages / "published-cases").string();
    const CaseFile good(savva);
    const CaseFile unknown(R"({"answers": {"shoe_size": 5}})");
    const CaseFile broken("{");
    const CaseFile unanswered("{}");
    const std::pair<std::vector<std::string>, const char*> refused[] = {
        {{package, "--on", "2010-04-31", "--case", good.path()}, "--on"},
        {{package, "--on", "2010-04-01", "--case", "/nowhere.json"}, "command.unreadable"},
        {{package, "--on", "2010-04-01", "--case", unknown.path()}, "answers.shoe_size"},
        {{package, "--on", "2010-04-01", "--case", broken.path()}, "json.malformed"},
        {{package, "--on", "2010-04-01", "--case", unanswered.path()}, "policy.fact_missing"},
        {{package, "--on", "1990-04-01", "--case", good.path()}, "policy.parameter_not_in_force"},
        {{"/nowhere", "--on", "2010-04-01", "--case", good.path()}, "/nowhere"},
    };
    for (const auto& [args, told] : refused) {
        const Ran ran = decide(args);
        EXPECT_EQ(ran.code, 1) << told;
        EXPECT_EQ(ran.out, "") << told;
        EXPECT_NE(ran.err.find(told), std::string::npos) << ran.err;
    }
}

TEST(Decide, a_wrong_use_is_exit_2_and_says_the_use) {
    for (const std::vector<std::string>& args : {std::vector<std::string>{},
                                                 {"p", "--on", "2010-04-01"},
                                                 {"p", "--case"},
                                                 {"p", "--on", "a", "--case", "b", "--loud"},
                                                 {"p", "q", "--on", "a", "--case", "b"}}) {
        const Ran ran = decide(args);
        EXPECT_EQ(ran.code, 2);
        EXPECT_NE(ran.err.find("onepurse decide PACKAGE"), std::string::npos);
    }
}

TEST(Cases, runs_every_shipped_package_and_counts) {
    for (const char* name : {"england-2005-pilot", "published-cases", "england-2025"}) {
        std::ostringstream out;
        std::ostringstream err;
        EXPECT_EQ(command::cases_verb({(packages / name).string()}, out, err), 0) << err.str();
        EXPECT_NE(out.str().find(" passed"), std::string::npos);
        EXPECT_EQ(err.str(), "");
    }
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(command::cases_verb({}, out, err), 2);
    EXPECT_EQ(command::cases_verb({"/nowhere"}, out, err), 1);
}

}  // namespace
}  // namespace conformance
