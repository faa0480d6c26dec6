#include "policy/transparency_record.h"

#include <gtest/gtest.h>

#include <set>

#include "policy/small_packages.h"

namespace policy {
namespace {

const Date day = *Date::parse("2010-05-01");

std::vector<RecordSection> record_of(Files files) {
    return transparency_record(Package::load("meals", files).value(), day);
}

const RecordLine& line(const std::vector<RecordSection>& record, const std::string& code) {
    for (const RecordSection& section : record) {
        for (const RecordLine& each : section.lines) {
            if (each.code == code) {
                return each;
            }
        }
    }
    ADD_FAILURE() << "no line " << code;
    return record.front().lines.front();
}

TEST(TransparencyRecord, says_of_a_package_what_the_package_says) {
    const auto record = record_of(testing::meals());
    EXPECT_EQ(line(record, "name").words, std::vector<std::string>{"Meals in Brookmere"});
    EXPECT_EQ(line(record, "funds").words, std::vector<std::string>{"Meals: The town"});
    EXPECT_EQ(line(record, "method").words[1], "2 steps, 1 table with 3 rules.");
    EXPECT_EQ(line(record, "asked").words, std::vector<std::string>{"Food: 1 question"});
    EXPECT_EQ(line(record, "figures").words[0], "1 figure has a published source.");
    EXPECT_TRUE(line(record, "version").words[0].starts_with("Fingerprint "));
}

TEST(TransparencyRecord, follows_the_package_when_it_changes) {
    Files files = testing::meals();
    std::string& figures = files["parameters.csv"];
    while (figures.find("published") != std::string::npos) {
        figures.replace(figures.find("published"), 9, "illustrative");
    }
    const auto record = record_of(files);
    EXPECT_EQ(line(record, "figures").words[0], "0 figures have a published source.");
    EXPECT_EQ(line(record, "figures").words[2], "1 figure was made up to show how it works.");
    EXPECT_NE(line(record, "version").words, line(record_of(testing::meals()), "version").words);
}

TEST(TransparencyRecord, leaves_open_what_only_the_council_can_say) {
    const auto record = record_of(testing::meals());
    for (const char* code : {"contact", "senior_owner", "supplier", "trained", "impact"}) {
        EXPECT_TRUE(line(record, code).words.empty()) << code;
    }
}

TEST(TransparencyRecord, has_each_code_once) {
    std::set<std::string> codes;
    for (const RecordSection& section : record_of(testing::meals())) {
        EXPECT_TRUE(codes.insert(section.code).second) << section.code;
        for (const RecordLine& each : section.lines) {
            EXPECT_TRUE(codes.insert(each.code).second) << each.code;
        }
    }
}

}  // namespace
}  // namespace policy
