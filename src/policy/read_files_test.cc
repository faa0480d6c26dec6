// One bad record in each position of each file of a package is refused with its place, and every
// other record is read: read = kept + refused. The files are the
// first rows of a shipped package's.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "policy/read_files.h"

namespace policy {
namespace {

struct File {
    const char* name;
    const char* column;  // that refuses a question mark
    Outcome (*read)(std::string_view bytes);
};

template <auto reader>
Outcome outcome_of(std::string_view bytes) {
    const auto read = reader(bytes);
    return read ? Outcome(Done{}) : Outcome(read.error());
}

const File files[] = {
    {"streams.csv", "kind", outcome_of<read_streams>},
    {"parameters.csv", "mark", outcome_of<read_parameters>},
    {"questionnaire.csv", "lowest", outcome_of<read_questionnaire>},
    {"cases.csv", "what", outcome_of<read_cases>},
};

std::vector<base::CsvRow> rows_of(const std::string& name) {
    std::ifstream in(std::string(ONEPURSE_SOURCE_DIR "/policies/england-2005-pilot/") + name);
    std::stringstream bytes;
    bytes << in.rdbuf();
    std::vector<base::CsvRow> rows = base::parse_csv_rows(bytes.str()).value();
    rows.resize(std::min<std::size_t>(rows.size(), 60));
    return rows;
}

std::size_t column_of(const std::vector<base::CsvRow>& rows, const std::string& column) {
    const std::vector<std::string>& header = rows.front().cells;
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), column) -
                                    header.begin());
}

std::string written(const std::vector<base::CsvRow>& rows) {
    std::string bytes;
    for (const base::CsvRow& row : rows) {
        base::append_csv_row(bytes, row.cells);
    }
    return bytes;
}

std::string counts(const File& file, std::size_t read, std::size_t refused) {
    return std::string(" Of ") + file.name + " " + std::to_string(read) + " rows read, " +
           std::to_string(read - refused) + " kept, " + std::to_string(refused) + " refused.";
}

class PackageFile : public testing::TestWithParam<File> {};

TEST_P(PackageFile, names_the_one_bad_record_wherever_it_stands) {
    const File& file = GetParam();
    const std::vector<base::CsvRow> rows = rows_of(file.name);
    const std::size_t column = column_of(rows, file.column);
    ASSERT_GT(rows.size(), 5U);
    ASSERT_TRUE(file.read(written(rows)).has_value());
    for (std::size_t at = 1; at < rows.size(); ++at) {
        std::vector<base::CsvRow> broken = rows;
        broken[at].cells[column] = "?";
        const std::string bytes = written(broken);
        const Outcome read = file.read(bytes);
        ASSERT_FALSE(read.has_value()) << at;
        const std::size_t line = base::parse_csv_rows(bytes).value()[at].line;
        EXPECT_EQ(read.error().place, std::string(file.name) + " line " + std::to_string(line) +
                                          ", column " + file.column);
        EXPECT_NE(read.error().message.find(" rows read, "), std::string::npos);
    }
}

TEST_P(PackageFile, counts_what_it_read_kept_and_refused) {
    const File& file = GetParam();
    std::vector<base::CsvRow> rows = rows_of(file.name);
    const std::size_t column = column_of(rows, file.column);
    rows[rows.size() - 1].cells[column] = "?";
    const Outcome one = file.read(written(rows));
    ASSERT_FALSE(one.has_value());
    EXPECT_NE(one.error().message.find(counts(file, rows.size() - 1, 1)), std::string::npos)
        << one.error().message;
    rows[rows.size() - 2].cells[column] = "?";
    const Outcome two = file.read(written(rows));
    ASSERT_FALSE(two.has_value());
    EXPECT_NE(two.error().message.find(counts(file, rows.size() - 1, 2)), std::string::npos)
        << two.error().message;
    const std::size_t last = base::parse_csv_rows(written(rows)).value().back().line;
    EXPECT_NE(
        two.error().message.find("\n" + std::string(file.name) + " line " + std::to_string(last)),
        std::string::npos)
        << two.error().message;
}

INSTANTIATE_TEST_SUITE_P(Each, PackageFile, testing::ValuesIn(files), [](const auto& each) {
    return std::string(each.param.name).substr(0, std::string(each.param.name).find('.'));
});

}  // namespace
}  // namespace policy
