// What is printed and written of two packages, held against the schemas in docs/formats.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "command/difference.h"
#include "command/package_files.h"
#include "command/shelf.h"
#include "json_schema.h"
#include "policy/compared_people.h"
#include "policy/comparison_json.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

const fs::path source = ONEPURSE_SOURCE_DIR;
const std::string england = (source / "policies" / "england-2025").string();
const std::string overlay = (source / "examples" / "overlays" / "little-marling-2025").string();

std::string bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}

std::string faults(const std::string& schema, const json::value& value) {
    const auto read = base::parse_json(bytes(source / "docs" / "formats" / schema));
    EXPECT_TRUE(read.has_value()) << schema;
    std::string all;
    for (const std::string& fault : schema_faults(*read, value)) {
        all += fault + "\n";
    }
    return all;
}

TEST(PackageFormats, a_difference_is_as_its_schema_says) {
    std::ostringstream out;
    std::ostringstream err;
    ASSERT_EQ(command::difference_verb({overlay, "--json"}, out, err), 0) << err.str();
    const json::value printed = *base::parse_json(out.str());
    EXPECT_EQ(faults("difference.schema.json", printed), "");
    EXPECT_EQ(printed.at("changes").as_array().size(), 6U);
    EXPECT_NE(faults("difference.schema.json", json::object()), "");
}

TEST(PackageFormats, a_comparison_is_as_its_schema_says) {
    const policy::Package before = *command::load_package(england);
    const policy::Package after = *command::load_package(overlay);
    std::vector<policy::ComparedPerson> people = policy::people_of_cases(before, after);
    people.push_back(policy::read_person(before, after, "nobody", {{"shoe_size", "7"}}));
    const Date on = *Date::parse("2025-11-03");
    const json::value printed =
        policy::comparison_json(policy::compare_packages(before, after, people, on, on));
    EXPECT_EQ(faults("comparison.schema.json", printed), "");
    EXPECT_EQ(printed.at("refused").to_number<int>(), 1);
    EXPECT_EQ(printed.at("before").at("not_asked").as_array().size(), 1U);
    EXPECT_NE(faults("comparison.schema.json", json::object()), "");
}

TEST(PackageFormats, people_are_read_as_their_schema_says) {
    const std::string text =
        R"({"people": [{"label": "Kay", "answers": {"living_place": "own_home", "savings": 0.5},
            "inputs": {"age": 70}}, {"label": "Sam"}]})";
    EXPECT_EQ(faults("compared-people.schema.json", *base::parse_json(text)), "");
    const policy::Package package = *command::load_package(england);
    EXPECT_TRUE(policy::read_people_json(package, package, text).has_value());
    EXPECT_NE(faults("compared-people.schema.json", *base::parse_json(R"({"people": [{}]})")), "");
}

TEST(PackageFormats, a_package_as_one_file_is_as_its_schema_says) {
    const fs::path file = fs::temp_directory_path() /
                          ("onepurse-package-file-" + std::to_string(::getpid()) + ".json");
    fs::remove(file);
    std::ostringstream out;
    std::ostringstream err;
    ASSERT_EQ(command::export_package_verb({england, file.string()}, out, err), 0) << err.str();
    EXPECT_EQ(faults("package-file.schema.json", *base::parse_json(bytes(file))), "");
    fs::remove(file);
    EXPECT_NE(faults("package-file.schema.json", json::object()), "");
}

}  // namespace
}  // namespace conformance
