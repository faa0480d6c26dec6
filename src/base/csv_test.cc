// What is refused before it is read: files too large, files of other signs.

#include "base/csv.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

namespace base {
namespace {

std::string refusal(const auto& result) {
    return result ? std::string("done") : result.error().code;
}

TEST(Csv, refuses_bytes_that_are_not_utf8) {
    EXPECT_EQ(refusal(parse_csv_rows("name\nAnn \xE9tienne\n")), "csv.not_utf8");
    EXPECT_EQ(refusal(parse_csv_rows("name\nAnn \xC3\xA9tienne\n")), "done");
    EXPECT_EQ(refusal(CsvTable::parse("name\n\xFF\n", {"name"})), "csv.not_utf8");
}

TEST(Csv, reads_a_column_that_may_be_missing_as_empty_cells) {
    const Result<CsvTable> without = CsvTable::parse("name\nAnn\n", {"name"}, {"age"});
    ASSERT_TRUE(without.has_value());
    EXPECT_EQ(without->cell(without->rows()[0], "age"), "");
    const Result<CsvTable> with = CsvTable::parse("age,name\n76,Ann\n", {"name"}, {"age"});
    ASSERT_TRUE(with.has_value());
    EXPECT_EQ(with->cell(with->rows()[0], "age"), "76");
    EXPECT_EQ(refusal(CsvTable::parse("age\n76\n", {"name"}, {"age"})), "csv.column");
    EXPECT_EQ(refusal(CsvTable::parse("name,height\nAnn,3\n", {"name"}, {"age"})), "csv.column");
}

TEST(Csv, refuses_a_file_too_large_before_it_looks_into_it) {
    // Pages that are asked for and never touched, so that the test needs no memory for them.
    const std::size_t size = 64 * 1024 * 1024 + 1;
    void* pages =
        mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    ASSERT_NE(pages, MAP_FAILED);
    EXPECT_EQ(refusal(parse_csv_rows(std::string_view(static_cast<const char*>(pages), size))),
              "csv.too_large");
    munmap(pages, size);
}

}  // namespace
}  // namespace base
