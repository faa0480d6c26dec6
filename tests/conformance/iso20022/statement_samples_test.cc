// Every published statement with an expected parse beside it (github.com/genkgo/camt, MIT licence)
// carries the same facts when we read it; the broken one is refused with its place. And every
// statement that is valid by its schema is read whole.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "expected_statement.h"
#include "payments/statement_json.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() {
    const char* named = std::getenv("ONEPURSE_SHARED");
    const fs::path shared =
        named != nullptr ? fs::path(named) : fs::path(ONEPURSE_SOURCE_DIR) / ".." / "shared";
    return shared / "data";
}

fs::path samples() {
    return data_folder() / "iso20022-genkgo-camt";
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_with(const std::string& extension, const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& each : fs::directory_iterator(folder)) {
        if (each.path().extension() == extension) {
            found.push_back(each.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

#define SKIP_WITHOUT_DATA()                                                              \
    if (!fs::exists(samples())) {                                                        \
        GTEST_SKIP() << "the published statements are not here: " << samples().string(); \
    }

TEST(StatementSamples, carry_every_fact_of_their_expected_parse) {
    SKIP_WITHOUT_DATA();
    std::size_t files = 0;
    std::size_t facts = 0;
    for (const fs::path& path : files_with(".json", samples())) {
        fs::path xml = path;
        xml.replace_extension(".xml");
        const auto read = payments::read_camt(bytes_of(xml));
        ASSERT_TRUE(read.has_value()) << xml << read.error().message << read.error().place;
        EXPECT_TRUE(read->is_whole()) << xml << read->refused[0].message << read->refused[0].place;
        const auto expected = base::parse_json(bytes_of(path));
        ASSERT_TRUE(expected.has_value()) << path;
        const Comparison comparison = compare(expected->as_object(), *read);
        for (const std::string& difference : comparison.differences) {
            ADD_FAILURE() << xml.filename() << ": " << difference;
        }
        EXPECT_GT(comparison.facts, 15U) << path;
        facts += comparison.facts;
        ++files;
    }
    std::cout << files << " statements, " << facts << " facts compared\n";
    EXPECT_GE(files, 10U);
}

TEST(StatementSamples, the_comparison_notices_a_changed_fact) {
    SKIP_WITHOUT_DATA();
    const fs::path json_file = samples() / "camt053.v8.json";
    std::string bytes = bytes_of(samples() / "camt053.v8.xml");
    if (bytes.empty()) {
        GTEST_SKIP() << "camt053.v8.xml is not here";
    }
    const auto expected = base::parse_json(bytes_of(json_file));
    for (const char* fact : {"8.85", "MUELL/FINP/RA12345", "NAME NAME", "2015-01-02", "455454654",
                             "4654654654654654", "12 Oxford Street", "CODU"}) {
        std::string changed = bytes;
        const std::size_t at = changed.find(fact);
        ASSERT_NE(at, std::string::npos) << fact;
        changed[at] = changed[at] == '1' ? '3' : '1';
        const auto read = payments::read_camt(changed);
        EXPECT_TRUE(!read.has_value() || !read->is_whole() ||
                    !compare(expected->as_object(), *read).differences.empty())
            << fact;
    }
}

TEST(StatementSamples, the_broken_one_is_refused_with_its_place) {
    SKIP_WITHOUT_DATA();
    const auto read = payments::read_camt(bytes_of(samples() / "camt053.v2.wrong.xml"));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "payments.no_statement");
    EXPECT_EQ(read.error().place, "line 3, BkToCstmrStmt");
}

TEST(StatementSamples, their_json_says_what_was_read) {
    SKIP_WITHOUT_DATA();
    for (const fs::path& path : files_with(".json", samples())) {
        fs::path xml = path;
        xml.replace_extension(".xml");
        const auto read = payments::read_camt(bytes_of(xml));
        const json::object form = payments::to_json(*read);
        EXPECT_EQ(form.at("read").to_number<std::size_t>(), read->kept);
        EXPECT_EQ(form.at("statements").as_array().size(), read->file.statements.size());
        EXPECT_TRUE(base::parse_json(base::pretty_json(form)).has_value());
    }
}

TEST(StatementSamples, another_banks_statement_is_read_whole) {
    const fs::path path = data_folder() / "iso20022-xsd" / "camt053_001_02.xml";
    if (!fs::exists(path)) {
        GTEST_SKIP() << "the statement is not here: " << path.string();
    }
    const auto read = payments::read_camt(bytes_of(path));
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_TRUE(read->is_whole());
    EXPECT_EQ(read->file.statements.size(), 1U);
    EXPECT_GT(read->file.statements[0].entries.size(), 10U);
    const bool any_return =
        std::any_of(read->file.statements[0].entries.begin(),
                    read->file.statements[0].entries.end(), [](const payments::BankEntry& entry) {
                        return !entry.details.empty() && entry.details[0].returned.has_value();
                    });
    EXPECT_TRUE(any_return);
}

}  // namespace
}  // namespace conformance
